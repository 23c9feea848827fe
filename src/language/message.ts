// A sentence is a value until somebody reads it: the English sentence as key and what goes into its holes, plain data that
// can be stored, compared and counted. Whoever shows it to a reader prints it (print.ts); nobody ever parses it.
import type { Sentence } from './pt';

export interface Message {
  /** The English sentence, holes and all: `{n} fills are PENDING`. */
  readonly key: Sentence;
  readonly values?: Readonly<Record<string, Value>>;
}

/** What a hole can hold; the hole's name says which: `{n}`, `{money2}`, `{date}`, `{said}` … see `ValueOf`. */
export type Value = string | number | Message | readonly Message[];

type Digits = '' | `${number}`;

/** The kind of a hole by its name; a number may follow the kind where a sentence needs two: `{n}`, `{n2}`. */
type ValueOf<Hole extends string> = Hole extends `n${Digits}`
  ? number // counted: shares, rows, mails
  : Hole extends `money${Digits}`
    ? number // cents
    : Hole extends `price${Digits}`
      ? number // BRL a share
      : Hole extends `bps${Digits}` | `fairbps${Digits}`
        ? number // basis points; those by which funds differ
        : Hole extends `decimal${Digits}`
          ? number // any other figure, to at most 8 decimals
          : Hole extends `typed${Digits}`
            ? number // a figure as somebody is to type it
            : Hole extends `said${Digits}`
              ? Message
              : Hole extends `saids${Digits}` | `ands${Digits}`
                ? readonly Message[] // joined by `; `, or by commas and an `and`
                : Hole extends `side${Digits}`
                  ? 'BUY' | 'SELL'
                  : string; // date (2024-11-08), time (18:35), and whatever has no language: names, codes, addresses

/** Whether a hole holds how much or when, and not who or what: the kinds above that are figures or moments. */
export const isFigureHole = (hole: string): boolean =>
  /^(?:n|money|price|bps|fairbps|decimal|date|time)\d*$/.test(hole);

/** `{n|fill|fills}` picks a word by a number and is no hole of its own. */
type NameOf<Mark extends string> = Mark extends `${infer Name}|${string}` ? Name : Mark;

type HolesOf<Key extends string> = Key extends `${string}{${infer Mark}}${infer Rest}`
  ? NameOf<Mark> | HolesOf<Rest>
  : never;

export type ValuesOf<Key extends string> = { readonly [Hole in HolesOf<Key>]: ValueOf<Hole> };

/**
 * Says something. The compiler refuses a sentence that the catalogue lacks and a hole that is missing, too many or of the
 * wrong kind.
 */
export function msg<Key extends Sentence>(
  key: Key,
  ...holes: HolesOf<Key> extends never ? [] : [values: ValuesOf<Key>]
): Message {
  const [values] = holes;
  return values === undefined ? { key } : { key, values };
}

/** A sentence without holes. */
export type PlainSentence = { [Key in Sentence]: HolesOf<Key> extends never ? Key : never }[Sentence];

/** Says a sentence that is chosen while running: a column's help, a setting's meaning. */
export const plain = (key: PlainSentence): Message => ({ key });

/** Words that come from outside (Google's, a broker's, a person's): the same in every language. */
export const verbatim = (text: string): Message => msg('{text}', { text });

export const sameMessage = (a: Message, b: Message): boolean => JSON.stringify(a) === JSON.stringify(b);
