// The services that are little more than calls: properties, locks, session, triggers, logs.
import { ask, callOn, remote, service, value } from './remote';

export function propertiesService(): object {
  const store = (name: string) => () =>
    remote('Properties', name, {
      gives: ['getProperty', 'getProperties', 'getKeys'],
      chains: ['setProperty', 'setProperties', 'deleteProperty', 'deleteAllProperties'],
    });
  return service('PropertiesService', [], {
    getDocumentProperties: store('document'),
    getScriptProperties: store('script'),
    getUserProperties: store('user'),
  });
}

export function lockService(): object {
  const lock = (name: string) => () =>
    remote('Lock', name, { gives: ['tryLock', 'waitLock', 'hasLock', 'releaseLock'] });
  return service('LockService', [], {
    getDocumentLock: lock('document'),
    getScriptLock: lock('script'),
    getUserLock: lock('user'),
  });
}

export function session(): object {
  const user = (): object => value('User', null, { getEmail: () => ask('Session.getEmail') });
  return service('Session', ['getScriptTimeZone'], {
    getActiveUser: user,
    getEffectiveUser: user,
  });
}

export function cacheService(): object {
  const cache = (name: string) => () =>
    remote('Cache', name, { gives: ['get', 'getAll', 'put', 'putAll', 'remove', 'removeAll'] });
  return service('CacheService', [], {
    getDocumentCache: cache('document'),
    getScriptCache: cache('script'),
    getUserCache: cache('user'),
  });
}

/** The older dialogs of spreadsheets: answers are words in small letters. */
export function browser(): object {
  const ButtonSet = { OK: 'OK', OK_CANCEL: 'OK_CANCEL', YES_NO: 'YES_NO', YES_NO_CANCEL: 'YES_NO_CANCEL' };
  return service('Browser', [], {
    Buttons: ButtonSet,
    msgBox: (...args: unknown[]) => String(ask('Ui.alert', ...args)).toLowerCase(),
    inputBox(...args: unknown[]) {
      const answer = ask('Ui.prompt', ...args);
      const pressed = callOn(answer, 'getSelectedButton');
      return pressed === 'CLOSE' || pressed === 'CANCEL' ? 'cancel' : callOn(answer, 'getResponseText');
    },
  });
}

const line = (items: readonly unknown[]): string =>
  items
    .map((item) => {
      if (typeof item === 'string') return item;
      if (Object.prototype.toString.call(item) === '[object Error]') return String(item);
      return JSON.stringify(item) ?? String(item);
    })
    .join(' ');

/** %s and %d in the first argument are filled from the rest, as in Apps Script. */
function logLine(...items: unknown[]): string {
  const [first, ...rest] = items;
  if (typeof first !== 'string' || rest.length === 0) return line(items);
  const used = first.replace(/%[sdif]/g, () => line([rest.shift() ?? '']));
  return line([used, ...rest]);
}

export function logger(): object {
  const log = (...items: unknown[]): void => {
    ask('_log', logLine(...items));
  };
  return service('Logger', [], { log });
}

export function consoleService(): object {
  const at =
    (level: string) =>
    (...items: unknown[]): void => {
      ask('_log', level + logLine(...items));
    };
  return service('console', [], {
    log: at(''),
    info: at(''),
    warn: at('warning: '),
    error: at('error: '),
  });
}
