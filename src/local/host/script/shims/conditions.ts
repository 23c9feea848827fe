// The builder of conditional formats.
import { builder, value } from './remote';

interface Draft {
  readonly condition: string | null;
  readonly value: unknown;
  readonly background: string | null;
  readonly fontColor: string | null;
  readonly ranges: readonly unknown[];
}

/** Apps Script's names, which are also the values of the enumeration here. */
export const BOOLEAN_CRITERIA = {
  TEXT_EQUAL_TO: 'TEXT_EQUAL_TO',
  TEXT_CONTAINS: 'TEXT_CONTAINS',
  NUMBER_LESS_THAN: 'NUMBER_LESS_THAN',
  NUMBER_GREATER_THAN: 'NUMBER_GREATER_THAN',
} as const;

const NAMES: Readonly<Record<string, keyof typeof BOOLEAN_CRITERIA>> = {
  TEXT_EQ: 'TEXT_EQUAL_TO',
  TEXT_CONTAINS: 'TEXT_CONTAINS',
  NUMBER_LESS: 'NUMBER_LESS_THAN',
  NUMBER_GREATER: 'NUMBER_GREATER_THAN',
};

const isRecord = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null;

/** As built by the script, or as the host found it in the tab. */
export function conditionalFormatRule(data: unknown): object {
  const rule = isRecord(data) ? data : {};
  const criteria = NAMES[String(rule.condition)];
  const condition =
    criteria === undefined
      ? null
      : value('BooleanCondition', data, {
          getCriteriaType: () => criteria,
          getCriteriaValues: () => [rule.value],
        });
  return value('ConditionalFormatRule', data, {
    getRanges: () => rule.ranges,
    getBooleanCondition: () => condition,
  });
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
        return conditionalFormatRule(rule);
      },
    },
  );
}
