import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { mailsBySteps, statuses } from './statuses';

export const shows =
  'the stage stops with both figures; who accepted it and why stands in its warnings and in the evening’s mail';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['applied', 'refused', 'done', 'applied', 'applied']);
  expect(result.steps[1]?.result).toMatchObject({ problems: [{ code: 'odd-fill-price', cell: 'G3' }] });
  expect(mailsBySteps(result)).toEqual([1, 0, 0, 2, 2]);
  const told =
    'fill F2 of Aurora, BUY HASH11, is at R$ 6,240.00, and the iNAV was R$ 62.50; accepted for today by a@desk.example: Aurora busts it tonight';
  expect(result.steps[3]?.result).toMatchObject({
    warnings: expect.arrayContaining([expect.objectContaining({ text: told })]),
  });
  expect(result.mails.at(-1)?.text).toContain(told);
  expect(result.tabs.log?.map(({ headline }) => headline)).toContain(
    'accepted: fill F2 of Aurora, BUY HASH11, is at R$ 6,240.00, and the iNAV was R$ 62.50; it looks like a factor of 100; because: Aurora busts it tonight',
  );
}
