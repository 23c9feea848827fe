// Puts the midday question to the solver: whole units per fund with the smallest miss, or the cheapest in money.
import type { Etf } from '../../domain/etf';
import { type Executed, executed, type Fill } from '../../domain/fill';
import { lookup, once } from '../../domain/lookup';
import { notional, toBrl } from '../../domain/money';
import { SIDES, type Side } from '../../domain/trade';
import { explainPrimary, type PrimaryProblem, solvePrimary } from '../../solver';
import { fillsOf } from '../day/fills';
import type { DayInputs } from '../day/inputs';
import { poolKey } from '../day/keys';
import type { UnitQuote, UnitQuotes } from '../day/quotes';
import type { UnitOverride, UnitRequest } from '../day/state';
import { isLive } from '../ledger/claims';
import type { Pool } from '../ledger/pool';
import { dayStanding } from '../standing/dayStanding';
import { type Target, targetsOf } from '../standing/positions';
import { cheapest } from './cheapestUnits';
import type { Search } from './searchWarnings';
import { overrideFor, saidOverride } from './unitOverrides';
import { anyOf, type Choice, type Filled, memberOf, sharesFit, type UnitPool } from './unitPool';
import { type Kept, keptShares, NOTHING_KEPT, type Reach, sharesInReach } from './unitReach';
import { NEAREST, unitReasons, unitRule, unitTerms } from './unitRules';

const dayFills = once(fillsOf);
const standingNow = once((inputs: DayInputs) => dayStanding(inputs));
const fillsIn = lookup((fill: Fill) => poolKey(fill));

/** The units, and how the search for the cheapest of all ETFs ended where there was one. */
interface ChosenUnits {
  readonly units: readonly UnitRequest[];
  readonly search: Search | null;
}

/** Units for every fund with an intent in these ETFs; zero units are decided too. */
export function chooseUnits(inputs: DayInputs, etfs: readonly Etf[], quotes: UnitQuotes): ChosenUnits {
  const pools = etfs.flatMap((etf) =>
    SIDES.flatMap((side) => unitPool(inputs, etf, side, quotes.get(etf.asset))),
  );
  const byMoney = inputs.settings.splitBy === 'money' ? cheapest(inputs, pools) : null;
  const units = pools.flatMap((pool) => {
    const chosen = byMoney?.choices.get(poolKey(pool)) ?? smallestMiss(inputs, pool);
    const choices = [...chosen, ...pool.filled.map(filledChoice)];
    const total = choices.reduce((sum, { units }) => sum + units, 0);
    return choices.map((choice) => ({
      ...choice,
      ...keptBy(pool, choice.cnpj),
      asset: pool.asset,
      side: pool.side,
      inav: pool.quote.inav,
      sharesPerUnit: pool.quote.sharesPerUnit,
      price: pool.price,
      reasons: reasonsFor(pool, choice, total),
      requestedAt: inputs.now,
    }));
  });
  return { units, search: byMoney?.search ?? null };
}

/** What it keeps by right, where that is anything. */
function keptBy(pool: UnitPool, cnpj: string): Pick<UnitRequest, 'kept'> {
  const right = anyOf(pool, cnpj)?.kept.right ?? 0;
  return right === 0 ? {} : { kept: right };
}

/** Judged by what its shares leave of the fund’s order. */
function reasonsFor(pool: UnitPool, { cnpj, units, executedShares }: Choice, total: number) {
  const [member] = memberOf(pool.members, cnpj);
  const override = anyOf(pool, cnpj)?.override;
  if (override) return [saidOverride(override)];
  if (!member) return [NEAREST];
  const shares = executedShares - member.kept.shares;
  const open = member.open - notional(shares, pool.price);
  const isTotalFull = pool.maxTotalUnits !== null && total >= pool.maxTotalUnits;
  return unitReasons(member.rule, {
    units,
    shares,
    open: open / pool.unitValue,
    isTotalFull,
  });
}

