// The registry of stages: for each the tabs it reads, the feeds it wants fetched first, what a request may ask of it, and the function
// that plans it. This is all that the runner knows of a stage. Their names and titles stand in src/domain/stage.ts.
import { ALL_FAMILIES, familyKey, type PrimaryScope } from '../domain/etf';
import { STAGE_NAMES, type StageName, stageNamed } from '../domain/stage';
import { dateOf, type IsoDate, parseIsoDate } from '../domain/stamp';
import { msg } from '../language/message';
import { SaidError } from '../language/print';
import type { GivenRows } from '../sheets/givenFills';
import { planAdjustmentCycle } from './adjustmentCycle';
import { planAmend } from './amend';
import { planCancel } from './cancel';
import { CANCEL_KEYS, type CancelWish } from './cancelScope';
import { planClosingNav } from './closingNav';
import { type EarlierDay, planCorrection } from './correct';
import { type DayInputs, type Feed, type InputTab, STANDING_TABS } from './day/inputs';
import { planFinalAllocation } from './finalAllocation';
import { planInitialOrders } from './initialOrders';
import type { Plan } from './outcome/outcome';
import { planPrimaryUnits } from './primaryUnits';
import { planStatus } from './status';

/** A stage as somebody asks for it: plain data, checked before anything is done with it. */
export interface StageRequest {
  readonly stage: string;
  /** A family or `all`; which families there are is known once the tabs are read. */
  readonly scope?: string;
  readonly paused?: boolean;
  /** Of the day's cycle; a spreadsheet hands numbers over as text, too. */
  readonly maxIterations?: number | string;
  readonly reason?: string;
  /** The orders that are amended, by the keys that the preview gives; left out = every one that differs. */
  readonly orders?: readonly string[];
  /** What is cancelled; a blank or left-out part means all of them. */
  readonly asset?: string | null;
  readonly cnpj?: string | null;
  readonly broker?: string | null;
  readonly side?: string | null;
  /** The day that is corrected: `2024-11-08` or `08/11/2024`. */
  readonly date?: string;
  /** Fills of it: pasted rows, or records by column of the tab executions; left out = what feeds and tab tell. */
  readonly rows?: GivenRows | null;
}

type Planner = (inputs: DayInputs, digest: (text: string) => string) => Plan;

/** What is asked of a day that is over. */
export interface Correction {
  readonly date: IsoDate;
  readonly reason: string;
  readonly rows: GivenRows;
  readonly plan: (day: EarlierDay, digest: (text: string) => string) => Plan;
}

/** `plan`: works on the open day, read from the tabs. `corrects`: works on a day that is over, read from what was kept of it. */
type Work = { readonly plan: Planner } | { readonly corrects: Correction };

interface Definition {
  readonly reads: readonly InputTab[];
  readonly feeds: readonly Feed[];
  /** Also warns where daily-trades now differs from the orders that are worked; nothing in that tab can stop the stage. */
  readonly compares?: true;
  /** Opens a trade date: journal entries about mails of earlier days are dropped once it is applied. */
  readonly opensDay?: true;
  /** Closes a trade date. May run on a later date, for a day that the evening missed: then it fetches no feeds, which tell of today only. */
  readonly closesDay?: true;
  /** Sends mails that may replace mails still waiting for quota: those are held until the stage has planned, instead of going out stale. */
  readonly tells?: true;
  /** Must not be held up: a feed that does not answer is a warning only, and its mails go even while the warehouse is down. */
  readonly urgent?: true;
  /** @throws when the request asks for what the stage does not know */
  readonly asked: (request: Omit<StageRequest, 'stage'>) => { readonly scope: string } & Work;
}

/** A stage with all that it was asked. */
export type Stage = Omit<Definition, 'asked'> & Work & { readonly name: StageName; readonly scope: string };

const WITH_TRADES: readonly InputTab[] = [...STANDING_TABS, 'dailyTrades'];
const BOTH: readonly Feed[] = ['executions', 'quotes'];

/** A stage that always covers the whole day and takes no options. */
const whole = (plan: Planner) => () => ({ scope: ALL_FAMILIES, plan });

