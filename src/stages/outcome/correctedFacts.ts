// What a correction changes, as its preview says it: the fills that differ, and fund by fund what each broker books instead.
import type { Fill } from '../../domain/fill';
import type { Cents } from '../../domain/money';
import { type Message, msg } from '../../language/message';
import type { BrokerOrderRow } from '../../sheets/tabs';
import type { FillChange } from './heard';
import type { KeptDay } from './kept';
import { type Fact, fact } from './outcome';

/** More than a person reads; what is left out is counted. */
const MOST = 60;

const bounded = (facts: readonly Fact[]): readonly Fact[] =>
  facts.length <= MOST
    ? facts
    : [...facts.slice(0, MOST), fact(msg('and more'), msg('{n}', { n: facts.length - MOST }))];

export const changeFacts = (changes: readonly FillChange[]): readonly Fact[] =>
  bounded(
    changes.map(({ before, after }) => {
      const { fillId: fill, broker, side, asset: code } = after;
      return fact(
        msg('fill {fill} of {broker}, {side} {code}', { fill, broker, side, code }),
        said(before, after),
      );
    }),
  );

function said(before: Fill | null, after: Fill): Message {
  const now = { n: after.quantity, price: after.price };
  if (before === null) return msg('late: {n} at {price}', now);
  const then = { n: before.quantity, price: before.price };
  if (after.status === 'BUSTED') return msg('{n} at {price} → busted', then);
  if (before.status === 'BUSTED') return msg('busted → {n} at {price}', now);
  const change = { ...then, n2: after.quantity, price2: after.price };
  return before.time === after.time
    ? msg('{n} at {price} → {n2} at {price2}', change)
    : msg('{n} at {price}, {moment} → {n2} at {price2}, {moment2}', {
        ...change,
        moment: momentOf(before),
        moment2: momentOf(after),
      });
}

const momentOf = ({ time }: Fill): string => (time === null ? '–' : time.replace('T', ' '));

interface Booked {
  readonly shares: number;
  readonly money: Cents;
  readonly row: BrokerOrderRow;
}

/** Fund, ETF, side and broker: shares and BRL before and after, where they differ. */
export function lineFacts(
  before: Pick<KeptDay, 'orders' | 'open'>,
  after: Pick<KeptDay, 'orders' | 'open'>,
): readonly Fact[] {
  const [then, now] = [bookedIn(before.orders), bookedIn(after.orders)];
  const keys = [...new Set([...then.keys(), ...now.keys()])].sort();
  const lines = keys.flatMap((key): readonly Fact[] => {
    const [old, fresh] = [then.get(key), now.get(key)];
    const row = (fresh ?? old)?.row;
    if (row === undefined || (old?.shares === fresh?.shares && old?.money === fresh?.money)) return [];
    const { fund, asset: code, exchangeCode: broker } = row;
    return [
      fact(
        msg('{fund}, {side} {code} at {broker}', { fund, side: sideOf(row), code, broker }),
        msg('{n} {n|share|shares}, {money} → {n2} {n2|share|shares}, {money2}', {
          ...{ n: old?.shares ?? 0, money: old?.money ?? 0 },
          ...{ n2: fresh?.shares ?? 0, money2: fresh?.money ?? 0 },
        }),
      ),
    ];
  });
  return bounded(lines);
}

const sideOf = ({ side }: BrokerOrderRow): 'BUY' | 'SELL' => (side === 'C' ? 'BUY' : 'SELL');

function bookedIn(orders: readonly BrokerOrderRow[]): ReadonlyMap<string, Booked> {
  const sums = new Map<string, Booked>();
  for (const row of orders) {
    const key = JSON.stringify([row.asset, row.side, row.fund, row.cnpj, row.exchangeCode]);
    const known = sums.get(key);
    sums.set(key, {
      row,
      shares: row.assetAmount + (known?.shares ?? 0),
      money: row.amount + (known?.money ?? 0),
    });
  }
  return sums;
}
