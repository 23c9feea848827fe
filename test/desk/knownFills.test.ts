// What the day has recorded is never forgotten: fewer fills, other fills, fills that people typed.
import { describe, expect, it } from '@jest/globals';
import { missingFromFetch } from '../../src/desk/fills/lastFetch';
import { currentStatus } from '../../src/desk/look/currentStatus';
import { acceptOdd, oddThings } from '../../src/desk/person/accept';
import type { Services } from '../../src/desk/services';
import type { Fill } from '../../src/domain/fill';
import { finalAllocation, initialOrders, status } from '../../src/stages/stages';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { said } from '../fakes/said';
import { AT, DATE, fill, workedDay } from '../fixtures/workedDay';

const A1 = fill('A1', 'BUY', 60_000, 62.4, `${DATE}T12:00:00`);
const A2 = fill('A2', 'BUY', 40_000, 62.45, `${DATE}T12:10:00`);

function recorded(...fills: readonly Fill[]): MemoryDesk {
  const desk = workedDay();
  apply(desk.services, initialOrders());
  desk.world.now = AT.midday;
  desk.world.fills = fills;
  expect(apply(desk.services, status()).problems).toEqual([]);
  return desk;
}
const rows = (desk: MemoryDesk) =>
  desk.book.records('executions').map((row) => [row.fill_id, row.quantity, row.status, row.source]);
const dayOf = (desk: MemoryDesk) => currentStatus(desk.services, () => {});
const missing = (desk: MemoryDesk) => dayOf(desk).missing.map(said);

describe('a feed that answers fewer fills', () => {
  it('is an error that names them, and the tab stays as it was', () => {
    const desk = recorded(A1, A2);
    desk.world.fills = [A1];
    expect(apply(desk.services, finalAllocation()).problems).toEqual([
      'executions: fill A2 of Aurora, BUY HASH11, 40,000 at R$ 62.45, was recorded today and is in the answer no more, without a bust; the tab stays as it was. Ask Aurora, or accept its absence (Trading > Repair > Accept what is odd)',
    ]);
    expect(rows(desk)).toEqual([
      ['A1', 60_000, 'EXECUTED', 'api'],
      ['A2', 40_000, 'EXECUTED', 'api'],
    ]);
  });

  it('is one sentence when all are gone', () => {
    const desk = recorded(A1, A2);
    desk.world.fills = [];
    const { problems } = apply(desk.services, status());
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('2 fills of Aurora over 100,000 shares were recorded today');
    expect(rows(desk)).toHaveLength(2);
  });

  it('makes a COMPLETE day PENDING', () => {
    const desk = recorded(A1, A2);
    desk.world.now = AT.evening;
    expect(apply(desk.services, finalAllocation()).headline).toContain('COMPLETE');
    expect(dayOf(desk).complete).toBe(true);
    desk.world.fills = [A1];
    expect(missing(desk)).toEqual([expect.stringContaining('fill A2 of Aurora')]);
    desk.world.fills = [A1, A2];
    expect(missing(desk)).toEqual([]);
  });

  it('may be accepted for the day by name and with a reason: the fill stays, busted', () => {
    const desk = recorded(A1, A2);
    desk.world.fills = [A1];
    apply(desk.services, status());
    const [odd] = oddThings(desk.services);
    expect(odd).toMatchObject({ code: 'vanished-fill', subject: 'Aurora BUY HASH11 A2', who: 'provider' });
    const accept = (reason: string, subject = 'Aurora BUY HASH11 A2') =>
      said(acceptOdd(desk.services, { code: 'vanished-fill', subject, reason }));
    expect(() => accept(' ')).toThrow('needs a reason');
    expect(() => accept('why', 'Aurora BUY HASH11 A1')).toThrow('there is no vanished-fill of');
    expect(accept('Aurora busted it by telephone')).toContain('because: Aurora busted it by telephone');
    expect(rows(desk)).toEqual([
      ['A1', 60_000, 'EXECUTED', 'api'],
      ['A2', 40_000, 'BUSTED', 'api'],
    ]);
    expect(apply(desk.services, status()).problems).toEqual([]);
    expect(oddThings(desk.services)).toEqual([]);
    // Should it come back, it counts again, and that is said.
    desk.world.fills = [A1, A2];
    expect(apply(desk.services, status()).warnings.join()).toContain('it counts again with 40,000');
  });

  it('accepted for a broker is accepted fill by fill: what vanishes later is another matter', () => {
    const desk = recorded(A1, A2, { ...A2, fillId: 'A3', quantity: 10 });
    desk.world.fills = [{ ...A2, fillId: 'A3', quantity: 10 }];
    apply(desk.services, status());
    acceptOdd(desk.services, { code: 'vanished-fill', subject: 'Aurora', reason: 'told by telephone' });
    expect(apply(desk.services, status()).problems).toEqual([]);
    desk.world.fills = [];
    expect(apply(desk.services, status()).problems[0]).toContain('fill A3 of Aurora');
  });
});

