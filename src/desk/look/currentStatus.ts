// How the day stands now: runs the stage Status, then reads the book once more for the caller that wants the figures themselves.
import { readInputs, STANDING_TABS } from '../../stages/day/inputs';
import { status } from '../../stages/stages';
import { type DayStatus, dayStatus } from '../../stages/status';
import type { RunReport } from '../log/report';
import { openBook } from '../openBook';
import { apply } from '../run/runner';
import { knownOf, readSettingsAndState } from '../run/settingsAndState';
import type { Services } from '../services';
import type { DrawCharts } from '../status/charts';
import { statusChart } from '../status/statusChart';

/** @param draw puts the chart of the day beside the table; not called where the stage was stopped */
export function currentStatus(services: Services, draw: DrawCharts): DayStatus & { readonly run: RunReport } {
  const run = apply(services, status());
  const book = openBook(services.book);
  const read = readSettingsAndState(services, book);
  const known = knownOf(services, services.now(), read, services.user());
  const day = dayStatus(readInputs(book.read, STANDING_TABS, known).inputs);
  if (run.problems.length === 0) draw([statusChart(day.assets.length, read.settings.deskLanguage)]);
  return { ...day, run };
}
