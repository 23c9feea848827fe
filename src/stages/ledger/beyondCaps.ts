// Which shares were traded beyond the cap that was in force when they were traded: of what no fund may take, these come first,
// so that nothing is taken from a broker that did what it was told.
import type { Instruction } from '../../domain/broker';
import { byFill, executed, type Fill, fillKey } from '../../domain/fill';
import { grouped } from '../../domain/lookup';
import { type Cents, centsFromE8, notionalE8 } from '../../domain/money';
import type { Slice } from './slices';

/** Shares of one slice's fill that no fund gets. */
export interface Aside {
  readonly slice: string;
  /** At its price; its quantity is what no fund gets of it. */
  readonly fill: Fill;
}

/** Slices without what is beyond the caps, and that. */
export interface SetAside {
  readonly slices: readonly Slice[];
  readonly aside: readonly Aside[];
}

type Left = readonly { readonly slice: string; readonly shares: number }[];

/**
 * Takes what no claim may take from what was traded beyond caps, the latest first; of what is left nobody is to blame.
 * @param unplaced what no claim may take, by slice
 */
export function setAside(
  slices: readonly Slice[],
  unplaced: Left,
  instructions: readonly Instruction[],
): SetAside {
  if (unplaced.every(({ shares }) => shares === 0)) return { slices, aside: [] };
  const open = new Map(unplaced.map(({ slice, shares }) => [slice, shares]));
  const beyond = new Map(
    beyondCaps(
      slices.flatMap(({ fills }) => fills),
      instructions,
    ),
  );
  const aside: Aside[] = [];
  // A row without a time lies in several slices: what it has beyond a cap is the last of it.
  const rest = [...slices].reverse().map((slice): Slice => {
    const taken = new Map<string, number>();
    for (const fill of [...slice.fills].sort(latestFirst)) {
      const key = fillKey(fill);
      const quantity = Math.min(open.get(slice.id) ?? 0, beyond.get(key) ?? 0, fill.quantity);
      if (quantity <= 0 || fill.status === 'BUSTED') continue;
      open.set(slice.id, (open.get(slice.id) ?? 0) - quantity);
      beyond.set(key, (beyond.get(key) ?? 0) - quantity);
      taken.set(key, quantity);
      aside.push({ slice: slice.id, fill: { ...fill, quantity } });
    }
    if (taken.size === 0) return slice;
    const fills = slice.fills
      .map((fill) => ({ ...fill, quantity: fill.quantity - (taken.get(fillKey(fill)) ?? 0) }))
      .filter(({ quantity }) => quantity > 0);
    return { id: slice.id, fills, executed: executed(fills) };
  });
  return { slices: rest.reverse(), aside };
}

const latestFirst = (a: Fill, b: Fill): number => {
  const [one, other] = [a.time ?? '', b.time ?? ''];
  return one === other ? byFill(b, a) : one < other ? 1 : -1;
};

/** By fill: its shares beyond what its broker might trade then. @param fills of one pool; parts of a row add up */
function beyondCaps(
  fills: readonly Fill[],
  instructions: readonly Instruction[],
): ReadonlyMap<string, number> {
  const counted = fills.filter(({ status }) => status !== 'BUSTED');
  const byBroker = grouped(counted, ({ broker }) => broker);
  return new Map(
    [...byBroker.values()].flatMap((own) => {
      const [first] = own;
      const versions = instructions
        .filter(
          ({ asset, side, broker }) =>
            asset === first?.asset && side === first.side && broker === first.broker,
        )
        .sort((a, b) => a.version - b.version);
      return [...ofTimed(own, versions), ...ofUntimed(own, versions)];
    }),
  );
}

type Beyond = readonly (readonly [string, number])[];

/** Each by the version that was out when it was traded; what was traded before that is no fault against it. */
function ofTimed(fills: readonly Fill[], versions: readonly Instruction[]): Beyond {
  const timed = fills.filter(({ time }) => time !== null).sort((a, b) => -latestFirst(a, b));
  let out: { readonly cap: Cents; readonly shareCap: number } | null = null;
  let next = 0;
  let [shares, moneyE8] = [0, BigInt(0)];
  return timed.map((fill): readonly [string, number] => {
    for (
      let version = versions[next];
      version && version.issuedAt < (fill.time ?? '');
      version = versions[next]
    ) {
      // Fills that came with the version's own moment are before it: they are counted by now.
      const cap = Math.max(version.cap, centsFromE8(moneyE8));
      out = { cap, shareCap: Math.max(version.shareCap ?? Number.POSITIVE_INFINITY, shares) };
      next += 1;
    }
    shares += fill.quantity;
    moneyE8 += notionalE8(fill.quantity, fill.price);
    if (out === null) return [fillKey(fill), fill.quantity];
    const inMoney = (centsFromE8(moneyE8) - out.cap) / 100 / fill.price;
    return [fillKey(fill), within(Math.max(inMoney, shares - out.shareCap), fill.quantity)];
  });
}

/** Rows without a time, the benefit of the doubt theirs: by the highest cap that ever left room. */
function ofUntimed(fills: readonly Fill[], versions: readonly Instruction[]): Beyond {
  const { shares, money, price } = executed(fills);
  const open = versions.filter(({ cap, executed: done }) => cap > done);
  const cap = Math.max(0, ...open.map((version) => version.cap));
  const shareCap = Math.max(0, ...open.map((version) => version.shareCap ?? Number.POSITIVE_INFINITY));
  let left = Math.max((money - cap) / 100 / (price ?? 1), shares - shareCap);
  const rows = new Map<string, number>();
  for (const fill of fills)
    if (fill.time === null) rows.set(fillKey(fill), (rows.get(fillKey(fill)) ?? 0) + fill.quantity);
  return [...rows]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([key, quantity]): readonly [string, number] => {
      const own = within(left, quantity);
      left -= own;
      return [key, own];
    });
}

const within = (shares: number, most: number): number =>
  Math.min(most, Math.max(0, Math.floor(shares + 1e-9)));
