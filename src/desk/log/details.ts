// The lines below a headline of the log, printed: in the desk's language for its tab, in English with their codes for the warehouse.
import { inEnglish, printProblem } from '../../domain/problem';
import type { Language } from '../../language/language';
import { print } from '../../language/print';
import type { Detail } from '../services';

/** A cell holds more, but nobody reads more. */
const LONGEST_DETAILS = 5_000;

const isProblem = (detail: Detail): detail is Extract<Detail, { code: string }> => 'code' in detail;

/** null where there are none. */
export const printDetails = (details: readonly Detail[], language: Language): string | null =>
  joined(
    details.map((detail) => (isProblem(detail) ? printProblem(detail, language) : print(detail, language))),
  );

/** `[stale-inav] market-data!F3: …`: the code is what a query counts by. */
export const codedDetails = (details: readonly Detail[]): string | null =>
  joined(
    details.map((detail) =>
      isProblem(detail) ? `[${detail.code}] ${inEnglish(detail)}` : print(detail, 'en'),
    ),
  );

const joined = (lines: readonly string[]): string | null =>
  lines.join('\n').slice(0, LONGEST_DETAILS) || null;
