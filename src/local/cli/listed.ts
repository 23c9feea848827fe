// The figures that the simulator was given for ETFs beyond the sample, kept with the desk: a day that was played stands by them.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { type Loss, readOwn, setAside, writeWhole } from '../host';
import type { Listed } from '../market';

const Kept = v.array(
  v.object({
    asset: v.string(),
    price: v.pipe(v.number(), v.gtValue(0)),
    sharesPerUnit: v.pipe(v.number(), v.integer(), v.minValue(1)),
    volume: v.pipe(v.number(), v.gtValue(0)),
    source: v.picklist(['market-data', 'invented']),
  }),
);

const fileIn = (dir: string): string => join(dir, 'market.json');

/** What earlier starts listed; a file that cannot be read is set aside and named. */
export function readListed(dir: string): {
  readonly listed: readonly Listed[];
  readonly losses: readonly Loss[];
} {
  const file = fileIn(dir);
  const text = readOwn(file);
  if (text === undefined) return { listed: [], losses: [] };
  const kept = v.safeParse(v.pipe(v.string(), v.parseJson(), Kept), text);
  return kept.success
    ? { listed: kept.output, losses: [] }
    : { listed: [], losses: [{ file, aside: setAside(file) }] };
}

/** Writes only what is new: a start that changes nothing touches no file. */
export function keepListed(dir: string, listed: readonly Listed[]): void {
  const file = fileIn(dir);
  const text = `${JSON.stringify(listed, null, 1)}\n`;
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeWhole(file, text);
}
