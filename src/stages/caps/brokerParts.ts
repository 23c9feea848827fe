// How a demand is parted over the brokers that may work it, so that every part can be executed.
import type { Broker } from '../../domain/broker';
import type { Etf } from '../../domain/etf';
import { type Cents, splitCents } from '../../domain/money';
import type { Side } from '../../domain/trade';

export interface BrokerPart {
  readonly broker: string;
  readonly amount: Cents;
}

/** What nobody is asked to work, though funds call for it. */
export interface Unworked {
  readonly asset: string;
  readonly side: Side;
  readonly amount: Cents;
  /** `stopped`: a person stopped every broker of the ETF. `share`: below one share. `ticket`: below what any broker takes. */
  readonly why: 'stopped' | 'share' | 'ticket';
  /** Brokers that would take it and were stopped. */
  readonly stopped: readonly string[];
}

/** The brokers of an ETF with the parts they take of it. */
export function brokersOf(etf: Etf, brokers: readonly Broker[]): readonly { name: string; share: number }[] {
  const all = etf.broker === null ? brokers : brokers.filter(({ name }) => name === etf.broker);
  return all
    .map(({ name, share }) => ({ name, share: etf.broker === null ? share : 1 }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Parts by the brokers’ shares. A part that is too small to be worked (below one share, or below what the broker takes) goes
 * to the others: the smallest goes first, until what is left can be worked. Brokers that could not even take all of it are
 * not asked at all; where none can, nobody gets anything and the parts do not add up to the amount.
 * @param least of each broker, in cents
 */
export function brokerParts(
  amount: Cents,
  brokers: readonly { readonly name: string; readonly share: number }[],
  least: (broker: string) => Cents,
): readonly BrokerPart[] {
  let working = amount <= 0 ? [] : brokers.filter(({ name }) => least(name) <= amount);
  while (working.length > 0) {
    const parts = splitCents(
      amount,
      working.map(({ share }) => share),
    );
    const small = working
      .map(({ name, share }, index) => ({ name, share, amount: parts[index] ?? 0 }))
      .filter((part) => part.amount < least(part.name))
      .sort((a, b) => a.amount - b.amount || a.share - b.share || (a.name < b.name ? -1 : 1));
    const [first] = small;
    if (first === undefined) {
      const byName = new Map(working.map(({ name }, index) => [name, parts[index] ?? 0]));
      return brokers.map(({ name }) => ({ broker: name, amount: byName.get(name) ?? 0 }));
    }
    working = working.filter(({ name }) => name !== first.name);
  }
  return brokers.map(({ name }) => ({ broker: name, amount: 0 }));
}

/** Whole shares over the same parts, the odd ones to the larger parts. */
export const shareParts = (shares: number, parts: readonly BrokerPart[]): readonly number[] =>
  parts.every(({ amount }) => amount === 0)
    ? parts.map(() => 0)
    : splitCents(
        shares,
        parts.map(({ amount }) => amount),
      );
