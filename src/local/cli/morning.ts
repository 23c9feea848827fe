// Before the day: a new book gets its tabs, the sample's rows and the two files; every start gets the addresses.

import * as v from 'valibot';
import type { SampleBook, SampleTab } from '../market';
import { type ImportReport, readImport, readStatus } from './answers';
import { UsageError } from './options';
import { addEtfs } from './ownEtfs';
import type { DeskFace, World } from './world';

/** The reader's own files; null = that tab stays as it is. */
export interface OwnFiles {
  readonly fundsJson: string | null;
  readonly tradesCsv: string | null;
}

/** Cells that are numbers in their tab; all others are text, CNPJs and account codes above all. */
const NUMBERS = ['limit_bps', 'max_volume_share', 'share', 'shares', 'nav', 'cash'];

export interface Preparing {
  /** An earlier start was cut off while it laid the book out: then all of it is done again. */
  readonly isBegun: boolean;
  /** The desk's folder, for what is said of it. */
  readonly dir: string;
  /** The day that is to be played. */
  readonly date: string;
}

/** A new book without files of the reader's own gets the sample's. @param start null = a desk that nobody starts with files of their own. @returns null = there was nothing to import */
export async function prepareBook(
  { desk, market, token }: Pick<World, 'desk' | 'token'> & { readonly market: Pick<World['market'], 'url'> },
  sample: SampleBook,
  own: OwnFiles,
  start: Preparing | null = null,
): Promise<ImportReport | null> {
  const { fundsJson, tradesCsv } = own;
  const hasOwn = fundsJson !== null || tradesCsv !== null;
  const isNew = start?.isBegun || (await isEmpty(desk.book));
  if (isNew && hasOwn && (fundsJson === null || tradesCsv === null)) {
    throw new UsageError(
      'A new desk needs --funds and --trades together: the CNPJs of one are found in the other.',
    );
  }
  if (isNew) {
    await desk.call('setUp');
    await fill(desk.book, 'etfs', sample);
    await fill(desk.book, 'brokers', sample);
    // The sample's holdings belong to the sample's funds: beside other funds they would be holdings of strangers.
    if (!hasOwn) await fill(desk.book, 'holdings', sample);
    // Before the files, which leave it as it is: written after them it would be an edit of what they brought.
    if (!hasOwn) await putMoney(desk.book, sample);
  }
  // A desk of an older version is brought up to this one.
  if (!isNew) await desk.call('setUp');
  await putSettings(desk.book, {
    ...(isNew ? Object.fromEntries(sample.tabs.settings.slice(1)) : {}),
    TRADING_API_URL: market.url,
    INAV_API_URL: market.url,
  });
  // Once more, now that the settings name the warehouse: its tables are made.
  if (isNew) await desk.call('setUp');
  await desk.call('saveSecret', [token]);
  if (!isNew && !hasOwn) return null;
  if (!isNew && start !== null) await checkUnplayed(desk, start);
  const files = hasOwn ? own : sample;
  const report = readImport((await desk.call('importFiles', [files.fundsJson, files.tradesCsv])).value);
  if (hasOwn) await addEtfs(desk.book, sample);
  return report;
}

/** A day that has begun stands by the orders that it began with: other files would be read, and not be traded. */
async function checkUnplayed(desk: DeskFace, { date, dir }: Preparing): Promise<void> {
  const status = readStatus((await desk.call('checkAdjustmentStatus')).value);
  if (status.date !== date) return;
  throw new UsageError(
    `The desk in ${dir} has begun ${date} with other orders, and your files would change none of them. ` +
      'Give them another day (--date, a later one), begin again with them (--fresh --until final; the old desk is kept aside), ' +
      'or change the day itself: open the desk, Trading > Import files, then Amend an order.',
  );
}

/** What the fund file does not know of each fund, under its name and CNPJ: the file brings the rest. */
async function putMoney(book: DeskFace['book'], { fundsJson, fundsMoney }: SampleBook): Promise<void> {
  const [names = [], ...known] = fundsMoney;
  const [header = []] = await book.readTab('fund-stats');
  const called = new Map(
    readNames(fundsJson).map(({ fund_cnpj: cnpj, fund_name: name }) => [cnpj.trim(), name]),
  );
  const rows = known.map((row) => {
    const cells = new Map<string, string>([
      ...names.map((name, at) => [name, row[at] ?? ''] as const),
      ['fund', called.get(row[names.indexOf('cnpj')] ?? '') ?? ''],
    ]);
    return header.map((name) => {
      const value = cells.get(String(name)) ?? '';
      return NUMBERS.includes(String(name)) && value !== '' ? Number(value) : value;
    });
  });
  book.writeTab('fund-stats', [header, ...rows]);
}

const FundNames = v.object({ funds: v.array(v.object({ fund_name: v.string(), fund_cnpj: v.string() })) });
const readNames = (fundsJson: string) => v.parse(FundNames, JSON.parse(fundsJson)).funds;

/** Without funds nobody has laid it out, or somebody has emptied it. */
const isEmpty = async (book: DeskFace['book']): Promise<boolean> =>
  !book.tabs().includes('fund-stats') || (await book.readTab('fund-stats')).length < 2;

/** The tab's own header decides where each column goes. */
async function fill(book: DeskFace['book'], tab: SampleTab, sample: SampleBook): Promise<void> {
  const [names = [], ...rows] = sample.tabs[tab];
  const [header = names] = await book.readTab(tab);
  const body = rows.map((row) =>
    header.map((name) => {
      const cell = row[names.indexOf(String(name))] ?? '';
      return NUMBERS.includes(String(name)) && cell !== '' ? Number(cell) : cell;
    }),
  );
  book.writeTab(tab, [header, ...body]);
}

/** Writes values beside their keys and adds the keys that are not there; whatever else stands in the tab stays. */
export async function putSettings(
  book: Pick<DeskFace['book'], 'readTab' | 'writeTab'>,
  values: Readonly<Record<string, string | number | boolean>>,
): Promise<void> {
  const [header = ['key', 'value'], ...rows] = await book.readTab('settings');
  const [key, value] = [header.indexOf('key'), header.indexOf('value')];
  if (key < 0 || value < 0) {
    throw new Error('settings: the columns "key" and "value" are needed; put their names back into row 1.');
  }
  const left = new Map(Object.entries(values));
  const kept = rows.map((row) => {
    const wanted = left.get(String(row[key]));
    left.delete(String(row[key]));
    return wanted === undefined ? row : row.map((cell, i) => (i === value ? wanted : cell));
  });
  const added = [...left].map(([name, text]) =>
    header.map((_, i) => (i === key ? name : i === value ? text : '')),
  );
  book.writeTab('settings', [header, ...kept, ...added]);
}
