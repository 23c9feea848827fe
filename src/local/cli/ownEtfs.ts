// ETFs of the reader's own files that the sample does not know: a row in etfs, and figures for the simulator, which are named.
import { fromSaoPaulo, saoPauloStamp } from '../host';
import { FIGURES, inventedFor, type Listed, type SampleBook } from '../market';
import { readStatus } from './answers';
import { keepListed, readListed } from './listed';
import type { DeskFace, World } from './world';

type Records = readonly Readonly<Record<string, string>>[];

async function records(book: DeskFace['book'], tab: string): Promise<Records> {
  if (!book.tabs().includes(tab)) return [];
  const [header = [], ...rows] = await book.readTab(tab);
  return rows.map((row) =>
    Object.fromEntries(header.map((name, i) => [String(name), textOf(row[i]).trim()])),
  );
}

const textOf = (cell: unknown): string =>
  cell instanceof Date ? saoPauloStamp(cell.getTime()) : String(cell ?? '');

/** A row in etfs for each ETF that is traded, that a fund may trade at B3 and that has none: the sample's first, under its own family. */
export async function addEtfs(book: DeskFace['book'], sample: SampleBook): Promise<void> {
  const allowed = new Set(
    (await records(book, 'fund-stats')).flatMap((fund) =>
      (fund.onshore_assets ?? '').split(/[;,]/).map((asset) => asset.trim()),
    ),
  );
  const known = new Set((await records(book, 'etfs')).map((row) => row.asset));
  const traded = new Set((await records(book, 'daily-trades')).map((row) => row.asset ?? ''));
  const missing = [...traded].filter((asset) => allowed.has(asset) && !known.has(asset)).sort();
  if (missing.length === 0) return;
  const [names = [], first = []] = sample.tabs.etfs;
  const model = new Map(names.map((name, i) => [name, first[i] ?? '']));
  const [header = [], ...rows] = await book.readTab('etfs');
  const rowOf = (asset: string): readonly (string | number)[] => {
    const own: Readonly<Record<string, string>> = { asset, name: asset, family: 'own', isin: '', broker: '' };
    return header.map((name) => {
      const text = own[String(name)] ?? model.get(String(name)) ?? '';
      return text !== '' && ['limit_bps', 'max_volume_share'].includes(String(name)) ? Number(text) : text;
    });
  };
  book.writeTab('etfs', [header, ...rows, ...missing.map(rowOf)]);
}

/** Lists what the book's etfs hold and the sample does not. @returns all that the simulator trades beside the sample */
export async function listOwn(world: World, dir: string): Promise<readonly Listed[]> {
  const { book } = world.desk;
  const others = [...new Set((await records(book, 'etfs')).map((row) => row.asset ?? ''))]
    .filter((asset) => /^[A-Z0-9]{5,}$/.test(asset) && !FIGURES.has(asset))
    .sort();
  if (others.length === 0) return [];
  const kept = new Map(readListed(dir).listed.map((one) => [one.asset, one]));
  const trades = await records(book, 'daily-trades');
  const quotes = await records(book, 'market-data');
  // Once a day has begun, the tab holds what the simulator itself said.
  const isUntouched = readStatus((await world.desk.call('checkAdjustmentStatus')).value).date === null;
  const listed = others.map((asset) => {
    const quote = isUntouched ? quotes.find((row) => row.asset === asset) : undefined;
    const before = kept.get(asset);
    if (before !== undefined && quote !== undefined && isEcho(world.market, quote)) return before;
    const wanted = trades.filter((row) => row.asset === asset).reduce((sum, row) => sum + amountOf(row), 0);
    const invented = inventedFor(asset, wanted);
    return fromQuote(invented, quote) ?? before ?? invented;
  });
  for (const one of listed) world.market.list(one);
  keepListed(dir, listed);
  return listed;
}

/** Whether a quote is what the simulator itself said: a run that was refused has fetched it, and nobody else says so. */
function isEcho(market: World['market'], quote: Readonly<Record<string, string>>): boolean {
  try {
    return (
      market.inavOf(quote.asset ?? '', fromSaoPaulo((quote.as_of ?? '').replace(' ', 'T'))) ===
      Number(quote.inav)
    );
  } catch {
    // Typed without a time, or with one that is none.
    return false;
  }
}

const amountOf = ({ amount = '' }: Readonly<Record<string, string>>): number =>
  Number.isFinite(Number(amount)) ? Math.abs(Number(amount)) : 0;

function fromQuote(invented: Listed, quote: Readonly<Record<string, string>> | undefined): Listed | null {
  const price = Number(quote?.inav ?? '');
  if (!(price > 0)) return null;
  const sharesPerUnit = Number(quote?.shares_per_unit);
  const volume = Number(quote?.avg_volume);
  return {
    asset: invented.asset,
    price,
    sharesPerUnit:
      Number.isInteger(sharesPerUnit) && sharesPerUnit > 0 ? sharesPerUnit : invented.sharesPerUnit,
    volume: volume > 0 ? volume : invented.volume,
    source: 'market-data',
  };
}
