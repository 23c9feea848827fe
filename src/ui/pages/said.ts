// What the stages say as the pages show it: counts with their points, first letters, nothing twice.

import { formatWhole } from '../../language/figures';
import type { Language } from '../../language/language';
import { type Said, say } from '../../messages/said/said';

export { type Said, say, sayLabel } from '../../messages/said/said';

/** A headline or a figure: its counts get their points. */
export function sayFigures(sentence: string, language: Language): Said {
  const said = say(sentence, language);
  return { ...said, text: withThousands(said.text) };
}

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
