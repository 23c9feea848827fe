// What the stages say, in the language of the desk: they speak English. A sentence not known here stays as it was said.
import type { Language } from '../../domain/broker';
import { formatWhole } from '../../domain/money';
import { LABELS, SENTENCES } from './phrases';

export interface Said {
  readonly text: string;
  /** The language that it is in after all: screen readers pronounce by it. */
  readonly language: Language;
}

/** A sentence of a stage as it stands: what it quotes or advises is not written in another way. */
export function say(sentence: string, language: Language): Said {
  const known = language === 'en' ? undefined : SENTENCES.find(([pattern]) => pattern.test(sentence));
  const text = known ? inPortuguese(sentence, known) : sentence;
  return { text, language: known || isNeutral(sentence) ? language : 'en' };
}

/** A headline or a figure: its counts get their points. */
export function sayFigures(sentence: string, language: Language): Said {
  const said = say(sentence, language);
  return { ...said, text: withThousands(said.text) };
}

const inPortuguese = (sentence: string, [pattern, phrase]: (typeof SENTENCES)[number]): string =>
  sentence
    .replace(pattern, phrase)
    .replace(/\bBUY\b/g, 'compra')
    .replace(/\bSELL\b/g, 'venda');

/** Counts get their points; what belongs to a date, an amount or a code does not. */
const withThousands = (text: string): string =>
  text.replace(/(?<![\w.,/:-])\d{4,}(?![\w/:-]|[.,]\d)/g, (digits) => formatWhole(Number(digits), 'pt'));

/** Whether a headline gives no figure that the facts below it do not give with its name. */
export function isRepeated(headline: string, facts: readonly { readonly value: string }[]): boolean {
  const figures = (text: string): readonly string[] => text.match(/\d[\d.,]*/g) ?? [];
  const known = new Set(facts.flatMap(({ value }) => figures(value)));
  const own = figures(headline);
  return own.length > 0 && own.every((figure) => known.has(figure.replace(/[.,]$/, '')) || known.has(figure));
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The name of a figure; a fund's or an ETF's name is the same in every language. */
export const sayLabel = (label: string, language: Language): string =>
  language === 'en' ? label : (LABELS[label] ?? label);

/** Amounts, codes and lists of ETFs have no language. */
const isNeutral = (text: string): boolean => !/[a-z]{3}/.test(text);
