import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'papaparse';
import { isTradingDay, nextTradingDay, previousTradingDay } from '../../../../src/domain/calendar';
import { isSettlementDay, settlementDate } from '../../../../src/domain/settlement';
import { addDays, weekday } from '../../../../src/domain/stamp';
import { FIGURES, SAMPLE_DATE } from '../../../../src/local/market/figures';
import { brokerDesks, readSample } from '../../../../src/local/market/sample';

const DIR = join(__dirname, '../../../../src/local/market/sample');
const sample = readSample(DIR);
const records = (name: string) =>
  parse<Record<string, string>>(readFileSync(join(DIR, `${name}.csv`), 'utf8'), {
    header: true,
    skipEmptyLines: true,
    transform: (cell) => cell.trim(),
  }).data;
const trades = records('trades').filter((trade) => trade.Strategy !== 'AdjustmentOrder');
const onshore = trades.filter((trade) => FIGURES.has(trade.Asset ?? ''));

interface FundRow {
  readonly fund_name: string;
  readonly fund_cnpj: string;
  readonly fund_strategy: string;
  readonly assets_onshore: readonly string[] | null;
  readonly assets_offshore: readonly string[] | null;
}
const funds: readonly FundRow[] = JSON.parse(sample.fundsJson).funds;
const fundOf = (cnpj: string | undefined) => funds.find((fund) => fund.fund_cnpj.trim() === cnpj);
const brl = (amount = ''): number =>
  Number(amount.includes(',') ? amount.replaceAll('.', '').replace(',', '.') : amount);

/** Modulus 11 over ASCII − 48, for figures and for the letters that are in force since July 2026. */
function hasValidDigits(cnpj: string): boolean {
  const bare = cnpj.replace(/[./-]/g, '');
  const weights = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
  const digit = (length: number): string => {
    const sum = [...bare.slice(0, length)].reduce(
      (total, c, i) => total + (c.charCodeAt(0) - 48) * (weights[i + 13 - length] ?? 0),
      0,
    );
    return String(sum % 11 < 2 ? 0 : 11 - (sum % 11));
  };
  return bare.length === 14 && bare.slice(12) === digit(12) + digit(13);
}

describe('the sample’s funds', () => {
  it('have valid CNPJs, one of them alphanumeric, and some with stray blanks', () => {
    for (const valid of ['12.ABC.345/01DE-35', '38.314.708/0001-90'])
      expect(hasValidDigits(valid)).toBe(true);
    expect(hasValidDigits('38.314.708/0001-09')).toBe(false);
    expect(funds.filter((fund) => !hasValidDigits(fund.fund_cnpj.trim()))).toEqual([]);
    expect(funds.filter((fund) => /[A-Z]/.test(fund.fund_cnpj))).toHaveLength(1);
    expect(funds.filter((fund) => fund.fund_cnpj !== fund.fund_cnpj.trim()).length).toBeGreaterThan(2);
    expect(new Set(funds.map((fund) => fund.fund_cnpj.trim())).size).toBe(funds.length);
  });

  it('are ten or more, of both strategies, one of them offshore only', () => {
    expect(funds.length).toBeGreaterThanOrEqual(10);
    expect(new Set(funds.map((fund) => fund.fund_strategy))).toEqual(
      new Set(['Partial_alocation', 'Full_alocation']),
    );
    expect(
      funds.filter((fund) => fund.assets_onshore === null && fund.assets_offshore !== null),
    ).toHaveLength(1);
  });

  it('are called in trades and holdings as fund-stats calls them, so that the cells fit the lists which they offer', () => {
    for (const trade of trades) expect(trade.Fund).toBe(fundOf(trade.CNPJ)?.fund_name.trim());
    const [header = [], ...held] = sample.tabs.holdings;
    expect(held.length).toBeGreaterThan(0);
    for (const row of held)
      expect(row[header.indexOf('fund')]).toBe(fundOf(row[header.indexOf('cnpj')])?.fund_name.trim());
  });
});

describe('the sample’s day', () => {
  it('comes after the first day of everything in the book', () => {
    // First sessions as the press had them; of XRPH11 the month, and of the letters too, so their last days. SOLH11 and BITH11 traded on
    // the day that the prices come from; no first session of FOMO11 was found.
    const listed: Readonly<Record<string, string>> = {
      HASH11: '2021-04-22',
      ETHE11: '2021-08-17',
      DEFI11: '2022-02-17',
      WEB311: '2022-03-30',
      META11: '2022-06-03',
      XRPH11: '2025-04-30',
    };
    const cnpjWithLetters = '2026-07-31';
    expect(Object.entries(listed).filter(([, first]) => first > SAMPLE_DATE)).toEqual([]);
    expect(SAMPLE_DATE > cnpjWithLetters).toBe(true);
  });

  it('is a plain one: B3 trades and settles on the working days around it', () => {
    const around = [-3, -2, -1, 0, 1, 2, 3, 4].map((days) => addDays(SAMPLE_DATE, days));
    const working = around.filter((day) => weekday(day) !== 0 && weekday(day) !== 6);
    expect(working.filter((day) => !isTradingDay(day, []) || !isSettlementDay(day, []))).toEqual([]);
    expect(settlementDate(SAMPLE_DATE, 2, [])).toBe(nextTradingDay(SAMPLE_DATE, 2, []));
    expect(nextTradingDay(previousTradingDay(SAMPLE_DATE, []), 1, [])).toBe(SAMPLE_DATE);
  });

  it('is the one that README names', () => {
    const readme = readFileSync(join(DIR, '../../../../README.md'), 'utf8');
    expect(readme).toContain(`the trading day, ${SAMPLE_DATE} by default`);
  });
});

