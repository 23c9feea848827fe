// Whatever stage gives brokers new instructions goes through `worked`: it makes the instructions and all that follows from them (the tab
// orders, brokers' spreadsheets, warehouse rows, one mail a broker, warnings).
import type { Instruction } from '../../domain/broker';
import type { Cents } from '../../domain/money';
import type { Problem } from '../../domain/problem';
import { coversWork, type StopScope } from '../../domain/stop';
import { type Message, msg } from '../../language/message';
import { type BrokerInstructions, brokerInstructionsMail } from '../../messages/brokerInstructions';
import { issuedOrders } from '../../sheets/tabs';
import { saveRows, type WarehouseRows } from '../../sheets/warehouse';
import type { TableCells } from '../../sheets/write';
import { opensAt } from '../agenda/moments';
import { unexecutable } from '../checks/unexecutable';
import { brokersByName, type DayInputs, type OpenInputs, valuesOf } from '../day/inputs';
import { following, type KeyedMail, unheardIn, waitingOf } from '../day/keyedMail';
import { frozenQuotes, liveQuotes } from '../day/quotes';
import { settlesOn } from '../day/settles';
import { inForce, type OpenDay } from '../day/state';
import { changedBooks } from '../outcome/brokerBooks';
import type { BrokerBook } from '../outcome/outcome';
import { orderRow, ordersTable } from '../outcome/tables';
import { heldShares, shareLimits } from '../standing/dayStanding';
import type { Standing } from '../standing/positions';
import { mayGiveBack } from '../standing/tradingRule';
import type { Unworked } from './brokerParts';
import type { Demand } from './demands';
import { type GiveBackChange, giveBackChanges } from './giveBackChanges';
import { instruct } from './instruct';
import { tradingRuleOn } from './tradingDay';

export interface Order {
  /** All that is decided but the instructions. */
  readonly state: OpenDay;
  /** Where every fund stands, by which the caps are set. */
  readonly standing: Standing;
  /** Only these ETFs are instructed anew. */
  readonly assets: readonly string[];
  readonly occasion: BrokerInstructions['occasion'];
  /** Whether this is the last round of the day: then funds that are over give back. */
  readonly isLast?: boolean;
  /** What a person stops with it. */
  readonly stop?: StopScope;
  /** Why, in the desk's own words, for the brokers. */
  readonly note?: string;
}

export interface Worked {
  /** With the new versions, and with what funds give back. */
  readonly state: OpenDay;
  readonly news: readonly Instruction[];
  readonly demands: readonly Demand[];
  readonly unworked: readonly Unworked[];
  /** What funds give back from now on, where that changes. */
  readonly giveBacks: readonly GiveBackChange[];
  /** What is true of them at the moment. */
  readonly notes: readonly Message[];
  readonly ordersTable: TableCells;
  readonly brokerBooks: readonly BrokerBook[];
  readonly rows: readonly WarehouseRows[];
  readonly mails: readonly KeyedMail[];
  /** What is called for and nobody can work. */
  readonly warnings: readonly Problem[];
}

/** @param inputs the day before this stage; what the stage has decided so far, a newly opened day included, is `order.state` */
export function worked(inputs: DayInputs, { occasion, note, stop, isLast = false, ...order }: Order): Worked {
  const { settings } = inputs;
  const etfs = valuesOf(inputs.etfs);
  const opens = occasion === 'opening';
  const stops = occasion === 'stop';
  const { tolerance } = settings;
  const quotes = new Map([...frozenQuotes(order.state), ...liveQuotes(inputs)]);
  const {
    instructions: news,
    claims,
    cuts,
    demands,
    unworked,
    moved,
  } = instruct({
    ...order,
    now: inputs.now,
    user: inputs.user,
    settlementDate: settlesOn(inputs, order.state.tradeDate),
    quotes,
    etfs,
    brokers: valuesOf(inputs.brokers),
    rule: tradingRuleOn(inputs, {
      // A stop must not begin new give-backs.
      mayGiveBack: !stops && mayGiveBack(settings.giveBack, isLast),
      // At the opening every order counts, however small; after a stop the orders that go on keep even what is below the tolerance.
      tolerance: opens || stops ? 0 : tolerance,
    }),
    unsentBelow: opens ? 0 : tolerance,
    limits: shareLimits(inputs, order.state, quotes),
    held: heldShares(inputs),
    // Running the opening again never follows a moved iNAV; in the rounds brokers keep what their caps leave open.
    reprice: !opens && !stops,
    keepsRooms: occasion === 'adjustment' || stops,
    isStopped: (work) => stop !== undefined && coversWork(stop, work),
    fundAtOneBroker: settings.fundAtOneBroker,
    // A cap that falls because a person amended or stopped an order falls to the cent; else moves below the tolerance are no news.
    news: { more: opens ? 0 : tolerance, less: opens || stops || occasion === 'amendment' ? 0 : tolerance },
  });
  const state: OpenDay = {
    ...order.state,
    claims,
    cuts,
    instructions: [...order.state.instructions, ...news],
  };
  return {
    state,
    news,
    demands,
    unworked,
    giveBacks: giveBackChanges(inputs.state, state, order.standing),
    notes: untilOpening(inputs, news),
    ordersTable: ordersTable(inputs, state),
    brokerBooks: changedBooks(inputs, state),
    rows: news.length === 0 ? [] : [saveRows('instructions', issuedOrders, news.map(orderRow))],
    mails: mailsOf({ ...inputs, state: order.state }, occasion, news, note ?? null),
    warnings: unexecutable(inputs, { occasion, standing: order.standing, demands, unworked, moved }),
  };
}

