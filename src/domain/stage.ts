// The stages of a desk's day as everybody names them: menu, schedule, settings, command line and tables follow from these rows.
// What a stage reads and decides stands in src/stages/stages.ts, under the same names.

import { type Message, msg } from '../language/message';
import { ALL_FAMILIES, type PrimaryScope } from './etf';

/** When the schedule wants a stage to run; null = only when somebody asks. */
export type StageMoment = 'morning' | 'cut-off' | 'afternoon' | 'close' | 'evening';

export interface StageRow {
  /** As the menu and the mails call it. */
  readonly title: Message;
  /** The function that runs it at once; null = only from its dialog. */
  readonly calls: string | null;
  readonly moment: StageMoment | null;
  /** One run a family, because their cut-offs differ. */
  readonly byFamily: boolean;
  /** May be named in the setting `auto_send`. */
  readonly unattended: boolean;
  /** What its dialog has to be told before there is a plan. */
  readonly asks: 'reason' | 'what' | null;
}

export const STAGE_ROWS = {
  initial: {
    title: msg('Initial orders'),
    calls: 'runInitialOrders',
    moment: 'morning',
    byFamily: false,
    unattended: true,
    asks: null,
  },
  primary: {
    title: msg('Primary units'),
    calls: 'runPrimaryCalculation',
    moment: 'cut-off',
    byFamily: true,
    unattended: true,
    asks: null,
  },
  adjustments: {
    title: msg('Adjustment cycle'),
    calls: 'runAdjustmentCycle',
    moment: 'afternoon',
    byFamily: false,
    unattended: true,
    asks: null,
  },
  final: {
    title: msg('Final allocation'),
    calls: 'completeAdjustmentWorkflow',
    moment: 'close',
    byFamily: false,
    unattended: true,
    asks: null,
  },
  nav: {
    title: msg('Official NAV'),
    calls: 'saveOfficialNav',
    moment: 'evening',
    byFamily: false,
    unattended: false,
    asks: null,
  },
  status: {
    title: msg('Status'),
    calls: 'checkAdjustmentStatus',
    moment: null,
    byFamily: false,
    unattended: false,
    asks: null,
  },
  amend: {
    title: msg('Amend an order'),
    calls: null,
    moment: null,
    byFamily: false,
    unattended: false,
    asks: 'reason',
  },
  cancel: {
    title: msg('Cancel orders'),
    calls: 'cancelOrders',
    moment: null,
    byFamily: false,
    unattended: false,
    asks: 'what',
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
