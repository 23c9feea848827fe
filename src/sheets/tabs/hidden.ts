// The tabs that nobody edits: the state of the day, and an outcome on its way.
import { text } from '../column';
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
    value: text('its value as JSON'),
    hash: text('SHA-256 of key and value'),
  },
);

export interface PendingRow {
  readonly chunk: string;
}

export const pendingTab = defineTab<PendingRow>(
  '_pending',
  'hidden',
  'An outcome while it is applied; a crash is rolled forward from here.',
  {
    chunk: text('a piece of the outcome as JSON'),
  },
);
