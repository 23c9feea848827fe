// The one order of all changes of the workbook, whoever made them: scripts on this side, readers in their pages.
import type { Book, Engine } from '../host';
import type { Change, EditAnswer, Edits, Mutation } from './protocol';

export interface Order {
  /** The number of the last change. */
  seq(): number;
  /** The changes after `seq`; null when they are no longer kept. */
  since(seq: number): readonly Change[] | null;
  /** Carries out what a reader typed, unless rows or columns moved under it. */
  take(page: string, edits: Edits): EditAnswer;
  close(): void;
}

/** Enough for a page that lost its connection for a moment; one further behind fetches the book again. */
const KEPT = 2000;
/** Of all of them together: beyond that, the whole book is sent as quickly. */
const KEPT_CHARACTERS = 4_000_000;

/** Only what belongs to the workbook's cells and tabs; formulas are calculated on each side. */
const SHARED = /^(sheet|data-validation)\.mutation\./;
/** Measured by each page from its own fonts. */
const OWN = new Set(['sheet.mutation.set-worksheet-row-auto-height']);
/** After these an address means another cell. */
const MOVES = /\b(insert|remove|delete|move|reorder)-/;

export function isMutation(value: unknown, unit: string): value is Mutation {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('params' in value)) return false;
  const { id, params } = value;
  if (typeof id !== 'string' || !SHARED.test(id) || OWN.has(id)) return false;
  return typeof params === 'object' && params !== null && 'unitId' in params && params.unitId === unit;
}

/** @param told is called for every change, in order */
export function watchBook(engine: Engine, book: Book, told: (change: Change) => void): Order {
  const api = engine.univerAPI;
  const kept: Change[] = [];
  const sizes: number[] = [];
  let size = 0;
  let seq = 0;
  let typing: string | null = null;

  const listening = api.addEvent(api.Event.CommandExecuted, ({ id, params, options }) => {
    if (options?.onlyLocal || !isMutation({ id, params }, book.id)) return;
    // Copied at once: the engine goes on working with these objects.
    const text = sendable({ id, params });
    const mutation: unknown = JSON.parse(text);
    if (!isMutation(mutation, book.id)) return;
    seq += 1;
    const change: Change = { seq, page: typing, mutation };
    kept.push(change);
    size += sizes[sizes.push(text.length) - 1] ?? 0;
    while (kept.length > KEPT || size > KEPT_CHARACTERS) {
      kept.shift();
      size -= sizes.shift() ?? 0;
    }
    told(change);
  });

  const since = (last: number): readonly Change[] | null => {
    if (last > seq || last < seq - kept.length) return null;
    return kept.filter((change) => change.seq > last);
  };

  const conflicts = (page: string, { seen, mutations }: Edits): boolean => {
    const missed = since(seen)?.filter((change) => change.page !== page);
    if (missed === undefined) return true;
    const moves = (mutation: Mutation): boolean => MOVES.test(mutation.id);
    return missed.some(
      (change) =>
        moves(change.mutation) || (mutations.some(moves) && change.mutation.params.subUnitId !== undefined),
    );
  };

  return {
    seq: () => seq,
    since,
    take(page, edits) {
      if (conflicts(page, edits)) return { kind: 'conflict' };
      typing = page;
      try {
        for (const { id, params } of edits.mutations)
          if (!api.syncExecuteCommand(id, params)) return { kind: 'conflict' };
      } finally {
        typing = null;
      }
      return { kind: 'taken', seq };
    },
    close: () => listening.dispose(),
  };
}

/** A style that is there but undefined takes the cell's style away; plain JSON would lose it. */
export const sendable = (value: unknown): string =>
  JSON.stringify(value, (key, each) => (key === 's' && each === undefined ? null : each));
