// 7 and 8: the same day told in another way, and the day without the order that came late.

import { type Chance, shuffled } from '../../solver/seeded';
import { playDay } from '../play';
import type { Cells, DayFeed, DayFile, DayStep, DayTrace, DeskParts, Rows } from '../types';
import {
  type AuditFill,
  type AuditLine,
  factsOf,
  fillsIn,
  keyOf,
  plainCnpj,
  secondAt,
  sideOf,
} from './facts';

/** 7. Rows in another order, funds under other names, the desk in another language; and the last allocation once more. */
export function sameByAnyName(parts: DeskParts, trace: DayTrace, chance: Chance): readonly string[] {
  const told = playDay(parts, retold(trace.file, chance));
  return [
    ...differences('lines', linesOf(trace), linesOf(told)),
    ...differences('caps', capsOf(trace), capsOf(told)),
    ...differences('units', unitsOf(trace), unitsOf(told)),
    ...secondRun(trace),
  ];
}

/** The last two allocations of a day come a minute after each other, with nothing between them. */
function secondRun({ steps }: DayTrace): readonly string[] {
  const [first, second] = steps.filter(({ call }) => call === 'completeAdjustmentWorkflow').slice(-2);
  const isSettled = first?.status === 'applied' || first?.status === 'unchanged';
  return isSettled &&
    second !== undefined &&
    (second.status !== 'unchanged' || second.mails > 0) &&
    sameFills(first, second)
    ? [`${second.at}: a second run was ${second.status} and sent ${second.mails} mails`]
    : [];
}

const sameFills = (a: { readonly executions: Rows }, b: { readonly executions: Rows }): boolean =>
  JSON.stringify(a.executions) === JSON.stringify(b.executions);

function retold(file: DayFile, chance: Chance): DayFile {
  const rows = (list: Rows): Rows =>
    shuffled(list, chance).map(
      (row): Cells => (row.fund === undefined ? row : { ...row, fund: `${row.fund} II` }),
    );
  const tabs = (own: Readonly<Record<string, Rows>>): Readonly<Record<string, Rows>> =>
    Object.fromEntries(
      // Names are looked up nowhere but by the CNPJ; who works what depends on the brokers' order in no way.
      Object.entries(own).map(([tab, list]) => [tab, tab === 'settings' ? list : rows(list)]),
    );
  return {
    ...file,
    language: 'pt',
    tabs: tabs(file.tabs),
    feeds: file.feeds.map(
      (feed): DayFeed => (feed.fills === undefined ? feed : { ...feed, fills: shuffled(feed.fills, chance) }),
    ),
    steps: file.steps.map(
      (step): DayStep => (step.tabs === undefined ? step : { ...step, tabs: tabs(step.tabs) }),
    ),
  };
}

const linesOf = (trace: DayTrace): readonly string[] =>
  factsOf(trace)
    .lines.map(({ fill, cnpj, shares }) => keyOf(fill, cnpj, String(shares)))
    .sort();
const capsOf = ({ steps }: DayTrace): readonly string[] =>
  steps
    .flatMap(({ at, status, orders }, nth) =>
      orders.map((row) =>
        keyOf(
          String(nth),
          at,
          status,
          String(row.asset),
          String(row.side),
          String(row.broker),
          String(row.cap),
          String(row.version),
        ),
      ),
    )
    .sort();
const unitsOf = ({ units }: DayTrace): readonly string[] =>
  units
    .map((row) => keyOf(plainCnpj(row.cnpj), String(row.asset), String(row.side), String(row.units)))
    .sort();

function differences(what: string, one: readonly string[], two: readonly string[]): readonly string[] {
  const [a, b] = [new Set(one), new Set(two)];
  const lost = one.filter((each) => !b.has(each));
  const found = two.filter((each) => !a.has(each));
  return lost.length + found.length === 0
    ? []
    : [
        `${what}: ${lost.slice(0, 3).join('; ')} became ${found.slice(0, 3).join('; ')} (${lost.length + found.length})`,
      ];
}

/**
 * 8. The last amendment that only adds asks for twice as much more: what was traded before it went to the same funds. ETF by
 * ETF, but for those that it reaches by units or by what was given back. An order that was cut keeps what it has beyond what it
 * asks, and a raise within that begins nothing: no slice ends with it, and which of its fills a fund gets is decided over all
 * of it. So it is raised beyond that in both days. null = it could be asked of none.
 */
export function earlierSlicesStay(parts: DeskParts, trace: DayTrace): readonly string[] | null {
  const late = trace.steps.findLastIndex(
    (step, at) => step.call === 'applyStage' && step.status === 'applied' && adds(trace, at),
  );
  const [once, doubled] = late < 0 ? [null, null] : [withMore(trace, late, 1), withMore(trace, late, 2)];
  if (once === null || doubled === null) return null;
  const day = JSON.stringify(once) === JSON.stringify(trace.file) ? trace : playDay(parts, once);
  const more = playDay(parts, doubled);
  const isAsked = [day, more].every(
    ({ steps, lines }) => steps[late]?.status === 'applied' && lines !== null,
  );
  return isAsked ? earlierDifferences(day, more, secondAt(trace.steps[late]?.at ?? '')) : null;
}

