// The days that can be corrected: the choices of the dialog, as they stand when it opens.
import { keptDates } from '../../desk/journal/keptDays';
import type { Services } from '../../desk/services';
import { dateOf } from '../../domain/stamp';

export interface CorrectChoices {
  /** The latest first; today is not over. */
  readonly dates: readonly string[];
}

export const correctChoices = ({ journal, now }: Services): CorrectChoices => {
  const today = dateOf(now());
  return { dates: keptDates(journal).filter((date) => date < today) };
};
