// Puts an outcome into the world, step by step: tabs, brokers' spreadsheets, files, warehouse, mail. Each step may be repeated: it adds nothing.
import { error, type Problem, warning } from '../../domain/problem';
import { stageNamed } from '../../domain/stage';
import { msg } from '../../language/message';
import { saidBy } from '../../language/print';
import type { Settings } from '../../sheets/settings';
import type { BrokerBook, OutputFile } from '../../stages/day/outcome';
import { STAGES } from '../../stages/stages';
import type { Services } from '../services';
import { keepDay } from './keptDays';
import { sendMails } from './mailJournal';
import type { OpenBook } from './openBook';
import {
  clearPending,
  markPending,
  type PendingMark,
  type PendingRun,
  type Reserved,
  STEPS,
  type Step,
} from './pending';
import { writeState } from './stateStore';

export interface Applied {
  readonly mails: number;
  /** What stopped it half-way; empty when everything is out. */
  readonly problems: readonly Problem[];
  /** What went wrong on the way and does not stop it. */
  readonly warnings: readonly Problem[];
  /** Mails of a closed day that wait for quota; left out = none do. */
  readonly waiting?: Reserved;
}

/** Applies what is left of an outcome. A step that fails leaves the outcome pending: the next run goes on there. */
export function applyPending(
  services: Services,
  book: OpenBook,
  settings: Settings,
  { mark, entry }: { readonly mark: PendingMark; readonly entry: PendingRun },
): Applied {
  const { outcome, run } = entry;
  let current = mark;
  /** A step in which nothing was to be done needs no mark: doing nothing again costs nothing. */
  const reached = (step: Step, didSomething: boolean, facts: Readonly<Record<string, string>> = {}): void => {
    current = { ...current, step };
    if (didSomething) markPending(services.journal, current, facts);
  };
  const isDone = (step: Step): boolean => STEPS.indexOf(current.step) >= STEPS.indexOf(step);

  if (!isDone('tabs')) {
    services.progress(msg('{code}: writing {n} {n|tab|tabs}', { code: run.stage, n: outcome.tables.length }));
    for (const table of outcome.tables) book.replace(table);
    const signed = writeState(book, services.digest, outcome.state);
    if (outcome.keeps) keepDay(book, services, outcome.keeps, run.runId);
    book.flush();
    reached('tabs', true, signed);
  }
  const savesRows = outcome.rows.length > 0;
  const unwritten = isDone('brokers') ? [] : writeBooks(services, outcome.brokerBooks);
  // Whatever may be repeated is marked once for all: by the rows, where there are any.
  if (!isDone('brokers'))
    reached('brokers', outcome.brokerBooks.length > 0 && !savesRows && outcome.files.length === 0);
  const unfiled = isDone('files') ? [] : saveFiles(services, outcome.files);
  if (!isDone('files')) reached('files', outcome.files.length > 0 && !savesRows);
  const warnings = [...unwritten, ...unfiled];
  const waiting = isDone('rows') ? null : saveRows(services, settings, entry);
  if (waiting === null) {
    if (!isDone('rows')) reached('rows', savesRows);
  } else if (!current.released) {
    return { mails: 0, problems: [waiting], warnings };
  }
  services.progress(msg('{code}: sending {n} {n|mail|mails}', { code: run.stage, n: outcome.mails.length }));
  const { sent, doubtful, waiting: unsent } = sendMails(services, outcome.mails);
  if (doubtful.length > 0) {
    const text = msg(
      'it is not known whether {ands} went out; ask the recipient, then settle it under Trading > Repair',
      { ands: doubtful },
    );
    return { mails: sent, problems: [error('mail-in-doubt', text)], warnings };
  }
  if (unsent.mails > 0) {
    markPending(services.journal, { ...current, waiting: unsent });
    return heldMails(run.stage, { mails: sent, problems: [], warnings }, unsent);
  }
  if (waiting !== null) {
    const { waiting: _none, ...mark } = current;
    markPending(services.journal, mark);
    return { mails: sent, problems: [], warnings };
  }
  clearPending(services.journal, run.runId);
  return { mails: sent, problems: [], warnings };
}

/** An allocation or a stop is written and saved whatever the quota, and nobody waits for it to go on; other instructions have to be out first. */
function heldMails(stage: string, applied: Applied, unsent: Reserved): Applied {
  const text = msg(
    '{n} {n|mail|mails} to {n2} {n2|recipient|recipients} {n|waits|wait}: today’s mail quota is used up. {n2} {n2|is|are} reserved; they go with the first run after there is quota again, or at once when another user runs one',
    { n: unsent.mails, n2: unsent.recipients },
  );
  const name = stageNamed(stage);
  return name !== null && (STAGES[name].closesDay || STAGES[name].urgent)
    ? { ...applied, warnings: [...applied.warnings, warning('mail-quota', text)], waiting: unsent }
    : { ...applied, problems: [error('mail-quota', text)] };
}

/** A spreadsheet that cannot be written holds nobody up, because the broker has its mail: it is a warning. */
export function writeBooks(services: Services, books: readonly BrokerBook[]): readonly Problem[] {
  return books.flatMap(({ broker, tables }) => {
    try {
      services.brokerBooks.write(broker, tables);
      return [];
    } catch (cause) {
      const text = msg(
        'the spreadsheet of {broker} was not brought up to date ({said}); repair it with Trading > Brokers > Share with brokers',
        { broker, said: saidBy(cause) },
      );
      return [warning('broker-book', text)];
    }
  });
}

/** A file that another user keeps holds nobody up, because the mail to its broker has it: it is a warning. */
export function saveFiles(
  services: Pick<Services, 'files'>,
  files: readonly OutputFile[],
): readonly Problem[] {
  const kept = files.flatMap((file) => {
    const why = services.files.save(file);
    return why === null ? [] : [{ name: `${file.folder}/${file.name}`, why }];
  });
  const [first] = kept;
  if (first === undefined) return [];
  const text = msg(
    '{n} {n|file is|files are} in the mails and not in Drive ({files}): {said}; whoever keeps it runs this stage once more and they are put there',
    { n: kept.length, files: kept.map(({ name }) => name).join(', '), said: first.why },
  );
  return [warning('not-filed', text)];
}

function saveRows(services: Services, settings: Settings, { outcome, run }: PendingRun): Problem | null {
  const warehouse = services.warehouse(settings);
  if (warehouse === null || outcome.rows.length === 0) return null;
  services.progress(msg('{code}: saving to the warehouse', { code: run.stage }));
  try {
    warehouse.save(run, outcome.rows);
    return null;
  } catch (cause) {
    const text = msg(
      'the warehouse did not take the rows ({said}); the mails wait. Run the stage again to retry, or let the mails go with Trading > Repair > Release mails',
      { said: saidBy(cause) },
    );
    return error('warehouse-down', text);
  }
}
