// Prints a message in the reader's language, figures and dates included: for the doors only (a cell, a mail, an alert, a page, a
// log line). An exact look-up: a sentence that the catalogue lacks does not compile.
import { figuresOf } from './figures';
import type { Language } from './language';
import { type Message, type Value, verbatim } from './message';
import { PT } from './pt';

/** English is the key itself. */
const CATALOGUES: Readonly<Record<Language, Readonly<Record<string, string>> | null>> = { en: null, pt: PT };

export function print(message: Message, language: Language): string {
  const { key, values = {} } = message;
  const sentence = CATALOGUES[language]?.[key] ?? key;
  return sentence.replace(MARK, (_mark, hole: string, one?: string, many?: string) => {
    const value = values[hole];
    if (value === undefined) throw new Error(`"${key}" was said without its {${hole}}`);
    if (one !== undefined) return value === 1 ? one : (many ?? '');
    return printValue(hole, value, language);
  });
}

/** Each for itself, in the order given. */
export const printAll = (messages: readonly Message[], language: Language): readonly string[] =>
  messages.map((message) => print(message, language));

/** `{n}`, or `{n|fill|fills}`. */
const MARK = /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g;

const SIDES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {},
  pt: { BUY: 'compra', SELL: 'venda' },
};
const AND: Readonly<Record<Language, string>> = { en: ' and ', pt: ' e ' };

function printValue(hole: string, value: Value, language: Language): string {
  const figures = figuresOf(language);
  const [kind = ''] = /^[a-z]+/.exec(hole) ?? [];
  if (typeof value === 'object') {
    const messages = 'key' in value ? [value] : value;
    const printed = printAll(messages, language);
    return kind === 'ands' ? listed(printed, language) : printed.join('; ');
  }
  if (typeof value === 'number') return printNumber(kind, value, figures);
  if (kind === 'side') return SIDES[language][value] ?? value;
  return kind === 'date' && language === 'pt' ? figures.date(value) : value;
}

function printNumber(kind: string, value: number, figures: ReturnType<typeof figuresOf>): string {
  if (kind === 'money') return figures.money(value);
  if (kind === 'price') return figures.price(value);
  return kind === 'n' ? figures.whole(value) : figures.decimal(value);
}

const listed = (parts: readonly string[], language: Language): string =>
  parts.length < 2
    ? parts.join('')
    : `${parts.slice(0, -1).join(', ')}${AND[language]}${parts[parts.length - 1]}`;

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
