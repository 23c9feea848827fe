// No naked sale, counted from the lines of a day: it can be said only where holdings are known.
import { describe, expect, it } from '@jest/globals';
import { openBook } from '../../src/desk/openBook';
import type { Line } from '../../src/stages/allocation/lines';
import { oversold } from '../../src/stages/allocation/oversold';
import { readInputs, readSettingsTab, STANDING_TABS } from '../../src/stages/day/inputs';
import { EMPTY_STATE } from '../../src/stages/day/state';
import { texts } from '../fakes/said';
import { ALFA, BETA, DATE, fill, workedDay } from '../fixtures/workedDay';

/** @param held shares of HASH11 at the opening, by fund; none = the tab is empty */
function said(held: Readonly<Record<string, number>>, lines: readonly Line[]): readonly string[] {
  const desk = workedDay();
  desk.book.fill(
    'holdings',
    Object.entries(held).map(([cnpj, shares]) => ({ cnpj, asset: 'HASH11', shares })),
  );
  const { read } = openBook(desk.services.book);
  const { settings } = readSettingsTab(read);
  const known = { now: `${DATE}T18:35:00`, user: '', settings, state: EMPTY_STATE };
  const { inputs } = readInputs(read, STANDING_TABS, known);
  return texts(oversold(inputs, lines));
}

const line = (cnpj: string | null, side: 'BUY' | 'SELL', shares: number): Line => ({
  fill: fill(`${side}${shares}`, side, shares, 62.5, `${DATE}T12:00:00`),
  cnpj,
  slice: 'open',
  shares,
});

describe('what a fund sold', () => {
  const lines = [line(ALFA, 'BUY', 100), line(ALFA, 'SELL', 700), line(ALFA, 'SELL', 50)];

  it('is naked beyond what it held and bought, and is named so', () => {
    expect(said({ [ALFA]: 600 }, lines)).toEqual([
      expect.stringMatching(/sold 750 shares of HASH11 and held or bought 700: 50 are sold naked/),
    ]);
    expect(said({ [ALFA]: 650 }, lines)).toEqual([]);
    expect(said({ [BETA]: 1 }, lines)).toHaveLength(1);
  });

  it('is accused of nothing where nobody knows what funds hold, and what no fund has is no fund’s sale', () => {
    expect(said({}, lines)).toEqual([]);
    expect(said({ [BETA]: 1 }, [line(null, 'SELL', 700)])).toEqual([]);
  });
});
