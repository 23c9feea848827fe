// How evenly what a side cost fell on its funds. Of units and shares together, as the view fund_primary_mix of the warehouse counts
// it: units at the official NAV, or at the iNAV of their request until that is known, shares at what the fund books.
import type { Cnpj } from '../../domain/cnpj';
import { fromBrl, type Price } from '../../domain/money';
import type { FundCost, ReportMix } from '../../messages/report/report';
import type { AllocationRow } from '../../sheets/tabs';
import type { OpenInputs } from '../day/inputs';
import { memberKey, poolKey } from '../day/keys';
import { officialQuotes } from '../day/quotes';
import { shortFunds } from '../look/names';
import type { Reasoned } from '../outcome/tables';
import type { Position } from '../standing/positions';
import { dearness } from './decided';

type Row = Reasoned<AllocationRow>;

interface Part {
  readonly row: Row;
  readonly cnpj: Cnpj;
  readonly key: string;
  /** Shares of its units and of its fills, and what they come to in BRL. */
  readonly shares: number;
  readonly worth: number;
}

export interface Mix {
  readonly mixes: readonly ReportMix[];
  /** What a fund paid beyond the average, by `memberKey`. */
  readonly beyond: ReadonlyMap<string, FundCost>;
}

export function reportMix(inputs: OpenInputs, positions: readonly Position[], rows: readonly Row[]): Mix {
  const parts = partsOf(inputs, positions, rows);
  const short = shortFunds(inputs);
  const mixes: ReportMix[] = [];
  const beyond = new Map<string, FundCost>();
  for (const key of new Set(parts.map(({ row }) => poolKey(row)))) {
    const own = parts.filter(({ row }) => poolKey(row) === key);
    const costs = costsOf(own, short);
    own.forEach((part, at) => {
      const cost = costs.costs[at];
      if (cost !== undefined) beyond.set(part.key, cost);
    });
    const mix = mixOf(own, costs, short);
    if (mix !== null) mixes.push(mix);
  }
  return { mixes, beyond };
}

function partsOf(inputs: OpenInputs, positions: readonly Position[], rows: readonly Row[]): readonly Part[] {
  const official = officialQuotes(inputs);
  const known = new Map(positions.map((position) => [memberKey(position), position]));
  const asked = new Map(inputs.state.units.map((unit) => [memberKey(unit), unit]));
  return rows.flatMap((row): readonly Part[] => {
    if (row.cnpj === null) return [];
    const { cnpj } = row;
    const key = memberKey({ ...row, cnpj });
    const unitShares = known.get(key)?.unitShares ?? 0;
    const nav: Price = official.get(row.asset)?.inav ?? asked.get(key)?.inav ?? 0;
    const shares = unitShares + row.shares;
    const worth = unitShares * nav + row.shares * (row.averagePrice ?? 0);
    return shares === 0 ? [] : [{ row, cnpj, key, shares, worth }];
  });
}

interface Costs {
  readonly average: Price;
  readonly costs: readonly FundCost[];
}

type Short = (name: string) => string;

function costsOf(own: readonly Part[], short: Short): Costs {
  const sum = (of: 'shares' | 'worth'): number => own.reduce((total, part) => total + part[of], 0);
  const average = sum('worth') / sum('shares');
  const costs = own.map(({ row, cnpj, shares, worth }): FundCost => {
    const due = shares * average;
    const brl = (worth - due) * dearness(row.side);
    return { fund: short(row.fund), cnpj, money: fromBrl(brl), bps: due === 0 ? 0 : (brl / due) * 10_000 };
  });
  return { average, costs };
}

function mixOf(own: readonly Part[], { average, costs }: Costs, short: Short): ReportMix | null {
  const sorted = costs.slice().sort((a, b) => b.money - a.money || (a.cnpj < b.cnpj ? -1 : 1));
  const [worst] = sorted;
  const best = sorted[sorted.length - 1];
  const [first] = own;
  if (first === undefined || worst === undefined || best === undefined) return null;
  const { asset, side } = first.row;
  return { asset, side, funds: own.length, average, worst, best, furthest: furthestOf(own, short) };
}

/** From the price of the shares alone. */
function furthestOf(own: readonly Part[], short: Short): FundCost | null {
  const [part] = own
    .filter(({ row }) => row.shares > 0)
    .sort((a, b) => Math.abs(b.row.deviation) - Math.abs(a.row.deviation) || (a.cnpj < b.cnpj ? -1 : 1));
  if (part === undefined) return null;
  const { row, cnpj } = part;
  return { fund: short(row.fund), cnpj, money: row.deviation, bps: row.deviationBps };
}
