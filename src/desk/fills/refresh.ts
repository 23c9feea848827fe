// Brings the feed tabs up to date before a stage looks at them.
import type { Broker } from '../../domain/broker';
import type { Fill } from '../../domain/fill';
import { asWarning, error, hasErrors, isError, type Problem, problemMessage } from '../../domain/problem';
import { dateOf, type IsoDate } from '../../domain/stamp';
import { msg } from '../../language/message';
import { readTable } from '../../sheets/read';
import type { Settings } from '../../sheets/settings';
import { brokers, etfs, executions, holidays, marketData } from '../../sheets/tabs';
import { printTable } from '../../sheets/write';
import { isAccepted } from '../../stages/day/acceptances';
import type { Feed } from '../../stages/day/inputs';
import type { Missing } from '../../stages/day/missing';
import type { DayState } from '../../stages/day/state';
import type { Desk } from '../desk';
import type { Feeds, PastFills, Unplaced } from '../feeds';
import { noteBusts } from './bustsHeard';
import { addReturns, readReturns } from './fillReturns';
import { inboxFillsOf } from './inbox';
import { writeLastFetch } from './lastFetch';
import { sharedAccounts } from './leftOut';
import { type Merged, mergeFills } from './mergeFills';
import { keepCorrected, pastFills } from './pastFills';

/** What is asked, and where it is. */
interface Sources {
  readonly settings: Pick<Settings, 'tradingApiUrl' | 'inavApiUrl'>;
  readonly feeds: Feeds;
}

/** Fetches the wanted feeds into their tabs. A feed with a problem is not written: the tab stays as it was. */
export function refreshFeeds(
  desk: Desk,
  settings: Settings,
  wanted: readonly Feed[],
  state: DayState,
): readonly Problem[] {
  const feeds = desk.services.feeds(settings);
  return wanted.flatMap((feed) =>
    feed === 'executions'
      ? refreshExecutions(desk, { settings, feeds }, state)
      : refreshQuotes(desk, { settings, feeds }),
  );
}

function refreshExecutions(desk: Desk, sources: Sources, state: DayState): readonly Problem[] {
  const seen = lookAtExecutions(desk, sources, state);
  const {
    merged,
    recorded = [],
    problems,
    corrected,
    unplaced,
  } = seen.merged ? asItStands(desk, seen) : seen;
  const { journal } = desk.services;
  const today = dateOf(desk.now);
  if (merged === null) {
    // An answer that did not come says nothing of the day: what is known of it is as old as it was.
    if (unplaced.length > 0) writeLastFetch(journal, today, { at: null, missing: unplaced });
    return problems;
  }
  keepCorrected(journal, today, corrected);
  const isWhole = merged.missing.length === 0;
  if (isWhole) {
    // What counts again is found by what the tab said before: it is kept while the tab still says so.
    addReturns(journal, today, merged.returning, desk.now);
    noteBusts(journal, today, { recorded, rows: merged.rows, now: desk.now });
    desk.book.replace(printTable(executions, merged.rows));
    // That the tab is up to date and nothing lacks is said only of a tab that is: else nobody would ask again.
    desk.book.flush();
  }
  writeLastFetch(journal, today, {
    at: isWhole ? desk.now : null,
    missing: [...merged.missing, ...unplaced],
  });
  return [...problems, ...merged.problems];
}

/**
 * The answer took its time, and people type fills meanwhile: they are no less theirs for that. Looked at where the tab would be written;
 * what stands there as it was read is not asked for twice.
 */
function asItStands({ book }: Desk, seen: Answered): Answered {
  const { merged, again, recorded: read } = seen;
  if (merged === null || again === undefined || merged.missing.length > 0) return seen;
  if (JSON.stringify(merged.rows) === JSON.stringify(read)) return seen;
  const before = book.read(executions.name);
  const grid = book.reread(executions.name);
  if (grid === before) return seen;
  const { table, problems } = readTable(executions, grid);
  const inDoubt = problems.filter(isError);
  if (inDoubt.length > 0)
    return { merged: null, problems: inDoubt, unplaced: inDoubt.map((each) => missingOf(each, 'trader')) };
  const recorded = table.rows.map(({ value }) => value);
  return { ...seen, recorded, merged: again(recorded) };
}

/** Where people type all fills nothing is fetched, and nobody is told so. */
export const areFetched = (
  { tradingApiUrl }: Pick<Settings, 'tradingApiUrl'>,
  known: readonly Pick<Broker, 'fillsFrom'>[],
): boolean => tradingApiUrl !== null || known.some(({ fillsFrom }) => fillsFrom === 'inbox');

interface Answered {
  /** What the tab would hold; null = there was no answer, or it cannot be believed. */
  readonly merged: Merged | null;
  /** What the tab held before. */
  readonly recorded?: readonly Fill[];
  /** The same answer put to another tab. */
  readonly again?: (recorded: readonly Fill[]) => Merged;
  readonly problems: readonly Problem[];
  readonly corrected?: PastFills['corrected'] | undefined;
  /** What is of the day and cannot be put to a fill or a broker: whatever the tab holds, something is missing. */
  readonly unplaced: readonly Missing[];
}

