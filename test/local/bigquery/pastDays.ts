// Past days of a desk, drawn from a seed, as their runs saved them: with amended allocations, runs that never came to
// their end, busted fills, fills without a time, funds that give back, shares that no fund takes.
import { type Chance, chanceOf } from '../../solver/seeded';

type Key = {
  readonly run_id: string;
  readonly row_key: string;
  readonly trade_date: string;
};
export type PastRun = Key & { readonly stage: string; readonly scope: string; readonly run_at: string };
export type PastFill = Key & {
  readonly fill_id: string;
  readonly broker: string;
  readonly asset: string;
  readonly side: string;
  readonly quantity: number;
  readonly price: number;
  readonly time: string | null;
  readonly status: string;
};
export type PastQuote = Key & {
  readonly asset: string;
  readonly inav: number;
  readonly shares_per_unit: number;
  readonly official_nav: number | null;
};
export type PastInstruction = Key & {
  readonly asset: string;
  readonly side: string;
  readonly broker: string;
  readonly inav: number;
  readonly version: number;
  readonly issued_at: string;
};
export type PastRequest = Key & {
  readonly asset: string;
  readonly side: string;
  readonly family: string;
  readonly fund: string;
  readonly cnpj: string;
  readonly units: number;
  readonly unit_shares: number;
  readonly unit_value: number;
};
export type PastLine = Key & {
  readonly fill_id: string;
  readonly broker: string;
  readonly asset: string;
  readonly side: string;
  readonly cnpj: string;
  readonly shares: number;
  readonly price: number;
};
export type PastAllocation = Key & {
  readonly asset: string;
  readonly side: string;
  readonly fund: string;
  readonly cnpj: string | null;
  readonly target: number;
  readonly units: number;
  readonly primary: number;
  readonly shares: number;
  readonly average_price: number | null;
  readonly residual: number;
  readonly given_back: number | null;
};

export interface Past {
  readonly runs: readonly PastRun[];
  readonly fills: readonly PastFill[];
  readonly quotes: readonly PastQuote[];
  readonly instructions: readonly PastInstruction[];
  readonly primary_request_rows: readonly PastRequest[];
  readonly allocation_rows: readonly PastAllocation[];
  readonly allocation_lines: readonly PastLine[];
}

export interface PastSize {
  readonly dates: readonly string[];
  readonly funds: number;
  readonly fills: number;
}

const ASSETS = ['HASH11', 'BITH11', 'ETHE11', 'SOLH11', 'XRPH11', 'DEFI11', 'WEB311', 'META11', 'FOMO11'];
const NASDAQ = 5;
const BROKERS = ['Alfa', 'Beta', 'Gama'];
const SIDES = ['BUY', 'SELL'];

const to = (decimals: number, value: number): number => Number(value.toFixed(decimals));
const two = (n: number): string => String(n).padStart(2, '0');

