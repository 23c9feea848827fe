// What the stages and their checks say, in Portuguese.
import type { Phrase } from './phrase';

const HEADLINES: readonly Phrase[] = [
  [
    '{n} instructions over {money} for {n2} intents, {n3} offshore orders',
    '{n} {n|instrução|instruções} de {money} no total para {n2} {n2|ordem|ordens} de fundos, {n3} {n3|ordem|ordens} offshore',
  ],
  ['the orders of {date} are out already; nothing changed', 'as ordens de {date} já saíram; nada mudou'],
  [
    'the orders of {date} are out and being filled; nothing changed',
    'as ordens de {date} já saíram e estão sendo executadas; nada mudou',
  ],
  [
    '{n} units in {n2} requests, about {money}; {n3} caps replaced',
    '{n} {n|lote|lotes} em {n2} {n2|pedido|pedidos}, cerca de {money}; {n3} {n3|limite substituído|limites substituídos}',
  ],
  [
    '{n} units in {n2} requests, about {money}; {n3} caps replaced; brokers paused',
    '{n} {n|lote|lotes} em {n2} {n2|pedido|pedidos}, cerca de {money}; {n3} {n3|limite substituído|limites substituídos}; corretoras em pausa',
  ],
  ['no fund trades an ETF of nasdaq today', 'nenhum fundo negocia ETFs da família Nasdaq hoje'],
  ['no fund trades an ETF of thematics today', 'nenhum fundo negocia ETFs da família temática hoje'],
  ['no fund trades an ETF of all today', 'nenhum fundo negocia ETFs hoje'],
  ['the units are decided already; nothing changed', 'os lotes já foram definidos; nada mudou'],
  [
    'iteration {n} of {n2}: {money} to do in {n3} orders, {n4} caps replaced',
    'iteração {n} de {n2}: {money} a executar em {n3} {n3|ordem|ordens}, {n4} {n4|limite substituído|limites substituídos}',
  ],
  [
    'every fund is within the tolerance; the cycle has converged',
    'todos os fundos estão dentro da tolerância; o ciclo convergiu',
  ],
  [
    'the caps in force are right; no instruction changed',
    'os limites em vigor estão corretos; nenhuma instrução mudou',
  ],
  ['the day is allocated; no further iteration', 'o dia já foi alocado; não há mais iterações'],
  [
    'trading has ended; the final allocation comes next',
    'o pregão terminou; o próximo passo é a alocação final',
  ],
  [
    'all {n} iterations are done; the caps in force stay',
    '{n|a única iteração foi feita|todas as iterações do dia foram feitas}; os limites em vigor continuam valendo',
  ],
  [
    'the last iteration was at {time}; the next is due at {time2}',
    'a última iteração foi às {time}; a próxima é às {time2}',
  ],
  ['COMPLETE: {known}', 'COMPLETO: {known}'],
  ['PENDING: {known}', 'PENDENTE: {known}'],
  ['PENDING: {saids}', 'PENDENTE: {saids}'],
  [
    '{n} shares in {n2} fills allocated in {n3} lines, version {n4}',
    '{n} {n|cota|cotas} de {n2} {n2|execução|execuções} em {n3} {n3|linha|linhas} de alocação, versão {n4}',
  ],
  [
    '{n} shares in {n2} fills allocated in {n3} lines, version {n4} REPLACES {n5}',
    '{n} {n|cota|cotas} de {n2} {n2|execução|execuções} em {n3} {n3|linha|linhas} de alocação, versão {n4} SUBSTITUI a {n5}',
  ],
  [
    'the allocation of {date} stands as version {n}; nothing changed',
    'a alocação de {date} continua na versão {n}; nada mudou',
  ],
  ['no official NAV of {date} is new', 'nenhuma cota oficial nova de {date}'],
  [
    'no official NAV of {date} is new; not yet published: {assets}',
    'nenhuma cota oficial nova de {date}; ainda não publicada: {assets}',
  ],
  ['the official NAV of {assets} is in the history', 'a cota oficial de {assets} está no histórico'],
  [
    'the official NAV of {assets} is in the history; not yet published: {others}',
    'a cota oficial de {assets} está no histórico; ainda não publicada: {others}',
  ],
  ['no official NAV is published yet', 'nenhuma cota oficial publicada ainda'],
  [
    'the day is not allocated yet; run Final allocation first',
    'o dia ainda não foi alocado; execute antes a Alocação final',
  ],
  ['{n} fills are PENDING', '{n} {n|execução está|execuções estão} PENDING'],
  [
    '{n} shares of {side} {code} fit no fund and stand on the error account',
    '{n} {n|cota|cotas} de {side} de {code} não {n|cabe|cabem} em nenhum fundo e {n|está|estão} na conta erro',
  ],
  [
    'daily-trades says what was frozen; nothing to amend',
    'daily-trades diz o mesmo que foi congelado; não há o que alterar',
  ],
  [
    '{n} intents amended, {n2} caps replaced',
    '{n} {n|ordem de fundo alterada|ordens de fundos alteradas}, {n2} {n2|limite substituído|limites substituídos}',
  ],
  ['{n} problems; nothing was written', '{n} {n|erro|erros}; nada foi gravado'],
  ['{n} problems; nothing can be done yet', '{n} {n|erro|erros}; ainda não dá para seguir'],
  ['{n}', '{n}'],
  ['{n} of {n2}', '{n} de {n2}'],
  ['COMPLETE', 'COMPLETO'],
  ['PENDING', 'PENDENTE'],
  ['no day is open: run Initial orders', 'nenhum dia aberto: comece pelas Ordens iniciais'],
  ['the final allocation has not run', 'a alocação final ainda não foi feita'],
  ['COMPLETE; {money} of residuals over all ETFs', 'COMPLETO; {money} de resíduo na soma de todos os ETFs'],
  [
    'PENDING ({saids}); {money} of residuals over all ETFs',
    'PENDENTE ({saids}); {money} de resíduo na soma de todos os ETFs',
  ],
  ['{money} ({decimal} bps): {fund}, {side} {code}', '{money} ({decimal} bps): {fund}, {side} de {code}'],
  ['{fund} BUY {code}', '{fund}, compra de {code}'],
  ['{fund} SELL {code}', '{fund}, venda de {code}'],
  ['held', 'em espera'],
  [
    'the inputs changed since the preview; look at it again',
    'os dados mudaram desde a prévia; confira de novo',
  ],
];

