// The desk's own files, as they come: a fund file and a trades file whose names differ and whose CNPJs join them.
import { describe, expect, it } from '@jest/globals';
import { inEnglish } from '../../src/domain/problem';
import { mergeFunds, parseFundsFile, parseTradesFile } from '../../src/sheets/importFiles';

const FUNDS = {
  funds: [
    {
      fund_name: 'ALFA CRIPTO FIF ',
      fund_cnpj: ' 11.222.333/0001-81 ',
      fund_type: 'FIM',
      passive_active: 'Ativo',
      fund_strategy: 'Partial_alocation',
      assets_onshore: ['HASH11', 'solh11'],
      assets_offshore: null,
      administrator: 'Administradora Serra',
      moviment_account: { Banco: '341', Ag: '0001', Cc: '12345-6' },
    },
    {
      fund_name: 'BETA OFFSHORE',
      fund_cnpj: '38314708000190',
      fund_type: 'FIA',
      passive_active: 'Passivo',
      fund_strategy: 'Full_alocation',
      assets_onshore: null,
      assets_offshore: ['ibit', 'ETHA'],
      administrator: null,
      moviment_account: null,
    },
  ],
};

const problems = (file: { readonly problems: readonly Parameters<typeof inEnglish>[0][] }) =>
  file.problems.map(inEnglish);

describe('the fund file', () => {
  it('is read as it is, stray blanks and missing lists included', () => {
    const { records, problems: found } = parseFundsFile(`\ufeff${JSON.stringify(FUNDS)}`);
    expect(found).toEqual([]);
    expect(records).toEqual([
      {
        fund: 'ALFA CRIPTO FIF',
        cnpj: '11.222.333/0001-81',
        type: 'FIM',
        management: 'Ativo',
        strategy: 'Partial_alocation',
        onshoreAssets: ['HASH11', 'SOLH11'],
        offshoreAssets: [],
        administrator: 'Administradora Serra',
        bank: '341',
        branch: '0001',
        account: '12345-6',
        nav: null,
        cash: null,
        primaryAccess: null,
        maxUnits: {},
      },
      expect.objectContaining({
        cnpj: '38.314.708/0001-90',
        onshoreAssets: [],
        // As trades name them: in capitals.
        offshoreAssets: ['IBIT', 'ETHA'],
        bank: null,
      }),
    ]);
  });

  it.each([
    ['{', /^fund file: it is not JSON \(.*\); export it again$/],
    ['[]', /^fund file: it has no list "funds"; export it again$/],
    ['{"funds":{}}', /^fund file: it has no list "funds"; export it again$/],
  ])('%j is refused as a whole', (text, expected) => {
    const file = parseFundsFile(text);
    expect(file.records).toEqual([]);
    expect(problems(file)).toEqual([expect.stringMatching(expected)]);
  });

  it('names every fund that cannot be read', () => {
    const file = parseFundsFile(
      JSON.stringify({
        funds: [{ fund_name: 'Alfa', fund_cnpj: 11222333000181 }, 7, ...FUNDS.funds],
      }),
    );
    expect(file.records).toHaveLength(2);
    expect(problems(file)).toEqual([
      'fund file!funds[1]: it is 7, not a fund',
      'fund file!funds[0].fund_cnpj: cnpj 11222333000181 is a number, but a CNPJ is text, or it loses its leading zeros; format the cell as plain text and write it like 38.314.708/0001-90',
    ]);
  });

  it('names the place of a wrong cell in the file, also behind the ninth fund', () => {
    const funds = Array.from({ length: 12 }, () => ({ ...FUNDS.funds[0], fund_cnpj: 'none' }));
    expect(parseFundsFile(JSON.stringify({ funds })).problems.map(({ cell }) => cell)).toEqual(
      funds.map((_, at) => `funds[${at}].fund_cnpj`),
    );
  });

  it('keeps what only the desk knows of a fund', () => {
    const [alfa, beta] = parseFundsFile(JSON.stringify(FUNDS)).records;
    if (!alfa || !beta) throw new Error('two funds were expected');
    const known = {
      ...alfa,
      fund: 'old name',
      nav: 5,
      cash: 3,
      primaryAccess: false,
      maxUnits: { HASH11: 2 },
    };
    expect(mergeFunds({ records: [alfa, beta], absent: {} }, [known])).toEqual([
      { ...alfa, nav: 5, cash: 3, primaryAccess: false, maxUnits: { HASH11: 2 } },
      beta,
    ]);
  });
});

