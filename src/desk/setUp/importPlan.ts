// What an import would do, before anything is written: the rows of each tab, what changes in them, and what is wrong.
import { error, hasErrors, isError, type Problem } from '../../domain/problem';
import type { IsoDate } from '../../domain/stamp';
import type { Trade } from '../../domain/trade';
import type { Language } from '../../language/language';
import { msg } from '../../language/message';
import type { Grid } from '../../sheets/cell';
import { mergeFunds, parseFundsFile, parseTradesFile } from '../../sheets/importFiles';
import { readTable } from '../../sheets/read';
import { withRenamed } from '../../sheets/renamed';
import type { Settings } from '../../sheets/settings';
import { spelledIn } from '../../sheets/spelled';
import type { Field, Tab } from '../../sheets/tab';
import { deskCells, recordCells, type TabChanges, tableChanges } from '../../sheets/tableChanges';
import { dailyTrades, fundStats } from '../../sheets/tabs';
import { printTable, type TableCells } from '../../sheets/write';
import type { DecisionTable } from '../../stages/decisions/table';
import type { OpenBook } from '../openBook';
import type { Services } from '../services';
import { importedOrders } from './importedOrders';

/** Either may be null: that tab stays as it is. */
export interface ImportedTexts {
  readonly fundsJson: string | null;
  readonly tradesCsv: string | null;
}

/** One tab as it stands and as it will stand, in the order of the schema. */
export interface PlannedTab {
  readonly changes: TabChanges;
  readonly table: TableCells;
  readonly before: Grid;
  readonly after: Grid;
}

export interface ImportPlan {
  readonly funds: number;
  readonly trades: number;
  /** With an error among them nothing may be written. */
  readonly problems: readonly Problem[];
  /** None where there is an error. */
  readonly tabs: readonly PlannedTab[];
  /** The orders before and after; none where no trades file was given. */
  readonly tables: readonly DecisionTable[];
  /** Of the files and of what they would change: another one means that something moved. null = refused. */
  readonly hash: string | null;
}

const HEADER_CODES: readonly string[] = ['missing-tab', 'missing-header', 'duplicate-header'];

/** A trade has no key of its own: what the desk takes for the same trade twice. */
const TRADE_KEY: readonly Field<Trade>[] = ['cnpj', 'asset', 'side', 'strategy'];

const refused = (problems: readonly Problem[]): ImportPlan => ({
  funds: 0,
  trades: 0,
  problems,
  tabs: [],
  tables: [],
  hash: null,
});

export function planImport(
  book: Pick<OpenBook, 'read' | 'strangers'>,
  digest: Services['digest'],
  { fundsJson, tradesCsv }: ImportedTexts,
  { today, settings }: { readonly today: IsoDate; readonly settings: Settings },
): ImportPlan {
  const funds = fundsJson === null ? null : parseFundsFile(fundsJson);
  const trades = tradesCsv === null ? null : parseTradesFile(tradesCsv, today);
  if (funds === null && trades === null)
    return refused([error('no-file', msg('there is no file; give the fund file, the trades file, or both'))]);
  const problems = [...(funds?.problems ?? []), ...(trades?.problems ?? [])];
  if (hasErrors(problems)) return refused(problems);
  const known = funds && readTable(fundStats, book.read(fundStats.name));
  const old = trades && readTable(dailyTrades, book.read(dailyTrades.name));
  // A fund that cannot be read would lose its limits; under a header that is not there the new column would be lost.
  const inTheWay = [
    ...(known?.problems ?? []),
    ...(old?.problems ?? []).filter(({ code }) => HEADER_CODES.includes(code)),
  ].filter(isError);
  if (inTheWay.length > 0) return refused(withRenamed(inTheWay, book.strangers));
  const standing = (known?.table.rows ?? []).map(({ value }) => value);
  const named = (known ?? readTable(fundStats, book.read(fundStats.name))).table.rows;
  const names = [...named.map(({ value }) => value.fund), ...(funds?.records ?? []).map(({ fund }) => fund)];
  const orders = old && trades && importedOrders(settings, old, trades.records, names);
  const tabs = [
    ...(funds ? [plannedTab(book, fundStats, ['cnpj'], mergeFunds(funds, standing))] : []),
    ...(trades ? [tradesPlan(book, trades.records, settings.deskLanguage)] : []),
  ];
  return {
    funds: funds?.records.length ?? 0,
    trades: trades?.records.length ?? 0,
    problems: [...problems, ...(orders?.problems ?? [])],
    tabs,
    tables: orders?.tables ?? [],
    hash: digest(JSON.stringify(tabs.map(({ before, after }) => [before, after]))),
  };
}

/** The sides in the words of whoever goes on writing there. */
function tradesPlan(book: Pick<OpenBook, 'read'>, trades: readonly Trade[], language: Language): PlannedTab {
  const plan = plannedTab(book, dailyTrades, TRADE_KEY, trades);
  return { ...plan, table: spelledIn(language, dailyTrades, plan.table) };
}

function plannedTab<R>(
  book: Pick<OpenBook, 'read'>,
  tab: Tab<R>,
  key: readonly Field<R>[],
  records: readonly R[],
): PlannedTab {
  const before = deskCells(tab, book.read(tab.name) ?? []);
  const after = recordCells(tab, records);
  return {
    changes: tableChanges(tab, key, before, after),
    table: printTable(tab, records),
    before,
    after,
  };
}
