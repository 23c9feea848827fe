// Mails that wait: nobody hears the old after the new, no broker loses what it has to know, and a stop waits for nobody.
import { describe, expect, it } from '@jest/globals';
import { pendingMarks } from '../../src/desk/journal/pending';
import { currentStatus } from '../../src/desk/look/currentStatus';
import { abandonPending, runsToAbandon } from '../../src/desk/person/repair';
import {
  adjustmentCycle,
  amend,
  cancel,
  finalAllocation,
  initialOrders,
  type Stage,
  status,
} from '../../src/stages/stages';
import { STEP } from '../effort';
import { copyDesk } from '../fakes/copyDesk';
import { Killed, type MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { said } from '../fakes/said';
import { settleDoubts } from '../fakes/settle';
import { AURORA, MERIDIAN } from '../fixtures/twoBrokers';
import { ALFA, AT, BETA, DATE, fill, GAMA, HASH11, trade, workedDay } from '../fixtures/workedDay';

const at = (time: string) => `${DATE}T${time}:00`;
const [F1, F2] = [fill('F1', 'BUY', 60_000, 62.4, at('12:00')), fill('F2', 'BUY', 1_000, 62.4, at('14:00'))];

/** Two brokers at work on three orders, two of them of HASH11 and one of BITH11; nothing is in the outbox. */
function atWork(): MemoryDesk {
  const desk = workedDay();
  desk.book.fill('brokers', [AURORA, MERIDIAN]);
  desk.book.fill('etfs', [
    ...desk.book.records('etfs'),
    { asset: 'BITH11', family: 'nasdaq', limit_bps: 30 },
  ]);
  desk.world.quotes = [HASH11, { ...HASH11, asset: 'BITH11' }];
  desk.book.fill('daily-trades', [
    ...[trade(ALFA, 10_000_000), trade(BETA, 2_000_000), trade(GAMA, 300_000, 'BUY', 'BITH11')],
    trade(BETA, 5_000, 'BUY', 'USBTC'),
  ]);
  apply(desk.services, initialOrders());
  desk.world.now = at('12:30');
  desk.mails.length = 0;
  return desk;
}

const sent = (desk: MemoryDesk) =>
  desk.mails.map(({ to, attachments }) => [
    to[0],
    ...(attachments[0]?.content ?? '')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => {
        const [, version, , asset, , , , , , replaces, , order] = line.split(',');
        return `${asset} v${version} ${order}, replaces v${replaces}`;
      }),
  ]);
const waitingSaid = (desk: MemoryDesk) =>
  currentStatus(desk.services, () => {})
    .missing.map(said)
    .join();

describe('an allocation whose mails wait', () => {
  const allocated = (quota: number): MemoryDesk => {
    const desk = atWork();
    desk.world.fills = [F1, { ...F1, fillId: 'M1', broker: 'Meridian' }];
    desk.world.now = AT.evening;
    desk.world.mailQuota = quota;
    expect(apply(desk.services, finalAllocation()).status).toBe('applied');
    return desk;
  };
  const again = (desk: MemoryDesk) => {
    desk.world.fills = [...desk.world.fills, F2];
    desk.world.now = '2024-11-08T18:40:00';
    return apply(desk.services, finalAllocation());
  };
  const subjects = (desk: MemoryDesk) =>
    desk.mails.map(({ to, subject }) => [to[0], subject.split(' | ')[2]?.split(':')[0]]);

  it('goes as its next version alone, which speaks of none before it', () => {
    const desk = allocated(0);
    const report = again(desk);
    expect(report.warnings.join()).toContain('3 mails that are not out are withdrawn and never go');
    expect(desk.mails).toEqual([]);
    expect(waitingSaid(desk)).toContain('3 mails');
    desk.world.mailQuota = 100;
    apply(desk.services, status());
    expect(subjects(desk).slice(0, 2)).toEqual([
      ['mesa@aurora.example', 'Alocação v2'],
      ['desk@meridian.example', 'Allocation v2'],
    ]);
    expect(desk.mails).toHaveLength(3);
    expect(desk.mails[1]?.text).not.toContain('REPLACES');
    expect(pendingMarks(desk.services.journal)).toEqual([]);
  });

  it('replaces the first version where that has gone, broker by broker', () => {
    // Aurora has two addresses, and the traders read a copy.
    const desk = allocated(3);
    expect(subjects(desk)).toEqual([['mesa@aurora.example', 'Alocação']]);
    desk.world.mailQuota = 0;
    expect(again(desk).warnings.join()).toContain('2 mails that are not out are withdrawn');
    desk.world.mailQuota = 100;
    apply(desk.services, status());
    expect(subjects(desk).slice(1, 3)).toEqual([
      ['mesa@aurora.example', 'Alocação v2, SUBSTITUI a v1'],
      ['desk@meridian.example', 'Allocation v2'],
    ]);
    expect(desk.mails).toHaveLength(4);
  });
});

