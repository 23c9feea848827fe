// The desk's part of the report, table by table; each with the bars that make it a chart.
import { type Block, type Column, heading, note, paragraph, table } from '../content';
import { brokerTotals } from './brokerTotals';
import { apart, courseBar, inBrl, type Printer } from './print';
import type { DayReport, FundCost, ReportLine, Standing } from './report';

const where = <R extends Pick<Standing, 'asset' | 'side'>>({ words }: Printer): readonly Column<R>[] => [
  { title: words.column.asset, cell: ({ asset }) => asset },
  { title: words.column.side, cell: ({ side }) => words.side[side] },
];

/** Residual at the iNAV, and at the NAV where any is known. */
function residuals<R extends Standing>(rows: readonly R[], printer: Printer): readonly Column<R>[] {
  const { report, words, plain, bps } = printer;
  const isNavKnown = rows.some(({ residualAtNav }) => residualAtNav !== null);
  return [
    { title: inBrl(report.column.residual), numeric: true, cell: (row) => plain(row.residual) },
    { title: words.column.bps, numeric: true, cell: (row) => bps(row.residualBps) },
    ...(isNavKnown
      ? [
          {
            title: inBrl(report.column.residualAtNav),
            numeric: true,
            cell: (row: R) => (row.residualAtNav === null ? '–' : plain(row.residualAtNav)),
          },
          {
            title: words.column.bps,
            numeric: true,
            cell: (row: R) => (row.residualAtNavBps === null ? '–' : bps(row.residualAtNavBps)),
          },
        ]
      : []),
  ];
}

const courseLegend = ({ report }: Printer): Block => ({
  kind: 'legend',
  tones: [
    { tone: 'primary', text: report.legend.primary },
    { tone: 'secondary', text: report.legend.secondary },
    { tone: 'open', text: report.legend.open },
    { tone: 'worse', text: report.legend.over },
  ],
});

/** What became of money: target, units, executed, and what was given back where anything was. */
function money<R extends Standing>(rows: readonly R[], { words, plain }: Printer): readonly Column<R>[] {
  const hasGivenBack = rows.some(({ givenBack }) => givenBack !== 0);
  return [
    { title: inBrl(words.column.target), numeric: true, cell: (row) => plain(row.target) },
    { title: inBrl(words.column.primary), numeric: true, cell: (row) => plain(row.primary) },
    { title: inBrl(words.column.executed), numeric: true, cell: (row) => plain(row.executed) },
    ...(hasGivenBack
      ? [{ title: inBrl(words.column.givenBack), numeric: true, cell: (row: R) => plain(row.givenBack) }]
      : []),
  ];
}

export function sidesBlocks({ sides }: DayReport, printer: Printer): readonly Block[] {
  const { report, words, figures, percent } = printer;
  return [
    heading(report.sides.title),
    note(report.sides.note),
    table(sides, [
      ...where<DayReport['sides'][number]>(printer),
      { title: words.column.funds, numeric: true, cell: ({ funds }) => figures.whole(funds) },
      ...money(sides, printer),
      ...residuals(sides, printer),
      { title: report.column.done, numeric: true, cell: ({ done }) => percent(done) },
      { title: report.column.ofDay, drawn: true, cell: courseBar },
    ]),
    courseLegend(printer),
  ];
}

export function brokersBlocks(day: DayReport, printer: Printer): readonly Block[] {
  const { report, plain, bps } = printer;
  const totals = brokerTotals(day);
  if (totals.length === 0) return [];
  const most = Math.max(...totals.map(({ cost }) => Math.abs(cost?.bps ?? 0)));
  return [
    heading(report.brokers.title),
    note(report.brokers.note),
    table(totals, [
      { title: report.column.broker, cell: ({ broker }) => broker },
      { title: inBrl(printer.words.column.executed), numeric: true, cell: (row) => plain(row.money) },
      { title: inBrl(report.column.cost), numeric: true, cell: ({ cost }) => costCell(cost, printer) },
      { title: 'bps', numeric: true, cell: ({ cost }) => (cost === null ? '–' : bps(cost.bps)) },
      { title: report.column.cost, drawn: true, cell: ({ cost }) => apart(cost?.bps ?? 0, most) },
    ]),
    {
      kind: 'legend',
      tones: [
        { tone: 'better', text: report.legend.better },
        { tone: 'worse', text: report.legend.worse },
      ],
    },
  ];
}

