// The blotter's words, by the name that each has in src/ui/words.
import type { BLOTTER } from '../words/blotter';
import { pageWords } from './page';

export const words: typeof BLOTTER = pageWords();
