// What a caller hands to a function of src/main: a page, a trigger, a person in the editor. Whatever it is, it is what was
// wanted or is refused in the desk's words; nothing below the doors has to ask again.
import type { OddAccepted } from '../../desk/person/accept';
import type { UnitsWanted } from '../../desk/person/overrideUnits';
import type { ImportedTexts } from '../../desk/setUp/importPlan';
import type { SelfTestWish } from '../../desk/setUp/selfTestReport';
import type { SetUpWish } from '../../desk/setUp/setUpReport';
import { parseStamp, type Stamp } from '../../domain/stamp';
import { type Message, msg, verbatim } from '../../language/message';
import { SaidError } from '../../language/print';
import { isObject, type JsonObject, kindOf } from '../../sheets/fundKeys';
import { type GivenRows, isGivenRows } from '../../sheets/givenFills';
import { CANCEL_KEYS, type CancelWish } from '../../stages/cancelScope';
import { iterations, type StageRequest } from '../../stages/stages';

/** Names and reasons go into cells and mails: nobody means a longer one. */
const LONGEST = 2_000;

const wanted = (name: string, value: unknown, said: Message): SaidError =>
  new SaidError(msg('{name}: {said2} is wanted, not {said}', { name, said: shown(value), said2: said }));

const shown = (value: unknown): Message =>
  value === undefined || typeof value === 'function' ? verbatim(typeof value) : kindOf(value);

const A_TEXT = msg('a text');
const AN_OBJECT = msg('an object');

/** @throws unless it is a text of a length that a name or a reason has */
export function textGiven(name: string, value: unknown): string {
  if (typeof value !== 'string') throw wanted(name, value, A_TEXT);
  if (value.length > LONGEST)
    throw new SaidError(
      msg('{name} has {n} characters and {n2} are taken; shorten it', {
        name,
        n: value.length,
        n2: LONGEST,
      }),
    );
  return value;
}

/** Left out or null = null. */
export const optionalText = (name: string, value: unknown): string | null =>
  value === undefined || value === null ? null : textGiven(name, value);

/** Left out or null = null. @throws unless it is a date and a time as the desk writes them */
export function stampGiven(name: string, value: unknown): Stamp | null {
  const text = optionalText(name, value);
  if (text === null) return null;
  const stamp = parseStamp(text);
  if (!stamp.ok) throw new SaidError(stamp.reason);
  return stamp.value;
}

/** The desk's own files; either may be left out. */
export const filesGiven = (fundsJson: unknown, tradesCsv: unknown): ImportedTexts => ({
  fundsJson: fileGiven('fundsJson', fundsJson),
  tradesCsv: fileGiven('tradesCsv', tradesCsv),
});

/** Of whatever length; left out or null = null. */
function fileGiven(name: string, value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') throw wanted(name, value, A_TEXT);
  return value;
}

/** Left out or null = an empty one. */
function objectGiven(name: string, value: unknown): JsonObject {
  if (value === undefined || value === null) return {};
  if (!isObject(value)) throw wanted(name, value, AN_OBJECT);
  return value;
}

/** What is misspelt would be left out, and another thing be done than was asked: it is refused. */
function knownGiven(name: string, value: JsonObject, known: readonly string[]): void {
  const stranger = Object.keys(value).find((key) => !known.includes(key));
  if (stranger !== undefined)
    throw new SaidError(
      msg('"{value}" is nothing that {name} knows; use {values}', {
        value: stranger.slice(0, 60),
        name,
        values: known.join(', '),
      }),
    );
}

/** Yes or no; left out or null = no. */
function flagGiven(name: string, value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (typeof value !== 'boolean') throw wanted(name, value, msg('true or false'));
  return value;
}

/** Texts by their names; left out or null = none. */
const textsGiven = (name: string, value: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(objectGiven(name, value)).map(([key, each]) => [key, textGiven(`${name}.${key}`, each)]),
  );

/** A list of texts. */
function listGiven(name: string, value: unknown): readonly string[] {
  if (!Array.isArray(value)) throw wanted(name, value, msg('a list of texts'));
  return value.map((each, at) => textGiven(`${name}[${at}]`, each));
}

/** The units that a person sets; `units` null = the desk decides again. */
export function unitsGiven(value: unknown): UnitsWanted {
  const given = objectGiven('units', value);
  knownGiven('units', given, ['asset', 'cnpj', 'side', 'units', 'reason']);
  const { asset, cnpj, side, units, reason } = given;
  const which = optionalText('side', side);
  if (which !== null && which !== 'BUY' && which !== 'SELL') throw wanted('side', side, msg('BUY or SELL'));
  if (units !== null && !(typeof units === 'number' && Number.isSafeInteger(units) && units >= 0))
    throw wanted('units', units, msg('a whole number, zero or more'));
  return {
    asset: textGiven('asset', asset),
    cnpj: textGiven('cnpj', cnpj),
    side: which,
    units: typeof units === 'number' ? units : null,
    reason: textGiven('reason', reason),
  };
}

const REQUEST_KEYS: readonly string[] = ['scope', 'paused', 'reason', 'orders', 'maxIterations'];

