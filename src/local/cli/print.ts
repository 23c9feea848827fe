// What the terminal shows of a day: a line as each stage ends, then the summary that a trader would read.

import type { Listed } from '../market';
import type { DayStatus, RunReport, RunStatus } from './answers';
import type { StageRun } from './day';
import { type Screen, table } from './paint';

const MOST_WARNINGS = 8;

const stageName = ({ stage, scope }: RunReport, { words }: Screen): string => {
  const name = words.stage[stage] ?? stage;
  return scope === '' || scope === 'all' || scope === stage ? name : `${name}, ${scope}`;
};

export const heading = (date: string, seed: number, dryRun: boolean, screen: Screen): string =>
  `${screen.strong(screen.words.day(date))} ${screen.quiet(screen.words.seed(seed, dryRun))}`;

/** 10:15  Initial orders, all   20 orders to 2 brokers · 3 mails · 57 rows · 1,2 s, and below it what is wrong. */
export function stageLines({ at, report, seconds }: StageRun, screen: Screen): readonly string[] {
  const { words, count } = screen;
  const facts = [
    ...(report.mails > 0 ? [words.mails(report.mails, count(report.mails))] : []),
    ...(report.rowsSaved > 0 ? [words.rows(report.rowsSaved, count(report.rowsSaved))] : []),
    ...(report.warnings.length > 0
      ? [words.warnings(report.warnings.length, count(report.warnings.length))]
      : []),
    ...(seconds === null ? [] : [`${screen.tenth(seconds)} s`]),
  ];
  const name = stageName(report, screen).padEnd(28);
  const status = words.status[report.status] ?? report.status;
  const headline = report.status === 'applied' ? report.headline : `${status}: ${report.headline}`;
  return [
    `${at.slice(11, 16)}  ${mark(report.status, screen)} ${name} ${headline} ${screen.quiet(`· ${facts.join(' · ')}`)}`,
    ...report.problems.map((problem) => `         ${screen.bad(problem)}`),
  ];
}

function mark(status: RunStatus, screen: Screen): string {
  if (status === 'refused') return screen.bad('✗');
  return status === 'held' ? screen.bad('‖') : status === 'applied' ? screen.good('✓') : screen.quiet('=');
}

/** Per ETF and side, in BRL: what was wanted, what came of it, what its funds lack and what they have too much. */
export function positions(status: DayStatus, screen: Screen): readonly string[] {
  const { now, fills } = status.asOf;
  const asOf = screen.words.asOf(now.slice(11, 16), fills === null ? null : fills.slice(11, 16));
  return [...positionTable(status, screen), screen.quiet(asOf)];
}

/**
 * A side on which funds of the other one give back has no figure of its own here: what came of it stands under "given back" of that
 * other side, and a percentage beside nothing would be read as its own.
 */
const hasFigures = ({
  target,
  executed,
  primary,
  givenBack,
  open,
  over,
}: DayStatus['assets'][number]): boolean =>
  [target, executed, primary, givenBack, open, over].some((figure) => figure !== 0);

function positionTable(status: DayStatus, screen: Screen): readonly string[] {
  const { words, money } = screen;
  const [side, ...figures] = words.position;
  const right = true;
  const isNavKnown = status.assets.some(({ openAtNav }) => openAtNav !== null);
  const known = (brl: number | null): string => (brl === null ? '–' : money(brl));
  return table(
    [
      { title: 'ETF' },
      { title: side },
      ...figures.map((title) => ({ title, right })),
      ...(isNavKnown ? words.atNav.map((title) => ({ title, right })) : []),
    ],
    status.assets
      .filter(hasFigures)
      .map((asset) => [
        asset.asset,
        words.side[asset.side] ?? asset.side,
        money(asset.target),
        money(asset.executed),
        money(asset.primary),
        money(asset.givenBack),
        money(asset.open),
        money(asset.over),
        `${screen.tenth(100 * asset.done)}%`,
        ...(isNavKnown ? [known(asset.openAtNav), known(asset.overAtNav)] : []),
      ]),
    screen,
  );
}

/** Per stage: how often it changed something, and what that sent and saved. */
export function effort(runs: readonly StageRun[], screen: Screen): readonly string[] {
  const { words, count } = screen;
  const names = [...new Set(runs.map((run) => run.report.stage))];
  const rows = names.map((stage) => {
    const own = runs.filter((run) => run.report.stage === stage);
    const sum = (of: (run: StageRun) => number): number => own.reduce((total, run) => total + of(run), 0);
    return [
      words.stage[stage] ?? stage,
      count(own.filter((run) => run.report.status === 'applied').length),
      count(sum((run) => run.report.mails)),
      count(sum((run) => run.report.rowsSaved)),
      screen.tenth(sum((run) => run.seconds ?? 0)),
    ];
  });
  const [stage, ...figures] = words.effort;
  return table([{ title: stage }, ...figures.map((title) => ({ title, right: true }))], rows, screen);
}

/** Each warning once, the first few in full. */
export function warningLines(runs: readonly StageRun[], { words, count, quiet }: Screen): readonly string[] {
  const all = [...new Set(runs.flatMap((run) => run.report.warnings))];
  const more = all.length - MOST_WARNINGS;
  return [
    ...all.slice(0, MOST_WARNINGS).map((warning) => `  ${warning}`),
    ...(more > 0 ? [quiet(`  ${words.more(count(more))}`)] : []),
  ];
}

export const verdict = (status: DayStatus, day: string, screen: Screen): readonly string[] => [
  status.complete
    ? screen.good(screen.words.complete(status.date ?? day))
    : screen.bad(screen.words.pending(status.date ?? day)),
  ...status.missing.map((item) => screen.bad(`  ${item}`)),
  ...waiting(status, screen),
];

/** What keeps no day from being COMPLETE and is not finished all the same. */
function waiting({ missing, waits }: DayStatus, { words, bad }: Screen): readonly string[] {
  const others = waits.filter((item) => !missing.includes(item));
  return others.length === 0 ? [] : [bad(words.unfinished), ...others.map((item) => bad(`  ${item}`))];
}

/** What no sample and no exchange said of the ETFs of the reader's own files. */
export function ownEtfLines(listed: readonly Listed[], { words, money, count }: Screen): readonly string[] {
  const lines = listed.map((one) =>
    words.listed[one.source](one.asset, money(one.price), count(one.sharesPerUnit), money(one.volume)),
  );
  return listed.some(({ source }) => source === 'invented') ? [...lines, words.ownFigures] : lines;
}

export interface Places {
  readonly workbook: string;
  readonly warehouse: string;
  readonly outbox: string;
  readonly mails: number;
  readonly files: readonly string[];
}

export function placeLines(places: Places, { words, count, quiet }: Screen): readonly string[] {
  const { place } = words;
  return [
    [place.workbook, places.workbook],
    [place.warehouse, places.warehouse],
    [place.outbox, `${places.outbox} (${words.mails(places.mails, count(places.mails))})`],
    ...places.files.map((file) => [place.file, file]),
  ].map(([what = '', where = '']) => `${quiet(what.padEnd(12))}${where}`);
}
