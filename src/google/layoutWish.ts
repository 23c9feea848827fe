// How a book is wanted to be laid out, by whatever service does it.
import type { Language } from '../language/language';
import type { AnyTab } from '../sheets/tabs';

export interface LayoutWish {
  /** In the order in which they stand, where they are made anew. */
  readonly tabs: readonly AnyTab[];
  readonly zone: string;
  /** Of the notes, and of how the book writes and reads figures and dates. */
  readonly language: Language;
  /** Is given the names of what stands there, before anything is written. @throws where it must stay as it is */
  readonly check: (names: readonly string[]) => void;
}

/** Figures as the language writes them; both write the day before the month, as everybody at B3 does: 08/11 is one day in either. */
const LOCALES: Readonly<Record<Language, string>> = { pt: 'pt_BR', en: 'en_GB' };

export const localeOf = (language: Language): string => LOCALES[language];

/** The sheet that a new spreadsheet comes with, by the language of whoever made it: it goes, unless somebody wrote into it. */
const DEFAULT_NAME = /^(Página|Planilha|Sheet|Hoja|Feuille|Tabellenblatt|Foglio)\s?\d+$/;

export const isDefaultName = (name: string): boolean => DEFAULT_NAME.test(name);
