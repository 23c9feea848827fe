// Computes every broker's instructions. One rule for the whole day: a broker's cap on a side is what it has executed there plus its
// share of what the funds still call for on that side; buys and sells are never netted between funds.
import { type Broker, type Instruction, instructionId } from '../../domain/broker';
import type { Etf } from '../../domain/etf';
import { executed } from '../../domain/fill';
import type { Cents, Price } from '../../domain/money';
import type { IsoDate, Stamp } from '../../domain/stamp';
import type { Side } from '../../domain/trade';
import type { UnitQuotes } from '../day/quotes';
import { type DayState, inForce, type OpenDay } from '../day/state';
import { type Claim, restated } from '../ledger/claims';
import { withCut } from '../ledger/slices';
import { filledIn, type Standing } from '../standing/positions';
import type { ShareLimits } from '../standing/settledPools';
import type { TradingRule } from '../standing/tradingRule';
import { shareParts, type Unworked } from './brokerParts';
import { partsOf } from './demandParts';
import { type Demand, demandsOf, giveBacks } from './demands';
import type { Moved } from './fundParts';
import { gotFrom, restatedClaims } from './orders';
import { withoutUnsent } from './unsent';

export interface InstructContext {
  readonly now: Stamp;
  readonly user: string;
  readonly state: OpenDay;
  readonly standing: Standing;
  /** Of today's trades. */
  readonly settlementDate: IsoDate;
  readonly quotes: UnitQuotes;
  readonly etfs: readonly Etf[];
  readonly brokers: readonly Broker[];
  /** Only these ETFs are instructed anew. */
  readonly assets: readonly string[];
  /** Its `tolerance`: a fund that misses less needs nothing more; zero at the opening and in a stop. */
  readonly rule: TradingRule;
  readonly limits: ShareLimits;
  /** Shares held at the opening, by fund and ETF. */
  readonly held: ReadonlyMap<string, number>;
  /** An order below it is not sent, in cents. */
  readonly unsentBelow: Cents;
  /** Whether a moved iNAV alone may make a new version: not in the morning's orders (run again) nor in a stop. */
  readonly reprice: boolean;
  /** Whether a fund's whole order lies at one broker. */
  readonly fundAtOneBroker: boolean;
  /** true: each broker keeps the room that its cap leaves, so that a cap falls only when demand does. false: all demand is shared out anew. */
  readonly keepsRooms: boolean;
  /** The least rise, and the least fall, of a cap that is worth a new version, in cents. */
  readonly news: { readonly more: Cents; readonly less: Cents };
  /** Whether a person stops this work: then its broker is told even where its cap is used up already. */
  readonly isStopped?: (work: Pick<Instruction, 'asset' | 'side' | 'broker'>) => boolean;
}

export interface Instructed {
  /** New versions only. */
  readonly instructions: readonly Instruction[];
  /** All of the day's, give-backs restated. */
  readonly claims: readonly Claim[];
  readonly cuts: DayState['cuts'];
  readonly demands: readonly Demand[];
  readonly unworked: readonly Unworked[];
  /** Funds whose whole orders lie at another broker from now on. */
  readonly moved: readonly Moved[];
}

/** Worst price for a side: iNAV plus or minus the limit, to the tick inside it. */
export function limitPrice(inav: Price, side: Side, limitBps: number): Price {
  const perTick = BigInt(Math.round(inav * 1e8)) * BigInt(10_000 + (side === 'BUY' ? limitBps : -limitBps));
  const tick = BigInt(10_000) * BigInt(1_000_000);
  const ticks = side === 'BUY' ? perTick / tick : (perTick + tick - BigInt(1)) / tick;
  return Number(ticks) / 100;
}

export function instruct(context: InstructContext): Instructed {
  const { state, standing, assets, now } = context;
  const got = gotFrom(state, standing);
  const orders = restatedClaims(state, standing, now);
  const all = restated(orders, giveBacks(standing, { ...state, claims: orders }, assets, context), now, got);
  const demands = demandsOf(standing, all, assets, context);
  const sides = demands.map((demand) => instructSide(context, demand, demands));
  const unworked = sides.flatMap((side) => side.unworked);
  const claims = withoutUnsent(all, { state, standing, now, demands, unworked, least: context.unsentBelow });
  return {
    demands,
    claims,
    cuts: withCut(state.cuts, claims, filledIn(standing), now),
    instructions: sides.flatMap(({ instructions }) => instructions),
    unworked,
    moved: sides.flatMap(({ moved }) => moved),
  };
}

type SideInstructed = Pick<Instructed, 'instructions' | 'unworked' | 'moved'>;