/** A note, not a problem: orders that are sent before the market opens wait for it. */
function untilOpening(inputs: DayInputs, news: readonly Instruction[]): readonly Message[] {
  const time = opensAt(inputs);
  const n = news.filter(({ cap, executed }) => cap > executed).length;
  return time === null || n === 0
    ? []
    : [msg('the market opens at {time}; {n} {n|order waits|orders wait} until then', { time, n })];
}

/**
 * One mail a broker with all its new versions; the mail's key names each version, so that none is sent twice. If an earlier mail to that
 * broker still waits for quota, its instructions are told in this mail and the earlier one is withdrawn: no old mail arrives after a new
 * one, and "replaces v2" is said only of a v2 that the broker has seen.
 */
function mailsOf(
  inputs: OpenInputs,
  occasion: Order['occasion'],
  news: readonly Instruction[],
  note: string | null,
): readonly KeyedMail[] {
  const { settings, state } = inputs;
  const { tradeDate } = state;
  return brokersByName(inputs).flatMap((broker) => {
    const own = news.filter((instruction) => instruction.broker === broker.name);
    if (own.length === 0) return [];
    const topic = `${tradeDate} instructions ${broker.name}`;
    const waiting = waitingOf(inputs, topic);
    const open = new Set(waiting.flatMap(({ parts }) => parts));
    const unheard = unheardIn(waiting);
    const carried = inForce(state.instructions).filter(
      (known) => open.has(versionOf(known)) && own.every(({ id }) => id !== known.id),
    );
    const lines = [...own, ...carried].map((instruction) => ({
      instruction,
      replaces: heardBefore(state.instructions, instruction, unheard),
    }));
    const versions = lines.map(({ instruction: { asset, side, version } }) => `${asset}/${side}@${version}`);
    const { deskName, traderEmails: copy } = settings;
    const message = brokerInstructionsMail({
      ...{ broker, tradeDate, deskName, copy, lines, note },
      occasion: occasionOf(occasion, lines),
    });
    const parts = lines.map(({ instruction }) => versionOf(instruction));
    const key = `${tradeDate} ${broker.name} ${versions.join(' ')}`;
    return [following({ key, message }, { topic, parts }, waiting)];
  });
}

const versionOf = ({ id, version }: Instruction): string => `${id}@${version}`;

/** The last version of it that its broker knows; null = none. */
const heardBefore = (
  all: readonly Instruction[],
  { id, version }: Instruction,
  unheard: ReadonlySet<string>,
): Instruction | null =>
  all
    .filter((known) => known.id === id && known.version < version && !unheard.has(versionOf(known)))
    .sort((a, b) => b.version - a.version)[0] ?? null;

/** What the mail is headed by: a broker may get a plain change out of another's stop, or only stops out of the morning's orders run again. */
function occasionOf(occasion: Order['occasion'], lines: BrokerInstructions['lines']): Order['occasion'] {
  const isStop = lines.every(({ instruction: { cap, executed } }) => cap <= executed);
  if (isStop && occasion === 'opening') return 'stop';
  return occasion === 'stop' && !isStop ? 'amendment' : occasion;
}

/** What the caps of these instructions allow together. */
export const capsOf = (news: readonly Instruction[]): Cents => news.reduce((sum, { cap }) => sum + cap, 0);
