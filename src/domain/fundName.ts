// What a fund is called where there is little room, and whether a name belongs to its CNPJ: names differ between files, so only a name that is another fund's, or has no word
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

export interface Named {
  readonly fund: string;
  readonly cnpj: Cnpj;
}

export interface Contradiction {
  readonly own: Named;
  /** null where the name fits no known fund at all. */
  readonly other: Named | null;
}

/**
 * The fund that `written` rather names than the one of its CNPJ; null = the name fits, or the CNPJ is of no known fund. The
 * funds are gone through once, however many names are asked.
 */
export function contradictions(funds: readonly Named[]): (written: Named) => Contradiction | null {
  const byCnpj = new Map(funds.map((fund) => [fund.cnpj, { fund, words: ownWords(fund.fund) }]));
  const byWord = new Map<string, Named[]>();
  for (const { fund, words } of byCnpj.values())
    for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), fund]);
  return ({ fund: name, cnpj }) => {
    const own = byCnpj.get(cnpj);
    if (own === undefined) return null;
    const words = [...ownWords(name)];
    const ownFit = words.filter((word) => own.words.has(word)).length;
    const fits = new Map<Named, number>();
    for (const fund of words.flatMap((word) => byWord.get(word) ?? []))
      if (fund.cnpj !== cnpj) fits.set(fund, (fits.get(fund) ?? 0) + 1);
    const [best] = [...fits].sort(([a, n], [b, m]) => m - n || (a.cnpj < b.cnpj ? -1 : 1));
    if (best !== undefined && best[1] > ownFit) return { own: own.fund, other: best[0] };
    return ownFit > 0 ? null : { own: own.fund, other: null };
  };
}

/** Words with which the legal part of a name begins: what follows says what kind of fund it is. */
const LEGAL = new Set('fundo fundos fi fif fim fia fie fic fii fidc fic-fim ficfim'.split(' '));

/** `IPE CRIPTO ATIVO` of `IPE CRIPTO ATIVO FIF MULTIMERCADO RL`; the name itself where nothing but its kind would be left. */
function withoutKind(name: string): string {
  const words = name.trim().split(/\s+/);
  const at = words.findIndex((word, index) => index > 0 && LEGAL.has(unaccented(word).toLowerCase()));
  const own = at < 0 ? [] : words.slice(0, at);
  return own.some((word) => !COMMON.has(unaccented(word).toLowerCase())) ? own.join(' ') : name;
}

/** Names without their legal part, for a screen. Where two funds would be called the same, both keep their whole names. */
export function shortNames(names: readonly string[]): (name: string) => string {
  // A fund is named in each of its orders.
  const shorts = new Map([...new Set(names)].map((name) => [name, withoutKind(name)]));
  const funds = new Map<string, number>();
  for (const short of shorts.values()) funds.set(short, (funds.get(short) ?? 0) + 1);
  return (name) => {
    const short = shorts.get(name) ?? withoutKind(name);
    return (funds.get(short) ?? 0) > 1 ? name : short;
  };
}
