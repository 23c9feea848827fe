import {
  allocateFills,
  allocateShares,
  type CostProblem,
  type FillProblem,
  InputError,
  type PrimaryProblem,
  type ShareProblem,
  solvePrimary,
  solvePrimaryCost,
} from '../../src/solver';

const SHARES: ShareProblem = {
  price: 10,
  executedShares: 10,
  shareLot: 1,
  weighting: 'equal-bps',
  funds: [
    { id: 'A', target: 100, intent: 100, maxShares: 10 },
    { id: 'B', target: 100, intent: 100, maxShares: 10 },
  ],
};

const LIMIT = { perShare: 10, perUnit: 100, total: 1_000 };
const PRIMARY: PrimaryProblem = {
  price: 10,
  unitValue: 100,
  executedShares: 10,
  shareLot: 1,
  maxTotalUnits: 5,
  weighting: 'equal-bps',
  ties: 'pro-rata',
  funds: [
    { id: 'A', target: 100, maxUnits: 5, maxShares: 10, limit: LIMIT },
    { id: 'B', target: 100, maxUnits: 5, maxShares: 10, limit: LIMIT },
  ],
};

const FILLS: FillProblem = {
  prefer: 'price',
  fills: [
    { id: 'x', price: 10, quantity: 5 },
    { id: 'y', price: 11, quantity: 5 },
  ],
  funds: [
    { id: 'A', shares: 6 },
    { id: 'B', shares: 4 },
  ],
};

const COST: CostProblem = {
  assets: [
    {
      id: 'ETF',
      side: 'SELL',
      price: 10,
      unitValue: 100,
      sharesPerUnit: 10,
      executedShares: 10,
      feePerRequest: 1,
      primaryBps: 1,
      halfSpreadBps: 1,
      residualPenalty: 1,
      maxTotalUnits: 5,
    },
  ],
  funds: [
    {
      id: 'A',
      cash: 1_000,
      positions: [{ asset: 'ETF', target: 200, holdings: 30, maxUnits: 5, maxShares: 20 }],
    },
  ],
};

const NO_NUMBERS = [Number.NaN, Infinity, -Infinity, '7', null];
const NO_POSITIVES = [...NO_NUMBERS, 0, -1];
const NO_WHOLES = [...NO_NUMBERS, -1, 0.5, 2 ** 53];
const ZERO = [...NO_NUMBERS, -1];

/** The field as the error names it, and the values it must refuse. */
type Table = readonly (readonly [field: string, values: readonly unknown[]])[];

const SHARE_TABLE: Table = [
  ['price', NO_POSITIVES],
  ['executedShares', [...NO_WHOLES, 21]],
  ['shareLot', [...NO_WHOLES, 0]],
  ['weighting', ['fair', 1]],
  ['funds', [[]]],
  ['funds[1].id', ['', 'A', 3]],
  ['funds[1].target', NO_NUMBERS],
  ['funds[1].intent', NO_POSITIVES],
  ['funds[1].maxShares', NO_WHOLES],
];

const PRIMARY_TABLE: Table = [
  ['price', NO_POSITIVES],
  ['unitValue', [...NO_POSITIVES, 9.99]],
  ['executedShares', [...NO_WHOLES, 21]],
  ['shareLot', [...NO_WHOLES, 0]],
  ['maxTotalUnits', NO_WHOLES],
  ['weighting', ['fair']],
  ['ties', ['random']],
  ['funds', [[]]],
  ['funds[1].id', ['', 'A']],
  ['funds[1].target', NO_POSITIVES],
  ['funds[1].maxUnits', NO_WHOLES],
  ['funds[1].maxShares', NO_WHOLES],
  ['funds[1].limit.perShare', ZERO],
  ['funds[1].limit.perUnit', ZERO],
  ['funds[1].limit.total', ZERO],
];

const FILL_TABLE: Table = [
  ['prefer', ['speed']],
  ['fills', [[]]],
  ['funds', [[]]],
  ['fills[0].id', ['']],
  ['fills[1].id', ['x']],
  ['fills[1].price', NO_POSITIVES],
  ['fills[1].quantity', NO_WHOLES],
  ['funds[0].id', ['']],
  ['funds[1].id', ['A']],
  ['funds[1].shares', NO_WHOLES],
];

const COST_TABLE: Table = [
  ['assets', [[]]],
  ['assets[0].id', ['']],
  ['assets[0].side', ['HOLD', undefined]],
  ['assets[0].price', NO_POSITIVES],
  ['assets[0].unitValue', [...NO_POSITIVES, 9]],
  ['assets[0].sharesPerUnit', [...NO_WHOLES, 0]],
  ['assets[0].executedShares', [...NO_WHOLES, 21]],
  ['assets[0].feePerRequest', ZERO],
  ['assets[0].primaryBps', ZERO],
  ['assets[0].halfSpreadBps', ZERO],
  ['assets[0].residualPenalty', ZERO],
  ['assets[0].maxTotalUnits', NO_WHOLES],
  ['funds', [[]]],
  ['funds[0].id', ['']],
  ['funds[0].cash', ZERO],
  ['funds[0].positions[0].asset', ['ELSE']],
  ['funds[0].positions[0].target', NO_NUMBERS],
  ['funds[0].positions[0].holdings', NO_WHOLES],
  ['funds[0].positions[0].maxUnits', NO_WHOLES],
  ['funds[0].positions[0].maxShares', NO_WHOLES],
];

