// Seeded days of any size as a desk's tabs and its market have them: every fund trades every ETF, three brokers work them, one of
// which takes its allocation fill by fill.
import type { Broker } from '../../src/domain/broker';
import type { Etf, Quote } from '../../src/domain/etf';
import type { Fill } from '../../src/domain/fill';
import type { Fund, Holding } from '../../src/domain/fund';
import type { Trade } from '../../src/domain/trade';
import { type Chance, chanceOf } from '../solver/seeded';

export interface DaySize {
  readonly funds: number;
  readonly etfs: number;
  readonly fills: number;
  /** Left out = as the setting is without anybody's word. */
  readonly fillLines?: 'few-lines';
}

export interface DeskDay {
  readonly funds: readonly Fund[];
  readonly etfs: readonly Etf[];
  readonly brokers: readonly Broker[];
  readonly holdings: readonly Holding[];
  readonly trades: readonly Trade[];
  readonly quotes: readonly Quote[];
  /** In the order of their times. */
  readonly fills: readonly Fill[];
}

export const DAY = '2024-11-08';
const OFFSHORE = 'USBTC';

export function deskDay({ funds: n, etfs: m, fills }: DaySize): DeskDay {
  const chance = chanceOf(n * 31 + m * 7 + fills);
  const assets = Array.from({ length: m }, (_, at) => `E${String(at).padStart(3, '0')}11`);
  const prices = new Map(assets.map((asset) => [asset, Math.round(2_000 + 9_000 * chance.real()) / 100]));
  const funds = Array.from({ length: n }, (_, at) => fundAt(at, assets));
  const trades = funds.flatMap((fund) => tradesOf(fund, assets, chance));
  return {
    funds,
    trades,
    etfs: assets.map(etfOf),
    brokers: BROKERS,
    holdings: funds.flatMap(({ fund, cnpj }) =>
      assets.map((asset) => ({ fund, cnpj, asset, shares: 10_000_000 })),
    ),
    quotes: assets.map((asset) => ({
      asset,
      inav: prices.get(asset) ?? 50,
      sharesPerUnit: 20_000,
      officialNav: null,
      avgVolume: 1e9,
      asOf: `${DAY}T10:00:00`,
    })),
    fills: fillsOf(trades, prices, fills, chance),
  };
}

const fundAt = (at: number, assets: readonly string[]): Fund => ({
  fund: `Fundo ${String(at).padStart(4, '0')} FIM`,
  cnpj: cnpjAt(at),
  type: 'FIM',
  management: 'Ativo',
  strategy: 'Partial_alocation',
  onshoreAssets: assets,
  offshoreAssets: at % 4 === 0 ? [OFFSHORE] : [],
  administrator: 'Administradora Serra S.A.',
  bank: '901',
  branch: '0101',
  account: `${41_000 + at}-0`,
  nav: 1e13,
  cash: 1e12,
  // Two in five have no access to units: the market has to give them their shares.
  primaryAccess: at % 5 < 2 ? false : null,
  maxUnits: {},
});

/** With its check digits. */
function cnpjAt(at: number): string {
  const root = `${String(10_000_000 + at * 137)}0001`;
  const digit = (text: string): string => {
    const sum = [...text].reverse().reduce((all, each, i) => all + Number(each) * (2 + (i % 8)), 0);
    return String(sum % 11 < 2 ? 0 : 11 - (sum % 11));
  };
  const one = root + digit(root);
  const d = one + digit(one);
  return `${d.slice(0, 2)}.${d.slice(2, 5)}.${d.slice(5, 8)}/${d.slice(8, 12)}-${d.slice(12)}`;
}

const etfOf = (asset: string, at: number): Etf => ({
  asset,
  name: null,
  family: at % 3 === 0 ? 'thematics' : 'nasdaq',
  isin: null,
  limitBps: 100,
  spreadBps: 20,
  maxVolumeShare: null,
  primaryCutoff: '13:30',
  unitRounding: 'total',
  administrator: 'Administradora Serra S.A.',
  administratorEmails: ['etf@serra.example'],
  broker: null,
});

const broker = (name: string, code: string, share: number, allocateBy: Broker['allocateBy']): Broker => ({
  name,
  code,
  emails: [`mesa@${name.split(' ')[1]?.toLowerCase()}.example`],
  cc: [],
  language: 'pt',
  accountCodes: [`7000${code}`],
  share,
  allocateBy,
  fillsFrom: 'api',
  minTicket: null,
  fileFormat: 'csv',
});

const BROKERS: readonly Broker[] = [
  broker('Corretora Aurora', '3', 0.4, 'average'),
  broker('Corretora Boreal', '4', 0.3, 'average'),
  broker('Corretora Central', '5', 0.3, 'fill'),
];

/** R$ 0.3 to 30 million in each ETF, three in ten of them sales; a quarter of the funds trades offshore too. */
function tradesOf(
  { fund, cnpj, offshoreAssets }: Fund,
  assets: readonly string[],
  chance: Chance,
): readonly Trade[] {
  const trade = (asset: string): Trade => ({
    fund,
    cnpj,
    asset,
    side: chance.is(0.3) ? 'SELL' : 'BUY',
    amount: Math.round(3e9 * Math.exp(-4.6 * chance.real())),
    strategy: chance.is(0.3) ? 'RebalanceOrder' : 'SimpleOrder',
  });
  return [...assets, ...offshoreAssets].map(trade);
}

/** A third of what is wanted, through the day: units cover most of what is left. */
function fillsOf(
  trades: readonly Trade[],
  prices: ReadonlyMap<string, number>,
  count: number,
  chance: Chance,
): readonly Fill[] {
  const pools = new Map<string, { readonly asset: string; readonly side: Trade['side']; money: number }>();
  for (const { asset, side, amount } of trades) {
    if (!prices.has(asset)) continue;
    const key = `${asset}/${side}`;
    const own = pools.get(key) ?? { asset, side, money: 0 };
    own.money += amount;
    pools.set(key, own);
  }
  const list = [...pools.values()];
  const each = Math.ceil(count / Math.max(1, list.length));
  const fills = list.flatMap(({ asset, side, money }) => {
    const price = prices.get(asset) ?? 50;
    const shares = Math.max(1, Math.floor((money * 0.35) / 100 / price / each));
    return Array.from({ length: each }, (_, at): Fill => {
      const second = Math.floor(((at + chance.real()) / each) * 7 * 3_600);
      return {
        date: DAY,
        fillId: `${asset}${side[0]}${String(at).padStart(6, '0')}`,
        broker: BROKERS[chance.whole(BROKERS.length)]?.name ?? '',
        asset,
        side,
        quantity: Math.max(1, Math.round(shares * (0.2 + 1.6 * chance.real()))),
        price: Math.round(price * 100 * (1 + 0.004 * (chance.real() - 0.5))) / 100,
        time: `${DAY}T${clock(10 * 3_600 + 15 * 60 + second)}`,
        status: 'EXECUTED',
        source: 'api',
      };
    });
  });
  return fills.sort((a, b) => ((a.time ?? '') < (b.time ?? '') ? -1 : 1)).slice(0, count);
}

const clock = (second: number): string =>
  [Math.floor(second / 3_600), Math.floor(second / 60) % 60, second % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
