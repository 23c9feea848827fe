// The languages that the desk reads and writes.

export const LANGUAGES = ['pt', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What HTML calls them. */
export const HTML_LANGUAGES: Readonly<Record<Language, string>> = { pt: 'pt-BR', en: 'en' };
