// Names of funds in tables: without the words that say what kind of fund it is in law. Its own page has the whole name.
import type { Cnpj } from '../../domain/cnpj';

/** With these the part begins that many funds share. */
const KIND = /^(?:fi|fia|fic|fie|fif|fii|fim|fundo|classe|resp)$/i;

/** By CNPJ; the whole name where the short one is another fund's too. */
export function shortNames(
  funds: readonly { readonly fund: string; readonly cnpj: Cnpj }[],
): ReadonlyMap<Cnpj, string> {
  const short = funds.map(({ fund, cnpj }) => ({ fund, cnpj, name: beforeKind(fund) }));
  const count = new Map<string, number>();
  for (const { name } of short) count.set(name, (count.get(name) ?? 0) + 1);
  return new Map(short.map(({ fund, cnpj, name }) => [cnpj, count.get(name) === 1 ? name : fund]));
}

function beforeKind(fund: string): string {
  const words = fund.split(' ');
  const at = words.findIndex((word) => KIND.test(word));
  return at > 0 ? words.slice(0, at).join(' ') : fund;
}
