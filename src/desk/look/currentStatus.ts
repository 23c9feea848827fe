// Status for whoever asks: refreshes the feeds, writes the status tab, gives the figures. Decides nothing.

import { dateOf } from '../../domain/stamp';
import { readInputs, readSettingsTab, STANDING_TABS } from '../../stages/day/inputs';
import { status } from '../../stages/stages';
import { type DayStatus, dayStatus } from '../../stages/status';
import { openBook } from '../run/openBook';
import { owedOf } from '../run/owed';
import type { RunReport } from '../run/report';
import { apply } from '../run/runner';
import { readState } from '../run/stateStore';
import type { Services } from '../services';
import type { DrawCharts } from './charts';
import { readDayLook } from './dayLook';
import { statusChart } from './statusChart';

/** @param draw puts the chart beside the table; */
export function currentStatus(services: Services, draw: DrawCharts): DayStatus & { readonly run: RunReport } {
  const run = apply(services, status());
  const book = openBook(services.book);
  const { settings } = readSettingsTab(book.read);
  const { state } = readState(book, services.journal, services.digest);
  const owed = owedOf(services.journal, state.tradeDate);
  const now = services.now();
  const look = readDayLook(services.journal, dateOf(now));
  const known = { now, user: services.user(), settings, state, owed, look };
  const day = dayStatus(readInputs(book.read, STANDING_TABS, known).inputs);
  if (run.problems.length === 0) draw([statusChart(day.assets.length, settings.deskLanguage)]);
  return { ...day, run };
}
