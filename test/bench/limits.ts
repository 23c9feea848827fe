// npm run bench -- limits: at which size each stage would first break which limit of the platform. Counted on seeded days, never
// timed: two sizes are played, what lies beyond is drawn from them in a straight line. -- limits --write puts it into the docs.
import { LIMITS } from '../../src/desk/limits';
import { type Cost, play, STEPS } from './day';
import type { DaySize } from './deskDays';
import { heldInPage } from './page';
import { sidebarTable } from './sidebar';
import type { Table } from './table';
import { wishesIn } from './wishes';

/** What has to be within every limit. */
const BASE: DaySize = { funds: 200, etfs: 12, fills: 2_500 };
const TIMES = 3;
/** Beyond so many times the base nobody believes a straight line. */
const FARTHEST = 100;

interface Bound {
  readonly name: string;
  readonly limit: number;
  readonly unit: number;
  readonly of: (cost: Cost) => number;
  /** Counted over all that runs in a day. */
  readonly isDaily?: true;
  /** The desk cuts it into pieces of its own: it does not grow. */
  readonly isCut?: true;
}

const KB = 1024;
const MB = KB * KB;

/** How often each runs in a day; what goes out by mail goes once. */
const RUNS_A_DAY: Readonly<Record<string, number>> = {
  initial: 1,
  primary: 2,
  adjustment: 4,
  status: 4,
  final: 1,
};
const runsOf = (cost: Cost): number => RUNS_A_DAY[cost.stage] ?? 1;

const BOUNDS: readonly Bound[] = [
  {
    name: 'bodies of a mail, KB (consumer)',
    limit: LIMITS.mailBodyBytes,
    unit: KB,
    of: (cost) => cost.largestMail,
  },
  {
    name: 'subject, characters',
    limit: LIMITS.mailSubjectCharacters,
    unit: 1,
    of: (cost) => cost.longestSubject,
  },
  { name: 'recipients of a mail', limit: LIMITS.mailRecipients, unit: 1, of: (cost) => cost.mostRecipients },
  {
    name: 'attachments of a mail, MB',
    limit: LIMITS.mailAttachmentBytes,
    unit: MB,
    of: (cost) => cost.largestFile,
  },
  {
    name: 'a cell, characters',
    limit: LIMITS.cellCharacters,
    unit: 1,
    of: (cost) => cost.longestCell,
    isCut: true,
  },
  {
    name: 'cells of the book, thousands',
    limit: LIMITS.bookCells,
    unit: 1_000,
    of: (cost) => cost.bookCells,
  },
  { name: 'a property, KB', limit: LIMITS.propertyBytes, unit: KB, of: (cost) => cost.largestProperty },
  { name: 'all properties, KB', limit: LIMITS.propertyStoreBytes, unit: KB, of: (cost) => cost.store },
  {
    name: 'property calls a day',
    limit: LIMITS.propertyCallsADay,
    unit: 1,
    of: (cost) => cost.propertyCalls * runsOf(cost),
    isDaily: true,
  },
  {
    name: 'a request to BigQuery, MB',
    limit: LIMITS.queryBytes,
    unit: MB,
    of: (cost) => cost.largestQuery,
    isCut: true,
  },
  { name: 'six minutes a run, s', limit: LIMITS.runMinutes * 60, unit: 1, of: (cost) => cost.serviceSeconds },
  {
    name: 'trigger minutes a day (consumer)',
    limit: LIMITS.triggerMinutesADay * 60,
    unit: 60,
    of: (cost) => cost.serviceSeconds * runsOf(cost),
    isDaily: true,
  },
];

/** A stage that is run again for the same sends nothing; each family's units and each round have mails of their own. */
const MAILED_A_DAY: Readonly<Record<string, number>> = { primary: 2, adjustment: 3 };

const PAGE = 'docs/operations.md';

