// The report as what people get: the end-of-day mail to the traders, and the document with a page for every fund's manager.
import { utf8Length } from '../../domain/bytes';
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
import { onPaper, renderPages } from './renderPages';
import type { DayReport } from './report';
import { fundsBlocks, residualLines, sidesBlocks } from './tables';

/** Residuals of funds, and of many sides, that stand in the mail and at the top; every fund has its page in the file, where all of them stand. */
const LARGEST = 15;

/**
 * Bytes that a document may have: what a mail takes, less what goes beside it. A desk of a thousand funds and nine ETFs stays below
 * it; where the pages of all funds are more, those that follow lie in further documents.
 */
const LONGEST_DOCUMENT = 20e6;

/** Of one of the report's documents, in the desk's language: people read it. @param at its place among them, the first is 0 */
export const reportFileName = ({ tradeDate, version }: DayReport, language: Language, at: number): string =>
  `${printerOf(language).report.fileName}_${tradeDate}_v${version}${at === 0 ? '' : `_${at + 1}`}`;

export interface ReportMail {
  readonly to: readonly string[];
  readonly language: Language;
  readonly report: DayReport;
  /** The first document. */
  readonly file: Attachment;
  /** Names of those that follow it, which lie in Drive alone. */
  readonly further: readonly string[];
}

export function reportMail({ to, language, report: day, file, further }: ReportMail): MailMessage {
  const printer = printerOf(language);
  const { deskName, tradeDate } = day;
  return composeBounded(
    { to, language, deskName, tradeDate, topic: topicOf(day, printer), width: 'tables' },
    mailVersions(day, { printer, language, file, further }),
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

/** Whether a PDF can be made is known only once the mail goes out, and its HTML goes where none can: the mail names what both are called. */
const withoutEnding = (name: string): string => name.replace(/\.[^.]+$/, '');

/**
 * With every row; without the fills by ETF, which the file has; with few of many warnings; without what grows with the day; and on a
 * day of very many ETFs with the largest residuals of its sides alone.
 */
function mailVersions(
  day: DayReport,
  {
    printer,
    language,
    file,
    further,
  }: Pick<ReportMail, 'language' | 'file' | 'further'> & { readonly printer: Printer },
): readonly Version[] {
  const [all, few] = versionsOf(findings(day, language), () => []);
  const rest = [day.routes, day.mixes, day.exceptions].reduce((sum, list) => sum + list.length, 0);
  const costs = () => [
    ...routesBlocks(day, printer),
    ...mixesBlocks(day, printer),
    ...exceptionsBlocks(day, printer),
  ];
  const shortest = day.warnings.length === 0 ? all : few;
  const version = (
    warned: Version | undefined,
    rows: number,
    below: () => Content,
    sides: number | null = null,
  ): Version => ({
    rows: (warned?.rows ?? 0) + rows,
    attachments: [file, ...(warned?.attachments ?? [])],
    content: () => [
      ...frontOf(day, printer),
      ...(warned?.content() ?? []),
      ...sidesBlocks(day, sides, printer),
      ...fundsBlocks(day, LARGEST, printer),
      ...brokersBlocks(day, printer),
      ...below(),
      paragraph(printer.report.funds.others(withoutEnding(file.name), further.map(withoutEnding))),
    ],
  });
  return [
    version(all, rest + day.brokers.length, () => [...fillsBlocks(day, printer), ...costs()]),
    version(all, rest, costs),
    ...(day.warnings.length === 0 ? [] : [version(few, rest, costs)]),
    version(shortest, 0, () => []),
    ...(day.sides.length > LARGEST ? [version(shortest, 0, () => [], LARGEST)] : []),
  ];
}

const findings = ({ tradeDate, warnings }: DayReport, language: Language): Findings => ({
  ...{ language, tradeDate, warnings },
  problems: [],
});

/**
 * The whole report as an HTML document: the desk's part, then a page a fund. Where it grows longer than one may be, the funds that
 * have no room in it go on in the next.
 */
export function reportDocuments(
  day: DayReport,
  language: Language,
  longest = LONGEST_DOCUMENT,
): readonly [string, ...string[]] {
  const printer = printerOf(language);
  const { report, figures } = printer;
  const [all] = versionsOf(findings(day, language), () => []);
  const content: readonly Block[] = [
    ...frontOf(day, printer),
    ...(all?.content() ?? []),
    ...sidesBlocks(day, null, printer),
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
  ];
  const pages = day.funds.map((fund) => onPaper(fundPage(day, fund, printer)));
  const [first, ...others] = within(longest, onPaper(content), pages);
  const title = `${report.title} ${figures.date(day.tradeDate)} v${day.version}`;
  const document = (body: string, at: number): string => {
    const of = others.length === 0 ? '' : ` (${at + 1}/${others.length + 1})`;
    return renderPages(body, `${title}${of}`, language);
  };
  return [document(first, 0), ...others.map((body, at) => document(body, at + 1))];
}

/** Parts that follow the first, as few bodies as hold them; a part that is longer than a body may be is one of its own. */
function within(longest: number, first: string, parts: readonly string[]): readonly [string, ...string[]] {
  const begun = [first];
  const others: string[][] = [];
  let body = begun;
  let bytes = utf8Length(first) + 1;
  for (const part of parts) {
    const own = utf8Length(part) + 1;
    if (bytes + own > longest) {
      [body, bytes] = [[], 0];
      others.push(body);
    }
    body.push(part);
    bytes += own;
  }
  return [begun.join('\n'), ...others.map((each) => each.join('\n'))];
}
