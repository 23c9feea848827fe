// The way out to other systems: patient with outages, clear about refusals, silent about the token.
import { describe, expect, it, jest } from '@jest/globals';
import { ATTEMPTS, getJson, shown } from '../../src/google/http';
import { said } from '../fakes/said';
import { installFakes, type Reply } from './fakes';

const URL = 'https://post.trades.example/allocation/fills';
const TOKEN = 'very-secret-token';
const ok: Reply = { status: 200, body: '{"a":1}' };

function ask(...replies: (Reply | Error)[]) {
  const fakes = installFakes();
  fakes.web.answer = (_url, batch) => replies[batch - 1] ?? replies[replies.length - 1] ?? ok;
  const [answer] = getJson([URL], TOKEN);
  const reason = answer?.kind === 'failed' ? said(answer.reason) : '';
  return { answer, reason, attempts: fakes.web.batches.length, sleeps: fakes.sleeps, web: fakes.web };
}

describe('a request', () => {
  it('carries the token as a bearer and follows no redirect with it', () => {
    const { answer, web } = ask(ok);
    expect(answer).toEqual({ kind: 'json', body: { a: 1 } });
    expect(web.batches[0]?.[0]).toMatchObject({
      url: URL,
      headers: { Authorization: `Bearer ${TOKEN}` },
      muteHttpExceptions: true,
      followRedirects: false,
    });
  });

  it('is answered behind a byte order mark too', () => {
    expect(ask({ status: 200, body: '\ufeff{"a":1}' }).answer).toEqual({ kind: 'json', body: { a: 1 } });
  });

  it('whose answer has a key twice in one record is answered with nothing that could be believed', () => {
    const { answer, reason, attempts } = ask({ status: 200, body: '{"fills":[{"qty":300,"qty":30}]}' });
    expect([answer?.kind, attempts]).toEqual(['failed', 1]);
    expect(reason).toContain('has the key "qty" twice in one record (fills[0])');
    expect(ask({ status: 200, body: '[{"qty":1},{"qty":1}]' }).answer?.kind).toBe('json');
  });

  it('carries no authorisation without a token', () => {
    const { web } = installFakes();
    web.answer = () => ok;
    getJson([URL], null);
    expect(web.batches[0]?.[0]?.headers).not.toHaveProperty('Authorization');
  });

  it('is not made when there is nothing to ask', () => {
    const { web } = installFakes();
    expect(getJson([], TOKEN)).toEqual([]);
    expect(web.batches).toEqual([]);
  });
});

describe('what the platform says of an address', () => {
  it('is passed on without what is secret in it, which the log and the traders’ mails would keep', () => {
    const { web } = installFakes();
    const url = 'https://desk:s3cret@post.trades.example/allocation/fills?access_token=hidden&page=2';
    web.answer = () => new Error(`DNS error: ${url}`);
    const [answer] = getJson([url], TOKEN);
    const reason = answer?.kind === 'failed' ? said(answer.reason) : '';
    expect(reason).toContain('(DNS error: https://post.trades.example/allocation/fills)');
    expect(reason).not.toMatch(/s3cret|hidden/);
  });
});

