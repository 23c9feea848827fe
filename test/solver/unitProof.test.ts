import { type PrimaryFund, type PrimaryProblem, solvePrimary } from '../../src/solver';
import { checkUnits } from '../../src/solver/checks/checkUnits';
import type { UnitNode, UnitProof } from '../../src/solver/units/unitNode';
import { weightOf } from './bruteForce';
import { type Chance, chanceOf, QUICK_DAYS } from './seeded';
import { smallUnitDay } from './smallDays';

interface Row {
  readonly fund: PrimaryFund;
  readonly weight: number;
  readonly shares: number;
  readonly units: number;
}

/** Some limits on shares alone, some on units alone. */
function withOddLimits(problem: PrimaryProblem, chance: Chance): PrimaryProblem {
  const funds = problem.funds.map((fund) => {
    if (!fund.limit || chance.is(0.6)) return fund;
    const none = chance.is(0.5) ? { perShare: 0 } : { perUnit: 0 };
    return { ...fund, limit: { ...fund.limit, ...none } };
  });
  return { ...problem, funds };
}

/** Whole shares and units dealt out at random, or nothing when they happen not to fit. */
function anyRows(problem: PrimaryProblem, chance: Chance): Row[] | undefined {
  let left = problem.executedShares;
  let unitsLeft = problem.maxTotalUnits ?? Infinity;
  const rows = problem.funds.map((fund, at) => {
    const units = Math.min(unitsLeft, chance.whole(mostUnits(problem, fund) + 1));
    const most = Math.min(left, wholeRoom(problem, fund, units));
    const shares = at === problem.funds.length - 1 ? most : chance.whole(most + 1);
    left -= shares;
    unitsLeft -= units;
    return { fund, weight: weightOf(problem.weighting, fund.target), shares, units };
  });
  return left === 0 ? rows : undefined;
}

function mostUnits({ unitValue }: PrimaryProblem, fund: PrimaryFund): number {
  const nearest = Math.round(fund.target / unitValue);
  return Math.max(0, Math.min(nearest, fund.maxUnits ?? nearest, paidUnits(fund)));
}

function paidUnits({ limit }: PrimaryFund): number {
  return limit ? Math.floor(limit.total / limit.perUnit) : Infinity;
}

function room({ executedShares }: PrimaryProblem, fund: PrimaryFund, units: number): number {
  const { limit, maxShares = executedShares } = fund;
  const paid =
    limit && limit.perShare > 0 ? (limit.total - limit.perUnit * units) / limit.perShare : Infinity;
  return Math.max(0, Math.min(executedShares, maxShares, paid));
}

function wholeRoom(problem: PrimaryProblem, fund: PrimaryFund, units: number): number {
  return Math.floor(room(problem, fund, units) + 1e-9);
}

/** The least of Σ w·r² + 2θ·(share money − the answer's) − level·(units − the total's bound), fund by fund. */
function floorOf(
  problem: PrimaryProblem,
  rows: readonly Row[],
  node: UnitNode,
  { theta, level, isWhole }: { theta: number; level: number; isWhole: boolean },
) {
  const { price, unitValue } = problem;
  const total = level < 0 ? node.highTotal : node.lowTotal;
  return rows.reduce(
    (sum, { fund, weight, shares }, at) => {
      const [low, high] = [node.low[at] ?? 0, node.high[at] ?? 0];
      let least = Infinity;
      for (let units = low; units <= Math.min(high, paidUnits(fund)); units++) {
        const open = fund.target - unitValue * units;
        for (let own = 0; isWhole && own <= wholeRoom(problem, fund, units); own++) {
          const cost = weight * (open - price * own) ** 2 + 2 * theta * price * (own - shares);
          least = Math.min(least, cost - level * units);
        }
        if (isWhole) continue;
        const most = low === high ? wholeRoom(problem, fund, units) : room(problem, fund, units);
        const money = Math.max(0, Math.min(most * price, open - theta / weight));
        const cost = weight * (open - money) ** 2 + 2 * theta * (money - price * shares) - level * units;
        least = Math.min(least, cost);
      }
      return sum + least;
    },
    level === 0 ? 0 : level * total,
  );
}

function isEmpty(problem: PrimaryProblem, rows: readonly Row[], node: UnitNode): boolean {
  const least = node.low.reduce((sum, units) => sum + units, 0);
  const most = rows.reduce((sum, { fund }, at) => sum + Math.min(node.high[at] ?? 0, paidUnits(fund)), 0);
  const shares = rows.reduce((sum, { fund }, at) => sum + wholeRoom(problem, fund, node.low[at] ?? 0), 0);
  return (
    least > node.highTotal ||
    most < node.lowTotal ||
    node.lowTotal > node.highTotal ||
    shares < problem.executedShares
  );
}

