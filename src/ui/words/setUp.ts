// What the Set up dialog says.
import { CHECK_TITLES, type CheckState } from '../../desk/setUp/deskChecks';
import type { Sentence } from '../../language/pt';
import { COMMON, type Words } from './common';

const STATE = {
  ok: 'ready',
  todo: 'to do',
  off: 'off',
  note: 'note',
  failed: 'failed',
} as const satisfies Readonly<Record<CheckState, Sentence>>;

export const SET_UP = {
  ...COMMON,
  title: 'The desk is being made ready',
  intro:
    'What is there stays as it is. In an empty spreadsheet it takes some seconds, without the Sheets service minutes.',
  emptyTitle: 'This spreadsheet is empty',
  emptyText:
    'Set up makes the desk’s tabs here, with their lists, formats and colours, and asks what only you know. Nothing is sent, and it may run again at any time.',
  beginSample: 'Set up with an invented sample',
  begin: 'Set up',
  working: 'Making the tabs and trying the connections',
  again: 'Saving and trying again',
  failed: 'Set up did not finish',
  ready: 'The desk is ready',
  left: '{n} {n|thing is|things are} left to do',
  made: '{n} {n|tab|tabs} made.',
  upgraded: 'The book was brought up from an older version:',
  notTaken: 'Not saved:',
  user: 'Tried as {user}.',
  columns: { what: 'what', state: 'how it stands', todo: 'what to do' },
  state: STATE,
  check: CHECK_TITLES,
  sample: 'Fill in an invented sample',
  sampleHelp: 'Funds, ETFs, two brokers and trades. Only into empty tabs; its mails reach nobody.',
  schedule: 'Start the schedule',
  scheduleHelp: 'Runs every five minutes as you. Sends by itself only what auto_send allows.',
  settings: 'Essential settings',
  token: 'Post-trade token',
  tokenHelp: 'Kept for you only, never in a cell. Blank: it stays as it is.',
  save: 'Save and try',
} as const satisfies Words;
