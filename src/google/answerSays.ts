// What an answer says of itself beside its figures: that it is an error, whatever its 200 says; what it warns of; whose day it is.
import { error, type Problem, warning } from '../domain/problem';
import type { IsoDate, Stamp } from '../domain/stamp';
import { folded, unaccented } from '../domain/words';
import { msg } from '../language/message';
import { type Fields, isFields, printed } from './fields';
import { readDate } from './moments';

/** Where answers say such things beside the top. */
const HOLDERS = ['meta', 'metadata', 'info', 'header', 'response', 'result'];
const FAULTS = [
  ...['error', 'errors', 'fault', 'exception', 'errormessage', 'errorcode', 'errordescription', 'errormsg'],
  ...['erro', 'erros', 'mensagemerro', 'mensagemdeerro', 'codigoerro', 'falha'],
];
const SUCCESSES = ['success', 'ok', 'sucesso', 'succeeded'];
const STATUSES = ['status', 'state', 'situacao', 'quality', 'datastatus'];
const BAD_STATUS =
  /^(errors?|erro|fail|failed|failure|falha|unavailable|indisponivel|timeout|partial|parcial|incomplete|incompleto|stale|outdated|desatualizado|delayed|atrasado|expired|degraded)$/;
const WARNINGS = ['warnings', 'warning', 'avisos', 'aviso'];
export const DATES = [
  'tradedate',
  'date',
  'businessdate',
  'referencedate',
  'datapregao',
  'datanegocio',
  'datareferencia',
];

/** Fields by their plain names: without accents, case and marks. */
export function plainFields(record: Fields): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(record).map(([key, value]) => [folded(key), value]));
}

const recordsIn = (body: unknown): readonly ReadonlyMap<string, unknown>[] => {
  if (!isFields(body)) return [];
  const top = plainFields(body);
  const held = HOLDERS.map((name) => top.get(name)).filter(isFields);
  return [top, ...held.map(plainFields)];
};

/** The first of these fields that holds something, at the top or where answers keep such things. */
export const saidIn = (body: unknown, names: readonly string[]): unknown =>
  recordsIn(body)
    .flatMap((record) => names.map((name) => record.get(name)))
    .find(holdsSomething);

/** What an answer says is wrong with it, although it came as if it were right; null = nothing. */
export function faultIn(body: unknown): unknown {
  for (const record of recordsIn(body)) {
    const message = record.get('message') ?? record.get('mensagem');
    const said = FAULTS.map((name) => record.get(name)).find(holdsSomething);
    if (said !== undefined) return said;
    if (SUCCESSES.some((name) => isFalse(record.get(name)))) return message ?? 'success: false';
    const codes = [record.get('status'), record.get('code'), record.get('codigo'), record.get('statuscode')];
    const bad =
      STATUSES.map((name) => record.get(name)).find(isBadStatus) ?? codes.find((code) => isBadCode(code));
    if (bad !== undefined) return message ?? bad;
  }
  return null;
}

const isFalse = (value: unknown): boolean =>
  value === false || (typeof value === 'string' && /^(false|no|nao|não|n)$/i.test(value.trim()));
const isBadStatus = (value: unknown): boolean =>
  typeof value === 'string' && BAD_STATUS.test(unaccented(value).toLowerCase().trim());
const isBadCode = (value: unknown): boolean => {
  const code = typeof value === 'string' && /^-?\d{1,3}$/.test(value.trim()) ? Number(value) : value;
  return typeof code === 'number' && (code < 0 || (code >= 400 && code < 600));
};

/** `"error": null`, `[]`, `{}`, `false`, `0`, `""`, `"0"` and `"none"` say that there is none. */
function holdsSomething(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (isFields(value)) return Object.keys(value).length > 0;
  if (typeof value === 'string') return !/^(0*|none|null|false|no|ok|success|nenhum)$/i.test(value.trim());
  return Boolean(value);
}

/** What the provider warns of is passed on: the figures count. */
export function warningsIn(body: unknown, url: string): readonly Problem[] {
  const said = saidIn(body, WARNINGS);
  if (said === undefined) return [];
  return [
    warning(
      'provider-warning',
      msg('{url} warns: {why}; ask the provider what it means for the figures.', { url, why: printed(said) }),
    ),
  ];
}

/** An answer of another day is none of this one, whatever its rows say. */
export function otherDayIn(
  body: unknown,
  {
    url,
    date,
    localTime,
  }: { readonly url: string; readonly date: IsoDate; readonly localTime: (instant: Date) => Stamp },
): readonly Problem[] {
  if (!isFields(body)) return [];
  const top = plainFields(body);
  const said = DATES.map((name) => readDate(top.get(name), localTime)).find((found) => found !== null);
  if (said === undefined || said === null || said === date) return [];
  const text = msg(
    '{url}: the answer is of {date} and not of {date2}; ask the provider, or fill in the tab by hand.',
    { url, date: said, date2: date },
  );
  return [error('other-date', text)];
}
