// The peers, each given the same linear program: what a desk would reach for instead.
import type { LinearProgram } from '../../src/solver/linearProgram';

export type Values = Readonly<Record<string, number>>;
export type Peer = (program: LinearProgram, seconds: number) => Values | undefined;
export const PEERS = ['HiGHS', 'glpk.js', 'YALPS', 'javascript-lp-solver'] as const;
export type PeerName = (typeof PEERS)[number];

/** Loads a peer; only what it does after that is timed. */
export async function loadPeer(name: PeerName): Promise<Peer> {
  if (name === 'HiGHS') return highs();
  if (name === 'glpk.js') return glpk();
  return name === 'YALPS' ? yalps() : javascriptLpSolver();
}

async function highs(): Promise<Peer> {
  const { default: load } = await import('highs');
  const solver = await load();
  return (program, seconds) => {
    const answer = solver.solve(lpText(program), { time_limit: seconds, mip_rel_gap: 1e-9 });
    // Out of time it still has its best answer so far, if it has any.
    const isAnswer = answer.Status === 'Optimal' || answer.Status === 'Time limit reached';
    if (!isAnswer || !Number.isFinite(answer.ObjectiveValue)) return undefined;
    return Object.fromEntries(
      Object.entries(answer.Columns).map(([name, column]) => [
        name,
        'Primal' in column ? Number(column.Primal) : 0,
      ]),
    );
  };
}

async function glpk(): Promise<Peer> {
  const { default: load } = await import('glpk.js/node');
  const solver = await load();
  return (program, seconds) => {
    const answer = solver.solve(
      {
        name: 'day',
        objective: {
          direction: solver.GLP_MIN,
          name: 'cost',
          vars: program.variables.map(({ name, cost }) => ({ name, coef: cost })),
        },
        subjectTo: program.rows.map(({ terms, atLeast, atMost }, at) => ({
          name: `r${at}`,
          vars: terms.map(({ variable, factor }) => ({ name: variable, coef: factor })),
          bnds: {
            type: atLeast === undefined ? solver.GLP_UP : solver.GLP_FX,
            lb: atLeast ?? 0,
            ub: atMost ?? 0,
          },
        })),
        bounds: program.variables.map(({ name, atMost }) => {
          const isFixed = atMost === 0;
          const type = isFixed ? solver.GLP_FX : atMost === undefined ? solver.GLP_LO : solver.GLP_DB;
          return { name, type, lb: 0, ub: atMost ?? 0 };
        }),
        generals: program.variables.filter(({ whole }) => whole).map(({ name }) => name),
      },
      { tmlim: seconds, msglev: solver.GLP_MSG_OFF },
    );
    return answer.result.status === solver.GLP_OPT ? answer.result.vars : undefined;
  };
}

async function yalps(): Promise<Peer> {
  const { solve } = await import('yalps');
  return (program) => {
    const { status, variables } = solve(
      {
        direction: 'minimize',
        objective: 'cost',
        constraints: new Map(constraintsOf(program)),
        variables: columnsOf(program),
        integers: program.variables.filter(({ whole }) => whole).map(({ name }) => name),
      },
      { timeout: Infinity, maxIterations: Infinity },
    );
    return status === 'optimal' ? Object.fromEntries(variables) : undefined;
  };
}

async function javascriptLpSolver(): Promise<Peer> {
  const { default: solver } = await import('javascript-lp-solver');
  return (program) => {
    const answer: unknown = solver.Solve({
      optimize: 'cost',
      opType: 'min',
      constraints: Object.fromEntries(constraintsOf(program)),
      variables: Object.fromEntries(
        columnsOf(program).map(([name, column]) => [name, Object.fromEntries(column)]),
      ),
      ints: Object.fromEntries(program.variables.flatMap(({ name, whole }) => (whole ? [[name, 1]] : []))),
    });
    const values = new Map(Object.entries(Object(answer)));
    if (values.get('feasible') !== true) return undefined;
    return Object.fromEntries(program.variables.map(({ name }) => [name, Number(values.get(name) ?? 0)]));
  };
}

type Bound = { min?: number; max?: number; equal?: number };

function constraintsOf(program: LinearProgram): [string, Bound][] {
  return [
    ...program.rows.map(({ atLeast, atMost }, at): [string, Bound] => [
      `r${at}`,
      atLeast === undefined ? { max: atMost ?? 0 } : { equal: atLeast },
    ]),
    ...program.variables.flatMap(({ name, atMost }): [string, Bound][] =>
      atMost === undefined ? [] : [[`most ${name}`, { max: atMost }]],
    ),
  ];
}

function columnsOf(program: LinearProgram): [string, [string, number][]][] {
  const columns = new Map<string, [string, number][]>();
  for (const { name, cost, atMost } of program.variables) {
    columns.set(name, [
      ['cost', cost],
      ...(atMost === undefined ? [] : [[`most ${name}`, 1] satisfies [string, number]]),
    ]);
  }
  program.rows.forEach(({ terms }, at) => {
    for (const { variable, factor } of terms) columns.get(variable)?.push([`r${at}`, factor]);
  });
  return [...columns];
}

function lpText(program: LinearProgram): string {
  const sum = (terms: readonly (readonly [string, number])[]): string =>
    terms.map(([name, factor]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}`).join('\n ');
  const rows = program.rows.map(({ terms, atLeast, atMost }, at) => {
    const left = sum(terms.map(({ variable, factor }) => [variable, factor]));
    return ` r${at}: ${left} ${atLeast === undefined ? '<=' : '='} ${atLeast ?? atMost ?? 0}`;
  });
  const bounds = program.variables.flatMap(({ name, atMost }) =>
    atMost === undefined ? [] : [` 0 <= ${name} <= ${atMost}`],
  );
  const wholes = program.variables.filter(({ whole }) => whole).map(({ name }) => name);
  const cost = sum(program.variables.map(({ name, cost: factor }) => [name, factor]));
  return [
    'Minimize',
    ` cost: ${cost}`,
    'Subject To',
    ...rows,
    'Bounds',
    ...bounds,
    'General',
    ...wholes.map((name) => ` ${name}`),
    'End',
    '',
  ].join('\n');
}
