// The tabs that nobody edits: the state of the day, an outcome on its way, what the last import replaced, days that are over.
import { raw, text, whole } from '../column';
import { defineTab } from '../tab';

export interface StateRow {
  readonly key: string;
  readonly value: string;
  readonly hash: string;
}

export const stateTab = defineTab<StateRow>(
  '_state',
  'hidden',
  'The day as the desk decided it. Never edit: a change stops the next run.',
  {
    key: text('what the row holds'),
    value: raw('its value as JSON'),
    hash: text('what tells a row that was changed'),
  },
);

export interface PendingRow {
  readonly runId: string;
  readonly part: number;
  readonly chunk: string;
}

export const pendingTab = defineTab<PendingRow>(
  '_pending',
  'hidden',
  'Outcomes while they are applied; a crash is rolled forward from here.',
  {
    runId: text('the run'),
    part: whole('position of the piece'),
    chunk: raw('a piece of the outcome, packed'),
  },
);

export interface ImportRow {
  readonly part: number;
  readonly chunk: string;
}

export const importTab = defineTab<ImportRow>(
  '_import',
  'hidden',
  'What the last import replaced, so that it can be taken back the same day.',
  {
    part: whole('position of the piece'),
    chunk: raw('a piece of what stood there, packed'),
  },
);

export interface KeptRow {
  readonly day: string;
  readonly part: number;
  readonly chunk: string;
}

export const keptTab = defineTab<KeptRow>(
  '_days',
  'hidden',
  'Days that are over, for corrections that come later. Never edit: a day that was changed cannot be corrected.',
  {
    day: text('the trade date and the run that allocated it'),
    part: whole('position of the piece'),
    chunk: raw('a piece of the day, packed'),
  },
);
