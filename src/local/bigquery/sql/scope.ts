// Which names a clause can see, and in which DuckDB column each of them stands.
import { invalidQuery, NotLocal } from '../errors';
import { type BqType, quoted, structOf } from '../types';
import { type Typed, typed } from './typed';

export interface Column extends Typed {
  readonly name: string;
  /** Merged by JOIN … USING: seen behind its table's name only. */
  readonly hidden?: boolean;
}

export interface Relation {
  readonly alias: string | null;
  readonly columns: readonly Column[];
}

export interface Source {
  readonly sql: string;
  readonly relations: readonly Relation[];
  /** Columns that USING made one of. */
  readonly merged: readonly Column[];
}

export const NO_SOURCE: Source = { sql: '', relations: [], merged: [] };

export interface OutputColumn {
  readonly name: string;
  readonly type: BqType;
}

export interface Query {
  readonly sql: string;
  readonly columns: readonly OutputColumn[];
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Columns of a table, view, CTE or subquery under its alias. */
export const relationOf = (alias: string, columns: readonly OutputColumn[]): Relation => ({
  alias,
  columns: columns.map(({ name, type }) => ({ name, ...typed(`${quoted(alias)}.${quoted(name)}`, type) })),
});

/** What `SELECT *` gives of a source. */
export const visibleColumns = (source: Source): readonly Column[] => [
  ...source.merged,
  ...source.relations.flatMap((relation) => relation.columns.filter((column) => column.hidden !== true)),
];

export function columnNamed(source: Source, name: string, at: string): Column | undefined {
  const found = visibleColumns(source).filter((column) => same(column.name, name));
  if (found.length > 1) throw invalidQuery(`Column name ${name} is ambiguous at ${at}`);
  return found[0];
}

export const relationNamed = (source: Source, name: string): Relation | undefined =>
  source.relations.find((relation) => relation.alias !== null && same(relation.alias, name));

/** A whole row as a value: a struct of its columns. */
const rowOf = (relation: Relation): Typed =>
  typed(
    `struct_pack(${relation.columns.map((column) => `${quoted(column.name)} := ${column.sql}`).join(', ')})`,
    structOf(relation.columns.map(({ name, type }) => ({ name, type }))),
  );

export class Scope {
  constructor(
    readonly source: Source,
    readonly outer: Scope | null,
    private readonly queries: ReadonlyMap<string, Query> = new Map(),
    /** Names given in the SELECT list, where a clause may use them (GROUP BY, HAVING, QUALIFY, ORDER BY). */
    private readonly aliases: ReadonlyMap<string, Typed> = new Map(),
    private readonly aliasesFirst = false,
  ) {}

  with(source: Source): Scope {
    return new Scope(source, this.outer, this.queries);
  }

  withAliases(aliases: ReadonlyMap<string, Typed>, first: boolean): Scope {
    return new Scope(this.source, this.outer, this.queries, aliases, first);
  }

  queryNamed(name: string): Query | undefined {
    return this.queries.get(name.toLowerCase()) ?? this.outer?.queryNamed(name);
  }

  aliasNamed(name: string): Typed | undefined {
    return this.aliases.get(name.toLowerCase());
  }

  /** The longest meaning of `a.b.c`: how many of its parts name the value, and the value. */
  resolve(path: readonly string[], at: string): { readonly value: Typed; readonly used: number } {
    const found = this.lookUp(path, at);
    if (found) return found;
    throw invalidQuery(`Unrecognized name: ${path[0] ?? ''} at ${at}`);
  }

  private lookUp(
    path: readonly string[],
    at: string,
  ): { readonly value: Typed; readonly used: number } | undefined {
    const [first = '', second] = path;
    const relation = relationNamed(this.source, first);
    const inner = relation?.columns.find((candidate) => second !== undefined && same(candidate.name, second));
    if (inner) return { value: inner, used: 2 };
    const alias = this.aliasNamed(first);
    const column = columnNamed(this.source, first, at);
    if (relation && second !== undefined && !column) {
      throw invalidQuery(`Name ${second} not found inside ${first} at ${at}`);
    }
    if (alias && column && alias.sql !== column.sql && !this.aliasesFirst) {
      throw new NotLocal(
        `${first} names both a column and an item of the SELECT list at ${at}; rename the item`,
      );
    }
    if (alias && this.aliasesFirst) return { value: alias, used: 1 };
    if (column) return { value: column, used: 1 };
    if (alias) return { value: alias, used: 1 };
    if (relation) return { value: rowOf(relation), used: 1 };
    return this.outer?.lookUp(path, at);
  }
}