const costCell = (cost: { readonly money: number } | null, { report, plain }: Printer): string =>
  cost === null ? report.brokers.unasked : plain(cost.money);

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
      { title: inBrl(words.column.executed), numeric: true, cell: (row) => plain(row.money) },
      { title: inBrl(report.column.vwap), numeric: true, cell: (row) => price(row.price) },
      {
        title: inBrl(report.column.inav),
        numeric: true,
        cell: ({ decision }) => (decision === null ? '–' : price(decision)),
      },
      { title: inBrl(report.column.cost), numeric: true, cell: ({ cost }) => costCell(cost, printer) },
      { title: words.column.bps, numeric: true, cell: ({ cost }) => (cost === null ? '–' : bps(cost.bps)) },
      { title: `${report.column.againstAll}, bps`, numeric: true, cell: (row) => bps(row.againstAllBps) },
    ]),
  ];
}

export function routesBlocks({ routes }: DayReport, printer: Printer): readonly Block[] {
  const { report, words, figures, plain, bps } = printer;
  if (routes.length === 0) return [];
  return [
    heading(report.routes.title),
    note(report.routes.note),
    table(routes, [
      ...where<(typeof routes)[number]>(printer),
      { title: report.column.route, cell: ({ route }) => report.routes[route] },
      {
        title: report.column.count,
        numeric: true,
        cell: ({ route, count }) =>
          route === 'primary'
            ? report.routes.units(figures.whole(count))
            : report.routes.shares(figures.whole(count)),
      },
      { title: inBrl(words.column.amount), numeric: true, cell: (row) => plain(row.money) },
      {
        title: inBrl(report.column.cost),
        numeric: true,
        cell: ({ route, cost }) =>
          cost !== null
            ? plain(cost.money)
            : route === 'primary'
              ? report.routes.notYet
              : report.brokers.unasked,
      },
      { title: words.column.bps, numeric: true, cell: ({ cost }) => (cost === null ? '–' : bps(cost.bps)) },
      { title: `${report.column.assumed}, bps`, numeric: true, cell: ({ assumedBps }) => bps(assumedBps) },
    ]),
  ];
}

export function mixesBlocks({ mixes }: DayReport, printer: Printer): readonly Block[] {
  const { report, words, figures, price, worth } = printer;
  if (mixes.length === 0) return [];
  const of = (cost: FundCost | null): string =>
    cost === null ? '–' : report.mixes.of(cost.fund, worth(cost, 2));
  return [
    heading(report.mixes.title),
    note(report.mixes.note),
    table(mixes, [
      ...where<(typeof mixes)[number]>(printer),
      { title: words.column.funds, numeric: true, cell: ({ funds }) => figures.whole(funds) },
      { title: inBrl(report.column.average), numeric: true, cell: ({ average }) => price(average) },
      { title: report.column.paidMost, cell: ({ worst }) => of(worst) },
      { title: report.column.paidLeast, cell: ({ best }) => of(best) },
      { title: report.column.furthest, cell: ({ furthest }) => of(furthest) },
    ]),
  ];
}

export function exceptionsBlocks({ exceptions, tradeDate }: DayReport, printer: Printer): readonly Block[] {
  const { report, said, time } = printer;
  const { kind, accepted, otherwise, noReason, nobody, none } = report.exceptions;
  if (exceptions.length === 0) return [heading(report.exceptions.title), paragraph(none)];
  return [
    heading(report.exceptions.title),
    table(exceptions, [
      { title: report.column.what, cell: (one) => kind[one.kind] },
      {
        title: '',
        cell: ({ code, what }) =>
          code === null ? said(what) : `${accepted[code] ?? otherwise}: ${said(what)}`,
      },
      { title: report.column.why, cell: ({ why, by }) => why ?? (by === null ? '' : noReason) },
      { title: report.column.who, cell: ({ by }) => by ?? nobody },
      { title: report.column.when, cell: ({ at }) => time(at, tradeDate) ?? '' },
    ]),
  ];
}

interface FundLine extends ReportLine {
  readonly fund: string;
}

/** Targets that are missed or exceeded, the largest first. @param shown at most so many; null = all */
export function fundsBlocks(day: DayReport, shown: number | null, printer: Printer): readonly Block[] {
  const { report, words } = printer;
  const lines = day.funds
    .flatMap(({ fund, lines: own }) => own.map((line): FundLine => ({ ...line, fund })))
    .filter(({ isGiveBack }) => !isGiveBack)
    .sort((a, b) => Math.abs(b.residual) - Math.abs(a.residual));
  const first = shown === null ? lines : lines.slice(0, shown);
  const most = Math.max(0, ...first.map(({ residual }) => Math.abs(residual)));
  return [
    heading(report.funds.title),
    ...(first.length < lines.length ? [paragraph(report.funds.most(first.length, lines.length))] : []),
    table(first, [
      { title: words.column.fund, cell: ({ fund }) => fund },
      ...where<FundLine>(printer),
      ...money(first, printer),
      ...residuals(first, printer),
      { title: report.column.residual, drawn: true, cell: ({ residual }) => apart(residual, most) },
    ]),
  ];
}
