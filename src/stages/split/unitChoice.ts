// Puts the midday question to the solver: whole units per fund with the smallest miss, or the cheapest in money.
import type { Etf } from '../../domain/etf';
import { type Executed, executed, type Fill } from '../../domain/fill';
import { lookup, once } from '../../domain/lookup';
import { notional, toBrl } from '../../domain/money';
import { SIDES, type Side } from '../../domain/trade';
import { explainPrimary, type PrimaryProblem, solvePrimary } from '../../solver';
import { fillsOf } from '../day/fills';
import type { DayInputs } from '../day/inputs';
import type { UnitQuote, UnitQuotes } from '../day/quotes';
import type { UnitOverride, UnitRequest } from '../day/state';
import { isLive } from '../ledger/claims';
import { cheapest } from './cheapestUnits';
import { dayStanding } from './dayStanding';
import { poolKey } from './keys';
import { type Target, targetsOf } from './positions';
import type { Search } from './searchWarnings';
import { overrideFor, saidOverride } from './unitOverrides';
import { type Choice, memberOf, sharesFit, type UnitPool } from './unitPool';
import { sharesInReach } from './unitReach';
import { unitReasons, unitRule, unitTerms } from './unitRules';

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
    const choices = byMoney?.choices.get(poolKey(pool)) ?? smallestMiss(inputs, pool);
    const total = choices.reduce((sum, { units }) => sum + units, 0);
    return choices.map((choice) => ({
      ...choice,
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

/** Judged by what its shares leave of the fund’s order. */
function reasonsFor(pool: UnitPool, { cnpj, units, executedShares }: Choice, total: number) {
  const [member] = memberOf(pool.members, cnpj);
  if (!member) return [];
  if (member.override !== null) return [saidOverride(member.override)];
  const open = member.target.amount - notional(executedShares, pool.price);
  const isTotalFull = pool.maxTotalUnits !== null && total >= pool.maxTotalUnits;
  return unitReasons(member.rule, {
    units,
    shares: executedShares,
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
  const done = openExecuted(inputs, { asset, side }, targets);
  const terms = unitTerms(inputs, etf, quote, done.price ?? quote.inav);
  const { unitValue, price, rounding } = terms;
  const open = targets.reduce((sum, { amount }) => sum + amount, 0) - done.money;
  const pool = standingNow(inputs).pools.find((own) => own.asset === asset && own.side === side);
  const members = targets.map((target) => ({ target, override: overrideFor(inputs.state, target) }));
  // What a person decides for a fund may be more than the rounding of the ETF's total.
  const decided = members.reduce((sum, { override }) => sum + (override?.units ?? 0), 0);
  const reach = pool ? sharesInReach(pool) : new Map<string, number>();
  return [
    {
      asset,
      side,
      quote,
      unitValue,
      executed: done,
      price,
      maxTotalUnits: rounding !== 'nearest' ? Math.max(decided, Math.floor(open / unitValue)) : null,
      members: members.map(({ target, override }) => ({
        target,
        override,
        rule: unitRule(inputs, target, terms),
        inReach: reach.get(target.cnpj) ?? null,
      })),
    },
  ];
}

/** What is executed, less what a fund whose order was cancelled keeps of it: that is nobody else's. */
function openExecuted(
  inputs: DayInputs,
  { asset, side }: Pick<UnitPool, 'asset' | 'side'>,
  targets: readonly Target[],
): Executed {
  const done = executed(fillsIn(dayFills(inputs), poolKey({ asset, side })));
  const isKept = inputs.state.claims.some(
    (claim) => claim.asset === asset && claim.side === side && !isLive(claim),
  );
  if (!isKept) return done;
  const pool = standingNow(inputs).pools.find((own) => own.asset === asset && own.side === side);
  const wanted = new Set(targets.map(({ cnpj }) => cnpj));
  const sum = (figures: ReadonlyMap<string, number> | undefined): number =>
    [...(figures ?? [])].reduce((total, [cnpj, own]) => total + (wanted.has(cnpj) ? 0 : own), 0);
  return {
    ...done,
    shares: done.shares - sum(pool?.sharesByFund),
    money: done.money - sum(pool?.moneyByFund),
  };
}

/** Smallest weighted squared miss over the pool. */
function smallestMiss(inputs: DayInputs, pool: UnitPool): readonly Choice[] {
  const { weighting, ties } = inputs.settings;
  const limits = sharesFit(pool);
  const problem: PrimaryProblem = {
    price: pool.price,
    unitValue: toBrl(pool.unitValue),
    executedShares: pool.executed.shares,
    weighting,
    ties,
    ...(pool.maxTotalUnits === null ? {} : { maxTotalUnits: pool.maxTotalUnits }),
    funds: pool.members.map(({ target, inReach, override, rule: { maxUnits, limit } }) => ({
      id: target.cnpj,
      target: toBrl(target.amount),
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
    executedShares: shares,
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
