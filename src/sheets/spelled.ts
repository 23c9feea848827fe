// A table in the words of the people who write in its tab: `COMPRA` where the record has BUY.
import type { Language } from '../language/language';
import { fieldsOf, type Tab } from './tab';
import type { TableCells } from './write';

/** The same table; what is not spelled out for the language stays as it is. */
export function spelledIn<R>(language: Language, tab: Tab<R>, table: TableCells): TableCells {
  const words = fieldsOf(tab).map((field) => tab.columns[field].spelled?.[language]);
  const rows = [...table.rows].map((row) =>
    row.map((cell, at) => (typeof cell === 'string' ? (words[at]?.[cell] ?? cell) : cell)),
  );
  return { ...table, rows };
}
