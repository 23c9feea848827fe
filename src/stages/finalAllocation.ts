// End of the day: gives every executed share to a fund, exactly and at fair prices, proves that what was allocated is
// what was executed, and tells each broker its part.
import type { Cents } from '../domain/money';
import { error, hasErrors, type Problem, warning } from '../domain/problem';
import type { IsoDate } from '../domain/stamp';
import { type Message, msg } from '../language/message';
import { type AllocationRow, executions } from '../sheets/tabs';
import { printLater, type TableCells } from '../sheets/write';
import { stillTrading } from './agenda/moments';
import { brokerFiles } from './allocation/brokerFiles';
import { bookedAsAverages } from './allocation/brokerOrderRows';
import { allocateDay, allocationSaved, type DayAllocation } from './allocation/dayAllocation';
import { brokerMails } from './allocation/finalMails';
import type { Line } from './allocation/lines';
import { addressedBrokers } from './allocation/toldBrokers';
import { checkWorking } from './checks/brokers';
import { fillWarnings } from './checks/fills';
import { unallocatedDay } from './checks/gates';
import { meansWarnings } from './checks/means';
import { checkNavs, checkOddFills } from './checks/plausible';
import { completeness, leftDay, standingAcceptances } from './completeness';
import { countedFills } from './day/fills';
import type { DayInputs, OpenInputs } from './day/inputs';
import type { AllocationMark, OpenDay } from './day/state';
import { leftTables } from './decisions/left';
import { changedOrders, changedWarnings } from './look/changedOrders';
import { shortFunds } from './look/names';
import { allocatedBooks, allocationTable } from './outcome/brokerBooks';
import { keptDay } from './outcome/kept';
import { counted, decided, type Fact, fact, type Plan, refused, type Summary } from './outcome/outcome';
import { allocationIn, type Reasoned } from './outcome/tables';
import { dayReport } from './report/dayReport';
import { reported } from './report/reported';
import { dayStanding } from './standing/dayStanding';
import { saidOverride, setByHand } from './units/unitOverrides';

export function planFinalAllocation(asked: DayInputs, fingerprint: (text: string) => string): Plan {
  const gate = unallocatedDay(asked);
  if (gate.kind === 'refused') return gate;
  const { inputs } = gate;
  const late = leftDay(inputs);
  const trading = late === null ? stillTrading(inputs) : null;
  if (trading !== null) return refused([error('market-open', trading)]);
  const gone = checkWorking(inputs, inputs.state.tradeDate);
  const odd = [...checkOddFills(inputs), ...checkNavs(inputs)];
  if (gone.length > 0 || hasErrors(odd)) return refused([...gone, ...odd]);

  const made = allocateDay(inputs, fingerprint);
  if (made.broken.length > 0) return refused(made.broken);
  const { isNew, version, lines, rows, orders, open } = made;
  const all = brokerFiles(inputs, { version, orders, open });
  const { files, told, last } = addressedBrokers(inputs, made, all, fingerprint);
  const marked: AllocationMark = { ...made.mark, told, last, ...differingOf(inputs, isNew) };
  const after: OpenDay = { ...inputs.state, allocation: marked };
  const missing = completeness({ ...inputs, state: after }).map(({ text }) => text);
  const warnings = [
    ...(late === null ? [] : [lateDay(late)]),
    ...fillWarnings(inputs),
    ...odd,
    ...bookedAsAverages(inputs, lines),
  ];
  const day = dayReport({ ...inputs, state: after }, made, { warnings });
  const left = day.waits.some(({ kind }) => kind === 'residual') ? day.total : null;
  const summary = summaryOf(inputs, { isNew, version, missing, lines, rows, left });
  const report = reported(inputs, day, fingerprint);
  const common = {
    stage: 'final',
    state: after,
    tables: [printLater(allocationIn(inputs.settings.deskLanguage), rows), allocationTable(orders)],
    // Also of an allocation that stands: whoever ran it may not have been able to put them into Drive.
    files: [...files, ...report.files],
    // What the report has of it is what daily-trades said when the day was allocated.
    warnings: [
      ...changedWarnings(inputs),
      // Once allocated nobody buys any more; where the funds stand is no other for that.
      ...meansWarnings({ ...inputs, state: after }, dayStanding(inputs)),
      ...warnings,
    ],
    summary,
    keeps: keptDay(inputs, after, made),
    standing: made.standing,
    decisions: leftTables(made.standing),
  } as const;
  if (!isNew) return decided(common);
  return decided({
    ...common,
    brokerBooks: allocatedBooks(inputs, after, orders),
    rows: allocationSaved(inputs, made),
    mails: [...brokerMails(inputs, { orders, open, files, version }), ...report.mails],
  });
}

/**
 * The allocation as it stands, and its tab: once the official NAV is known it shows the residual at it. null where fills or split
 * are no longer those that were allocated.
 */
