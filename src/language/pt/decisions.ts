// What a preview, a decision and the end-of-day report say, in English and in Portuguese.

export const DECISIONS = {
  'Call {brokers}: have them buy the shares back or borrow them, and tell the administrator. Stop who may still sell; no round can give back what no fund has.':
    'Ligue para {brokers}: faça recomprar as cotas ou tomá-las emprestadas, e avise o administrador. Pare quem ainda pode vender; nenhuma rodada devolve o que nenhum fundo tem.',
  'Call {broker}. If the fills are right, shares of {code} are sold that no fund has: no round gives those back.':
    'Ligue para {broker}. Se as execuções estiverem certas, há cotas de {code} vendidas que nenhum fundo tem: nenhuma rodada as devolve.',
  'give-back of {fund}, {side} {code}': 'devolução de {fund}, {side} {code}',
  '{money} → {money2}; {said}': '{money} → {money2}; {said}',
  'Give-backs that change': 'Devoluções que mudam',
  'Given back so far': 'Devolvido até agora',
  'Has too much': 'Tem a mais',
  'a person stopped it; what was given back stays': 'uma pessoa a parou; o que já foi devolvido permanece',
  'it has only {money} too much now': 'agora só tem {money} a mais',
  'it has nothing too much any more': 'já não tem nada a mais',
  'once its order changes it has {money} too much, and give_back = {value} asks for it now':
    'com a ordem alterada tem {money} a mais, e give_back = {value} manda devolver já',
  'its own order stays; it has {money} too much, and give_back = {value} asks for it now':
    'sua própria ordem não muda; tem {money} a mais, e give_back = {value} manda devolver já',
  '{n} of {n2} {n2|round|rounds} of the adjustment cycle ran':
    '{n} de {n2} {n2|rodada|rodadas} de ajuste {n|foi feita|foram feitas}',
  'nobody decided the units of {code} (Primary units, {family})':
    'ninguém decidiu os lotes de {code} (Primário, {family})',
  'nobody decided the units of {code} (Primary units, {family}), of which {money} is not done':
    'ninguém decidiu os lotes de {code} (Primário, {family}), de que faltam {money}',
  '{side} {code}: {money} is not done, in {n} {n|fund|funds}':
    '{side} {code}: faltam {money}, em {n} {n|fundo|fundos}',
  '{side} {code}: {money} is not done, in {n} {n|fund|funds}, and nobody decided its units':
    '{side} {code}: faltam {money}, em {n} {n|fundo|fundos}, e ninguém decidiu os lotes',
  '{said}; {n} of them {n|is|are} off by the tolerance or more':
    '{said}; {n} deles {n|difere|diferem} pela tolerância ou mais',
  '{side} {code}: {money} is too much, in {n} {n|fund|funds}':
    '{side} {code}: {money} a mais, em {n} {n|fundo|fundos}',
  '{n} {n|order|orders} {n|differs|differ} from what is worked: {saids}. Use Trading > Amend an order, or put the old {n|amount|amounts} back':
    '{n} {n|ordem|ordens} {n|difere|diferem} do que está em execução: {saids}. Use Trading > Alterar uma ordem, ou recoloque {n|o valor antigo|os valores antigos}',
  '{n} {n|order|orders} {n|differs|differ} from what was worked: {saids}. It is too late to amend: the day stays as it was worked':
    '{n} {n|ordem|ordens} {n|difere|diferem} do que foi executado no dia: {saids}. É tarde para alterar: o dia fica como foi trabalhado',
  'whether daily-trades still asks for what is worked is not known: {said}; no amendment until it is put right':
    'não se sabe se daily-trades ainda pede o que está em execução: {said}; nenhuma alteração até que seja corrigido',
  '{fund} {side} {code}: {money} → {money2}': '{fund} {side} {code}: {money} → {money2}',
  'daily-trades differs from what is worked: {said}': 'daily-trades difere do que está em execução: {said}',
  'Amend an order, or put the old amount back into daily-trades.':
    'Altere a ordem, ou recoloque o valor antigo em daily-trades.',
  'It is too late to amend: the day stays as it was worked.':
    'É tarde para alterar: o dia fica como foi trabalhado.',
  Orders: 'Ordens',
  '{n} orders of daily-trades differ from what is worked, by {said}: {assets}':
    '{n} ordens de daily-trades diferem do que está em execução, em {said}: {assets}',
  'it was finished at {time} and is open again: {saids}':
    'estava terminado às {time} e voltou a ficar em aberto: {saids}',
  'its orders are {money} more': 'suas ordens são {money} maiores',
  '{money} of what was executed is gone: a bust, a correction, or shares that are others’ now':
    '{money} do que estava executado saiu: cancelamento na bolsa, correção ou cotas que agora são de outros',
  'its units count {money} less: others were asked for, or the iNAV moved':
    'seus lotes valem {money} a menos: outros foram pedidos, ou o iNAV mudou',
  '{money} more was given back on the other side': 'mais {money} foram devolvidos no lado contrário',
  'what was executed is split anew between its funds':
    'o que foi executado se reparte de novo entre seus fundos',
  'Call {broker}. If the fills are right, the last round gives back what no fund wants, as give_back says.':
    'Ligue para {broker}. Se as execuções estiverem certas, a última rodada devolve o que nenhum fundo quer, como diz give_back.',
  '{n} {n|fill|fills} of {side} {code} at {broker} over {money} {n|was|were} busted: {n|traded|the last traded} at {time}, heard of at {time2}':
    '{n} {n|execução|execuções} de {side} {code} na {broker}, {money}, {n|foi cancelada|foram canceladas} na bolsa: {n|executada|a última executada} às {time}, soube-se às {time2}',
  '{n} {n|fill|fills} of {side} {code} at {broker} over {money} {n|was|were} busted: {n|traded|the last traded} at {time}':
    '{n} {n|execução|execuções} de {side} {code} na {broker}, {money}, {n|foi cancelada|foram canceladas} na bolsa: {n|executada|a última executada} às {time}',
  '{n} {n|fill|fills} of {side} {code} at {broker} over {money} {n|was|were} busted, heard of at {time}':
    '{n} {n|execução|execuções} de {side} {code} na {broker}, {money}, {n|foi cancelada|foram canceladas} na bolsa; soube-se às {time}',
  '{n} {n|fill|fills} of {side} {code} at {broker} over {money} {n|was|were} busted':
    '{n} {n|execução|execuções} de {side} {code} na {broker}, {money}, {n|foi cancelada|foram canceladas} na bolsa',
  'Nothing counts them any more. {money} of the side is open, and the cap of {broker} leaves {money2} for it. Ask {broker} whether it trades them again; the next step replaces the caps.':
    'Já não contam em lugar nenhum. Do lado estão em aberto {money}, e o limite da {broker} deixa {money2} para isso. Pergunte à {broker} se executa de novo; a próxima etapa substitui os limites.',
  'Nothing counts them any more. {money} of the side is open, and the cap of {broker} leaves {money2} for it: {broker} may trade them again. No step of today replaces the caps.':
    'Já não contam em lugar nenhum. Do lado estão em aberto {money}, e o limite da {broker} deixa {money2} para isso: a {broker} pode executá-las de novo. Nenhuma etapa de hoje substitui os limites.',
  'Nothing counts them any more, and the caps of {code} leave {money} more than funds call for: run the adjustment cycle, it takes that back at any hour.':
    'Nada mais as conta, e os limites de {code} deixam {money} a mais do que os fundos pedem: rode o ciclo de ajustes, que retira isso a qualquer hora.',
  'Nothing counts them any more. {money} of the side is open, and the cap of {broker} leaves nothing for it: {said} replaces the caps.':
    'Já não contam em lugar nenhum. Do lado estão em aberto {money}, e o limite da {broker} não deixa nada para isso: {said} substitui os limites.',
  'Nothing counts them any more. {money} of the side is open, and the cap of {broker} leaves nothing for it; no step of today replaces the caps: amend the order, or leave what is open as it is.':
    'Já não contam em lugar nenhum. Do lado estão em aberto {money}, e o limite da {broker} não deixa nada para isso; nenhuma etapa de hoje substitui os limites: altere a ordem ou deixe em aberto o que está.',
  'Nothing counts them any more: the final allocation leaves them out.':
    'Já não contam em lugar nenhum: a alocação final as deixa de fora.',
  'Run the final allocation again: its next version counts them no more.':
    'Rode de novo a alocação final: a próxima versão já não as conta.',
  'Call {broker}. If the fills are right, the funds keep what is too much: no round is left that gives it back.':
    'Ligue para {broker}. Se as execuções estiverem certas, os fundos ficam com o excesso: não resta rodada que o devolva.',
  'Call {broker}. The day is allocated: what no fund took is settled with it, and stands in the report.':
    'Ligue para {broker}. O dia está alocado: o que nenhum fundo levou se acerta com ela e consta do relatório.',
  'Call {brokers}: the shares have to be borrowed or bought, and tell the administrator.':
    'Ligue para {brokers}: as cotas têm de ser tomadas emprestadas ou compradas, e avise o administrador.',
  '{money} traded again at {n} bps, the spread of {code}':
    '{money} negociados de novo a {n} bps, o spread de {code}',
  '{money} traded again at {n} bps, the limit of {code}, whose spread is not known':
    '{money} negociados de novo a {n} bps, o limite de {code}, cujo spread não é conhecido',
  '{n} {n|share|shares} at {price} that cannot be delivered: bought in, {n|it costs|they cost} {money}':
    '{n} {n|cota|cotas} a {price} que não podem ser entregues: {n|recomprada, custa|recompradas, custam} {money}',
  'what these fills cost beyond their limit, to the cent':
    'o que estas execuções custaram além do limite, ao centavo',
  '{said}, and the {bps} bps beyond the limit': '{said}, e os {bps} bps além do limite',
  'all of them together, as the list says': 'todos juntos, como diz a lista',
  'the iNAVs of {n} ETFs are too old: {assets}': 'os iNAVs de {n} ETFs estão velhos demais: {assets}',
  'the iNAV has passed the limit of {n} orders, {said} stay undone: {assets}':
    'o iNAV passou do preço-limite de {n} ordens, {said} ficam sem executar: {assets}',
  'units of {n} ETFs can be asked for a few minutes more: {assets}':
    'lotes de {n} ETFs só podem ser pedidos por mais alguns minutos: {assets}',
  'busts of {broker} in {n} ETFs and sides over {said}: {assets}':
    'cancelamentos da {broker} em {n} ETFs e lados, {said}: {assets}',
  '{broker} is above its cap {n} times: {assets}': 'a {broker} está acima do limite {n} vezes: {assets}',
  '{broker} traded beyond its limit {n} times, {money} in all: {assets}':
    'a {broker} executou além do preço-limite {n} vezes, {money} ao todo: {assets}',
  'shares of {n} ETFs are sold naked: {assets}': 'cotas de {n} ETFs estão vendidas a descoberto: {assets}',
  'Ask {broker} for a correction, or for its reason; then put it away.':
    'Peça à {broker} a correção ou o motivo; depois guarde o aviso.',
  'the iNAV of {code} has passed the limit of {side} by {bps} bps: {money} stays undone':
    'o iNAV de {code} passou do preço-limite de {side} em {bps} bps: {money} ficam sem executar',
  '{said} is due: it sets the limits anew from the iNAV.':
    '{said} está na hora: refaz os preços-limite pelo iNAV.',
  '{said} sets the limits anew from the iNAV.': '{said} refaz os preços-limite pelo iNAV.',
  '{said} at {time} sets the limits anew from the iNAV; until then these orders rest.':
    '{said}, às {time}, refaz os preços-limite pelo iNAV; até lá estas ordens ficam paradas.',
  'No step of today sets the limits anew: amend the order, or leave what is open as it is.':
    'Nenhuma etapa de hoje refaz os preços-limite: altere a ordem ou deixe em aberto o que está.',
  'the iNAV of {code} is of {time}, {n} {n|minute|minutes} ago; {said} open':
    'o iNAV de {code} é das {time}, há {n} {n|minuto|minutos}; {said} em aberto',
  'Refresh executions fetches the iNAV, too; if it stays old, ask its provider or type it into market-data.':
    'Atualizar execuções busca também o iNAV; se continuar velho, cobre o provedor ou digite em market-data.',
  'units of {code} can be asked for until {time}, {n} {n|minute|minutes} from now; {said} open':
    'lotes de {code} podem ser pedidos até {time}, daqui a {n} {n|minuto|minutos}; {said} em aberto',
  'Run Primary units for {family} now.': 'Rode Primário de {family} agora.',
  'Cap before': 'Limite antes',
  'Limit before': 'Preço-limite antes',
  'Limit moves, bps': 'Preço-limite muda, bps',
  'Why not one unit more': 'Por que não mais um lote',
  'the iNAV of {code} is not known': 'o iNAV de {code} não é conhecido',
  'Cap after': 'Limite depois',
  'Still open': 'Em aberto',
  'Buys: what brokers may work': 'Compras: o que as corretoras podem executar',
  'Sells: what brokers may work': 'Vendas: o que as corretoras podem executar',
  'Creations: buys by fund': 'Integralizações: compras por fundo',
  'Redemptions: sells by fund': 'Resgates: vendas por fundo',
  'Open with one unit more': 'Em aberto com um lote a mais',
  'One unit more costs': 'Um lote a mais custa',
  'Open with one unit less': 'Em aberto com um lote a menos',
  'One unit less costs': 'Um lote a menos custa',
  'What would be open then, in R$; below zero it is too much. Its shares stay as they are.':
    'O que ficaria em aberto, em R$; abaixo de zero é demais. As cotas do fundo ficam como estão.',
  'In R$, beside what is chosen: {money} a request, {n} bps on the units, {n2} bps on what is open or too much. Below zero it saves.':
    'Em R$, em relação ao escolhido: {money} por pedido, {n} bps sobre os lotes, {n2} bps sobre o que fica em aberto ou passa. Abaixo de zero, economiza.',
  'As it stands now, before this plan: the figure of status, orders and the sidebar':
    'Como está agora, antes deste plano: o valor de status, orders e da barra lateral',
  'Of the same fills, once units are decided: what units do for one fund leaves its shares to the others':
    'Das mesmas execuções, decididos os lotes: o que os lotes atendem num fundo deixa as cotas dele para os outros',
  'Executed before': 'Executado antes',
  'Executed after': 'Executado depois',
  'Requested in units': 'Pedido em lotes',
  'Requested in units, stays': 'Pedido em lotes, permanece',
  'Given back, stays': 'Devolvido, permanece',
  'Cash left': 'Caixa que sobra',
  'Shares left': 'Cotas que sobram',
  Value: 'Valor',
  'Open before': 'Em aberto antes',
  'Open after': 'Em aberto depois',
  'Pro rata': 'Pro rata',
  'Executed so far': 'Executado até agora',
  'In per cent': 'Em %',
  'Executed in per cent': 'Executado em %',
  'Orders that change': 'Ordens que mudam',
  'Executed, stays': 'Executado, permanece',
  'Ends unexecuted': 'Encerra sem executar',
  'Orders that end': 'Ordens que se encerram',
  'What is left, by ETF and side': 'O que fica, por ETF e lado',
  'Executed and in units, less what was given back': 'Executado e em lotes, menos o que foi devolvido',
  'What funds lack; what another has too much is not taken out of it':
    'O que falta aos fundos; o que outro tem a mais não é descontado',
  'bps of target': 'bps do alvo',
  'Target less done; below zero it is too much': 'Alvo menos feito; abaixo de zero é demais',
  'Order side': 'Lado da ordem',
  'Left without trading': 'Resíduo sem negociar',
  'Units at the iNAV of this round': 'Lotes pelo iNAV desta rodada',
  'Units at the iNAV frozen before this round: the figure of status, orders and the sidebar':
    'Lotes pelo iNAV congelado antes desta rodada: o número de status, orders e da barra lateral',
  Trades: 'Negocia',
  'its order goes on: less is done than asked': 'a ordem continua: foi feito menos que o pedido',
  'gives back what it is over': 'devolve o que passou do alvo',
  'Buys by fund': 'Compras por fundo',
  'Sells by fund': 'Vendas por fundo',
  'Funds that trade nothing in this round': 'Fundos que não negociam nesta rodada',
  'funds have {money} too much: the last round, at {time}, gives back {money2} of it as it stands now':
    'os fundos têm {money} a mais: a última rodada, às {time}, devolve {money2} disso, pelos números de agora',
  'funds have {money} too much: brokers are to give back {money2} of it now':
    'os fundos têm {money} a mais: as corretoras já têm ordem de devolver {money2} disso',
  'no fund has an order here: {money} is to be given back, {money2} was given back so far':
    'nenhum fundo tem ordem aqui: {money} a devolver, {money2} devolvidos até agora',
  'a person set the units of {n} {n|fund|funds}': 'uma pessoa definiu os lotes de {n} {n|fundo|fundos}',
  '{n} {n|unit|units} of {side} {code} for {fund}': '{n} {n|lote|lotes} de {side} {code} para {fund}',
  '{fund}, {side} {code}: {money}': '{fund}, {side} {code}: {money}',
  '{fund}, {side} {code}: {money} → {money2}': '{fund}, {side} {code}: {money} → {money2}',
  '{fund}, {side} {code}: {money} → {money2}; its target stays {money3}, because it had that much by then':
    '{fund}, {side} {code}: {money} → {money2}; o alvo continua {money3}, porque já tinha isso então',
  'asked now: {money}; its target stays {money2}, of the order before, because it had that much by then':
    'pedido agora: {money}; o alvo continua {money2}, da ordem anterior, porque já tinha isso então',
  '{ands}': '{ands}',
  'all orders of the day': 'todas as ordens do dia',
  '{key} = {value}': '{key} = {value}',
  '{key} = {money}': '{key} = {money}',
  'As the settings are': 'Como está configurado',
  'Cheapest in money': 'Mais barato em dinheiro',
  'Smallest tracking error': 'Menor erro',
  'Without the primary market': 'Sem o primário',
  'Tolerance of {money}': 'Tolerância de {money}',
  'Rounded down in total': 'Arredondado para baixo no total',
  'Nearest units': 'Lotes mais próximos',
  'Rounded down for each fund': 'Arredondado para baixo por fundo',
  'What if': 'E se',
  Alternative: 'Alternativa',
  'Left open or over': 'Em aberto ou a mais',
  'Worst fund, bps': 'Pior fundo, bps',
  'Funds that differ': 'Fundos que mudam',
  'To be written in settings': 'A escrever em settings',
} as const satisfies Readonly<Record<string, string>>;
