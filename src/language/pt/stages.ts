// What the stages of the day say, in English and in Portuguese.

export const STAGES = {
  '{n} {n|instruction|instructions} for {n2} {n2|order|orders} of funds: buys of {money}, sells of {money2}; {n3} offshore {n3|order|orders}':
    '{n} {n|instrução|instruções} para {n2} {n2|ordem|ordens} de fundos: compras de {money}, vendas de {money2}; {n3} {n3|ordem|ordens} offshore',
  '{fund}, {side} {code}: daily-trades asks for {money2}, {money} was worked':
    '{fund}, {side} {code}: daily-trades pede {money2}, trabalhou-se {money}',
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
  'the day is not allocated yet; run Final allocation first':
    'o dia ainda não foi alocado; execute antes a Alocação final',
  '{n} {n|fill is|fills are} PENDING': '{n} {n|execução está|execuções estão} PENDING',
  '{broker} has instructions and no fill of it is known; ask it, or accept that it traded nothing (Trading > Repair > Accept what is odd)':
    '{broker} tem instruções e não se conhece nenhuma execução dela; consulte-a, ou aceite que não negociou nada (Trading > Reparo > Aceitar exceção)',
  '{side} {code} at {broker}: {n} {n|share was|shares were} executed and never instructed; check with the broker, or accept it (Trading > Repair > Accept what is odd)':
    '{side} {code} na {broker}: {n} {n|cota foi executada|cotas foram executadas} sem instrução; confira com a corretora, ou aceite (Trading > Reparo > Aceitar exceção)',
  '{broker}, {side} {code}: {n} {n|share|shares} in {n2} {n2|fill|fills} over {money} were allocated, and there are {n3} in {n4} over {money2} now; run the final allocation again':
    '{broker}, {side} {code}: {n} {n|cota|cotas} em {n2} {n2|execução|execuções} ({money}) foram alocadas, e agora há {n3} em {n4} ({money2}); rode a alocação final de novo',
  '{broker}, {side} {code}: the same {n} {n|share|shares} over {money} are other fills than were allocated (booked again or corrected); run the final allocation again':
    '{broker}, {side} {code}: {n|a mesma|as mesmas} {n} {n|cota|cotas} ({money}) {n|vem|vêm} de outras execuções que as alocadas (registradas de novo ou corrigidas); rode a alocação final de novo',
  '{n} {n|share|shares} of {side} {code} {n|fits|fit} no fund; settle them with the broker':
    '{n} {n|cota|cotas} de {side} de {code} não {n|cabe|cabem} em nenhum fundo; acerte com a corretora',
  '{n} {n|share|shares} of {side} {code} {n|fits|fit} no fund; settle them with {brokers}':
    '{n} {n|cota|cotas} de {side} de {code} não {n|cabe|cabem} em nenhum fundo; acerte com {brokers}',
  '{n} {n|share|shares} of {code} {n|is|are} sold naked: {n2} {n2|is|are} sold in all, and the funds that were selling then had {n3} of them to sell (held and bought, less their units); call {brokers}, have {n|it|them} bought back or borrowed before the sale settles, and tell the administrator':
    '{n} {n|cota|cotas} de {code} {n|foi vendida|foram vendidas} a descoberto: {n2} {n2|vendida|vendidas} no total, e os fundos que vendiam naquele momento tinham {n3} delas para vender (em carteira e compradas, menos seus lotes); ligue para {brokers}, faça recomprar ou tomar emprestado antes da liquidação, e avise o administrador',
  'no round can mend what is left: {saids}': 'nenhuma rodada resolve o que resta: {saids}',
  'daily-trades says what was frozen; nothing to amend':
    'daily-trades diz o mesmo que foi congelado; não há o que alterar',
  '{n} {n|order|orders} amended, {n2} {n2|cap|caps} replaced':
    '{n} {n|ordem alterada|ordens alteradas}, {n2} {n2|limite substituído|limites substituídos}',
  '{said}: {reason}': '{said}: {reason}',
  '{said}; {n} {n|fund begins|funds begin} to give back {money}':
    '{said}; {n} {n|fundo passa|fundos passam} a devolver {money}',
  'the market opens at {time}; {n} {n|order waits|orders wait} until then':
    'o mercado abre às {time}; {n} {n|ordem espera|ordens esperam} até lá',
  '{n} {n|order|orders} cancelled, all of {n|it|them} done before: nothing was left to stop; {n2} {n2|cap|caps} replaced: {reason}':
    '{n} {n|ordem cancelada|ordens canceladas}, já {n|feita|feitas} por inteiro: nada restava a parar; {n2} {n2|limite substituído|limites substituídos}: {reason}',
  '{n} {n|order|orders} cancelled, {n2} {n2|cap|caps} replaced: {reason}':
    '{n} {n|ordem cancelada|ordens canceladas}, {n2} {n2|limite substituído|limites substituídos}: {reason}',
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
  '{n} of {n2}': '{n} de {n2}',
  'COMPLETE: {said}. That is all that was executed; {money} not done and {money2} too much, over all funds, cannot be worked any more':
    'COMPLETO: {said}. Isso é tudo o que se executou; {money} que faltaram e {money2} a mais, somando os fundos, já não podem ser trabalhados',
  'no day is open: run Initial orders': 'nenhum dia aberto: comece pelas Ordens do dia',
  '{date} corrected: version {n} of its allocation REPLACES {n2}; {n3} {n3|fill differs|fills differ}, {n4} {n4|broker is|brokers are} told':
    '{date} corrigido: a versão {n} da alocação SUBSTITUI a {n2}; {n3} {n3|execução difere|execuções diferem}, {n4} {n4|corretora é avisada|corretoras são avisadas}',
  'nothing that is known of {date} differs from version {n} of its allocation; nothing changed':
    'nada do que se sabe de {date} difere da versão {n} da alocação; nada mudou',
  'a correction needs a reason; write why the day changes':
    'uma correção precisa de um motivo; escreva por que o dia muda',
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
  'PENDING ({saids})': 'PENDENTE ({saids})',
  '{date} is {said}': '{date} está {said}',
  '{said}; nothing waits; {money} not done and {money2} too much, over all funds':
    '{said}; nada espera; {money} por fazer e {money2} a mais, na soma de todos os fundos',
  '{said}; {n} {n|point waits|points wait}; {money} not done and {money2} too much, over all funds':
    '{said}; {n} {n|ponto espera|pontos esperam}; {money} por fazer e {money2} a mais, na soma de todos os fundos',
  '{money} ({fairbps} bps): {fund}, {side} {code}': '{money} ({fairbps} bps): {fund}, {side} de {code}',
  '{fund} {side} {code}': '{fund}, {side} de {code}',
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
  'a weekend': 'fim de semana',
  'as the tab holidays says': 'como diz a aba holidays',
  'B3 is closed on {date}; if it is open after all, add the day with its hours to the holidays tab':
    'a B3 está fechada em {date}; se mesmo assim houver pregão, ponha o dia e os horários na aba holidays',
  'it is {time} and trading ended at {time2}; orders can no longer be worked today':
    'são {time} e o pregão terminou às {time2}; as ordens não podem mais ser trabalhadas hoje',
  'it is {time} and the cut-off of {code} was {time2}; the administrator takes no more requests today':
    'são {time} e o horário limite de {code} era {time2}; o administrador não aceita mais pedidos hoje',
  '{subject}, by {user}: {reason}': '{subject}, por {user}: {reason}',
  'the fills of {date} are those that were fetched on that day; compare them with the brokers’ before this goes out':
    'as execuções de {date} são as que foram buscadas naquele dia; confira com as corretoras antes de enviar',
  'the day {date} was never allocated completely; opening {date2} closes it as it is':
    'o dia {date} não teve a alocação concluída; abrir {date2} encerra o dia como está',
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
  '{n} {n|unit|units} of {code} {n|is|are} requested for {fund} and {n|stays|stay} so; call the administrator if {n|it is|they are} not wanted':
    '{n} {n|lote|lotes} de {code} {n|está pedido|estão pedidos} para {fund} e {n|continua|continuam} assim; ligue para o administrador se não {n|for desejado|forem desejados}',
  'an amendment needs a reason; write why the order changes':
    'uma alteração precisa de motivo; escreva por que a ordem muda',
  '{broker} takes its allocation fill by fill, and the fills of {codes} are not known one by one (consolidated rows): its file has each fund at its own average there, and says so':
    '{broker} recebe a alocação por execução, e as execuções de {codes} não são conhecidas uma a uma (linhas consolidadas): no arquivo cada fundo está ao seu preço médio, e isso é dito',
  '{side} {code}: fill {fill} of {broker} over {n} {n|share|shares} is not allocated exactly; nothing was written, report it':
    '{side} de {code}: a execução {fill} da {broker}, de {n} {n|cota|cotas}, não foi alocada por inteiro; nada foi gravado, avise o suporte',
  '{side} {code}: fund {cnpj} is due {n} {n|share|shares} and gets another number; nothing was written, report it':
    '{side} de {code}: o fundo {cnpj} tem direito a {n} {n|cota|cotas} e recebe outro número; nada foi gravado, avise o suporte',
  '{side} {code}: a line is not a whole number of shares; nothing was written, report it':
    '{side} de {code}: uma linha não tem um número inteiro de cotas; nada foi gravado, avise o suporte',
  'max_units names "{name}", which is no ETF of the tab etfs':
    'max_units cita "{name}", que não é um ETF da aba etfs',
  'max_units names "{name}", which is no ETF; {likely} is probably meant':
    'max_units cita "{name}", que não é um ETF; provavelmente é {likely}',
  'cutoffs names "{name}", which is neither an ETF nor a family of the tab etfs':
    'cutoffs cita "{name}", que não é ETF nem família da aba etfs',
  'cutoffs names "{name}", which is neither an ETF nor a family; {likely} is probably meant':
    'cutoffs cita "{name}", que não é ETF nem família; provavelmente é {likely}',
  '"{value}" is not a family; use {values}': '"{value}" não é uma família; use {values}',
  '"{value}" is not a number of iterations; use 1 or more':
    '"{value}" não é um número de rodadas; use 1 ou mais',
  '"{value}" is not a stage; use {values}': '"{value}" não é uma etapa; use {values}',
  '{code} {side}': '{code} {side}',
  'the cheapest units were searched for as long as split_seconds says; at most {decimal}% of their cost, {money}, could still be saved':
    'os lotes mais baratos foram procurados pelo tempo de split_seconds; ainda seria possível economizar no máximo {decimal}% do custo, {money}',
  'the search for the cheapest units found nothing more to try, as whole shares just fit the cash of the funds; at most {decimal}% of their cost, {money}, could still be saved: a little more cash for a fund leaves room':
    'a procura dos lotes mais baratos não achou mais nada a tentar, pois as cotas inteiras mal cabem no caixa dos fundos; ainda seria possível economizar no máximo {decimal}% do custo, {money}: um pouco mais de caixa em um fundo abre espaço',
  'the search for the cheapest units had to stop, as Google ends a run; at most {decimal}% of their cost, {money}, could still be saved, and another run may find other units: a smaller split_seconds ends it in time':
    'a procura dos lotes mais baratos teve de parar, porque o Google encerra a execução; ainda seria possível economizar no máximo {decimal}% do custo, {money}, e outra execução pode achar outros lotes: um split_seconds menor termina a tempo',
  'offshore orders': 'ordens offshore',
  requests: 'pedidos',
  about: 'cerca de',
  'caps replaced': 'limites substituídos',
  'no round ({said}), but the caps left {money} more than funds call for: {n} {n|cap|caps} replaced':
    'sem rodada ({said}), mas os limites deixavam {money} a mais do que os fundos pedem: {n} {n|limite substituído|limites substituídos}',
  'too much in caps': 'a mais nos limites',
  iteration: 'rodada',
  'still to do': 'ainda a executar',
  'fund orders': 'ordens de ajuste',
  'furthest from the pool price': 'mais distante do preço médio do ETF',
  '{money} is less than one share': '{money} é menos que uma cota',
  '{money} stays: it has no shares left to sell': '{money} fica: não tem mais cotas para vender',
  '{side} {money} rests: every broker of it was stopped':
    '{side} {money} espera: todas as corretoras foram paradas',
  '{side} {money} is not sent: no broker takes so little':
    '{side} {money} não é enviado: nenhuma corretora aceita tão pouco',
  'the ETF’s units are rounded down in total': 'os lotes do ETF são arredondados para baixo no total',
  'chosen together with the other funds’ units': 'escolhidos em conjunto com os lotes dos outros fundos',
  'the cut-off of {code} is {time} and B3 opens at {time2}: no units can be asked for today':
    'o horário limite de {code} é {time} e a B3 abre às {time2}: hoje não é possível pedir lotes',
  'keeps what it is over, {money}': 'fica com o excedente de {money}',
  'is over by {money}; the last round gives it back': 'tem {money} a mais; a última rodada devolve',
  'units by hand: {fund}, {side} {code}: {said}': 'lotes definidos à mão: {fund}, {side} de {code}: {said}',
  '{n} {n|unit|units} set by {user}: {reason}': '{n} {n|lote definido|lotes definidos} por {user}: {reason}',
  'its order of {money} is {n} {n|unit|units}, rounded up':
    'a ordem de {money} equivale a {n} {n|lote|lotes}, arredondando para cima',
  'no order is picked; nothing to amend': 'nenhuma ordem foi marcada; nada a alterar',
  '{fund}, {side} {code}: {said}': '{fund}, {side} {code}: {said}',
  'units set by hand': 'lotes definidos à mão',
} as const satisfies Readonly<Record<string, string>>;
