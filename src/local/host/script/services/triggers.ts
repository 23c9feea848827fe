// Answers ScriptApp: triggers are kept as data; who winds the clock or opens and edits a book calls their functions.
import * as v from 'valibot';
import { readJson, writeWhole } from '../../book/files';
import { type Journal, readOrSetAside, withoutLog } from '../../journal/journal';
import { Trigger } from '../triggers';
import { Marked } from '../wire';
import { data, fields, text } from './arguments';
import type { Handlers } from './service';

const INTERVALS = [1, 5, 10, 15, 30];
export const TRIGGER_LIMIT = 20;

export interface Triggers {
  readonly handlers: Handlers;
  list(): readonly Trigger[];
}

function check({ everyMinutes, everyDays, monthDay, hour, at, on }: Trigger): void {
  if (everyMinutes !== undefined && !INTERVALS.includes(everyMinutes) && everyMinutes % 60 !== 0)
    throw new Error(`A clock trigger runs every ${INTERVALS.join(', ')} minutes or full hours.`);
  if (hour !== undefined && (hour < 0 || hour > 23)) throw new Error('The hour of a trigger is 0 to 23.');
  if ([everyMinutes, everyDays, monthDay, at, on].every((each) => each === undefined))
    throw new Error('The trigger does not say when it runs.');
}

const Triggers = v.array(Trigger);

/** @param user whose triggers they are: those of others are kept, and neither seen nor removed */
export function openTriggers(
  file: string,
  uuid: () => string,
  user: string,
  journal: Journal = withoutLog('at once'),
): Triggers {
  let triggers: readonly Trigger[] = readOrSetAside(journal, file, () => readJson(file, Triggers)) ?? [];
  const notes = journal.join('triggers', {
    replay(record) {
      triggers = v.parse(Triggers, record);
    },
    checkpoint: () => writeWhole(file, `${JSON.stringify(triggers, null, 1)}\n`),
  });
  const keep = (next: readonly Trigger[]): void => {
    triggers = next;
    notes.note(triggers);
    notes.sync();
  };
  const own = (): readonly Trigger[] => triggers.filter(({ owner = user }) => owner === user);
  const forget = (id: unknown): void =>
    keep(triggers.filter((each) => each.id !== id || (each.owner ?? user) !== user));
  return {
    list: own,
    handlers: {
      'ScriptApp.createTrigger': ([handler, draft]) => {
        const wanted = {
          ...fields(draft, 'A trigger'),
          id: uuid(),
          handler: text(handler, 'The function of a trigger'),
          owner: user,
        };
        const trigger = v.parse(Trigger, wanted);
        check(trigger);
        if (own().length >= TRIGGER_LIMIT)
          throw new Error(
            'This script has too many triggers. Triggers must be deleted before more can be added.',
          );
        keep([...triggers, trigger]);
        return new Marked('Trigger', trigger);
      },
      'ScriptApp.getProjectTriggers': () => own().map((trigger) => new Marked('Trigger', trigger)),
      'ScriptApp.deleteTrigger': ([trigger]) => forget(data(trigger, 'Trigger').id),
      // Nobody checks it here: the local answers to signed calls accept any token.
      'ScriptApp.getOAuthToken': () => 'token-of-the-laptop-desk',
    },
  };
}
