// The ledger: small ones against every way to share them out, and what a day of 50 funds, 10 slices and 5,000 fills takes.
import { allocateLedger, allocateLedgerFills, type LedgerClaim, type LedgerProblem } from '../../src/solver';
import { type Chance, chanceOf } from '../solver/seeded';
import {
  type LedgerMix,
  leastAfterSlice,
  leastLikeIt,
  ledgerAllowance,
  smallLedger,
} from '../solver/smallLedgers';
import { short, type Table } from './table';
import { exponent, repeated, undisturbed } from './timing';
import type { Verdict } from './verdict';

export function ledgerTables(verdict: Verdict): Table[] {
  return [bruteForce(), day(), growth(verdict)];
}

const LEDGERS = 1_000;
const SHARES = [40, 12, 6, 4];

function bruteForce(): Table {
  const later = (chance: Chance): number => 2 + chance.whole(3);
  const own = { giveBacks: 0.3, keeps: 0.3 };
  const rows: [string, (chance: Chance) => number, Partial<LedgerMix>][] = [
    ['one slice, caps', () => 1, { caps: 0.3 }],
    ['one slice, caps and give-backs', () => 1, { caps: 0.3, giveBacks: 0.3 }],
    ['2–4 slices', later, {}],
    ['2–4 slices, give-backs, ended claims', later, own],
    ['2–4 slices, give-backs, ended claims, caps', later, { ...own, caps: 0.3 }],
  ];
  return {
    title: `${LEDGERS} small ledgers each, 2–4 claims, against every way to share them out`,
    columns: [
      '',
      'slices not best',
      'beyond rounding',
      'very best',
      'most ÷ rounding',
      'bound ÷ rounding',
      'false bounds',
    ],
    rows: rows.map(([name, slicesOf, mix]) => measured(name, slicesOf, mix)),
    note:
      'Slices not best: some slice could have been split better after what came before it (one rank, nothing ended). The others: ' +
      'all slices open at once, ended claims and ranks as they are. With caps that means hindsight: the capped fund ' +
      'gets the dear slices.',
  };
}

function measured(name: string, slicesOf: (chance: Chance) => number, mix: Partial<LedgerMix>): string[] {
  const chance = chanceOf(91);
  let [worse, tried, beyond, best, most, furthest, wrong] = [0, 0, 0, 0, 0, 0, 0];
  for (let nth = 0; nth < LEDGERS; nth++) {
    const slices = slicesOf(chance);
    const claims = 2 + chance.whole(3);
    const problem = smallLedger(chance, { slices, claims, shares: SHARES[slices - 1] ?? 4, ...mix });
    const answer = allocateLedger(problem);
    const least = leastLikeIt(problem, answer);
    const allowance = ledgerAllowance(problem);
    const noise = 1e-9 * (1 + least);
    if (answer.objective <= least + noise) best++;
    if (answer.objective > least + allowance) beyond++;
    if (answer.lowerBound > least + noise) wrong++;
    most = Math.max(most, (answer.objective - least) / allowance);
    furthest = Math.max(furthest, (least - answer.lowerBound) / allowance);
    const isPlain = problem.claims.every(({ rank, kept }) => rank === 'order' && !kept);
    if (!isPlain || answer.unplaced.length > 0) continue;
    tried++;
    const isWorse = problem.slices.some((_, at) => {
      const [cost, floor] = leastAfterSlice(problem, answer, at);
      return cost > floor + 1e-9 * (1 + floor);
    });
    if (isWorse) worse++;
  }
  return [name, `${worse} of ${tried}`, `${beyond}`, `${best}`, short(most), short(furthest), `${wrong}`];
}

function day(): Table {
  const rows = [0, 0.3].map((caps) => {
    const problem = bigLedger(50, 10, caps);
    const chance = chanceOf(17);
    const slices = problem.slices.map(({ id, price, executedShares }) => ({
      id,
      fills: Array.from({ length: 500 }, (_, nth) => ({
        id: `${id}/${nth}`,
        price: Math.round(100 * price + 30 * (chance.real() - 0.5)) / 100,
        quantity: Math.floor(executedShares / 500) + (nth < executedShares % 500 ? 1 : 0),
      })),
    }));
    const ledger = repeated(() => allocateLedger(problem));
    const fills = repeated(() => allocateLedgerFills({ ...ledger.result, slices }));
    return [
      caps > 0 ? 'with caps' : 'without caps',
      short(ledger.ms),
      short(ledger.result.objective),
      short(ledger.result.gap),
      short(fills.ms),
      `${fills.result.lines.length}`,
      short(fills.result.worstDeviation),
      short(fills.result.lowerBound),
    ];
  });
  return {
    title: 'A ledger of 50 funds, 10 slices and 5,000 fills',
    columns: ['', 'ledger ms', 'Σ w·r²', 'gap', 'fills ms', 'lines', 'worst fund R$', 'tick floor'],
    rows,
  };
}

function growth(verdict: Verdict): Table {
  const sizes = [10, 100, 1_000];
  const cases: [string, number, number][] = [
    ['10 slices', 10, 0],
    ['10 slices, caps', 10, 0.3],
    ['50 slices', 50, 0],
    ['50 slices, caps', 50, 0.3],
  ];
  const rows = cases.map(([name, slices, caps]) => {
    const points = sizes.map((size) => {
      const problem = bigLedger(size, slices, caps);
      return { size, ms: undisturbed(() => allocateLedger(problem)) };
    });
    verdict.exponents.push({ name: `allocateLedger, ${name}`, value: exponent(points) });
    const last = points[points.length - 1];
    if (last)
      verdict.slowest.push({
        name: `allocateLedger, ${name}, ${last.size.toLocaleString('en')} claims`,
        value: last.ms,
      });
    return [name, ...points.map(({ ms }) => short(ms)), exponent(points).toFixed(2)];
  });
  return {
    title: 'Growth of the ledger with claims: ms, the fastest of five',
    columns: ['', ...sizes.map((size) => size.toLocaleString('en')), 'exponent'],
    rows,
  };
}

/** Claims that begin through the day, a fifth of them give-backs; about two thirds of what is asked is executed. */
function bigLedger(size: number, count: number, caps: number): LedgerProblem {
  const chance = chanceOf(7);
  const claims = Array.from({ length: size }, (_, at): LedgerClaim => {
    const intent = Math.round(100 * Math.exp(10 + 5 * chance.real())) / 100;
    return {
      id: `FUND ${at}`,
      rank: at > 0 && chance.is(0.2) ? 'give-back' : 'order',
      intent,
      target: intent * (0.2 + 0.8 * chance.real()),
      from: chance.is(0.5) ? 0 : chance.whole(count),
      to: count - 1,
      ...(chance.is(caps) ? { maxShares: Math.floor((intent / 62) * chance.real()) } : {}),
    };
  });
  const wanted = claims.reduce(
    (sum, { target, maxShares = Infinity }) => sum + Math.min(target, 60 * maxShares),
    0,
  );
  const slices = Array.from({ length: count }, (_, at) => ({
    id: `SLICE ${at}`,
    price: 62 + chance.real(),
    executedShares: Math.floor((0.66 * wanted) / 62.5 / count),
  }));
  return { slices, claims };
}
