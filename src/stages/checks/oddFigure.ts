// A figure of the tabs that seldom changes is many times what it was on the last day, or as many times less; cash and holdings
// come and go, so there only a figure with the very same digits is asked about.
import { toBrl } from '../../domain/money';
import { type Message, msg } from '../../language/message';
import type { DayInputs } from '../day/inputs';
import { knownOf, type Remembered, remembered } from '../day/lastKnown';
import type { Known, KnownValue } from '../day/state';
import type { Check } from './check';
import { type Figure, figuresOf } from './figures';
import { acceptanceOf, apart, factorOf, judged, type Odd } from './odd';

/** How near to ten times what it was a figure looks like the same digits. */
const SAME_DIGITS = 0.000_1;

function isOff({ value, comesAndGoes, isLimit }: Figure, before: number, maxJump: number): boolean {
  if (isLimit && value === 0) return before > 0;
  if (!comesAndGoes) return apart(value, before) > maxJump - 1 && value > 0 && before > 0;
  const factor = factorOf(value, before);
  return factor !== null && apart(apart(value, before) + 1, factor) <= SAME_DIGITS;
}

export const oddFigures = (inputs: DayInputs): readonly Odd[] =>
  figuresOf(inputs).flatMap((figure) =>
    figure.counts ? oddAgainst(remembered(inputs), figure, inputs) : [],
  );

function oddAgainst(known: readonly Known[], figure: Figure, { settings }: DayInputs): readonly Odd[] {
  const before = knownOf(known, figure.what, figure.key);
  if (before === null || !isOff(figure, before[0], settings.maxJump)) return [];
  return [
    {
      code: 'odd-figure',
      about: `${figure.what} ${figure.key}`,
      figure: figure.isMoney ? toBrl(figure.value) : figure.value,
      said: saidOf(figure, before),
      factor: factorOf(figure.value, before[0]),
      place: figure.place,
    },
  ];
}

function saidOf({ header, name, value, isMoney, isLimit }: Figure, [before, date]: KnownValue): Message {
  if (isLimit && value === 0)
    return msg('{header} of {name} is zero or blank, and on {date} it was {decimal2}', {
      ...{ header, name, decimal2: before, date },
    });
  return isMoney
    ? msg('{header} of {name} is {money}, and on {date} it was {money2}', {
        ...{ header, name, money: value, money2: before, date },
      })
    : msg('{header} of {name} is {decimal}, and on {date} it was {decimal2}', {
        ...{ header, name, decimal: value, decimal2: before, date },
      });
}

/** What the next day is to compare with: not what is odd and nobody accepted. */
export const figuresToKeep = (inputs: DayInputs): readonly Remembered[] => {
  const known = remembered(inputs);
  return figuresOf(inputs).filter(
    (figure) =>
      figure.counts &&
      // A limit that never was is not remembered.
      (figure.value !== 0 || knownOf(known, figure.what, figure.key) !== null) &&
      oddAgainst(known, figure, inputs).every((odd) => acceptanceOf(odd, inputs) !== null),
  );
};

export const oddFigure: Check<DayInputs> = {
  code: 'odd-figure',
  setting: 'checkFigures',
  find: (inputs) => judged(oddFigures(inputs), inputs),
};
