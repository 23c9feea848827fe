// Nothing that cannot be executed is sent: small parts go to a broker that can take them, and what none can is named.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { brokerParts } from '../../src/stages/caps/brokerParts';
import { adjustmentCycle, amend, cancel, initialOrders } from '../../src/stages/stages';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { set } from '../fixtures/badBooks';
import { AURORA, MERIDIAN } from '../fixtures/twoBrokers';
import { ALFA, AT, BETA, DATE, fill, GAMA, trade, workedDay } from '../fixtures/workedDay';

type Rows = Parameters<MemoryDesk['book']['fill']>[1];

function opened(brokers: Rows, trades: Rows, key: string | null = null) {
  const desk = workedDay();
  desk.book.fill('brokers', brokers);
  desk.book.fill('daily-trades', trades);
  if (key !== null) set(key, 'yes')(desk);
  return { desk, report: apply(desk.services, initialOrders()) };
}

const caps = ({ desk }: { readonly desk: MemoryDesk }) =>
  desk.book.records('orders').map(({ broker, cap }) => [broker, cap]);

describe('a part', () => {
  it('below one share goes to the broker that can take it', () => {
    // 40% of R$ 150.00 is less than a share at 62.50.
    expect(caps(opened([AURORA, MERIDIAN], [trade(ALFA, 150)]))).toEqual([['Aurora', 150]]);
  });

  it('below what its broker takes goes to the other', () => {
    const tickets = [AURORA, { ...MERIDIAN, min_ticket: '500.000,00' }];
    expect(caps(opened(tickets, [trade(ALFA, 1_000_000)]))).toEqual([['Aurora', 1_000_000]]);
    expect(caps(opened(tickets, [trade(ALFA, 2_000_000)]))).toEqual([
      ['Aurora', 1_200_000],
      ['Meridian', 800_000],
    ]);
  });

  it('never goes to a broker that could not take all of it, whatever the names', () => {
    const [a, b] = [
      { ...AURORA, share: 0.5, min_ticket: 30_000 },
      { ...MERIDIAN, share: 0.5, min_ticket: 100_000 },
    ];
    expect(caps(opened([a, b], [trade(ALFA, 40_000)]))).toEqual([['Aurora', 40_000]]);
    const swapped = [
      { ...a, min_ticket: 100_000 },
      { ...b, min_ticket: 30_000 },
    ];
    expect(caps(opened(swapped, [trade(ALFA, 40_000)]))).toEqual([['Meridian', 40_000]]);
  });
});

