// How the report writes its figures, and what each of its tables needs to be printed in a language.
import type { Cents, Price } from '../../domain/money';
import { dateOf, type IsoDate, type Stamp, timeOf } from '../../domain/stamp';
import { type Figures, figuresOf, formatPrice } from '../../language/figures';
import type { Language } from '../../language/language';
import type { Message } from '../../language/message';
import { print } from '../../language/print';
import type { Bar, Tone } from '../content';
import type { Words } from '../phrases';
import { wordsOf } from '../words';
import type { Parts, ReportWords, Result, Worth } from './phrases';
import type { Cost } from './report';

export interface Printer {
  readonly words: Words;
  readonly report: ReportWords;
  readonly figures: Figures;
  /** An amount for a column whose title names the currency. */
  readonly plain: (cents: Cents) => string;
  readonly bps: (bps: number) => string;
  /** Those by which funds differ. */
  readonly fairBps: (bps: number) => string;
  readonly percent: (part: number) => string;
  /** A price for a column whose title names the currency, to 4 decimals. */
  readonly price: (price: Price) => string;
  /** @param print `bps`, or `fairBps` */
  readonly worth: (cost: Cost, print?: (bps: number) => string) => Worth;
  /** @param cost above zero is worse @param print `bps`, or `fairBps` */
  readonly result: (cost: Cost, print?: (bps: number) => string) => Result;
  /** What of a residual is not done, and what is too much. */
  readonly parts: (residual: Residual) => Parts;
  /** The time; of another day with its date. */
  readonly time: (stamp: Stamp | null, day: IsoDate) => string | null;
  readonly said: (message: Message) => string;
}

export function printerOf(language: Language): Printer {
  const words = wordsOf(language);
  const figures = figuresOf(language);
  const fixed = (n: number, decimals: number): string => formatPrice(n, decimals, language);
  const { bps, fairBps } = figures;
  const worth: Printer['worth'] = (cost, print = bps) => ({
    money: figures.money(cost.money),
    bps: print(cost.bps),
  });
  return {
    ...{ words, report: words.report, figures, bps, fairBps },
    plain: figures.amount,
    percent: (part) => `${fixed(part * 100, 1)}%`,
    price: (price) => fixed(price, 4),
    parts: ({ open, over }) => ({
      missing: open === 0 ? null : figures.money(open),
      over: over === 0 ? null : figures.money(over),
    }),
    worth,
    result: (cost, print = bps) => ({
      ...worth(size(cost), print),
      how: cost.money === 0 ? 'even' : cost.money > 0 ? 'lost' : 'gained',
    }),
    time: (stamp, day) =>
      stamp === null
        ? null
        : dateOf(stamp) === day
          ? timeOf(stamp)
          : `${figures.date(dateOf(stamp))} ${timeOf(stamp)}`,
    said: (message) => print(message, language),
  };
}

interface Residual {
  readonly open: Cents;
  readonly over: Cents;
}

/** Above zero it is not done, below zero it is too much. */
export const residualParts = (residual: Cents): Residual => ({
  open: Math.max(0, residual),
  over: Math.max(0, -residual),
});

/** Without its sign: words say on which side it lies. */
export const size = ({ money, bps }: Cost): Cost => ({ money: Math.abs(money), bps: Math.abs(bps) });

/** A title of a column of amounts in BRL. */
export const inBrl = (title: string): string => (title === '' ? 'R$' : `${title}, R$`);

/** A bar to the right of the middle for what is above zero, to the left for what is below. @param most the longest of the column */
export function apart(
  value: number,
  most: number,
  [below, above]: readonly [Tone, Tone] = ['better', 'worse'],
): Bar {
  const share = most === 0 ? 0 : (Math.abs(value) / most) * 0.5;
  return value < 0
    ? {
        parts: [
          { share: 0.5 - share, tone: 'none' },
          { share, tone: below },
        ],
      }
    : {
        parts: [
          { share: 0.5, tone: 'none' },
          { share, tone: above },
        ],
      };
}

/** Parts beside one another; what is not above zero is left out. */
export function stacked(parts: readonly (readonly [value: number, tone: Tone])[]): Bar {
  const drawn = parts.filter(([value]) => value > 0);
  const whole = drawn.reduce((sum, [value]) => sum + value, 0);
  return { parts: drawn.map(([value, tone]) => ({ share: whole === 0 ? 0 : value / whole, tone })) };
}

/** What became of a target: units, shares, and what is left over or too much. */
export const courseBar = (of: {
  readonly primary: Cents;
  readonly executed: Cents;
  readonly givenBack: Cents;
  readonly residual: Cents;
}): Bar =>
  stacked([
    [of.primary, 'primary'],
    [of.executed - of.givenBack - Math.max(0, -of.residual), 'secondary'],
    [Math.max(0, of.residual), 'open'],
    [Math.max(0, -of.residual), 'worse'],
  ]);
