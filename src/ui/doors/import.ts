// What an import came to, would come to, or was taken back to, as its dialog and the command line get it.

import { type PrintedTable, printedTable } from '../../desk/log/printedTable';
import { type PrintedProblem, printedProblems } from '../../desk/log/report';
import type { ImportPreview, ImportReport } from '../../desk/setUp/importBook';
import type { UndoReport } from '../../desk/setUp/undoImport';
import type { Language } from '../../language/language';
import type { Message } from '../../language/message';
import { print, printAll } from '../../language/print';
import type { CellChange, RowChange, TabChanges } from '../../sheets/tableChanges';

type WithPrinted<T> = Omit<T, 'problems'> & { readonly problems: readonly PrintedProblem[] };

export type PrintedImport = WithPrinted<ImportReport>;

type PrintedCell = Omit<CellChange, 'before' | 'after'> & {
  readonly before: string | null;
  readonly after: string | null;
};
export type PrintedRow = Omit<RowChange, 'name' | 'cells'> & {
  readonly name: string;
  readonly cells: readonly PrintedCell[];
};
export type PrintedTab = Omit<TabChanges, 'rows'> & { readonly rows: readonly PrintedRow[] };
export type PrintedImportPreview = Omit<WithPrinted<ImportPreview>, 'tabs' | 'tables'> & {
  readonly tables: readonly PrintedTable[];
  readonly tabs: readonly PrintedTab[];
};

/** `headline`: what was taken back; null = nothing was. */
export type PrintedUndo = WithPrinted<Omit<UndoReport, 'headline' | 'id'>> & {
  readonly headline: string | null;
};

export const printedImport = (report: ImportReport, language: Language): PrintedImport => ({
  ...report,
  problems: printedProblems(report.problems, language),
});

export function printedImportPreview(preview: ImportPreview, language: Language): PrintedImportPreview {
  const text = (cell: Message | null): string | null => (cell === null ? null : print(cell, language));
  return {
    ...preview,
    problems: printedProblems(preview.problems, language),
    tables: preview.tables.map((table) => printedTable(table, language)),
    tabs: preview.tabs.map((tab) => ({
      ...tab,
      rows: tab.rows.map((row) => ({
        ...row,
        name: printAll(row.name, language).join(' · '),
        cells: row.cells.map(({ header, before, after }) => ({
          header,
          before: text(before),
          after: text(after),
        })),
      })),
    })),
  };
}

export const printedUndo = ({ headline, problems }: UndoReport, language: Language): PrintedUndo => ({
  headline: headline === null ? null : print(headline, language),
  problems: printedProblems(problems, language),
});
