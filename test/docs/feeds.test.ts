// The examples of docs/feeds.md are answers that the desk reads, and the stand-in serves just them.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseConsolidated, parseFills } from '../../src/google/fills';
import { parseInav, parseNav } from '../../src/google/inavApi';
import { parseJson } from '../../src/google/json';
import { examplesIn, openStandIn, type StandIn } from '../../src/local/market';
import { textOf } from './pages';

const examples = examplesIn(textOf('docs/feeds.md'));
const DATE = '2026-10-14';
const context = {
  url: 'https://post-trade.example',
  date: DATE,
  accounts: [{ accountCode: '100101', broker: 'Corretora Aurora' }],
  alias: 'Mesa ETF',
  localTime: (instant: Date) => new Date(instant.getTime() - 3 * 3_600_000).toISOString().slice(0, 19),
};
const bodyOf = (address: string): unknown => parseJson(examples.get(address) ?? '');
const answered = (address: string) => ({ kind: 'json' as const, body: bodyOf(address) });

describe('the examples', () => {
  it('of fills hold one that stands, one sold, and one that was busted by a row about it', () => {
    const { rows, problems } = parseFills(bodyOf('/allocation/fills'), context);
    expect(problems).toEqual([]);
    expect(
      rows.map(({ fillId, side, quantity, price, status }) => [fillId, side, quantity, price, status]),
    ).toEqual([
      ['9007199254740993', 'BUY', 1500, 62.4, 'EXECUTED'],
      ['E-2', 'SELL', 200, 71.05, 'EXECUTED'],
      ['E-1', 'BUY', 300, 62.45, 'BUSTED'],
    ]);
    expect(rows.map(({ time }) => time)).toEqual([
      '2026-10-14T10:31:05',
      '2026-10-14T10:40:00',
      '2026-10-14T10:40:00',
    ]);
  });

  it('of averages is one row', () => {
    const { rows, problems } = parseConsolidated(bodyOf('/allocation/consolidated'), context);
    expect(problems).toEqual([]);
    expect(rows).toMatchObject([{ asset: 'HASH11', quantity: 1500, price: 62.41333333, time: null }]);
  });

  it('of iNAV and NAV are read', () => {
    const url = 'https://inav.example';
    const NOW = '2026-10-14T11:00:00';
    const etf = { asset: 'HASH11', isin: null };
    expect(parseInav(etf, url, answered('/marketdata/v2/inav/HASH11'), NOW).value).toEqual({
      inav: 62.5,
      sharesPerUnit: 20_000,
    });
    expect(parseNav(etf, url, answered('/marketdata/v2/nav/HASH11'), '2026-10-13').value).toBe(62.47);
  });
});

describe('the stand-in', () => {
  const dir = mkdtempSync(join(tmpdir(), 'feeds-'));
  let standIn: StandIn;
  beforeAll(async () => {
    mkdirSync(join(dir, 'allocation'));
    writeFileSync(join(dir, 'allocation', 'consolidated.json'), '{"consolidatedAllocations":[]}');
    standIn = await openStandIn({ port: 0, token: 't', date: '2026-11-03', examples, dir });
  });
  afterAll(async () => {
    await standIn.close();
    rmSync(dir, { recursive: true });
  });
  const get = async (path: string, token = 't') => {
    const answer = await fetch(standIn.url + path, { headers: { authorization: `Bearer ${token}` } });
    return { status: answer.status, text: await answer.text() };
  };

  it('serves an example with its dates moved to the day', async () => {
    const { status, text } = await get('/allocation/fills');
    expect(status).toBe(200);
    expect(text).toContain('2026-11-03T10:31:05-03:00');
    expect(text).not.toContain(DATE);
  });

  it('serves a file of one’s own first', async () => {
    expect((await get('/allocation/consolidated')).text).toBe('{"consolidatedAllocations":[]}');
  });

  it('serves it byte for byte, whatever its encoding', async () => {
    const bytes = Buffer.from('{"note":"Índice"}', 'latin1');
    writeFileSync(join(dir, 'allocation', 'latin.json'), bytes);
    const answer = await fetch(`${standIn.url}/allocation/latin`, { headers: { authorization: 'Bearer t' } });
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
  });

  it('serves no example in place of a file of one’s own that cannot be read', async () => {
    mkdirSync(join(dir, 'allocation', 'fills.json'));
    const { status, text } = await get('/allocation/fills');
    rmSync(join(dir, 'allocation', 'fills.json'), { recursive: true });
    expect([status, JSON.parse(text).error]).toEqual([500, expect.stringContaining('EISDIR')]);
  });

  it('answers GET alone, as the contract has it, and says so to any other method', async () => {
    for (const method of ['POST', 'PUT', 'DELETE'])
      for (const path of ['/allocation/fills', '/allocation/consolidated', '/nope']) {
        const answer = await fetch(standIn.url + path, { method, headers: { authorization: 'Bearer t' } });
        expect([method, path, answer.status, answer.headers.get('allow')]).toEqual([
          method,
          path,
          405,
          'GET',
        ]);
        expect(await answer.text()).not.toContain('Allocations');
      }
  });

  it('refuses another token, and knows no other address', async () => {
    expect((await get('/allocation/fills', 'x')).status).toBe(401);
    expect((await get('/marketdata/v2/inav/NOPE11')).status).toBe(404);
    expect((await get('/allocation/%2e%2e%2fsecret')).status).toBe(404);
  });
});
