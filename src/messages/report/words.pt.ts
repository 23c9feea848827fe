// The end-of-day report in Portuguese.
import type { Parts, ReportWords, Result } from './phrases';

const noun = { BUY: 'compra', SELL: 'venda' } as const;
const plural = { BUY: 'compras', SELL: 'vendas' } as const;
const did = { BUY: 'comprou', SELL: 'vendeu' } as const;
const done = { BUY: 'comprado', SELL: 'vendido' } as const;

/** What of a residual is not done, and what is too much. */
const left = ({ missing, over }: Parts): readonly string[] => [
  ...(missing === null ? [] : [`faltaram ${missing}`]),
  ...(over === null ? [] : [`ficaram ${over} a mais`]),
];

/** The same behind what it belongs to. */
const parts = (of: Parts): string => {
  const said = left(of);
  return said.length === 0 ? '' : `: ${said.join(' e ')}`;
};

const inavs = (times: string | readonly string[]): string =>
  typeof times === 'string' ? `, lotes pelo iNAV das ${times}` : `, lotes pelo iNAV: ${times.join(', ')}`;

/** Said of everything that may have gone either way: a bare sign says it to nobody. */
const WON = {
  one: { gained: 'ganhou', lost: 'perdeu', even: 'ficou no zero a zero' },
  many: { gained: 'ganharam', lost: 'perderam', even: 'ficaram no zero a zero' },
} as const;
const won = ({ how, money }: Result, who: 'one' | 'many'): string =>
  how === 'even' ? WON[who].even : `${WON[who][how]} ${money}`;
/** Of several that lost or gained the same part, and not the same money. */
const wonAlike = ({ how, bps }: Result): string =>
  how === 'even' ? WON.one.even : `${WON.one[how]} ${bps} bps`;
const wonBps = (result: Result, who: 'one' | 'many'): string =>
  result.how === 'even' ? won(result, who) : `${won(result, who)}, ${result.bps} bps`;

const ODD_FIGURE = 'um número fora do comum';