describe('a demand that no broker can execute', () => {
  const tickets = [
    { ...AURORA, min_ticket: 100_000 },
    { ...MERIDIAN, min_ticket: 80_000 },
  ];

  it('because it is below every ticket is named and not sent', () => {
    const { desk, report } = opened(tickets, [trade(ALFA, 50_000)]);
    expect(report.warnings).toContain(
      'brokers: BUY HASH11: R$ 50,000.00 is less than any of its brokers takes (min_ticket); it is not sent',
    );
    expect(caps({ desk })).toEqual([]);
    expect(desk.mails).toEqual([]);
  });

  it('because a fund wants less than one share is named with its fund', () => {
    const { desk, report } = opened([AURORA, MERIDIAN], [trade(ALFA, 1_000_000), trade(BETA, 50)]);
    expect(report.warnings).toContain('BUY HASH11 for BETA: R$ 50.00 is less than one share; it is not sent');
    expect(caps({ desk })).toEqual([
      ['Aurora', 600_000],
      ['Meridian', 400_000],
    ]);
  });

  it('is no stop for an order that is being worked: its last part is below the ticket, too', () => {
    const { desk } = opened([{ ...AURORA, share: 1, min_ticket: 100_000 }], [trade(ALFA, 200_000)]);
    desk.world.now = AT.afternoon;
    desk.world.fills = [fill('F1', 'BUY', 2_400, 62.5, `${DATE}T11:00:00`)];
    apply(desk.services, adjustmentCycle(null));
    expect(caps({ desk })).toEqual([['Aurora', 200_000]]);
    desk.book.fill('daily-trades', [trade(ALFA, 190_000)]);
    apply(desk.services, amend('less'));
    expect(caps({ desk })).toEqual([['Aurora', 190_000]]);
  });

  it('because the broker that would take it was stopped names that broker', () => {
    const { desk } = opened([{ ...AURORA, min_ticket: 100_000 }, MERIDIAN], [trade(ALFA, 1_000_000)]);
    desk.world.now = AT.midday;
    apply(desk.services, cancel({ broker: 'Meridian', reason: 'its line is down' }));
    desk.book.fill('daily-trades', [trade(ALFA, 1_000_000), trade(BETA, 50_000, 'SELL')]);
    expect(apply(desk.services, amend('late')).warnings).toContain(
      'brokers: SELL HASH11: R$ 50,000.00 is less than its brokers take (min_ticket), but for Meridian, which was stopped; it is not sent',
    );
  });

  it('because its fund has sold all its shares is not called too small', () => {
    const desk = workedDay();
    const sells = (alfa: number) =>
      desk.book.fill('daily-trades', [trade(ALFA, alfa, 'SELL'), trade(BETA, 500_000, 'SELL')]);
    sells(1_000_000);
    desk.book.fill('holdings', [
      { cnpj: ALFA, asset: 'HASH11', shares: 30_000 },
      { cnpj: BETA, asset: 'HASH11', shares: 8_000 },
    ]);
    apply(desk.services, initialOrders());
    // All that both were told to sell, at less than the iNAV: BETA has no share for the R$ 8,000.00 that it lacks.
    desk.world.fills = [fill('F1', 'SELL', 24_000, 61.5, `${DATE}T11:00:00`)];
    desk.world.now = AT.midday;
    sells(1_200_000);
    const report = apply(desk.services, amend('more'));
    expect([report.status, report.warnings.join()]).toEqual([
      'applied',
      expect.not.stringContaining('tolerance'),
    ]);
  });

  it('because it came late and is below the tolerance is named', () => {
    const { desk } = opened([AURORA, MERIDIAN], [trade(ALFA, 1_000_000)]);
    desk.book.fill('daily-trades', [trade(ALFA, 1_000_000), trade(BETA, 500)]);
    desk.world.now = AT.midday;
    expect(apply(desk.services, amend('late')).warnings.join()).toContain(
      'BUY HASH11 for BETA: R$ 500.00 is below the tolerance of R$ 1,000.00; it is not sent',
    );
  });
});

it('the parts of any demand are whole, or none: each can be worked, and together they are the demand', () => {
  const anyBroker = fc.record({
    share: fc.integer({ min: 1, max: 10 }),
    least: fc.integer({ min: 0, max: 900 }),
  });
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_000 }),
      fc.array(anyBroker, { minLength: 1, maxLength: 5 }),
      (amount, brokers) => {
        const named = brokers.map(({ share }, index) => ({ name: String(index), share }));
        const least = (name: string) => brokers[Number(name)]?.least ?? 0;
        const parts = brokerParts(amount, named, least);
        const sum = parts.reduce((total, part) => total + part.amount, 0);
        const isAny = amount > 0 && brokers.some((broker) => broker.least <= amount);
        expect(sum).toBe(isAny ? amount : 0);
        for (const part of parts) expect(part.amount === 0 || part.amount >= least(part.broker)).toBe(true);
      },
    ),
  );
});

