// Whether a fund's name belongs to its CNPJ: names differ between files, so only a name that is another fund's, or has no word
// in common with its own, is worth a question.
import type { Cnpj } from './cnpj';
import { unaccented } from './words';

/** Words that say what kind of fund it is, not which. */
const COMMON = new Set(
  'fundo fundos fundinvest investimento investimentos investment fund financeiro financeira em de do da das dos e o a no na cotas cota quotas fif fim fia fic fii fic-fim ficfim cic multimercado mm mult acoes renda fixa variavel credito privado cripto crypto exterior responsabilidade limitada rl resp ltda lp cp longo prazo classe subclasse previdencia previdenciario prev master feeder advisory ativo passivo indice'.split(
    ' ',
  ),
);

const wordsOf = (name: string): readonly string[] =>
  unaccented(name)
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');

/** The words by which one fund differs from the next; all words where none does. */
function ownWords(name: string): ReadonlySet<string> {
  const words = wordsOf(name);
  const own = words.filter((word) => !COMMON.has(word));
  return new Set(own.length > 0 ? own : words);
}

const inCommon = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  [...a].filter((word) => b.has(word)).length;

export interface Named {
  readonly fund: string;
  readonly cnpj: Cnpj;
}

/**
 * The fund that `written` rather names than the one of its CNPJ; null = the name fits, or the CNPJ is of no known fund.
 * `other` is null where the name fits no known fund at all.
 */
export function contradiction(
  written: Named,
  funds: readonly Named[],
): { readonly own: Named; readonly other: Named | null } | null {
  const own = funds.find(({ cnpj }) => cnpj === written.cnpj);
  if (own === undefined) return null;
  const words = ownWords(written.fund);
  const fits = (fund: Named): number => inCommon(words, ownWords(fund.fund));
  const [best] = funds
    .filter((fund) => fund.cnpj !== own.cnpj)
    .map((fund) => ({ fund, words: fits(fund) }))
    .sort((a, b) => b.words - a.words || (a.fund.cnpj < b.fund.cnpj ? -1 : 1));
  const isOthers = best !== undefined && best.words > fits(own);
  if (fits(own) > 0 && !isOthers) return null;
  return { own, other: isOthers ? best.fund : null };
}
