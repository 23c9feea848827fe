// What the desk says of its runs, in English and in Portuguese.

export const RUN = {
  '{n} {n|problem|problems}; nothing was written': '{n} {n|erro|erros}; nada foi gravado',
  '{n} {n|problem|problems}; nothing can be done yet': '{n} {n|erro|erros}; ainda não dá para seguir',
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
  'fill {fill}: {code} was none of the day’s ETFs': 'execução {fill}: {code} não era um ETF do dia',
  'fill {fill}: {broker} was none of the day’s brokers':
    'execução {fill}: {broker} não era uma corretora do dia',
  'the inputs changed since the preview; look at it again':
    'os dados mudaram desde a prévia; confira de novo',
  'fetching today’s executions': 'buscando as execuções de hoje',
  'fetching iNAVs': 'buscando os iNAVs',
  '{said}: filling in {n} {n|tab|tabs}': '{said}: preenchendo {n} {n|aba|abas}',
  '{said}: saving to the warehouse': '{said}: salvando na base histórica',
  '{said}: sending {n} {n|mail|mails}': '{said}: enviando {n} {n|e-mail|e-mails}',
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
  'the post-trade system has fills of {broker}, and {broker} enters its fills in its inbox; write fills_from = api, or take its account_codes out':
    'o sistema de pós-negociação tem execuções de {broker}, e {broker} também as digita na planilha de execuções; use fills_from = api ou tire os account_codes da corretora',
  'header "{header}" is missing; run Trading > Set up, then run the stage again':
    'falta o cabeçalho "{header}"; use Trading > Configurar e repita a etapa',
  'the tab "{tab}" is missing; run Trading > Set up, then run the stage again':
    'falta a aba "{tab}"; use Trading > Configurar e repita a etapa',
  'inbox of {broker}': 'planilha de execuções de {broker}',
  'the row "{key}" was changed by hand; undo the change, or accept it with Trading > Repair > Accept the state':
    'a linha "{key}" foi alterada à mão; desfaça a alteração ou aceite-a em Trading > Reparo > Aceitar o estado',
  'rows were added, removed or put in another order; undo the change, or accept it with Trading > Repair > Accept the state':
    'linhas foram acrescentadas, apagadas ou reordenadas; desfaça a alteração ou aceite-a em Trading > Reparo > Aceitar o estado',
  'the outcome of run {run} is gone; undo the change to the tab, or give the run up with Trading > Repair > Abandon the pending run':
    'o resultado da etapa {run} sumiu; desfaça a alteração na aba ou abandone a etapa em Trading > Reparo > Abandonar a etapa pendente',
  'the outcome of run {run} is not what the desk wrote ({n} of {n2} characters); nothing of it goes on: undo the change to the tab, or give the run up with Trading > Repair > Abandon the pending run':
    'o resultado da etapa {run} não é o que a mesa gravou ({n} de {n2} caracteres); nada dele segue adiante: desfaça a alteração na aba ou abandone a etapa em Trading > Reparo > Abandonar a etapa pendente',
  'fill {fill}: {broker} was none of the day’s brokers; write {likely}':
    'execução {fill}: {broker} não era uma corretora do dia; escreva {likely}',
  'a split was refused by the desk’s own check ({why}); nothing was written. Take one of the orders out and try again, and hand this day in as a scenario':
    'um rateio foi recusado pela própria verificação da mesa ({why}); nada foi gravado. Retire uma das ordens e tente de novo, e envie este dia como cenário',
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
  'the list said something else, nothing was accepted, and it says by now: {said}; look at the list again':
    'a lista dizia outra coisa, nada foi aceito, e agora ela diz: {said}; olhe a lista de novo',
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
  'it is not known whether {ands} went out; ask the recipient, then settle it under Trading > Repair':
    'não se sabe se {ands} saiu; confirme com o destinatário e depois resolva em Trading > Reparo',
  '"{subject}" to {recipients}': '"{subject}" para {recipients}',
  '"{subject}" to {recipients} at {time}': '"{subject}" para {recipients} às {time}',
  '{said} ({said2})': '{said} ({said2})',
  'no reason was given': 'nenhum motivo foi dado',
  '{n} {n|mail|mails} did not go: {saids}; the others did. Send {n|it|them} to another address, or say that {n|its recipient knows|their recipients know}, under Trading > Repair > Mails that did not go':
    '{n} {n|e-mail não saiu|e-mails não saíram}: {saids}; os demais saíram. Envie {n|o e-mail|os e-mails} a outro endereço, ou diga que {n|o destinatário já sabe|os destinatários já sabem}, em Trading > Reparo > E-mails que não saíram',
  'run {run} of {date} was left half-way and is finished now; {n} {n|mail|mails} of it went':
    'a etapa {run} de {date} tinha ficado pela metade e foi concluída agora; {n} {n|e-mail dela saiu|e-mails dela saíram}',
  'run {run} of {date} was left half-way and is ended, because its day is over: {saids}':
    'a etapa {run} de {date} ficou pela metade e foi encerrada, porque o dia dela acabou: {saids}',
  'run {run} of {date} was left half-way, cannot be read any more and is ended, because its day is over: {saids}':
    'a etapa {run} de {date} ficou pela metade, não pode mais ser lida e foi encerrada, porque o dia dela acabou: {saids}',
  'run {run} was ended, because its day is over': 'a etapa {run} foi encerrada, porque o dia dela acabou',
  'nothing of it had left the desk, and the day is as it was before it':
    'nada dela tinha saído da mesa, e o dia voltou ao que era antes dela',
  'nothing of it had left the desk': 'nada dela tinha saído da mesa',
  'what it decided stays in the day as if everybody had been told':
    'o que ela decidiu permanece no dia como se todos tivessem sido avisados',
  'what it decided stands in the day': 'o que ela decidiu está no dia',
  '{n} {n|mail|mails} did not go and never {n|goes|go}: {ands}':
    '{n} {n|e-mail não saiu e nunca sairá|e-mails não saíram e nunca sairão}: {ands}',
  '{n} {n|mail|mails} did not go and never {n|goes|go}: to {list}':
    '{n} {n|e-mail não saiu e nunca sairá|e-mails não saíram e nunca sairão}: para {list}',
  'it is not known whether {ands} went: ask the recipient':
    'não se sabe se {ands} saiu: confirme com o destinatário',
  'it is not known whether {n|the mail|the mails} to {list} went: ask there':
    'não se sabe se {n|o e-mail|os e-mails} para {list} {n|saiu|saíram}: confirme com {n|o destinatário|os destinatários}',
  'which of {n} further {n|mail|mails} went is not known: look into Sent':
    'não se sabe qual de {n} {n|outro e-mail|outros e-mails} saiu: veja em Enviados',
  'which of its mails went is not known: look into Sent':
    'não se sabe quais dos e-mails dela saíram: veja em Enviados',
  'its rows may be missing from the warehouse': 'as linhas dela podem faltar na base histórica',
  'nothing of it stood in {tab} any more': 'nada dela estava mais em {tab}',
  'what stood of it in {tab} is kept in {file}': 'o que dela estava em {tab} está guardado em {file}',
  'what stands of it in {tab} stays there until it can be kept in a file ({said})':
    'o que dela está em {tab} fica lá até poder ser guardado em um arquivo ({said})',
  'tell by hand whomever it still concerns, then accept it under Trading > Repair > Accept what is odd':
    'avise pessoalmente quem ainda precisa saber e depois aceite em Trading > Reparo > Aceitar exceção',
  'the rows of run {run} are owed to the warehouse and GOOGLE_CLOUD_PROJECT is blank now; the mails wait. Fill it in again, or let the mails go with Trading > Repair > Release mails':
    'as linhas da etapa {run} são devidas à base histórica e GOOGLE_CLOUD_PROJECT está em branco agora; os e-mails esperam. Preencha-o de novo ou libere os e-mails em Trading > Reparo > Liberar e-mails',
  'the spreadsheet of {broker} was not brought up to date ({said}); the next run tries again, and so does Trading > Brokers > Share with brokers':
    'a planilha de {broker} não foi atualizada ({said}); a próxima etapa tenta de novo, e também Trading > Corretoras > Compartilhar com corretoras',
  '{n} {n|file is|files are} in the mails and not in Drive ({files}): {said}; whoever keeps it runs this stage once more and they are put there':
    '{n} {n|arquivo está|arquivos estão} nos e-mails e não no Drive ({files}): {said}; quem a guarda executa esta etapa mais uma vez e eles são gravados lá',
  'the warehouse did not take the rows ({said}); the mails wait. Run the stage again to retry, or let the mails go with Trading > Repair > Release mails':
    'a base histórica não aceitou as linhas ({said}); os e-mails esperam. Repita a etapa para tentar de novo, ou solte os e-mails em Trading > Reparo > Liberar e-mails',
  'the warehouse did not log it: {said}': 'não ficou registrado na base histórica: {said}',
  'it could not be logged: {said}': 'não foi possível registrar: {said}',
  'the run could not be logged: {said}': 'não foi possível registrar a etapa: {said}',
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
  'run {run}: {n} {n|mail|mails} would go before the warehouse has its rows, which stay owed: {ands}':
    'etapa {run}: {n} {n|e-mail|e-mails} {n|sairia|sairiam} antes de a base histórica ter as linhas, que seguem devidas: {ands}',
  'no mails wait to be released': 'nenhum e-mail espera ser liberado',
  '{n} {n|run|runs} may send {n|its|their} mails: {saids}':
    '{n} {n|etapa pode|etapas podem} enviar os e-mails: {saids}',
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
  'the state stands as the desk wrote it; there is nothing to accept':
    'o estado está como a mesa o gravou; não há nada a aceitar',
  'the row "{key}" could not be read and was left out': 'a linha "{key}" não pôde ser lida e ficou de fora',
  'the run went on meanwhile, so it was not given up; look at it again. By now: {said}':
    'a execução avançou nesse meio-tempo e não foi abandonada; olhe de novo. Agora: {said}',
  'abandoning a run needs a reason; write why':
    'para abandonar uma etapa é preciso um motivo; escreva por quê',
  'the changed state was accepted: {reason}': 'o estado alterado foi aceito: {reason}',
  'accepting a changed state needs a reason; write why':
    'para aceitar um estado alterado é preciso um motivo; escreva por quê',
  'status, orders and blotter were not rewritten ({said}); they are as of the time in them. Refresh executions writes them again':
    'status, orders e blotter não foram reescritas ({said}); valem pela hora que trazem. Atualizar execuções as reescreve',
  'there is no {code} of "{subject}" to be accepted; open: {list}':
    'não há {code} de "{subject}" a aceitar; em aberto: {list}',
  'nothing is open to be accepted': 'não há nada a aceitar',
  'accepted: {said}; because: {reason}': 'aceito: {said}; motivo: {reason}',
  'accepting what is odd needs a reason; write why': 'aceitar uma exceção exige um motivo; escreva por quê',
  'units are set with a reason; write why': 'lotes são definidos com um motivo; escreva por quê',
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
  'report {file}: {link}': 'relatório {file}: {link}',
  '{file} was not made ({said}); the HTML file of the same name beside it says the same and prints':
    '{file} não foi feito ({said}); o arquivo HTML de mesmo nome ao lado diz o mesmo e pode ser impresso',
} as const satisfies Readonly<Record<string, string>>;
