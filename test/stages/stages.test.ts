// The registry: whoever names a stage names a row, and whoever asks for one is told what it does not know.
import { describe, expect, it } from '@jest/globals';
import {
  STAGE_NAMES,
  type StageName,
  stageNamed,
  stageRow,
  stageTitle,
  UNATTENDED_STAGES,
} from '../../src/domain/stage';
import * as main from '../../src/main';
import { STAGES, stageFrom, stageOf } from '../../src/stages/stages';
import { said } from '../fakes/said';

describe('a stage', () => {
  it.each(STAGE_NAMES.map((name) => [name] as const))('%s has a row, a plan and its function', (name) => {
    // An earlier day is read as it was kept, not from the tabs.
    const isCorrection = name === 'correct';
    expect(STAGES[name].reads.length > 0).toBe(!isCorrection);
    const scope = isCorrection ? '2024-11-08' : 'all';
    expect(stageOf(name, isCorrection ? { date: scope } : {})).toMatchObject({ name, scope });
    const { calls } = stageRow(name);
    if (calls !== null) expect(main).toHaveProperty(calls);
  });

  it('opens the day, and another closes it: no two do the same', () => {
    const marked = (mark: 'opensDay' | 'closesDay'): readonly StageName[] =>
      STAGE_NAMES.filter((name) => STAGES[name][mark]);
    expect([marked('opensDay'), marked('closesDay')]).toEqual([['initial'], ['final']]);
  });

  it('goes unattended only where its row says so', () => {
    expect(UNATTENDED_STAGES).toEqual(['initial', 'primary', 'adjustments', 'final']);
  });

  it('is called by the family where it runs for one', () => {
    expect(said(stageTitle('primary'))).toBe('Primary units');
    expect(said(stageTitle('primary', 'staking'))).toBe('Primary units: staking');
    expect(said(stageTitle('final', 'staking'))).toBe('Final allocation');
  });
});

describe('a request', () => {
  it('is read with what the stage takes, a family in lower case', () => {
    expect(stageFrom({ stage: 'primary', scope: ' Nasdaq ' })).toMatchObject({
      name: 'primary',
      scope: 'nasdaq',
    });
    expect(stageFrom({ stage: 'adjustments', maxIterations: 2 })).toMatchObject({ name: 'adjustments' });
  });

  it('for no stage, or for no number of iterations, is refused with what there is', () => {
    expect(stageNamed('toString')).toBeNull();
    expect(() => stageFrom({ stage: 'lunch' })).toThrow(
      '"lunch" is not a stage; use initial, primary, adjustments, final, nav, status, amend',
    );
    expect(() => stageFrom({ stage: 'adjustments', maxIterations: 0 })).toThrow(
      '"0" is not a number of iterations; use 1 or more',
    );
  });
});
