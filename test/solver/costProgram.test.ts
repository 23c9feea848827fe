import type { LinearProgram } from '../../src/solver/linearProgram';
import { type Book, bookOf, costOf } from '../../src/solver/money/book';
import { modelOf } from './costProgram';
import { type Chance, chanceOf, QUICK_DAYS } from './seeded';
import { smallCostDay } from './smallDays';
import { total } from './smallMarkets';

/** Whole shares and units by slot: any within the caps on units, more often than not those that fit. */
function anyHolding(book: Book, chance: Chance): { shares: number[]; units: number[] } {
  const units = book.slots.map(({ unitCap }) => (chance.is(0.5) ? 0 : chance.whole(unitCap + 1)));
  const left = new Map(book.assets.map((asset) => [asset, asset.executedShares]));
  const last = new Map(book.slots.map(({ asset }, at) => [asset, at]));
  const shares = book.slots.map(({ asset }, at) => {
    const open = left.get(asset) ?? 0;
    const own = last.get(asset) === at && chance.is(0.9) ? open : chance.whole(open + 1);
    left.set(asset, open - own);
    return own;
  });
  return { shares, units };
}

/** Whether the desk may hold it: all executed shares, caps, holdings, rations and cash. */
function isAllowed(book: Book, shares: readonly number[], units: readonly number[]): boolean {
  const own = book.slots.map((slot, at) => ({ slot, shares: shares[at] ?? 0, units: units[at] ?? 0 }));
  const isPaid = book.funds.every(({ cash }, fund) => {
    const bought = own.filter(({ slot }) => slot.fund === fund && slot.asset.side === 'BUY');
    return (
      total(
        bought.map(({ slot, ...row }) => slot.asset.price * row.shares + slot.asset.unitValue * row.units),
      ) <= cash
    );
  });
  const isSplit = book.assets.every((asset) => {
    const rows = own.filter(({ slot }) => slot.asset === asset);
    return (
      total(rows.map((row) => row.shares)) === asset.executedShares &&
      total(rows.map((row) => row.units)) <= (asset.maxTotalUnits ?? Infinity)
    );
  });
  const isHeld = own.every(({ slot, ...row }) => {
    return row.shares <= slot.shareCap && row.shares + slot.asset.sharesPerUnit * row.units <= slot.holdings;
  });
  return isPaid && isSplit && isHeld;
}

/** The same in the variables of the program, in units: x shares, w + (m + 1)z units, y a request, p − n what is open. */
function valuesOf(book: Book, shares: readonly number[], units: readonly number[]): Map<string, number> {
  const values = new Map<string, number>();
  book.slots.forEach(({ asset, target, unitCap }, at) => {
    const { price, unitValue } = asset;
    const count = units[at] ?? 0;
    const within = Math.min(unitCap, Math.floor(Math.max(0, target) / unitValue));
    const isAbove = count > within;
    const open = (target - price * (shares[at] ?? 0) - unitValue * count) / unitValue;
    values.set(`x${at}`, (price * (shares[at] ?? 0)) / unitValue);
    values.set(`w${at}`, isAbove ? 0 : count);
    values.set(`z${at}`, isAbove ? 1 : 0);
    values.set(`y${at}`, count > 0 ? 1 : 0);
    values.set(`p${at}`, Math.max(0, open));
    values.set(`n${at}`, Math.max(0, -open));
  });
  return values;
}

function holds({ variables, rows }: LinearProgram, values: ReadonlyMap<string, number>): boolean {
  return (
    variables.every(({ name, whole, atMost = Infinity }) => {
      const value = values.get(name) ?? Number.NaN;
      return value >= 0 && value <= atMost + 1e-9 && (!whole || Number.isInteger(value));
    }) &&
    rows.every(({ terms, atLeast = -Infinity, atMost = Infinity }) => {
      const sum = total(terms.map(({ variable, factor }) => factor * (values.get(variable) ?? Number.NaN)));
      return sum >= atLeast - 1e-9 && sum <= atMost + 1e-9;
    })
  );
}

describe('the mixed-integer program', () => {
  it('allows what the desk may hold and nothing else, at what it costs but for the half spread', () => {
    const chance = chanceOf(151);
    let [allowed, refused] = [0, 0];
    for (let day = 0; day < 4 * QUICK_DAYS; day++) {
      const book = bookOf(smallCostDay(chance));
      const { shares, units } = anyHolding(book, chance);
      const model = modelOf(book);
      const values = valuesOf(book, shares, units);
      const isFine = isAllowed(book, shares, units);
      expect(holds(model, values)).toBe(isFine);
      if (!isFine) {
        refused++;
        continue;
      }
      const scale = Math.max(...book.assets.map(({ unitValue }) => unitValue));
      const cost = total(model.variables.map((variable) => variable.cost * (values.get(variable.name) ?? 0)));
      const spread = total(
        book.slots.map(({ asset }, at) => ((asset.halfSpreadBps * asset.price) / 1e4) * (shares[at] ?? 0)),
      );
      const own = total(book.slots.map((slot, at) => costOf(slot, shares[at] ?? 0, units[at] ?? 0)));
      expect(cost * scale).toBeCloseTo(own - spread, 9);
      allowed++;
    }
    expect(Math.min(allowed, refused)).toBeGreaterThan(0.5 * QUICK_DAYS);
  });

  it('has whole units and requests, a request for any unit, and rows about finite limits only', () => {
    const chance = chanceOf(152);
    for (let day = 0; day < QUICK_DAYS / 4; day++) {
      const book = bookOf(smallCostDay(chance));
      const { variables, rows } = modelOf(book);
      const wholes = variables.filter(({ whole }) => whole).map(({ name }) => name[0]);
      expect(wholes.length).toBe(variables.filter(({ name }) => 'wyz'.includes(name[0] ?? '')).length);
      expect(rows.every(({ atMost }) => atMost !== undefined && Number.isFinite(atMost))).toBe(true);
      const names = new Set(variables.map(({ name }) => name));
      expect(names.size).toBe(variables.length);
      const half = new Map(variables.map(({ name }) => [name, name.startsWith('w') ? 1 : 0]));
      const free = rows.filter(({ terms, atMost }) => {
        const isAboutRequest = terms.some(({ variable }) => variable.startsWith('y'));
        const sum = total(terms.map(({ variable, factor }) => factor * (half.get(variable) ?? 0)));
        return isAboutRequest && sum <= (atMost ?? 0);
      });
      expect(free).toEqual([]);
    }
  });
});
