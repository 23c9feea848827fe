// Answers MailApp and BigQuery by handing over to the parts of the desk that stand for them.
import type { MailHost, WarehouseHost } from '../hosts';
import { fields, list, optional, text } from './arguments';
import type { Handlers } from './service';

export function mailHandlers(host: MailHost | undefined): Handlers {
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
      return mail().send({
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
      });
    },
  };
}

const METHODS = [
  'Jobs.query',
  'Jobs.getQueryResults',
  'Datasets.get',
  'Datasets.insert',
  'Tables.get',
  'Tables.insert',
  'Tables.list',
  'Tables.patch',
  'Tables.update',
];

export function warehouseHandlers(host: WarehouseHost | undefined): Handlers {
  return Object.fromEntries(
    METHODS.map((method) => [
      `BigQuery.${method}`,
      (args: readonly unknown[]) => {
        if (!host) throw new Error('not implemented locally: BigQuery without a warehouse');
        return host.call(method, [...args]);
      },
    ]),
  );
}
