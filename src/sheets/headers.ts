// Where each field stands under the headers of a sheet or file; one that is missing, doubled or misspelt is named with the
// likely meant one: never read as blank.

import { grouped } from '../domain/lookup';
import { error, type Problem } from '../domain/problem';
import type { ProblemCode } from '../domain/problemCodes';
import { folded, likelyOnes } from '../domain/words';
import { type Message, msg } from '../language/message';
import { address, type Cell, isBlank } from './cell';
import { type Field, fieldsOf, headerOf, normalHeader, type Tab } from './tab';

/** What is read by a tab's schema and is no tab of the desk. */
export interface Source {
  readonly place: Message;
  /** Who can mend its headers. A file's may be in Portuguese too, and its columns are all accounted for. */
  readonly kind: 'file' | 'inbox';
  /** 0-based row of the headers, if not the first. */
  readonly headerRow?: number;
}

export type Places<R> = Partial<Record<Field<R>, number>>;

/** How else desks head a column; compared by letters and digits alone. */
export const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  fund: ['fundo', 'nome do fundo', 'fund name', 'carteira'],
  cnpj: ['cnpj do fundo', 'fund cnpj', 'cnpj fundo'],
  asset: ['ativo', 'papel', 'ticker', 'código', 'código do ativo', 'symbol', 'etf'],
  side: ['lado', 'operação', 'c/v', 'compra/venda', 'natureza', 'buy/sell', 'tipo de operação'],
  amount: [
    'financeiro',
    'valor',
    'montante',
    'financeiro (r$)',
    'valor (r$)',
    'valor financeiro',
    'amount (brl)',
    'notional',
  ],
  strategy: ['estratégia', 'tipo de ordem', 'order type'],
  shares: ['cotas', 'quantidade de cotas'],
  quantity: ['quantidade', 'qtd', 'qtde'],
  price: ['preço'],
  time: ['hora', 'horário', 'data e hora'],
  broker: ['corretora'],
  name: ['nome'],
  share: ['participação'],
  nav: ['pl', 'patrimônio líquido'],
  cash: ['caixa'],
  key: ['chave', 'configuração', 'setting'],
  value: ['valor'],
  date: ['data'],
};

/** The same as they are compared. */
const OTHER_WORDS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(OTHER_NAMES).map(([header, names]) => [header, names.map(folded)]),
);

/** Where each field stands; a header that is missing or stands twice is a problem. */
export function locate<R>(
  tab: Tab<R>,
  headers: readonly Cell[],
  source: Source | null,
): { readonly columns: Places<R>; readonly problems: readonly Problem[] } {
  const columns: Places<R> = {};
  const problems: Problem[] = [];
  const place = source?.place ?? tab.name;
  const row = source?.headerRow ?? 0;
  const report = (column: number | null, code: ProblemCode, text: Message) =>
    problems.push(error(code, text, { tab: place, cell: column === null ? '1:1' : address(row, column) }));
  const strangers = strangersAmong(tab, headers);
  const standing = columnsBy(headers, source);
  const absent = fieldsOf(tab).filter((field) => standing(headerOf(field)).length === 0);
  const likely = likelyOnes(
    absent.map((field) => ({ name: headerOf(field), otherwise: OTHER_NAMES[headerOf(field)] ?? [] })),
    strangers.map(({ name }) => name),
  );
  for (const field of fieldsOf(tab)) {
    const header = headerOf(field);
    const [first, second] = standing(header);
    if (first !== undefined) columns[field] = first;
    if (first !== undefined && second !== undefined)
      report(second, 'duplicate-header', twice(header, headers[first], headers[second]));
    else if (first === undefined && (likely.has(header) || isMissed(tab, field, source))) {
      const name = likely.get(header) ?? null;
      const at = strangers.find((stranger) => stranger.name === name)?.column ?? null;
      report(at, 'missing-header', missing(header, name, source));
    }
  }
  return { columns, problems };
}

interface Stranger {
  readonly name: string;
  readonly column: number;
}

/** Headers that no field goes by. */
export function strangersAmong<R>(tab: Tab<R>, headers: readonly Cell[]): readonly Stranger[] {
  const known = new Set(fieldsOf(tab).map(headerOf));
  return headers.flatMap((cell, column) =>
    isBlank(cell) || known.has(normalHeader(cell)) ? [] : [{ name: String(cell).trim(), column }],
  );
}

/** What gives the columns under a header, from the left; a file's may go by a name that desks use. */
function columnsBy(headers: readonly Cell[], source: Source | null): (header: string) => readonly number[] {
  const all = headers.map((_, index) => index);
  const normal = grouped(all, (index) => normalHeader(headers[index]));
  if (source?.kind !== 'file') return (header) => normal.get(header) ?? [];
  const worded = grouped(all, (index) => folded(String(headers[index] ?? '')));
  return (header) => {
    const others = (OTHER_WORDS.get(header) ?? []).flatMap((word) => worded.get(word) ?? []);
    return [...new Set([...(normal.get(header) ?? []), ...others])].sort((a, b) => a - b);
  };
}

/**
 * A column that people fill in has to be there even if its cells may be blank: without it a limit would silently count
 * as none. What the desk alone writes, or only explains, may lack one.
 */
function isMissed<R>(tab: Tab<R>, field: Field<R>, source: Source | null): boolean {
  const { whenBlank, explains } = tab.columns[field];
  if (whenBlank === null) return true;
  return source === null && (tab.role === 'input' || tab.role === 'feed') && explains !== true;
}

const twice = (header: string, one: Cell | undefined, other: Cell | undefined): Message =>
  normalHeader(one) === normalHeader(other)
    ? msg('header "{header}" stands twice; rename one', { header })
    : msg('header "{header}" stands as "{one}" and as "{other}"; keep one', {
        header,
        one: String(one).trim(),
        other: String(other).trim(),
      });

/** Set up repairs the desk's own tabs; a broker's are repaired by sharing them again. */
function missing(header: string, likely: string | null, source: Source | null): Message {
  if (likely !== null)
    return msg('header "{header}" is missing; "{likely}" is probably meant: rename it', { header, likely });
  if (source?.kind === 'file')
    return msg('header "{header}" is missing; add it to the file and import it again', { header });
  return source?.kind === 'inbox'
    ? msg('header "{header}" is missing; add it in row 1 or use Trading > Brokers > Share with brokers', {
        header,
      })
    : msg('header "{header}" is missing; add it in row 1 or run Trading > Set up', { header });
}
