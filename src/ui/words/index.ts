// The words that each page is handed as it opens, printed in the desk's language but for the holes that it fills itself.
import type { Language } from '../../language/language';
import { templateOf } from '../../language/print';
import { BLOTTER } from './blotter';
import type { Words } from './common';
import { HISTORY } from './history';
import { IMPORT } from './import';
import { PREVIEW } from './preview';
import { SELF_TEST } from './selfTest';
import { SET_UP } from './setUp';
import { SIDEBAR } from './sidebar';

export const PAGES = {
  Preview: PREVIEW,
  Sidebar: SIDEBAR,
  Import: IMPORT,
  SetUp: SET_UP,
  Blotter: BLOTTER,
  SelfTest: SELF_TEST,
  History: HISTORY,
} as const;
export type PageName = keyof typeof PAGES;

/** The same tree in the language. */
export interface PrintedWords {
  readonly [name: string]: string | PrintedWords;
}

export const pageWords = (page: PageName, language: Language): PrintedWords =>
  printedWords(PAGES[page], language);

const printedWords = (words: Words, language: Language): PrintedWords =>
  Object.fromEntries(
    Object.entries(words).map(([name, word]) => [
      name,
      typeof word === 'string' ? templateOf(word, language) : printedWords(word, language),
    ]),
  );
