// Plays a scenario's steps one after the other and makes the one document that comes of it.

import { type DeliveredMail, type Host, ScriptError, serviceOf } from '../host';

import { baseQuotes, prepareBase } from './scenarioBase';
import { standingClock } from './scenarioClock';
import { openScenarioDesk, type ScenarioDesk } from './scenarioDesk';
import { openFeeds } from './scenarioFeeds';
import { type Scenario, ScenarioError, type ScenarioFault, type ScenarioStep } from './scenarioFile';
import { checkTabs, editCell, editTabs, readTabs, type TabRecord } from './scenarioTabs';
import { readWarehouse, type WarehouseRow } from './scenarioWarehouse';
import { DESK } from './theDesk';

export interface StepResult {
  readonly at: string;
  /** null for a step that only edits. */
  readonly call: string | null;
  /** What the function returned; null where it ended otherwise. */
  readonly result: unknown;
  readonly error: { readonly name: string; readonly message: string } | null;
  readonly killed: boolean;
  readonly mails: number;
  /** Service calls by service. */
  readonly calls: Readonly<Record<string, number>>;
}

export interface ScenarioMail {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly htmlBytes: number;
  readonly attachments: readonly { readonly name: string; readonly text: string }[];
}

export interface DayResult {
  readonly date: string | null;
  readonly status: 'COMPLETE' | 'PENDING' | 'NONE';
  readonly missing: readonly string[];
}

export interface ScenarioResult {
  readonly name: string;
  readonly steps: readonly StepResult[];
  readonly tabs: Readonly<Record<string, readonly TabRecord[]>>;
  readonly mails: readonly ScenarioMail[];
  readonly warehouse: Readonly<Record<string, readonly WarehouseRow[]>>;
  readonly day: DayResult;
}

export interface Stage {
  /** The checkout. */
  readonly root: string;
  readonly bundleDir: string;
  /** Hears of each step as it ends. */
  readonly tell?: (line: string) => void;
}

/** @throws ScenarioError where the file names a tab, a column or a function that there is not */
export async function playScenario(
  scenario: Scenario,
  { root, bundleDir, tell }: Stage,
): Promise<ScenarioResult> {
  const users = [...new Set(scenario.steps.map(({ user }) => user ?? DESK.user))];
  const clock = standingClock(scenario.steps[0]?.moment ?? 0);
  const desk = await openScenarioDesk({
    bundleDir,
    prepared: await prepareBase(scenario, root, bundleDir),
    feeds: openFeeds(scenario.feeds, baseQuotes(scenario)),
    clock,
    users,
  });
  try {
    const first = await desk.as(users[0] ?? DESK.user);
    await checkSteps(first, scenario);
    await editTabs(first.book, scenario.tabs);
    const steps: StepResult[] = [];
    for (const step of scenario.steps) {
      clock.set(step.moment);
      const last = steps.findLast(({ call }) => call !== null);
      const played = await playStep(desk, step, last?.result);
      steps.push(played);
      tell?.(line(step, played));
    }
    const lastUser = scenario.steps.at(-1)?.user ?? DESK.user;
    return { name: scenario.name, steps, ...(await lookAround(desk, lastUser)) };
  } finally {
    await desk.close();
  }
}

/** What can be known to be wrong before anything runs. */
async function checkSteps(desk: Host, { tabs, steps }: Scenario): Promise<void> {
  const functions = desk.functions();
  await checkTabs(desk.book, tabs);
  for (const [i, step] of steps.entries()) {
    if (step.call !== undefined && !functions.includes(step.call))
      throw new ScenarioError(`steps[${i}].call: the bundle has no function ${step.call}`);
    if (step.tabs !== undefined) await checkTabs(desk.book, step.tabs);
  }
}

async function playStep(scenario: ScenarioDesk, step: ScenarioStep, last: unknown): Promise<StepResult> {
  const user = step.user ?? DESK.user;
  const desk = await scenario.as(user);
  if (step.tabs !== undefined) await editTabs(desk.book, step.tabs);
  if (step.cell !== undefined) editCell(desk.book, step.cell);
  const edited = {
    at: step.at,
    call: step.call ?? null,
    result: null,
    error: null,
    killed: false,
    mails: 0,
    calls: {},
  };
  if (step.call === undefined) return edited;
  const args = filledIn(step.args, last);
  if (typeof args === 'string') return { ...edited, error: { name: 'ScenarioError', message: args } };
  const before = scenario.mail.outbox.length;
  const ended = await callWith(scenario, desk, { ...step, call: step.call, args });
  return { ...edited, ...ended, mails: scenario.mail.outbox.length - before };
}

type Ended = Pick<StepResult, 'result' | 'error' | 'killed' | 'calls'>;

/** The trigger calls `tick`; nobody sits before a dialog then. */
const TRIGGERED = ['tick'];

