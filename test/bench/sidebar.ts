// What the sidebar asks of the platform in the middle of a day, counted and never timed: a poll that finds nothing, what it costs
// where a run has left something, and the look that follows.
import { deskOverview } from '../../src/desk/look/overview';
import { pulse } from '../../src/desk/look/pulse';
import { dailyTrades } from '../../src/sheets/tabs';
import { counted, dayUntil, type Spent } from './day';
import { DAY, type DaySize } from './deskDays';
import { heldInPage } from './page';
import type { Table } from './table';

interface Polls {
  /** Nothing has happened since. */
  readonly unchanged: Spent;
  /** A run has: how the sidebar hears of it, and the look at the day that it takes then. */
  readonly news: Spent;
  readonly look: Spent;
  /** Somebody typed into one cell of daily-trades: the next minute tells, whatever happened. */
  readonly typed: Spent;
  readonly lookAfter: Spent;
}

/** @throws where a poll says that something happened and nothing did, or the other way round */
function pollsAt(size: DaySize): Polls {
  const desk = dayUntil(size, 'primary');
  const mark = (): string => pulse(desk.services()).mark;
  const look = (): Spent => counted(desk, () => deskOverview(desk.services(), null)).spent;
  const poll = (before: string, isNews: boolean): Spent => {
    const { spent, result } = counted(desk, mark);
    if ((result !== before) !== isNews)
      throw new Error(`a poll ${isNews ? 'misses what' : 'tells of what never'} happened`);
    return spent;
  };
  desk.now = `${DAY}T13:00:10`;
  const quiet = mark();
  desk.now = `${DAY}T13:00:50`;
  const unchanged = poll(quiet, false);
  desk.fakes.documentProperties.setProperty('run', 'another');
  const news = poll(quiet, true);
  const first = look();
  const heard = mark();
  const sheet = desk.fakes.book.sheets.find(({ name }) => name === dailyTrades.name);
  if (sheet?.cells[1] === undefined) throw new Error('daily-trades is empty');
  sheet.cells[1][4] = 123_456;
  desk.now = `${DAY}T13:01:05`;
  const typed = poll(heard, true);
  return { unchanged, news, look: first, typed, lookAfter: look() };
}

/** It stands in the page too. */
export function sidebarTable(size: DaySize, page: string, isWritten: boolean): Table {
  const { unchanged, news, look, typed, lookAfter } = pollsAt(size);
  const row = (name: string, { dataCalls, otherCalls, cells, seconds }: Spent): readonly string[] => [
    name,
    `${dataCalls}`,
    `${otherCalls}`,
    (cells / 1_000).toFixed(0),
    seconds.toFixed(2),
  ];
  const rows = [
    row('a poll, and nothing has happened', unchanged),
    row('a poll after a run', news),
    row('the look that follows', look),
    row('a poll in the minute after somebody typed into a cell', typed),
    row('the look that follows it', lookAfter),
  ];
  const table = {
    title: 'The sidebar in the middle of the day',
    columns: ['the sidebar', 'data calls', 'other calls', 'cells, thousands', 'seconds, modelled'],
    rows,
  };
  heldInPage(page, 'sidebar', table, isWritten);
  return table;
}
