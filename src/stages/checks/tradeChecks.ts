// Pre-trade checks on daily-trades: each is one rule with a switch in the settings; together they say all that is wrong.
import type { Etf } from '../../domain/etf';
import type { Fund } from '../../domain/fund';
import { notional } from '../../domain/money';
import { hasErrors, type Problem } from '../../domain/problem';
import type { Trade } from '../../domain/trade';
import { formatBrl } from '../../language/figures';
import { type Located, problemAt } from '../../sheets/read';
import type { CheckMode } from '../../sheets/settings';
import { type DayInputs, find } from '../day/inputs';
import { finding, general } from './finding';

/** A trade that the desk takes on, with the fund it belongs to. */
export interface AcceptedTrade {
  readonly trade: Trade;
  readonly fund: Fund;
  readonly etf: Etf | null;
}

export interface CheckedTrades {
  readonly onshore: readonly AcceptedTrade[];
  readonly offshore: readonly AcceptedTrade[];
  readonly problems: readonly Problem[];
}

/** Reads daily-trades against funds, ETFs and limits. */
export function checkTrades(inputs: DayInputs): CheckedTrades {
  const problems: Problem[] = [];
  const accepted: (AcceptedTrade & { readonly at: Located<Trade> })[] = [];
  for (const located of inputs.trades.rows) {
    const { found, wrong } = checkTrade(inputs, located);
    problems.push(...wrong);
    if (found) accepted.push({ ...found, at: located });
  }
  problems.push(
    ...checkRepeats(
      inputs,
      accepted.map(({ at }) => at),
    ),
    ...checkMoney(inputs, accepted),
    ...checkHoldings(inputs, accepted),
    ...checkVolume(inputs, accepted),
    ...checkOffshoreDesk(inputs, accepted),
  );
  // Where every trade is wrong it is the trades that have to be corrected.
  if (!hasErrors(problems)) problems.push(...checkEmpty(accepted));
  const bare = accepted.map(({ trade, fund, etf }) => ({ trade, fund, etf }));
  return {
    onshore: bare.filter(({ etf }) => etf !== null),
    offshore: bare.filter(({ etf }) => etf === null),
    problems,
  };
}

function checkTrade(
  inputs: DayInputs,
  { row, value: trade }: Located<Trade>,
): { found: AcceptedTrade | null; wrong: readonly Problem[] } {
  const { trades, settings } = inputs;
  if (trade.strategy === 'AdjustmentOrder') {
    const text = `an AdjustmentOrder of ${formatBrl(trade.amount)} in ${trade.asset} is ignored; the adjustment cycle makes its own`;
    return {
      found: null,
      wrong: [problemAt(trades, row, 'strategy', 'warning', 'ignored-adjustment', text)],
    };
  }
  const fund = find(inputs.funds, ({ cnpj }) => cnpj === trade.cnpj);
  if (!fund) {
    const text = `${trade.cnpj} is no fund of fund-stats; add the fund there or correct the CNPJ`;
    return { found: null, wrong: [problemAt(trades, row, 'cnpj', 'error', 'unknown-cnpj', text)] };
  }
  if (trade.amount === 0) {
    const text = 'the amount is zero; write what to trade or delete the row';
    return { found: null, wrong: [problemAt(trades, row, 'amount', 'error', 'zero-amount', text)] };
  }
  const etf = find(inputs.etfs, ({ asset }) => asset === trade.asset) ?? null;
  if (!fund.onshoreAssets.includes(trade.asset)) {
    if (fund.offshoreAssets.includes(trade.asset)) return { found: { trade, fund, etf: null }, wrong: [] };
    const may = [...fund.onshoreAssets, ...fund.offshoreAssets].join(', ') || 'nothing';
    const text = `${fund.fund} may not trade ${trade.asset}; it may trade ${may} (fund-stats)`;
    const wrong = finding(settings.checkAsset, (severity) =>
      problemAt(trades, row, 'asset', severity, 'asset-not-allowed', text),
    );
    if (wrong.some(({ severity }) => severity === 'error')) return { found: null, wrong };
    if (etf) return { found: { trade, fund, etf }, wrong };
  }
  if (!etf) {
    const text = `${trade.asset} is not in the etfs tab; add it there or correct the symbol`;
    return { found: null, wrong: [problemAt(trades, row, 'asset', 'error', 'unknown-etf', text)] };
  }
  return { found: { trade, fund, etf }, wrong: [] };
}

