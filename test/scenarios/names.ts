// Which scenarios of the folder are played: all by npm run test:all, else one of twelve, chosen by its name alone, so that a new
// scenario moves no other in or out.
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { effort } from '../effort';

const ONE_OF = effort(12, 1);

const isPlayed = (name: string): boolean =>
  createHash('sha256').update(name).digest().readUInt32BE() % ONE_OF === 0;

export const scenarioNames = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length));

export const playedNames = (folder: string): readonly string[] => scenarioNames(folder).filter(isPlayed);
