// The report on its way out: one mail to the traders, and two files in the day's folder, as a PDF and as the document it is made of.
import { reportDocument, reportFileName, reportMail } from '../../messages/report/documents';
import type { DayReport } from '../../messages/report/report';
import type { OpenInputs } from '../day/inputs';
import { following, type KeyedMail, waitingOf } from '../day/keyedMail';
import type { OutputFile } from '../day/outcome';
import { heardBefore, partOf } from '../split/finalMails';

export interface Reported {
  readonly files: readonly OutputFile[];
  readonly mails: readonly KeyedMail[];
}

export function reported(inputs: OpenInputs, counted: DayReport, digest: (text: string) => string): Reported {
  const { traderEmails: to, deskLanguage: language } = inputs.settings;
  const { tradeDate: folder, version } = counted;
  const topic = `${folder} allocation traders`;
  const waiting = waitingOf(inputs, topic);
  const report = { ...counted, replaces: heardBefore(version, waiting) };
  // When something was fetched is no news.
  const says = digest(JSON.stringify({ ...report, asOf: null, language }));
  const content = reportDocument(report, language);
  const [pdf, html] = [reportFileName(report, language, 'pdf'), reportFileName(report, language, 'html')];
  const attached = { name: pdf, mimeType: 'application/pdf', content, madeOf: 'html' } as const;
  return {
    files: [
      { folder, name: html, content, says, isLinked: true },
      { folder, name: pdf, content, says, isLinked: true, madeOf: 'html' },
    ],
    mails:
      to.length === 0
        ? []
        : [
            following(
              {
                key: `${topic} ${partOf(version)}`,
                message: reportMail({ to, language, report, file: attached }),
                says: `${to.join(',')} ${says}`,
              },
              { topic, parts: [partOf(version)] },
              waiting,
            ),
          ],
  };
}
