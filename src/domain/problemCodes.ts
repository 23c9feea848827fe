// Every code that a problem of the readers has, with its cause and its remedy: the error catalogue is made of it. A code is
// stable: settings, logs and tests refer to it. `{header}` in a code is the column's header.
import type { PlainSentence } from '../language/message';

export interface ProblemCode {
  readonly code: string;
  readonly cause: PlainSentence;
  readonly remedy: PlainSentence;
}

export const READING_CODES = [
  {
    code: 'missing-tab',
    cause: 'a tab of the desk is not there',
    remedy: 'run Trading > Set up',
  },
  {
    code: 'missing-header',
    cause: 'a header is missing, misspelt or in another language than its tab’s',
    remedy:
      'rename the header that the sentence names; where it names none, run Trading > Set up, or add the column to the file',
  },
  {
    code: 'duplicate-header',
    cause: 'a header stands twice, so nobody knows which column counts',
    remedy: 'rename the column that does not count',
  },
  {
    code: 'blank',
    cause: 'a cell that is needed is blank',
    remedy: 'write what the sentence says, or delete the row',
  },
  {
    code: 'bad-{header}',
    cause: 'a cell cannot be read as what its column holds, or can be read in two ways',
    remedy: 'write it as the sentence says',
  },
  {
    code: 'error-cell',
    cause: 'a formula went wrong and its cell shows an error, such as #REF!',
    remedy: 'correct the formula, or write the value over it',
  },
  {
    code: 'hidden-mark',
    cause: 'a cell holds a hidden mark that makes it show in another order than it reads',
    remedy: 'clear the cell and type it, instead of pasting',
  },
  {
    code: 'total-row',
    cause: 'a row is a total and no row of its own',
    remedy: 'nothing has to be done; the row is left out',
  },
  {
    code: 'duplicate-row',
    cause: 'two rows stand for the same thing',
    remedy: 'keep the right one and delete the other',
  },
  {
    code: 'contradiction',
    cause: 'two cells of a row contradict each other, or one lacks what the other needs',
    remedy: 'correct the one that is wrong, as the sentence says',
  },
  {
    code: 'unknown-cutoff-name',
    cause: 'a cut-off of a date is given for a name that is neither an ETF nor a family of the tab etfs',
    remedy: 'correct the name, or add the ETF to the tab etfs',
  },
  {
    code: 'unreadable-file',
    cause: 'a file is in another form or encoding than it should be',
    remedy: 'save or export it again as the sentence says',
  },
  {
    code: 'empty-file',
    cause: 'a file holds nothing and would empty its tab',
    remedy: 'export it again; to empty the tab, delete its rows by hand',
  },
  {
    code: 'extra-cells',
    cause: 'a row of a file has more cells than headers, so an amount may be cut at its commas',
    remedy:
      'write amounts without a thousands comma or in quotation marks, or separate the file by semicolons',
  },
  {
    code: 'line-break',
    cause: 'a cell of a file runs over several lines',
    remedy: 'close the quotation mark that is open',
  },
  {
    code: 'other-delimiter',
    cause: 'a row of a file is separated by another mark than its header',
    remedy: 'separate all rows alike',
  },
  {
    code: 'unknown-column',
    cause: 'a file has columns that the desk does not read',
    remedy: 'nothing has to be done, unless one of them was meant',
  },
  {
    code: 'wrong-type',
    cause: 'a key of the fund file holds another kind of value than it should',
    remedy: 'export the file again; nothing was changed',
  },
  {
    code: 'missing-key',
    cause: 'a key of the fund file is missing or has another name',
    remedy: 'rename the key that the sentence names, or export the file again',
  },
  {
    code: 'duplicate-key',
    cause: 'a key stands twice in one object of the fund file, and only the last would count',
    remedy: 'keep the right one',
  },
  {
    code: 'reserved-key',
    cause: 'the fund file has a key that is a word of JavaScript, such as __proto__',
    remedy: 'take it out; a fund file never needs it',
  },
  {
    code: 'unknown-key',
    cause: 'the fund file has keys that the desk does not read',
    remedy: 'nothing has to be done, unless one of them was meant',
  },
  {
    code: 'absent-key',
    cause: 'the fund file lacks keys, so what the tab says of them stays',
    remedy: 'nothing has to be done; to blank a field write null',
  },
  {
    code: 'unknown-setting',
    cause: 'a row of the settings tab has a key that is no setting',
    remedy: 'correct the key, or delete the row',
  },
  {
    code: 'bad-setting',
    cause: 'a setting has a value that cannot be read',
    remedy: 'write it as the sentence says, or leave it blank for the default',
  },
] as const satisfies readonly ProblemCode[];

/** The row of a problem's code; null = no reader makes it. */
export const readingCode = (code: string): ProblemCode | null =>
  READING_CODES.find(
    (row) => row.code === code || (row.code === 'bad-{header}' && code.startsWith('bad-')),
  ) ?? null;
