// Fills the holes of a sentence that is in the reader's language already: the server does so for messages, a page for the
// few words that it counts itself. Holds no catalogue, so that a page can carry it.
import { figuresOf } from './figures';
import type { Language } from './language';
import type { Message, Value } from './message';

type Print = (message: Message, language: Language) => string;

/** @param print what prints the messages among the values; a page has none */
export function fillIn(
  sentence: string,
  values: Readonly<Record<string, Value>>,
  language: Language,
  print: Print,
): string {
  return sentence.replace(MARK, (_mark, hole: string, one?: string, many?: string) => {
    const value = values[hole];
    if (value === undefined) throw new Error(`"${sentence}" was said without its {${hole}}`);
    if (one !== undefined) return value === 1 ? one : (many ?? '');
    return printValue(hole, value, language, print);
  });
}

/** `{n}`, or `{n|fill|fills}`. */
const MARK = /\{(\w+)(?:\|([^{|}]*)\|([^{}]*))?\}/g;

const SIDES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {},
  pt: { BUY: 'compra', SELL: 'venda' },
};
/** Whose dates in sentences are written out; the others read `2024-11-08`. */
const WRITES_DATES: Readonly<Record<Language, boolean>> = { en: false, pt: true };
const AND: Readonly<Record<Language, string>> = { en: ' and ', pt: ' e ' };

function printValue(hole: string, value: Value, language: Language, print: Print): string {
  const figures = figuresOf(language);
  const [kind = ''] = /^[a-z]+/.exec(hole) ?? [];
  if (typeof value === 'object') {
    const messages = 'key' in value ? [value] : value;
    const printed = messages.map((message) => print(message, language));
    return kind === 'ands' ? listed(printed, language) : printed.join('; ');
  }
  if (typeof value === 'number') return printNumber(kind, value, figures);
  if (kind === 'side') return SIDES[language][value] ?? value;
  return kind === 'date' && WRITES_DATES[language] ? figures.date(value) : value;
}

function printNumber(kind: string, value: number, figures: ReturnType<typeof figuresOf>): string {
  if (kind === 'money') return figures.money(value);
  if (kind === 'price') return figures.price(value);
  if (kind === 'bps') return figures.bps(value);
  if (kind === 'fairbps') return figures.fairBps(value);
  if (kind === 'typed') return figures.typed(value);
  return kind === 'n' ? figures.whole(value) : figures.decimal(value);
}

/** `a, b and c`. */
const listed = (parts: readonly string[], language: Language): string =>
  parts.length < 2
    ? parts.join('')
    : `${parts.slice(0, -1).join(', ')}${AND[language]}${parts[parts.length - 1]}`;
