import { readInputs, STANDING_TABS } from '../../stages/day/inputs';
import { status } from '../../stages/stages';
import { type DayStatus, dayStatus } from '../../stages/status';
import { knownOf, readStanding } from '../run/known';
import { openBook } from '../run/openBook';
import type { RunReport } from '../run/report';
import { apply } from '../run/runner';
import type { Services } from '../services';
import type { DrawCharts } from './charts';
import { statusChart } from './statusChart';

/** @param draw puts the chart beside the table; */
export function currentStatus(services: Services, draw: DrawCharts): DayStatus & { readonly run: RunReport } {
  const run = apply(services, status());
  const book = openBook(services.book);
  const standing = readStanding(services, book);
  const known = knownOf(services, services.now(), standing, services.user());
  const day = dayStatus(readInputs(book.read, STANDING_TABS, known).inputs);
  if (run.problems.length === 0) draw([statusChart(day.assets.length, standing.settings.deskLanguage)]);
  return { ...day, run };
}
