// The keys of the fund file, and how one object of it is read: each key by name, and the likely meant one where it is missing.

import type { Fund } from '../domain/fund';
import { error, type Problem } from '../domain/problem';
import type { ProblemCode } from '../domain/problemCodes';
import { quote } from '../domain/result';
import { likelyOnes } from '../domain/words';
import { type Message, msg } from '../language/message';
import type { Cell } from './cell';

export const PLACE = msg('fund file');

export type JsonObject = Readonly<Record<string, unknown>>;
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const owns = (object: JsonObject, key: string): boolean => Object.keys(object).includes(key);

/** Keys of the file by field; the account's lie one level deeper. */
export const KEYS = {
  fund: 'fund_name',
  cnpj: 'fund_cnpj',
  type: 'fund_type',
  management: 'passive_active',
  strategy: 'fund_strategy',
  onshoreAssets: 'assets_onshore',
  offshoreAssets: 'assets_offshore',
  administrator: 'administrator',
} as const satisfies Partial<Record<keyof Fund, string>>;
export const ACCOUNT = 'moviment_account';
export const ACCOUNT_KEYS = { bank: 'Banco', branch: 'Ag', account: 'Cc' } as const satisfies Partial<
  Record<keyof Fund, string>
>;
/** Words that mean something to JavaScript whatever object they stand in. */
export const RESERVED = ['__proto__', 'constructor', 'prototype'];

export type FileField = keyof typeof KEYS | keyof typeof ACCOUNT_KEYS;

/** A key that stands there under another name. */
export interface Renamed {
  readonly key: string;
  readonly likely: string;
  readonly path: string;
}

/** One fund of the file as cells by field, with what is wrong before any cell is read. */
export interface Entry {
  readonly cells: ReadonlyMap<FileField, Cell>;
  readonly absent: readonly FileField[];
  readonly unknown: readonly string[];
  readonly renamed: readonly Renamed[];
  readonly problems: readonly Problem[];
}

export const wrongAt = (path: string, code: ProblemCode, text: Message): Problem =>
  error(code, text, { tab: PLACE, cell: path.replace(/^\./, '') });

/** The key under which a field stands in the file; undefined = the file has none of it. */
export const pathOf = (field: string): string | undefined =>
  field in KEYS
    ? KEYS[field as keyof typeof KEYS]
    : field in ACCOUNT_KEYS
      ? `${ACCOUNT}.${ACCOUNT_KEYS[field as keyof typeof ACCOUNT_KEYS]}`
      : undefined;

/**
 * The object's values by field; a key that is missing while a like one stands there was renamed.
 * @param others keys of objects inside, read apart
 */
export function readKeys(
  object: JsonObject,
  path: string,
  keys: Readonly<Partial<Record<FileField, string>>>,
  others: readonly string[],
): Entry {
  const wanted = Object.entries(keys) as readonly (readonly [FileField, string])[];
  const strangers = Object.keys(object).filter(
    (key) => !others.includes(key) && !RESERVED.includes(key) && !wanted.some(([, known]) => known === key),
  );
  const cells = new Map<FileField, Cell>();
  const absent: FileField[] = [];
  const problems: Problem[] = [];
  const renamed: Renamed[] = [];
  const likely = likelyOnes(
    [...wanted.map(([, key]) => key), ...others]
      .filter((key) => !owns(object, key))
      .map((key) => ({ name: key, otherwise: OTHER_KEYS[key] ?? [] })),
    strangers,
  );
  for (const key of others) {
    const other = likely.get(key);
    if (other !== undefined) renamed.push({ key, likely: other, path: `${path}.${other}` });
  }
  for (const [field, key] of wanted) {
    if (owns(object, key)) {
      const read = cellOf(object[key], field, key, path);
      cells.set(field, read.cell);
      problems.push(...read.problems);
      continue;
    }
    const other = likely.get(key);
    if (other !== undefined) renamed.push({ key, likely: other, path: `${path}.${other}` });
    else if (field === 'fund' || field === 'cnpj')
      problems.push(wrongAt(path, 'missing-key', msg('the key "{key}" is missing', { key })));
    else absent.push(field);
  }
  const taken = new Set(renamed.map((each) => each.likely));
  return { cells, absent, problems, renamed, unknown: strangers.filter((key) => !taken.has(key)) };
}

/** How else the keys are spelled: in Portuguese, without the underscore, with it. */
const OTHER_KEYS: Readonly<Record<string, readonly string[]>> = {
  fund_name: ['name', 'nome', 'fundo', 'nome_fundo'],
  fund_cnpj: ['cnpj', 'cnpj_fundo'],
  fund_type: ['type', 'tipo'],
  passive_active: ['management', 'gestao', 'active_passive'],
  fund_strategy: ['strategy', 'estrategia'],
  assets_onshore: ['onshore_assets', 'onshore', 'ativos_onshore'],
  assets_offshore: ['offshore_assets', 'offshore', 'ativos_offshore'],
  administrator: ['administrador', 'admin'],
  moviment_account: ['movement_account', 'account', 'conta'],
  Banco: ['bank', 'bco'],
  Ag: ['agencia', 'branch', 'agência'],
  Cc: ['conta', 'account', 'conta_corrente', 'cc'],
};

function cellOf(
  value: unknown,
  field: FileField,
  key: string,
  path: string,
): { readonly cell: Cell; readonly problems: readonly Problem[] } {
  const bad = (text: Message) => ({ cell: null, problems: [wrongAt(`${path}.${key}`, 'wrong-type', text)] });
  if (value === null || typeof value === 'string') return { cell: value, problems: [] };
  if (field === 'onshoreAssets' || field === 'offshoreAssets') {
    const isList = Array.isArray(value) && value.every((item) => typeof item === 'string');
    return isList
      ? { cell: value.join(', '), problems: [] }
      : bad(
          msg('{key} is {said}, but a list of symbols is wanted, such as ["HASH11"]', {
            key,
            said: Array.isArray(value) ? msg('a list') : kindOf(value),
          }),
        );
  }
  // A CNPJ's own reader says why it may not be a number.
  if (typeof value === 'number' && field === 'cnpj') return { cell: value, problems: [] };
  if (typeof value === 'number' && owns(ACCOUNT_KEYS, field))
    return bad(
      msg('{key} is the number {value}, which loses leading zeros; export it as text', {
        key,
        value: String(value),
      }),
    );
  return bad(msg('{key} is {said}, but a text is wanted; export it again', { key, said: kindOf(value) }));
}

export const kindOf = (value: unknown): Message => {
  if (Array.isArray(value)) return msg('a list');
  return isObject(value) ? msg('an object') : value === null ? msg('{text}', { text: 'null' }) : quote(value);
};
