// What each broker may do from now on. One rule for the whole day: a broker's cap on a side is what it has executed
// there plus its share of what the funds still call for on that side; buys and sells are never netted between funds.
import { type Broker, type Instruction, instructionId } from '../../domain/broker';
import type { Etf } from '../../domain/etf';
import { executed } from '../../domain/fill';
import { type Cents, type Price, splitCents } from '../../domain/money';
import type { Stamp } from '../../domain/stamp';
import { oppositeSide, SIDES, type Side } from '../../domain/trade';
import type { UnitQuotes } from '../day/quotes';
import { type DayState, inForce, type OpenDay, type OppositeAmount } from '../day/state';
import { byKey, memberKey } from './keys';
import type { Position, Standing } from './positions';

export interface InstructContext {
  readonly now: Stamp;
  readonly user: string;
  readonly state: OpenDay;
  readonly standing: Standing;
  readonly quotes: UnitQuotes;
  readonly etfs: readonly Etf[];
  readonly brokers: readonly Broker[];
  /** Only these ETFs are instructed anew. */
  readonly assets: readonly string[];
  /** Below this a fund needs nothing more; a cap that moves by less keeps its version. Zero when the day opens. */
  readonly tolerance: Cents;
  /** Whether a moved iNAV alone may make a new version: later stages yes, a re-run no. */
  readonly reprice: boolean;
}

export interface Demand {
  readonly asset: string;
  readonly side: Side;
  readonly amount: Cents;
  readonly positions: readonly Position[];
}

export interface Instructed {
  /** New versions only. */
  readonly instructions: readonly Instruction[];
  readonly opposites: readonly OppositeAmount[];
  readonly demands: readonly Demand[];
}

/** Whether a fund still calls for anything: at least the tolerance and at least one share. */
export const callsForMore = (position: Position, tolerance: Cents): boolean =>
  Math.abs(position.residual) >= Math.max(tolerance, 1) &&
  Math.abs(position.residual) >= position.price * 100;

/** The side on which a fund's residual has to be worked. */
export const sideOf = (position: Position): Side =>
  position.residual > 0 ? position.side : oppositeSide(position.side);

/** Worst price for a side: iNAV plus or minus the limit, to the tick inside it. */
export function limitPrice(inav: Price, side: Side, limitBps: number): Price {
  const perTick = BigInt(Math.round(inav * 1e8)) * BigInt(10_000 + (side === 'BUY' ? limitBps : -limitBps));
  const tick = BigInt(10_000) * BigInt(1_000_000);
  const ticks = side === 'BUY' ? perTick / tick : (perTick + tick - BigInt(1)) / tick;
  return Number(ticks) / 100;
}

export function demandsOf(
  standing: Standing,
  assets: readonly string[],
  tolerance: Cents,
): readonly Demand[] {
  return assets.flatMap((asset) =>
    SIDES.map((side) => {
      const positions = standing.positions.filter(
        (position) =>
          position.asset === asset && callsForMore(position, tolerance) && sideOf(position) === side,
      );
      const amount = positions.reduce((sum, position) => sum + Math.abs(position.residual), 0);
      return { asset, side, amount, positions };
    }),
  );
}

export function instruct(context: InstructContext): Instructed {
  const { state, standing, assets, tolerance } = context;
  const demands = demandsOf(standing, assets, tolerance);
  return {
    demands,
    instructions: demands.flatMap((demand) => instructSide(context, demand, demands)),
    opposites: nextOpposites(state, demands),
  };
}

function instructSide(context: InstructContext, demand: Demand, demands: readonly Demand[]): Instruction[] {
  const { asset, side, amount } = demand;
  const { standing, etfs, quotes, state, tolerance } = context;
  const etf = etfs.find((candidate) => candidate.asset === asset);
  const quote = quotes.get(asset);
  if (!etf || !quote) return [];
  const working = new Map(inForce(state.instructions).map((instruction) => [instruction.id, instruction]));
  const fills = standing.pools.find((pool) => pool.asset === asset && pool.side === side)?.fills ?? [];
  const brokers = brokersOf(etf, context.brokers);
  const parts =
    amount === 0
      ? brokers.map(() => 0)
      : splitCents(
          amount,
          brokers.map(({ share }) => share),
        );
  const otherSide = demands.some((other) => other.asset === asset && other.side !== side && other.amount > 0);
  // A broker that worked this side before stays instructed, even if the ETF has moved to another one.
  const all = [...working.values()].filter((known) => known.asset === asset && known.side === side);
  const names = [...new Set([...brokers.map(({ name }) => name), ...all.map(({ broker }) => broker)])].sort();
  return names.flatMap((broker) => {
    const index = brokers.findIndex(({ name }) => name === broker);
    const id = instructionId(state.tradeDate, asset, side, broker);
    const before = working.get(id);
    const done = executed(fills.filter((fill) => fill.broker === broker)).money;
    const next: Instruction = {
      id,
      version: (before?.version ?? 0) + 1,
      tradeDate: state.tradeDate,
      asset,
      side,
      broker,
      cap: done + (index < 0 ? 0 : (parts[index] ?? 0)),
      executed: done,
      inav: quote.inav,
      limitPrice: limitPrice(quote.inav, side, etf.limitBps),
      limitBps: etf.limitBps,
      doNotCross: otherSide,
      issuedAt: context.now,
      issuedBy: context.user,
    };
    return isNews(before, next, tolerance, context.reprice) ? [next] : [];
  });
}

/** The brokers of an ETF with the parts they take of it. */
export function brokersOf(etf: Etf, brokers: readonly Broker[]): readonly { name: string; share: number }[] {
  const all = etf.broker === null ? brokers : brokers.filter(({ name }) => name === etf.broker);
  return all
    .map(({ name, share }) => ({ name, share: etf.broker === null ? share : 1 }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function isNews(
  before: Instruction | undefined,
  next: Instruction,
  tolerance: Cents,
  reprice: boolean,
): boolean {
  const stops = next.cap <= next.executed;
  if (!before) return !stops;
  const wasDone = before.cap <= next.executed;
  if (stops) return !wasDone;
  // Small parts of a demand that counts as a whole still have to be worked by somebody.
  if (wasDone) return true;
  if (Math.abs(next.cap - before.cap) >= Math.max(tolerance, 1)) return true;
  // Who works one side has to know that the other has begun.
  if (next.doNotCross && !before.doNotCross) return true;
  // A limit that has drifted by more than half its own width would no longer mean what it said.
  const drift = Math.abs(next.limitPrice / before.limitPrice - 1) * 10_000;
  return reprice && drift > before.limitBps / 2;
}

/** A fund that gives back is instructed cumulatively: what it gave so far plus what is still too much. */
function nextOpposites(state: DayState, demands: readonly Demand[]): readonly OppositeAmount[] {
  const known = new Map(state.opposites.map((opposite) => [memberKey(opposite), opposite]));
  for (const { asset, side, positions } of demands) {
    for (const position of positions) {
      if (position.side === side) continue;
      const amount = position.opposite + Math.abs(position.residual);
      const opposite = { cnpj: position.cnpj, asset, side, amount };
      known.set(memberKey(opposite), opposite);
    }
  }
  return [...known.values()].sort(byKey(memberKey));
}
