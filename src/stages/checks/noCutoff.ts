// A family without any cut-off has no time of its own: nobody is reminded of it and the schedule never runs it.
import { cutoffOn } from '../../domain/cutoff';
import { familiesOf } from '../../domain/etf';
import type { Problem } from '../../domain/problem';
import { dateOf } from '../../domain/stamp';
import { msg } from '../../language/message';
import type { DayInputs } from '../day/inputs';
import { type Check, findingsOf, placeAt } from './check';
import type { QuotesSubject } from './staleInav';

const noCutoff: Check<QuotesSubject> = {
  code: 'no-cutoff',
  setting: null,
  find({ inputs, assets }) {
    const wanted = inputs.etfs.rows.filter(({ value }) => assets.includes(value.asset));
    return familiesOf(wanted.map(({ value }) => value)).flatMap((family) => {
      const own = wanted.filter(({ value }) => value.family === family);
      const today = dateOf(inputs.now);
      const [first] = own;
      if (first === undefined || own.some(({ value }) => cutoffOn(today, value, inputs.holidays) !== null))
        return [];
      const text = msg(
        'no ETF of {family} that waits for units has a cut-off: the schedule leaves the family out and reminds nobody; write primary_cutoff, or run Primary units by hand',
        { family },
      );
      return [{ text, place: placeAt(inputs.etfs, first.row, 'primaryCutoff'), severity: 'warning' }];
    });
  },
};

/** @param assets the ETFs whose units are still to be decided */
export const checkNoCutoff = (inputs: DayInputs, assets: readonly string[]): readonly Problem[] =>
  findingsOf([noCutoff], { inputs, assets }, inputs.settings);
