// From the post-trade system's rows to the desk's fills: own accounts only, without hedge legs, each row checked.

import type { BrokerAccount, Fetched } from '../desk/services';
import type { Fill, FillStatus } from '../domain/fill';
import { error, type Problem, warning } from '../domain/problem';
import { dateOf, type IsoDate, parseStamp, type Stamp } from '../domain/stamp';
import type { Side } from '../domain/trade';
import { msg } from '../language/message';
import { FieldReader, type Fields, isFields, listIn } from './answers';

export interface FillsContext {
  /** The address as messages show it. */
  readonly url: string;
  readonly date: IsoDate;
  readonly accounts: readonly BrokerAccount[];
  /** The desk's own alias; null = the answer may hold one alias only. */
  readonly alias: string | null;
  readonly localTime: (instant: Date) => Stamp;
}

/** `{"consolidatedAllocations":[…]}`: a row is one fill at its average price; a later fetch replaces it. */
export function parseConsolidated(body: unknown, context: FillsContext): Fetched<Fill> {
  return parseRows(body, 'consolidatedAllocations', context, (read, { account, symbol, side, broker }) => {
    const quantity = read.whole('qty');
    return {
      date: context.date,
      fillId: `${account}|${symbol}|${side === 'BUY' ? 'Buy' : 'Sell'}`,
      broker,
      asset: symbol,
      side,
      quantity,
      // Nothing executed has no price, and the row is dropped.
      price: quantity === 0 ? 0 : read.price('avgPrice'),
      time: null,
      status: 'EXECUTED',
    };
  });
}

/** `{"fills":[…]}`: a later row with the same id replaces an earlier one. */
export function parseFills(body: unknown, context: FillsContext): Fetched<Fill> {
  return parseRows(body, 'fills', context, (read, { symbol, side, broker }) => {
    const time = stampOf(read, context);
    return {
      date: time === null ? context.date : dateOf(time),
      fillId: read.text('fillId'),
      broker,
      asset: symbol,
      side,
      quantity: read.whole('qty'),
      price: read.price('price'),
      time,
      status: statusOf(read),
    };
  });
}

interface Whose {
  readonly account: string;
  readonly symbol: string;
  readonly side: Side;
  readonly broker: string;
}

function parseRows(
  body: unknown,
  list: string,
  context: FillsContext,
  toFill: (read: FieldReader, whose: Whose) => Fill,
): Fetched<Fill> {
  const answer = listIn(body, list, context.url);
  const { own, problems } = ownRows(answer.list, context);
  problems.push(...answer.problems);
  const brokers = new Map(context.accounts.map(({ accountCode, broker }) => [accountCode.trim(), broker]));
  const unmapped = new Set<string>();
  const fills: Fill[] = [];
  for (const { fields, index } of own) {
    const read = new FieldReader(msg('{url}: row {n}', { url: context.url, n: index + 1 }), fields);
    const account = read.text('accountCode');
    const broker = brokers.get(account);
    if (account !== '' && broker === undefined) unmapped.add(account);
    const whose = { account, symbol: read.symbol('symbol'), side: sideOf(read), broker: broker ?? '' };
    const fill = toFill(read, whose);
    problems.push(...read.wrong);
    if (read.wrong.length === 0 && broker !== undefined && fill.quantity > 0) fills.push(fill);
  }
  problems.push(...[...unmapped].sort().map((account) => unmappedProblem(account)));
  const today = fills.filter((fill) => fill.date === context.date);
  if (today.length < fills.length)
    problems.push(
      warning(
        'other-date',
        msg('{n} {n|row|rows} of another date than {date} left out.', {
          n: fills.length - today.length,
          date: context.date,
        }),
      ),
    );
  return list === 'fills' ? latest(today, problems) : once(today, problems, context.url);
}

/** Rows of the desk's own alias that are no hedge legs. */
function ownRows(
  rows: readonly unknown[],
  { alias, url }: FillsContext,
): { own: readonly { fields: Fields; index: number }[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const all = rows.flatMap((row, index) => {
    if (isFields(row)) return [{ fields: row, index }];
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
  const mine = all.filter(({ fields }) => alias === null || same(label(fields.accountAlias), alias));
  const own = mine.filter(({ fields }) => !isHedgeLeg(label(fields.symbol).toUpperCase(), symbols));
  if (own.length < mine.length)
    problems.push(
      warning(
        'hedge-leg',
        msg('{n} {n|row|rows} of hedge legs (symbols ending in H) left out.', {
          n: mine.length - own.length,
        }),
      ),
    );
  return { own, problems };
}

/** HASH11H beside HASH11; a B3 symbol never ends in H by itself, so a leg is known before its ETF trades. */
const isHedgeLeg = (symbol: string, symbols: ReadonlySet<string>): boolean =>
  symbol.endsWith('H') && (symbols.has(symbol.slice(0, -1)) || /^[A-Z][A-Z0-9]{3}\d{1,2}H$/.test(symbol));

const label = (value: unknown): string => String(value ?? '').trim();
const same = (a: string, b: string): boolean => a.toLowerCase() === b.trim().toLowerCase();

const unmappedProblem = (account: string): Problem =>
  error(
    'unmapped-account',
    msg(
      'account {account} has fills but belongs to no broker; write it into account_codes of its broker in the tab brokers.',
      { account },
    ),
  );

function latest(fills: readonly Fill[], problems: readonly Problem[]): Fetched<Fill> {
  return { rows: [...new Map(fills.map((fill) => [fill.fillId, fill])).values()], problems };
}

/** Two consolidated rows of one account, symbol and side: neither may silently replace the other. */
function once(fills: readonly Fill[], problems: readonly Problem[], url: string): Fetched<Fill> {
  const ids = fills.map((fill) => fill.fillId);
  const twice = [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))].map((id) =>
    error(
      'duplicate-row',
      msg('{url}: {id} stands twice in a consolidated answer; ask the provider.', { url, id }),
    ),
  );
  return { rows: fills, problems: [...problems, ...twice] };
}

function sideOf(read: FieldReader): Side {
  const side = read.text('side').toUpperCase();
  if (side === 'BUY' || side === 'SELL') return side;
  return side === '' ? 'BUY' : read.refuse('side', 'side', 'BUY');
}

const STATUSES: Readonly<Record<string, FillStatus>> = {
  EXECUTED: 'EXECUTED',
  FILLED: 'EXECUTED',
  CONFIRMED: 'EXECUTED',
  PENDING: 'PENDING',
  BUSTED: 'BUSTED',
  CANCELLED: 'BUSTED',
  CANCELED: 'BUSTED',
};

function statusOf(read: FieldReader): FillStatus {
  const status = read.optionalText('status');
  const known = status === null ? 'EXECUTED' : STATUSES[status.toUpperCase()];
  return known ?? read.refuse('status', 'status', 'EXECUTED');
}

/** An instant with its zone becomes São Paulo time; a time without a zone is taken for it. */
function stampOf(read: FieldReader, { localTime }: FillsContext): Stamp | null {
  const text = read.optionalText('time');
  if (text === null) return null;
  if (/(Z|[+-]\d{2}:?\d{2})$/.test(text)) {
    const instant = new Date(text);
    if (!Number.isNaN(instant.getTime())) return localTime(instant);
  }
  const local = parseStamp(text.replace(/\.\d+$/, ''));
  return local.ok ? local.value : read.refuse('time', 'time', null);
}