function earlierDifferences(day: DayTrace, more: DayTrace, begun: number): readonly string[] | null {
  const [one, two] = [earlierOf(day, begun), earlierOf(more, begun)];
  // A round that counts keeps the next one waiting, and then units are valued at another moment's iNAV.
  const isSameDay = statuses(day) === statuses(more);
  const asked = [...new Set([...one, ...two].map(({ asset }) => asset))].filter((asset) => {
    const [units, others] = [unitsIn(day, asset), unitsIn(more, asset)];
    return (
      !gaveBack(day, asset) &&
      !gaveBack(more, asset) &&
      units.join() === others.join() &&
      (units.length === 0 || isSameDay)
    );
  });
  if (asked.length === 0) return null;
  const texts = (lines: readonly AuditLine[]): readonly string[] =>
    lines
      .filter(({ asset }) => asked.includes(asset))
      .map(({ fill, cnpj, shares }) => keyOf(fill, cnpj, String(shares)))
      .sort();
  return differences('earlier lines', texts(one), texts(two));
}

const statuses = ({ steps }: DayTrace): string => steps.map(({ status }) => status).join();

const unitsIn = ({ units }: DayTrace, asset: string): readonly string[] =>
  units
    .filter((row) => row.asset === asset && Number(row.units) > 0)
    .map((row) => keyOf(plainCnpj(row.cnpj), String(row.side), String(row.units)))
    .sort();

/** null where the list changes again later: then it is another day. @param times what the amendment adds, so often */
function withMore(trace: DayTrace, late: number, times: number): DayFile | null {
  const { file } = trace;
  const lists = [
    { at: -1, rows: file.tabs['daily-trades'] ?? [] },
    ...file.steps.flatMap(({ tabs }, at) =>
      tabs?.['daily-trades'] === undefined ? [] : [{ at, rows: tabs['daily-trades'] }],
    ),
  ];
  const [before, edit] = lists.slice(-2);
  if (before === undefined || edit === undefined || edit.at < 0 || edit.at > late) return null;
  const kept = mostKept(trace, late);
  const rows = edit.rows.map((row): Cells => {
    const known = before.rows.find((own) => tradeOf(own) === tradeOf(row));
    const was = Number(known?.amount ?? 0);
    const added = Number(row.amount) - was;
    if (added <= 0) return row;
    const least = kept.get(keyOf(plainCnpj(row.cnpj), String(row.asset), sideOf(row.side))) ?? 0;
    const amount = times === 1 && was >= least ? Number(row.amount) : Math.max(was, least) + times * added;
    return { ...row, amount: Math.round(amount * 100) / 100 };
  });
  const steps = file.steps.map(
    (step, at): DayStep =>
      at === edit.at ? { ...step, tabs: { ...step.tabs, 'daily-trades': rows } } : step,
  );
  return { ...file, steps };
}

/** Of orders that were cut or stopped before that step: more than they can have kept, in BRL: all that they or their pool ever had. */
function mostKept(trace: DayTrace, late: number): ReadonlyMap<string, number> {
  const begun = secondAt(trace.steps[late]?.at ?? '');
  const looks = trace.steps.slice(0, late + 1).map(({ executions }) => fillsIn(executions));
  return new Map(
    factsOf(trace).orders.flatMap(
      ({ cnpj, asset, side, changes }): readonly (readonly [string, number])[] => {
        const amounts = changes.filter(({ second }) => second < begun).map(({ amount }) => amount);
        if (amounts.every((amount, at) => amount >= (amounts[at - 1] ?? 0))) return [];
        const done = looks.map((fills) => brlOf(fills.filter(({ pool }) => pool === keyOf(asset, side))));
        return [[keyOf(cnpj, asset, side), Math.max(...done, ...amounts)]];
      },
    ),
  );
}

const brlOf = (fills: readonly AuditFill[]): number =>
  fills.reduce((sum, { quantity, price }) => sum + (quantity * Number(price)) / 1e8, 0);

const tradeOf = (row: Cells): string =>
  keyOf(plainCnpj(row.cnpj), String(row.asset), String(row.side), String(row.strategy));

function adds({ steps }: DayTrace, at: number): boolean {
  const before = factsAmounts(steps[at - 1]?.intents ?? []);
  const after = factsAmounts(steps[at]?.intents ?? []);
  return [...new Set([...before.keys(), ...after.keys()])].every(
    (key) => (after.get(key) ?? 0) >= (before.get(key) ?? 0),
  );
}

const factsAmounts = (rows: Rows): ReadonlyMap<string, number> =>
  new Map(
    rows.map((row) => [
      keyOf(plainCnpj(row.cnpj), String(row.asset), String(row.side), String(row.strategy)),
      Number(row.amount),
    ]),
  );

function gaveBack(trace: DayTrace, asset: string): boolean {
  const { orders, lines } = factsOf(trace);
  const homes = new Set(orders.map((order) => keyOf(order.cnpj, order.asset, order.side)));
  return lines.some(
    (line) => line.asset === asset && line.cnpj !== null && !homes.has(keyOf(line.cnpj, asset, line.side)),
  );
}

function earlierOf(trace: DayTrace, second: number): readonly AuditLine[] {
  const { lines, fills } = factsOf(trace);
  const times = new Map(fills.map((fill) => [fill.key, fill.second]));
  return lines.filter(({ fill }) => {
    const time = times.get(fill) ?? null;
    return time !== null && time <= second;
  });
}
