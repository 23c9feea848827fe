import type { Language } from '../../language/language';
import { composeBounded, type Version } from '../compose';
import { type Block, type Content, heading, list, paragraph } from '../content';
import { type Findings, versionsOf } from '../findings';
import type { Attachment, MailMessage } from '../mail';
import { brokersBlocks, fillsBlocks, mixesBlocks, routesBlocks } from './costTables';
import { exceptionsBlocks } from './exceptionsTable';
import { frontOf, stateOf } from './front';
import { fundPage } from './fundPage';
import { type Printer, printerOf } from './print';
import { renderPages } from './renderPages';
import type { DayReport } from './report';
import { fundsBlocks, residualLines, sidesBlocks } from './tables';

/** Residuals of funds that stand at the top; every fund has its page in the file, where all of them stand. */
const LARGEST = 15;

/** In the desk's language: people read it. */
export const reportFileName = (
  { tradeDate, version }: DayReport,
  language: Language,
  type: 'pdf' | 'html',
): string => `${printerOf(language).report.fileName}_${tradeDate}_v${version}.${type}`;

export interface ReportMail {
  readonly to: readonly string[];
  readonly language: Language;
  readonly report: DayReport;
  /** The document. */
  readonly file: Attachment;
}

export function reportMail({ to, language, report: day, file }: ReportMail): MailMessage {
  const printer = printerOf(language);
  const { deskName, tradeDate } = day;
  return composeBounded(
    { to, language, deskName, tradeDate, topic: topicOf(day, printer), width: 'tables' },
    mailVersions(day, { printer, language, file }),
  );
}

function topicOf(day: DayReport, printer: Printer): string {
  const { total, version, replaces, waits } = day;
  return printer.report.subject({
    state: stateOf(day, printer),
    points: waits.length,
    ...{ version, replaces },
    residual: printer.worth({ money: total.residual, bps: total.residualBps }),
  });
}

/** With every row; without the fills by ETF, which the file has; with few of many warnings; without what grows with the day. */
function mailVersions(
  day: DayReport,
  {
    printer,
    language,
    file,
  }: { readonly printer: Printer; readonly language: Language; readonly file: Attachment },
): readonly Version[] {
  const [all, few] = versionsOf(findings(day, language), () => []);
  const rest = [day.routes, day.mixes, day.exceptions].reduce((sum, list) => sum + list.length, 0);
  const costs = () => [
    ...routesBlocks(day, printer),
    ...mixesBlocks(day, printer),
    ...exceptionsBlocks(day, printer),
  ];
  const version = (warned: Version | undefined, rows: number, below: () => Content): Version => ({
    rows: (warned?.rows ?? 0) + rows,
    attachments: [file, ...(warned?.attachments ?? [])],
    content: () => [
      ...frontOf(day, printer),
      ...(warned?.content() ?? []),
      ...sidesBlocks(day, printer),
      ...fundsBlocks(day, LARGEST, printer),
      ...brokersBlocks(day, printer),
      ...below(),
      paragraph(printer.report.funds.others(file.name)),
    ],
  });
  return [
    version(all, rest + day.brokers.length, () => [...fillsBlocks(day, printer), ...costs()]),
    version(all, rest, costs),
    ...(day.warnings.length === 0 ? [] : [version(few, rest, costs)]),
    version(day.warnings.length === 0 ? all : few, 0, () => []),
  ];
}

const findings = ({ tradeDate, warnings }: DayReport, language: Language): Findings => ({
  ...{ language, tradeDate, warnings },
  problems: [],
});

/** The whole report as an HTML document: the desk's part, then a page a fund. */
export function reportDocument(day: DayReport, language: Language): string {
  const printer = printerOf(language);
  const { report, figures } = printer;
  const [all] = versionsOf(findings(day, language), () => []);
  const content: readonly Block[] = [
    ...frontOf(day, printer),
    ...(all?.content() ?? []),
    ...sidesBlocks(day, printer),
    ...fundsBlocks(day, LARGEST, printer),
    ...brokersBlocks(day, printer),
    ...fillsBlocks(day, printer),
    ...routesBlocks(day, printer),
    ...mixesBlocks(day, printer),
    ...exceptionsBlocks(day, printer),
    ...(residualLines(day).length > LARGEST ? fundsBlocks(day, null, printer) : []),
    heading(report.method.title),
    list(Object.values(report.method.items).map((text) => ({ label: '', text, detail: null }))),
    { kind: 'sign', lines: [report.sign.trader, report.sign.head, report.sign.date] },
    ...day.funds.flatMap((fund) => fundPage(day, fund, printer)),
  ];
  return renderPages(content, `${report.title} ${figures.date(day.tradeDate)} v${day.version}`, language);
}
