// Where an expression took the square of a text's length: each of these did not end in time before.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { nearest } from '../src/domain/words';
import { shown } from '../src/google/http';
import { isDateFormat } from '../src/local/host/book/serial';
import { typed } from '../src/local/host/book/typed';
import { pickFields } from '../src/local/host/drive/fields';
import { customFunctionsIn } from '../src/local/host/script/customFunctions';
import { templateBody } from '../src/local/host/script/shims/html';
import { notText } from '../src/sheets/encoding';
import { SETTINGS } from '../src/sheets/settings';

const many = (piece: string): string => piece.repeat(300_000 / piece.length);

function inFile(code: string): unknown {
  const dir = mkdtempSync(join(tmpdir(), 'long-'));
  writeFileSync(join(dir, 'a.js'), code);
  return customFunctionsIn(dir);
}

const CASES: readonly (readonly [string, () => unknown, unknown])[] = [
  ['an address with many questions', () => shown(`https://a.example/${many('?')}\nx`), 'https://a.example/'],
  [
    'a file of one word with a lost letter behind it',
    () => notText(`${many('a')} \ufffd`, 'CSV UTF-8') === null,
    false,
  ],
  ['a cell of blanks', () => typed(`1${many(' ')}x`, '', 'en_US', 2024).kind, 'text'],
  ['a number format of brackets', () => isDateFormat(many('[')), false],
  ['comments that nobody ends', () => inFile(many('/**')), []],
  ['scriptlets that nobody ends', () => templateBody(many('<?')).length, 300_010],
  ['an address of slashes', () => SETTINGS.tradingApiUrl.column.parse(`${many('/')}x`).ok, false],
  ['a mail address of dots', () => SETTINGS.traderEmails.column.parse(`a@${many('.')} `).ok, true],
  ['a word that is far from every other', () => nearest(many('a'), ['error', 'warning']), null],
];

describe('a long text is read in linear time', () => {
  it.each(CASES)(
    '%s',
    (_name, read, wanted) => {
      expect(read()).toEqual(wanted);
    },
    30_000,
  );
  it('that asks Drive for fields is refused', () => {
    expect(() => pickFields({ id: 1 }, many('a'))).toThrow('too long');
  });
});
