// Brings the feed tabs up to date before a stage looks at them.
import type { Fill } from '../../domain/fill';
import { error, hasErrors, type Problem } from '../../domain/problem';
import { dateOf, type IsoDate } from '../../domain/stamp';
import { msg } from '../../language/message';
import { readTable } from '../../sheets/read';
import type { Settings } from '../../sheets/settings';
import { brokers, etfs, executions, marketData } from '../../sheets/tabs';
import { printTable } from '../../sheets/write';
import type { Feed } from '../../stages/day/inputs';
import type { Feeds, Fetched } from '../services';
import type { Desk } from './desk';
import { inboxFillsOf } from './inbox';
import type { OpenBook } from './openBook';

/**
 * Fetches the wanted feeds into their tabs. A feed with a problem is not written: the tab stays as it was.
 * @param keep an earlier day whose fills have to stay, because they are not allocated and nobody would tell them again
 */
export function refreshFeeds(
  desk: Desk,
  settings: Settings,
  wanted: readonly Feed[],
  keep: IsoDate | null = null,
): readonly Problem[] {
  const feeds = desk.services.feeds(settings);
  return wanted.flatMap((feed) =>
    feed === 'executions' ? refreshExecutions(desk, feeds, keep) : refreshQuotes(desk, feeds),
  );
}

function refreshExecutions(
  { services, book, now }: Desk,
  feeds: Feeds,
  keep: IsoDate | null,
): readonly Problem[] {
  const known = readTable(brokers, book.read(brokers.name)).table.rows.map(({ value }) => value);
  const accounts = known.flatMap(({ name, accountCodes }) =>
    accountCodes.map((accountCode) => ({ broker: name, accountCode })),
  );
  services.progress(msg('fetching today’s executions'));
  const fetched = feeds.executions(dateOf(now), accounts);
  const assets = readTable(etfs, book.read(etfs.name)).table.rows.map(({ value }) => value.asset);
  const typed = inboxFillsOf(services.brokerBooks, known, assets, dateOf(now));
  if (fetched === null && typed === null) return [];
  const inboxes = known.filter(({ fillsFrom }) => fillsFrom === 'inbox').map(({ name }) => name);
  const { rows, problems } = fetched ?? fromTab(book, inboxes);
  const found = [...problems, ...(typed?.problems ?? []), ...twofold(rows, inboxes)];
  if (hasErrors(found)) return found;
  const kept = keep === null ? [] : fillsIn(book).filter(({ date }) => date === keep);
  const fresh = [...rows, ...(typed?.rows ?? [])].filter(({ date }) => date !== keep);
  const sorted = [...kept, ...fresh.sort((a, b) => (a.fillId < b.fillId ? -1 : 1))];
  // Read before it is written: the stage then knows the fills without another look.
  book.read(executions.name);
  book.replace(printTable(executions, sorted));
  return found;
}

const fillsIn = (book: OpenBook): readonly Fill[] =>
  readTable(executions, book.read(executions.name)).table.rows.map(({ value }) => value);

/** Without a post-trade system people type the other brokers' fills into the tab: they stay. */
function fromTab(book: OpenBook, inboxes: readonly string[]): Fetched<Fill> {
  const { table, problems } = readTable(executions, book.read(executions.name));
  const rows = table.rows.map(({ value }) => value).filter(({ broker }) => !inboxes.includes(broker));
  return { rows, problems };
}

/** A broker whose fills come both ways would have each of them counted twice. */
const twofold = (fills: readonly Fill[], inboxes: readonly string[]): readonly Problem[] =>
  inboxes
    .filter((name) => fills.some(({ broker }) => broker === name))
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

function refreshQuotes({ services, book, now }: Desk, feeds: Feeds): readonly Problem[] {
  const { table } = readTable(etfs, book.read(etfs.name));
  const assets = table.rows.map(({ value }) => value.asset).sort();
  services.progress(msg('fetching iNAVs'));
  const fetched = feeds.quotes(assets, now);
  if (fetched === null) return [];
  const { rows, problems } = fetched;
  if (problems.some(({ severity }) => severity === 'error')) return problems;
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
