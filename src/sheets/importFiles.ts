// Reads the desk's own files as they are: the fund file (JSON) and the trades file (CSV).
import { type ParseError, parse } from 'papaparse';
import type { Fund } from '../domain/fund';
import { error, type Problem } from '../domain/problem';
import type { Trade } from '../domain/trade';
import { type Message, msg, verbatim } from '../language/message';
import type { Cell, Grid } from './cell';
import { readTable, type Source } from './read';
import { dailyTrades, fundStats } from './tabs';

export interface Imported<R> {
  readonly records: readonly R[];
  readonly problems: readonly Problem[];
}

const TRADES_FILE: Source = { place: msg('trades file'), kind: 'file' };
const FUND_FILE: Source = { place: msg('fund file'), kind: 'file' };

const broken = ({ place }: Source, text: Message): Imported<never> => ({
  records: [],
  problems: [error('unreadable-file', text, { tab: place })],
});

/** `Fund,CNPJ,Asset,Side,Amount,Strategy`, with commas, semicolons or tabs. */
export function parseTradesFile(text: string): Imported<Trade> {
  const content = text.replace(/^\ufeff/, '').trimStart();
  // Blank lines stay, so that a problem's row is the file's line; the header alone tells the delimiter.
  const delimiter = [';', '\t'].find((mark) => /^.*/.exec(content)?.[0].includes(mark)) ?? ',';
  const { data, errors } = parse<string[]>(content, { delimiter });
  const fatal = errors.find(({ code }) => code !== 'UndetectableDelimiter');
  if (fatal) return broken(TRADES_FILE, quotationMark(fatal));
  const { table, problems } = readTable(dailyTrades, data, TRADES_FILE);
  return { records: table.rows.map(({ value }) => value), problems };
}

function quotationMark({ code, row, message }: ParseError): Message {
  const n = (row ?? 0) + 1;
  if (code === 'MissingQuotes')
    return msg('line {n}: a quotation mark is opened and never closed; correct the file', { n });
  return code === 'InvalidQuotes'
    ? msg('line {n}: a quotation mark stands inside a cell; take it out or double it in the file', { n })
    : msg('line {n}: {said}; correct the file', { n, said: verbatim(message) });
}

const HEADERS = [
  'fund',
  'cnpj',
  'type',
  'management',
  'strategy',
  'onshore_assets',
  'offshore_assets',
  'administrator',
  'bank',
  'branch',
  'account',
];

/** `{"funds":[{fund_name, fund_cnpj, …, moviment_account:{Banco, Ag, Cc}}]}` */
export function parseFundsFile(text: string): Imported<Fund> {
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    return broken(FUND_FILE, msg('it is not JSON ({why}); export it again', { why }));
  }
  const funds = isObject(content) ? content.funds : undefined;
  if (!Array.isArray(funds)) return broken(FUND_FILE, msg('it has no list "funds"; export it again'));
  const grid: Grid = [HEADERS, ...funds.map((fund: unknown) => fundCells(isObject(fund) ? fund : {}))];
  const { table, problems } = readTable(fundStats, grid, FUND_FILE);
  return { records: table.rows.map(({ value }) => value), problems };
}

type JsonObject = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null;

function fundCells(fund: JsonObject): readonly Cell[] {
  const account = isObject(fund.moviment_account) ? fund.moviment_account : {};
  return [
    cell(fund.fund_name),
    cell(fund.fund_cnpj),
    cell(fund.fund_type),
    cell(fund.passive_active),
    cell(fund.fund_strategy),
    cell(fund.assets_onshore),
    cell(fund.assets_offshore),
    cell(fund.administrator),
    cell(account.Banco),
    cell(account.Ag),
    cell(account.Cc),
  ];
}

function cell(value: unknown): Cell {
  if (Array.isArray(value)) return value.map(String).join(', ');
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return null;
}

/** The file's funds with what only the desk knows of them (NAV, cash, access, limits) kept from the tab. */
export function mergeFunds(imported: readonly Fund[], known: readonly Fund[]): readonly Fund[] {
  const byCnpj = new Map(known.map((fund) => [fund.cnpj, fund]));
  return imported.map((fund) => {
    const before = byCnpj.get(fund.cnpj);
    if (!before) return fund;
    const { nav, cash, primaryAccess, maxUnits } = before;
    return { ...fund, nav, cash, primaryAccess, maxUnits };
  });
}
