// Fills to funds: ours beside filling one fund after the other and splitting every fill pro rata.
import { allocateFills, type FillProblem } from '../../src/solver';
import { fillDay } from './days';
import { short, type Table } from './table';
import { repeated } from './timing';
import type { Verdict } from './verdict';

export function fillTables(verdict: Verdict): Table[] {
  return [[50, 5_000] as const, [12, 60] as const].map(([funds, fills]) => {
    const day = fillDay(funds, fills);
    const own = (prefer: 'price' | 'few-lines') => {
      const { result, ms } = repeated(() => allocateFills({ ...day, prefer }));
      if (funds === 50 && prefer === 'price')
        verdict.fills = { deviation: result.worstDeviation, floor: result.lowerBound };
      return [
        `ours, ${prefer}`,
        short(result.worstDeviation),
        short(result.lowerBound),
        `${result.lines.length}`,
        short(ms),
      ];
    };
    return {
      title: `Fills to funds: ${funds} funds, ${fills} fills`,
      columns: ['', 'worst fund R$', 'tick floor', 'lines', 'ms'],
      rows: [
        own('price'),
        own('few-lines'),
        naive('one fund after the other', day, sequential),
        naive('each fill pro rata', day, proRata),
      ],
    };
  });
}

type Cells = { fund: number; fill: number; shares: number }[];

function naive(name: string, day: FillProblem, split: (day: FillProblem) => Cells): string[] {
  const { result, ms } = repeated(() => split(day));
  const total = day.fills.reduce((sum, { quantity }) => sum + quantity, 0);
  const average = day.fills.reduce((sum, { quantity, price }) => sum + quantity * price, 0) / total;
  const off = day.funds.map(() => 0);
  for (const { fund, fill, shares } of result)
    off[fund] = (off[fund] ?? 0) + shares * ((day.fills[fill]?.price ?? 0) - average);
  return [name, short(Math.max(...off.map(Math.abs))), '–', `${result.length}`, short(ms)];
}

function sequential({ fills, funds }: FillProblem): Cells {
  const cells: Cells = [];
  let [fill, left] = [0, fills[0]?.quantity ?? 0];
  funds.forEach(({ shares: wanted }, fund) => {
    for (let open = wanted; open > 0; ) {
      if (left === 0) left = fills[++fill]?.quantity ?? open;
      const shares = Math.min(open, left);
      cells.push({ fund, fill, shares });
      open -= shares;
      left -= shares;
    }
  });
  return cells;
}

/** Largest remainder fill by fill, against what each fund still needs. */
function proRata({ fills, funds }: FillProblem): Cells {
  const cells: Cells = [];
  const open = funds.map(({ shares }) => shares);
  fills.forEach(({ quantity }, fill) => {
    const total = open.reduce((sum, shares) => sum + shares, 0);
    const exact = open.map((shares) => (quantity * shares) / total);
    const whole = exact.map(Math.floor);
    let left = quantity - whole.reduce((sum, shares) => sum + shares, 0);
    const order = exact
      .map((value, fund) => ({ fund, rest: value - Math.floor(value) }))
      .sort((a, b) => b.rest - a.rest);
    for (const { fund } of order)
      if (left > 0 && (whole[fund] ?? 0) < (open[fund] ?? 0))
        [whole[fund], left] = [(whole[fund] ?? 0) + 1, left - 1];
    whole.forEach((shares, fund) => {
      open[fund] = (open[fund] ?? 0) - shares;
      if (shares > 0) cells.push({ fund, fill, shares });
    });
  });
  return cells;
}
