// The report as it was sent, made again with what is known now: its files alone, because its mail went with the allocation.
import type { Problem } from '../../domain/problem';
import type { DayAllocation } from '../allocation/dayAllocation';
import { fillWarnings } from '../checks/fills';
import type { OpenInputs } from '../day/inputs';
import type { OutputFile } from '../outcome/outcome';
import { dayReport } from './dayReport';
import { reported } from './reported';

/** @param made the allocation in force @param odd what else is warned of */
export function reportAgain(
  inputs: OpenInputs,
  made: DayAllocation,
  odd: readonly Problem[],
  digest: (text: string) => string,
): readonly OutputFile[] {
  const warnings = [...fillWarnings(inputs), ...odd];
  return reported(inputs, dayReport(inputs, made, { warnings }), digest).files;
}
