// What every page needs first: the language that the desk set, its words in that language, and what the script wants shown.
import { fillIn } from '../../language/fill';
import { HTML_LANGUAGES, LANGUAGES, type Language } from '../../language/language';
import type { ValuesOf } from '../../language/message';
import type { COMMON } from '../words/common';

const { language: asked } = document.body.dataset;
export const language: Language = LANGUAGES.find((known) => known === asked) ?? 'pt';
document.documentElement.lang = HTML_LANGUAGES[language];

/**
 * The words that the server printed for this page (src/ui/words). Their type is the English sentence, so that the compiler
 * knows the holes; what stands there is the desk's language.
 */
export const pageWords = <W extends typeof COMMON>(): W => JSON.parse(document.body.dataset.words ?? '{}');

/** What all pages say. */
export const words: typeof COMMON = pageWords();

/** A word with its counts and names in it. */
export const filled = <Key extends string>(word: Key, values: ValuesOf<Key>): string =>
  fillIn(word, values, language, () => '');

/** The template writes it into an attribute, where the platform escapes it. */
export const requestText = (): string => document.body.dataset.request ?? '{}';
