// What all pages say. The words of the pages are sentences of the catalogue: here stands which page says which.
import type { Sentence } from '../../language/pt';

/** A page's sentences by name; a group of them may stand under one name. */
export interface Words {
  readonly [name: string]: Sentence | Words;
}

export const COMMON = {
  mails: '{n} {n|mail|mails}',
  mailsTo: '{n} {n|mail|mails} · {n2} {n2|recipient|recipients}',
  rows: '{n} {n|row|rows}',
  cancel: 'Cancel',
  close: 'Close',
  retry: 'Try again',
  more: 'and {n} more',
  size: '{decimal} KB',
  reading: 'Reading the book and today’s executions',
  jump: {
    label: 'Go to {place}',
    done: '{place} is selected; close this dialog to edit it',
  },
  side: { BUY: 'buy', SELL: 'sell' },
} as const satisfies Words;

/** Beside tables of before and after. */
export const TABLE = {
  sort: 'Sort by {name}',
  pick: 'Pick {name}',
  more: 'show {n} more',
  odd: 'set by hand, or to be looked at twice',
  picking: 'Looking at what is picked',
} as const;
