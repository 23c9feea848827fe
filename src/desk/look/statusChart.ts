// The chart of the day: it is drawn from the ETF rows of the tab status, so it is drawn anew when their number is another.
import type { Language } from '../../language/language';
import { msg } from '../../language/message';
import { print } from '../../language/print';
import { status } from '../../sheets/tabs';
import { deskLanguage } from '../../stages/day/inputs';
import { alone } from '../run/alone';
import type { Journal, Services } from '../services';
import type { DrawCharts, TabChart } from './charts';

const LINES = 'status-lines';
const DRAWN = 'status-drawn';

/** How many ETF rows the tab has now. */
export function noteLines(journal: Journal, lines: number): void {
  const text = String(lines);
  if ((journal.get(LINES) ?? '0') !== text) journal.set(LINES, text);
}

/**
 * Draws the chart where a run has changed the number of rows; else asks the platform for nothing. The run has done its work by now:
 * a chart that cannot be drawn is drawn after the next one, and is no reason to call the run failed.
 */
export function followStatus(services: Services, draw: DrawCharts): void {
  try {
    const { journal } = services;
    const lines = journal.get(LINES) ?? '0';
    if (lines === (journal.get(DRAWN) ?? '0')) return;
    alone(services, () => {
      draw([statusChart(Number(lines), deskLanguage(services))]);
      journal.set(DRAWN, lines);
    });
  } catch {
    // Somebody else is at work, or the tab is not as it was set up: the run's own report says what has to be said.
  }
}

/** How much of each ETF's target is done, what is bought and what is sold told apart. */
export const statusChart = (lines: number, language: Language): TabChart => ({
  title: print(msg('Done, by ETF and side (part of the target)'), language),
  tab: status.name,
  kind: 'BAR',
  slot: 0,
  labels: 'line',
  series: [
    { values: 'done_buy', name: print(msg('Buys'), language), color: '#1a73e8' },
    { values: 'done_sell', name: print(msg('Sells'), language), color: '#d93025' },
  ],
  format: '0%',
  labelFormat: null,
  firstRow: 2,
  rows: lines,
});
