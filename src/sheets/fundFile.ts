// Reads the administrator's fund file: `{"funds":[{fund_name, fund_cnpj, …, moviment_account:{Banco, Ag, Cc}}]}`. Every key is
// accounted for: one that is renamed, doubled or of another type is refused by its name, so that nothing is emptied.

import type { Fund } from '../domain/fund';
import { error, hasErrors, type Problem, warning } from '../domain/problem';
import type { ProblemCode } from '../domain/problemCodes';
import { type Message, msg } from '../language/message';
import { notText } from './encoding';
import {
  ACCOUNT,
  ACCOUNT_KEYS,
  type Entry,
  type FileField,
  isObject,
  type JsonObject,
  KEYS,
  kindOf,
  owns,
  PLACE,
  pathOf,
  RESERVED,
  type Renamed,
  readKeys,
  wrongAt,
} from './fundKeys';
import { doubleKeys } from './jsonKeys';
import { readTable } from './read';
import { fieldsOf, headerOf } from './tab';
import { fundStats } from './tabs';
import type { Imported } from './tradesFile';

export interface ImportedFunds extends Imported<Fund> {
  /** Fields for which the file has no key at all, by CNPJ: what the tab says of them stays. */
  readonly absent: Readonly<Record<string, readonly FileField[]>>;
}

const refused = (code: ProblemCode, text: Message): ImportedFunds => ({
  records: [],
  problems: [error(code, text, { tab: PLACE })],
  absent: {},
});

export function parseFundsFile(text: string): ImportedFunds {
  const broken = notText(text, 'JSON UTF-8');
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
  const beside = Object.keys(content).filter((key) => key !== 'funds');
  return readFunds(funds, beside, [...doubles(json), ...reserved(content, ''), ...otherLists(content)]);
}

function noList(content: unknown): Message {
  const keys = isObject(content) && !('funds' in content) ? Object.keys(content).slice(0, 10).join(', ') : '';
  return keys === ''
    ? msg('it has no list "funds"; export it again')
    : msg('it has no list "funds"; its keys are {keys}; export it again', { keys });
}

/** Funds in another list would be dropped, and their rows taken out of the tab. */
const otherLists = (content: JsonObject): readonly Problem[] =>
  Object.entries(content).flatMap(([key, value]) =>
    key !== 'funds' && Array.isArray(value) && value.some(isObject)
      ? [
          wrongAt(
            key,
            'other-list',
            msg('beside "funds" there is another list, "{key}", of {n}; put all funds into one', {
              key,
              n: value.length,
            }),
          ),
        ]
      : [],
  );

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

/** @param beside keys beside the list of funds */
function readFunds(
  funds: readonly unknown[],
  beside: readonly string[],
  before: readonly Problem[],
): ImportedFunds {
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
      ...unknownKeys(entries, beside),
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

/** Named once for the whole file. */
function unknownKeys(entries: readonly Entry[], beside: readonly string[]): readonly Problem[] {
  const keys = [...new Set([...entries.flatMap(({ unknown }) => unknown), ...beside])].sort();
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
