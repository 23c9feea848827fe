// Both feeds as the runner asks for them: addresses, token, answers, refusals.
import { describe, expect, it } from '@jest/globals';
import type { DayException } from '../../src/domain/dayException';
import { createServices } from '../../src/google/services';
import { texts } from '../fakes/said';
import { type Fakes, installFakes, type Reply } from './fakes';
import { settingsWith } from './settings';

const TOKEN = 'very-secret-token';
const trading = settingsWith({
  tradingApiUrl: 'https://post.trades.example',
  tradingApiSecret: 'trading-token',
  accountAlias: 'DESK',
});
const accounts = [{ broker: 'XP', accountCode: '1001' }];
const json = (body: unknown): Reply => ({ status: 200, body: JSON.stringify(body) });

function desk(answer: (url: string) => Reply | Error, token: string | null = TOKEN): Fakes {
  const fakes = installFakes();
  fakes.web.answer = answer;
  if (token !== null) fakes.userProperties.setProperty('secret:trading-token', token);
  return fakes;
}

describe('the post-trade system', () => {
  const ask = (settings = trading) => createServices().feeds(settings).executions('2024-11-08', accounts, []);

  it.each(['consolidated', 'fills'] as const)('is asked for %s with the token', (executionsLevel) => {
    const { web } = desk(() => json({ consolidatedAllocations: [], fills: [] }));
    expect(ask({ ...trading, executionsLevel })).toMatchObject({ rows: [], problems: [] });
    expect(web.batches).toMatchObject([
      [
        {
          url: `https://post.trades.example/allocation/${executionsLevel}`,
          headers: { Authorization: `Bearer ${TOKEN}` },
        },
      ],
    ]);
  });

  it('is not asked when there is none', () => {
    const { web } = desk(() => json({}));
    expect(ask(settingsWith())).toBeNull();
    expect(web.batches).toEqual([]);
  });

  it.each([
    [
      'no name of the secret',
      { ...trading, tradingApiSecret: null },
      TOKEN,
      'TRADING_API_SECRET is blank in settings',
    ],
    [
      'nobody’s token',
      trading,
      null,
      'the secret "trading-token" holds no token for you; give it in Trading > Set up.',
    ],
  ])('is not asked with %s', (_case, settings, token, words) => {
    const { web } = desk(() => json({}), token);
    expect(ask(settings)?.problems).toMatchObject([{ severity: 'error', code: 'no-token' }]);
    expect(texts(ask(settings)?.problems ?? [])[0]).toContain(words);
    expect(web.batches).toEqual([]);
  });

  it.each([
    [{ status: 401 }, 'the token has expired or is wrong; give the new one in Trading > Set up.'],
    [{ status: 404 }, 'does not exist (HTTP 404); check TRADING_API_URL in settings.'],
    [{ status: 500 }, 'is failing (HTTP 500) after 4 attempts'],
    [{ status: 200, body: '<!doctype html>' }, 'answered with a web page instead of JSON'],
    [new Error(`DNS error with ${TOKEN}`), 'cannot be reached'],
  ])('that answers %j stops the stage in words without the token', (reply, words) => {
    desk(() => reply);
    const [problem] = ask()?.problems ?? [];
    const [text] = texts(ask()?.problems ?? []);
    expect(problem).toMatchObject({ severity: 'error', code: 'feed-failed' });
    expect(text).toContain(words);
    expect(text).toContain('https://post.trades.example/allocation/consolidated');
    expect(text).not.toContain(TOKEN);
  });
});

