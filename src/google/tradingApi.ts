// The post-trade system: what the desk's accounts executed today.

import type { BrokerAccount, Fetched, FetchedFills } from '../desk/feeds';
import type { Fill } from '../domain/fill';
import { error } from '../domain/problem';
import type { ProblemCode } from '../domain/problemCodes';
import type { IsoDate } from '../domain/stamp';
import { type Message, msg } from '../language/message';
import { saidBy } from '../language/print';
import type { Settings } from '../sheets/settings';
import { otherDayIn, warningsIn } from './answerSays';
import { listIn } from './answers';
import { localTime } from './clock';
import { type FillsContext, parseConsolidated, parseFills } from './fills';
import { getJson, shown } from './http';
import { nextPage } from './pages';
import { givenForOther, readSecret } from './secret';

export type TradingSettings = Pick<
  Settings,
  'tradingApiUrl' | 'tradingApiSecret' | 'executionsLevel' | 'accountAlias' | 'googleCloudProject'
>;

/** What the desk knows of the day's fills. */
type Known = Pick<FillsContext, 'known' | 'past' | 'isOver'>;

/** null when the desk has no post-trade system and fills in the tab `executions` by hand. */
export function fetchFills(
  settings: TradingSettings,
  date: IsoDate,
  accounts: readonly BrokerAccount[],
  before: Known = {},
): FetchedFills | null {
  const { tradingApiUrl, tradingApiSecret, executionsLevel, accountAlias } = settings;
  if (tradingApiUrl === null) return null;
  if (tradingApiSecret === null)
    return refused(
      'no-token',
      msg(
        'TRADING_API_SECRET is blank in settings; name the secret there, then give the token in Trading > Set up.',
      ),
    );
  const found = tokenOf(tradingApiSecret, settings);
  if (found.why !== null) return refused('no-token', found.why);
  const { token } = found;
  if (token === null)
    return refused(
      'no-token',
      msg('the secret "{name}" holds no token for you; give it in Trading > Set up.', {
        name: tradingApiSecret,
      }),
    );

  const other = givenForOther(tradingApiSecret, tradingApiUrl);
  if (other !== null)
    return refused(
      'other-address',
      msg(
        'TRADING_API_URL leads to {url}, but your token was given for {url2} and is sent nowhere else: correct the address, or give the token again in Trading > Set up.',
        { url: shown(tradingApiUrl), url2: other },
      ),
    );
  const address = `${tradingApiUrl}/allocation/${executionsLevel}`;
  const url = shown(address);
  const list = executionsLevel === 'fills' ? 'fills' : 'consolidatedAllocations';
  const answer = fetchPages(address, token, list);
  if (answer.kind === 'failed') return refused('feed-failed', answer.reason);
  const context = { url, date, accounts, alias: accountAlias, localTime, ...before };
  const fetched =
    executionsLevel === 'fills' ? parseFills(answer.body, context) : parseConsolidated(answer.body, context);
  const said = answer.pages.flatMap((page) => [
    ...warningsIn(page, url),
    ...(before.isOver ? [] : otherDayIn(page, context)),
  ]);
  return { ...fetched, problems: [...said, ...fetched.problems] };
}

function tokenOf(name: string, settings: TradingSettings) {
  try {
    return { token: readSecret(name, settings), why: null };
  } catch (cause) {
    return { token: null, why: saidBy(cause) };
  }
}

/**
 * Fills of a day that is over. A consolidated row names no day, so there it is not asked; null then, and without a post-trade
 * system.
 */
export const fetchEarlierFills = (
  settings: TradingSettings,
  date: IsoDate,
  accounts: readonly BrokerAccount[],
  before: Known,
): FetchedFills | null =>
  settings.executionsLevel === 'fills'
    ? fetchFills(settings, date, accounts, { ...before, isOver: true })
    : null;

/** More than a day of fills has: a provider that goes on and on is not believed. */
const MOST_PAGES = 200;

type Answer =
  | { readonly kind: 'whole'; readonly body: unknown; readonly pages: readonly unknown[] }
  | { readonly kind: 'failed'; readonly reason: Message };
const failed = (reason: Message): Answer => ({ kind: 'failed', reason });

/** All pages as one answer, or why there is none: half of it is never taken for the whole. */
function fetchPages(address: string, token: string, list: string): Answer {
  const rows: unknown[] = [];
  const pages: unknown[] = [];
  const seen = new Set<string>();
  let [url, before] = [address, ''];
  for (let nth = 1; nth <= MOST_PAGES; nth += 1) {
    seen.add(url);
    const [answer] = getJson([url], token);
    if (answer === undefined || answer.kind === 'missing')
      return failed(
        msg('{url} does not exist (HTTP 404); check TRADING_API_URL in settings.', { url: shown(url) }),
      );
    if (answer.kind === 'failed') return answer;
    const { body, link = null, isPart = false } = answer;
    const { list: page, problems } = listIn(body, list, shown(url));
    // Whatever is wrong with it: whoever reads the body says so.
    if (problems.length > 0) return { kind: 'whole', body, pages };
    rows.push(...page);
    pages.push(body);
    const text = JSON.stringify(page);
    const next = nextPage({ url, body, link, rows: page.length, rowsSoFar: rows.length, nth, isPart });
    if (next.kind === 'wrong') return failed(next.reason);
    const isRepeated = nth > 1 && page.length > 0 && text === before;
    if (isRepeated || (next.kind === 'page' && seen.has(next.url)))
      return failed(
        msg(
          '{url} answers its next page with the same one again, so the rows behind it are not known; ask the provider, or fill in the tab by hand.',
          { url: shown(url) },
        ),
      );
    if (next.kind === 'end') return { kind: 'whole', body: { [list]: rows }, pages };
    [url, before] = [next.url, text];
  }
  return failed(
    msg('{url} has more than {n} pages; ask the provider, or fill in the tab by hand.', {
      url: shown(address),
      n: MOST_PAGES,
    }),
  );
}

const refused = (code: ProblemCode, text: Message): Fetched<Fill> => ({
  rows: [],
  problems: [error(code, text)],
});
