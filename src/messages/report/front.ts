// The top of the report: what is left, what it cost, who was dearest, what needs a person.
import type { Cents } from '../../domain/money';
import type { Stamp } from '../../domain/stamp';
import { SIDES, type Side } from '../../domain/trade';
import { type Block, heading, list, paragraph, type Tile } from '../content';
import { knownBrokers } from './brokerTotals';
import type { Place } from './phrases';
import { type Printer, residualParts, size } from './print';
import type { Cost, DayReport, ReportMix } from './report';

export const frontOf = (report: DayReport, printer: Printer): readonly Block[] => [
  titleOf(report, printer),
  { kind: 'tiles', tiles: tilesOf(report, printer) },
  heading(printer.report.minute.title),
  list(minuteOf(report, printer).map((text) => ({ label: '', text, detail: null }))),
  ...notesOf(report, printer),
  ...missingOf(report, printer),
];

/** That every share is somebody's; what still waits is said with it. */
const isComplete = ({ waits }: DayReport): boolean => waits.every(({ kind }) => kind !== 'missing');

export const stateOf = (day: DayReport, { report }: Printer): string =>
  isComplete(day) ? report.complete : report.pending;

/** With what the report rests on, and as of when. */
function titleOf(day: DayReport, printer: Printer): Block {
  const { report, figures, time } = printer;
  const { asOf, version, replaces, tradeDate } = day;
  const known = [
    day.deskName,
    report.version(version),
    ...(replaces === null ? [] : [report.replaces(replaces)]),
  ];
  const read = report.asOf({ fills: time(asOf.fills, tradeDate), inav: inavTimes(day, printer) });
  const nav = asOf.withoutNav.length === 0 ? [report.atNav] : [];
  const waiting = day.waits.length === 0 ? [] : [report.points(day.waits.length)];
  return {
    kind: 'title',
    text: [report.title, figures.date(tradeDate), stateOf(day, printer), ...waiting].join(' · '),
    detail: [...meaningOfComplete(day, printer), known.join(' · '), read, ...nav].join(' · '),
  };
}

/** One time where all units are counted at one, else each family with its own; null where none is frozen. */
function inavTimes({ asOf, tradeDate }: DayReport, { time }: Printer): string | readonly string[] | null {
  const [first] = asOf.inavs;
  if (first === undefined) return null;
  const said = ({ at }: { readonly at: Stamp }): string => time(at, tradeDate) ?? '';
  return asOf.inavs.every(({ at }) => at === first.at)
    ? said(first)
    : asOf.inavs.map((one) => `${one.of} ${said(one)}`);
}

/** COMPLETE beside orders that funds miss is explained where it stands. */
function meaningOfComplete(day: DayReport, { report, parts }: Printer): readonly string[] {
  const { waits, total } = day;
  const isLeft = total.residual !== 0 && waits.some(({ kind }) => kind === 'residual');
  return isLeft && isComplete(day) ? [report.onlyExecuted(parts(total))] : [];
}

function tilesOf(day: DayReport, printer: Printer): readonly Tile[] {
  const { report, figures, bps, parts } = printer;
  const { total, waits, warnings } = day;
  return [
    {
      label: report.tile.residual,
      value: figures.money(total.residual),
      detail: report.tile.ofTarget({
        bps: bps(total.residualBps),
        target: figures.money(total.target),
        ...parts(total),
      }),
      tone: total.residual === 0 ? 'better' : 'open',
    },
    costTile(total, printer),
    brokerTile(day, printer),
    {
      label: report.tile.person,
      value: figures.whole(waits.length),
      detail: report.tile.waits(waits.length, warnings.length),
      tone: waits.length === 0 ? 'better' : 'worse',
    },
  ];
}

/** Only brokers of one side are compared, and only where there are two: the same as the text below says. */
function brokerTile(day: DayReport, { report, result }: Printer): Tile {
  const sides = SIDES.map((side) => knownBrokers(day, side));
  const worst = sides.flatMap((known) => {
    const [first, ...others] = known;
    return first === undefined || others.length === 0 ? [] : [{ ...first, isTie: areAlike(known) }];
  });
  const none = sides.every((known) => known.length === 0) ? report.tile.noFills : report.tile.noTwoBrokers;
  return {
    label: report.tile.broker,
    value:
      worst.length === 0
        ? '–'
        : worst
            .map((one) => (one.isTie ? report.tile.alike(one.side) : report.tile.ofBroker(one)))
            .join(' · '),
    detail:
      worst.length === 0
        ? none
        : worst
            .map(({ side, cost, isTie }) =>
              isTie
                ? report.tile.alikeCost({ ...result(printedOf(cost)), side })
                : report.tile.ofBrokerCost({ ...result(cost), side }),
            )
            .join('; '),
    tone: worst.some(({ cost, isTie }) => !isTie && isMaterial(cost)) ? 'worse' : 'better',
  };
}

/** Brokers that came out the same, as far as the report prints it: none of them is the worst. @param known the dearest first */
function areAlike(known: ReturnType<typeof knownBrokers>): boolean {
  const [first] = known;
  const last = known[known.length - 1];
  if (first === undefined || last === undefined) return false;
  return Math.round(first.cost.bps * 10) === Math.round(last.cost.bps * 10);
}

/** What prints as nothing is neither lost nor gained. */
const printedOf = (cost: Cost): Cost => (Math.round(cost.bps * 10) === 0 ? { money: 0, bps: 0 } : cost);

/** A loss of less than a basis point is the rounding of ticks and shares, and no alarm. */
const isMaterial = ({ money, bps }: Cost): boolean => money > 0 && bps > 1;

