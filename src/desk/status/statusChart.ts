// The chart of the day: it is drawn from the ETF rows of the tab status, so it is drawn anew when their number is another, or the
// desk speaks another language.
import { LANGUAGES, type Language } from '../../language/language';
import { status } from '../../sheets/tabs';
import { alone } from '../alone';
import type { Journal, Services } from '../services';
import { BUYS_AND_SELLS, type ChartNames, chartLabels } from './chartLabels';
import type { DrawCharts, TabChart } from './charts';

const LINES = 'status-lines';
const DRAWN = 'status-drawn';

/** `5 en`: what the chart stands on. */
interface Lines {
  readonly lines: number;
  readonly language: Language | null;
}

function readLines(journal: Journal, key: string): Lines {
  const [lines = '0', language = ''] = (journal.get(key) ?? '').split(' ');
  return { lines: Number(lines), language: LANGUAGES.find((each) => each === language) ?? null };
}

/** How many ETF rows the tab has now, and in which language they stand. */
export function noteLines(journal: Journal, lines: number, language: Language): void {
  const text = `${lines} ${language}`;
  if (journal.get(LINES) !== text) journal.set(LINES, text);
}

/** The language in which the day was shown last; null = it never was. */
export const shownLanguage = (journal: Journal): Language | null => readLines(journal, LINES).language;

/**
 * Draws the chart where a run has changed the number of rows or their language; else asks the platform for nothing. The run has done
 * its work by now: a chart that cannot be drawn is drawn after the next one, and is no reason to call the run failed.
 */
export function followStatus(services: Services, draw: DrawCharts): void {
  try {
    const { journal } = services;
    const written = journal.get(LINES);
    if (written === null || written === journal.get(DRAWN)) return;
    const { lines, language } = readLines(journal, LINES);
    if (language === null) return;
    alone(services, () => {
      draw([statusChart(lines, language)]);
      journal.set(DRAWN, written);
    });
  } catch {
    // Somebody else is at work, or the tab is not as it was set up: the run's own report says what has to be said.
  }
}

/** Units count as shares do: what is done of a target is both together. */
export const STATUS_CHART: ChartNames = {
  title: 'Done in units and shares, by ETF and side (part of the target)',
  former: ['Done, by ETF and side (part of the target)'],
  series: BUYS_AND_SELLS,
};

/** How much of each ETF's target is done, what is bought and what is sold told apart. */
export const statusChart = (lines: number, language: Language): TabChart => ({
  ...chartLabels(STATUS_CHART, language),
  tab: status.name,
  kind: 'BAR',
  slot: 0,
  labels: 'line',
  series: ['done_buy', 'done_sell'],
  format: '0%',
  labelFormat: null,
  firstRow: 2,
  rows: lines,
});
