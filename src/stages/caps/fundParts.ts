// A fund's whole order at one broker: every fund has its broker for the day and stays there as long as that can take it, which
// it can once it works or has executed anything of that side. Its cap is what its funds call for in whole.
import type { Instruction, WholeFund } from '../../domain/broker';
import type { Cnpj } from '../../domain/cnpj';
import { executed } from '../../domain/fill';
import { lastOf } from '../../domain/lookup';
import { type Cents, splitCents } from '../../domain/money';
import type { Side } from '../../domain/trade';
import type { Standing } from '../standing/positions';
import type { BrokerPart } from './brokerParts';
import type { Demand } from './demands';
import { knownHomes } from './homes';

type Sharing = readonly { readonly name: string; readonly share: number }[];

/** A fund that could not stay where its order was. */
export interface Moved {
  readonly asset: string;
  readonly side: Side;
  readonly fund: string;
  readonly from: string;
  readonly to: string;
  /** `gone`: that broker works this ETF no more, or was stopped. `small`: it takes no order as small as what is left. */
  readonly why: 'gone' | 'small';
}

export interface FundParted {
  readonly parts: readonly BrokerPart[];
  /** By broker: the funds whose whole orders of this side lie there. */
  readonly funds: ReadonlyMap<string, readonly WholeFund[]>;
  readonly moved: readonly Moved[];
}

export interface FundQuestion {
  readonly demand: Demand;
  /** Those that may take it. */
  readonly brokers: Sharing;
  /** The least that each takes, in cents; of one that works it already, a share. */
  readonly least: (broker: string) => Cents;
  /** What a share is worth, in cents: less than it is worked nowhere. */
  readonly oneShare: Cents;
  readonly standing: Standing;
  /** Every version of the day: they say whose orders lie where. */
  readonly instructions: readonly Instruction[];
}

export function fundParts(question: FundQuestion): FundParted {
  const { demand, brokers, least } = question;
  const { amount } = demand;
  const day: Day = {
    orders: ordersOf(question),
    history: knownHomes(question.instructions, demand),
    done: doneOf(question),
  };
  // Where anything of the side was executed, its funds' orders stay, however little is left of them.
  const isFirm = (broker: string): boolean => (day.done.get(broker) ?? 0) > 0;
  let working =
    amount <= 0 ? brokers : brokers.filter((own) => isFirm(own.name) || least(own.name) <= amount);
  for (;;) {
    const homes = homesOf(question, day, working);
    const split = splitOver(question, homes, wantsOf(question, day, homes));
    const [small] = working
      .map(({ name, share }) => ({ name, share, amount: split.get(name) ?? 0 }))
      .filter((part) => !isFirm(part.name) && part.amount > 0 && part.amount < least(part.name))
      .sort((a, b) => a.amount - b.amount || a.share - b.share || (a.name < b.name ? -1 : 1));
    if (small === undefined) return parted(question, day, homes, split);
    working = working.filter(({ name }) => name !== small.name);
  }
}

function parted(
  { demand: { asset, side }, brokers, oneShare }: FundQuestion,
  { orders, history }: Day,
  homes: Homes,
  split: ReadonlyMap<string, Cents>,
): FundParted {
  const isAble = new Set(brokers.map(({ name }) => name));
  const parts = brokers.map(({ name }) => ({ broker: name, amount: split.get(name) ?? 0 }));
  return {
    parts: worthAShare(parts, oneShare),
    funds: membersOf(orders, homes),
    moved: orders.flatMap(({ cnpj, fund }): readonly Moved[] => {
      const [from, to] = [lastOf(history.get(cnpj) ?? []), homes.get(cnpj)];
      if (from === undefined || to === undefined || from === to) return [];
      return [{ asset, side, fund, from, to, why: isAble.has(from) ? 'small' : 'gone' }];
    }),
  };
}

/** How the side stands before it is parted. */
interface Day {
  readonly orders: readonly Order[];
  /** By fund: the brokers at which its order lay, the first one first. */
  readonly history: ReadonlyMap<Cnpj, readonly string[]>;
  readonly done: ReadonlyMap<string, Cents>;
}

type Homes = ReadonlyMap<Cnpj, string>;

interface Order extends WholeFund {
  readonly weight: Cents;
}

/** Every fund with a claim or a call, by its first claim: the oldest first, then the largest. */
function ordersOf({ demand: { asset, side, calls }, standing }: FundQuestion): readonly Order[] {
  const claims = standing.pools.find((pool) => pool.asset === asset && pool.side === side)?.claims ?? [];
  const names = new Map(standing.positions.map(({ cnpj, fund }) => [cnpj, fund]));
  const first = new Map<Cnpj, { readonly from: string; readonly weight: Cents }>();
  for (const { cnpj, from, weight } of claims)
    if (!first.has(cnpj)) first.set(cnpj, { from: from ?? '', weight });
  for (const { position, amount } of calls)
    if (!first.has(position.cnpj)) first.set(position.cnpj, { from: '~', weight: amount });
  return [...first]
    .map(([cnpj, { from, weight }]) => ({ cnpj, fund: names.get(cnpj) ?? cnpj, from, weight }))
    .sort((a, b) =>
      a.from === b.from ? b.weight - a.weight || (a.cnpj < b.cnpj ? -1 : 1) : a.from < b.from ? -1 : 1,
    );
}

/** What each broker has executed of the side. */
function doneOf({ demand: { asset, side }, standing }: FundQuestion): ReadonlyMap<string, Cents> {
  const fills = standing.pools.find((pool) => pool.asset === asset && pool.side === side)?.fills ?? [];
  const names = [...new Set(fills.map(({ broker }) => broker))];
  return new Map(names.map((name) => [name, executed(fills.filter(({ broker }) => broker === name)).money]));
}

