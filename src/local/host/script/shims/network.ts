// The services that reach out: HTTP, mail, the warehouse, Drive.
import { base64ToBytes, base64ToText, bytesToBase64, textToBase64 } from './base64';
import { type BlobData, blobData, blobOf, isBlob } from './blob';
import { ask, defineKind, guard, type Members, service, value } from './remote';

const isRecord = (item: unknown): item is Record<string, unknown> =>
  typeof item === 'object' && item !== null;

/** Form fields, a string, bytes or a blob; the host sends bytes. */
function httpRequest(url: unknown, params: unknown): Record<string, unknown> {
  const options = isRecord(params) ? params : {};
  const { payload } = options;
  const contentType = isRecord(payload) && !Array.isArray(payload) && !isBlob(payload) ? FORM : undefined;
  return {
    url: String(url),
    method: String(options.method ?? 'get').toUpperCase(),
    headers: options.headers ?? {},
    contentType: options.contentType ?? contentType ?? null,
    body: payload === undefined || payload === null ? null : payloadBase64(payload),
    mute: options.muteHttpExceptions === true,
    followRedirects: options.followRedirects !== false,
  };
}

const FORM = 'application/x-www-form-urlencoded';

function payloadBase64(payload: unknown): string {
  if (typeof payload === 'string') return textToBase64(payload);
  if (isBlob(payload)) return blobData(payload).base64;
  if (Array.isArray(payload)) return bytesToBase64(payload);
  const fields = Object.entries(isRecord(payload) ? payload : {});
  return textToBase64(
    fields.map(([key, field]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(field))}`).join('&'),
  );
}

function httpResponse(data: unknown): object {
  const { status, headers, base64 } = { status: 0, headers: {}, base64: '', ...(isRecord(data) ? data : {}) };
  return value('HTTPResponse', data, {
    getResponseCode: () => status,
    getContentText: (charset: unknown = 'UTF-8') => base64ToText(base64, charset),
    getContent: () => base64ToBytes(base64),
    getHeaders: () => headers,
    getAllHeaders: () => headers,
    getBlob: () => blobOf({ base64, name: null, contentType: null }),
  });
}

export function urlFetchApp(): object {
  defineKind('HTTPResponse', httpResponse);
  return service('UrlFetchApp', [], {
    fetch: (url: unknown, params: unknown) => ask('UrlFetchApp.fetch', httpRequest(url, params)),
    fetchAll: (requests: readonly unknown[]) =>
      ask(
        'UrlFetchApp.fetchAll',
        requests.map((each) => httpRequest(isRecord(each) ? each.url : each, each)),
      ),
  });
}

const MAIL_FIELDS = [
  'to',
  'cc',
  'bcc',
  'subject',
  'body',
  'htmlBody',
  'name',
  'replyTo',
  'attachments',
  'noReply',
];

/** `sendEmail(mail)`, or `sendEmail(to, subject, body, options)`. */
function sendEmail(...args: unknown[]): void {
  const [first, subject = '', body = '', options] = args;
  const mail: Record<string, unknown> = isRecord(first)
    ? { ...first }
    : {
        to: String(first),
        subject: String(subject),
        body: String(body),
        ...(isRecord(options) ? options : {}),
      };
  for (const key of Object.keys(mail))
    if (!MAIL_FIELDS.includes(key)) throw new Error(`not implemented locally: MailApp.sendEmail ${key}`);
  const attachments: BlobData[] = Array.isArray(mail.attachments) ? mail.attachments.map(blobData) : [];
  ask('MailApp.sendEmail', { ...mail, attachments });
}

export const mailApp = (): object => service('MailApp', ['getRemainingDailyQuota'], { sendEmail });

/** Of Gmail only what sends. */
export const gmailApp = (): object => service('GmailApp', [], { sendEmail });

function nested(name: string, groups: Readonly<Record<string, readonly string[]>>): object {
  const members: Record<string, unknown> = {};
  for (const [group, methods] of Object.entries(groups)) {
    const calls: Record<string, unknown> = {};
    for (const method of methods)
      calls[method] = (...args: unknown[]) => ask(`${name}.${group}.${method}`, ...args);
    members[group] = guard(`${name}.${group}`, calls);
  }
  return guard(name, members);
}

export const bigQuery = (): object =>
  nested('BigQuery', {
    Jobs: ['query', 'getQueryResults'],
    Datasets: ['get', 'insert'],
    Tables: ['get', 'insert', 'list', 'patch', 'remove', 'update'],
  });

export const sheets = (): object => nested('Sheets', { Spreadsheets: ['get', 'batchUpdate'] });

export function drive(): object {
  const content = (blob: unknown): BlobData | null =>
    blob === undefined || blob === null ? null : blobData(blob);
  const files: Members = {
    create: (resource: unknown, blob: unknown, options: unknown) =>
      ask('Drive.Files.create', resource, content(blob), options),
    update: (resource: unknown, id: unknown, blob: unknown, options: unknown) =>
      ask('Drive.Files.update', resource, id, content(blob), options),
    get: (id: unknown, options: unknown) => ask('Drive.Files.get', id, options),
    list: (options: unknown) => ask('Drive.Files.list', options),
  };
  const permissions: Members = {
    create: (resource: unknown, id: unknown, options: unknown) =>
      ask('Drive.Permissions.create', resource, id, options),
    list: (id: unknown, options: unknown) => ask('Drive.Permissions.list', id, options),
    remove: (id: unknown, permission: unknown, options: unknown) =>
      ask('Drive.Permissions.remove', id, permission, options),
  };
  return guard('Drive', {
    Files: guard('Drive.Files', files),
    Permissions: guard('Drive.Permissions', permissions),
  });
}
