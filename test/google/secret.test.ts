// The post-trade token: where it is looked for, and that it stays there.
import { afterEach, describe, expect, it } from '@jest/globals';
import { readSecret, saveSecret } from '../../src/google/secret';
import { fetchFills } from '../../src/google/tradingApi';
import { texts } from '../fakes/said';
import { installFakes } from './fakes';
import { settingsWith } from './settings';

const URL = 'https://post-trade.example/api';
const settings = { googleCloudProject: 'desk-trading-1' };
const inManager = (value: string) => ({
  status: 200,
  body: JSON.stringify({ payload: { data: Buffer.from(value).toString('base64') } }),
});
const buildWithSecretManager = () => Object.assign(globalThis, { SECRET_MANAGER: true });

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'SECRET_MANAGER');
});

describe('the ordinary build', () => {
  it('keeps a secret in the properties of the user and asks nobody else', () => {
    const { web, userProperties, documentProperties } = installFakes();
    saveSecret('trading-token', ' abc \n', URL);
    expect(readSecret('trading-token', settings)).toBe('abc');
    expect([...userProperties.values.keys()].sort()).toEqual([
      'secret-host:trading-token',
      'secret:trading-token',
    ]);
    expect(documentProperties.values.size).toBe(0);
    expect(web.batches).toEqual([]);
  });

  it('forgets a secret that is saved empty', () => {
    installFakes();
    saveSecret('trading-token', 'abc', URL);
    saveSecret('trading-token', ' ', URL);
    expect(readSecret('trading-token', settings)).toBeNull();
  });

  it('refuses a name that can be none, without quoting the value', () => {
    installFakes();
    const save = () => saveSecret('my token!', 'abc', URL);
    expect(save).toThrow('"my token!" is not the name of a secret');
    expect(save).not.toThrow(/abc/);
  });
});

describe('the build with Secret Manager', () => {
  it.each([
    ['trading-token', 'projects/desk-trading-1/secrets/trading-token/versions/latest'],
    ['projects/other/secrets/t', 'projects/other/secrets/t/versions/latest'],
    ['projects/other/secrets/t/versions/3', 'projects/other/secrets/t/versions/3'],
  ])('reads %s there, as the person who runs it', (name, path) => {
    buildWithSecretManager();
    const { web } = installFakes();
    web.answer = () => inManager('from the manager\n');
    expect(readSecret(name, settings)).toBe('from the manager');
    expect(web.batches).toMatchObject([
      [
        {
          url: `https://secretmanager.googleapis.com/v1/${path}:access`,
          headers: { Authorization: 'Bearer oauth-token' },
        },
      ],
    ]);
  });

  it.each([[{ status: 403 }], [new Error('no way out')], [{ status: 200, body: '{}' }]])(
    'falls back to the user’s own when it answers %j',
    (reply) => {
      buildWithSecretManager();
      const { web } = installFakes();
      web.answer = () => reply;
      saveSecret('trading-token', 'own', URL);
      expect(readSecret('trading-token', settings)).toBe('own');
    },
  );

  const refusal = (message: string) => JSON.stringify({ error: { message } });

  it.each([
    [
      {
        status: 403,
        body: refusal('Secret Manager API has not been used in project 1 before or it is disabled.'),
      },
      /The Secret Manager API is off in the project desk-trading-1: enable it .* \(HTTP 403: Secret Manager API has not been used/,
    ],
    [
      { status: 403, body: refusal("Permission 'secretmanager.versions.access' denied") },
      /ask for the role Secret Manager Secret Accessor, .* \(HTTP 403: Permission/,
    ],
    [
      { status: 404, body: refusal('Secret not found') },
      /has no projects.*TRADING_API_SECRET.*Secret not found/,
    ],
    [{ status: 500, body: '<html>' }, /try again, or give your own token .* \(HTTP 500\)/],
    [new Error('Address unavailable, Authorization: Bearer oauth-token'), /try again.*Bearer •••\)/],
  ])('says what Google said (%j) and what to do, where the user has no token', (reply, words) => {
    buildWithSecretManager();
    const { web } = installFakes();
    web.answer = () => reply;
    const read = () => readSecret('trading-token', settings);
    expect(read).toThrow(words);
    expect(read).not.toThrow(/oauth-token/);
    const fetched = fetchFills(
      settingsWith({
        ...settings,
        tradingApiUrl: 'https://trading.desk.example',
        tradingApiSecret: 'trading-token',
      }),
      '2024-11-08',
      [],
    );
    expect(texts(fetched?.problems ?? []).join()).toMatch(words);
  });

  it('asks nobody when the name or the project cannot be one', () => {
    buildWithSecretManager();
    const { web } = installFakes();
    expect(readSecret('../x', settings)).toBeNull();
    expect(readSecret('trading-token', { googleCloudProject: null })).toBeNull();
    expect(web.batches).toEqual([]);
  });
});

describe('a token', () => {
  const fetched = (tradingApiUrl: string) =>
    fetchFills(settingsWith({ tradingApiUrl, tradingApiSecret: 'trading-token' }), '2024-11-08', []);

  it.each([
    'https://evil.example/api',
    'https://post-trade.example@evil.example/api',
    'https://post-trade.example.evil.example/api',
    'https://post-trade.example:8443/api',
    'https://evil.example\\@post-trade.example/api',
  ])('is not sent to %s, which somebody wrote into the settings since it was given', (address) => {
    const { web } = installFakes();
    saveSecret('trading-token', 'abc', URL);
    expect(texts(fetched(address)?.problems ?? [])).toEqual([
      expect.stringMatching(
        /but your token was given for https:\/\/post-trade.example and is sent nowhere else/,
      ),
    ]);
    expect(web.batches).toEqual([]);
    saveSecret('trading-token', 'abc', address);
    fetched(address);
    expect(web.batches).not.toEqual([]);
  });

  it('goes to another path of its host, and an older version’s to the first that is asked', () => {
    const { web, userProperties } = installFakes();
    saveSecret('trading-token', 'abc', URL);
    fetched('https://post-trade.example/v2');
    expect(web.batches).not.toEqual([]);
    userProperties.deleteProperty('secret-host:trading-token');
    web.batches.length = 0;
    fetched(URL);
    expect(web.batches).not.toEqual([]);
    web.batches.length = 0;
    fetched('https://evil.example');
    expect(web.batches).toEqual([]);
  });

  it('given while the settings name no address goes to none', () => {
    const { web } = installFakes();
    saveSecret('trading-token', 'abc', null);
    expect(fetched(URL)?.problems).toHaveLength(1);
    expect(web.batches).toEqual([]);
  });
});
