// Brings the feed tabs up to date before a stage looks at them.
import type { Problem } from '../domain/problem';
import { dateOf, type Stamp } from '../domain/stamp';
import { readTable } from '../sheets/read';
import type { Settings } from '../sheets/settings';
import { brokers, etfs, executions, marketData } from '../sheets/tabs';
import { printTable } from '../sheets/write';
import type { OpenBook } from './openBook';
import type { Services } from './services';

export type Feed = 'executions' | 'quotes';

/** Fetches the wanted feeds into their tabs. A feed with a problem is not written: the tab stays as it was. */
export function refreshFeeds(
  services: Services,
  book: OpenBook,
  settings: Settings,
  wanted: readonly Feed[],
  now: Stamp,
): readonly Problem[] {
  const feeds = services.feeds(settings);
  return wanted.flatMap((feed) => {
    const fetch = feed === 'executions' ? refreshExecutions : refreshQuotes;
    return fetch(services, feeds, book, now);
  });
}

type Refresh = (
  services: Services,
  feeds: ReturnType<Services['feeds']>,
  book: OpenBook,
  now: Stamp,
) => readonly Problem[];

const refreshExecutions: Refresh = (services, feeds, book, now) => {
  const { table } = readTable(brokers, book.read(brokers.name));
  const accounts = table.rows.flatMap(({ value }) =>
    value.accountCodes.map((accountCode) => ({ broker: value.name, accountCode })),
  );
  services.progress('fetching today’s executions');
  const fetched = feeds.executions(dateOf(now), accounts);
  if (fetched === null) return [];
  const { rows, problems } = fetched;
  if (problems.some(({ severity }) => severity === 'error')) return problems;
  const sorted = [...rows].sort((a, b) => (a.fillId < b.fillId ? -1 : 1));
  book.replace(printTable(executions, sorted));
  return problems;
};

const refreshQuotes: Refresh = (services, feeds, book, now) => {
  const { table } = readTable(etfs, book.read(etfs.name));
  const assets = table.rows.map(({ value }) => value.asset).sort();
  services.progress('fetching iNAVs');
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
};
