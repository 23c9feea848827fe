// 6. What was seen once stays seen, from step to step.
import { type AuditFacts, fillsIn } from './facts';

export function fillsStay({ trace }: AuditFacts): readonly string[] {
  return trace.steps.flatMap((step, at): readonly string[] => {
    const before = trace.steps[at - 1];
    // Whoever types into the tab is not the desk.
    if (before === undefined || step.call === null) return [];
    const now = new Map(fillsIn(step.executions).map((fill) => [fill.key, fill]));
    return fillsIn(before.executions).flatMap((fill): readonly string[] => {
      const found = now.get(fill.key);
      return found === undefined
        ? [`${fill.key} was known before ${step.at} ${step.call} and is not after it`]
        : [];
    });
  });
}
