// The end-of-day report as it is printed: the mail and the document, in both languages, of a small desk and of a large one.
import { describe, expect, it } from '@jest/globals';
import { utf8Length } from '../../src/domain/bytes';
import { shortNames } from '../../src/domain/fundName';
import { LANGUAGES, type Language } from '../../src/language/language';
import { verbatim } from '../../src/language/message';
import { reportDocuments, reportFileName, reportMail } from '../../src/messages/report/documents';
import type { DayReport, ReportFund, ReportLine } from '../../src/messages/report/report';
import { wordsOf } from '../../src/messages/words';

const line = (asset: string, residual: number, more: Partial<ReportLine> = {}): ReportLine => ({
  ...{ asset, side: 'BUY', isGiveBack: false, strategy: 'SimpleOrder' },
  ...{ ordered: 100_000_00, asked: 100_000_00, open: Math.max(0, residual), over: Math.max(0, -residual) },
  ...{ target: 100_000_00, executed: 60_000_00, givenBack: 0, primary: 40_000_00 - residual, residual },
  ...{ residualBps: residual / 1_000, residualAtNav: null, residualAtNavBps: null },
  ...{
    units: 2,
    shares: 1_000,
    proRataShares: 999.6,
    averagePrice: 60.1234,
    poolPrice: 60.1,
    beyond: null,
    byHand: null,
  },
  reasons: [verbatim('nearest whole number of units')],
  ...more,
});

const fund = (n: number, lines: readonly ReportLine[]): ReportFund => ({
  fund: `FUND ${n} FIF MULTIMERCADO`,
  short: `FUND ${n}`,
  cnpj: `${n}`,
  administrator: 'Serra',
  lines,
});

const cost = { money: 12_345, bps: 3.21 };

function reportOf(funds: readonly ReportFund[], more: Partial<DayReport> = {}): DayReport {
  const residual = funds.flatMap(({ lines }) => lines).reduce((sum, each) => sum + each.residual, 0);
  const side = { ...line('HASH11', residual), funds: funds.length, done: 0.999, toGiveBack: null };
  return {
    ...{ deskName: 'Mesa', tradeDate: '2024-11-08', settlementDate: '2024-11-12', version: 2, replaces: 1 },
    ...{ waits: [], warnings: [], notes: [] },
    asOf: {
      fills: '2024-11-08T18:35:00',
      inavs: [{ of: 'hashdex', at: '2024-11-08T17:40:00' }],
      withoutNav: ['HASH11'],
    },
    total: {
      ...{ target: 500_000_00, residual: Math.abs(residual), residualBps: 12.34, residualAtNav: null },
      ...{ residualAtNavBps: null, open: Math.max(0, residual), over: Math.max(0, -residual) },
      secondary: { all: 300_000_00, own: 290_000_00, forOthers: 10_000_00, nobodys: 0 },
      ...{ secondaryCost: cost, primary: 200_000_00, primaryCost: null },
      bySide: { BUY: { money: 300_000_00, cost }, SELL: { money: 0, cost: null } },
    },
    sides: [side],
    brokers: [
      {
        ...{ broker: 'Aurora', asset: 'HASH11', side: 'BUY', fills: 3, shares: 1_000, money: 300_000_00 },
        ...{ price: 60.1, decision: 60, decisionMoney: 299_000_00, cost, againstAllBps: 0 },
      },
    ],
    routes: [
      {
        ...{ asset: 'HASH11', side: 'BUY' },
        secondary: { count: 1_000, money: 300_000_00, benchmark: 299_000_00, cost, assumedBps: 15 },
        primary: { count: 2, money: 200_000_00, benchmark: 200_000_00, cost: null, assumedBps: 5 },
      },
    ],
    mixes: [],
    exceptions: [
      {
        ...{ kind: 'accepted', code: 'silent-broker', what: verbatim('Boreal'), why: 'it called' },
        ...{ by: 'ana@desk.example', at: '2024-11-08T18:20:00' },
      },
    ],
    funds,
    ...more,
  };
}

const mailOf = (report: DayReport, language: Language) =>
  reportMail({
    ...{ to: ['traders@desk.example'], language, report },
    file: {
      name: `${reportFileName(report, language, 0)}.pdf`,
      mimeType: 'application/pdf',
      content: '',
      madeOf: 'html',
    },
    further: [],
  });

