// What new instructions entail, wherever a stage gives them: the orders tab, the brokers' books, the rows and one mail a broker.
import type { Instruction } from '../../domain/broker';
import type { Cents } from '../../domain/money';
import { type BrokerInstructions, brokerInstructionsMail } from '../../messages/brokerInstructions';
import { orders } from '../../sheets/tabs';
import { saveRows, type WarehouseRows } from '../../sheets/warehouse';
import type { TableCells } from '../../sheets/write';
import { heldShares, shareLimits } from '../split/dayStanding';
import type { Demand } from '../split/demands';
import { instruct } from '../split/instruct';
import type { Standing } from '../split/positions';
import { mayGiveBack } from '../split/tradingRule';
import { changedBooks } from './brokerBooks';
import { brokersByName, type DayInputs, type OpenInputs, valuesOf } from './inputs';
import type { BrokerBook, KeyedMail } from './outcome';
import { liveQuotes } from './quotes';
import { inForce, type OpenDay } from './state';
import { orderRow, ordersTable } from './tables';

export interface Order {
  /** All that is decided but the instructions. */
  readonly state: OpenDay;
  /** Where every fund stands, by which the caps are set. */
  readonly standing: Standing;
  /** Only these ETFs are instructed anew. */
  readonly assets: readonly string[];
  readonly occasion: Exclude<BrokerInstructions['occasion'], 'stop'>;
  /** Whether this is the last round of the day: then funds that are over give back. */
  readonly isLast?: boolean;
  /** Why, in the desk's own words, for the brokers. */
  readonly note?: string;
}

export interface Worked {
  /** With the new versions, and with what funds give back. */
  readonly state: OpenDay;
  readonly news: readonly Instruction[];
  readonly demands: readonly Demand[];
  readonly ordersTable: TableCells;
  readonly brokerBooks: readonly BrokerBook[];
  readonly rows: readonly WarehouseRows[];
  readonly mails: readonly KeyedMail[];
}

/** @param inputs the day as it was; a day that the stage opens has its `state` in the order */
export function worked(inputs: DayInputs, { occasion, note, isLast = false, ...order }: Order): Worked {
  const { settings } = inputs;
  const etfs = valuesOf(inputs.etfs);
  const opens = occasion === 'opening';
  const {
    instructions: news,
    claims,
    cuts,
    demands,
  } = instruct({
    ...order,
    now: inputs.now,
    user: inputs.user,
    quotes: liveQuotes(inputs),
    etfs,
    brokers: valuesOf(inputs.brokers),
    rule: {
      mayGiveBack: mayGiveBack(settings.giveBack, isLast),
      band: (asset) => settings.giveBackBand ?? etfs.find((etf) => etf.asset === asset)?.spreadBps ?? 0,
      // The opening asks for everything.
      tolerance: opens ? 0 : settings.tolerance,
    },
    limits: shareLimits(inputs, order.state),
    held: heldShares(inputs),
    // Running the opening again never follows a moved iNAV; in the rounds brokers keep what their caps leave open.
    reprice: !opens,
    keepsRooms: occasion === 'adjustment',
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
    ordersTable: ordersTable(state),
    brokerBooks: changedBooks(inputs, state),
    rows: news.length === 0 ? [] : [saveRows('instructions', orders, news.map(orderRow))],
    mails: mailsOf({ ...inputs, state: order.state }, occasion, news, note ?? null),
  };
}

/** One mail a broker with all its new versions; the key names each, so that none is sent twice. */
function mailsOf(
  inputs: OpenInputs,
  occasion: Order['occasion'],
  news: readonly Instruction[],
  note: string | null,
): readonly KeyedMail[] {
  const { settings, state } = inputs;
  const known = new Map(inForce(state.instructions).map((instruction) => [instruction.id, instruction]));
  return brokersByName(inputs).flatMap((broker) => {
    const lines = news
      .filter((instruction) => instruction.broker === broker.name)
      .map((instruction) => ({ instruction, replaces: known.get(instruction.id) ?? null }));
    if (lines.length === 0) return [];
    const { tradeDate } = state;
    const versions = lines.map(({ instruction: { asset, side, version } }) => `${asset}/${side}@${version}`);
    const { deskName, traderEmails: copy } = settings;
    const message = brokerInstructionsMail({ broker, tradeDate, deskName, copy, occasion, lines, note });
    return [{ key: `${tradeDate} ${broker.name} ${versions.join(' ')}`, message }];
  });
}

/** What the caps of these instructions allow together. */
export const capsOf = (news: readonly Instruction[]): Cents => news.reduce((sum, { cap }) => sum + cap, 0);