const PROGRESS: readonly Phrase[] = [
  ['fetching today’s executions', 'buscando as execuções de hoje'],
  ['fetching iNAVs', 'buscando os iNAVs'],
  ['{code}: writing {n} tabs', 'gravando {n} {n|aba|abas}'],
  ['{code}: saving to the warehouse', 'gravando na base histórica'],
  ['{code}: sending {n} mails', 'enviando {n} {n|e-mail|e-mails}'],
];

const REASONS: readonly Phrase[] = [
  ['nearest whole units', 'número inteiro de lotes mais próximo'],
  ['rounded down to whole units', 'lotes inteiros arredondados para baixo'],
  ['at most {n} units a day', 'no máximo {n} {n|lote|lotes} por dia'],
  ['holds {n} shares', 'tem {n} {n|cota|cotas} em carteira'],
  ['cash {money}', 'caixa de {money}'],
  ['no access to the primary market', 'sem acesso ao mercado primário'],
  ['{n} units: {ands}', '{n} {n|lote|lotes}: {ands}'],
  ['gives back what it had too much', 'devolve o que tinha a mais'],
  ['limited by what it may hold', 'limitado ao que pode ter'],
  ['no fund may take these shares', 'nenhum fundo pode receber estas cotas'],
  [
    'residual {money}: the market filled {money2} less than the {side} caps in force',
    'resíduo de {money}: o mercado executou {money2} a menos que os limites de {side} em vigor',
  ],
  [
    'residual {money}: fills and iNAV moved after the primary stage',
    'resíduo de {money}: execuções e iNAV mudaram depois do primário',
  ],
  [
    'residual {money}: fills and iNAV moved after iteration {n} at {time}',
    'resíduo de {money}: execuções e iNAV mudaram depois da iteração {n} às {time}',
  ],
  ['{side} {money}', '{side} de {money}'],
  ['within the tolerance of {money}', 'dentro da tolerância de {money}'],
  ['{n} of {n2} funds have something to do', '{n} de {n2} {n2|fundo|fundos} com algo a fazer'],
];

