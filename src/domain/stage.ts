// The stages of a desk's day as everybody names them: menu, schedule, settings, command line and tables follow from these rows.
// What a stage reads and decides stands in src/stages/stages.ts, under the same names.

import { type Message, msg } from '../language/message';
import { ALL_FAMILIES, type PrimaryScope } from './etf';

export interface StageRow {
  /** As the menu and the mails call it. */
  readonly title: Message;
  /** The function that runs it at once; null = only from its dialog. */
  readonly calls: string | null;
  /** May be named in the setting `auto_send`. */
  readonly unattended: boolean;
}

export const STAGE_ROWS = {
  initial: {
    title: msg('Initial orders'),
    calls: 'runInitialOrders',
    unattended: true,
  },
  primary: {
    title: msg('Primary units'),
    calls: 'runPrimaryCalculation',
    unattended: true,
  },
  adjustments: {
    title: msg('Adjustment cycle'),
    calls: 'runAdjustmentCycle',
    unattended: true,
  },
  final: {
    title: msg('Final allocation'),
    calls: 'completeAdjustmentWorkflow',
    unattended: true,
  },
  nav: {
    title: msg('Official NAV'),
    calls: 'saveOfficialNav',
    unattended: false,
  },
  status: {
    title: msg('Status'),
    calls: 'checkAdjustmentStatus',
    unattended: false,
  },
  amend: {
    title: msg('Amend an order'),
    calls: null,
    unattended: false,
  },
  cancel: {
    title: msg('Cancel orders'),
    calls: 'cancelOrders',
    unattended: false,
  },
  correct: {
    title: msg('Correct an earlier day'),
    calls: 'correctDay',
    unattended: false,
  },
} as const satisfies Readonly<Record<string, StageRow>>;

export type StageName = keyof typeof STAGE_ROWS;

const isStageName = (name: string): name is StageName => Object.keys(STAGE_ROWS).includes(name);

/** In the order of the day. */
export const STAGE_NAMES: readonly StageName[] = Object.keys(STAGE_ROWS).filter(isStageName);

/** null when there is no such stage. */
export const stageNamed = (name: string): StageName | null => (isStageName(name) ? name : null);

export const stageRow = (name: StageName): StageRow => STAGE_ROWS[name];

/** What stands over its dialog and its mails. @param scope a family has its own run of a stage */
export const stageTitle = (name: StageName, scope: PrimaryScope = ALL_FAMILIES): Message =>
  name === 'primary' && scope !== ALL_FAMILIES
    ? msg('Primary units: {family}', { family: scope })
    : stageRow(name).title;

/** The stages that the schedule may send by itself. */
export const UNATTENDED_STAGES: readonly StageName[] = STAGE_NAMES.filter(
  (name) => stageRow(name).unattended,
);
