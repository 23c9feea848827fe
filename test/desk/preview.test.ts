// Preview and apply are two executions: what was shown is applied minutes later, and nothing else ever is.
import { describe, expect, it } from '@jest/globals';
import { preview } from '../../src/desk/run/runner';
import { print } from '../../src/language/print';
import {
  adjustmentCycle,
  amend,
  cancel,
  finalAllocation,
  initialOrders,
  primaryUnits,
  type Stage,
  status,
} from '../../src/stages/stages';
import { decidedFacts, decidedTabs } from '../fakes/lookedAt';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { said } from '../fakes/said';
import { ALFA, AT, BETA, DATE, fill, HASH11, MIDDAY_FILL, trade, workedDay } from '../fixtures/workedDay';

const BUYS = fill('F2', 'BUY', 30_000, 62.6, `${DATE}T15:00:00`);

const opened = (): MemoryDesk => {
  const desk = workedDay();
  apply(desk.services, initialOrders());
  desk.world.now = AT.midday;
  desk.world.fills = [MIDDAY_FILL];
  return desk;
};
const afterUnits = (): MemoryDesk => {
  const desk = opened();
  apply(desk.services, primaryUnits('all', true));
  desk.world.now = AT.afternoon;
  desk.world.fills = [MIDDAY_FILL, BUYS];
  return desk;
};

const STAGES: readonly (readonly [string, () => MemoryDesk, () => Stage])[] = [
  ['initial orders', workedDay, initialOrders],
  ['primary units', opened, () => primaryUnits('nasdaq', true)],
  ['the adjustment cycle', afterUnits, () => adjustmentCycle(null)],
  [
    'an amendment',
    () => {
      const desk = opened();
      desk.book.fill('daily-trades', [trade(ALFA, 9_000_000), trade(BETA, 2_000_000)]);
      return desk;
    },
    () => amend('fewer'),
  ],
  [
    'the final allocation',
    () => {
      const desk = afterUnits();
      desk.world.now = AT.evening;
      return desk;
    },
    finalAllocation,
  ],
];

const minutesLater = (desk: MemoryDesk, minutes: number): void => {
  const [hours = '', mins = ''] = desk.world.now.slice(11, 16).split(':');
  desk.world.now = `${desk.world.now.slice(0, 11)}${hours}:${String(Number(mins) + minutes).padStart(2, '0')}:43`;
};

/** Everything but the feeds, which a preview may refresh, and what shows them. */
const world = (desk: MemoryDesk) => ({
  tabs: decidedTabs(desk).filter(([tab]) => !['executions', 'market-data'].includes(tab)),
  properties: decidedFacts(desk),
  mails: [...desk.mails],
  rows: [...desk.rows].map(([table, rows]) => [table, rows.size]),
  runs: [...desk.runs],
  files: [...desk.files],
  log: [...desk.runLog],
});
const frozen = (desk: MemoryDesk): string => JSON.stringify(world(desk));

describe.each(STAGES)('%s, previewed', (_name, prepare, stage) => {
  it('writes nothing but the feeds and what shows them', () => {
    const desk = prepare();
    const before = frozen(desk);
    expect(preview(desk.services, stage()).status).toBe('ready');
    expect(frozen(desk)).toBe(before);
  });

  it('is applied as it was shown, minutes later', () => {
    const desk = prepare();
    const shown = preview(desk.services, stage());
    const mails = desk.mails.length;
    minutesLater(desk, 14);
    const done = apply(desk.services, stage(), shown.hash);
    expect(done).toMatchObject({
      status: 'applied',
      headline: said(shown.summary.headline),
      tabs: shown.tabs,
    });
    expect(done.files).toEqual(shown.files);
    expect(done.rowsSaved).toBe(shown.rowsSaved);
    expect(desk.mails.slice(mails).map(({ subject, text }) => [subject, text])).toEqual(
      shown.mails.map(({ subject, text }) => [subject, text]),
    );
  });

  it('is shown again with the same fingerprint while nothing but the clock has moved', () => {
    const desk = prepare();
    const first = preview(desk.services, stage());
    minutesLater(desk, 3);
    expect(preview(desk.services, stage()).hash).toBe(first.hash);
  });

  it('is what it was although fills and prices have moved since: it was the feeds of then that were shown', () => {
    const desk = prepare();
    const shown = preview(desk.services, stage());
    desk.world.quotes = [{ ...HASH11, inav: 66 }];
    desk.world.fills = [...desk.world.fills, fill('F8', 'BUY', 5, 64, `${DATE}T15:01:00`)];
    expect(apply(desk.services, stage(), shown.hash).status).toBe('applied');
  });
});

