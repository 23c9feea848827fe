// The iNAV provider: what one share and one creation unit are worth, and the day's official NAV once it is published.

import type { Fetched } from '../desk/services';
import type { Quote } from '../domain/etf';
import { type Problem, problemOf } from '../domain/problem';
import type { Stamp } from '../domain/stamp';
import { type Message, msg, verbatim } from '../language/message';
import type { Settings } from '../sheets/settings';
import { FieldReader, isFields } from './answers';
import { getJson, type HttpAnswer, shown } from './http';

/** All ETFs in one round of requests; null when the desk fills in the tab `market-data` by hand. */
export function fetchQuotes(
  { inavApiUrl }: Pick<Settings, 'inavApiUrl'>,
  assets: readonly string[],
  now: Stamp,
): Fetched<Quote> | null {
  if (inavApiUrl === null) return null;
  const inavUrls = assets.map((asset) => `${inavApiUrl}/marketdata/v2/inav/${encodeURIComponent(asset)}`);
  const navUrls = assets.map((asset) => `${inavApiUrl}/marketdata/v2/nav/${encodeURIComponent(asset)}`);
  const answers = getJson([...inavUrls, ...navUrls], null);
  const rows: Quote[] = [];
  const problems: Problem[] = [];
  assets.forEach((asset, i) => {
    const inav = parseInav(asset, shown(inavUrls[i] ?? ''), answers[i]);
    const nav = parseNav(shown(navUrls[i] ?? ''), answers[assets.length + i]);
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
  asset: string,
  url: string,
  answer: HttpAnswer | undefined,
): Parsed<Pick<Quote, 'inav' | 'sharesPerUnit'>> {
  if (answer === undefined || answer.kind === 'missing')
    return nothing(
      msg(
        '{url}: the provider knows no {code} (HTTP 404); correct the symbol in the tab etfs, or fill in market-data by hand.',
        { url, code: asset },
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
  const problems = [...top.wrong, ...details.wrong];
  return { value: problems.length === 0 ? { inav, sharesPerUnit } : null, problems };
}

/** `{"info":{"fundName"},"officialNavPerShare"}`; 404 = not yet published. Nothing that is wrong here stops a stage. */
export function parseNav(url: string, answer: HttpAnswer | undefined): Parsed<number> {
  if (answer === undefined || answer.kind === 'missing') return { value: null, problems: [] };
  if (answer.kind === 'failed') return nothing(answer.reason, 'warning');
  if (!isFields(answer.body))
    return nothing(msg('{url}: the answer is not a record; ask the provider.', { url }), 'warning');
  const read = new FieldReader(verbatim(url), answer.body);
  const value = read.price('officialNavPerShare');
  return read.wrong.length === 0
    ? { value, problems: [] }
    : { value: null, problems: read.wrong.map((problem) => ({ ...problem, severity: 'warning' })) };
}

const nothing = (text: Message, severity: Problem['severity'] = 'error'): Parsed<never> => ({
  value: null,
  problems: [problemOf(severity, 'feed-failed', text, {})],
});
