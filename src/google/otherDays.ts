// Rows of another day than the one that is looked at: they do not count, and of a day that is kept it is known whether they are
// news there. Whether they are never changes what the looked-at day is.
import type { KeptFills, LeftOut, PastFills } from '../desk/feeds';
import type { Fill } from '../domain/fill';
import { hasErrors } from '../domain/problem';
import type { IsoDate } from '../domain/stamp';
import { heard } from '../stages/outcome/heard';
import type { ReportedFill } from './fillRow';
import { settle } from './settle';

export interface OtherRow {
  /** Blank = it names none, and the day that is looked at is over. */
  readonly date: IsoDate | '';
  /** null = its account is nobody's. */
  readonly broker: string | null;
  /** null = it cannot be read. */
  readonly told: ReportedFill | null;
}

export interface LookedAt {
  readonly date: IsoDate;
  readonly url: string;
  readonly past?: PastFills | undefined;
  readonly isOver?: boolean;
}

/** The rows counted, by what is known of them. */
export function otherRows(rows: readonly OtherRow[], context: LookedAt): readonly LeftOut[] {
  const dates = [...new Set(rows.map(({ date }) => date))].sort();
  return dates.flatMap((date) => {
    const own = rows.filter((row) => row.date === date);
    const isEarlier = context.isOver !== true && date !== '' && date < context.date;
    const kept = isEarlier ? (context.past?.keptOn(date) ?? null) : null;
    return [...new Set(own.map(({ broker }) => broker))].flatMap((broker) =>
      counted(
        own.filter((row) => row.broker === broker),
        { kept, date, broker, url: context.url },
      ),
    );
  });
}

interface Of {
  readonly kept: KeptFills | null;
  readonly date: IsoDate | '';
  readonly broker: string | null;
  readonly url: string;
}

function counted(rows: readonly OtherRow[], { kept, date, broker, url }: Of): readonly LeftOut[] {
  if (kept === null || date === '') return [{ reason: 'date', broker, n: rows.length }];
  const news = Math.min(rows.length, newsIn(rows, kept, url));
  return [
    ...(news > 0 ? [{ reason: 'earlier', broker, date, n: news } as const] : []),
    ...(news < rows.length ? [{ reason: 'booked', broker, date, n: rows.length - news } as const] : []),
  ];
}

/** Fills that a correction of that day would change; where its rows cannot be told apart, all of them. */
function newsIn(rows: readonly OtherRow[], kept: KeptFills, url: string): number {
  const told = rows.flatMap((row) => row.told ?? []);
  const past: PastFills = { corrected: kept.corrected, earlier: () => [], keptOn: () => null };
  const { fills, problems } = settle(told, { known: kept.fills, url, past });
  if (hasErrors(problems)) return rows.length;
  return rows.length - told.length + heard(kept, { feed: fills, tab: [], given: [] }).changes.length;
}

/** A consolidated row as a fill of its day. */
export const reportedRow = (fill: Fill, account: string, row: number): ReportedFill => ({
  ...{ fill, account, row, kind: 'fill', isEvent: false, about: null, takesBack: false },
});