describe('what was shown and is no longer so', () => {
  it('is not applied: a changed trade between preview and apply', () => {
    const desk = workedDay();
    const shown = preview(desk.services, initialOrders());
    desk.book.fill('daily-trades', [trade(ALFA, 9_999_999.99)]);
    const before = frozen(desk);
    expect(apply(desk.services, initialOrders(), shown.hash)).toMatchObject({
      status: 'changed',
      headline: 'the inputs changed since the preview; look at it again',
      mails: 0,
    });
    expect(frozen(desk)).toBe(before);
  });

  it('is not applied: an iNAV that has become stale meanwhile', () => {
    const desk = workedDay();
    const shown = preview(desk.services, initialOrders());
    minutesLater(desk, 16);
    expect(apply(desk.services, initialOrders(), shown.hash)).toMatchObject({
      status: 'refused',
      problems: ['market-data!F2: the iNAV of HASH11 is 16 minutes old, at most 15 are allowed; refresh it'],
    });
  });

  it('is not applied twice', () => {
    const desk = workedDay();
    const shown = preview(desk.services, initialOrders());
    apply(desk.services, initialOrders(), shown.hash);
    expect(apply(desk.services, initialOrders(), shown.hash).status).toBe('changed');
    expect(desk.mails).toHaveLength(1);
  });
});

describe('a check that only warns', () => {
  const lenient = (key: string): MemoryDesk => {
    const desk = workedDay();
    desk.book.fill('settings', [...desk.book.records('settings'), { key, value: 'warning' }]);
    return desk;
  };

  it('of an old iNAV stays the same warning as the minutes pass', () => {
    const desk = lenient('check_stale_inav');
    desk.services.feeds = () => ({ executions: () => null, earlier: () => null, quotes: () => null });
    desk.book.fill('market-data', [
      { asset: 'HASH11', inav: 62.5, shares_per_unit: 20_000, as_of: `${DATE}T09:30:00` },
    ]);
    const shown = preview(desk.services, initialOrders());
    expect(shown.warnings.map(({ code }) => code)).toContain('stale-inav');
    minutesLater(desk, 4);
    expect(apply(desk.services, initialOrders(), shown.hash).status).toBe('applied');
  });

  it.each([
    ['check_cutoff', `${DATE}T13:41:00`, 'past-cutoff'],
    ['check_cutoff', `${DATE}T17:56:00`, 'market-closed'],
  ])('of the time (%s at %s) does too', (key, now, code) => {
    const desk = lenient(key);
    apply(desk.services, initialOrders());
    desk.world.now = now;
    desk.world.fills = [MIDDAY_FILL];
    const shown = preview(desk.services, primaryUnits('all', true));
    expect(shown.warnings.map((warning) => warning.code)).toContain(code);
    minutesLater(desk, 2);
    expect(apply(desk.services, primaryUnits('all', true), shown.hash).status).toBe('applied');
  });
});

describe('while somebody else’s run is under way', () => {
  it('nothing is shown and nothing applied', () => {
    const desk = workedDay();
    desk.world.lockedByAnother = true;
    const before = frozen(desk);
    const busy = 'another run is under way; wait until it has ended and try again';
    expect(preview(desk.services, initialOrders())).toMatchObject({ status: 'held', hash: null });
    expect(apply(desk.services, initialOrders())).toMatchObject({ status: 'held', problems: [busy] });
    expect(frozen(desk)).toBe(before);
  });
});

it('status is previewed as nothing new', () => {
  const desk = opened();
  expect(preview(desk.services, status()).status).toBe('unchanged');
});

describe('orders before the market opens', () => {
  const early = (time: string, open: string | null = null): MemoryDesk => {
    const desk = workedDay();
    desk.world.now = `${DATE}T${time}:00`;
    desk.world.quotes = [{ ...HASH11, asOf: desk.world.now }];
    if (open !== null) desk.book.fill('holidays', [{ date: DATE, open }]);
    return desk;
  };
  const notes = (desk: MemoryDesk, language: 'en' | 'pt' = 'en'): readonly string[] =>
    preview(desk.services, initialOrders()).notes.map((note) => print(note, language));

  it('wait until then, which the preview says as a fact: no problem, no warning', () => {
    const shown = preview(early('09:00').services, initialOrders());
    expect(shown.status).toBe('ready');
    expect(JSON.stringify(shown.warnings)).not.toContain('market opens');
    expect(notes(early('09:00'))).toEqual(['the market opens at 10:05; 1 order waits until then']);
    expect(notes(early('09:00'), 'pt')).toEqual(['o mercado abre às 10:05; 1 ordem espera até lá']);
  });

  it('wait as long as the date’s own hours say, and not at all once it is open', () => {
    expect(notes(early('10:15', '11:00'))).toEqual(['the market opens at 11:00; 1 order waits until then']);
    expect(notes(early('11:00', '11:00'))).toEqual([]);
    expect(notes(early('10:15'))).toEqual([]);
  });

  it('are confirmed after the opening as they were shown before it', () => {
    const desk = early('09:59');
    const { hash, notes: said } = preview(desk.services, initialOrders());
    expect(said).toHaveLength(1);
    desk.world.now = `${DATE}T10:06:00`;
    expect(apply(desk.services, initialOrders(), hash).status).toBe('applied');
  });

  it('that are stopped wait for nothing', () => {
    const desk = early('09:00');
    apply(desk.services, initialOrders());
    expect(preview(desk.services, cancel({ side: 'BUY', reason: 'no cash' })).notes).toEqual([]);
  });
});
