// What the desk speaks: as its settings say, or as the sample's, before there are any; Portuguese where neither does.
import type { SampleBook } from '../market';
import type { Language } from './words';

interface Book {
  readonly book: {
    tabs(): readonly string[];
    readTab(tab: string): Promise<readonly (readonly unknown[])[]>;
  };
}

export async function languageOf({ book }: Book, sample: SampleBook): Promise<Language> {
  const said = async (): Promise<unknown> => {
    if (!book.tabs().includes('settings')) return sample.tabs.settings.find(isLanguage)?.[1];
    const [header = [], ...rows] = await book.readTab('settings');
    const [key, value] = [header.indexOf('key'), header.indexOf('value')];
    return rows.find((row) => row[key] === 'DESK_LANGUAGE')?.[value];
  };
  return (await said()) === 'en' ? 'en' : 'pt';
}

const isLanguage = ([key]: readonly unknown[]): boolean => key === 'DESK_LANGUAGE';