export const STAGES: Readonly<Record<StageName, Definition>> = {
  initial: {
    reads: WITH_TRADES,
    feeds: BOTH,
    tells: true,
    opensDay: true,
    asked({ maxIterations }) {
      const maximum = iterations(maxIterations);
      return {
        scope: ALL_FAMILIES,
        plan: (inputs) => planInitialOrders(inputs, maximum ?? inputs.maximum ?? null),
      };
    },
  },
  primary: {
    reads: STANDING_TABS,
    feeds: BOTH,
    compares: true,
    tells: true,
    asked({ scope: wish = ALL_FAMILIES, paused = null }) {
      const scope = familyKey(wish);
      return { scope, plan: (inputs) => planPrimaryUnits(inputs, { scope, paused }) };
    },
  },
  adjustments: {
    // Targets are frozen and units decided: what fund-stats says now changes nothing. Holdings bound what may be sold.
    reads: STANDING_TABS.filter((tab) => tab !== 'fundStats'),
    feeds: BOTH,
    compares: true,
    tells: true,
    asked: whole(planAdjustmentCycle),
  },
  final: {
    reads: STANDING_TABS,
    feeds: ['executions'],
    closesDay: true,
    compares: true,
    tells: true,
    asked: whole(planFinalAllocation),
  },
  nav: {
    reads: STANDING_TABS,
    feeds: ['quotes'],
    asked: whole((inputs, digest) => planClosingNav(inputs, digest, false)),
  },
  status: { reads: STANDING_TABS, feeds: BOTH, compares: true, asked: whole(planStatus) },
  amend: {
    reads: WITH_TRADES,
    feeds: BOTH,
    tells: true,
    asked: ({ reason = '', orders = null }) => ({
      scope: ALL_FAMILIES,
      plan: (inputs) => planAmend(inputs, reason, orders),
    }),
  },
  cancel: {
    // Orders are frozen: neither daily-trades nor fund-stats can stand in the way of a stop.
    reads: STANDING_TABS.filter((tab) => tab !== 'fundStats'),
    feeds: BOTH,
    tells: true,
    urgent: true,
    asked(request) {
      const wish = cancelWish(request);
      return { scope: ALL_FAMILIES, plan: (inputs) => planCancel(inputs, wish) };
    },
  },
  correct: {
    // The tabs tell of other days by now; the feeds are asked for that day when it is looked at.
    reads: [],
    feeds: [],
    tells: true,
    asked({ date = '', reason, rows }) {
      const day = parseIsoDate(date);
      if (!day.ok) throw new SaidError(day.reason);
      return {
        scope: day.value,
        corrects: { date: day.value, reason: (reason ?? '').trim(), rows: rows ?? [], plan: planCorrection },
      };
    },
  },
};

/** @throws at any unknown key: a misspelt one would otherwise be ignored, and a cancellation without it stops everything. */
function cancelWish(request: Omit<StageRequest, 'stage'>): CancelWish {
  const known: readonly string[] = CANCEL_KEYS;
  for (const [key, value] of Object.entries(request))
    if (!known.includes(key) || (typeof value !== 'string' && value !== null && value !== undefined))
      throw new SaidError(
        msg('"{value}" is nothing that a cancellation knows; use {values}', {
          value: known.includes(key) ? `${key}: ${JSON.stringify(value)}` : key,
          values: CANCEL_KEYS.join(', '),
        }),
      );
  return request;
}

/**
 * How many iterations somebody asks for; a spreadsheet hands over `3` or `'3'`, and nothing as a blank.
 * @returns null = as the settings say
 * @throws when it is no number of iterations
 */
export function iterations(asked: unknown): number | null {
  if (asked === undefined || asked === null || asked === '') return null;
  const maximum = typeof asked === 'string' && /^\s*\d+\s*$/.test(asked) ? Number(asked) : asked;
  if (typeof maximum === 'number' && Number.isSafeInteger(maximum) && maximum >= 1) return maximum;
  const value = typeof asked === 'object' ? JSON.stringify(asked) : String(asked);
  throw new SaidError(
    msg('"{value}" is not a number of iterations; use 1 or more', { value: value.slice(0, 60) }),
  );
}

export function stageOf(name: StageName, wish: Omit<StageRequest, 'stage'> = {}): Stage {
  const { asked, ...definition } = STAGES[name];
  const work = asked(wish);
  const maximum = iterations(wish.maxIterations);
  return maximum === null || 'corrects' in work
    ? { ...definition, ...work, name }
    : { ...definition, name, scope: work.scope, plan: lasting(work.plan, maximum) };
}

/** Writes the number of iterations that somebody asked for into the day's state, so that later runs of today know it, too. */
const lasting =
  (plan: Planner, maximum: number): Planner =>
  (inputs, digest) =>
    plan({ ...inputs, state: withMaximum(inputs, maximum) }, digest);

const withMaximum = ({ state, now }: DayInputs, maximum: number): DayInputs['state'] =>
  state.tradeDate === dateOf(now) ? { ...state, cycle: { ...state.cycle, maximum } } : state;

/** @throws when there is no such stage, or when it is asked for what it does not know */
export function stageFrom({ stage, ...wish }: StageRequest): Stage {
  const name = stageNamed(stage);
  if (name !== null) return stageOf(name, wish);
  throw new SaidError(
    msg('"{value}" is not a stage; use {values}', { value: stage, values: STAGE_NAMES.join(', ') }),
  );
}

export const initialOrders = (): Stage => stageOf('initial');
export const primaryUnits = (scope: PrimaryScope, paused: boolean | null): Stage =>
  stageOf('primary', { scope, ...(paused === null ? {} : { paused }) });
/** @param maxIterations null = as the settings say */
export const adjustmentCycle = (maxIterations: number | null): Stage =>
  stageOf('adjustments', maxIterations === null ? {} : { maxIterations });
export const finalAllocation = (): Stage => stageOf('final');
export const closingNav = (): Stage => stageOf('nav');
/** The report as it is known now: the closing NAV, and its files whatever that found. */
export function endOfDayReport(): Stage {
  const { asked: _asked, ...nav } = STAGES.nav;
  const plan: Planner = (inputs, digest) => planClosingNav(inputs, digest, true);
  return { ...nav, name: 'nav', scope: ALL_FAMILIES, plan };
}
export const status = (): Stage => stageOf('status');
/** How the day stands, and from now on how many iterations it has; null = as the settings say. */
export const statusWith = (maxIterations: number): Stage => stageOf('status', { maxIterations });
export const cancel = (wish: CancelWish): Stage => stageOf('cancel', wish);
export const amend = (reason: string): Stage => stageOf('amend', { reason });