/** The problem with one field replaced, as a sheet could hand it over: through JSON-like data, not through types. */
function spoilt<Problem>(problem: Problem, field: string, value: unknown): Problem {
  const path = field.split(/[.[\]]+/).filter((part) => part !== '');
  const replace = (node: unknown, at: number): unknown => {
    const key = path[at];
    if (key === undefined) return value;
    if (Array.isArray(node))
      return node.map((item, index) => (index === Number(key) ? replace(item, at + 1) : item));
    const known = new Map(Object.entries(Object(node)));
    return Object.fromEntries(known.set(key, replace(known.get(key), at + 1)));
  };
  const result: Problem = Object.assign(Object.create(null), replace(problem, 0));
  return result;
}

function refusals<Problem>(
  name: string,
  solve: (problem: Problem) => unknown,
  problem: Problem,
  table: Table,
): void {
  describe(`${name} refuses`, () => {
    it('nothing of a good day', () => {
      expect(() => solve(problem)).not.toThrow();
    });
    for (const [field, values] of table) {
      it(`a wrong ${field}, naming it`, () => {
        for (const value of values) {
          let refused: unknown;
          try {
            solve(spoilt(problem, field, value));
          } catch (error) {
            refused = error;
          }
          expect(refused).toBeInstanceOf(InputError);
          expect(refused).toHaveProperty('field', field);
          expect(refused).toHaveProperty('name', 'InputError');
          expect(String(refused)).toMatch(
            new RegExp(`^InputError: ${field.replace(/[[\].]/g, '\\$&')}: .{6}`),
          );
        }
      });
    }
  });
}

refusals('allocateShares', allocateShares, SHARES, SHARE_TABLE);
refusals('solvePrimary', solvePrimary, PRIMARY, PRIMARY_TABLE);
refusals('allocateFills', allocateFills, FILLS, FILL_TABLE);
refusals('solvePrimaryCost', solvePrimaryCost, COST, COST_TABLE);

describe('what cannot be', () => {
  it('shares that fit the caps one by one but not in lots', () => {
    const funds = SHARES.funds.map((fund) => ({ ...fund, maxShares: 5 }));
    expect(() => allocateShares({ ...SHARES, shareLot: 10, funds })).toThrow(
      'shareLot: no split of 10 shares into such lots fits the caps',
    );
    const limited = PRIMARY.funds.map((fund) => ({ ...fund, maxShares: 5 }));
    expect(() => solvePrimary({ ...PRIMARY, shareLot: 10, funds: limited })).toThrow(
      'shareLot: no split of 10 shares into such lots fits the caps',
    );
  });

  it('an odd lot that no cap has room for', () => {
    const funds = SHARES.funds.map((fund) => ({ ...fund, maxShares: 8 }));
    expect(() => allocateShares({ ...SHARES, executedShares: 15, shareLot: 8, funds })).not.toThrow();
    const tight = SHARES.funds.map((fund) => ({ ...fund, maxShares: 6 }));
    expect(() => allocateShares({ ...SHARES, executedShares: 11, shareLot: 4, funds: tight })).toThrow(
      'shareLot:',
    );
  });

  it('fills and funds that do not add up', () => {
    const funds = [{ id: 'A', shares: 9 }];
    expect(() => allocateFills({ ...FILLS, funds })).toThrow(
      'funds: the funds take 9 shares, the fills bring 10',
    );
  });

  it('more shares than can be counted', () => {
    const quantity = 2 ** 53 - 1;
    const fills = FILLS.fills.map((fill) => ({ ...fill, quantity }));
    const funds = FILLS.funds.map((fund) => ({ ...fund, shares: quantity }));
    expect(() => allocateFills({ fills, funds })).toThrow('fills:');
  });

  it('a fund that names an asset twice', () => {
    const funds = COST.funds.map((fund) => ({ ...fund, positions: [...fund.positions, ...fund.positions] }));
    expect(() => solvePrimaryCost({ ...COST, funds })).toThrow(
      'funds[0].positions[1].asset: ETF appears twice',
    );
  });

  it('more units than can be counted', () => {
    const funds = COST.funds.map((fund) => ({
      ...fund,
      positions: fund.positions.map((position) => ({ ...position, target: 1e18 })),
    }));
    expect(() => solvePrimaryCost({ ...COST, funds })).toThrow('funds[0].positions[0].target: is worth more');
  });
});
