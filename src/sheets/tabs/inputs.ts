// The tabs that people fill in: the desk reads them and never writes them, but for Import and Set up.
import { type Broker, FILE_FORMATS } from '../../domain/broker';
import { DAY_KINDS, exceptionFaults, type HolidayRow } from '../../domain/dayException';
import { ALL_FAMILIES, type Etf, familyKey, SUGGESTED_FAMILIES, UNIT_ROUNDINGS } from '../../domain/etf';
import { FUND_STRATEGIES, type Fund, type Holding } from '../../domain/fund';
import { fail, ok, quote } from '../../domain/result';
import { TRADE_STRATEGIES, type Trade } from '../../domain/trade';
import { LANGUAGES } from '../../language/language';
import { msg, type PlainSentence } from '../../language/message';
import {
  choice,
  cnpj,
  flag,
  fraction,
  isin,
  money,
  named,
  optional,
  picked,
  signedMoney,
  text,
  ticker,
  whole,
} from '../column';
import type { Column } from '../columnType';
import { emails, list, tickers, timesByName, unitsByAsset } from '../listColumn';
import { date, timeOfDay } from '../momentColumn';
import { defineTab, type Tab } from '../tab';
import { typedSide } from './common';

export const fundStats = defineTab<Fund>(
  'fund-stats',
  'input',
  'One row a fund: who it is, what it may hold, its money.',
  {
    fund: named('the fund’s name', 330),
    cnpj: cnpj('the fund’s CNPJ, as text; it joins this tab to all others'),
    type: optional(text('such as FIM or FIA', 80)),
    management: optional(text('passive or active', 90)),
    strategy: optional(choice(FUND_STRATEGIES, 'as the administrator’s file spells it')),
    onshoreAssets: tickers('ETFs that the fund may trade at B3, separated by commas'),
    offshoreAssets: tickers('assets that the offshore desk trades for it'),
    administrator: optional(text('who administers the fund')),
    bank: optional(text('bank of its account', 70)),
    branch: optional(text('branch of its account', 70)),
    account: optional(text('number of its account', 100)),
    nav: optional(money('net asset value in BRL; blank = the check on it is skipped')),
    cash: optional(
      signedMoney('free cash in BRL, below zero where it is; blank = the check on it is skipped'),
    ),
    primaryAccess: optional(
      flag('may the fund ask for creation and redemption units; blank = as its strategy'),
    ),
    maxUnits: unitsByAsset('units a day at most, such as HASH11:3'),
  },
  ['cnpj'],
);

export const dailyTrades = defineTab<Trade>(
  'daily-trades',
  'input',
  'What the portfolio managers want done today. The desk never writes here.',
  {
    fund: picked(named('the fund’s name; the CNPJ counts', 330), 'fund-stats', 'fund'),
    cnpj: picked(cnpj('the fund’s CNPJ'), 'fund-stats', 'cnpj'),
    asset: picked(ticker('the ETF, or the offshore asset'), 'etfs', 'asset'),
    side: typedSide,
    amount: money('BRL, such as 1234.56'),
    strategy: choice(
      TRADE_STRATEGIES,
      'SimpleOrder, RebalanceOrder; AdjustmentOrder rows are listed and ignored',
    ),
  },
);

/** Any name but the word that stands for all of them. */
const familyName = (help: PlainSentence): Column<string> => ({
  ...text(help, 120),
  suggests: SUGGESTED_FAMILIES,
  parse: (cell) => {
    const family = familyKey(String(cell));
    return family === ALL_FAMILIES
      ? fail(msg('{said} means every family; write the name of one', { said: quote(cell) }))
      : ok(family);
  },
});

