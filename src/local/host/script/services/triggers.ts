// Answers ScriptApp: clock triggers are kept as data; who winds the clock asks for them and calls their functions.
import * as v from 'valibot';
import { readJson, writeWhole } from '../../book/files';
import { Marked } from '../wire';
import { data, number, text } from './arguments';
import type { Handlers } from './service';

const Trigger = v.object({ id: v.string(), handler: v.string(), everyMinutes: v.number() });
export type Trigger = Readonly<v.InferOutput<typeof Trigger>>;

const INTERVALS = [1, 5, 10, 15, 30];
export const TRIGGER_LIMIT = 20;

export interface Triggers {
  readonly handlers: Handlers;
  list(): readonly Trigger[];
}

export function openTriggers(file: string, uuid: () => string): Triggers {
  let triggers: readonly Trigger[] = readJson(file, v.array(Trigger)) ?? [];
  const keep = (next: readonly Trigger[]): void => {
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
