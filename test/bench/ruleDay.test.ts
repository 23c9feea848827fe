// The day that the bench plays is a day: whole, the same again, and the rule in it is the one that was asked for.
import { describe, expect, it } from '@jest/globals';
import { playDay, type Rule, seededDay, spreadOf } from './ruleDay';

const day = seededDay(41);
const played = (settings: Rule['settings']) => playDay(day, { settings, knowsSpreads: false });
const plain = played({});

describe('a seeded day of the bench', () => {
  it('comes out the same whenever it is played', () => {
    expect(playDay(seededDay(41), { settings: {}, knowsSpreads: false })).toEqual(plain);
  });

  it('gives nothing back where the desk never does, and the most where units overshoot and every round gives back', () => {
    const former = { unit_rounding: 'nearest', give_back: 'every', last_round_before_close: '55' };
    expect(played({ give_back: 'never' })).toMatchObject({ givenBack: 0, crossing: 0 });
    expect(played(former).givenBack).toBeGreaterThan(plain.givenBack);
  });

  it('measures spreads by the middle of bid and ask', () => {
    expect(['HASH11', 'BITH11', 'ETHE11', 'WEB311', 'DEFI11', 'META11', 'SOLH11'].map(spreadOf)).toEqual([
      19, 22, 18, 199, 259, 299, 466,
    ]);
  });
});
