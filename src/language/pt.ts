// Every sentence that the desk says outside its mails, in English and in Portuguese, a file for each who says them (shared.ts: for more
// than one): another language is another catalogue like this. What a hole's name begins with says what it holds (message.ts);
// `{n|lote|lotes}` is a word that goes with a count.

import { CHECKS } from './pt/checks';
import { DECISIONS } from './pt/decisions';
import { DESK } from './pt/desk';
import { DIALOGS } from './pt/dialogs';
import { GOOGLE } from './pt/google';
import { MENU } from './pt/menu';
import { RUN } from './pt/run';
import { SELF_TEST } from './pt/selfTest';
import { SHARED } from './pt/shared';
import { SHEETS } from './pt/sheets';
import { STAGES } from './pt/stages';
import { TABS } from './pt/tabs';

export const PT = {
  ...SHARED,
  ...CHECKS,
  ...DECISIONS,
  ...STAGES,
  ...RUN,
  ...DESK,
  ...TABS,
  ...SHEETS,
  ...DIALOGS,
  ...MENU,
  ...SELF_TEST,
  ...GOOGLE,
} as const satisfies Readonly<Record<string, string>>;

/** A sentence of the desk, in English: a key of the catalogue. */
export type Sentence = keyof typeof PT;
