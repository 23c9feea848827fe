// The preview dialog's words, by the name that each has in src/ui/words.
import type { PREVIEW } from '../words/preview';
import { pageWords } from './page';

export const words: typeof PREVIEW = pageWords();