describe('an outage', () => {
  it.each([500, 502, 503, 429])('of HTTP %d is tried again after waits that double', (status) => {
    const { answer, attempts, sleeps } = ask({ status }, { status }, ok);
    expect(answer?.kind).toBe('json');
    expect([attempts, sleeps]).toEqual([3, [1000, 2000]]);
  });

  it('of the connection is tried again too, and its words never show the token', () => {
    expect(ask(new Error('Address unavailable'), ok).answer?.kind).toBe('json');
    const { reason, attempts } = ask(new Error(`Timeout for ${TOKEN}`));
    expect(attempts).toBe(ATTEMPTS);
    expect(reason).toContain('cannot be reached (Timeout for •••) after 4 attempts');
  });

  it('that takes half a minute to show is not asked for again: four of them would take the run and its lock', () => {
    let ms = Date.now();
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => ms);
    const fakes = installFakes();
    fakes.web.answer = () => {
      ms += 60_000;
      return new Error('Timeout: https://post.trades.example');
    };
    const [answer] = getJson([URL], TOKEN);
    clock.mockRestore();
    expect([answer?.kind, fakes.web.batches.length, fakes.sleeps]).toEqual(['failed', 1, []]);
    expect(answer?.kind === 'failed' && said(answer.reason)).toBe(
      `${URL} cannot be reached (Timeout: https://post.trades.example); try again later, or fill in the tab by hand.`,
    );
  });

  it('ends after the last attempt with what to do', () => {
    const { reason, attempts, sleeps } = ask({ status: 503 });
    expect([attempts, sleeps]).toEqual([ATTEMPTS, [1000, 2000, 4000]]);
    expect(reason).toBe(
      `${URL} is failing (HTTP 503) after 4 attempts; try again later, or fill in the tab by hand.`,
    );
  });

  it('waits as long as the server asks, in seconds or until a date', () => {
    expect(ask({ status: 429, headers: { 'retry-after': '7' } }, ok).sleeps).toEqual([7000]);
    const soon = new Date(Date.now() + 20_000).toUTCString();
    const [wait = 0] = ask({ status: 503, headers: { 'Retry-After': soon } }, ok).sleeps;
    expect(wait).toBeGreaterThan(17_000);
    expect(wait).toBeLessThanOrEqual(20_000);
  });

  it('does not wait for a server that asks for more than a run has time for', () => {
    const { reason, attempts, sleeps } = ask({ status: 429, headers: { 'Retry-After': '600' } });
    expect([attempts, sleeps]).toEqual([1, []]);
    expect(reason).toContain('asks for fewer requests (HTTP 429) and asks to wait 600 s');
  });

  it('of one address repeats that address only, and the answers keep their order', () => {
    const { web } = installFakes();
    web.answer = (url, batch) =>
      url.endsWith('/b') && batch === 1 ? { status: 500 } : { status: 200, body: `"${url}"` };
    const answers = getJson(['https://x.example/a', 'https://x.example/b', 'https://x.example/c'], null);
    expect(web.batches.map((batch) => batch.map(({ url }) => url.slice(-1)))).toEqual([
      ['a', 'b', 'c'],
      ['b'],
    ]);
    expect(answers.map((answer) => (answer.kind === 'json' ? answer.body : null))).toEqual([
      'https://x.example/a',
      'https://x.example/b',
      'https://x.example/c',
    ]);
  });
});

describe('a refusal', () => {
  it.each([401, 403])('with HTTP %d sends the trader to the token, at once', (status) => {
    const { reason, attempts } = ask({ status, body: TOKEN });
    expect(attempts).toBe(1);
    expect(reason).toBe(
      `${URL} refuses the token (HTTP ${status}): the token has expired or is wrong; give the new one in Trading > Set up.`,
    );
  });

  it.each([
    [404, 'missing', ''],
    [400, 'failed', 'refuses the request (HTTP 400)'],
    [302, 'failed', 'sends elsewhere (HTTP 302)'],
  ])('with HTTP %d is not tried again', (status, kind, words) => {
    const { answer, reason, attempts } = ask({ status });
    expect([answer?.kind, attempts]).toEqual([kind, 1]);
    expect(reason).toContain(words);
  });

  it.each([
    ['<html>Sign in</html>', 'a web page'],
    ['', 'nothing'],
    ['{"a":', 'text that is not JSON'],
  ])('in the body %j is told as what it is', (body, what) => {
    const { reason } = ask({ status: 200, body });
    expect(reason).toBe(`${URL} answered with ${what} instead of JSON; check the address in settings.`);
  });
});

it('an address is shown without user, password and query', () => {
  expect(shown('https://me:pw@host.example/a?key=1#x')).toBe('https://host.example/a');
});
