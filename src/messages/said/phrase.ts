// The type of the catalogue's entries.

/**
 * A sentence in English and in Portuguese with the same holes. What a hole's name begins with says what it holds:
 * `{n}` a count, `{money}`, `{date}`, `{time}`, `{side}`, `{decimal}`, `{code}` one word, `{said}` another sentence, `{saids}` and
 * `{ands}` several; anything else is any text and stays as it is. `{n|lote|lotes}` is a word that goes with a count.
 */
export type Phrase = readonly [english: string, portuguese: string];
