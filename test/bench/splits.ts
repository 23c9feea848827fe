// Shares and units, and shares alone: ours beside the peers and the local search on the same days.
import { allocateShares, type PrimaryProblem, solvePrimary } from '../../src/solver';
import { chanceOf } from '../solver/seeded';
import { shareDay, unitDay } from './days';
import { Guarded } from './guard';
import { localSearch } from './localSearch';
import { peerModel, type Score, type Split, score, splitOf } from './models';
import { PEERS } from './peers';
import { median, short, type Table, timed } from './table';

interface Tally {
  readonly name: string;
  readonly scores: (Score | undefined)[];
  readonly times: number[];
  gaps: number[];
  unanswered: number;
  failed: number;
  hung: number;
}

const tally = (name: string): Tally => ({
  name,
  scores: [],
  times: [],
  gaps: [],
  unanswered: 0,
  failed: 0,
  hung: 0,
});
const SEARCH_TRIES = 2e8;

export async function splitTables(): Promise<Table[]> {
  const chance = chanceOf(2_024);
  const tables: Table[] = [];
  for (const [size, days] of [
    [6, 8],
    [12, 6],
    [20, 4],
    [50, 3],
  ] as const) {
    const units = Array.from({ length: days }, () => unitDay(chance, size));
    tables.push(await compare(`Shares and units, ${size} funds, ${days} days`, units, ownUnits, size <= 12));
  }
  const shares = Array.from({ length: 4 }, () => withoutUnits(shareDay(chance, 50)));
  tables.push(await compare('Shares alone, 50 funds, 4 days', shares, ownShares, false));
  return tables;
}

async function compare(
  title: string,
  days: readonly PrimaryProblem[],
  own: typeof ownUnits,
  searches: boolean,
): Promise<Table> {
  const ours = tally('ours');
  for (const day of days) {
    own(day);
    own(day);
    const { result, ms } = timed(() => own(day));
    ours.times.push(ms);
    ours.gaps.push(result.gap);
    note(ours, day, result.split);
  }
  const all = [ours];
  for (const name of PEERS) {
    for (const form of ['minimax', 'L1'] as const) {
      const peer = tally(`${name}, ${form}`);
      all.push(peer);
      const guarded = new Guarded(name);
      for (const day of days) {
        const run = await guarded.solve(peerModel(day, form));
        if (run.kind === 'answered') {
          peer.times.push(run.ms);
          note(peer, day, splitOf(day, run.values));
        } else {
          peer.scores.push(undefined);
          if (run.kind === 'hung') peer.hung++;
          else peer.unanswered++;
        }
      }
      await guarded.stop();
    }
  }
  if (searches) all.push(searched(days));
  return tableOf(title, all);
}

function searched(days: readonly PrimaryProblem[]): Tally {
  const today = tally('local search of today');
  for (const day of days) {
    const { result, ms } = timed(() => localSearch(day, SEARCH_TRIES));
    if (result) {
      today.times.push(ms);
      note(today, day, result);
    } else {
      today.scores.push(undefined);
      today.hung++;
    }
  }
  return today;
}

function note(own: Tally, day: PrimaryProblem, split: Split | undefined): void {
  const result = split ? score(day, split) : undefined;
  own.scores.push(result?.isValid ? result : undefined);
  if (!result?.isValid) own.failed++;
}

function tableOf(title: string, all: readonly Tally[]): Table {
  const ours = all[0];
  const rows = all.map((own) => {
    const valid = own.scores.flatMap((result, day) => {
      const best = ours?.scores[day];
      return result && best ? [{ result, best }] : [];
    });
    return [
      own.name,
      short(median(valid.map(({ result }) => result.squares))),
      short(median(valid.map(({ result, best }) => result.squares / best.squares))),
      own === ours ? short(Math.max(...own.gaps)) : '–',
      `${valid.filter(({ result, best }) => result.squares < best.squares * (1 - 1e-9)).length}`,
      short(median(valid.map(({ result }) => result.worst * 1e4))),
      short(median(valid.map(({ result }) => result.missBps))),
      short(median(own.times)),
      short(Math.max(...own.times)),
      `${own.unanswered}`,
      `${own.failed}`,
      `${own.hung}`,
    ];
  });
  return {
    title,
    columns: [
      '',
      'Σr²/V',
      '÷ ours',
      'gap',
      'better',
      'worst bps',
      'RMS bps',
      'median ms',
      'worst ms',
      'no answer',
      'fails check',
      'no end',
    ],
    rows,
  };
}

interface Own {
  readonly split: Split;
  readonly gap: number;
}

function ownUnits(day: PrimaryProblem): Own {
  const { funds, gap } = solvePrimary(day);
  return {
    split: { shares: funds.map(({ shares }) => shares), units: funds.map(({ units }) => units) },
    gap,
  };
}

function ownShares(day: PrimaryProblem): Own {
  const funds = day.funds.map(({ id, target }) => ({ id, target, intent: target }));
  const answer = allocateShares({ price: day.price, executedShares: day.executedShares, funds });
  return {
    split: { shares: answer.funds.map(({ shares }) => shares), units: funds.map(() => 0) },
    gap: answer.gap,
  };
}

function withoutUnits({ price, executedShares, funds }: ReturnType<typeof shareDay>): PrimaryProblem {
  return {
    price,
    unitValue: 1_248_000,
    executedShares,
    funds: funds.map(({ id, target }) => ({ id, target, maxUnits: 0 })),
  };
}
