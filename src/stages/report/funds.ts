// What every fund did today, ETF by ETF: for its own page.
import { grouped } from '../../domain/lookup';
import type { ReportFigures, ReportFund, ReportLine } from '../../messages/report/report';
import type { AllocationRow } from '../../sheets/tabs';
import { atNav } from '../allocation/atNav';
import type { OpenInputs } from '../day/inputs';
import { memberKey } from '../day/keys';
import { fundOf } from '../day/lookups';
import { officialQuotes, type UnitQuotes } from '../day/quotes';
import { shortFunds } from '../look/names';
import { byHand } from '../look/notes';
import { figuresOf } from '../look/sides';
import type { Reasoned } from '../outcome/tables';
import { bps, type Position } from '../standing/positions';
import type { Mix } from './mix';
import { orderedBy } from './ordered';

type Row = Reasoned<AllocationRow>;

/** By name, then by CNPJ: whatever the order of rows. */
export function reportFunds(
  inputs: OpenInputs,
  positions: readonly Position[],
  rows: readonly Row[],
  { beyond }: Mix,
): readonly ReportFund[] {
  const homes = new Map(positions.map((position) => [memberKey(position), position]));
  const official = officialQuotes(inputs);
  const short = shortFunds(inputs);
  return [...grouped(rows, ({ cnpj }) => cnpj)]
    .flatMap(([cnpj, own]) => (cnpj === null ? [] : [{ cnpj, own }]))
    .map(({ cnpj, own }) => ({
      fund: own[0]?.fund ?? cnpj,
      short: short(own[0]?.fund ?? cnpj),
      cnpj,
      administrator: fundOf(inputs, cnpj)?.administrator ?? null,
      lines: own.map((row) => {
        const key = memberKey({ ...row, cnpj });
        const home = homes.get(key);
        const units = home === undefined ? null : byHand(inputs.state, home);
        return lineOf(row, standingOf(inputs, home, official), {
          beyond: beyond.get(key) ?? null,
          byHand: units,
        });
      }),
    }))
    .sort((a, b) => (a.fund === b.fund ? (a.cnpj < b.cnpj ? -1 : 1) : a.fund < b.fund ? -1 : 1));
}

type Money = Omit<ReportFigures, 'asset' | 'side'>;

/** The figures of the tab status; null where it gives back. What it books, to the cent, stands in its price. */
function standingOf({ state }: OpenInputs, home: Position | undefined, official: UnitQuotes): Money | null {
  if (home === undefined) return null;
  const { done: _done, ...figures } = figuresOf([home]);
  const residualAtNav = atNav(home, official)?.residualAtNav ?? null;
  return {
    ...{ ...figures, ...orderedBy(state.intents, home), residualAtNav },
    residualAtNavBps: residualAtNav === null ? null : bps(residualAtNav, figures.target),
  };
}

const NOTHING: Money = {
  ...{ ordered: 0, asked: 0, target: 0, executed: 0, primary: 0, givenBack: 0 },
  ...{ residual: 0, residualBps: 0, open: 0, over: 0 },
  ...{ residualAtNav: null, residualAtNavBps: null },
};

function lineOf(
  row: Row,
  standing: Money | null,
  { beyond, byHand: own }: Pick<ReportLine, 'beyond' | 'byHand'>,
): ReportLine {
  const { asset, side, strategy, units, shares } = row;
  const { proRataShares, averagePrice, poolPrice, reasons } = row;
  return {
    ...(standing ?? NOTHING),
    ...{ asset, side, strategy, units, shares, beyond, byHand: own, isGiveBack: standing === null },
    ...{ proRataShares, averagePrice, poolPrice, reasons },
  };
}