function checkRepeats(inputs: DayInputs, rows: readonly Located<Trade>[]): readonly Problem[] {
  const { trades, settings } = inputs;
  const seen = new Map<string, number>();
  const sides = new Map<string, { side: string; row: number }>();
  return rows.flatMap(({ row, value: { cnpj, asset, side, strategy } }) => {
    const key = [cnpj, asset, side, strategy].join('/');
    const earlier = seen.get(key);
    seen.set(key, earlier ?? row);
    const other = sides.get(`${cnpj}/${asset}`);
    sides.set(`${cnpj}/${asset}`, other ?? { side, row });
    return [
      ...(earlier === undefined
        ? []
        : finding(settings.checkDuplicates, (severity) => {
            const text = `the same fund, ETF, side and strategy stand in row ${earlier + 1}; keep one row with the whole amount`;
            return problemAt(trades, row, 'cnpj', severity, 'duplicate-trade', text);
          })),
      ...(other === undefined || other.side === side
        ? []
        : finding(settings.checkBothSides, (severity) => {
            const text = `the fund has a ${other.side} of ${asset} in row ${other.row + 1}; keep one side`;
            return problemAt(trades, row, 'side', severity, 'both-sides', text);
          })),
    ];
  });
}

type Accepted = AcceptedTrade & { readonly at: Located<Trade> };

const byFund = (accepted: readonly Accepted[]): ReadonlyMap<Fund, readonly Accepted[]> => {
  const groups = new Map<Fund, Accepted[]>();
  for (const entry of accepted) groups.set(entry.fund, [...(groups.get(entry.fund) ?? []), entry]);
  return groups;
};

const total = (entries: readonly Accepted[]): number =>
  entries.reduce((sum, { trade }) => sum + trade.amount, 0);

/** Cash of buyers and each trade as a part of the fund. Unknown cash or NAV skips the check with one warning. */
function checkMoney(inputs: DayInputs, accepted: readonly Accepted[]): readonly Problem[] {
  const { settings, trades } = inputs;
  const problems: Problem[] = [];
  const unknown = { cash: 0, nav: 0 };
  for (const [fund, entries] of byFund(accepted)) {
    const buys = entries.filter(({ trade }) => trade.side === 'BUY');
    const last = buys[buys.length - 1];
    if (last && fund.cash === null) unknown.cash += 1;
    if (last && fund.cash !== null && total(buys) > fund.cash) {
      const text = `${fund.fund} buys for ${formatBrl(total(buys))} and has ${formatBrl(fund.cash)}; lower an amount or correct its cash`;
      problems.push(
        ...finding(settings.checkCash, (severity) =>
          problemAt(trades, last.at.row, 'amount', severity, 'cash', text),
        ),
      );
    }
    if (fund.nav === null) unknown.nav += 1;
    else {
      const most = Math.floor(fund.nav * settings.maxNavShare);
      for (const { at, trade } of entries.filter((entry) => entry.trade.amount > most)) {
        const text = `${formatBrl(trade.amount)} is more than ${percent(settings.maxNavShare)} of the NAV of ${fund.fund}`;
        problems.push(
          ...finding(settings.checkNavShare, (severity) =>
            problemAt(trades, at.row, 'amount', severity, 'nav-share', text),
          ),
        );
      }
    }
  }
  const skipped = (count: number, what: string, mode: CheckMode) =>
    count === 0 || mode === 'off'
      ? []
      : [
          general(
            'warning',
            `no-${what}`,
            'fund-stats',
            `${what} of ${count} trading funds is blank: the check on it is skipped`,
          ),
        ];
  return [
    ...problems,
    ...skipped(unknown.cash, 'cash', settings.checkCash),
    ...skipped(unknown.nav, 'nav', settings.checkNavShare),
  ];
}

