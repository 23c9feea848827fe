// A day that is over, looked at again: as it was kept, with what feeds, tab and a person have told of its fills since.
import type { Fill } from '../../domain/fill';
import { error, hasErrors, type Problem, warning } from '../../domain/problem';
import { dateOf, type IsoDate } from '../../domain/stamp';
import { nearest } from '../../domain/words';
import { type Message, msg } from '../../language/message';
import { readGivenFills } from '../../sheets/givenFills';
import { readTable } from '../../sheets/read';
import type { Settings } from '../../sheets/settings';
import { brokers, executions, keptTab } from '../../sheets/tabs';
import type { EarlierDay } from '../../stages/correct';
import { valuesOf } from '../../stages/day/inputs';
import { type DayState, isOpen } from '../../stages/day/state';
import { heard } from '../../stages/outcome/heard';
import { inputsOfKept, type KeptDay } from '../../stages/outcome/kept';
import type { Correction } from '../../stages/stages';
import type { Desk } from '../desk';
import type { Fetched } from '../feeds';
import { keptDates, readKept } from '../journal/keptDays';
import { inboxFillsOf } from './inbox';
import { pastFills } from './pastFills';
import { areFetched } from './refresh';

/** The day, or everything that keeps it from being corrected. */
export function lookAtEarlier(
  desk: Desk,
  settings: Settings,
  state: DayState,
  { date, reason, rows }: Correction,
): { readonly day: EarlierDay | null; readonly problems: readonly Problem[] } {
  const { services, book, now } = desk;
  const found = keptOf(desk, state, date);
  if (found.kept === null) return { day: null, problems: [found.problem] };
  const { kept } = found;
  const today = readTable(brokers, book.read(brokers.name));
  const tab = readTable(executions, book.read(executions.name));
  const given = readGivenFills(rows, date, kept.fills);
  const strange = unknownNames(given.rows, kept);
  const wrong = [...today.problems, ...tab.problems, ...given.problems, ...strange];
  if (hasErrors(wrong)) return { day: null, problems: wrong };
  if (areFetched(settings, kept.brokers))
    services.progress(msg('fetching the executions of {date}', { date }));
  const feed = fedFills(desk, settings, kept);
  // The answers took their time, and the tab may be written from what it says: people type there meanwhile.
  const { table: standing, problems: typed } = readTable(executions, book.reread(executions.name));
  if (hasErrors(typed)) return { day: null, problems: typed };
  const inTab = valuesOf(standing).filter((fill) => fill.date === date);
  const told = { feed: feed.rows, tab: inTab, given: given.rows };
  const news = heard(kept, told);
  const current = { now, user: services.user(), settings, brokers: valuesOf(today.table) };
  const inputs = inputsOfKept(kept, news.fills, current);
  return {
    day: {
      ...{ inputs, kept, heard: news, desk: state, reason },
      others: valuesOf(standing).filter((fill) => fill.date !== date),
      warnings: [...wrong, ...feed.problems.map(softened)],
    },
    problems: [],
  };
}

type Found = { readonly kept: KeptDay } | { readonly kept: null; readonly problem: Problem };

function keptOf({ services, book, now }: Desk, state: DayState, date: IsoDate): Found {
  const not = (problem: Problem): Found => ({ kept: null, problem });
  const today = dateOf(now);
  if (date > today)
    return not(error('day-to-come', msg('{date} is still to come; there is nothing to correct', { date })));
  if (date === today)
    return not(
      error(
        'day-not-over',
        msg('{date} is today: its own stages take in whatever comes; nothing was done', { date }),
      ),
    );
  if (state.tradeDate === date && state.allocation === null)
    return not(error('not-allocated', msg('{date} was never allocated; run Final allocation', { date })));
  const kept = readKept(book, services, date);
  if (kept.kind === 'kept') {
    // While no other day was opened, the day's own state may have gone on.
    const isOwn = isOpen(state) && state.tradeDate === date;
    return { kept: isOwn ? { ...kept.day, state } : kept.day };
  }
  if (kept.kind === 'changed')
    return not(
      error(
        'kept-day-changed',
        msg(
          'what was kept of {date} does not stand in the tab as the desk wrote it; bring the tab back (File > Version history), or settle the correction with the brokers by hand',
          { date },
        ),
        { tab: keptTab.name },
      ),
    );
  return not(notKept(date, keptDates(services.journal)));
}

/** With what to do instead: the desk cannot split again what it does not know. */
const notKept = (date: IsoDate, dates: readonly IsoDate[]): Problem =>
  error(
    'day-not-kept',
    dates.length === 0
      ? msg(
          'nothing is kept of {date}: the desk keeps a day from its final allocation on, and has kept none yet. Settle the correction with the brokers by the allocation as it was sent, and write it down',
          { date },
        )
      : msg(
          'nothing is kept of {date}; kept are {ands}. Settle the correction with the brokers by the allocation as it was sent, and write it down',
          { date, ands: dates.map((each) => msg('{date}', { date: each })) },
        ),
    { tab: keptTab.name },
  );

/** What the post-trade system and the inboxes tell of the day; one that does not answer stops nobody. */
function fedFills(desk: Desk, settings: Settings, kept: KeptDay): Fetched<Fill> {
  const { services } = desk;
  const date = kept.state.tradeDate;
  const accounts = kept.brokers.flatMap(({ name, accountCodes }) =>
    accountCodes.map((accountCode) => ({ broker: name, accountCode })),
  );
  const api = services.feeds(settings).earlier(date, accounts, kept.fills, pastFills(desk, date));
  const assets = kept.etfs.map(({ asset }) => asset);
  const entered = inboxFillsOf(services.brokerBooks, kept.brokers, assets, date);
  const believed = [api, entered].filter((each) => each !== null && !hasErrors(each.problems));
  return {
    rows: believed.flatMap((each) => each?.rows ?? []).filter((fill) => fill.date === date),
    problems: [api, entered].flatMap((each) => each?.problems ?? []),
  };
}

const softened = (problem: Problem): Problem =>
  problem.severity === 'warning'
    ? problem
    : warning(
        problem.code,
        msg('{said}; the correction rests on what is typed alone', { said: problem.text }),
        { tab: problem.tab, cell: problem.cell },
      );

function noBroker(fill: string, broker: string, kept: KeptDay): Message {
  const likely = nearest(
    broker,
    kept.brokers.map(({ name }) => name),
  );
  return likely === null
    ? msg('fill {fill}: {broker} was none of the day’s brokers', { fill, broker })
    : msg('fill {fill}: {broker} was none of the day’s brokers; write {likely}', { fill, broker, likely });
}

/** A slip in a name would be a fill that nobody asked for. */
const unknownNames = (rows: readonly Fill[], kept: KeptDay): readonly Problem[] =>
  rows.flatMap(({ broker, asset: code, fillId: fill }): readonly Problem[] => {
    const knowsBroker = kept.brokers.some(({ name }) => name === broker);
    const knowsEtf = kept.etfs.some(({ asset }) => asset === code);
    if (knowsBroker && knowsEtf) return [];
    const text = knowsBroker
      ? msg('fill {fill}: {code} was none of the day’s ETFs', { fill, code })
      : noBroker(fill, broker, kept);
    return [error(knowsBroker ? 'unknown-etf' : 'unknown-broker', text, { tab: msg('the rows given') })];
  });
