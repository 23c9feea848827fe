// A row of the `holidays` tab: what the desk knows of a date that the computed calendar does not.
import { type Message, msg } from '../language/message';
import { hoursOn } from './marketHours';
import type { IsoDate, Time } from './stamp';

/** What a row makes of its date. */
export const DAY_KINDS = [
  'closed',
  'late-opening',
  'half-day',
  'open',
  'trading-only',
  'settlement-only',
] as const;
export type DayKind = (typeof DAY_KINDS)[number];

export interface DayException {
  readonly date: IsoDate;
  /** Blank = closed where there are neither times nor cut-offs, else what the times say. */
  readonly kind?: DayKind | null;
  /** Where one is blank, the ordinary time holds for it. */
  readonly open: Time | null;
  readonly close: Time | null;
  /** Last minutes for requests on this date, by ETF or by family. A row that has these and nothing else leaves the hours be. */
  readonly cutoffs?: Readonly<Record<string, Time>> | null;
}

/** A row as the tab has it, with every cell. */
export interface HolidayRow extends DayException {
  readonly kind: DayKind | null;
  readonly cutoffs: Readonly<Record<string, Time>>;
}

/** null = the row says nothing of it: it stays as computed. */
interface Said {
  readonly trading: 'open' | 'closed' | null;
  readonly settlement: 'open' | 'closed' | null;
}

const KINDS: Readonly<Record<DayKind, Said>> = {
  closed: { trading: 'closed', settlement: 'closed' },
  'late-opening': { trading: 'open', settlement: null },
  'half-day': { trading: 'open', settlement: null },
  open: { trading: 'open', settlement: 'open' },
  'trading-only': { trading: 'open', settlement: 'closed' },
  'settlement-only': { trading: 'closed', settlement: 'open' },
};

/** A closing without a kind closes settlement too: to count on a settlement that does not come is the worse fault. */
export function kindSays(row: DayException): Said {
  const { open, close } = row;
  const kind = row.kind ?? null;
  if (kind !== null) return KINDS[kind];
  if (open !== null || close !== null) return { trading: 'open', settlement: null };
  const hasCutoffs = Object.keys(row.cutoffs ?? {}).length > 0;
  return hasCutoffs ? { trading: null, settlement: null } : KINDS.closed;
}

/** What contradicts itself in a row, each at its field. */
export function exceptionFaults(
  row: DayException,
): readonly { readonly field: keyof DayException; readonly text: Message }[] {
  const { open, close, kind } = row;
  if (open !== null && close !== null && open >= close)
    return [
      { field: 'close', text: msg('close {time} is not after open {time2}', { time: close, time2: open }) },
    ];
  if (kind === 'late-opening' && open === null)
    return [{ field: 'open', text: msg('open is blank; a late opening needs its time') }];
  if (kind === 'half-day' && close === null)
    return [{ field: 'close', text: msg('close is blank; a half day needs its time') }];
  const isClosed = kindSays(row).trading === 'closed';
  const odd = isClosed ? null : besideOrdinary(row);
  if (odd !== null) return [odd];
  if (!isClosed || kind === null || kind === undefined) return [];
  if (open !== null || close !== null)
    return [
      {
        field: 'kind',
        text: msg('kind {kind} has hours of trading beside it; clear them, or choose another kind', { kind }),
      },
    ];
  if (Object.keys(row.cutoffs ?? {}).length > 0)
    return [
      {
        field: 'kind',
        text: msg('kind {kind} has cut-offs beside it; clear them, or choose another kind', { kind }),
      },
    ];
  return [];
}

/** A time that contradicts the ordinary other one: a market that opens after its close is a slip, and no session. */
function besideOrdinary({ date, open, close }: DayException) {
  const ordinary = hoursOn(date);
  if (open !== null && close === null && open >= ordinary.close) {
    const times = { time: open, time2: ordinary.close };
    return {
      field: 'open' as const,
      text: msg('open {time} is not before the close of that day, {time2}; write its close beside it', times),
    };
  }
  if (close === null || open !== null || close > ordinary.open) return null;
  const times = { time: close, time2: ordinary.open };
  return {
    field: 'close' as const,
    text: msg('close {time} is not after the opening of that day, {time2}; write its open beside it', times),
  };
}
