// Puts an outcome into the world, step by step: tabs, brokers' spreadsheets, files, warehouse, mail. Each step may be repeated: it adds nothing.
import { error, type Problem, warning } from '../../domain/problem';
import { stageNamed, stageTitle } from '../../domain/stage';
import { type Message, msg, verbatim } from '../../language/message';
import { saidBy } from '../../language/print';
import type { Settings } from '../../sheets/settings';
import { settingsTab } from '../../sheets/tabs';
import { STAGES } from '../../stages/stages';
import { saveFiles, writeBooks } from '../brokers/writeBooks';
import { abandonedWarning, endAbandoned } from '../ended/abandon';
import { endOvernight, finishedLate, isOfEarlierDay } from '../ended/overnight';
import { keepDay } from '../journal/keptDays';
import {
  clearPending,
  type Loaded,
  markPending,
  type PendingMark,
  type PendingRun,
  type Reserved,
  STEPS,
  type Step,
} from '../journal/pending';
import { writeState } from '../journal/stateStore';
import { mailInWords, type OpenMail, openAs, refusalInWords, withdrawMails } from '../mails/mailJournal';
import { sendMails } from '../mails/sendMails';
import type { OpenBook } from '../openBook';
import type { Services } from '../services';

export interface Applied {
  readonly mails: number;
  /** What stopped it half-way; empty when everything is out. */
  readonly problems: readonly Problem[];
  /** What went wrong on the way and does not stop it. */
  readonly warnings: readonly Problem[];
  /** Where files lie that are for people. */
  readonly links: readonly Message[];
  /** Files that do not lie in Drive; left out = all of them do. */
  readonly unfiled?: readonly string[];
  /** Mails of a closed day that wait for quota; left out = none do. */
  readonly waiting?: Reserved;
}

type LetGo = Omit<Applied, 'links'>;

export interface Run {
  readonly loaded: Loaded;
  /** Keys of mails whose place a later run takes: they do not go. */
  readonly taken: ReadonlySet<string>;
}

/**
 * Goes on with a run: ends it where somebody gave it up, else applies what is left of it. A step that fails leaves it pending:
 * the next run goes on there.
 */
export function applyPending(
  services: Services,
  book: OpenBook,
  settings: Settings,
  { loaded, taken }: Run,
): Applied {
  if (loaded.mark.abandoned !== undefined) {
    const late = endAbandoned(services, book, loaded);
    return { mails: 0, problems: [], warnings: [abandonedWarning(loaded), ...late], links: [] };
  }
  if (isOfEarlierDay(services, loaded)) return applyOvernight(services, book, settings, { loaded, taken });
  if (loaded.damage !== null) return { mails: 0, problems: [loaded.damage], warnings: [], links: [] };
  return goOn(services, book, settings, { loaded, taken });
}

/** Whatever keeps it half-way holds nobody on a later day: it is said, and what is owed stays owed. */
function applyOvernight(
  services: Services,
  book: OpenBook,
  settings: Settings,
  { loaded, taken }: Run,
): Applied {
  const { left, warnings } = endOvernight(services, book, loaded);
  if (left === null) return { mails: 0, problems: [], warnings, links: [] };
  const gone = goOn(services, book, settings, { loaded: left, taken });
  const isWhole = left.mark.released !== true && gone.problems.length === 0;
  const said = isWhole ? [finishedLate(services, left, gone.mails)] : warnings;
  return { ...gone, problems: [], warnings: [...said, ...gone.warnings, ...gone.problems.map(softened)] };
}

const softened = (problem: Problem): Problem => ({ ...problem, severity: 'warning' });

function goOn(
  services: Services,
  book: OpenBook,
  settings: Settings,
  { loaded: { mark, entry }, taken }: Run & { readonly loaded: { readonly entry: PendingRun } },
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
    services.progress(
      msg('{said}: filling in {n} {n|tab|tabs}', { said: titleOf(run), n: outcome.tables.length }),
    );
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
  const { warnings: lacking, links, unfiled } = saveFiles(services, isDone('files') ? [] : outcome.files);
  if (!isDone('files')) reached('files', outcome.files.length > 0 && !savesRows);
  const warnings = [...unwritten, ...lacking];
  const waiting = isDone('rows') ? null : saveRows(services, settings, { mark, entry });
  if (waiting === null) {
    if (!isDone('rows')) reached('rows', savesRows);
  } else if (!current.released) {
    // A stop may go past it: what brokers read by then is not written over by what this run had for them.
    if (current.step !== mark.step) reached(current.step, true);
    return { mails: 0, problems: [waiting.stops], warnings, links, unfiled };
  }
  const owed = waiting === null ? [] : [rowsOwed(mark.runId, waiting.why)];
  const gone = letGo(services, entry, { mark: current, taken, rowsWait: waiting !== null });
  return { ...gone, warnings: [...warnings, ...owed, ...gone.warnings], links, unfiled };
}

/** Of a run that does not wait for them, such as a stop: nobody may think that they are saved. */
const rowsOwed = (run: string, why: Message): Problem =>
  warning(
    'rows-owed',
    msg('{said}: {said2}', {
      said: msg('the rows of run {run} wait for the warehouse', { run }),
      said2: why,
    }),
  );

