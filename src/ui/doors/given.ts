// What a caller hands to a function of src/main: a page, a trigger, a person in the editor. Whatever it is, it is what was
// wanted or is refused in the desk's words; nothing below the doors has to ask again.
import type { OddAccepted } from '../../desk/person/accept';
import type { UnitsWanted } from '../../desk/person/overrideUnits';
import type { ImportedTexts } from '../../desk/setUp/importPlan';
import type { SelfTestWish } from '../../desk/setUp/selfTestReport';
import type { SetUpWish } from '../../desk/setUp/setUpReport';
import { msg } from '../../language/message';
import { SaidError } from '../../language/print';
import type { JsonObject } from '../../sheets/fundKeys';
import { type GivenRows, isGivenRows } from '../../sheets/givenFills';
import { CANCEL_KEYS, type CancelWish } from '../../stages/cancelScope';
import { iterations, type StageRequest } from '../../stages/stages';
import {
  A_TEXT,
  fileGiven,
  flagGiven,
  knownGiven,
  listGiven,
  numberGiven,
  objectGiven,
  optionalText,
  textGiven,
  textsGiven,
  wanted,
} from './givenValues';

/** The desk's own files; either may be left out. */
export const filesGiven = (fundsJson: unknown, tradesCsv: unknown): ImportedTexts => ({
  fundsJson: fileGiven('fundsJson', fundsJson),
  tradesCsv: fileGiven('tradesCsv', tradesCsv),
});

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
