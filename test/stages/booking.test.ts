// What goes out can be booked: which fill, whose average, what settles when, in a file that opens where it is read.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Fill } from '../../src/domain/fill';
import { toSerial } from '../../src/domain/stamp';
import type { Side } from '../../src/domain/trade';
import {
  adjustmentCycle,
  amend,
  closingNav,
  finalAllocation,
  initialOrders,
  primaryUnits,
  status,
} from '../../src/stages/stages';
import { examples } from '../effort';
import { copyDesk } from '../fakes/copyDesk';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { first } from '../fixtures/badBooks';
import { at, MORNING_FILLS, twoFamilies } from '../fixtures/twoFamilies';
import { ALFA, AT, BETA, DATE, fill, trade, workedDay } from '../fixtures/workedDay';

const FILE = `Aurora/aloc_trading_${DATE}.csv`;

function evening(
  broker: Readonly<Record<string, string>>,
  fills: readonly Fill[] = MORNING_FILLS,
): MemoryDesk {
  const desk = twoFamilies();
  first('brokers', broker)(desk);
  apply(desk.services, initialOrders());
  desk.world.now = AT.midday;
  desk.world.fills = [...MORNING_FILLS];
  apply(desk.services, primaryUnits('all', true));
  desk.world.now = AT.evening;
  desk.world.fills = [...fills];
  return desk;
}

const aurora = (desk: MemoryDesk) =>
  desk.book.records('broker-orders').filter(({ exchange_code }) => exchange_code === 'Aurora (3)');

const someFills = fc.array(
  fc.record({
    side: fc.constantFrom<Side>('BUY', 'SELL'),
    quantity: fc.integer({ min: 1, max: 3_000 }),
    cents: fc.integer({ min: 6_200, max: 6_300 }),
  }),
  { minLength: 1, maxLength: 8 },
);
const filled = (rows: readonly { side: Side; quantity: number; cents: number }[]): readonly Fill[] => [
  ...MORNING_FILLS,
  ...rows.map(({ side, quantity, cents }, n) =>
    fill(`R${n}`, side, quantity, cents / 100, `${DATE}T15:00:${String(n).padStart(2, '0')}`),
  ),
];

describe('a broker that takes fill by fill', () => {
  it('can tell every row by number and time, at the price of its fill', () => {
    const desk = evening(
      { allocate_by: 'fill' },
      filled([
        { side: 'BUY', quantity: 700, cents: 6_240 },
        { side: 'BUY', quantity: 300, cents: 6_240 },
      ]),
    );
    apply(desk.services, finalAllocation());
    const rows = aurora(desk);
    expect(new Set(rows.map(({ fill_id }) => fill_id))).toEqual(new Set(['A1', 'A2', 'R0', 'R1']));
    expect(
      rows.every(
        ({ price_of, fill_price, average_price }) => price_of === 'fill' && fill_price === average_price,
      ),
    ).toBe(true);
    const keys = rows.map(({ fill_id, fund }) => `${fill_id} ${fund}`);
    expect(new Set(keys).size).toBe(keys.length);
    const [header, line] = (desk.files.get(FILE) ?? '').split('\n');
    expect(header).toContain('average_price,fill_id,fill_time,fill_price,price_of');
    expect(line).toContain(`,A1,${DATE}T11:00:00,62.40000000,fill,`);
  });
});

describe('a broker that takes fill by fill, of which only added-up rows are known', () => {
  const row = (quantity: number, price: number): Fill => ({
    ...fill('101|HASH11|Buy', 'BUY', quantity, price, ''),
    time: null,
  });
  /** BETA's order comes when the row has 8,000 shares: what it grows by is worth another price. */
  const grown = (): MemoryDesk => {
    const desk = workedDay('down');
    first('brokers', { allocate_by: 'fill' })(desk);
    desk.book.fill('daily-trades', [trade(ALFA, 1_000_000)]);
    apply(desk.services, initialOrders());
    desk.world.fills = [row(8_000, 62.4)];
    desk.world.now = AT.midday;
    desk.book.fill('daily-trades', [trade(ALFA, 1_000_000), trade(BETA, 500_000)]);
    apply(desk.services, amend('late'));
    desk.world.fills = [row(18_000, 62.5)];
    desk.world.now = AT.evening;
    return desk;
  };

  it('gets each fund once at its own average, called that, and is told why', () => {
    const desk = grown();
    const { warnings } = apply(desk.services, finalAllocation());
    expect(warnings.join()).toContain(
      'Aurora takes its allocation fill by fill, and the fills of HASH11 are not known one by one (consolidated rows)',
    );
    const rows = aurora(desk);
    expect(rows.map(({ fund }) => fund)).toEqual(['ALFA FIF', 'BETA FIF']);
    expect(rows.map(({ fill_id, fill_price, price_of }) => [fill_id, fill_price, price_of])).toEqual([
      [null, null, 'fund'],
      [null, null, 'fund'],
    ]);
    expect(rows.reduce((sum, { amount }) => sum + Number(amount), 0)).toBe(18_000 * 62.5);
    const mail = desk.mails.filter(({ to }) => to[0] === 'mesa@aurora.example').at(-1);
    expect(mail?.text.replace(/\s+/g, ' ')).toContain('Recebemos as operações de HASH11 somadas');
    expect(mail?.text).not.toContain('Os preços são os das execuções');
  });
});

