// Reads the administrator's fund file: `{"funds":[{fund_name, fund_cnpj, …, moviment_account:{Banco, Ag, Cc}}]}`. Every key is
// accounted for: one that is renamed, doubled or of another type is refused by its name, so that nothing is emptied.
import type { Fund } from '../domain/fund';
import { error, hasErrors, type Problem, warning } from '../domain/problem';
import { quote } from '../domain/result';
import { likelyOnes } from '../domain/words';
import { type Message, msg } from '../language/message';
import type { Cell } from './cell';
import { notText } from './encoding';
import { doubleKeys } from './jsonKeys';
import { readTable } from './read';
import { fieldsOf, headerOf } from './tab';
import { fundStats } from './tabs';
import type { Imported } from './tradesFile';

const PLACE = msg('fund file');

/** Keys of the file by field; the account's lie one level deeper. */
const KEYS = {
  fund: 'fund_name',
  cnpj: 'fund_cnpj',
  type: 'fund_type',
  management: 'passive_active',
  strategy: 'fund_strategy',
  onshoreAssets: 'assets_onshore',
  offshoreAssets: 'assets_offshore',
  administrator: 'administrator',
} as const satisfies Partial<Record<keyof Fund, string>>;
const ACCOUNT = 'moviment_account';
const ACCOUNT_KEYS = { bank: 'Banco', branch: 'Ag', account: 'Cc' } as const satisfies Partial<
  Record<keyof Fund, string>
>;
/** Words that mean something to JavaScript whatever object they stand in. */
const RESERVED = ['__proto__', 'constructor', 'prototype'];

export type FileField = keyof typeof KEYS | keyof typeof ACCOUNT_KEYS;

export interface ImportedFunds extends Imported<Fund> {
  /** Fields for which the file has no key at all, by CNPJ: what the tab says of them stays. */
  readonly absent: Readonly<Record<string, readonly FileField[]>>;
}

type JsonObject = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const owns = (object: JsonObject, key: string): boolean => Object.keys(object).includes(key);

const refused = (code: string, text: Message): ImportedFunds => ({
  records: [],
  problems: [error(code, text, { tab: PLACE })],
  absent: {},
});

export function parseFundsFile(text: string): ImportedFunds {
  const broken = notText(text);
  if (broken !== null) return refused('unreadable-file', broken);
  const json = text.replace(/^\ufeff/, '');
  let content: unknown;
  try {
    content = JSON.parse(json);
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    return refused('unreadable-file', msg('it is not JSON ({why}); export it again', { why }));
  }
  const funds = isObject(content) ? content.funds : undefined;
  if (!isObject(content) || !Array.isArray(funds)) return refused('unreadable-file', noList(content));
  if (funds.length === 0)
    return refused('empty-file', msg('it holds no fund and would empty fund-stats; nothing is imported'));
  return readFunds(funds, [...doubles(json), ...reserved(content, '')]);
}

function noList(content: unknown): Message {
  const keys = isObject(content) && !('funds' in content) ? Object.keys(content).slice(0, 10).join(', ') : '';
  return keys === ''
    ? msg('it has no list "funds"; export it again')
    : msg('it has no list "funds"; its keys are {keys}; export it again', { keys });
}

const doubles = (json: string): readonly Problem[] =>
  doubleKeys(json).map(({ path, key }) =>
    wrongAt(`${path}.${key}`, 'duplicate-key', msg('the key "{key}" stands twice; keep one', { key })),
  );

function reserved(value: unknown, path: string): readonly Problem[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => reserved(each, `${path}[${index}]`));
  if (!isObject(value)) return [];
  return Object.keys(value).flatMap((key) =>
    RESERVED.includes(key)
      ? [
          wrongAt(
            `${path}.${key}`,
            'reserved-key',
            msg('the key "{key}" is a word that JavaScript keeps for itself; take it out', { key }),
          ),
        ]
      : reserved(value[key], path === '' ? key : `${path}.${key}`),
  );
}

const wrongAt = (path: string, code: string, text: Message): Problem =>
  error(code, text, { tab: PLACE, cell: path.replace(/^\./, '') });

/** A key that stands there under another name. */
interface Renamed {
  readonly key: string;
  readonly likely: string;
  readonly path: string;
}

/** One fund of the file as cells by field, with what is wrong before any cell is read. */
interface Entry {
  readonly cells: ReadonlyMap<FileField, Cell>;
  readonly absent: readonly FileField[];
  readonly unknown: readonly string[];
  readonly renamed: readonly Renamed[];
  readonly problems: readonly Problem[];
}

