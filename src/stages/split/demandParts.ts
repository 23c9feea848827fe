// Which broker works which part of a demand: by their shares of the ETF, by what their caps leave open, or fund by fund.
// Whatever the way, a part that nobody can execute is moved to a broker that can, and what none can work is named.
import type { Broker } from '../../domain/broker';
import type { Etf } from '../../domain/etf';
import type { Cents, Price } from '../../domain/money';
import type { DayState } from '../day/state';
import { type BrokerPart, brokerParts, brokersOf, type Unworked } from './brokerParts';
import type { Demand } from './demands';
import { fundParts } from './fundParts';
import type { Standing } from './positions';
import { isBrokerStopped } from './stopped';

export interface PartsRule {
  readonly state: DayState;
  readonly standing: Standing;
  readonly brokers: readonly Broker[];
  readonly keepsRooms: boolean;
  /** Whether a fund's whole order lies at one broker. */
  readonly fundAtOneBroker: boolean;
}

export interface PartsQuestion {
  readonly etf: Etf;
  readonly demand: Demand;
  /** What each broker's cap leaves open. */
  readonly rooms: ReadonlyMap<string, Cents>;
  /** What one share is worth at least, BRL. */
  readonly share: Price;
}

export interface Parted {
  readonly parts: readonly BrokerPart[];
  readonly unworked: readonly Unworked[];
}

export function partsOf(rule: PartsRule, question: PartsQuestion): Parted {
  const { asset, side, amount } = question.demand;
  const able = brokersOf(question.etf, rule.brokers);
  const taking = able.filter(({ name }) => !isBrokerStopped(rule.state, { asset, side, broker: name }));
  const parts = partsAmong(rule, question, taking);
  const left = amount - parts.reduce((sum, part) => sum + part.amount, 0);
  const why = taking.length === 0 && able.length > 0 ? 'stopped' : 'small';
  return { parts, unworked: left > 0 ? [{ asset, side, amount: left, why }] : [] };
}

/** A broker whose order is being worked already takes any change of it; another takes no less than its smallest order. */
function partsAmong(
  { brokers, keepsRooms, fundAtOneBroker, standing }: PartsRule,
  { demand, rooms, share }: PartsQuestion,
  taking: readonly { readonly name: string; readonly share: number }[],
): readonly BrokerPart[] {
  const { amount } = demand;
  const tickets = new Map(brokers.map(({ name, minTicket }) => [name, minTicket]));
  const oneShare = Math.max(1, Math.ceil(share * 100));
  const roomOf = (broker: string): Cents => rooms.get(broker) ?? 0;
  const least = (broker: string): Cents =>
    roomOf(broker) > 0 ? oneShare : Math.max(oneShare, tickets.get(broker) ?? 0);
  const open = taking.reduce((sum, { name }) => sum + roomOf(name), 0);
  if (!keepsRooms || open === 0)
    return fundAtOneBroker ? fundParts(demand, taking, least, standing) : brokerParts(amount, taking, least);
  if (amount <= open) {
    const byRoom = taking.map(({ name }) => ({ name, share: roomOf(name) })).filter((own) => own.share > 0);
    return brokerParts(amount, byRoom, least);
  }
  const more = brokerParts(amount - open, taking, (broker) => (roomOf(broker) > 0 ? 1 : least(broker)));
  return more.map((part) => ({ ...part, amount: part.amount + roomOf(part.broker) }));
}
