// What every fund did today, ETF by ETF: for its own page.
import type { Cnpj } from '../../domain/cnpj';
import type { ReportFund, ReportLine } from '../../messages/report/report';
import type { AllocationRow } from '../../sheets/tabs';
import type { OpenInputs } from '../day/inputs';
import { fundOf } from '../day/known';
import type { Reasoned } from '../day/tables';
import { memberKey } from '../split/keys';
import type { Position } from '../split/positions';
import type { Mix } from './mix';

type Row = Reasoned<AllocationRow>;

/** By name, then by CNPJ: whatever the order of rows. */
export function reportFunds(
  inputs: OpenInputs,
  positions: readonly Position[],
  rows: readonly Row[],
  { beyond }: Mix,
): readonly ReportFund[] {
  const homes = new Set(positions.map(memberKey));
  const byFund = new Map<Cnpj, Row[]>();
  for (const row of rows) {
    if (row.cnpj === null) continue;
    const known = byFund.get(row.cnpj);
    if (known) known.push(row);
    else byFund.set(row.cnpj, [row]);
  }
  return [...byFund]
    .map(([cnpj, own]) => ({
      fund: own[0]?.fund ?? cnpj,
      cnpj,
      administrator: fundOf(inputs, cnpj)?.administrator ?? null,
      lines: own.map((row) => {
        const key = memberKey({ ...row, cnpj });
        return lineOf(row, !homes.has(key), beyond.get(key) ?? null);
      }),
    }))
    .sort((a, b) => (a.fund === b.fund ? (a.cnpj < b.cnpj ? -1 : 1) : a.fund < b.fund ? -1 : 1));
}

function lineOf(row: Row, isGiveBack: boolean, beyond: ReportLine['beyond']): ReportLine {
  const { asset, side, strategy, target, executed, givenBack, primary, units, shares } = row;
  const { residual, residualBps, residualAtNav, residualAtNavBps } = row;
  const { proRataShares, averagePrice, poolPrice, reasons } = row;
  return {
    ...{ asset, side, strategy, target, executed, givenBack, primary, units, shares, isGiveBack, beyond },
    ...{ residual, residualBps, residualAtNav, residualAtNavBps },
    ...{ proRataShares, averagePrice, poolPrice, reasons },
  };
}