async function callWith(
  scenario: ScenarioDesk,
  desk: Host,
  { call, args, fault }: Pick<ScenarioStep, 'args' | 'fault'> & { readonly call: string },
): Promise<Ended> {
  const flushed = fault?.how === 'kill-unflushed' ? watchFlushes(desk) : null;
  try {
    const { value, calls } = await desk.call(call, args, {
      trigger: TRIGGERED.includes(call),
      ...(fault === undefined ? {} : { fault: { ...fault, how: plainHow(fault.how) } }),
      ...(flushed === null ? {} : { watch: flushed.watch }),
    });
    return { result: value ?? null, error: null, killed: false, calls: byService(calls) };
  } catch (error) {
    if (!(error instanceof ScriptError)) throw error;
    if (error.killed && flushed !== null) await scenario.restore(flushed.books);
    const { name, message, killed, calls } = error;
    return { result: null, error: killed ? null : { name, message }, killed, calls: byService(calls) };
  }
}

const plainHow = (how: ScenarioFault['how']) => (how === 'kill-unflushed' ? 'kill-after' : how);

/** Keeps what the spreadsheets hold for certain: all of it at the start and at each flush, a new one as it was made. */
function watchFlushes(desk: Host): {
  readonly books: ReadonlyMap<string, string>;
  readonly watch: (method: string) => void;
} {
  const books = new Map(desk.snapshot());
  return {
    books,
    watch(method) {
      if (method !== 'SpreadsheetApp.flush' && serviceOf(method) !== 'Drive') return;
      for (const [id, text] of desk.snapshot())
        if (method === 'SpreadsheetApp.flush' || !books.has(id)) books.set(id, text);
    },
  };
}

function byService(calls: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const [method, count] of Object.entries(calls))
    sums[serviceOf(method)] = (sums[serviceOf(method)] ?? 0) + count;
  return sums;
}

const LAST = /^\$last(\.[A-Za-z0-9_]+)*$/;

/** "$last.hash" becomes what the last call returned there. @returns what is wrong, where there is no such thing */
function filledIn(args: readonly unknown[], last: unknown): unknown[] | string {
  const filled: unknown[] = [];
  for (const arg of args) {
    if (typeof arg !== 'string' || !LAST.test(arg)) filled.push(arg);
    else {
      const found = arg.split('.').slice(1).reduce(partOf, last);
      if (found === undefined) return `${arg}: the last call returned no such thing`;
      filled.push(found);
    }
  }
  return filled;
}

const partOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;

/** How the desk stands at the end: read first, then the desk is asked, which writes its status tab. */
async function lookAround(
  scenario: ScenarioDesk,
  user: string,
): Promise<Pick<ScenarioResult, 'tabs' | 'mails' | 'warehouse' | 'day'>> {
  const desk = await scenario.as(user);
  const tabs = await readTabs(desk.book);
  const mails = scenario.mail.outbox.map(mailSeen);
  const setting = (key: string): string =>
    String((tabs.settings ?? []).find((row) => row.key === key)?.value ?? '');
  const project = setting('GOOGLE_CLOUD_PROJECT');
  const dataset = setting('BIGQUERY_DATASET') || 'team_trading';
  const warehouse = project === '' ? {} : await readWarehouse(scenario.warehouse, project, dataset);
  return { tabs, mails, warehouse, day: await dayOf(desk) };
}

const mailSeen = ({ to, cc, subject, text, html, attachments }: DeliveredMail): ScenarioMail => ({
  to,
  cc,
  subject,
  text,
  htmlBytes: Buffer.byteLength(html ?? ''),
  attachments: attachments.map(({ name, content }) => ({
    name,
    text: Buffer.from(content).toString('utf8'),
  })),
});

/** A desk that cannot say how it stands is not complete. */
async function dayOf(desk: Host): Promise<DayResult> {
  try {
    const { value } = await desk.call('checkAdjustmentStatus');
    const date = partOf(value, 'date');
    if (typeof date !== 'string') return { date: null, status: 'NONE', missing: [] };
    const missing = partOf(value, 'missing');
    return {
      date,
      status: partOf(value, 'complete') === true ? 'COMPLETE' : 'PENDING',
      missing: Array.isArray(missing) ? missing.map(String) : [],
    };
  } catch (error) {
    if (!(error instanceof ScriptError)) throw error;
    return { date: null, status: 'PENDING', missing: [error.message] };
  }
}

function line({ at, fault }: ScenarioStep, { call, result, error, killed }: StepResult): string {
  const headline = partOf(result, 'headline');
  const how = killed ? 'killed' : error !== null ? `${error.name}: ${error.message}` : (headline ?? 'done');
  const missed =
    fault !== undefined && !killed && fault.how !== 'throw' ? ' (the fault was not reached)' : '';
  return `${at} ${call ?? 'edit'}: ${String(how)}${missed}`;
}
