// Why each fund of a pool got its shares: its claims together, against all shares of the day.
import { explainShares, type ShareExplanation } from '../../solver';
import type { Pool } from './pool';

/** One row a fund; `id` is its CNPJ. Nothing where nothing was split. */
export function explainPool({ split, claims, price, sharesByFund }: Pool): readonly ShareExplanation[] {
  if (split === null) return [];
  const { problem, answer } = split;
  const owner = new Map(claims.map(({ id, cnpj }) => [id, cnpj]));
  const asked = new Map<string, { target: number; intent: number; maxShares: number }>();
  for (const { id, target, intent, maxShares, kept } of problem.claims) {
    const cnpj = owner.get(id) ?? id;
    const known = asked.get(cnpj) ?? { target: 0, intent: 0, maxShares: 0 };
    const held = kept?.reduce((sum, { shares }) => sum + shares, 0) ?? 0;
    asked.set(cnpj, {
      target: known.target + target,
      intent: known.intent + intent,
      maxShares: known.maxShares + (kept ? held : (maxShares ?? Number.POSITIVE_INFINITY)),
    });
  }
  const executedShares = [...sharesByFund.values()].reduce((sum, shares) => sum + shares, 0);
  const funds = [...asked].map(([id, { target, intent, maxShares }]) => ({
    id,
    target,
    intent,
    ...(Number.isFinite(maxShares) ? { maxShares: Math.max(maxShares, sharesByFund.get(id) ?? 0) } : {}),
  }));
  return explainShares(
    { price, executedShares, ...(problem.weighting ? { weighting: problem.weighting } : {}), funds },
    {
      ...answer,
      funds: funds.map(({ id, target }) => {
        const shares = sharesByFund.get(id) ?? 0;
        return { id, shares, residual: target - price * shares };
      }),
    },
  );
}
