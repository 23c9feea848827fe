// What people and other runs do between two steps of one run: while an answer is waited for, while a question stands open.
import { describe, expect, it } from '@jest/globals';
import { acceptOdd, oddThings } from '../../src/desk/person/accept';
import { abandonPending, runsToAbandon } from '../../src/desk/person/repair';
import { tick } from '../../src/desk/schedule/tick';
import type { Services } from '../../src/desk/services';
import { importBook } from '../../src/desk/setUp/importBook';
import { previewUndo, undoImport } from '../../src/desk/setUp/undoImport';
import { finalAllocation, initialOrders, primaryUnits, stageFrom, status } from '../../src/stages/stages';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { said, texts } from '../fakes/said';
import { ALFA, AT, DATE, fill, workedDay } from '../fixtures/workedDay';

const A1 = fill('A1', 'BUY', 60_000, 62.4, `${DATE}T12:00:00`);
const A2 = fill('A2', 'BUY', 40_000, 62.45, `${DATE}T12:10:00`);
const A3 = fill('A3', 'BUY', 10, 62.45, `${DATE}T12:10:00`);
const TYPED = {
  date: DATE,
  fill_id: 'T1',
  broker: 'Aurora',
  asset: 'HASH11',
  side: 'BUY',
  quantity: 7,
  price: 62.4,
};

const TRADES = `Fund;CNPJ;Asset;Side;Amount;Strategy\nALFA FIF;${ALFA};HASH11;BUY;9.000.000,00;SimpleOrder`;

const NEXT = '2024-11-11';

const ids = (desk: MemoryDesk) => desk.book.records('executions').map(({ fill_id }) => fill_id);

/** The post-trade system takes its time, and somebody works in the book meanwhile. */
const slowly = (desk: MemoryDesk, meanwhile: () => void): Services => ({
  ...desk.services,
  feeds: (settings) => {
    const feeds = desk.services.feeds(settings);
    return {
      ...feeds,
      executions: (...asked) => {
        const answer = feeds.executions(...asked);
        meanwhile();
        return answer;
      },
      earlier: (...asked) => {
        const answer = feeds.earlier(...asked);
        meanwhile();
        return answer;
      },
    };
  },
});

const opened = (): MemoryDesk => {
  const desk = workedDay();
  apply(desk.services, initialOrders());
  desk.world.now = AT.midday;
  return desk;
};

describe('while the executions are asked for', () => {
  it('a fill that somebody types stays', () => {
    const desk = opened();
    desk.world.fills = [A1];
    apply(desk.services, status());
    desk.world.fills = [A1, A2];
    const type = () => desk.book.fill('executions', [...desk.book.records('executions'), TYPED]);
    apply(slowly(desk, type), status());
    expect(ids(desk)).toEqual(['A1', 'A2', 'T1']);
  });
});

describe('while the fills of a day that is over are asked for', () => {
  it('a fill that somebody types stays, and is heard of', () => {
    const desk = opened();
    desk.world.fills = [A1];
    desk.world.now = AT.evening;
    apply(desk.services, finalAllocation());
    desk.world.now = `${NEXT}T09:00:00`;
    desk.world.earlierFills = [A1, A2];
    const type = () =>
      desk.book.fill('executions', [
        ...desk.book.records('executions'),
        TYPED,
        { ...TYPED, date: NEXT, fill_id: 'T2' },
      ]);
    const { status: came } = apply(
      slowly(desk, type),
      stageFrom({ stage: 'correct', date: DATE, reason: 'late fills' }),
    );
    expect(came).toBe('applied');
    expect(ids(desk).sort()).toEqual(['A1', 'A2', 'T1', 'T2']);
  });
});

