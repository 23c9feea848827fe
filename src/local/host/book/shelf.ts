// The desk's books, all in one engine: every change is noted in the journal as it happens, and each book is one JSON file,
// compressed, that a checkpoint brings up to it.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { ICellData, IWorkbookData } from '@univerjs/core';
import * as v from 'valibot';
import { earlierOf, type Journal, readOrEarlier } from '../journal/journal';
import { Book, newBookData } from './book';
import { type Engine, startEngine, type UniverApi } from './engine';
import { Extras } from './extras';
import { copyWhole, readJson, writeWhole } from './files';
import { watchRecalculation } from './recalculation';

export interface Shelf {
  readonly engine: Engine;
  /** Opens a kept book; undefined where there is none with this id. */
  find(id: string): Book | undefined;
  create(id: string, name: string, firstTab?: string): Book;
  /** Resolves once the formulas of every book show the results of what was written. */
  settled(): Promise<void>;
  /** Every book as its file would hold it now, by id. */
  snapshot(): ReadonlyMap<string, string>;
  close(): void;
}

/** Much smaller than with the least, and hardly slower. */
const COMPRESSION = 6;
const ROWS_AT_ONCE = 1_000;

/** The rows of a tab as what stands between the braces of an object. */
function* rowsOf(cells: NonNullable<IWorkbookData['sheets'][string]['cellData']>): Generator<string> {
  const rows = Object.entries(cells);
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const some = rows.slice(at, at + ROWS_AT_ONCE).map(([row, line]) => `"${row}":${JSON.stringify(line)}`);
    yield `${at === 0 ? '' : ','}${some.join(',')}`;
  }
}

/** Compressed piece by piece: what is put together of such parts reads as one. */
function compressed(pieces: Iterable<string>): Buffer {
  const parts: Buffer[] = [];
  // One for all of them: the bytes of each would wait for the collector beside those of all others.
  let room = Buffer.alloc(0);
  for (const piece of pieces) {
    const length = Buffer.byteLength(piece);
    if (length > room.length) room = Buffer.alloc(length * 2);
    room.write(piece);
    parts.push(gzipSync(room.subarray(0, length), { level: COMPRESSION }));
  }
  return Buffer.concat(parts);
}

/** Mutations that come from the engine's own bookkeeping change nothing that needs saving. */
const isEdit = (id: string): boolean => id.includes('.mutation.') && !id.startsWith('formula.');

function unitOf(params: unknown): string | undefined {
  if (typeof params !== 'object' || params === null || !('unitId' in params)) return undefined;
  return typeof params.unitId === 'string' ? params.unitId : undefined;
}

/** As far as this side relies on it; the rest is the engine's own. */
const Kept = v.looseObject({
  id: v.string(),
  sheets: v.record(v.string(), v.looseObject({ id: v.string() })),
  custom: v.optional(Extras),
  /** Up to which place in the journal it holds everything; an older file does not say. */
  journal: v.optional(v.number(), 0),
});

/** What happened to a book: it was made, the engine changed it, or what is kept beside the cells changed. */
const Noted = v.variant('kind', [
  v.object({
    kind: v.literal('made'),
    book: v.string(),
    name: v.string(),
    firstTab: v.string(),
  }),
  v.object({
    kind: v.literal('changed'),
    book: v.string(),
    id: v.string(),
    params: v.looseObject({}),
  }),
  v.object({ kind: v.literal('beside'), book: v.string(), name: v.string(), extras: Extras }),
]);
type Noted = v.InferOutput<typeof Noted>;

