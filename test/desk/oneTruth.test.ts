// One truth: at ten moments of a day with an irregular course, everything that shows a figure shows the same figure. What is compared
// where stands in test/fixtures/oneTruth.
import { beforeAll, describe, expect, it } from '@jest/globals';
import { initialOrders } from '../../src/stages/stages';
import { percent } from '../../src/ui/pages/figures';
import { effort } from '../effort';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { sampleDesk } from '../fakes/sampleDesk';
import { at, MOMENTS, refresh, trade } from '../fixtures/oneTruth/day';
import { type Look, look } from '../fixtures/oneTruth/look';

/** How a side's note says that funds of the other give back there. */
const BACK = /^no fund has an order here: R\$ [\d,.]+ is to be given back, /;

/** How a fund's note says that its target is more than is asked. */
const KEPT = /^asked now: R\$ [\d,.]+; its target stays R\$ [\d,.]+, /;

describe.each(effort(['fill'], ['average', 'fill', 'block']))(
  'a day with a bust, a correction, an amendment, a cancellation and what is given back, at brokers that take %s',
  (takes) => {
    let looks: readonly Look[] = [];
    let desk: MemoryDesk;
    beforeAll(() => {
      desk = sampleDesk({ give_back: 'every', TRADER_EMAILS: 'mesa@desk.example' });
      desk.book.fill(
        'brokers',
        desk.book.records('brokers').map((row) => ({ ...row, allocate_by: takes })),
      );
      const [opening, ...later] = MOMENTS;
      if (opening === undefined) throw new Error('the day has no moments');
      const first = look(desk, opening, null);
      looks = [first, ...later.map((moment) => look(desk, moment, first.truth))];
    });

    it('has more than ten moments, with what makes figures part, in them', () => {
      expect(looks.length).toBeGreaterThanOrEqual(10);
      const back = looks.flatMap(({ truth }) =>
        [...truth].filter(([key, brl]) => key.endsWith('givenBack') && brl > 0),
      );
      expect(back.length).toBeGreaterThan(0);
      expect(looks.filter(({ mailed }) => mailed).length).toBeGreaterThan(0);
      expect(desk.mails.filter(({ subject }) => subject.includes('end of day'))).toHaveLength(1);
      const sum = (of: (look: Look) => number): number => looks.reduce((all, one) => all + of(one), 0);
      process.stdout.write(
        [
          ...looks.map(
            ({ name, figures, previewed }) => `${name}: ${figures} figures, ${previewed} in previews`,
          ),
          `in all ${sum(({ figures }) => figures)} figures compared, ${sum(({ differences }) => differences.length)} differ\n`,
        ].join('\n'),
      );
    });

    it('shows the same figure everywhere, at each of them', () => {
      expect(looks.flatMap(({ name, differences: found }) => found.map((one) => `${name}: ${one}`))).toEqual(
        [],
      );
      expect(looks.every(({ figures }) => figures > 200)).toBe(true);
      // Until the day is allocated there is always something to preview.
      expect(looks.slice(0, -1).filter(({ previewed }) => previewed === 0)).toEqual([]);
      expect(looks.reduce((sum, { previewed }) => sum + previewed, 0)).toBeGreaterThan(700);
    });

    it('says in the evening what its plan wanted and is not finished, and while it trades nothing of what is still to come', () => {
      const [opening] = looks;
      expect(opening?.waits).toEqual([]);
      const waits = looks.at(-1)?.waits ?? [];
      expect(waits).toContain('2 of 3 rounds of the adjustment cycle ran');
      expect(waits.filter((each) => / is not done, in \d+ funds?/.test(each)).length).toBeGreaterThan(0);
      expect(
        waits.filter((each) =>
          /^1 fill of .* was busted: traded at \d\d:\d\d, heard of at \d\d:\d\d$/.test(each),
        ),
      ).toHaveLength(1);
    });

    it('never shows less than nothing executed, and says what is left as its parts do', () => {
      for (const { truth } of looks)
        for (const [key, brl] of truth) {
          if (key.endsWith('executed') || key.endsWith('givenBack')) expect(brl).toBeGreaterThanOrEqual(0);
          if (!key.endsWith('residual')) continue;
          const of = (figure: string): number => truth.get(key.replace(/residual$/, figure)) ?? Number.NaN;
          expect(of('target') - of('primary') - of('executed') + of('givenBack')).toBeCloseTo(brl, 2);
          expect(percent(of('done'), 'en') === '100.0%' && brl > 0).toBe(false);
        }
    });

    it('says why a side that was finished is open again', () => {
      const notes = desk.book.records('status').flatMap(({ note }) => (note === null ? [] : [String(note)]));
      const whole = sampleDesk({ give_back: 'every' });
      whole.world.now = at('10:15');
      apply(whole.services, initialOrders());
      const [first] = whole.book.records('orders').filter(({ asset }) => asset === 'DEFI11');
      if (first === undefined) throw new Error('nothing to trade');
      whole.world.now = at('11:00');
      trade(whole, 1.02, '10:50');
      refresh(whole);
      const finished = whole.book.records('status').filter(({ residual }) => Number(residual) <= 0);
      expect(finished.length).toBeGreaterThan(0);
      whole.world.now = at('12:00');
      whole.world.fills = whole.world.fills.map((fill) => ({ ...fill, status: 'BUSTED' as const }));
      refresh(whole);
      const said = whole.book.records('status').flatMap(({ note }) => (note === null ? [] : [String(note)]));
      expect(said.length).toBeGreaterThan(0);
      // The other notes of that day: an order that was reduced, whose fund had more than is asked now, and what is only given back.
      const [kept, others] = [
        notes.filter((note) => KEPT.test(note)),
        notes.filter((note) => !KEPT.test(note) && !BACK.test(note)),
      ];
      expect(kept.length).toBeGreaterThan(0);
      for (const note of [...said, ...others])
        expect(note).toMatch(/^it was finished at \d\d:\d\d and is open again: /);
      expect(said.join()).toContain('of what was executed is gone');
    });
  },
);