describe('the iNAV provider', () => {
  const NOW = '2024-11-08T12:30:00';
  const settings = settingsWith({ inavApiUrl: 'https://nav.house.example' });
  const ask = (
    assets: readonly string[],
    isin: string | null = null,
    at = NOW,
    holidays: readonly DayException[] = [],
  ) =>
    createServices()
      .feeds(settings)
      .quotes(
        assets.map((asset) => ({ asset, isin })),
        at,
        holidays,
      );
  const inav = (change: object = {}, info: object = {}) =>
    json({
      info: { fundName: 'x', numberOfSharesPerCreationUnit: 20_000, ...info },
      inavPerShare: 62.5,
      ...change,
    });

  it.each([
    ['no time', {}, {}, NOW],
    ['asOf with a zone', { asOf: '2024-11-08T13:05:00Z' }, {}, '2024-11-08T10:05:00'],
    ['timestamp in its info', {}, { timestamp: '2024-11-08 09:55:00' }, '2024-11-08T09:55:00'],
    ['updatedAt in milliseconds', { updatedAt: 1731070800000 }, {}, '2024-11-08T10:00:00'],
    ['the date of another day', { date: '2024-11-07' }, {}, '2024-11-07T00:00:00'],
    ['the date of today', { date: '2024-11-08' }, {}, NOW],
  ])('that says %s is as old as that', (_how, change, info, asOf) => {
    desk((url) => (url.includes('/nav/') ? { status: 404 } : inav(change, info)));
    expect(ask(['HASH11'])).toMatchObject({ rows: [{ asOf }], problems: [] });
  });

  it('that answers a part by HTTP 206 has answered nothing', () => {
    desk((url) => (url.includes('/nav/') ? { status: 404 } : { ...inav(), status: 206 }));
    expect(ask(['HASH11'])).toMatchObject({
      rows: [],
      problems: [{ severity: 'error', code: 'bad-answer' }],
    });
  });

  it('is asked for every ETF, iNAV and official NAV, in one round', () => {
    const { web } = desk((url) => (url.includes('/nav/') ? { status: 404 } : inav()));
    expect(ask(['HASH11', 'SOLH11'])?.rows).toMatchObject([{ asset: 'HASH11' }, { asset: 'SOLH11' }]);
    expect(web.batches.map((batch) => batch.map(({ url }) => url))).toEqual([
      [
        'https://nav.house.example/marketdata/v2/inav/HASH11',
        'https://nav.house.example/marketdata/v2/inav/SOLH11',
        'https://nav.house.example/marketdata/v2/nav/HASH11',
        'https://nav.house.example/marketdata/v2/nav/SOLH11',
      ],
    ]);
    expect(web.batches[0]?.[0]?.headers).not.toHaveProperty('Authorization');
  });

  it('states no time of its own: a quote is as of its fetch, and without official NAV until that is published', () => {
    desk((url) => (url.includes('/nav/') ? { status: 404 } : inav()));
    expect(ask(['HASH11'])).toEqual({
      rows: [
        { asset: 'HASH11', inav: 62.5, sharesPerUnit: 20_000, officialNav: null, avgVolume: null, asOf: NOW },
      ],
      problems: [],
    });
  });

  it('gives the official NAV once it is published', () => {
    desk((url) =>
      url.includes('/nav/') ? json({ info: { fundName: 'x' }, officialNavPerShare: 62.61 }) : inav(),
    );
    expect(ask(['HASH11'])?.rows[0]?.officialNav).toBe(62.61);
  });

  it.each([
    ['in the evening the day’s own', '2024-11-08T19:00:00', '2024-11-08', 62.61],
    ['in the evening none of the day before', '2024-11-08T19:00:00', '2024-11-07', null],
    [
      'the next session’s morning that of the day which closed last',
      '2024-11-11T07:05:00',
      '2024-11-08',
      62.61,
    ],
    ['before the close none that says it is of that day', '2024-11-11T07:05:00', '2024-11-11', null],
  ])('gives the official NAV of the day that it says it is of: %s', (_which, now, date, nav) => {
    desk((url) => (url.includes('/nav/') ? json({ date, officialNavPerShare: 62.61 }) : inav()));
    const answer = ask(['HASH11'], null, now);
    expect(answer?.rows[0]?.officialNav).toBe(nav);
    expect(answer?.problems.map(({ code }) => code)).toEqual(nav === null ? ['other-date'] : []);
  });

  it.each([
    ['in a round after five, while New York has standard time', '2024-11-08', '17:40:00', '15:00:00'],
    ['once trading has ended', '2024-11-08', '17:56:00', '17:56:00'],
    ['once trading has ended an hour earlier', '2024-07-08', '16:56:00', '16:56:00'],
  ])('beside an official NAV keeps its own time until trading has ended: %s', (_when, date, now, asOf) => {
    desk((url) =>
      url.includes('/nav/')
        ? json({ info: { fundName: 'x' }, officialNavPerShare: 62.61 })
        : inav({ asOf: `${date}T15:00:00-03:00` }),
    );
    expect(ask(['HASH11'], null, `${date}T${now}`)?.rows[0]?.asOf).toBe(`${date}T${asOf}`);
  });

  it('beside an official NAV counts as fresh from the close that the desk itself has for the date', () => {
    desk((url) =>
      url.includes('/nav/')
        ? json({ info: { fundName: 'x' }, officialNavPerShare: 62.61 })
        : inav({ asOf: '2024-11-08T12:55:00-03:00' }),
    );
    const at = (time: string, date = '2024-11-08') =>
      ask(['HASH11'], null, `2024-11-08T${time}`, [{ date, open: null, close: '13:00' }])?.rows[0]?.asOf;
    expect([at('12:59:00'), at('13:05:00'), at('13:05:00', '2024-11-07')]).toEqual([
      '2024-11-08T12:55:00',
      '2024-11-08T13:05:00',
      '2024-11-08T12:55:00',
    ]);
  });

  it.each([
    ['a zero iNAV', inav({ inavPerShare: 0 }), 'inavPerShare 0 is not a price above zero'],
    ['a missing iNAV', inav({ inavPerShare: undefined }), 'inavPerShare is missing'],
    [
      'no unit size',
      inav({}, { numberOfSharesPerCreationUnit: 0 }),
      'numberOfSharesPerCreationUnit 0 is zero',
    ],
    [
      'half a share a unit',
      inav({}, { numberOfSharesPerCreationUnit: 0.5 }),
      'numberOfSharesPerCreationUnit 0.5 is not a whole number',
    ],
    ['no info', json({ inavPerShare: 62.5 }), 'the answer has no "info"'],
    ['an unknown symbol', { status: 404 }, 'the provider knows no HASH11 (HTTP 404)'],
  ])('that answers %s stops the stage', (_case, reply, words) => {
    desk((url) => (url.includes('/nav/') ? { status: 404 } : reply));
    const answer = ask(['HASH11']);
    expect(answer?.rows).toEqual([]);
    expect(answer?.problems).toMatchObject([{ severity: 'error' }]);
    expect(texts(answer?.problems ?? [])[0]).toContain(words);
    expect(texts(answer?.problems ?? [])[0]).toContain('https://nav.house.example/marketdata/v2/inav/HASH11');
  });

  it.each([
    ['its symbol', { symbol: 'BITH11' }, {}, 'BITH11'],
    ['its symbol with a market', { ticker: 'bith11.SA' }, {}, 'BITH11'],
    ['its name, where that is a symbol', {}, { fundName: 'BITH11' }, 'BITH11'],
    ['its ISIN', {}, { isin: 'BRBITHCTF004' }, 'BRBITHCTF004'],
  ])('that answers of another ETF by %s stops the stage, however plausible', (_case, top, info, other) => {
    desk((url) => (url.includes('/nav/') ? { status: 404 } : inav(top, info)));
    const answer = ask(['HASH11'], 'BRHASHCTF018');
    expect(answer?.rows).toEqual([]);
    expect(answer?.problems).toMatchObject([{ severity: 'error', code: 'other-etf' }]);
    expect(texts(answer?.problems ?? []).join()).toContain(`the answer is of ${other} and not of HASH11`);
  });

  it('that names the ETF that was asked is believed, whatever else it is called', () => {
    const own = { symbol: 'HASH11.SA', index: 'NCI' };
    desk((url) =>
      url.includes('/nav/')
        ? json({ info: { fundName: 'x', symbol: 'BITH11' }, officialNavPerShare: 101.4 })
        : inav(own, { fundName: 'Nasdaq Crypto Index', isin: 'BRHASHCTF018' }),
    );
    const answer = ask(['HASH11'], 'BRHASHCTF018');
    // A NAV of another ETF is no NAV, and stops nothing.
    expect(answer?.rows).toMatchObject([{ asset: 'HASH11', inav: 62.5, officialNav: null }]);
    expect(answer?.problems).toMatchObject([{ severity: 'warning', code: 'other-etf' }]);
  });

  it.each([
    [json({ officialNavPerShare: -1 }), 'officialNavPerShare -1 is not a price above zero'],
    [json(7), 'the answer is not a record'],
    [{ status: 401 }, 'refuses the token'],
  ])('that has trouble with the official NAV only warns', (reply, words) => {
    desk((url) => (url.includes('/nav/') ? reply : inav()));
    const answer = ask(['HASH11']);
    expect(answer?.rows[0]?.officialNav).toBeNull();
    expect(answer?.problems).toMatchObject([{ severity: 'warning' }]);
    expect(texts(answer?.problems ?? [])[0]).toContain(words);
  });

  it('is not asked when there is none', () => {
    desk(() => inav());
    expect(
      createServices()
        .feeds(settingsWith())
        .quotes([{ asset: 'HASH11', isin: null }], NOW, []),
    ).toBeNull();
  });
});
