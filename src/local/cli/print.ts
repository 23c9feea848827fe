// What the terminal shows of a day: a line as each stage ends, then the summary that a trader would read.
import type { DayStatus, RunReport, RunStatus } from './answers';
import type { StageRun } from './day';
import { count, money, type Paint, plural, type TableColumn, table, tenth } from './paint';

const STAGE_NAMES: Readonly<Record<string, string>> = {
  initial: 'Initial orders',
  primary: 'Primary units',
  adjustments: 'Adjustment cycle',
  final: 'Final allocation',
};
const MOST_WARNINGS = 8;

const stageName = ({ stage, scope }: RunReport): string => {
  const name = STAGE_NAMES[stage] ?? stage;
  return scope === '' || scope === 'all' || scope === stage ? name : `${name}, ${scope}`;
};

export const heading = (date: string, seed: number, dryRun: boolean, paint: Paint): string =>
  `${paint.strong(`Trading day ${date}`)} ${paint.quiet(`(seed ${seed}${dryRun ? ', dry run: nothing is kept' : ''})`)}`;

/** 10:15  Initial orders, all   20 orders to 2 brokers · 3 mails · 57 rows · 1,2 s, and below it what is wrong. */
export function stageLines({ at, report, seconds }: StageRun, paint: Paint): readonly string[] {
  const facts = [
    ...(report.mails > 0 ? [plural(report.mails, 'mail')] : []),
    ...(report.rowsSaved > 0 ? [plural(report.rowsSaved, 'row')] : []),
    ...(report.warnings.length > 0 ? [plural(report.warnings.length, 'warning')] : []),
    ...(seconds === null ? [] : [`${tenth(seconds)} s`]),
  ];
  const name = stageName(report).padEnd(28);
  const headline = report.status === 'applied' ? report.headline : `${report.status}: ${report.headline}`;
  return [
    `${at.slice(11, 16)}  ${mark(report.status, paint)} ${name} ${headline} ${paint.quiet(`· ${facts.join(' · ')}`)}`,
    ...report.problems.map((problem) => `         ${paint.bad(problem)}`),
  ];
}

function mark(status: RunStatus, paint: Paint): string {
  if (status === 'refused') return paint.bad('✗');
  return status === 'held' ? paint.bad('‖') : status === 'applied' ? paint.good('✓') : paint.quiet('=');
}

const POSITION: readonly TableColumn[] = [
  { title: 'ETF' },
  { title: 'side' },
  { title: 'target', right: true },
  { title: 'executed', right: true },
  { title: 'primary', right: true },
  { title: 'given back', right: true },
  { title: 'residual', right: true },
  { title: 'bps', right: true },
  { title: 'residual at NAV', right: true },
];

/** Per ETF and side, in BRL: what was wanted, what came of it, what is left: target less primary less executed plus given back. */
export const positions = (status: DayStatus, paint: Paint): readonly string[] =>
  table(
    POSITION,
    status.assets.map((asset) => [
      asset.asset,
      asset.side,
      money(asset.target),
      money(asset.executed),
      money(asset.primary),
      money(asset.givenBack),
      money(asset.residual),
      tenth(asset.residualBps),
      asset.residualAtNav === null ? '–' : money(asset.residualAtNav),
    ]),
    paint,
  );

/** Per stage: how often it changed something, and what that sent and saved. */
export function effort(runs: readonly StageRun[], paint: Paint): readonly string[] {
  const names = [...new Set(runs.map((run) => run.report.stage))];
  const rows = names.map((stage) => {
    const own = runs.filter((run) => run.report.stage === stage);
    const sum = (of: (run: StageRun) => number): number => own.reduce((total, run) => total + of(run), 0);
    return [
      STAGE_NAMES[stage] ?? stage,
      count(own.filter((run) => run.report.status === 'applied').length),
      count(sum((run) => run.report.mails)),
      count(sum((run) => run.report.rowsSaved)),
      tenth(sum((run) => run.seconds ?? 0)),
    ];
  });
  const right = true;
  return table(
    [
      { title: 'stage' },
      { title: 'applied', right },
      { title: 'mails', right },
      { title: 'rows', right },
      { title: 'seconds', right },
    ],
    rows,
    paint,
  );
}

/** Each warning once, the first few in full. */
export function warningLines(runs: readonly StageRun[], paint: Paint): readonly string[] {
  const all = [...new Set(runs.flatMap((run) => run.report.warnings))];
  const more = all.length - MOST_WARNINGS;
  return [
    ...all.slice(0, MOST_WARNINGS).map((warning) => `  ${warning}`),
    ...(more > 0 ? [paint.quiet(`  and ${count(more)} more, in the log tab`)] : []),
  ];
}

export const verdict = (status: DayStatus, paint: Paint): readonly string[] => [
  status.complete
    ? paint.good(`${status.date} is COMPLETE: every executed share is allocated and reconciled.`)
    : paint.bad(`${status.date ?? 'The day'} is ${status.state}.`),
  ...status.missing.map((item) => paint.bad(`  ${item}`)),
];

export interface Places {
  readonly workbook: string;
  readonly warehouse: string;
  readonly outbox: string;
  readonly mails: number;
  readonly files: readonly string[];
}

export const placeLines = (places: Places, paint: Paint): readonly string[] =>
  [
    ['workbook', places.workbook],
    ['warehouse', places.warehouse],
    ['outbox', `${places.outbox} (${plural(places.mails, 'mail')})`],
    ...places.files.map((file) => ['broker file', file]),
  ].map(([what = '', where = '']) => `${paint.quiet(what.padEnd(12))}${where}`);
