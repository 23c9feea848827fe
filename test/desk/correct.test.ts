// A day after: a bust, correction or late fill of a day that is over makes the next version of it, and the open day stays.
import { describe, expect, it } from '@jest/globals';
import { abandonPending } from '../../src/desk/person/repair';
import { preview } from '../../src/desk/run/runner';
import { adjustmentCycle, finalAllocation } from '../../src/stages/stages';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { said } from '../fakes/said';
import { A1, correction, dayAfter, dayOver, NEXT, told } from '../fixtures/dayAfter';
import { DATE, fill } from '../fixtures/workedDay';

const bust = (desk: MemoryDesk): MemoryDesk => {
  desk.world.earlierFills = told({ ...A1, status: 'BUSTED' });
  return desk;
};

/** Everything of the open day: all tabs but the log and what is kept of days that are over. */
const openDay = (desk: MemoryDesk): string =>
  JSON.stringify(
    [...desk.book.tabs.keys()]
      .filter((tab) => !['log', '_pending', '_days'].includes(tab))
      .map((tab) => [tab, desk.book.records(tab)]),
  );

const sharesOf = (desk: MemoryDesk, run: number): ReadonlyMap<string, number> => {
  const rows = [...(desk.rows.get('broker_order_rows') ?? [])];
  const runs = [...new Set(rows.map(([key]) => key.split(' ')[0]))];
  const sums = new Map<string, number>();
  for (const [key, row] of rows)
    if (key.startsWith(`${runs[run]} `)) {
      const broker = String(row[4]);
      sums.set(broker, (sums.get(broker) ?? 0) + Number(row[3]));
    }
  return sums;
};

describe('a bust of a day that is over', () => {
  it('makes the next version of that day, in the warehouse under its date', () => {
    const desk = bust(dayAfter());
    const report = apply(desk.services, correction());
    expect([report.status, report.problems]).toEqual(['applied', []]);
    expect(report.headline).toMatch(/^2024-11-08 corrected: version 2 of its allocation REPLACES 1; 1 fill/);
    expect(desk.runs.get(report.runId)).toBe('final');
    const before = sharesOf(desk, 0);
    const after = sharesOf(desk, 1);
    expect(before.get('Aurora (3)')).toBe(43_000);
    expect(after.get('Aurora (3)')).toBe(3_000);
    expect(after.get('Meridian (114)')).toBe(before.get('Meridian (114)'));
  });

  it('leaves the open day as it is, and what it does afterwards too', () => {
    const [touched, alone] = [bust(dayAfter()), dayAfter()];
    const before = openDay(touched);
    apply(touched.services, correction());
    expect(openDay(touched)).toBe(before);
    for (const desk of [touched, alone]) {
      desk.world.now = `${NEXT}T16:30:00`;
      apply(desk.services, adjustmentCycle(null));
      desk.world.now = `${NEXT}T18:35:00`;
      apply(desk.services, finalAllocation());
    }
    expect(openDay(touched)).toBe(openDay(alone));
  });

  it('is previewed without writing anything, and what was shown is applied', () => {
    const desk = bust(dayAfter());
    const before = [openDay(desk), JSON.stringify(desk.book.records('_days')), desk.mails.length];
    const shown = preview(desk.services, correction());
    expect([openDay(desk), JSON.stringify(desk.book.records('_days')), desk.mails.length]).toEqual(before);
    const facts = shown.summary.facts.map(({ label, value }) => `${said(label)}: ${said(value)}`);
    expect(facts).toContain('fill A1 of Aurora, BUY HASH11: 40,000 at R$ 62.40 → busted');
    expect(facts.join('\n')).toMatch(
      /ALFA FIF, BUY HASH11 at Aurora \(3\): [\d,]+ shares, R\$ [\d,.]+ → 0 shares, R\$ 0\.00/,
    );
    expect(apply(desk.services, correction(), shown.hash).status).toBe('applied');
    desk.world.earlierFills = told({ ...A1, quantity: 39_000 });
    expect(apply(desk.services, correction(), shown.hash).status).toBe('changed');
  });

  it('of a fill that nobody knew is named, and takes nothing back', () => {
    const desk = dayAfter();
    desk.world.earlierFills = told(
      { ...A1, quantity: 39_000 },
      { ...fill('ZZ', 'BUY', 7, 62.4, `${DATE}T11:30:00`), status: 'BUSTED' },
    );
    const { status, warnings } = apply(desk.services, correction());
    expect(status).toBe('applied');
    expect(warnings).toContainEqual(
      expect.stringContaining('fill ZZ of Aurora, BUY HASH11, is BUSTED, and nobody knew of it'),
    );
  });

  it('asked again says that nothing changed, and writes to nobody', () => {
    const desk = bust(dayAfter());
    apply(desk.services, correction());
    const { length } = desk.mails;
    const again = apply(desk.services, correction());
    expect(again.status).toBe('unchanged');
    expect(again.headline).toContain('differs from version 2');
    expect(desk.mails).toHaveLength(length);
  });

  it('that a person typed stands, though the system says the fill of that day again', () => {
    const desk = dayAfter();
    desk.world.earlierFills = told();
    expect(apply(desk.services, correction()).status).toBe('unchanged');
    expect(apply(desk.services, correction('fill_id;status\nA1;BUSTED')).status).toBe('applied');
    expect(apply(desk.services, correction()).status).toBe('unchanged');
    desk.world.earlierFills = told({ ...A1, quantity: 39_000 });
    const report = apply(desk.services, correction());
    expect(report.headline).toContain('version 3 of its allocation REPLACES 2');
  });

  it('goes back to the version before where it is abandoned before it left', () => {
    const desk = bust(dayAfter());
    const before = [JSON.stringify(desk.book.records('_days')), openDay(desk)];
    desk.world.warehouseDown = true;
    expect(apply(desk.services, correction()).status).toBe('held');
    abandonPending(desk.services, 'not yet');
    expect([JSON.stringify(desk.book.records('_days')), openDay(desk)]).toEqual(before);
    desk.world.warehouseDown = false;
    expect(apply(desk.services, correction()).headline).toContain('version 2 of its allocation REPLACES 1');
  });
});

