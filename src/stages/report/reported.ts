// The report on its way out: one mail to the traders, and two files in the day's folder, as a PDF and as the document it is made of; more
// where one document would grow too long.
import { reportDocuments, reportFileName, reportMail } from '../../messages/report/documents';
import type { DayReport } from '../../messages/report/report';
import { heardBefore, partOf } from '../allocation/finalMails';
import type { OpenInputs } from '../day/inputs';
import { following, type KeyedMail, waitingOf } from '../day/keyedMail';
import type { OutputFile } from '../outcome/outcome';

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
  const named = (content: string, at: number) => {
    const name = reportFileName(report, language, at);
    return { html: `${name}.html`, pdf: `${name}.pdf`, content };
  };
  const [document, ...more] = reportDocuments(report, language);
  const first = named(document, 0);
  const others = more.map((content, at) => named(content, at + 1));
  const file = {
    ...{ name: first.pdf, mimeType: 'application/pdf', content: first.content },
    madeOf: 'html',
  } as const;
  const further = others.map(({ pdf }) => pdf);
  return {
    files: [first, ...others].flatMap(({ html, pdf, content }): readonly OutputFile[] => [
      { folder, name: html, content, says, isLinked: true },
      { folder, name: pdf, content, says, isLinked: true, madeOf: 'html' },
    ]),
    mails:
      to.length === 0
        ? []
        : [
            following(
              {
                key: `${topic} ${partOf(version)}`,
                message: reportMail({ to, language, report, file, further }),
                says: `${to.join(',')} ${says}`,
              },
              { topic, parts: [partOf(version)] },
              waiting,
            ),
          ],
  };
}
