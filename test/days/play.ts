// Plays a day step by step on a desk in memory and keeps how the tabs stood after each step.
import { openFeeds } from '../../src/local/cli/scenarioFeeds';
import type {
  Cells,
  DayFeed,
  DayFile,
  DayHead,
  DayStep,
  DayTrace,
  DeskParts,
  PlayedDesk,
  Rows,
  StepTrace,
} from './types';

/** A day that goes on: whoever plays it sees the tabs before the next step. */
export interface OpenDay {
  feed(feed: DayFeed): void;
  step(step: DayStep): StepTrace;
  records(tab: string): Rows;
  end(): DayTrace;
}

const BASE_SETTINGS: Readonly<Record<string, string>> = {
  TRADING_API_URL: 'http://127.0.0.1:1',
  INAV_API_URL: 'http://127.0.0.1:1',
  TRADING_API_SECRET: 'trading-api-token',
  EXECUTIONS_LEVEL: 'fills',
};

/** Minutes and seconds of a day as a number that grows. */
const momentOf = (at: string): number => {
  const [hours = 0, minutes = 0, seconds = 0] = at.split(':').map(Number);
  return (hours * 60 + minutes) * 60 + seconds;
};

export function openDay(parts: DeskParts, head: DayHead): OpenDay {
  const feeds: (DayFeed & { readonly moment: number })[] = [];
  const steps: DayStep[] = [];
  const traces: StepTrace[] = [];
  let now = 0;
  let answer = openFeeds([]);
  const desk = parts.open((path) => answer(path, now));
  const settings: Readonly<Record<string, string>> = {
    ...BASE_SETTINGS,
    DESK_LANGUAGE: head.language,
    ...settingsIn(head.tabs.settings ?? []),
  };
  desk.fill(
    'settings',
    desk.settingKeys.map((key) => ({ key, value: settings[key] ?? null })),
  );
  for (const [tab, rows] of Object.entries(head.tabs)) if (tab !== 'settings') desk.fill(tab, rows);
  return {
    feed(feed) {
      feeds.push({ ...feed, moment: momentOf(feed.at) });
      answer = openFeeds([...feeds]);
    },
    step(step) {
      steps.push(step);
      now = momentOf(step.at);
      desk.setClock(`${head.date}T${step.at.length === 5 ? `${step.at}:00` : step.at}`);
      const trace = played(desk, step, traces.findLast(({ call }) => call !== null)?.hash ?? null);
      traces.push(trace);
      return trace;
    },
    records: (tab) => desk.records(tab),
    end: () => ({
      file: { ...head, feeds: feeds.map(({ moment: _, ...feed }) => feed), steps },
      steps: traces,
      lines: desk.saved.findLast(({ table }) => table === 'allocation_lines')?.rows ?? null,
      allocation: desk.records('allocation'),
      brokerOrders: desk.records('broker-orders'),
      units: desk.records('primary-requests'),
    }),
  };
}

/** The whole of a day that is written down. */
export function playDay(parts: DeskParts, file: DayFile): DayTrace {
  const day = openDay(parts, file);
  for (const feed of file.feeds) day.feed(feed);
  for (const step of file.steps) day.step(step);
  return day.end();
}

const settingsIn = (rows: Rows): Readonly<Record<string, string>> =>
  Object.fromEntries(rows.map(({ key, value }) => [String(key), String(value ?? '')]));

function played(desk: PlayedDesk, step: DayStep, hash: string | null): StepTrace {
  for (const [tab, rows] of Object.entries(step.tabs ?? {})) desk.fill(tab, rows);
  const before = desk.mails();
  const ended = step.call === undefined ? EDITED : called(desk, step, hash);
  return {
    at: step.at,
    call: step.call ?? null,
    ...ended,
    mails: desk.mails() - before,
    orders: copied(desk.records('orders')),
    executions: copied(desk.records('executions')),
    intents: copied(desk.records('order-intents')),
  };
}

type Ended = Pick<StepTrace, 'status' | 'codes' | 'hash' | 'complete'>;
const EDITED: Ended = { status: 'edited', codes: [], hash: null, complete: null };

function called(desk: PlayedDesk, { call = '', args = [] }: DayStep, hash: string | null): Ended {
  try {
    const result = desk.call(
      call,
      args.map((arg) => (arg === '$last.hash' ? hash : arg)),
    );
    const run = partOf(result, 'run') ?? result;
    const found = partOf(result, 'hash');
    const complete = partOf(result, 'complete');
    return {
      status: String(partOf(run, 'status') ?? 'done'),
      codes: listOf(partOf(run, 'problems')).map((problem) => String(partOf(problem, 'code'))),
      hash: typeof found === 'string' ? found : null,
      complete: typeof complete === 'boolean' ? complete : null,
    };
  } catch (error) {
    const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { status: 'threw', codes: [said], hash: null, complete: null };
  }
}

const copied = (rows: Rows): Rows => rows.map((row): Cells => ({ ...row }));
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const partOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
