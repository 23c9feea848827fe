// The phrases of the desk's mails in a reader's language.
import type { Language } from '../language/language';
import type { Words } from './phrases';
import { en } from './words.en';
import { pt } from './words.pt';

export const wordsOf = (language: Language): Words => ({ pt, en })[language];