function instructSide(context: InstructContext, demand: Demand, demands: readonly Demand[]): SideInstructed {
  const { asset, side, amount, maxShares } = demand;
  const { standing, etfs, quotes, state } = context;
  const etf = etfs.find((candidate) => candidate.asset === asset);
  const working = new Map(inForce(state.instructions).map((instruction) => [instruction.id, instruction]));
  const fills = standing.pools.find((pool) => pool.asset === asset && pool.side === side)?.fills ?? [];
  const doneBy = (broker: string) => executed(fills.filter((fill) => fill.broker === broker));
  // A broker that worked this side before stays instructed, even if the ETF has moved to another one.
  const before = [...working.values()].filter((known) => known.asset === asset && known.side === side);
  // What is worked can be stopped, whether or not its iNAV is known now.
  const inav = quotes.get(asset)?.inav ?? before[0]?.inav;
  if (!etf || inav === undefined) return { instructions: [], unworked: [], moved: [] };
  const rooms = new Map(before.map(({ broker, cap }) => [broker, Math.max(0, cap - doneBy(broker).money)]));
  const limit = limitPrice(inav, side, etf.limitBps);
  const { parts, unworked, funds, moved } = partsOf(context, {
    etf,
    demand,
    rooms,
    share: Math.min(inav, limit),
  });
  const sharesOf = new Map(
    parts.map(({ broker }, index) => [
      broker,
      maxShares === null ? null : (shareParts(maxShares, parts)[index] ?? 0),
    ]),
  );
  const otherSide = demands.some((other) => other.asset === asset && other.side !== side && other.amount > 0);
  const names = [
    ...new Set([...parts.map(({ broker }) => broker), ...before.map(({ broker }) => broker)]),
  ].sort();
  const nexts = names.map((broker): Instruction => {
    const id = instructionId(state.tradeDate, asset, side, broker);
    const known = working.get(id);
    const done = doneBy(broker);
    const part = parts.find((own) => own.broker === broker)?.amount ?? 0;
    const shares = part > 0 ? (sharesOf.get(broker) ?? null) : amount > 0 && maxShares === null ? null : 0;
    return {
      id,
      version: (known?.version ?? 0) + 1,
      tradeDate: state.tradeDate,
      asset,
      side,
      broker,
      cap: done.money + part,
      shareCap: side === 'BUY' || shares === null ? null : done.shares + shares,
      executed: done.money,
      inav,
      limitPrice: limit,
      limitBps: etf.limitBps,
      doNotCross: otherSide,
      ...(funds === null ? {} : { funds: funds.get(broker) ?? [] }),
      settlementDate: context.settlementDate,
      issuedAt: context.now,
      issuedBy: context.user,
    };
  });
  // Between brokers share caps shift with the fills; only less to sell in all makes new versions.
  const mayStay = shareTotal(before) <= shareTotal(nexts);
  const allowed = before.reduce((sum, { cap }) => sum + cap, 0);
  const isMore = allowed - demand.called >= Math.max(context.news.less, 1);
  return {
    instructions: nexts.filter((next) => isNews(working.get(next.id), next, { ...context, mayStay, isMore })),
    unworked,
    moved,
  };
}

const shareTotal = (caps: readonly Instruction[]): number =>
  caps.reduce((sum, { shareCap }) => sum + (shareCap ?? Number.POSITIVE_INFINITY), 0);

const fundsOf = ({ funds }: Instruction): string => (funds ?? []).map(({ cnpj }) => cnpj).join();

type NewsRule = Pick<InstructContext, 'news' | 'reprice' | 'isStopped'> & {
  /** Whether the share caps in force still hold together. */
  readonly mayStay: boolean;
  /** Whether the caps in force allow more than funds call for: of it a bust would leave room for what nobody wants any more. */
  readonly isMore: boolean;
};

function isNews(
  before: Instruction | undefined,
  next: Instruction,
  { news: { more, less }, reprice, isStopped, mayStay, isMore }: NewsRule,
): boolean {
  const stops = next.cap <= next.executed;
  if (!before) return !stops;
  const wasDone = before.cap <= next.executed;
  // Who used its cap up, or broke it, has to hear that it ended: a correction would open it again.
  if (stops) return !wasDone || ((isMore || isStopped?.(next) === true) && before.cap > before.executed);
  // Small parts of a demand that counts as a whole still have to be worked by somebody.
  if (wasDone) return true;
  if (next.cap - before.cap >= Math.max(more, 1) || before.cap - next.cap >= Math.max(less, 1)) return true;
  // A sale never goes beyond what is there to sell, however little the cap in BRL has moved.
  if (next.shareCap !== null && next.shareCap !== before.shareCap && !mayStay) return true;
  // Whose orders are whole there is a part of what it works.
  if (fundsOf(next) !== fundsOf(before)) return true;
  // Who works one side has to know that the other has begun.
  if (next.doNotCross && !before.doNotCross) return true;
  // A limit that has drifted by more than half its own width would no longer mean what it said.
  const drift = Math.abs(next.limitPrice / before.limitPrice - 1) * 10_000;
  return reprice && drift > before.limitBps / 2;
}
