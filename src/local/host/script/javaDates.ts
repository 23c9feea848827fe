// Java's date patterns, as Utilities.formatDate and parseDate take them, in any IANA time zone.
import { epochOf, offsetAt, utcOf, type WallTime, wallTime } from '../book/zone';

interface Piece {
  readonly letter: string;
  readonly text: string;
}

/** Splits `yyyy-MM-dd'T'HH:mm` into runs of one letter and literal text (letter ''). */
function pieces(pattern: string): Piece[] {
  const found: Piece[] = [];
  for (const [text] of pattern.matchAll(/'(?:[^']|'')*'|([A-Za-z])\1*|[^A-Za-z']+|'/g)) {
    if (text === "'") throw new Error(`The date pattern ${pattern} has an open quote.`);
    const quoted = text.startsWith("'");
    const literal = text === "''" ? "'" : text.slice(1, -1).replace(/''/g, "'");
    if (quoted) found.push({ letter: '', text: literal });
    else found.push({ letter: /^[A-Za-z]/.test(text) ? text.charAt(0) : '', text });
  }
  return found;
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');
const named = (options: Intl.DateTimeFormatOptions, wall: WallTime): string =>
  new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' }).format(utcOf(wall));

/** Days since 1 January, from 1. */
const dayOfYear = (wall: WallTime): number =>
  Math.round((Date.UTC(wall.year, wall.month - 1, wall.day) - Date.UTC(wall.year, 0, 1)) / 86_400_000) + 1;

/** 0 is Sunday. */
const weekday = (wall: WallTime): number =>
  new Date(Date.UTC(wall.year, wall.month - 1, wall.day)).getUTCDay();

function offsetText(epoch: number, zone: string, colon: string, zulu: boolean): string {
  const minutes = Math.round(offsetAt(epoch, zone) / 60_000);
  if (zulu && minutes === 0) return 'Z';
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60), 2)}${colon}${pad(size % 60, 2)}`;
}

function shown(piece: Piece, epoch: number, zone: string, wall: WallTime): string {
  const width = piece.text.length;
  const twelve = wall.hour % 12 === 0 ? 12 : wall.hour % 12;
  switch (piece.letter) {
    case '':
      return piece.text;
    case 'y':
      return width === 2 ? pad(wall.year % 100, 2) : pad(wall.year, width);
    case 'M':
    case 'L':
      return width < 3 ? pad(wall.month, width) : named({ month: width === 3 ? 'short' : 'long' }, wall);
    case 'd':
      return pad(wall.day, width);
    case 'D':
      return pad(dayOfYear(wall), width);
    case 'E':
      return named({ weekday: width < 4 ? 'short' : 'long' }, wall);
    case 'u':
      return pad(weekday(wall) === 0 ? 7 : weekday(wall), width);
    case 'H':
      return pad(wall.hour, width);
    case 'k':
      return pad(wall.hour === 0 ? 24 : wall.hour, width);
    case 'h':
      return pad(twelve, width);
    case 'K':
      return pad(wall.hour % 12, width);
    case 'm':
      return pad(wall.minute, width);
    case 's':
      return pad(wall.second, width);
    case 'S':
      return pad(wall.millisecond, width);
    case 'a':
      return wall.hour < 12 ? 'AM' : 'PM';
    case 'Z':
      return offsetText(epoch, zone, '', false);
    case 'X':
      return width === 1
        ? offsetText(epoch, zone, '', true).slice(0, 3)
        : offsetText(epoch, zone, width === 3 ? ':' : '', true);
    default:
      throw new Error(`not implemented locally: the date pattern ${piece.text}`);
  }
}

/** Apps Script takes `GMT` and `GMT-3` beside IANA names. */
export function zoneName(zone: string): string {
  const offset = /^(?:GMT|UTC)([+-])(\d{1,2})(?::?00)?$/.exec(zone);
  if (offset) return `Etc/GMT${offset[1] === '+' ? '-' : '+'}${Number(offset[2])}`;
  return zone === 'GMT' ? 'UTC' : zone;
}

export function formatJavaDate(epoch: number, zone: string, pattern: string): string {
  if (Number.isNaN(epoch)) throw new Error('An invalid date cannot be formatted.');
  const iana = zoneName(zone);
  const wall = wallTime(epoch, iana);
  return pieces(pattern)
    .map((piece) => shown(piece, epoch, iana, wall))
    .join('');
}

const READABLE: Readonly<Record<string, keyof WallTime>> = {
  y: 'year',
  M: 'month',
  d: 'day',
  H: 'hour',
  m: 'minute',
  s: 'second',
  S: 'millisecond',
};

/** Reads numeric patterns (y M d H m s S, literals, and Z or X for the offset) into an epoch. */
export function parseJavaDate(text: string, zone: string, pattern: string): number {
  const failure = new Error(`Cannot parse "${text}" as a date with the pattern ${pattern}.`);
  const wall = { year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0 };
  let rest = text;
  let offset: number | undefined;
  const parts = pieces(pattern);
  parts.forEach(({ letter, text: piece }, index) => {
    const field = READABLE[letter];
    if (letter === '') {
      if (!rest.startsWith(piece)) throw failure;
      rest = rest.slice(piece.length);
    } else if (letter === 'Z' || letter === 'X') {
      const match = /^(?:(Z)|([+-])(\d{2}):?(\d{2})?)/.exec(rest);
      if (!match) throw failure;
      const size = (Number(match[3] ?? 0) * 60 + Number(match[4] ?? 0)) * 60_000;
      offset = match[2] === '-' ? -size : size;
      rest = rest.slice(match[0].length);
    } else if (field && piece.length < 3 + (letter === 'M' ? 0 : 6)) {
      // A field that runs straight into the next takes its own width, as in yyyyMMdd.
      const joined = parts[index + 1] !== undefined && parts[index + 1]?.letter !== '';
      const digits = (joined ? new RegExp(`^\\d{1,${piece.length}}`) : /^\d+/).exec(rest)?.[0];
      if (digits === undefined) throw failure;
      wall[field] = letter === 'y' && piece.length === 2 ? 2000 + Number(digits) : Number(digits);
      rest = rest.slice(digits.length);
    } else throw new Error(`not implemented locally: parsing the date pattern ${piece}`);
  });
  const utc = utcOf(wall);
  return offset === undefined ? epochOf(utc, zoneName(zone)) : utc - offset;
}
