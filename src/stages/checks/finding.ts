// How a rule's finding becomes a problem: its switch in the settings gives the severity.
import type { Problem } from '../../domain/problem';
import type { CheckMode } from '../../sheets/settings';

/** A rule's finding at the severity that its switch gives it; nothing when it is off. */
export function finding(
  mode: CheckMode,
  make: (severity: Problem['severity']) => Problem,
): readonly Problem[] {
  return mode === 'off' ? [] : [make(mode)];
}

export const general = (
  severity: Problem['severity'],
  code: string,
  tab: string | null,
  text: string,
): Problem => ({
  severity,
  code,
  tab,
  cell: null,
  text,
});