export function pastDays(seed: number, { dates, funds, fills }: PastSize): Past {
  const chance = chanceOf(seed);
  const runs: PastRun[] = [];
  const bought: PastFill[] = [];
  const quotes: PastQuote[] = [];
  const instructions: PastInstruction[] = [];
  const requests: PastRequest[] = [];
  const allocations: PastAllocation[] = [];
  const lines: PastLine[] = [];
  const everyFund = Array.from({ length: funds }, (_, i) => ({
    fund: `Fund ${String(i).padStart(3, '0')}`,
    cnpj: String(10_000_000_000_100 + i),
  }));
  for (const [index, trade_date] of dates.entries()) {
    const inavs = new Map(ASSETS.map((asset) => [asset, to(4, 30 + chance.real() * 70)]));
    const moved = (asset: string) => to(4, (inavs.get(asset) ?? 0) * (0.98 + chance.real() * 0.04));
    const key = (run_id: string, { length }: readonly Key[]): Key => ({
      run_id,
      row_key: String(length + 1).padStart(9, '0'),
      trade_date,
    });
    const run = (stage: string, scope: string, time: string, ends = true): string => {
      const id = `${trade_date} ${time} ${stage} ${scope}`;
      if (ends) runs.push({ ...key(id, runs), stage, scope, run_at: `${trade_date}T${time}` });
      return id;
    };
    const instruct = (id: string, version: number, time: string, assets: readonly string[]): void => {
      for (const asset of assets)
        for (const side of SIDES)
          for (const broker of BROKERS) {
            const issued_at = `${trade_date}T${time}`;
            const told = { asset, side, broker, inav: moved(asset), version, issued_at };
            instructions.push({ ...key(id, instructions), ...told });
          }
    };
    const request = (id: string, family: string, assets: readonly string[], some = everyFund): void => {
      for (const asset of assets)
        for (const { fund, cnpj } of some) {
          const side = SIDES[chance.whole(2)] ?? '';
          const units = chance.whole(4);
          const unit_value = to(2, 20_000 * moved(asset));
          const row = { asset, side, family, fund, cnpj, units, unit_shares: 20_000, unit_value };
          requests.push({ ...key(id, requests), ...row });
        }
    };
    const [nasdaq, thematics, last] = [ASSETS.slice(0, NASDAQ), ASSETS.slice(NASDAQ, -1), ASSETS.slice(-1)];

    instruct(run('initial', 'all', '10:15:00'), 1, '10:15:00', ASSETS);
    instruct(run('adjustments', 'all', '11:00:00', false), 2, '11:00:00', ASSETS);
    request(run('primary', 'thematics', '12:00:00'), 'thematics', thematics);
    const primary = run('primary', 'nasdaq', '13:00:00');
    request(primary, 'nasdaq', nasdaq);
    instruct(primary, 2, '13:00:00', nasdaq);
    request(run('primary', 'all', '14:00:00'), 'thematics', last);
    // Decided again, without some of the funds: the earlier decision of that ETF is over.
    if (index % 5 === 4)
      request(run('primary', 'nasdaq', '14:30:00'), 'nasdaq', nasdaq.slice(0, 1), everyFund.slice(1));
    instruct(run('adjustments', 'all', '16:00:00'), 3, '16:00:00', nasdaq.slice(0, 2));

    const close = (id: string): void => {
      for (const asset of ASSETS) {
        const official_nav = chance.is(0.5) ? moved(asset) : null;
        const inav = inavs.get(asset) ?? 0;
        quotes.push({ ...key(id, quotes), asset, inav, shares_per_unit: 20_000, official_nav });
      }
      for (let n = 0; n < fills; n += 1) {
        const one = fillOf(chance, trade_date, n, moved);
        bought.push({ ...key(id, bought), ...one });
        const { fill_id, broker, asset, side, price, quantity } = one;
        const cnpj = everyFund[chance.whole(funds)]?.cnpj ?? '';
        lines.push({ ...key(id, lines), fill_id, broker, asset, side, cnpj, price, shares: quantity });
      }
      for (const each of everyFund)
        for (const asset of ASSETS)
          for (const row of allocationsOf(chance, each, asset, inavs.get(asset) ?? 0, moved(asset)))
            allocations.push({ ...key(id, allocations), ...row });
    };
    close(run('final', 'all', '18:35:00'));
    if (index % 4 === 1) close(run('final', 'all', '19:10:00'));
    if (index % 4 === 3) close(run('final', 'all', '19:40:00', false));
    // What is published after the allocation, corrected once, and what nobody ever committed.
    const publish = (id: string, assets: readonly string[]): void => {
      for (const asset of assets) {
        const published = { asset, inav: moved(asset), shares_per_unit: 20_000, official_nav: moved(asset) };
        quotes.push({ ...key(id, quotes), ...published });
      }
    };
    if (index % 3 > 0) publish(run('nav', 'all', '20:40:00'), nasdaq);
    if (index % 3 > 1) publish(run('nav', 'all', '22:40:00'), nasdaq.slice(0, 2));
    if (index % 3 > 1) publish(run('nav', 'all', '23:40:00', false), thematics);
  }
  return {
    runs,
    fills: bought,
    quotes,
    instructions,
    primary_request_rows: requests,
    allocation_rows: allocations,
    allocation_lines: lines,
  };
}

function fillOf(
  chance: Chance,
  date: string,
  n: number,
  priced: (asset: string) => number,
): Omit<PastFill, keyof Key> {
  const asset = ASSETS[chance.whole(ASSETS.length)] ?? '';
  // A fourth house that nobody instructed.
  const broker = chance.is(0.02) ? 'Delta' : (BROKERS[chance.whole(BROKERS.length)] ?? '');
  const time = `${date}T${two(10 + chance.whole(8))}:${two(chance.whole(60))}:${two(chance.whole(60))}`;
  return {
    fill_id: `f${n}`,
    broker,
    asset,
    side: SIDES[chance.whole(2)] ?? '',
    quantity: 1 + chance.whole(5_000),
    price: to(2, priced(asset)),
    time: chance.is(0.1) ? null : time,
    status: chance.is(0.03) ? 'BUSTED' : chance.is(0.02) ? 'PENDING' : 'EXECUTED',
  };
}

type AllocationRow = Omit<PastAllocation, keyof Key>;

function allocationsOf(
  chance: Chance,
  { fund, cnpj }: { readonly fund: string; readonly cnpj: string },
  asset: string,
  inav: number,
  poolPrice: number,
): readonly AllocationRow[] {
  const side = SIDES[chance.whole(2)] ?? '';
  const units = chance.is(0.5) ? chance.whole(4) : 0;
  const primary = to(2, units * 20_000 * inav);
  const shares = chance.is(0.9) ? chance.whole(30_000) : 0;
  const price = to(8, poolPrice + chance.real() * 0.01);
  const back = chance.is(0.1) ? chance.whole(500) : 0;
  const secondary = to(2, shares * price - back * price);
  const target = chance.is(0.02) ? 0 : to(2, (primary + secondary) * (0.99 + chance.real() * 0.02) + 1_000);
  const shown = { asset, fund, cnpj };
  const home: AllocationRow = {
    ...shown,
    side,
    target,
    units,
    primary,
    shares,
    average_price: shares === 0 ? null : price,
    residual: to(2, target - primary - secondary),
    // Rows of an earlier version of the desk do not say it.
    given_back: back > 0 ? to(2, back * price) : null,
  };
  const none = { target: 0, units: 0, primary: 0, residual: 0, average_price: price, given_back: null };
  const other = side === 'BUY' ? 'SELL' : 'BUY';
  return [
    home,
    ...(back > 0 ? [{ ...shown, ...none, side: other, shares: back }] : []),
    ...(chance.is(0.005)
      ? [{ ...shown, ...none, fund: 'NO FUND', cnpj: null, side, shares: 1 + chance.whole(50) }]
      : []),
  ];
}
