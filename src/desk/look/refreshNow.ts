// Refresh executions: fetches fills and iNAVs and rewrites what shows them. Decides nothing, sends nothing, and leaves a run that is
// half-way as it is; killed anywhere it leaves tabs that the next refresh or run rewrites.
import { executed } from '../../domain/fill';
import { hasErrors, type Problem } from '../../domain/problem';
import { dateOf, type Stamp, timeOf } from '../../domain/stamp';
import { type Message, msg } from '../../language/message';
import { countedFills } from '../../stages/day/fills';
import { readInputs, readSettingsTab, STANDING_TABS } from '../../stages/day/inputs';
import { alone } from '../run/alone';
import { fillsFetchedAt } from '../run/feedLook';
import { openBook } from '../run/openBook';
import { owedOf } from '../run/owed';
import { refreshFeeds } from '../run/refresh';
import { readState } from '../run/stateStore';
import type { Services } from '../services';
import { readDayLook } from './dayLook';
import { writeLook } from './lookTabs';

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
  const { settings, problems: badSettings } = readSettingsTab(book.read);
  const { state, problems: badState } = readState(book, journal, services.digest);
  const before = [...badSettings, ...badState];
  if (hasErrors(before)) return said(msg('nothing was fetched'), before, null);
  const fetched = refreshFeeds(desk, settings, ['executions', 'quotes'], state);
  const known = {
    now,
    user: services.user(),
    settings,
    state,
    owed: owedOf(journal, state.tradeDate),
    look: readDayLook(journal, dateOf(now)),
  };
  const { inputs, problems } = readInputs(book.read, STANDING_TABS, known);
  const found = [...before, ...fetched, ...problems];
  if (!hasErrors(problems)) writeLook(desk, inputs);
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