describe('a fill with other content', () => {
  it('is a correction that shows both', () => {
    const desk = recorded(A1);
    desk.world.fills = [{ ...A1, quantity: 59_000, price: 62.41 }];
    expect(apply(desk.services, status()).warnings).toEqual([
      'executions: fill A1 of Aurora, BUY HASH11, was corrected: 60,000 at R$ 62.40 before, 59,000 at R$ 62.41 now',
    ]);
    expect(apply(desk.services, status()).warnings).toEqual([]);
  });

  it('is none where a consolidated row grows, and one where it shrinks', () => {
    const row = { ...A1, fillId: '101|HASH11|Buy', time: null };
    const desk = recorded(row);
    desk.world.fills = [{ ...row, quantity: 70_000 }];
    expect(apply(desk.services, status()).warnings).toEqual([]);
    desk.world.fills = [{ ...row, quantity: 65_000 }];
    expect(apply(desk.services, status()).warnings[0]).toContain(
      '70,000 at R$ 62.40 before, 65,000 at R$ 62.40 now',
    );
  });

  it('of an exchange’s number above 2^53 comes back from the tab as it went in', () => {
    const [one, other] = ['9007199254740993', '9007199254740992'].map((fillId) => ({
      ...A1,
      fillId,
      quantity: 10,
    }));
    const desk = recorded(...(one && other ? [one, other] : []));
    expect(apply(desk.services, status())).toMatchObject({ problems: [], warnings: [] });
    expect(rows(desk).map(([id]) => id)).toEqual(['9007199254740992', '9007199254740993']);
  });
});

describe('a consolidated answer', () => {
  const row = { ...A1, fillId: '101|HASH11|Buy', time: null, quantity: 800 };
  const answered = (desk: MemoryDesk): Services => ({
    ...desk.services,
    feeds: (settings) => ({
      ...desk.services.feeds(settings),
      executions: () => ({ rows: desk.world.fills, problems: [], isConsolidated: true }),
    }),
  });
  const look = (desk: MemoryDesk, quantity: number, status: Fill['status'] = 'EXECUTED') => {
    desk.world.fills = [{ ...row, quantity, status }];
    return apply(answered(desk), finalAllocation());
  };

  it.each([
    [500, 'EXECUTED', 500],
    [800, 'BUSTED', 0],
  ] as const)(
    'that is smaller (%d %s) is an error until a person accepts it, and then it counts',
    (...now) => {
      const [quantity, state, left] = now;
      const desk = recorded(row);
      desk.world.now = AT.evening;
      expect(look(desk, quantity, state).problems.join()).toContain(
        `was recorded with 800 at R$ 62.40 and has ${left} now, without a bust`,
      );
      expect(rows(desk)).toEqual([['101|HASH11|Buy', 800, 'EXECUTED', 'api']]);
      const subject = `Aurora BUY HASH11 101|HASH11|Buy ${left}`;
      expect(oddThings(answered(desk))).toMatchObject([{ code: 'shrunk-fill', subject }]);
      acceptOdd(answered(desk), { code: 'shrunk-fill', subject, reason: 'Aurora took 300 back' });
      expect(rows(desk)).toEqual([['101|HASH11|Buy', quantity, state, 'api']]);
      // Smaller still, or as small again after it had grown, is another matter.
      if (left > 0) expect(look(desk, 400).problems.join()).toContain('has 400 now');
      expect(look(desk, 900).problems).toEqual([]);
      expect(look(desk, quantity, state).problems.join()).toContain(`has ${left} now`);
    },
  );

  it('that grows says nothing', () => {
    const desk = recorded(row);
    desk.world.now = AT.evening;
    expect(look(desk, 900).problems).toEqual([]);
  });
});

