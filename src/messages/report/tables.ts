// How the day stands, by ETF and side and by fund; each table with the bars that make it a chart.

import type { Cnpj } from '../../domain/cnpj';
import { once } from '../../domain/lookup';
import { type Block, type Column, heading, note, paragraph, table } from '../content';
import { apart, courseBar, inBrl, type Printer } from './print';
import type { DayReport, ReportFigures, ReportLine } from './report';

export const where = <R extends Pick<ReportFigures, 'asset' | 'side'>>({
  words,
}: Printer): readonly Column<R>[] => [
  { title: words.column.asset, cell: ({ asset }) => asset },
  { title: words.column.side, cell: ({ side }) => words.side[side] },
];

/** Residual at the iNAV, and at the NAV where any is known. */
function residuals<R extends ReportFigures>(rows: readonly R[], printer: Printer): readonly Column<R>[] {
  const { report, words, plain, bps } = printer;
  const isNavKnown = rows.some(({ residualAtNav }) => residualAtNav !== null);
  // One fund's lack and another's too much net out in a side's residual: then what the list above says stands beside it.
  const isNetted = rows.some(({ open, over }) => open > 0 && over > 0);
  return [
    ...(isNetted
      ? [
          { title: inBrl(report.column.open), numeric: true, cell: (row: R) => plain(row.open) },
          { title: inBrl(report.column.over), numeric: true, cell: (row: R) => plain(row.over) },
        ]
      : []),
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

export const courseLegend = ({ report }: Printer): Block => ({
  kind: 'legend',
  tones: [
    { tone: 'primary', text: report.legend.primary },
    { tone: 'secondary', text: report.legend.secondary },
    { tone: 'open', text: report.legend.open },
    { tone: 'worse', text: report.legend.over },
  ],
});

/** Where a person changed any: what was ordered, and what it became; the target is what of it counts. */
function orders<R extends ReportFigures>(
  rows: readonly R[],
  { report, plain }: Printer,
): readonly Column<R>[] {
  if (rows.every(({ ordered, asked, target }) => ordered === target && asked === target)) return [];
  return [
    { title: inBrl(report.column.ordered), numeric: true, cell: (row) => plain(row.ordered) },
    {
      title: inBrl(report.column.asked),
      numeric: true,
      cell: ({ ordered, asked }) => (ordered === asked ? '–' : plain(asked)),
    },
  ];
}

/** What became of money: target, units, executed, and what was given back where anything was. */
function money<R extends ReportFigures>(rows: readonly R[], printer: Printer): readonly Column<R>[] {
  const { words, plain } = printer;
  const hasGivenBack = rows.some(({ givenBack }) => givenBack !== 0);
  return [
    ...orders(rows, printer),
    { title: inBrl(words.column.target), numeric: true, cell: (row) => plain(row.target) },
    { title: inBrl(words.column.primary), numeric: true, cell: (row) => plain(row.primary) },
    { title: inBrl(words.column.executed), numeric: true, cell: (row) => plain(row.executed) },
    ...(hasGivenBack
      ? [{ title: inBrl(words.column.givenBack), numeric: true, cell: (row: R) => plain(row.givenBack) }]
      : []),
  ];
}

/** ETF and side, the money, what is left, and the bar of it. */
export const courseColumns = <R extends ReportFigures>(
  rows: readonly R[],
  printer: Printer,
): readonly Column<R>[] => [
  ...where<R>(printer),
  ...money(rows, printer),
  ...residuals(rows, printer),
  { title: printer.report.column.ofDay, drawn: true, cell: courseBar },
];

/** @param shown so many at most, those with the largest residuals; null = all */
export function sidesBlocks(
  { sides: all }: DayReport,
  shown: number | null,
  printer: Printer,
): readonly Block[] {
  const { report, percent } = printer;
  const largest = new Set(
    all
      .slice()
      .sort((a, b) => b.open + b.over - (a.open + a.over))
      .slice(0, shown ?? all.length),
  );
  const sides = all.filter((side) => largest.has(side));
  return [
    heading(report.sides.title),
    note(report.sides.note),
    ...(sides.length < all.length ? [paragraph(report.sides.most(sides.length, all.length))] : []),
    table(sides, [
      ...where<DayReport['sides'][number]>(printer),
      ...money(sides, printer),
      ...residuals(sides, printer),
      { title: report.column.done, numeric: true, cell: ({ done }) => percent(done) },
      { title: report.column.ofDay, drawn: true, cell: courseBar },
    ]),
    courseLegend(printer),
    ...backs(sides, printer),
  ];
}

/** Of sides on which no fund has an order: what is done there is of what is to be given back. */
const backs = (sides: DayReport['sides'], { report, words, figures }: Printer): readonly Block[] =>
  sides.flatMap(({ asset, side, toGiveBack: back }) =>
    back === null
      ? []
      : [
          paragraph(
            report.sides.back(`${asset}, ${words.side[side]}`, {
              asked: figures.money(back.asked),
              given: figures.money(back.given),
            }),
          ),
        ],
  );

interface FundLine extends ReportLine {
  readonly fund: string;
  readonly cnpj: Cnpj;
}

/** The largest first. */
export const residualLines = once(({ funds }: DayReport): readonly FundLine[] =>
  funds
    .flatMap(({ short: fund, cnpj, lines }) => lines.map((line): FundLine => ({ ...line, fund, cnpj })))
    .filter(({ isGiveBack }) => !isGiveBack)
    .sort((a, b) => Math.abs(b.residual) - Math.abs(a.residual)),
);

/** Targets that are missed or exceeded, the largest first. @param shown at most so many; null = all */
export function fundsBlocks(day: DayReport, shown: number | null, printer: Printer): readonly Block[] {
  const { report, words, plain } = printer;
  const lines = residualLines(day);
  const first = shown === null ? lines : lines.slice(0, shown);
  const most = Math.max(0, ...first.map(({ residual }) => Math.abs(residual)));
  return [
    heading(report.funds.title),
    ...(first.length < lines.length ? [paragraph(report.funds.most(first.length, lines.length))] : []),
    table(first, [
      { title: words.column.fund, cell: ({ fund }) => fund },
      ...where<FundLine>(printer),
      ...orders(first, printer),
      { title: inBrl(words.column.target), numeric: true, cell: (row) => plain(row.target) },
      ...residuals(first, printer),
      {
        title: report.column.residual,
        drawn: true,
        cell: ({ residual }) => apart(residual, most, ['worse', 'open']),
      },
    ]),
    {
      kind: 'legend',
      tones: [
        { tone: 'worse', text: report.legend.over },
        { tone: 'open', text: report.legend.open },
      ],
    },
  ];
}
