// Every sentence that the desk says outside its mails, in English and in Portuguese: another language is another file like this.
// What a hole's name begins with says what it holds (message.ts); `{n|lote|lotes}` is a word that goes with a count.

export const PT = {
  '{text}': '{text}',
  '{saids}': '{saids}',
  '{date}': '{date}',
  '{said}: {said2}': '{said}: {said2}',
  '{said}!{cell}: {said2}': '{said}!{cell}: {said2}',
  '{n} {n|instruction|instructions} over {money} for {n2} {n2|intent|intents}, {n3} offshore {n3|order|orders}':
    '{n} {n|instrução|instruções} de {money} no total para {n2} {n2|ordem|ordens} de fundos, {n3} {n3|ordem|ordens} offshore',
  'the orders of {date} are out already; nothing changed': 'as ordens de {date} já saíram; nada mudou',
  'the orders of {date} are out and being filled; nothing changed':
    'as ordens de {date} já saíram e estão sendo executadas; nada mudou',
  '{n} {n|unit|units} in {n2} {n2|request|requests}, about {money}; {n3} {n3|cap|caps} replaced':
    '{n} {n|lote|lotes} em {n2} {n2|pedido|pedidos}, cerca de {money}; {n3} {n3|limite substituído|limites substituídos}',
  '{n} {n|unit|units} in {n2} {n2|request|requests}, about {money}; {n3} {n3|cap|caps} replaced; brokers paused':
    '{n} {n|lote|lotes} em {n2} {n2|pedido|pedidos}, cerca de {money}; {n3} {n3|limite substituído|limites substituídos}; corretoras em pausa',
  'no fund trades an ETF of {family} today': 'nenhum fundo negocia ETFs da família {family} hoje',
  'no fund trades an ETF today': 'nenhum fundo negocia ETFs hoje',
  'the units are decided already; nothing changed': 'os lotes já foram definidos; nada mudou',
  'iteration {n} of {n2}: {money} to do in {n3} {n3|order|orders}, {n4} {n4|cap|caps} replaced':
    'rodada {n} de {n2}: {money} a executar em {n3} {n3|ordem|ordens}, {n4} {n4|limite substituído|limites substituídos}',
  'nothing that funds miss or have too much can be asked for now; the cycle has converged':
    'nada do que falta ou sobra aos fundos pode ser pedido agora; o ciclo convergiu',
  'every fund is within the tolerance; the cycle has converged':
    'todos os fundos estão dentro da tolerância; o ciclo convergiu',
  'the caps in force are right; no instruction changed':
    'os limites em vigor estão corretos; nenhuma instrução mudou',
  'the day is allocated; no further iteration': 'o dia já foi alocado; não há mais rodadas',
  'trading has ended; the final allocation comes next':
    'o pregão terminou; o próximo passo é a alocação final',
  'the one iteration of the day is done; the caps in force stay':
    'a única rodada do dia foi feita; os limites em vigor continuam valendo',
  'all {n} iterations are done; the caps in force stay':
    '{n|a única rodada foi feita|todas as rodadas do dia foram feitas}; os limites em vigor continuam valendo',
  'the last iteration was at {time}; the next is due at {time2}':
    'a última rodada foi às {time}; a próxima é às {time2}',
  'COMPLETE: {said}': 'COMPLETO: {said}',
  'PENDING: {said}': 'PENDENTE: {said}',
  'PENDING: {saids}': 'PENDENTE: {saids}',
  '{n} {n|share|shares} in {n2} {n2|fill|fills} allocated in {n3} {n3|line|lines}, version {n4}':
    '{n} {n|cota|cotas} de {n2} {n2|execução|execuções} em {n3} {n3|linha|linhas} de alocação, versão {n4}',
  '{n} {n|share|shares} in {n2} {n2|fill|fills} allocated in {n3} {n3|line|lines}, version {n4} REPLACES {n5}':
    '{n} {n|cota|cotas} de {n2} {n2|execução|execuções} em {n3} {n3|linha|linhas} de alocação, versão {n4} SUBSTITUI a {n5}',
  'the allocation of {date} stands as version {n}; nothing changed':
    'a alocação de {date} continua na versão {n}; nada mudou',
  'no official NAV of {date} is new': 'nenhuma cota oficial nova de {date}',
  'no official NAV of {date} is new; not yet published: {assets}':
    'nenhuma cota oficial nova de {date}; ainda não publicada: {assets}',
  'the official NAV of {assets} is in the history': 'a cota oficial de {assets} está no histórico',
  'the official NAV of {assets} is in the history; not yet published: {others}':
    'a cota oficial de {assets} está no histórico; ainda não publicada: {others}',
  'no official NAV is published yet': 'nenhuma cota oficial publicada ainda',
  'the day is not allocated yet; run Final allocation first':
    'o dia ainda não foi alocado; execute antes a Alocação final',
  '{n} {n|fill is|fills are} PENDING': '{n} {n|execução está|execuções estão} PENDING',
  '{broker} has instructions and no fill of it is known; ask it, or accept that it traded nothing (Trading > Repair > Accept what is odd)':
    '{broker} tem instruções e não se conhece nenhuma execução dela; consulte-a, ou aceite que não negociou nada (Trading > Reparo > Aceitar exceção)',
  '{side} {code} at {broker}: {n} {n|share was|shares were} executed and never instructed; check with the broker, or accept it (Trading > Repair > Accept what is odd)':
    '{side} {code} na {broker}: {n} {n|cota foi executada|cotas foram executadas} sem instrução; confira com a corretora, ou aceite (Trading > Reparo > Aceitar exceção)',
  '{broker}, {side} {code}: {n} {n|share|shares} in {n2} {n2|fill|fills} over {money} were allocated, and there are {n3} in {n4} over {money2} now; run the final allocation again':
    '{broker}, {side} {code}: {n} {n|cota|cotas} em {n2} {n2|execução|execuções} ({money}) foram alocadas, e agora há {n3} em {n4} ({money2}); rode a alocação final de novo',
  '{n} {n|share|shares} of {side} {code} {n|fits|fit} no fund; settle them with the broker':
    '{n} {n|cota|cotas} de {side} de {code} não {n|cabe|cabem} em nenhum fundo; acerte com a corretora',
  '{n} {n|share|shares} of {side} {code} {n|fits|fit} no fund; settle them with {brokers}':
    '{n} {n|cota|cotas} de {side} de {code} não {n|cabe|cabem} em nenhum fundo; acerte com {brokers}',
  '{n} {n|share|shares} of {code} {n|is|are} sold naked: {n2} {n2|is|are} sold in all, and the funds that were selling then had {n3} of them to sell (held and bought, less their units); call {brokers}, have {n|it|them} bought back or borrowed before the sale settles, and tell the administrator':
    '{n} {n|cota|cotas} de {code} {n|foi vendida|foram vendidas} a descoberto: {n2} {n2|vendida|vendidas} no total, e os fundos que vendiam naquele momento tinham {n3} delas para vender (em carteira e compradas, menos seus lotes); ligue para {brokers}, faça recomprar ou tomar emprestado antes da liquidação, e avise o administrador',
  'Call {brokers}: have them buy the shares back or borrow them, and tell the administrator. Stop who may still sell; no round can give back what no fund has.':
    'Ligue para {brokers}: faça recomprar as cotas ou tomá-las emprestadas, e avise o administrador. Pare quem ainda pode vender; nenhuma rodada devolve o que nenhum fundo tem.',
  'Call {broker}. If the fills are right, shares of {code} are sold that no fund has: no round gives those back.':
    'Ligue para {broker}. Se as execuções estiverem certas, há cotas de {code} vendidas que nenhum fundo tem: nenhuma rodada as devolve.',
  '{broker} sold {n} {n|share|shares} of {code} beyond its share cap of {n2} of {time}; its fills tell no time, so whether they were traded before cannot be told':
    '{broker} vendeu {n} {n|cota|cotas} de {code} além do seu limite de {n2} cotas das {time}; suas execuções não dizem a hora, e não se sabe se foram negociadas antes',
  'no round can mend what is left: {saids}': 'nenhuma rodada resolve o que resta: {saids}',
  'daily-trades says what was frozen; nothing to amend':
    'daily-trades diz o mesmo que foi congelado; não há o que alterar',
  '{n} {n|order|orders} amended, {n2} {n2|cap|caps} replaced: {reason}':
    '{n} {n|ordem alterada|ordens alteradas}, {n2} {n2|limite substituído|limites substituídos}: {reason}',
  '{n} {n|order|orders} amended, {n2} {n2|cap|caps} replaced; {n3} {n3|fund begins|funds begin} to give back {money}: {reason}':
    '{n} {n|ordem alterada|ordens alteradas}, {n2} {n2|limite substituído|limites substituídos}; {n3} {n3|fundo passa|fundos passam} a devolver {money}: {reason}',
  '{said}; {n} {n|fund begins|funds begin} to give back {money}':
    '{said}; {n} {n|fundo passa|fundos passam} a devolver {money}',
  'give-back of {fund}, {side} {code}': 'devolução de {fund}, {side} {code}',
  '{money} → {money2}; {said}': '{money} → {money2}; {said}',
  'the market opens at {time}; {n} {n|order waits|orders wait} until then':
    'o mercado abre às {time}; {n} {n|ordem espera|ordens esperam} até lá',
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
  '{n} {n|order|orders} cancelled, all of {n|it|them} done before: nothing was left to stop; {n2} {n2|cap|caps} replaced: {reason}':
    '{n} {n|ordem cancelada|ordens canceladas}, já {n|feita|feitas} por inteiro: nada restava a parar; {n2} {n2|limite substituído|limites substituídos}: {reason}',
  '{n} {n|order|orders} and {n2} {n2|give-back|give-backs} cancelled, {n3} {n3|cap|caps} replaced: {reason}':
    '{n} {n|ordem cancelada|ordens canceladas} e {n2} {n2|devolução encerrada|devoluções encerradas}, {n3} {n3|limite substituído|limites substituídos}: {reason}',
  '{broker} is stopped, {n} {n|cap|caps} replaced: {reason}':
    '{broker} está parada, {n} {n|limite substituído|limites substituídos}: {reason}',
  'that is stopped already; nothing changed': 'isso já está parado; nada mudou',
  '{broker} {side} {code}': '{broker} {side} {code}',
  'cap {money} → {money2}, done {money3}': 'limite {money} → {money2}, executado {money3}',
  '{money} → {money2}, executed so far {money3}': '{money} → {money2}, executado até agora {money3}',
  '{money} → {money2}, executed so far {money3}, given back {money4}':
    '{money} → {money2}, executado até agora {money3}, devolvido {money4}',
  '{money} → {money2}, offshore': '{money} → {money2}, offshore',
  '{n} {n|problem|problems}; nothing was written': '{n} {n|erro|erros}; nada foi gravado',
  '{n} {n|problem|problems}; nothing can be done yet': '{n} {n|erro|erros}; ainda não dá para seguir',
  '{n}': '{n}',
  '{money}': '{money}',
  '{n} of {n2}': '{n} de {n2}',
  COMPLETE: 'COMPLETO',
  'COMPLETE: {said}. That is all that was executed; {money} not done and {money2} too much, over all funds, cannot be worked any more':
    'COMPLETO: {said}. Isso é tudo o que se executou; {money} que faltaram e {money2} a mais, somando os fundos, já não podem ser trabalhados',
  PENDING: 'PENDENTE',
  'no day is open: run Initial orders': 'nenhum dia aberto: comece pelas Ordens do dia',
  '{date} corrected: version {n} of its allocation REPLACES {n2}; {n3} {n3|fill differs|fills differ}, {n4} {n4|broker is|brokers are} told':
    '{date} corrigido: a versão {n} da alocação SUBSTITUI a {n2}; {n3} {n3|execução difere|execuções diferem}, {n4} {n4|corretora é avisada|corretoras são avisadas}',
  'nothing that is known of {date} differs from version {n} of its allocation; nothing changed':
    'nada do que se sabe de {date} difere da versão {n} da alocação; nada mudou',
  'a correction needs a reason; write why the day changes':
    'uma correção precisa de um motivo; escreva por que o dia muda',
  '{date} was never allocated; run Final allocation': '{date} nunca foi alocado; use Alocação final',
  '{date} is still to come; there is nothing to correct': '{date} ainda não chegou; não há o que corrigir',
  '{date} is today: its own stages take in whatever comes; nothing was done':
    '{date} é hoje: as próprias etapas do dia tomam o que chegar; nada foi feito',
  'nothing is kept of {date}: the desk keeps a day from its final allocation on, and has kept none yet. Settle the correction with the brokers by the allocation as it was sent, and write it down':
    'nada está guardado de {date}: a mesa guarda um dia a partir da alocação final e ainda não guardou nenhum. Acerte a correção com as corretoras pela alocação como foi enviada e anote',
  'nothing is kept of {date}; kept are {ands}. Settle the correction with the brokers by the allocation as it was sent, and write it down':
    'nada está guardado de {date}; estão guardados {ands}. Acerte a correção com as corretoras pela alocação como foi enviada e anote',
  'what was kept of {date} does not stand in the tab as the desk wrote it; bring the tab back (File > Version history), or settle the correction with the brokers by hand':
    'o que foi guardado de {date} não está na aba como a mesa gravou; recupere a aba (Arquivo > Histórico de versões) ou acerte a correção com as corretoras à mão',
  'the tab "{tab}" is missing, so {date} cannot be corrected once another day is open; run Trading > Set up, then run the stage again':
    'falta a aba "{tab}", então {date} não poderá ser corrigido quando outro dia for aberto; use Trading > Configurar e repita a etapa',
  '{said}; the correction rests on what is typed alone': '{said}; a correção se apoia só no que foi digitado',
  'fetching the executions of {date}': 'buscando as execuções de {date}',
  'the rows given': 'as linhas dadas',
  'the time is of {date} and the correction of {date2}; correct the time, or leave it blank':
    'o horário é de {date} e a correção de {date2}; corrija o horário ou deixe-o em branco',
  'the row is of {date} and the correction of {date2}; correct one day at a time':
    'a linha é de {date} e a correção é de {date2}; corrija um dia de cada vez',
  'a fill of 0 shares is none; write BUSTED into status if it was taken back':
    'uma execução de 0 cotas não existe; escreva BUSTED em status se ela foi cancelada',
  'fill {fill}: {code} was none of the day’s ETFs': 'execução {fill}: {code} não era um ETF do dia',
  'fill {fill}: {broker} was none of the day’s brokers':
    'execução {fill}: {broker} não era uma corretora do dia',
  'rows are text as it is pasted, or a list of records by column of the tab executions':
    'as linhas são um texto como é colado, ou uma lista de registros por coluna da aba executions',
  'fill {fill} of {broker}, {side} {code}, is BUSTED, and nobody knew of it; there is nothing to take back':
    'a execução {fill} de {broker}, {side} {code}, está BUSTED e ninguém a conhecia; não há o que desfazer',
  '{fund} sold {n} {n|share|shares} of {code} and held or bought {n2}: {n3} {n3|is|are} sold naked; settle it with the broker and the administrator':
    '{fund} vendeu {n} {n|cota|cotas} de {code} e tinha ou comprou {n2}: {n3} {n3|foi vendida|foram vendidas} a descoberto; acerte com a corretora e o administrador',
  'fill {fill} of {broker}, {side} {code}': 'execução {fill} de {broker}, {side} {code}',
  'late: {n} at {price}': 'tardia: {n} a {price}',
  '{n} at {price} → busted': '{n} a {price} → cancelada',
  'busted → {n} at {price}': 'cancelada → {n} a {price}',
  '{n} at {price} → {n2} at {price2}': '{n} a {price} → {n2} a {price2}',
  '{n} at {price}, {moment} → {n2} at {price2}, {moment2}':
    '{n} a {price}, {moment} → {n2} a {price2}, {moment2}',
  '{fund}, {side} {code} at {broker}': '{fund}, {side} {code} na {broker}',
  '{n} {n|share|shares}, {money} → {n2} {n2|share|shares}, {money2}':
    '{n} {n|cota|cotas}, {money} → {n2} {n2|cota|cotas}, {money2}',
  'and more': 'e mais',
  'the open day': 'o dia aberto',
  'stays as it is: its orders, caps and tabs. What funds hold is what fund-stats and holdings say; ask the administrator whether they know of this already':
    'fica como está: ordens, limites e abas. O que os fundos têm é o que dizem fund-stats e holdings; pergunte ao administrador se já sabe disto',
  'the final allocation has not run': 'a alocação final ainda não foi feita',
  'PENDING ({saids})': 'PENDENTE ({saids})',
  '{date} is {said}': '{date} está {said}',
  '{said}; nothing waits; {money} not done and {money2} too much, over all funds':
    '{said}; nada espera; {money} por fazer e {money2} a mais, na soma de todos os fundos',
  '{said}; {n} {n|point waits|points wait}; {money} not done and {money2} too much, over all funds':
    '{said}; {n} {n|ponto espera|pontos esperam}; {money} por fazer e {money2} a mais, na soma de todos os fundos',
  waits: 'espera',
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
  '{money} ({fairbps} bps): {fund}, {side} {code}': '{money} ({fairbps} bps): {fund}, {side} de {code}',
  '{fund} {side} {code}': '{fund}, {side} de {code}',
  held: 'em espera',
  'the inputs changed since the preview; look at it again':
    'os dados mudaram desde a prévia; confira de novo',
  'fetching today’s executions': 'buscando as execuções de hoje',
  'fetching iNAVs': 'buscando os iNAVs',
  '{code}: writing {n} {n|tab|tabs}': 'gravando {n} {n|aba|abas}',
  '{code}: saving to the warehouse': 'gravando na base histórica',
  '{code}: sending {n} {n|mail|mails}': 'enviando {n} {n|e-mail|e-mails}',
  'nearest whole units': 'número inteiro de lotes mais próximo',
  'rounded down to whole units': 'lotes inteiros arredondados para baixo',
  'rounded up it would be over by more than it could give back':
    'arredondado para cima, passaria do alvo por mais do que poderia devolver',
  'at most {n} {n|unit|units} a day': 'no máximo {n} {n|lote|lotes} por dia',
  'holds {n} {n|share|shares}': 'tem {n} {n|cota|cotas} em carteira',
  'cash {money}': 'caixa de {money}',
  'no access to the primary market': 'sem acesso ao mercado primário',
  '{n} {n|unit|units}: {ands}': '{n} {n|lote|lotes}: {ands}',
  'gives back what it had too much': 'devolve o que tinha a mais',
  'limited by what it holds and may sell, {n} {n|share|shares}':
    'limitado ao que tem e pode vender, {n} {n|cota|cotas}',
  'limited by what it holds and bought today, {n} {n|share|shares}':
    'limitado ao que tem e comprou hoje, {n} {n|cota|cotas}',
  'its order of {money} was not sent: it is less than one share':
    'a ordem de {money} não foi enviada: é menos que uma cota',
  'its order of {money} was not sent: it is below the tolerance of {money2}':
    'a ordem de {money} não foi enviada: está abaixo da tolerância de {money2}',
  'its order of {money} was not sent: it is less than any of its brokers takes (min_ticket)':
    'a ordem de {money} não foi enviada: é menos do que qualquer corretora aceita (min_ticket)',
  'residual {money}: only {n} of the {n2} {n2|share|shares} that it held are left to sell':
    'resíduo {money}: das {n2} cotas que tinha só restam {n} para vender',
  'residual {money}: it has no shares left to sell; it held {n}, {n2} of them are sold and {n3} go with its units':
    'resíduo {money}: não tem mais cotas para vender; tinha {n}, {n2} estão vendidas e {n3} vão com os lotes',
  'residual {money}: it has no shares left to sell; it held {n}, and {n2} of them are sold':
    'resíduo {money}: não tem mais cotas para vender; tinha {n}, e {n2} estão vendidas',
  'residual {money}: every broker of {code} was stopped':
    'resíduo {money}: todas as corretoras de {code} foram paradas',
  'residual {money}: {money2} of {side} {code} are open in all, less than any broker that works it takes (min_ticket)':
    'resíduo {money}: {money2} da {side} de {code} estão abertos ao todo, menos do que qualquer corretora aceita (min_ticket)',
  'no fund may take these shares': 'nenhum fundo pode receber estas cotas',
  'residual {money}: the market filled {money2} less than the {side} caps in force':
    'resíduo de {money}: o mercado executou {money2} a menos que os limites de {side} em vigor',
  'residual {money}: it is over by that, and no more of it is given back':
    'resíduo de {money}: o fundo passou disso, e nada mais é devolvido',
  'residual {money}: the caps in force are executed, and no round asked for more':
    'resíduo de {money}: os limites em vigor foram executados, e nenhuma rodada pediu mais',
  'residual {money}: the caps in force are executed, and no round asked for more after iteration {n} at {time}':
    'resíduo de {money}: os limites em vigor foram executados, e nenhuma rodada pediu mais depois da rodada {n} às {time}',
  'its order ended at {time} with {money}': 'a ordem terminou às {time} com {money}',
  'its order ended at {time} with {money}, which made it {money2} more than it called for':
    'a ordem terminou às {time} com {money}, com o que ficou {money2} acima do pedido',
  'its give-back ended at {time} with {money}': 'a devolução terminou às {time} com {money}',
  '{money} of its order began at {time} and takes nothing that was traded before':
    '{money} da ordem começaram às {time} e não levam nada do que foi negociado antes',
  'it gives back {money} from {time} on': 'devolve {money} a partir das {time}',
  'in the whole day': 'no dia inteiro',
  'until {time}': 'até {time}',
  'from {time} on': 'a partir das {time}',
  'from {time} to {time2}': 'das {time} às {time2}',
  '{n} {n|share|shares} traded {said}: kept from the give-back that ended':
    '{n} {n|cota negociada|cotas negociadas} {said}: {n|fica|ficam} da devolução que terminou',
  '{n} {n|share|shares} traded {said}: for the give-back that ended, some of it reported later':
    '{n} {n|cota negociada|cotas negociadas} {said}: para a devolução que terminou, em parte informadas depois',
  '{n} {n|share|shares} traded {said}: more was traded than all that were in force called for, and what is beyond is shared among them':
    '{n} {n|cota negociada|cotas negociadas} {said}: foi negociado mais do que pediam todos os que valiam então, e o que passa é dividido entre eles',
  'its give-back ended at {time} before any of it was traded':
    'a devolução terminou às {time} antes que algo dela fosse negociado',
  '{n} {n|share|shares} traded {said}: kept from the order that ended':
    '{n} {n|cota negociada|cotas negociadas} {said}: {n|fica|ficam} da ordem que terminou',
  '{n} {n|share|shares} traded {said}: for the order that ended, some of it reported later':
    '{n} {n|cota negociada|cotas negociadas} {said}: para a ordem que terminou, parte informada depois',
  '{n} {n|share|shares} traded {said}: orders come before give-backs':
    '{n} {n|cota negociada|cotas negociadas} {said}: ordens vêm antes de devoluções',
  '{n} {n|share|shares} traded {said}: given back, after the orders':
    '{n} {n|cota negociada|cotas negociadas} {said}: {n|devolvida|devolvidas}, depois das ordens',
  '{n} {n|share|shares} traded {said}: beyond its target, since nobody else could take them':
    '{n} {n|cota negociada|cotas negociadas} {said}: além do alvo, pois ninguém mais podia levá-las',
  '{n} {n|share|shares} traded {said}: shared for the least miss among those in force':
    '{n} {n|cota negociada|cotas negociadas} {said}: {n|dividida|divididas} pelo menor desvio entre as ordens em vigor',
  '{side} {money}': '{side} de {money}',
  'within the tolerance of {money}': 'dentro da tolerância de {money}',
  '{n} of {n2} {n2|fund|funds} {n|has|have} something to do':
    '{n} de {n2} {n2|fundo|fundos} com algo a fazer',
  'no day is open; run Initial orders for {date} first':
    'nenhum dia está aberto; faça antes as Ordens do dia de {date}',
  'the open day is {date}; run Initial orders for {date2} first':
    'o dia aberto é {date}; faça antes as Ordens do dia de {date2}',
  'the market is open until {time}; run the final allocation after that':
    'o mercado fica aberto até {time}; faça a alocação final depois disso',
  'B3 is closed on {date} ({said}); it opens next on {date2} at {time}':
    'a B3 não abre em {date} ({said}); o próximo pregão é em {date2}, a partir das {time}',
  'New Year': 'Ano-Novo',
  Tiradentes: 'Tiradentes',
  'Labour Day': 'Dia do Trabalho',
  Independence: 'Independência',
  'Our Lady of Aparecida': 'Nossa Senhora Aparecida',
  'All Souls': 'Finados',
  Republic: 'Proclamação da República',
  Christmas: 'Natal',
  'Carnival Monday': 'segunda-feira de Carnaval',
  'Carnival Tuesday': 'terça-feira de Carnaval',
  'Good Friday': 'Sexta-feira Santa',
  'Corpus Christi': 'Corpus Christi',
  'Black Awareness Day, the nation’s': 'Consciência Negra, feriado nacional',
  'São Paulo’s anniversary': 'aniversário de São Paulo',
  'Constitutionalist Revolution': 'Revolução Constitucionalista',
  'Black Awareness Day, São Paulo’s': 'Consciência Negra, feriado paulistano',
  'Christmas Eve': 'véspera de Natal',
  'Year end': 'fim de ano',
  'World Cup opening in São Paulo': 'abertura da Copa do Mundo em São Paulo',
  'a weekend': 'fim de semana',
  'as the tab holidays says': 'como diz a aba holidays',
  'B3 is closed on {date}; if it is open after all, add the day with its hours to the holidays tab':
    'a B3 está fechada em {date}; se mesmo assim houver pregão, ponha o dia e os horários na aba holidays',
  'it is {time} and trading ended at {time2}; orders can no longer be worked today':
    'são {time} e o pregão terminou às {time2}; as ordens não podem mais ser trabalhadas hoje',
  'it is {time} and the cut-off of {code} was {time2}; the administrator takes no more requests today':
    'são {time} e o horário limite de {code} era {time2}; o administrador não aceita mais pedidos hoje',
  '{said}; correct it, or accept it for today with a reason (Trading > Repair > Accept what is odd)':
    '{said}; corrija, ou aceite por hoje com um motivo (Trading > Reparo > Aceitar exceção)',
  '{header} of {name} is zero or blank, and on {date} it was {decimal2}':
    '{header} de {name} está zerado ou em branco, e em {date} era {decimal2}',
  'a trade of {fund} is {money}, and its largest of the last days was {money2}, on {date}':
    'uma ordem de {fund} é de {money}, e a maior dos últimos dias foi {money2}, em {date}',
  'the largest trade of {fund} is {money}, and on each of its last {n} days it traded {money2} or more; compare it with its source':
    'a maior ordem de {fund} é de {money}, e em cada um de seus últimos {n} dias ele negociou {money2} ou mais; compare com a origem',
  'the tab "{name}" looks like a copy of {tab} and is not read':
    'a aba "{name}" parece uma cópia de {tab} e não é lida',
  'delete it, or write into the tab {tab}': 'apague-a ou escreva na aba {tab}',
  '{said}; the correction’s reason accepts it': '{said}; o motivo da correção aceita isso',
  '{said}; correct the row or, if it is right, write these words into the reason as well: {words}':
    '{said}; corrija a linha ou, se estiver certa, escreva também estas palavras no motivo: {words}',
  '{said}; it looks like a factor of {n}: correct it, or accept it for today with a reason (Trading > Repair > Accept what is odd)':
    '{said}; parece um fator de {n}: corrija, ou aceite por hoje com um motivo (Trading > Reparo > Aceitar exceção)',
  '{said}; it looks like a factor of {n}': '{said}; parece um fator de {n}',
  '{said}; accepted for today by {user}: {reason}': '{said}; aceito por hoje por {user}: {reason}',
  'the iNAV of {code} is {price}, and at {time} it was {price2}':
    'o iNAV de {code} é {price}, e às {time} era {price2}',
  'the iNAV of {code} is {price}, and on {date} it was {price2}':
    'o iNAV de {code} é {price}, e em {date} era {price2}',
  'the iNAV of {code} is {price}, and today’s fills have an average price of {price2}':
    'o iNAV de {code} é {price}, e o preço médio das execuções de hoje é {price2}',
  'the iNAV of {code} is {price}, and its official NAV is {price2}':
    'o iNAV de {code} é {price}, e a cota oficial é {price2}',
  'one creation unit of {code} has {n} {n|share|shares}, and on {date} it had {n2}':
    'o lote mínimo de {code} tem {n} {n|cota|cotas}, e em {date} tinha {n2}',
  'the official NAV of {code} is {price}, and its last iNAV was {price2}':
    'a cota oficial de {code} é {price}, e o último iNAV era {price2}',
  'the iNAV of {code} is of {moment}, {n} {n|minute|minutes} from now':
    'o iNAV de {code} é de {moment}, daqui a {n} {n|minuto|minutos}',
  'fill {fill} of {broker}, {side} {code}, is at {price}, and the iNAV was {price2}':
    'a execução {fill} da {broker}, {side} de {code}, está a {price}, e o iNAV era {price2}',
  '{n} fills of {broker}, {side} {code}, are far from the iNAV of {price2}, the first {fill} at {price}':
    '{n} execuções da {broker}, {side} de {code}, estão longe do iNAV de {price2}; a primeira, {fill}, a {price}',
  '{broker} reports {side} {code} over {money}, and its largest cap that day was {money2}':
    'a {broker} informa {side} de {code} no total de {money}, e seu maior limite do dia foi {money2}',
  'a trade of {fund} is {money}, and the whole fund is {money2}':
    'uma ordem de {fund} é de {money}, e o PL do fundo é {money2}',
  'one trade is {money}, and the largest of the last days was {money2} in all, on {date}':
    'uma única ordem é de {money}, e o maior dos últimos dias somou {money2}, em {date}',
  '{header} of {name} is {money}, and on {date} it was {money2}':
    '{header} de {name} é {money}, e em {date} era {money2}',
  '{header} of {name} is {decimal}, and on {date} it was {decimal2}':
    '{header} de {name} é {decimal}, e em {date} era {decimal2}',
  '{header} of {name} is {n} basis points, and {n2} are the most (max_bps)':
    '{header} de {name} é de {n} bps, e o máximo é {n2} (max_bps)',
  'the cash of {fund} is {money}: its {side} of {money2} in {code} is left out until there is cash; the other funds go on':
    'o caixa de {fund} é {money}: a {side} de {money2} em {code} fica de fora até haver caixa; os outros fundos seguem',
  '{cnpj} is {own}, and the row names {other}; compare name and CNPJ':
    '{cnpj} é de {own}, e a linha traz o nome de {other}; confira nome e CNPJ',
  '{n} {n|row has|rows have} a name without a word of {n|its fund’s|their funds’}; the first is "{written}" for {own}, {cnpj}: compare name and CNPJ':
    '{n} {n|linha tem|linhas têm} um nome sem nenhuma palavra do nome {n|do seu fundo|dos seus fundos}; a primeira é "{written}" para {own}, {cnpj}: confira nome e CNPJ',
  '{url}: the answer is of {other} and not of {code}; ask the provider, or fill in market-data by hand.':
    '{url}: a resposta é de {other} e não de {code}; fale com o provedor ou preencha market-data à mão.',
  accepted: 'aceito',
  '{subject}, by {user}: {reason}': '{subject}, por {user}: {reason}',
  'the iNAV of {code} is {n} {n|minute|minutes} old, at most {n2} {n2|is|are} allowed; refresh it':
    'o iNAV de {code} é de {n} {n|minuto|minutos} atrás e o máximo são {n2}; atualize-o',
  'no iNAV of {code}; add a row or set INAV_API_URL in settings':
    'falta o iNAV de {code}; acrescente uma linha ou preencha INAV_API_URL em settings',
  'one creation unit of {code} has no shares; correct it':
    'o lote mínimo de {code} está com zero cotas; corrija',
  'there is no fill of {date}; enter them in the tab, or open the new day if there were none':
    'não há execução de {date}; preencha a aba, ou abra o novo dia se não houve nenhuma',
  'the fills of {date} are those that were fetched on that day; compare them with the brokers’ before this goes out':
    'as execuções de {date} são as que foram buscadas naquele dia; confira com as corretoras antes de enviar',
  'the day {date} was never allocated completely; opening {date2} closes it as it is':
    'o dia {date} não teve a alocação concluída; abrir {date2} encerra o dia como está',
  '{n} {n|order|orders} of daily-trades {n|differs|differ} from what is worked: {saids}. Use Trading > Amend an order, or put the old {n|amount|amounts} back':
    '{n} {n|ordem|ordens} de daily-trades {n|difere|diferem} do que está em execução: {saids}. Use Trading > Alterar uma ordem, ou recoloque {n|o valor antigo|os valores antigos}',
  '{n} {n|order|orders} of daily-trades {n|differs|differ} from what was worked: {saids}. It is too late to amend: the day stays as it was worked':
    '{n} {n|ordem|ordens} de daily-trades {n|difere|diferem} do que foi executado no dia: {saids}. É tarde para alterar: o dia fica como foi trabalhado',
  'whether daily-trades still asks for what is worked is not known: {said}; no amendment until it is put right':
    'não se sabe se daily-trades ainda pede o que está em execução: {said}; nenhuma alteração até que seja corrigido',
  '{fund} {side} {code}: {money} → {money2}': '{fund} {side} {code}: {money} → {money2}',
  'daily-trades differs from what is worked: {said}': 'daily-trades difere do que está em execução: {said}',
  'Amend an order, or put the old amount back into daily-trades.':
    'Altere a ordem, ou recoloque o valor antigo em daily-trades.',
  'It is too late to amend: the day stays as it was worked.':
    'É tarde para alterar: o dia fica como foi trabalhado.',
  '{n} orders of daily-trades differ from what is worked, by {said}: {assets}':
    '{n} ordens de daily-trades diferem do que está em execução, em {said}: {assets}',
  '{n} {n|order differs|orders differ}': '{n} {n|ordem difere|ordens diferem}',
  'Amend: {n} {n|order differs|orders differ}': 'Alterar: {n} {n|ordem difere|ordens diferem}',
  'its row is no longer in daily-trades': 'a linha não está mais em daily-trades',
  'daily-trades asks for none of the {n} {n|order|orders} that {n|is|are} worked, and the day has fills; nothing was stopped. To stop them all use Trading > Cancel orders, or Trading > Amend an order; else put the rows back':
    'daily-trades não pede nenhuma {n|da|das} {n} {n|ordem|ordens} em execução, e o dia já tem execuções; nada foi parado. Para parar tudo use Trading > Cancelar ordens, ou Trading > Alterar uma ordem; senão recoloque as linhas',
  '{n} {n|order|orders} whose rows went away stopped at what is done, {n2} {n2|cap|caps} replaced; the others stand':
    '{n} {n|ordem|ordens} cujas linhas saíram {n|parada|paradas} no que está feito, {n2} {n2|limite substituído|limites substituídos}; as outras ficam',
  'a cancellation needs a reason; write why the orders stop':
    'um cancelamento precisa de motivo; escreva por que as ordens param',
  'trading has ended; nothing is worked that could be cancelled':
    'o pregão acabou; não há nada em execução para cancelar',
  'the day is allocated; nothing is worked that could be cancelled':
    'o dia já foi alocado; não há nada em execução para cancelar',
  'no order of the day is what was asked for; nothing is cancelled':
    'nenhuma ordem do dia corresponde ao pedido; nada foi cancelado',
  '"{value}" has no order of the day; use {values}': '"{value}" não tem ordem no dia; use {values}',
  '"{value}" has no order of the day': '"{value}" não tem ordem no dia',
  'a broker works an ETF for all funds together; cancel the order of {cnpj}, or stop {broker}, not both at once':
    'a corretora trabalha o ETF para todos os fundos juntos; cancele a ordem de {cnpj} ou pare a {broker}, não os dois de uma vez',
  '{fund}: the {side} of {code} was cancelled at {time} by {user} ({reason}) and stays so; delete its row, or write another amount and use Trading > Amend an order':
    '{fund}: a {side} de {code} foi cancelada às {time} por {user} ({reason}) e continua assim; apague a linha, ou escreva outro financeiro e use Trading > Alterar uma ordem',
  '{fund}: the offshore {side} of {code} was cancelled and stays so; delete its row, or write another amount and use Trading > Amend an order':
    '{fund}: a {side} offshore de {code} foi cancelada e continua assim; apague a linha, ou escreva outro financeiro e use Trading > Alterar uma ordem',
  'there is no trade to do any more: every order of the day is stopped':
    'não há mais nada a negociar: todas as ordens do dia estão canceladas',
  'the amount is zero and the day has no such order; the row does nothing':
    'o financeiro é zero e o dia não tem essa ordem; a linha não faz nada',
  '{n} {n|unit|units} of {code} {n|is|are} requested for {fund} and {n|stays|stay} so; call the administrator if {n|it is|they are} not wanted':
    '{n} {n|lote|lotes} de {code} {n|está pedido|estão pedidos} para {fund} e {n|continua|continuam} assim; ligue para o administrador se não {n|for desejado|forem desejados}',
  '{side} {code}: {money} rests, because every broker of {code} was stopped; nobody works it today':
    '{side} {code}: {money} ficam parados, porque todas as corretoras de {code} foram paradas; ninguém os trabalha hoje',
  '{side} {code}: {money} is less than one share; it is not sent':
    '{side} de {code}: {money} é menos que uma cota; não é enviado',
  '{side} {code}: {money} is less than any of its brokers takes (min_ticket); it is not sent':
    '{side} de {code}: {money} é menos do que qualquer corretora aceita (min_ticket); não é enviado',
  '{side} {code}: {money} is less than its brokers take (min_ticket), but for {brokers}, which was stopped; it is not sent':
    '{side} de {code}: {money} é menos do que as corretoras aceitam (min_ticket), exceto {brokers}, que foi parada; não é enviado',
  '{side} {code} of {fund} lay at {from} and goes on at {to}: what is left is less than {from} takes (min_ticket)':
    '{side} de {code} do {fund} estava na {from} e segue na {to}: o que falta é menos do que a {from} aceita (min_ticket)',
  '{side} {code} of {fund} lay at {from}, which works it no more, and goes on at {to}':
    '{side} de {code} do {fund} estava na {from}, que não a trabalha mais, e segue na {to}',
  '{side} {code} for {fund}: {money} is less than one share; it is not sent':
    '{side} {code} para {fund}: {money} é menos que uma cota; não é enviado',
  '{side} {code} for {fund}: {money} is below the tolerance of {money2}; it is not sent':
    '{side} {code} para {fund}: {money} está abaixo da tolerância de {money2}; não é enviado',
  'an amendment needs a reason; write why the order changes':
    'uma alteração precisa de motivo; escreva por que a ordem muda',
  'nobody confirmed that the brokers’ working orders are paused; fills of these minutes come on top':
    'ninguém confirmou que as ordens em aberto nas corretoras estão em pausa; o que for executado nestes minutos vem a mais',
  '{code} has no administrator_emails; add where its requests go':
    '{code} está sem administrator_emails; informe para onde vão os pedidos',
  'no broker; add at least one': 'nenhuma corretora; cadastre ao menos uma',
  'the column share adds up to {decimal}%; make it 100%': 'a coluna share soma {decimal}%; tem de somar 100%',
  '{broker} has no e-mail; add where its orders go':
    '{broker} está sem e-mail; informe para onde vão as ordens',
  '"{broker}" is no broker of the brokers tab; add it there or leave the cell blank':
    '"{broker}" não está na aba brokers; cadastre a corretora lá ou deixe a célula em branco',
  '{broker} has orders or fills of the day and cannot be told anything; put its row back, with share 0 if it is to get nothing more':
    '{broker} tem ordens ou execuções do dia e não há como avisá-la; recoloque a linha, com share 0 se não deve receber mais nada',
  '{code} has orders of the day; put its row back until the day is allocated':
    '{code} tem ordens do dia; recoloque a linha até o dia ser alocado',
  'KB that one e-mail may have without its files: 200 in a consumer’s account, 400 in Workspace':
    'KB que um e-mail pode ter sem os anexos: 200 numa conta pessoal, 400 no Workspace',
  'which fills a fund gets: those that bring its average nearest to the pool’s, or as few as possible':
    'quais execuções um fundo recebe: as que deixam seu preço médio mais perto do preço do conjunto, ou o menor número possível',
  'BRL that few lines may put a fund further from its pool’s price; where they would, price decides':
    'R$ que poucas linhas podem afastar um fundo do preço do conjunto; acima disso vale o preço',
  'the mail "{subject}" has {n} KB and the account sends {n2}; a Workspace account sends 400: write so into mail_limit_kb, or split the day':
    'o e-mail "{subject}" tem {n} KB e a conta envia {n2}; uma conta Workspace envia 400: escreva isso em mail_limit_kb, ou divida o dia',
  'the subject "{subject}" has {n} characters and {n2} are taken; shorten DESK_NAME':
    'o assunto "{subject}" tem {n} caracteres e são aceitos {n2}; encurte DESK_NAME',
  'the mail "{subject}" has {n} recipients, and one message takes {n2}; write a group’s address into the tab or setting that names them':
    'o e-mail "{subject}" tem {n} destinatários, e uma mensagem aceita {n2}; use o endereço de um grupo na aba ou configuração que os lista',
  'the files of the mail "{subject}" have {n} MB and one message takes {n2}; set fill_lines to few-lines, or let the broker allocate by averages':
    'os anexos do e-mail "{subject}" têm {n} MB e uma mensagem aceita {n2}; use few-lines em fill_lines, ou aloque a corretora por preço médio',
  'the cell would have {n} characters and takes {n2}; shorten the texts that it is made of':
    'a célula teria {n} caracteres e aceita {n2}; encurte os textos que a compõem',
  'the spreadsheet would have {n} cells and takes {n2}; set fill_lines to few-lines, or take old rows out of the tabs that only grow':
    'a planilha teria {n} células e aceita {n2}; use few-lines em fill_lines, ou retire linhas antigas das abas que só crescem',
  'the spreadsheet of {broker} would have {n} cells and takes {n2}; set fill_lines to few-lines, or let the broker allocate by averages':
    'a planilha de {broker} teria {n} células e aceita {n2}; use few-lines em fill_lines, ou aloque a corretora por preço médio',
  'so many runs wait to be finished that no further one can be noted; finish or abandon them first':
    'há tantas etapas a concluir que nenhuma outra pode ser anotada; conclua ou abandone essas antes',
  '{n} {n|recipient is|recipients are} to be written to and {n2} {n2|is|are} left today; send as another user or tomorrow':
    'são {n} destinatários e hoje só {n2|resta|restam} {n2}; envie com outro usuário ou amanhã',
  'an AdjustmentOrder of {money} in {code} is ignored; the adjustment cycle makes its own':
    'uma AdjustmentOrder de {money} em {code} foi ignorada; o ciclo de ajuste faz as suas',
  '{code} is no fund of fund-stats; add the fund there or correct the CNPJ':
    '{code} não é de nenhum fundo de fund-stats; cadastre o fundo lá ou corrija o CNPJ',
  'the amount is zero; write what to trade or delete the row':
    'o financeiro é zero; escreva quanto negociar ou apague a linha',
  '{fund} may not trade {code}; it may trade nothing (fund-stats)':
    '{fund} não pode negociar {code}; não pode negociar nada (fund-stats)',
  '{fund} may not trade {code}; it may trade {assets} (fund-stats)':
    '{fund} não pode negociar {code}; pode negociar {assets} (fund-stats)',
  '{code} is not in the etfs tab; add it there or correct the symbol':
    '{code} não está na aba etfs; cadastre-o lá ou corrija o código',
  'the same fund, ETF, side and strategy stand in row {n}; keep one row with the whole amount':
    'o mesmo fundo, ETF, lado e estratégia já estão na linha {n}; deixe uma só linha com o financeiro todo',
  'the fund has a {side} of {code} in row {n}; keep one side':
    'o fundo tem {side} de {code} na linha {n}; deixe um lado só',
  'cash of {n} trading {n|fund|funds} is blank: the check on it is skipped':
    '{n} {n|fundo|fundos} com ordens sem caixa informado: sem essa verificação',
  'nav of {n} trading {n|fund|funds} is blank: the check on it is skipped':
    '{n} {n|fundo|fundos} com ordens sem PL informado: sem essa verificação',
  '{fund} buys for {money} and has {money2}; lower an amount or correct its cash':
    '{fund} compra {money} e tem {money2} em caixa; reduza um valor ou corrija o caixa',
  '{fund} buys for {money} and has {money2} ({saids}); lower an amount or correct its cash':
    '{fund} compra {money} e tem {money2} em caixa ({saids}); reduza um valor ou corrija o caixa',
  '{fund} {side} {code} {money} in row {n}': '{fund}, {side} de {code}, {money} na linha {n}',
  '{fund} {side} {code} {money} → {money2} in row {n}':
    '{fund}, {side} de {code}, {money} → {money2} na linha {n}',
  '{money} is more than {decimal}% of the NAV of {fund}': '{money} passa de {decimal}% do PL de {fund}',
  'the tab is empty: sells are not checked against holdings':
    'a aba está vazia: as vendas não são conferidas com a posição dos fundos',
  '{fund} sells {money} of {code} and holds {n} {n|share|shares} worth {money2}; lower an amount or correct its holdings':
    '{fund} vende {money} de {code} e tem {n} {n|cota|cotas}, que {n|vale|valem} {money2}; reduza um valor ou corrija a posição',
  '{fund} sells {money} of {code} and holds {n} {n|share|shares} worth {money2} ({saids}); lower an amount or correct its holdings':
    '{fund} vende {money} de {code} e tem {n} {n|cota|cotas}, que {n|vale|valem} {money2} ({saids}); reduza um valor ou corrija a posição',
  'avg_volume of {n} traded {n|ETF|ETFs} is blank: the check on it is skipped':
    '{n} {n|ETF|ETFs} com ordens sem avg_volume: sem essa verificação',
  '{code} {side}: {money} is more than {decimal}% of the average volume of {money2}':
    '{side} de {code}: {money} passa de {decimal}% do volume médio, de {money2}',
  '{code} {side}: {money} is more than {decimal}% of the average volume of {money2} ({saids})':
    '{side} de {code}: {money} passa de {decimal}% do volume médio, de {money2} ({saids})',
  '{n} offshore {n|order|orders} and OFFSHORE_EMAILS is blank; write where they go':
    'há {n} {n|ordem|ordens} offshore e OFFSHORE_EMAILS está em branco; informe para onde vão',
  'there is no trade to do; fill in rows or use Trading > Import files':
    'não há nenhuma ordem; preencha linhas ou use Trading > Importar arquivos',
  '{broker} takes its allocation fill by fill, and the fills of {codes} are not known one by one (consolidated rows): its file has each fund at its own average there, and says so':
    '{broker} recebe a alocação por execução, e as execuções de {codes} não são conhecidas uma a uma (linhas consolidadas): no arquivo cada fundo está ao seu preço médio, e isso é dito',
  '{broker} traded {money} of {side} {code} beyond its cap of {money2} after that was out at {time}; call it':
    '{broker} negociou {money} na {side} de {code} além do limite de {money2}, depois de enviado às {time}; ligue para a corretora',
  '{broker} has {money} of {side} {code} beyond its cap of {money2} of {time}; its fills tell no time, so whether they were traded before cannot be told':
    '{broker} tem {money} na {side} de {code} além do limite de {money2} das {time}; as execuções não dizem a hora, e não se sabe se foram antes',
  '{broker} had {money} of {side} {code} beyond its cap of {money2} of {time} when that was replaced; its fills tell no time, so whether they were traded before it was out cannot be told':
    '{broker} tinha {money} na {side} de {code} além do limite de {money2} das {time} quando ele foi substituído; as execuções não dizem a hora, e não se sabe se foram antes do envio',
  '{broker} sold {n} {n|share|shares} of {code} beyond its share cap of {n2} after that was out at {time}; call it':
    '{broker} vendeu {n} {n|cota|cotas} de {code} além do limite de {n2} cotas, depois de enviado às {time}; ligue para a corretora',
  '{broker} has {money} of {side} {code} beyond its cap of {money2} of {time}: these fills were traded before and reported late':
    '{broker} tem {money} na {side} de {code} além do limite de {money2} das {time}: são execuções anteriores, informadas com atraso',
  '{broker} has {n} {n|fill|fills} of {side} {code} beyond the limit of {price}; ask why':
    '{broker} tem {n} {n|execução|execuções} na {side} de {code} além do preço limite de {price}; pergunte por quê',
  '{side} {code} at {broker} was executed and never instructed; check the fill with the broker':
    'houve {side} de {code} na {broker} sem instrução; confira a execução com a corretora',
  'the post-trade system has fills of {broker}, and {broker} enters its fills in its inbox; write fills_from = api, or take its account_codes out':
    'o sistema de pós-negociação tem execuções de {broker}, e {broker} também as digita na planilha de execuções; use fills_from = api ou tire os account_codes da corretora',
  '{side} {code}: fill {fill} of {broker} over {n} {n|share|shares} is not allocated exactly; nothing was written, report it':
    '{side} de {code}: a execução {fill} da {broker}, de {n} {n|cota|cotas}, não foi alocada por inteiro; nada foi gravado, avise o suporte',
  '{side} {code}: fund {cnpj} is due {n} {n|share|shares} and gets another number; nothing was written, report it':
    '{side} de {code}: o fundo {cnpj} tem direito a {n} {n|cota|cotas} e recebe outro número; nada foi gravado, avise o suporte',
  '{side} {code}: a line is not a whole number of shares; nothing was written, report it':
    '{side} de {code}: uma linha não tem um número inteiro de cotas; nada foi gravado, avise o suporte',
  'header "{header}" stands twice; rename one':
    'o cabeçalho "{header}" aparece duas vezes; renomeie um deles',
  'header "{header}" is missing; add it in row 1 or run Trading > Set up':
    'falta o cabeçalho "{header}"; ponha-o na linha 1 ou use Trading > Configurar',
  'header "{header}" is missing; add it in row 1 or use Trading > Brokers > Share with brokers':
    'falta o cabeçalho "{header}"; ponha-o na linha 1 ou use Trading > Corretoras > Compartilhar com corretoras',
  'the tab "{tab}" is missing, and "{name}" has its headers; rename it back to {tab}':
    'falta a aba "{tab}", e "{name}" tem os cabeçalhos dela; renomeie de volta para {tab}',
  'header "{header}" is missing; add it to the file and import it again':
    'falta o cabeçalho "{header}"; acrescente-o ao arquivo e importe de novo',
  'header "{header}" is missing; run Trading > Set up, then run the stage again':
    'falta o cabeçalho "{header}"; use Trading > Configurar e repita a etapa',
  'the tab "{tab}" is missing; run Trading > Set up': 'falta a aba "{tab}"; use Trading > Configurar',
  'the tab "{tab}" is missing; run Trading > Set up, then run the stage again':
    'falta a aba "{tab}"; use Trading > Configurar e repita a etapa',
  'The tab "{tab}" is missing; run Trading > Set up, then try again.':
    'Falta a aba "{tab}"; use Trading > Configurar e tente de novo.',
  'there is no tab "{tab}"; run Trading > Set up': 'não há a aba "{tab}"; use Trading > Configurar',
  'its tab "{tab}" was deleted': 'a aba "{tab}" da planilha foi apagada',
  '{header} {said}': '{header} {said}',
  '{header} is blank; {said}': '{header} está em branco; {said}',
  'a blank cell': 'uma célula em branco',
  'a cell that is neither text nor a number': 'uma célula que não é texto nem número',
  'trades file': 'arquivo de ordens',
  'fund file': 'arquivo de fundos',
  'inbox of {broker}': 'planilha de execuções de {broker}',
  '{key} stands in row {n} already; keep one': '{key} já está na linha {n}; deixe uma só',
  'the row "{key}" was changed by hand; undo the change, or accept it with Trading > Repair > Accept the state':
    'a linha "{key}" foi alterada à mão; desfaça a alteração ou aceite-a em Trading > Reparo > Aceitar o estado',
  'rows were added, removed or put in another order; undo the change, or accept it with Trading > Repair > Accept the state':
    'linhas foram acrescentadas, apagadas ou reordenadas; desfaça a alteração ou aceite-a em Trading > Reparo > Aceitar o estado',
  'the outcome of run {run} is gone; undo the change to the tab, or give the run up with Trading > Repair > Abandon the pending run':
    'o resultado da etapa {run} sumiu; desfaça a alteração na aba ou abandone a etapa em Trading > Reparo > Abandonar a etapa pendente',
  'the outcome of run {run} is not what the desk wrote ({n} of {n2} characters); nothing of it goes on: undo the change to the tab, or give the run up with Trading > Repair > Abandon the pending run':
    'o resultado da etapa {run} não é o que a mesa gravou ({n} de {n2} caracteres); nada dele segue adiante: desfaça a alteração na aba ou abandone a etapa em Trading > Reparo > Abandonar a etapa pendente',
  '{said} is not an amount in BRL; write it like 1234,56':
    '{said} não é um valor em reais; escreva como 1234,56',
  '{said} is not a price in BRL; write it like 62,40': '{said} não é um preço em reais; escreva como 62,40',
  '{said} is not a whole number; write it like 1234': '{said} não é um número inteiro; escreva como 1234',
  '{said} is negative; write it without a sign': '{said} é negativo; escreva sem sinal',
  '{said} can be read as {price} or as {price2}; write {one} or {other}':
    '{said} pode ser lido como {price} ou como {price2}; escreva {one} ou {other}',
  '{said} can be read as {money} or as {price}; write {one} or {other}':
    '{said} pode ser lido como {money} ou como {price}; escreva {one} ou {other}',
  '{said} can be read as {n} or as {decimal}; write {digits} or the whole number that is meant':
    '{said} pode ser lido como {n} ou como {decimal}; escreva {digits} ou o número inteiro desejado',
  '{said} is more than {money}; write it like 1234,56, in BRL and not in cents':
    '{said} passa de {money}; escreva como 1234,56, em reais e não em centavos',
  '{said} has more than 2 decimals; write it like 1234,56':
    '{said} tem mais de 2 casas decimais; escreva como 1234,56',
  '{said} is not a price: it has to be above zero; write it like 62,40':
    '{said} não é um preço: tem de ser maior que zero; escreva como 62,40',
  '{said} is more than {money} a share; write it like 62,40':
    '{said} passa de {money} por cota; escreva como 62,40',
  '{said} has more than 8 decimals; round it, for example to {decimal}':
    '{said} tem mais de 8 casas decimais; arredonde, por exemplo para {decimal}',
  '{said} has decimals, but shares and units are whole; write it like 1234':
    '{said} tem casas decimais, mas cotas e lotes são inteiros; escreva como 1234',
  '{said} is too large to be counted exactly; write it like 1234':
    '{said} é grande demais para uma contagem exata; escreva como 1234',
  '{said} is not a number': '{said} não é um número',
  '{said} is not a share; write 0.6 or 60%': '{said} não é uma proporção; escreva 0,6 ou 60%',
  '{said} is not a time; write 13:30': '{said} não é um horário; escreva 13:30',
  '{said} is neither yes nor no': '{said} não é nem sim nem não',
  '{said} is not one of {values}': '{said} não é um destes: {values}',
  '{said} is no number as it was given out, the cell has lost digits of it; format the column as plain text and write all its digits':
    '{said} não é o número como foi dado, a célula perdeu dígitos dele; formate a coluna como texto simples e escreva todos os dígitos',
  '{said} is not a symbol; write one such as HASH11':
    '{said} não é um código de negociação; escreva como HASH11',
  '{said} is not an e-mail address; write name@house.example':
    '{said} não é um endereço de e-mail; escreva nome@casa.example',
  '{said} is not a limit of units; write HASH11:3': '{said} não é um limite de lotes; escreva HASH11:3',
  '{said} is not a name with its time; write HASH11 14:30':
    '{said} não é um nome com o seu horário; escreva HASH11 14:30',
  '{name} stands twice; keep one time': '{name} aparece duas vezes; deixe um só horário',
  'close {time} is not after open {time2}': 'close {time} não vem depois de open {time2}',
  'open is blank; a late opening needs its time':
    'open está em branco; a abertura tardia precisa do seu horário',
  'close is blank; a half day needs its time': 'close está em branco; o meio pregão precisa do seu horário',
  'kind {kind} has hours of trading beside it; clear them, or choose another kind':
    'kind {kind} tem horários de pregão ao lado; apague-os ou escolha outro tipo',
  'kind {kind} has cut-offs beside it; clear them, or choose another kind':
    'kind {kind} tem horários limite ao lado; apague-os ou escolha outro tipo',
  'max_units names "{name}", which is no ETF of the tab etfs':
    'max_units cita "{name}", que não é um ETF da aba etfs',
  'max_units names "{name}", which is no ETF; {likely} is probably meant':
    'max_units cita "{name}", que não é um ETF; provavelmente é {likely}',
  '"{key}" is not a setting; {likely} is probably meant, and stands in another row: correct that one and delete this':
    '"{key}" não é uma configuração; provavelmente é {likely}, que está em outra linha: corrija aquela e apague esta',
  'beside "funds" there is another list, "{key}", of {n}; put all funds into one':
    'além de "funds" há outra lista, "{key}", com {n}; ponha todos os fundos em uma só',
  '{said} has {n} letters, and a name may have {n2}; shorten it':
    '{said} tem {n} letras, e um nome pode ter {n2}; encurte-o',
  '{header} has {n} letters, and a cell takes {n2}; shorten it':
    '{header} tem {n} letras, e uma célula aceita {n2}; encurte o texto',
  '"{broker}" has orders or fills of the day and is no broker of the tab brokers; write {likely}':
    '"{broker}" tem ordens ou execuções do dia e não é uma corretora da aba brokers; escreva {likely}',
  'fill {fill}: {broker} was none of the day’s brokers; write {likely}':
    'execução {fill}: {broker} não era uma corretora do dia; escreva {likely}',
  'the cash of {fund} is {money}: its rebalance buys {money2} with what it sells, and the debt stays; sell more or put in cash':
    'o caixa de {fund} é {money}: seu rebalanceamento compra {money2} com o que vende, e o saldo devedor fica; venda mais ou aporte caixa',
  '{broker}: {n} {n|fill|fills} of {side} {code} with the time of another day, the first {fill} at {time}; correct the time':
    '{broker}: {n} {n|execução|execuções} de {side} de {code} com horário de outro dia, a primeira {fill} às {time}; corrija o horário',
  '{broker}: {n} {n|fill|fills} of {side} {code} typed without a time, the first {fill}; write when, so that it belongs to a part of the day':
    '{broker}: {n} {n|execução digitada|execuções digitadas} sem horário em {side} de {code}, a primeira {fill}; escreva quando foi, para que pertença a uma parte do dia',
  '{broker}, {side} {code}: the row {fill} was revised, so that {n} of its {n2} shares would have cost {price} each and all of them cost {price2} on average; every fund has them at the average, whenever its order began. Ask {broker} for its fills, and correct it there if one was busted':
    '{broker}, {side} de {code}: a linha {fill} foi revisada, de modo que {n} das suas {n2} ações teriam custado {price} cada e todas custam {price2} em média; cada fundo as recebe pela média, qualquer que seja o início da sua ordem. Peça as execuções à {broker} e corrija lá se alguma foi cancelada',
  'cutoffs names "{name}", which is neither an ETF nor a family of the tab etfs':
    'cutoffs cita "{name}", que não é ETF nem família da aba etfs',
  'cutoffs names "{name}", which is neither an ETF nor a family; {likely} is probably meant':
    'cutoffs cita "{name}", que não é ETF nem família; provavelmente é {likely}',
  '{said} is not a valid name; write one such as {example}':
    '{said} não é um nome válido; escreva um como {example}',
  '{said} is too little; write {n} or more': '{said} é pouco; escreva {n} ou mais',
  '{said} is not an address; write https://host/path':
    '{said} não é um endereço; escreva https://servidor/caminho',
  '{said} is not a stage; write some of {stages}': '{said} não é uma etapa; escreva uma ou mais de {stages}',
  '{said} is not a date; write it like 2025-01-31 or 31/01/2025':
    '{said} não é uma data; escreva como 31/01/2025',
  '{said} is not a day of the calendar between {year} and {year2}; write it like 2025-01-31 or 31/01/2025':
    '{said} não é um dia do calendário entre {year} e {year2}; escreva como 31/01/2025',
  '{said} is not a date and time; write São Paulo time like 2025-01-31 10:05:00':
    '{said} não é data e hora; escreva no horário de São Paulo, como 31/01/2025 10:05:00',
  '{said} is a number, but a CNPJ is text, or it loses its leading zeros; format the cell as plain text and write it like {example}':
    '{said} é um número, mas CNPJ é texto, ou perde os zeros à esquerda; formate a célula como texto simples e escreva como {example}',
  '{said} is not a CNPJ; write it like {example}': '{said} não é um CNPJ; escreva como {example}',
  '{said} is not a CNPJ; write it like {example}, its last two characters digits':
    '{said} não é um CNPJ; escreva como {example}, com dígitos nas duas últimas posições',
  '{said} is not a CNPJ; it has {n} {n|digit or letter|digits and letters} instead of 14; write it like {example}':
    '{said} não é um CNPJ; tem {n} {n|dígito ou letra|dígitos e letras} em vez de 14; escreva como {example}',
  '{said} is not a CNPJ; it has {n} digits and letters instead of 14 (leading zeros may be lost); write it like {example}':
    '{said} não é um CNPJ; tem {n} dígitos e letras em vez de 14 (podem faltar zeros à esquerda); escreva como {example}',
  "{said} repeats one character and belongs to nobody; write the fund's own CNPJ, like {example}":
    '{said} repete um só caractere e não é de ninguém; escreva o CNPJ do fundo, como {example}',
  "{said} has wrong check digits: {base} should end in {digits}; compare every character with the fund's papers":
    '{said} tem dígitos verificadores errados: {base} deveria terminar em {digits}; confira caractere por caractere com os documentos do fundo',
  '{said} is not an ISIN; write it like {example}': '{said} não é um ISIN; escreva como {example}',
  '{said} is not an ISIN: two letters for the country, nine letters or digits, one check digit; write it like {example}':
    '{said} não é um ISIN: duas letras do país, nove letras ou dígitos e um dígito verificador; escreva como {example}',
  "{said} has a wrong check digit: {base} should end in {digits}; compare every character with the exchange's list":
    '{said} tem o dígito verificador errado: {base} deveria terminar em {digits}; confira caractere por caractere com a lista da B3',
  '{said} is a formula kept as text; format the cell as a number and enter it again':
    '{said} é uma fórmula guardada como texto; formate a célula como número e digite de novo',
  '{said} is a date; format the cell as a number and write the figure again':
    '{said} é uma data; formate a célula como número e escreva o valor de novo',
  '{said} is how a spreadsheet shortens a long number; write all its digits':
    '{said} é como a planilha abrevia um número longo; escreva todos os dígitos',
  '{said} is shortened; write all its digits': '{said} está abreviado; escreva todos os dígitos',
  '{said} is a percentage; write the figure itself': '{said} é um percentual; escreva o próprio valor',
  '{said} has a letter O where a zero belongs; write {digits}':
    '{said} tem a letra O no lugar de um zero; escreva {digits}',
  '{said} has a letter where a digit belongs; write {digits}':
    '{said} tem uma letra no lugar de um dígito; escreva {digits}',
  '{said} is how a spreadsheet shortens a CNPJ that it takes for a number, and its last digits are lost; format the column as plain text, write the CNPJ again and export the file again':
    '{said} é como a planilha abrevia um CNPJ que toma por número, e os últimos dígitos se perderam; formate a coluna como texto simples, escreva o CNPJ de novo e exporte o arquivo de novo',
  '{said} has a letter where a digit belongs, such as O for zero; {cnpj} is probably meant':
    '{said} tem uma letra no lugar de um dígito, por exemplo O em vez de zero; provavelmente é {cnpj}',
  '{header} shows the error {value}; correct its formula, or write the value':
    '{header} mostra o erro {value}; corrija a fórmula ou escreva o valor',
  '{header} holds a hidden mark that turns text round, so that it shows otherwise than it reads; type it again':
    '{header} tem uma marca oculta que inverte o texto, e o que se vê não é o que se lê; digite de novo',
  '{said} is not one of {values}; {likely} is probably meant':
    '{said} não é um destes: {values}; provavelmente é {likely}',
  '{said} is what a spreadsheet makes of the number {n} in a cell of dates; write the date like 2025-01-31 or 31/01/2025':
    '{said} é o que uma planilha faz do número {n} em uma célula de datas; escreva a data como 2025-01-31 ou 31/01/2025',
  '{said} is a number, and as a date it would be {date}; write the date like 2025-01-31 or 31/01/2025':
    '{said} é um número, e como data seria {date}; escreva a data como 31/01/2025',
  '{said} is a time kept as a number ({time}); write it as text, like 13:30':
    '{said} é um horário guardado como número ({time}); escreva como texto, por exemplo 13:30',
  '{asset} stands twice; keep one limit': '{asset} aparece duas vezes; deixe um só limite',
  'header "{header}" is missing; "{likely}" is probably meant: rename it':
    'falta o cabeçalho "{header}"; "{likely}" provavelmente é ele: renomeie',
  'header "{header}" stands as "{one}" and as "{other}"; keep one':
    'o cabeçalho "{header}" aparece como "{one}" e como "{other}"; deixe um só',
  'the row is a total and is left out': 'a linha é um total e ficou de fora',
  'row {n} is a total of {money}, as the {n2} {n2|trade adds|trades add} up to, and is left out':
    'a linha {n} é um total de {money}, igual à soma {n2|da|das} {n2} {n2|ordem|ordens}, e ficou de fora',
  'row {n} is a total of {money}, but the {n2} {n2|trade adds|trades add} up to {money2}; compare the file with its source':
    'a linha {n} é um total de {money}, mas {n2|a|as} {n2} {n2|ordem soma|ordens somam} {money2}; confira o arquivo com a origem',
  '{n} total rows are left out: rows {rows}': '{n} linhas de total ficaram de fora: linhas {rows}',
  'columns that the desk does not know are not read: {headers}':
    'colunas que a mesa não conhece não são lidas: {headers}',
  'the row has {n} cells under {n2} headers, so its amount may be {money} or {money2}; write the amount without a thousands comma, or in quotation marks':
    'a linha tem {n} células sob {n2} cabeçalhos, e o financeiro pode ser {money} ou {money2}; escreva o financeiro sem vírgula de milhar ou entre aspas',
  'the amount may be {money} or, if "{one},{other}" is one number that a comma has cut, {money2}; put numbers that hold a comma in quotation marks':
    'o financeiro pode ser {money} ou, se "{one},{other}" for um só número cortado pela vírgula, {money2}; ponha entre aspas os números com vírgula',
  'the row has {n} cells under {n2} headers, and "{one},{other}" may be one number that a comma has cut; write every cell, and numbers that hold a comma in quotation marks':
    'a linha tem {n} células sob {n2} cabeçalhos, e "{one},{other}" pode ser um só número cortado pela vírgula; escreva todas as células e, entre aspas, os números com vírgula',
  '{n} {n|row is|rows are} of {value} in the column {header}, and today is {date}; import today’s file, or take the column out':
    '{n} {n|linha é|linhas são} de {value} na coluna {header}, e hoje é {date}; importe o arquivo de hoje ou tire a coluna',
  '{n} {n|row is|rows are} in {value} in the column {header}, and amounts are read as BRL; convert {n|it|them}, or take {n|it|them} out':
    '{n} {n|linha está|linhas estão} em {value} na coluna {header}, e os financeiros são lidos em BRL; converta ou tire {n|a linha|as linhas}',
  '{n} {n|row is|rows are} {value} in the column {header}, and would be traded; take {n|it|them} out of the file':
    '{n} {n|linha está|linhas estão} com {value} na coluna {header} e {n|seria negociada|seriam negociadas}; tire {n|a linha|as linhas} do arquivo',
  'the row has {n} cells under {n2} headers; put cells that hold a comma in quotation marks':
    'a linha tem {n} células sob {n2} cabeçalhos; ponha entre aspas as células com vírgula',
  'the row has {n} cells under {n2} headers; take out what is too much':
    'a linha tem {n} células sob {n2} cabeçalhos; tire o que está sobrando',
  'the amount may be {money} or, with the cell behind it, {money2}; write the amount with its cents, like 1500.00':
    'o financeiro pode ser {money} ou, com a célula seguinte, {money2}; escreva o financeiro com os centavos, como 1500.00',
  'the row is separated by {mark} and the header by {mark2}; separate all rows alike':
    'a linha está separada por {mark} e o cabeçalho por {mark2}; separe todas as linhas do mesmo jeito',
  'the cell runs over several lines; a quotation mark is probably missing before or in this row':
    'a célula ocupa várias linhas; deve faltar uma aspa antes desta linha ou nela',
  'the header stands in line {n}; delete the lines above it':
    'o cabeçalho está na linha {n}; apague as linhas acima dele',
  'the file is UTF-32; save it as CSV UTF-8 and import it again':
    'o arquivo está em UTF-32; grave como CSV UTF-8 e importe de novo',
  'the file is UTF-16; save it as CSV UTF-8 and import it again':
    'o arquivo está em UTF-16; grave como CSV UTF-8 e importe de novo',
  'letters of the file are lost, as in {said}: it was read in another encoding than it is in; save it as CSV UTF-8 and import it again':
    'letras do arquivo se perderam, como em {said}: ele foi lido em uma codificação que não é a sua; grave como CSV UTF-8 e importe de novo',
  'it is an Excel workbook; save it as CSV UTF-8 and import that':
    'é uma pasta de trabalho do Excel; grave como CSV UTF-8 e importe esse arquivo',
  'it is a web page; export the file again': 'é uma página da web; exporte o arquivo de novo',
  'it is JSON, as the fund file is; a trades file is CSV':
    'é JSON, como o arquivo de fundos; o arquivo de ordens é CSV',
  'it is empty; nothing is imported': 'está vazio; nada foi importado',
  'there is no file; give the fund file, the trades file, or both':
    'não há arquivo; dê o arquivo de fundos, o de ordens, ou os dois',
  'the tabs have changed since the import was shown; nothing was written, look at it again':
    'as abas mudaram desde que a importação foi mostrada; nada foi gravado, confira de novo',
  'imported: {n} {n|fund|funds} and {n2} {n2|trade|trades}':
    'importado: {n} {n|fundo|fundos} e {n2} {n2|ordem|ordens}',
  'the import cannot be taken back: the tab {tab} is missing; run Trading > Set up':
    'a importação não poderá ser desfeita: falta a aba {tab}; use Trading > Configurar',
  'there is no import to be taken back': 'não há importação a desfazer',
  'the last import is of {date}; only one of today can be taken back':
    'a última importação é de {date}; só a de hoje pode ser desfeita',
  'the day was decided on since the import of {time}; change the rows by hand, or import the right file and use Trading > Amend an order':
    'o dia já teve decisões desde a importação das {time}; mude as linhas à mão, ou importe o arquivo certo e use Trading > Alterar uma ordem',
  'what the import replaced no longer stands in {tab} as the desk wrote it; change the rows by hand':
    'o que a importação substituiu já não está em {tab} como a mesa gravou; mude as linhas à mão',
  '{tab} gets its {n} {n|row|rows} back': '{tab} recebe de volta {n} {n|linha|linhas}',
  'the import of {time} by {user} is taken back: {saids}':
    'a importação das {time}, de {user}, é desfeita: {saids}',
  'row {n} was changed since the import; undo the change first, or correct the rows by hand':
    'a linha {n} mudou desde a importação; desfaça a mudança antes, ou corrija as linhas à mão',
  'it holds no trade and would empty daily-trades; nothing is imported':
    'não tem nenhuma ordem e esvaziaria daily-trades; nada foi importado',
  'it holds no fund and would empty fund-stats; nothing is imported':
    'não tem nenhum fundo e esvaziaria fund-stats; nada foi importado',
  'it is {said}, not a fund': 'é {said}, e não um fundo',
  '{name}: {said2} is wanted, not {said}': '{name}: era esperado {said2}, e não {said}',
  '{name} has {n} characters and {n2} are taken; shorten it':
    '{name} tem {n} caracteres e cabem {n2}; encurte',
  'a list of texts': 'uma lista de textos',
  'a number': 'um número',
  'a split was refused by the desk’s own check ({why}); nothing was written. Take one of the orders out and try again, and hand this day in as a scenario':
    'um rateio foi recusado pela própria verificação da mesa ({why}); nada foi gravado. Retire uma das ordens e tente de novo, e envie este dia como cenário',
  'a text': 'um texto',
  'true or false': 'true ou false',
  '"{cell}" is no cell; write one such as A1': '"{cell}" não é uma célula; escreva uma como A1',
  'a list': 'uma lista',
  'an object': 'um objeto',
  'the key "{key}" is missing in {n} {n|fund|funds}; "{likely}" is probably meant: rename it':
    'falta a chave "{key}" em {n} {n|fundo|fundos}; "{likely}" provavelmente é ela: renomeie',
  'the key "{key}" is missing': 'falta a chave "{key}"',
  'the key "{key}" stands twice; keep one': 'a chave "{key}" aparece duas vezes; deixe uma só',
  'the key "{key}" is a word that JavaScript keeps for itself; take it out':
    'a chave "{key}" é uma palavra reservada do JavaScript; retire-a',
  '{key} is {said}, but a text is wanted; export it again':
    '{key} é {said}, mas se espera um texto; exporte de novo',
  '{key} is {said}, but a list of symbols is wanted, such as ["HASH11"]':
    '{key} é {said}, mas se espera uma lista de códigos, como ["HASH11"]',
  '{key} is {said}, but an object with Banco, Ag and Cc is wanted':
    '{key} é {said}, mas se espera um objeto com Banco, Ag e Cc',
  '{key} is the number {value}, which loses leading zeros; export it as text':
    '{key} é o número {value}, que perde zeros à esquerda; exporte como texto',
  'keys that the desk does not know are not read: {keys}':
    'chaves que a mesa não conhece não são lidas: {keys}',
  '{n} {n|fund has|funds have} no {keys}; what fund-stats says of {n|it|them} stays':
    '{n} {n|fundo está|fundos estão} sem {keys}; o que está em fund-stats continua valendo',
  'it has no list "funds"; its keys are {keys}; export it again':
    'não tem a lista "funds"; as suas chaves são {keys}; exporte de novo',
  '"{key}" is not a setting; {likely} is probably meant':
    '"{key}" não é uma configuração; provavelmente é {likely}',
  'line {n}: a quotation mark is opened and never closed; correct the file':
    'linha {n}: há uma aspa aberta que não se fecha; corrija o arquivo',
  'line {n}: a quotation mark stands inside a cell; take it out or double it in the file':
    'linha {n}: há uma aspa no meio de uma célula; tire-a do arquivo ou escreva-a duas vezes',
  'line {n}: {said}; correct the file': 'linha {n}: {said}; corrija o arquivo',
  'it is not JSON ({why}); export it again': 'não é JSON ({why}); exporte de novo',
  'it has no list "funds"; export it again': 'não tem a lista "funds"; exporte de novo',
  '"{key}" is not a setting; see docs/settings.md for the list':
    '"{key}" não é uma configuração; a lista está em docs/settings.md',
  '"{key}" is not a setting': '"{key}" não é uma configuração',
  'asset "{asset}" is not an ETF of the desk; choose one from the list':
    'asset "{asset}" não é um ETF da mesa; escolha um da lista',
  'quantity 0 is no fill; write the shares, or delete the row':
    'quantity 0 não é execução; escreva as cotas ou apague a linha',
  'time {moment} is after {date}; write the day of the fill':
    'time {moment} é depois de {date}; escreva o dia da execução',
  'the same fill stands in row {n} already; delete one, or give each its own fill_id':
    'a mesma execução já está na linha {n}; apague uma ou dê a cada uma o seu fill_id',
  'fill_id {id} stands in row {n} already; keep one': 'fill_id {id} já está na linha {n}; deixe uma só',
  '{n} {n|row|rows} of days before {date} left out':
    '{n} {n|linha|linhas} de dias anteriores a {date} {n|ficou|ficaram} de fora',
  'there is no mail quota left': 'não resta cota de e-mail',
  'PENDING: written and saved; {n} {n|mail|mails} to {n2} {n2|recipient|recipients} {n|waits|wait} for mail quota':
    'PENDING: escrita e gravada; {n} {n|e-mail|e-mails} para {n2} {n2|destinatário|destinatários} {n|espera|esperam} cota de e-mail',
  '{n} {n|recipient is|recipients are} to be written to and {n2} {n2|is|are} left today; the allocation is written and saved all the same, and mails wait for quota':
    'há {n} {n|destinatário|destinatários} a avisar e {n2|resta|restam} {n2} hoje; a alocação é escrita e gravada assim mesmo, e os e-mails esperam cota',
  '{n} {n|recipient is|recipients are} to be written to and {n2} {n2|is|are} left today; the orders stop here all the same, and mails wait for quota: call the brokers, or look at it as another user':
    'há {n} {n|destinatário|destinatários} a avisar e {n2|resta|restam} {n2} hoje; as ordens param aqui assim mesmo, e os e-mails esperam cota: ligue para as corretoras ou veja isto como outro usuário',
  '{n} {n|mail|mails} to {n2} {n2|recipient|recipients} {n|waits|wait}: today’s mail quota is used up. {n2} {n2|is|are} reserved; they go with the first run after there is quota again, or at once when another user runs one':
    '{n} {n|e-mail|e-mails} para {n2} {n2|destinatário|destinatários} {n|espera|esperam}: a cota de e-mail de hoje acabou. {n2} {n2|fica reservado|ficam reservados}; saem com a primeira execução depois que houver cota, ou já, se outro usuário rodar uma',
  'run {run} is half-way; the next step finishes it':
    'a etapa {run} está pela metade; a próxima etapa a termina',
  'the rows of run {run} wait for the warehouse': 'as linhas da etapa {run} esperam o armazém de dados',
  'the mails of run {run} are not all out': 'os e-mails da etapa {run} não saíram todos',
  '{n} {n|mail that is|mails that are} not out {n|is|are} withdrawn and never {n|goes|go}; what {n|it says|they say} stands in the mails of this run, as it is now: {ands}':
    '{n} {n|e-mail que não saiu é retirado|e-mails que não saíram são retirados} e {n|nunca sai|nunca saem}; o que {n|diz|dizem} está nos e-mails desta execução, como vale agora: {ands}',
  '{n} {n|mail|mails} to {n2} {n2|recipient|recipients} of run {run} {n|waits|wait} for mail quota':
    '{n} {n|e-mail|e-mails} para {n2} {n2|destinatário|destinatários} da etapa {run} {n|espera|esperam} cota de e-mail',
  '{broker}: {n} {n|fill|fills} of {side} {code} over 0 shares, the first {fill} at {time}; delete {n|it|them}':
    '{broker}: {n} {n|execução|execuções} de {side} {code} de 0 cotas, a primeira {fill} às {time}; apague {n|a linha|as linhas}',
  '{broker}: {n} {n|row|rows} of {side} {code} of another date than the open day, the first {fill} at {time}; correct the date or delete {n|it|them}, or take {n|it|them} into a day that is over with Trading > Correct an earlier day':
    '{broker}: {n} {n|linha|linhas} de {side} {code} de outra data que não a do dia aberto, a primeira {fill} em {time}; corrija a data, apague {n|a linha|as linhas} ou tome-{n|a|as} em um dia que acabou com Trading > Corrigir um dia anterior',
  '{broker}: {n} {n|fill|fills} of {side} {code} from the future, the first {fill} at {time}; ask {broker}':
    '{broker}: {n} {n|execução|execuções} de {side} {code} no futuro, a primeira {fill} às {time}; consulte a {broker}',
  '{broker}: {n} {n|fill|fills} of {side} {code} outside trading hours, the first {fill} at {time}; ask {broker}':
    '{broker}: {n} {n|execução|execuções} de {side} {code} fora do horário do pregão, a primeira {fill} às {time}; consulte a {broker}',
  '{broker}: {n} {n|fill|fills} of {side} {code} from before its instruction went out, the first {fill} at {time}; ask {broker}':
    '{broker}: {n} {n|execução|execuções} de {side} {code} {n|anterior|anteriores} ao envio da instrução, a primeira {fill} às {time}; consulte a {broker}',
  'account {account} stands at {brokers}; an account belongs to one broker: take it out of the others':
    'a conta {account} está em {brokers}; uma conta é de uma só corretora: tire-a das outras',
  'fill {fill} of {broker}, {side} {code}, {n} at {price}, was typed, and fill {fill2} of the feed is like it; delete the typed row if they are one':
    'a execução {fill} de {broker}, {side} {code}, {n} a {price}, foi digitada, e a execução {fill2} do sistema é igual; apague a linha digitada se for a mesma',
  'fill {fill} of {broker}, {side} {code}, was corrected: at {moment} before, at {moment2} now':
    'a execução {fill} de {broker}, {side} {code}, foi corrigida: às {moment} antes, às {moment2} agora',
  'fill {fill} of {broker}, {side} {code}, was busted: {n} at {price} before, nothing now':
    'a execução {fill} de {broker}, {side} {code}, foi cancelada: {n} a {price} antes, nada agora',
  'the row {fill} of {broker}, {side} {code}, was recorded with {n} at {price} and has {n2} now, without a bust; the tab stays as it was. Ask {broker}, or accept it (Trading > Repair > Accept what is odd)':
    'a linha {fill} de {broker}, {side} {code}, foi registrada com {n} a {price} e tem {n2} agora, sem cancelamento; a aba fica como estava. Consulte a {broker}, ou aceite (Trading > Reparo > Aceitar exceção)',
  'what {broker} lacks is not what was listed any more; nothing was accepted: look at the list again':
    'o que falta de {broker} não é mais o que foi listado; nada foi aceito: veja a lista de novo',
  'fill {fill} of {broker}, {side} {code}, was corrected: {n} at {price} before, {n2} at {price2} now':
    'a execução {fill} de {broker}, {side} {code}, foi corrigida: {n} a {price} antes, {n2} a {price2} agora',
  'fill {fill} of {broker}, {side} {code}: busted before, and it counts again with {n2} at {price2}':
    'execução {fill} de {broker}, {side} {code}: estava cancelada e conta de novo, com {n2} a {price2}',
  'fill {fill} of {broker}, {side} {code}, {n} at {price}, was recorded today and is in the answer no more, without a bust; the tab stays as it was. Ask {broker}, or accept its absence (Trading > Repair > Accept what is odd)':
    'a execução {fill} de {broker}, {side} {code}, {n} a {price}, foi registrada hoje e não está mais na resposta, sem cancelamento; a aba fica como estava. Consulte a {broker}, ou aceite a ausência (Trading > Reparo > Aceitar exceção)',
  '{n} fills of {broker} over {n2} shares were recorded today and are in the answer no more, without a bust ({fills}); the tab stays as it was. Ask {broker}, or accept their absence (Trading > Repair > Accept what is odd)':
    '{n} execuções de {broker} ({n2} cotas) foram registradas hoje e não estão mais na resposta, sem cancelamento ({fills}); a aba fica como estava. Consulte a {broker}, ou aceite a ausência (Trading > Reparo > Aceitar exceção)',
  'all {n} {n|row|rows} of {broker} {n|is|are} left out ({ands}); check ACCOUNT_ALIAS and account_codes, ask {broker}, or accept it (Trading > Repair > Accept what is odd)':
    '{n} {n|linha|linhas} de {broker}, todas as que vieram, {n|ficou|ficaram} de fora ({ands}); confira ACCOUNT_ALIAS e account_codes, consulte a {broker}, ou aceite (Trading > Reparo > Aceitar exceção)',
  '{n} of hedge legs (symbols ending in H)': '{n} de pernas de hedge (código com H no fim)',
  '{n} of another date, of which no day is kept': '{n} de outra data, da qual nenhum dia está guardado',
  '{n} of {date}, known there already': '{n} de {date}, {n|já conhecida|já conhecidas} lá',
  '{n} {n|row|rows} of {broker} {n|is|are} of {date} and not in that day’s allocation; today goes on without {n|it|them}: take {n|it|them} in with Trading > Correct an earlier day, or ask {broker} whether {n|it is|they are} of today after all':
    '{n} {n|linha|linhas} da {broker} {n|é|são} de {date} e não {n|está|estão} na alocação daquele dia; hoje segue sem {n|ela|elas}: inclua com Trading > Corrigir um dia anterior, ou pergunte à {broker} se {n|é|são} de hoje',
  '{n} of another alias': '{n} de outro apelido de conta',
  '{n} {n|row|rows} of the post-trade system left out: {ands}':
    '{n} {n|linha|linhas} do sistema de pós-negociação {n|ficou|ficaram} de fora: {ands}',
  '{broker} has no inbox yet, but fills_from = inbox; make it with Trading > Brokers > Share with brokers':
    '{broker} ainda não tem a planilha de execuções, mas está com fills_from = inbox; crie-a em Trading > Corretoras > Compartilhar com corretoras',
  'the inbox of {broker} cannot be read ({said}); try again, or repair it with Trading > Brokers > Share with brokers':
    'não foi possível ler a planilha de execuções de {broker} ({said}); tente de novo ou refaça-a em Trading > Corretoras > Compartilhar com corretoras',
  'another run is under way; wait until it has ended and try again':
    'outra etapa está em andamento; espere terminar e tente de novo',
  '{tab}: header "{header}" is missing; run Trading > Set up':
    '{tab}: falta o cabeçalho "{header}"; use Trading > Configurar',
  'another run is under way; wait until it has ended and set up again':
    'outra etapa está em andamento; espere terminar e configure de novo',
  'it is not known whether {ands} went out; ask the recipient, then settle it under Trading > Repair':
    'não se sabe se {ands} saiu; confirme com o destinatário e depois resolva em Trading > Reparo',
  '"{subject}" to {recipients}': '"{subject}" para {recipients}',
  '"{subject}" to {recipients} at {time}': '"{subject}" para {recipients} às {time}',
  '{said} ({said2})': '{said} ({said2})',
  'no reason was given': 'nenhum motivo foi dado',
  '{n} {n|mail|mails} did not go: {saids}; the others did. Send {n|it|them} to another address, or say that {n|its recipient knows|their recipients know}, under Trading > Repair > Mails that did not go':
    '{n} {n|e-mail não saiu|e-mails não saíram}: {saids}; os demais saíram. Envie {n|o e-mail|os e-mails} a outro endereço, ou diga que {n|o destinatário já sabe|os destinatários já sabem}, em Trading > Reparo > E-mails que não saíram',
  'run {run} of {date} was left half-way, and nothing of it goes out on another day by itself: let its mails go with Trading > Repair > Release mails, or give it up with Abandon the pending run':
    'a etapa {run} de {date} ficou pela metade, e nada dela sai sozinho em outro dia: libere os e-mails em Trading > Reparo > Liberar e-mails, ou desista dela em Abandonar a etapa pendente',
  'the rows of run {run} are owed to the warehouse and GOOGLE_CLOUD_PROJECT is blank now; the mails wait. Fill it in again, or let the mails go with Trading > Repair > Release mails':
    'as linhas da etapa {run} são devidas à base histórica e GOOGLE_CLOUD_PROJECT está em branco agora; os e-mails esperam. Preencha-o de novo ou libere os e-mails em Trading > Reparo > Liberar e-mails',
  'the spreadsheet of {broker} was not brought up to date ({said}); the next run tries again, and so does Trading > Brokers > Share with brokers':
    'a planilha de {broker} não foi atualizada ({said}); a próxima etapa tenta de novo, e também Trading > Corretoras > Compartilhar com corretoras',
  '{n} {n|file is|files are} in the mails and not in Drive ({files}): {said}; whoever keeps it runs this stage once more and they are put there':
    '{n} {n|arquivo está|arquivos estão} nos e-mails e não no Drive ({files}): {said}; quem a guarda executa esta etapa mais uma vez e eles são gravados lá',
  'the desk’s folder is in the Drive of whoever set the desk up':
    'a pasta da mesa está no Drive de quem configurou a mesa',
  'the desk’s folder is in the Drive of {who}': 'a pasta da mesa está no Drive de {who}',
  'the files lie in your Drive already': 'os arquivos já ficam no seu Drive',
  'new files will lie in the Drive of {user}': 'os novos arquivos ficarão no Drive de {user}',
  'new files will lie in the Drive of {user}; the earlier ones stay in that of {who}':
    'os novos arquivos ficarão no Drive de {user}; os anteriores continuam no de {who}',
  'the warehouse did not take the rows ({said}); the mails wait. Run the stage again to retry, or let the mails go with Trading > Repair > Release mails':
    'a base histórica não aceitou as linhas ({said}); os e-mails esperam. Repita a etapa para tentar de novo, ou solte os e-mails em Trading > Reparo > Liberar e-mails',
  'the warehouse did not log it: {said}': 'não ficou registrado na base histórica: {said}',
  'it could not be logged: {said}': 'não foi possível registrar: {said}',
  'the run could not be logged: {said}': 'não foi possível registrar a etapa: {said}',
  '"{value}" is not a family; use {values}': '"{value}" não é uma família; use {values}',
  'no ETF of {family} that waits for units has a cut-off: the schedule leaves the family out and reminds nobody; write primary_cutoff, or run Primary units by hand':
    'nenhum ETF de {family} à espera de lotes tem horário limite: a agenda deixa a família de fora e não lembra ninguém; preencha primary_cutoff ou execute o Primário à mão',
  'family "{family}" is probably {meant} misspelt; write one name for both':
    'a família "{family}" é provavelmente {meant} com erro de digitação; use um só nome para as duas',
  '"{value}" is not a number of iterations; use 1 or more':
    '"{value}" não é um número de rodadas; use 1 ou mais',
  '"{value}" is nothing that a cancellation knows; use {values}':
    '"{value}" não faz parte de um cancelamento; use {values}',
  '"{value}" is not a stage; use {values}': '"{value}" não é uma etapa; use {values}',
  '"{value}" is not a step; use all, initial, primary or adjustments':
    '"{value}" não é um passo; use all, initial, primary ou adjustments',
  'this cannot be worked out: {said}; nothing was done':
    'não é possível calcular isto: {said}; nada foi feito',
  'that mail is settled already, or there is none such': 'esse e-mail já foi resolvido, ou não existe',
  '{said} goes with the next run': '{said} sai na próxima etapa',
  '{said} went out': '{said} saiu',
  '{said} is not sent: its recipient knows': '{said} não é enviado: o destinatário já sabe',
  '"{value}" is no answer: write done, again, or the address to send it to':
    '"{value}" não é uma resposta: escreva done, again ou o endereço para o qual enviar',
  '{said} may have gone: say done or again before it is sent elsewhere':
    '{said} pode ter saído: diga done ou again antes de enviá-lo a outro endereço',
  '{said} was sent to {recipients} instead': '{said} foi enviado a {recipients}',
  '{said} did not go to {recipients} either ({said2})': '{said} também não saiu para {recipients} ({said2})',
  'run {run} of {date}: {n} {n|mail|mails} of that day would go today: {ands}':
    'etapa {run} de {date}: {n} {n|e-mail|e-mails} daquele dia {n|sairia|sairiam} hoje: {ands}',
  'run {run}: {n} {n|mail|mails} would go before the warehouse has its rows, which stay owed: {ands}':
    'etapa {run}: {n} {n|e-mail|e-mails} {n|sairia|sairiam} antes de a base histórica ter as linhas, que seguem devidas: {ands}',
  'no mails wait to be released': 'nenhum e-mail espera ser liberado',
  '{n} {n|run|runs} may send {n|its|their} mails: {saids}':
    '{n} {n|etapa pode|etapas podem} enviar os e-mails: {saids}',
  'no run is pending': 'não há etapa pendente',
  'run {run} was abandoned: {reason}': 'a etapa {run} foi abandonada: {reason}',
  'run {run} cannot be read any more: what of it stands in the tabs stays, its mails that did not go never go, and rows that the warehouse lacks stay lacking; look at the tabs, and run the stage again':
    'a etapa {run} não pode mais ser lida: o que dela está nas abas fica, os e-mails que não saíram não saem mais, e as linhas que faltam na base histórica seguem faltando; confira as abas e rode a etapa de novo',
  'run {run}: nothing of it has left the desk; the day goes back to what it was before it. The tabs {tabs} show it until their stage runs again':
    'etapa {run}: nada dela saiu da mesa; o dia volta a ser o que era antes dela. As abas {tabs} a mostram até a etapa rodar de novo',
  'run {run}: its mails are out; {n} {n|row|rows} that it owes the warehouse are never saved':
    'etapa {run}: os e-mails saíram; {n} {n|linha|linhas} que ela deve à base histórica não {n|será gravada|serão gravadas}',
  'run {run}: part of it has left the desk and stays; {n} {n|row is|rows are} never saved, and these mails never go: {ands}':
    'etapa {run}: parte dela saiu da mesa e fica; {n} {n|linha não será gravada|linhas não serão gravadas}, e estes e-mails não saem mais: {ands}',
  'there is no run "{run}" to be abandoned; those after it come first':
    'não há etapa "{run}" para abandonar; as que vieram depois dela vêm primeiro',
  'the reason has {n} characters and {n2} are taken; write it shorter':
    'o motivo tem {n} caracteres e cabem {n2}; escreva um mais curto',
  'the state stands as the desk wrote it; there is nothing to accept':
    'o estado está como a mesa o gravou; não há nada a aceitar',
  'the row "{key}" could not be read and was left out': 'a linha "{key}" não pôde ser lida e ficou de fora',
  'abandoning a run needs a reason; write why':
    'para abandonar uma etapa é preciso um motivo; escreva por quê',
  'the changed state was accepted: {reason}': 'o estado alterado foi aceito: {reason}',
  'accepting a changed state needs a reason; write why':
    'para aceitar um estado alterado é preciso um motivo; escreva por quê',
  'the schedule was started': 'a agenda foi ligada',
  'the schedule was stopped': 'a agenda foi desligada',
  'finished what was left half-way: {runs}': 'concluído o que tinha ficado pela metade: {runs}',
  'the step broke off ({said})': 'o passo foi interrompido ({said})',
  'the orders are exactly those of {date}, so they are not sent unattended; import today’s, or confirm these by hand':
    'as ordens são exatamente as de {date}, por isso não saem sozinhas; importe as de hoje ou confirme estas você mesmo',
  'prepared: {said}': 'preparado: {said}',
  'executions fetched': 'execuções atualizadas',
  'no request is due': 'nenhum pedido previsto',
  'cut-off at {time}: the traders were reminded': 'horário limite às {time}: os traders foram lembrados',
  '{n} {n|problem|problems}; the traders were told': '{n} {n|erro|erros}; os traders foram avisados',
  'a notice to the traders did not go: {said}': 'um aviso aos traders não saiu: {said}',
  '{broker}, orders and allocation: {said}': '{broker}, ordens e alocação: {said}',
  '{broker}, inbox for fills: {said}': '{broker}, planilha de execuções: {said}',
  'sharing: {broker}, orders and allocation': 'compartilhando: {broker}, ordens e alocação',
  'sharing: {broker}, inbox for fills': 'compartilhando: {broker}, planilha de execuções',
  'a new spreadsheet': 'uma planilha nova',
  '{said} no longer reads': '{said} deixa de ler',
  '{said} no longer edits': '{said} deixa de editar',
  '{said} no longer has the role {role}': '{said} deixa de ter o papel {role}',
  '{who} reads (new)': '{who} passa a ler',
  '{who} edits (new)': '{who} passa a editar',
  '{who} reads (as before)': '{who} continua lendo',
  '{who} edits (as before)': '{who} continua editando',
  '{said} could not be removed ({said2})': 'não foi possível remover {said} ({said2})',
  '{who} got no access ({said})': '{who} ficou sem acesso ({said})',
  'it is not ready, so nobody new sees it ({said})': 'não está pronta, e ninguém novo tem acesso ({said})',
  'its content is not up to date, so nobody new sees it ({said})':
    'o conteúdo não está atualizado, e ninguém novo tem acesso ({said})',
  '{who} has no emails; write them there to share with it':
    '{who} está sem emails; preencha para compartilhar',
  "{who} of {broker} may edit the desk's own spreadsheet and sees everything; take that away first":
    '{who}, da {broker}, pode editar a planilha da própria mesa e vê tudo; retire antes esse acesso',
  "{who} of {broker} may read the desk's own spreadsheet and sees everything; take that away first":
    '{who}, da {broker}, pode ler a planilha da própria mesa e vê tudo; retire antes esse acesso',
  'the spreadsheet of {broker} is shared with other addresses than its emails; use Trading > Brokers > Share with brokers':
    'a planilha da {broker} está compartilhada com outros endereços que não os de emails; use Trading > Corretoras > Compartilhar com corretoras',
  '{broker} stands there no more and its spreadsheet is still shared; use Trading > Brokers > Share with brokers':
    '{broker} não está mais lá e a planilha dela segue compartilhada; use Trading > Corretoras > Compartilhar com corretoras',
  '{who} stands at {broker} and at {broker2} and would see what both do; give each its own':
    '{who} está em {broker} e em {broker2} e veria o que as duas fazem; use um endereço para cada uma',
  'nothing is shared with any broker': 'não há nada compartilhado com corretoras',
  'nothing is shared with "{broker}"; write one of {brokers}':
    'não há nada compartilhado com "{broker}"; escreva uma de {brokers}',
  "{n} {n|problem|problems}; nobody's access changed": '{n} {n|erro|erros}; nenhum acesso mudou',
  'who has access changed since the preview; look at it again':
    'os acessos mudaram desde a prévia; confira de novo',
  '{n} {n|spreadsheet|spreadsheets} shared: {n2} {n2|person|people} new, {n3} as before, {n4} removed':
    '{n} {n|planilha compartilhada|planilhas compartilhadas}: {n2} {n2|pessoa nova|pessoas novas}, {n3} como antes, {n4} {n4|removida|removidas}',
  'sharing of {n} {n|spreadsheet|spreadsheets} stopped: {n2} {n2|person|people} removed':
    '{n} {n|planilha deixou|planilhas deixaram} de ser {n|compartilhada|compartilhadas}: {n2} {n2|pessoa removida|pessoas removidas}',
  '{said}; {n} {n|step|steps} failed': '{said}; {n} {n|passo falhou|passos falharam}',
  'everybody at {domain}': 'todos de {domain}',
  'anyone with the link': 'qualquer pessoa com o link',
  'first day: {said}': 'primeiro dia: {said}',
  'last day: {said}': 'último dia: {said}',
  'the period begins on {date} and ends before that, on {date2}; swap the two days':
    'o período começa em {date} e termina antes disso, em {date2}; troque os dois dias',
  'from {date} to {date2} is more than {n} days; ask for a shorter period, or query the views of the warehouse':
    'de {date} a {date2} são mais de {n} dias; peça um período menor ou consulte as views no BigQuery',
  'there is no warehouse to ask; write GOOGLE_CLOUD_PROJECT in settings, run Trading > Set up, and the days from then on are kept':
    'não há base histórica; preencha GOOGLE_CLOUD_PROJECT em settings, use Trading > Configurar, e os dias passam a ser guardados',
  'no day from {date} to {date2} has a final allocation in the warehouse; choose another period, or run Final allocation for today first. The tab stays as it is':
    'nenhum dia de {date} a {date2} tem alocação final na base histórica; escolha outro período ou faça antes a Alocação final de hoje. A aba fica como está',
  '{date} to {date2}: {n} {n|day|days}, {n2} {n2|fund|funds}, {n3} {n3|line|lines} of broker, ETF and side; the charts stand in the tab charts':
    '{date} a {date2}: {n} {n|dia|dias}, {n2} {n2|fundo|fundos}, {n3} {n3|linha|linhas} de corretora, ETF e lado; os gráficos estão na aba charts',
  'history: asking the warehouse for {date} to {date2}': 'consultando a base histórica de {date} a {date2}',
  'Tracking error by day, all funds (bps)': 'Tracking error por dia, todos os fundos (bps)',
  'Slippage to iNAV by broker and ETF (bps, above zero = worse)':
    'Slippage contra o iNAV por corretora e ETF (bps, acima de zero = pior)',
  'Primary part of what each fund traded': 'Parcela do primário no que cada fundo negociou',
  'Paid beyond the average of all funds (bps, below zero = favoured)':
    'Pago acima da média de todos os fundos (bps, abaixo de zero = favorecido)',
  'Done, by ETF and side (part of the target)': 'Executado por ETF e lado (parte do alvo)',
  'Done in units and shares, by ETF and side (part of the target)':
    'Feito em lotes e cotas, por ETF e lado (parte do alvo)',
  'Slippage of shares to the iNAV, by broker, ETF and side (bps, above zero = worse)':
    'Slippage das cotas contra o iNAV, por corretora, ETF e lado (bps, acima de zero = pior)',
  'Units as a part of all that each fund traded': 'Lotes como parte de tudo o que cada fundo negociou',
  'Paid in units and shares beyond the average of all funds (bps, below zero = favoured)':
    'Pago em lotes e cotas além da média de todos os fundos (bps, abaixo de zero = favorecido)',
  '{code} {side}': '{code} {side}',
  '{n} {n|tab|tabs} made, {n2} {n2|thing|things} left to do':
    '{n} {n|aba criada|abas criadas}, {n2} {n2|item pendente|itens pendentes}',
  '{said} (and {n} more)': '{said} (e mais {n})',
  'correct the cells in the tab': 'corrija as células na aba',
  'correct the cell in settings': 'corrija a célula em settings',
  'the tab {tab} is empty': 'a aba {tab} está vazia',
  '{n} {n|row|rows} in the tab {tab}': '{n} {n|linha|linhas} na aba {tab}',
  'Trading > Import files takes the fund file; or fill in the tab':
    'importe o arquivo de fundos em Trading > Importar arquivos, ou preencha a aba',
  'Trading > Import files takes the trades file; or fill in the tab':
    'importe o arquivo de ordens em Trading > Importar arquivos, ou preencha a aba',
  'one row an ETF: family, limit in bps, cut-off, administrator and its e-mail':
    'uma linha por ETF: família, limite em bps, horário limite, administrador e o seu e-mail',
  'one row a broker: code, e-mails, language, accounts, share':
    'uma linha por corretora: código, e-mails, idioma, contas e participação',
  'write TRADER_EMAILS: they are copied on every order and hear what the schedule does':
    'preencha TRADER_EMAILS: eles recebem cópia de todas as ordens e os avisos da agenda',
  'the traders have no e-mail': 'os traders estão sem e-mail',
  'the book holds sample rows: {addresses} reach nobody':
    'a planilha tem linhas de exemplo: {addresses} não chegam a ninguém',
  'replace them before the first real order': 'troque-as antes da primeira ordem de verdade',
  'the book is of version {n} and this script knows {n2} only; push the newer script (npm run deploy), then set up again':
    'a planilha é da versão {n} e este script só conhece a {n2}; publique o script mais novo (npm run deploy) e configure de novo',
  'the schedule keeps what ran today as one fact instead of one a step':
    'a agenda guarda o que rodou hoje em um só registro, e não em um por passo',
  'do what it says, then set up again': 'faça o que a mensagem diz e configure de novo',
  '{n} {n|recipient|recipients} may still be written to today':
    'hoje ainda se pode escrever a {n} {n|destinatário|destinatários}',
  'run the desk as a user with a larger quota (1,500 a day in Workspace)':
    'use a mesa com um usuário de cota maior (1.500 por dia no Workspace)',
  'no post-trade system is set': 'nenhum sistema de pós-negociação configurado',
  'TRADING_API_SECRET is blank': 'TRADING_API_SECRET está em branco',
  'name the secret in settings': 'dê o nome do segredo em settings',
  '"{name}" holds no token for you': '"{name}" não tem token para você',
  '"{name}" holds a token for you': '"{name}" tem um token para você',
  'give the token in this dialog and save': 'informe o token nesta janela e grave',
  'TRADING_API_URL leads to {url}, but your token was given for {url2} and is sent nowhere else: correct the address, or give the token again in Trading > Set up.':
    'TRADING_API_URL leva a {url}, mas o seu token foi dado para {url2} e não é enviado a nenhum outro lugar: corrija o endereço ou informe o token de novo em Trading > Configurar.',
  'TRADING_API_URL is blank: the tab executions is filled in by hand':
    'TRADING_API_URL está em branco: a aba executions é preenchida à mão',
  'correct the settings or the token, then set up again':
    'corrija as configurações ou o token e configure de novo',
  'answers with {n} {n|execution|executions} of today': 'responde com {n} {n|execução|execuções} de hoje',
  'INAV_API_URL is blank: the tab market-data is filled in by hand':
    'INAV_API_URL está em branco: a aba market-data é preenchida à mão',
  'there is no ETF to ask for': 'não há ETF para consultar',
  'fill in the tab etfs': 'preencha a aba etfs',
  'correct INAV_API_URL, then set up again': 'corrija INAV_API_URL e configure de novo',
  'gives the iNAV of {code}': 'informa o iNAV de {code}',
  '{place} in {location} takes rows': '{place} em {location} aceita linhas',
  'GOOGLE_CLOUD_PROJECT is blank: nothing is kept beyond this book':
    'GOOGLE_CLOUD_PROJECT está em branco: nada fica guardado além desta planilha',
  'in the script editor add the service Drive, version v3':
    'no editor de scripts, acrescente o serviço Drive, versão v3',
  'in the script editor add the service Sheets, version v4':
    'no editor de scripts, acrescente o serviço Sheets, versão v4',
  'the Sheets service is missing: Set up takes minutes instead of seconds':
    'falta o serviço Sheets: Configurar leva minutos em vez de segundos',
  'the Sheets service refuses, and Set up went step by step: {said}':
    'o serviço Sheets recusa, e Configurar foi passo a passo: {said}',
  'the Drive service is missing: brokers get no files':
    'falta o serviço Drive: as corretoras ficam sem arquivos',
  'files for brokers can be kept in your Drive': 'os arquivos das corretoras podem ficar no seu Drive',
  'files for brokers are kept in the Drive of {who}; what you run is in the mails':
    'os arquivos das corretoras ficam no Drive de {who}; os do que você executa estão nos e-mails',
  'runs every five minutes as you': 'roda a cada cinco minutos com o seu usuário',
  'runs every five minutes as {who}: nobody else needs to start it':
    'roda a cada cinco minutos com o usuário de {who}: ninguém mais precisa ligá-la',
  'nobody has started it: the day goes by clicks': 'ninguém a ligou: o dia anda por cliques',
  'settings: TRADING_API_SECRET is blank; write the name of the secret first':
    'settings: TRADING_API_SECRET está em branco; escreva antes o nome do segredo',
  'The Secret Manager API is off in the project {project}: enable it in the Cloud console and wait a minute, or give your own token in Trading > Set up. ({why})':
    'A API Secret Manager está desligada no projeto {project}: habilite-a no console do Google Cloud e espere um minuto, ou informe o seu token em Trading > Configurar. ({why})',
  'Secret Manager has no {name}: correct TRADING_API_SECRET in settings, or give your own token in Trading > Set up. ({why})':
    'O Secret Manager não tem {name}: corrija TRADING_API_SECRET em settings, ou informe o seu token em Trading > Configurar. ({why})',
  'Secret Manager does not let you read {name}: ask for the role Secret Manager Secret Accessor, or give your own token in Trading > Set up. ({why})':
    'O Secret Manager não deixa você ler {name}: peça o papel Secret Manager Secret Accessor, ou informe o seu token em Trading > Configurar. ({why})',
  'Secret Manager did not give {name}: try again, or give your own token in Trading > Set up. ({why})':
    'O Secret Manager não forneceu {name}: tente de novo, ou informe o seu token em Trading > Configurar. ({why})',
  'the desk writes this tab': 'quem escreve nesta aba é a mesa',
  'the desk finds columns by their headers': 'a mesa encontra as colunas pelos cabeçalhos',
  'One of {values}.': 'Um de: {values}.',
  'Such as {values}.': 'Por exemplo {values}.',
  'The list is that of the tab {tab}.': 'A lista é a da aba {tab}.',
  '{said} (required)': '{said} (obrigatório)',
  '{url} gave no answer; try again.': '{url} não respondeu; tente de novo.',
  '{url} refuses the token (HTTP {n}): the token has expired or is wrong; give the new one in Trading > Set up.':
    '{url} recusa o token (HTTP {n}): ele venceu ou está errado; informe o novo em Trading > Configurar.',
  '{url} sends elsewhere (HTTP {n}); write the final address into settings.':
    '{url} redireciona (HTTP {n}); escreva o endereço final em settings.',
  '{url} refuses the request (HTTP {n}); check the address in settings.':
    '{url} recusa o pedido (HTTP {n}); confira o endereço em settings.',
  '{url} answered with a web page instead of JSON; check the address in settings.':
    '{url} respondeu com uma página da web em vez de JSON; confira o endereço em settings.',
  '{url} answered with nothing instead of JSON; check the address in settings.':
    '{url} respondeu vazio em vez de JSON; confira o endereço em settings.',
  '{url} answered with text that is not JSON instead of JSON; check the address in settings.':
    '{url} respondeu com um texto que não é JSON; confira o endereço em settings.',
  '{said}; try again later, or fill in the tab by hand.':
    '{said}; tente de novo mais tarde ou preencha a aba à mão.',
  '{said} after {n} {n|attempt|attempts}': '{said} depois de {n} {n|tentativa|tentativas}',
  '{said} and asks to wait {n} s': '{said} e pede para esperar {n} s',
  '{url} asks for fewer requests (HTTP 429)': '{url} pede menos requisições (HTTP 429)',
  '{url} is failing (HTTP {n})': '{url} está falhando (HTTP {n})',
  '{url} cannot be reached ({why})': '{url} está fora de alcance ({why})',
  '{url} does not exist (HTTP 404); check TRADING_API_URL in settings.':
    '{url} não existe (HTTP 404); confira TRADING_API_URL em settings.',
  '{url}: the provider knows no {code} (HTTP 404); correct the symbol in the tab etfs, or fill in market-data by hand.':
    '{url}: o provedor não conhece {code} (HTTP 404); corrija o código na aba etfs ou preencha market-data à mão.',
  '{url}: the answer has no "info"; check INAV_API_URL in settings, or ask the provider.':
    '{url}: a resposta não tem "info"; confira INAV_API_URL em settings ou consulte o provedor.',
  '{url}: the answer is not a record; ask the provider.':
    '{url}: a resposta não é um registro; consulte o provedor.',
  '{url}: the answer has no list "{list}"; check the address in settings, or ask the provider, or fill in the tab by hand.':
    '{url}: a resposta não tem a lista "{list}"; confira o endereço em settings, consulte o provedor ou preencha a aba à mão.',
  '{said}: {code} is missing; ask the provider, or fill in the tab by hand.':
    '{said}: falta {code}; consulte o provedor ou preencha a aba à mão.',
  '{said}: {code} {value} is not a text; ask the provider, or fill in the tab by hand.':
    '{said}: {code} {value} não é um texto; fale com o provedor ou preencha a aba à mão.',
  '{url}: row {n}': '{url}: linha {n}',
  '{said}: {code} {value} is not a symbol such as HASH11; ask the provider, or fill in the tab by hand.':
    '{said}: {code} {value} não é um código como HASH11; consulte o provedor ou preencha a aba à mão.',
  '{said}: {code} {value} is not a number; ask the provider, or fill in the tab by hand.':
    '{said}: {code} {value} não é um número; consulte o provedor ou preencha a aba à mão.',
  '{said}: {code} {value} is not a price above zero; ask the provider, or fill in the tab by hand.':
    '{said}: {code} {value} não é um preço maior que zero; consulte o provedor ou preencha a aba à mão.',
  '{said}: {code} {value} is negative; ask the provider, or fill in the tab by hand.':
    '{said}: {code} {value} é negativo; consulte o provedor ou preencha a aba à mão.',
  '{said}: {code} {value} may be {decimal} or {decimal2}; ask the provider to send it as a number, or fill in the tab by hand.':
    '{said}: {code} {value} pode ser {decimal} ou {decimal2}; peça ao provedor que o envie como número ou preencha a aba à mão.',
  '{said}: {code} {value} is not a whole number; ask the provider, or fill in the tab by hand.':
    '{said}: {code} {value} não é um número inteiro; consulte o provedor ou preencha a aba à mão.',
  '{said}: {code} {value} is zero; ask the provider, or fill in the tab by hand.':
    '{said}: {code} {value} é zero; consulte o provedor ou preencha a aba à mão.',
  '{said}: {code} {value} is neither Buy nor Sell; ask the provider, or fill in the tab by hand.':
    '{said}: {code} {value} não é nem Buy nem Sell; consulte o provedor ou preencha a aba à mão.',
  '{said}: {code} {value} is none of Executed, Pending, Busted, Corrected; ask the provider, or fill in the tab by hand.':
    '{said}: {code} {value} não é Executed, Pending, Busted nem Corrected; consulte o provedor ou preencha a aba à mão.',
  '{said}: {code} {value} is not a time such as 2024-11-08T10:31:05-03:00; ask the provider, or fill in the tab by hand.':
    '{said}: {code} {value} não é um horário como 2024-11-08T10:31:05-03:00; consulte o provedor ou preencha a aba à mão.',
  '{url}: row {n} is not a record; ask the provider.':
    '{url}: a linha {n} não é um registro; consulte o provedor.',
  '{url}: rows of the aliases {aliases}; write the desk’s own into the setting ACCOUNT_ALIAS.':
    '{url}: há linhas dos apelidos de conta {aliases}; escreva o da mesa na configuração ACCOUNT_ALIAS.',
  '{url}: {id} stands twice in a consolidated answer; ask the provider.':
    '{url}: {id} aparece duas vezes em uma resposta consolidada; consulte o provedor.',
  '{url}: row {n3} ({fill}) takes back {n} at {price} of {side} {code} at {broker}, and it cannot be told from which fill: {said}; ask the provider.':
    '{url}: a linha {n3} ({fill}) cancela {n} a {price} de {side} {code} na {broker}, e não se sabe de qual execução: {said}; consulte o provedor.',
  'fill {fill} has {n} shares only': 'a execução {fill} tem só {n} cotas',
  'there is no fill {fill}': 'não há execução {fill}',
  '{url}: row {n3} ({fill}) corrects fill {fill2} to {n} at {price} of {side} {code} at {broker}, and nobody has seen {fill2}; ask the provider which fill it is.':
    '{url}: a linha {n3} ({fill}) corrige a execução {fill2} para {n} a {price} de {side} {code} na {broker}, e ninguém viu {fill2}; pergunte ao provedor qual execução é.',
  '{url}: row {n3} ({fill}) corrects a fill of {side} {code} at {broker} to {n} at {price} and does not say which; ask the provider.':
    '{url}: a linha {n3} ({fill}) corrige uma execução de {side} {code} na {broker} para {n} a {price} e não diz qual; consulte o provedor.',
  '{url}: row {n3} says that fill {fill} of {side} {code} at {broker} was corrected, which nobody has seen before; it counts with {n} at {price}':
    '{url}: a linha {n3} diz que a execução {fill} de {side} {code} na {broker} foi corrigida, e ninguém a tinha visto; ela vale com {n} a {price}',
  '{url}: row {n} ({fill}) takes back or corrects fill {fill2} of {broker}, which is of {date}: it changes nothing today; use Trading > Correct an earlier day':
    '{url}: a linha {n} ({fill}) cancela ou corrige a execução {fill2} de {broker}, que é de {date}: hoje nada muda; use Trading > Corrigir um dia anterior',
  '{url}: row {n} busts fill {fill} of {broker}, which nobody has seen; ask the provider which fill it takes back, or accept that it takes back nothing of the desk (Trading > Repair > Accept what is odd).':
    '{url}: a linha {n} cancela a execução {fill} de {broker}, que ninguém viu; pergunte ao provedor qual execução ela desfaz, ou aceite que ela nada desfaz da mesa (Trading > Reparo > Aceitar exceção).',
  '{url}: row {n} says that fill {fill} of {broker} was busted, which nobody has seen, and fill {fill2} that counts is like it; ask the provider which of them it is, or accept that {fill2} counts (Trading > Repair > Accept what is odd)':
    '{url}: a linha {n} diz que a execução {fill} de {broker} foi cancelada, e ninguém a tinha visto; a execução {fill2}, que conta, é igual a ela: pergunte ao provedor qual das duas é, ou aceite que {fill2} conta (Trading > Reparo > Aceitar exceção)',
  '{url}: row {n} says that fill {fill} of {broker} was busted, which nobody has seen before; it does not count':
    '{url}: a linha {n} diz que a execução {fill} de {broker} foi cancelada, e ninguém a tinha visto; ela não conta',
  '{url}: row {n} busts fill {fill} of {broker}, which nobody has seen, so there is nothing to take back; ask the provider, or accept it (Trading > Repair > Accept what is odd)':
    '{url}: a linha {n} cancela a execução {fill} de {broker}, que ninguém viu, e por isso não há o que desfazer; consulte o provedor, ou aceite (Trading > Reparo > Aceitar exceção)',
  '{n} fills are like it': '{n} execuções são iguais a ela',
  '{url}: fill {fill} of {side} {code} at {broker} was corrected to {n} at {price} and to {n2} at {price2}; ask the provider which it is.':
    '{url}: a execução {fill} de {side} {code} na {broker} foi corrigida para {n} a {price} e para {n2} a {price2}; pergunte ao provedor qual vale.',
  '{url}: fill {fill} of {side} {code} at {broker} came {n2} times and counts once.':
    '{url}: a execução {fill} de {side} {code} na {broker} veio {n2} vezes e conta uma vez.',
  '{url}: fill {fill} of {side} {code} at {broker} came as {n} at {price} and as {n2} at {price2}; ask the provider which it is, or whether they are two.':
    '{url}: a execução {fill} de {side} {code} na {broker} veio como {n} a {price} e como {n2} a {price2}; pergunte ao provedor qual vale, ou se são duas.',
  '{url}: row {n} ({fill} of {broker}) is a fill of 0 shares and is left out; ask the provider.':
    '{url}: a linha {n} ({fill} de {broker}) é uma execução de 0 cotas e ficou de fora; consulte o provedor.',
  '{url} has more than {n} pages; ask the provider, or fill in the tab by hand.':
    '{url} tem mais de {n} páginas; consulte o provedor ou preencha a aba à mão.',
  '{url} answers its next page with the same one again, so the rows behind it are not known; ask the provider, or fill in the tab by hand.':
    '{url} responde a próxima página com a mesma outra vez, e as linhas seguintes não são conhecidas; consulte o provedor ou preencha a aba à mão.',
  '{url} says that its next page is elsewhere ({address}); the token goes to no other host: ask the provider.':
    '{url} diz que a próxima página está em outro lugar ({address}); o token não vai a outro servidor: consulte o provedor.',
  '{url} says that there are more rows than the {n} that it sent, without a way to them; ask the provider, or fill in the tab by hand.':
    '{url} diz que há mais linhas do que as {n} que enviou, sem caminho para elas; consulte o provedor ou preencha a aba à mão.',
  '{url} announces {n} rows and sent {n2}, without a way to the others; ask the provider, or fill in the tab by hand.':
    '{url} anuncia {n} linhas e enviou {n2}, sem caminho para as outras; consulte o provedor ou preencha a aba à mão.',
  '{said}: {code} {value} is no number as it was given; ask the provider to send it as text, or fill in the tab by hand.':
    '{said}: {code} {value} não é o número como foi dado; peça ao provedor que o envie como texto ou preencha a aba à mão.',
  '{url} warns: {why}; ask the provider what it means for the figures.':
    '{url} avisa: {why}; pergunte ao provedor o que isso significa para os números.',
  '{url}: the answer is of {date} and not of {date2}; ask the provider, or fill in the tab by hand.':
    '{url}: a resposta é de {date} e não de {date2}; consulte o provedor ou preencha a aba à mão.',
  '{url}: {value} is not a time such as 2024-11-08T10:31:05-03:00, so how old the figure is is not known; ask the provider, or fill in the tab by hand.':
    '{url}: {value} não é um horário como 2024-11-08T10:31:05-03:00, e não se sabe de quando é o número; consulte o provedor ou preencha a aba à mão.',
  '{url}: the figure is in {value} and not in BRL; ask the provider, or fill in market-data by hand.':
    '{url}: o número está em {value} e não em BRL; consulte o provedor ou preencha market-data à mão.',
  '{url} has the key "{key}" twice in one record ({place}), and nobody knows which counts; ask the provider, or fill in the tab by hand.':
    '{url} traz a chave "{key}" duas vezes num registro ({place}), e não se sabe qual vale; consulte o provedor ou preencha a aba à mão.',
  '{url} answered with an error ({why}); try again later, ask the provider, or fill in the tab by hand.':
    '{url} respondeu com um erro ({why}); tente mais tarde, consulte o provedor ou preencha a aba à mão.',
  'account {account} has fills but belongs to no broker; write it into account_codes of its broker in the tab brokers.':
    'a conta {account} tem execuções, mas não é de nenhuma corretora; escreva-a em account_codes da corretora na aba brokers.',
  'TRADING_API_SECRET is blank in settings; name the secret there, then give the token in Trading > Set up.':
    'TRADING_API_SECRET está em branco em settings; dê ali o nome do segredo e informe o token em Trading > Configurar.',
  'the secret "{name}" holds no token for you; give it in Trading > Set up.':
    'o segredo "{name}" não tem token para você; informe-o em Trading > Configurar.',
  '"{name}" is not the name of a secret; write TRADING_API_SECRET like trading-api-token.':
    '"{name}" não é nome de segredo; escreva TRADING_API_SECRET como trading-api-token.',
  'The project {project} has no billing, and BigQuery’s sandbox takes no rows: enable billing for the project in the Cloud console, then run Trading > Set up again. ({why})':
    'O projeto {project} está sem faturamento, e o sandbox do BigQuery não aceita linhas: ative o faturamento do projeto no console do Cloud e use Trading > Configurar de novo. ({why})',
  'The BigQuery API is off in the project {project}: enable it in the Cloud console, wait a minute, then try again. ({why})':
    'A API do BigQuery está desativada no projeto {project}: ative-a no console do Cloud, espere um minuto e tente de novo. ({why})',
  'You may not write to {place}: ask for the roles BigQuery Job User and BigQuery Data Editor. ({why})':
    'Você não pode gravar em {place}: peça os papéis BigQuery Job User e BigQuery Data Editor. ({why})',
  'There is no project {project}: correct GOOGLE_CLOUD_PROJECT in settings. ({why})':
    'O projeto {project} não existe: corrija GOOGLE_CLOUD_PROJECT em settings. ({why})',
  'Somebody else is writing to {place} at the same time: try again in a minute. ({why})':
    'Outra pessoa está gravando em {place} ao mesmo tempo: tente de novo em um minuto. ({why})',
  'The views of {place} are those of an older version: run Trading > Set up. ({why})':
    'As views de {place} são de uma versão anterior: use Trading > Configurar. ({why})',
  'The warehouse {place} is not complete in {location}: run Trading > Set up, or correct BIGQUERY_LOCATION in settings. ({why})':
    'A base histórica {place} não está completa em {location}: use Trading > Configurar ou corrija BIGQUERY_LOCATION em settings. ({why})',
  'BigQuery ({place}): {said}': 'BigQuery ({place}): {said}',
  '{place} lies in {location}, not in {location2}; correct BIGQUERY_LOCATION in settings.':
    '{place} fica em {location}, não em {location2}; corrija BIGQUERY_LOCATION em settings.',
  'The BigQuery service is missing; in the script editor add the service BigQuery, version v2.':
    'Falta o serviço BigQuery; no editor de scripts, acrescente o serviço BigQuery, versão v2.',
  'The answer is not whole: {n} of {count} rows came; try again later.':
    'A resposta não está completa: vieram {n} de {count} linhas; tente de novo mais tarde.',
  'The statement still runs after {n} minutes; try again later.':
    'A consulta ainda não terminou depois de {n} minutos; tente mais tarde.',
  'settings: {code} "{value}" is not a valid name; write one such as {example}.':
    'settings: {code} "{value}" não é um nome válido; escreva um como {example}.',
  'The Drive service is missing; in the script editor add the service Drive, version v3.':
    'Falta o serviço Drive; no editor de scripts, acrescente o serviço Drive, versão v3.',
  'Drive made the folder "{name}" but did not say its id; try again.':
    'O Drive criou a pasta "{name}", mas não disse o id; tente de novo.',
  'Drive made the spreadsheet "{name}" but did not say its id; try again.':
    'O Drive criou a planilha "{name}", mas não disse o id; tente de novo.',
  '{who} made the spreadsheet of {broker} and alone can change who sees it; ask {who2} to do this.':
    '{who} criou a planilha de {broker} e só {who2} pode mudar quem a vê; peça a {who2}.',
  'There is no spreadsheet of {broker}; use Trading > Brokers > Share with brokers.':
    'Não há planilha de {broker}; use Trading > Corretoras > Compartilhar com corretoras.',
  'The journal entry "{name}" has {n} bytes, but the document\'s properties take {n2}; keep the value in a tab and its hash here.':
    'O registro "{name}" tem {n} bytes, mas as propriedades do documento aceitam {n2}; guarde o valor em uma aba e só o hash aqui.',
  'The warehouse table "{name}" has no column "{column}" of type {type}.':
    'A tabela "{name}" da base histórica não tem a coluna "{column}" do tipo {type}.',
  'The warehouse has no table "{name}"; it has {tables}.':
    'A base histórica não tem a tabela "{name}"; ela tem {tables}.',
  '"{name}" is not a name that a statement may hold.': '"{name}" não é um nome que uma consulta possa ter.',
  'Drive knows no Google account {who} and would have to write to it first; set share_notification to yes in settings, or write another address into the tab brokers.':
    'O Drive não conhece nenhuma conta Google {who} e teria de escrever antes para ela; ponha share_notification como yes em settings ou use outro endereço na aba brokers.',
  'The mail "{subject}" has no recipient; fill in the e-mail addresses.':
    'O e-mail "{subject}" está sem destinatário; preencha os endereços.',
  'The mail "{subject}" has {n} recipients, but one message takes {n2}; use a group\'s address.':
    'O e-mail "{subject}" tem {n} destinatários, mas uma mensagem aceita {n2}; use o endereço de um grupo.',
  'the fund’s name': 'nome do fundo',
  'the fund’s name without its legal part': 'nome do fundo sem a parte legal',
  'the fund’s CNPJ, as text; it joins this tab to all others':
    'CNPJ do fundo, como texto; liga esta aba a todas as outras',
  'such as FIM or FIA': 'por exemplo FIM ou FIA',
  'passive or active': 'passiva ou ativa',
  'as the administrator’s file spells it': 'como no arquivo do administrador',
  'ETFs that the fund may trade at B3, separated by commas':
    'ETFs que o fundo pode negociar na B3, separados por vírgula',
  'assets that the offshore desk trades for it': 'ativos que a mesa offshore negocia para o fundo',
  'who administers the fund': 'administrador do fundo',
  'bank of its account': 'banco da conta',
  'branch of its account': 'agência da conta',
  'number of its account': 'número da conta',
  'net asset value in BRL; blank = the check on it is skipped':
    'patrimônio líquido em R$; em branco = sem essa verificação',
  'free cash in BRL, below zero where it is; blank = the check on it is skipped':
    'caixa livre em R$, negativo se for o caso; em branco = sem essa verificação',
  'may the fund ask for creation and redemption units; blank = as its strategy':
    'o fundo pode pedir integralização e resgate de lotes; em branco = conforme a estratégia',
  'units a day at most, such as HASH11:3': 'máximo de lotes por dia, por exemplo HASH11:3',
  'the fund’s name; the CNPJ counts': 'nome do fundo; o que vale é o CNPJ',
  'the fund’s CNPJ': 'CNPJ do fundo',
  'the ETF, or the offshore asset': 'o ETF ou o ativo offshore',
  'BUY or SELL': 'BUY (compra) ou SELL (venda)',
  'BRL, such as 1234,56': 'R$, por exemplo 1234,56',
  'SimpleOrder, RebalanceOrder; AdjustmentOrder rows are listed and ignored':
    'SimpleOrder ou RebalanceOrder; linhas AdjustmentOrder são listadas e ignoradas',
  'the symbol at B3': 'código de negociação na B3',
  'the ETF’s name': 'nome do ETF',
  'its primary requests go out together': 'os pedidos no primário da mesma família saem juntos',
  '{said} means every family; write the name of one':
    '{said} quer dizer todas as famílias; escreva o nome de uma',
  'the ISIN': 'código ISIN',
  'how far from the iNAV brokers may trade, in basis points':
    'até onde as corretoras podem se afastar do iNAV, em bps',
  'largest part of the average daily volume that one side may ask for':
    'maior parcela do volume médio diário que um lado pode pedir',
  'last minute for requests, HH:mm': 'horário limite dos pedidos, HH:mm',
  'whole units: never more in total than is open, the nearest number, or never above any target':
    'lotes inteiros: no total nunca mais do que está aberto, o número mais próximo, ou nunca acima de nenhum alvo',
  'who takes creation and redemption requests': 'quem recebe os pedidos de integralização e resgate',
  'where requests go': 'para onde vão os pedidos',
  'broker that takes all of it; blank = split by the brokers’ shares':
    'corretora que fica com tudo; em branco = dividido pelas participações',
  'the broker’s name': 'nome da corretora',
  'its code at the exchange': 'código na bolsa',
  'where orders go': 'para onde vão as ordens',
  'who gets a copy': 'quem recebe cópia',
  'of its e-mails: pt or en': 'idioma dos e-mails: pt ou en',
  'the desk’s accounts at this broker, as the post-trade system names them':
    'contas da mesa nesta corretora, como no sistema de pós-negociação',
  'its part of every ETF that names no broker; all parts add up to 100%':
    'participação em cada ETF sem corretora definida; a soma é 100%',
  'how it takes the allocation: each fund at its own average, fill by fill, or all funds at one average (one for each part of the day, where orders begin or end within it)':
    'como recebe a alocação: cada fundo pelo seu preço médio, execução por execução, ou todos por um só preço médio (um para cada parte do dia, onde ordens começam ou terminam nele)',
  'its allocation file: commas and points, or semicolons and commas as Excel in Brazil opens it':
    'o seu arquivo de alocação: com vírgulas e pontos, ou com ponto e vírgula e vírgulas como o Excel no Brasil abre',
  'when its trades settle at B3': 'quando as operações liquidam na B3',
  'where its fills come from: the post-trade system, or an inbox spreadsheet that it fills in itself':
    'de onde vêm as execuções: do sistema de pós-negociação ou de uma planilha que a própria corretora preenche',
  'the ETF': 'o ETF',
  'shares held': 'cotas em carteira',
  'the day': 'o dia',
  'what is odd: blank = as the times say, without times and cut-offs closed; open = an extra session; trading-only = nothing settles':
    'o que muda: em branco = o que dizem os horários, e fechado sem horários nem horários limite; open = pregão extra; trading-only = nada liquida',
  'last minutes for requests on this date, by ETF or family, such as HASH11 14:30':
    'horários limite dos pedidos nesta data, por ETF ou família, como HASH11 14:30',
  'first minute of trading': 'início do pregão',
  'last minute of trading': 'fim do pregão',
  'the setting': 'a configuração',
  'its value': 'o valor',
  'what it does, and the default': 'o que faz e o padrão',
  'trade date': 'data do pregão',
  'the exchange’s number of the fill, unique for its day, broker, ETF and side':
    'número da execução na bolsa, único para data, corretora, ETF e lado',
  'who said so: the post-trade system (api), the broker’s inbox, or somebody who typed it here; blank = typed':
    'de onde veio: o sistema de pós-negociação (api), a planilha da corretora (inbox) ou alguém que digitou aqui; em branco = typed',
  'who executed it': 'quem executou',
  shares: 'cotas',
  'BRL per share': 'R$ por cota',
  'when, São Paulo time': 'quando, no horário de São Paulo',
  'EXECUTED counts; PENDING counts and keeps the day open; BUSTED does not count':
    'EXECUTED conta; PENDING conta e deixa o dia em aberto; BUSTED (cancelada) não conta',
  'indicative net asset value per share, BRL': 'iNAV por cota, R$',
  'shares in one creation unit': 'cotas em um lote mínimo',
  'the day’s official NAV per share, once published; it counts if as_of is after the close':
    'cota oficial do dia, depois de publicada; vale se as_of for depois do fechamento',
  'average daily volume, BRL': 'volume médio diário, R$',
  'when it was so, as the provider says, else when it was fetched; São Paulo time':
    'de quando é, como diz o provedor, senão quando foi buscado; no horário de São Paulo',
  'the ETF, such as HASH11': 'o ETF, por exemplo HASH11',
  'what the desk did: BUY or SELL': 'o que a mesa fez: BUY (compra) ou SELL (venda)',
  'date and São Paulo time of the fill, such as 2025-01-31 10:05:00':
    'data e hora da execução em São Paulo, por exemplo 31/01/2025 10:05:00',
  'your number of the fill; needed only where two fills are otherwise equal':
    'o seu número da execução; só é preciso quando duas execuções são iguais em tudo',
  'who works it': 'quem trabalha a ordem',
  'BRL in total today': 'R$ no total do dia',
  'BRL done when this version was written': 'R$ executados quando esta versão foi escrita',
  'worst price, BRL per share': 'pior preço, R$ por cota',
  'distance from the iNAV, basis points': 'distância do iNAV, em bps',
  'the iNAV that the limit was set from': 'iNAV de que saiu o limite',
  'the desk works both sides of this ETF': 'a mesa trabalha os dois lados deste ETF',
  'its number': 'o número da instrução',
  'a higher version replaces the lower': 'a versão maior substitui a menor',
  when: 'quando',
  why: 'por quê',
  'asked for now, BRL; zero where it was cancelled': 'o que se pede agora, R$; zero onde foi cancelada',
  'what was ordered before anybody amended or cancelled it, BRL':
    'o que foi ordenado antes de alguém alterar ou cancelar, R$',
  'beyond what is asked for now: what the fund had by then and keeps, BRL; on the first row of its strategies':
    'além do que se pede agora: o que o fundo já tinha e mantém, R$; na primeira linha das suas estratégias',
  '1 = the morning’s; more = amended': '1 = a da manhã; mais = alterada',
  'why it was amended': 'motivo da alteração',
  'who froze or amended it': 'quem congelou ou alterou',
  'the offshore asset': 'o ativo offshore',
  BRL: 'R$',
  'whose cut-off applied': 'de qual família foi o horário limite',
  'what is asked of the administrator': 'o que se pede ao administrador',
  'whole creation units': 'lotes inteiros',
  'shares in one unit': 'cotas em um lote mínimo',
  'BRL of one unit at the iNAV': 'R$ de um lote pelo iNAV',
  'BRL of the request at the iNAV': 'R$ do pedido pelo iNAV',
  'who takes the request': 'quem recebe o pedido',
  'the fund’s target, BRL': 'alvo do fundo, R$',
  'shares of the secondary market given to it so far': 'cotas do secundário dadas ao fundo até agora',
  'when the units were chosen: target less value less executed, BRL':
    'quando os lotes foram escolhidos: alvo menos valor menos executado, R$',
  'what these shares cost then, BRL': 'quanto essas cotas custaram então, R$',
  'the same in basis points of the target': 'o mesmo em bps do alvo',
  'why these units': 'por que estes lotes',
  'weighted squared miss of the split': 'erro quadrático ponderado da divisão',
  'no split can be below this': 'nenhuma divisão fica abaixo disto',
  'units a plain pro rata would give': 'lotes de um pro rata simples',
  'what one unit more would add to the miss': 'quanto um lote a mais somaria ao erro',
  'what one unit less would add to the miss': 'quanto um lote a menos somaria ao erro',
  'of the adjustment cycle': 'do ciclo de ajuste',
  'nothing was fetched': 'nada foi buscado',
  '{n} {n|fill|fills} over {money}; nothing fetches them here: people type them':
    '{n} {n|execução|execuções}, {money}; aqui nada as busca: são digitadas',
  '{n} {n|fill|fills} over {money} as of {time}': '{n} {n|execução|execuções}, {money}, às {time}',
  'status, orders and blotter were not rewritten ({said}); they are as of the time in them. Refresh executions writes them again':
    'status, orders e blotter não foram reescritas ({said}); valem pela hora que trazem. Atualizar execuções as reescreve',
  ETF: 'ETF',
  Blotter: 'Blotter do dia',
  'Refresh executions': 'Atualizar execuções',
  'fills as of {time}': 'execuções das {time}',
  'fills as they are typed': 'execuções como digitadas',
  'units at the iNAV of {time}': 'lotes pelo iNAV das {time}',
  'units at the iNAV of {times}': 'lotes pelo iNAV: {times}',
  'iNAV as of {time}': 'iNAV das {time}',
  'Fetching fills and iNAVs': 'Buscando execuções e iNAVs',
  'No day is open: the blotter begins with Initial orders.':
    'Nenhum dia aberto: o blotter começa com as Ordens do dia.',
  'What needs you': 'O que precisa de você',
  'Nothing needs you now.': 'Nada precisa de você agora.',
  'Not finished by the day’s plan': 'Não concluído pelo plano do dia',
  'may cost {amount}': 'pode custar {amount}',
  'Put away': 'Guardar',
  'Put away for today': 'Guardar por hoje',
  'This book is empty: Set up makes its tabs and asks for what the desk needs.':
    'Esta planilha está vazia: Configurar cria as abas e pergunta o que a mesa precisa.',
  'Put away: {text}': 'Guardar: {text}',
  '{n} {n|notice|notices} put away today': '{n} {n|aviso guardado|avisos guardados} hoje',
  'Bring back': 'Trazer de volta',
  'Filter by ETF, broker or fund': 'Filtrar por ETF, corretora ou fundo',
  Sides: 'Lados',
  'buys and sells': 'compras e vendas',
  buys: 'compras',
  sells: 'vendas',
  'only what is open': 'só o que está em aberto',
  'ETFs and sides, in R$': 'ETFs e lados, em R$',
  'Sort by {column}': 'Ordenar por {column}',
  'Nothing fits the filter.': 'Nada atende ao filtro.',
  Open: 'Em aberto',
  'Too much': 'A mais',
  'Average price': 'Preço médio',
  'bps to iNAV now': 'bps ao iNAV atual',
  'bps to VWAP': 'bps ao VWAP',
  Limit: 'Preço-limite',
  'Headroom bps': 'Folga bps',
  'Last fill': 'Última execução',
  'Over the day': 'Ao longo do dia',
  Cap: 'Limite',
  Filled: 'Executado total',
  'Cap left': 'Limite livre',
  Share: 'Parte',
  'Given back': 'Devolvido',
  'bps open': 'bps em aberto',
  'VWAP: all that the desk traded of the ETF today. Above zero is worse.':
    'VWAP: tudo o que a mesa negociou do ETF hoje. Acima de zero é pior.',
  'Brokers of {asset}': 'Corretoras de {asset}',
  'Of what was filled here, {amount} is given back by funds of the other side.':
    'Do que se executou aqui, {amount} são devoluções de fundos do outro lado.',
  '{asset}: {amount} filled from {first} to {last}': '{asset}: {amount} executados das {first} às {last}',
  'v{version}, {time}': 'v{version}, {time}',
  'a side, one of its brokers, or one of its funds': 'um lado, uma de suas corretoras ou um de seus fundos',
  'the broker, or the fund without the legal part of its name':
    'a corretora, ou o fundo sem a parte legal do nome',
  'what the funds want, BRL': 'o que os fundos querem, R$',
  'target less primary less executed plus given back, BRL':
    'alvo menos primário menos executado mais devolvido, R$',
  'what funds lack, BRL; nothing nets out between funds':
    'o que falta aos fundos, R$; nada se compensa entre eles',
  'what funds have too much, BRL; nothing nets out between funds':
    'o que os fundos têm a mais, R$; nada se compensa entre eles',
  'for the funds’ own orders, BRL': 'para as ordens dos próprios fundos, R$',
  'by brokers in all, whosoever it is, BRL': 'pelas corretoras no total, seja de quem for, R$',
  'average, BRL per share': 'médio, R$ por cota',
  'average price to the iNAV in market-data, basis points; above zero = worse':
    'preço médio contra o iNAV de market-data, pontos-base; acima de zero = pior',
  'average price to all that the desk traded of the ETF today, basis points; above zero = worse':
    'preço médio contra tudo o que a mesa negociou do ETF hoje, pontos-base; acima de zero = pior',
  'from the iNAV to the limit, basis points; below zero = passed':
    'do iNAV até o preço-limite, pontos-base; abaixo de zero = ultrapassado',
  'cap less filled, BRL; below zero = the cap is broken':
    'limite menos executado, R$; abaixo de zero = limite estourado',
  'the broker’s part of what was filled': 'parte da corretora no que foi executado',
  'the last fill': 'a última execução',
  'of the instruction in force': 'da instrução em vigor',
  'why a side that was finished is open again, and units that a person set':
    'por que um lado terminado voltou a ficar em aberto, e lotes que uma pessoa definiu',
  'why a side that was finished is open again; of a fund, units that a person set, or that it has no more shares to sell':
    'por que um lado terminado voltou a ficar em aberto; do fundo, lotes que uma pessoa definiu, ou que não tem mais cotas para vender',
  'when the fills were fetched; blank where people type them':
    'quando as execuções foram buscadas; em branco onde são digitadas',
  'when the iNAV in market-data was fetched': 'quando o iNAV de market-data foi buscado',
  'when the iNAV was frozen at which units are counted':
    'quando foi congelado o iNAV pelo qual se contam os lotes',
  'when this was counted': 'quando isto foi contado',
  'BRL done by now, as the fills stood at fills_as_of':
    'R$ executados até agora, com as execuções de fills_as_of',
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
  'buys of {money}': 'compras de {money}',
  'sells of {money}': 'vendas de {money}',
  'buys of {money} and sells of {money2}': 'compras de {money} e vendas de {money2}',
  'cost: {basis}': 'custo: {basis}',
  'show the {n}': 'mostrar os {n}',
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
  'a total, or one fund': 'um total ou um fundo',
  'units at the iNAV, BRL': 'lotes pelo iNAV, R$',
  'own side, BRL': 'no próprio lado, R$',
  'own side, as brokers book it, BRL': 'no próprio lado, como as corretoras registram, R$',
  'what brokers book for these shares, the sum of its rows in broker-orders, BRL':
    'o que as corretoras registram por estas cotas, a soma das linhas em broker-orders, R$',
  'booked less shares times average price, to the cent, BRL':
    'registrado menos cotas vezes preço médio, ao centavo, R$',
  'other side, BRL': 'no lado contrário, R$',
  'target less primary less executed plus opposite, BRL':
    'alvo menos primário menos executado mais o lado contrário, R$',
  'what is asked for, and units that a person set': 'o que se pede, e lotes que uma pessoa fixou',
  'BRL still to do': 'R$ ainda a executar',
  AdjustmentOrder: 'AdjustmentOrder',
  'a higher version REPLACES the lower': 'a versão maior SUBSTITUI a menor',
  'why the fund trades': 'por que o fundo negocia',
  'creation or redemption units': 'lotes de integralização ou resgate',
  'units at the iNAV frozen last, BRL': 'lotes pelo último iNAV congelado, R$',
  'shares given': 'cotas alocadas',
  'shares a plain pro rata of shares and units together leaves beside its units':
    'cotas que um pro rata simples de cotas e lotes juntos deixa além dos seus lotes',
  'at the frozen iNAV: target less primary less executed plus given back, BRL':
    'pelo iNAV congelado: alvo menos primário menos executado mais devolvido, R$',
  'traded back on the other side, BRL': 'devolvido do outro lado, R$',
  'units at the official NAV, BRL; blank until it is known':
    'lotes pela cota oficial, R$; em branco até que seja conhecida',
  'the residual with units at the official NAV, BRL': 'o resíduo com os lotes pela cota oficial, R$',
  'of this fund, as brokers book it, to 8 decimals, BRL':
    'deste fundo, como as corretoras registram, com 8 casas decimais, R$',
  'of all funds on this side, BRL': 'de todos os fundos deste lado, R$',
  'what the fund paid beyond the pool’s price, BRL': 'quanto o fundo pagou além do preço médio de todos, R$',
  'the same in basis points': 'o mesmo em bps',
  'what one share more would add to the miss': 'quanto uma cota a mais somaria ao erro',
  'what one share less would add to the miss': 'quanto uma cota a menos somaria ao erro',
  'weighted squared miss of the pool': 'erro quadrático ponderado do conjunto',
  'C = compra, V = venda': 'C = compra, V = venda',
  'the broker and its code': 'a corretora e o código',
  'BRL per share, to 8 decimals; price_of says whose average it is':
    'R$ por cota, com 8 casas decimais; price_of diz de quem é o preço médio',
  'when it was traded, São Paulo time; blank where the feed tells none':
    'quando foi negociada, horário de São Paulo; em branco se a fonte não diz',
  'the price of the whole fill, BRL': 'o preço da execução inteira, R$',
  'this fund’s own average at this broker, the one average of all its funds (of a part of the day, where orders began or ended within it), or the fill’s price':
    'preço médio deste fundo nesta corretora, o único de todos os seus fundos (de uma parte do dia, onde ordens começaram ou terminaram nele), ou o da execução',
  'of one average for a part of the day: when the part began; blank = at the opening, or one for the whole day':
    'do preço médio único de uma parte do dia: quando ela começou; vazio = na abertura, ou um só para o dia todo',
  'BRL; the rows of a broker, ETF and side, or of a fill, add up to what was executed':
    'R$; as linhas de uma corretora, ETF e lado, ou de uma execução, somam o executado',
  'amount less shares times average price, to the cent, BRL':
    'financeiro menos cotas vezes preço médio, ao centavo, R$',
  'the fill, for brokers that allocate fill by fill':
    'a execução, nas corretoras que alocam execução por execução',
  'BRL at the iNAV frozen last': 'R$ pelo último iNAV congelado',
  'basis points of the target': 'bps do alvo',
  'part of the target that is done, units and shares together': 'parcela feita do alvo, lotes e cotas juntos',
  'the same as a bar': 'o mesmo em barra',
  'done, of what is bought: for the chart': 'feito, do que se compra: para o gráfico',
  'done, of what is sold: for the chart': 'feito, do que se vende: para o gráfico',
  'the charts stand at the right': 'os gráficos estão à direita',
  'their figures are in the tabs status and history': 'seus números estão nas abas status e history',
  Buys: 'Compras',
  Sells: 'Vendas',
  'ETF and side, as the chart names them': 'ETF e lado, como o gráfico os chama',
  'the run': 'a etapa que rodou',
  'what ran': 'o que rodou',
  'for which ETFs': 'para quais ETFs',
  'who ran it': 'quem rodou',
  'how it ended': 'como terminou',
  'in a sentence': 'em uma frase',
  'errors and warnings': 'erros e avisos',
  'what the row holds': 'o que a linha guarda',
  'its value as JSON': 'o valor em JSON',
  'what tells a row that was changed': 'o que revela uma linha alterada',
  'the trade date and the run that allocated it': 'a data do pregão e a execução que o alocou',
  'a piece of the day, packed': 'um pedaço do dia, compactado',
  'position of the piece': 'posição do pedaço',
  'a piece of the outcome, packed': 'um pedaço do resultado, compactado',
  'a piece of what stood there, packed': 'um pedaço do que estava lá, compactado',
  'first day of the row’s figures': 'primeiro dia dos números da linha',
  'last day': 'último dia',
  'the broker, the ETF and the side, as the chart names them': 'a corretora, o ETF e o lado, como no gráfico',
  'the same, of what is bought: for the chart': 'o mesmo, do que se compra: para o gráfico',
  'the same, of what is sold: for the chart': 'o mesmo, do que se vende: para o gráfico',
  'the broker': 'a corretora',
  'trading days with an allocation': 'pregões com alocação',
  'funds: own side, BRL; brokers: all they executed':
    'fundos: próprio lado, R$; corretoras: tudo o que executaram',
  'at the frozen iNAV: target less primary less secondary plus given back, BRL':
    'pelo iNAV congelado: alvo menos primário menos secundário mais devolvido, R$',
  'what is missed or too much, ETF by ETF, over the target, at the official NAV once it is known; nothing nets out':
    'o que falta ou sobra, ETF por ETF, sobre o alvo, pela cota oficial quando conhecida; nada se compensa',
  'brokers: against the iNAV that the instruction was priced from; above zero = worse':
    'corretoras: contra o iNAV que formou o preço da instrução; acima de zero = pior',
  'units as a part of all that was traded': 'lotes como parcela de tudo o que foi negociado',
  'units and shares against the iNAV at their decision: of the request, of the instruction at the fill; above zero = worse':
    'lotes e cotas contra o iNAV da decisão: do pedido, da instrução na execução; acima de zero = pior',
  'the same of units, which settle at the official NAV: zero while it is not known':
    'o mesmo dos lotes, que liquidam pela cota oficial: zero enquanto ela não sai',
  'the same of shares, which settle at the market': 'o mesmo das cotas, que liquidam pelo mercado',
  'paid beyond the average of all funds of the same ETF, side and day; below zero = favoured':
    'pago acima da média de todos os fundos no mesmo ETF, lado e dia; abaixo de zero = favorecido',
  '{said}. Default: none': '{said}. Padrão: nenhum',
  '{said}. Default: {value}': '{said}. Padrão: {value}',
  'project of the warehouse; blank = no warehouse':
    'projeto da base histórica; em branco = sem base histórica',
  'dataset of the warehouse': 'dataset da base histórica',
  'where the dataset lies': 'onde fica o dataset',
  'name of the secret that holds the post-trade token; never the token':
    'nome do segredo que guarda o token da pós-negociação; nunca o token',
  'post-trade system; blank = fill in the executions tab by hand':
    'sistema de pós-negociação; em branco = aba executions preenchida à mão',
  'iNAV provider; blank = fill in the market-data tab by hand':
    'provedor de iNAV; em branco = aba market-data preenchida à mão',
  'what the post-trade system is asked for': 'o que se pede ao sistema de pós-negociação',
  'alias of the desk’s own accounts; rows of others are left out':
    'apelido das contas da mesa; linhas de outras contas ficam de fora',
  'who is copied on orders and gets summaries': 'quem recebe cópia das ordens e os resumos',
  'the offshore desk': 'a mesa offshore',
  'language of its e-mail': 'idioma do e-mail dela',
  'language of the menu, the dialogs and the mails to the traders':
    'idioma do menu, das janelas e dos e-mails aos traders',
  'does Drive write to brokers by itself when a spreadsheet is shared with them':
    'o Drive avisa a corretora por conta própria quando uma planilha é compartilhada',
  'how e-mails are signed': 'assinatura dos e-mails',
  'may funds of strategy Partial_alocation use the primary market':
    'fundos com estratégia Partial_alocation podem usar o mercado primário',
  'may funds of strategy Full_alocation use the primary market':
    'fundos com estratégia Full_alocation podem usar o mercado primário',
  'units with the smallest miss, or the cheapest': 'lotes com o menor erro, ou os mais baratos',
  'equal-bps is pro rata; squared-relative is the old measure':
    'equal-bps é pro rata; squared-relative é a medida antiga',
  'among equally good unit splits': 'entre divisões de lotes igualmente boas',
  'whole units where the etfs tab says nothing': 'lotes inteiros quando a aba etfs não diz',
  'BRL that one request costs, for split_by = money': 'custo de um pedido em R$, para split_by = money',
  'cost of the primary market, basis points': 'custo do mercado primário, em bps',
  'cost of the secondary market, basis points': 'custo do mercado secundário, em bps',
  'price of a BRL left over, basis points': 'preço de cada real de resíduo, em bps',
  'seconds for which split_by = money may search, on a laptop: Google takes two to three times as long':
    'segundos que split_by = money pode procurar, num notebook: no Google leva de duas a três vezes mais',
  'the cheapest units were searched for as long as split_seconds says; at most {decimal}% of their cost, {money}, could still be saved':
    'os lotes mais baratos foram procurados pelo tempo de split_seconds; ainda seria possível economizar no máximo {decimal}% do custo, {money}',
  'the search for the cheapest units found nothing more to try, as whole shares just fit the cash of the funds; at most {decimal}% of their cost, {money}, could still be saved: a little more cash for a fund leaves room':
    'a procura dos lotes mais baratos não achou mais nada a tentar, pois as cotas inteiras mal cabem no caixa dos fundos; ainda seria possível economizar no máximo {decimal}% do custo, {money}: um pouco mais de caixa em um fundo abre espaço',
  'the search for the cheapest units had to stop, as Google ends a run; at most {decimal}% of their cost, {money}, could still be saved, and another run may find other units: a smaller split_seconds ends it in time':
    'a procura dos lotes mais baratos teve de parar, porque o Google encerra a execução; ainda seria possível economizar no máximo {decimal}% do custo, {money}, e outra execução pode achar outros lotes: um split_seconds menor termina a tempo',
  'BRL below which a fund needs nothing more': 'valor em R$ abaixo do qual um fundo não precisa de mais nada',
  'minutes between two adjustment iterations': 'minutos entre duas rodadas de ajuste',
  'iterations a day': 'rodadas por dia',
  'settlement days from trade to settlement; blank = as B3 settles on the trade date, D+2 today':
    'dias úteis de liquidação a partir do pregão; em branco = como a B3 liquida na data do pregão, hoje D+2',
  'largest trade as a part of the fund’s NAV': 'maior ordem como parcela do PL do fundo',
  'how far an iNAV may lie from the last day’s': 'quanto um iNAV pode se afastar do último dia',
  'how far an iNAV, an official NAV or a fill’s price may lie from the day’s own iNAV':
    'quanto um iNAV, uma cota oficial ou o preço de uma execução pode se afastar do iNAV do próprio dia',
  'how far the size of a creation unit may lie from the last known':
    'quanto o tamanho de um lote pode se afastar do último conhecido',
  'how many times the largest cap of the day a broker’s fills may come to':
    'quantas vezes o maior limite do dia as execuções de uma corretora podem somar',
  'largest trade that can be right, as a part of the fund’s NAV':
    'maior ordem que pode estar certa, como parte do PL do fundo',
  'how many times as much as on the last day, or as little, a figure of the tabs may be; a trade, as the largest day':
    'quantas vezes maior ou menor que no último dia um número das abas pode ser; uma ordem, que o maior dia',
  'most basis points of a limit, a spread or a cost': 'máximo de bps de um limite, spread ou custo',
  'minutes after which an iNAV is stale': 'minutos a partir dos quais o iNAV está defasado',
  'stages that the schedule sends unattended; the others it prepares, and tells the traders: initial, primary, adjustments, final':
    'etapas que a agenda envia sozinha; as outras ela prepara e avisa os traders: initial, primary, adjustments, final',
  'when the schedule prepares the morning’s orders': 'quando a agenda prepara as ordens da manhã',
  'minutes before the cut-off at which the schedule runs the primary units':
    'minutos antes do horário limite em que a agenda roda o primário',
  'minutes before the cut-off at which the schedule reminds the traders of it; 0 = never':
    'minutos antes do horário limite em que a agenda lembra os traders; 0 = nunca',
  'before this no round is planned; blank = as many as fit before the last one':
    'antes deste horário nenhuma rodada é planejada; em branco = quantas couberem antes da última',
  'minutes before the close at which the last round of the adjustment cycle is; the others are counted back':
    'minutos antes do fechamento em que fica a última rodada do ciclo de ajuste; as outras são contadas para trás',
  'minutes after the closing call at which the schedule allocates':
    'minutos depois do leilão de fechamento em que a agenda aloca',
  'minutes between two looks at the executions by the schedule; 0 = only when a stage needs them':
    'minutos entre duas consultas da agenda às execuções; 0 = só quando uma etapa precisa',
  'minutes after which the schedule tries a refused step again':
    'minutos depois dos quais a agenda tenta de novo um passo recusado',
  '{said}; error stops the stage, warning is shown, off is off':
    '{said}; error impede a etapa, warning só avisa, off desliga',
  'a fund trades an ETF that is not among its assets':
    'um fundo negocia um ETF que não está entre os seus ativos',
  'a fund buys for more than its cash': 'um fundo compra mais do que tem em caixa',
  'a fund sells more than it holds': 'um fundo vende mais do que tem em carteira',
  'a trade is a large part of the fund': 'uma ordem é grande para o fundo',
  'a fund buys and sells the same ETF': 'um fundo compra e vende o mesmo ETF',
  'the same trade stands twice': 'a mesma ordem aparece duas vezes',
  'an order is a large part of the average volume': 'uma ordem é grande para o volume médio',
  'the iNAV is old': 'o iNAV está defasado',
  'a fill is beyond the limit price': 'uma execução passou do preço limite',
  'an iNAV or an official NAV is far from what is known of it':
    'um iNAV ou uma cota oficial está fora do esperado',
  'a creation unit has another size than before': 'o lote mínimo mudou de tamanho',
  'a quote is of a moment that has not come': 'uma cotação é de um momento que ainda não chegou',
  'a fill’s price is far from the iNAV': 'o preço de uma execução está fora do iNAV',
  'a broker’s fills are many times its cap': 'as execuções de uma corretora são várias vezes o seu limite',
  'a trade is larger than its fund, or than any day before':
    'uma ordem é maior que o fundo, ou que qualquer dia anterior',
  'a limit, a spread or a cost has too many basis points': 'um limite, um spread ou um custo tem bps demais',
  'a figure of the tabs is many times what it was on the last day':
    'um número das abas é várias vezes o do último dia',
  'B3 is closed today': 'a B3 está fechada hoje',
  'the administrator’s cut-off has passed': 'o horário limite do administrador já passou',
  ETFs: 'ETFs',
  intents: 'ordens dos fundos',
  instructions: 'instruções',
  notional: 'financeiro',
  'offshore orders': 'ordens offshore',
  requests: 'pedidos',
  units: 'lotes',
  about: 'cerca de',
  'caps replaced': 'limites substituídos',
  iteration: 'rodada',
  'still to do': 'ainda a executar',
  'fund orders': 'ordens de ajuste',
  state: 'situação',
  fills: 'execuções',
  lines: 'linhas',
  version: 'versão',
  'furthest from the pool price': 'mais distante do preço médio do ETF',
  // --- menu, alerts and questions ---
  'Open the desk': 'Abrir a mesa',
  '{said}…': '{said}…',
  Status: 'Situação',
  Brokers: 'Corretoras',
  Schedule: 'Agenda',
  Start: 'Ligar',
  Stop: 'Desligar',
  Repair: 'Reparo',
  'Mails in doubt': 'E-mails em dúvida',
  'Mails that did not go': 'E-mails que não saíram',
  'No mail is in doubt.': 'Nenhum e-mail está em dúvida.',
  'Every mail went.': 'Todos os e-mails saíram.',
  '{n} of {n2}: did {said} go out? Ask the recipient. Write done if it did, again to send it with the next run; leave it blank to decide later.':
    '{n} de {n2}: {said} saiu? Pergunte ao destinatário. Escreva done se saiu, again para enviá-lo na próxima etapa; deixe em branco para decidir depois.',
  '{n} of {n2}: {said} did not go. Write the address to send it to now, again to try it with the next run, done if its recipient knows it otherwise; leave it blank to decide later.':
    '{n} de {n2}: {said} não saiu. Escreva o endereço para enviá-lo agora, again para tentar de novo na próxima etapa, done se o destinatário já sabe; deixe em branco para decidir depois.',
  'Shall this be done: {said}?': 'Fazer isto: {said}?',
  'Nothing was changed.': 'Nada mudou.',
  '{said}. Why is the run given up?': '{said}. Por que desistir da etapa?',
  'Which run is given up? {saids}. Write its number.': 'Desistir de qual etapa? {saids}. Escreva o número.',
  'Release mails': 'Liberar e-mails',
  'Keep files in my Drive': 'Guardar os arquivos no meu Drive',
  'Initial orders': 'Ordens do dia',
  Executions: 'Execuções',
  'Primary units': 'Primário',
  'Primary units: {family}': 'Primário: família {family}',
  'Adjustment cycle': 'Ciclo de ajuste',
  'Final allocation': 'Alocação final',
  'Official NAV': 'Cota oficial',
  'Amend an order': 'Alterar uma ordem',
  'Cancel orders': 'Cancelar ordens',
  'Correct an earlier day': 'Corrigir um dia anterior',
  'Resumed run': 'Retomada',
  'Import files': 'Importar arquivos',
  'Undo import': 'Desfazer importação',
  'Set up': 'Configurar',
  'The desk': 'A mesa',
  History: 'Histórico',
  'Which period?': 'Que período?',
  'Both days included, 366 days at most. Each report goes into its own tab, from history on; their charts into the tab charts.':
    'Os dois dias incluídos, no máximo 366 dias. Cada relatório vai para sua aba, a partir de history; os gráficos, para a aba charts.',
  'First day': 'Primeiro dia',
  'Last day': 'Último dia',
  'Last 30 days': 'Últimos 30 dias',
  'Last 90 days': 'Últimos 90 dias',
  'Last 12 months': 'Últimos 12 meses',
  Show: 'Mostrar',
  'Asking the warehouse': 'Consultando a base histórica',
  'The period is shown': 'O período está à vista',
  'The period is not shown': 'O período não está à vista',
  'Another period': 'Outro período',
  'Change daily-trades first. Why does the order change?':
    'Altere antes a aba daily-trades. Por que a ordem muda?',
  'Share with brokers': 'Compartilhar com corretoras',
  'Stop sharing': 'Parar de compartilhar',
  'With which broker? Leave it blank to stop with all.': 'Com qual corretora? Em branco: com todas.',
  'There is nothing to do.': 'Não há nada a fazer.',
  'Shall this be done?': 'Confirma?',
  'Abandon the pending run': 'Abandonar a etapa pendente',
  'Accept the state': 'Aceitar o estado',
  'there is no {code} of "{subject}" to be accepted; open: {list}':
    'não há {code} de "{subject}" a aceitar; em aberto: {list}',
  'nothing is open to be accepted': 'não há nada a aceitar',
  'accepted: {said}; because: {reason}': 'aceito: {said}; motivo: {reason}',
  'accepting what is odd needs a reason; write why': 'aceitar uma exceção exige um motivo; escreva por quê',
  'Why is it right?': 'Por que está certo?',
  '"{value}" is not a number of the list.': '"{value}" não é um número da lista.',
  'Which one do you accept for today? {saids}. Write its number.':
    'Qual você aceita por hoje? {saids}. Escreva o número.',
  '({n}) {said}': '({n}) {said}',
  'Nothing is open to be accepted.': 'Não há nada a aceitar.',
  'Accept what is odd': 'Aceitar exceção',
  'Why is it right as it stands now?': 'Por que ele está certo como está agora?',
  '{user} runs the schedule, and one is enough. To run it yourself, stop it first, then start it.':
    '{user} roda a agenda, e uma basta. Para rodá-la você, desligue-a antes e depois ligue-a.',
  'The schedule runs as {user}. Next:': 'A agenda está ligada, com o usuário {user}. A seguir:',
  'The schedule is stopped. Without it, do by hand:':
    'A agenda está desligada. Sem ela, estes passos ficam com você:',
  'now  {said}': 'agora  {said}',
  'now  {said} (sends by itself)': 'agora  {said} (envia sozinha)',
  'now  {said} (prepares; you confirm)': 'agora  {said} (prepara; você confirma)',
  '{time}  {said}': '{time}  {said}',
  '{time}  {said} (sends by itself)': '{time}  {said} (envia sozinha)',
  '{time}  {said} (prepares; you confirm)': '{time}  {said} (prepara; você confirma)',
  'nothing more today; it goes on on {date} at {time}': 'nada mais hoje; recomeça em {date} às {time}',
  // --- pages: all of them ---
  '{n} {n|mail|mails}': '{n} {n|e-mail|e-mails}',
  '{n} {n|mail|mails} · {n2} {n2|recipient|recipients}':
    '{n} {n|e-mail|e-mails} · {n2} {n2|destinatário|destinatários}',
  '{n} {n|row|rows}': '{n} {n|linha|linhas}',
  Cancel: 'Cancelar',
  Close: 'Fechar',
  'Try again': 'Tentar de novo',
  'and {n} more': 'e mais {n}',
  '{decimal} KB': '{decimal} KB',
  'Reading the book and today’s executions': 'Lendo a planilha e as execuções de hoje',
  'Go to {place}': 'Ir para {place}',
  '{place} is selected; close this dialog to edit it':
    '{place} está selecionada; feche esta janela para editar',
  buy: 'compra',
  sell: 'venda',
  // --- pages: the preview ---
  'Looking again': 'Conferindo de novo',
  'Writing and sending; do not close the spreadsheet': 'Gravando e enviando; não feche a planilha',
  'The preview could not be made': 'Não foi possível montar a prévia',
  'No answer came back, so it is not known how far the run got. Look again: the desk finishes what was begun and sends no mail twice.':
    'A resposta não chegou, e não se sabe até onde a etapa foi. Confira de novo: a mesa conclui o que começou e não envia nenhum e-mail duas vezes.',
  'Look again': 'Conferir de novo',
  'Nothing to do': 'Nada a fazer',
  '{n} {n|error stands|errors stand} in the way': '{n} {n|erro impede|erros impedem} a etapa',
  'Nothing was written or sent. Correct the cells and look again.':
    'Nada foi gravado nem enviado. Corrija as células e confira de novo.',
  'Nothing was written or sent.': 'Nada foi gravado nem enviado.',
  'An earlier run has to be settled first': 'Antes é preciso resolver uma etapa anterior',
  'The plan changed while you looked at it; nothing was done yet. Different now:':
    'O plano mudou enquanto você conferia; nada foi feito ainda. O que mudou:',
  'The plan changed while you looked at it; nothing was done yet. This is the new one.':
    'O plano mudou enquanto você conferia; nada foi feito ainda. Este é o novo.',
  Done: 'Feito',
  'Nothing had changed; nothing was sent': 'Nada mudou; nada foi enviado',
  'The run stopped half-way': 'A etapa parou no meio',
  '{n} {n|warning|warnings}': '{n} {n|aviso|avisos}',
  'The brokers’ working orders of these ETFs are paused':
    'As ordens em aberto nas corretoras para estes ETFs estão em pausa',
  'Shares bought during the calculation would be bought twice. Your tick is recorded.':
    'O que for executado durante o cálculo seria comprado duas vezes. A sua marcação fica registrada.',
  Mails: 'E-mails',
  Tabs: 'Abas',
  Warehouse: 'Histórico',
  Files: 'Arquivos',
  none: 'nenhum',
  'Run {run}': 'Etapa {run}',
  'Which family?': 'Qual família?',
  'What was executed stays with its funds; what is cancelled stays so, whatever runs later. Nothing is sent before you confirm.':
    'O que foi executado fica com os fundos; o que é cancelado continua assim, rode o que rodar depois. Nada é enviado antes da confirmação.',
  'ETF or offshore asset': 'ETF ou ativo offshore',
  Fund: 'Fundo',
  Side: 'Lado',
  Broker: 'Corretora',
  'Busts, corrections and late fills of a day that is over make the next version of its allocation. The open day stays as it is, and nothing is sent before you confirm.':
    'Execuções canceladas, corrigidas ou tardias de um dia que acabou geram a próxima versão da alocação dele. O dia aberto fica como está, e nada é enviado antes de você confirmar.',
  'Which day?': 'Qual dia?',
  'Why does the day change?': 'Por que o dia muda?',
  'Fills that differ, if you have them': 'Execuções que diferem, se você as tem',
  'Leave it blank to take in what the post-trade system, the inboxes and the tab executions tell of that day. Or paste rows with the columns of executions; a row with fill_id and what is different is enough, such as BUSTED as its status.':
    'Deixe em branco para tomar o que o sistema pós-negociação, as planilhas das corretoras e a aba executions dizem daquele dia. Ou cole linhas com as colunas de executions; basta uma linha com fill_id e o que é diferente, como BUSTED em status.',
  'See what changes': 'Ver o que muda',
  'No day is kept that could be corrected: the desk keeps a day from its final allocation on.':
    'Nenhum dia está guardado para ser corrigido: a mesa guarda um dia a partir da alocação final.',
  'Why do the orders stop?': 'Por que as ordens param?',
  'all of them': 'todos',
  'all funds': 'todos os fundos',
  'both sides': 'os dois lados',
  'all brokers': 'todas as corretoras',
  'A broker alone is stopped for all funds: their orders go on at the others.':
    'Uma corretora sozinha para de trabalhar para todos os fundos; as ordens deles seguem nas outras.',
  'See what stops': 'Ver o que para',
  'All ETFs': 'Todos os ETFs',
  'cut-off {times}': 'horário limite {times}',
  '{label}: {before} → {after}': '{label}: {before} → {after}',
  'a mail more, to {to}': 'um e-mail a mais, para {to}',
  'a mail less, to {to}': 'um e-mail a menos, para {to}',
  'the mail to {to} reads differently': 'o e-mail para {to} tem outro texto',
  '{tab}: {n} → {n2} {n2|row|rows}': '{tab}: {n} → {n2} {n2|linha|linhas}',
  'new warning: {text}': 'novo aviso: {text}',
  '{n} {n|mail as it|mails as they} will be read': '{n} {n|e-mail como será lido|e-mails como serão lidos}',
  To: 'Para',
  Copy: 'Cópia',
  Subject: 'Assunto',
  'Attachment {name}, {size}': 'Anexo {name}, {size}',
  'Mail to {to}': 'E-mail para {to}',
  'Send {n} {n|mail|mails} and write {n2} {n2|tab|tabs} and {n3} {n3|file|files}':
    'Enviar {n} {n|e-mail|e-mails} e gravar {n2} {n2|aba|abas} e {n3} {n3|arquivo|arquivos}',
  'Send {n} {n|mail|mails} and write {n2} {n2|tab|tabs}':
    'Enviar {n} {n|e-mail|e-mails} e gravar {n2} {n2|aba|abas}',
  'Send {n} {n|mail|mails} and write {n2} {n2|file|files}':
    'Enviar {n} {n|e-mail|e-mails} e gravar {n2} {n2|arquivo|arquivos}',
  'Send {n} {n|mail|mails}': 'Enviar {n} {n|e-mail|e-mails}',
  'Write {n} {n|tab|tabs} and {n2} {n2|file|files}': 'Gravar {n} {n|aba|abas} e {n2} {n2|arquivo|arquivos}',
  'Write {n} {n|tab|tabs}': 'Gravar {n} {n|aba|abas}',
  'Write {n} {n|file|files}': 'Gravar {n} {n|arquivo|arquivos}',
  'Save {n} {n|row|rows}': 'Guardar {n} {n|linha|linhas}',
  Confirm: 'Confirmar',
  // --- pages: the sidebar ---
  'Reading the day': 'Lendo o dia',
  'Not up to date: {why}': 'Desatualizado: {why}',
  'updated at {time}': 'atualizado às {time}',
  Missing: 'Falta',
  'Next step': 'Próximo passo',
  'daily-trades is empty: import the funds and today’s trades, or type them into the tab.':
    'daily-trades está vazia: importe os fundos e as ordens do dia, ou digite-as na aba.',
  '{time} left': 'faltam {time}',
  'is on': 'ligada',
  'is off': 'desligada',
  'The day': 'O dia',
  Positions: 'Posições',
  'Targets stand here once Initial orders has opened the day.':
    'Os alvos aparecem aqui quando as Ordens do dia abrirem o dia.',
  Target: 'Alvo',
  Executed: 'Executado',
  Primary: 'Primário',
  'what funds lack with units at the official NAV, BRL':
    'o que falta aos fundos com os lotes pela cota oficial, em R$',
  'what funds have too much with units at the official NAV, BRL':
    'o que os fundos têm a mais com os lotes pela cota oficial, em R$',
  'Too much: {amount}': 'A mais: {amount}',
  '{asset}: {percent} done; executed {executed}, primary {primary}, given back {back}, open {open}, too much {over}':
    '{asset}: {percent} executado; executado {executed}, primário {primary}, devolvido {back}, em aberto {open}, a mais {over}',
  'Given back: {amount}': 'Devolvido: {amount}',
  'At the official NAV: open {open}, too much {over}': 'Pela cota oficial: em aberto {open}, a mais {over}',
  'Funds of {asset}': 'Fundos de {asset}',
  'What is missing': 'O que falta',
  'What is too much': 'O que está a mais',
  '{title}, by ETF in R$: {parts}': '{title}, por ETF em R$: {parts}',
  R$: 'R$',
  'Errors of today': 'Erros de hoje',
  'Did not go through': 'Não passou',
  'No run has failed today': 'Nenhuma etapa falhou hoje',
  settled: 'resolvido',
  '{n} {n|run is|runs are} half-way: the next step finishes {n|it|them}, or see Trading > Repair.':
    '{n} {n|etapa está|etapas estão} pela metade: o próximo passo {n|a conclui|as conclui}, ou veja Trading > Reparo.',
  'Nothing is left to do today': 'Nada mais a fazer hoje',
  Sun: 'dom',
  Mon: 'seg',
  Tue: 'ter',
  Wed: 'qua',
  Thu: 'qui',
  Fri: 'sex',
  Sat: 'sáb',
  '{said} {date}': '{said} {date}',
  'before the open': 'antes da abertura',
  'market open': 'mercado aberto',
  'closing call': 'leilão de fechamento',
  'market closed': 'mercado fechado',
  done: 'feito',
  'due now': 'agora',
  planned: 'previsto',
  missed: 'perdido',
  'missed {time}': 'perdido {time}',
  'not needed': 'dispensado',
  unfinished: 'inacabado',
  'iteration {n} of {n2}': 'rodada {n} de {n2}',
  'iteration {n} of {n2}, converged': 'rodada {n} de {n2}, convergiu',
  'Open {said}': 'Abrir {said}',
  'Look at {said} now': 'Ver já: {said}',
  'due at {time}': 'às {time}',
  'Nothing runs without a click. Trading > Schedule > Start turns it on.':
    'Nada roda sem um clique. Para ligar: Trading > Agenda > Ligar.',
  'nothing is planned': 'nada previsto',
  'runs as {user}': 'roda com o usuário {user}',
  Opening: 'Abertura',
  'Trading ends': 'Fim do pregão',
  'Call ends': 'Fim do leilão de fechamento',
  'Primary of {n} ETFs': 'Primário de {n} ETFs',
  'Primary {assets}': 'Primário de {assets}',
  // --- pages: the import ---
  'What is imported replaces the rows of its tab; one of the two is enough. What changes is shown before it is written.':
    'O que for importado substitui as linhas da aba; basta um dos dois. O que muda aparece antes de ser gravado.',
  Funds: 'Fundos',
  'JSON with a list “funds”; goes to fund-stats. NAV, cash and limits typed there stay.':
    'JSON com a lista “funds”; vai para fund-stats. PL, caixa e limites digitados lá ficam.',
  'Trades of the day': 'Ordens dos fundos',
  'CSV: Fund,CNPJ,Asset,Side,Amount,Strategy; goes to daily-trades.':
    'CSV: Fund,CNPJ,Asset,Side,Amount,Strategy; vai para daily-trades.',
  'Choose a file': 'Escolher um arquivo',
  'or paste it here': 'ou colar aqui',
  'Show what changes': 'Mostrar o que muda',
  Import: 'Importar',
  Back: 'Voltar',
  'Reading the files': 'Lendo os arquivos',
  '{n} {n|row|rows} to add, {n2} to change, {n3} to remove':
    '{n} {n|linha|linhas} a incluir, {n2} a alterar, {n3} a retirar',
  'The tabs already say what the files say': 'As abas já dizem o que os arquivos dizem',
  '{tab}: {n} added, {n2} changed, {n3} removed, {n4} as {n4|it is|they are}':
    '{tab}: {n} {n|incluída|incluídas}, {n2} {n2|alterada|alteradas}, {n3} {n3|retirada|retiradas}, {n4} sem mudança',
  added: 'incluída',
  changed: 'alterada',
  removed: 'retirada',
  'row {n}': 'linha {n}',
  blank: 'em branco',
  'Taking it back': 'Desfazendo',
  'The import was not taken back': 'A importação não foi desfeita',
  'Choose a file or paste its text first.': 'Escolha um arquivo ou cole o texto primeiro.',
  'Checking and writing': 'Conferindo e gravando',
  'Imported: {n} {n|fund|funds} and {n2} {n2|trade|trades}':
    'Importado: {n} {n|fundo|fundos} e {n2} {n2|ordem|ordens}',
  'Imported: {n} {n|fund|funds}': 'Importado: {n} {n|fundo|fundos}',
  'Imported: {n} {n|trade|trades}': 'Importado: {n} {n|ordem|ordens}',
  'Nothing was imported: {n} {n|error|errors} in the files':
    'Nada foi importado: {n} {n|erro|erros} nos arquivos',
  '{n} {n|note|notes}': '{n} {n|observação|observações}',
  '{name} cannot be read; choose it again': 'não foi possível ler {name}; escolha de novo',
  'Open Initial orders': 'Abrir Ordens do dia',
  // --- self-test ---
  'Self-test': 'Autoteste',
  'as expected': 'como esperado',
  different: 'diferente',
  waiting: 'aguardando',
  'not possible': 'não foi possível',
  'Self-test of {date}, {time}: version {version}, as {user}, book in {locale}':
    'Autoteste de {date}, {time}: versão {version}, como {user}, planilha em {locale}',
  'self-test: {n} as expected, {n2} different, {n3} waited for, {n4} not possible':
    'autoteste: {n} como esperado, {n2} {n2|diferente|diferentes}, {n3} em espera, {n4} sem possibilidade de teste',
  'self-test, what was waited for: {said}': 'autoteste, o que se aguardava: {said}',
  'could not be cleared away: {said}': 'não foi possível remover: {said}',
  'it broke off: {said}': 'foi interrompido: {said}',
  'Texts in Plain-text cells': 'Textos em células de texto simples',
  'What the hidden tabs keep': 'O que as abas ocultas guardam',
  'Figures and dates in the book’s locale': 'Números e datas na localidade da planilha',
  'Every minute of a day': 'Cada minuto de um dia',
  'The longest cell': 'A célula mais longa',
  'A dropdown that rejects': 'Uma lista suspensa que rejeita',
  'A chart by its title': 'Um gráfico pelo título',
  'BigQuery: {n} rows, asked again': 'BigQuery: {n} linhas, pedidas de novo',
  'BigQuery: a view': 'BigQuery: uma visão',
  'Drive: files and its words': 'Drive: arquivos e suas mensagens',
  'A mail of {n} KB': 'Um e-mail de {n} KB',
  'The longest property': 'A propriedade mais longa',
  'A host that there is not': 'Um servidor que não existe',
  'A trigger of one minute': 'Um acionador de um minuto',
  'A template with markup in it': 'Um modelo com marcação dentro',
  'A page with markup in it': 'Uma página com marcação dentro',
  'A large answer to a page': 'Uma resposta grande a uma página',
  'How long the overview takes': 'Quanto demora a visão geral',
  'How long a preview takes': 'Quanto demora uma prévia',
  '{text} came back as {text2}': '{text} voltou como {text2}',
  'without the desk’s apostrophe {text} comes back as {text2}':
    'sem o apóstrofo da mesa, {text} volta como {text2}',
  '{text} is {text2}, where {text3} was expected': '{text} é {text2}; esperava-se {text3}',
  '{n} texts came back as they were written': '{n} textos voltaram como foram escritos',
  '{n} of {n2} texts came back otherwise; what the desk itself keeps begins with a letter':
    '{n} de {n2} textos voltaram diferentes; o que a própria mesa guarda começa com uma letra',
  '{n} characters were packed into {n2} and came back': '{n} caracteres foram compactados em {n2} e voltaram',
  'what the desk keeps in its hidden tabs does not come back as it was written':
    'o que a mesa guarda nas abas ocultas não volta como foi escrito',
  'figures and dates are shown and read as in Brazil; the book is in {locale}':
    'números e datas são mostrados e lidos como no Brasil; a planilha está em {locale}',
  '{n} of {n2} figures and dates are shown or read otherwise; the book is in {locale}':
    '{n} de {n2} números e datas são mostrados ou lidos de outra forma; a planilha está em {locale}',
  'all {n} minutes of a day came back as they were': 'os {n} minutos de um dia voltaram como eram',
  '{n} of {n2} minutes came back otherwise; the book’s zone is {zone}':
    '{n} de {n2} minutos voltaram diferentes; o fuso da planilha é {zone}',
  'of {n} characters a cell kept {n2}': 'de {n} caracteres, uma célula guardou {n2}',
  'a cell takes more than {n} characters': 'uma célula aceita mais de {n} caracteres',
  'a cell takes {n} characters and no more': 'uma célula aceita {n} caracteres e nada além',
  'a dropdown that rejects lets a script write anything':
    'uma lista suspensa que rejeita deixa um script escrever qualquer coisa',
  'a dropdown that rejects stops a script, too': 'uma lista suspensa que rejeita também barra um script',
  'a chart is not found again by its title': 'um gráfico não é reencontrado pelo título',
  'The Sheets service': 'O serviço Sheets',
  'SpreadsheetApp does not see at once what the Sheets service wrote':
    'o SpreadsheetApp não vê logo o que o serviço Sheets gravou',
  'the Sheets service does not answer a header and its note as they were written':
    'o serviço Sheets não responde um cabeçalho e sua nota como foram gravados',
  'a sheet that there is not is written to': 'uma aba que não existe é gravada',
  'a batch that is refused was carried out in part': 'um lote recusado foi executado em parte',
  'a batch is carried out whole or not at all, and seen at once':
    'um lote é executado inteiro ou de modo nenhum, e é visto na hora',
  'the Sheets service does otherwise than Set up counts on':
    'o serviço Sheets faz diferente do que Configurar supõe',
  'a chart is found again by its title, and keeps it as its ranges change':
    'um gráfico é reencontrado pelo título e o mantém quando os intervalos mudam',
  'a chart loses its title as its ranges change': 'um gráfico perde o título quando os intervalos mudam',
  'there is no warehouse yet; run Trading > Set up': 'ainda não há base histórica; use Trading > Configurar',
  '{n} rows were saved once, asked three times': '{n} linhas foram gravadas uma vez, pedidas três vezes',
  '{n} rows were not saved once, as they should have been':
    '{n} linhas não foram gravadas uma única vez, como deviam',
  'a view was made and answers': 'uma visão foi criada e responde',
  'a view answers otherwise': 'uma visão responde de outra forma',
  'a file is not found by its name and folder': 'um arquivo não é encontrado pelo nome e pela pasta',
  'a file in the bin does not say so': 'um arquivo na lixeira não diz que está lá',
  'Drive finds a file that there is not': 'o Drive encontra um arquivo que não existe',
  'a missing file is said in other words: {said}':
    'um arquivo ausente é informado com outras palavras: {said}',
  'files are made, found, put into the bin and missed in the words that the desk knows':
    'arquivos são criados, encontrados, postos na lixeira e dados como ausentes nas palavras que a mesa conhece',
  'Drive answers otherwise': 'o Drive responde de outra forma',
  'nobody asked for mails': 'ninguém pediu e-mails',
  'today’s mail quota is used up': 'a cota de e-mails de hoje acabou',
  'a mail of {n} KB was taken; look whether it arrives whole':
    'um e-mail de {n} KB foi aceito; veja se chega inteiro',
  'a mail of {n} KB is refused in the words that the desk knows':
    'um e-mail de {n} KB é recusado nas palavras que a mesa conhece',
  'a mail of {n} KB is refused': 'um e-mail de {n} KB é recusado',
  'a property takes {n} bytes': 'uma propriedade aceita {n} bytes',
  'a property does not keep {n} bytes': 'uma propriedade não guarda {n} bytes',
  'a host that there is not answers': 'um servidor que não existe responde',
  'a dead host is an exception of all requests that went together':
    'um servidor morto é uma exceção de todos os pedidos que foram juntos',
  'the self-test changes nothing of the day': 'o autoteste não muda nada do dia',
  'a template lets markup through': 'um modelo deixa passar marcação',
  'a template escapes what it is handed': 'um modelo protege o que recebe',
  'no page was there; use Trading > Self-test': 'não havia página; use Trading > Autoteste',
  'a page got what it was handed, unharmed': 'uma página recebeu intacto o que lhe foi passado',
  'a page got something else than it was handed': 'uma página recebeu outra coisa do que lhe foi passado',
  'an answer of {n} characters reached the page': 'uma resposta de {n} caracteres chegou à página',
  'of an answer of {n} characters {n2} reached the page':
    'de uma resposta de {n} caracteres, {n2} chegaram à página',
  'took {n} ms': 'levou {n} ms',
  'a run is half-way; the next step finishes it': 'uma execução está pela metade; a próxima etapa a termina',
  'asked for at {time}; look again in a minute': 'pedido às {time}; veja de novo em um minuto',
  'the trigger has not fired within {n} minutes': 'o acionador não disparou em {n} minutos',
  'asked for at {time}, fired at {time2}': 'pedido às {time}, disparou às {time2}',
  'the trigger fired and got no lock': 'o acionador disparou e não obteve o bloqueio',
  'the trigger fired as {user} and got the lock': 'o acionador disparou como {user} e obteve o bloqueio',
  'the trigger fired as {who}, asked for by {user}': 'o acionador disparou como {who}, pedido por {user}',
  'Tries on Google what no other machine can know: on a tab, a table and a file of its own, which it removes again. The day is not touched.':
    'Testa no Google o que nenhuma outra máquina pode saber: em aba, tabela e arquivo próprios, que remove depois. O dia não é tocado.',
  'Also send two large mails to me': 'Enviar também dois e-mails grandes para mim',
  'Of 190 and 390 KB, to you alone.': 'De 190 e 390 KB, só para você.',
  'Try everything': 'Testar tudo',
  'Trying, one thing after the other; this takes a minute or two':
    'Testando, uma coisa após a outra; leva um ou dois minutos',
  'The self-test did not finish': 'O autoteste não terminou',
  'All is as the desk expects': 'Tudo está como a mesa espera',
  'Nothing is different; not everything is known yet': 'Nada está diferente; nem tudo se sabe ainda',
  '{n} {n|thing is|things are} different': '{n} {n|item está diferente|itens estão diferentes}',
  'what was found': 'o que se encontrou',
  'Look again at what is waiting': 'Ver de novo o que aguarda',
  'Copy the report': 'Copiar o relatório',
  'The report is copied': 'O relatório foi copiado',
  'Copying is not allowed here; select the text and copy it':
    'Não é permitido copiar aqui; selecione o texto e copie',
  Report: 'Relatório',
  // --- pages: Set up ---
  'The desk is being made ready': 'A mesa está sendo preparada',
  'What is there stays as it is. In an empty spreadsheet it takes some seconds, without the Sheets service minutes.':
    'O que já existe fica como está. Em uma planilha vazia leva alguns segundos; sem o serviço Sheets, minutos.',
  'This spreadsheet is empty': 'Esta planilha está vazia',
  'Set up makes the desk’s tabs here, with their lists, formats and colours, and asks what only you know. Nothing is sent, and it may run again at any time.':
    'Configurar cria aqui as abas da mesa, com listas, formatos e cores, e pergunta o que só você sabe. Nada é enviado, e pode ser feito de novo a qualquer hora.',
  'Set up with an invented sample': 'Configurar com um exemplo inventado',
  'This spreadsheet is empty: Trading > Set up… makes the tabs and asks what the desk needs.':
    'Esta planilha está vazia: Trading > Configurar… cria as abas e pergunta o que a mesa precisa.',
  'Making the tabs and trying the connections': 'Criando as abas e testando as conexões',
  'Saving and trying again': 'Gravando e testando de novo',
  'Set up did not finish': 'A configuração não terminou',
  'The desk is ready': 'A mesa está pronta',
  '{n} {n|thing is|things are} left to do': '{n|Falta|Faltam} {n} {n|item|itens}',
  '{n} {n|tab|tabs} made.': '{n} {n|aba criada|abas criadas}.',
  'The book was brought up from an older version:': 'Planilha atualizada de uma versão anterior:',
  'Not saved:': 'Não foi gravado:',
  'Tried as {user}.': 'Testado como {user}.',
  what: 'item',
  'how it stands': 'situação',
  'what to do': 'o que fazer',
  ready: 'pronto',
  'to do': 'falta',
  off: 'desligado',
  note: 'aviso',
  failed: 'falhou',
  Settings: 'Configurações',
  Sample: 'Exemplo',
  'E-mail': 'E-mail',
  Token: 'Token',
  'Post-trade': 'Pós-negociação',
  iNAV: 'iNAV',
  BigQuery: 'BigQuery',
  Drive: 'Drive',
  Sheets: 'Planilhas',
  'Fill in an invented sample': 'Preencher com um exemplo inventado',
  'Funds, ETFs, two brokers and trades. Only into empty tabs; its mails reach nobody.':
    'Fundos, ETFs, duas corretoras e ordens. Só em abas vazias; os e-mails não chegam a ninguém.',
  'Start the schedule': 'Ligar a agenda',
  'Runs every five minutes as you. Sends by itself only what auto_send allows.':
    'Roda a cada cinco minutos com o seu usuário. Envia sozinha só o que auto_send permitir.',
  'Essential settings': 'Configurações essenciais',
  'Post-trade token': 'Token da pós-negociação',
  'Kept for you only, never in a cell. Blank: it stays as it is.':
    'Guardado só para você, nunca em uma célula. Em branco: fica como está.',
  'Save and try': 'Gravar e testar',
  'yes = a fund’s whole order goes to one broker; no = every order is split by the brokers’ shares':
    'yes = a ordem inteira de um fundo vai para uma corretora; no = toda ordem é dividida pelas participações das corretoras',
  'in which rounds a fund that is over gives back on the other side':
    'em quais rodadas um fundo que passou do alvo devolve no lado oposto',
  'basis points of its target that a fund may be over and keep; blank = the ETF’s spread_bps':
    'bps do alvo que o fundo pode passar e manter; em branco = spread_bps do ETF',
  'its usual spread in basis points: what a way there and back costs':
    'spread usual em bps: quanto custa ir e voltar',
  'BRL of the smallest order that it takes; blank = any':
    'menor ordem que aceita, em R$; em branco = qualquer',
  'funds whose whole orders of this side lie at this broker; blank where orders are split':
    'fundos cujas ordens inteiras desta ponta estão nesta corretora; vazio onde as ordens são divididas',
  'shares that may be sold in total today; blank for buys':
    'cotas que podem ser vendidas no total do dia; em branco nas compras',
  '{money} is less than one share': '{money} é menos que uma cota',
  '{money} stays: it has no shares left to sell': '{money} fica: não tem mais cotas para vender',
  '{side} {money} rests: every broker of it was stopped':
    '{side} {money} espera: todas as corretoras foram paradas',
  '{side} {money} is not sent: no broker takes so little':
    '{side} {money} não é enviado: nenhuma corretora aceita tão pouco',
  'the ETF’s units are rounded down in total': 'os lotes do ETF são arredondados para baixo no total',
  'chosen together with the other funds’ units': 'escolhidos em conjunto com os lotes dos outros fundos',
  Version: 'Versão',
  'the cut-off of {code} is {time} and B3 opens at {time2}: no units can be asked for today':
    'o horário limite de {code} é {time} e a B3 abre às {time2}: hoje não é possível pedir lotes',
  'version {version}, commit {commit}, book of schema {schema}':
    'versão {version}, commit {commit}, planilha de esquema {schema}',
  'keeps what it is over, {money}': 'fica com o excedente de {money}',
  Book: 'Planilha',
  'say whose book this is before anything else': 'diga de quem é esta planilha antes de qualquer outra coisa',
  'the id of the spreadsheet that this desk is kept in; Set up writes it, and a copy is known by it':
    'id da planilha em que esta mesa é mantida; Configurar o escreve, e uma cópia é reconhecida por ele',
  'the book knows its own id, so that a copy of it sends and saves nothing by itself':
    'a planilha conhece o próprio id, para que uma cópia dela nada envie nem grave por si',
  'what a waiting run keeps is written down in a shorter form, which an older script would misread':
    'o que uma execução em espera guarda é escrito de forma mais curta, que um script anterior leria mal',
  'this book is a copy of {code}: it sends nothing and saves nothing to the warehouse. Work in the original; or, if this one is to be a desk of its own, write its own addresses and dataset into the tabs and say so with Trading > Repair > Make this copy a desk':
    'esta planilha é uma cópia de {code}: nada envia e nada grava no BigQuery. Trabalhe no original; ou, se esta deve ser uma mesa própria, escreva nas abas os endereços e o dataset dela e diga-o em Trading > Reparo > Tornar esta cópia uma mesa',
  'the book is of version {n} and this script knows {n2} only: an older script was pushed over it; push the newer one, or work in a copy from before the upgrade':
    'a planilha é da versão {n} e este script só conhece a {n2}: um script mais antigo foi enviado sobre ela; envie o mais novo, ou trabalhe numa cópia de antes da atualização',
  'the script was upgraded and this book was not: run Trading > Set up before anything goes out':
    'o script foi atualizado e esta planilha não: rode Trading > Configurar antes que algo saia',
  'a copy becomes a desk with a reason; write why': 'uma cópia vira mesa com um motivo; escreva por quê',
  'this book is no copy; there is nothing to do': 'esta planilha não é cópia; não há nada a fazer',
  'this copy of {code} is a desk of its own: {reason}': 'esta cópia de {code} é uma mesa própria: {reason}',
  'this book is a copy of another and sends no mail': 'esta planilha é cópia de outra e não envia e-mail',
  'Make this copy a desk': 'Tornar esta cópia uma mesa',
  'From then on it writes to the brokers and saves into the dataset that its tabs name: correct those first. Why is it a desk of its own?':
    'A partir daí ela escreve às corretoras e grava no dataset que as abas indicam: corrija-os antes. Por que ela é uma mesa própria?',
  // --- decisions: what a preview shows to decide by ---
  Total: 'Total',
  'Orders before and after the import': 'Ordens antes e depois da importação',
  'Buys that change': 'Compras que mudam',
  'Sells that change': 'Vendas que mudam',
  'Orders before': 'Ordens antes',
  'Orders after': 'Ordens depois',
  '{n} of the {n2} orders in daily-trades go with this import: buys of {money} and sells of {money2}. Is the file whole?':
    '{n} das {n2} ordens de daily-trades saem com esta importação: compras de {money} e vendas de {money2}. O arquivo está completo?',
  Strategy: 'Estratégia',
  '{n} {n|row|rows} of daily-trades cannot be read as {n|it stands|they stand}, and {n|is|are} in no figure of before':
    '{n} {n|linha|linhas} de daily-trades não {n|pode|podem} ser {n|lida|lidas} como {n|está|estão}, e não {n|entra|entram} em nenhum valor de antes',
  'Cap before': 'Limite antes',
  '"{value}" is nothing that {name} knows; use {values}':
    '"{value}" não é nada que {name} conheça; use {values}',
  'Limit before': 'Preço-limite antes',
  'Limit moves, bps': 'Preço-limite muda, bps',
  'Why not one unit more': 'Por que não mais um lote',
  'the iNAV of {code} is not known': 'o iNAV de {code} não é conhecido',
  'Cap after': 'Limite depois',
  Change: 'Mudança',
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
  Units: 'Lotes',
  Value: 'Valor',
  'Open before': 'Em aberto antes',
  'Open after': 'Em aberto depois',
  bps: 'bps',
  'Pro rata': 'Pro rata',
  Why: 'Por quê',
  'Executed so far': 'Executado até agora',
  Before: 'Antes',
  After: 'Depois',
  'In per cent': 'Em %',
  'Executed in per cent': 'Executado em %',
  'Look twice': 'Confira',
  'Orders that change': 'Ordens que mudam',
  Order: 'Ordem',
  'Executed, stays': 'Executado, permanece',
  'Ends unexecuted': 'Encerra sem executar',
  'Orders that end': 'Ordens que se encerram',
  'What is left, by ETF and side': 'O que fica, por ETF e lado',
  'Executed and in units, less what was given back': 'Executado e em lotes, menos o que foi devolvido',
  'What funds lack; what another has too much is not taken out of it':
    'O que falta aos fundos; o que outro tem a mais não é descontado',
  'Not done': 'Por fazer',
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
  'Funds that trade nothing more': 'Fundos que não negociam mais',
  'no fund has an order here: {money} is to be given back, {money2} was given back so far':
    'nenhum fundo tem ordem aqui: {money} a devolver, {money2} devolvidos até agora',
  'a person set the units of {n} {n|fund|funds}': 'uma pessoa definiu os lotes de {n} {n|fundo|fundos}',
  'units by hand: {fund}, {side} {code}: {said}': 'lotes definidos à mão: {fund}, {side} de {code}: {said}',
  '{n} {n|unit|units} set by {user}: {reason}': '{n} {n|lote definido|lotes definidos} por {user}: {reason}',
  'its order of {money} is {n} {n|unit|units}, rounded up':
    'a ordem de {money} são {n} {n|lote|lotes}, arredondando para cima',
  'the fund has no {side} order of {code} today': 'o fundo não tem ordem de {side} de {code} hoje',
  'the iNAV of {code} is not known, so nobody can say what a unit costs':
    'o iNAV de {code} não é conhecido, então não se sabe quanto custa um lote',
  '{n} {n|unit|units} of {code} {n|is|are} more than {fund} can have, {n2}: {said}':
    '{n} {n|lote|lotes} de {code} {n|é|são} mais do que {fund} pode ter, {n2}: {said}',
  '{n} {n|unit|units} of {code} for {fund}, set by {user}: {reason}':
    '{n} {n|lote|lotes} de {code} para {fund}, {n|definido|definidos} por {user}: {reason}',
  'units are set with a reason; write why': 'lotes são definidos com um motivo; escreva por quê',
  'no day is open': 'nenhum dia está aberto',
  'the units of {code} are requested already; call the administrator':
    'os lotes de {code} já foram pedidos; ligue para o administrador',
  'the tab etfs has no {code}': 'a aba etfs não tem {code}',
  'the desk decides the units of {code} for {fund} again: {reason}':
    'a mesa volta a decidir os lotes de {code} para {fund}: {reason}',
  '{n} {n|unit|units} of {code} set for {fund}: {reason}':
    '{n} {n|lote|lotes} de {code} {n|definido|definidos} para {fund}: {reason}',
  'the fund {code} has no order in {asset} today': 'o fundo {code} não tem ordem em {asset} hoje',
  'the fund {code} buys and sells {asset}; say which side':
    'o fundo {code} compra e vende {asset}; diga de que lado',
  '{side}': '{side}',
  'about {n} times as much: zeros too many?': 'cerca de {n} vezes mais: zeros a mais?',
  'about {n} times less: zeros too few?': 'cerca de {n} vezes menos: zeros a menos?',
  'less than the {money} that it has already; of that it keeps what it had ordered':
    'menos que os {money} que ela já tem; disso fica com o que tinha pedido',
  '{decimal} times as much': '{decimal} vezes mais',
  '{decimal} times less': '{decimal} vezes menos',
  '{fund} {side} {code}: {money} → {money2}, {said}': '{fund} {side} {code}: {money} → {money2}, {said}',
  'no order is picked; nothing to amend': 'nenhuma ordem foi marcada; nada a alterar',
  '{fund}, {side} {code}: {said}': '{fund}, {side} {code}: {said}',
  '{n} {n|unit|units} of {side} {code} for {fund}': '{n} {n|lote|lotes} de {side} {code} para {fund}',
  '{fund}, {side} {code}: {money}': '{fund}, {side} {code}: {money}',
  '{fund}, {side} {code}: {money} → {money2}': '{fund}, {side} {code}: {money} → {money2}',
  '{fund}, {side} {code}: {money} → {money2}; its target stays {money3}, because it had that much by then':
    '{fund}, {side} {code}: {money} → {money2}; o alvo continua {money3}, porque já tinha isso então',
  'asked now: {money}; its target stays {money2}, of the order before, because it had that much by then':
    'pedido agora: {money}; o alvo continua {money2}, da ordem anterior, porque já tinha isso então',
  '{ands}': '{ands}',
  'all orders of the day': 'todas as ordens do dia',
  'two earlier runs ended while it was being made':
    'duas execuções anteriores terminaram enquanto ele era feito',
  'End-of-day report': 'Relatório de fechamento',
  'report {file}: {link}': 'relatório {file}: {link}',
  '{file} was not made ({said}); the HTML file of the same name beside it says the same and prints':
    '{file} não foi feito ({said}); o arquivo HTML de mesmo nome ao lado diz o mesmo e pode ser impresso',
  'units set by hand': 'lotes definidos à mão',
  'Units set by hand': 'Lotes definidos à mão',
  'a whole number, zero or more': 'um número inteiro, zero ou mais',
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
  Requests: 'Pedidos',
  'Left open or over': 'Em aberto ou a mais',
  'Worst fund, bps': 'Pior fundo, bps',
  Cost: 'Custo',
  'Funds that differ': 'Fundos que mudam',
  'To be written in settings': 'A escrever em settings',
  'Compare with other settings': 'Comparar com outras configurações',
  'Planning the alternatives': 'Planejando as alternativas',
  'Nothing changes by looking: what is to be done otherwise is written in the tab settings, then looked at again. The cost is fees, both markets and what is left open or over, at the prices of the settings.':
    'Olhar não muda nada: o que deve ser feito de outro jeito se escreve na aba settings e se confere de novo. O custo são taxas, os dois mercados e o que fica em aberto ou a mais, aos preços das configurações.',
  'Set the units of one fund': 'Definir os lotes de um fundo',
  'Fund and ETF': 'Fundo e ETF',
  'How many units?': 'Quantos lotes?',
  'Why not what the desk chose?': 'Por que não os que a mesa escolheu?',
  'Use these units': 'Usar estes lotes',
  'Let the desk decide': 'Deixar a mesa decidir',
  'Setting the units': 'Definindo os lotes',
  'It holds for today and for this fund alone, and is told wherever its units are.':
    'Vale por hoje e só para este fundo, e é informado onde quer que os lotes apareçam.',
  'Pick {name}': 'Marcar {name}',
  'Looking at what is picked': 'Conferindo o que foi marcado',
  'Sort by {name}': 'Ordenar por {name}',
  'show {n} more': 'mostrar mais {n}',
  'set by hand, or to be looked at twice': 'definido à mão, ou a conferir',
} as const satisfies Readonly<Record<string, string>>;

/** A sentence of the desk, in English: a key of the catalogue. */
export type Sentence = keyof typeof PT;
