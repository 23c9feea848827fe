// Which shares of which fill go to which fund, and the proof that nothing was lost or made up.
import type { Cnpj } from '../../domain/cnpj';
import type { Fill } from '../../domain/fill';
import { error, type Problem } from '../../domain/problem';
import { type Message, msg } from '../../language/message';
import { allocation } from '../../sheets/tabs';
import { allocateFills } from '../../solver';
import type { Pool, Standing } from './positions';

/** Shares of one fill given to one fund; no fund = the error account. */
export interface Line {
  readonly fill: Fill;
  readonly cnpj: Cnpj | null;
  readonly shares: number;
}

const ERROR_ACCOUNT = 'error account';

/** Splits every pool's fills so that each fund's average price comes as near the pool's as whole shares allow. */
export const linesOf = ({ pools }: Standing): readonly Line[] => pools.flatMap(poolLines);

function poolLines(pool: Pool): readonly Line[] {
  if (pool.fills.length === 0) return [];
  const shares = [
    ...[...pool.sharesByFund].map(([id, count]) => ({ id, shares: count })),
    ...(pool.excess > 0 ? [{ id: ERROR_ACCOUNT, shares: pool.excess }] : []),
  ].filter((fund) => fund.shares > 0);
  const { lines } = allocateFills({
    fills: pool.fills.map(({ fillId, price, quantity }) => ({ id: fillId, price, quantity })),
    funds: shares,
  });
  const fills = new Map(pool.fills.map((fill) => [fill.fillId, fill]));
  return lines
    .flatMap(({ fillId, fundId, shares: count }) => {
      const fill = fills.get(fillId);
      return fill ? [{ fill, cnpj: fundId === ERROR_ACCOUNT ? null : fundId, shares: count }] : [];
    })
    .sort((a, b) => (lineKey(a) < lineKey(b) ? -1 : 1));
}

const lineKey = ({ fill, cnpj }: Line): string => `${fill.fillId}/${cnpj ?? '~'}`;

/**
 * Counts again, from fills and lines alone: every fill given out whole, every fund given what the split says.
 * (Rules on fair allocation, CVM Resolution 21 and 35: what was executed is what was allocated.)
 */
export function reconcile({ pools }: Standing, lines: readonly Line[]): readonly Problem[] {
  return pools.flatMap((pool) => {
    const own = lines.filter(({ fill }) => fill.asset === pool.asset && fill.side === pool.side);
    const given = (matches: (line: Line) => boolean) =>
      own.filter(matches).reduce((sum, line) => sum + line.shares, 0);
    const wrong = (text: Message): Problem => error('not-reconciled', text, { tab: allocation.name });
    const { side, asset: code } = pool;
    const byFill = pool.fills
      .filter((fill) => given((line) => line.fill.fillId === fill.fillId) !== fill.quantity)
      .map((fill) =>
        wrong(
          msg(
            '{side} {code}: fill {fill} of {broker} over {n} {n|share|shares} is not allocated exactly; nothing was written, report it',
            { side, code, fill: fill.fillId, broker: fill.broker, n: fill.quantity },
          ),
        ),
      );
    const byFund = [...pool.sharesByFund]
      .filter(([cnpj, shares]) => given((line) => line.cnpj === cnpj) !== shares)
      .map(([cnpj, shares]) =>
        wrong(
          msg(
            '{side} {code}: fund {cnpj} is due {n} {n|share|shares} and gets another number; nothing was written, report it',
            { side, code, cnpj, n: shares },
          ),
        ),
      );
    const negative = own.filter(({ shares }) => !Number.isInteger(shares) || shares <= 0);
    return [
      ...byFill,
      ...byFund,
      ...(negative.length > 0
        ? [
            wrong(
              msg('{side} {code}: a line is not a whole number of shares; nothing was written, report it', {
                side,
                code,
              }),
            ),
          ]
        : []),
    ];
  });
}
