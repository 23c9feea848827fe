// Finds rows that are part of another table (a broker's own rows are some rows of the tab, in the same order), so that they are packed as
// row numbers of that table.

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

type Known = SharedColumn & { readonly rows: readonly (readonly unknown[])[] };

export class SharedRows {
  private readonly places = new Map<unknown, { readonly list: number; readonly at: number }>();
  /** Columns by how many rows they have. */
  private readonly columns = new Map<number, Known[]>();

  /** @param list its number */
  add(rows: readonly unknown[], list: number): void {
    rows.forEach((row, at) => {
      this.places.set(row, { list, at });
    });
  }

  /** The list in which the very same rows follow each other; null = in none. */
  within(rows: readonly unknown[]): Within | null {
    const first = this.places.get(rows[0]);
    if (first === undefined) return null;
    const { list, at: from } = first;
    const isThere = rows.every((row, at) => {
      const place = this.places.get(row);
      return place?.list === list && place.at === from + at;
    });
    if (!isThere) return null;
    const within = { list, from, n: rows.length };
    const lists = rows.filter((row): row is readonly unknown[] => Array.isArray(row));
    const known = (lists[0] ?? []).map((_, column): Known => ({ within, column, rows: lists }));
    this.columns.set(rows.length, [...(this.columns.get(rows.length) ?? []), ...known]);
    return within;
  }

  /** A column of such rows that has these values; null = none has. */
  columnOf(values: readonly unknown[]): SharedColumn | null {
    const known = this.columns
      .get(values.length)
      ?.find(({ rows, column }) => values.every((value, at) => Object.is(rows[at]?.[column] ?? null, value)));
    return known === undefined ? null : { within: known.within, column: known.column };
  }
}
