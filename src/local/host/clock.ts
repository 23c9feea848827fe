// The desk's clock: wound by hand through a played day and kept across restarts, or the real one.
import * as v from 'valibot';
import { readJson, writeWhole } from './book/files';
import { type Journal, readOrSetAside, withoutLog } from './journal/journal';

/** Milliseconds since 1970, UTC, like Date.now(). */
export interface Clock {
  now(): number;
  /** Winds the clock on to this moment; winding it back is an error. */
  set(ms: number): void;
  advance(ms: number): void;
}

const ZONE = 'America/Sao_Paulo';
const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'medium' });

/** 2024-11-08T10:05:00, as a clock on a São Paulo wall shows it. */
export const saoPauloStamp = (ms: number): string => wall.format(ms).replace(' ', 'T');
export const saoPauloDate = (ms: number): string => saoPauloStamp(ms).slice(0, 10);

const STAMP = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?$/;

/** The moment a São Paulo wall clock shows this date and time; summer time is Intl's knowledge, not ours. */
export function fromSaoPaulo(stamp: string): number {
  const utc = STAMP.test(stamp)
    ? Date.parse(`${stamp.length === 10 ? `${stamp}T00:00:00` : stamp}Z`)
    : Number.NaN;
  // Date.parse rolls 31 February over into March: only a date that comes back as it went in exists.
  if (Number.isNaN(utc) || new Date(utc).toISOString().slice(0, 10) !== stamp.slice(0, 10)) {
    throw new Error(`"${stamp}" is not a date or a time; write 2024-11-08 or 2024-11-08T10:05:00`);
  }
  const offset = (ms: number): number => Date.parse(`${saoPauloStamp(ms)}Z`) - Math.floor(ms / 1000) * 1000;
  return utc - offset(utc - offset(utc));
}

export const realClock: Clock = {
  now: () => Date.now(),
  set: () => refuseWinding(),
  advance: () => refuseWinding(),
};

/** The last moment that a date of four digits can name; beyond it no wall clock can show the time. */
const LAST = Date.UTC(9999, 11, 31);
const Wound = v.object({
  now: v.pipe(v.number(), v.minValue(0), v.maxValue(LAST)),
  saoPaulo: v.string(),
  /** The place in the journal up to which it has been wound. */
  journal: v.optional(v.number()),
});

/** A clock that stands still until it is wound; journal and file carry it over a restart. */
export function openWoundClock(file: string, start: number, journal: Journal = withoutLog('at once')): Clock {
  const kept = readOrSetAside(journal, file, () => readWound(file, journal.from));
  let current = kept?.now ?? start;
  const part = {
    replay(record: unknown): void {
      current = v.parse(v.number(), record);
    },
    checkpoint: (seq: number): void =>
      writeWhole(
        file,
        `${JSON.stringify({ now: current, saoPaulo: saoPauloStamp(current), journal: seq })}\n`,
      ),
  };
  // Without its file it is wound as far as the journal before knows.
  const notes = journal.join('clock', part, kept === undefined ? 0 : undefined);
  const set = (ms: number): void => {
    if (!Number.isFinite(ms) || ms > LAST) throw new Error(`The clock cannot be set to ${ms}.`);
    if (ms < current) {
      throw new Error(
        `The desk's clock stands at ${saoPauloStamp(current)} and is never wound back, to ${saoPauloStamp(ms)}: ` +
          'start another desk, or start this one over with --fresh.',
      );
    }
    current = ms;
    notes.note(current);
    notes.sync();
  };
  set(current);
  return { now: () => current, set, advance: (ms) => set(current + ms) };
}

/** @throws where somebody has turned it by hand, or put back an earlier one */
function readWound(file: string, from: number): v.InferOutput<typeof Wound> | undefined {
  const kept = readJson(file, Wound);
  if (kept === undefined) return undefined;
  const isEarlier = kept.journal !== undefined && kept.journal < from;
  if (isEarlier || kept.saoPaulo !== saoPauloStamp(kept.now))
    throw new Error(`${file} was changed by another hand.`);
  return kept;
}

function refuseWinding(): never {
  throw new Error('The real clock cannot be wound; open the desk with a wound clock.');
}
