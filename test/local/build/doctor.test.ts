import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { examine, LARGEST, lines, type Surroundings } from '../../../build/doctor';

const SCRIPT_ID = '1aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789_-aBcDeFgHiJkLmNoPq';
const MANIFEST = readFileSync('appsscript.json', 'utf8');
let root: string;

const put = (path: string, text: string): void => writeFileSync(join(root, path), text);
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'doctor-'));
  mkdirSync(join(root, 'build/out'), { recursive: true });
  put('.clasp.json', JSON.stringify({ scriptId: SCRIPT_ID, rootDir: 'build/out' }));
  put('build/out/Code.js', 'function onOpen() { return BigInt("100000000"); }');
  put('build/out/Sidebar.html', '<p>desk</p>');
  put('build/out/appsscript.json', MANIFEST);
});
afterEach(() => rmSync(root, { recursive: true }));

const answers =
  (said: Readonly<Record<string, string>>): Surroundings['clasp'] =>
  (command = '') =>
    ({
      'show-authorized-user': '{ "loggedIn": true, "email": "ana@desk.example" }',
      'list-versions': '[\n  { "versionNumber": 1 }\n]\n',
      ...said,
    })[command] ?? '';

const found = async (said: Readonly<Record<string, string>> = {}) =>
  new Map((await examine({ root, clasp: answers(said) })).map(({ what, ok, says }) => [what, { ok, says }]));

describe('npm run doctor', () => {
  it('has nothing to say against a desk that can be pushed', async () => {
    const all = await examine({ root, clasp: answers({}) });
    expect(all.map(({ what, ok }) => [what, ok])).toEqual(
      ['login', 'script id', 'Apps Script API', 'manifest', 'syntax', 'sizes'].map((what) => [what, true]),
    );
    expect(lines(all)[0]).toBe('ok      login            as ana@desk.example');
  });

  it('begins where a fresh clone stands: no login, no script id, nothing built', async () => {
    put('.clasp.json', readFileSync('.clasp.json', 'utf8'));
    rmSync(join(root, 'build/out/Code.js'));
    const all = await found({ 'show-authorized-user': '{ "loggedIn": false }' });
    expect(all.get('login')).toEqual({ ok: false, says: 'run: npx clasp login' });
    expect(all.get('script id')?.says).toContain('Extensions > Apps Script > Project settings');
    expect(all.get('Apps Script API')).toMatchObject({ ok: null });
    expect(all.get('build')).toEqual({ ok: false, says: 'nothing is built yet; run: npm run build' });
  });

  it('says where the Apps Script API is switched on', async () => {
    const said = 'User has not enabled the Apps Script API. Enable it by visiting …';
    const { ok, says } = (await found({ 'list-versions': said })).get('Apps Script API') ?? {};
    expect([ok, says]).toEqual([false, expect.stringContaining('script.google.com/home/usersettings')]);
  });

  it.each([
    ['nothing', ''],
    ['a page', '<html>Sign in</html>'],
    ['an error that ends well', '{"error":"invalid_grant"}'],
    ['a network that is not there', 'request to https://script.googleapis.com/ failed, reason: ENOTFOUND'],
  ])('does not take %s for an answer of Google', async (_what, said) => {
    const { ok, says } = (await found({ 'list-versions': said })).get('Apps Script API') ?? {};
    expect([ok, says]).toEqual([false, expect.stringContaining(said || 'nothing')]);
  });

  it('names what stands in place of a script id', async () => {
    put(
      '.clasp.json',
      JSON.stringify({ scriptId: 'https://script.google.com/d/1x/edit', rootDir: 'build/out' }),
    );
    expect((await found()).get('script id')?.says).toContain('"https://script.google.com/d/1x/edit" is none');
  });

  it.each([
    ['a time zone that is none', { timeZone: 'America/Sampa' }, 'timeZone'],
    ['the old engine', { runtimeVersion: 'DEPRECATED_ES5' }, 'runtimeVersion'],
    ['no scopes', { oauthScopes: [] }, 'oauthScopes'],
    ['a field that nobody knows', { timezone: 'America/Sao_Paulo' }, 'timezone'],
    ['plain http in the whitelist', { urlFetchWhitelist: ['http://a.example/'] }, 'urlFetchWhitelist.0'],
  ])('refuses a manifest with %s', async (_what, change, where) => {
    put('build/out/appsscript.json', JSON.stringify({ ...JSON.parse(MANIFEST), ...change }));
    expect((await found()).get('manifest')).toEqual({ ok: false, says: expect.stringContaining(where) });
  });

  it('counts the scopes that the target will ask for, not those of the last build', async () => {
    const scope = 'https://www.googleapis.com/auth/cloud-platform';
    const said = async (more: Partial<Surroundings>) =>
      (await examine({ root, clasp: answers({}), ...more })).find(({ what }) => what === 'manifest')?.says;
    const count = JSON.parse(MANIFEST).oauthScopes.length;
    const now = await said({});
    expect(now).toBe(`${count} scopes, America/Sao_Paulo`);
    expect(await said({ without: scope })).toBe(now);
    expect(await said({ with: scope })).toBe(
      `${count + 1} scopes (the last build asked for ${count}), America/Sao_Paulo`,
    );
    const more = { ...JSON.parse(MANIFEST), oauthScopes: [...JSON.parse(MANIFEST).oauthScopes, scope] };
    put('build/out/appsscript.json', JSON.stringify(more));
    expect(await said({ with: scope })).toBe(`${count + 1} scopes, America/Sao_Paulo`);
    expect(await said({ without: scope })).toBe(
      `${count} scopes (the last build asked for ${count + 1}), America/Sao_Paulo`,
    );
  });

  it('names the words that Google would stumble over', async () => {
    put('build/out/Code.js', 'function cap() { return 100000000n; }');
    const { ok, says } = (await found()).get('syntax') ?? {};
    expect([ok, says]).toEqual([false, expect.stringContaining('return 100000000n')]);
  });

  it('measures what is pushed', async () => {
    put('build/out/Sidebar.html', ' '.repeat(LARGEST['.html'] + 1));
    expect((await found()).get('sizes')).toEqual({
      ok: false,
      says: expect.stringContaining('Sidebar.html has 500001 bytes'),
    });
  });
});