describe('who is written to', () => {
  it('is the broker whose lines differ, and the traders', () => {
    const desk = dayAfter();
    const { length } = desk.mails;
    const report = apply(desk.services, correction('fill_id\tprice\nM1\t62,50'));
    expect(report.files).toEqual([
      'Meridian/aloc_trading_2024-11-08_v2.csv',
      '2024-11-08/end-of-day_2024-11-08_v2.html',
      '2024-11-08/end-of-day_2024-11-08_v2.pdf',
    ]);
    const mails = desk.mails.slice(length);
    expect(mails.map(({ to }) => to)).toEqual([
      ['desk@meridian.example'],
      expect.arrayContaining([expect.stringContaining('@')]),
    ]);
    expect(mails[0]?.subject).toContain('v2, REPLACES v1');
    expect(mails[0]?.text).toContain('8 November 2024');
  });

  it('is written to at the address of today', () => {
    const desk = dayAfter();
    desk.book.fill(
      'brokers',
      desk.book
        .records('brokers')
        .map((row) => (row.name === 'Meridian' ? { ...row, emails: 'new@meridian.example' } : row)),
    );
    const { length } = desk.mails;
    apply(desk.services, correction('fill_id\tprice\nM1\t62,50'));
    expect(desk.mails[length]?.to).toEqual(['new@meridian.example']);
  });

  it('waits for quota, and the correction is written and saved all the same', () => {
    const desk = bust(dayAfter());
    desk.world.mailQuota = 0;
    const report = apply(desk.services, correction());
    expect([report.status, report.mails]).toEqual(['applied', 0]);
    expect(report.warnings.join()).toContain('mails wait for quota');
    desk.world.mailQuota = 100;
    expect(apply(desk.services, correction()).status).toBe('unchanged');
    expect(desk.mails.filter(({ subject }) => /v2, (REPLACES|SUBSTITUI)/.test(subject))).toHaveLength(1);
  });
});

