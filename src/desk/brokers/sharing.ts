// Share with brokers and Stop sharing: shown before it happens, made equal to the tab `brokers`, and logged.
import type { Broker } from '../../domain/broker';
import { error, hasErrors, type Problem, problemMessage, warning } from '../../domain/problem';
import { msg } from '../../language/message';
import { saidBy } from '../../language/print';
import { readTable } from '../../sheets/read';
import { brokers as brokersTab, etfs as etfsTab } from '../../sheets/tabs';
import { readSettingsTab } from '../../stages/day/inputs';
import type { DayState } from '../../stages/day/state';
import { BUSY, LOCK_WAIT_MS } from '../alone';
import { readState } from '../journal/stateStore';
import { tryNote } from '../log/note';
import { type OpenBook, openBook } from '../openBook';
import type { BrokerBookRef, Services } from '../services';
import { bookFitProblems } from '../setUp/bookFit';
import {
  type AccessChange,
  about,
  accessChange,
  accessProblems,
  closing,
  describe,
  type SharedWith,
  UNSURE,
  wantedBooks,
} from './access';
import { applyChange, type Done, headlineOf, isAsAsked, type Planned } from './changeAccess';
import type { SharingPlan, SharingReport } from './sharingReport';
import { settleBook, tablesNow } from './writeBooks';

type Planner = (services: Services) => Planned;

export const previewSharing = (services: Services): SharingPlan => shown(services, planSharing(services));

/** Makes who sees what equal to the tab `brokers`. @param expected fingerprint of the plan that was confirmed */
export const shareWithBrokers = (services: Services, expected: string | null): SharingReport =>
  carryOut(services, planSharing, expected, 'share-brokers');

/** @param broker null = all */
export const previewStopSharing = (services: Services, broker: string | null): SharingPlan =>
  shown(services, planStop(broker)(services));

export const stopSharing = (
  services: Services,
  broker: string | null,
  expected: string | null,
): SharingReport => carryOut(services, planStop(broker), expected, 'stop-sharing');

function planSharing(services: Services): Planned {
  const book = openBook(services.book);
  const { settings, problems: badSettings } = readSettingsTab(book.read);
  const { table, problems: badBrokers } = readTable(brokersTab, book.read(brokersTab.name));
  const { table: etfs, problems: badEtfs } = readTable(etfsTab, book.read(etfsTab.name));
  const { state, problems: badState } = readState(book, services.journal, services.digest);
  const brokers = table.rows.map(({ value }) => value);
  const desk = services.brokerBooks.deskEditors();
  const problems = [
    ...badSettings,
    ...badBrokers,
    ...badEtfs,
    ...badState,
    ...bookFitProblems(services, settings),
    ...accessProblems(brokers, { editors: desk, viewers: services.brokerBooks.deskViewers() }),
  ];
  const fill = (ref: BrokerBookRef): void => fillBook(services, book, state, brokers, ref);
  const common = { fill, notify: settings.shareNotification };
  if (hasErrors(problems)) return { ...common, changes: [], problems };
  const wanted = wantedBooks(
    brokers,
    etfs.rows.map(({ value }) => value),
  );
  const isWanted = (ref: BrokerBookRef): boolean => wanted.some((each) => isSame(each.book, ref));
  const { changes, problems: unreachable } = visited([
    ...wanted.map((each) => ({
      book: each.book,
      change: () => accessChange(each, services.brokerBooks.grants(each.book), desk),
      otherwise: [],
    })),
    // A broker that left the tab, or no longer needs an inbox, loses what it had.
    ...services.brokerBooks
      .known()
      .filter((ref) => !isWanted(ref))
      .map((ref) => toClose(services, ref, desk)),
  ]);
  return { ...common, changes, problems: [...problems, ...unreachable] };
}

const planStop =
  (broker: string | null): Planner =>
  (services) => {
    const known = services.brokerBooks.known();
    const desk = services.brokerBooks.deskEditors();
    const chosen = known.filter((ref) => broker === null || ref.broker === broker.trim());
    const names = [...new Set(known.map((ref) => ref.broker))].sort();
    const nobody =
      chosen.length > 0
        ? []
        : [
            error(
              'not-shared',
              names.length === 0 || broker === null
                ? msg('nothing is shared with any broker')
                : msg('nothing is shared with "{broker}"; write one of {brokers}', {
                    broker,
                    brokers: names.join(', '),
                  }),
            ),
          ];
    const { changes, problems } = visited(chosen.map((ref) => toClose(services, ref, desk)));
    return { changes, problems: [...nobody, ...problems], fill: () => undefined, notify: false };
  };

/** A spreadsheet to be looked at; `otherwise` is what happens to one that Drive says nothing of. */
interface Visit {
  readonly book: BrokerBookRef;
  readonly change: () => AccessChange;
  readonly otherwise: readonly AccessChange[];
}

