// When the trades of a date settle: D+n by the setting, or as B3 settles then.
import { settlementCycle, settlementDate } from '../../domain/settlement';
import type { IsoDate } from '../../domain/stamp';
import type { DayInputs } from './inputs';

export const settlesOn = (
  { settings, holidays }: Pick<DayInputs, 'settings' | 'holidays'>,
  tradeDate: IsoDate,
): IsoDate => settlementDate(tradeDate, settings.settlementDays ?? settlementCycle(tradeDate), holidays);
