// A family that is probably another one misspelt: its ETFs would go their own way at their own time, and nobody would ask why.
import type { Problem } from '../../domain/problem';
import { nearest } from '../../domain/words';
import { msg } from '../../language/message';
import { type DayInputs, valuesOf } from '../day/inputs';
import { type Check, findIn, findingsOf } from './check';

const misspeltFamily: Check<DayInputs> = {
  code: 'misspelt-family',
  setting: null,
  find({ etfs }) {
    const all = valuesOf(etfs).map(({ family }) => family);
    const count = (family: string): number => all.filter((each) => each === family).length;
    return findIn(etfs, 'family', ({ family }) => {
      const larger = [...new Set(all)].filter((other) => other !== family && count(other) > count(family));
      const meant = nearest(family, larger);
      return meant === null
        ? null
        : msg('family "{family}" is probably {meant} misspelt; write one name for both', { family, meant });
    }).map((finding) => ({ ...finding, severity: 'warning' as const }));
  },
};

export const checkFamilies = (inputs: DayInputs): readonly Problem[] =>
  findingsOf([misspeltFamily], inputs, inputs.settings);
