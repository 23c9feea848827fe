// The iNAV provider: what one share and one creation unit are worth, and the day's official NAV once it is published.

import type { Fetched } from '../desk/feeds';
import { previousTradingDay, session } from '../domain/calendar';
import type { DayException } from '../domain/dayException';
import type { Etf, Quote } from '../domain/etf';
import { asWarning, error, type Problem, problemOf } from '../domain/problem';
import { dateOf, type IsoDate, type Stamp, timeOf } from '../domain/stamp';
import { type Message, msg, verbatim } from '../language/message';
import type { Settings } from '../sheets/settings';
import { DATES, otherDayIn, saidIn, warningsIn } from './answerSays';
import { FieldReader, faultProblem } from './answers';
import { localTime } from './clock';
import { type Fields, isFields, printed } from './fields';
import { getJson, type HttpAnswer, shown } from './http';
import { readDate, readMoment } from './moments';

/** An ETF as the provider is asked for it. */
export type Asked = Pick<Etf, 'asset' | 'isin'>;

/**
 * All ETFs in one round of requests; null when the desk fills in the tab `market-data` by hand.
 * @param holidays the desk's own, for when the market closes
 */
export function fetchQuotes(
  { inavApiUrl }: Pick<Settings, 'inavApiUrl'>,
  etfs: readonly Asked[],
  now: Stamp,
  holidays: readonly DayException[],
): Fetched<Quote> | null {
  if (inavApiUrl === null) return null;
  const assets = etfs.map(({ asset }) => asset);
  const inavUrls = assets.map((asset) => `${inavApiUrl}/marketdata/v2/inav/${encodeURIComponent(asset)}`);
  const navUrls = assets.map((asset) => `${inavApiUrl}/marketdata/v2/nav/${encodeURIComponent(asset)}`);
  const answers = getJson([...inavUrls, ...navUrls], null);
  const navOf = navDay(now, holidays);
  const rows: Quote[] = [];
  const problems: Problem[] = [];
  etfs.forEach((etf, i) => {
    const { asset } = etf;
    const inav = parseInav(etf, shown(inavUrls[i] ?? ''), answers[i], now);
    const nav = parseNav(etf, shown(navUrls[i] ?? ''), answers[assets.length + i], navOf);
    problems.push(...inav.problems, ...nav.problems);
    if (inav.value === null) return;
    const { asOf = now, ...figures } = inav.value;
    const isEvening = nav.value !== null && dateOf(asOf) === dateOf(now) && hasClosed(now, holidays);
    rows.push({ asset, ...figures, officialNav: nav.value, avgVolume: null, asOf: isEvening ? now : asOf });
  });
  return { rows, problems };
}

/**
 * From the close on the official NAV is what counts, and iNAVs stand still. Before it one that stands still is old, whatever NAV a
 * provider still has of the day before.
 */
function hasClosed(now: Stamp, holidays: readonly DayException[]): boolean {
  const hours = session(dateOf(now), holidays);
  return hours !== null && timeOf(now) >= hours.close;
}

/** Whose official NAV an answer gives: today's from the close on, and until then that of the last day that closed. */
const navDay = (now: Stamp, holidays: readonly DayException[]): IsoDate =>
  hasClosed(now, holidays) ? dateOf(now) : previousTradingDay(dateOf(now), holidays);

interface Parsed<T> {
  readonly value: T | null;
  readonly problems: readonly Problem[];
}

