// The day on one screen: ETF × side with its brokers and its funds, as the book stands. Decides nothing.
import { executed, type Fill } from '../../domain/fill';
import { grouped } from '../../domain/lookup';
import type { Cents, Price } from '../../domain/money';
import { type Stamp, type Time, timeOf } from '../../domain/stamp';
import { SIDES, type Side } from '../../domain/trade';
import type { Message } from '../../language/message';
import { shownStanding } from '../allocation/booked';
import { fillsFor } from '../checks/fillsSubject';
import { countedFills } from '../day/fills';
import type { DayInputs } from '../day/inputs';
import { poolKey } from '../day/keys';
import { liveQuotes } from '../day/quotes';
import { inForce } from '../day/state';
import type { Standing } from '../standing/positions';
import { fillsAsOf, inavAsOf } from './asOf';
import { shortFunds } from './names';
import { fundNotes, sideNotes } from './notes';
import { type Figures, figuresOf, fillsOfSide, type SideFigures, sidesOf } from './sides';

/** What was traded, and how well. */
export interface Traded {
  /** By brokers in all, whosoever it is. */
  readonly filled: Cents;
  readonly shares: number;
  readonly averagePrice: Price | null;
  /** The average price against the ETF's iNAV in market-data, in basis points; above zero is worse. */
  readonly inavBps: number | null;
  /** The same against what the desk paid and got for the ETF all day, both sides. */
  readonly vwapBps: number | null;
  readonly lastFill: Stamp | null;
}

export interface BlotterBroker extends Traded {
  readonly broker: string;
  readonly cap: Cents;
  /** Cap less what is filled; below zero the cap is broken. */
  readonly capLeft: Cents;
  /** Its part of what was filled on the side; null while nothing is. */
  readonly share: number | null;
  readonly version: number;
  readonly issuedAt: Stamp;
  readonly limitPrice: Price;
  readonly headroomBps: number | null;
}

export interface BlotterFund extends Figures {
  /** Without the legal part of its name. */
  readonly fund: string;
  /** Units that a person set, what it keeps of a reduced order, shares that it lacks; null = nothing is to be said. */
  readonly note: Message | null;
}

export interface BlotterSide extends Figures, Traded {
  readonly asset: string;
  readonly side: Side;
  /** Of what is filled: traded for funds of the other side, which give back here. */
  readonly forOthers: Cents;
  /** The widest limit of those whose caps leave anything, else of all; null where nobody is instructed. */
  readonly limitPrice: Price | null;
  /** From the iNAV to the limit, in basis points; below zero the iNAV has passed it. */
  readonly headroomBps: number | null;
  readonly cap: Cents;
  readonly capLeft: Cents;
  readonly inavAsOf: Stamp | null;
  /** What of it is sold naked, why it is open again, and whose units a person set. */
  readonly note: Message | null;
  readonly brokers: readonly BlotterBroker[];
  readonly funds: readonly BlotterFund[];
  /** What was filled in each tenth of an hour that had any; fills without a time are left out. */
  readonly course: readonly CoursePoint[];
}

export interface CoursePoint {
  /** The beginning of its ten minutes. */
  readonly time: Time;
  readonly money: Cents;
}

export interface Blotter {
  readonly now: Stamp;
  readonly fillsAsOf: Stamp | null;
  readonly sides: readonly BlotterSide[];
}

const COURSE_MINUTES = 10;

export function blotterOf(inputs: DayInputs, standing: Standing = shownStanding(inputs)): Blotter {
  const known = new Map(sidesOf(standing).map((side) => [poolKey(side), side]));
  const shown = { pools: standing.pools, notes: fundNotes(inputs, standing) };
  const working = inForce(inputs.state.instructions);
  const fills = countedFills(inputs);
  const touched = new Set([...working, ...fills].map(poolKey));
  const assets = [...new Set([...standing.pools, ...working].map(({ asset }) => asset))].sort();
  const noteOfSide = sideNotes(inputs, standing);
  const sides = assets.flatMap((asset) =>
    SIDES.flatMap((side): readonly BlotterSide[] => {
      const key = { asset, side };
      const own = known.get(poolKey(key));
      if (own === undefined && !touched.has(poolKey(key))) return [];
      const note = noteOfSide({ ...key, funds: own?.funds ?? [], toGiveBack: own?.toGiveBack ?? null });
      return [{ ...sideOf(inputs, key, own, shown), note }];
    }),
  );
  return { now: inputs.now, fillsAsOf: fillsAsOf(inputs), sides };
}

/** One standing, and what is said of its funds. */
interface Shown extends Pick<Standing, 'pools'> {
  readonly notes: ReturnType<typeof fundNotes>;
}