const DAY: readonly Phrase[] = [
  [
    'no day is open; run Initial orders for {date} first',
    'nenhum dia está aberto; faça antes as Ordens iniciais de {date}',
  ],
  [
    'the open day is {date}; run Initial orders for {date2} first',
    'o dia aberto é {date}; faça antes as Ordens iniciais de {date2}',
  ],
  [
    'the market is open until {time}; run the final allocation after that',
    'o mercado fica aberto até {time}; faça a alocação final depois disso',
  ],
  [
    'B3 is closed on {date}; if it is open after all, add the day with its hours to the holidays tab',
    'a B3 está fechada em {date}; se mesmo assim houver pregão, ponha o dia e os horários na aba holidays',
  ],
  [
    'it is {time} and trading ended at {time2}; orders can no longer be worked today',
    'são {time} e o pregão terminou às {time2}; as ordens não podem mais ser trabalhadas hoje',
  ],
  [
    'it is {time} and the cut-off of {code} was {time2}; the administrator takes no more requests today',
    'são {time} e o horário limite de {code} era {time2}; o administrador não aceita mais pedidos hoje',
  ],
  [
    'the iNAV of {code} is {n} minutes old, at most {n2} are allowed; refresh it',
    'o iNAV de {code} é de {n} {n|minuto|minutos} atrás e o máximo são {n2}; atualize-o',
  ],
  [
    'no iNAV of {code}; add a row or set INAV_API_URL in settings',
    'falta o iNAV de {code}; acrescente uma linha ou preencha INAV_API_URL em settings',
  ],
  [
    'one creation unit of {code} has no shares; correct it',
    'o lote mínimo de {code} está com zero cotas; corrija',
  ],
  [
    'there is no fill of {date}; enter them in the tab, or open the new day if there were none',
    'não há execução de {date}; preencha a aba, ou abra o novo dia se não houve nenhuma',
  ],
  [
    'the fills of {date} are those that were fetched on that day; compare them with the brokers’ before this goes out',
    'as execuções de {date} são as que foram buscadas naquele dia; confira com as corretoras antes de enviar',
  ],
  [
    'the day {date} was never allocated completely; opening {date2} closes it as it is',
    'o dia {date} não teve a alocação concluída; abrir {date2} encerra o dia como está',
  ],
  [
    'the day has fills, so the orders stand as they are; use Trading > Amend an order to change one',
    'o dia já tem execuções e as ordens ficam como estão; use Trading > Alterar uma ordem para mudar alguma',
  ],
  [
    'an amendment needs a reason; write why the order changes',
    'uma alteração precisa de motivo; escreva por que a ordem muda',
  ],
  [
    'nobody confirmed that the brokers’ working orders are paused; fills of these minutes come on top',
    'ninguém confirmou que as ordens em aberto nas corretoras estão em pausa; o que for executado nestes minutos vem a mais',
  ],
  [
    '{code} has no administrator_emails; add where its requests go',
    '{code} está sem administrator_emails; informe para onde vão os pedidos',
  ],
  ['no broker; add at least one', 'nenhuma corretora; cadastre ao menos uma'],
  [
    'the column share adds up to {decimal}%; make it 100%',
    'a coluna share soma {decimal}%; tem de somar 100%',
  ],
  [
    '{broker} has no e-mail; add where its orders go',
    '{broker} está sem e-mail; informe para onde vão as ordens',
  ],
  [
    '"{broker}" is no broker of the brokers tab; add it there or leave the cell blank',
    '"{broker}" não está na aba brokers; cadastre a corretora lá ou deixe a célula em branco',
  ],
  [
    '{broker} has orders or fills of the day and cannot be told anything; put its row back, with share 0 if it is to get nothing more',
    '{broker} tem ordens ou execuções do dia e não há como avisá-la; recoloque a linha, com share 0 se não deve receber mais nada',
  ],
  [
    '{code} has orders of the day; put its row back until the day is allocated',
    '{code} tem ordens do dia; recoloque a linha até o dia ser alocado',
  ],
  [
    '{n} recipients are to be written to and {n2} are left today; send as another user or tomorrow',
    'são {n} destinatários e hoje só {n2|resta|restam} {n2}; envie com outro usuário ou amanhã',
  ],
];

