// The state of the day: what was decided so far and may not change under anybody's hands.
import type { Instruction } from '../../domain/broker';
import type { Cnpj } from '../../domain/cnpj';
import type { Cents, Price } from '../../domain/money';
import type { IsoDate, Stamp } from '../../domain/stamp';
import type { Stop } from '../../domain/stop';
import type { Intent, OffshoreOrder, Side } from '../../domain/trade';
import type { Message } from '../../language/message';
import type { Claim } from '../ledger/claims';
import type { Cut } from '../ledger/slices';
import type { Acceptance } from './acceptances';

/** What one ETF was worth when a primary or adjustment stage last looked: later splits use it unchanged. */
export interface FrozenQuote {
  readonly asset: string;
  readonly inav: Price;
  readonly sharesPerUnit: number;
  readonly at: Stamp;
  readonly stage: 'initial' | 'primary' | 'adjustments';
}

/** Whole units asked for one fund on one side; zero units are recorded too: they were decided. */
export interface UnitRequest {
  readonly cnpj: Cnpj;
  readonly asset: string;
  readonly side: Side;
  readonly units: number;
  readonly inav: Price;
  readonly sharesPerUnit: number;
  readonly executedShares: number;
  /** What it kept then, in cents, by right of orders that were cut; left out = nothing, or an older version chose the units. */
  readonly kept?: Cents;
  /** What these cost on average when the units were chosen; the iNAV where none were executed. */
  readonly price: Price;
  readonly objective: number;
  readonly lowerBound: number;
  /** What a plain pro rata would give, and what one unit more or less would add to the miss; null where unknown. */
  readonly proRataUnits: number | null;
  readonly oneUnitMore: number | null;
  readonly oneUnitLess: number | null;
  readonly reasons: readonly Message[];
  readonly requestedAt: Stamp;
}

/** Units of one fund that a person decided, for the day; null takes back what was decided so. */
export interface UnitOverride {
  readonly cnpj: Cnpj;
  readonly asset: string;
  readonly side: Side;
  readonly units: number | null;
  readonly reason: string;
  readonly by: string;
  readonly at: Stamp;
}

export interface Cycle {
  readonly iteration: number;
  readonly lastAt: Stamp | null;
  readonly converged: boolean;
  /** Iterations of this day where somebody said how many; null = as the settings say. */
  readonly maximum: number | null;
}

/** The official NAV of the day as the history has it. */
export interface SavedNav {
  readonly asset: string;
  readonly nav: Price;
}

/** What one broker's fills of one ETF and side came to when they were allocated. */
export interface AllocatedPart {
  readonly broker: string;
  readonly asset: string;
  readonly side: Side;
  readonly fills: number;
  readonly shares: number;
  readonly money: Cents;
  /** Which fills these were, each with its shares, price and time; left out = an older version did not keep it. */
  readonly says?: string;
}

export interface AllocationMark {
  readonly version: number;
  /** Fingerprint of fills and split: an equal one makes no new version. */
  readonly fingerprint: string;
  /** What was allocated: fills that differ now make the day PENDING again. null = an older version did not keep it. */
  readonly parts: readonly AllocatedPart[] | null;
  /** Shares that no fund could be given. */
  readonly unplaced: readonly {
    readonly asset: string;
    readonly side: Side;
    readonly shares: number;
    /** Who traded them; nothing where an older version did not keep it. */
    readonly brokers?: readonly string[];
  }[];
  /** Brokers that were sent an allocation, whatever its version. */
  readonly told: readonly string[];
  /** What each was told last: its version, and a fingerprint of its rows; left out = an older version did not keep it. */
  readonly last?: Readonly<Record<string, { readonly version: number; readonly says: string }>>;
  /** Orders that daily-trades asked for otherwise when the day was first allocated, and nobody amended; left out = none. */
  readonly differing?: readonly DifferingOrder[];
}

/** @see src/stages/look/changedOrders.ts */
export interface DifferingOrder extends Pick<Intent, 'fund' | 'asset' | 'side'> {
  /** What was worked. */
  readonly worked: Cents;
  /** What daily-trades asked for. */
  readonly asked: Cents;
}