describe('a fill that was accepted as gone', () => {
  it('and came back is asked about again when it is gone again', () => {
    const desk = recorded(A1, A2);
    const accept = () =>
      acceptOdd(desk.services, {
        ...{ code: 'vanished-fill', subject: 'Aurora BUY HASH11 A2', reason: 'told by telephone' },
      });
    desk.world.fills = [A1];
    apply(desk.services, status());
    accept();
    desk.world.now = `${DATE}T14:00:00`;
    desk.world.fills = [A1, A2];
    expect(apply(desk.services, status()).problems).toEqual([]);
    desk.world.now = `${DATE}T14:05:00`;
    desk.world.fills = [A1];
    expect(apply(desk.services, status()).problems.join()).toContain('fill A2 of Aurora');
    accept();
    expect(apply(desk.services, status()).problems).toEqual([]);
  });

  it('and came back with hundreds of others is asked about again, too, and nobody is held up', () => {
    const many = Array.from({ length: 400 }, (_, at) => fill(`B${at}`, 'BUY', 100, 62.4, `${DATE}T12:00:00`));
    const desk = recorded(...many);
    const accept = () =>
      acceptOdd(desk.services, { code: 'vanished-fill', subject: 'Aurora', reason: 'their system is down' });
    desk.world.fills = [];
    apply(desk.services, status());
    accept();
    expect(apply(desk.services, status()).problems).toEqual([]);
    desk.world.now = `${DATE}T12:40:00`;
    desk.world.fills = many;
    expect(apply(desk.services, status()).problems).toEqual([]);
    expect(rows(desk).filter(([, , state]) => state === 'EXECUTED')).toHaveLength(400);
    desk.world.fills = many.slice(1);
    expect(apply(desk.services, status()).problems).toEqual([expect.stringContaining('fill B0 of Aurora')]);
  });

  it('with its whole broker is what was listed, and nothing that vanished since', () => {
    const A3 = { ...A2, fillId: 'A3', quantity: 10 };
    const desk = recorded(A1, A2, A3);
    const accept = () =>
      said(acceptOdd(desk.services, { code: 'vanished-fill', subject: 'Aurora', reason: 'by telephone' }));
    desk.world.fills = [A1];
    apply(desk.services, status());
    desk.world.fills = [];
    expect(accept).toThrow('is not what was listed any more; nothing was accepted');
    expect(rows(desk).map(([, , state]) => state)).toEqual(['EXECUTED', 'EXECUTED', 'EXECUTED']);
    expect(accept()).toContain('3 fills of Aurora');
    expect(rows(desk).map(([, , state]) => state)).toEqual(['BUSTED', 'BUSTED', 'BUSTED']);
  });
});

it('a bust shows what was before', () => {
  const desk = recorded(A1, A2);
  desk.world.fills = [A1, { ...A2, status: 'BUSTED' }];
  expect(apply(desk.services, status()).warnings).toEqual([
    'executions: fill A2 of Aurora, BUY HASH11, was busted: 40,000 at R$ 62.45 before, nothing now',
  ]);
  expect(apply(desk.services, status()).warnings).toEqual([]);
});

describe('fills that people typed', () => {
  const typed = {
    date: DATE,
    fill_id: 'T1',
    broker: 'Aurora',
    asset: 'HASH11',
    side: 'BUY',
    quantity: 7,
    price: 62,
  };

  it('survive the refresh, marked', () => {
    const desk = workedDay();
    apply(desk.services, initialOrders());
    desk.book.fill('executions', [typed]);
    desk.world.now = AT.midday;
    desk.world.fills = [A1];
    expect(apply(desk.services, status())).toMatchObject({
      problems: [],
      warnings: [expect.stringContaining('typed without a time, the first T1')],
    });
    apply(desk.services, status());
    expect(rows(desk)).toEqual([
      ['A1', 60_000, 'EXECUTED', 'api'],
      ['T1', 7, 'EXECUTED', 'typed'],
    ]);
  });

  it('give way to the feed’s row of the same number, and a like one is named', () => {
    const desk = workedDay();
    apply(desk.services, initialOrders());
    desk.book.fill('executions', [
      { ...typed, fill_id: 'A1' },
      { ...typed, quantity: A2.quantity, price: A2.price },
    ]);
    desk.world.now = AT.midday;
    desk.world.fills = [A1, A2];
    const { warnings } = apply(desk.services, status());
    expect(warnings).toEqual([
      expect.stringContaining('fill A1 of Aurora, BUY HASH11, was corrected: 7 at R$ 62.00 before'),
      expect.stringContaining('fill T1 of Aurora, BUY HASH11, 40,000 at R$ 62.45, was typed, and fill A2'),
      expect.stringContaining('typed without a time, the first T1'),
    ]);
    expect(rows(desk).map(([id, , , source]) => [id, source])).toEqual([
      ['A1', 'api'],
      ['A2', 'api'],
      ['T1', 'typed'],
    ]);
  });

  it('of another day are named and stay', () => {
    const desk = workedDay();
    apply(desk.services, initialOrders());
    desk.book.fill('executions', [{ ...typed, date: '2024-11-07' }]);
    desk.world.now = AT.midday;
    desk.world.fills = [A1];
    expect(apply(desk.services, status()).warnings.join()).toContain('of another date than the open day');
    expect(rows(desk)).toHaveLength(2);
  });
});