export function limitTables(): Table[] {
  const [near, far] = [BASE, times(TIMES)].map(playWhole);
  const rows = [...BOUNDS.map((bound) => rowOf(bound, near ?? [], far ?? [])), ...recipientRows(near ?? [])];
  const columns = ['', 'limit', nameOf(BASE), ...STEPS.map(([name]) => name), 'the whole day'];
  heldInPage(PAGE, 'limits', { columns, rows }, wishesIn().write);
  return [
    {
      title:
        'Limits: the most of any stage at the base, and the size at which each stage would first break it',
      columns,
      rows,
      note: `Played: ${nameOf(BASE)} and ${nameOf(times(TIMES))}; sizes are funds × ETFs × fills, with 12 ETFs throughout; – = not within ${FARTHEST} times the base, cut = the desk cuts it into pieces below the limit. Seconds are those of Google's services, modelled, without the script's own.`,
    },
    sidebarTable(BASE, PAGE, wishesIn().write),
  ];
}

/** What is refused on the way would be missing in every column after it. */
function playWhole(size: DaySize): readonly Cost[] {
  const costs = play(size);
  const refusal = costs.find((cost) => cost.refusal !== null);
  if (refusal) throw new Error(`${nameOf(size)}: ${refusal.stage} is refused: ${refusal.refusal}`);
  return costs;
}

const times = (k: number): DaySize => ({
  funds: Math.floor(BASE.funds * k),
  etfs: BASE.etfs,
  fills: Math.floor(BASE.fills * k),
});
const nameOf = ({ funds, etfs, fills }: DaySize): string =>
  `${funds.toLocaleString('en')} × ${etfs} × ${fills.toLocaleString('en')}`;

function rowOf(bound: Bound, near: readonly Cost[], far: readonly Cost[]): readonly string[] {
  const { name, limit, unit, of, isDaily } = bound;
  const sum = (costs: readonly Cost[]): number => costs.reduce((all, cost) => all + of(cost), 0);
  const stages = isDaily
    ? near.map(() => '')
    : near.map((cost, at) => firstOf(bound, of(cost), of(far[at] ?? cost)));
  const day = isDaily ? firstOf(bound, sum(near), sum(far)) : '';
  const most = isDaily ? sum(near) : Math.max(...near.map(of));
  return [name, short(limit / unit), short(most / unit), ...stages, day];
}

/**
 * What a day's mails reach grows with the ETFs and not with funds or fills: each ETF's administrator has a mail of its own.
 * @throws where it does not lie on a line from one ETF count to the third
 */
function recipientRows(near: readonly Cost[]): readonly (readonly string[])[] {
  const { etfs } = BASE;
  const [twice, thrice] = [2, 3].map((k) => playWhole({ funds: 20, etfs: etfs * k, fills: 1_000 }));
  const lines = near.map(({ stage, recipients }, at) => {
    const [second, third] = [twice?.[at]?.recipients ?? 0, thrice?.[at]?.recipients ?? 0];
    const each = (second - recipients) / etfs;
    if (third - second !== second - recipients)
      throw new Error(`${stage}: ${recipients}, ${second}, ${third} recipients are no line`);
    return { fixed: (recipients - each * etfs) * (MAILED_A_DAY[stage] ?? 1), each };
  });
  const fixed = lines.reduce((sum, line) => sum + line.fixed, 0);
  const each = lines.reduce((sum, line) => sum + line.each, 0);
  const formula = `${fixed} + ${each} × ETFs`;
  const { consumer, workspace } = LIMITS.mailRecipientsADay;
  const accounts = { consumer, Workspace: workspace };
  return Object.entries(accounts).map(([account, limit]) => [
    `recipients a day (${account})`,
    short(limit),
    short(fixed + each * etfs),
    ...STEPS.map(() => ''),
    `${formula}: ${Math.floor((limit - fixed) / each) + 1} ETFs`,
  ]);
}

/** @param small at the base @param large at so many times of it */
function firstOf({ limit, isCut }: Bound, small: number, large: number): string {
  if (small > limit) throw new Error(`${nameOf(BASE)} breaks a limit of ${limit} with ${small}`);
  if (isCut) return large > limit ? nameOf(times(TIMES)) : 'cut';
  const slope = (large - small) / (TIMES - 1);
  const k = slope <= 0 ? Number.POSITIVE_INFINITY : 1 + (limit - small) / slope;
  return k > FARTHEST ? '–' : nameOf(times(k));
}

const short = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toFixed(1)));
