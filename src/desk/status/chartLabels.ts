// How a chart is called in each language, and under which titles it is found again.
import { LANGUAGES, type Language } from '../../language/language';
import { type PlainSentence, plain } from '../../language/message';
import { print } from '../../language/print';
import type { ChartLabels } from './charts';

export interface ChartNames {
  readonly title: PlainSentence;
  /** What it was called once. */
  readonly former?: readonly PlainSentence[];
  /** What each series is called, and its colour, #rrggbb; null = as it comes. */
  readonly series: readonly (readonly [name: PlainSentence, color: string | null])[];
}

export function chartLabels({ title, former = [], series }: ChartNames, language: Language): ChartLabels {
  const printed = (sentence: PlainSentence, as: Language): string => print(plain(sentence), as);
  return {
    title: printed(title, language),
    titles: [title, ...former].flatMap((each) => LANGUAGES.map((as) => printed(each, as))),
    legend: series.map(([name, color]) => ({ name: printed(name, language), color })),
  };
}

/** Of every chart that tells buys from sells. */
export const BUYS_AND_SELLS: ChartNames['series'] = [
  ['Buys', '#1a73e8'],
  ['Sells', '#d93025'],
];
