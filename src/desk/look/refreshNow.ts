// Refresh executions: fetches fills and iNAVs and rewrites what shows them. Decides nothing, sends nothing, and leaves a run that is
// half-way as it is; killed anywhere it leaves tabs that the next refresh or run rewrites.
import { executed } from '../../domain/fill';
import { hasErrors, type Problem } from '../../domain/problem';
import { dateOf, type Stamp, timeOf } from '../../domain/stamp';
import { type Message, msg } from '../../language/message';
import { countedFills } from '../../stages/day/fills';
import { readInputs, STANDING_TABS } from '../../stages/day/inputs';
import { alone } from '../alone';
import { fillsFetchedAt } from '../fills/lastFetch';
import { refreshFeeds } from '../fills/refresh';
import { openBook } from '../openBook';
import { knownOf, readSettingsAndState } from '../run/settingsAndState';
import type { Services } from '../services';
import { writeStatusTabs } from '../status/statusTabs';

export interface Refreshed {
  readonly headline: Message;
  readonly problems: readonly Problem[];
  /** Of the executions; null = nothing fetches them. */
  readonly fillsAsOf: Stamp | null;
}

/** @throws when another run is under way all the while */
export const refreshNow = (services: Services): Refreshed => alone(services, () => refreshed(services));

function refreshed(services: Services): Refreshed {
  const desk = { services, book: openBook(services.book), now: services.now() };
  const { book, now } = desk;
  const { journal } = services;
  const standing = readSettingsAndState(services, book);
  const { settings, badSettings, state, badState } = standing;
  const before = [...badSettings, ...badState];
  if (hasErrors(before)) return said(msg('nothing was fetched'), before, null);
  const fetched = refreshFeeds(desk, settings, ['executions', 'quotes'], state);
  const known = knownOf(services, now, standing, services.user());
  const { inputs, problems } = readInputs(book.read, STANDING_TABS, known);
  const found = [...before, ...fetched, ...problems];
  if (!hasErrors(problems)) writeStatusTabs(desk, inputs);
  book.flush();
  const fills = countedFills(inputs);
  const { money } = executed(fills);
  const at = fillsFetchedAt(journal, dateOf(now));
  const headline =
    at === null
      ? msg('{n} {n|fill|fills} over {money}; nothing fetches them here: people type them', {
          n: fills.length,
          money,
        })
      : msg('{n} {n|fill|fills} over {money} as of {time}', { n: fills.length, money, time: timeOf(at) });
  return said(headline, found, at);
}

const said = (headline: Message, problems: readonly Problem[], fillsAsOf: Stamp | null): Refreshed => ({
  headline,
  problems,
  fillsAsOf,
});