/** `{"info":{"numberOfSharesPerCreationUnit", …},"inavPerShare"}` */
export function parseInav(
  etf: Asked,
  url: string,
  answer: HttpAnswer | undefined,
  now: Stamp,
): Parsed<Pick<Quote, 'inav' | 'sharesPerUnit'> & { readonly asOf?: Stamp }> {
  if (answer === undefined || answer.kind === 'missing')
    return nothing(
      msg(
        '{url}: the provider knows no {code} (HTTP 404); correct the symbol in the tab etfs, or fill in market-data by hand.',
        { url, code: etf.asset },
      ),
    );
  if (answer.kind === 'failed') return nothing(answer.reason);
  const body = answer.isPart ? { error: 'HTTP 206' } : answer.body;
  const fault = faultProblem(body, url);
  if (fault !== null) return { value: null, problems: [fault] };
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
  const asOf = asOfIn(body, now, url);
  const wrong = [...top.wrong, ...details.wrong, ...otherEtf(etf, url, body), ...otherMoney(body, url)];
  const problems = [...wrong, ...asOf.problems];
  if (problems.length > 0) return { value: null, problems };
  const stamped = asOf.value === null ? {} : { asOf: asOf.value };
  return { value: { inav, sharesPerUnit, ...stamped }, problems: warningsIn(body, url) };
}

/**
 * `{"info":{"fundName"},"officialNavPerShare"}`; 404 = not yet published. Nothing that is wrong here stops a stage.
 * @param date whose NAV it is asked for; an answer that says another day is none
 */
export function parseNav(
  etf: Asked,
  url: string,
  answer: HttpAnswer | undefined,
  date: IsoDate,
): Parsed<number> {
  if (answer === undefined || answer.kind === 'missing') return { value: null, problems: [] };
  if (answer.kind === 'failed') return nothing(answer.reason, 'warning');
  if (!isFields(answer.body))
    return nothing(msg('{url}: the answer is not a record; ask the provider.', { url }), 'warning');
  const read = new FieldReader(verbatim(url), answer.body);
  const value = read.price('officialNavPerShare');
  const fault = faultProblem(answer.body, url);
  const wrong = [
    ...(fault === null ? read.wrong : [fault]),
    ...otherEtf(etf, url, answer.body),
    ...otherMoney(answer.body, url),
    ...otherDayIn(answer.body, { url, date, localTime }),
  ];
  return wrong.length === 0 ? { value, problems: [] } : { value: null, problems: wrong.map(asWarning) };
}

const MOMENTS = [
  'asof',
  'timestamp',
  'updatedat',
  'lastupdate',
  'lastupdated',
  'datahora',
  'datetime',
  'calculatedat',
];

/** When the figure was so, as far as the answer says: an old figure is old however freshly it is sent. null = it does not say */
function asOfIn(body: Fields, now: Stamp, url: string): Parsed<Stamp> {
  const said = saidIn(body, MOMENTS);
  if (said === undefined) {
    const date = readDate(saidIn(body, DATES), localTime);
    return { value: date === null || date === dateOf(now) ? null : `${date}T00:00:00`, problems: [] };
  }
  const moment = /^\d{9,}$/.test(String(said))
    ? epoch(Number(said))
    : readMoment(timed(String(said).trim(), now), localTime);
  if (moment !== null) return { value: moment, problems: [] };
  const text = msg(
    '{url}: {value} is not a time such as 2024-11-08T10:31:05-03:00, so how old the figure is is not known; ask the provider, or fill in the tab by hand.',
    { url, value: printed(said) },
  );
  return { value: null, problems: [error('bad-answer', text)] };
}

/** `10:31:05` is of today. */
const timed = (text: string, now: Stamp): string =>
  /^\d{1,2}:\d{2}(:\d{2})?$/.test(text) ? `${dateOf(now)} ${text}` : text;

/** Seconds or milliseconds since 1970. */
function epoch(value: number): Stamp | null {
  const ms = value > 1e11 ? value : value * 1_000;
  return ms > 1e12 && ms < 1e13 ? localTime(new Date(ms)) : null;
}

/** Figures are in BRL: those in another currency are refused however plausible they look. */
function otherMoney(body: Fields, url: string): readonly Problem[] {
  const said = saidIn(body, ['currency', 'currencycode', 'ccy', 'moeda']);
  if (said === undefined || (typeof said === 'string' && /^(brl|r\$|real|reais)$/i.test(said.trim())))
    return [];
  const text = msg(
    '{url}: the figure is in {value} and not in BRL; ask the provider, or fill in market-data by hand.',
    {
      url,
      value: printed(said),
    },
  );
  return [error('bad-answer', text)];
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