export const pt: ReportWords = {
  title: 'Fechamento do dia',
  fileName: 'fechamento',
  complete: 'COMPLETO',
  pending: 'PENDENTE',
  points: (n) => (n === 1 ? '1 ponto espera' : `${n} pontos esperam`),
  version: (version) => `alocação versão ${version}`,
  replaces: (earlier) => `SUBSTITUI a versão ${earlier}`,
  subject: ({ state, version, replaces, points, residual }) =>
    [
      `${state}, ${residual.money} fora do alvo (${residual.bps} bps): fechamento v${version}${replaces === null ? '' : ` (SUBSTITUI a v${replaces})`}`,
      ...(points === 0 ? [] : [points === 1 ? '1 ponto espera' : `${points} pontos esperam`]),
    ].join(', '),
  onlyExecuted: (of) =>
    `COMPLETO quer dizer que tudo o que se executou está alocado; das ordens, ${left(of).join(' e ')}, e o pregão acabou`,
  asOf: ({ fills, inav }) =>
    `${fills === null ? 'execuções como foram digitadas' : `execuções das ${fills}`}${inav === null ? '' : inavs(inav)}`,
  withoutNav: (assets) =>
    `${assets === null ? 'A cota oficial' : `A cota oficial de ${assets}`} ainda não foi publicada: o custo dos lotes não é conhecido, e os resíduos estão só pelo iNAV congelado. O arquivo no Drive é completado quando ela sair; nenhum segundo e-mail é enviado por isso.`,
  atNav: 'os resíduos estão também pela cota oficial',
  tile: {
    residual: 'Resíduo',
    cost: 'Cotas contra o iNAV',
    broker: 'Pior das corretoras comparadas',
    person: 'Para alguém resolver',
    ofTarget: ({ bps, missing, over }) => `${bps} bps do alvo${parts({ missing, over })}`,
    ofSide: ({ side, ...result }) => `${plural[side]} ${won(result, 'many')}`,
    against: (results, money) =>
      `${results
        .map(({ side, bps, place }) =>
          place === 'at'
            ? `${plural[side]} pelo iNAV`
            : `${plural[side]} ${bps} bps ${place === 'above' ? 'acima' : 'abaixo'}`,
        )
        .join(', ')}; ${money} negociados`,
    ofBroker: ({ side, broker }) => `${plural[side]} ${broker}`,
    ofBrokerCost: ({ side, ...result }) =>
      `a ${result.how === 'lost' ? 'mais cara' : 'menos boa'} das ${plural[side]}: ${wonBps(result, 'one')}`,
    alike: (side) => `${plural[side]} iguais`,
    alikeCost: ({ side, ...result }) =>
      `as corretoras das ${plural[side]} saíram iguais: cada uma ${wonAlike(result)}`,
    noTwoBrokers: 'nenhum lado teve duas corretoras a comparar',
    noFills: 'nada foi negociado',
    waits: (n, warnings) => {
      const waiting = n === 0 ? 'nada em espera' : n === 1 ? 'espera abaixo' : 'esperam abaixo';
      const warned = warnings === 1 ? '1 aviso' : `${warnings} avisos`;
      return warnings === 0 ? waiting : `${waiting}; ${warned}`;
    },
  },
  minute: {
    title: 'Em um minuto',
    nothingLeft: 'Nenhum ETF ficou com algo por fazer.',
    left: ({ residual, target, missing, over, asset, side, most }) =>
      `O resíduo é de ${residual.money} sobre ${target} (${residual.bps} bps)${parts({ missing, over })}; o maior está em ${asset}, ${noun[side]}${parts(most)}.`,
    ofFund: ({ fund, asset, side, bps, ...of }) =>
      `O maior de um fundo é o de ${fund} em ${asset}, ${noun[side]}${parts(of)} (${bps} bps da ordem).`,
    shares: (side, { money, bps }, place) =>
      place === 'at'
        ? `As ${plural[side]} na bolsa saíram pelo iNAV na hora da ordem.`
        : `As ${plural[side]} na bolsa saíram ${money} ${place === 'above' ? 'acima' : 'abaixo'} do iNAV na hora da ordem (${bps} bps).`,
    units: ({ money, bps }, isGain) =>
      `Os lotes ${isGain ? 'ganharam' : 'perderam'} ${money} contra o iNAV na hora do pedido (${bps} bps).`,
    brokers: ({ side, worst, worstResult, best, bestResult }) => {
      const [low, high] = worstResult.how === 'lost' ? ['mais cara', 'mais barata'] : ['menos boa', 'melhor'];
      return `Nas ${plural[side]}, a ${low} foi ${worst} (${wonBps(worstResult, 'one')}), a ${high} ${best} (${wonBps(bestResult, 'one')}).`;
    },
    alike: ({ side, result }) =>
      `Nas ${plural[side]}, as corretoras saíram iguais (cada uma ${wonAlike(result)}).`,
    oneBroker: ({ side, broker, result }) =>
      `Todas as ${plural[side]} foram negociadas por ${broker} (${wonBps(result, 'one')}).`,
    fairness: ({ fund, result, asset, side }) =>
      `O fundo mais distante da média de todos é ${fund}, ${asset}, ${noun[side]}: ${wonBps(result, 'one')} contra ela.`,
    settles: (date) => `As operações de hoje liquidam em ${date}.`,
  },
  person: {
    title: 'Para alguém resolver',
    kind: {
      missing: 'Falta',
      round: 'Rodadas',
      units: 'Lotes',
      residual: 'Resíduo',
      bust: 'Cancelada na bolsa',
    },
    nothing: 'Nada espera, e não há avisos.',
  },
  sides: {
    title: 'Resíduo por ETF e lado',
    note: 'Acima de zero faltou executar; abaixo de zero há mais do que foi pedido. O resíduo de um lado é o dos seus fundos juntos: um a que falta e um que tem a mais se compensam só nele, e então ambos estão ao lado.',
    most: (shown, all) => `Os ${shown} de ${all} com os maiores resíduos; o arquivo anexo tem todos.`,
    back: (line, { asked, given }) =>
      `${line}: nenhum fundo tinha ordem; havia ${asked} a devolver, e foram devolvidos ${given}. O feito ali é disso.`,
  },
  brokers: {
    title: 'Slippage por corretora',
    note: 'Cada execução contra o iNAV da instrução em vigor naquele momento; compras e vendas separadas. Acima de zero é pior, na compra e na venda.',
    unasked: 'ninguém pediu',
    of: { BUY: 'Corretora, compras', SELL: 'Corretora, vendas' },
    tradedFor: ({ all, own, forOthers, nobodys }) =>
      `Negociados na bolsa ${all}: ${own} para as ordens do lado (executado)${forOthers === null ? '' : `, ${forOthers} devolvidos por fundos do outro lado`}${nobodys === null ? '' : `, ${nobodys} de ninguém`}.`,
  },
  routes: {
    title: 'Primário contra secundário',
    note: ({ shares, units }) =>
      `Execuções contra o iNAV na hora da ordem; lotes pela cota oficial contra o iNAV na hora do pedido.${shares === null ? '' : ` As configurações supõem ${shares} bps para as cotas.`}${units === null ? '' : ` Supõem ${units} bps para os lotes.`}`,
    notYet: 'sem cota oficial',
  },
  mixes: {
    title: 'Equidade da divisão',
    note: 'O que um fundo pagou além da média de todos, lotes e cotas juntos: somado sobre os fundos de um lado dá zero, e deve ser pequeno para cada um.',
  },
  exceptions: {
    title: 'Exceções, e quem as aceitou',
    none: 'Não houve nenhuma.',
    kind: {
      accepted: 'Aceita',
      units: 'Lotes à mão',
      stopped: 'Parada',
      amended: 'Alterada',
      differing: 'Pedida e não alterada',
      bust: 'Cancelada na bolsa',
    },
    noReason: 'sem motivo escrito',
    nobody: 'a corretora',
    accepted: {
      'silent-broker': 'uma corretora que não informou nada',
      'broker-left-out': 'uma corretora deixada de fora',
      'unasked-fill': 'execuções que ninguém pediu',
      'unplaced-shares': 'cotas que não cabem em nenhum fundo',
      'vanished-fill': 'uma execução que sumiu',
      'shrunk-fill': 'uma execução que encolheu',
      'odd-fill-price': 'o preço de uma execução',
      'odd-fill-size': 'o tamanho de uma execução',
      'odd-inav': 'um iNAV',
      'odd-nav': 'uma cota oficial',
      'odd-trade': 'o tamanho de uma ordem',
    },
    otherwise: ODD_FIGURE,
  },
  funds: {
    title: 'Resíduo por fundo',
    most: (shown, all) => `Os ${shown} de ${all} que mais ficam aquém ou além do alvo.`,
    others: (file, further) =>
      further.length === 0
        ? `Cada fundo tem a sua página no arquivo anexo ${file}.`
        : `Cada fundo tem a sua página: os primeiros no arquivo anexo ${file}, os seguintes na pasta do dia no Drive, em ${further.join(', ')}.`,
  },
  fund: {
    title: 'Relatório ao gestor do fundo',
    settles: (date) => `As operações liquidam em ${date}.`,
    wanted: ({ target, asset, side }) => `A ordem era de ${noun[side]} de ${target} de ${asset}.`,
    amended: (money) => `Foi alterada para ${money}.`,
    cancelled: 'Foi cancelada.',
    keeps: (money) => `O fundo fica com o que já estava feito: ${money} contam como seu alvo.`,
    gaveBack: ({ money, asset, side }) =>
      `Para devolver o que tinha a mais, o fundo ${did[side]} ${money} de ${asset}.`,
    got: ({ side, units, shares }) => {
      const ofUnits =
        units === null ? [] : [`${units.printed} ${units.n === 1 ? 'lote' : 'lotes'} (${units.money})`];
      const ofShares = shares === null ? [] : [`${shares.printed} cotas ao preço médio de ${shares.price}`];
      const had = [...ofUnits, ...ofShares].join(' e ');
      return had === '' ? `Nada foi ${done[side]}.` : `O fundo ${did[side]} ${had}.`;
    },
    leaves: ({ missing, over, bps }) =>
      missing === null && over === null
        ? 'Nada ficou por fazer.'
        : missing === null
          ? `Ficaram ${over} a mais (${bps} bps da ordem).`
          : `Faltaram ${missing} (${bps} bps da ordem).`,
    byHand: (said) => `Lotes à mão: ${said}.`,
    why: 'Por quê',
    fair: (pool) => `Todos os fundos juntos: ${pool} por cota.`,
    beyond: ({ money, bps }, isWorse) =>
      `Lotes e cotas juntos custaram ${money} ${isWorse ? 'a mais' : 'a menos'} que a média de todos os fundos (${bps} bps).`,
    proRata: (shares) => `Um rateio simples lhe teria deixado ${shares} cotas.`,
    signed: 'Gestor do fundo',
  },
  method: {
    title: 'Como se conta',
    items: {
      residual:
        'Resíduo: alvo menos lotes pelo iNAV congelado menos o executado mais o devolvido; fundo a fundo, e no que falta e no que é a mais nada se compensa entre fundos, lados ou ETFs. Acima de zero faltou, abaixo de zero é a mais. Os mesmos números da aba status.',
      nav: 'Pela cota oficial: o mesmo, com os lotes ao preço pelo qual liquidam.',
      slippage:
        'Slippage: cotas vezes o preço da execução menos cotas vezes o iNAV da instrução em vigor naquele momento (da primeira, onde a execução não diz a hora). Execuções canceladas não entram.',
      routes:
        'Primário contra secundário: cotas como foram negociadas, lotes pelo iNAV congelado; o custo em bps do mesmo pelo iNAV da decisão. Custo suposto: half_spread_bps, e primary_bps com fee_per_request, da aba settings.',
      mix: 'Média da divisão: lotes pela cota oficial (até a publicação, pelo iNAV do pedido) e cotas pelo que cada fundo registra.',
      source:
        'Fonte: a alocação em vigor, as execuções como foram registradas por último, e as instruções como foram enviadas.',
    },
  },
  sign: { trader: 'Trader responsável', head: 'Responsável pela mesa', date: 'Data e hora' },
  legend: {
    primary: 'lotes',
    secondary: 'cotas',
    open: 'faltou',
    worse: 'pior',
    better: 'melhor',
    over: 'a mais',
  },
  column: {
    done: 'Feito',
    ordered: 'Ordem',
    asked: 'Alterada para',
    traded: 'Negociado',
    open: 'Faltou',
    over: 'A mais',
    residual: 'Resíduo',
    residualAtNav: 'Pela cota oficial',
    ofDay: 'Parte feita',
    broker: 'Corretora',
    vwap: 'Preço médio',
    inav: 'iNAV da ordem',
    cost: 'Custo',
    againstAll: 'Contra todas',
    shares: 'Cotas',
    units: 'Lotes',
    average: 'Média',
    paidMost: 'Pagou mais',
    paidLeast: 'Pagou menos',
    sharesAlone: 'Só as cotas',
    what: 'O quê',
    why: 'Motivo',
    who: 'Quem',
    when: 'Quando',
  },
};