describe('rows that are left out', () => {
  const leaving = (services: Services, leftOut: readonly object[], fills: readonly Fill[]): Services => ({
    ...services,
    feeds: (settings) => ({
      ...services.feeds(settings),
      executions: () => ({ rows: fills, problems: [], leftOut: leftOut as never }),
    }),
  });

  it('are counted by reason in one line', () => {
    const desk = recorded(A1);
    const services = leaving(
      desk.services,
      [
        { reason: 'alias', broker: null, n: 12 },
        { reason: 'hedge', broker: 'Aurora', n: 2 },
      ],
      [A1],
    );
    expect(apply(services, status())).toMatchObject({
      problems: [],
      warnings: [
        'executions: 14 rows of the post-trade system left out: 12 of another alias and 2 of hedge legs (symbols ending in H)',
      ],
    });
  });

  it('are an error where they are all of a broker at work, until somebody accepts it', () => {
    const desk = recorded();
    const services = leaving(desk.services, [{ reason: 'alias', broker: 'Aurora', n: 3 }], []);
    expect(apply(services, status()).problems[0]).toContain('all 3 rows of Aurora are left out');
    acceptOdd(services, {
      code: 'broker-left-out',
      subject: 'Aurora',
      reason: 'the rows are a sister company’s',
    });
    expect(apply(services, status()).problems).toEqual([]);
  });
});

it('an account code at two brokers is an error, and no fill is put to either', () => {
  const desk = recorded(A1);
  const [aurora] = desk.book.records('brokers');
  desk.book.fill('brokers', [
    { ...aurora, share: 0.5 },
    { ...aurora, name: 'Meridian', code: '114', share: 0.5 },
  ]);
  desk.world.fills = [A1, A2];
  expect(apply(desk.services, status()).problems).toEqual([
    'brokers: account 101 stands at Aurora, Meridian; an account belongs to one broker: take it out of the others',
  ]);
  expect(rows(desk)).toHaveLength(1);
  // Until a trader has mended the list nobody knows whether the day is whole.
  expect(
    missingFromFetch(desk.services.journal, DATE).map(({ code, subject, who }) => [code, subject, who]),
  ).toEqual([['shared-account', '', 'trader']]);
});

it('two brokers by one name but for case and accents are an error', () => {
  const desk = recorded(A1);
  const [aurora] = desk.book.records('brokers');
  desk.book.fill('brokers', [
    { ...aurora, share: 0.5 },
    { ...aurora, name: 'AURÓRA', code: '114', account_codes: '202', share: 0.5 },
  ]);
  expect(apply(desk.services, status()).problems.join()).toContain('stands in row 2 already');
});

describe('a fill whose time cannot be', () => {
  const warned = (change: Partial<Fill>, now: string = AT.midday): string => {
    const desk = recorded(A1);
    desk.world.now = now;
    desk.world.fills = [A1, { ...A2, ...change }];
    return apply(desk.services, status()).warnings.join();
  };

  it('is named: before its order, outside hours, in the future, of no shares', () => {
    expect(warned({ time: `${DATE}T10:05:00` })).toContain(
      'from before its instruction went out, the first A2',
    );
    expect(warned({ time: `${DATE}T18:40:00` }, AT.evening)).toContain('outside trading hours');
    expect(warned({ time: `${DATE}T15:00:00` })).toContain('from the future');
    expect(warned({ quantity: 0 })).toContain('over 0 shares');
    expect(warned({ time: AT.midday })).toBe('');
  });
});
