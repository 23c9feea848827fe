// Answers ScriptApp: clock triggers are kept as data; who winds the clock asks for them and calls their functions.
import { readJson, writeWhole } from '../../book/files';
import { Marked } from '../wire';
import { data, fields, list, number, text } from './arguments';
import type { Handlers } from './service';

export interface Trigger {
  readonly id: string;
  readonly handler: string;
  readonly everyMinutes: number;
}

const INTERVALS = [1, 5, 10, 15, 30];
export const TRIGGER_LIMIT = 20;

export interface Triggers {
  readonly handlers: Handlers;
  list(): readonly Trigger[];
}

function readTriggers(file: string): Trigger[] {
  return list(readJson(file) ?? [], 'The triggers').map((each) => {
    const { id, handler, everyMinutes } = fields(each, 'A trigger');
    return {
      id: text(id, 'The id of a trigger'),
      handler: text(handler, 'The function of a trigger'),
      everyMinutes: number(everyMinutes, 'The interval of a trigger'),
    };
  });
}

export function openTriggers(file: string, uuid: () => string): Triggers {
  let triggers = readTriggers(file);
  const keep = (next: Trigger[]): void => {
    triggers = next;
    writeWhole(file, `${JSON.stringify(triggers, null, 1)}\n`);
  };
  return {
    list: () => triggers,
    handlers: {
      'ScriptApp.createTrigger': ([handler, minutes]) => {
        const everyMinutes = number(minutes, 'The interval of a trigger');
        if (!INTERVALS.includes(everyMinutes) && everyMinutes % 60 !== 0)
          throw new Error(`A clock trigger runs every ${INTERVALS.join(', ')} minutes or full hours.`);
        if (triggers.length >= TRIGGER_LIMIT)
          throw new Error(
            'This script has too many triggers. Triggers must be deleted before more can be added.',
          );
        const trigger = { id: uuid(), handler: text(handler, 'The function of a trigger'), everyMinutes };
        keep([...triggers, trigger]);
        return new Marked('Trigger', trigger);
      },
      'ScriptApp.getProjectTriggers': () => triggers.map((trigger) => new Marked('Trigger', trigger)),
      'ScriptApp.deleteTrigger': ([trigger]) => {
        const { id } = data(trigger, 'Trigger');
        keep(triggers.filter((each) => each.id !== id));
      },
      // Nobody checks it here: the local answers to signed calls accept any token.
      'ScriptApp.getOAuthToken': () => 'token-of-the-laptop-desk',
    },
  };
}
