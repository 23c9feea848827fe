// What the History dialog says.
import { COMMON, type Words } from './common';

export const HISTORY = {
  ...COMMON,
  title: 'Which period?',
  help: 'Both days included, 366 days at most. Each report goes into its own tab, from history on; their charts into the tab charts.',
  from: 'First day',
  to: 'Last day',
  month: 'Last 30 days',
  quarter: 'Last 90 days',
  year: 'Last 12 months',
  show: 'Show',
  asking: 'Asking the warehouse',
  done: 'The period is shown',
  failed: 'The period is not shown',
  another: 'Another period',
} as const satisfies Words;