describe('the sample’s trades', () => {
  it('buy all nine ETFs and sell several, with each strategy and one stray AdjustmentOrder', () => {
    const assets = (side: string) => new Set(onshore.filter((t) => t.Side === side).map((t) => t.Asset));
    expect(assets('BUY')).toEqual(new Set(FIGURES.keys()));
    expect(assets('SELL').size).toBeGreaterThanOrEqual(4);
    const strategies = records('trades').map((trade) => trade.Strategy);
    expect(strategies.filter((strategy) => strategy === 'RebalanceOrder').length).toBeGreaterThan(2);
    expect(strategies.filter((strategy) => strategy === 'AdjustmentOrder')).toHaveLength(1);
  });

  it('ask of each fund only what it may trade, never both sides of one asset', () => {
    const seen = new Map<string, string | undefined>();
    for (const trade of trades) {
      const fund = fundOf(trade.CNPJ);
      expect([...(fund?.assets_onshore ?? []), ...(fund?.assets_offshore ?? [])]).toContain(trade.Asset);
      const key = `${trade.CNPJ} ${trade.Asset}`;
      expect(seen.get(key) ?? trade.Side).toBe(trade.Side);
      seen.set(key, trade.Side);
    }
  });

  it('sell no more than the fund holds', () => {
    const holdings = records('holdings');
    for (const trade of onshore.filter((one) => one.Side === 'SELL')) {
      const held = holdings.find((row) => row.cnpj === trade.CNPJ && row.asset === trade.Asset);
      const low = FIGURES.get(trade.Asset ?? '')?.low ?? 0;
      expect(Number(held?.shares ?? 0) * low).toBeGreaterThan(brl(trade.Amount));
    }
  });

  it('fit the day’s volume: under a third of it for the busy ETFs, small money for the quiet ones', () => {
    for (const { asset, average, shares } of FIGURES.values()) {
      const wanted = onshore.filter((t) => t.Asset === asset).reduce((sum, t) => sum + brl(t.Amount), 0);
      const volume = average * shares;
      expect(wanted).toBeLessThan(volume * (volume > 10_000_000 ? 0.5 : 0.4));
      if (volume < 1_000_000) expect(wanted).toBeLessThan(200_000);
    }
  });
});

describe('the sample’s tabs', () => {
  it('name an administrator, a family and a cut-off for every ETF of the market, with a valid ISIN', () => {
    const etfs = records('etfs');
    expect(etfs.map((etf) => etf.asset)).toEqual([
      'HASH11',
      'BITH11',
      'ETHE11',
      'SOLH11',
      'XRPH11',
      'DEFI11',
      'WEB311',
      'META11',
      'FOMO11',
    ]);
    for (const etf of etfs) {
      const digits = [...(etf.isin ?? '')].map((c) => Number.parseInt(c, 36)).join('');
      const luhn = [...digits].reverse().reduce((sum, digit, i) => {
        const doubled = Number(digit) * (i % 2 === 1 ? 2 : 1);
        return sum + (doubled > 9 ? doubled - 9 : doubled);
      }, 0);
      expect([etf.asset, luhn % 10]).toEqual([etf.asset, 0]);
      expect(etf.administrator_emails).toMatch(/@/);
    }
    expect(etfs.filter((etf) => etf.broker !== '').map((etf) => etf.broker)).toEqual(['Meridian Securities']);
    expect(new Set(etfs.map((etf) => etf.unit_rounding))).toEqual(new Set(['nearest', 'down']));
  });

  it('split what is not pinned 60 to 40 between a Portuguese and an English broker', () => {
    const brokers = records('brokers');
    expect(brokers.map((broker) => [broker.language, Number(broker.share)])).toEqual([
      ['pt', 0.6],
      ['en', 0.4],
    ]);
    expect(brokerDesks(sample.tabs.brokers)).toEqual([
      {
        name: 'Corretora Aurora',
        emails: ['mesa@aurora.example', 'etf@aurora.example'],
        accountCodes: ['70311', '70312'],
      },
      { name: 'Meridian Securities', emails: ['desk@meridian.example'], accountCodes: ['M-5520'] },
    ]);
  });

  it('name no participant of the exchange: its codes are numbers, these begin with X', () => {
    const codes = records('brokers').map((broker) => broker.code ?? '');
    expect(codes.filter((code) => !/^X\d+$/.test(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('write to nobody real', () => {
    const texts = ['etfs', 'brokers', 'settings'].map((name) =>
      readFileSync(join(DIR, `${name}.csv`), 'utf8'),
    );
    const addresses = texts.join(' ').match(/[^\s,"]+@[^\s,"]+/g) ?? [];
    expect(addresses.length).toBeGreaterThan(5);
    expect(addresses.filter((address) => !address.endsWith('.example'))).toEqual([]);
  });
});
