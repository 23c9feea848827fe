// What stands over a dialog and beside a step: the words of its menu item.
import type { StageRequest } from '../desk/request';
import { type Message, msg, verbatim } from '../language/message';

/** Stages, and what else leaves a row in the log. */
const STAGES: Readonly<Record<string, Message>> = {
  initial: msg('Initial orders'),
  primary: msg('Primary units'),
  adjustments: msg('Adjustment cycle'),
  final: msg('Final allocation'),
  nav: msg('Official NAV'),
  amend: msg('Amend an order'),
  status: msg('Status'),
  schedule: msg('Schedule'),
  resume: msg('Resumed run'),
};

/** A part of a stage that has a name of its own is a family. */
export const stageTitle = ({ stage, scope = 'all' }: Pick<StageRequest, 'stage' | 'scope'>): Message =>
  stage === 'primary' && scope !== 'all' && scope !== ''
    ? msg('Primary units: {family}', { family: scope })
    : (STAGES[stage] ?? verbatim(stage));

const PRIMARY = 'primary-';

/** @param name of a step of the schedule: a stage, or `primary-` and the family */
export const stepTitle = (name: string): Message =>
  name.startsWith(PRIMARY)
    ? stageTitle({ stage: 'primary', scope: name.slice(PRIMARY.length) })
    : stageTitle({ stage: name });

export const IMPORT_TITLE = msg('Import files');
export const SET_UP_TITLE = msg('Set up');
export const DESK_TITLE = msg('The desk');
