// Nothing that reads text takes more than linear time on it: one that takes the square of these lengths does not end in time.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseCnpj } from '../src/domain/cnpj';
import { parseAmount, parsePrice, parseWhole } from '../src/domain/money';
import { quote, tidy, turnsText } from '../src/domain/result';
import { slipOf } from '../src/domain/slips';
import { parseIsoDate, parseStamp } from '../src/domain/stamp';
import { shown } from '../src/google/http';
import { explained, isPassing } from '../src/google/warehouse/failures';
import { daysOf, utcMicros } from '../src/local/bigquery/moments';
import { isDateFormat } from '../src/local/host/book/serial';
import { typed } from '../src/local/host/book/typed';
import { pickFields } from '../src/local/host/drive/fields';
import { parseDriveQuery } from '../src/local/host/drive/query';
import { diskName } from '../src/local/host/drive/store';
import { slug } from '../src/local/host/mail/outbox';
import { customFunctionsIn } from '../src/local/host/script/customFunctions';
import { templateBody } from '../src/local/host/script/shims/html';
import { notText } from '../src/sheets/encoding';
import { SETTINGS } from '../src/sheets/settings';
import * as tabs from '../src/sheets/tabs';

const LENGTH = 400_000;
const PIECES = [
  ...[
    'a',
    '1',
    '0',
    '.',
    ',',
    '-',
    ' ',
    '/',
    '@',
    '//',
    '"',
    '\\"',
    '<',
    '[',
    '{',
    '(',
    'T',
    '=',
    '_',
    '*',
    "'",
  ],
  ...[
    'R$ ',
    '1,111',
    '.111',
    'milh',
    '\u200f',
    '\t',
    ';',
    'a ',
    '=,',
    '%',
    '+',
    'E+',
    '<?',
    '/**',
    '@customfunction',
  ],
  ...['<head', 'project', 'VAR_', 'column ', 'billing', '?', '#', '$.', '[h', 'and '],
];
const TAILS = ['\n x'];

const attacks: readonly string[] = PIECES.flatMap((piece) =>
  TAILS.map((tail) => piece.repeat(Math.ceil(LENGTH / piece.length)) + tail),
);

const dir = mkdtempSync(join(tmpdir(), 'long-'));
const inFile = (code: string): unknown => {
  writeFileSync(join(dir, 'a.js'), code);
  return customFunctionsIn(dir);
};
const PLACE = { project: 'p', dataset: 'd', location: 'US' };

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  parseCnpj,
  parseAmount,
  parsePrice,
  parseWhole,
  quote,
  tidy,
  turnsText,
  slipOf,
  parseIsoDate,
  parseStamp,
  shown,
  isPassing: (text) => isPassing(new Error(text)),
  explained: (text) => explained(new Error(text), PLACE),
  daysOf,
  utcMicros,
  isDateFormat,
  'typed, English': (text) => typed(text, '', 'en_US', 2024),
  'typed, Portuguese': (text) => typed(text, '', 'pt_BR', 2024),
  pickFields: (text) => pickFields({ id: 1 }, text),
  parseDriveQuery,
  diskName,
  slug,
  customFunctionsIn: inFile,
  templateBody,
  notText,
};

/** Whether it answers or refuses is not asked here. */
function reads(read: (text: string) => unknown): number {
  let ended = 0;
  for (const text of attacks) {
    try {
      read(text);
    } catch {
      // Refused.
    }
    ended += 1;
  }
  return ended;
}

describe('a text of any length is read in linear time', () => {
  it.each(Object.entries(READERS))(
    'by %s',
    (_name, read) => {
      expect(reads(read)).toBe(attacks.length);
    },
    60_000,
  );

  it('by every setting', () => {
    for (const { column } of Object.values(SETTINGS)) expect(reads(column.parse)).toBe(attacks.length);
  });

  it('by every column of every tab', () => {
    const parsers = new Set(
      Object.values(tabs).flatMap((tab) =>
        typeof tab === 'object' && 'columns' in tab
          ? Object.values(tab.columns).map(({ parse }) => parse)
          : [],
      ),
    );
    expect(parsers.size).toBeGreaterThan(10);
    for (const parse of parsers) expect(reads(parse)).toBe(attacks.length);
  });
});
