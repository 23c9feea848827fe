// The page's words: the server wrote the language of the book into the page that it served.
import { wordsFor } from '../words';

export const words = wordsFor(document.documentElement.lang);
