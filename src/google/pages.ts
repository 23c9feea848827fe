// Whether an answer is a first page only, and where the next one is: by link, token, page number or offset, whatever of the
// common forms a provider has. What announces more and names no way to it is no answer.
import { type Message, msg } from '../language/message';
import { isFields } from './fields';
import { shown } from './http';
import {
  among,
  countOf,
  LAST,
  LEFT,
  LIMITS,
  LINKS,
  MORE,
  type Named,
  namedIn,
  OFFSETS,
  PAGE_COUNTS,
  PAGES,
  TOKENS,
  TOTALS,
} from './pageFields';

export type Next =
  | { readonly kind: 'end' }
  | { readonly kind: 'page'; readonly url: string }
  | { readonly kind: 'wrong'; readonly reason: Message };

export interface Page {
  readonly url: string;
  readonly body: unknown;
  /** The address in a `Link` header with rel="next". */
  readonly link: string | null;
  /** Rows of the list on this page, and on all pages so far with it. */
  readonly rows: number;
  readonly rowsSoFar: number;
  /** 1 for the first. */
  readonly nth: number;
  /** HTTP 206: by its own word it is a part. */
  readonly isPart: boolean;
}

export function nextPage(page: Page): Next {
  const named = namedIn(page.body);
  return (
    byLink(page, named) ??
    byToken(page, named) ??
    byNumber(page, named) ??
    byNextNumber(page, named) ??
    byOffset(page, named) ??
    announced(page, named) ?? { kind: 'end' }
  );
}

/** Spring: `number` is the page and `last: false` says that there is another one, whatever the number of pages. */
function byNextNumber({ url }: Page, named: readonly Named[]): Next | null {
  const at = countOf(named, PAGES);
  if (at === null || !saysMore(named) || countOf(named, PAGE_COUNTS) !== null) return null;
  return { kind: 'page', url: withParameter(url, parameterOf(at), String(at.n + 1)) };
}

const parameterOf = ({ name, key }: Named): string =>
  name === 'number' || name === 'currentpage' ? 'page' : name === 'paginaatual' ? 'pagina' : key;

const looksLikeAddress = (value: string): boolean => /^(?:https?:)?\/|^\?/i.test(value);

/** `links: [{ rel: "next", href }]`, wherever a list of links stands. */
function relatedLink(named: readonly Named[]): string | null {
  for (const { value } of named.filter(({ name }) => name === 'links' || name === 'link')) {
    if (!Array.isArray(value)) continue;
    const next = value.filter(isFields).find(({ rel }) => rel === 'next' || rel === 'proxima');
    const address = next?.href ?? next?.url;
    if (typeof address === 'string' && address.trim() !== '') return address.trim();
  }
  return null;
}

function byLink({ url, link }: Page, named: readonly Named[]): Next | null {
  const related = relatedLink(named);
  if (related !== null) return onSameHost(url, related);
  for (const { name, value } of among(named, LINKS)) {
    const address = isFields(value) ? value.href : value;
    if (typeof address !== 'string' || address.trim() === '') continue;
    // `next` may be a token too; a link is an address however short it is.
    if (looksLikeAddress(address.trim()) || /link|url|uri|href/.test(name) || isFields(value))
      return onSameHost(url, address.trim());
  }
  return link === null ? null : onSameHost(url, link);
}

function byToken({ url, rows }: Page, named: readonly Named[]): Next | null {
  for (const { key, name, value } of among(named, Object.keys(TOKENS))) {
    const token = typeof value === 'number' ? String(value) : value;
    const [camel, snake] = TOKENS[name] ?? ['', ''];
    if (typeof token !== 'string' || token.trim() === '') continue;
    if (name === 'endcursor' && !saysMore(named)) continue;
    // It may name this page as well as the next: what says that it is all, or holds nothing, has no next.
    if (name === 'cursor' && (rows === 0 || saysAll(named))) continue;
    return { kind: 'page', url: withParameter(url, key.includes('_') ? snake : camel, token.trim()) };
  }
  return null;
}

