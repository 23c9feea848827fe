// What a correction brings is asked as the open day's fills are: a price far from the iNAV, or many times what was allowed. Its
// reason says why the day changes; an odd figure has to be named in it, as nobody names one by accident.
import { fillKey } from '../../domain/fill';
import type { Problem } from '../../domain/problem';
import { tidy } from '../../domain/result';
import { msg } from '../../language/message';
import { workSubject } from '../day/acceptances';
import type { DayInputs } from '../day/inputs';
import type { FillChange } from '../outcome/heard';
import { type Check, type Finding, findingsOf } from './check';
import { type Odd, oddClause, oddSubject } from './odd';
import { oddFillPrices } from './oddFillPrice';
import { oddFillSizes } from './oddFillSize';

interface Corrected {
  /** The corrected day, with its fills as they are known now. */
  readonly inputs: DayInputs;
  readonly changes: readonly FillChange[];
  readonly reason: string;
}

/** Fills that were executed otherwise than was known: a bust takes away what was asked about in its time. */
const fresh = (changes: readonly FillChange[]) =>
  changes.filter(({ after }) => after.status !== 'BUSTED').map(({ after }) => after);

function prices({ inputs, changes }: Corrected): readonly Odd[] {
  const keys = new Set(fresh(changes).map(fillKey));
  const { executions } = inputs;
  const rows = executions.rows.filter(({ value }) => keys.has(fillKey(value)));
  return oddFillPrices({ ...inputs, executions: { ...executions, rows } });
}

/** By hand no more than the largest cap is believed at once; what the systems tell has been executed, as on the open day. */
function sizes({ inputs, changes }: Corrected): readonly Odd[] {
  const date = inputs.state.tradeDate ?? '';
  const typed = new Set<string>();
  const told = new Set<string>();
  for (const fill of fresh(changes))
    (fill.source === 'typed' ? typed : told).add(`executions ${date} ${workSubject(fill)} quantity`);
  return [
    ...oddFillSizes(inputs, 1).filter(({ about }) => typed.has(about)),
    ...oddFillSizes(inputs).filter(({ about }) => told.has(about) && !typed.has(about)),
  ];
}

function found(odds: readonly Odd[], { inputs, reason }: Corrected): readonly Finding[] {
  return odds.map((odd): Finding => {
    const words = oddSubject(odd).replace(`executions ${inputs.state.tradeDate ?? ''} `, '');
    const said = oddClause(odd);
    return isNamed(words, reason)
      ? { text: msg('{said}; the correction’s reason accepts it', { said }), severity: 'warning' }
      : {
          text: msg(
            '{said}; correct the row or, if it is right, write these words into the reason as well: {words}',
            { said, words },
          ),
        };
  });
}

/** The words stand in the reason, and their figure is not the beginning of a longer one. */
function isNamed(words: string, reason: string): boolean {
  const [text, wanted] = [reason, words].map((each) => tidy(each).replace(/\s+/g, ' ').toLowerCase());
  const at = text?.indexOf(wanted ?? '') ?? -1;
  return at >= 0 && !/^[.,]?\d/.test(text?.slice(at + (wanted?.length ?? 0)) ?? '');
}

const CHECKS: readonly Check<Corrected>[] = [
  {
    code: 'odd-fill-price',
    setting: 'checkFillPrice',
    find: (corrected) => found(prices(corrected), corrected),
  },
  {
    code: 'odd-fill-size',
    setting: 'checkFillSize',
    find: (corrected) => found(sizes(corrected), corrected),
  },
];

export const checkCorrected = (corrected: Corrected): readonly Problem[] =>
  findingsOf(CHECKS, corrected, corrected.inputs.settings);
