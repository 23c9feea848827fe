// A fund's own page, for its manager: what it wanted, what it got, what is left and why. No other fund is named on it.
import { type Block, heading, list, paragraph, table } from '../content';
import type { ReportWords } from './phrases';
import { courseBar, inBrl, type Printer } from './print';
import type { DayReport, ReportFund, ReportLine } from './report';

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
    ...lines.flatMap((line) => lineBlocks(line, printer)),
    paragraph(report.fund.settles(figures.date(day.settlementDate))),
    { kind: 'sign', lines: [report.fund.signed, report.sign.date] },
  ];
}

function lineBlocks(line: ReportLine, printer: Printer): readonly Block[] {
  const { report, words, said } = printer;
  const why = line.reasons.map((reason) => ({ label: '', text: said(reason), detail: null }));
  return [
    heading(`${line.asset} – ${words.side[line.side]}`),
    paragraph(sentencesOf(line, printer).join(' ')),
    ...(line.isGiveBack ? [] : [figuresTable(line, printer)]),
    list(pricesOf(line, printer).map((text) => ({ label: '', text, detail: null }))),
    ...(why.length === 0 ? [] : [paragraph(`${report.fund.why}:`), list(why)]),
  ];
}

function sentencesOf(line: ReportLine, { report, figures, worth }: Printer): readonly string[] {
  const { asset, side, target, executed, residual, residualBps, isGiveBack } = line;
  const { fund } = report;
  if (isGiveBack)
    return [fund.gaveBack({ money: figures.money(Math.round(paidFor(line) ?? executed)), asset, side })];
  return [
    fund.wanted({ target: figures.money(target), asset, side }),
    gotOf(line, fund, figures),
    ...(residual === 0 ? [] : [fund.leaves(worth({ money: residual, bps: residualBps }))]),
  ];
}

/** Cents, at what the fund books. */
const paidFor = ({ shares, averagePrice }: ReportLine): number | null =>
  averagePrice === null ? null : shares * averagePrice * 100;

function gotOf(
  { units, shares, averagePrice, primary }: ReportLine,
  fund: ReportWords['fund'],
  figures: Printer['figures'],
): string {
  const ofUnits = { units: figures.whole(units), primary: figures.money(primary) };
  if (shares === 0 || averagePrice === null) return units === 0 ? fund.gotNothing : fund.gotUnits(ofUnits);
  const ofShares = { shares: figures.whole(shares), price: figures.average(averagePrice) };
  return units === 0 ? fund.gotShares(ofShares) : fund.got({ ...ofUnits, ...ofShares });
}

function figuresTable(line: ReportLine, { report, words, plain, bps }: Printer): Block {
  return table(
    [line],
    [
      { title: inBrl(words.column.target), numeric: true, cell: ({ target }) => plain(target) },
      { title: inBrl(words.column.primary), numeric: true, cell: ({ primary }) => plain(primary) },
      { title: inBrl(words.column.executed), numeric: true, cell: ({ executed }) => plain(executed) },
      { title: inBrl(words.column.givenBack), numeric: true, cell: ({ givenBack }) => plain(givenBack) },
      { title: inBrl(report.column.residual), numeric: true, cell: ({ residual }) => plain(residual) },
      { title: words.column.bps, numeric: true, cell: ({ residualBps }) => bps(residualBps) },
      {
        title: inBrl(report.column.residualAtNav),
        numeric: true,
        cell: ({ residualAtNav }) => (residualAtNav === null ? report.routes.notYet : plain(residualAtNav)),
      },
      { title: report.column.ofDay, drawn: true, cell: courseBar },
    ],
  );
}

function pricesOf(line: ReportLine, { report, figures, worth }: Printer): readonly string[] {
  const { averagePrice, poolPrice, beyond, proRataShares, isGiveBack } = line;
  return [
    ...(averagePrice === null || poolPrice === null
      ? []
      : [report.fund.fair({ price: figures.average(averagePrice), pool: figures.average(poolPrice) })]),
    ...(beyond === null
      ? []
      : [
          report.fund.beyond(
            worth({ money: Math.abs(beyond.money), bps: Math.abs(beyond.bps) }, 2),
            beyond.money > 0,
          ),
        ]),
    ...(proRataShares === null || isGiveBack
      ? []
      : [report.fund.proRata(figures.whole(Math.round(proRataShares)))]),
  ];
}
