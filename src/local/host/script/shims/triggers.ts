// ScriptApp: triggers as their builders note them; the host keeps them as data.
import { ask, dataOf, defineKind, field, type Method, service, value } from './remote';

type Draft = Readonly<Record<string, unknown>>;

const DAYS = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'] as const;
const WEEK: readonly string[] = DAYS;

function trigger(data: unknown): object {
  const on = field(data, 'on');
  return value('Trigger', data, {
    getUniqueId: () => field(data, 'id'),
    getHandlerFunction: () => field(data, 'handler'),
    getEventType: () => (on === undefined ? 'CLOCK' : `ON_${String(on)}`),
    getTriggerSource: () => (on === undefined ? 'CLOCK' : 'SPREADSHEETS'),
    getTriggerSourceId: () => null,
  });
}

/** Each setter answers the builder itself; create hands the draft to the host. */
function clockBuilder(handler: string): object {
  let draft: Draft = {};
  const noting =
    (note: (...args: never[]) => Draft): Method =>
    (...args) => {
      draft = { ...draft, ...Reflect.apply(note, undefined, args) };
      return self;
    };
  const self = value('ClockTriggerBuilder', null, {
    everyMinutes: noting((everyMinutes: number) => ({ everyMinutes })),
    everyHours: noting((hours: number) => ({ everyMinutes: hours * 60 })),
    everyDays: noting((days: number) => ({ everyDays: days })),
    everyWeeks: noting((weeks: number) => ({ everyDays: weeks * 7 })),
    onWeekDay: noting((day: string) => ({ everyDays: 7, weekDay: WEEK.indexOf(day) })),
    onMonthDay: noting((monthDay: number) => ({ monthDay })),
    atHour: noting((hour: number) => ({ hour })),
    nearMinute: noting((minute: number) => ({ minute })),
    after: noting((ms: number) => ({ at: Date.now() + ms })),
    at: noting((date: Date) => ({ at: date.getTime() })),
    atDate: noting((year: number, month: number, day: number) => ({
      at: new Date(year, month - 1, day).getTime(),
    })),
    create: () => ask('ScriptApp.createTrigger', handler, draft),
  });
  return self;
}

function spreadsheetBuilder(handler: string, source: unknown): object {
  const book = typeof source === 'string' ? source : field(dataOf(source), 'book');
  const on =
    (event: string): Method =>
    () =>
      value('SpreadsheetTriggerBuilder', null, {
        create: () => ask('ScriptApp.createTrigger', handler, { on: event, book }),
      });
  return value('SpreadsheetTriggerBuilder', null, {
    onOpen: on('OPEN'),
    onEdit: on('EDIT'),
    onChange: on('CHANGE'),
  });
}

export function scriptApp(): object {
  defineKind('Trigger', trigger);
  const newTrigger: Method = (handler) =>
    value('TriggerBuilder', null, {
      timeBased: () => clockBuilder(String(handler)),
      forSpreadsheet: (source: unknown) => spreadsheetBuilder(String(handler), source),
    });
  return service('ScriptApp', ['getProjectTriggers', 'deleteTrigger', 'getOAuthToken'], {
    newTrigger,
    getUserTriggers: () => ask('ScriptApp.getProjectTriggers'),
    AuthMode: { NONE: 'NONE', LIMITED: 'LIMITED', FULL: 'FULL', CUSTOM_FUNCTION: 'CUSTOM_FUNCTION' },
    EventType: { CLOCK: 'CLOCK', ON_OPEN: 'ON_OPEN', ON_EDIT: 'ON_EDIT', ON_CHANGE: 'ON_CHANGE' },
    TriggerSource: { CLOCK: 'CLOCK', SPREADSHEETS: 'SPREADSHEETS' },
    WeekDay: Object.fromEntries(DAYS.map((day) => [day, day])),
  });
}
