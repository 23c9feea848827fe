// A fund's whole order at one broker: every fund has its broker for the day, chosen so that the brokers' sums come near
// their shares. A fund that comes later moves nobody; an order that grows stays where it is.
import type { Cnpj } from '../../domain/cnpj';
import type { Cents } from '../../domain/money';
import type { Claim } from '../ledger/claims';
import type { BrokerPart } from './brokerParts';
import type { Demand } from './demands';
import type { Standing } from './positions';

type Sharing = readonly { readonly name: string; readonly share: number }[];

/** @param least of each broker, in cents: a broker whose funds call for less hands them to the others */
export function fundParts(
  { asset, side, amount, calls }: Demand,
  brokers: Sharing,
  least: (broker: string) => Cents,
  { pools }: Standing,
): readonly BrokerPart[] {
  const claims = pools.find((pool) => pool.asset === asset && pool.side === side)?.claims ?? [];
  const orders = ordersOf(claims, calls);
  let working = amount <= 0 ? [] : brokers.filter(({ name }) => least(name) <= amount);
  while (working.length > 0) {
    const homes = homesOf(orders, working);
    const sums = new Map(working.map(({ name }) => [name, 0]));
    for (const call of calls) {
      const home = homes.get(call.position.cnpj) ?? '';
      sums.set(home, (sums.get(home) ?? 0) + call.amount);
    }
    const [small] = working
      .map(({ name, share }) => ({ name, share, amount: sums.get(name) ?? 0 }))
      .filter((part) => part.amount > 0 && part.amount < least(part.name))
      .sort((a, b) => a.amount - b.amount || a.share - b.share || (a.name < b.name ? -1 : 1));
    if (small === undefined)
      return brokers.map(({ name }) => ({ broker: name, amount: sums.get(name) ?? 0 }));
    working = working.filter(({ name }) => name !== small.name);
  }
  return brokers.map(({ name }) => ({ broker: name, amount: 0 }));
}

interface Order {
  readonly cnpj: Cnpj;
  readonly weight: Cents;
}

/** Every fund with a claim or a call, by its first claim: the oldest first, then the largest. */
function ordersOf(claims: readonly Claim[], calls: Demand['calls']): readonly Order[] {
  const first = new Map<Cnpj, { readonly from: string; readonly weight: Cents }>();
  for (const { cnpj, from, weight } of claims)
    if (!first.has(cnpj)) first.set(cnpj, { from: from ?? '', weight });
  for (const { position, amount } of calls)
    if (!first.has(position.cnpj)) first.set(position.cnpj, { from: '~', weight: amount });
  return [...first]
    .map(([cnpj, { from, weight }]) => ({ cnpj, from, weight }))
    .sort((a, b) =>
      a.from === b.from ? b.weight - a.weight || (a.cnpj < b.cnpj ? -1 : 1) : a.from < b.from ? -1 : 1,
    );
}

/** One after the other to the broker that is furthest below its share. */
function homesOf(orders: readonly Order[], brokers: Sharing): ReadonlyMap<Cnpj, string> {
  const whole = brokers.reduce((sum, { share }) => sum + share, 0);
  const has = new Map(brokers.map(({ name }) => [name, 0]));
  const homes = new Map<Cnpj, string>();
  let total = 0;
  for (const { cnpj, weight } of orders) {
    total += weight;
    const [next] = brokers
      .map(({ name, share }) => ({ name, lacks: (share / whole) * total - (has.get(name) ?? 0) }))
      .sort((a, b) => b.lacks - a.lacks || (a.name < b.name ? -1 : 1));
    if (next === undefined) continue;
    homes.set(cnpj, next.name);
    has.set(next.name, (has.get(next.name) ?? 0) + weight);
  }
  return homes;
}
