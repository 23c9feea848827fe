// When two problems are the same to somebody who was told already.
import { describe, expect, it } from '@jest/globals';
import { error, problemKey, problemMessage } from '../../src/domain/problem';
import { msg } from '../../src/language/message';
import { said } from '../fakes/said';

const cash = (fund: string, money: number) =>
  error(
    'cash',
    msg('{fund} buys for {money} and has {money2}; lower an amount or correct its cash', {
      fund,
      money,
      money2: 0,
    }),
    { tab: 'daily-trades', cell: 'E2' },
  );

describe('a problem', () => {
  it('is the same one with other figures in another row, and another with another name', () => {
    const key = problemKey(cash('ALFA', 100));
    expect(problemKey({ ...cash('ALFA', 200), cell: 'E9' })).toBe(key);
    expect(problemKey(cash('BETA', 100))).not.toBe(key);
    expect(problemKey({ ...cash('ALFA', 100), code: 'holdings' })).not.toBe(key);
  });

  it('is the same one whatever it counts, amounts or measures', () => {
    const passed = (bps: number, money: number) =>
      error(
        'beyond-limit',
        msg('the iNAV of {code} has passed the limit of {side} by {bps} bps: {money} stays undone', {
          ...{ code: 'HASH11', side: 'BUY', bps, money },
        }),
      );
    expect(problemKey(passed(3.5, 200))).toBe(problemKey(passed(3.4, 100)));
  });

  it('is told apart by what it quotes, however deep', () => {
    const held = (broker: string) =>
      error('broke-off', msg('the step broke off ({said})', { said: msg('inbox of {broker}', { broker }) }));
    expect(problemKey(held('Aurora'))).not.toBe(problemKey(held('Meridian')));
  });

  it('is one sentence with its place where a sentence is wanted', () => {
    expect(said(problemMessage(cash('ALFA', 100)))).toBe(
      'daily-trades!E2: ALFA buys for R$ 1.00 and has R$ 0.00; lower an amount or correct its cash',
    );
    expect(said(problemMessage(error('busy', msg('held'))))).toBe('held');
  });
});
