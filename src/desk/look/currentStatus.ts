// Status for whoever asks: refreshes the feeds, writes the status tab, gives the figures. Decides nothing.

import type { Language } from '../../language/language';
import { msg } from '../../language/message';
import { print } from '../../language/print';
import { status as statusTab } from '../../sheets/tabs';
import { readInputs, readSettingsTab, STANDING_TABS } from '../../stages/day/inputs';
import { status } from '../../stages/stages';
import { type DayStatus, dayStatus } from '../../stages/status';
import { openBook } from '../run/openBook';
import { owedOf } from '../run/owed';
import type { RunReport } from '../run/report';
import { apply } from '../run/runner';
import { readState } from '../run/stateStore';
import type { Services } from '../services';
import type { DrawCharts, TabChart } from './history';

/** @param draw puts the chart beside the table; */
export function currentStatus(services: Services, draw: DrawCharts): DayStatus & { readonly run: RunReport } {
  const run = apply(services, status());
  const book = openBook(services.book);
  const { settings } = readSettingsTab(book.read);
  const { state } = readState(book, services.journal, services.digest);
  const owed = owedOf(services.journal, state.tradeDate);
  const known = { now: services.now(), user: services.user(), settings, state, owed };
  const day = dayStatus(readInputs(book.read, STANDING_TABS, known).inputs);
  if (run.problems.length === 0) draw(statusTab.name, [chartOf(day, settings.deskLanguage)]);
  return { ...day, run };
}

/** How much of each ETF's target is done, over the ETF rows at the top of the tab. */
const chartOf = ({ assets }: DayStatus, language: Language): TabChart => ({
  title: print(msg('Done, by ETF and side (part of the target)'), language),
  kind: 'BAR',
  labels: 'line',
  values: 'done',
  firstRow: 2,
  rows: assets.length,
});