describe('stops whose mails wait', () => {
  const stop = (desk: MemoryDesk, cnpj: string | null, reason: string) =>
    apply(desk.services, cancel({ ...(cnpj === null ? {} : { cnpj }), reason }));

  it('stand in status at once, while the market is open', () => {
    const desk = atWork();
    desk.world.mailQuota = 0;
    expect(stop(desk, BETA, 'no more').status).toBe('applied');
    expect(waitingSaid(desk)).toContain('mails to');
    expect(waitingSaid(desk)).toContain('for mail quota');
  });

  it('go as one mail a broker, with all that is in force and the last version that it knows', () => {
    const desk = atWork();
    desk.world.mailQuota = 0;
    stop(desk, GAMA, 'no BITH11');
    desk.world.now = at('12:40');
    expect(stop(desk, BETA, 'not its day').warnings.join()).toContain(
      '2 mails that are not out are withdrawn',
    );
    desk.world.now = at('12:50');
    stop(desk, ALFA, 'nor its');
    desk.world.mailQuota = 100;
    apply(desk.services, status());
    const lines = ['HASH11 v3 stop, replaces v1', 'BITH11 v2 stop, replaces v1'];
    expect(sent(desk).filter(([to]) => to !== 'offshore@desk.example')).toEqual([
      ['mesa@aurora.example', ...lines],
      ['desk@meridian.example', ...lines],
    ]);
    expect(pendingMarks(desk.services.journal)).toEqual([]);
  });

  it('leave the quota that came back to the newer ones', () => {
    const desk = atWork();
    desk.world.mailQuota = 0;
    stop(desk, BETA, 'not its day');
    desk.world.now = at('12:40');
    desk.world.mailQuota = 3;
    stop(desk, ALFA, 'nor its');
    const [offshore, aurora, ...others] = sent(desk);
    expect([offshore?.[0], aurora, others]).toEqual([
      'offshore@desk.example',
      ['mesa@aurora.example', 'HASH11 v3 stop, replaces v1'],
      [],
    ]);
    desk.world.mailQuota = 100;
    apply(desk.services, status());
    expect(sent(desk).slice(2)).toEqual([['desk@meridian.example', 'HASH11 v3 stop, replaces v1']]);
  });

  it('whose run is given up after they took others’ place leave the day as it is', () => {
    const desk = atWork();
    desk.world.mailQuota = 0;
    stop(desk, GAMA, 'not its day');
    desk.world.now = at('12:40');
    stop(desk, ALFA, 'nor its');
    const [only = null] = runsToAbandon(desk.services);
    expect(pendingMarks(desk.services.journal)).toHaveLength(1);
    abandonPending(desk.services, 'told by phone', only);
    expect(pendingMarks(desk.services.journal)).toEqual([]);
    expect(
      desk.book
        .records('orders')
        .filter(({ asset }) => asset === 'HASH11')
        .map(({ cap }) => cap),
    ).toEqual([1_200_000, 800_000]);
  });
});

