// A language for tests in which every sentence of the desk is marked: ⟦…⟧, and ⟨…⟩ around what a sentence quotes. It is made
// from the catalogue and stands in for Portuguese in the test file that imports it: what a reader gets unmarked was never said.
import { PT } from '../../src/language/pt';
import { pt as mailWords } from '../../src/messages/words.pt';

/** Kinds of hole that print themselves: figures, dates, sides, and sentences, which have marks of their own. */
const PRINTED = /^(?:n|money|price|decimal|date|time|side|said|saids|ands)\d*$/;

/** Words from outside have no sentence around them. */
const marked = (sentence: string): string => {
  const quoting = sentence.replace(/\{(\w+)\}/g, (hole, name: string) =>
    PRINTED.test(name) ? hole : `⟨${hole}⟩`,
  );
  return sentence === '{text}' ? quoting : `⟦${quoting}⟧`;
};

export function speakPseudo(): void {
  for (const [key, sentence] of Object.entries(PT)) Reflect.set(PT, key, marked(sentence));
  markWords(mailWords);
}

/** The mails' own words are texts and functions that give texts. */
function markWords(words: object): void {
  for (const [name, word] of Object.entries(words)) {
    if (typeof word === 'string') Reflect.set(words, name, `⟦${word}⟧`);
    else if (typeof word === 'function')
      Reflect.set(words, name, (...args: readonly unknown[]) => `⟦${String(word(...args))}⟧`);
    else if (typeof word === 'object' && word !== null) markWords(word);
  }
}

/** English that somebody glued into a hole: no name, code or address of a desk has these words. */
const ENGLISH =
  /\b(?:the|of|and|is|are|was|were|with|not|no|nothing|to|in|at|for|it|its|that|has|have|be|run|write)\b/i;

/** What the JavaScript engine says of a text that is no JSON; and what a cell takes whatever the language: yes, no. */
const NO_SENTENCE = /JSON|^(?:yes|no)(?:, (?:yes|no))*$/;

/** Words one after another: a name of a tab, a fund, a code, an address has none in small letters. */
const PROSE = /(?:^|[\s(“"])\p{Ll}{2,}[,;:]? \p{Ll}{2,}/u;

/** What is in a text without a mark; `strict` = nothing but places, figures and signs may stand outside the marks. */
export function unmarked(text: string, strict = false): readonly string[] {
  const quoted = [...text.matchAll(/⟨([^⟨⟩]*)⟩/g)].map(([, quote = '']) => quote);
  const glued = quoted
    .filter((quote) => ENGLISH.test(quote) && !NO_SENTENCE.test(quote))
    .map((quote) => `${quote} ← in: ${text}`);
  let rest = text.replace(/⟨[^⟨⟩]*⟩/g, '');
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(/⟦[^⟦⟧]*⟧/g, '');
  }
  const outside = rest.split('\n').filter((line) => (strict ? hasWords(line) : PROSE.test(line)));
  return [...glued, ...outside];
}

/** A place before a problem is no word: `daily-trades!E7: `. */
const hasWords = (line: string): boolean => /\p{L}{2,}/u.test(line.replace(/[\w-]+(?:![A-Z]+\d+)?: /g, ''));

/** Every text in plain data, wherever it stands. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