/** Buys and sells beside each other: a price that is good for one is bad for the other. */
function costTile({ bySide, secondary }: DayReport['total'], { report, figures, result }: Printer): Tile {
  const sides = SIDES.flatMap((side) => {
    const { cost } = bySide[side];
    return cost === null ? [] : [{ side, cost }];
  });
  const said = sides.map(({ side, cost }) => ({
    ...result(cost),
    side,
    place: placeOf(side, cost.money),
  }));
  return {
    label: report.tile.cost,
    value: said.length === 0 ? '–' : said.map(report.tile.ofSide).join(' · '),
    detail: said.length === 0 ? report.tile.noFills : report.tile.against(said, figures.money(secondary.all)),
    tone: sides.some(({ cost }) => isMaterial(cost)) ? 'worse' : 'better',
  };
}

function minuteOf(day: DayReport, printer: Printer): readonly string[] {
  const { report, figures } = printer;
  return [
    leftOf(day, printer),
    ...largestOf(day, printer),
    ...costsOf(day, printer),
    ...brokersOf(day, printer),
    ...fairnessOf(day, printer),
    ...navOf(day, printer),
    report.minute.settles(figures.date(day.settlementDate)),
  ];
}

function leftOf({ total, sides }: DayReport, { report, figures, worth, parts }: Printer): string {
  const [most] = sides.slice().sort((a, b) => b.open + b.over - (a.open + a.over));
  if (total.residual === 0 || most === undefined) return report.minute.nothingLeft;
  return report.minute.left({
    residual: worth({ money: total.residual, bps: total.residualBps }),
    target: figures.money(total.target),
    ...{ asset: most.asset, side: most.side, ...parts(total) },
    most: parts(most),
  });
}

/** A side may be even while one of its funds is not. */
function largestOf({ funds }: DayReport, { report, parts, bps }: Printer): readonly string[] {
  const [most] = funds
    .flatMap(({ short: fund, lines }) => lines.map((line) => ({ fund, line })))
    .filter(({ line }) => line.residual !== 0)
    .sort((a, b) => Math.abs(b.line.residual) - Math.abs(a.line.residual));
  if (most === undefined) return [];
  const { asset, side, residual, residualBps } = most.line;
  const of = { ...parts(residualParts(residual)), bps: bps(Math.abs(residualBps)) };
  return [report.minute.ofFund({ ...of, fund: most.fund, asset, side })];
}

/** @param cost above zero is worse: above the iNAV for who buys, below it for who sells */
const placeOf = (side: Side, cost: Cents): Place =>
  cost === 0 ? 'at' : cost > 0 === (side === 'BUY') ? 'above' : 'below';

function costsOf({ total }: DayReport, { report, worth }: Printer): readonly string[] {
  const { bySide, primaryCost: units } = total;
  return [
    ...SIDES.flatMap((side) => {
      const { cost } = bySide[side];
      return cost === null ? [] : [report.minute.shares(side, worth(size(cost)), placeOf(side, cost.money))];
    }),
    ...(units === null ? [] : [report.minute.units(worth(size(units)), units.money < 0)]),
  ];
}

/** Of which ETFs the official NAV is still to come. */
function navOf({ asOf: { withoutNav }, sides }: DayReport, { report }: Printer): readonly string[] {
  if (withoutNav.length === 0) return [];
  const isAny = sides.some(({ asset }) => !withoutNav.includes(asset));
  return [report.withoutNav(isAny ? withoutNav.join(', ') : null)];
}

/** Who sells is not compared with who buys. */
const brokersOf = (day: DayReport, printer: Printer): readonly string[] =>
  SIDES.flatMap((side) => brokersOn(side, day, printer));

function brokersOn(side: Side, day: DayReport, { report, result }: Printer): readonly string[] {
  const known = knownBrokers(day, side);
  const [worst] = known;
  const best = known[known.length - 1];
  if (worst === undefined || best === undefined) return [];
  if (known.length === 1)
    return [report.minute.oneBroker({ side, broker: worst.broker, result: result(worst.cost) })];
  if (areAlike(known)) return [report.minute.alike({ side, result: result(printedOf(worst.cost)) })];
  return [
    report.minute.brokers({
      side,
      ...{ worst: worst.broker, worstResult: result(worst.cost) },
      ...{ best: best.broker, bestResult: result(best.cost) },
    }),
  ];
}

function fairnessOf({ mixes }: DayReport, { report, result, fairBps }: Printer): readonly string[] {
  const furthest = (mix: ReportMix) =>
    Math.abs(mix.worst.money) >= Math.abs(mix.best.money) ? mix.worst : mix.best;
  const [mix] = mixes
    .filter(({ funds }) => funds > 1)
    .sort((a, b) => Math.abs(furthest(b).money) - Math.abs(furthest(a).money));
  if (mix === undefined) return [];
  const { fund, ...cost } = furthest(mix);
  return [report.minute.fairness({ fund, asset: mix.asset, side: mix.side, result: result(cost, fairBps) })];
}

const notesOf = ({ notes }: DayReport, { said }: Printer): readonly Block[] =>
  notes.length === 0
    ? []
    : [list(notes.map(({ label, value }) => ({ label: said(label), text: said(value), detail: null })))];

function missingOf({ waits, warnings }: DayReport, { report, said }: Printer): readonly Block[] {
  if (waits.length === 0) return warnings.length === 0 ? [paragraph(report.person.nothing)] : [];
  return [
    heading(report.person.title),
    list(
      waits.map((each) => ({ label: report.person.kind[each.kind], text: said(each.said), detail: null })),
    ),
  ];
}