export const etfs = defineTab<Etf>(
  'etfs',
  'input',
  'One row an ETF that the desk trades onshore.',
  {
    asset: ticker('the symbol at B3'),
    name: optional(text('the ETF’s name', 220)),
    family: familyName('its primary requests go out together'),
    isin: optional(isin('the ISIN')),
    limitBps: whole('how far from the iNAV brokers may trade, in basis points'),
    maxVolumeShare: optional(fraction('largest part of the average daily volume that one side may ask for')),
    primaryCutoff: optional(timeOfDay('last minute for requests, HH:mm')),
    unitRounding: optional(
      choice(
        UNIT_ROUNDINGS,
        'whole units: never more in total than is open, the nearest number, or never above any target',
      ),
    ),
    administrator: optional(text('who takes creation and redemption requests')),
    administratorEmails: emails('where requests go'),
    broker: picked(
      optional(text('broker that takes all of it; blank = split by the brokers’ shares')),
      'brokers',
      'name',
    ),
    spreadBps: optional(whole('its usual spread in basis points: what a way there and back costs')),
  },
  ['asset'],
);

export const brokers = defineTab<Broker>(
  'brokers',
  'input',
  'One row a broker.',
  {
    name: named('the broker’s name'),
    code: text('its code at the exchange', 60),
    emails: emails('where orders go'),
    cc: emails('who gets a copy'),
    language: choice(LANGUAGES, 'of its e-mails: pt or en'),
    accountCodes: list('the desk’s accounts at this broker, as the post-trade system names them'),
    share: fraction('its part of every ETF that names no broker; all parts add up to 100%'),
    allocateBy: {
      ...choice(
        ['average', 'fill', 'block'] as const,
        'how it takes the allocation: each fund at its own average, fill by fill, or all funds at one average (one for each part of the day, where orders begin or end within it)',
      ),
      whenBlank: { value: 'average' },
    },
    fillsFrom: {
      ...choice(
        ['api', 'inbox'] as const,
        'where its fills come from: the post-trade system, or an inbox spreadsheet that it fills in itself',
      ),
      whenBlank: { value: 'api' },
    },
    minTicket: optional(money('BRL of the smallest order that it takes; blank = any')),
    fileFormat: {
      ...choice(
        FILE_FORMATS,
        'its allocation file: commas and points, or semicolons and commas as Excel in Brazil opens it',
      ),
      whenBlank: { value: 'csv' },
    },
  },
  ['name'],
);

export const holdings = defineTab<Holding>(
  'holdings',
  'input',
  'Shares held at the day’s opening; without rows the check on sells is skipped.',
  {
    fund: picked(optional(text('the fund’s name', 330)), 'fund-stats', 'fund'),
    cnpj: picked(cnpj('the fund’s CNPJ'), 'fund-stats', 'cnpj'),
    asset: picked(ticker('the ETF'), 'etfs', 'asset'),
    shares: whole('shares held'),
  },
  ['cnpj', 'asset'],
);

export const holidays: Tab<HolidayRow> = {
  ...defineTab<HolidayRow>(
    'holidays',
    'input',
    'Days that differ from B3’s calendar as computed; with a date alone B3 is closed.',
    {
      date: date('the day'),
      kind: optional(
        choice(
          DAY_KINDS,
          'what is odd: blank = as the times say, without times and cut-offs closed; open = an extra session; trading-only = nothing settles',
          {
            fechado: 'closed',
            feriado: 'closed',
            aberturatardia: 'late-opening',
            meiopregao: 'half-day',
            aberto: 'open',
            sonegociacao: 'trading-only',
            soliquidacao: 'settlement-only',
          },
        ),
      ),
      open: optional(timeOfDay('first minute of trading')),
      close: optional(timeOfDay('last minute of trading')),
      cutoffs: timesByName('last minutes for requests on this date, by ETF or family, such as HASH11 14:30'),
    },
    ['date'],
  ),
  faults: exceptionFaults,
};

export interface SettingRow {
  readonly key: string;
  readonly value: string | null;
  readonly meaning: string | null;
}

export const settingsTab = defineTab<SettingRow>(
  'settings',
  'input',
  'How the desk works. A blank value means the default.',
  {
    key: text('the setting', 220),
    value: optional(text('its value', 320)),
    meaning: { ...optional(text('what it does, and the default', 520)), explains: true },
  },
  ['key'],
);
