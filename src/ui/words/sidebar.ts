// What the sidebar says beside the day itself, which arrives printed.
import { COMMON, type Words } from './common';

export const SIDEBAR = {
  ...COMMON,
  title: 'The desk',
  loading: 'Reading the day',
  stale: 'Not up to date: {why}',
  updated: 'updated at {time}',
  missing: 'Missing',
  next: 'Next step',
  importFirst: 'daily-trades is empty: import the funds and today’s trades, or type them into the tab.',
  importButton: 'Import files',
  timeLeft: '{time} left',
  schedule: 'Schedule',
  scheduleOn: 'is on',
  scheduleOff: 'is off',
  timeline: 'The day',
  positions: 'Positions',
  noPositions: 'Targets stand here once Initial orders has opened the day.',
  column: { target: 'Target', executed: 'Executed', primary: 'Primary', residual: 'Residual' },
  bar: '{asset}: {percent} done; executed {executed}, primary {primary}, left {residual}',
  funds: 'Funds of {asset}',
  chart: 'What is left',
  chartSummary: 'Residual by ETF in R$: {parts}',
  atNav: 'units at the official NAV',
  inReais: 'R$',
  errors: 'Errors of today',
  unsettled: 'Did not go through',
  noErrors: 'No run has failed today',
  settled: 'settled',
  heldRuns:
    '{n} {n|run is|runs are} half-way: the next step finishes {n|it|them}, or see Trading > Repair.',
} as const satisfies Words;
