// A small sample book, put into empty tabs on request: a morning that can be run at once. Every fund, person, CNPJ,
// broker and administrator in it is invented; nobody can receive a mail at their addresses. The exchange’s participants have
// numbers: a code that begins with X is nobody’s.
import type { Broker } from '../domain/broker';
import type { Etf, Quote } from '../domain/etf';
import type { Fund, Holding } from '../domain/fund';
import type { Stamp } from '../domain/stamp';
import type { Trade } from '../domain/trade';
import type { Language } from '../language/language';
import { spelledIn } from './spelled';
import { brokers, dailyTrades, etfs, fundStats, holdings, marketData } from './tabs';
import { printTable, type TableCells } from './write';

export const SAMPLE_DOMAIN = '.example';

const IPE = { fund: 'Ipê Cripto Ativo', cnpj: '71.204.918/0001-09' };
const JATOBA = { fund: 'Jatobá Índice Cripto', cnpj: '71.338.652/0001-89' };
const CEDRO = { fund: 'Cedro Multiestratégia', cnpj: '72.415.087/0001-79' };
const AROEIRA = { fund: 'Aroeira Previdência', cnpj: '72.690.341/0001-47' };

const fund = (name: { fund: string; cnpj: string }, account: string, more: Partial<Fund>): Fund => ({
  ...name,
  type: 'FIM',
  management: 'Ativo',
  strategy: 'Partial_alocation',
  onshoreAssets: ['HASH11', 'BITH11', 'DEFI11', 'WEB311'],
  offshoreAssets: [],
  administrator: 'Administradora Serra S.A.',
  bank: '901',
  branch: '0101',
  account,
  nav: null,
  cash: null,
  primaryAccess: null,
  maxUnits: {},
  ...more,
});

const FUNDS: readonly Fund[] = [
  fund(IPE, '41007-0', { nav: 18_200_000_000, cash: 1_450_000_000 }),
  fund(JATOBA, '41620-7', { management: 'Passivo', strategy: 'Full_alocation', nav: 9_650_000_000 }),
  fund(CEDRO, '42115-4', { offshoreAssets: ['USBTC'], nav: 1_840_000_000, maxUnits: { HASH11: 1 } }),
  fund(AROEIRA, '42733-0', { type: 'FIA', nav: 6_100_000_000, primaryAccess: false }),
];

const etf = (asset: string, name: string, isin: string, more: Partial<Etf>): Etf => ({
  asset,
  name,
  family: 'nasdaq',
  isin,
  limitBps: 60,
  spreadBps: null,
  maxVolumeShare: 0.3,
  primaryCutoff: '13:30',
  unitRounding: 'nearest',
  administrator: 'Administradora Serra S.A.',
  administratorEmails: ['etf@serra.example'],
  broker: null,
  ...more,
});

const THEMATIC: Partial<Etf> = {
  family: 'thematics',
  limitBps: 260,
  spreadBps: null,
  primaryCutoff: '12:30',
  administrator: 'Fiduciária Planalto DTVM',
  administratorEmails: ['primario@planalto.example'],
};

const ETFS: readonly Etf[] = [
  etf('HASH11', 'Nasdaq Crypto Index', 'BRHASHCTF018', {}),
  etf('BITH11', 'Nasdaq Bitcoin Reference Price', 'BRBITHCTF004', { unitRounding: 'down' }),
  etf('DEFI11', 'CF DeFi Modified Total Return', 'BRDEFICTF006', {
    ...THEMATIC,
    broker: 'Meridian Securities',
  }),
  etf('WEB311', 'CF Smart Contract Platforms', 'BRWEB3CTF005', THEMATIC),
];

const BROKERS: readonly Broker[] = [
  {
    name: 'Corretora Aurora',
    code: 'X01',
    emails: ['mesa@aurora.example'],
    cc: ['backoffice@aurora.example'],
    language: 'pt',
    accountCodes: ['70311'],
    share: 0.6,
    allocateBy: 'average',
    fillsFrom: 'api',
    minTicket: null,
    fileFormat: 'csv',
  },
  {
    name: 'Meridian Securities',
    code: 'X02',
    emails: ['desk@meridian.example'],
    cc: [],
    language: 'en',
    accountCodes: ['M-5520'],
    share: 0.4,
    allocateBy: 'fill',
    fillsFrom: 'api',
    minTicket: null,
    fileFormat: 'csv',
  },
];

const HOLDINGS: readonly Holding[] = [{ ...AROEIRA, asset: 'HASH11', shares: 64_000 }];

const simple = { side: 'BUY', strategy: 'SimpleOrder' } as const;
const TRADES: readonly Trade[] = [
  { ...IPE, asset: 'HASH11', ...simple, amount: 520_000_000 },
  { ...JATOBA, asset: 'HASH11', ...simple, amount: 315_000_000 },
  { ...CEDRO, asset: 'HASH11', ...simple, amount: 42_000_050 },
  { ...AROEIRA, asset: 'HASH11', side: 'SELL', strategy: 'RebalanceOrder', amount: 135_000_000 },
  { ...IPE, asset: 'BITH11', ...simple, amount: 210_000_000 },
  { ...JATOBA, asset: 'WEB311', ...simple, amount: 6_500_000 },
  { ...CEDRO, asset: 'DEFI11', ...simple, amount: 4_100_000 },
];

const quote = (asset: string, inav: number, sharesPerUnit: number, asOf: Stamp): Quote => ({
  asset,
  inav,
  sharesPerUnit,
  officialNav: null,
  avgVolume: null,
  asOf,
});

/** Settings that the sample needs; whatever stands in the tab already stays. */
export const SAMPLE_SETTINGS: Readonly<Record<string, string>> = {
  TRADER_EMAILS: 'mesa.etf@gestora.example',
  OFFSHORE_EMAILS: 'offshore@gestora.example',
  DESK_NAME: 'Mesa de ETFs',
};

/** The sample's tabs as of `now`: quotes have to be fresh for the morning's orders. */
export const sampleTables = (now: Stamp, language: Language): readonly TableCells[] => [
  printTable(fundStats, FUNDS),
  spelledIn(language, dailyTrades, printTable(dailyTrades, TRADES)),
  printTable(etfs, ETFS),
  printTable(brokers, BROKERS),
  printTable(holdings, HOLDINGS),
  printTable(marketData, [
    quote('BITH11', 101.4, 5_000, now),
    quote('DEFI11', 28.99, 500, now),
    quote('HASH11', 62.5, 20_000, now),
    quote('WEB311', 34.19, 1_000, now),
  ]),
];
