// What the tabs say: their titles, columns and notes, in English and in Portuguese.

export const TABS = {
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
  'the ETF, or the offshore asset': 'o ETF ou o ativo offshore',
  'BRL, such as 1234.56': 'R$, por exemplo 1234,56',
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
  'a higher version replaces the lower': 'a versão maior substitui a menor',
  when: 'quando',
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
  'a higher version REPLACES the lower': 'a versão maior SUBSTITUI a menor',
  'why the fund trades': 'por que o fundo negocia',
  'creation or redemption units': 'lotes de integralização ou resgate',
  'units at the iNAV frozen last, BRL': 'lotes pelo último iNAV congelado, R$',
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
  'the charts stand below': 'os gráficos estão abaixo',
  'their figures are in the tabs status and history': 'seus números estão nas abas status e history',
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
  'the broker, the ETF and the side, as the chart names them': 'a corretora, o ETF e o lado, como no gráfico',
  'the same, of what is bought: for the chart': 'o mesmo, do que se compra: para o gráfico',
  'the same, of what is sold: for the chart': 'o mesmo, do que se vende: para o gráfico',
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
  'what funds lack with units at the official NAV, BRL':
    'o que falta aos fundos com os lotes pela cota oficial, em R$',
  'what funds have too much with units at the official NAV, BRL':
    'o que os fundos têm a mais com os lotes pela cota oficial, em R$',
  'its usual spread in basis points: what a way there and back costs':
    'spread usual em bps: quanto custa ir e voltar',
  'BRL of the smallest order that it takes; blank = any':
    'menor ordem que aceita, em R$; em branco = qualquer',
  'funds whose whole orders of this side lie at this broker; blank where orders are split':
    'fundos cujas ordens inteiras desta ponta estão nesta corretora; vazio onde as ordens são divididas',
  'shares that may be sold in total today; blank for buys':
    'cotas que podem ser vendidas no total do dia; em branco nas compras',
} as const satisfies Readonly<Record<string, string>>;
