// Correct an earlier day: a bust, correction or late fill of a day that is over makes the next version of its allocation, by that
// day's own claims, cuts, units and rules. Only whose lines differ is written to; the open day stays as it is.

import type { Fill } from '../domain/fill';
import { error, hasErrors, type Problem, warning } from '../domain/problem';
import { longReason } from '../domain/reason';
import type { IsoDate } from '../domain/stamp';
import { type Message, msg } from '../language/message';
import { executions } from '../sheets/tabs';
import { printLater, printTable, type TableCells } from '../sheets/write';
import { brokerFiles, rowsOf } from './allocation/brokerFiles';
import { bookedAsAverages } from './allocation/brokerOrderRows';
import { allocateDay, allocationSaved, type DayAllocation } from './allocation/dayAllocation';
import { brokerMails } from './allocation/finalMails';
import type { Line } from './allocation/lines';
import { oversold } from './allocation/oversold';
import { addressedBrokers } from './allocation/toldBrokers';
import { fillWarnings } from './checks/fills';
import { checkCorrected } from './checks/oddCorrection';
import { completeness } from './completeness';
import { type OpenInputs, valuesOf } from './day/inputs';
import type { Missing } from './day/missing';
import type { AllocationMark, DayState, OpenDay } from './day/state';
import { allocatedBooks, allocationTable } from './outcome/brokerBooks';
import { changeFacts, lineFacts } from './outcome/correctedFacts';
import type { Heard } from './outcome/heard';
import { type KeptDay, keptDay, linesKept } from './outcome/kept';
import { counted, decidedOn, fact, type Outcome, type Plan, refused, type Summary } from './outcome/outcome';
import { allocationIn } from './outcome/tables';
import { dayReport } from './report/dayReport';
import { reported } from './report/reported';

/** An earlier day as it was kept, and what was heard of it since. */
export interface EarlierDay {
  /** The day's own inputs, with its fills as they are known now. */
  readonly inputs: OpenInputs;
  readonly kept: KeptDay;
  readonly heard: Heard;
  /** The state of the desk: of a later day, or of this one while no other was opened. */
  readonly desk: DayState;
  /** Rows of the tab executions that are not this day's. */
  readonly others: readonly Fill[];
  /** What was found on the way and stops nothing. */
  readonly warnings: readonly Problem[];
  readonly reason: string;
}

export function planCorrection(earlier: EarlierDay, digest: (text: string) => string): Plan {
  const { inputs, heard, desk, reason } = earlier;
  const { tradeDate: date, allocation: before } = inputs.state;
  const unfit = reason === '' ? [noReason] : longReason(reason);
  if (unfit.length > 0) return refused(unfit);
  if (before === null) return refused([notAllocated(date)]);
  const odd = checkCorrected({ inputs, changes: heard.changes, reason }).map(withoutPlace);
  if (hasErrors(odd)) return refused([...odd, ...earlier.warnings]);
  const isOwn = desk.tradeDate === date;
  // The day's own stages may split it again, and then as if nobody had booked anything.
  const made = allocateDay(inputs, digest, isOwn ? [] : staying(earlier));
  if (made.broken.length > 0) return refused(made.broken);
  const found = [...earlier.warnings, ...odd, ...unknownBusts(heard)];
  if (heard.changes.length === 0 || !made.isNew)
    return decidedOn(date, {
      stage: 'final',
      state: desk,
      warnings: found,
      summary: { headline: nothingNew(date, before.version), facts: [] },
    });

  const changed = changedBrokers(earlier, made);
  const all = brokerFiles(inputs, made).filter(({ folder }) => changed.has(folder));
  const { files, told, last } = addressedBrokers(inputs, made, all, digest);
  const differing = inputs.state.allocation?.differing;
  const mark: AllocationMark = { ...made.mark, told, last, ...(differing ? { differing } : {}) };
  const after: OpenDay = { ...inputs.state, allocation: mark };
  const missing = completeness({ ...inputs, state: after });
  const warnings = [
    ...found,
    ...exceptions(missing),
    ...oversold(inputs, made.lines),
    ...bookedAsAverages(inputs, made.lines),
    ...fillWarnings(inputs).map(withoutPlace),
  ];
  const summary = summaryOf(earlier, made, { missing, brokers: changed.size, isOwn });
  const day = dayReport({ ...inputs, state: after }, made, {
    warnings,
    notes: summary.facts,
    fillsAsOf: inputs.now,
  });
  const report = reported(inputs, day, digest);
  return decidedOn(date, {
    stage: 'final',
    state: isOwn ? after : desk,
    ...(isOwn ? ownDay(earlier, after, made) : {}),
    rows: allocationSaved(inputs, made),
    files: [...files, ...report.files],
    mails: [...brokerMails(inputs, { ...made, files }), ...report.mails],
    warnings,
    summary,
    keeps: keptDay(inputs, after, made, heard.overruled),
  });
}

