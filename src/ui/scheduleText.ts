// What a trader reads after starting or stopping the schedule: whether it runs, and what it does next.
import type { Language } from '../domain/broker';
import { dateOf, timeOf } from '../domain/stamp';
import { wordsOf } from '../messages/words';
import type { NextSteps } from '../stages/schedule/nextSteps';

interface Words {
  readonly title: string;
  readonly runs: string;
  readonly stopped: string;
  readonly due: string;
  readonly sends: string;
  readonly prepares: string;
  readonly nothing: (day: string, time: string) => string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  pt: {
    title: 'Agenda',
    runs: 'A agenda está ligada. A seguir:',
    stopped: 'A agenda está desligada. Sem ela, faça por conta própria:',
    due: 'agora',
    sends: 'envia sozinha',
    prepares: 'prepara; você confirma',
    nothing: (day, time) => `nada mais hoje; recomeça em ${day} às ${time}`,
  },
  en: {
    title: 'Schedule',
    runs: 'The schedule runs. Next:',
    stopped: 'The schedule is stopped. Without it, do by hand:',
    due: 'now',
    sends: 'sends by itself',
    prepares: 'prepares; you confirm',
    nothing: (day, time) => `nothing more today; it goes on on ${day} at ${time}`,
  },
};

export const scheduleTitle = (language: Language): string => WORDS[language].title;

export function scheduleText(plan: NextSteps, isRunning: boolean, language: Language): string {
  const words = WORDS[language];
  const names = wordsOf(language).notice.step;
  const lines = plan.steps.map(({ name, at, isDue, unattended }) => {
    const how = isRunning ? ` (${unattended ? words.sends : words.prepares})` : '';
    return `${isDue ? words.due : timeOf(at)}  ${names[name]}${how}`;
  });
  const { nextOpening } = plan;
  const day = nextOpening === null ? '' : dateOf(nextOpening).split('-').reverse().join('/');
  const rest = nextOpening === null ? [] : [words.nothing(day, timeOf(nextOpening))];
  return [isRunning ? words.runs : words.stopped, ...lines, ...rest].join('\n');
}