/** What the tab would hold after a look at the feeds. Writes nothing. */
export function lookAtExecutions(desk: Desk, { settings, feeds }: Sources, state: DayState): Answered {
  const { services, book, now } = desk;
  const { table, problems: badBrokers } = readTable(brokers, book.read(brokers.name));
  const known = table.rows.map(({ value }) => value);
  const accounts = known.flatMap(({ name, accountCodes }) =>
    accountCodes.map((accountCode) => ({ broker: name, accountCode })),
  );
  const shared = sharedAccounts(accounts);
  const grid = book.read(executions.name);
  const { table: tab, problems: badTab } = readTable(executions, grid);
  // Whose fills they are, or what is known of them, is in doubt: the tab's own reader says why.
  const inDoubt = [...badBrokers, ...(grid === null ? [] : badTab), ...shared].filter(isError);
  if (inDoubt.length > 0)
    return { merged: null, problems: inDoubt, unplaced: inDoubt.map((each) => missingOf(each, 'trader')) };
  const today = dateOf(now);
  const recorded = tab.rows.map(({ value }) => value);
  if (areFetched(settings, known)) services.progress(msg('fetching today’s executions'));
  const toldBefore = recorded.filter(({ date, source }) => date === today && source !== 'typed');
  const fetched = feeds.executions(today, accounts, toldBefore, pastFills(desk, today));
  const assets = readTable(etfs, book.read(etfs.name)).table.rows.map(({ value }) => value.asset);
  const entered = inboxFillsOf(services.brokerBooks, known, assets, today);
  if (fetched === null && entered === null) return { merged: null, problems: [], unplaced: [] };
  const inboxes = known.filter(({ fillsFrom }) => fillsFrom === 'inbox').map(({ name }) => name);
  const toldBeside = (standing: readonly Fill[]) =>
    fetched ?? { rows: withoutFeed(standing, inboxes, today), problems: [] };
  const told = toldBeside(recorded);
  const doubled = twofold(told.rows, inboxes);
  const open = (fetched?.unplaced ?? []).filter(
    ({ subject }) => subject === '' || !isAccepted(state, 'unknown-bust', subject),
  );
  const fromFeed = acceptedSoftened(told.problems, fetched?.unplaced ?? [], open);
  const found = [...fromFeed, ...(entered?.problems ?? []), ...doubled];
  const unplaced = [
    ...open.map(({ problem, subject }) => ({ ...missingOf(problem, 'provider'), subject })),
    ...(entered?.problems ?? []).filter(isOfRow).map((each) => missingOf(each, 'broker')),
    ...doubled.map((each) => missingOf(each, 'trader')),
  ];
  if (hasErrors(found)) return { merged: null, problems: found, unplaced };
  const again = (standing: readonly Fill[]): Merged =>
    mergeFills({
      ...{ today, state, recorded: standing, leftOut: told.leftOut ?? [] },
      fresh: [...toldBeside(standing).rows, ...(entered?.rows ?? [])].filter(({ date }) => date === today),
      isConsolidated: fetched?.isConsolidated ?? false,
      returned: readReturns(services.journal, today),
    });
  const merged = again(recorded);
  return { merged, again, recorded, problems: found, corrected: fetched?.corrected, unplaced };
}

const missingOf = (problem: Problem, who: Missing['who']): Missing => ({
  code: problem.code,
  subject: '',
  text: problemMessage(problem),
  who,
});

/** What somebody took the responsibility for stops nobody, and stays said. */
const acceptedSoftened = (
  problems: readonly Problem[],
  all: readonly Unplaced[],
  open: readonly Unplaced[],
): readonly Problem[] =>
  problems.map((problem) => {
    const own = all.find((each) => each.problem === problem);
    return own === undefined || open.includes(own) ? problem : asWarning(problem);
  });

/** An inbox that cannot be opened tells nothing, as a system that does not answer. */
const isOfRow = ({ severity, code }: Problem): boolean =>
  severity === 'error' && code !== 'no-inbox' && code !== 'inbox-failed';

/** Without a post-trade system people type the other brokers' fills into the tab: they stay. */
const withoutFeed = (
  recorded: readonly Fill[],
  inboxes: readonly string[],
  today: IsoDate,
): readonly Fill[] => recorded.filter(({ broker, date }) => date === today && !inboxes.includes(broker));

/** A broker whose fills come both ways would have each of them counted twice. */
const twofold = (fills: readonly Fill[], inboxes: readonly string[]): readonly Problem[] =>
  inboxes
    .filter((name) => fills.some(({ broker, source }) => broker === name && source !== 'typed'))
    .map((broker) =>
      error(
        'twofold-fills',
        msg(
          'the post-trade system has fills of {broker}, and {broker} enters its fills in its inbox; write fills_from = api, or take its account_codes out',
          { broker },
        ),
        { tab: brokers.name },
      ),
    );

function refreshQuotes({ services, book, now }: Desk, { settings, feeds }: Sources): readonly Problem[] {
  const { table } = readTable(etfs, book.read(etfs.name));
  const asked = table.rows
    .map(({ value: { asset, isin } }) => ({ asset, isin }))
    .sort((a, b) => (a.asset < b.asset ? -1 : 1));
  if (settings.inavApiUrl !== null) services.progress(msg('fetching iNAVs'));
  const fetched = feeds.quotes(
    asked,
    now,
    readTable(holidays, book.read(holidays.name)).table.rows.map(({ value }) => value),
  );
  if (fetched === null) return [];
  const { rows, problems } = fetched;
  if (hasErrors(problems)) return problems;
  // The provider knows no volumes: those that people filled in stay.
  const before = readTable(marketData, book.read(marketData.name)).table.rows.map(({ value }) => value);
  const known = new Map(before.map((quote) => [quote.asset, quote]));
  const fresh = rows.map((quote) => ({
    ...quote,
    avgVolume: quote.avgVolume ?? known.get(quote.asset)?.avgVolume ?? null,
  }));
  const kept = before.filter(({ asset }) => !rows.some((quote) => quote.asset === asset));
  book.replace(
    printTable(
      marketData,
      [...kept, ...fresh].sort((a, b) => (a.asset < b.asset ? -1 : 1)),
    ),
  );
  return problems;
}
