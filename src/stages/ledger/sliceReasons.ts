// Where a fund's shares come from: which part of the day, under which of its claims, by which rule.
import type { Cnpj } from '../../domain/cnpj';
import type { Cents } from '../../domain/money';
import { type Stamp, timeOf } from '../../domain/stamp';
import { type Message, msg } from '../../language/message';
import { explainLedger, type SliceExplanation } from '../../solver';
import type { Claim } from './claims';
import type { Pool } from './pool';
import { OPEN } from './slices';

/** By fund; nothing of a fund that shared the whole day with all others by the measure alone. */
export function sliceReasons({ split, claims, slices }: Pool): ReadonlyMap<Cnpj, readonly Message[]> {
  const reasons = new Map<Cnpj, Message[]>();
  if (split === null) return reasons;
  const explained = new Map(explainLedger(split.problem, split.answer).map((row) => [row.id, row.slices]));
  const ids = slices.map(({ id }) => id);
  const owners = new Map(claims.map(({ id, cnpj }) => [id, cnpj]));
  const beyond = new Map<string, Set<Cnpj>>();
  for (const [id, rows] of explained)
    for (const { slice, rule } of rows)
      if (rule === 'beyond') beyond.set(slice, (beyond.get(slice) ?? new Set()).add(owners.get(id) ?? id));
  for (const claim of claims) {
    const taken = (explained.get(claim.id) ?? []).filter(({ shares }) => shares > 0);
    const own = [
      ...since(claim, claims),
      ...taken
        .filter(({ rule }) => ids.length > 1 || rule !== 'measure')
        .map((slice) =>
          partSaid(slice, {
            rank: claim.rank,
            span: spanSaid(slice.slice, ids),
            isShared: (beyond.get(slice.slice)?.size ?? 0) > 1,
          }),
        ),
    ];
    if (own.length > 0) reasons.set(claim.cnpj, [...(reasons.get(claim.cnpj) ?? []), ...own]);
  }
  return reasons;
}

/** When the claim began and ended, where that is not the whole day. */
function since(claim: Claim, all: readonly Claim[]): readonly Message[] {
  const { rank, from, to, amount: money } = claim;
  if (to !== null && rank === 'order') return [endedSaid(money, to, tooMuch(claim, all))];
  if (to !== null)
    return [
      money === 0
        ? msg('its give-back ended at {time} before any of it was traded', { time: timeOf(to) })
        : msg('its give-back ended at {time} with {money}', { time: timeOf(to), money }),
    ];
  // An order that was cut to what it had goes on, and has nothing left to do.
  if (from === null || money <= 0) return [];
  const said = { money, time: timeOf(from) };
  return rank === 'order'
    ? [msg('{money} of its order began at {time} and takes nothing that was traded before', said)]
    : [msg('it gives back {money} from {time} on', said)];
}

const endedSaid = (money: Cents, to: Stamp, money2: Cents): Message =>
  money2 > 0
    ? msg('its order ended at {time} with {money}, which made it {money2} more than it called for', {
        ...{ time: timeOf(to), money, money2 },
      })
    : msg('its order ended at {time} with {money}', { time: timeOf(to), money });

/** What its fund had executed beyond its order when that ended. */
function tooMuch({ cnpj, rank, to, called }: Claim, all: readonly Claim[]): Cents {
  const isEarlier = (other: Claim): boolean => to !== null && other.to !== null && other.to <= to;
  const had = all
    .filter((other) => other.cnpj === cnpj && other.rank === rank && isEarlier(other))
    .reduce((sum, { amount }) => sum + amount, 0);
  return Math.max(0, had - (called ?? had));
}

function spanSaid(slice: string, ids: readonly string[]): Message {
  const next = ids[ids.indexOf(slice) + 1];
  if (slice === OPEN)
    return next === undefined ? msg('in the whole day') : msg('until {time}', { time: timeOf(next) });
  return next === undefined
    ? msg('from {time} on', { time: timeOf(slice) })
    : msg('from {time} to {time2}', { time: timeOf(slice), time2: timeOf(next) });
}

interface Taken {
  readonly rank: Claim['rank'];
  /** Its part of the day. */
  readonly span: Message;
  /** Whether other funds have more than their targets of it too. */
  readonly isShared: boolean;
}

function partSaid({ shares: n, rule }: SliceExplanation, { rank, span: said, isShared }: Taken): Message {
  switch (rule) {
    case 'kept':
      if (rank === 'give-back')
        return msg('{n} {n|share|shares} traded {said}: kept from the give-back that ended', { n, said });
      return msg('{n} {n|share|shares} traded {said}: kept from the order that ended', { n, said });
    case 'late':
      if (rank === 'give-back')
        return msg(
          '{n} {n|share|shares} traded {said}: for the give-back that ended, some of it reported later',
          { n, said },
        );
      return msg('{n} {n|share|shares} traded {said}: for the order that ended, some of it reported later', {
        n,
        said,
      });
    case 'first':
      return msg('{n} {n|share|shares} traded {said}: orders come before give-backs', { n, said });
    case 'rest':
      return msg('{n} {n|share|shares} traded {said}: given back, after the orders', { n, said });
    case 'beyond':
      if (isShared)
        return msg(
          '{n} {n|share|shares} traded {said}: more was traded than all that were in force called for, and what is beyond is shared among them',
          { n, said },
        );
      return msg('{n} {n|share|shares} traded {said}: beyond its target, since nobody else could take them', {
        n,
        said,
      });
    case 'measure':
      return msg('{n} {n|share|shares} traded {said}: shared for the least miss among those in force', {
        n,
        said,
      });
  }
}