const toClose = (services: Services, book: BrokerBookRef, desk: readonly string[]): Visit => ({
  book,
  change: () => closing(book, services.brokerBooks.grants(book) ?? [], desk),
  otherwise: [{ ...closing(book, [], desk), isUnseen: true }],
});

/** One spreadsheet that cannot be looked at does not keep the others from being shared. */
function visited(visits: readonly Visit[]): Pick<Planned, 'changes' | 'problems'> {
  const changes: AccessChange[] = [];
  const problems: Problem[] = [];
  for (const { book, change, otherwise } of visits) {
    try {
      changes.push(change());
    } catch (cause) {
      changes.push(...otherwise);
      problems.push(warning('unreachable', about(book, saidBy(cause))));
    }
  }
  return { changes, problems };
}

const isSame = (a: BrokerBookRef, b: BrokerBookRef): boolean => a.broker === b.broker && a.kind === b.kind;

function shown(services: Services, { changes, problems }: Planned): SharingPlan {
  const lines = changes.flatMap(describe);
  return {
    hash: hasErrors(problems) ? null : services.digest(JSON.stringify(lines)),
    lines,
    problems,
  };
}

function carryOut(
  services: Services,
  planner: Planner,
  expected: string | null,
  what: string,
): SharingReport {
  const done = services.lock.exclusively(LOCK_WAIT_MS, (): SharingReport => {
    const planned = planner(services);
    const { hash, lines, problems } = shown(services, planned);
    if (hash === null)
      return {
        status: 'refused',
        headline: msg("{n} {n|problem|problems}; nobody's access changed", { n: problems.length }),
        lines: [],
        problems,
      };
    if (expected !== null && expected !== hash) {
      const headline = msg('who has access changed since the preview; look at it again');
      return { status: 'changed', headline, lines, problems };
    }
    const outcomes = planned.changes.map(
      (change): Done => ({ change, failed: applyChange(services, planned, change) }),
    );
    const failed = outcomes.flatMap((each) => each.failed);
    const all = [...problems, ...failed];
    rememberShared(services, outcomes);
    const headline = headlineOf(planned.changes, failed.length);
    tryNote(services, { what, headline, details: [...lines, ...all] });
    return { status: 'applied', headline, lines, problems: all };
  });
  return done?.value ?? { status: 'held', headline: problemMessage(BUSY), lines: [], problems: [BUSY] };
}

/** One fact a broker, of one length however many its addresses are. */
const SHARED = 'shared-with:';
/** Where an older version kept all brokers' addresses. */
const SHARED_BEFORE = 'shared-with';

type Memory = Pick<Services, 'journal' | 'digest'>;

export function sharedWith({ journal, digest }: Memory): SharedWith {
  const fingerprint = (addresses: readonly string[]): string =>
    digest(
      addresses
        .map((address) => address.toLowerCase())
        .sort()
        .join('\n'),
    );
  const before: Readonly<Record<string, readonly string[]>> = JSON.parse(journal.get(SHARED_BEFORE) ?? '{}');
  const known = journal
    .keys(SHARED)
    .map((key): [string, string] => [key.slice(SHARED.length), journal.get(key) ?? '']);
  const older = Object.entries(before).map(([broker, all]): [string, string] => [broker, fingerprint(all)]);
  return { brokers: Object.fromEntries([...older, ...known]), fingerprint };
}

/**
 * Whose spreadsheet went to which addresses: a stage can tell whether the tab still says so without asking Drive. Of what Drive
 * did not do nobody may believe that it is done.
 */
function rememberShared(services: Services, outcomes: readonly Done[]): void {
  const { journal } = services;
  const { brokers, fingerprint } = sharedWith(services);
  if (journal.get(SHARED_BEFORE) !== null) {
    for (const [broker, print] of Object.entries(brokers)) journal.set(SHARED + broker, print);
    journal.remove(SHARED_BEFORE);
  }
  for (const { book, layout, gain, keep } of outcomes.map(({ change }) => change)) {
    if (book.kind !== 'orders') continue;
    const readers = [...gain, ...keep].filter(({ role }) => role === 'reader').map(({ who }) => who);
    if (layout === null) {
      journal.remove(SHARED + book.broker);
      settleBook(journal, book.broker);
    } else journal.set(SHARED + book.broker, fingerprint(readers));
  }
  for (const done of outcomes) if (!isAsAsked(done)) journal.set(SHARED + done.change.book.broker, UNSURE);
}

/** A broker's tables as the day stands. */
function fillBook(
  services: Services,
  book: OpenBook,
  state: DayState,
  brokers: readonly Broker[],
  { broker: name, kind }: BrokerBookRef,
): void {
  const broker = brokers.find((each) => each.name === name);
  if (kind === 'fills' || !broker) return;
  services.brokerBooks.write(name, tablesNow(book, state, broker));
  settleBook(services.journal, name);
}
