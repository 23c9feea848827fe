// A single value that a caller hands to a function of src/main: a text, a flag, a list. It is that or it is refused in the
// desk's words.
import { parseStamp, type Stamp } from '../../domain/stamp';
import { type Message, msg, verbatim } from '../../language/message';
import { SaidError } from '../../language/print';
import { isObject, type JsonObject, kindOf } from '../../sheets/fundKeys';

/** Names and reasons go into cells and mails: nobody means a longer one. */
const LONGEST = 2_000;

export const wanted = (name: string, value: unknown, said: Message): SaidError =>
  new SaidError(msg('{name}: {said2} is wanted, not {said}', { name, said: shown(value), said2: said }));

const shown = (value: unknown): Message =>
  value === undefined || typeof value === 'function' ? verbatim(typeof value) : kindOf(value);

export const A_TEXT = msg('a text');
const AN_OBJECT = msg('an object');

/** @throws unless it is a text of a length that a name or a reason has */
export function textGiven(name: string, value: unknown): string {
  if (typeof value !== 'string') throw wanted(name, value, A_TEXT);
  if (value.length > LONGEST)
    throw new SaidError(
      msg('{name} has {n} characters and {n2} are taken; shorten it', {
        name,
        n: value.length,
        n2: LONGEST,
      }),
    );
  return value;
}

/** Left out or null = null. */
export const optionalText = (name: string, value: unknown): string | null =>
  value === undefined || value === null ? null : textGiven(name, value);

/** Left out or null = null. @throws unless it is a date and a time as the desk writes them */
export function stampGiven(name: string, value: unknown): Stamp | null {
  const text = optionalText(name, value);
  if (text === null) return null;
  const stamp = parseStamp(text);
  if (!stamp.ok) throw new SaidError(stamp.reason);
  return stamp.value;
}

/** Of whatever length; left out or null = null. */
export function fileGiven(name: string, value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') throw wanted(name, value, A_TEXT);
  return value;
}

/** Left out or null = an empty one. */
export function objectGiven(name: string, value: unknown): JsonObject {
  if (value === undefined || value === null) return {};
  if (!isObject(value)) throw wanted(name, value, AN_OBJECT);
  return value;
}

/** What is misspelt would be left out, and another thing be done than was asked: it is refused. */
export function knownGiven(name: string, value: JsonObject, known: readonly string[]): void {
  const stranger = Object.keys(value).find((key) => !known.includes(key));
  if (stranger !== undefined)
    throw new SaidError(
      msg('"{value}" is nothing that {name} knows; use {values}', {
        value: stranger.slice(0, 60),
        name,
        values: known.join(', '),
      }),
    );
}

/** Yes or no; left out or null = no. */
export function flagGiven(name: string, value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value !== 'boolean') throw wanted(name, value, msg('true or false'));
  return value;
}

/** Texts by their names; left out or null = none. */
export const textsGiven = (name: string, value: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(objectGiven(name, value)).map(([key, each]) => [key, textGiven(`${name}.${key}`, each)]),
  );

/** A list of texts. */
export function listGiven(name: string, value: unknown): readonly string[] {
  if (!Array.isArray(value)) throw wanted(name, value, msg('a list of texts'));
  return value.map((each, at) => textGiven(`${name}[${at}]`, each));
}

export function numberGiven(name: string, value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw wanted(name, value, msg('a number'));
  return value;
}
