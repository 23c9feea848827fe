// The sidebar's words, by the name that each has in src/ui/words.
import type { SIDEBAR } from '../words/sidebar';
import { pageWords } from './page';

export const words: typeof SIDEBAR = pageWords();