const reportDocument = (report: DayReport, language: Language): string => {
  const [document = '', ...others] = reportDocuments(report, language);
  expect(others).toEqual([]);
  return document;
};

/** As it is read: an amount is held together by a space of its own kind. */
const documentOf = (report: DayReport, language: Language): string =>
  reportDocument(report, language).replace(/\u00a0/g, ' ');

const SMALL = reportOf([fund(1, [line('HASH11', 1_234_56)]), fund(2, [line('HASH11', -200_00)])]);
const LARGE = reportOf(
  Array.from({ length: 200 }, (_, at) =>
    fund(
      at,
      Array.from({ length: 5 }, (_each, asset) => line(`ETF${asset}11`, at * 100 - asset)),
    ),
  ),
);

describe('the end-of-day report', () => {
  it('says in its subject what is left and which version it replaces, as each language writes figures', () => {
    expect(mailOf(SMALL, 'en').subject).toBe(
      'Mesa | 8 November 2024 | COMPLETE, R$ 1,034.56 off target (12.3 bps): end of day v2 (REPLACES v1)',
    );
    expect(mailOf(SMALL, 'pt').subject).toBe(
      'Mesa | 08/11/2024 | COMPLETO, R$ 1.034,56 fora do alvo (12,3 bps): fechamento v2 (SUBSTITUI a v1)',
    );
  });

  it('shows what a side lacks and what it has too much beside its residual, where one hides the other', () => {
    const side = {
      ...line('HASH11', -3_000_00),
      open: 100_00,
      over: 3_100_00,
      funds: 2,
      done: 0.9,
      toGiveBack: null,
    };
    const netted = { ...SMALL, sides: [side] };
    expect(mailOf(netted, 'en').text).toMatch(/Not done, R\$ +Too much, R\$ +Residual, R\$/);
    expect(mailOf(netted, 'en').text).toMatch(/ 100\.00 +3,100\.00 +-3,000\.00 /);
    expect(mailOf(netted, 'pt').text).toMatch(/Faltou, R\$ +A mais, R\$ +Resíduo, R\$/);
    expect(mailOf(SMALL, 'en').text).not.toContain('Not done, R$');
  });

  it('keeps its subject short, the figure that decides first, whatever the day came to', () => {
    const total = { ...SMALL.total, residual: 9_876_543_21, residualBps: 9_876.5 };
    const day = { ...SMALL, replaces: null, version: 1, total };
    for (const language of ['en', 'pt'] as const) {
      expect(mailOf(day, language).subject.length).toBeLessThanOrEqual(90);
      expect(mailOf({ ...day, version: 2, replaces: 1 }, language).subject.length).toBeLessThanOrEqual(105);
    }
  });

  it('says beside COMPLETE what of the orders was not done, and why that keeps no day open', () => {
    const waits = [{ kind: 'residual', said: verbatim('HASH11 open'), money: null }] as const;
    const total = { ...SMALL.total, residual: 5_000_00, open: 4_000_00, over: 1_000_00 };
    const front = (language: Language, day: typeof SMALL): string =>
      mailOf(day, language).text.slice(0, 500).replace(/\s+/g, ' ');
    expect(front('en', { ...SMALL, waits, total })).toContain(
      'COMPLETE means that all that was executed is allocated; of the orders, R$ 4,000.00 not done, R$ 1,000.00 too much, and trading is over',
    );
    expect(front('pt', { ...SMALL, waits, total })).toContain(
      'COMPLETO quer dizer que tudo o que se executou está alocado; das ordens, faltaram R$ 4.000,00 e ficaram R$ 1.000,00 a mais, e o pregão acabou',
    );
    const missing = [...waits, { kind: 'missing', said: verbatim('ask Boreal'), money: null }] as const;
    expect(front('en', { ...SMALL, waits: missing, total })).not.toContain('COMPLETE means');
    expect(front('en', SMALL)).not.toContain('COMPLETE means');
  });

  it('names who accepted what, with reason and time', () => {
    expect(mailOf(SMALL, 'pt').text).toMatch(
      /Aceita +uma corretora que não informou nada: Boreal +it called +ana@desk\.example +18:20/,
    );
  });

  it('is PENDING with what is missing at its top, and counts it', () => {
    const waits = [{ kind: 'missing', said: verbatim('ask Boreal'), money: null }] as const;
    const { subject, text } = mailOf({ ...SMALL, waits }, 'en');
    expect(subject).toContain(
      'PENDING, R$ 1,034.56 off target (12.3 bps): end of day v2 (REPLACES v1), 1 point waits',
    );
    expect(text).toContain('- For a person: 1, waits below');
    expect(text.indexOf('Missing: ask Boreal')).toBeLessThan(text.indexOf('Residual by ETF and side'));
  });

  it('of a COMPLETE day says all the same how much of its plan waits, in its subject and above everything', () => {
    const waits = [
      { kind: 'round', said: verbatim('1 of 3 ran'), money: null },
      { kind: 'bust', said: verbatim('a bust'), money: null },
    ] as const;
    const { subject, text } = mailOf({ ...SMALL, waits }, 'pt');
    expect(subject).toContain(
      'COMPLETO, R$ 1.034,56 fora do alvo (12,3 bps): fechamento v2 (SUBSTITUI a v1), 2 pontos esperam',
    );
    expect(text).toContain('- Para alguém resolver: 2, esperam abaixo');
    expect(text).toContain('- Rodadas: 1 of 3 ran\n- Cancelada na bolsa: a bust');
    expect(mailOf(SMALL, 'pt').text).toContain('- Para alguém resolver: 0, nada em espera');
  });

  it('never adds up what buys and sells cost, and says for whom all of it was traded', () => {
    const sells = { money: -5_000, bps: -2 };
    const [bought] = SMALL.brokers;
    if (bought === undefined) throw new Error('nobody traded');
    const both = {
      ...SMALL,
      brokers: [bought, { ...bought, side: 'SELL' as const, cost: sells }],
      total: { ...SMALL.total, bySide: { ...SMALL.total.bySide, SELL: { money: 100_000_00, cost: sells } } },
    };
    const { text } = mailOf(both, 'en');
    const squeezed = text.replace(/ +/g, ' ');
    expect(squeezed).toContain(
      'buys lost R$ 123.45 · sells gained R$ 50.00, buys 3.2 bps above it, sells 2.0 bps above it',
    );
    expect(squeezed).toMatch(/Broker, buys Traded, R\$ Cost, R\$ bps\n[- ]+\nAurora 300,000\.00 123\.45 /);
    expect(squeezed).toMatch(/Broker, sells Traded, R\$ Cost, R\$ bps\n[- ]+\nAurora 300,000\.00 -50\.00 /);
    expect(squeezed).toContain(
      'Traded at the exchange R$ 300,000.00: R$ 290,000.00 for the orders of the side (executed), R$ 10,000.00 given back by funds of the other side.',
    );
  });

  describe('of brokers', () => {
    const broker = (name: string, side: 'BUY' | 'SELL', money: number) => {
      const [one] = SMALL.brokers;
      if (one === undefined) throw new Error('nobody traded');
      return { ...one, broker: name, side, cost: { money, bps: 0 }, decisionMoney: 100_000_00 };
    };
    const textOf = (brokers: DayReport['brokers'], language: Language) =>
      mailOf({ ...SMALL, brokers }, language).text.replace(/ +/g, ' ');

    it('compares those of one side alone: who sells alone is nobody’s dearest', () => {
      const brokers = [
        broker('Aurora', 'SELL', -250_15),
        broker('Boreal', 'BUY', -300_00),
        broker('Cobalto', 'BUY', 100_00),
      ];
      const text = textOf(brokers, 'en');
      expect(text).toContain(
        '- Worst of the brokers compared: buys Cobalto, dearest of the buys: lost R$ 100.00, 10.0 bps\n',
      );
      expect(text).toContain(
        'Of the buys, dearest was Cobalto (lost R$ 100.00, 10.0 bps), cheapest Boreal (gained R$ 300.00, 30.0 bps).',
      );
      expect(text).toContain('All sells were traded by Aurora (gained R$ 250.15, 25.0 bps).');
    });

    it('says so where even the worst gained', () => {
      const brokers = [broker('Aurora', 'SELL', -100_00), broker('Boreal', 'SELL', -300_00)];
      const english = textOf(brokers, 'en');
      expect(english).toContain(
        '- Worst of the brokers compared: sells Aurora, least good of the sells: gained R$ 100.00, 10.0 bps\n',
      );
      expect(english).toContain(
        'Of the sells, least good was Aurora (gained R$ 100.00, 10.0 bps), best Boreal',
      );
      const portuguese = textOf(brokers, 'pt');
      expect(portuguese).toContain(
        '- Pior das corretoras comparadas: vendas Aurora, a menos boa das vendas: ganhou R$ 100,00, 10,0 bps\n',
      );
      expect(portuguese).toContain('Nas vendas, a menos boa foi Aurora');
    });

    it('names no worst where all came out alike, and alarms nobody over less than a basis point', () => {
      const even = [broker('Aurora', 'BUY', 0), broker('Boreal', 'BUY', 3)];
      const english = textOf(even, 'en');
      expect(english).toContain(
        '- Worst of the brokers compared: buys alike, the brokers of the buys came out alike: each came out even\n',
      );
      expect(english).toContain('Of the buys, the brokers came out alike (each came out even).');
      expect(english).not.toMatch(/least good|dearest/);
      const portuguese = textOf([broker('Aurora', 'SELL', 100_00), broker('Boreal', 'SELL', 100_00)], 'pt');
      expect(portuguese).toContain('Nas vendas, as corretoras saíram iguais (cada uma perdeu 10,0 bps).');
      const alarms = (brokers: DayReport['brokers']) =>
        [...reportDocument({ ...SMALL, brokers }, 'en').matchAll(/class="tile-worse"/g)].length;
      const small = [broker('Aurora', 'BUY', 0), broker('Boreal', 'BUY', 9_00)];
      const large = [broker('Aurora', 'BUY', 0), broker('Boreal', 'BUY', 11_00)];
      expect(textOf(small, 'en')).toContain('dearest was Boreal (lost R$ 9.00, 0.9 bps)');
      expect(alarms(small)).toBe(alarms(even));
      expect(alarms(large)).toBe(alarms(even) + 1);
    });

    it('names nobody where no side had two', () => {
      const text = textOf([broker('Aurora', 'SELL', 100_00), broker('Boreal', 'BUY', 300_00)], 'en');
      expect(text).toContain('- Worst of the brokers compared: –, no side had two brokers to compare\n');
    });
  });

  it.each([
    [
      'BUY',
      50_00,
      'bought at the exchange R$ 50.00 above the iNAV',
      'compras na bolsa saíram R$ 50,00 acima',
    ],
    [
      'BUY',
      -50_00,
      'bought at the exchange R$ 50.00 below the iNAV',
      'compras na bolsa saíram R$ 50,00 abaixo',
    ],
    ['SELL', 50_00, 'sold at the exchange R$ 50.00 below the iNAV', 'vendas na bolsa saíram R$ 50,00 abaixo'],
    ['SELL', -50_00, 'sold at the exchange R$ 50.00 above the iNAV', 'vendas na bolsa saíram R$ 50,00 acima'],
    ['SELL', 0, 'sold at the exchange at the iNAV', 'vendas na bolsa saíram pelo iNAV'],
  ] as const)(
    'says on which side of the iNAV a %s that cost %d cents lay',
    (side, money, english, portuguese) => {
      const none = { money: 0, cost: null };
      const bySide = {
        BUY: none,
        SELL: none,
        [side]: { money: 100_000_00, cost: { money, bps: money / 1_000 } },
      };
      const day = { ...SMALL, total: { ...SMALL.total, bySide } };
      expect(mailOf(day, 'en').text).toContain(`Shares were ${english} when they were ordered`);
      expect(mailOf(day, 'pt').text).toContain(`As ${portuguese}`);
    },
  );

  it('shows of an order that was changed what was ordered, what it became and what of it counts', () => {
    const cut = reportOf([fund(1, [line('HASH11', 0, { ordered: 400_000_00, asked: 30_000_00 })])]);
    const [, page = ''] = documentOf(cut, 'en').split('<div class="page">');
    expect(page).toMatch(/Ordered, R\$.*Amended to, R\$.*Target, R\$/s);
    expect(page).toContain(
      'The order was to buy R$ 400,000.00 of HASH11. It was amended to R$ 30,000.00. The fund keeps what was done by then: R$ 100,000.00 counts as its target.',
    );
    const gone = reportOf([fund(1, [line('HASH11', 0, { ordered: 400_000_00, asked: 0 })])]);
    expect(documentOf(gone, 'pt')).toContain(
      'A ordem era de compra de R$ 400.000,00 de HASH11. Foi cancelada.',
    );
    expect(documentOf(SMALL, 'en')).not.toContain('Amended to');
  });

  it('never ends a line between a sign, R$ and the amount', () => {
    for (const language of LANGUAGES) {
      const document = reportDocument(SMALL, language);
      expect(document).toMatch(/R\$\u00a0[\d.,]+/);
      expect(document).not.toMatch(/-R\$|R\$ \d/);
    }
  });

  it('names the time of each family’s iNAV where they are several, and one where there is one', () => {
    const inavs = [
      { of: 'hashdex', at: '2024-11-08T12:20:00' },
      { of: 'nasdaq', at: '2024-11-08T13:05:00' },
    ];
    const day = { ...SMALL, asOf: { ...SMALL.asOf, inavs } };
    expect(mailOf(day, 'en').text).toContain('units at the iNAV of hashdex 12:20, nasdaq 13:05');
    expect(mailOf(day, 'pt').text).toContain('lotes pelo iNAV: hashdex 12:20, nasdaq 13:05');
    expect(mailOf(SMALL, 'en').text).toContain('units at the iNAV of 17:40');
  });

  it('says who gained, who lost and who did neither, in words and without a sign', () => {
    const [bought] = SMALL.brokers;
    if (bought === undefined) throw new Error('nobody traded');
    const at = (cost: { readonly money: number; readonly bps: number }) => {
      const bySide = { ...SMALL.total.bySide, BUY: { money: 100_000_00, cost } };
      return { ...SMALL, brokers: [{ ...bought, cost }], total: { ...SMALL.total, bySide } };
    };
    for (const [money, en, pt] of [
      [
        -50_00,
        'buys gained R$ 50.00, buys 2.0 bps below it;',
        'compras ganharam R$ 50,00, compras 2,0 bps abaixo;',
      ],
      [
        50_00,
        'buys lost R$ 50.00, buys 2.0 bps above it;',
        'compras perderam R$ 50,00, compras 2,0 bps acima;',
      ],
      [0, 'buys came out even, buys at the iNAV;', 'compras ficaram no zero a zero, compras pelo iNAV;'],
    ] as const) {
      const day = at({ money, bps: money / 25_00 });
      expect(mailOf(day, 'en').text).toContain(`- Shares against the iNAV: ${en}`);
      expect(mailOf(day, 'pt').text).toContain(`- Cotas contra o iNAV: ${pt}`);
      expect(mailOf(day, 'en').text).not.toMatch(/[-−]R\$/);
    }
  });

  it('is dark on a dark screen, and white on paper', () => {
    const document = reportDocument(SMALL, 'en');
    expect(document).toMatch(
      /@media screen and \(prefers-color-scheme:dark\)\{body\{color:#e3e3e3;background:#1f1f1f\}/,
    );
    expect(document).toContain('body{margin:0;color:#1c1c1c;background:#fff;');
  });

  it.each(LANGUAGES)('has a page for every fund in %s, on which no other fund is named', (language) => {
    const { report } = wordsOf(language);
    const [, ...pages] = reportDocument(SMALL, language).split('<div class="page">');
    expect(pages).toHaveLength(2);
    expect(pages[0]).toContain('FUND 1 FIF MULTIMERCADO');
    expect(pages[0]).not.toContain('FUND 2');
    expect(pages[1]).not.toContain('FUND 1');
    for (const page of pages) expect(page).toContain(report.fund.signed);
  });

  it('says what a fund bought, and that a sale was sold', () => {
    const sold = reportOf([fund(1, [line('HASH11', 0, { side: 'SELL', units: 1 })])]);
    expect(documentOf(sold, 'en')).toContain('The fund sold 1 unit (R$ 40,000.00) and 1,000 shares');
    expect(documentOf(SMALL, 'pt')).toContain('O fundo comprou 2 lotes');
    expect(documentOf(SMALL, 'pt')).toContain('Faltaram R$ 1.234,56');
    expect(documentOf(SMALL, 'pt')).toContain('Ficaram R$ 200,00 a mais');
  });

  it('of two hundred funds keeps its mail below what Gmail shows whole, and its document has all of them', () => {
    const { html, text } = mailOf(LARGE, 'pt');
    expect(utf8Length(html) + utf8Length(text)).toBeLessThan(100_000);
    expect(html).toContain('Os 15 de 1000');
    const document = reportDocument(LARGE, 'pt');
    expect(document.split('<div class="page">')).toHaveLength(201);
    // What an attachment may have, and what the property of a run never holds.
    expect(utf8Length(document)).toBeLessThan(2 * 1024 * 1024);
  });

  it('of a hundred ETFs shows in its mail the sides with the largest residuals, and its document has all of them', () => {
    const [first] = SMALL.sides;
    if (first === undefined) throw new Error('no side');
    const sides = Array.from({ length: 200 }, (_, at) => {
      const residual = (at % 3 === 0 ? -1 : 1) * (at + 1) * 1_000_00;
      return {
        ...first,
        asset: `ETF${100 + (at >> 1)}11`,
        side: at % 2 === 0 ? ('BUY' as const) : ('SELL' as const),
        ...{ residual, open: Math.max(0, residual), over: Math.max(0, -residual) },
      };
    });
    const { html, text } = mailOf({ ...SMALL, sides }, 'en');
    expect(utf8Length(html) + utf8Length(text)).toBeLessThan(100_000);
    expect(text).toContain('The 15 of 200 with the largest residuals; the attached file has all of them.');
    const shown = [...text.matchAll(/^(ETF\d+) +(Buy|Sell) /gm)].map(([, asset, side]) => `${asset} ${side}`);
    expect(shown.slice(0, 15)).toEqual(
      sides.slice(-15).map(({ asset, side }) => `${asset} ${side === 'BUY' ? 'Buy' : 'Sell'}`),
    );
    const document = reportDocument({ ...SMALL, sides }, 'en');
    expect(document).toContain('ETF10011');
    expect(document).not.toContain('with the largest residuals');
  });

  it('of a hundred ETFs shows in its mail the side that its own sentence calls the largest, though its funds net out', () => {
    const [first] = SMALL.sides;
    if (first === undefined) throw new Error('no side');
    const sides = Array.from({ length: 40 }, (_, at) => {
      const [open, over] = at === 7 ? [9_000_00, 9_000_00] : [1_000_00, 0];
      return { ...first, asset: `ETF${100 + at}11`, ...{ open, over, residual: open - over } };
    });
    const total = { ...SMALL.total, residual: 57_000_00, open: 48_000_00, over: 9_000_00 };
    const { text } = mailOf({ ...SMALL, total, sides }, 'en');
    expect(text).toContain('the largest is in ETF10711');
    expect(text).toMatch(/^ETF10711 /m);
  });

  it('holds no letter that takes two bytes in memory, and reads the same', () => {
    const named = { ...SMALL, deskName: 'Mesa – “Σ” 🙂 ção' };
    for (const language of LANGUAGES) {
      const document = reportDocument(named, language);
      expect([...document].filter((letter) => letter > '\u00ff')).toEqual([]);
      const read = document.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
      expect(read).toContain('Mesa – “Σ” 🙂 ção');
      expect(read).toContain('HASH11 – ');
    }
  });

  it('goes on in further documents where one would be too long for a mail, with every fund in one of them', () => {
    const [whole] = reportDocuments(LARGE, 'pt');
    const longest = 600_000;
    const documents = reportDocuments(LARGE, 'pt', longest);
    expect(documents.length).toBeGreaterThan(2);
    for (const document of documents) expect(utf8Length(document)).toBeLessThan(longest + 10_000);
    const pagesOf = (document = ''): readonly string[] =>
      (/<div class="sheet">\n(.*)\n<\/div>\n<\/body>/s.exec(document)?.[1] ?? '').split(
        '\n<div class="page">',
      );
    const [[desk = ''] = [], ...rest] = documents.map(pagesOf);
    expect(desk).toContain('Como se conta');
    const all = [desk, ...documents.flatMap((document, at) => pagesOf(document).slice(at === 0 ? 1 : 0))];
    expect(all.map((page) => page.replace(/^<div class="page">/, ''))).toEqual(pagesOf(whole));
    expect(rest.length).toBe(documents.length - 1);
    expect(documents[1]).toContain(`<title>Fechamento do dia 08/11/2024 v2 (2/${documents.length})</title>`);
    const further = ['fechamento_2024-11-08_v2_2.pdf'];
    const file = { name: 'a.pdf', mimeType: 'application/pdf', content: '', madeOf: 'html' } as const;
    const { text } = reportMail({
      to: ['traders@desk.example'],
      language: 'pt',
      report: LARGE,
      file,
      further,
    });
    expect(text).toContain('os seguintes na pasta do dia no Drive, em fechamento_2024-11-08_v2_2.');
    // What is attached is its HTML where no PDF can be made: the mail names both.
    expect(text).not.toContain('.pdf');
    expect(reportFileName(LARGE, 'pt', 1)).toBe('fechamento_2024-11-08_v2_2');
  });

  it('tells every style once in its document, and in a mail in the element itself: what quotes a mail drops its head', () => {
    const { html } = mailOf(SMALL, 'en');
    expect(html).not.toMatch(/<style|class=/);
    // Of the mail's own page around the blocks every element has one as well.
    const drawn = [...html.matchAll(/<(?:h1|h2|p|ul|li|td|th|table)\b[^>]*>/g)].map(([tag]) => tag);
    expect(drawn.length).toBeGreaterThan(50);
    expect(drawn.filter((tag) => !/ style="[^"]+"/.test(tag))).toEqual([]);
    const document = reportDocument(LARGE, 'en');
    expect(document).not.toContain('style="');
    const rules = new Set([...document.matchAll(/^\.([\w-]+)\{/gm)].map(([, name]) => name));
    const used = new Set([...document.matchAll(/ class="([\w-]+)"/g)].map(([, name]) => name));
    expect(used.size).toBeGreaterThan(20);
    expect([...used].filter((name) => !rules.has(name))).toEqual([]);
  });

  it('draws with nothing that a mail client or the PDF maker leaves out', () => {
    for (const html of [mailOf(SMALL, 'en').html, reportDocument(SMALL, 'en')]) {
      expect(html).not.toMatch(/<(?:img|svg|script|canvas|link)|display:\s*(?:flex|grid)|url\(/i);
    }
    const parts = mailOf(SMALL, 'en').html.match(/<td[^>]*border-top:9px solid #/g) ?? [];
    expect(parts.length).toBeGreaterThan(3);
    const document = reportDocument(SMALL, 'en');
    expect(document).toContain(
      '.part-worse{padding:0;font-size:0;line-height:0;border-top:9px solid #cf5b3e}',
    );
    expect(document.match(/<td[^>]* class="part-/g)?.length).toBeGreaterThan(parts.length);
  });

  it('shows in a bar what the figures beside it say', () => {
    const [bar = ''] = /<tr><td width="[^<]*<\/td>.*?<\/tr>/.exec(reportDocument(SMALL, 'en')) ?? [];
    // R$ 38,965.44 of units and R$ 60,000.00 of shares before R$ 1,034.56 that is not done.
    expect(bar.match(/width="[\d.]+%"/g)).toEqual(['width="39%"', 'width="60%"', 'width="1%"']);
  });
});

describe('a fund’s name in a table', () => {
  it('is short where that names no other', () => {
    const names = [
      'IPE ATIVO FIF MULTIMERCADO RL',
      'IPE BRASIL FIC FIM',
      'IPE BRASIL FIA',
      'FUNDO DE INVESTIMENTO ALFA',
    ];
    expect(names.map(shortNames(names))).toEqual([
      'IPE ATIVO',
      'IPE BRASIL FIC FIM',
      'IPE BRASIL FIA',
      'FUNDO DE INVESTIMENTO ALFA',
    ]);
  });
});
