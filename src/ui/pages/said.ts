// What the stages say, in the language of the desk: they speak English. A sentence not known here stays as it was said.
import type { Language } from '../../domain/broker';
import { formatWhole } from '../../domain/money';

export interface Said {
  readonly text: string;
  /** The language that it is in after all: screen readers pronounce by it. */
  readonly language: Language;
}

const LABELS: Readonly<Record<string, string>> = {
  ETFs: 'ETFs',
  intents: 'intenções',
  instructions: 'instruções',
  notional: 'financeiro',
  'offshore orders': 'ordens offshore',
  requests: 'pedidos',
  units: 'lotes',
  about: 'cerca de',
  'caps replaced': 'limites substituídos',
  iteration: 'iteração',
  'still to do': 'ainda por fazer',
  'fund orders': 'ordens por fundo',
  state: 'estado',
  fills: 'execuções',
  shares: 'cotas',
  lines: 'linhas',
  version: 'versão',
  'furthest from the pool price': 'mais longe do preço médio do ETF',
};

const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [
    /^(\d+) instructions over (.+) for (\d+) intents, (\d+) offshore orders$/,
    '$1 instruções de $2 no total para $3 intenções, $4 ordens offshore',
  ],
  [/^the orders of (\S+) are out already; nothing changed$/, 'as ordens de $1 já saíram; nada mudou'],
  [
    /^the orders of (\S+) are out and being filled; nothing changed$/,
    'as ordens de $1 já saíram e estão sendo executadas; nada mudou',
  ],
  [
    /^(\d+) units in (\d+) requests, about (.+); (\d+) caps replaced; brokers paused$/,
    '$1 lotes em $2 pedidos, cerca de $3; $4 limites substituídos; corretoras pausadas',
  ],
  [
    /^(\d+) units in (\d+) requests, about (.+); (\d+) caps replaced$/,
    '$1 lotes em $2 pedidos, cerca de $3; $4 limites substituídos',
  ],
  [/^no fund trades an ETF of (\S+) today$/, 'nenhum fundo negocia ETFs de $1 hoje'],
  [/^the units are decided already; nothing changed$/, 'os lotes já foram decididos; nada mudou'],
  [
    /^iteration (\d+) of (\d+): (.+) to do in (\d+) orders, (\d+) caps replaced$/,
    'iteração $1 de $2: $3 por fazer em $4 ordens, $5 limites substituídos',
  ],
  [
    /^every fund is within the tolerance; the cycle has converged$/,
    'todos os fundos estão dentro da tolerância; o ciclo convergiu',
  ],
  [
    /^the caps in force are right; no instruction changed$/,
    'os limites em vigor estão certos; nenhuma instrução mudou',
  ],
  [/^the day is allocated; no further iteration$/, 'o dia já foi alocado; não há mais iterações'],
  [
    /^trading has ended; the final allocation comes next$/,
    'o pregão terminou; o próximo passo é a alocação final',
  ],
  [
    /^all (\d+) iterations are done; the caps in force stay$/,
    'as $1 iterações foram feitas; os limites em vigor ficam',
  ],
  [
    /^the last iteration was at (\S+); the next is due at (\S+)$/,
    'a última iteração foi às $1; a próxima é às $2',
  ],
  [
    /^COMPLETE: (\d+) shares in (\d+) fills allocated in (\d+) lines, version (\d+)$/,
    'COMPLETO: $1 cotas em $2 execuções alocadas em $3 linhas, versão $4',
  ],
  [
    /^COMPLETE: (\d+) shares in (\d+) fills allocated in (\d+) lines, version (\d+) REPLACES (\d+)$/,
    'COMPLETO: $1 cotas em $2 execuções alocadas em $3 linhas, versão $4 SUBSTITUI a $5',
  ],
  [
    /^PENDING: (\d+) shares in (\d+) fills allocated in (\d+) lines, version (\d+)$/,
    'PENDENTE: $1 cotas em $2 execuções alocadas em $3 linhas, versão $4',
  ],
  [
    /^PENDING: (\d+) shares in (\d+) fills allocated in (\d+) lines, version (\d+) REPLACES (\d+)$/,
    'PENDENTE: $1 cotas em $2 execuções alocadas em $3 linhas, versão $4 SUBSTITUI a $5',
  ],
  [
    /^the allocation of (\S+) stands as version (\d+); nothing changed$/,
    'a alocação de $1 continua na versão $2; nada mudou',
  ],
  [
    /^daily-trades says what was frozen; nothing to amend$/,
    'daily-trades diz o que foi congelado; nada a alterar',
  ],
  [/^(\d+) intents amended, (\d+) caps replaced$/, '$1 intenções alteradas, $2 limites substituídos'],
  [/^(\d+) problems; nothing was written$/, '$1 problemas; nada foi gravado'],
  [/^(\d+) problems; nothing can be done yet$/, '$1 problemas; ainda não há o que fazer'],
  [/^(\d+) of (\d+)$/, '$1 de $2'],
  [/^COMPLETE$/, 'COMPLETO'],
  [/^no day is open: run Initial orders$/, 'nenhum dia aberto: comece pelas Ordens iniciais'],
  [/^the final allocation has not run$/, 'a alocação final ainda não rodou'],
  [/^fetching today’s executions$/, 'buscando as execuções de hoje'],
  [/^fetching iNAVs$/, 'buscando os iNAVs'],
  [/^\w+: writing (\d+) tabs$/, 'gravando $1 abas'],
  [/^\w+: saving to the warehouse$/, 'guardando no armazém de dados'],
  [/^\w+: sending (\d+) mails$/, 'enviando $1 e-mails'],
];

/** A sentence of a stage. */
export function say(sentence: string, language: Language): Said {
  const known = language === 'en' ? undefined : SENTENCES.find(([pattern]) => pattern.test(sentence));
  const text = withThousands(known ? sentence.replace(known[0], known[1]) : sentence);
  return { text, language: known || isNeutral(sentence) ? language : 'en' };
}

/** Counts get their points; what belongs to a date, an amount or a code does not. */
const withThousands = (text: string): string =>
  text.replace(/(?<![\w.,/:-])\d{4,}(?![\w/:-]|[.,]\d)/g, (digits) => formatWhole(Number(digits), 'pt'));

/** Whether a headline gives no figure that the facts below it do not give with its name. */
export function isRepeated(headline: string, facts: readonly { readonly value: string }[]): boolean {
  const figures = (text: string): readonly string[] => text.match(/\d[\d.,]*/g) ?? [];
  const known = new Set(facts.flatMap(({ value }) => figures(value)));
  const own = figures(headline);
  return own.length > 0 && own.every((figure) => known.has(figure.replace(/[.,]$/, '')) || known.has(figure));
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The name of a figure; a fund's or an ETF's name is the same in every language. */
export const sayLabel = (label: string, language: Language): string =>
  language === 'en' ? label : (LABELS[label] ?? label);

/** Amounts, codes and lists of ETFs have no language. */
const isNeutral = (text: string): boolean => !/[a-z]{3}/.test(text);