export function standingAllocation(
  inputs: OpenInputs,
  fingerprint: (text: string) => string,
): { readonly table: TableCells; readonly made: DayAllocation } | null {
  const made = allocateDay(inputs, fingerprint);
  if (made.isNew) return null;
  return { table: printLater(allocationIn(inputs.settings.deskLanguage), made.rows), made };
}

/** The report of a day says it for good: daily-trades may ask for other things tomorrow. */
function differingOf(inputs: OpenInputs, isNew: boolean): Pick<AllocationMark, 'differing'> {
  const known = inputs.state.allocation?.differing;
  if (known !== undefined) return { differing: known };
  const { changes } = isNew ? changedOrders(inputs) : { changes: [] };
  if (changes.length === 0) return {};
  return {
    differing: changes.map(({ order: { fund, asset, side, amount: asked }, before: worked }) => ({
      ...{ fund, asset, side, worked, asked },
    })),
  };
}

interface Allocated {
  readonly isNew: boolean;
  readonly version: number;
  readonly missing: readonly Message[];
  readonly lines: readonly Line[];
  readonly rows: readonly Reasoned<AllocationRow>[];
  /** What funds lack and have too much; null = none of it is worth a word. */
  readonly left: { readonly open: Cents; readonly over: Cents } | null;
}

function summaryOf(inputs: OpenInputs, { isNew, version, missing, lines, rows, left }: Allocated): Summary {
  const complete = missing.length === 0;
  const fills = countedFills(inputs);
  const shares = fills.reduce((sum, { quantity }) => sum + quantity, 0);
  const said = allocatedSaid(shares, fills.length, lines.length, version);
  const fresh = complete ? completeSaid(said, left) : msg('PENDING: {said}', { said });
  return {
    headline: isNew
      ? fresh
      : msg('the allocation of {date} stands as version {n}; nothing changed', {
          date: inputs.state.tradeDate,
          n: version,
        }),
    facts: [
      fact(msg('state'), complete ? msg('COMPLETE') : msg('PENDING: {saids}', { saids: missing })),
      fact(msg('fills'), counted(fills.length)),
      fact(msg('shares'), counted(shares)),
      fact(msg('lines'), counted(lines.length)),
      fact(msg('version'), counted(version)),
      ...fairness(rows, shortFunds(inputs)),
      ...acceptedToday(inputs),
      ...unitsByHand(inputs),
    ],
  };
}

/** COMPLETE speaks of what was executed: what was not is said in the same breath. */
const completeSaid = (said: Message, left: Allocated['left']): Message =>
  left === null
    ? msg('COMPLETE: {said}', { said })
    : msg(
        'COMPLETE: {said}. That is all that was executed; {money} not done and {money2} too much, over all funds, cannot be worked any more',
        { said, money: left.open, money2: left.over },
      );

function allocatedSaid(shares: number, fills: number, lines: number, version: number): Message {
  const figures = { n: shares, n2: fills, n3: lines, n4: version };
  return version > 1
    ? msg(
        '{n} {n|share|shares} in {n2} {n2|fill|fills} allocated in {n3} {n3|line|lines}, version {n4} REPLACES {n5}',
        { ...figures, n5: version - 1 },
      )
    : msg(
        '{n} {n|share|shares} in {n2} {n2|fill|fills} allocated in {n3} {n3|line|lines}, version {n4}',
        figures,
      );
}

/** The fund whose price is furthest from its pool's, in BRL and bps. */
function fairness(
  rows: readonly Reasoned<AllocationRow>[],
  short: (name: string) => string,
): readonly Fact[] {
  const [worst] = rows.slice().sort((a, b) => Math.abs(b.deviation) - Math.abs(a.deviation));
  if (!worst) return [];
  const { deviation: money, deviationBps: fairbps, side, asset: code } = worst;
  const fund = short(worst.fund);
  const value = msg('{money} ({fairbps} bps): {fund}, {side} {code}', { money, fairbps, fund, side, code });
  return [fact(msg('furthest from the pool price'), value)];
}

/** What somebody took the responsibility for is told with what came of it. */
const acceptedToday = (inputs: OpenInputs): readonly Fact[] =>
  standingAcceptances(inputs).map(({ subject, by: user, reason }) =>
    fact(msg('accepted'), msg('{subject}, by {user}: {reason}', { subject, user, reason })),
  );

/** Units that a person set are told with what came of them. */
const unitsByHand = (inputs: OpenInputs): readonly Fact[] =>
  setByHand(inputs.state).map(({ target, override }) => {
    const { side, asset: code } = target;
    const fund = shortFunds(inputs)(target.fund);
    const value = msg('{fund}, {side} {code}: {said}', { fund, side, code, said: saidOverride(override) });
    return fact(msg('units set by hand'), value);
  });

/** The post-trade system tells of today alone. */
const lateDay = (date: IsoDate): Problem =>
  warning(
    'late-day',
    msg(
      'the fills of {date} are those that were fetched on that day; compare them with the brokers’ before this goes out',
      { date },
    ),
    { tab: executions.name },
  );
