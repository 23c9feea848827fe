// A fill is beyond the limit price. Every version of an instruction counts: what was allowed once was rightly done.
import { msg } from '../../language/message';
import { executions } from '../../sheets/tabs';
import type { Check } from './check';
import { type FillsSubject, isOf } from './fillsSubject';

export const limitPrice: Check<FillsSubject> = {
  code: 'beyond-limit',
  setting: 'checkLimitPrice',
  find: ({ instructions, working, fills }) =>
    working.flatMap((instruction) => {
      const { asset, side, broker, id } = instruction;
      const limits = instructions.filter((version) => version.id === id).map((version) => version.limitPrice);
      const limit = side === 'BUY' ? Math.max(...limits) : Math.min(...limits);
      const beyond = fills.filter(
        (fill) => isOf(instruction, fill) && (side === 'BUY' ? fill.price > limit : fill.price < limit),
      );
      if (beyond.length === 0) return [];
      const text = msg(
        '{broker} has {n} {n|fill|fills} of {side} {code} beyond the limit of {price}; ask why',
        { broker, n: beyond.length, side, code: asset, price: limit },
      );
      // It has happened: to stop a stage would change nothing of it.
      return [{ text, place: { tab: executions.name }, severity: 'warning' as const }];
    }),
};
