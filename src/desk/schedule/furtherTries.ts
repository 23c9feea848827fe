// What a refused step waits for: as long as that stays the same the step would be planned in full and refused again, so it is not
// tried. The last try of its time is made whatever stands there.
import type { Problem } from '../../domain/problem';
import { addMinutes } from '../../domain/stamp';
import { brokers, dailyTrades, etfs, fundStats, holdings, holidays, settingsTab } from '../../sheets/tabs';
import type { DayInputs } from '../../stages/day/inputs';
import { reservedRecipients } from '../journal/pending';
import { markWaiting, type StepMarks } from '../journal/scheduleMarks';
import { stateSignature } from '../journal/stateStore';
import type { OpenBook } from '../openBook';
import type { Services } from '../services';
import { type DueStep, dueSteps } from './schedule';

/** Found once all is planned; quota, a person or what was decided mends them: neither the hour nor a feed does. */
const LASTING: ReadonlySet<string> = new Set([
  'mail-quota',
  'mail-too-long',
  'subject-too-long',
  'too-many-recipients',
  'attachment-too-large',
  'cell-too-long',
  'book-too-large',
]);

/** What people type. */
const TYPED = [settingsTab, fundStats, etfs, brokers, holdings, holidays, dailyTrades];

/** @returns what stood when it was refused; null = time or a feed may mend it, so that it is tried again at each of its moments */
export function waitsFor(services: Services, book: OpenBook, problems: readonly Problem[]): string | null {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const isLasting = errors.length > 0 && errors.every(({ code }) => LASTING.has(code));
  return isLasting ? standing(services, book) : null;
}

/** The steps that are due and would not only be refused again: those are looked at again at their next moment. */
export function stepsToTry(
  services: Services,
  { book, inputs }: { readonly book: OpenBook; readonly inputs: DayInputs },
  marks: StepMarks,
): readonly DueStep[] {
  return dueSteps(inputs, marks).filter((due) => {
    const mark = marks[due.name];
    if (mark?.waits === undefined || !isFurtherTry(inputs, due)) return true;
    if (mark.waits !== standing(services, book)) return true;
    markWaiting(services.journal, inputs.now, due.name, mark);
    return false;
  });
}

/** Not a moment of its own, and there is another one after it. */
const isFurtherTry = ({ now, settings }: DayInputs, { slot, step: { slots, until } }: DueStep): boolean =>
  !slots.includes(slot) && until !== null && addMinutes(now, settings.retryInterval) <= until;

function standing({ journal, mailer, user, digest }: Services, book: OpenBook): string {
  const left = mailer.remainingRecipients() - reservedRecipients(journal);
  const typed = TYPED.map(({ name }) => book.read(name));
  return digest(JSON.stringify([user(), left, stateSignature(journal), typed])).slice(0, DIGITS);
}

/** The schedule's marks share one property. */
const DIGITS = 16;
