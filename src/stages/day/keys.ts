// What things are looked up by: one builder a kind, so that no two places glue a key in two ways. A key is never taken apart.
import type { Cnpj } from '../../domain/cnpj';
import type { Side, TradeStrategy } from '../../domain/trade';

interface Pooled {
  readonly asset: string;
  readonly side: Side;
}

interface Member extends Pooled {
  readonly cnpj: Cnpj;
}

/** One price pool: an ETF and a side. */
export const poolKey = ({ asset, side }: Pooled): string => `${asset}/${side}`;

/** What one broker works: an ETF and a side there. */
export const workKey = ({ broker, asset, side }: Pooled & { readonly broker: string }): string =>
  `${broker}/${asset}/${side}`;

/** A fund in a pool. */
export const memberKey = ({ cnpj, asset, side }: Member): string => `${cnpj}/${asset}/${side}`;

/** A fund's order for one strategy. */
export const intentKey = ({ cnpj, asset, side, strategy }: Member & { readonly strategy: TradeStrategy }) =>
  `${cnpj}/${asset}/${side}/${strategy}`;

/** A fund in an ETF, whatever the side. */
export const fundAssetKey = ({ cnpj, asset }: Pick<Member, 'cnpj' | 'asset'>): string => `${cnpj}/${asset}`;

/** Units of a pool stand together, fund by fund. */
export const unitKey = ({ cnpj, asset, side }: Member): string => `${asset}/${side}/${cnpj}`;

/** Orders by their keys, whatever the order of rows. */
export const byKey =
  <T>(keyOf: (item: T) => string) =>
  (a: T, b: T): number =>
    keyOf(a) < keyOf(b) ? -1 : 1;
