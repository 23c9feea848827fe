// Where whole orders of funds lie, as the instructions of the day say it: the last version that names a fund has it.
import type { Instruction } from '../../domain/broker';
import type { Cnpj } from '../../domain/cnpj';
import { lastOf } from '../../domain/lookup';
import type { Side } from '../../domain/trade';

/** By fund: the brokers at which its order of this side lay, in the order of time; the last one has it. */
export function knownHomes(
  instructions: readonly Instruction[],
  { asset, side }: { readonly asset: string; readonly side: Side },
): ReadonlyMap<Cnpj, readonly string[]> {
  const homes = new Map<Cnpj, readonly string[]>();
  const own = instructions
    .filter((each) => each.asset === asset && each.side === side)
    .sort((a, b) => (a.issuedAt < b.issuedAt ? -1 : a.issuedAt > b.issuedAt ? 1 : a.id < b.id ? -1 : 1));
  for (const { broker, funds = [] } of own)
    for (const { cnpj } of funds) {
      const known = homes.get(cnpj) ?? [];
      if (lastOf(known) !== broker) homes.set(cnpj, [...known, broker]);
    }
  return homes;
}
