// What a trader has put away is hidden, and nothing else is; what was fetched is said with its time.
import { describe, expect, it } from '@jest/globals';
import { bringBack, putAway, putAwayOn } from '../../src/desk/look/putAway';
import { refreshNow } from '../../src/desk/look/refreshNow';
import { initialOrders } from '../../src/stages/stages';
import { memoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { said } from '../fakes/said';
import { DATE, MIDDAY_FILL, workedDay } from '../fixtures/workedDay';

describe('what was put away', () => {
  it('is that alone, on its day, until it is brought back', () => {
    const { services } = memoryDesk();
    const hidden = (date = DATE) => ['cap/A', 'cap/B', 'cap/C'].filter(putAwayOn(services, date));
    expect(hidden()).toEqual([]);
    putAway(services, DATE, ['cap/B']);
    expect(hidden()).toEqual(['cap/B']);
    putAway(services, DATE, ['cap/C']);
    expect([hidden(), hidden('2024-11-11')]).toEqual([['cap/B', 'cap/C'], []]);
    bringBack(services.journal);
    expect(hidden()).toEqual([]);
  });

  it('comes back, the oldest first, beyond a hundred of them', () => {
    const { services } = memoryDesk();
    const keys = Array.from({ length: 101 }, (_, at) => `cap/${at}`);
    for (const key of keys) putAway(services, DATE, [key]);
    expect(keys.filter((key) => !putAwayOn(services, DATE)(key))).toEqual(['cap/0']);
    // Put away once more, one is the newest.
    putAway(services, DATE, ['cap/1', 'cap/0']);
    expect(keys.filter((key) => !putAwayOn(services, DATE)(key))).toEqual(['cap/2']);
  });
});

it('a refresh says as of when the fills are', () => {
  const desk = workedDay();
  apply(desk.services, initialOrders());
  desk.world.fills = [MIDDAY_FILL];
  desk.world.now = `${DATE}T12:34:00`;
  const { headline, fillsAsOf } = refreshNow(desk.services);
  expect([said(headline), fillsAsOf]).toEqual([
    '1 fill over R$ 3,744,000.00 as of 12:34',
    `${DATE}T12:34:00`,
  ]);
});
