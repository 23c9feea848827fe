// Units are never so many that a fund would be over by more than it can give back.
import { describe, expect, it } from '@jest/globals';
import { mostInUnits } from '../../src/stages/standing/tradingRule';

const UNIT = 830_000_00;
const rule = { rounds: 'last', band: 0, tolerance: 1_000_00 } as const;

describe('units that a fund could not give back', () => {
  it('are not asked for: a fund that holds nothing stays within its target and the tolerance', () => {
    expect(Math.floor(mostInUnits(2.9 * UNIT, 0, 50, rule) / UNIT)).toBe(2);
    expect(Math.floor(mostInUnits(3 * UNIT - 1_000_00, 0, 50, rule) / UNIT)).toBe(3);
    expect(Math.floor(mostInUnits(3 * UNIT - 1_000_01, 0, 50, rule) / UNIT)).toBe(2);
  });

  it('are, where it holds the shares to sell instead, or may keep what it is over', () => {
    expect(Math.floor(mostInUnits(2.9 * UNIT, 1_660, 50, rule) / UNIT)).toBe(3);
    expect(Math.floor(mostInUnits(2.9 * UNIT, 1_650, 50, { ...rule, tolerance: 0 }) / UNIT)).toBe(2);
    expect(Math.floor(mostInUnits(2.9 * UNIT, 0, 50, { ...rule, band: 350 }) / UNIT)).toBe(3);
  });

  it('are not, whatever it holds, on a desk that never gives back', () => {
    expect(Math.floor(mostInUnits(2.9 * UNIT, 9_999, 50, { ...rule, rounds: 'never' }) / UNIT)).toBe(2);
  });
});
