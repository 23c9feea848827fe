// Which rows of an answer are the desk's own: of its alias, no hedge leg, of a broker's account; and which day a row is of.
import type { BrokerAccount, LeftOut } from '../desk/feeds';
import { error, type Problem } from '../domain/problem';
import { dateOf, type IsoDate, type Stamp } from '../domain/stamp';
import { folded } from '../domain/words';
import { msg } from '../language/message';
import { DATES, plainFields } from './answerSays';
import { listIn } from './answers';
import { type Fields, isFields } from './fields';
import { readDate, readMoment } from './moments';

export interface RowsContext {
  /** The address as messages show it. */
  readonly url: string;
  readonly date: IsoDate;
  readonly accounts: readonly BrokerAccount[];
  /** The desk's own alias; null = the answer may hold one alias only. */
  readonly alias: string | null;
  readonly localTime: (instant: Date) => Stamp;
}

export interface OwnRow {
  readonly fields: Fields;
  readonly index: number;
  /** null = the account is nobody's. */
  readonly broker: string | null;
}

/** Rows of the desk's own alias that are no hedge legs and belong to a broker. */
export function ownRows(
  body: unknown,
  list: string,
  context: RowsContext,
): {
  readonly rows: readonly OwnRow[];
  /** Wrong with the answer itself. */
  readonly whole: readonly Problem[];
  readonly problems: Problem[];
  readonly leftOut: readonly LeftOut[];
} {
  const { alias, url } = context;
  const answer = listIn(body, list, url);
  const problems: Problem[] = [];
  const brokers = new Map(context.accounts.map(({ accountCode, broker }) => [accountCode.trim(), broker]));
  const all = answer.list.flatMap((row, index): readonly OwnRow[] => {
    if (isFields(row)) return [{ fields: row, index, broker: brokers.get(label(row.accountCode)) ?? null }];
    const text = msg('{url}: row {n} is not a record; ask the provider.', { url, n: index + 1 });
    problems.push(error('bad-answer', text));
    return [];
  });
  const aliases = [...new Set(all.map(({ fields }) => label(fields.accountAlias)))].sort();
  if (alias === null && aliases.length > 1)
    problems.push(
      error(
        'account-alias',
        msg('{url}: rows of the aliases {aliases}; write the desk’s own into the setting ACCOUNT_ALIAS.', {
          url,
          aliases: aliases.join(', '),
        }),
      ),
    );
  const symbols = new Set(all.map(({ fields }) => label(fields.symbol).toUpperCase()));
  const isMine = ({ fields }: OwnRow): boolean => alias === null || same(label(fields.accountAlias), alias);
  const isLeg = ({ fields }: OwnRow): boolean => isHedgeLeg(label(fields.symbol).toUpperCase(), symbols);
  const own = all.filter((row) => isMine(row) && !isLeg(row));
  const isOther = (row: OwnRow): boolean => (dateOfRow(row, context) ?? context.date) !== context.date;
  const nobodys = own.filter(({ broker, fields }) => broker === null && label(fields.accountCode) !== '');
  // Whose accounts were on another day is nothing for this one.
  const accounts = nobodys.filter((row) => !isOther(row)).map(({ fields }) => label(fields.accountCode));
  const unmapped = [...new Set(accounts)].sort();
  problems.push(...unmapped.map(unmappedProblem));
  const leftOut = [
    ...all
      .filter((row) => !isMine(row) || isLeg(row))
      .map((row): LeftOut => ({ reason: isMine(row) ? 'hedge' : 'alias', broker: row.broker, n: 1 })),
    ...nobodys.filter(isOther).map((): LeftOut => ({ reason: 'date', broker: null, n: 1 })),
  ];
  // An account that is missing is told when the row is read.
  const rows = own.filter(({ broker, fields }) => broker !== null || label(fields.accountCode) === '');
  return { rows, whole: answer.problems, problems, leftOut };
}

/** HASH11H beside HASH11; a B3 symbol never ends in H by itself, so a leg is known before its ETF trades. */
const isHedgeLeg = (symbol: string, symbols: ReadonlySet<string>): boolean =>
  symbol.endsWith('H') && (symbols.has(symbol.slice(0, -1)) || /^[A-Z][A-Z0-9]{3}\d{1,2}H$/.test(symbol));

/** Text or a number; anything else names nothing, and is told where its field is read. */
const label = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
const same = (a: string, b: string): boolean => a.toLowerCase() === b.trim().toLowerCase();

const unmappedProblem = (account: string): Problem =>
  error(
    'unmapped-account',
    msg(
      'account {account} has fills but belongs to no broker; write it into account_codes of its broker in the tab brokers.',
      { account },
    ),
  );

/** The date that a row is of by its time, else by itself; null = it says none that can be read. */
function dateOfRow(row: OwnRow, context: RowsContext): IsoDate | null {
  const time = readMoment(label(row.fields.time), context.localTime);
  return time === null ? dateIn(row, context) : dateOf(time);
}

/** The date that a row without a time gives for itself; null = none. */
export function dateIn({ fields }: OwnRow, { localTime }: RowsContext): IsoDate | null {
  const plain = plainFields(fields);
  return DATES.map((name) => readDate(plain.get(name), localTime)).find((date) => date !== null) ?? null;
}

/** The key of a date that the row gives and nobody can read: it may be of any day. null = it gives none, or one that is read */
export function unreadDate(row: OwnRow, context: RowsContext): string | null {
  if (dateIn(row, context) !== null) return null;
  const isDate = (key: string): boolean => DATES.includes(folded(key)) && label(row.fields[key]) !== '';
  return Object.keys(row.fields).find(isDate) ?? null;
}
