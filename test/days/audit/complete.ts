// 9. COMPLETE: everybody answered, nothing is pending, and what is known is what was allocated.

import type { StepTrace } from '../types';
import { type AuditFacts, type AuditFill, counted, fillsIn } from './facts';

export function completeMeansIt({ trace }: AuditFacts): readonly string[] {
  return trace.steps.flatMap((step, at) =>
    step.complete === true ? missing(trace.steps.slice(0, at + 1), trace.file.steps.slice(0, at + 1)) : [],
  );
}

function missing(
  steps: readonly StepTrace[],
  asked: readonly { readonly call?: string; readonly args?: readonly unknown[] }[],
): readonly string[] {
  const last = steps.at(-1);
  if (last === undefined) return [];
  const fills = fillsIn(last.executions);
  const heard = new Set(fills.map(({ broker }) => broker));
  const accepted = steps.flatMap(({ call, status }, at) =>
    call === 'acceptOdd' && status === 'done' ? [JSON.stringify(asked[at]?.args ?? [])] : [],
  );
  const instructed = new Set(
    steps.flatMap(({ orders }) =>
      orders.filter(({ cap }) => Number(cap) > 0).map(({ broker }) => String(broker)),
    ),
  );
  const silent = [...instructed].filter(
    (broker) => !heard.has(broker) && !accepted.some((text) => text.includes(`"${broker}"`)),
  );
  const pending = fills.filter(({ status }) => status === 'PENDING');
  const allocated = steps.findLast(
    ({ call, status }) =>
      call === 'completeAdjustmentWorkflow' && (status === 'applied' || status === 'unchanged'),
  );
  const isSame = allocated !== undefined && contentOf(fills) === contentOf(fillsIn(allocated.executions));
  return [
    ...silent.map((broker) => `${last.at}: COMPLETE while ${broker} has instructions and said nothing`),
    ...(pending.length > 0 ? [`${last.at}: COMPLETE with ${pending.length} pending`] : []),
    ...(isSame ? [] : [`${last.at}: COMPLETE with fills that were not allocated`]),
  ];
}

const contentOf = (fills: readonly AuditFill[]): string =>
  counted(fills)
    .map(({ key, quantity, price }) => `${key}/${quantity}/${price}`)
    .sort()
    .join('\n');
