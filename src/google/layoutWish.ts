// How a book is wanted to be laid out, by whatever service does it.
import type { Language } from '../language/language';
import type { AnyTab } from '../sheets/tabs';

export interface LayoutWish {
  /** In the order in which they stand, where they are made anew. */
  readonly tabs: readonly AnyTab[];
  readonly locale: string;
  readonly zone: string;
  /** Of the notes. */
  readonly language: Language;
  /** Is given the names of what stands there, before anything is written. @throws where it must stay as it is */
  readonly check: (names: readonly string[]) => void;
}

/** The sheet that a new spreadsheet comes with, by the language of whoever made it: it goes, unless somebody wrote into it. */
const DEFAULT_NAME = /^(Página|Planilha|Sheet|Hoja|Feuille|Tabellenblatt|Foglio)\s?\d+$/;

export const isDefaultName = (name: string): boolean => DEFAULT_NAME.test(name);
