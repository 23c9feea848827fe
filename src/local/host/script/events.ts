// What a script hears of its spreadsheet: that it was opened, that a reader edited it. The script's own onOpen and onEdit
// are simple triggers; those that it has installed run with the user's consent.
import type { Area } from '../book/a1';
import type { Book } from '../book/book';
import type { Seat } from './hosts';
import type { RunOptions } from './runner';
import { markedBook } from './services/spreadsheet';
import type { Trigger } from './triggers';
import { Marked } from './wire';

export interface Edit {
  /** The tab's id, as the engine knows it. */
  readonly sheet: string;
  readonly area: Area;
  /** Of a single cell; of several Sheets tells neither. */
  readonly value?: unknown;
  readonly oldValue?: unknown;
}

export interface Events {
  /** Resolves with the failures, in words: an event has nobody to throw at. */
  opened(): Promise<readonly string[]>;
  /** @param seat of whoever typed; null = nobody is there */
  edited(edit: Edit, seat?: Seat | null): Promise<readonly string[]>;
  /** Whether anybody would hear of an edit. */
  hearsEdits(): boolean;
}

export function openEvents(of: {
  readonly book: Book;
  readonly user: string;
  readonly functions: () => readonly string[];
  readonly triggers: () => readonly Trigger[];
  readonly call: (fn: string, args: readonly unknown[], how: RunOptions) => Promise<unknown>;
}): Events {
  const { book, user, functions, triggers, call } = of;

  const fire = async (
    simple: string,
    on: 'OPEN' | 'EDIT',
    event: object,
    seat: Seat | null,
  ): Promise<readonly string[]> => {
    const failures: string[] = [];
    const run = async (fn: string, how: RunOptions): Promise<void> => {
      const authMode = how.simple ? 'LIMITED' : 'FULL';
      const said = { authMode, source: markedBook(book), user: { email: user }, ...event };
      await call(fn, [said], { ...how, seat }).catch((error) =>
        failures.push(`${fn}: ${error instanceof Error ? error.message : String(error)}`),
      );
    };
    if (functions().includes(simple)) await run(simple, { simple: true });
    for (const { handler } of triggers().filter((trigger) => trigger.on === on)) await run(handler, {});
    return failures;
  };

  return {
    opened: () => fire('onOpen', 'OPEN', {}, null),
    hearsEdits: () => functions().includes('onEdit') || triggers().some(({ on }) => on === 'EDIT'),
    edited({ sheet, area, value, oldValue }, seat = null) {
      const range = new Marked('Range', { book: book.id, sheet, area });
      const single = area.rows === 1 && area.columns === 1;
      return fire('onEdit', 'EDIT', { range, ...(single ? { value, oldValue } : {}) }, seat);
    },
  };
}
