// Pre-trade checks: each is one rule with a switch in the settings; together they say all that is wrong at once.
import { session } from '../domain/calendar';
import type { Etf } from '../domain/etf';
import type { Fund } from '../domain/fund';
import { formatBrl, notional } from '../domain/money';
import type { Problem } from '../domain/problem';
import { dateOf, minutesBetween, timeOf } from '../domain/stamp';
import type { Trade } from '../domain/trade';
import { type Located, problemAt } from '../sheets/read';
import type { CheckMode } from '../sheets/settings';
import { type DayInputs, find, valuesOf } from './inputs';

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

/** A rule's finding at the severity that its switch gives it; nothing when it is off. */
function finding(mode: CheckMode, make: (severity: Problem['severity']) => Problem): readonly Problem[] {
  return mode === 'off' ? [] : [make(mode)];
}

const general = (severity: Problem['severity'], code: string, tab: string | null, text: string): Problem => ({
  severity,
  code,
  tab,
  cell: null,
  text,
});

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
  );
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
        const text = `${formatBrl(trade.amount)} is more than ${settings.maxNavShare * 100}% of the NAV of ${fund.fund}`;
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

/** Sells against what the fund held at the opening; today's units settle too late to be sold. */
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
  return sells.flatMap(({ at, trade, fund }) => {
    const quote = find(inputs.quotes, ({ asset }) => asset === trade.asset);
    const held =
      find(holdings, ({ cnpj, asset }) => cnpj === fund.cnpj && asset === trade.asset)?.shares ?? 0;
    if (!quote) return [];
    const worth = notional(held, quote.inav);
    if (trade.amount <= worth) return [];
    const text = `${fund.fund} sells ${formatBrl(trade.amount)} of ${trade.asset} and holds ${held} shares worth ${formatBrl(worth)}`;
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
  return [...sums].flatMap(([key, { etf, amount }]) => {
    const volume = find(inputs.quotes, ({ asset }) => asset === etf.asset)?.avgVolume ?? null;
    if (volume === null || etf.maxVolumeShare === null) return [];
    const most = Math.round(volume * etf.maxVolumeShare);
    if (amount <= most) return [];
    const text = `${key}: ${formatBrl(amount)} is more than ${etf.maxVolumeShare * 100}% of the average volume of ${formatBrl(volume)}`;
    return finding(inputs.settings.checkVolume, (severity) =>
      general(severity, 'volume', 'daily-trades', text),
    );
  });
}

/** Broker rows as a whole: parts add up to 100%, every pinned broker exists. */
export function checkBrokers(inputs: DayInputs): readonly Problem[] {
  const { brokers, etfs } = inputs;
  const all = valuesOf(brokers);
  const sum = all.reduce((parts, { share }) => parts + share, 0);
  const problems: Problem[] = [];
  if (all.length === 0)
    problems.push(general('error', 'no-brokers', 'brokers', 'no broker; add at least one'));
  else if (valuesOf(etfs).some(({ broker }) => broker === null) && Math.abs(sum - 1) > 1e-9) {
    const text = `the column share adds up to ${Math.round(sum * 10_000) / 100}%; make it 100%`;
    problems.push(general('error', 'broker-shares', 'brokers', text));
  }
  for (const { row, value } of brokers.rows) {
    if (value.emails.length === 0) {
      problems.push(
        problemAt(
          brokers,
          row,
          'emails',
          'error',
          'no-email',
          `${value.name} has no e-mail; add where its orders go`,
        ),
      );
    }
  }
  for (const { row, value } of etfs.rows) {
    if (value.broker !== null && !all.some(({ name }) => name === value.broker)) {
      const text = `"${value.broker}" is no broker of the brokers tab; add it there or leave the cell blank`;
      problems.push(problemAt(etfs, row, 'broker', 'error', 'unknown-broker', text));
    }
  }
  return problems;
}

/** Each ETF has a quote, and a fresh one. */
export function checkQuotes(inputs: DayInputs, assets: readonly string[]): readonly Problem[] {
  const { quotes, settings, now } = inputs;
  return assets.flatMap((asset) => {
    const located = quotes.rows.find(({ value }) => value.asset === asset);
    if (!located) {
      const text = `no iNAV of ${asset}; add a row or set INAV_API_URL in settings`;
      return [general('error', 'no-inav', 'market-data', text)];
    }
    const { row, value } = located;
    const wrong: Problem[] = [];
    if (value.sharesPerUnit === 0) {
      wrong.push(
        problemAt(
          quotes,
          row,
          'sharesPerUnit',
          'error',
          'zero-unit',
          `one creation unit of ${asset} has no shares; correct it`,
        ),
      );
    }
    const age = minutesBetween(value.asOf, now);
    if (age > settings.inavMaxAge) {
      const text = `the iNAV of ${asset} is ${age} minutes old, at most ${settings.inavMaxAge} are allowed; refresh it`;
      wrong.push(
        ...finding(settings.checkStaleInav, (severity) =>
          problemAt(quotes, row, 'asOf', severity, 'stale-inav', text),
        ),
      );
    }
    return wrong;
  });
}

/** B3 trades today. */
export function checkTradingDay(inputs: DayInputs): readonly Problem[] {
  const today = dateOf(inputs.now);
  if (session(today, inputs.holidays) !== null) return [];
  const text = `B3 is closed on ${today}; if it is open after all, add the day with its hours to the holidays tab`;
  return finding(inputs.settings.checkTradingDay, (severity) =>
    general(severity, 'not-a-trading-day', 'holidays', text),
  );
}

/** The market can still be worked. */
export function checkMarketOpen(inputs: DayInputs): readonly Problem[] {
  const hours = session(dateOf(inputs.now), inputs.holidays);
  if (hours === null || timeOf(inputs.now) <= hours.close) return [];
  const text = `it is ${timeOf(inputs.now)} and trading ended at ${hours.close}; orders can no longer be worked today`;
  return finding(inputs.settings.checkCutoff, (severity) => general(severity, 'market-closed', null, text));
}

/** The administrators still take requests for these ETFs. */
export function checkCutoffs(inputs: DayInputs, assets: readonly string[]): readonly Problem[] {
  const { etfs, now, settings } = inputs;
  return etfs.rows.flatMap(({ row, value: { asset, primaryCutoff } }) => {
    if (!assets.includes(asset) || primaryCutoff === null || timeOf(now) <= primaryCutoff) return [];
    const text = `it is ${timeOf(now)} and the cut-off of ${asset} was ${primaryCutoff}; the administrator takes no more requests today`;
    return finding(settings.checkCutoff, (severity) =>
      problemAt(etfs, row, 'primaryCutoff', severity, 'past-cutoff', text),
    );
  });
}
