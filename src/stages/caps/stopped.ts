// Whether a person stopped what a stage is about to work. Orders carry it themselves: see `cancelled` of an intent.
import { coversBroker, coversOrder } from '../../domain/stop';
import type { Side } from '../../domain/trade';
import type { DayState } from '../day/state';
import type { Claimant } from '../ledger/claims';

/** A broker that was stopped gets nothing more of it today. */
export const isBrokerStopped = (
  { stops }: Pick<DayState, 'stops'>,
  work: { readonly asset: string; readonly side: Side; readonly broker: string },
): boolean => stops.some((stop) => coversBroker(stop, work));

/** Give-backs stay stopped until the fund's order in that ETF was amended after the stop. */
export const isGiveBackStopped = ({ stops, intents }: DayState, claimant: Claimant): boolean =>
  stops.some(
    (stop) =>
      stop.broker === null &&
      coversOrder(stop, claimant) &&
      !intents.some(
        ({ cnpj, asset, amount, frozenAt }) =>
          cnpj === claimant.cnpj && asset === claimant.asset && amount > 0 && frozenAt > stop.at,
      ),
  );
