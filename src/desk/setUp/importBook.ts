// Import: puts the desk's fund and trades files into their tabs, all or nothing; what it replaced can be taken back.

import { error, type Problem } from '../../domain/problem';
import { dateOf } from '../../domain/stamp';
import { msg } from '../../language/message';
import type { TabChanges } from '../../sheets/tableChanges';
import { readSettingsTab } from '../../stages/day/inputs';
import type { DecisionTable } from '../../stages/decisions/table';
import { BUSY, LOCK_WAIT_MS } from '../alone';
import { tryNote } from '../log/note';
import { openBook } from '../openBook';
import type { Services } from '../services';
import { type ImportedTexts, type ImportPlan, planImport } from './importPlan';
import { keepReplaced } from './undoImport';

export interface ImportReport {
  readonly funds: number;
  readonly trades: number;
  readonly problems: readonly Problem[];
  /** By which what it replaced is taken back; null = nothing was replaced, or it cannot be. */
  readonly undo: string | null;
}

/** What would be written, and under which hash it is what was shown. */
export interface ImportPreview extends Omit<ImportReport, 'undo'> {
  readonly tabs: readonly TabChanges[];
  /** The orders before and after, buys and sells apart. */
  readonly tables: readonly DecisionTable[];
  /** null = nothing can be applied. */
  readonly hash: string | null;
}

const wishOf = (services: Services) => ({
  today: dateOf(services.now()),
  settings: readSettingsTab((tab) => services.book.read(tab)).settings,
});

/** Writes nothing. */
export function previewImport(services: Services, files: ImportedTexts): ImportPreview {
  const plan = planImport(openBook(services.book), services.digest, files, wishOf(services));
  const { funds, trades, problems, hash, tables } = plan;
  return { funds, trades, problems, hash, tables, tabs: plan.tabs.map(({ changes }) => changes) };
}

const CHANGED = error(
  'import-changed',
  msg('the tabs have changed since the import was shown; nothing was written, look at it again'),
);

/**
 * With any error nothing is written.
 * @param hash of the preview: what would come out otherwise than shown is not written; null = whatever comes out
 */
export function importBook(
  services: Services,
  files: ImportedTexts,
  hash: string | null = null,
): ImportReport {
  const done = services.lock.exclusively(LOCK_WAIT_MS, () => carryOut(services, files, hash));
  const report = done === null ? nothing([BUSY]) : done.value;
  const { funds, trades } = report;
  if (funds + trades > 0)
    tryNote(services, {
      what: 'import',
      headline: msg('imported: {n} {n|fund|funds} and {n2} {n2|trade|trades}', { n: funds, n2: trades }),
      details: report.problems,
    });
  return report;
}

const nothing = (problems: readonly Problem[]): ImportReport => ({
  ...{ funds: 0, trades: 0, undo: null },
  problems,
});

function carryOut(services: Services, files: ImportedTexts, hash: string | null): ImportReport {
  const book = openBook(services.book);
  const plan = planImport(book, services.digest, files, wishOf(services));
  if (plan.hash === null) return nothing(plan.problems);
  if (hash !== null && hash !== plan.hash) return nothing([CHANGED]);
  // What it replaces is kept before anything is replaced: a crash in between can be taken back too.
  const kept = changesSomething(plan) ? keepReplaced(services, book, plan.tabs) : { id: null, problems: [] };
  for (const { table } of plan.tabs) book.replace(table);
  book.flush();
  const { funds, trades, problems } = plan;
  return { funds, trades, undo: kept.id, problems: [...problems, ...kept.problems] };
}

const changesSomething = ({ tabs }: ImportPlan): boolean =>
  tabs.some(({ changes }) => changes.rows.length > 0);
