// Rows that are made of records whenever somebody goes through them: a large day has no room for them beside what they are made of.

export interface Rows<V> extends Iterable<readonly V[]> {
  readonly length: number;
}

/** How a row is made of its source. */
interface Way<S, V> {
  readonly width: number;
  readonly row: (source: S) => readonly V[];
  /** One of its values, the first is 0. */
  readonly value: (source: S, column: number) => V;
}

export class MadeRows<S, V> implements Rows<V> {
  /** @param kind rows of the same kind and of the same source are the same; null = they are of no other's kind */
  constructor(
    readonly sources: readonly S[],
    private readonly way: Way<S, V>,
    readonly kind: object | null = null,
  ) {}

  get length(): number {
    return this.sources.length;
  }

  get width(): number {
    return this.way.width;
  }

  *[Symbol.iterator](): Generator<readonly V[]> {
    for (const source of this.sources) yield this.way.row(source);
  }

  column(at: number): readonly V[] {
    return this.sources.map((source) => this.way.value(source, at));
  }

  /** @returns undefined where there is no such row */
  value(row: number, column: number): V | undefined {
    const source = this.sources[row];
    return source === undefined ? undefined : this.way.value(source, column);
  }

  toJSON(): readonly (readonly V[])[] {
    return [...this];
  }
}
