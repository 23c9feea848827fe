// What the two APIs of a scenario answer at a moment: the last feed that speaks of an address, or the one before it
// once an answer that was given for a number of requests is used up.
import type { FillRow, QuoteFields, RawAnswer, ScenarioFeed } from './scenarioFile';

export interface Answer {
  readonly status: number;
  readonly body: string;
}

export type Quotes = Readonly<Record<string, QuoteFields>>;

/** Answers one request at a time; `path` is the address without its host. */
export type Feeds = (path: string, now: number) => Answer;

/** What one feed says of an address: an answer as it is, rows of its own, both or neither. */
interface Words {
  readonly raw: RawAnswer | undefined;
  readonly hasRows: boolean;
}

const EXECUTIONS = /^\/allocation\/(fills|consolidated)$/;
const MARKET_DATA = /^\/marketdata\/v2\/(inav|nav)\/([^/]+)$/;

/** @param quotes what the iNAV provider knows before the first feed */
export function openFeeds(feeds: readonly ScenarioFeed[], quotes: Quotes = {}): Feeds {
  const used = new Map<string, number>();

  /** Uses up one of the times that a raw answer is given for at this address. */
  const isSpent = (raw: RawAnswer, path: string, index: number): boolean => {
    if (raw.times === undefined) return false;
    const key = `${index} ${path}`;
    const count = used.get(key) ?? 0;
    used.set(key, count + 1);
    return count >= raw.times;
  };

  /** The newest word on it; a raw answer that is spent leaves it to what the feed itself says, then to the one before. */
  const newest = (path: string, now: number, wordsOf: (feed: ScenarioFeed) => Words): RawAnswer | null => {
    for (let i = feeds.length - 1; i >= 0; i--) {
      const feed = feeds[i];
      if (feed === undefined || feed.moment > now) continue;
      const { raw, hasRows } = wordsOf(feed);
      if (raw !== undefined && !isSpent(raw, path, i)) return raw;
      if (hasRows) return null;
    }
    return null;
  };

  return (path, now) => {
    const known = feeds.filter(({ moment }) => moment <= now);
    const executions = EXECUTIONS.exec(path);
    if (executions !== null) {
      const raw = newest(path, now, ({ executions, fills }) => ({
        raw: executions,
        hasRows: fills !== undefined,
      }));
      const rows = known.findLast(({ fills }) => fills !== undefined)?.fills ?? [];
      if (raw !== null) return raw;
      return ok(
        executions[1] === 'fills' ? { fills: rows } : { consolidatedAllocations: consolidated(rows) },
      );
    }
    const [, kind, asset = ''] = MARKET_DATA.exec(path) ?? [];
    if (kind === undefined) return missing(`no such address: ${path}`);
    const quote: QuoteFields = Object.assign({}, quotes[asset], ...known.map((feed) => feed.quotes?.[asset]));
    if (kind === 'nav') return navAnswer(asset, quote);
    const raw = newest(path, now, (feed) => ({
      raw: feed.inav,
      hasRows: feed.quotes?.[asset] !== undefined,
    }));
    return raw ?? inavAnswer(asset, quote);
  };
}

const ok = (body: unknown): Answer => ({ status: 200, body: JSON.stringify(body) });
const missing = (error: string): Answer => ({ status: 404, body: JSON.stringify({ error }) });

function inavAnswer(asset: string, { inav, sharesPerUnit }: QuoteFields): Answer {
  if (inav === undefined) return missing(`unknown ETF: ${asset}`);
  return ok({
    info: {
      fundName: asset,
      numberOfSharesPerCreationUnit: sharesPerUnit,
      estimatedNetAssetValuePerShareForNextDate: inav,
    },
    inavPerShare: inav,
  });
}

function navAnswer(asset: string, { officialNav }: QuoteFields): Answer {
  if (officialNav === undefined || officialNav === null)
    return missing('the official NAV is published after the close');
  return ok({ info: { fundName: asset }, officialNavPerShare: officialNav });
}

/** One row an account, symbol and side at its volume-weighted price; what was busted is not in it. */
function consolidated(fills: readonly FillRow[]): readonly unknown[] {
  const groups = new Map<string, { readonly row: FillRow; qty: number; money: number }>();
  for (const row of fills) {
    if (/bust|cancel/i.test(String(row.status ?? ''))) continue;
    const key = JSON.stringify([row.accountCode, row.accountAlias, row.symbol, row.side]);
    const group = groups.get(key) ?? { row, qty: 0, money: 0 };
    group.qty += Number(row.qty);
    group.money += Number(row.qty) * Number(row.price);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ row: { accountCode, accountAlias, side, symbol }, qty, money }) => ({
    accountCode,
    accountAlias,
    side,
    symbol,
    qty,
    avgPrice: Math.round((money / qty) * 1e8) / 1e8,
  }));
}