/** A proof cut up at random, with its floor and whether each part it calls empty is empty. */
function anyProof(
  problem: PrimaryProblem,
  rows: readonly Row[],
  node: UnitNode,
  chance: Chance,
  depth: number,
): { proof: UnitProof; floor: number; isTrue: boolean } {
  if (depth > 0 && chance.is(0.7)) {
    const fund = chance.is(0.4) ? -1 : chance.whole(rows.length);
    const at = chance.whole(4);
    const below: UnitNode =
      fund < 0
        ? { ...node, highTotal: Math.min(node.highTotal, at) }
        : { ...node, high: node.high.map((most, own) => (own === fund ? Math.min(most, at) : most)) };
    const above: UnitNode =
      fund < 0
        ? { ...node, lowTotal: Math.max(node.lowTotal, at + 1) }
        : { ...node, low: node.low.map((least, own) => (own === fund ? Math.max(least, at + 1) : least)) };
    const [one, two] = [below, above].map((part) => anyProof(problem, rows, part, chance, depth - 1));
    if (!one || !two) throw new Error('a cut has two parts');
    return {
      proof: { kind: 'split', split: { fund, at }, below: one.proof, above: two.proof },
      floor: Math.min(one.floor, two.floor),
      isTrue: one.isTrue && two.isTrue,
    };
  }
  const empty = isEmpty(problem, rows, node);
  if (empty ? chance.is(0.7) : chance.is(0.05)) {
    return { proof: { kind: 'empty' }, floor: Infinity, isTrue: empty };
  }
  const theta = (chance.real() - 0.5) * 0.6;
  const level = chance.is(0.3) ? 0 : (chance.real() - 0.5) * 4;
  const isWhole = chance.is(0.5);
  return {
    proof: { kind: 'bound', theta, level, isWhole },
    floor: floorOf(problem, rows, node, { theta, level, isWhole }),
    isTrue: true,
  };
}

describe('the proof of a split into shares and units', () => {
  it('bounds what trying every number of units bounds, part by part, and hides no part', () => {
    const chance = chanceOf(71);
    let [checked, refused] = [0, 0];
    for (let day = 0; day < 3 * QUICK_DAYS; day++) {
      const problem = withOddLimits(smallUnitDay(chance), chance);
      const rows = anyRows({ ...problem, shareLot: 1 }, chance);
      if (!rows) continue;
      const high = rows.map(({ fund }) =>
        Math.min(Math.round(fund.target / problem.unitValue), fund.maxUnits ?? Infinity),
      );
      const room = rows.reduce(
        (sum, { fund }, index) => sum + Math.min(high[index] ?? 0, paidUnits(fund)),
        0,
      );
      const node: UnitNode = {
        low: rows.map(() => 0),
        high,
        lowTotal: 0,
        highTotal: Math.min(problem.maxTotalUnits ?? Infinity, room),
      };
      const { proof, floor, isTrue } = anyProof(problem, rows, node, chance, 3);
      const check = () => checkUnits({ ...problem, shareLot: 1 }, { rows, proof });
      if (!isTrue) {
        expect(check).toThrow('a part of the splits was skipped');
        refused++;
        continue;
      }
      const objective = rows.reduce((sum, { fund, weight, shares, units }) => {
        return sum + weight * (fund.target - problem.price * shares - problem.unitValue * units) ** 2;
      }, 0);
      if (floor > objective + 1e-9) continue; // these rows took more units than any part allows
      const answer = check();
      expect(answer.objective).toBeCloseTo(objective, 9);
      expect(answer.lowerBound).toBeCloseTo(Math.max(0, floor), 9);
      checked++;
    }
    expect(checked).toBeGreaterThan(0.6 * QUICK_DAYS);
    expect(refused).toBeGreaterThan(0.03 * QUICK_DAYS);
  });

  it('is refused when it bounds by what is no number', () => {
    const problem = { price: 10, unitValue: 100, executedShares: 1, funds: [{ id: 'A', target: 110 }] };
    const rows = problem.funds.map((fund) => ({ fund, weight: 1, shares: 1, units: 1 }));
    const check = (theta: number) => () =>
      checkUnits(problem, { rows, proof: { kind: 'bound', theta, level: 0 } });
    expect(check(0)).not.toThrow();
    expect(check(Number.NaN)).toThrow('the bound NaN is above the objective 0');
  });

  it('holds for hundreds of funds that are alike, whose bound is a small difference of large sums', () => {
    const answers = [150, 240, 300].flatMap((count) =>
      [10e6, 7.5e6].flatMap((target) =>
        [60_000, 100_000].map((executedShares) => {
          const unitValue = 1_250_000;
          const maxUnits = Math.floor(target / unitValue);
          const funds = Array.from({ length: count }, (_, i) => ({ id: `F${i}`, target, maxUnits }));
          return solvePrimary({ price: 62.4, unitValue, executedShares, funds });
        }),
      ),
    );
    for (const { objective, lowerBound } of answers)
      expect(objective - lowerBound).toBeLessThan(1e-6 * objective + 1e-9);
  });
});