/** Pages are counted from 0 or from 1: the first page tells. */
function byNumber({ url, nth }: Page, named: readonly Named[]): Next | null {
  const at = countOf(named, PAGES);
  const count = countOf(named, PAGE_COUNTS);
  if (at === null || count === null) return null;
  const isZeroBased = at.n === nth - 1;
  const isLast = (isZeroBased ? at.n + 1 : at.n) >= count.n;
  return isLast ? null : { kind: 'page', url: withParameter(url, parameterOf(at), String(at.n + 1)) };
}

function byOffset({ url, rows, rowsSoFar }: Page, named: readonly Named[]): Next | null {
  const total = countOf(named, TOTALS);
  const offset = countOf(named, OFFSETS);
  const limit = countOf(named, LIMITS);
  if (offset === null && limit === null) return null;
  const isLast = !saysMore(named) && (total === null || total.n <= rowsSoFar);
  // A page without rows that announces more would be asked for without an end.
  if (isLast || rows === 0) return null;
  const next = withParameter(url, offset?.key ?? 'offset', String(rowsSoFar));
  return { kind: 'page', url: limit === null ? next : withParameter(next, limit.key, String(limit.n)) };
}

const isSaid = (value: unknown, said: boolean): boolean =>
  value === said || (typeof value === 'string' && value.trim().toLowerCase() === String(said));

const saysMore = (named: readonly Named[]): boolean =>
  among(named, MORE).some(({ value }) => isSaid(value, true)) ||
  among(named, LAST).some(({ value }) => isSaid(value, false)) ||
  (countOf(named, LEFT)?.n ?? 0) > 0;

const saysAll = (named: readonly Named[]): boolean =>
  among(named, MORE).some(({ value }) => isSaid(value, false)) ||
  among(named, LAST).some(({ value }) => isSaid(value, true));

function announced({ url, rowsSoFar, isPart }: Page, named: readonly Named[]): Next | null {
  const total = countOf(named, TOTALS)?.n ?? 0;
  if (total > rowsSoFar)
    return {
      kind: 'wrong',
      reason: msg(
        '{url} announces {n} rows and sent {n2}, without a way to the others; ask the provider, or fill in the tab by hand.',
        { url: shown(url), n: total, n2: rowsSoFar },
      ),
    };
  if (!saysMore(named) && !isPart) return null;
  return {
    kind: 'wrong',
    reason: msg(
      '{url} says that there are more rows than the {n} that it sent, without a way to them; ask the provider, or fill in the tab by hand.',
      { url: shown(url), n: rowsSoFar },
    ),
  };
}

/** The token goes to the configured host and to no other, whatever an answer says. */
function onSameHost(url: string, address: string): Next {
  const [, origin = '', path = ''] = /^(https?:\/\/[^/?#]+)([^?#]*)/i.exec(url) ?? [];
  const scheme = origin.slice(0, origin.indexOf('//'));
  const whole = address.startsWith('//')
    ? scheme + address
    : address.startsWith('/')
      ? origin + address
      : address.startsWith('?')
        ? origin + path + address
        : /^[a-z][a-z0-9+.-]*:/i.test(address)
          ? address
          : `${origin}${path.replace(/[^/]*$/, '')}${address}`;
  const [, host = ''] = /^(https?:\/\/[^/?#]+)/i.exec(whole) ?? [];
  if (host.toLowerCase() === origin.toLowerCase() && !/[\s\\]/.test(whole))
    return { kind: 'page', url: whole };
  return {
    kind: 'wrong',
    reason: msg(
      '{url} says that its next page is elsewhere ({address}); the token goes to no other host: ask the provider.',
      { url: shown(url), address: shown(whole) },
    ),
  };
}

/** @param url with or without a query; a parameter of the same name is replaced */
function withParameter(url: string, name: string, value: string): string {
  const [base = '', query = ''] = url.replace(/#[\s\S]*$/, '').split('?');
  const others = query
    .split('&')
    .filter((part) => part !== '' && part.split('=')[0] !== encodeURIComponent(name));
  return `${base}?${[...others, `${encodeURIComponent(name)}=${encodeURIComponent(value)}`].join('&')}`;
}
