// What providers call the fields that tell of further pages, and where in an answer they stand.
import { folded } from '../domain/words';
import { type Fields, isFields } from './fields';

/** Names are compared as letters and digits alone: without case, accents, `_`, `@` and dots. */
export interface Named {
  readonly key: string;
  readonly name: string;
  readonly value: unknown;
}

/** Where providers put such fields beside the top. */
const HOLDERS = [
  ...['pagination', 'paging', 'page', 'pageinfo', 'pageable', 'meta', 'metadata', 'links', 'cursors'],
  ...['responsemetadata', 'paginacao', 'pagina'],
];
export const LINKS = [
  'next',
  'nextlink',
  'odatanextlink',
  'nexturl',
  'nexthref',
  'nexturi',
  'nextpage',
  'nextpageurl',
  'proximapagina',
  'proxima',
  'proximolink',
  'urlproximapagina',
];
/** A token's field, and the parameter in which it goes back, in a provider that writes `_` between words or does not. */
export const TOKENS: Readonly<Record<string, readonly [string, string]>> = {
  nextpagetoken: ['pageToken', 'page_token'],
  nexttoken: ['nextToken', 'next_token'],
  nextcursor: ['cursor', 'cursor'],
  endcursor: ['after', 'after'],
  cursor: ['cursor', 'cursor'],
  continuationtoken: ['continuationToken', 'continuation_token'],
  continuation: ['continuation', 'continuation'],
  nextpage: ['page', 'page'],
  proximapagina: ['pagina', 'pagina'],
  proximotoken: ['token', 'token'],
  proximocursor: ['cursor', 'cursor'],
  next: ['next', 'next'],
};
export const PAGES = ['page', 'pagenumber', 'currentpage', 'number', 'pagina', 'paginaatual'];
export const PAGE_COUNTS = ['totalpages', 'pages', 'pagecount', 'lastpage', 'totalpaginas', 'paginas'];
export const OFFSETS = ['offset', 'skip', 'start', 'startat', 'startindex'];
export const LIMITS = ['limit', 'pagesize', 'perpage', 'size', 'maxresults', 'top'];
export const TOTALS = [
  'total',
  'totalcount',
  'totalrows',
  'totalelements',
  'totalresults',
  'totalitems',
  'count',
];
export const MORE = [
  'hasmore',
  'hasnext',
  'hasnextpage',
  'more',
  'istruncated',
  'truncated',
  'partial',
  'incomplete',
  'moreresults',
  'hasmoreresults',
  'moreavailable',
  'temmais',
  'temproxima',
];
/** Said to be false, they announce more. */
export const LAST = [
  'last',
  'islast',
  'islastpage',
  'lastpage',
  'complete',
  'iscomplete',
  'done',
  'final',
  'ultima',
  'ultimapagina',
];
/** Rows that are still to come. */
export const LEFT = ['remaining', 'remainingcount', 'remainingitems', 'remainingrows', 'left', 'restantes'];

export function namedIn(body: unknown): readonly Named[] {
  if (!isFields(body)) return [];
  const own = (fields: Fields): readonly Named[] =>
    Object.entries(fields).map(([key, value]) => ({ key, name: folded(key), value }));
  const top = own(body);
  const held = top.flatMap(({ name, value }) =>
    HOLDERS.includes(name) && isFields(value) ? own(value) : [],
  );
  return [...top, ...held];
}

export const among = (named: readonly Named[], names: readonly string[]): readonly Named[] =>
  names.flatMap((name) => named.filter((each) => each.name === name));

export const countOf = (
  named: readonly Named[],
  names: readonly string[],
): (Named & { n: number }) | null => {
  for (const each of among(named, names)) {
    const n = typeof each.value === 'string' && /^\d+$/.test(each.value) ? Number(each.value) : each.value;
    if (typeof n === 'number' && Number.isSafeInteger(n) && n >= 0) return { ...each, n };
  }
  return null;
};