/** @param rows of a tab that is made; as in Sheets where it is left out */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one life: what is opened, used and closed together
export async function openShelf(
  dir: string,
  now: () => number,
  journal: Journal,
  rows?: number,
): Promise<Shelf> {
  const { engine, resourcesOf, close } = await startEngine();
  const api = engine.univerAPI;
  const recalculation = watchRecalculation(api);
  const books = new Map<string, Book>();
  /** Up to where each book's file holds the journal. */
  const held = new Map<string, number>();
  let note: (record: Noted) => void = () => undefined;

  /** In pieces and from what stands in the engine: a copy of a large book, and its whole text, would be hundreds of megabytes. */
  function* textOf(book: Book, seq: number | null): Generator<string> {
    const { sheets, ...rest } = book.univer.getWorkbook().getSnapshot();
    const others = { ...rest, resources: resourcesOf(book.id), ...(seq === null ? {} : { journal: seq }) };
    yield `${JSON.stringify(others).slice(0, -1)},"sheets":{`;
    let comma = '';
    for (const [id, { cellData = {}, ...sheet }] of Object.entries(sheets)) {
      yield `${comma}${JSON.stringify(id)}:${JSON.stringify(sheet).slice(0, -1)},"cellData":{`;
      yield* rowsOf(cellData);
      yield '}}';
      comma = ',';
    }
    yield '}}';
  }
  /** @param seq the place in the journal up to which it holds everything */
  const writeBook = (book: Book, seq: number): void => {
    writeWhole(fileIn(dir, book.id), compressed(textOf(book, seq)));
    rmSync(olderFileIn(dir, book.id), { force: true });
  };
  const shelve = (data: Partial<IWorkbookData>): Book => {
    const book = new Book(api.createWorkbook(data), api, now, rows);
    books.set(book.id, book);
    book.together = (work) => notes.together(work);
    book.onBeside = () =>
      note({ kind: 'beside', book: book.id, name: book.univer.getName(), extras: book.extras });
    return book;
  };
  /** Books whose file could not be read, and the place from which the journal has to bring them up to date. */
  const damaged: { file: string; aside: string; id: string; seq: number }[] = [];
  const fromFiles = (): void => {
    for (const name of existsSync(dir) ? readdirSync(dir) : []) {
      if (!/\.json(\.gz)?$/.test(name) || existsSync(join(dir, `${name}.gz`))) continue;
      const file = join(dir, name);
      const { found, aside } = readOrEarlier(file, (each) => readJson(each, Kept));
      const { journal: seq = 0, ...data } = found ?? {};
      if (aside !== null)
        damaged.push({ file, aside, id: decodeURIComponent(name.replace(/\.json(\.gz)?$/, '')), seq });
      if (found === undefined) continue;
      if (hasFormulas(data)) recalculation.expectFormulas();
      held.set(shelve(data).id, seq);
    }
  };
  fromFiles();

  /** The place behind the last record that was given back. */
  let replayed = 0;
  const since = damaged.length === 0 ? undefined : Math.min(...damaged.map(({ seq }) => seq));
  const notes = journal.join(
    'books',
    {
      replay(record, seq) {
        const noted = v.parse(Noted, record);
        replayed = Math.max(replayed, seq + 1);
        if (seq < (held.get(noted.book) ?? 0)) return;
        if (noted.kind === 'made') {
          if (!books.has(noted.book)) shelve(newBookData(noted.book, noted.name, noted.firstTab, rows));
        } else again(api, books.get(noted.book), noted);
      },
      checkpoint(seq) {
        for (const book of books.values()) {
          const file = fileIn(dir, book.id);
          // Of every book, changed or not: with the journal before it goes forward to where it stands now.
          if (existsSync(file)) copyWhole(file, earlierOf(file));
          if (!book.changed) continue;
          book.changed = false;
          writeBook(book, seq);
        }
      },
    },
    since,
  );
  for (const { file, aside, id, seq } of damaged) {
    const book = books.get(id);
    journal.lose(file, aside, book === undefined ? undefined : earlierOf(file));
    if (book === undefined) continue;
    if (hasFormulas(book.univer.getWorkbook().getSnapshot())) recalculation.expectFormulas();
    await recalculation.settled();
    // At once: what brought it up to date is gone after the next checkpoint.
    writeBook(book, Math.max(replayed, seq));
    held.set(id, Math.max(replayed, seq));
  }
  note = (record) => {
    const book = books.get(record.book);
    if (book) book.changed = true;
    notes.note(record);
  };
  for (const seq of held.values()) notes.standsAt(seq);

  api.addEvent(api.Event.CommandExecuted, ({ id, params, options }) => {
    const book = books.get(unitOf(params) ?? '');
    if (book === undefined || !isEdit(id)) return;
    // What the engine derives by itself, such as a formula's result, it derives again.
    if (options?.onlyLocal) book.changed = true;
    else note({ kind: 'changed', book: book.id, id, params: { ...params } });
  });

  return {
    engine,
    find: (id) => books.get(id),
    create(id, name, firstTab = 'Sheet1') {
      if (books.has(id)) throw new Error(`There is already a book ${id}.`);
      const book = shelve(newBookData(id, name, firstTab, rows));
      note({ kind: 'made', book: id, name, firstTab });
      return book;
    },
    settled: recalculation.settled,
    snapshot: () => new Map([...books].map(([id, book]) => [id, [...textOf(book, null)].join('')])),
    close,
  };
}

/** Does again what was noted; a book that could not be read has nothing to do it to. */
function again(api: UniverApi, book: Book | undefined, noted: Exclude<Noted, { kind: 'made' }>): void {
  if (book === undefined) return;
  if (noted.kind === 'changed') api.syncExecuteCommand(noted.id, noted.params);
  else book.restore(noted.name, noted.extras);
  book.changed = true;
}

/** Puts books back to an earlier snapshot; the shelf has to be closed. */
export function restoreBooks(dir: string, snapshot: ReadonlyMap<string, string>): void {
  for (const [id, text] of snapshot) writeWhole(fileIn(dir, id), gzipSync(text, { level: 1 }));
}

const fileIn = (dir: string, id: string): string => `${olderFileIn(dir, id)}.gz`;
/** As it was called while it was not compressed. */
const olderFileIn = (dir: string, id: string): string => join(dir, `${encodeURIComponent(id)}.json`);

function hasFormulas({ sheets = {} }: Partial<IWorkbookData>): boolean {
  for (const { cellData = {} } of Object.values(sheets))
    for (const row of Object.values(cellData))
      for (const cell of Object.values<ICellData | null>(row ?? {})) if (cell?.f || cell?.si) return true;
  return false;
}
