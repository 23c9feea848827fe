// Puts the midday question to the solver: whole units per fund with the smallest miss, or the cheapest in money.
import type { Etf, UnitRounding } from '../../domain/etf';
import { type Executed, executed, type Fill } from '../../domain/fill';
import { lookup, once } from '../../domain/lookup';
import { type Cents, notional, toBrl } from '../../domain/money';
import { SIDES, type Side } from '../../domain/trade';
import {
  type Budget,
  type CostProblem,
  explainPrimary,
  type Limit,
  type PrimaryProblem,
  solvePrimary,
  solvePrimaryCost,
  WORK_A_SECOND,
} from '../../solver';
import { fillsOf } from '../day/fills';
import type { DayInputs } from '../day/inputs';
import { fundOf, payable } from '../day/known';
import type { UnitQuote, UnitQuotes } from '../day/quotes';
import type { UnitRequest } from '../day/state';
import { isLive } from '../ledger/claims';
import { dayStanding } from './dayStanding';
import { poolKey } from './keys';
import { type Target, targetsOf } from './positions';
import type { Search } from './searchWarnings';
import { sharesInReach } from './unitReach';
import { type UnitRule, unitReasons, unitRule } from './unitRules';

/** One ETF and side before its units are chosen. */
interface UnitPool {
  readonly asset: string;
  readonly side: Side;
  readonly quote: UnitQuote;
  readonly unitValue: Cents;
  readonly executed: Executed;
  readonly price: number;
  /** Units of all funds together; null = no cap. */
  readonly maxTotalUnits: number | null;
  readonly members: readonly Member[];
}

interface Member {
  readonly target: Target;
  readonly rule: UnitRule;
  /** Of the executed shares those that were traded while it had an order; null = all. */
  readonly inReach: number | null;
}

const dayFills = once(fillsOf);
const standingNow = once((inputs: DayInputs) => dayStanding(inputs));
const fillsIn = lookup((fill: Fill) => poolKey(fill));
const memberOf = lookup(({ target }: Member) => target.cnpj);

/** What the solver says of one fund, how good its answer is and what another unit would have cost. */
type Choice = Pick<
  UnitRequest,
  | 'cnpj'
  | 'units'
  | 'executedShares'
  | 'objective'
  | 'lowerBound'
  | 'proRataUnits'
  | 'oneUnitMore'
  | 'oneUnitLess'
>;

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

/** The units that would leave the fund nearest to its target with the shares that it was given. */
function reasonsFor(pool: UnitPool, { cnpj, units, executedShares }: Choice, total: number) {
  const [member] = memberOf(pool.members, cnpj);
  if (!member) return [];
  const open = member.target.amount - notional(executedShares, pool.price);
  const nearest = Math.max(0, Math.round(open / pool.unitValue));
  const isTotalFull = pool.maxTotalUnits !== null && total >= pool.maxTotalUnits;
  return unitReasons(member.rule, { units: nearest, got: units, isTotalFull });
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
  const rounding: UnitRounding = etf.unitRounding ?? inputs.settings.unitRounding;
  const unitValue = notional(quote.sharesPerUnit, quote.inav);
  const done = openExecuted(inputs, { asset, side }, targets);
  const price = done.price ?? quote.inav;
  const open = targets.reduce((sum, { amount }) => sum + amount, 0) - done.money;
  const pool = standingNow(inputs).pools.find((own) => own.asset === asset && own.side === side);
  const reach = pool ? sharesInReach(pool) : new Map<string, number>();
  return [
    {
      asset,
      side,
      quote,
      unitValue,
      executed: done,
      price,
      maxTotalUnits: rounding !== 'nearest' ? Math.max(0, Math.floor(open / unitValue)) : null,
      members: targets.map((target) => ({
        target,
        rule: unitRule(inputs, target, { quote, unitValue, price, rounding, etf }),
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
    funds: pool.members.map(({ target, inReach, rule: { maxUnits, limit } }) => ({
      id: target.cnpj,
      target: toBrl(target.amount),
      ...(maxUnits === null ? {} : { maxUnits }),
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

/** What is executed has to go somewhere: limits that leave no room for it cannot hold. */
function sharesFit({ members, executed: done }: UnitPool): boolean {
  const paid = (limit: Limit | null): number =>
    limit === null ? done.shares : Math.floor(limit.total / limit.perShare);
  const room = ({ rule, inReach }: Member): number => Math.min(paid(rule.limit), inReach ?? done.shares);
  return members.reduce((sum, member) => sum + room(member), 0) >= done.shares;
}

/** Least money over all ETFs at once: fees, costs of both markets and a price on what is left over. */
function cheapest(inputs: DayInputs, pools: readonly UnitPool[]) {
  const { splitSeconds } = inputs.settings;
  // The work is what usually ends it: the same units come out of the preview and of the run. The time is for slow days.
  const budget: Budget = {
    work: splitSeconds * WORK_A_SECOND,
    ...(inputs.isSpent ? { isSpent: inputs.isSpent } : {}),
  };
  const answer = solvePrimaryCost(costProblem(inputs, pools), budget);
  const choices = new Map<string, Choice[]>();
  for (const { fund, asset, units, shares } of answer.positions) {
    const { objective, lowerBound } = answer;
    // Money is one question over all funds and ETFs: there is no fund's own cost of another unit.
    const why = { proRataUnits: null, oneUnitMore: null, oneUnitLess: null };
    const choice = { cnpj: fund, units, executedShares: shares, objective, lowerBound, ...why };
    const own = choices.get(asset) ?? [];
    own.push(choice);
    choices.set(asset, own);
  }
  return { choices, search: answer };
}

function costProblem(inputs: DayInputs, pools: readonly UnitPool[]): CostProblem {
  const { feePerRequest, primaryBps, halfSpreadBps, residualPenaltyBps } = inputs.settings;
  return {
    assets: pools.map((pool) => ({
      id: poolKey(pool),
      side: pool.side,
      price: pool.price,
      unitValue: toBrl(pool.unitValue),
      sharesPerUnit: pool.quote.sharesPerUnit,
      executedShares: pool.executed.shares,
      feePerRequest: toBrl(feePerRequest),
      primaryBps,
      halfSpreadBps,
      residualPenalty: residualPenaltyBps / 10_000,
      ...(pool.maxTotalUnits === null ? {} : { maxTotalUnits: pool.maxTotalUnits }),
    })),
    funds: fundsOf(inputs, pools),
  };
}

function fundsOf(inputs: DayInputs, pools: readonly UnitPool[]) {
  const ids = [...new Set(pools.flatMap(({ members }) => members.map(({ target }) => target.cnpj)))].sort();
  return ids.map((id) => {
    const cash = payable(inputs, fundOf(inputs, id));
    return {
      id,
      ...(cash === null ? {} : { cash: toBrl(cash) }),
      positions: pools.flatMap((pool) =>
        memberOf(pool.members, id).map(({ target, inReach, rule: { maxUnits, limit } }) => ({
          asset: poolKey(pool),
          target: toBrl(target.amount),
          ...(maxUnits === null ? {} : { maxUnits }),
          ...(pool.side === 'SELL' && limit !== null ? { holdings: limit.total } : {}),
          ...(inReach !== null && sharesFit(pool) ? { maxShares: inReach } : {}),
        })),
      ),
    };
  });
}
