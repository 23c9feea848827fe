// A first page is never the whole: every common way to the next one is followed, on the configured host alone.
import { beforeEach, describe, expect, it } from '@jest/globals';
import { createServices } from '../../src/google/services';
import { texts } from '../fakes/said';
import { installFakes, type Reply } from './fakes';
import { settingsWith } from './settings';

const HOST = 'https://post.trades.example';
const settings = settingsWith({
  tradingApiUrl: HOST,
  tradingApiSecret: 'trading-token',
  executionsLevel: 'fills',
});
const row = (fillId: number) => ({
  ...{ accountAlias: 'CASA', accountCode: '101', fillId, symbol: 'HASH11' },
  ...{ side: 'Buy', qty: 100, price: 62.4 },
});
const FIRST = [row(1), row(2)];
const SECOND = [row(3)];

let fakes = installFakes();
beforeEach(() => {
  fakes = installFakes();
  fakes.userProperties.setProperty('secret:trading-token', 'token');
});

/** The first page says more; the second is found at an address that holds `at`. */
function ask(first: object, second: object, at: string, headers: Reply['headers'] = {}) {
  fakes.web.answer = (url) =>
    url.includes(at)
      ? { status: 200, body: JSON.stringify({ fills: SECOND, ...second }) }
      : { status: 200, body: JSON.stringify({ fills: FIRST, ...first }), headers };
  return createServices()
    .feeds(settings)
    .executions('2024-11-08', [{ broker: 'Aurora', accountCode: '101' }], []);
}

