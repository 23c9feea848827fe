// 13: units are chosen beside the shares that funds then have. The day is played up to the step that chose them and ended as it
// stands: what the request says that a fund's shares and units leave of its order is what the allocation says.
import { openDay } from '../play';
import type { Cells, DayTrace, DeskParts, Rows } from '../types';
import { fillsIn, keyOf, plainCnpj, sideOf } from './facts';

const ALLOCATION = 'completeAdjustmentWorkflow';
const CHOICE = 'runPrimaryCalculation';

/**
 * null = no units were chosen, or it could be asked of none. Units by money leave it open who gets which shares beside them, and
 * what is beyond all targets is shared for the least miss in basis points, whatever measure the units were chosen by.
 */
export function unitsBesideShares(parts: DeskParts, trace: DayTrace): readonly string[] | null {
  const { file, steps } = trace;
  const isOtherMeasure = (file.tabs.settings ?? []).some(
    ({ value }) => value === 'money' || value === 'squared-relative',
  );
  if (isOtherMeasure) return null;
  const found = steps.flatMap(({ call, status }, at) =>
    call === CHOICE && status === 'applied' ? [chosenAt(parts, trace, at)] : [],
  );
  const asked = found.filter((each) => each !== null);
  return asked.length === 0 ? null : asked.flat();
}

function chosenAt(parts: DeskParts, trace: DayTrace, at: number): readonly string[] | null {
  const { file, steps } = trace;
  const [step, end] = [steps[at], file.steps.find(({ call }) => call === ALLOCATION)];
  if (step === undefined || end === undefined) return null;
  const day = openDay(parts, file);
  for (const feed of file.feeds) if (feed.at <= step.at) day.feed(feed);
  for (const own of file.steps.slice(0, at + 1)) day.step(own);
  const requests = day.records('primary-requests');
  // Nothing but what the desk knew then, whatever an outage kept from it: its own tab says it.
  const ended = day.step({ at: end.at, call: ALLOCATION });
  if (ended.status !== 'applied' || fillsOf(ended.executions) !== fillsOf(step.executions)) return null;
  const rows = new Map(day.records('allocation').map((row) => [memberIn(row), row]));
  return requests.flatMap((request): readonly string[] => {
    const row = rows.get(memberIn(request));
    if (row === undefined || isOtherwise(trace, request, at)) return [];
    const apart = Math.abs(leftIn(request) - missingIn(row));
    const slack = slackOf(trace, step.executions, request);
    return apart > slack
      ? [
          `${step.at} ${memberIn(request)}: its ${request.units} units leave ${leftIn(request)} of its order with ${request.executed_shares} shares; it has ${row.shares} and ${missingIn(row)} is left`,
        ]
      : [];
  });
}

const memberIn = (row: Cells): string => keyOf(plainCnpj(row.cnpj), String(row.asset), sideOf(row.side));
const leftIn = ({ residual }: Cells): number => Number(residual);
const missingIn = ({ residual, deviation }: Cells): number => Number(residual) + Number(deviation ?? 0);

const fillsOf = (rows: Rows): string =>
  fillsIn(rows)
    .map(({ key, quantity, price, status }) => [key, quantity, price, status].join())
    .sort()
    .join();

/** Chosen at an earlier step, by its family; or somebody of the other side may give back here. */
function isOtherwise(trace: DayTrace, home: Cells, at: number): boolean {
  const { file, steps } = trace;
  const { asset, side } = home;
  const familyOf = (code: Cells['asset'] | undefined): string =>
    String((file.tabs.etfs ?? []).find((row) => row.asset === code)?.family ?? '');
  const isMeant = (nth: number): boolean => {
    const wish = file.steps[nth]?.args?.[0];
    return steps[nth]?.call === CHOICE && (wish === 'all' || wish === familyOf(asset));
  };
  const isEarlier = steps.slice(0, at).some(({ status }, nth) => status === 'applied' && isMeant(nth));
  const looks = steps.slice(0, at + 1).flatMap(({ intents }) => intents);
  const isMixed = looks.some((row) => row.asset === asset && sideOf(row.side) !== sideOf(side));
  return !isMeant(at) || isEarlier || isMixed || isRaised(trace, home, at);
}

const isOf =
  ({ asset, side }: Cells) =>
  (row: Cells): boolean =>
    row.asset === asset && sideOf(row.side) === sideOf(side);

/** What each fund's orders of the side ask for before and after each step up to `at`, BRL; of new ones twice the same. */
function movesOf({ steps }: DayTrace, home: Cells, at: number): readonly (readonly [number, number])[] {
  const looks = steps.slice(0, at + 1).map(({ intents }) => {
    const sums = new Map<string, number>();
    for (const row of intents.filter(isOf(home)))
      sums.set(memberIn(row), (sums.get(memberIn(row)) ?? 0) + Number(row.amount));
    return sums;
  });
  return looks.slice(1).flatMap((now, nth) => {
    const before = looks[nth] ?? new Map<string, number>();
    return [...new Set([...before.keys(), ...now.keys()])].map((key): readonly [number, number] => {
      const amount = now.get(key) ?? 0;
      return [before.get(key) ?? amount, amount];
    });
  });
}

/** An order that was raised is two claims in the ledger, each with what it lacks; at midday it is one fund with one order. */
const isRaised = (trace: DayTrace, home: Cells, at: number): boolean =>
  movesOf(trace, home, at).some(([before, now]) => now > before);

/** BRL: a share of each fund, and what the prices of its parts of the day lie apart, on all its shares. */
function slackOf(trace: DayTrace, executions: Rows, { asset, side, executed_shares: shares }: Cells): number {
  const prices = fillsIn(executions)
    .filter((fill) => fill.asset === asset && fill.side === sideOf(side))
    .map(({ price }) => Number(price) / 1e8);
  if (prices.length === 0) return 1;
  const [most, least] = [Math.max(...prices), Math.min(...prices)];
  const funds = (trace.file.tabs['fund-stats'] ?? []).length;
  return (Number(shares) + funds) * (most - least) * 2 + (funds + 2) * most;
}