describe('what a fund pays in the allocation', () => {
  it.each(['average', 'fill', 'block'])(
    'is what brokers book, cents stated, with allocate_by = %s',
    (how) => {
      const start = evening({ allocate_by: how });
      fc.assert(
        fc.property(someFills, (more) => {
          const desk = copyDesk(start);
          desk.world.fills = [...filled(more)];
          apply(desk.services, finalAllocation());
          const orders = desk.book.records('broker-orders');
          for (const row of desk.book.records('allocation')) {
            if (row.cnpj === null) continue;
            const own = orders.filter(
              ({ cnpj, asset, side }) =>
                cnpj === row.cnpj && asset === row.asset && side === (row.side === 'BUY' ? 'C' : 'V'),
            );
            const booked = own.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0);
            expect(Math.round(Number(row.booked) * 100)).toBe(booked);
            if (Number(row.target) > 0) {
              const back = orders.filter(
                ({ cnpj, asset, side }) =>
                  cnpj === row.cnpj && asset === row.asset && side === (row.side === 'BUY' ? 'V' : 'C'),
              );
              const cents = (value: unknown): number => Math.round(Number(value) * 100);
              expect(cents(row.executed)).toBe(booked);
              expect(cents(row.given_back)).toBe(back.reduce((sum, { amount }) => sum + cents(amount), 0));
            }
            expect(Number(row.shares) * Number(row.average_price) + Number(row.rounding)).toBeCloseTo(
              booked / 100,
              2,
            );
          }
        }),
        { ...examples(15), endOnFailure: true },
      );
    },
  );

  it('is nobody else’s rounding: who traded at 62.65 alone is told 62.65', () => {
    const desk = workedDay('down');
    desk.book.fill('daily-trades', [trade(ALFA, 4_000_000)]);
    apply(desk.services, initialOrders());
    desk.world.fills = [
      fill('F1', 'BUY', 33_337, 62.41, `${DATE}T11:00:00`),
      fill('F2', 'BUY', 30_000, 62.64, `${DATE}T11:10:00`),
    ];
    desk.world.now = AT.midday;
    desk.book.fill('daily-trades', [trade(ALFA, 4_000_000), trade(BETA, 100_000)]);
    apply(desk.services, amend('late'));
    desk.world.fills = [...desk.world.fills, fill('F3', 'BUY', 1_600, 62.65, `${DATE}T15:00:00`)];
    desk.world.now = AT.evening;
    apply(desk.services, finalAllocation());
    const [, beta] = desk.book.records('broker-orders');
    expect([beta?.fund, beta?.average_price]).toEqual(['BETA FIF', 62.65]);
  });
});