describe('a first page', () => {
  it.each([
    ['a token', { nextPageToken: 'abc' }, {}, 'pageToken=abc'],
    ['a token with a line', { next_page_token: 'a b' }, {}, 'page_token=a%20b'],
    ['a cursor', { pagination: { next_cursor: 'c2' } }, {}, 'cursor=c2'],
    ['an offset', { offset: 0, limit: 2, total: 3 }, { offset: 2, limit: 2, total: 3 }, 'offset=2&limit=2'],
    ['a page number', { page: 1, totalPages: 2 }, { page: 2, totalPages: 2 }, 'page=2'],
    ['a page number from zero', { page: 0, totalPages: 2 }, { page: 1, totalPages: 2 }, 'page=1'],
    ['a link', { next: `${HOST}/allocation/fills?after=2` }, { next: null }, 'after=2'],
    ['a link without host', { links: { next: '/allocation/fills?after=2' } }, {}, 'after=2'],
    ['a HAL link', { _links: { next: { href: '?after=2' } } }, {}, 'after=2'],
    ['a link among links', { links: [{ rel: 'next', href: '/allocation/fills?after=2' }] }, {}, 'after=2'],
    ['an OData link', { '@odata.nextLink': `${HOST}/allocation/fills?$skip=2` }, {}, 'skip=2'],
    ['an OData link without a path', { '@odata.nextLink': 'fills?$skip=2' }, {}, '/allocation/fills?$skip=2'],
    ['a page that is not the last', { number: 0, last: false }, { number: 1, last: true }, 'page=1'],
    ['a bare cursor', { cursor: 'c2' }, { cursor: '' }, 'cursor=c2'],
    ['the number of the next page', { proximaPagina: 2 }, { proximaPagina: null }, 'pagina=2'],
    ['a page number in Portuguese', { paginação: { página: 1, totalPáginas: 2 } }, {}, 'p%C3%A1gina=2'],
    ['the number of the next page, with its accents', { próximaPágina: 2 }, {}, 'pagina=2'],
    ['the address of the next page', { proximaPagina: '/allocation/fills?pagina=2' }, {}, 'pagina=2'],
    ['more, with an offset', { hasMore: true, offset: 0 }, { hasMore: false, offset: 2 }, 'offset=2'],
  ])('with %s is followed by the next', (_how, first, second, at) => {
    const answer = ask(first, second, at);
    expect(answer?.problems).toEqual([]);
    expect(answer?.rows.map(({ fillId }) => fillId)).toEqual(['1', '2', '3']);
  });

  it('with a Link header is followed too', () => {
    const answer = ask({}, {}, 'after=2', { Link: `<${HOST}/allocation/fills?after=2>; rel="next"` });
    expect(answer?.rows).toHaveLength(3);
  });

  it('by HTTP 206 is a part, which is followed or refused', () => {
    const part = (more: object) => {
      fakes.web.answer = (url) =>
        url.includes('after=2')
          ? { status: 200, body: JSON.stringify({ fills: SECOND }) }
          : { status: 206, body: JSON.stringify({ fills: FIRST, ...more }) };
      return createServices()
        .feeds(settings)
        .executions('2024-11-08', [{ broker: 'Aurora', accountCode: '101' }], []);
    };
    expect(part({ next: '?after=2' })?.rows).toHaveLength(3);
    expect(texts(part({})?.problems ?? [])[0]).toContain('there are more rows than the 2');
  });

  it('with the same fields that say that it is all is all', () => {
    const answer = ask(
      {
        total: 2,
        offset: 0,
        limit: 50,
        hasMore: false,
        next: null,
        nextPageToken: '',
        last: true,
        cursor: 'own',
        remaining: 0,
        links: [],
      },
      {},
      '?',
    );
    expect(answer).toMatchObject({ problems: [] });
    expect(answer?.rows).toHaveLength(2);
    expect(fakes.web.batches).toHaveLength(1);
  });

  it.each([
    [
      'a link to another host',
      { next: 'https://elsewhere.example/fills' },
      'the token goes to no other host',
    ],
    ['a link to another host without a scheme', { next: '//elsewhere.example/fills' }, 'to no other host'],
    ['a host that only begins alike', { next: `${HOST}.evil.example/fills` }, 'to no other host'],
    ['more rows and no way to them', { total: 5 }, 'announces 5 rows and sent 2'],
    ['more and no way to it', { hasMore: true }, 'there are more rows than the 2'],
    ['last: false', { last: false }, 'there are more rows than the 2'],
    ['isLastPage: false', { isLastPage: 'false' }, 'there are more rows than the 2'],
    ['moreResults', { moreResults: true }, 'there are more rows than the 2'],
    ['rows that remain', { remaining: 12 }, 'there are more rows than the 2'],
    ['complete: false', { complete: false }, 'there are more rows than the 2'],
    ['a link that is no web address', { nextLink: 'file:/etc/passwd' }, 'to no other host'],
    ['a token that leads back', { nextPageToken: 'again' }, 'with the same one again'],
  ])('with %s is no answer', (_how, first, words) => {
    const answer = ask(first, {}, 'nowhere');
    expect(answer?.rows).toEqual([]);
    expect(answer?.problems).toMatchObject([{ severity: 'error', code: 'feed-failed' }]);
    expect(texts(answer?.problems ?? [])[0]).toContain(words);
    expect(fakes.web.batches.flat().every(({ url }) => url.startsWith(`${HOST}/`))).toBe(true);
  });

  it('whose next one fails is no answer', () => {
    fakes.web.answer = (url) =>
      url.includes('pageToken')
        ? { status: 403 }
        : { status: 200, body: JSON.stringify({ fills: FIRST, nextPageToken: 'x' }) };
    const answer = createServices().feeds(settings).executions('2024-11-08', [], []);
    expect(answer).toMatchObject({ rows: [], problems: [{ code: 'feed-failed' }] });
  });
});

describe('an error inside a good answer', () => {
  it.each([
    [{ error: 'timeout' }],
    [{ errors: [{ message: 'x' }] }],
    [{ success: false, message: 'down' }],
    [{ status: 'error' }],
    [{ code: 503 }],
  ])('such as %j is told, whatever its list', (extra) => {
    const answer = ask(extra, {}, '?');
    expect(answer?.rows).toEqual([]);
    expect(texts(answer?.problems ?? [])[0]).toContain('answered with an error');
  });

  it('that says that there is none is none', () => {
    expect(ask({ error: null, errors: [], success: true, status: 'ok' }, {}, '?')?.problems).toEqual([]);
  });
});
