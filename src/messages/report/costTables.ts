// What it cost: by broker, by way to the shares, and by fund within a side.
import { SIDES } from '../../domain/trade';
import { type Block, type Column, heading, note, paragraph, table } from '../content';
import { sumOf } from '../totals';
import { brokerTotals } from './brokerTotals';
import { apart, inBrl, type Printer } from './print';
import type { Cost, DayReport, FundCost, ReportRoute, ReportWay } from './report';
import { where } from './tables';

/** A column of amounts and one of basis points. @param none what stands where the cost is not known */
function costColumns<R>(
  { report, words, plain, bps }: Printer,
  costOf: (row: R) => Cost | null,
  none: (row: R) => string,
): readonly Column<R>[] {
  return [
    {
      title: inBrl(report.column.cost),
      numeric: true,
      cell: (row) => {
        const cost = costOf(row);
        return cost === null ? none(row) : plain(cost.money);
      },
    },
    {
      title: words.column.bps,
      numeric: true,
      cell: (row) => {
        const cost = costOf(row);
        return cost === null ? '–' : bps(cost.bps);
      },
    },
  ];
}

/** A chart a side, all bars to one scale. */
export function brokersBlocks(day: DayReport, printer: Printer): readonly Block[] {
  const { report, words, plain } = printer;
  const totals = brokerTotals(day);
  if (totals.length === 0) return [];
  const most = Math.max(...totals.map(({ cost }) => Math.abs(cost?.bps ?? 0)));
  const tables = SIDES.flatMap((side) => {
    const own = totals.filter((one) => one.side === side);
    if (own.length === 0) return [];
    return [
      table(own, [
        { title: report.brokers.of[side], cell: ({ broker }) => broker },
        { title: inBrl(report.column.traded), numeric: true, cell: (row) => plain(row.money) },
        ...costColumns<(typeof own)[number]>(
          printer,
          ({ cost }) => cost,
          () => report.brokers.unasked,
        ),
        { title: words.column.bps, drawn: true, cell: ({ cost }) => apart(cost?.bps ?? 0, most) },
      ]),
    ];
  });
  return [
    heading(report.brokers.title),
    note(report.brokers.note),
    ...tables,
    {
      kind: 'legend',
      tones: [
        { tone: 'better', text: report.legend.better },
        { tone: 'worse', text: report.legend.worse },
      ],
    },
    paragraph(tradedFor(day, printer)),
  ];
}

/** For whom it was: the parts add up to all of it. */
function tradedFor({ total: { secondary } }: DayReport, { report, figures }: Printer): string {
  const { all, own, forOthers, nobodys } = secondary;
  const printed = (cents: number): string | null => (cents === 0 ? null : figures.money(cents));
  return report.brokers.tradedFor({
    all: figures.money(all),
    own: figures.money(own),
    forOthers: printed(forOthers),
    nobodys: printed(nobodys),
  });
}

/** Broker by broker, ETF by ETF and side by side. */
export function fillsBlocks({ brokers }: DayReport, printer: Printer): readonly Block[] {
  const { report, words, figures, plain, bps, price } = printer;
  if (brokers.length === 0) return [];
  const sorted = brokers.slice().sort((a, b) => (a.broker < b.broker ? -1 : a.broker > b.broker ? 1 : 0));
  return [
    table(sorted, [
      { title: report.column.broker, cell: ({ broker }) => broker },
      ...where<(typeof sorted)[number]>(printer),
      { title: words.column.shares, numeric: true, cell: ({ shares }) => figures.whole(shares) },
      { title: inBrl(report.column.traded), numeric: true, cell: (row) => plain(row.money) },
      { title: inBrl(report.column.vwap), numeric: true, cell: (row) => price(row.price) },
      {
        title: inBrl(report.column.inav),
        numeric: true,
        cell: ({ decision }) => (decision === null ? '–' : price(decision)),
      },
      ...costColumns<(typeof sorted)[number]>(
        printer,
        ({ cost }) => cost,
        () => report.brokers.unasked,
      ),
      { title: `${report.column.againstAll}, bps`, numeric: true, cell: (row) => bps(row.againstAllBps) },
    ]),
  ];
}

