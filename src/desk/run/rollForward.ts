// Goes on with everything that is pending, oldest first, as it was planned.
import { stageNamed } from '../../domain/stage';
import type { Settings } from '../../sheets/settings';
import { STAGES } from '../../stages/stages';
import { isOfEarlierDay } from '../ended/overnight';
import {
  type Loaded,
  loadPending,
  type PendingMark,
  type PendingRun,
  pendingMarks,
} from '../journal/pending';
import { placesTaken } from '../mails/waitingMails';
import type { OpenBook } from '../openBook';
import type { Services } from '../services';
import { type Applied, applyPending, holdsNobody } from './apply';

export interface Wish {
  /** Mails that wait for quota alone go on waiting: what is about to be planned may take their place. */
  readonly defersMails?: boolean;
  /** What this run has just written down: a large one is not unpacked beside itself. */
  readonly fresh?: PendingRun;
}

export type Forwarded = Applied & { readonly runId: string };

/**
 * Stops at one that cannot go on: what follows was planned upon it. Only a stop goes past, where all that the other lacks is rows
 * or mails: its state is written, and the stop was planned upon that.
 */
export function rollForward(
  services: Services,
  book: OpenBook,
  settings: Settings,
  { defersMails = false, fresh }: Wish = {},
): readonly Forwarded[] {
  const runs = loadPending(book, services, fresh);
  const done: Forwarded[] = [];
  let isHeld = false;
  for (const [at, loaded] of runs.entries()) {
    if (isHeld && !isUrgent(loaded)) {
      if (isInPlace(services, loaded)) continue;
      break;
    }
    const isOver = loaded.mark.runId !== fresh?.run.runId && isOfEarlierDay(services, loaded);
    if (defersMails && waitsForQuota(loaded) && !(isOver && isUrgent(loaded))) continue;
    const taken = placesTaken(runs.slice(at + 1));
    const applied = applyPending(services, book, settings, { loaded, taken });
    done.push({ runId: loaded.mark.runId, ...applied });
    if (applied.problems.length === 0) continue;
    if (!isInPlace(services, loaded)) break;
    isHeld = true;
  }
  return withPlacesTaken(services, { book, settings, runs, done });
}

/** A run that holds nobody and of which mails alone are missing; what is in doubt or refused is told at once. */
const waitsForQuota = ({ mark, entry }: Loaded): boolean =>
  entry !== null &&
  mark.abandoned === undefined &&
  mark.waiting !== undefined &&
  mark.step === 'rows' &&
  holdsNobody(entry.run.stage);

const isUrgent = ({ entry }: Loaded): boolean => {
  const name = entry === null ? null : stageNamed(entry.run.stage);
  return name !== null && STAGES[name].urgent === true;
};

/** Whether its state and tabs are written, so that something may be planned upon them. */
const isInPlace = (services: Services, loaded: Loaded): boolean => {
  const mark = markNow(services, loaded);
  return mark === null || mark.step !== 'stored';
};

/** Whether all that is pending is in place: then a stop need not wait for it. */
export const allInPlace = (services: Services, book: OpenBook): boolean =>
  loadPending(book, services).every((loaded) => isInPlace(services, loaded));

const markNow = ({ journal }: Services, { mark }: Loaded): PendingMark | null =>
  pendingMarks(journal).find(({ runId }) => runId === mark.runId) ?? null;

/** A run whose last mails a later one took the place of has nothing left to send: it ends with the same call. */
function withPlacesTaken(
  services: Services,
  {
    book,
    settings,
    runs,
    done,
  }: {
    readonly book: OpenBook;
    readonly settings: Settings;
    readonly runs: readonly Loaded[];
    readonly done: readonly Forwarded[];
  },
): readonly Forwarded[] {
  return done.map((before) => {
    const at = runs.findIndex(({ mark }) => mark.runId === before.runId);
    const loaded = runs[at];
    const taken = placesTaken(runs.slice(at + 1));
    const isOver = loaded?.entry?.outcome.mails.every(({ key }) => !taken.has(key)) ?? true;
    const mark = loaded === undefined ? null : markNow(services, loaded);
    if (isOver || mark === null || !loaded?.entry || mark.step !== 'rows') return before;
    const { entry } = loaded;
    const later = applyPending(services, book, settings, { loaded: { mark, entry, damage: null }, taken });
    return {
      runId: before.runId,
      ...later,
      mails: before.mails + later.mails,
      warnings: later.waiting ? later.warnings : [],
    };
  });
}
