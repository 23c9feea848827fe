// Files as they come from other programs: their encoding, their keys, and what they say in the desk's words.
import { describe, expect, it } from '@jest/globals';
import { assert, oneof, property, string, uint8Array } from 'fast-check';
import { decodedFile } from '../../src/local/cli/textFile';
import { encodingOf } from '../../src/sheets/encodingOf';
import { mergeFunds, parseFundsFile, parseTradesFile } from '../../src/sheets/importFiles';
import { doubleKeys } from '../../src/sheets/jsonKeys';
import { decoded } from '../../src/ui/pages/textFile';
import { texts } from '../fakes/said';

describe('the encoding of a file', () => {
  const TEXT = 'Fundo;Estratégia\nManacá;1';
  it.each([
    ['utf-8', Buffer.from(TEXT, 'utf8')],
    ['utf-8', Buffer.from(`\ufeff${TEXT}`, 'utf8')],
    ['windows-1252', Buffer.from(TEXT, 'latin1')],
    ['utf-16le', Buffer.from(TEXT, 'utf16le')],
    ['utf-16le', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
    ['utf-16be', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16()],
    ['utf-16be', Buffer.from(TEXT, 'utf16le').swap16()],
  ] as const)('%s is known from the bytes, and the text is what was written', (encoding, bytes) => {
    expect(encodingOf(bytes)).toBe(encoding);
    expect(new TextDecoder(encoding).decode(bytes).replace('\ufeff', '')).toBe(TEXT);
    expect(decodedFile(bytes).replace('\ufeff', '')).toBe(TEXT);
  });

  it('is UTF-8 for every text that is encoded so', () => {
    assert(
      property(string({ unit: 'grapheme' }), (text) => {
        expect(encodingOf(Buffer.from(`F${text}`, 'utf8'))).toBe('utf-8');
      }),
    );
  });
});

it('the command line reads any bytes as the dialog does', () => {
  assert(
    property(
      oneof(
        uint8Array({ maxLength: 12 }),
        string({ maxLength: 6 }).map((text) => Buffer.from(text, 'utf16le')),
      ),
      (bytes) => {
        expect(decodedFile(bytes)).toBe(decoded(Uint8Array.from(bytes).buffer));
      },
    ),
    { numRuns: 2_000 },
  );
});

describe('keys that stand twice', () => {
  it.each([
    ['{"a":1,"b":2}', []],
    ['{"a":1,"a":2}', [{ path: '', key: 'a' }]],
    ['{"f":[{"a":1},{"a":1,"a":[{"a":1}]}]}', [{ path: 'f[1]', key: 'a' }]],
    ['{"f":{"g":{"a":"x: {\\"a\\":1}","b":1,"\\u0061":2}}}', [{ path: 'f.g', key: 'a' }]],
    ['[{"a":1},{"a":1}]', []],
    ['"a"', []],
  ])('%s', (json, expected) => {
    expect(doubleKeys(json)).toEqual(expected);
  });
});

describe('a trades file of another program', () => {
  const ROW = 'Alfa,11.222.333/0001-81,HASH11,BUY,1234.56,SimpleOrder';
  it.each([
    ['sep=,\nFund,CNPJ,Asset,Side,Amount,Strategy\n', 'a line that names the delimiter'],
    ['\n\nFund,CNPJ,Asset,Side,Amount,Strategy\n', 'blank lines above'],
    ['"Fund","CNPJ","Asset","Side","Amount","Strategy"\n', 'quotation marks'],
    ['fundo,CNPJ do fundo,Papel,C/V,Financeiro (R$),Estrategia\n', 'Portuguese headers'],
  ])('is read with %j: %s', (header) => {
    const { records, problems } = parseTradesFile(header + ROW);
    expect(texts(problems)).toEqual([]);
    expect(records).toEqual([expect.objectContaining({ asset: 'HASH11', side: 'BUY', amount: 123_456 })]);
  });

  it.each(['C', 'compra', 'Compra', 'BUY', 'buy', 'B'])('%s is a purchase', (side) => {
    const text = `Fund,CNPJ,Asset,Side,Amount,Strategy\n${ROW.replace('BUY', side)}`;
    expect(parseTradesFile(text).records).toEqual([expect.objectContaining({ side: 'BUY' })]);
  });

  it.each(['V', 'venda', 'VENDA', 'Sell', 's'])('%s is a sale', (side) => {
    const text = `Fund,CNPJ,Asset,Side,Amount,Strategy\n${ROW.replace('BUY', side)}`;
    expect(parseTradesFile(text).records).toEqual([expect.objectContaining({ side: 'SELL' })]);
  });

  it('names rows as the file counts its lines, whatever stands above the header', () => {
    const lines = [
      'sep=;',
      '',
      'Fund;CNPJ;Asset;Side;Amount;Strategy',
      '',
      'A;11.222.333/0001-81;HASH11;BUY;1;X',
    ];
    expect(texts(parseTradesFile(lines.join('\n')).problems)).toEqual([
      'trades file!F5: strategy "X" is not one of SimpleOrder, RebalanceOrder, AdjustmentOrder',
    ]);
  });

  it('of a fund that is called Total is a trade like any other', () => {
    const text = `Fund,CNPJ,Asset,Side,Amount,Strategy\n${ROW.replace('Alfa', 'Total Return')}`;
    expect(parseTradesFile(text).records).toHaveLength(1);
  });
});

describe('a fund file that lacks keys', () => {
  const known = parseFundsFile(
    '{"funds":[{"fund_name":"ALFA","fund_cnpj":"11.222.333/0001-81","fund_type":"FIM","passive_active":"Ativo","fund_strategy":"Full_alocation","assets_onshore":["HASH11"],"assets_offshore":null,"administrator":"Serra","moviment_account":{"Banco":"1","Ag":"2","Cc":"3"}}]}',
  ).records;

  it('empties nothing: what the tab says of them stays, and a key that says null is blank', () => {
    const file = parseFundsFile(
      '{"funds":[{"fund_name":"ALFA FIF","fund_cnpj":"11222333000181","assets_onshore":null}]}',
    );
    const [before] = known;
    expect(mergeFunds(file, known)).toEqual([{ ...before, fund: 'ALFA FIF', onshoreAssets: [] }]);
    expect(texts(file.problems)).toEqual([
      'fund file: 1 fund has no fund_type, passive_active, fund_strategy, assets_offshore, administrator, moviment_account.Banco, moviment_account.Ag, moviment_account.Cc; what fund-stats says of it stays',
    ]);
  });
});
