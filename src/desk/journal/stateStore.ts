// Keeps the state of the day in the hidden `_state` tab, signed: a row changed by hand stops the next run and is named.
import { fingerprint } from '../../domain/fingerprint';
import { error, type Problem } from '../../domain/problem';
import { type Message, msg } from '../../language/message';
import { readTable } from '../../sheets/read';
import { type StateRow, stateTab } from '../../sheets/tabs';
import { printTable } from '../../sheets/write';
import { type DayState, EMPTY_STATE } from '../../stages/day/state';
import { storedState } from '../../stages/day/stored';
import type { OpenBook } from '../openBook';
import type { Journal, Services } from '../services';
import { joined, pieces } from './packed/sealed';

const HASH_KEY = 'state-hash';
const LISTS = [
  'intents',
  'offshore',
  'quotes',
  'units',
  'unitOverrides',
  'claims',
  'cuts',
  'stops',
  'instructions',
  'navs',
  'acceptances',
  'known',
  'marks',
] as const;

type Digest = Services['digest'];

/** One row a fact, so that a mismatch can be named; a fact longer than a cell has several. Each text begins with a letter. */
function rowsOf(state: DayState): readonly StateRow[] {
  const { tradeDate, cycle, allocation } = state;
  const facts: [string, unknown][] = [
    ['day', { tradeDate, cycle, allocation }],
    ...LISTS.flatMap((list) =>
      state[list].map((item, index): [string, unknown] => [
        `${list}/${String(index).padStart(INDEX, '0')}`,
        item,
      ]),
    ),
  ];
  return facts.flatMap(([fact, content]) =>
    pieces(JSON.stringify(content)).map((value, part) => {
      const key = part === 0 ? fact : `${fact}${PART}${part}`;
      return { key, value, hash: rowHash(key, value) };
    }),
  );
}

/** Between a fact's name and the number of a further piece of it. */
const PART = '#';

/**
 * Tells which row was changed once the signature over all rows says that one was: no digest, since thousands of them would cost
 * a run seconds.
 */
const rowHash = (key: string, value: string): string => `h${fingerprint(`${key}\n${value}`)}`;

/** As older versions hashed a row. */
const oldRowHash = (digest: Digest, key: string, value: string): string =>
  digest(`${key}\n${value}`).slice(0, 16);
const isRowIntact = (digest: Digest, { key, value, hash }: StateRow): boolean =>
  hash === rowHash(key, value) || hash === oldRowHash(digest, key, value);

/** Over all that stands there: one digest says that nothing was changed, those of the rows only which. */
const wholeHash = (digest: Digest, rows: readonly StateRow[]): string =>
  digest(JSON.stringify(rows.map(({ key, value, hash }) => [key, value, hash])));

/** Books of schema version 2 were signed over the rows' hashes; the next run that writes signs them anew. */
const isSignedAsBefore = (digest: Digest, rows: readonly StateRow[], signed: string | null): boolean =>
  digest(rows.map(({ key, hash }) => `${key} ${hash}`).join('\n')) === signed &&
  rows.every(({ key, value, hash }) => oldRowHash(digest, key, value) === hash);

const rowsIn = (book: OpenBook): readonly StateRow[] =>
  readTable(stateTab, book.read(stateTab.name)).table.rows.map(({ value }) => value);

interface Written {
  readonly rows: readonly StateRow[];
  readonly hash: string;
}

/** A run signs its state when it writes it down and when it writes it: thousands of rows are made once. */
const lastWritten = new WeakMap<DayState, Written>();

function writtenOf(digest: Digest, state: DayState): Written {
  const known = lastWritten.get(state);
  if (known !== undefined) return known;
  const rows = rowsOf(state);
  const written = { rows, hash: wholeHash(digest, rows) };
  lastWritten.set(state, written);
  return written;
}

/** What that state will be signed with. */
export const signatureOf = (digest: Digest, state: DayState): string => writtenOf(digest, state).hash;

/** What the state is signed with: another one means that a stage decided something, or a person did. */
export const stateSignature = (journal: Pick<Journal, 'get'>): string | null => journal.get(HASH_KEY);

/** @returns the facts that sign it: whoever wrote the rows puts them into the journal */
export function writeState(
  book: OpenBook,
  digest: Digest,
  state: DayState,
): Readonly<Record<typeof HASH_KEY, string>> {
  const { rows, hash } = writtenOf(digest, state);
  book.replace(printTable(stateTab, rows));
  return { [HASH_KEY]: hash };
}

/** Whether that very state is the one that stands, so that nothing was decided upon it since. */
export const stands = ({ journal, digest }: Pick<Services, 'journal' | 'digest'>, state: DayState): boolean =>
  stateSignature(journal) === signatureOf(digest, state);

