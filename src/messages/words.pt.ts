// The desk's mails in Brazilian Portuguese.
import type { Limit, Words } from './phrases';
import { pt as report } from './report/words.pt';

/** Order type, the price that binds, where it comes from, and until when it holds. */
const terms = (side: 'BUY' | 'SELL', { bps, price, inav }: Limit) =>
  `ordem limitada a ${price} (${bps} bps ${side === 'BUY' ? 'acima' : 'abaixo'} do iNAV de ${inav}), válida para o dia`;

const noun = { BUY: 'compra', SELL: 'venda' } as const;
const verb = { BUY: 'comprar', SELL: 'vender' } as const;

export const pt: Words = {
  side: { BUY: 'Compra', SELL: 'Venda' },
  strategy: { SimpleOrder: 'Ordem', RebalanceOrder: 'Rebalanceamento', AdjustmentOrder: 'Ajuste' },
  signature: (deskName) => `Atenciosamente, ${deskName}`,
  greeting: 'Prezados,',
  confirm: 'Favor confirmar respondendo a este e-mail.',
  attached: (file) => `As mesmas linhas seguem em anexo: ${file}.`,
  totalled: (file) =>
    `A lista é longa, por isso este e-mail traz os totais; todas as linhas seguem em anexo, e é o arquivo que vale: ${file}.`,
  more: (n, what) => `mais ${n}: ${what}`,
  total: 'Total',
  column: {
    asset: 'ETF',
    side: 'Lado',
    cap: 'Total do dia',
    shareCap: 'Cotas, no máximo',
    done: 'Executado',
    limit: 'Limite',
    bps: 'bps',
    version: 'Versão',
    fund: 'Fundo',
    cnpj: 'CNPJ',
    amount: 'Financeiro',
    strategy: 'Estratégia',
    units: 'Lotes',
    shares: 'Cotas',
    value: 'Valor estimado',
    averagePrice: 'Preço médio',
    price: 'Preço',
    target: 'Alvo',
    executed: 'Executado',
    primary: 'Primário',
    difference: 'Diferença',
    givenBack: 'Devolvido',
    fill: 'Execução',
    time: 'Hora',
    partFrom: 'Negociado desde',
    funds: 'Fundos',
    orders: 'Ordens',
    requests: 'Pedidos',
  },
  broker: {
    subject: {
      opening: 'Ordens do dia',
      primary: 'Novos limites após o primário',
      adjustment: 'Ordens de ajuste',
      amendment: 'Alteração de ordens',
      stop: 'Cancelamento de ordens',
    },
    intro: {
      opening: 'Favor trabalhar as ordens do dia abaixo:',
      primary: 'Os pedidos ao primário já foram feitos. Favor seguir com os limites abaixo:',
      adjustment: 'Favor executar os seguintes ajustes:',
      amendment: 'Alteramos as nossas ordens. Favor trabalhá-las como segue:',
      stop: 'Favor cancelar o saldo das seguintes ordens:',
    },
    start: ({ side, asset, cap, done, limit }) =>
      `NOVA: ${verb[side]} ${asset} até ${cap} no total do dia, ${done === null ? '' : `${done} já executados, `}${terms(side, limit)}`,
    replaces: ({ version, side, cap, done, limit }) =>
      `SUBSTITUI a v${version}: ${verb[side]} até ${cap} no total do dia, ${done === null ? 'nada executado' : `${done} já executados`}, ${terms(side, limit)}`,
    stop: ({ side, asset, done, version }) =>
      `${version === null ? '' : `SUBSTITUI a v${version}: `}cancelar o saldo da ${noun[side]} de ${asset}: ${done} já executados`,
    noMoreThan: (shares) => `no máximo ${shares} cotas no total do dia`,
    wholeOrders: (funds) => `ordens inteiras, em nenhuma outra corretora: ${funds}`,
    doNotCross: 'não cruzar com as nossas próprias ordens na ponta contrária',
    doNotCrossIn: (assets) => `Não cruzar com as nossas próprias ordens na ponta contrária em: ${assets}.`,
    inFile: 'Cada ordem está no arquivo anexo, com a versão que substitui e o que já foi executado.',
    number: (id, version) => `Instrução ${id}, versão ${version}`,
    cumulative: (date) =>
      `Os limites financeiros são acumulados para todo o dia ${date} e nunca se somam: cada versão substitui a anterior, e o que já foi executado conta dentro do limite.`,
    binds: (date) =>
      `Vale o preço limite em reais, e não os bps, até uma nova versão da instrução ou até o fim do pregão de ${date}.`,
    settles: (date) => `Estas operações liquidam em ${date}.`,
  },
  offshore: {
    subject: 'Ordens offshore',
    intro: (date) =>
      `Favor trabalhar as ordens offshore de ${date}, válidas para o dia, financeiro em reais:`,
    none: 'Não há ordens offshore.',
    changedSubject: 'Alteração de ordens offshore',
    changed: (date) => `Alteramos as nossas ordens offshore de ${date}, financeiro em reais:`,
    start: ({ side, asset, fund, now }) => `NOVA: ${verb[side]} ${asset} por conta de ${fund}, ${now}`,
    replaces: ({ side, asset, fund, before, now }) =>
      `SUBSTITUI ${before}: ${verb[side]} ${asset} por conta de ${fund}, ${now} no total do dia`,
    stop: ({ side, asset, fund, before }) =>
      `CANCELADA: ${noun[side]} de ${asset} por conta de ${fund}, era de ${before}; favor cancelar o saldo e informar o que foi executado`,
    noneLeft: 'Não resta nenhuma outra ordem offshore.',
  },
  administrator: {
    subject: 'Pedidos de integralização e resgate',
    side: { BUY: 'Integralização', SELL: 'Resgate' },
    intro: (administrator, date) => `Favor registrar na ${administrator} os pedidos abaixo, de ${date}:`,
    request: ({ side, units, printedUnits, asset, fund, cnpj, value }) =>
      `${side === 'BUY' ? 'Integralização' : 'Resgate'} de ${printedUnits} ${units === 1 ? 'lote mínimo' : 'lotes mínimos'} de ${asset} por conta de ${fund} (CNPJ ${cnpj}), cerca de ${value}`,
    account: ({ bank, branch, account }) =>
      `Conta de liquidação: banco ${bank}, agência ${branch}, conta ${account}`,
    accountMissing: 'Conta de liquidação: cadastro incompleto, favor nos consultar antes de liquidar',
    accountsInFile:
      'As contas de liquidação estão no arquivo anexo; onde faltar alguma, favor nos consultar antes de liquidar.',
    unit: (shares) => `Um lote mínimo tem ${shares} cotas.`,
    settlement: (date, settles) =>
      `Liquidação em ${settles} pela cota de fechamento de ${date}; os valores acima são estimativas pelo iNAV de hoje.`,
  },
  adjustment: {
    subject: (iteration, maximum) => `Rodada de ajuste ${iteration} de ${maximum}`,
    converged: 'Convergiu: nenhum fundo tem mais nada a executar.',
    naked:
      'Nenhum fundo pede mais nada, e há cotas vendidas que nenhum fundo tem: nenhuma rodada resolve isso.',
    nothingNow: 'Nada é pedido agora.',
    over: (money, waits) =>
      waits
        ? `${money} que os fundos têm a mais esperam a última rodada.`
        : `${money} que os fundos têm a mais ficam com eles.`,
    missing: (money) => `${money} que faltam aos fundos não podem ser pedidos.`,
    open: 'Ainda não convergiu: falta executar as ordens abaixo.',
    last: 'Esta é a última rodada do dia; o que não for executado fica como resíduo.',
    assets: 'Por ETF e lado',
    asOf: (fills) => (fills === null ? 'Execuções como digitadas.' : `Execuções das ${fills}.`),
    orders: 'Ordens de ajuste',
    none: 'Nenhuma ordem de ajuste.',
  },
  opening: 'abertura',
  allocation: {
    subject: (version, before) =>
      `Alocação${version > 1 ? ` v${version}` : ''}${before === null ? '' : `, SUBSTITUI a v${before}`}`,
    intro: (date, settles) =>
      `Favor alocar as nossas operações de ${date} como segue. A liquidação é em ${settles}.`,
    replaces: (version, before) =>
      `SUBSTITUI a v${before}: esta é a versão ${version} da alocação do dia, completa; favor desconsiderar todas as anteriores.`,
    prices: {
      average:
        'O preço médio, com 8 casas decimais, é o de cada fundo nesta corretora; os financeiros somam o executado.',
      fill: 'Os preços são os das execuções, cujos números e horas estão em cada linha; quantidade vezes preço soma o financeiro executado.',
      block:
        'Todos os fundos operam a um só preço médio nesta corretora, com 8 casas decimais, por ETF e lado; os financeiros somam o executado.',
    },
    noFills: (assets) =>
      `Recebemos as operações de ${assets} somadas, sem número de execução: nelas cada fundo está em uma linha, ao seu preço médio com 8 casas decimais.`,
    parts: (assets) =>
      `Em ${assets} houve ordens que começaram ou terminaram durante o dia: o que foi negociado em cada parte dele tem um só preço médio próprio e vai aos fundos cujas ordens valiam então (coluna Negociado desde).`,
    rounding: (money) =>
      `Quantidade vezes o preço médio arredondado difere dos financeiros em ${money} no total das linhas; valem os financeiros.`,
    open: ({ asset, side, shares }) =>
      `Fora destas linhas: ${shares} cotas de ${asset} (${side === 'BUY' ? 'compra' : 'venda'}) executadas. Favor mantê-las sem alocação; o comitente segue em versão posterior.`,
    meanPrices: 'Os preços aqui são médias das execuções; os de cada execução estão no arquivo.',
    none: 'Não há nada a alocar nesta corretora.',
  },
  report,
  summary: {
    problems: 'Erros a corrigir',
    warnings: 'Avisos',
    allOf: (file) => `Todos seguem em anexo: ${file}.`,
  },
  notice: {
    prepared: (step) => `PREPARADO: ${step}`,
    preparedAdvice: (step) =>
      `Nada foi enviado. Abra a planilha, confira ${step} no menu Trading e confirme lá.`,
    refused: (step) => `PARADO: ${step}`,
    refusedAdvice:
      'Nada foi enviado. A agenda tenta de novo sozinha; o mesmo problema só é avisado uma vez por dia.',
    missedAdvice: 'Nada foi enviado, e nada mais roda essa etapa hoje.',
    reminder: (step, cutoff) => `${step}: horário limite às ${cutoff}`,
    sends: (step, at) => `Às ${at} a agenda roda ${step} e envia os pedidos ao administrador.`,
    prepares: (step, at) => `Às ${at} a agenda prepara ${step}; você confere e confirma.`,
    pause: (assets) =>
      `Antes disso, peça às corretoras que ponham em pausa as ordens em aberto de ${assets}.`,
    standsStill: 'A agenda está parada',
    ended: 'Um dia anterior ficou pela metade',
    endedAdvice: 'Nada dele sai mais, e o dia de hoje segue. Avise pessoalmente quem ainda precisa saber.',
  },
};
