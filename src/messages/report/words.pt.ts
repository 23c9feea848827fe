// The end-of-day report in Portuguese.
import type { ReportWords } from './phrases';

const noun = { BUY: 'compra', SELL: 'venda' } as const;
const ODD_FIGURE = 'um número fora do comum';

export const pt: ReportWords = {
  title: 'Fechamento do dia',
  fileName: 'fechamento',
  complete: 'COMPLETO',
  pending: 'PENDENTE',
  version: (version) => `alocação versão ${version}`,
  replaces: (version) => `SUBSTITUI a versão ${version - 1}`,
  subject: ({ state, version, residual, cost }) =>
    `${state}: fechamento v${version}${version > 1 ? `, SUBSTITUI a v${version - 1}` : ''}: resíduo de ${residual.money} (${residual.bps} bps)${cost === null ? '' : `, custo das cotas ${cost.money} (${cost.bps} bps)`}`,
  asOf: ({ fills, inav }) =>
    `${fills === null ? 'Execuções como foram digitadas' : `Execuções das ${fills}`}${inav === null ? '' : `, lotes pelo iNAV das ${inav}`}.`,
  withoutNav: (assets) =>
    `A cota oficial de ${assets} ainda não foi publicada: os resíduos estão pelo iNAV congelado, e o custo dos lotes não é conhecido. O arquivo no Drive é completado quando ela sair; nenhum segundo e-mail é enviado por isso.`,
  atNav: 'Os resíduos estão também pela cota oficial.',
  tile: {
    residual: 'Resíduo',
    cost: 'Cotas contra o iNAV',
    broker: 'Corretora mais cara',
    person: 'Para alguém resolver',
    ofTarget: (bps, target) => `${bps} bps de ${target}`,
    against: (bps, money) => `${bps} bps de ${money} negociados`,
    ofBroker: ({ money, bps }) => `${money}, ${bps} bps`,
    noFills: 'nada foi negociado',
    waits: (n) => (n === 1 ? 'espera abaixo' : 'esperam abaixo'),
    nothingWaits: 'nada em espera',
  },
  minute: {
    title: 'Em um minuto',
    nothingLeft: 'Nenhum ETF ficou com algo por fazer.',
    left: ({ residual, target, asset, side, most }) =>
      `Resíduo de ${residual.money} sobre ${target} (${residual.bps} bps); o maior em ${asset}, ${noun[side]}: ${most}.`,
    shares: ({ money, bps }, isWorse) =>
      `As cotas custaram ${money} ${isWorse ? 'a mais' : 'a menos'} que o iNAV na hora da ordem (${bps} bps).`,
    units: ({ money, bps }, isWorse) =>
      `Os lotes custaram ${money} ${isWorse ? 'a mais' : 'a menos'} que o iNAV na hora do pedido (${bps} bps).`,
    unitsWait: (money, assets) =>
      `Lotes de ${money} liquidam pela cota oficial; a de ${assets} ainda não foi publicada.`,
    brokers: ({ worst, worstCost, best, bestCost }) =>
      `A mais cara foi ${worst} (${worstCost.money}, ${worstCost.bps} bps), a mais barata ${best} (${bestCost.money}, ${bestCost.bps} bps).`,
    oneBroker: ({ broker, cost }) => `Tudo foi negociado por ${broker} (${cost.money}, ${cost.bps} bps).`,
    fairness: ({ fund, cost, asset, side }) =>
      `O fundo mais distante do que todos pagaram é ${fund}, ${asset}, ${noun[side]}: ${cost.money} (${cost.bps} bps).`,
    settles: (date) => `As operações de hoje liquidam em ${date}.`,
  },
  person: {
    title: 'Para alguém resolver',
    missing: 'Falta',
    nothing: 'Nada falta, e não há avisos.',
  },
  sides: {
    title: 'Resíduo por ETF e lado',
    note: 'Acima de zero faltou executar; abaixo de zero há mais do que foi pedido.',
  },
  brokers: {
    title: 'Slippage por corretora',
    note: 'Cada execução contra o iNAV da instrução em vigor naquele momento. Acima de zero é pior, na compra e na venda.',
    unasked: 'ninguém pediu',
  },
  routes: {
    title: 'Primário contra secundário',
    note: 'Execuções contra o iNAV na hora da ordem; lotes pela cota oficial contra o iNAV na hora do pedido. Ao lado, o que as configurações supõem para cada caminho.',
    secondary: 'Secundário',
    primary: 'Primário',
    units: (n) => `${n} lotes`,
    shares: (n) => `${n} cotas`,
    notYet: 'sem cota oficial',
  },
  mixes: {
    title: 'Equidade da divisão',
    note: 'O que um fundo pagou além da média de todos, lotes e cotas juntos: somado sobre os fundos de um lado dá zero, e deve ser pequeno para cada um.',
    of: (fund, { money, bps }) => `${fund}: ${money} (${bps} bps)`,
  },
  exceptions: {
    title: 'Exceções, e quem as aceitou',
    none: 'Não houve nenhuma.',
    kind: {
      accepted: 'Aceita',
      units: 'Lotes à mão',
      stopped: 'Parada',
      amended: 'Alterada',
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
    others: (file) => `Cada fundo tem a sua página no arquivo anexo ${file}.`,
  },
  fund: {
    title: 'Relatório ao gestor do fundo',
    settles: (date) => `As operações liquidam em ${date}.`,
    wanted: ({ target, asset, side }) => `O fundo queria a ${noun[side]} de ${target} de ${asset}.`,
    gaveBack: ({ money, asset, side }) =>
      `Para devolver o que tinha a mais, o fundo ${side === 'BUY' ? 'comprou' : 'vendeu'} ${money} de ${asset}.`,
    got: ({ units, primary, shares, price }) =>
      `Recebeu ${units} lotes (${primary}) e ${shares} cotas ao preço médio de ${price}.`,
    gotUnits: ({ units, primary }) => `Recebeu ${units} lotes (${primary}) e nenhuma cota da bolsa.`,
    gotShares: ({ shares, price }) => `Recebeu ${shares} cotas ao preço médio de ${price}, e nenhum lote.`,
    gotNothing: 'Não recebeu lotes nem cotas.',
    leaves: ({ money, bps }) => `Resíduo: ${money} (${bps} bps do alvo).`,
    why: 'Por quê',
    fair: ({ price, pool }) => `Preço médio ${price}; de todos os fundos juntos ${pool}.`,
    beyond: ({ money, bps }, isWorse) =>
      `Lotes e cotas juntos custaram ${money} ${isWorse ? 'a mais' : 'a menos'} que a média de todos os fundos (${bps} bps).`,
    proRata: (shares) => `Um rateio simples lhe teria deixado ${shares} cotas.`,
    signed: 'Gestor do fundo',
  },
  method: {
    title: 'Como se conta',
    items: {
      residual:
        'Resíduo: alvo menos lotes pelo iNAV congelado menos o executado mais o devolvido; por ETF e lado, e nada se compensa entre eles. Os mesmos números da aba status.',
      nav: 'Pela cota oficial: o mesmo, com os lotes ao preço pelo qual liquidam.',
      slippage:
        'Slippage: cotas vezes o preço da execução menos cotas vezes o iNAV da instrução em vigor naquele momento (da primeira, onde a execução não diz a hora). Execuções canceladas não entram.',
      routes: 'Custo suposto: half_spread_bps, e primary_bps com fee_per_request, da aba settings.',
      mix: 'Média da divisão: lotes pela cota oficial (até a publicação, pelo iNAV do pedido) e cotas pelo que cada fundo registra.',
      source:
        'Fonte: a alocação em vigor, as execuções como foram registradas por último, e as instruções como foram enviadas.',
    },
  },
  sign: { trader: 'Trader responsável', head: 'Responsável pela mesa', date: 'Data e hora' },
  legend: {
    primary: 'lotes',
    secondary: 'cotas',
    open: 'resíduo',
    worse: 'pior',
    better: 'melhor',
    over: 'a mais',
  },
  column: {
    done: 'Feito',
    residual: 'Resíduo',
    residualAtNav: 'Pela cota oficial',
    ofDay: 'Parte feita',
    broker: 'Corretora',
    vwap: 'Preço médio',
    inav: 'iNAV da ordem',
    cost: 'Custo',
    againstAll: 'Contra todas',
    route: 'Caminho',
    count: 'Quanto',
    assumed: 'Suposto',
    average: 'Média',
    paidMost: 'Pagou mais',
    paidLeast: 'Pagou menos',
    furthest: 'Mais longe, só cotas',
    what: 'O quê',
    why: 'Motivo',
    who: 'Quem',
    when: 'Quando',
  },
};
