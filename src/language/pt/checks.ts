// What the checks before a stage say, in English and in Portuguese.

export const CHECKS = {
  '{broker} sold {n} {n|share|shares} of {code} beyond its share cap of {n2} of {time}; its fills tell no time, so whether they were traded before cannot be told':
    '{broker} vendeu {n} {n|cota|cotas} de {code} além do seu limite de {n2} cotas das {time}; suas execuções não dizem a hora, e não se sabe se foram negociadas antes',
  '{said}; correct it, or accept it for today with a reason (Trading > Repair > Accept what is odd)':
    '{said}; corrija, ou aceite por hoje com um motivo (Trading > Reparo > Aceitar exceção)',
  '{header} of {name} is zero or blank, and on {date} it was {decimal2}':
    '{header} de {name} está zerado ou em branco, e em {date} era {decimal2}',
  'a trade of {fund} is {money}, and its largest of the last days was {money2}, on {date}':
    'uma ordem de {fund} é de {money}, e a maior dos últimos dias foi {money2}, em {date}',
  'the largest trade of {fund} is {money}, and on each of its last {n} days it traded {money2} or more; compare it with its source':
    'a maior ordem de {fund} é de {money}, e em cada um de seus últimos {n} dias ele negociou {money2} ou mais; compare com a origem',
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
  'the iNAV of {code} is {n} {n|minute|minutes} old, at most {n2} {n2|is|are} allowed; refresh it':
    'o iNAV de {code} é de {n} {n|minuto|minutos} atrás e o máximo são {n2}; atualize-o',
  'no iNAV of {code}; add a row or set INAV_API_URL in settings':
    'falta o iNAV de {code}; acrescente uma linha ou preencha INAV_API_URL em settings',
  'one creation unit of {code} has no shares; correct it':
    'o lote mínimo de {code} está com zero cotas; corrija',
  'there is no fill of {date}; enter them in the tab, or open the new day if there were none':
    'não há execução de {date}; preencha a aba, ou abra o novo dia se não houve nenhuma',
  '{fund}: the {side} of {code} was cancelled at {time} by {user} ({reason}) and stays so; delete its row, or write another amount and use Trading > Amend an order':
    '{fund}: a {side} de {code} foi cancelada às {time} por {user} ({reason}) e continua assim; apague a linha, ou escreva outro financeiro e use Trading > Alterar uma ordem',
  '{fund}: the offshore {side} of {code} was cancelled and stays so; delete its row, or write another amount and use Trading > Amend an order':
    '{fund}: a {side} offshore de {code} foi cancelada e continua assim; apague a linha, ou escreva outro financeiro e use Trading > Alterar uma ordem',
  'there is no trade to do any more: every order of the day is stopped':
    'não há mais nada a negociar: todas as ordens do dia estão canceladas',
  'the amount is zero and the day has no such order; the row does nothing':
    'o financeiro é zero e o dia não tem essa ordem; a linha não faz nada',
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
  'an AdjustmentOrder of {money} in {code} is ignored; the adjustment cycle makes its own':
    'uma AdjustmentOrder de {money} em {code} foi ignorada: as ordens de ajuste são criadas pelo ciclo de ajuste',
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
    '{n} {n|fundo|fundos} com ordens sem caixa informado: o caixa deles não foi verificado',
  'nav of {n} trading {n|fund|funds} is blank: the check on it is skipped':
    '{n} {n|fundo|fundos} com ordens sem PL informado: a parte do PL não foi verificada',
  '{fund} buys for {money} and has {money2}; lower an amount or correct its cash':
    '{fund} compra {money} e tem {money2} em caixa; reduza um valor ou corrija o caixa',
  '{fund} buys for {money} and has {money2} ({saids}); lower an amount or correct its cash':
    '{fund} compra {money} e tem {money2} em caixa ({saids}); reduza um valor ou corrija o caixa',
  '{fund} bought for {money} today and has {money3} to pay with; correct its cash, or tell its manager':
    '{fund} comprou {money} hoje e tem {money3} para pagar; corrija o caixa ou avise o gestor',
  '{fund} bought for {money} today, is to buy for {money2} more and has {money3} to pay with; amend its orders or correct its cash':
    '{fund} comprou {money} hoje, ainda deve comprar {money2} e tem {money3} para pagar; altere as ordens ou corrija o caixa',
  '{fund} is to sell {money} of {code} today and holds {n} {n|share|shares}, worth {money2}; amend its order or correct its holdings':
    '{fund} deve vender {money} de {code} hoje e tem {n} {n|cota|cotas}, que {n|vale|valem} {money2}; altere a ordem ou corrija a posição',
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
    '{n} {n|ETF|ETFs} com ordens sem avg_volume: o volume não foi verificado',
  '{code} {side}: {money} is more than {decimal}% of the average volume of {money2}':
    '{side} de {code}: {money} passa de {decimal}% do volume médio, de {money2}',
  '{code} {side}: {money} is more than {decimal}% of the average volume of {money2} ({saids})':
    '{side} de {code}: {money} passa de {decimal}% do volume médio, de {money2} ({saids})',
  '{n} offshore {n|order|orders} and OFFSHORE_EMAILS is blank; write where they go':
    'há {n} {n|ordem|ordens} offshore e OFFSHORE_EMAILS está em branco; informe para onde vão',
  'there is no trade to do; fill in rows or use Trading > Import files':
    'não há nenhuma ordem; preencha linhas ou use Trading > Importar arquivos',
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
  '"{broker}" has orders or fills of the day and is no broker of the tab brokers; write {likely}':
    '"{broker}" tem ordens ou execuções do dia e não é uma corretora da aba brokers; escreva {likely}',
  'the cash of {fund} is {money}: its rebalance buys {money2} with what it sells, and the debt stays; sell more or put in cash':
    'o caixa de {fund} é {money}: seu rebalanceamento compra {money2} com o que vende, e o saldo devedor fica; venda mais ou aporte caixa',
  '{broker}: {n} {n|fill|fills} of {side} {code} with the time of another day, the first {fill} at {time}; correct the time':
    '{broker}: {n} {n|execução|execuções} de {side} de {code} com horário de outro dia, a primeira {fill} às {time}; corrija o horário',
  '{broker}: {n} {n|fill|fills} of {side} {code} typed without a time, the first {fill}; write when, so that it belongs to a part of the day':
    '{broker}: {n} {n|execução digitada|execuções digitadas} sem horário em {side} de {code}, a primeira {fill}; escreva quando foi, para que pertença a uma parte do dia',
  '{broker}, {side} {code}: the row {fill} was revised, so that {n} of its {n2} shares would have cost {price} each and all of them cost {price2} on average; every fund has them at the average, whenever its order began. Ask {broker} for its fills, and correct it there if one was busted':
    '{broker}, {side} de {code}: a linha {fill} foi revisada, de modo que {n} das suas {n2} ações teriam custado {price} cada e todas custam {price2} em média; cada fundo as recebe pela média, qualquer que seja o início da sua ordem. Peça as execuções à {broker} e corrija lá se alguma foi cancelada',
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
  'no ETF of {family} that waits for units has a cut-off: the schedule leaves the family out and reminds nobody; write primary_cutoff, or run Primary units by hand':
    'nenhum ETF de {family} à espera de lotes tem horário limite: a agenda deixa a família de fora e não lembra ninguém; preencha primary_cutoff ou execute o Primário à mão',
  'family "{family}" is probably {meant} misspelt; write one name for both':
    'a família "{family}" é provavelmente {meant} com erro de digitação; use um só nome para as duas',
  'the fund has no {side} order of {code} today': 'o fundo não tem ordem de {side} de {code} hoje',
  'the iNAV of {code} is not known, so nobody can say what a unit costs':
    'o iNAV de {code} não é conhecido, então não se sabe quanto custa um lote',
  '{n} {n|unit|units} of {code} {n|is|are} more than {fund} can have, {n2}: {said}':
    '{n} {n|lote|lotes} de {code} {n|é|são} mais do que {fund} pode ter, {n2}: {said}',
  '{n} {n|unit|units} of {code} for {fund}, set by {user}: {reason}':
    '{n} {n|lote|lotes} de {code} para {fund}, {n|definido|definidos} por {user}: {reason}',
  'about {n} times as much: zeros too many?': 'cerca de {n} vezes mais: zeros a mais?',
  'about {n} times less: zeros too few?': 'cerca de {n} vezes menos: zeros a menos?',
  'less than the {money} that it has already; of that it keeps what it had ordered':
    'menos que os {money} que ela já tem; disso fica com o que tinha pedido',
  '{decimal} times as much': '{decimal} vezes mais',
  '{decimal} times less': '{decimal} vezes menos',
  '{fund} {side} {code}: {money} → {money2}, {said}': '{fund} {side} {code}: {money} → {money2}, {said}',
} as const satisfies Readonly<Record<string, string>>;
