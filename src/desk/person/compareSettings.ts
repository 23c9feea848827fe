// Midday with other settings beside one another, from the tabs as the preview has just read them: no feed is asked, nothing is kept.
import { ALL_FAMILIES, familyKey } from '../../domain/etf';
import { minutesBetween } from '../../domain/stamp';
import type { DecisionTable } from '../../stages/decisions/table';
import type { StageRequest } from '../../stages/stages';
import { STAGES } from '../../stages/stages';
import { whatIf } from '../../stages/whatIf';
import { LIMITS } from '../limits';
import type { Services } from '../services';
import { deskOf, inputsNow } from './personDecides';

/** @throws where the state cannot be read */
export function compareSettings(
  services: Services,
  { scope = ALL_FAMILIES }: StageRequest,
): readonly DecisionTable[] {
  const desk = deskOf(services);
  const isSpent = (): boolean => minutesBetween(desk.now, services.now()) >= LIMITS.runMinutes / 2;
  return whatIf({ ...inputsNow(desk, STAGES.primary.reads), isSpent }, familyKey(scope));
}