describe('a stop while an earlier run is half-way', () => {
  const amended = (): MemoryDesk => {
    const desk = atWork();
    desk.book.fill('daily-trades', [
      ...[trade(ALFA, 12_000_000), trade(BETA, 2_000_000), trade(GAMA, 400_000, 'BUY', 'BITH11')],
      trade(BETA, 8_000, 'BUY', 'USBTC'),
    ]);
    return desk;
  };
  const more = () => amend('more money');
  const stopAlfa = () => cancel({ cnpj: ALFA, reason: 'the manager called' });

  it('waits for no warehouse: it goes, and what the earlier run had to say goes with it', () => {
    const desk = amended();
    desk.world.warehouseDown = true;
    expect(apply(desk.services, more()).status).toBe('held');
    expect(desk.mails).toEqual([]);
    desk.world.now = at('12:40');
    const report = apply(desk.services, stopAlfa());
    expect(report).toMatchObject({ status: 'applied', problems: [] });
    expect(report.warnings.join()).toContain('2 mails that are not out are withdrawn');
    const lines = ['HASH11 v3 work, replaces v1', 'BITH11 v2 work, replaces v1'];
    expect(sent(desk)).toEqual([
      ['mesa@aurora.example', ...lines],
      ['desk@meridian.example', ...lines],
    ]);
    desk.world.warehouseDown = false;
    desk.world.now = at('12:50');
    apply(desk.services, status());
    // The offshore desk alone had not heard of the amendment.
    expect(
      sent(desk)
        .slice(2)
        .map(([to]) => to),
    ).toEqual(['offshore@desk.example']);
    expect(pendingMarks(desk.services.journal)).toEqual([]);
    expect([...desk.runs.values()].filter((stage) => stage !== 'initial')).toEqual(['amend', 'cancel']);
    expect(apply(desk.services, adjustmentCycle(null)).problems).toEqual([]);
  });

  /** Whatever is left of the run that waits, as it was written down, can no longer be read. */
  const unreadable = (desk: MemoryDesk): MemoryDesk => {
    const rows = desk.book.records('_pending').map((row) => ({ ...row, chunk: `t${row.chunk}` }));
    desk.book.fill('_pending', rows);
    return desk;
  };

  it('waits for one of which nothing is written yet and that nobody can read any more', () => {
    const stored = amended();
    const before = standing(stored);
    for (let call = 1; pendingMarks(stored.services.journal).length === 0; call += 1)
      untilKilled(stored, call, more);
    expect(pendingMarks(stored.services.journal).map(({ step }) => step)).toEqual(['stored']);
    stored.world.now = at('12:40');
    const report = apply(unreadable(stored).services, stopAlfa());
    expect([report.status, report.problems]).toEqual([
      'held',
      [expect.stringContaining('is not what the desk wrote')],
    ]);
    expect([standing(stored), stored.mails]).toEqual([before, []]);
    // Of one whose caps stand in the book, what cannot be read is what it still had to say: the stop goes.
    const written = amended();
    written.world.warehouseDown = true;
    apply(written.services, more());
    written.world.now = at('12:40');
    expect(apply(unreadable(written).services, stopAlfa()).status).toBe('applied');
  });

  it('tells the offshore desk of what it stops against what was heard there', () => {
    const desk = amended();
    desk.world.warehouseDown = true;
    apply(desk.services, more());
    desk.world.now = at('12:40');
    apply(desk.services, cancel({ cnpj: BETA, reason: 'the manager called' }));
    desk.world.warehouseDown = false;
    apply(desk.services, status());
    const mails = desk.mails.filter(({ to }) => to[0] === 'offshore@desk.example');
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain('was R$ 5,000.00');
  });

  const untilKilled = (desk: MemoryDesk, call: number, stage: () => Stage): void => {
    desk.killAt(call, 'after');
    try {
      apply(desk.services, stage());
    } catch (cause) {
      if (!(cause instanceof Killed)) throw cause;
    }
    desk.killAt(null);
  };
  const settled = (desk: MemoryDesk, stage: () => Stage): void => {
    apply(desk.services, stage());
    settleDoubts(desk, (mail) =>
      desk.mails.some(({ subject, to }) => mail.includes(`"${subject}" to ${to.join(', ')}`)),
    );
    apply(desk.services, stage());
  };
  const standing = (desk: MemoryDesk) =>
    desk.book.records('orders').map(({ asset, broker, cap }) => [asset, broker, cap]);
  /** Nobody hears an older version after a newer; one of which nobody knew may be told again. */
  const lastHeard = (desk: MemoryDesk) => {
    const heard = new Map<string, string>();
    for (const [to = '', ...lines] of sent(desk).filter(([to]) => to !== 'offshore@desk.example'))
      for (const line of lines) {
        const [asset, version = ''] = (line ?? '').split(' ');
        const key = `${to} ${asset}`;
        expect([key, Number(version.slice(1)) >= Number((heard.get(key) ?? 'v0').slice(1))]).toEqual([
          key,
          true,
        ]);
        heard.set(key, version);
      }
    return heard;
  };

  it('finishes it first and stops what then stands, wherever it was killed', () => {
    const start = amended();
    const both = copyDesk(start);
    both.killAt(null);
    apply(both.services, more());
    const calls = both.callCount();
    both.world.now = at('12:40');
    apply(both.services, stopAlfa());
    const alone = copyDesk(start);
    alone.world.now = at('12:40');
    apply(alone.services, stopAlfa());
    const ends = [both, alone].map((desk) => JSON.stringify(standing(desk)));
    expect(ends[0]).not.toBe(ends[1]);
    for (let call = 1; call <= calls; call += STEP) {
      const desk = copyDesk(start);
      untilKilled(desk, call, more);
      const begun = pendingMarks(desk.services.journal).length > 0;
      desk.world.now = at('12:40');
      settled(desk, stopAlfa);
      apply(desk.services, status());
      expect([call, pendingMarks(desk.services.journal)]).toEqual([call, []]);
      const end = JSON.stringify(standing(desk));
      expect([call, ends.includes(end)]).toEqual([call, true]);
      if (begun) expect([call, end]).toEqual([call, ends[0]]);
      lastHeard(desk);
    }
  });

  it('and killed itself at any call, tells each broker the last version once', () => {
    const start = amended();
    start.world.warehouseDown = true;
    apply(start.services, more());
    start.world.now = at('12:40');
    const whole = copyDesk(start);
    whole.killAt(null);
    apply(whole.services, stopAlfa());
    const calls = whole.callCount();
    const expected = [JSON.stringify(standing(whole)), [...lastHeard(whole)].sort()];
    expect(calls).toBeGreaterThan(15);
    for (let call = 1; call <= calls; call += STEP) {
      const desk = copyDesk(start);
      untilKilled(desk, call, stopAlfa);
      settled(desk, stopAlfa);
      desk.world.warehouseDown = false;
      apply(desk.services, status());
      expect([call, JSON.stringify(standing(desk)), [...lastHeard(desk)].sort()]).toEqual([
        call,
        ...expected,
      ]);
      expect([call, pendingMarks(desk.services.journal)]).toEqual([call, []]);
    }
  });
});
