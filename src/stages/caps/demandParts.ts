// Which broker works which part of a demand: by their shares of the ETF, by what their caps leave open, or fund by fund.
// Whatever the way, a part that nobody can execute is moved to a broker that can, and what none can work is named.
import type { Broker } from '../../domain/broker';
import type { Etf } from '../../domain/etf';
import { type Cents, oneShare, type Price } from '../../domain/money';
import type { DayState } from '../day/state';
import type { Standing } from '../standing/positions';
import { type BrokerPart, brokerParts, brokersOf, type Unworked } from './brokerParts';
import type { Demand } from './demands';
import { type FundParted, fundParts, type Moved } from './fundParts';
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
  /** Where whole orders of funds lie, by broker; null where every order is split. */
  readonly funds: FundParted['funds'] | null;
  readonly moved: readonly Moved[];
}

export function partsOf(rule: PartsRule, question: PartsQuestion): Parted {
  const { asset, side, amount } = question.demand;
  const able = brokersOf(question.etf, rule.brokers);
  const taking = able.filter(({ name }) => !isBrokerStopped(rule.state, { asset, side, broker: name }));
  const parted = partsAmong(rule, question, taking);
  const left = amount - parted.parts.reduce((sum, part) => sum + part.amount, 0);
  if (left <= 0) return { ...parted, unworked: [] };
  const why = whyUnworked(question, {
    isAllStopped: taking.length === 0 && able.length > 0,
    wouldTake: able
      .filter(({ name }) => !taking.some((own) => own.name === name))
      .filter(({ name }) => leastOf(rule, question, name) <= left)
      .map(({ name }) => name),
  });
  return { ...parted, unworked: [{ asset, side, amount: left, ...why }] };
}

function whyUnworked(
  { demand, share }: PartsQuestion,
  { isAllStopped, wouldTake }: { readonly isAllStopped: boolean; readonly wouldTake: readonly string[] },
): Pick<Unworked, 'why' | 'stopped'> {
  if (isAllStopped) return { why: 'stopped', stopped: [] };
  if (demand.amount < oneShareOf(share)) return { why: 'share', stopped: [] };
  return { why: 'ticket', stopped: wouldTake };
}

const oneShareOf = (share: Price): Cents => Math.max(1, oneShare(share));

/** A broker whose order is being worked already takes any change of it; another takes no less than its smallest order. */
function leastOf({ brokers }: PartsRule, { rooms, share }: PartsQuestion, broker: string): Cents {
  const ticket = brokers.find(({ name }) => name === broker)?.minTicket ?? 0;
  return (rooms.get(broker) ?? 0) > 0 ? oneShareOf(share) : Math.max(oneShareOf(share), ticket);
}

function partsAmong(
  rule: PartsRule,
  question: PartsQuestion,
  taking: readonly { readonly name: string; readonly share: number }[],
): Omit<Parted, 'unworked'> {
  const { keepsRooms, fundAtOneBroker, standing, state } = rule;
  const { demand, rooms, share } = question;
  const least = (broker: string): Cents => leastOf(rule, question, broker);
  if (fundAtOneBroker) {
    const { instructions } = state;
    const oneShare = oneShareOf(share);
    return fundParts({ demand, brokers: taking, least, oneShare, standing, instructions });
  }
  const { amount } = demand;
  const roomOf = (broker: string): Cents => rooms.get(broker) ?? 0;
  const open = taking.reduce((sum, { name }) => sum + roomOf(name), 0);
  const split = (parts: readonly BrokerPart[]) => ({ parts, funds: null, moved: [] });
  if (!keepsRooms || open === 0) return split(brokerParts(amount, taking, least));
  if (amount <= open) {
    const byRoom = taking.map(({ name }) => ({ name, share: roomOf(name) })).filter((own) => own.share > 0);
    return split(brokerParts(amount, byRoom, least));
  }
  const more = brokerParts(amount - open, taking, (broker) => (roomOf(broker) > 0 ? 1 : least(broker)));
  return split(more.map((part) => ({ ...part, amount: part.amount + roomOf(part.broker) })));
}
