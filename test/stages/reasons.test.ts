// Why a fund ends where it ends: every situation with the one reason that is true of it, and none of the others.
import { describe, expect, it } from '@jest/globals';
import {
  adjustmentCycle,
  amend,
  cancel,
  finalAllocation,
  initialOrders,
  status,
} from '../../src/stages/stages';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { set } from '../fixtures/badBooks';
import { AURORA } from '../fixtures/twoBrokers';
import { ALFA, BETA, DATE, fill, trade, workedDay } from '../fixtures/workedDay';

const at = (time: string) => `${DATE}T${time}:00`;

const REASONS = {
  holdings: /limited by what it holds/,
  noShares: /it has no shares left to sell; it held 16,000, and 16,000 of them are sold/,
  fewShares: /only [\d,]+ of the [\d,]+ shares that it held are left to sell/,
  market: /the market filled R\$ [\d,.]+ less than the (BUY|SELL) caps in force/,
  stopped: /every broker of HASH11 was stopped/,
  ticket: /are open in all, less than any broker that works it takes \(min_ticket\)/,
  noRound: /the caps in force are executed, and no round asked for more/,
  over: /it is over by that, and no more of it is given back/,
  belowShare: /its order of R\$ 40\.00 was not sent: it is less than one share/,
  belowTolerance: /its order of R\$ 500\.00 was not sent: it is below the tolerance of R\$ 1,000\.00/,
  belowTicket:
    /its order of R\$ 20,000\.00 was not sent: it is less than any of its brokers takes \(min_ticket\)/,
} as const;

type Reason = keyof typeof REASONS;

interface Situation {
  readonly trades: readonly ReturnType<typeof trade>[];
  readonly ticket?: number;
  readonly held?: number;
  readonly happens: (desk: MemoryDesk) => void;
  readonly of?: string;
  readonly says: readonly Reason[];
}

const then = (desk: MemoryDesk, time: string, stage: Parameters<typeof apply>[1]) => {
  desk.world.now = at(time);
  return apply(desk.services, stage);
};
const sell = (amount: number) => ({ ...trade(ALFA, amount), side: 'SELL' });
const bought = (shares: number, price = 62.5, time = '11:00') => fill(time, 'BUY', shares, price, at(time));

const SITUATIONS: Readonly<Record<string, Situation>> = {
  'the market gave less than the caps': {
    trades: [trade(ALFA, 1_000_000)],
    happens: (desk) => {
      desk.world.fills = [bought(8_000)];
    },
    says: ['market'],
  },
  'its broker was stopped': {
    trades: [trade(ALFA, 1_000_000)],
    happens: (desk) => {
      desk.world.fills = [bought(8_000)];
      then(desk, '12:00', cancel({ broker: 'Aurora', reason: 'its line is down' }));
    },
    says: ['stopped'],
  },
  'fills that were reported late are others’, and no round asked for more': {
    trades: [trade(ALFA, 1_000_000)],
    of: BETA,
    happens: (desk) => {
      desk.world.fills = [bought(16_000)];
      desk.book.fill('daily-trades', [trade(ALFA, 1_000_000), trade(BETA, 1_000_000)]);
      then(desk, '12:00', amend('late'));
      desk.world.fills = [...desk.world.fills, bought(16_000, 62.5, '11:30')];
    },
    says: ['noRound'],
  },
  'what is left is below every ticket': {
    trades: [trade(ALFA, 1_000_000), trade(BETA, 1_000_000)],
    ticket: 100_000,
    happens: (desk) => {
      desk.world.fills = [bought(32_000)];
      then(desk, '12:00', status());
      desk.book.fill('daily-trades', [trade(ALFA, 1_020_000), trade(BETA, 1_000_000)]);
      then(desk, '12:10', amend('a little more'));
    },
    says: ['ticket'],
  },
  'a seller sold all that it held': {
    trades: [sell(1_000_000)],
    held: 16_000,
    happens: (desk) => {
      desk.world.fills = [fill('S1', 'SELL', 16_000, 61, at('11:00'))];
    },
    says: ['noShares'],
  },
  'a seller has a few shares left, and the market did not take them': {
    trades: [sell(1_000_000)],
    held: 16_000,
    happens: (desk) => {
      desk.world.fills = [fill('S1', 'SELL', 15_900, 61, at('11:00'))];
    },
    says: ['fewShares', 'market'],
  },
  'a buyer whose order ended beside one that goes on': {
    trades: [trade(ALFA, 1_000_000), trade(BETA, 1_000_000)],
    happens: (desk) => {
      desk.world.fills = [bought(8_000)];
      then(desk, '12:00', cancel({ cnpj: ALFA, reason: 'no' }));
      desk.world.fills = [bought(8_000), bought(12_000, 62.5, '14:00')];
    },
    says: [],
  },
  'a broker did more than its cap': {
    trades: [trade(ALFA, 1_000_000)],
    happens: (desk) => {
      set('give_back', 'never')(desk);
      desk.world.fills = [bought(20_000)];
    },
    says: ['over'],
  },
  'an order of less than a share beside a large one': {
    trades: [trade(ALFA, 1_000_000), trade(BETA, 40)],
    of: BETA,
    happens: (desk) => {
      desk.world.fills = [bought(16_000)];
    },
    says: ['belowShare'],
  },
  'an order below the tolerance that came late': {
    trades: [trade(ALFA, 1_000_000)],
    of: BETA,
    happens: (desk) => {
      desk.book.fill('daily-trades', [trade(ALFA, 1_000_000), trade(BETA, 500)]);
      then(desk, '11:00', amend('late'));
      desk.world.fills = [bought(16_000, 62.5, '12:00')];
    },
    says: ['belowTolerance'],
  },
  'an order below every ticket that came when all else was done': {
    trades: [trade(ALFA, 1_000_000)],
    ticket: 100_000,
    of: BETA,
    happens: (desk) => {
      desk.world.fills = [bought(16_000, 62.5, '10:30')];
      desk.book.fill('daily-trades', [trade(ALFA, 1_000_000), trade(BETA, 20_000)]);
      then(desk, '11:00', amend('late'));
      // One share beyond the cap.
      desk.world.fills = [...desk.world.fills, bought(1, 62.5, '12:00')];
    },
    says: ['belowTicket'],
  },
};