/** All figures of one column, in the order of their rows' keys: a CNPJ, a symbol, a broker. */
export interface Known {
  /** `fund-stats nav` */
  readonly what: string;
  readonly rows: readonly KnownRow[];
}
/** What it was, and on which date. */
export type KnownValue = readonly [value: number, on: IsoDate];
export type KnownRow = readonly [key: string, ...value: KnownValue];

/** The last applied run of a stage and scope: running it again with the same outcome changes nothing. */
export interface StageMark {
  readonly stage: string;
  readonly scope: string;
  readonly runId: string;
  readonly at: Stamp;
  readonly hash: string;
}

export interface DayState {
  readonly tradeDate: IsoDate | null;
  readonly intents: readonly Intent[];
  readonly offshore: readonly OffshoreOrder[];
  readonly quotes: readonly FrozenQuote[];
  readonly units: readonly UnitRequest[];
  /** What a person decided about units, the oldest first. */
  readonly unitOverrides: readonly UnitOverride[];
  /** Who has a right to shares, from when, until when: orders, and what funds give back on the other side. */
  readonly claims: readonly Claim[];
  /** What rows without a time had where claims began or ended. */
  readonly cuts: readonly Cut[];
  /** What a person stopped today, the oldest first. */
  readonly stops: readonly Stop[];
  /** Every version ever written today; the highest of an id is in force. */
  readonly instructions: readonly Instruction[];
  readonly cycle: Cycle;
  readonly allocation: AllocationMark | null;
  readonly navs: readonly SavedNav[];
  /** What somebody accepted for the day, with a reason. */
  readonly acceptances: readonly Acceptance[];
  /** What figures were when a day was opened last, or earlier where they were odd then: the next ones are compared with them. */
  readonly known: readonly Known[];
  readonly marks: readonly StageMark[];
}

/** A state whose day was opened: its trade date is known. */
export type OpenDay = DayState & { readonly tradeDate: IsoDate };

export const isOpen = (state: DayState): state is OpenDay => state.tradeDate !== null;

export const EMPTY_STATE: DayState = {
  tradeDate: null,
  intents: [],
  offshore: [],
  quotes: [],
  units: [],
  unitOverrides: [],
  claims: [],
  cuts: [],
  stops: [],
  instructions: [],
  cycle: { iteration: 0, lastAt: null, converged: false, maximum: null },
  allocation: null,
  navs: [],
  acceptances: [],
  known: [],
  marks: [],
};

/** An earlier day that brokers worked and that was never allocated: opening another one would lose it. */
export const unfinishedDay = (
  { tradeDate, instructions, allocation }: DayState,
  today: IsoDate,
): IsoDate | null =>
  tradeDate === null || tradeDate >= today || instructions.length === 0 || allocation !== null
    ? null
    : tradeDate;

/** The instructions in force: the highest version of each id, in the order of their ids. */
export function inForce(instructions: readonly Instruction[]): readonly Instruction[] {
  const latest = new Map<string, Instruction>();
  for (const instruction of instructions) {
    const known = latest.get(instruction.id);
    if (!known || known.version < instruction.version) latest.set(instruction.id, instruction);
  }
  return [...latest.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The state without its readings of the clock, what ran, and what is only kept for comparison: what was decided, and nothing of when. */
export function decidedPart({ marks: _ran, known: _kept, cycle, ...state }: DayState): unknown {
  return {
    ...state,
    intents: state.intents.map(({ frozenAt: _at, ...intent }) => intent),
    quotes: state.quotes.map(({ at: _at, ...quote }) => quote),
    units: state.units.map(({ requestedAt: _at, ...unit }) => unit),
    unitOverrides: state.unitOverrides.map(({ at: _at, ...override }) => override),
    instructions: state.instructions.map(({ issuedAt: _at, ...instruction }) => instruction),
    claims: state.claims.map(({ from, to, ...claim }) => ({
      ...claim,
      opened: from === null,
      ended: to !== null,
    })),
    cuts: state.cuts.map(({ untimed }) => untimed),
    acceptances: state.acceptances.map(({ at: _at, ...acceptance }) => acceptance),
    stops: state.stops.map(({ at: _at, ...stop }) => stop),
    cycle: { iteration: cycle.iteration, converged: cycle.converged, maximum: cycle.maximum },
  };
}
