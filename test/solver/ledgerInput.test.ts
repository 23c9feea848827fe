import { allocateLedger, InputError, type LedgerClaim, type LedgerProblem } from '../../src/solver';

const A: LedgerClaim = {
  id: 'A',
  rank: 'order',
  target: 100,
  intent: 100,
  from: 0,
  to: 1,
  maxShares: 10,
};
const LEDGER: LedgerProblem = {
  weighting: 'equal-bps',
  slices: [
    { id: 'S0', price: 10, executedShares: 3 },
    { id: 'S1', price: 11, executedShares: 4 },
  ],
  claims: [A, { ...A, id: 'B', rank: 'give-back', kept: [{ slice: 'S0', shares: 1 }] }],
};

/** The ledger with one field, named by its path, set to a value that cannot be meant. */
function spoil(path: string, value: unknown): LedgerProblem {
  const copy: unknown = JSON.parse(JSON.stringify(LEDGER));
  const steps = path.split(/[.[\]]+/).filter((step) => step !== '');
  const last = steps.pop() ?? '';
  const holder = steps.reduce<unknown>((at, step) => Reflect.get(Object(at), step), copy);
  Reflect.set(Object(holder), last, value);
  return copy as LedgerProblem;
}

describe('a ledger that cannot be meant', () => {
  it('is refused only when something is wrong with it', () => {
    expect(allocateLedger(LEDGER).claims.map(({ shares }) => shares)).toEqual([6, 1]);
  });

  it.each<[string, unknown]>([
    ['weighting', 'fair'],
    ['slices', []],
    ['slices[1].id', 'S0'],
    ['slices[0].price', 0],
    ['slices[0].price', Number.NaN],
    ['slices[0].executedShares', 2.5],
    ['slices[0].executedShares', -1],
    ['claims', undefined],
    ['claims[0].id', ''],
    ['claims[1].id', 'A'],
    ['claims[0].rank', 'first'],
    ['claims[0].target', Infinity],
    ['claims[0].intent', 0],
    ['claims[0].maxShares', 1.5],
    ['claims[0].from', -1],
    ['claims[0].from', 0.5],
    ['claims[0].to', 2],
    ['claims[0].to', Number.NaN],
    ['claims[1].kept[0].slice', 'S9'],
    ['claims[1].kept[0].shares', -1],
  ])('names the field that is wrong: %s', (field, value) => {
    const problem = spoil(field, value);
    expect(() => allocateLedger(problem)).toThrow(InputError);
    expect(() => allocateLedger(problem)).toThrow(`${field}: `);
  });

  it('has a claim that ends before it begins', () => {
    const problem = { ...LEDGER, claims: [{ ...A, from: 1, to: 0 }] };
    expect(() => allocateLedger(problem)).toThrow('claims[0].from: ');
  });

  it('has a claim that keeps shares of a slice twice, or of one in which it was not in force', () => {
    const keeping = (from: number, ...names: string[]): LedgerProblem => ({
      ...LEDGER,
      claims: [{ ...A, from, kept: names.map((slice) => ({ slice, shares: 1 })) }],
    });
    expect(() => allocateLedger(keeping(0, 'S0', 'S0'))).toThrow('claims[0].kept[1].slice: ');
    expect(() => allocateLedger(keeping(1, 'S1', 'S0'))).toThrow('claims[0].kept[1].slice: ');
  });

  it('may have a slice without shares and without a price', () => {
    const slices = [{ id: 'S0', price: 0, executedShares: 0 }, ...LEDGER.slices.slice(1)];
    const { claims } = allocateLedger({ slices, claims: [A] });
    expect(claims[0]?.slices).toEqual([{ slice: 'S1', shares: 4 }]);
  });
});