interface Going extends Pick<Run, 'taken'> {
  readonly mark: PendingMark;
  /** Whether the warehouse does not have the rows yet. */
  readonly rowsWait: boolean;
}

/** The mails, and what is left once they are out. */
function letGo(services: Services, { outcome, run }: PendingRun, { mark, taken, rowsWait }: Going): LetGo {
  if (outcome.mails.length > 0)
    services.progress(
      msg('{said}: sending {n} {n|mail|mails}', { said: titleOf(run), n: outcome.mails.length }),
    );
  withdrawMails(
    services,
    outcome.mails.flatMap(({ takesPlaceOf = [] }) => takesPlaceOf),
  );
  const mails = outcome.mails.filter(({ key }) => !taken.has(key));
  const { sent, doubtful, refused, waiting } = sendMails(services, mails);
  const unsettled = [...doubtfulMails(doubtful), ...refusedMails(refused)];
  const { waiting: _none, ...plain } = mark;
  if (waiting.mails > 0) markPending(services.journal, { ...plain, waiting });
  const applied: LetGo = { mails: sent, problems: unsettled, warnings: [] };
  if (unsettled.length > 0) return applied;
  if (waiting.mails > 0) return heldMails(run.stage, applied, waiting);
  // Until the run that takes their place has come so far, they may have to go after all.
  const stays = rowsWait || outcome.mails.some(({ key }) => taken.has(key) && openAs(services, key) !== null);
  if (stays) markPending(services.journal, plain);
  else clearPending(services.journal, run.runId);
  return applied;
}

/** As the menu calls what is under way. */
const titleOf = ({ stage }: PendingRun['run']): Message => {
  const name = stageNamed(stage);
  return name === null ? verbatim(stage) : stageTitle(name);
};

/** An allocation or a stop is written and saved whatever the quota, and nobody waits for its mails to go on. */
export const holdsNobody = (stage: string): boolean => {
  const name = stageNamed(stage);
  return name !== null && (STAGES[name].closesDay === true || STAGES[name].urgent === true);
};

function doubtfulMails(mails: readonly OpenMail[]): readonly Problem[] {
  if (mails.length === 0) return [];
  const text = msg(
    'it is not known whether {ands} went out; ask the recipient, then settle it under Trading > Repair',
    { ands: mails.map(mailInWords) },
  );
  return [error('mail-in-doubt', text)];
}

function refusedMails(mails: readonly OpenMail[]): readonly Problem[] {
  if (mails.length === 0) return [];
  const text = msg(
    '{n} {n|mail|mails} did not go: {saids}; the others did. Send {n|it|them} to another address, or say that {n|its recipient knows|their recipients know}, under Trading > Repair > Mails that did not go',
    { n: mails.length, saids: mails.map(refusalInWords) },
  );
  return [error('mail-refused', text)];
}

/** An allocation or a stop is written and saved whatever the quota, and nobody waits for it to go on; other instructions have to be out first. */
function heldMails(stage: string, applied: LetGo, unsent: Reserved): LetGo {
  const text = msg(
    '{n} {n|mail|mails} to {n2} {n2|recipient|recipients} {n|waits|wait}: today’s mail quota is used up. {n2} {n2|is|are} reserved; they go with the first run after there is quota again, or at once when another user runs one',
    { n: unsent.mails, n2: unsent.recipients },
  );
  return holdsNobody(stage)
    ? { ...applied, warnings: [...applied.warnings, warning('mail-quota', text)], waiting: unsent }
    : { ...applied, problems: [error('mail-quota', text)] };
}

/** Why a run's rows are not saved: as what stops it, and as the cause alone. */
interface RowsWait {
  readonly stops: Problem;
  readonly why: Message;
}

function saveRows(
  services: Services,
  settings: Settings,
  { mark, entry: { outcome, run } }: { readonly mark: PendingMark; readonly entry: PendingRun },
): RowsWait | null {
  if (outcome.rows.length === 0) return null;
  try {
    const warehouse = services.warehouse(settings);
    // A desk without a warehouse owes nobody rows; one that had it when the run was written down does.
    if (warehouse === null) return mark.owes === true ? noWarehouse(mark) : null;
    services.progress(msg('{said}: saving to the warehouse', { said: titleOf(run) }));
    warehouse.save(run, outcome.rows);
    return null;
  } catch (cause) {
    const text = msg(
      'the warehouse did not take the rows ({said}); the mails wait. Run the stage again to retry, or let the mails go with Trading > Repair > Release mails',
      { said: saidBy(cause) },
    );
    return { stops: error('warehouse-down', text), why: saidBy(cause) };
  }
}

function noWarehouse({ runId: run }: PendingMark): RowsWait {
  const text = msg(
    'the rows of run {run} are owed to the warehouse and GOOGLE_CLOUD_PROJECT is blank now; the mails wait. Fill it in again, or let the mails go with Trading > Repair > Release mails',
    { run },
  );
  return {
    stops: error('warehouse-gone', text, { tab: settingsTab.name }),
    why: verbatim('GOOGLE_CLOUD_PROJECT'),
  };
}