describe('a broker that takes the block’s one average', () => {
  const start = evening({ allocate_by: 'block' });

  it('books every fund at it, and the amounts add up to what was executed, to the cent', () => {
    fc.assert(
      fc.property(someFills, (more) => {
        const desk = copyDesk(start);
        desk.world.fills = [...filled(more)];
        apply(desk.services, finalAllocation());
        for (const side of ['BUY', 'SELL'] as const) {
          const rows = aurora(desk).filter((row) => row.side === (side === 'BUY' ? 'C' : 'V'));
          // A give-back begins within the day: what was traded before it is a part of its own.
          const prices = rows.map(({ part_from, average_price }) => `${part_from} ${average_price}`);
          expect(new Set(prices).size).toBe(new Set(rows.map(({ part_from }) => part_from)).size);
          expect(rows.every(({ price_of }) => price_of === 'block')).toBe(true);
          const own = desk.world.fills.filter((each) => each.broker === 'Aurora' && each.side === side);
          const shares = rows.reduce((sum, row) => sum + Number(row.asset_amount), 0);
          if (shares < own.reduce((sum, { quantity }) => sum + quantity, 0)) continue;
          const executed = own.reduce(
            (sum, { quantity, price }) => sum + quantity * Math.round(price * 100),
            0,
          );
          expect(rows.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0)).toBe(executed);
          for (const { amount, rounding, asset_amount, average_price } of rows)
            expect(Number(amount)).toBeCloseTo(
              Number(asset_amount) * Number(average_price) + Number(rounding),
              1,
            );
        }
      }),
      { ...examples(30), endOnFailure: true },
    );
  });

  it('is told so, and the allocation shows what each fund pays there', () => {
    const desk = copyDesk(start);
    desk.world.fills = [...filled([{ side: 'BUY', quantity: 999, cents: 6_251 }])];
    apply(desk.services, finalAllocation());
    const mail = desk.mails.filter(({ to }) => to[0] === 'mesa@aurora.example').at(-1);
    expect(mail?.text).toContain('Todos os fundos operam a um só preço médio nesta corretora');
    const bought = desk.book
      .records('allocation')
      .filter(({ asset, side }) => asset === 'HASH11' && side === 'BUY');
    expect(bought.reduce((sum, { deviation }) => sum + Number(deviation), 0)).toBeCloseTo(0, 1);
  });
});

describe('a file for Excel in Brazil', () => {
  it('has semicolons, decimal commas and its mark, and nothing else changes', () => {
    const plain = evening({});
    apply(plain.services, finalAllocation());
    const local = evening({ file_format: 'csv-br' });
    apply(local.services, finalAllocation());
    const text = local.files.get(FILE) ?? '';
    expect(text.startsWith('\uFEFFtrade_date;asset;side;')).toBe(true);
    expect(text).toMatch(/;62,4\d{7};;;;fund;\d+,\d\d;0,00;2024-11-12;\n/);
    const back = text
      .slice(1)
      .replace(/(\d),(\d)/g, '$1.$2')
      .replace(/;/g, ',');
    expect(back).toBe(plain.files.get(FILE));
    expect(local.mails.at(-2)?.attachments[0]?.content ?? '').toMatch(/trade_date/);
  });
});

describe('the settlement date', () => {
  it.each([
    [null, '2024-11-12'],
    ['1', '2024-11-11'],
    ['5', '2024-11-18'],
  ])('is D+n with settlement_days = %s: %s, over weekend and holiday', (days, expected) => {
    const desk = twoFamilies();
    if (days !== null)
      desk.book.fill('settings', [...desk.book.records('settings'), { key: 'settlement_days', value: days }]);
    apply(desk.services, initialOrders());
    desk.world.now = AT.midday;
    desk.world.fills = [...MORNING_FILLS];
    apply(desk.services, primaryUnits('all', true));
    desk.world.now = AT.evening;
    apply(desk.services, finalAllocation());
    for (const tab of ['orders', 'primary-requests', 'allocation', 'broker-orders'])
      expect([tab, ...new Set(desk.book.records(tab).map((row) => row.settlement_date))]).toEqual([
        tab,
        toSerial(expected),
      ]);
    const [year, month, day] = expected.split('-');
    const portuguese = `${day}/${month}/${year}`;
    expect(desk.mails.filter(({ to }) => to[0] === 'mesa@aurora.example').length).toBeGreaterThan(2);
    for (const { text } of desk.mails.filter(({ to }) => to[0] === 'mesa@aurora.example'))
      expect(text).toContain(portuguese);
    expect(desk.mails.find(({ subject }) => subject.includes('Pedidos'))?.text).toContain(`em ${portuguese}`);
    expect(desk.files.get(FILE)).toContain(`,${expected},\n`);
  });
});

