// The iNAV provider: what one share and one creation unit are worth, and the day's official NAV once it is published.

import type { Fetched } from '../desk/services';
import type { Etf, Quote } from '../domain/etf';
import { error, type Problem, problemOf } from '../domain/problem';
import type { Stamp } from '../domain/stamp';
import { type Message, msg, verbatim } from '../language/message';
import type { Settings } from '../sheets/settings';
import { FieldReader, type Fields, isFields } from './answers';
import { getJson, type HttpAnswer, shown } from './http';

/** An ETF as the provider is asked for it. */
export type Asked = Pick<Etf, 'asset' | 'isin'>;

/** All ETFs in one round of requests; null when the desk fills in the tab `market-data` by hand. */
export function fetchQuotes(
  { inavApiUrl }: Pick<Settings, 'inavApiUrl'>,
  etfs: readonly Asked[],
  now: Stamp,
): Fetched<Quote> | null {
  if (inavApiUrl === null) return null;
  const assets = etfs.map(({ asset }) => asset);
  const inavUrls = assets.map((asset) => `${inavApiUrl}/marketdata/v2/inav/${encodeURIComponent(asset)}`);
  const navUrls = assets.map((asset) => `${inavApiUrl}/marketdata/v2/nav/${encodeURIComponent(asset)}`);
  const answers = getJson([...inavUrls, ...navUrls], null);
  const rows: Quote[] = [];
  const problems: Problem[] = [];
  etfs.forEach((etf, i) => {
    const { asset } = etf;
    const inav = parseInav(etf, shown(inavUrls[i] ?? ''), answers[i]);
    const nav = parseNav(etf, shown(navUrls[i] ?? ''), answers[assets.length + i]);
    problems.push(...inav.problems, ...nav.problems);
    if (inav.value !== null)
      rows.push({ asset, ...inav.value, officialNav: nav.value, avgVolume: null, asOf: now });
  });
  return { rows, problems };
}

interface Parsed<T> {
  readonly value: T | null;
  readonly problems: readonly Problem[];
}

/** `{"info":{"numberOfSharesPerCreationUnit", …},"inavPerShare"}` */
export function parseInav(
  etf: Asked,
  url: string,
  answer: HttpAnswer | undefined,
): Parsed<Pick<Quote, 'inav' | 'sharesPerUnit'>> {
  if (answer === undefined || answer.kind === 'missing')
    return nothing(
      msg(
        '{url}: the provider knows no {code} (HTTP 404); correct the symbol in the tab etfs, or fill in market-data by hand.',
        { url, code: etf.asset },
      ),
    );
  if (answer.kind === 'failed') return nothing(answer.reason);
  const { body } = answer;
  const info = isFields(body) ? body.info : undefined;
  if (!isFields(body) || !isFields(info))
    return nothing(
      msg('{url}: the answer has no "info"; check INAV_API_URL in settings, or ask the provider.', { url }),
    );
  const top = new FieldReader(verbatim(url), body);
  const details = new FieldReader(verbatim(`${url}: info`), info);
  const inav = top.price('inavPerShare');
  const sharesPerUnit = details.whole('numberOfSharesPerCreationUnit');
  if (sharesPerUnit === 0 && details.wrong.length === 0)
    details.refuse('numberOfSharesPerCreationUnit', 'zero', 0);
  const problems = [...top.wrong, ...details.wrong, ...otherEtf(etf, url, body)];
  return { value: problems.length === 0 ? { inav, sharesPerUnit } : null, problems };
}

/** `{"info":{"fundName"},"officialNavPerShare"}`; 404 = not yet published. Nothing that is wrong here stops a stage. */
export function parseNav(etf: Asked, url: string, answer: HttpAnswer | undefined): Parsed<number> {
  if (answer === undefined || answer.kind === 'missing') return { value: null, problems: [] };
  if (answer.kind === 'failed') return nothing(answer.reason, 'warning');
  if (!isFields(answer.body))
    return nothing(msg('{url}: the answer is not a record; ask the provider.', { url }), 'warning');
  const read = new FieldReader(verbatim(url), answer.body);
  const value = read.price('officialNavPerShare');
  const wrong = [...read.wrong, ...otherEtf(etf, url, answer.body)];
  return wrong.length === 0
    ? { value, problems: [] }
    : { value: null, problems: wrong.map((problem) => ({ ...problem, severity: 'warning' })) };
}

const SYMBOL_KEYS = ['symbol', 'ticker', 'asset', 'tradingCode', 'fundTicker', 'fundSymbol', 'securityCode'];
const ISIN_KEYS = ['isin', 'isinCode', 'fundIsin', 'ISIN'];

/** Whose figures they are, where the answer says so: another ETF's are refused however plausible they look. */
function otherEtf({ asset, isin }: Asked, url: string, body: Fields): readonly Problem[] {
  const records = [body, body.info].filter(isFields);
  const said = (keys: readonly string[]): readonly string[] =>
    records.flatMap((record) =>
      keys.flatMap((key) => {
        const value = record[key];
        return typeof value === 'string' && value.trim() !== '' ? [value.trim().toUpperCase()] : [];
      }),
    );
  // HASH11.SA and HASH11 BZ are HASH11; what is shaped like no symbol names something else.
  const symbols = said([...SYMBOL_KEYS, 'fundName'])
    .map((symbol) => symbol.split(/[^A-Z0-9]/)[0] ?? '')
    .filter((symbol) => /^[A-Z][A-Z0-9]{3}\d{1,2}$/.test(symbol));
  const isins = isin === null ? [] : said(ISIN_KEYS).filter((other) => other !== isin);
  const [other] = [...symbols.filter((symbol) => symbol !== asset), ...isins];
  if (other === undefined) return [];
  const text = msg(
    '{url}: the answer is of {other} and not of {code}; ask the provider, or fill in market-data by hand.',
    { url, other, code: asset },
  );
  return [error('other-etf', text)];
}

const nothing = (text: Message, severity: Problem['severity'] = 'error'): Parsed<never> => ({
  value: null,
  problems: [problemOf(severity, 'feed-failed', text, {})],
});