describe('what cannot be corrected', () => {
  const refused = (desk: MemoryDesk, date: string, reason = 'a bust'): readonly string[] =>
    apply(desk.services, { ...correction(), ...correctionOf(date, reason) }).problems;
  const correctionOf = (date: string, reason: string) => {
    const stage = correction();
    if (!('corrects' in stage)) throw new Error('it corrects nothing');
    return { corrects: { ...stage.corrects, date, reason } };
  };

  it('is today, a day to come, a day that nobody kept, or for no reason', () => {
    const desk = dayAfter();
    expect(refused(desk, NEXT).join()).toContain('is today');
    expect(refused(desk, '2024-11-12').join()).toContain('is still to come');
    expect(refused(desk, '2024-10-31').join()).toContain('kept are 2024-11-08');
    expect(refused(desk, DATE, '').join()).toContain('a correction needs a reason');
  });

  it('is a day whose kept rows were changed by hand', () => {
    const desk = bust(dayAfter());
    const [first, ...others] = desk.book.records('_days');
    desk.book.fill('_days', [{ ...first, chunk: 'tother' }, ...others]);
    const report = apply(desk.services, correction());
    expect(report.problems.join()).toContain('does not stand in the tab as the desk wrote it');
  });

  it('are rows of another day, of no broker of that day, or over no shares', () => {
    const desk = dayAfter();
    const problems = (rows: string): string => apply(desk.services, correction(rows)).problems.join();
    expect(problems(`date,fill_id,price\n${NEXT},A1,62.1`)).toContain('correct one day at a time');
    expect(problems('fill_id;broker;asset;side;quantity;price\nX1;Nobody;HASH11;BUY;10;62,1')).toContain(
      'Nobody was none of the day’s brokers',
    );
    expect(problems('fill_id;quantity\nA1;0')).toContain('a fill of 0 shares is none');
  });
});

describe('a late fill', () => {
  it('beyond what anybody may be given is named, and stands in no broker’s file', () => {
    const desk = dayAfter();
    desk.world.earlierFills = told(fill('A9', 'SELL', 40_000, 62.5, `${DATE}T15:00:00`));
    const report = apply(desk.services, correction());
    expect(report.status).toBe('applied');
    expect(report.warnings.join('\n')).toMatch(/[\d,]+ shares of SELL HASH11 fit no fund/);
    const [, file = ''] = [...desk.files].find(([name]) => name.includes('_v2')) ?? [];
    expect(file).not.toContain('NO FUND');
  });

  it('that fits no fund is a matter of its own broker: no other is told anything', () => {
    const desk = dayAfter();
    const { length } = desk.mails;
    desk.world.earlierFills = told(fill('A9', 'SELL', 40_000, 62.5, `${DATE}T15:00:00`));
    const report = apply(desk.services, correction());
    expect(report.headline).toContain('1 fill differs, 1 broker is told');
    expect(report.files.filter((name) => !name.startsWith(DATE))).toEqual([
      `Aurora/aloc_trading_${DATE}_v2.csv`,
    ]);
    expect(desk.mails.slice(length).flatMap(({ to }) => to)).not.toContain('desk@meridian.example');
  });
});

describe('before another day is open', () => {
  it('the day’s own tabs are corrected with it, and the final allocation makes no further version', () => {
    const desk = bust(dayOver());
    desk.world.now = `${NEXT}T09:30:00`;
    desk.world.fills = [];
    const report = apply(desk.services, correction());
    expect(report.tabs.map(({ name }) => name)).toEqual(['allocation', 'broker-orders', 'executions']);
    expect(new Set(desk.book.records('allocation').map(({ version }) => version))).toEqual(new Set([2]));
    const a1 = desk.book.records('executions').find(({ fill_id: id }) => id === 'A1');
    expect(a1?.status).toBe('BUSTED');
    expect(apply(desk.services, correction()).status).toBe('unchanged');
  });
});
