// A scenario file, read strictly: what nobody knows is named, never ignored. docs/scenarios.md says what each key means.
import * as v from 'valibot';
import { isDay } from '../../../build/commandLine.cjs';
import { fromSaoPaulo } from '../host';
import { SAMPLE_DATE } from '../market';
import { doubleKeys } from './doubleKeys';

/** The file cannot be played; the message says where and how to write it. */
export class ScenarioError extends Error {}

const scalar = v.union(
  [v.string(), v.number(), v.boolean(), v.null()],
  'is no text, number, true, false or null',
);
const tabs = v.record(
  v.string(),
  v.array(v.record(v.string(), scalar, 'is no row: write {"column": value}')),
);
const time = v.pipe(
  v.string(),
  v.regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, 'is no time of day: write "10:15"'),
);
const date = v.pipe(v.string(), v.check(isDay, 'is no date: write "2024-11-08"'));
const count = v.pipe(v.number(), v.integer('is no whole number'), v.minValue(1, 'counts from 1'));
const email = v.pipe(v.string(), v.regex(/^[^\s@]+@[^\s@]+$/, 'is no e-mail address'));

/** An answer as it is, byte for byte; after `times` requests for an address the one of before answers again. */
const rawAnswer = v.strictObject({
  status: v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599)),
  body: v.optional(v.string(), ''),
  times: v.optional(count),
});

const fill = v.strictObject({
  accountAlias: v.optional(scalar),
  accountCode: v.optional(scalar),
  fillId: v.optional(scalar),
  symbol: v.optional(scalar),
  side: v.optional(scalar),
  qty: v.optional(scalar),
  price: v.optional(scalar),
  time: v.optional(scalar),
  status: v.optional(scalar),
  execRefId: v.optional(scalar),
});

const quote = v.strictObject({
  inav: v.optional(scalar),
  sharesPerUnit: v.optional(scalar),
  officialNav: v.optional(scalar),
});

const feed = v.pipe(
  v.strictObject({
    at: time,
    date: v.optional(date),
    fills: v.optional(v.array(fill)),
    quotes: v.optional(v.record(v.string(), quote)),
    executions: v.optional(rawAnswer),
    inav: v.optional(rawAnswer),
  }),
  v.check(
    (each) => [each.fills, each.quotes, each.executions, each.inav].some((said) => said !== undefined),
    'does nothing: write fills, quotes, executions or inav',
  ),
);

const fault = v.strictObject({
  call: count,
  how: v.picklist(['kill-before', 'kill-after', 'kill-unflushed', 'throw']),
  service: v.optional(v.string()),
});

const step = v.pipe(
  v.strictObject({
    at: time,
    date: v.optional(date),
    tabs: v.optional(tabs),
    cell: v.optional(v.strictObject({ tab: v.string(), cell: v.string(), value: scalar })),
    call: v.optional(v.string()),
    args: v.optional(v.array(v.unknown()), []),
    user: v.optional(email),
    fault: v.optional(fault),
  }),
  v.check(
    ({ call, tabs, cell }) => call !== undefined || tabs !== undefined || cell !== undefined,
    'does nothing: write call, tabs or cell',
  ),
  v.check(
    ({ call, args, user, fault }) =>
      call !== undefined || (args.length === 0 && user === undefined && fault === undefined),
    'has args, user or fault, but no call',
  ),
);

const scenario = v.strictObject({
  name: v.string(),
  date: v.optional(date, SAMPLE_DATE),
  language: v.optional(v.picklist(['en', 'pt']), 'en'),
  base: v.optional(v.picklist(['sample', 'empty']), 'empty'),
  consumer: v.optional(v.boolean(), true),
  tabs: v.optional(tabs, {}),
  feeds: v.optional(v.array(feed), []),
  steps: v.array(step),
});

type File = v.InferOutput<typeof scenario>;
export type Rows = File['tabs'][string];
export type RawAnswer = v.InferOutput<typeof rawAnswer>;
export type FillRow = v.InferOutput<typeof fill>;
export type QuoteFields = v.InferOutput<typeof quote>;
export type ScenarioFault = v.InferOutput<typeof fault>;

/** Moments are milliseconds since 1970, UTC. */
export type ScenarioFeed = v.InferOutput<typeof feed> & { readonly moment: number };
export type ScenarioStep = v.InferOutput<typeof step> & { readonly moment: number };
export interface Scenario extends Omit<File, 'feeds' | 'steps'> {
  /** In the order of time, those of one minute as they stand in the file. */
  readonly feeds: readonly ScenarioFeed[];
  readonly steps: readonly ScenarioStep[];
}

/** @throws ScenarioError with every fault of the file */
export function readScenario(text: string): Scenario {
  const read = v.safeParse(scenario, parseJson(text));
  if (!read.success) throw new ScenarioError(read.issues.map(said).join('\n'));
  // Of two that are read one is dropped, a whole list of steps among them.
  const doubled = doubleKeys(text).map(
    ({ key, line }) => `"${key}" stands twice in the object that begins in line ${line}; keep one`,
  );
  if (doubled.length > 0) throw new ScenarioError(doubled.join('\n'));
  const { feeds, steps, ...head } = read.output;
  return { ...head, feeds: timedFeeds(feeds, head.date), steps: timedSteps(steps, head.date) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ScenarioError(`not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function said(issue: v.BaseIssue<unknown>): string {
  const path = (issue.path ?? []).reduce(
    (shown, { key }) => (typeof key === 'number' ? `${shown}[${key}]` : `${shown}.${String(key)}`),
    '',
  );
  const where = path === '' ? 'the file' : path.replace(/^\./, '');
  if (issue.expected === 'never') return `${where}: unknown key`;
  if (issue.received === 'undefined') return `${where}: is missing`;
  const isOwn = /^(is|has|does|counts) /.test(issue.message);
  return `${where}: ${isOwn ? issue.message : `${issue.received} is not ${issue.expected ?? 'allowed'}`}`;
}

const momentOf = (day: string, at: string): number => fromSaoPaulo(`${day}T${at}`);

/** A feed without a date is the first day's. */
function timedFeeds(feeds: File['feeds'], first: string): readonly ScenarioFeed[] {
  return feeds
    .map((each) => ({ ...each, moment: momentOf(each.date ?? first, each.at) }))
    .sort((a, b) => a.moment - b.moment);
}

/** A step without a date is on the day of the step before it; time never goes back. */
function timedSteps(steps: File['steps'], first: string): readonly ScenarioStep[] {
  let day = first;
  let last = Number.NEGATIVE_INFINITY;
  return steps.map((each, i) => {
    day = each.date ?? day;
    const moment = momentOf(day, each.at);
    if (moment < last)
      throw new ScenarioError(
        `steps[${i}].at: ${day} ${each.at} is before the step above it; time never goes back`,
      );
    last = moment;
    return { ...each, moment };
  });
}