function readFunds(funds: readonly unknown[], before: readonly Problem[]): ImportedFunds {
  const entries = funds.map((fund, index) => readEntry(fund, `funds[${index}]`));
  const sound = entries.map(({ problems, renamed }) => !hasErrors(problems) && renamed.length === 0);
  const grid = [
    fieldsOf(fundStats).map(headerOf),
    ...entries.map(({ cells }, index) =>
      sound[index] ? fieldsOf(fundStats).map((field) => cells.get(field as FileField) ?? null) : [],
    ),
  ];
  const { table, problems } = readTable(fundStats, grid, { place: PLACE, kind: 'file' });
  const absent = Object.fromEntries(
    table.rows.map(({ row, value }) => [value.cnpj, entries[row - 1]?.absent ?? []]),
  );
  return {
    records: table.rows.map(({ value }) => value),
    absent,
    problems: [
      ...before,
      ...entries.flatMap((entry) => entry.problems),
      ...problems.map(atKey),
      ...renamedKeys(entries),
      ...unknownKeys(entries),
      ...absentKeys(table.rows.flatMap(({ row }) => entries[row - 1] ?? [])),
    ],
  };
}

/** `B2` of the table is `funds[0].fund_cnpj` of the file. */
function atKey(problem: Problem): Problem {
  const [, letters = '', row = ''] = /^([A-Z])(\d+)$/.exec(problem.cell ?? '') ?? [];
  const field = fieldsOf(fundStats)[letters.charCodeAt(0) - 65];
  const path = field === undefined ? undefined : pathOf(field as FileField);
  return path === undefined ? problem : { ...problem, cell: `funds[${Number(row) - 2}].${path}` };
}

const pathOf = (field: FileField): string | undefined =>
  field in KEYS
    ? KEYS[field as keyof typeof KEYS]
    : field in ACCOUNT_KEYS
      ? `${ACCOUNT}.${ACCOUNT_KEYS[field as keyof typeof ACCOUNT_KEYS]}`
      : undefined;

function readEntry(fund: unknown, path: string): Entry {
  const none = { cells: new Map(), absent: [], unknown: [], renamed: [] };
  if (!isObject(fund)) {
    const text = msg('it is {said}, not a fund', { said: kindOf(fund) });
    return { ...none, problems: [wrongAt(path, 'wrong-type', text)] };
  }
  const outer = readKeys(fund, path, KEYS, [ACCOUNT]);
  const account = owns(fund, ACCOUNT) ? fund[ACCOUNT] : undefined;
  const place = `${path}.${ACCOUNT}`;
  if (account === null || account === undefined) {
    const fields = Object.keys(ACCOUNT_KEYS) as readonly FileField[];
    return account === null ? outer : { ...outer, absent: [...outer.absent, ...fields] };
  }
  if (!isObject(account)) {
    const text = msg('{key} is {said}, but an object with Banco, Ag and Cc is wanted', {
      key: ACCOUNT,
      said: kindOf(account),
    });
    return { ...outer, problems: [...outer.problems, wrongAt(place, 'wrong-type', text)] };
  }
  const inner = readKeys(account, place, ACCOUNT_KEYS, []);
  return {
    cells: new Map([...outer.cells, ...inner.cells]),
    absent: [...outer.absent, ...inner.absent],
    unknown: [...outer.unknown, ...inner.unknown],
    renamed: [...outer.renamed, ...inner.renamed],
    problems: [...outer.problems, ...inner.problems],
  };
}

/** The object's values by field; a key that is missing while a like one stands there was renamed. */
function readKeys(
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
    wanted
      .filter(([, key]) => !owns(object, key))
      .map(([, key]) => ({ name: key, otherwise: OTHER_KEYS[key] ?? [] })),
    strangers,
  );
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

const kindOf = (value: unknown): Message => {
  if (Array.isArray(value)) return msg('a list');
  return isObject(value) ? msg('an object') : value === null ? msg('{text}', { text: 'null' }) : quote(value);
};

/** Named once for the whole file. */
function unknownKeys(entries: readonly Entry[]): readonly Problem[] {
  const keys = [...new Set(entries.flatMap(({ unknown }) => unknown))].sort();
  if (keys.length === 0) return [];
  const text = msg('keys that the desk does not know are not read: {keys}', { keys: keys.join(', ') });
  return [warning('unknown-key', text, { tab: PLACE })];
}

function renamedKeys(entries: readonly Entry[]): readonly Problem[] {
  const all = entries.flatMap(({ renamed }) => renamed);
  const alike = (a: Renamed, b: Renamed): boolean => a.key === b.key && a.likely === b.likely;
  const firsts = all.filter((each, index) => all.findIndex((other) => alike(each, other)) === index);
  return firsts.map((first) => {
    const n = all.filter((each) => alike(each, first)).length;
    const { key, likely, path } = first;
    const text = msg(
      'the key "{key}" is missing in {n} {n|fund|funds}; "{likely}" is probably meant: rename it',
      { key, likely, n },
    );
    return wrongAt(path, 'missing-key', text);
  });
}

function absentKeys(entries: readonly Entry[]): readonly Problem[] {
  const lacking = entries.filter(({ absent }) => absent.length > 0);
  if (lacking.length === 0) return [];
  const fields = new Set(lacking.flatMap(({ absent }) => absent));
  const keys = [...fields].map((field) => pathOf(field) ?? field).join(', ');
  const text = msg('{n} {n|fund has|funds have} no {keys}; what fund-stats says of {n|it|them} stays', {
    n: lacking.length,
    keys,
  });
  return [warning('absent-key', text, { tab: PLACE })];
}
