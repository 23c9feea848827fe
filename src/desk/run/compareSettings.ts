// Midday with other settings beside one another, from the tabs as the preview has just read them: no feed is asked, nothing is kept.
import { ALL_FAMILIES, familyKey } from '../../domain/etf';
import type { DecisionTable } from '../../stages/decisions/table';
import { whatIf } from '../../stages/whatIf';
import type { StageRequest } from '../request';
import type { Services } from '../services';
import { deskOf, inputsNow } from './personDecides';

/** @throws where the state cannot be read */
export const compareSettings = (
  services: Services,
  { scope = ALL_FAMILIES, paused = false }: StageRequest,
): readonly DecisionTable[] => whatIf(inputsNow(deskOf(services)), { scope: familyKey(scope), paused });
