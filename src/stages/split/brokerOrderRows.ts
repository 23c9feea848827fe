// The allocation as brokers take it: one row per fund at its own average price there, or one per fill.
import { exchangeCode } from '../../domain/broker';
import type { Cnpj } from '../../domain/cnpj';
import { lookup } from '../../domain/lookup';
import { notionalE8, priceFromE8 } from '../../domain/money';
import type { Intent } from '../../domain/trade';
import type { BrokerOrderRow } from '../../sheets/tabs';
import type { DayInputs, OpenInputs } from '../day/inputs';
import { brokerOf, fundOf } from '../day/known';
import type { Line } from './lines';

/** Fund name of shares that fit no fund. */
export const ERROR_ACCOUNT_NAME = 'ERROR ACCOUNT';

interface Share {
  readonly cnpj: Cnpj | null;
  readonly shares: number;
  readonly totalE8: bigint;
}

export function brokerOrderRows(inputs: OpenInputs, lines: readonly Line[]): readonly BrokerOrderRow[] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const { broker, asset, side, fillId } = line.fill;
    const byFill = brokerOf(inputs, broker)?.allocateBy === 'fill';
    const key = [broker, asset, side, byFill ? fillId : ''].join('\n');
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, group]) => groupRows(inputs, group));
}

function groupRows(inputs: OpenInputs, lines: readonly Line[]): readonly BrokerOrderRow[] {
  const [first] = lines;
  if (!first) return [];
  const { fill } = first;
  const broker = brokerOf(inputs, fill.broker);
  return averages(sharesOf(lines)).map(({ cnpj, shares, averagePrice }) => ({
    tradeDate: inputs.state.tradeDate,
    asset: fill.asset,
    side: fill.side === 'BUY' ? ('C' as const) : ('V' as const),
    assetAmount: shares,
    exchangeCode: broker ? exchangeCode(broker) : fill.broker,
    fund: nameOf(inputs, cnpj),
    cnpj,
    averagePrice,
    fillId: broker?.allocateBy === 'fill' ? fill.fillId : null,
  }));
}

export const nameOf = (inputs: DayInputs, cnpj: Cnpj | null): string =>
  cnpj === null
    ? ERROR_ACCOUNT_NAME
    : (intentsOf(inputs.state.intents, cnpj)[0]?.fund ?? fundOf(inputs, cnpj)?.fund ?? cnpj);

const intentsOf = lookup(({ cnpj }: Intent) => cnpj);

function sharesOf(lines: readonly Line[]): readonly Share[] {
  const byFund = new Map<Cnpj | null, Share>();
  for (const { cnpj, shares, fill } of lines) {
    const known = byFund.get(cnpj);
    byFund.set(cnpj, {
      cnpj,
      shares: shares + (known?.shares ?? 0),
      totalE8: notionalE8(shares, fill.price) + (known?.totalE8 ?? BigInt(0)),
    });
  }
  return [...byFund.values()];
}

/**
 * Average prices to 8 decimals whose sum over shares is the executed money: each rounding error is carried to the next
 * fund, largest first, so that what is left at the end is below a hundredth of a cent a share of the smallest.
 */
function averages(shares: readonly Share[]): readonly (Share & { averagePrice: number })[] {
  const largestFirst = shares
    .slice()
    .sort((a, b) => b.shares - a.shares || ((a.cnpj ?? '~') < (b.cnpj ?? '~') ? -1 : 1));
  let carried = BigInt(0);
  const priced = largestFirst.map((share) => {
    const averagePrice = priceFromE8(share.totalE8 + carried, share.shares);
    carried += share.totalE8 - notionalE8(share.shares, averagePrice);
    return { ...share, averagePrice };
  });
  return priced.sort((a, b) => ((a.cnpj ?? '~') < (b.cnpj ?? '~') ? -1 : 1));
}
