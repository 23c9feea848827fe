// A fund's own page, for its manager: what it wanted, what it got, what is left and why. No other fund is named on it.
import { notional } from '../../domain/money';
import { type Block, heading, note, paragraph, table } from '../content';
import { type Printer, residualParts } from './print';
import type { DayReport, ReportFund, ReportLine } from './report';
import { courseColumns, courseLegend } from './tables';

export function fundPage(
  day: DayReport,
  { fund, cnpj, administrator, lines }: ReportFund,
  printer: Printer,
): readonly Block[] {
  const { report, figures, words } = printer;
  const known = [
    `${words.column.cnpj} ${cnpj}`,
    ...(administrator === null ? [] : [administrator]),
    figures.date(day.tradeDate),
    report.version(day.version),
    day.deskName,
  ];
  return [
    { kind: 'page' },
    { kind: 'title', text: fund, detail: `${report.fund.title} · ${known.join(' · ')}` },
    ...figuresTable(lines, printer),
    ...lines.flatMap((line) => lineBlocks(line, printer)),
    paragraph(report.fund.settles(figures.date(day.settlementDate))),
    { kind: 'sign', lines: [report.fund.signed, report.sign.date] },
  ];
}

/** Its orders; what it gave back on the other side stands in their column. */
function figuresTable(all: readonly ReportLine[], printer: Printer): readonly Block[] {
  const lines = all.filter(({ isGiveBack }) => !isGiveBack);
  if (lines.length === 0) return [];
  return [table(lines, courseColumns(lines, printer)), courseLegend(printer)];
}

function lineBlocks(line: ReportLine, printer: Printer): readonly Block[] {
  const { report, words, said } = printer;
  const why = line.reasons.map(said);
  return [
    heading(`${line.asset} – ${words.side[line.side]}`),
    paragraph([...sentencesOf(line, printer), ...pricesOf(line, printer)].join(' ')),
    ...(line.byHand === null ? [] : [note(report.fund.byHand(said(line.byHand)))]),
    ...(why.length === 0 ? [] : [note(`${report.fund.why}: ${why.join('; ')}.`)]),
  ];
}

function sentencesOf(line: ReportLine, printer: Printer): readonly string[] {
  const { report, figures, parts, bps } = printer;
  const { asset, side, shares, averagePrice, residual, residualBps } = line;
  if (line.isGiveBack) {
    const money = figures.money(averagePrice === null ? 0 : notional(shares, averagePrice));
    return [report.fund.gaveBack({ money, asset, side })];
  }
  return [
    report.fund.wanted({ target: figures.money(line.ordered), asset, side }),
    ...changedOf(line, printer),
    gotOf(line, printer),
    report.fund.leaves({ ...parts(residualParts(residual)), bps: bps(Math.abs(residualBps)) }),
  ];
}

/** An order that was changed counts for what it became, or for what was done by then where that is more. */
function changedOf({ ordered, asked, target }: ReportLine, { report, figures }: Printer): readonly string[] {
  const kept = target > asked ? [report.fund.keeps(figures.money(target))] : [];
  if (ordered === asked) return kept;
  return [asked === 0 ? report.fund.cancelled : report.fund.amended(figures.money(asked)), ...kept];
}

const gotOf = (
  { side, units, shares, averagePrice, primary }: ReportLine,
  { report, figures }: Printer,
): string =>
  report.fund.got({
    side,
    units: units === 0 ? null : { n: units, printed: figures.whole(units), money: figures.money(primary) },
    shares:
      shares === 0 || averagePrice === null
        ? null
        : { printed: figures.whole(shares), price: figures.average(averagePrice) },
  });

function pricesOf(line: ReportLine, { report, figures, worth, fairBps }: Printer): readonly string[] {
  const { poolPrice, beyond, proRataShares, isGiveBack, shares } = line;
  return [
    ...(shares === 0 || poolPrice === null ? [] : [report.fund.fair(figures.average(poolPrice))]),
    ...(beyond === null || beyond.money === 0
      ? []
      : [
          report.fund.beyond(
            worth({ money: Math.abs(beyond.money), bps: Math.abs(beyond.bps) }, fairBps),
            beyond.money > 0,
          ),
        ]),
    ...(proRataShares === null || isGiveBack
      ? []
      : [report.fund.proRata(figures.whole(Math.round(proRataShares)))]),
  ];
}
