// What brokers traded beyond a cap, by the cap that held when they traded: a later cap, a stop or a late report changes nothing
// of it, so that it is said for the rest of the day.
import type { Instruction } from '../../domain/broker';
import { executed, type Fill } from '../../domain/fill';
import { type Cents, notional } from '../../domain/money';
import { type Stamp, timeOf } from '../../domain/stamp';
import { type Message, msg } from '../../language/message';
import { type FillsSubject, fillsFor } from './fillsSubject';

export interface CapBroken {
  /** The version whose cap it is. */
  readonly instruction: Instruction;
  /** What is executed beyond the cap, in money; of a cap that was replaced, what was beyond it until then. */
  readonly over: Cents;
  /** How much of it was traded knowingly; zero = reported late, or nobody can tell. */
  readonly broken: Cents;
  readonly text: Message;
}

/** One version, and what was traded while it was in force. */
interface Held {
  readonly version: Instruction;
  /** null = it is in force. */
  readonly next: Instruction | null;
  /** Of its broker, ETF and side. */
  readonly fills: readonly Fill[];
}

/** @param instructions every version of the day; @param fills those that count */
export const brokenCaps = ({
  instructions,
  fills,
}: Pick<FillsSubject, 'instructions' | 'fills'>): readonly CapBroken[] => {
  const byId = new Map<string, Instruction[]>();
  for (const instruction of instructions)
    byId.set(instruction.id, [...(byId.get(instruction.id) ?? []), instruction]);
  return [...byId.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, versions]) => {
      const inOrder = versions.sort((a, b) => a.version - b.version);
      return inOrder.flatMap((version, at) => {
        const own = fillsFor(fills, version);
        return ofVersion({ version, next: inOrder[at + 1] ?? null, fills: own });
      });
    });
};

function ofVersion(held: Held): readonly CapBroken[] {
  const money = inMoney(held);
  return [...(money === null ? [] : [money]), ...inShares(held)];
}

type Count = (fills: readonly Fill[]) => number;
const moneyOf: Count = (fills) => executed(fills).money;
const sharesOf: Count = (fills) => executed(fills).shares;

/** What was traded beyond the cap between the moment it went out and the next version; fills without a time accuse nobody. */
function knowingly({ version, next, fills }: Held, cap: number, count: Count): number {
  const until = (end: Stamp | null): number =>
    count(fills.filter(({ time }) => time !== null && (end === null || time <= end)));
  return Math.max(0, until(next?.issuedAt ?? null) - Math.max(cap, until(version.issuedAt)));
}

function inMoney(held: Held): CapBroken | null {
  const { version: instruction, next, fills } = held;
  const { asset: code, side, broker, cap, issuedAt } = instruction;
  const broken = knowingly(held, cap, moneyOf);
  const said = { broker, side, code, money2: cap, time: timeOf(issuedAt) };
  if (broken > 0) {
    const text = msg(
      '{broker} traded {money} of {side} {code} beyond its cap of {money2} after that was out at {time}; call it',
      { ...said, money: broken },
    );
    return { instruction, over: next === null ? moneyOf(fills) - cap : broken, broken, text };
  }
  const over = (next === null ? moneyOf(fills) : knownUntil(held, next)) - cap;
  const isUntimed = fills.some(({ time }) => time === null);
  if (over <= 0 || (next !== null && !isUntimed)) return null;
  return { instruction, over, broken, text: untold(said, { over, isUntimed, isReplaced: next !== null }) };
}

/** What was known to be executed when the cap was replaced, as far as it still stands: a busted row never happened. */
function knownUntil({ fills }: Held, { executed: known, issuedAt }: Instruction): Cents {
  const mayBeBefore = fills.filter(({ time }) => time === null || time <= issuedAt);
  return Math.min(known, moneyOf(mayBeBefore));
}

/** Beyond the cap, and nobody can be accused of it. */
function untold(
  said: {
    readonly broker: string;
    readonly side: Fill['side'];
    readonly code: string;
    readonly money2: Cents;
    readonly time: string;
  },
  {
    over: money,
    isUntimed,
    isReplaced,
  }: { readonly over: Cents; readonly isUntimed: boolean; readonly isReplaced: boolean },
): Message {
  if (isReplaced)
    return msg(
      '{broker} had {money} of {side} {code} beyond its cap of {money2} of {time} when that was replaced; its fills tell no time, so whether they were traded before it was out cannot be told',
      { ...said, money },
    );
  return isUntimed
    ? msg(
        '{broker} has {money} of {side} {code} beyond its cap of {money2} of {time}; its fills tell no time, so whether they were traded before cannot be told',
        { ...said, money },
      )
    : msg(
        '{broker} has {money} of {side} {code} beyond its cap of {money2} of {time}: these fills were traded before and reported late',
        { ...said, money },
      );
}

/** A sale has two caps; what breaks both is said twice, as there may be shares that nobody holds. */
function inShares(held: Held): readonly CapBroken[] {
  const { version: instruction } = held;
  const { shareCap, asset: code, broker, issuedAt } = instruction;
  if (shareCap === null) return [];
  const said = { broker, code, n2: shareCap, time: timeOf(issuedAt) };
  const moneyAt = (shares: number): Cents => notional(shares, instruction.inav);
  const n = knowingly(held, shareCap, sharesOf);
  if (n > 0) {
    const text = msg(
      '{broker} sold {n} {n|share|shares} of {code} beyond its share cap of {n2} after that was out at {time}; call it',
      { ...said, n },
    );
    return [{ instruction, over: moneyAt(n), broken: moneyAt(n), text }];
  }
  const over = held.fills.some(({ time }) => time === null) ? sharesKnown(held) - shareCap : 0;
  if (over <= 0) return [];
  const text = msg(
    '{broker} sold {n} {n|share|shares} of {code} beyond its share cap of {n2} of {time}; its fills tell no time, so whether they were traded before cannot be told',
    { ...said, n: over },
  );
  return [{ instruction, over: moneyAt(over), broken: 0, text }];
}

/** Shares that were sold under this version or before, as far as it can be told: a version that stops has counted them. */
function sharesKnown({ next, fills }: Held): number {
  if (next === null) return sharesOf(fills);
  if (next.cap > next.executed || next.shareCap === null) return 0;
  return Math.min(
    next.shareCap,
    sharesOf(fills.filter(({ time }) => time === null || time <= next.issuedAt)),
  );
}
