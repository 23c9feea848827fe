// The parser's syntax tree, read so that nothing in it can be overlooked: what no rule has read is refused.
import { parse } from 'bq2cst';
import { invalidQuery, messageOf, NotLocal } from '../errors';

interface RawToken {
  readonly line: number;
  readonly column: number;
  readonly literal: string;
}
interface RawNode {
  readonly token: RawToken | null;
  readonly node_type: string;
  readonly children: Readonly<
    Record<string, { readonly Node?: RawNode; readonly NodeVec?: readonly RawNode[] }>
  >;
}

const SILENT = new Set(['comma', 'semicolon', 'leading_comments', 'trailing_comments']);
/** Lists of which the parser lets a comma be forgotten. */
const WITH_COMMAS = new Set(['exprs', 'args', 'declarations', 'queries', 'window_exprs']);
const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '<': '>' };

export class Branch {
  private readonly read = new Set<string>();
  private readonly grown = new Map<string, readonly Branch[]>();

  constructor(private readonly node: RawNode) {}

  get kind(): string {
    return this.node.node_type;
  }
  get text(): string {
    return this.node.token?.literal ?? '';
  }
  get upper(): string {
    return this.text.toUpperCase();
  }
  /** Where it stands, as BigQuery says it: `[1:8]`. */
  get at(): string {
    const { token } = this.node;
    if (token) return `[${token.line}:${token.column}]`;
    return '[1:1]';
  }

  get place(): { readonly line: number; readonly column: number } {
    return this.node.token ?? { line: 1, column: 1 };
  }

  many(name: string): readonly Branch[] {
    this.read.add(name);
    const known = this.grown.get(name);
    if (known) return known;
    const child = this.node.children[name];
    const nodes = child?.NodeVec ?? (child?.Node ? [child.Node] : []);
    const branches = nodes.map((node) => new Branch(node));
    this.grown.set(name, branches);
    return branches;
  }

  one(name: string): Branch | undefined {
    return this.many(name)[0];
  }

  must(name: string): Branch {
    const branch = this.one(name);
    if (!branch) throw invalidQuery(`Syntax error: Expected ${name} after ${this.text} at ${this.at}`);
    return branch;
  }

  /** Keywords of a list, `IF NOT EXISTS`. */
  words(name: string): string {
    return this.many(name)
      .map((branch) => branch.upper)
      .join(' ');
  }

  /** The expression behind a keyword: `WHERE x`. */
  behind(name: string): Branch | undefined {
    return this.one(name)?.must('expr');
  }

  /** Throws for anything that no rule has read: a clause that is not understood must not be dropped. */
  assertAllRead(): void {
    for (const name of Object.keys(this.node.children)) {
      if (SILENT.has(name)) continue;
      if (name === 'rparen') {
        this.assertClosed();
        continue;
      }
      if (!this.read.has(name)) {
        const what = this.many(name)
          .map((branch) => branch.text)
          .join(' ');
        throw new NotLocal(`${what || name} (${name} of ${this.kind} at ${this.at})`);
      }
      if (WITH_COMMAS.has(name)) assertCommas(this.many(name));
      for (const branch of this.many(name)) branch.assertAllRead();
    }
  }

  get endsWithComma(): boolean {
    return this.node.children.comma !== undefined;
  }

  private assertClosed(): void {
    const closing = CLOSING[this.text];
    const found = this.node.children.rparen?.Node?.token?.literal;
    if (closing !== undefined && found !== closing) {
      throw invalidQuery(
        `Syntax error: Expected "${closing}" but got ${found ?? 'end of statement'} at ${this.at}`,
      );
    }
  }
}

function assertCommas(list: readonly Branch[]): void {
  const bare = list.slice(0, -1).findIndex((branch) => !branch.endsWithComma);
  const next = list[bare + 1];
  if (bare >= 0 && next)
    throw invalidQuery(`Syntax error: Expected "," but got "${next.text}" at ${next.at}`);
}

function parsed(sql: string): readonly RawNode[] {
  try {
    return JSON.parse(JSON.stringify(parse(sql)));
  } catch (error) {
    throw invalidQuery(`Syntax error: ${reasonOf(error)}`);
  }
}

/** The parser throws `{ line, column, message }`; at the end of the text it has no place to name. */
function reasonOf(error: unknown): string {
  const { line, column } = { line: 0, column: 0, ...(typeof error === 'object' ? error : {}) };
  const place = line > 0 && line < 1_000_000 ? ` at [${line}:${column}]` : '';
  return `${messageOf(error)}${place}`;
}

/** The one statement of a query text. */
export function statementOf(sql: string): Branch {
  const statements = parsed(sql).filter((node) => node.node_type !== 'EOF');
  const [first, second] = statements;
  if (!first) throw invalidQuery('Syntax error: Unexpected end of statement at [1:1]');
  const statement = new Branch(first);
  if (first.node_type === 'StandAloneExpr') {
    const word = statement.must('expr');
    throw invalidQuery(`Syntax error: Unexpected identifier "${word.text}" at ${word.at}`);
  }
  if (!second) return statement;
  const next = new Branch(second);
  if (second.node_type === 'StandAloneExpr') {
    const word = next.must('expr');
    throw invalidQuery(`Syntax error: Expected end of input but got "${word.text}" at ${word.at}`);
  }
  throw new NotLocal(`several statements in one query (the second at ${next.at})`);
}
