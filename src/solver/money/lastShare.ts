// Parts in which units come out whole while whole shares leave a gap to real ones, solved to the last share: a slot's shares
// are cut at a whole number, again and again, so that what real shares save grows less until floor and answer meet.
import { realAt } from '../at';
import type { Book } from './book';
import { Master, type Mix } from './master';
import type { Part } from './rows';
import type { Market } from './seats';
import type { Work } from './work';

/** `at` or fewer shares on one side, more on the other. */
interface ShareCut {
  readonly slot: number;
  readonly at: number;
  /** The side on which the mix is nearer to a whole number. */
  readonly isHigher: boolean;
}

const WHOLE = 1e-5; // of a share
const MOST_PLANS = 3_000; // of a master: plans for parts left long ago only slow it down

export class LastShare {
  private looked = 0;
  private own: Master | undefined;

  /** All its parts together are about `most`. */
  constructor(
    private readonly market: Market,
    private readonly most: number,
    private readonly work: Work,
  ) {}

  /** Parts in which shares are cut have a master of their own. */
  masterOf(part: Part): Master {
    if (!this.own || this.own.size > MOST_PLANS) this.own = new Master(this.market, part, this.work);
    return this.own;
  }

  /** The likelier side first. Undefined where all shares are whole, or the work is done. */
  sidesOf(mix: Mix, part: Part): [Part, Part] | undefined {
    const { book } = this.market;
    const cut = this.looked < this.most ? shareCutOf(book, mix) : undefined;
    if (!cut) return undefined;
    this.looked += 2;
    const [fewer, more] = halvesOfShares(book, part, cut);
    return cut.isHigher ? [more, fewer] : [fewer, more];
  }
}

/** Where the shares of a mix are furthest from whole; undefined where all are whole. */
function shareCutOf({ slots }: Book, { money }: Mix): ShareCut | undefined {
  let [cut, furthest]: [ShareCut | undefined, number] = [undefined, WHOLE];
  slots.forEach(({ asset }, slot) => {
    const shares = realAt(money, slot) / asset.price;
    const below = Math.floor(shares);
    const far = Math.min(shares - below, below + 1 - shares);
    if (far > furthest) [cut, furthest] = [{ slot, at: below, isHigher: shares - below > 0.5 }, far];
  });
  return cut;
}

function halvesOfShares({ slots }: Book, part: Part, { slot, at: cut }: ShareCut): [Part, Part] {
  const low = part.shares?.low ?? new Float64Array(slots.length);
  const high = part.shares?.high ?? Float64Array.from(slots, ({ shareCap }) => Math.floor(shareCap));
  const fewer = high.map((count, index) => (index === slot ? cut : count));
  const more = low.map((count, index) => (index === slot ? cut + 1 : count));
  return [
    { ...part, shares: { low, high: fewer } },
    { ...part, shares: { low: more, high } },
  ];
}

/** BRL of shares by slot: what is whole but for rounding is whole. */
export function nearWhole({ slots }: Book, { money }: Mix): Float64Array {
  return money.map((own, slot) => {
    const price = slots[slot]?.asset.price ?? Number.NaN;
    const shares = Math.round(own / price);
    return Math.abs(own / price - shares) <= WHOLE ? price * shares : own;
  });
}
