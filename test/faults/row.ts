// A row of the table of faults: what was done to which operation, how often, and what came of it.

export interface FaultRow {
  readonly kind: string;
  readonly operation: string;
  readonly tried: number;
  /** Ended as the undisturbed run, by itself. */
  readonly asUndisturbed: number;
  /** Stopped with a true sentence, and ended as the undisturbed run once a person had answered it. */
  readonly asked: number;
  /** Ended otherwise, or not at all. */
  readonly wrong: number;
}

/** What one trial came to. */
export interface Ended {
  readonly end: 'as undisturbed' | 'asked' | 'wrong';
}

export function counted(kind: string, operation: string, came: readonly Ended[]): FaultRow {
  const count = (wanted: Ended['end']): number => came.filter(({ end }) => end === wanted).length;
  return {
    kind,
    operation,
    tried: came.length,
    asUndisturbed: count('as undisturbed'),
    asked: count('asked'),
    wrong: count('wrong'),
  };
}

/** A kind of fault; another kind is another one of these, in main.ts. */
export interface FaultKind {
  readonly name: string;
  run(options: FaultOptions): Promise<FaultResult>;
}

/** Of a small part only some operations are tried at all: each needs a day of its own. */
export const isChosen = (random: () => number, part: number): boolean => random() < part * 12;

export interface FaultOptions {
  /** How often; a kind that goes through everything there is takes no notice. */
  readonly count: number;
  readonly seed: number;
  /** Of a kind that goes through everything there is: which part of it is tried, 1 = all. */
  readonly part: number;
  /** Of the operations those whose title it finds. */
  readonly of: RegExp;
  readonly say: (line: string) => void;
}

export interface FaultResult {
  readonly rows: readonly FaultRow[];
  /** Further figures, a line each. */
  readonly figures: readonly string[];
}

const HEADS = ['fault', 'operation', 'tried', 'as undisturbed', 'asked', 'wrong'] as const;

export function tableOf(rows: readonly FaultRow[]): string {
  const sum = (of: (row: FaultRow) => number): number => rows.reduce((total, row) => total + of(row), 0);
  const all: FaultRow = {
    kind: 'all',
    operation: '',
    tried: sum(({ tried }) => tried),
    asUndisturbed: sum(({ asUndisturbed }) => asUndisturbed),
    asked: sum(({ asked }) => asked),
    wrong: sum(({ wrong }) => wrong),
  };
  const lines = [...rows, all].map((row) => [
    row.kind,
    row.operation,
    String(row.tried),
    String(row.asUndisturbed),
    String(row.asked),
    String(row.wrong),
  ]);
  const widths = HEADS.map((head, i) => Math.max(head.length, ...lines.map((line) => line[i]?.length ?? 0)));
  const printed = (cells: readonly string[]): string =>
    cells.map((cell, i) => (i < 2 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ');
  return [printed(HEADS), ...lines.map(printed)].join('\n');
}
