// What every page needs first: the language that the desk set, and what the script wants shown.
import type { Language } from '../../language/language';
import { wordsOf } from './words';

export const language: Language = document.body.dataset.language === 'en' ? 'en' : 'pt';
document.documentElement.lang = language === 'en' ? 'en' : 'pt-BR';
export const words = wordsOf(language);

/** The template writes it into an attribute, where the platform escapes it. */
export const requestText = (): string => document.body.dataset.request ?? '{}';