const TRADES: readonly Phrase[] = [
  [
    'an AdjustmentOrder of {money} in {code} is ignored; the adjustment cycle makes its own',
    'uma AdjustmentOrder de {money} em {code} foi ignorada; o ciclo de ajuste faz as suas',
  ],
  [
    '{code} is no fund of fund-stats; add the fund there or correct the CNPJ',
    '{code} não é de nenhum fundo de fund-stats; cadastre o fundo lá ou corrija o CNPJ',
  ],
  [
    'the amount is zero; write what to trade or delete the row',
    'o financeiro é zero; escreva quanto negociar ou apague a linha',
  ],
  [
    '{fund} may not trade {code}; it may trade nothing (fund-stats)',
    '{fund} não pode negociar {code}; não pode negociar nada (fund-stats)',
  ],
  [
    '{fund} may not trade {code}; it may trade {assets} (fund-stats)',
    '{fund} não pode negociar {code}; pode negociar {assets} (fund-stats)',
  ],
  [
    '{code} is not in the etfs tab; add it there or correct the symbol',
    '{code} não está na aba etfs; cadastre-o lá ou corrija o código',
  ],
  [
    'the same fund, ETF, side and strategy stand in row {n}; keep one row with the whole amount',
    'o mesmo fundo, ETF, lado e estratégia já estão na linha {n}; deixe uma só linha com o financeiro todo',
  ],
  [
    'the fund has a {side} of {code} in row {n}; keep one side',
    'o fundo tem {side} de {code} na linha {n}; deixe um lado só',
  ],
  [
    'cash of {n} trading funds is blank: the check on it is skipped',
    '{n} {n|fundo|fundos} com ordens sem caixa informado: sem essa verificação',
  ],
  [
    'nav of {n} trading funds is blank: the check on it is skipped',
    '{n} {n|fundo|fundos} com ordens sem PL informado: sem essa verificação',
  ],
  [
    '{fund} buys for {money} and has {money2}; lower an amount or correct its cash',
    '{fund} compra {money} e tem {money2} em caixa; reduza um valor ou corrija o caixa',
  ],
  ['{money} is more than {decimal}% of the NAV of {fund}', '{money} passa de {decimal}% do PL de {fund}'],
  [
    'the tab is empty: sells are not checked against holdings',
    'a aba está vazia: as vendas não são conferidas com a posição dos fundos',
  ],
  [
    '{fund} sells {money} of {code} and holds {n} shares worth {money2}; lower an amount or correct its holdings',
    '{fund} vende {money} de {code} e tem {n} {n|cota|cotas}, que {n|vale|valem} {money2}; reduza um valor ou corrija a posição',
  ],
  [
    'avg_volume of {n} traded ETFs is blank: the check on it is skipped',
    '{n} {n|ETF|ETFs} com ordens sem avg_volume: sem essa verificação',
  ],
  [
    '{code} {side}: {money} is more than {decimal}% of the average volume of {money2}',
    '{side} de {code}: {money} passa de {decimal}% do volume médio, de {money2}',
  ],
  [
    '{n} offshore orders and OFFSHORE_EMAILS is blank; write where they go',
    'há {n} {n|ordem|ordens} offshore e OFFSHORE_EMAILS está em branco; informe para onde vão',
  ],
  [
    'there is no trade to do; fill in rows or use Trading > Import files',
    'não há nenhuma ordem; preencha linhas ou use Trading > Importar arquivos',
  ],
];

const FILLS: readonly Phrase[] = [
  [
    '{broker} executed {money} of {side} {code}, its cap is {money2}; call it',
    '{broker} executou {money} na {side} de {code}, e o seu limite é {money2}; ligue para a corretora',
  ],
  [
    '{broker} has {n} fills of {side} {code} beyond the limit of {decimal}; ask why',
    '{broker} tem {n} {n|execução|execuções} na {side} de {code} além do preço limite de {decimal}; pergunte por quê',
  ],
  [
    '{side} {code} at {broker} was executed and never instructed; check the fill with the broker',
    'houve {side} de {code} na {broker} sem instrução; confira a execução com a corretora',
  ],
  [
    'the post-trade system has fills of {broker}, and {broker2} enters its fills in its inbox; write fills_from = api, or take its account_codes out',
    'o sistema de pós-negociação tem execuções de {broker}, e {broker2} também as digita na planilha de execuções; use fills_from = api ou tire os account_codes da corretora',
  ],
  [
    '{side} {code}: fill {fill} of {broker} over {n} shares is not allocated exactly; nothing was written, report it',
    '{side} de {code}: a execução {fill} da {broker}, de {n} {n|cota|cotas}, não foi alocada por inteiro; nada foi gravado, avise o suporte',
  ],
  [
    '{side} {code}: fund {cnpj} is due {n} shares and gets another number; nothing was written, report it',
    '{side} de {code}: o fundo {cnpj} tem direito a {n} {n|cota|cotas} e recebe outro número; nada foi gravado, avise o suporte',
  ],
  [
    '{side} {code}: a line is not a whole number of shares; nothing was written, report it',
    '{side} de {code}: uma linha não tem um número inteiro de cotas; nada foi gravado, avise o suporte',
  ],
];

export const STAGES: readonly Phrase[] = [...HEADLINES, ...PROGRESS, ...REASONS, ...DAY, ...TRADES, ...FILLS];
