// The page's words: the server wrote the desk's language into the page that it served, and tells it when that becomes another.
import { type PageWords, wordsFor } from '../words';

export let words: PageWords = wordsFor(document.documentElement.lang);

export function speak(language: string): void {
  words = wordsFor(language);
  document.documentElement.lang = words.tag;
}