describe('between two holdings of the lock', () => {
  it('what another run wrote into the executions is what the schedule’s look goes on from', () => {
    const desk = opened();
    desk.world.fills = [A1];
    desk.world.now = AT.evening;
    apply(desk.services, finalAllocation());
    const { lock } = desk.services;
    let held = 0;
    const other = (): void => {
      const [first] = desk.book.records('executions');
      desk.book.fill('executions', [first ?? {}, TYPED]);
      desk.world.fills = [A1, A2];
    };
    const services: Services = {
      ...desk.services,
      lock: {
        exclusively: (ms, work) => {
          held += 1;
          if (held === 2) other();
          return lock.exclusively(ms, work);
        },
      },
    };
    desk.world.now = `${DATE}T19:30:00`;
    expect(tick(services).map(said)[0]).toBe('Executions: executions fetched');
    expect(ids(desk)).toEqual(['A1', 'A2', 'T1']);
  });
});

describe('an import', () => {
  it('is taken back by whoever made it, and not the one that somebody else made since', () => {
    const desk = opened();
    const files = (amount: string) => ({
      fundsJson: null,
      tradesCsv: `Fund;CNPJ;Asset;Side;Amount;Strategy\nALFA FIF;${ALFA};HASH11;BUY;${amount};SimpleOrder`,
    });
    const mine = importBook(desk.services, files('9.000.000,00'));
    const shown = previewUndo(desk.services);
    desk.world.user = 'other@desk.example';
    const theirs = importBook(desk.services, files('8.000.000,00'));
    const amounts = () => desk.book.records('daily-trades').map(({ amount }) => amount);
    for (const meant of [mine.undo, shown.id])
      expect(texts(undoImport(desk.services, meant).problems)).toEqual([
        'other@desk.example has imported at 12:30 since; nothing was taken back, look at it again',
      ]);
    expect(amounts()).toEqual([8_000_000]);
    expect(undoImport(desk.services, theirs.undo).problems).toEqual([]);
    expect(amounts()).toEqual([9_000_000]);
  });

  it('that changes nothing leaves nothing of its own to be taken back', () => {
    const desk = opened();
    const file = { fundsJson: null, tradesCsv: TRADES };
    expect(importBook(desk.services, file).undo).not.toBeNull();
    expect(importBook(desk.services, file).undo).toBeNull();
  });
});

describe('a list that stood open', () => {
  it('is what is accepted, and nothing that came since', () => {
    const desk = opened();
    desk.world.fills = [A1, A2, A3];
    apply(desk.services, status());
    desk.world.fills = [A1];
    apply(desk.services, status());
    const [listed] = oddThings(desk.services);
    desk.world.fills = [];
    apply(desk.services, status());
    const accept = (): unknown =>
      listed && acceptOdd(desk.services, { ...listed, reason: 'by telephone', listed: listed.text });
    expect(accept).toThrow('nothing was accepted');
    expect(desk.book.records('executions').map((row) => row.status)).toEqual([
      'EXECUTED',
      'EXECUTED',
      'EXECUTED',
    ]);
    desk.world.fills = [A1];
    apply(desk.services, status());
    accept();
    expect(desk.book.records('executions').map((row) => row.status)).toEqual([
      'EXECUTED',
      'BUSTED',
      'BUSTED',
    ]);
  });
});

describe('a question that stood open', () => {
  it('is of what it said: a run that went on since is not given up for it', () => {
    const desk = opened();
    desk.world.warehouseDown = true;
    expect(apply(desk.services, primaryUnits('all', true)).status).toBe('held');
    const [asked] = runsToAbandon(desk.services);
    expect(asked?.how).toBe('back');
    Object.assign(desk.world, { warehouseDown: false, mailFault: () => new Error('reset') });
    apply(desk.services, status());
    const abandon = () => abandonPending(desk.services, 'wrong iNAV', asked);
    expect(abandon).toThrow('part of it has left the desk and stays');
    expect(runsToAbandon(desk.services).map(({ runId, how }) => [runId, how])).toEqual([
      [asked?.runId, 'rest'],
    ]);
  });
});
