// docs/files.md shows a fund file and a trades file: both are read as they stand there, and its tables have every key.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parseFundsFile, parseTradesFile } from '../../src/sheets/importFiles';
import { texts } from '../fakes/said';

const PAGE = readFileSync('docs/files.md', 'utf8');
const block = (language: string): string =>
  new RegExp(`\`\`\`${language}\\n([^\`]+)\`\`\``).exec(PAGE)?.[1] ?? '';
const firstsIn = (name: string): readonly string[] => {
  const [, section = ''] = new RegExp(`<!-- ${name} -->([\\s\\S]*)<!-- /${name} -->`).exec(PAGE) ?? [];
  return [...section.matchAll(/^\| `([^`]+)` \|/gm)].map(([, key = '']) => key);
};

describe('the page on the desk’s own files', () => {
  it('shows a fund file that is read without a word, and names each of its keys and no other', () => {
    const text = block('json');
    const { records, problems, absent } = parseFundsFile(text);
    expect(texts(problems)).toEqual([]);
    expect(records).toHaveLength(1);
    expect(Object.values(absent)).toEqual([[]]);
    const [fund = {}]: readonly object[] = JSON.parse(text).funds;
    const keys = Object.entries(fund).flatMap(([key, value]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.keys(value).map((inner) => `${key}.${inner}`)
        : [key],
    );
    expect([...firstsIn('funds')].sort()).toEqual(keys.sort());
  });

  it('shows a trades file that is read without a word, under the headers of its table', () => {
    const text = block('csv');
    const { records, problems } = parseTradesFile(text);
    expect(texts(problems)).toEqual([]);
    expect(records.map(({ side, amount }) => [side, amount])).toEqual([
      ['BUY', 520_000_000],
      ['SELL', 31_000_000],
    ]);
    expect(firstsIn('trades').map((header) => header.toLowerCase())).toEqual(
      (text.split('\n')[0] ?? '').toLowerCase().split(';'),
    );
  });

  it('is linked from both READMEs', () => {
    for (const page of ['README.md', 'README.pt-BR.md'])
      expect(readFileSync(page, 'utf8')).toContain('](docs/files.md)');
  });
});
