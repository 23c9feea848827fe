// Puts the services into a fresh context as globals and hands the worker the way to run a function there.
import type { ByteWork } from '../bytes';
import type { Outcome } from '../protocol';
import { useBytes } from './base64';
import { charts } from './charts';
import { woundDate } from './clock';
import { driveApp } from './driveApp';
import { htmlService } from './html';
import { mimeType } from './mimeType';
import { bigQuery, drive, gmailApp, mailApp, sheets, urlFetchApp } from './network';
import {
  browser,
  cacheService,
  consoleService,
  lockService,
  logger,
  propertiesService,
  session,
} from './plain';
import { connect, guard, pack, unpack } from './remote';
import { spreadsheetApp } from './spreadsheet';
import { scriptApp } from './triggers';
import { utilities } from './utilities';

/** Services that Apps Script has and the laptop has not: named, so that their use says so. */
const ABSENT = [
  'AdminDirectory',
  'CalendarApp',
  'ContactsApp',
  'ContentService',
  'DocumentApp',
  'FormApp',
  'Gmail',
  'GroupsApp',
  'Jdbc',
  'LanguageApp',
  'LinearOptimizationService',
  'Maps',
  'SlidesApp',
  'XmlService',
];

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

function failure(error: unknown): Outcome {
  if (Object.prototype.toString.call(error) !== '[object Error]' && !(error instanceof Error))
    return { ok: false, name: 'Error', message: String(error), stack: '' };
  const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  return { ok: false, name, message, stack };
}

function run(fn: string, args: string, done: (outcome: string) => void): void {
  const end = (outcome: Outcome): void => {
    let text: string;
    try {
      text = pack(outcome);
    } catch (error) {
      text = pack(failure(error));
    }
    done(text);
  };
  try {
    const target: unknown = Reflect.get(globalThis, fn);
    if (typeof target !== 'function') throw new Error(`Script function not found: ${fn}`);
    const given = unpack(args);
    const result: unknown = Reflect.apply(target, globalThis, Array.isArray(given) ? given : []);
    if (isThenable(result))
      result.then(
        (value) => end({ ok: true, value }),
        (error) => end(failure(error)),
      );
    else end({ ok: true, value: result });
  } catch (error) {
    end(failure(error));
  }
}

export function install(call: (request: string) => string, bytes: ByteWork): typeof run {
  connect(call);
  useBytes(bytes);
  const services: Record<string, unknown> = {
    Date: woundDate(),
    SpreadsheetApp: spreadsheetApp(),
    Charts: guard('Charts', charts),
    HtmlService: htmlService(),
    PropertiesService: propertiesService(),
    LockService: lockService(),
    Session: session(),
    ScriptApp: scriptApp(),
    Utilities: utilities(),
    Logger: logger(),
    console: consoleService(),
    UrlFetchApp: urlFetchApp(),
    MailApp: mailApp(),
    GmailApp: gmailApp(),
    DriveApp: driveApp(),
    MimeType: guard('MimeType', mimeType()),
    CacheService: cacheService(),
    Browser: browser(),
    BigQuery: bigQuery(),
    Drive: drive(),
    Sheets: sheets(),
  };
  for (const name of ABSENT) services[name] = guard(name, {});
  for (const [name, service] of Object.entries(services))
    Object.defineProperty(globalThis, name, {
      value: service,
      writable: true,
      configurable: true,
      enumerable: false,
    });
  return run;
}