const ended = ({ trades, ticket, held, happens }: Situation): MemoryDesk => {
  const desk = workedDay('down');
  desk.book.fill('brokers', [{ ...AURORA, share: 1, ...(ticket ? { min_ticket: ticket } : {}) }]);
  desk.book.fill('daily-trades', trades);
  if (held) desk.book.fill('holdings', [{ cnpj: ALFA, asset: 'HASH11', shares: held }]);
  apply(desk.services, initialOrders());
  happens(desk);
  then(desk, '18:30', finalAllocation());
  return desk;
};

const rowOf = (desk: MemoryDesk, cnpj: string) =>
  desk.book.records('allocation').find((row) => row.cnpj === cnpj);

describe('the reason of a residual', () => {
  for (const [name, situation] of Object.entries(SITUATIONS))
    it(`is the one that is true where ${name}`, () => {
      const reasons = String(rowOf(ended(situation), situation.of ?? ALFA)?.reasons);
      const said = Object.entries(REASONS).flatMap(([reason, pattern]) =>
        pattern.test(reasons) ? [reason] : [],
      );
      expect(said).toEqual(situation.says);
    });
});

describe('an order that was not sent', () => {
  it('gets no share of what was traded for others', () => {
    for (const [name, situation] of Object.entries(SITUATIONS)) {
      if (!situation.says.some((reason) => reason.startsWith('below'))) continue;
      expect([name, rowOf(ended(situation), BETA)?.shares]).toEqual([name, 0]);
    }
  });

  it('begins as soon as it can be sent', () => {
    const desk = ended({
      trades: [trade(ALFA, 1_000_000), trade(BETA, 40)],
      happens: (day) => {
        day.book.fill('daily-trades', [trade(ALFA, 1_000_000), trade(BETA, 100_000)]);
        then(day, '11:00', amend('a figure was missing'));
        day.world.fills = [bought(17_600, 62.5, '12:00')];
      },
      says: [],
    });
    expect(rowOf(desk, BETA)).toMatchObject({ shares: 1_600, residual: 0 });
  });

  it('is found by a round once what it wants is a share', () => {
    const desk = workedDay('down');
    desk.book.fill('daily-trades', [trade(ALFA, 1_000_000), trade(BETA, 62)]);
    set('tolerance', '10')(desk);
    apply(desk.services, initialOrders());
    desk.world.fills = [bought(8_000, 60, '11:00')];
    desk.world.quotes = desk.world.quotes.map((quote) => ({ ...quote, inav: 60, asOf: at('16:00') }));
    then(desk, '16:00', adjustmentCycle(null));
    desk.world.fills = [...desk.world.fills, bought(8_668, 60, '17:00')];
    then(desk, '18:30', finalAllocation());
    expect(rowOf(desk, BETA)).toMatchObject({ shares: 1 });
  });
});

describe('a seller that has nothing left to sell', () => {
  it('says so in status and rounds, and its sale is not called the market’s', () => {
    const desk = workedDay('down');
    desk.book.fill('daily-trades', [sell(1_000_000)]);
    desk.book.fill('holdings', [{ cnpj: ALFA, asset: 'HASH11', shares: 16_000 }]);
    apply(desk.services, initialOrders());
    desk.world.fills = [fill('S1', 'SELL', 16_000, 61, at('11:00'))];
    then(desk, '16:00', adjustmentCycle(null));
    then(desk, '16:05', status());
    expect(desk.book.records('status').find(({ fund }) => fund === 'ALFA')?.note).toMatch(REASONS.noShares);
  });
});
