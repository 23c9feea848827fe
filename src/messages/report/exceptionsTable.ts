// What was not as the rules have it, and who answers for it.
import { type Block, heading, paragraph, table } from '../content';
import type { Printer } from './print';
import type { DayReport } from './report';

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
      { title: report.column.who, cell: (one) => one.by ?? (one.kind === 'differing' ? '–' : nobody) },
      { title: report.column.when, cell: ({ at }) => time(at, tradeDate) ?? '' },
    ]),
  ];
}