/** All sells of a fund against what it held at the opening; today's units settle too late to be sold. */
function checkHoldings(inputs: DayInputs, accepted: readonly Accepted[]): readonly Problem[] {
  const { settings, holdings, trades } = inputs;
  const sells = accepted.filter(({ trade, etf }) => trade.side === 'SELL' && etf !== null);
  if (sells.length === 0 || settings.checkHoldings === 'off') return [];
  if (holdings.rows.length === 0) {
    return [
      general(
        'warning',
        'no-holdings',
        'holdings',
        'the tab is empty: sells are not checked against holdings',
      ),
    ];
  }
  const sums = new Map<string, Accepted & { readonly amount: number }>();
  for (const sell of sells) {
    const key = `${sell.trade.cnpj}/${sell.trade.asset}`;
    sums.set(key, { ...sell, amount: sell.trade.amount + (sums.get(key)?.amount ?? 0) });
  }
  return [...sums.values()].flatMap(({ at, trade, fund, amount }) => {
    const quote = find(inputs.quotes, ({ asset }) => asset === trade.asset);
    const held =
      find(holdings, ({ cnpj, asset }) => cnpj === fund.cnpj && asset === trade.asset)?.shares ?? 0;
    if (!quote) return [];
    const worth = notional(held, quote.inav);
    if (amount <= worth) return [];
    const text = `${fund.fund} sells ${formatBrl(amount)} of ${trade.asset} and holds ${held} shares worth ${formatBrl(worth)}; lower an amount or correct its holdings`;
    return finding(settings.checkHoldings, (severity) =>
      problemAt(trades, at.row, 'amount', severity, 'holdings', text),
    );
  });
}

function checkVolume(inputs: DayInputs, accepted: readonly Accepted[]): readonly Problem[] {
  const sums = new Map<string, { etf: Etf; amount: number }>();
  for (const { trade, etf } of accepted) {
    if (!etf) continue;
    const key = `${trade.asset} ${trade.side}`;
    sums.set(key, { etf, amount: trade.amount + (sums.get(key)?.amount ?? 0) });
  }
  const unknown = new Set<string>();
  const found = [...sums].flatMap(([key, { etf, amount }]) => {
    const volume = find(inputs.quotes, ({ asset }) => asset === etf.asset)?.avgVolume ?? null;
    if (etf.maxVolumeShare === null) return [];
    if (volume === null) {
      unknown.add(etf.asset);
      return [];
    }
    const most = Math.round(volume * etf.maxVolumeShare);
    if (amount <= most) return [];
    const text = `${key}: ${formatBrl(amount)} is more than ${percent(etf.maxVolumeShare)} of the average volume of ${formatBrl(volume)}`;
    return finding(inputs.settings.checkVolume, (severity) =>
      general(severity, 'volume', 'daily-trades', text),
    );
  });
  if (unknown.size === 0 || inputs.settings.checkVolume === 'off') return found;
  const text = `avg_volume of ${unknown.size} traded ETFs is blank: the check on it is skipped`;
  return [...found, general('warning', 'no-volume', 'market-data', text)];
}

/** 0.29 is 29%, not 28.999999999999996%. */
const percent = (part: number): string => `${Math.round(part * 10_000) / 100}%`;

function checkOffshoreDesk(inputs: DayInputs, accepted: readonly Accepted[]): readonly Problem[] {
  const offshore = accepted.filter(({ etf }) => etf === null).length;
  if (offshore === 0 || inputs.settings.offshoreEmails.length > 0) return [];
  const text = `${offshore} offshore orders and OFFSHORE_EMAILS is blank; write where they go`;
  return [general('error', 'no-offshore-desk', 'settings', text)];
}

function checkEmpty(accepted: readonly Accepted[]): readonly Problem[] {
  if (accepted.length > 0) return [];
  const text = 'there is no trade to do; fill in rows or use Trading > Import files';
  return [general('error', 'no-trades', 'daily-trades', text)];
}
