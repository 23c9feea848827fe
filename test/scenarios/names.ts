// Which scenarios of the folder are played: all by npm run test:all, else one of each kind.
import { readdirSync } from 'node:fs';
import { effort } from '../effort';

/** A whole day, a feed that is down, a death half-way, what two people do, and what is corrected after the day has changed. */
export const OF_EACH_KIND: readonly string[] = [
  'a-bust-of-what-a-cut-order-kept-is-called-for-again',
  'an-outage-is-waited-out',
  'killed-while-a-mail-goes',
  'one-opens-the-day-another-closes-it',
  'the-worked-day',
];

export const scenarioNames = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length));

export const playedNames = (folder: string): readonly string[] => effort(OF_EACH_KIND, scenarioNames(folder));