function unitPool(
  inputs: DayInputs,
  etf: Etf,
  side: Side,
  quote: UnitQuote | undefined,
): readonly UnitPool[] {
  const { asset } = etf;
  const targets = targetsOf(inputs.state).filter(
    (target) => target.asset === asset && target.side === side && target.amount > 0,
  );
  if (targets.length === 0 || !quote) return [];
  const pool = standingNow(inputs).pools.find((own) => own.asset === asset && own.side === side);
  const kept = pool ? keptShares(pool) : new Map<string, Kept>();
  const done = openExecuted(inputs, { asset, side }, targets, pool);
  const terms = unitTerms(inputs, etf, quote, done.price ?? quote.inav);
  const { unitValue, price, rounding } = terms;
  const all = targets.map((target) => {
    const own = kept.get(target.cnpj) ?? NOTHING_KEPT;
    return {
      target,
      kept: own,
      open: target.amount - own.money,
      override: overrideFor(inputs.state, target),
    };
  });
  const [wanting, filled] = [all.filter(({ open }) => open > 0), all.filter(({ open }) => open <= 0)];
  const open = wanting.reduce((sum, own) => sum + own.open, 0) - done.money;
  // What a person decides for a fund may be more than the rounding of the ETF's total.
  const decided = all.reduce((sum, { override }) => sum + (override?.units ?? 0), 0);
  const reach: Reach = pool ? sharesInReach(pool) : () => null;
  return [
    {
      asset,
      side,
      quote,
      unitValue,
      executed: done,
      price,
      maxTotalUnits: rounding !== 'nearest' ? Math.max(decided, Math.floor(open / unitValue)) : null,
      members: wanting.map((member) => ({
        ...member,
        rule: unitRule(inputs, member, terms),
        inReach: reach(member.target.cnpj),
      })),
      filled,
    },
  ];
}

/**
 * What orders in force have of what is executed: neither what funds without an order have of it, nor what ended orders keep, nor
 * what no claim may take, because nobody was asking when it was traded or its seller has no more shares.
 */
function openExecuted(
  inputs: DayInputs,
  { asset, side }: Pick<UnitPool, 'asset' | 'side'>,
  targets: readonly Target[],
  pool: Pool | undefined,
): Executed {
  const done = executed(fillsIn(dayFills(inputs), poolKey({ asset, side })));
  if (pool === undefined) return done;
  const wanted = new Set(targets.map(({ cnpj }) => cnpj));
  const open = pool.claims.filter(
    (claim) => claim.rank === 'order' && isLive(claim) && wanted.has(claim.cnpj),
  );
  return {
    ...done,
    shares: open.reduce((sum, { id }) => sum + (pool.sharesByClaim.get(id) ?? 0), 0),
    money: open.reduce((sum, { id }) => sum + (pool.moneyByClaim.get(id) ?? 0), 0),
  };
}

/** It has what it keeps. */
const filledChoice = ({ target, kept, override }: Filled): Choice => ({
  cnpj: target.cnpj,
  units: override?.units ?? 0,
  executedShares: kept.shares,
  ...{ objective: 0, lowerBound: 0, proRataUnits: null, oneUnitMore: null, oneUnitLess: null },
});

/** Smallest weighted squared miss over the pool. */
function smallestMiss(inputs: DayInputs, pool: UnitPool): readonly Choice[] {
  const { weighting, ties } = inputs.settings;
  // Nobody is left to take anything: what is executed beyond is nobody's.
  if (pool.members.length === 0) return [];
  const limits = sharesFit(pool);
  const filledUnits = pool.filled.reduce((sum, { override }) => sum + (override?.units ?? 0), 0);
  const problem: PrimaryProblem = {
    price: pool.price,
    unitValue: toBrl(pool.unitValue),
    executedShares: pool.executed.shares,
    weighting,
    ties,
    ...(pool.maxTotalUnits === null ? {} : { maxTotalUnits: pool.maxTotalUnits - filledUnits }),
    funds: pool.members.map(({ target, open, inReach, override, rule: { maxUnits, limit } }) => ({
      id: target.cnpj,
      target: toBrl(open),
      intent: toBrl(target.amount),
      ...unitsOf(override, maxUnits),
      ...(limit !== null && limits ? { limit } : {}),
      ...(inReach !== null && limits ? { maxShares: inReach } : {}),
    })),
  };
  const answer = solvePrimary(problem);
  const { objective, lowerBound } = answer;
  const why = new Map(explainPrimary(problem, answer).map((reason) => [reason.id, reason]));
  return answer.funds.map(({ id, units, shares }) => ({
    cnpj: id,
    units,
    executedShares: shares + (anyOf(pool, id)?.kept.shares ?? 0),
    objective,
    lowerBound,
    proRataUnits: why.get(id)?.proRataUnits ?? null,
    oneUnitMore: why.get(id)?.oneUnitMore ?? null,
    oneUnitLess: why.get(id)?.oneUnitLess ?? null,
  }));
}

/** What a person decided stands, whatever the rounding says. */
function unitsOf(override: UnitOverride | null, maxUnits: number | null) {
  if (override !== null && override.units !== null) return { fixedUnits: override.units };
  return maxUnits === null ? {} : { maxUnits };
}