/**
 * Whoever has a broker keeps it; the others go, one after the other, to the broker that is furthest below its share. Who calls
 * for nothing goes nowhere.
 */
function homesOf({ demand }: FundQuestion, { orders, history }: Day, brokers: Sharing): Homes {
  const names = new Set(brokers.map(({ name }) => name));
  const calling = new Set(demand.calls.map(({ position }) => position.cnpj));
  const whole = brokers.reduce((sum, { share }) => sum + share, 0);
  const has = new Map(brokers.map(({ name }) => [name, 0]));
  const homes = new Map<Cnpj, string>();
  let total = 0;
  const settle = ({ cnpj, weight }: Order, home: string): void => {
    homes.set(cnpj, home);
    has.set(home, (has.get(home) ?? 0) + weight);
  };
  const free: Order[] = [];
  for (const order of orders) {
    const known = history.get(order.cnpj) ?? [];
    const home = lastOf(known.filter((name) => names.has(name)));
    if (home !== undefined) {
      total += order.weight;
      settle(order, home);
    } else if (known.length === 0 || calling.has(order.cnpj)) free.push(order);
  }
  for (const order of free) {
    total += order.weight;
    const [next] = brokers
      .map(({ name, share }) => ({ name, lacks: (share / whole) * total - (has.get(name) ?? 0) }))
      .sort((a, b) => b.lacks - a.lacks || (a.name < b.name ? -1 : 1));
    if (next !== undefined) settle(order, next.name);
  }
  return homes;
}

/**
 * What each broker's funds call for in whole, less what it has executed: fills are split over all funds of the pool, whoever traded
 * them, so what a fund is short by is not what its broker has left. Of a fund that moved, what its first broker did is done.
 */
function wantsOf(
  { demand, standing }: FundQuestion,
  { history, done }: Day,
  homes: Homes,
): ReadonlyMap<string, Cents> {
  const { asset, side, calls } = demand;
  const pool = standing.pools.find((own) => own.asset === asset && own.side === side);
  const called = new Map(calls.map(({ position, amount }) => [position.cnpj, amount]));
  const whole = (cnpj: Cnpj): Cents => (pool?.moneyByFund.get(cnpj) ?? 0) + (called.get(cnpj) ?? 0);
  const wants = new Map<string, Cents>();
  const add = (broker: string, money: Cents): void => {
    wants.set(broker, (wants.get(broker) ?? 0) + money);
  };
  const left = new Map<string, Cnpj[]>();
  for (const [cnpj, home] of homes) {
    const first = history.get(cnpj)?.[0] ?? home;
    if (first === home) add(home, whole(cnpj));
    else left.set(first, [...(left.get(first) ?? []), cnpj]);
  }
  const rest = new Map([...wants].map(([broker, money]) => [broker, money - (done.get(broker) ?? 0)]));
  for (const [first, funds] of left) {
    const all = funds.reduce((sum, cnpj) => sum + whole(cnpj), 0);
    const open = Math.max(0, all - Math.max(0, (done.get(first) ?? 0) - (wants.get(first) ?? 0)));
    const weights = funds.map((cnpj) => called.get(cnpj) ?? 0);
    if (weights.every((weight) => weight === 0)) continue;
    splitCents(open, weights).forEach((money, at) => {
      const home = homes.get(funds[at] ?? '') ?? '';
      rest.set(home, (rest.get(home) ?? -(done.get(home) ?? 0)) + money);
    });
  }
  return rest;
}

/** In cents, adding up to the demand: what one broker did beyond its funds' orders is left to the others no more. */
function splitOver(
  { demand: { amount, calls } }: FundQuestion,
  homes: Homes,
  wants: ReadonlyMap<string, Cents>,
): ReadonlyMap<string, Cents> {
  const names = [...new Set(homes.values())].sort();
  if (amount <= 0 || names.length === 0) return new Map();
  const open = names.map((name) => Math.max(0, wants.get(name) ?? 0));
  const byCall = names.map((name) =>
    calls.reduce((sum, { position, amount: own }) => sum + (homes.get(position.cnpj) === name ? own : 0), 0),
  );
  const isOpen = open.some((money) => money > 0);
  const parts = splitCents(amount, isOpen ? open : byCall);
  return new Map(names.map((name, at) => [name, parts[at] ?? 0]));
}

/** What is less than a share at one broker is worked by the one that has most; a fund's order stays where it is for that. */
function worthAShare(parts: readonly BrokerPart[], oneShare: Cents): readonly BrokerPart[] {
  const isTiny = ({ amount }: BrokerPart): boolean => amount > 0 && amount < oneShare;
  const tiny = parts.filter(isTiny).reduce((sum, { amount }) => sum + amount, 0);
  const most = Math.max(...parts.map(({ amount }) => amount));
  if (tiny === 0 || most < oneShare) return parts;
  const largest = parts.findIndex(({ amount }) => amount === most);
  return parts.map((part, at) => ({
    ...part,
    amount: (isTiny(part) ? 0 : part.amount) + (at === largest ? tiny : 0),
  }));
}

function membersOf(orders: readonly Order[], homes: Homes): ReadonlyMap<string, readonly WholeFund[]> {
  const members = new Map<string, WholeFund[]>();
  for (const { cnpj, fund } of orders.slice().sort((a, b) => (a.cnpj < b.cnpj ? -1 : 1))) {
    const home = homes.get(cnpj);
    if (home !== undefined) members.set(home, [...(members.get(home) ?? []), { cnpj, fund }]);
  }
  return members;
}
