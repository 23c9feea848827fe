// Finds rows that are part of another table (a broker's own rows are some rows of the tab, in the same order), so that they are packed as
// row numbers of that table.
import type { MadeRows } from '../../../sheets/madeRows';

export interface Within {
  /** Number of the list in which they stand. */
  readonly list: number;
  readonly from: number;
  readonly n: number;
}

/** A column of rows that stand elsewhere. */
export interface SharedColumn {
  readonly within: Within;
  readonly column: number;
}

type Made = MadeRows<unknown, unknown>;

interface Known {
  readonly within: Within;
  readonly rows: Made;
}

/** Of which list, and at which place in it. */
type Places = Map<unknown, { readonly list: number; readonly at: number }>;

export class SharedRows {
  /** Of what a row is made, by the kind of the rows. */
  private readonly places = new Map<object, Places>();
  /** By how many they are. */
  private readonly known = new Map<number, Known[]>();

  /** @param list its number */
  add({ sources, kind }: Made, list: number): void {
    if (kind === null) return;
    const places: Places = this.places.get(kind) ?? new Map();
    this.places.set(kind, places);
    sources.forEach((source, at) => {
      places.set(source, { list, at });
    });
  }

  /** The list in which the very same rows follow each other; null = in none. */
  within(rows: Made): Within | null {
    const places = rows.kind === null ? undefined : this.places.get(rows.kind);
    const first = places?.get(rows.sources[0]);
    if (places === undefined || first === undefined) return null;
    const { list, at: from } = first;
    const isThere = rows.sources.every((source, at) => {
      const place = places.get(source);
      return place?.list === list && place.at === from + at;
    });
    if (!isThere) return null;
    const within = { list, from, n: rows.length };
    this.known.set(rows.length, [...(this.known.get(rows.length) ?? []), { within, rows }]);
    return within;
  }

  /** A column of such rows that has these values; null = none has. */
  columnOf(values: readonly unknown[]): SharedColumn | null {
    for (const { within, rows } of this.known.get(values.length) ?? [])
      for (let column = 0; column < rows.width; column += 1)
        if (values.every((value, at) => Object.is(rows.value(at, column), value))) return { within, column };
    return null;
  }
}
