// The services that are little more than calls: properties, locks, session, triggers, logs.
import { ask, defineKind, type Method, remote, service, value } from './remote';

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

interface TriggerData {
  readonly id: string;
  readonly handler: string;
}

export function scriptApp(): object {
  defineKind('Trigger', (data) => {
    const { id, handler }: TriggerData = { id: '', handler: '', ...(typeof data === 'object' ? data : {}) };
    return value('Trigger', data, {
      getUniqueId: () => id,
      getHandlerFunction: () => handler,
      getEventType: () => 'CLOCK',
      getTriggerSource: () => 'CLOCK',
    });
  });
  const create = (handler: string, minutes: number) =>
    value('ClockTriggerBuilder', null, { create: () => ask('ScriptApp.createTrigger', handler, minutes) });
  const newTrigger: Method = (handler) =>
    value('TriggerBuilder', null, {
      timeBased: () =>
        value('ClockTriggerBuilder', null, {
          everyMinutes: (minutes: number) => create(String(handler), minutes),
          everyHours: (hours: number) => create(String(handler), hours * 60),
        }),
    });
  return service('ScriptApp', ['getProjectTriggers', 'deleteTrigger', 'getOAuthToken'], {
    newTrigger,
    EventType: { CLOCK: 'CLOCK' },
    TriggerSource: { CLOCK: 'CLOCK' },
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