export function routesBlocks({ routes, total }: DayReport, printer: Printer): readonly Block[] {
  const { report, words, figures, plain, bps } = printer;
  if (routes.length === 0) return [];
  const way = (of: 'secondary' | 'primary', title: string, none: string): readonly Column<ReportRoute>[] => {
    const [cost, inBps] = costColumns<ReportRoute>(
      printer,
      (row) => row[of]?.cost ?? null,
      (row) => (row[of] === null ? '–' : none),
    );
    const all = of === 'secondary' ? total.secondaryCost : total.primaryCost;
    return [
      { title, numeric: true, cell: (row) => printed(row[of]?.count, figures.whole) },
      {
        title: inBrl(of === 'secondary' ? report.column.traded : words.column.primary),
        numeric: true,
        cell: (row) => printed(row[of]?.money, plain),
        total: plain(sumOf(routes, (row) => row[of]?.money ?? 0)),
      },
      ...(cost === undefined ? [] : [{ ...cost, total: all === null ? '–' : plain(all.money) }]),
      ...(inBps === undefined ? [] : [{ ...inBps, total: all === null ? '–' : bps(all.bps) }]),
    ];
  };
  const assumed = (of: 'secondary' | 'primary'): string | null => {
    const known = assumedBps(routes.flatMap((route) => route[of] ?? []));
    return known === null ? null : bps(known);
  };
  return [
    heading(report.routes.title),
    note(report.routes.note({ shares: assumed('secondary'), units: assumed('primary') })),
    table(routes, [
      ...where<ReportRoute>(printer).map((column, at) =>
        at === 0 ? { ...column, total: words.total } : column,
      ),
      ...way('secondary', report.column.shares, report.brokers.unasked),
      ...way('primary', report.column.units, report.routes.notYet),
    ]),
  ];
}

const printed = (n: number | undefined, print: (n: number) => string): string =>
  n === undefined ? '–' : print(n);

/** Weighted by money; null where nobody took that way. */
function assumedBps(ways: readonly ReportWay[]): number | null {
  const money = ways.reduce((sum, way) => sum + way.money, 0);
  return money === 0 ? null : ways.reduce((sum, way) => sum + way.assumedBps * way.money, 0) / money;
}

/** A side of one fund is fair to it whatever it cost. */
export function mixesBlocks({ mixes }: DayReport, printer: Printer): readonly Block[] {
  const { report, words, figures, plain, price, fairBps } = printer;
  const shared = mixes.filter(({ funds }) => funds > 1);
  if (shared.length === 0) return [];
  const cost = (
    title: string,
    of: (mix: (typeof shared)[number]) => FundCost,
  ): readonly Column<(typeof shared)[number]>[] => [
    { title, cell: (mix) => of(mix).fund },
    { title: inBrl(''), numeric: true, cell: (mix) => plain(of(mix).money) },
    { title: words.column.bps, numeric: true, cell: (mix) => fairBps(of(mix).bps) },
  ];
  return [
    heading(report.mixes.title),
    note(report.mixes.note),
    table(shared, [
      ...where<(typeof shared)[number]>(printer),
      { title: words.column.funds, numeric: true, cell: ({ funds }) => figures.whole(funds) },
      { title: inBrl(report.column.average), numeric: true, cell: ({ average }) => price(average) },
      ...cost(report.column.paidMost, ({ worst }) => worst),
      ...cost(report.column.paidLeast, ({ best }) => best),
      {
        title: inBrl(report.column.sharesAlone),
        numeric: true,
        cell: ({ furthest }) => (furthest === null ? '–' : plain(furthest.money)),
      },
    ]),
  ];
}
