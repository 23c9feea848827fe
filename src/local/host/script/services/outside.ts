// Answers MailApp, BigQuery and what makes PDF by handing over to the parts of the desk that stand for them.
import type { Mail } from '../../mail/mail';
import type { MailHost, PdfHost, WarehouseHost } from '../hosts';
import { ATTACHMENT_BYTES, SUBJECT_CHARACTERS } from '../limits';
import { fields, list, optional, text } from './arguments';
import type { Handlers } from './service';

/** @throws as MailApp does where a mail is too large; `body` = bytes allowed of text and HTML each */
function checkSizes(mail: Mail, body: number): void {
  if (mail.subject.length > SUBJECT_CHARACTERS) throw new Error('Argument too large: subject');
  if ([mail.text, mail.html ?? ''].some((part) => Buffer.byteLength(part) > body))
    throw new Error('Limit Exceeded: Email Body Size.');
  const attached = (mail.attachments ?? []).reduce((sum, { content }) => sum + content.length, 0);
  if (attached > ATTACHMENT_BYTES) throw new Error('Limit Exceeded: Email Total Attachments Size.');
}

export function mailHandlers(host: MailHost | undefined, bodyBytes: number): Handlers {
  const mail = (): MailHost => {
    if (!host) throw new Error('not implemented locally: MailApp without a mail server');
    return host;
  };
  return {
    'MailApp.getRemainingDailyQuota': () => mail().remaining(),
    'MailApp.sendEmail': ([message]) => {
      const given = fields(message, 'A mail');
      const part = (key: string): string => optional(given[key], text, key, '');
      const named = (key: string): Record<string, string> => (part(key) === '' ? {} : { [key]: part(key) });
      const html = part('htmlBody');
      const whole: Mail = {
        to: part('to'),
        subject: part('subject'),
        text: part('body'),
        ...(html === '' ? {} : { html }),
        ...named('cc'),
        ...named('bcc'),
        ...named('name'),
        ...named('replyTo'),
        attachments: list(given.attachments, 'The attachments').map((each, index) => {
          const { base64, name, contentType } = fields(each, 'An attachment');
          return {
            name: optional(name, text, 'The name of an attachment', `attachment-${index + 1}`),
            contentType: optional(contentType, text, 'The type of an attachment', 'application/octet-stream'),
            content: Buffer.from(text(base64, 'An attachment'), 'base64'),
          };
        }),
      };
      checkSizes(whole, bodyBytes);
      return mail().send(whole);
    },
  };
}

/** @param pdf left out = nobody handed one in */
export const pdfHandlers = (pdf: PdfHost | undefined): Handlers => ({
  'Blob.getAs': async ([base64, from, to]) => {
    if (from !== 'text/html' || to !== 'application/pdf')
      throw new Error(`not implemented locally: Blob.getAs from ${String(from)} to ${String(to)}`);
    if (!pdf) throw new Error('not implemented locally: Blob.getAs to application/pdf without a browser');
    const html = Buffer.from(text(base64, 'A blob'), 'base64').toString('utf8');
    return Buffer.from(await pdf.ofHtml(html)).toString('base64');
  },
});

const METHODS = [
  'Jobs.query',
  'Jobs.getQueryResults',
  'Datasets.get',
  'Datasets.insert',
  'Tables.get',
  'Tables.insert',
  'Tables.list',
  'Tables.patch',
  'Tables.remove',
  'Tables.update',
];

/** @param sync brings to disk what happened before: the warehouse keeps a disk of its own, and never knows more than the desk */
export function warehouseHandlers(host: WarehouseHost | undefined, sync: () => void): Handlers {
  return Object.fromEntries(
    METHODS.map((method) => [
      `BigQuery.${method}`,
      (args: readonly unknown[]) => {
        if (!host) throw new Error('not implemented locally: BigQuery without a warehouse');
        sync();
        return host.call(method, [...args]);
      },
    ]),
  );
}
