// What a scenario's two APIs answer at a time of the day.
import { describe, expect, it } from '@jest/globals';
import { openFeeds, type Quotes } from '../../../src/local/cli/scenarioFeeds';
import { readScenario } from '../../../src/local/cli/scenarioFile';
import { fromSaoPaulo } from '../../../src/local/host/clock';
import { SAMPLE_DATE } from '../../../src/local/market';

function opened(feeds: readonly object[], quotes?: Quotes) {
  const answer = openFeeds(readScenario(JSON.stringify({ name: 'n', steps: [], feeds })).feeds, quotes);
  return (at: string, path: string): unknown => {
    const { status, body } = answer(path, fromSaoPaulo(`${SAMPLE_DATE}T${at}`));
    return status === 200 && body.startsWith('{') ? JSON.parse(body) : `${status} ${body}`;
  };
}

const FILLS = '/allocation/fills';
const INAV = '/marketdata/v2/inav/HASH11';
const row = (fillId: string, qty: number, price: number) => ({
  fillId,
  accountCode: '101',
  symbol: 'HASH11',
  side: 'Buy',
  qty,
  price,
});

describe('the post-trade system', () => {
  it('answers with the last feed of fills that has begun, whole', () => {
    const ask = opened([
      { at: '14:00', fills: [row('2', 5, 62)] },
      { at: '12:00', fills: [row('1', 3, 62)] },
      { at: '13:00', quotes: { HASH11: { inav: 62.5 } } },
    ]);
    expect(ask('11:59', FILLS)).toEqual({ fills: [] });
    expect(ask('12:00', FILLS)).toEqual({ fills: [row('1', 3, 62)] });
    expect(ask('13:59', FILLS)).toEqual({ fills: [row('1', 3, 62)] });
    expect(ask('18:00', FILLS)).toEqual({ fills: [row('2', 5, 62)] });
  });

  it('consolidates them at their volume-weighted price, without what was busted', () => {
    const ask = opened([
      {
        at: '12:00',
        fills: [row('1', 100, 62.4), row('2', 300, 62.8), { ...row('3', 900, 1), status: 'BUSTED' }],
      },
    ]);
    expect(ask('12:00', '/allocation/consolidated')).toEqual({
      consolidatedAllocations: [
        { accountCode: '101', symbol: 'HASH11', side: 'Buy', qty: 400, avgPrice: 62.7 },
      ],
    });
  });

  it('gives a raw answer byte for byte, for so many requests, and then what it gave before', () => {
    const ask = opened([
      { at: '12:00', fills: [row('1', 3, 62)] },
      { at: '13:00', executions: { status: 503, body: 'down', times: 2 } },
      { at: '14:00', executions: { status: 200, body: ' "odd" ' } },
      { at: '15:00', fills: [] },
    ]);
    expect([ask('13:00', FILLS), ask('13:00', FILLS)]).toEqual(['503 down', '503 down']);
    expect(ask('13:30', FILLS)).toEqual({ fills: [row('1', 3, 62)] });
    expect([ask('14:00', FILLS), ask('14:59', FILLS)]).toEqual(['200  "odd" ', '200  "odd" ']);
    expect(ask('15:00', FILLS)).toEqual({ fills: [] });
  });

  it('counts the times by themselves in each scenario feed', () => {
    const ask = opened([
      { at: '12:00', executions: { status: 500, times: 1 } },
      { at: '12:00', executions: { status: 503, times: 1 }, fills: [row('1', 3, 62)] },
    ]);
    expect([ask('12:00', FILLS), ask('12:00', FILLS)]).toEqual(['503 ', { fills: [row('1', 3, 62)] }]);
  });
});

describe('the iNAV provider', () => {
  it('keeps of a quote what a later feed does not mention', () => {
    const ask = opened([
      { at: '10:00', quotes: { HASH11: { inav: 62.5, sharesPerUnit: 20_000 } } },
      { at: '12:00', quotes: { HASH11: { inav: 62.7 } } },
      { at: '18:30', quotes: { HASH11: { officialNav: 62.61 } } },
    ]);
    expect(ask('09:00', INAV)).toMatch(/^404 /);
    expect(ask('12:00', INAV)).toMatchObject({
      inavPerShare: 62.7,
      info: { numberOfSharesPerCreationUnit: 20_000 },
    });
    expect(ask('12:00', '/marketdata/v2/nav/HASH11')).toMatch(/^404 /);
    expect(ask('18:30', '/marketdata/v2/nav/HASH11')).toMatchObject({ officialNavPerShare: 62.61 });
  });

  it('counts the times of a raw answer for each ETF by itself, and leaves the official NAV alone', () => {
    const ask = opened([{ at: '12:00', inav: { status: 500, body: 'x', times: 1 } }], {
      HASH11: { inav: 62.5, sharesPerUnit: 1, officialNav: 62 },
      BITH11: { inav: 101, sharesPerUnit: 1 },
    });
    expect(ask('12:00', '/marketdata/v2/nav/HASH11')).toMatchObject({ officialNavPerShare: 62 });
    expect(ask('12:00', INAV)).toBe('500 x');
    expect(ask('12:00', '/marketdata/v2/inav/BITH11')).toBe('500 x');
    expect(ask('12:00', INAV)).toMatchObject({ inavPerShare: 62.5 });
  });

  it('knows no other address', () => {
    expect(opened([])('12:00', '/allocation/other')).toMatch(/^404 /);
  });
});
