// What units settle at once the official NAV is published: they restate the residual, never the split.
import { type Cents, notional } from '../../domain/money';
import type { UnitQuotes } from '../day/quotes';
import type { Position } from '../standing/positions';

export interface AtNav {
  readonly primaryAtNav: Cents;
  readonly residualAtNav: Cents;
}

/** null until the NAV of its ETF is known. */
export function atNav(
  { asset, unitShares, primary, residual }: Pick<Position, 'asset' | 'unitShares' | 'primary' | 'residual'>,
  official: UnitQuotes,
): AtNav | null {
  const quote = official.get(asset);
  if (!quote) return null;
  const primaryAtNav = notional(unitShares, quote.inav);
  return { primaryAtNav, residualAtNav: residual + primary - primaryAtNav };
}