describe('the trades file', () => {
  const trade = {
    fund: 'Alfa',
    cnpj: '11.222.333/0001-81',
    asset: 'HASH11',
    side: 'BUY',
    amount: 123_456,
    strategy: 'SimpleOrder',
  };

  it.each([
    [
      'commas',
      'Fund,CNPJ,Asset,Side,Amount,Strategy\nAlfa, 11.222.333/0001-81 ,HASH11,BUY,1234.56,SimpleOrder\n',
    ],
    [
      'quoted amounts',
      'Fund,CNPJ,Asset,Side,Amount,Strategy\r\nAlfa,11.222.333/0001-81,HASH11,buy,"1.234,56",simpleorder\r\n',
    ],
    [
      'semicolons and a mark at the beginning',
      '\ufeffFund;CNPJ;Asset;Side;Amount;Strategy\nAlfa;11.222.333/0001-81;HASH11;BUY;1.234,56;SimpleOrder',
    ],
    [
      'another order',
      'Strategy,Amount,Side,Asset,CNPJ,Fund\nSimpleOrder,1234.56,BUY,hash11,11222333000181,Alfa',
    ],
    [
      'blank lines',
      'Fund,CNPJ,Asset,Side,Amount,Strategy\n\n , , , , , \nAlfa,11.222.333/0001-81,HASH11,BUY,1234.56,SimpleOrder\n\n\n',
    ],
  ])('is read with %s', (_how, text) => {
    expect(parseTradesFile(text)).toEqual({ records: [trade], problems: [] });
  });

  it('names each bad row at the line and column where the file has it, blank lines counted', () => {
    const file = parseTradesFile(
      [
        'Fund,CNPJ,Asset,Side,Amount,Strategy',
        '',
        'Alfa,11.222.333/0001-81,HASH11,BUY,1.234,SimpleOrder',
        'Alfa,11.222.333/0001-81,HASH11,BUY',
        'Alfa,11.222.333/0001-82,HASH11,BUY,5,SimpleOrder',
      ].join('\n'),
    );
    expect(file.records).toEqual([]);
    expect(problems(file).map((problem) => problem.split(' ', 4).join(' '))).toEqual([
      'trades file!E3: amount "1.234"',
      'trades file!E4: amount is',
      'trades file!F4: strategy is',
      'trades file!B5: cnpj "11.222.333/0001-82"',
    ]);
  });

  it('takes a whole amount as it stands, whatever whole number stands behind it in a column that is not the desk’s', () => {
    const row = (amount: string, note: string): string =>
      `Fund,CNPJ,Asset,Side,Strategy,Amount,Note\nAlfa,11.222.333/0001-81,HASH11,BUY,SimpleOrder,${amount},${note}`;
    const plain = parseTradesFile(row('15000', '900'));
    expect(plain.records.map(({ amount }) => amount)).toEqual([1_500_000]);
    expect(plain.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    // One or two digits behind an amount are as likely its cents as a note.
    const verdicts = (...cells: readonly (readonly [string, string])[]) =>
      cells.map(([amount, note]) => {
        const { problems: found, records } = parseTradesFile(row(amount, note));
        return found.some(({ code }) => code === 'extra-cells') ? 'asked' : records.map((own) => own.amount);
      });
    expect(verdicts(['15000', '90'], ['15000', '9'], ['15000', '900.5'], ['15000', '9000'])).toEqual([
      ...['asked', 'asked'],
      ...[[1_500_000], [1_500_000]],
    ]);
    expect(verdicts(['150', '900'], ['R$ 150', '900.50'], ['150', '9000'], ['150', 'R$ 900'])).toEqual([
      ...['asked', 'asked'],
      ...[[15_000], [15_000]],
    ]);
    expect(parseTradesFile(row('15', '900')).problems.map(({ code }) => code)).toContain('extra-cells');
  });

  it('does not offer as an amount what no thousands comma can have cut', () => {
    const row = (cells: string): string =>
      `Fund,CNPJ,Asset,Side,Strategy,Amount\nAlfa,11.222.333/0001-81,HASH11,BUY,SimpleOrder,${cells}`;
    expect(problems(parseTradesFile(row('1,500')))).toEqual([
      expect.stringContaining('its amount may be R$ 1.00 or R$ 1,500.00'),
    ]);
    for (const cells of ['1,5000', '1,500,5000', 'about 1,500', '1x,500'])
      expect([cells, problems(parseTradesFile(row(cells)))]).toEqual([
        cells,
        [expect.stringContaining('put cells that hold a comma in quotation marks')],
      ]);
  });

  it('an open quotation mark stops the whole file at its line', () => {
    const file = parseTradesFile(
      'Fund,CNPJ,Asset,Side,Amount,Strategy\n"Alfa,11.222.333/0001-81,HASH11,BUY,5,SimpleOrder',
    );
    expect(problems(file)).toEqual([
      'trades file: line 2: a quotation mark is opened and never closed; correct the file',
    ]);
  });

  it('of another kind lacks its headers', () => {
    expect(problems(parseTradesFile('a,b\n1,2'))[0]).toBe(
      'trades file!1:1: header "fund" is missing; add it to the file and import it again',
    );
  });
});