describe('a fund’s whole order at one broker', () => {
  const trades = [trade(ALFA, 6_000_000), trade(BETA, 3_000_000), trade(GAMA, 1_000_000)];
  const whole = (rows: Rows) => opened([AURORA, MERIDIAN], rows, 'fund_at_one_broker');

  it('gives each broker sums of whole orders, as near its share as they go', () => {
    // ALFA's 6 and, of the others, whatever the brokers lack: 60% and 40% of 10 million.
    expect(caps(whole(trades))).toEqual([
      ['Aurora', 6_000_000],
      ['Meridian', 4_000_000],
    ]);
    expect(caps(whole(trades.slice().reverse()))).toEqual(caps(whole(trades)));
  });

  it('moves nobody when another order comes', () => {
    const { desk } = whole(trades.slice(0, 2));
    expect(caps({ desk })).toEqual([
      ['Aurora', 6_000_000],
      ['Meridian', 3_000_000],
    ]);
    desk.book.fill('daily-trades', [...trades.slice(0, 2), trade(GAMA, 9_000_000)]);
    desk.world.now = AT.midday;
    apply(desk.services, amend('late'));
    expect(caps({ desk })).toEqual([
      ['Aurora', 15_000_000],
      ['Meridian', 3_000_000],
    ]);
  });

  it('hands what a broker does not take to the other, fund by fund', () => {
    const { desk } = opened([AURORA, { ...MERIDIAN, min_ticket: 5_000_000 }], trades, 'fund_at_one_broker');
    expect(caps({ desk })).toEqual([['Aurora', 10_000_000]]);
  });

  const run = (desk: MemoryDesk, time: string, stage: Parameters<typeof apply>[1]) => {
    desk.world.now = `${DATE}T${time}:00`;
    return apply(desk.services, stage).warnings.join('\n');
  };
  const lines = (desk: MemoryDesk) =>
    desk.book.records('orders').map(({ broker, cap, executed, funds }) => [broker, cap, executed, funds]);
  const at = (broker: string, own: ReturnType<typeof fill>) => ({ ...own, broker });

  it('says in tab, mail and file whose orders are whole there', () => {
    const { desk } = whole(trades);
    expect(lines(desk)).toEqual([
      ['Aurora', 6_000_000, 0, 'ALFA FIF'],
      ['Meridian', 4_000_000, 0, 'GAMA FIF, BETA FIF'],
    ]);
    const mail = desk.mails.find(({ to }) => to.includes('desk@meridian.example'));
    expect(mail?.text).toContain('whole orders, at no other broker: GAMA FIF, BETA FIF');
    expect(mail?.attachments[0]?.content.toString()).toContain(',"GAMA FIF, BETA FIF"');
  });

  it('stays there when another order is cancelled, also below a ticket that its broker has met', () => {
    const { desk } = opened([AURORA, { ...MERIDIAN, min_ticket: 3_500_000 }], trades, 'fund_at_one_broker');
    expect(run(desk, '11:00', cancel({ cnpj: BETA, reason: 'no' }))).not.toContain('goes on at');
    expect(lines(desk)).toEqual([
      ['Aurora', 6_000_000, 0, 'ALFA FIF'],
      ['Meridian', 1_000_000, 0, 'GAMA FIF, BETA FIF'],
    ]);
  });

  it('stays there when it is raised after all of it is executed, however little that is', () => {
    const { desk } = opened([AURORA, { ...MERIDIAN, min_ticket: 3_500_000 }], trades, 'fund_at_one_broker');
    desk.world.fills = [
      fill('A1', 'BUY', 96_000, 62.5, `${DATE}T11:00:00`),
      at('Meridian', fill('M1', 'BUY', 64_000, 62.5, `${DATE}T11:00:00`)),
    ];
    desk.book.fill('daily-trades', [trade(ALFA, 6_000_000), trade(BETA, 3_100_000), trade(GAMA, 1_000_000)]);
    expect(run(desk, '12:00', amend('more'))).not.toContain('goes on at');
    expect(caps({ desk })).toEqual([
      ['Aurora', 6_000_000],
      ['Meridian', 4_100_000],
    ]);
  });

  it('stays there in the rounds, whoever traded first', () => {
    const { desk } = whole(trades);
    desk.world.fills = [fill('A1', 'BUY', 80_000, 62.5, `${DATE}T11:00:00`)];
    run(desk, '16:00', adjustmentCycle(null));
    run(desk, '16:30', cancel({ cnpj: GAMA, reason: 'no' }));
    // GAMA keeps its tenth of Aurora's R$ 5 million; what is open of the others' orders is where it was.
    const [aurora, meridian] = desk.book.records('orders');
    expect(Number(aurora?.cap) + Number(meridian?.cap)).toBeCloseTo(9_500_000, 0);
    expect([aurora?.funds, meridian?.funds]).toEqual(['ALFA FIF', 'GAMA FIF, BETA FIF']);
    expect(aurora?.cap).toBe(6_000_000);
  });

  it('goes on elsewhere when its broker is stopped, and that is said', () => {
    const { desk } = whole(trades);
    desk.world.fills = [at('Meridian', fill('M1', 'BUY', 16_000, 62.5, `${DATE}T11:00:00`))];
    const said = run(desk, '12:00', cancel({ broker: 'Meridian', reason: 'its line is down' }));
    for (const fund of ['BETA FIF', 'GAMA FIF'])
      expect(said).toContain(
        `BUY HASH11 of ${fund.replace(' FIF', '')} lay at Meridian, which works it no more, and goes on at Aurora`,
      );
    expect(lines(desk)).toEqual([
      ['Aurora', 9_000_000, 0, 'ALFA FIF, GAMA FIF, BETA FIF'],
      ['Meridian', 1_000_000, 1_000_000, null],
    ]);
    expect(run(desk, '16:00', adjustmentCycle(null))).not.toContain('goes on at');
  });
});
