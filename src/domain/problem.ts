// What is wrong, where, and what to do about it: problems are values, collected all at once.
import type { Language } from '../language/language';
import { isFigureHole, type Message, msg, verbatim } from '../language/message';
import { print } from '../language/print';
import type { ProblemCode } from './problemCodes';

export type Severity = 'error' | 'warning';

/** Where a problem lies; nothing = the day's, or nobody's. */
export interface Place {
  /** A tab's name, or in words what else was read: a file, a broker's inbox. */
  readonly tab?: string | Message | null;
  /** A1 address inside the tab, such as E7; left out when the problem is the whole tab's. */
  readonly cell?: string | null;
}

export interface Problem {
  readonly severity: Severity;
  /** Stable name of the rule, such as `unknown-cnpj`: settings, logs and tests refer to it. */
  readonly code: ProblemCode;
  readonly tab: string | Message | null;
  readonly cell: string | null;
  readonly text: Message;
}

export const error = (code: ProblemCode, text: Message, place: Place = {}): Problem =>
  problemOf('error', code, text, place);

export const warning = (code: ProblemCode, text: Message, place: Place = {}): Problem =>
  problemOf('warning', code, text, place);

export const problemOf = (
  severity: Severity,
  code: ProblemCode,
  text: Message,
  { tab = null, cell = null }: Place,
): Problem => ({ severity, code, tab, cell, text });

/** As a trader reads it: `daily-trades!E7: amount "1,2,3" is not an amount in BRL; write 1234.56`. */
export function printProblem({ tab, cell, text }: Problem, language: Language): string {
  if (tab === null) return print(text, language);
  const place = print(placeMessage(tab), language) + (cell === null ? '' : `!${cell}`);
  return `${place}: ${print(text, language)}`;
}

/** The same as one sentence, for a place that takes a sentence. */
export function problemMessage({ tab, cell, text }: Problem): Message {
  if (tab === null) return text;
  return cell === null
    ? msg('{said}: {said2}', { said: placeMessage(tab), said2: text })
    : msg('{said}!{cell}: {said2}', { said: placeMessage(tab), cell, said2: text });
}

const placeMessage = (tab: string | Message): Message => (typeof tab === 'string' ? verbatim(tab) : tab);

/** Its parts in a reader's language. */
export const sayProblem = (
  { tab, cell, text }: Problem,
  language: Language,
): { readonly text: string; readonly tab: string | null; readonly cell: string | null } => ({
  text: print(text, language),
  tab: tab === null ? null : print(placeMessage(tab), language),
  cell,
});

/**
 * What makes two problems the same to somebody who was told already: rule, place and who it is about, not how much or when.
 */
export function problemKey({ code, tab, text }: Problem): string {
  return JSON.stringify([code, subjectOf(tab), subjectOf(text)]);
}

/** The sentence and the names in it. */
const subjectOf = (text: string | Message | null): unknown =>
  text === null || typeof text === 'string'
    ? text
    : [
        text.key,
        ...Object.entries(text.values ?? {})
          .filter(([hole]) => !isFigureHole(hole))
          .map(([, value]) => (typeof value === 'object' ? messagesIn(value).map(subjectOf) : value)),
      ];

const messagesIn = (value: Message | readonly Message[]): readonly Message[] =>
  'key' in value ? [value] : value;

/** For logs that engineers read, and the warehouse. */
export const inEnglish = (problem: Problem): string => printProblem(problem, 'en');

/** The same, where it stops nobody. */
export const asWarning = (problem: Problem): Problem => ({ ...problem, severity: 'warning' });

export const isError = ({ severity }: Pick<Problem, 'severity'>): boolean => severity === 'error';

export const hasErrors = (problems: readonly Problem[]): boolean => problems.some(isError);
