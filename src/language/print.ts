// Prints a message in the reader's language, figures and dates included: for the doors only (a cell, a mail, an alert, a page, a
// log line). An exact look-up: a sentence that the catalogue lacks does not compile.
import { fillIn } from './fill';
import type { Language } from './language';
import { type Message, verbatim } from './message';
import { PT, type Sentence } from './pt';

/** English is the key itself. */
const CATALOGUES: Readonly<Record<Language, Readonly<Record<string, string>> | null>> = { en: null, pt: PT };

export const print = ({ key, values = {} }: Message, language: Language): string =>
  fillIn(templateOf(key, language), values, language, print);

/** The sentence with its holes left open, for whoever fills them: a page. */
export const templateOf = (key: Sentence, language: Language): string => CATALOGUES[language]?.[key] ?? key;

/** Each for itself, in the order given. */
export const printAll = (messages: readonly Message[], language: Language): readonly string[] =>
  messages.map((message) => print(message, language));

/** What an exception says: its own message where the desk threw it, else its words as they came. */
export const saidBy = (error: unknown): Message =>
  error instanceof SaidError ? error.said : verbatim(error instanceof Error ? error.message : String(error));

/** Thrown where nobody above can go on: whoever shows it prints `said`; `message` is its English, for logs of the platform. */
export class SaidError extends Error {
  constructor(readonly said: Message) {
    super(print(said, 'en'));
    this.name = 'SaidError';
  }
}
