// What the tables come to, collected while they are made.
import { short, type Table } from './table';

interface Named {
  readonly name: string;
  readonly value: number;
}

export class Verdict {
  /** Median of HiGHS' time over ours, by section of 20 funds or more. */
  readonly speed: Named[] = [];
  /** Ours over a peer's checked answer, on our objective: above 1 where the peer is better. */
  readonly answers: (Named & { readonly isBetter: boolean })[] = [];
  /** RMS of ours over that of the local search. */
  readonly searches: Named[] = [];
  readonly exponents: Named[] = [];
  /** What is left unproven of the cost of realistic days. */
  readonly gaps: Named[] = [];
  readonly slowest: Named[] = [];
  fills: { readonly deviation: number; readonly floor: number } | undefined;

  table(): Table {
    const least = extreme(this.speed, (a, b) => a < b);
    const dearest = extreme(this.answers, (a, b) => a > b);
    const better = this.answers.filter(({ isBetter }) => isBetter).length;
    const search = extreme(this.searches, (a, b) => a > b);
    const steepest = extreme(this.exponents, (a, b) => a > b);
    const widest = extreme(this.gaps, (a, b) => a > b);
    const rows = [
      ['HiGHS’ median time ÷ ours, 20 funds and more, least', short(least?.value), least?.name ?? '–'],
      ['peers’ checked answers better than ours', `${better}`, `of ${this.answers.length}`],
      [
        'ours ÷ a peer’s checked answer, most',
        (dearest?.value ?? Number.NaN).toFixed(6),
        dearest?.name ?? '–',
      ],
      ['gap of realistic money days, most', short(widest?.value), widest?.name ?? '–'],
      ['RMS of ours ÷ the local search’s, most', short(search?.value), search?.name ?? '–'],
      [
        'worst fund at 50 funds and 5,000 fills, R$',
        short(this.fills?.deviation),
        `tick floor ${short(this.fills?.floor)}`,
      ],
      ['exponent of growth, most', (steepest?.value ?? Number.NaN).toFixed(2), steepest?.name ?? '–'],
      ...this.slowest.map(({ name, value }) => ['ms at most', short(value), name]),
    ];
    return {
      title: 'Verdicts',
      columns: ['', 'value', 'where'],
      rows: rows.filter(([, value]) => !NOTHING.includes(value ?? '')),
    };
  }
}

const NOTHING = ['–', 'NaN'];

function extreme(all: readonly Named[], isBeyond: (a: number, b: number) => boolean): Named | undefined {
  return all.reduce<Named | undefined>(
    (best, own) => (best && !isBeyond(own.value, best.value) ? best : own),
    undefined,
  );
}