/**
 * Whoever wrote it may have died before it could sign it.
 * @returns the facts that sign it; null where what stands there is not what that run was to write
 */
export function signedAs(
  book: OpenBook,
  digest: Digest,
  signature: string,
): Readonly<Record<typeof HASH_KEY, string>> | null {
  const rows = asWritten(rowsIn(book));
  return wholeHash(digest, rows) === signature ? { [HASH_KEY]: signature } : null;
}

/** Reads the state; problems name the rows that are not as the desk wrote them. */
export function readState(
  book: OpenBook,
  journal: Journal,
  digest: Digest,
): { readonly state: DayState; readonly problems: readonly Problem[] } {
  const { table, problems } = readTable(stateTab, book.read(stateTab.name));
  if (problems.length > 0) return { state: EMPTY_STATE, problems };
  const rows = table.rows.map(({ value }) => value);
  const signed = journal.get(HASH_KEY);
  if (rows.length === 0 && signed === null) return { state: EMPTY_STATE, problems: [] };
  const sorted = asWritten(rows);
  const isSigned = [rows, sorted].some(
    (each) => wholeHash(digest, each) === signed || isSignedAsBefore(digest, each, signed),
  );
  if (!isSigned) return { state: EMPTY_STATE, problems: mismatches(table, digest) };
  return { state: parse(sorted).state, problems: [] };
}

/** Signs the rows as they stand: the trader takes them over, with a reason that goes into the log. */
export function acceptState(
  book: OpenBook,
  journal: Journal,
  digest: Digest,
): { readonly unreadable: readonly string[] } {
  const { state, unreadable } = parse(asWritten(rowsIn(book)));
  journal.setAll(writeState(book, digest, state));
  return { unreadable };
}

/** Somebody may have sorted the tab: what stands in it is the same. */
function asWritten(rows: readonly StateRow[]): readonly StateRow[] {
  const placeOf = ({ key }: StateRow): readonly [number, string, number] => {
    const [fact = '', part = '0'] = key.split(PART);
    const [list = '', index = ''] = fact.split('/');
    return [LIST_NAMES.indexOf(list), index.padStart(INDEX, '0'), Number(part)];
  };
  return rows
    .map((row) => ({ row, place: placeOf(row) }))
    .sort(({ place: a }, { place: b }) => a[0] - b[0] || (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : a[2] - b[2]))
    .map(({ row }) => row);
}
const LIST_NAMES: readonly string[] = LISTS;
/** Digits of a fact's number in its list, so that they sort as they count. */
const INDEX = 5;

function mismatches(
  table: { readonly rows: readonly { readonly row: number; readonly value: StateRow }[] },
  digest: Digest,
): readonly Problem[] {
  const changed = table.rows.filter(({ value }) => !isRowIntact(digest, value));
  const problem = (cell: string | null, text: Message): Problem =>
    error('state-changed', text, { tab: stateTab.name, cell });
  return changed.length > 0
    ? changed.map(({ row, value }) =>
        problem(
          `A${row + 1}`,
          msg(
            'the row "{key}" was changed by hand; undo the change, or accept it with Trading > Repair > Accept the state',
            { key: value.key },
          ),
        ),
      )
    : [
        problem(
          null,
          msg(
            'rows were added, removed or put in another order; undo the change, or accept it with Trading > Repair > Accept the state',
          ),
        ),
      ];
}

/** Facts that are no facts are named by their keys and left out: only somebody who accepts a damaged state meets any. */
function parse(rows: readonly StateRow[]): {
  readonly state: DayState;
  readonly unreadable: readonly string[];
} {
  const state: Record<string, unknown> = { ...EMPTY_STATE };
  const lists = new Map<string, unknown[]>(LISTS.map((list) => [list, []]));
  const facts = new Map<string, string[]>();
  for (const { key, value } of rows) {
    const [name = ''] = key.split(PART);
    facts.set(name, [...(facts.get(name) ?? []), value]);
  }
  const unreadable: string[] = [];
  for (const [key, cells] of facts) {
    // Older versions wrote the JSON as it is.
    const fact = factIn(joined(cells) ?? cells.join(''));
    const [list = ''] = key.split('/');
    const place = lists.get(list);
    if (fact === null || (key !== 'day' && place === undefined)) unreadable.push(key);
    else if (key === 'day') Object.assign(state, fact);
    else place?.push(fact);
  }
  // The rows carry the desk's own signature, or a person's: they hold what `rowsOf` wrote.
  const whole = { ...state, ...Object.fromEntries(lists) } as unknown as DayState;
  return { state: storedState(whole), unreadable };
}

/** null where it is none. */
function factIn(text: string): object | null {
  try {
    const fact: unknown = JSON.parse(text);
    return typeof fact === 'object' ? fact : null;
  } catch {
    return null;
  }
}
