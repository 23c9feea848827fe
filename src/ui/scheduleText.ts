// What a trader reads after starting or stopping the schedule: whether it runs, and what it does next.

import type { NextSteps } from '../desk/schedule/nextSteps';
import { dateOf, timeOf } from '../domain/stamp';
import type { Language } from '../language/language';
import { wordsOf } from '../messages/words';

interface Words {
  readonly title: string;
  readonly runs: (user: string) => string;
  readonly stopped: string;
  readonly due: string;
  readonly sends: string;
  readonly prepares: string;
  readonly nothing: (day: string, time: string) => string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  pt: {
    title: 'Agenda',
    runs: (user) => `A agenda está ligada, com o usuário ${user}. A seguir:`,
    stopped: 'A agenda está desligada. Sem ela, estes passos ficam com você:',
    due: 'agora',
    sends: 'envia sozinha',
    prepares: 'prepara; você confirma',
    nothing: (day, time) => `nada mais hoje; recomeça em ${day} às ${time}`,
  },
  en: {
    title: 'Schedule',
    runs: (user) => `The schedule runs as ${user}. Next:`,
    stopped: 'The schedule is stopped. Without it, do by hand:',
    due: 'now',
    sends: 'sends by itself',
    prepares: 'prepares; you confirm',
    nothing: (day, time) => `nothing more today; it goes on on ${day} at ${time}`,
  },
};

export const scheduleTitle = (language: Language): string => WORDS[language].title;

/** @param runner who runs it; null = it is off */
export function scheduleText(plan: NextSteps, runner: string | null, language: Language): string {
  const words = WORDS[language];
  const names = wordsOf(language).notice.step;
  const lines = plan.steps.map(({ name, at, isDue, unattended }) => {
    const how = runner !== null ? ` (${unattended ? words.sends : words.prepares})` : '';
    return `${isDue ? words.due : timeOf(at)}  ${names[name]}${how}`;
  });
  const { nextOpening } = plan;
  const day = nextOpening === null ? '' : dateOf(nextOpening).split('-').reverse().join('/');
  const rest = nextOpening === null ? [] : [words.nothing(day, timeOf(nextOpening))];
  return [runner === null ? words.stopped : words.runs(runner), ...lines, ...rest].join('\n');
}
