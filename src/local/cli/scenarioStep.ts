// One step of a scenario: edits of the book, then a call as a person or the trigger makes it, whatever befalls it.
import { type Host, ScriptError, serviceOf } from '../host';
import type { ScenarioDesk } from './scenarioDesk';
import type { ScenarioFault, ScenarioStep } from './scenarioFile';
import { partOf } from './scenarioParts';
import { editCell, editTabs } from './scenarioTabs';
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

/** @param last what the call before returned, for `$last` */
export async function playStep(
  scenario: ScenarioDesk,
  step: ScenarioStep,
  last: unknown,
): Promise<StepResult> {
  // Whoever has the book open edits it.
  const desk = await scenario.as(step.call === undefined ? null : (step.user ?? DESK.user));
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
