// The market simulator: exchange, post-trade system, iNAV provider and administrator over HTTP on loopback.
import type { ServerResponse } from 'node:http';
import { type Clock, saoPauloDate, serveLoopback } from '../host';
import { inavAt, type MarketDay } from './day';
import { type ExchangeOptions, openExchange } from './exchange';
import type { Listed } from './listing';
import { consolidate, type FillRow } from './postTrade';
import { AS_USUAL, type OwnHours, sessionOf } from './session';

export { FIGURES, SAMPLE_DATE } from './figures';
export { inventedFor, type Listed } from './listing';
export { brokerDesks, readSample, type SampleBook, type SampleTab } from './sample';
export type { OwnHours } from './session';
export { examplesIn, openStandIn, type StandIn } from './standIn';

/** For tests: what goes wrong with every answer while it is switched on. */
export type MarketFault =
  | 'html'
  | 'error 500'
  | 'unauthorized'
  | 'NaN price'
  | 'zero iNAV'
  | 'unmapped account';

export interface Market {
  readonly url: string;
  readonly faults: Set<MarketFault>;
  readonly rejected: readonly string[];
  /** Lets an ETF trade that the sample does not know. */
  list(one: Listed): void;
  /** The iNAV that it says at a moment, past ones included, BRL a share; null for an ETF that nobody has heard of. */
  inavOf(asset: string, at: number): number | null;
  close(): Promise<void>;
}

/**
 * Two hours into the day the post-trade system stumbles over this many requests, if they come in its bad moment: that hangs on the
 * clock, so that a desk that was opened again meets no second one.
 */
const OUTAGE_REQUESTS = 2;
const OUTAGE_AFTER = 115 * 60_000;
const OUTAGE_MS = 3_000;

interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfter?: number;
}
const refusal = (status: number, message: string): Reply => ({ status, body: { error: message } });

export async function openMarket(
  options: ExchangeOptions & {
    readonly clock: Clock;
    readonly token: string;
    /** What the desk has of a date's hours; left out = as usual. */
    readonly ownHours?: (date: string) => Promise<OwnHours>;
  },
): Promise<Market> {
  const { clock, token, ownHours = async () => AS_USUAL } = options;
  const exchange = openExchange(options);
  const faults = new Set<MarketFault>();
  const outages = new Map<string, number>();

  const allocation = (path: string, authorization: string | undefined, own: OwnHours): Reply => {
    if (authorization !== `Bearer ${token}` || faults.has('unauthorized')) {
      return refusal(401, 'invalid or expired token');
    }
    const now = clock.now();
    const date = saoPauloDate(now);
    const failed = outages.get(date) ?? 0;
    const since = now - (sessionOf(date, own).open + OUTAGE_AFTER);
    if (since >= 0 && since < OUTAGE_MS && failed < OUTAGE_REQUESTS) {
      outages.set(date, failed + 1);
      return { ...refusal(503, 'temporarily unavailable'), retryAfter: 1 };
    }
    const rows = disturbed(exchange.fills(now, own), options.alias, faults);
    const priceless = (price: 'price' | 'avgPrice') => (row: object) =>
      faults.has('NaN price') ? { ...row, [price]: 'NaN' } : row;
    if (path === '/allocation/fills') return { status: 200, body: { fills: rows.map(priceless('price')) } };
    if (path !== '/allocation/consolidated') return refusal(404, `no such address: ${path}`);
    return {
      status: 200,
      body: { consolidatedAllocations: consolidate(rows).map(priceless('avgPrice')) },
    };
  };

  const marketData = (kind: string, asset: string, own: OwnHours): Reply => {
    const now = clock.now();
    const day = exchange.day(asset, now, own);
    if (day === null) return refusal(404, `unknown ETF: ${asset}`);
    if (kind === 'inav') return { status: 200, body: inavBody(day, now, faults) };
    if (now < day.session.end) return refusal(404, 'the official NAV is published after the close');
    return {
      status: 200,
      body: { info: { fundName: day.figures.fundName }, officialNavPerShare: inavAt(day, now) },
    };
  };

  const answer = async (method: string, path: string, authorization: string | undefined): Promise<Reply> => {
    if (method !== 'GET') return refusal(405, 'GET only');
    if (faults.has('error 500')) return refusal(500, 'internal error');
    const own = await ownHours(saoPauloDate(clock.now()));
    if (path.startsWith('/allocation/')) return allocation(path, authorization, own);
    const [, kind = '', asset = ''] = /^\/marketdata\/v2\/(inav|nav)\/([A-Z0-9]+)$/.exec(path) ?? [];
    return kind === '' ? refusal(404, `no such address: ${path}`) : marketData(kind, asset, own);
  };

  const { origin, close } = await serveLoopback(async (request, response, { pathname }) => {
    if (request.method !== 'GET') response.setHeader('allow', 'GET');
    if (faults.has('html')) sendHtml(response);
    else sendJson(response, await answer(request.method ?? '', pathname, request.headers.authorization));
  });
  const inavOf = (asset: string, at: number): number | null => {
    const day = exchange.day(asset, at, AS_USUAL);
    return day === null ? null : inavAt(day, at);
  };
  return { url: origin, faults, rejected: exchange.rejected, list: exchange.list, inavOf, close };
}

function inavBody(day: MarketDay, now: number, faults: ReadonlySet<MarketFault>): unknown {
  const inav = faults.has('zero iNAV') ? 0 : inavAt(day, now);
  return {
    info: {
      fundName: day.figures.fundName,
      numberOfSharesPerCreationUnit: day.figures.sharesPerUnit,
      estimatedNetAssetValuePerShareForNextDate: inav,
    },
    inavPerShare: inav,
  };
}

function disturbed(
  rows: readonly FillRow[],
  alias: string,
  faults: ReadonlySet<MarketFault>,
): readonly FillRow[] {
  const own = rows.find((row) => row.accountAlias === alias);
  return own !== undefined && faults.has('unmapped account')
    ? [...rows, { ...own, fillId: `${own.fillId}-X`, accountCode: '777777' }]
    : rows;
}

function sendJson(response: ServerResponse, { status, body, retryAfter }: Reply): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
  });
  response.end(JSON.stringify(body));
}

function sendHtml(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end('<!doctype html><title>Sign in</title><p>Your session has expired.</p>');
}
