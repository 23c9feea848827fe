// split_by = money: a search that had to end says what it may have missed, and why it ended.
import { describe, expect, it } from '@jest/globals';
import { searchWarnings } from '../../src/stages/units/searchWarnings';
import { texts } from '../fakes/said';

const search = { objective: 2_000_000, gap: 3_000, end: 'work' } as const;

describe('a search for the cheapest units that ended before its proof', () => {
  it('says how much of the cost could still be saved, at most', () => {
    expect(texts(searchWarnings(search))).toEqual([
      'the cheapest units were searched for as long as split_seconds says; at most 0.15% of their cost, R$ 3,000.00, could still be saved',
    ]);
  });

  it('says when the clock ended it, since another run may then find other units', () => {
    expect(texts(searchWarnings({ ...search, end: 'time' }))).toEqual([
      expect.stringMatching(/had to stop.*at most 0\.15% of their cost.*another run may find other units/),
    ]);
  });

  it.each(['searched', 'proven'] as const)('goes by what is left, whatever the end is called: %s', (end) => {
    expect(texts(searchWarnings({ ...search, end }))).toEqual([
      expect.stringMatching(/nothing more to try.*at most 0\.15% of their cost, R\$ 3,000\.00/),
    ]);
  });

  it('never says less than is left: a part of a hundredth of a percent counts whole', () => {
    expect(texts(searchWarnings({ ...search, gap: 201 }))[0]).toContain('at most 0.02% of their cost');
  });

  it('says nothing where nothing is left to save, or next to nothing', () => {
    expect(searchWarnings({ ...search, gap: 0, end: 'proven' })).toEqual([]);
    expect(searchWarnings({ ...search, gap: 199 })).toEqual([]);
    expect(searchWarnings(null)).toEqual([]);
  });
});
