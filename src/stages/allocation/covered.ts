// How many shares that no claim could take funds have all the same, each only of what was sold while it was selling.
import type { Cnpj } from '../../domain/cnpj';

/** Shares of one slice that no claim could take, and who may have them all the same. */
export interface Left {
  readonly shares: number;
  readonly funds: readonly Cnpj[];
}

/** The most of these shares that funds have, no share of theirs twice: a largest flow, by augmenting paths. */
export function covered(left: readonly Left[], spare: ReadonlyMap<Cnpj, number>): number {
  const free = new Map(spare);
  const lots = left.map(({ shares, funds }) => ({ shares, funds, given: new Map<Cnpj, number>() }));
  type Lot = (typeof lots)[number];
  const give = ({ given }: Lot, cnpj: Cnpj, n: number) => given.set(cnpj, (given.get(cnpj) ?? 0) + n);
  /** How many shares more are found for it; a fund that has none left gives what another lot can have from somebody else. */
  const found = (lot: Lot, most: number, asked: Set<Cnpj>): number => {
    for (const cnpj of lot.funds) {
      if (asked.has(cnpj)) continue;
      asked.add(cnpj);
      const own = Math.min(most, free.get(cnpj) ?? 0);
      if (own > 0) {
        free.set(cnpj, (free.get(cnpj) ?? 0) - own);
        give(lot, cnpj, own);
        return own;
      }
      for (const other of lots) {
        const has = other === lot ? 0 : (other.given.get(cnpj) ?? 0);
        const moved = has === 0 ? 0 : found(other, Math.min(most, has), asked);
        if (moved === 0) continue;
        give(other, cnpj, -moved);
        give(lot, cnpj, moved);
        return moved;
      }
    }
    return 0;
  };
  return lots.reduce((sum, lot) => {
    let open = lot.shares;
    for (let more = -1; open > 0 && more !== 0; open -= more) more = found(lot, open, new Set());
    return sum + lot.shares - open;
  }, 0);
}
