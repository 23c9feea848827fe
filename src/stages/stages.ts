// The registry: what each stage reads, which feeds it wants fresh, what a request may ask of it and how it plans. The runner
// knows no more of them; how they are called and when they run stands in src/domain/stage.ts.
import { ALL_FAMILIES, familyKey, type PrimaryScope } from '../domain/etf';
import { STAGE_NAMES, type StageName, stageNamed } from '../domain/stage';
import { msg } from '../language/message';
import { SaidError } from '../language/print';
import { planAdjustmentCycle } from './adjustmentCycle';
import { planAmend } from './amend';
import { planClosingNav } from './closingNav';
import { type DayInputs, type Feed, type InputTab, STANDING_TABS } from './day/inputs';
import type { Plan } from './day/outcome';
import { planFinalAllocation } from './finalAllocation';
import { planInitialOrders } from './initialOrders';
import { planPrimaryUnits } from './primaryUnits';
import { planStatus } from './status';

/** A stage as somebody asks for it: plain data, checked before anything is done with it. */
export interface StageRequest {
  readonly stage: string;
  /** A family or `all`; which families there are is known once the tabs are read. */
  readonly scope?: string;
  readonly paused?: boolean;
  readonly maxIterations?: number;
  readonly reason?: string;
}

type Planner = (inputs: DayInputs, digest: (text: string) => string) => Plan;

interface Definition {
  readonly reads: readonly InputTab[];
  readonly feeds: readonly Feed[];
  /** Begins a trade date: marks of earlier days mean nothing any more. */
  readonly opensDay?: true;
  /** Closes a trade date, also one that the evening missed: then from what was fetched on that day. */
  readonly closesDay?: true;
  /** @throws when the request asks for what the stage does not know */
  readonly asked: (request: Omit<StageRequest, 'stage'>) => {
    readonly scope: string;
    readonly plan: Planner;
  };
}

/** A stage with all that it was asked. */
export interface Stage extends Omit<Definition, 'asked'> {
  readonly name: StageName;
  readonly scope: string;
  readonly plan: Planner;
}

const WITH_TRADES: readonly InputTab[] = [...STANDING_TABS, 'dailyTrades'];
const BOTH: readonly Feed[] = ['executions', 'quotes'];

/** It takes no wish. */
const whole = (plan: Planner) => () => ({ scope: ALL_FAMILIES, plan });

export const STAGES: Readonly<Record<StageName, Definition>> = {
  initial: { reads: WITH_TRADES, feeds: BOTH, opensDay: true, asked: whole(planInitialOrders) },
  primary: {
    reads: STANDING_TABS,
    feeds: BOTH,
    asked({ scope: wish = ALL_FAMILIES, paused = null }) {
      const scope = familyKey(wish);
      return { scope, plan: (inputs) => planPrimaryUnits(inputs, { scope, paused }) };
    },
  },
  adjustments: {
    // Targets are frozen and units decided; only what a fund holds still bounds what it may sell.
    reads: STANDING_TABS.filter((tab) => tab !== 'fundStats'),
    feeds: BOTH,
    asked({ maxIterations }) {
      const maximum = iterations(maxIterations);
      return {
        scope: ALL_FAMILIES,
        plan: (inputs) => planAdjustmentCycle(inputs, maximum ?? inputs.settings.maxAdjustmentIterations),
      };
    },
  },
  final: { reads: STANDING_TABS, feeds: ['executions'], closesDay: true, asked: whole(planFinalAllocation) },
  nav: { reads: STANDING_TABS, feeds: ['quotes'], asked: whole(planClosingNav) },
  status: { reads: STANDING_TABS, feeds: BOTH, asked: whole(planStatus) },
  amend: {
    reads: WITH_TRADES,
    feeds: BOTH,
    asked: ({ reason = '' }) => ({ scope: ALL_FAMILIES, plan: (inputs) => planAmend(inputs, reason) }),
  },
};

/** @throws when the number is none */
export function iterations(maximum: number | undefined): number | null {
  if (maximum === undefined) return null;
  if (!Number.isInteger(maximum) || maximum < 1) {
    throw new SaidError(
      msg('"{value}" is not a number of iterations; use 1 or more', { value: String(maximum) }),
    );
  }
  return maximum;
}

export function stageOf(name: StageName, wish: Omit<StageRequest, 'stage'> = {}): Stage {
  const { asked, ...definition } = STAGES[name];
  return { ...definition, name, ...asked(wish) };
}

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
export const status = (): Stage => stageOf('status');
export const amend = (reason: string): Stage => stageOf('amend', { reason });
