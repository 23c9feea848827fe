// What an import came to, as its dialog and the command line get it.

import { type PrintedProblem, printedProblems } from '../../desk/run/report';
import type { ImportReport } from '../../desk/setUp/importBook';
import type { Language } from '../../language/language';

export type PrintedImport = Omit<ImportReport, 'problems'> & { readonly problems: readonly PrintedProblem[] };

export const printedImport = (report: ImportReport, language: Language): PrintedImport => ({
  ...report,
  problems: printedProblems(report.problems, language),
});