describe('every row of target, primary, executed, given back and residual', () => {
  const start = evening({});
  const cents = (value: unknown): number => Math.round(Number(value) * 100);

  it('adds up, in allocation and status, whatever was filled', () => {
    fc.assert(
      fc.property(someFills, (more) => {
        const desk = copyDesk(start);
        desk.world.fills = [...filled(more)];
        desk.world.quotes = desk.world.quotes.map((quote) => ({ ...quote, officialNav: quote.inav + 0.5 }));
        apply(desk.services, finalAllocation());
        apply(desk.services, status());
        for (const tab of ['allocation', 'status'])
          for (const row of desk.book.records(tab)) {
            const left = cents(row.target) - cents(row.executed) + cents(row.given_back);
            expect([tab, left - cents(row.primary)]).toEqual([tab, cents(row.residual)]);
            expect(cents(row.executed)).toBeGreaterThanOrEqual(0);
            if (row.residual_at_nav !== null)
              expect([tab, left - cents(row.primary_at_nav)]).toEqual([tab, cents(row.residual_at_nav)]);
          }
        expect(desk.book.records('status').every(({ residual_at_nav }) => residual_at_nav !== null)).toBe(
          true,
        );
        for (const row of desk.book.records('status').filter(({ fund }) => fund === null)) {
          const own = desk.book
            .records('status')
            .filter(({ asset, side, fund }) => fund !== null && asset === row.asset && side === row.side)
            .map(({ residual_at_nav }) => cents(residual_at_nav));
          const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);
          expect(cents(row.open_at_nav)).toBe(sum(own.filter((left) => left > 0)));
          expect(cents(row.over_at_nav)).toBe(sum(own.map((left) => Math.max(0, -left))));
        }
        for (const row of desk.book.records('primary-requests'))
          expect(cents(row.target) - cents(row.value) - cents(row.executed)).toBe(cents(row.residual));
      }),
      { ...examples(30), endOnFailure: true },
    );
  });

  it('adds up in an iteration, in its tab and in the traders’ mail', () => {
    fc.assert(
      fc.property(someFills, (more) => {
        const desk = copyDesk(start);
        desk.world.now = `${DATE}T16:40:00`;
        // What is sold at Aurora beyond DELTA's order is given back by whoever is over.
        desk.world.fills = [...filled(more)];
        const { status: outcome } = apply(desk.services, adjustmentCycle(1));
        if (outcome !== 'applied') return;
        const rows = desk.book.records('adjustments');
        for (const row of rows) {
          expect(cents(row.target) - cents(row.primary) - cents(row.executed) + cents(row.opposite)).toBe(
            cents(row.difference),
          );
        }
        const mail = desk.mails.filter(({ to }) => to[0] === 'traders@desk.example').at(-1);
        const lines = (mail?.text ?? '').split('\n').filter((line) => /^[A-Z]{4}11 .*R\$.*R\$/.test(line));
        expect(lines).toHaveLength(rows.filter(({ level }) => level === 'ETF').length);
        for (const line of lines) {
          const [target = 0, executed = 0, primary = 0, back = 0, difference = 0] = [
            ...line.matchAll(/(-?)R\$ ([\d,.]+)/g),
          ].map(([, sign, figure = '']) => (sign === '-' ? -1 : 1) * Number(figure.replace(/\D/g, '')));
          expect(target - primary - executed + back).toBe(difference);
        }
      }),
      { ...examples(30), endOnFailure: true },
    );
  });

  it('has its residual at NAV in the allocation as soon as the NAV is in the history', () => {
    const desk = copyDesk(start);
    apply(desk.services, finalAllocation());
    const before = desk.book.records('allocation');
    expect(before.every(({ residual_at_nav }) => residual_at_nav === null)).toBe(true);
    desk.world.now = `${DATE}T20:40:00`;
    desk.world.quotes = desk.world.quotes.map((quote) => ({
      ...quote,
      officialNav: quote.inav + 0.5,
      asOf: desk.world.now,
    }));
    apply(desk.services, closingNav());
    const after = desk.book.records('allocation');
    expect(after.map(({ residual }) => residual)).toEqual(before.map(({ residual }) => residual));
    expect(
      after.some(({ residual_at_nav, residual }) => residual_at_nav !== null && residual_at_nav !== residual),
    ).toBe(true);
  });
});

describe('a broker beyond its cap', () => {
  const beyond = (time: string | null): string => {
    const desk = evening({});
    const cap = desk.book
      .records('orders')
      .find(({ broker, side, asset }) => broker === 'Aurora' && side === 'BUY' && asset === 'HASH11');
    const shares = Math.ceil(Number(cap?.cap) / 62) + 100;
    desk.world.fills = [
      ...MORNING_FILLS,
      at('Aurora', 'HASH11', { ...fill('Z', 'BUY', shares, 62, `${DATE}T12:00:00`), time }),
    ];
    return apply(desk.services, finalAllocation()).warnings.join('\n');
  };

  it('is called only for what it traded after the cap was out', () => {
    expect(beyond(`${DATE}T15:00:00`)).toMatch(
      /Aurora traded R\$ [\d,.]+ of BUY HASH11 beyond its cap .* call it/,
    );
    const late = beyond(`${DATE}T12:00:00`);
    expect(late).toContain('these fills were traded before and reported late');
    expect(late).not.toContain('call it');
    const untold = beyond(null);
    expect(untold).toContain('whether they were traded before cannot be told');
    expect(untold).not.toContain('call it');
  });
});
