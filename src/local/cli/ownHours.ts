// The hours that the desk itself has for a date, for the market of the laptop: those of its tab holidays, as they stand.
import type { HostBook } from '../host';
import type { OwnHours } from '../market';
import { plainCell } from './plainCell';

/** Of several rows for one date the latest opening and the earliest close, as the desk reads them. */
export async function ownHours(book: Pick<HostBook, 'tabs' | 'readTab'>, date: string): Promise<OwnHours> {
  const [header = [], ...rows] = book.tabs().includes('holidays') ? await book.readTab('holidays') : [];
  const times = (name: 'open' | 'close'): readonly string[] =>
    rows
      .map((row) => (column: string) => String(plainCell(row[header.indexOf(column)] ?? '') ?? ''))
      .filter((cell) => cell('date') === date)
      .map((cell) => cell(name))
      .filter((time) => TIME.test(time))
      .sort();
  return { open: times('open').at(-1) ?? null, close: times('close')[0] ?? null };
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
