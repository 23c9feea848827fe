// The desk's books: opened from and saved to one JSON file each, all in one engine.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { IWorkbookData } from '@univerjs/core';
import * as v from 'valibot';
import { Book, newBookData } from './book';
import { type Engine, startEngine } from './engine';
import { readJson, writeWhole } from './files';
import { watchRecalculation } from './recalculation';

export interface Shelf {
  readonly engine: Engine;
  /** Opens a kept book; undefined where there is none with this id. */
  find(id: string): Book | undefined;
  create(id: string, name: string, firstTab?: string): Book;
  /** Resolves once the formulas of every book show the results of what was written. */
  settled(): Promise<void>;
  /** Writes every changed book to its file. */
  save(): Promise<void>;
  /** Every book as its file would hold it now, by id. */
  snapshot(): ReadonlyMap<string, string>;
  close(): void;
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
});

export async function openShelf(dir: string, now: () => number): Promise<Shelf> {
  const engine = await startEngine();
  const api = engine.univerAPI;
  const recalculation = watchRecalculation(api);
  const books = new Map<string, Book>();
  const fileOf = (id: string): string => fileIn(dir, id);

  api.addEvent(api.Event.CommandExecuted, ({ id, params }) => {
    const book = books.get(unitOf(params) ?? '');
    if (book && isEdit(id)) book.changed = true;
  });

  const shelve = (data: Partial<IWorkbookData>): Book => {
    const book = new Book(api.createWorkbook(data), now);
    books.set(book.id, book);
    return book;
  };

  const load = (id: string): Book | undefined => {
    const kept = readJson(fileOf(id), Kept);
    if (kept === undefined) return undefined;
    if (hasFormulas(kept)) recalculation.expectFormulas();
    return shelve(kept);
  };

  for (const name of existsSync(dir) ? readdirSync(dir) : [])
    if (name.endsWith('.json')) load(decodeURIComponent(name.slice(0, -'.json'.length)));

  return {
    engine,
    find: (id) => books.get(id),
    create(id, name, firstTab = 'Sheet1') {
      if (books.has(id)) throw new Error(`There is already a book ${id}.`);
      const book = shelve(newBookData(id, name, firstTab));
      book.changed = true;
      return book;
    },
    settled: recalculation.settled,
    async save() {
      if ([...books.values()].some((book) => book.changed)) await recalculation.settled();
      for (const book of books.values()) {
        if (!book.changed) continue;
        book.changed = false;
        writeWhole(fileOf(book.id), JSON.stringify(book.univer.save()));
      }
    },
    snapshot: () => new Map([...books].map(([id, book]) => [id, JSON.stringify(book.univer.save())])),
    close: () => engine.univer.dispose(),
  };
}

/** Puts books back to an earlier snapshot; the shelf has to be closed. */
export function restoreBooks(dir: string, snapshot: ReadonlyMap<string, string>): void {
  for (const [id, text] of snapshot) writeWhole(fileIn(dir, id), text);
}

const fileIn = (dir: string, id: string): string => join(dir, `${encodeURIComponent(id)}.json`);

const hasFormulas = (data: Partial<IWorkbookData>): boolean =>
  JSON.stringify(data.sheets ?? {}).includes('"f":"=');
