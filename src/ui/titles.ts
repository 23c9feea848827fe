// What stands over a dialog and beside a run: the words of its menu item.
import { ALL_FAMILIES } from '../domain/etf';
import { stageNamed, stageTitle as titleOf } from '../domain/stage';
import { type Message, msg, verbatim } from '../language/message';
import type { StageRequest } from '../stages/stages';

/** What else than a stage can fail and leave a row in the log. */
const OTHERS: Readonly<Record<string, Message>> = {
  schedule: msg('Schedule'),
  resume: msg('Resumed run'),
  'self-test': msg('Self-test'),
};

/** Of a request, or of what stands in the log. */
export function stageTitle({ stage, scope = ALL_FAMILIES }: Pick<StageRequest, 'stage' | 'scope'>): Message {
  const name = stageNamed(stage);
  return name === null ? (OTHERS[stage] ?? verbatim(stage)) : titleOf(name, scope);
}

export const IMPORT_TITLE = msg('Import files');
export const SELF_TEST_TITLE = msg('Self-test');
export const SET_UP_TITLE = msg('Set up');
export const BLOTTER_TITLE = msg('Blotter');
export const DESK_TITLE = msg('The desk');
