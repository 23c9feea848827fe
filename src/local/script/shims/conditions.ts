// The builder of conditional formats.
import { builder, value } from './remote';

interface Draft {
  readonly condition: string | null;
  readonly value: unknown;
  readonly background: string | null;
  readonly fontColor: string | null;
  readonly ranges: readonly unknown[];
}

const when =
  (condition: string) =>
  (draft: Draft, operand: string | number): Draft => ({ ...draft, condition, value: operand });

export function conditionBuilder(): object {
  const draft: Draft = { condition: null, value: null, background: null, fontColor: null, ranges: [] };
  return builder(
    'ConditionalFormatRuleBuilder',
    draft,
    {
      whenTextEqualTo: when('TEXT_EQ'),
      whenTextContains: when('TEXT_CONTAINS'),
      whenNumberLessThan: when('NUMBER_LESS'),
      whenNumberGreaterThan: when('NUMBER_GREATER'),
      setBackground: (rule, background: string | null) => ({ ...rule, background }),
      setFontColor: (rule, fontColor: string | null) => ({ ...rule, fontColor }),
      setRanges: (rule, ranges: readonly object[]) => ({ ...rule, ranges }),
    },
    {
      build: (rule) => {
        if (rule.condition === null || rule.ranges.length === 0)
          throw new Error('A conditional format rule needs a condition and at least one range.');
        return value('ConditionalFormatRule', rule);
      },
    },
  );
}
