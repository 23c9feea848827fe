// When the rounds of the afternoon are: counted back from the close, whatever the close is and whenever the schedule starts.
import { describe, expect, it } from '@jest/globals';
import { openBook } from '../../src/desk/openBook';
import { readTable } from '../../src/sheets/read';
import { readSettings } from '../../src/sheets/settings';
import { settingsTab } from '../../src/sheets/tabs';
import { isLastRound, roundsLeft } from '../../src/stages/agenda/rounds';
import { type DayInputs, readInputs, STANDING_TABS } from '../../src/stages/day/inputs';
import { EMPTY_STATE } from '../../src/stages/day/state';
import { DATE, workedDay } from '../fixtures/workedDay';

const clock = (stamps: readonly string[]): readonly string[] => stamps.map((stamp) => stamp.slice(11, 16));

const desk = workedDay();
const book = openBook(desk.services.book);
const { settings } = readSettings(readTable(settingsTab, book.read(settingsTab.name)).table);
const { inputs } = readInputs(book.read, STANDING_TABS, {
  now: desk.world.now,
  user: 'trader@desk.example',
  settings,
  state: EMPTY_STATE,
});

/** Today at this time, with what the cycle did so far. */
function day(
  time: string,
  change: Partial<DayInputs> = {},
  lastAt: string | null = null,
  iteration = 0,
): DayInputs {
  return {
    ...inputs,
    now: `${DATE}T${time}:00`,
    state: {
      ...EMPTY_STATE,
      tradeDate: DATE,
      cycle: {
        iteration,
        lastAt: lastAt === null ? null : `${DATE}T${lastAt}:00`,
        converged: false,
        maximum: null,
      },
    },
    ...change,
  };
}

const half = { holidays: [{ date: DATE, open: '10:05', close: '13:00' }] };

describe('the rounds of the afternoon', () => {
  it('end a quarter of an hour before the close, half an hour apart', () => {
    expect(clock(roundsLeft(day('10:15'), 3))).toEqual(['16:40', '17:10', '17:40']);
    expect(clock(roundsLeft(day('10:15'), 1))).toEqual(['17:40']);
  });

  it('follow the close of a half day', () => {
    expect(clock(roundsLeft(day('10:15', half), 3))).toEqual(['11:45', '12:15', '12:45']);
  });

  it('keep the last one when there is room for no other', () => {
    const short = { holidays: [{ date: DATE, open: '10:05', close: '10:50' }] };
    expect(clock(roundsLeft(day('10:06', short), 3))).toEqual(['10:05', '10:35']);
    expect(clock(roundsLeft(day('17:30', {}), 3)).at(-1)).toBe('17:40');
  });

  it('never come within the interval of one that a trader ran by hand', () => {
    expect(clock(roundsLeft(day('16:40', {}, '16:35', 1), 3))).toEqual(['17:10', '17:40']);
    expect(clock(roundsLeft(day('17:36', {}, '17:35', 2), 3))).toEqual(['18:05']);
  });

  it('begin no earlier than the desk says', () => {
    const late = { settings: { ...settings, adjustmentsFrom: '17:00' } };
    expect(clock(roundsLeft(day('10:15', late), 3))).toEqual(['17:10', '17:40']);
  });

  it('are the last by their number or by the clock', () => {
    expect(isLastRound(day('16:40'), 3)).toBe(false);
    expect(isLastRound(day('17:40'), 3)).toBe(true);
    expect(isLastRound(day('15:00', {}, '14:00', 2), 3)).toBe(true);
    expect(isLastRound(day('12:45', half), 3)).toBe(true);
  });
});