/** Brokers whose rows, or whose shares without a fund, are not what they were told. */
function changedBrokers({ inputs, kept }: EarlierDay, made: DayAllocation): ReadonlySet<string> {
  // A column that is new since the day was kept is blank.
  const filled = (value: unknown): string =>
    JSON.stringify(value, (_, each: unknown) => (each === null ? undefined : each));
  const isSame = (a: unknown, b: unknown): boolean => filled(a) === filled(b);
  const differs = valuesOf(inputs.brokers).filter(
    (broker) =>
      !isSame(rowsOf(kept.orders, broker), rowsOf(made.orders, broker)) ||
      !isSame(
        kept.open.filter((each) => each.broker === broker.name),
        made.open.filter((each) => each.broker === broker.name),
      ),
  );
  return new Set(differs.map(({ name }) => name));
}

/** While no other day was opened the tabs and the brokers' spreadsheets are still this day's. */
const ownDay = (
  { inputs, others }: EarlierDay,
  after: OpenDay,
  { rows, orders }: DayAllocation,
): Pick<Outcome, 'tables' | 'brokerBooks'> => ({
  tables: [
    printLater(allocationIn(inputs.settings.deskLanguage), rows),
    allocationTable(orders),
    executionsTable(inputs, others),
  ],
  brokerBooks: allocatedBooks(inputs, after, orders),
});

const executionsTable = (inputs: OpenInputs, others: EarlierDay['others']): TableCells =>
  printTable(executions, [...others, ...valuesOf(inputs.executions)]);

function summaryOf(
  { kept, heard, inputs, reason }: EarlierDay,
  made: DayAllocation,
  {
    missing,
    brokers,
    isOwn,
  }: { readonly missing: readonly Missing[]; readonly brokers: number; readonly isOwn: boolean },
): Summary {
  const { version } = made;
  const texts = missing.map(({ text }) => text);
  return {
    headline: msg(
      '{date} corrected: version {n} of its allocation REPLACES {n2}; {n3} {n3|fill differs|fills differ}, {n4} {n4|broker is|brokers are} told',
      {
        date: inputs.state.tradeDate,
        n: version,
        n2: kept.state.allocation?.version ?? 0,
        n3: heard.changes.length,
        n4: brokers,
      },
    ),
    facts: [
      fact(msg('why'), msg('{text}', { text: reason })),
      fact(msg('state'), texts.length === 0 ? msg('COMPLETE') : msg('PENDING: {saids}', { saids: texts })),
      fact(msg('version'), counted(version)),
      ...changeFacts(heard.changes),
      ...lineFacts(kept, made),
      ...(isOwn ? [] : [fact(msg('the open day'), OPEN_DAY)]),
    ],
  };
}

const OPEN_DAY: Message = msg(
  'stays as it is: its orders, caps and tabs. What funds hold is what fund-stats and holdings say; ask the administrator whether they know of this already',
);

const nothingNew = (date: IsoDate, n: number): Message =>
  msg('nothing that is known of {date} differs from version {n} of its allocation; nothing changed', {
    date,
    n,
  });

/** What a person has to settle stands on the screen and in the traders’ mail, in no broker’s file. */
const exceptions = (missing: readonly Missing[]): readonly Problem[] =>
  missing.map(({ code, text }) => warning(code, text));

/** Its row is the kept day's, and stands in no tab. */
const withoutPlace = (problem: Problem): Problem => ({ ...problem, tab: null, cell: null });

/** A broker whose fills are the same need not book anew, as long as no fund's price suffers by it. */
function staying({ heard, kept }: EarlierDay): readonly Line[] {
  const concerned = new Set(heard.changes.map(({ after }) => after.broker));
  return linesKept(kept).filter(({ fill }) => !concerned.has(fill.broker));
}

const unknownBusts = ({ unknownBusts: fills }: Heard): readonly Problem[] =>
  fills.map(({ fillId: fill, broker, side, asset: code }) =>
    warning(
      'unknown-bust',
      msg(
        'fill {fill} of {broker}, {side} {code}, is BUSTED, and nobody knew of it; there is nothing to take back',
        {
          ...{ fill, broker, side, code },
        },
      ),
    ),
  );

const noReason: Problem = error('no-reason', msg('a correction needs a reason; write why the day changes'));

const notAllocated = (date: IsoDate): Problem =>
  error('not-allocated', msg('{date} was never allocated; run Final allocation', { date }));