type OfSide = Pick<SideFigures, 'asset' | 'side'>;

function sideOf(
  inputs: DayInputs,
  { asset, side }: OfSide,
  own: SideFigures | undefined,
  { pools, notes }: Shown,
): Omit<BlotterSide, 'note'> {
  const pool = pools.find((one) => one.asset === asset && one.side === side);
  const fills = pool?.fills ?? [];
  const inav = liveQuotes(inputs).get(asset)?.inav ?? null;
  const ofDay = executed(pools.filter((one) => one.asset === asset).flatMap((one) => one.fills)).price;
  const trade = (some: readonly Fill[]): Traded => tradedBy(some, side, { inav, ofDay });
  const brokers = brokersOf(inputs, { asset, side }, fills, trade, inav);
  // Who has used its cap up keeps the limit of then, and nobody trades by it.
  const working = brokers.filter(({ capLeft }) => capLeft > 0);
  const limits = (working.length > 0 ? working : brokers).map(({ limitPrice }) => limitPrice);
  const limitPrice = limits.length === 0 ? null : side === 'BUY' ? Math.max(...limits) : Math.min(...limits);
  // Caps and fills that nobody calls for: nothing is to be done there, so no part of it is.
  const {
    funds,
    toGiveBack: _noted,
    ...figures
  } = own ?? {
    ...figuresOf([]),
    done: 0,
    funds: [],
    toGiveBack: null,
  };
  const short = shortFunds(inputs);
  return {
    ...figures,
    ...trade(fills),
    ...{ asset, side, brokers, limitPrice },
    forOthers: pool === undefined ? 0 : fillsOfSide(pool).forOthers,
    headroomBps: limitPrice === null ? null : bpsTo(limitPrice, inav, side),
    cap: brokers.reduce((sum, { cap }) => sum + cap, 0),
    capLeft: brokers.reduce((sum, { capLeft }) => sum + capLeft, 0),
    inavAsOf: inavAsOf(inputs, asset),
    funds: funds.map(({ position, ...fund }) => ({
      fund: short(position.fund),
      ...fund,
      note: notes(position),
    })),
    course: courseOf(fills),
  };
}

/** Who is instructed, and whoever else has fills there. */
function brokersOf(
  { state }: DayInputs,
  of: OfSide,
  fills: readonly Fill[],
  trade: (fills: readonly Fill[]) => Traded,
  inav: Price | null,
): readonly BlotterBroker[] {
  const all = executed(fills).money;
  return inForce(state.instructions)
    .filter(({ asset, side }) => asset === of.asset && side === of.side)
    .map((instruction) => {
      const { broker, cap, version, issuedAt, limitPrice } = instruction;
      const traded = trade(fillsFor(fills, instruction));
      return {
        ...traded,
        ...{ broker, cap, version, issuedAt, limitPrice },
        capLeft: cap - traded.filled,
        share: all === 0 ? null : traded.filled / all,
        headroomBps: bpsTo(limitPrice, inav, of.side),
      };
    })
    .sort((a, b) => (a.broker < b.broker ? -1 : 1));
}

function tradedBy(
  fills: readonly Fill[],
  side: Side,
  { inav, ofDay }: { readonly inav: Price | null; readonly ofDay: Price | null },
): Traded {
  const { money, shares, price } = executed(fills);
  return {
    filled: money,
    shares,
    averagePrice: price,
    inavBps: price === null ? null : bpsTo(price, inav, side),
    vwapBps: price === null ? null : bpsTo(price, ofDay, side),
    lastFill: fills.reduce<Stamp | null>(
      (last, { time }) => (time !== null && (last === null || time > last) ? time : last),
      null,
    ),
  };
}

/** How far a price lies on the dear side of another: above it for who buys, below it for who sells. */
function bpsTo(price: Price, other: Price | null, side: Side): number | null {
  if (other === null || other === 0) return null;
  const bps = ((price - other) / other) * 10_000;
  return Math.round((side === 'BUY' ? bps : -bps) * 100) / 100;
}

function courseOf(fills: readonly Fill[]): readonly CoursePoint[] {
  const timed = fills.flatMap((fill) => (fill.time === null ? [] : [{ fill, from: courseFrom(fill.time) }]));
  return [...grouped(timed, ({ from }) => from)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([time, own]) => ({ time, money: executed(own.map(({ fill }) => fill)).money }));
}

/** When the ten minutes began in which it was. */
function courseFrom(stamp: Stamp): Time {
  const time = timeOf(stamp);
  const minute = Number(time.slice(3));
  return `${time.slice(0, 3)}${String(minute - (minute % COURSE_MINUTES)).padStart(2, '0')}`;
}
