// How much of the heap a stage holds: garbage is collected first, and what the fakes of Google's services were given is put outside
// the heap before each look. What is counted is the script's own.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Fakes } from '../google/fakes';

/** In bytes. */
export interface Peak {
  /** The most at any look above what lived when the stage began, and what of that stayed when it was through. */
  readonly most: number;
  readonly stayed: number;
  /** What the fakes would have in the heap at the end: cells of all tabs. */
  readonly fakes: number;
}

export interface Heap {
  /** What lives now is none of the stage's. */
  begin(): void;
  /** Looks at what lives: the whole heap is collected, which takes as long as it is large. */
  look(): void;
  end(): Peak;
}

export function heapOf(fakes: Fakes): Heap {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') throw new Error('the engine does not collect when it is asked to');
  const living = (): number => {
    collect();
    // The first ends a collection that was under way, and leaves what died since that began.
    collect();
    return process.memoryUsage().heapUsed;
  };
  let [before, most] = [0, 0];
  const own = (): number => {
    for (const sheet of fakes.book.sheets) sheet.stow();
    // Of files and mails nobody reads a second time.
    for (const file of fakes.drive.files) file.content = '';
    return living();
  };
  return {
    begin() {
      before = own();
      most = before;
    },
    look() {
      most = Math.max(most, own());
    },
    end() {
      fakes.mail.sent.length = 0;
      const now = own();
      const cells = fakes.book.sheets.map((sheet) => sheet.cells);
      const held = cells.length === 0 ? 0 : living() - now;
      return { most: Math.max(most, now) - before, stayed: now - before, fakes: held };
    },
  };
}
