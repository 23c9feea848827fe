// A fund as the desk knows it: who it is, what it may hold and how far it may go to the primary market.
import type { Cnpj } from './cnpj';
import type { Cents } from './money';

/** How the administrator's file spells them (sic): carried and shown, never corrected. */
export const FUND_STRATEGIES = ['Partial_alocation', 'Full_alocation'] as const;
export type FundStrategy = (typeof FUND_STRATEGIES)[number];

export interface Fund {
  readonly fund: string;
  readonly cnpj: Cnpj;
  readonly type: string | null;
  readonly management: string | null;
  readonly strategy: FundStrategy | null;
  readonly onshoreAssets: readonly string[];
  readonly offshoreAssets: readonly string[];
  readonly administrator: string | null;
  readonly bank: string | null;
  readonly branch: string | null;
  readonly account: string | null;
  /** Net asset value and free cash in cents; null = not known, the checks on it are skipped. */
  readonly nav: Cents | null;
  readonly cash: Cents | null;
  /** false = never asks for creation or redemption units; null = as the strategy's setting says. */
  readonly primaryAccess: boolean | null;
  /** Creation units a day at most, by ETF. */
  readonly maxUnits: Readonly<Record<string, number>>;
}

/** Shares of one ETF that a fund held when the day opened. */
export interface Holding {
  readonly fund: string | null;
  readonly cnpj: Cnpj;
  readonly asset: string;
  readonly shares: number;
}
