// Answers Protection: who protects what is kept with the book; the laptop has one user, so nothing is refused.
import { parseA1 } from '../../book/a1';
import type { Book } from '../../book/book';
import type { UniverSheet } from '../../book/engine';
import type { ProtectionSpec } from '../../book/extras';
import { gridSize } from '../../book/ranges';
import { Marked } from '../wire';
import { boolean, fields, text } from './arguments';
import type { Handlers } from './service';
import { bookOf, type Desktop } from './spreadsheet';

const marked = (book: Book, id: string): Marked =>
  new Marked('Protection', { book: book.id, protection: id });

/** `range` in A1 notation; null protects the whole tab. */
export function protect(
  book: Book,
  sheet: UniverSheet,
  range: string | null,
  how: Pick<ProtectionSpec, 'description' | 'warningOnly'> = { description: '', warningOnly: false },
): Marked {
  const number = book.extras.nextId;
  const fresh: ProtectionSpec = {
    id: `protection-${number}`,
    sheet: sheet.getSheetId(),
    range,
    ...how,
  };
  book.amend({ nextId: number + 1, protections: [...book.extras.protections, fresh] });
  return marked(book, fresh.id);
}

export const protectionsOf = (book: Book, sheet: UniverSheet, ofRanges: boolean): Marked[] =>
  book.extras.protections
    .filter((each) => each.sheet === sheet.getSheetId() && (each.range !== null) === ofRanges)
    .map((each) => marked(book, each.id));

export function protectionHandlers(desktop: Desktop): Handlers {
  const on =
    (answer: (spec: ProtectionSpec, book: Book, args: readonly unknown[]) => unknown) =>
    ([ref, ...args]: readonly unknown[]) => {
      const found = fields(ref, 'A protection');
      const book = bookOf(desktop, found);
      const spec = book.extras.protections.find((each) => each.id === text(found.protection, 'A protection'));
      if (!spec) throw new Error('The protection was removed.');
      return answer(spec, book, args);
    };
  const change = (book: Book, spec: ProtectionSpec): void =>
    book.amend({ protections: book.extras.protections.map((each) => (each.id === spec.id ? spec : each)) });

  return {
    'Protection.getDescription': on((spec) => spec.description),
    'Protection.setDescription': on((spec, book, [description]) =>
      change(book, { ...spec, description: text(description, 'A description') }),
    ),
    'Protection.isWarningOnly': on((spec) => spec.warningOnly),
    'Protection.setWarningOnly': on((spec, book, [warningOnly]) =>
      change(book, { ...spec, warningOnly: boolean(warningOnly, 'Warning only') }),
    ),
    'Protection.getProtectionType': on((spec) => (spec.range === null ? 'SHEET' : 'RANGE')),
    'Protection.getRange': on((spec, book) => {
      const grid = gridSize(book.sheet(spec.sheet));
      const area =
        spec.range === null
          ? { row: 1, column: 1, rows: grid.rows, columns: grid.columns }
          : parseA1(spec.range, grid);
      return new Marked('Range', { book: book.id, sheet: spec.sheet, area });
    }),
    'Protection.remove': on((spec, book) =>
      book.amend({ protections: book.extras.protections.filter((each) => each.id !== spec.id) }),
    ),
  };
}
