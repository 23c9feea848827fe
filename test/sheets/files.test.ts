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

it.each(['', '\ufeff'])('a file in UTF-32 is called so, in either order of bytes (mark: %j)', (mark) => {
  const points = [...`${mark}Fundo;Estratégia\nManacá;1`].map((letter) => letter.codePointAt(0) ?? 0);
  const little = Buffer.concat(points.map((point) => Buffer.from(Uint32Array.of(point).buffer)));
  const big = Buffer.from(little).swap32();
  for (const bytes of [little, big]) {
    const text = decodedFile(bytes);
    expect(decoded(Uint8Array.from(bytes).buffer)).toBe(text);
    expect(texts(parseTradesFile(text).problems)).toEqual([
      'trades file: the file is UTF-32; save it as CSV UTF-8 and import it again',
    ]);
    expect(texts(parseFundsFile(text).problems)[0]).toContain('UTF-32');
  }
  expect(texts(parseTradesFile('F\u0000u\u0000n\u0000').problems)[0]).toContain('UTF-16');
  // A picture has a zero byte here and there.
  expect(
    texts(parseTradesFile('\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR;#aZ0;b;c').problems)[0],
  ).toContain('it is no text file');
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

describe('a trades file that would be misread', () => {
  const HEAD = 'Fund,CNPJ,Asset,Side,Strategy,Price,Amount,Obs';
  const LINE = 'A,11.222.333/0001-81,HASH11,BUY,SimpleOrder';
  const codes = (text: string, today: string | null = null) => {
    const { records, problems } = parseTradesFile(text, today);
    return [records.length, problems.filter(({ severity }) => severity === 'error').map(({ code }) => code)];
  };

  it('is refused where a price was cut at its comma and the last cell is missing', () => {
    const { problems } = parseTradesFile(`${HEAD}\n${LINE},62,50,93750.00`);
    expect(texts(problems)[0]).toContain('R$ 50.00 or, if "62,50" is one number');
    expect(texts(problems)[0]).toContain('R$ 93,750.00');
    expect(codes(`${HEAD}\n${LINE},62,50`)).toEqual([0, ['cut-cell']]);
    expect(codes(`${HEAD}\n${LINE},62.50,93750.00,`)).toEqual([1, []]);
    expect(codes(`${HEAD}\n${LINE},62.50,93750.00`)).toEqual([1, []]);
    expect(codes(`${HEAD}\n${LINE},62,93750,why`)).toEqual([1, []]);
  });

  it('names quotation marks that swallow lines in a column that nobody reads', () => {
    const text = `${HEAD}\n${LINE},62.5,1.00,"12\n${LINE},62.5,2.00,13"\n${LINE},62.5,3.00,x`;
    expect(codes(text)).toEqual([1, ['line-break']]);
  });

  it('keeps a fund that is called Total, and leaves a total out', () => {
    const head = 'Fund,CNPJ,Asset,Side,Strategy,Amount';
    expect(codes(`${head}\nTotal Return FIM,,HASH11,BUY,SimpleOrder,5.00\n${LINE},7.00`)).toEqual([
      1,
      ['blank'],
    ]);
    expect(codes(`${head}\n${LINE},7.00\nTOTAL,,,,,R$ 7.00`)).toEqual([1, []]);
  });

  it('is refused where a total is not the sum, whichever total it is', () => {
    const head = 'Fund,CNPJ,Asset,Side,Strategy,Amount';
    const two = LINE.replace('HASH11', 'BITH11');
    expect(codes(`${head}\n${LINE},7.00\nTOTAL,,,,,9.00`)).toEqual([1, ['total-row']]);
    expect(
      codes(`${head}\n${LINE},7.00\nSubtotal,,,,,7.00\n${two},2.00\nSubtotal,,,,,2.00\nTOTAL,,,,,9.00`),
    ).toEqual([2, []]);
    expect(codes(`${head}\n${LINE},7.00\nSubtotal,,,,,6.00\n${two},2.00\nTOTAL,,,,,9.00`)).toEqual([
      2,
      ['total-row'],
    ]);
  });

  it('is refused where a column that nobody reads says otherwise', () => {
    const file = (header: string, cell: string): string =>
      `Fund;CNPJ;Asset;Side;Strategy;Amount;${header}\n${LINE.replace(/,/g, ';')};7.00;${cell}`;
    for (const [header, cell] of [
      ['Data', '07/11/2024'],
      ['Moeda', 'USD'],
      ['Status', 'CANCELADA'],
    ] as const)
      expect(codes(file(header, cell), '2024-11-08')).toEqual([1, ['contrary-column']]);
    for (const [header, cell] of [
      ['Data', '08/11/2024'],
      ['Moeda', 'R$'],
      ['Status', 'Enviada'],
    ] as const)
      expect(codes(file(header, cell), '2024-11-08')).toEqual([1, []]);
  });

  const dated = (header: string, cell: string): string =>
    `Fund;CNPJ;Asset;Side;Strategy;Amount;${header}\n${LINE.replace(/,/g, ';')};7.00;${cell}`;

  it('is of today however its day is written, and of no other day however that is', () => {
    const spelled = (day: string): readonly string[] =>
      [
        `${day}/11/2024`,
        `${day}/11/24`,
        `${day}.11.2024`,
        `${day}-11-2024`,
        `2024/11/${day}`,
        `202411${day}`,
      ].concat(
        [
          `2024-11-${day}T00:00:00-03:00`,
          `${day}/11/2024 9:05`,
          `${day}-nov-24`,
          `${day} NOV 2024`,
          `${day}/11`,
        ],
        [
          `sexta-feira, ${day} de novembro de 2024`,
          `Nov ${day}, 2024`,
          `${45596 + Number(day)}`,
          `${45596 + Number(day)},5`,
        ],
      );
    for (const cell of spelled('21'))
      expect([cell, codes(dated('Data', cell), '2024-11-21')]).toEqual([cell, [1, []]]);
    for (const cell of spelled('20'))
      expect([cell, codes(dated('Data', cell), '2024-11-21')]).toEqual([cell, [1, ['contrary-column']]]);
    expect(codes(dated('Trade date', '11/21/2024'), '2024-11-21')).toEqual([1, []]);
  });

  it('is refused where nobody can tell its day, and not where a column holds another kind of day or none', () => {
    for (const cell of ['D+0', 'hoje', '131124', '31/02/2024', '7'])
      expect(codes(dated('Dt. Pregão', cell), '2024-11-08')).toEqual([1, ['contrary-column']]);
    for (const cell of ['', '-', '–']) expect(codes(dated('Data', cell), '2024-11-08')).toEqual([1, []]);
    expect(codes(dated('Data de liquidação', '12/11/2024'), '2024-11-08')).toEqual([1, []]);
  });

  it('has its header found under a title that holds no separator, or another', () => {
    const book = `Fund;CNPJ;Asset;Side;Strategy;Amount\n${LINE.replace(/,/g, ';')};7,00`;
    for (const title of ['Ordens do dia', 'Ordens, mesa de ETFs', 'Ordens\tdo dia'])
      expect(texts(parseTradesFile(`${title}\n\n${book}`).problems)[0]).toContain(
        'the header stands in line 3',
      );
    expect(codes(`Fund,CNPJ,Asset,Side,Strategy,Amount,"Note; if any"\n${LINE},7.00,`)).toEqual([1, []]);
  });

  it('is told in one sentence that nothing separates its cells', () => {
    expect(codes(`Fund:CNPJ:Asset:Side:Strategy:Amount\n${LINE.replace(/,/g, ':')}:7.00`)).toEqual([
      0,
      ['missing-header'],
    ]);
  });

  it('says its delimiter in its first line, a comma too', () => {
    const head = 'Fund,CNPJ,Asset,Side,Strategy,Amount';
    expect(codes(`sep=,\n${head}\n${LINE},7.00`)).toEqual([1, []]);
    expect(codes(`sep=,\r\n${head}\r\n${LINE},7.00\r\n`)).toEqual([1, []]);
  });
});

it('reads what a Mac saved, by page and command line alike', () => {
  const bytes = Uint8Array.from([...'Estrat'].map((c) => c.charCodeAt(0)).concat([0x8e, 0x67, 0x69, 0x61]));
  expect(encodingOf(bytes)).toBe('macintosh');
  expect(decodedFile(bytes)).toBe('Estratégia');
  expect(encodingOf(Uint8Array.from([0x45, 0xe9, 0x67, 0x8e]))).toBe('windows-1252');
});
