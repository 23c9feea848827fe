// TRANSITIONAL: what is still said as a string is shown as it is.
import { type PrintedProblem, printedProblem } from '../../desk/run/report';
import { error, type Problem } from '../../domain/problem';
import type { Language } from '../../language/language';
import { type Message, verbatim } from '../../language/message';
import { sayText } from '../../messages/said/said';

export const said = (text: string | Message, language: Language): string => sayText(text, language);

export const printedAny = (problem: string | Problem, language: Language): PrintedProblem =>
  printedProblem(
    typeof problem === 'string' ? error('', verbatim(said(problem, language))) : problem,
    language,
  );
