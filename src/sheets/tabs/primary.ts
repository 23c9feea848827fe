// What midday decides: creation and redemption units, and why.
import type { Cnpj } from '../../domain/cnpj';
import type { Cents } from '../../domain/money';
import type { IsoDate } from '../../domain/stamp';
import type { Side } from '../../domain/trade';
import { basisPoints, choice, decimal, marked, money, optional, signedMoney, text, whole } from '../column';
import { list } from '../listColumn';
import { defineTab } from '../tab';
import { asset, fund, fundCnpj, MISS, SIDE_MARKS, settlementDate, side, tradeDate } from './common';

export interface PrimaryRow {
  readonly tradeDate: IsoDate;
  readonly family: string;
  readonly asset: string;
  readonly side: Side;
  readonly request: 'creation' | 'redemption' | 'none';
  readonly fund: string;
  readonly cnpj: Cnpj;
  readonly units: number;
  readonly unitShares: number;
  readonly unitValue: Cents;
  readonly value: Cents;
  readonly administrator: string | null;
  readonly target: Cents;
  readonly executedShares: number;
  readonly residual: Cents;
  readonly residualBps: number;
  readonly reasons: readonly string[];
  readonly objective: number;
  readonly lowerBound: number;
  readonly proRataUnits: number | null;
  readonly oneUnitMore: number | null;
  readonly oneUnitLess: number | null;
  readonly settlementDate: IsoDate;
  readonly executed: Cents;
}

export const primaryRequests = defineTab<PrimaryRow>(
  'primary-requests',
  'output',
  'Creation and redemption units per fund, and why.',
  {
    tradeDate,
    family: text('whose cut-off applied', 100),
    asset,
    side,
    request: marked(
      choice(['creation', 'redemption', 'none'] as const, 'what is asked of the administrator'),
      { creation: SIDE_MARKS.BUY, redemption: SIDE_MARKS.SELL },
    ),
    fund,
    cnpj: fundCnpj,
    units: whole('whole creation units'),
    unitShares: whole('shares in one unit'),
    unitValue: money('BRL of one unit at the iNAV'),
    value: money('BRL of the request at the iNAV'),
    administrator: optional(text('who takes the request')),
    target: money('the fund’s target, BRL'),
    executedShares: whole('shares of the secondary market given to it so far'),
    residual: signedMoney('when the units were chosen: target less value less executed, BRL'),
    residualBps: basisPoints('the same in basis points of the target'),
    reasons: list('why these units', 420),
    objective: decimal('weighted squared miss of the split', '#,##0.000000'),
    lowerBound: decimal('no split can be below this', '#,##0.000000'),
    proRataUnits: optional(decimal('units a plain pro rata would give')),
    oneUnitMore: optional(decimal('what one unit more would add to the miss', MISS)),
    oneUnitLess: optional(decimal('what one unit less would add to the miss', MISS)),
    settlementDate,
    executed: money('what these shares cost then, BRL'),
  },
);
