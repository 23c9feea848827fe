// The trading rule beside others, on seeded days that no default was chosen by. docs/decisions/trading-rule.md has the table.
// Minutes long, so only when asked for by name: npm run bench -- rule
import { type Outcome, playDay, type Rule, seededDay } from './ruleDay';
import type { Table } from './table';

/** The table that the default was chosen by was made on seeds 1 to 40. */
const FIRST_SEED = 101;
const DAYS = 100;

const FORMER = { unit_rounding: 'nearest', give_back: 'every', last_round_before_close: '55' };
const NEAREST_LATE = { unit_rounding: 'nearest', give_back: 'every' };
const TODAY = 'today: total, last round 17:40 and give back in it';

const RULES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['former: nearest, rounds 16:00–17:00, give back in each', { settings: FORMER, knowsSpreads: false }],
  [
    'former, give back in the last round only',
    { settings: { ...FORMER, give_back: 'last' }, knowsSpreads: false },
  ],
  ['nearest, today’s rounds, give back in each', { settings: NEAREST_LATE, knowsSpreads: false }],
  ['today, but rounds 16:00–17:00', { settings: { last_round_before_close: '55' }, knowsSpreads: false }],
  [TODAY, { settings: {}, knowsSpreads: false }],
  ['today, with each ETF’s spread as band', { settings: {}, knowsSpreads: true }],
  ['today, never give back', { settings: { give_back: 'never' }, knowsSpreads: false }],
  ['today, every fund’s units down', { settings: { unit_rounding: 'down' }, knowsSpreads: false }],
]);

interface Column {
  readonly name: string;
  readonly of: (outcome: Outcome) => number;
  readonly digits: number;
}

const bps = ({ residual, targets }: Outcome): number => (residual / targets) * 10_000;

const COLUMNS: readonly Column[] = [
  { name: 'given back, BRL', of: ({ givenBack }) => givenBack, digits: 0 },
  { name: 'crossing, BRL', of: ({ crossing }) => crossing, digits: 0 },
  { name: '|residual at NAV|, BRL', of: ({ residual }) => residual, digits: 0 },
  { name: 'bps', of: bps, digits: 1 },
  { name: 'above 100 bps', of: ({ above100 }) => above100, digits: 2 },
  { name: 'instructions', of: ({ instructions }) => instructions, digits: 1 },
];

export function ruleTables(): Table[] {
  const played = new Map<string, Outcome[]>([...RULES.keys()].map((name) => [name, []]));
  for (let nth = 0; nth < DAYS; nth++) {
    const day = seededDay(FIRST_SEED + nth);
    for (const [name, rule] of RULES) played.get(name)?.push(playDay(day, rule));
  }
  const today = played.get(TODAY) ?? [];
  const seeds = `seeds ${FIRST_SEED}–${FIRST_SEED + DAYS - 1}`;
  return [
    {
      title: `The trading rule a day, ${seeds}: mean ± standard error`,
      columns: ['', ...COLUMNS.map(({ name }) => name), 'worst day, bps'],
      rows: [...played].map(([name, outcomes]) => [
        name,
        ...COLUMNS.map(({ of, digits }) => shown(outcomes.map(of), digits)),
        Math.max(...outcomes.map(bps)).toFixed(0),
      ]),
    },
    {
      title: 'The same less today’s rule, day by day',
      columns: ['', ...COLUMNS.map(({ name }) => name)],
      rows: [...played]
        .filter(([name]) => name !== TODAY)
        .map(([name, outcomes]) => [
          name,
          ...COLUMNS.map(({ of, digits }) =>
            shown(
              outcomes.map((outcome, nth) => of(outcome) - ofDay(today, nth, of)),
              digits,
            ),
          ),
        ]),
      note: 'Crossing: the spread on what was given back, half of it there and half on what had been traded to no purpose.',
    },
  ];
}

function ofDay(outcomes: readonly Outcome[], nth: number, of: Column['of']): number {
  const outcome = outcomes[nth];
  if (outcome === undefined) throw new Error(`day ${nth} was not played`);
  return of(outcome);
}

/** Mean and standard error of the mean. */
function shown(values: readonly number[], digits: number): string {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const error = Math.sqrt(squares / (values.length - 1) / values.length);
  const print = (value: number): string =>
    value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return `${print(mean)} ± ${print(error)}`;
}
