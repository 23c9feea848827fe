// Answers Utilities, Session, the logs and the clock of the shims.
import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { parse } from 'papaparse';
import * as v from 'valibot';
import { readJson, writeWhole } from '../../book/files';
import { type Clock, realClock } from '../../clock';
import { type Journal, readOrSetAside } from '../../journal/journal';
import { SLEEP_MS } from '../limits';
import { number, optional, text } from './arguments';
import type { Handlers } from './service';

const signed = (bytes: Uint8Array): number[] => [...new Int8Array(bytes)];
const fromBase64 = (base64: unknown): Buffer => Buffer.from(text(base64, 'Base64'), 'base64');

/** Looks like any UUID, and comes out the same for the same seed; a desk that is opened again goes on where it was. */
export function seededUuid(seed: number, file: string, journal: Journal): () => string {
  let count = readOrSetAside(journal, file, () => readJson(file, v.number())) ?? 0;
  const notes = journal.join('uuids', {
    replay(record) {
      count = v.parse(v.number(), record);
    },
    checkpoint: () => writeWhole(file, `${count}\n`),
  });
  return () => {
    count += 1;
    notes.note(count);
    const hex = createHash('sha256').update(`${seed}/${count}`).digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  };
}

export function utilityHandlers(of: {
  readonly clock: Clock;
  readonly user: string;
  readonly uuid: () => string;
  readonly timeZone: string;
}): Handlers {
  const { clock, user, uuid, timeZone } = of;
  return {
    'Utilities.sleep': async ([ms]) => {
      const duration = number(ms, 'The time to sleep');
      if (duration > SLEEP_MS)
        throw new Error(`Invalid argument: milliseconds (${duration}, of ${SLEEP_MS} at most).`);
      if (clock === realClock) await wait(duration);
      else clock.advance(duration);
    },
    'Utilities.getUuid': () => uuid(),
    'Utilities.parseCsv': ([csv, delimiter]) =>
      parse<string[]>(text(csv, 'CSV'), {
        delimiter: optional(delimiter, text, 'A delimiter', ','),
      }).data.filter((row) => row.length > 1 || row[0] !== ''),
    // The thread of the script has counted it: a text of many megabytes need not come here for that.
    'Utilities.computeDigest': ([algorithm, digest, chars]) => {
      if (algorithm !== 'SHA_256')
        throw new Error(`not implemented locally: the digest ${String(algorithm)}`);
      if (chars !== 'utf8') throw new Error(`not implemented locally: a digest in ${String(chars)}`);
      return signed(fromBase64(digest));
    },
    'Utilities.gzip': ([base64]) => gzipSync(fromBase64(base64)).toString('base64'),
    'Utilities.ungzip': ([base64]) => gunzipSync(fromBase64(base64)).toString('base64'),
    // Whom a simple trigger runs for, it is not told.
    'Session.getEmail': (_args, { simple }) => (simple ? '' : user),
    'Session.getScriptTimeZone': () => timeZone,
    '_clock.now': () => clock.now(),
    _log: ([line], execution) => {
      execution.logs.push(text(line, 'A log line'));
    },
  };
}
