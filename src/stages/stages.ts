// The stages by name: what each reads, which feeds it wants fresh, and how it plans. The runner knows no more of them.

import type { Feed } from '../desk/run/refresh';
import type { PrimaryScope } from '../domain/etf';
import { planAdjustmentCycle } from './adjustmentCycle';
import { planAmend } from './amend';
import { planClosingNav } from './closingNav';
import { type DayInputs, type InputTab, STANDING_TABS } from './day/inputs';
import type { Plan, StageName } from './day/outcome';
import { planFinalAllocation } from './finalAllocation';
import { planInitialOrders } from './initialOrders';
import { planPrimaryUnits } from './primaryUnits';
import { planStatus } from './status';

export interface Stage {
  readonly name: StageName;
  readonly scope: string;
  readonly reads: readonly InputTab[];
  readonly feeds: readonly Feed[];
  readonly plan: (inputs: DayInputs, digest: (text: string) => string) => Plan;
}

const WITH_TRADES: readonly InputTab[] = [...STANDING_TABS, 'dailyTrades'];
const BOTH: readonly Feed[] = ['executions', 'quotes'];

export const initialOrders = (): Stage => ({
  name: 'initial',
  scope: 'all',
  reads: WITH_TRADES,
  feeds: BOTH,
  plan: planInitialOrders,
});

export const primaryUnits = (scope: PrimaryScope, paused: boolean | null): Stage => ({
  name: 'primary',
  scope,
  reads: STANDING_TABS,
  feeds: BOTH,
  plan: (inputs) => planPrimaryUnits(inputs, { scope, paused }),
});

/** @param maxIterations null = as the settings say */
export const adjustmentCycle = (maxIterations: number | null): Stage => ({
  name: 'adjustments',
  scope: 'all',
  reads: STANDING_TABS,
  feeds: BOTH,
  plan: (inputs) => planAdjustmentCycle(inputs, maxIterations ?? inputs.settings.maxAdjustmentIterations),
});

export const finalAllocation = (): Stage => ({
  name: 'final',
  scope: 'all',
  reads: STANDING_TABS,
  feeds: ['executions'],
  plan: planFinalAllocation,
});

export const closingNav = (): Stage => ({
  name: 'nav',
  scope: 'all',
  reads: STANDING_TABS,
  feeds: ['quotes'],
  plan: planClosingNav,
});

export const status = (): Stage => ({
  name: 'status',
  scope: 'all',
  reads: STANDING_TABS,
  feeds: BOTH,
  plan: planStatus,
});

export const amend = (reason: string): Stage => ({
  name: 'amend',
  scope: 'all',
  reads: WITH_TRADES,
  feeds: BOTH,
  plan: (inputs) => planAmend(inputs, reason),
});