/** What a stage is asked for; a key that nothing knows would leave the stage to do all of it. */
export function requestGiven(value: unknown): StageRequest {
  const { stage: given, ...wish } = objectGiven('request', value);
  const stage = textGiven('stage', given);
  if (stage === 'cancel') return { ...cancelGiven(wish), stage };
  if (stage === 'correct') return { ...correctionGiven(wish), stage };
  knownGiven('request', wish, REQUEST_KEYS);
  return { ...wishGiven(wish), stage };
}

/** A day that is over, why it is corrected, and what is known of its fills beside feeds and tab. */
export function correctionGiven(value: unknown): Pick<StageRequest, 'date' | 'reason' | 'rows'> {
  const given = objectGiven('wish', value);
  knownGiven('correct', given, ['date', 'reason', 'rows']);
  const { date, reason, rows } = given;
  const [day, why] = [optionalText('date', date), optionalText('reason', reason)];
  return {
    ...(day === null ? {} : { date: day }),
    ...(why === null ? {} : { reason: why }),
    ...(rows === undefined || rows === null ? {} : { rows: rowsGiven(rows) }),
  };
}

/** Pasted text, or records whose values are cells. */
function rowsGiven(value: unknown): GivenRows {
  if (!isGivenRows(value))
    throw new SaidError(
      msg('rows are text as it is pasted, or a list of records by column of the tab executions'),
    );
  return value;
}

/** A part that is misspelt would be left out, and would stop everything: it is refused. */
export function cancelGiven(value: unknown): CancelWish {
  const wish = objectGiven('wish', value);
  const known: readonly string[] = CANCEL_KEYS;
  const stranger = Object.keys(wish).find((key) => !known.includes(key));
  if (stranger !== undefined)
    throw new SaidError(
      msg('"{value}" is nothing that a cancellation knows; use {values}', {
        value: stranger.slice(0, 60),
        values: known.join(', '),
      }),
    );
  const reason = optionalText('reason', wish.reason);
  return {
    asset: optionalText('asset', wish.asset),
    cnpj: optionalText('cnpj', wish.cnpj),
    broker: optionalText('broker', wish.broker),
    side: optionalText('side', wish.side),
    ...(reason === null ? {} : { reason }),
  };
}

function wishGiven({
  scope,
  paused,
  reason,
  orders,
  maxIterations,
}: JsonObject): Omit<StageRequest, 'stage'> {
  const family = optionalText('scope', scope);
  const why = optionalText('reason', reason);
  const most = iterations(maxIterations);
  return {
    ...(family === null ? {} : { scope: family }),
    ...(paused === undefined || paused === null ? {} : { paused: flagGiven('paused', paused) }),
    ...(why === null ? {} : { reason: why }),
    ...(orders === undefined || orders === null ? {} : { orders: listGiven('orders', orders) }),
    ...(most === null ? {} : { maxIterations: most }),
  };
}

/** What somebody accepts: what it is called, what it is about, and why. */
export function oddGiven(value: unknown): OddAccepted {
  const given = objectGiven('odd', value);
  knownGiven('odd', given, ['code', 'subject', 'reason']);
  const { code, subject, reason } = given;
  return {
    code: textGiven('code', code),
    subject: textGiven('subject', subject),
    reason: textGiven('reason', reason),
  };
}

export function setUpGiven(value: unknown): SetUpWish {
  const given = objectGiven('wish', value);
  knownGiven('wish', given, ['settings', 'token', 'sample', 'schedule']);
  const { settings, token, sample, schedule } = given;
  return {
    settings: textsGiven('settings', settings),
    token: optionalText('token', token) ?? '',
    sample: flagGiven('sample', sample),
    schedule: flagGiven('schedule', schedule),
  };
}

/** What the self-test tries; what its own page saw is read as that page writes it. */
export function selfTestGiven(value: unknown): SelfTestWish {
  const given = objectGiven('wish', value);
  knownGiven('wish', given, ['mails', 'page', 'only']);
  const { mails, page, only } = given;
  const facts = objectGiven('page', page);
  return {
    mails: flagGiven('mails', mails),
    ...(only === undefined || only === null ? {} : { only: listGiven('only', only) }),
    ...(page === undefined || page === null
      ? {}
      : {
          page: {
            escaped: flagGiven('page.escaped', facts.escaped),
            received: numberGiven('page.received', facts.received),
          },
        }),
  };
}

/** What is put away, by what the desk handed out; nothing or null = none. */
export function keysGiven(value: unknown): readonly string[] {
  const keys: unknown = value ?? [];
  if (!Array.isArray(keys) || keys.length > MOST_KEYS) throw wanted('keys', value, msg('a list of texts'));
  return keys.map((key: unknown) => {
    if (typeof key !== 'string' || key.length > LONGEST_KEY) throw wanted('keys', key, A_TEXT);
    return key;
  });
}

/** A preview has no more warnings; each names itself in full. */
const MOST_KEYS = 1_000;
const LONGEST_KEY = 20_000;

function numberGiven(name: string, value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw wanted(name, value, msg('a number'));
  return value;
}
