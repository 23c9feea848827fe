// When the formulas are up to date: the engine recalculates a while after a write, and a script must never read the
// value of before. Writes are numbered; a calculation answers all those made before it started.
import type { UniverApi } from './engine';

export interface Recalculation {
  /** Resolves once every formula shows the result of all writes so far; at once where there are no formulas. */
  settled(): Promise<void>;
  /** Called for a book that was loaded with formulas in it. */
  expectFormulas(): void;
}

const PATIENCE_MS = 10_000;

type Cells = Readonly<Record<string, Readonly<Record<string, { v?: unknown; f?: unknown } | null>>>>;

interface Command {
  readonly id: string;
  readonly params?: { readonly cellValue?: Cells; readonly functionsExecutedState?: unknown };
}

const cellsOf = (cells: Cells | undefined) => Object.values(cells ?? {}).flatMap((row) => Object.values(row));

export function watchRecalculation(api: UniverApi): Recalculation {
  let formulas = false;
  let written = 0;
  let started = 0;
  let finished = 0;
  let waiting: (() => void)[] = [];

  api.addEvent(api.Event.CommandExecuted, (event) => {
    const { id, params }: Command = event;
    if (id === 'sheet.mutation.set-range-values') {
      if (event.options?.fromFormula) return;
      const cells = cellsOf(params?.cellValue);
      formulas ||= cells.some((cell) => typeof cell?.f === 'string');
      if (cells.some((cell) => cell?.v !== undefined || cell?.f !== undefined)) written += 1;
    } else if (id === 'formula.mutation.set-formula-calculation-start') {
      started = written;
    } else if (
      id === 'formula.mutation.set-formula-calculation-notification' &&
      params?.functionsExecutedState !== undefined
    ) {
      finished = started;
      const woken = waiting;
      waiting = [];
      for (const wake of woken) wake();
    }
  });

  const calculated = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error(`The formulas did not settle within ${PATIENCE_MS / 1000} s; run again.`)),
        PATIENCE_MS,
      );
      waiting.push(() => {
        clearTimeout(late);
        resolve();
      });
    });

  return {
    async settled() {
      while (formulas && finished < written) await calculated();
    },
    expectFormulas() {
      formulas = true;
    },
  };
}
