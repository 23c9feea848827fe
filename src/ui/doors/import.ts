// What an import came to, as its dialog and the command line get it.

import type { PrintedProblem } from '../../desk/run/report';
import type { ImportReport } from '../../desk/setUp/importBook';
import type { Language } from '../../language/language';
import { printedAny } from './said';

export type PrintedImport = Omit<ImportReport, 'problems'> & { readonly problems: readonly PrintedProblem[] };

export const printedImport = (report: ImportReport, language: Language): PrintedImport => ({
  ...report,
  problems: report.problems.map((problem) => printedAny(problem, language)),
});
