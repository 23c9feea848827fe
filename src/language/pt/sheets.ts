// What reading cells, files and settings says, in English and in Portuguese.

export const SHEETS = {
  'the time is of {date} and the correction of {date2}; correct the time, or leave it blank':
    'o horário é de {date} e a correção de {date2}; corrija o horário ou deixe-o em branco',
  'the row is of {date} and the correction of {date2}; correct one day at a time':
    'a linha é de {date} e a correção é de {date2}; corrija um dia de cada vez',
  'a fill of 0 shares is none; write BUSTED into status if it was taken back':
    'uma execução de 0 cotas não existe; escreva BUSTED em status se ela foi cancelada',
  'KB that one e-mail may have without its files: 200 in a consumer’s account, 400 in Workspace':
    'KB que um e-mail pode ter sem os anexos: 200 numa conta pessoal, 400 no Workspace',
  'which fills a fund gets: those that bring its average nearest to the pool’s, or as few as possible':
    'quais execuções um fundo recebe: as que deixam seu preço médio mais perto do preço do conjunto, ou o menor número possível',
  'BRL that few lines may put a fund further from its pool’s price; where they would, price decides':
    'R$ que poucas linhas podem afastar um fundo do preço do conjunto; acima disso vale o preço',
  'header "{header}" stands twice; rename one':
    'o cabeçalho "{header}" aparece duas vezes; renomeie um deles',
  'header "{header}" is missing; add it in row 1 or run Trading > Set up':
    'falta o cabeçalho "{header}"; ponha-o na linha 1 ou use Trading > Configurar',
  'header "{header}" is missing; add it in row 1 or use Trading > Brokers > Share with brokers':
    'falta o cabeçalho "{header}"; ponha-o na linha 1 ou use Trading > Corretoras > Compartilhar com corretoras',
  'header "{header}" is missing; add it to the file and import it again':
    'falta o cabeçalho "{header}"; acrescente-o ao arquivo e importe de novo',
  'the tab "{tab}" is missing; run Trading > Set up': 'falta a aba "{tab}"; use Trading > Configurar',
  '{header} {said}': '{header} {said}',
  '{header} is blank; {said}': '{header} está em branco; {said}',
  'trades file': 'arquivo de ordens',
  'fund file': 'arquivo de fundos',
  '{key} stands in row {n} already; keep one': '{key} já está na linha {n}; deixe uma só',
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
  '"{key}" is not a setting; {likely} is probably meant, and stands in another row: correct that one and delete this':
    '"{key}" não é uma configuração; provavelmente é {likely}, que está em outra linha: corrija aquela e apague esta',
  'beside "funds" there is another list, "{key}", of {n}; put all funds into one':
    'além de "funds" há outra lista, "{key}", com {n}; ponha todos os fundos em uma só',
  '{said} has {n} letters, and a name may have {n2}; shorten it':
    '{said} tem {n} letras, e um nome pode ter {n2}; encurte-o',
  '{header} has {n} letters, and a cell takes {n2}; shorten it':
    '{header} tem {n} letras, e uma célula aceita {n2}; encurte o texto',
  '{said} is not a valid name; write one such as {example}':
    '{said} não é um nome válido; escreva um como {example}',
  '{said} is too little; write {n} or more': '{said} é pouco; escreva {n} ou mais',
  '{said} is not an address; write https://host/path':
    '{said} não é um endereço; escreva https://servidor/caminho',
  '{said} is not a stage; write some of {stages}': '{said} não é uma etapa; escreva uma ou mais de {stages}',
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
  '{n} {n|row has|rows have} {value} in the column {header}, which is no day that the desk can read, and today is {date}; write the day like 2025-01-31 or 31/01/2025, or take the column out':
    '{n} {n|linha traz|linhas trazem} {value} na coluna {header}, que a mesa não lê como data, e hoje é {date}; escreva a data como 31/01/2025 ou tire a coluna',
  'line {n} holds no header, and no comma, semicolon, tab or bar separates its cells; separate header and rows by one of them':
    'a linha {n} não tem cabeçalho, e nenhuma vírgula, ponto e vírgula, tabulação ou barra vertical separa as células; separe cabeçalho e linhas por um desses',
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
  'the file is UTF-32; save it as {format} and import it again':
    'o arquivo está em UTF-32; grave como {format} e importe de novo',
  'it is no text file: it has bytes that no text has; export it again as {format}':
    'não é um arquivo de texto: tem bytes que texto nenhum tem; exporte de novo como {format}',
  'the file is UTF-16; save it as {format} and import it again':
    'o arquivo está em UTF-16; grave como {format} e importe de novo',
  'letters of the file are lost, as in {said}: it was read in another encoding than it is in; save it as {format} and import it again':
    'letras do arquivo se perderam, como em {said}: ele foi lido em uma codificação que não é a sua; grave como {format} e importe de novo',
  'it is an Excel workbook, and the fund file is JSON; export it again as JSON':
    'é uma pasta de trabalho do Excel, e o arquivo de fundos é JSON; exporte de novo como JSON',
  'it is an Excel workbook; save it as CSV UTF-8 and import that':
    'é uma pasta de trabalho do Excel; grave como CSV UTF-8 e importe esse arquivo',
  'it is a web page; export the file again': 'é uma página da web; exporte o arquivo de novo',
  'it is JSON, as the fund file is; a trades file is CSV':
    'é JSON, como o arquivo de fundos; o arquivo de ordens é CSV',
  'it is empty; nothing is imported': 'está vazio; nada foi importado',
  'it holds no trade and would empty daily-trades; nothing is imported':
    'não tem nenhuma ordem e esvaziaria daily-trades; nada foi importado',
  'it holds no fund and would empty fund-stats; nothing is imported':
    'não tem nenhum fundo e esvaziaria fund-stats; nada foi importado',
  'it is {said}, not a fund': 'é {said}, e não um fundo',
  'a list': 'uma lista',
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
  'the schedule keeps what ran today as one fact instead of one a step':
    'a agenda guarda o que rodou hoje em um só registro, e não em um por passo',
  'the desk writes this tab': 'quem escreve nesta aba é a mesa',
  'the desk finds columns by their headers': 'a mesa encontra as colunas pelos cabeçalhos',
  'One of {values}.': 'Um de: {values}.',
  'Such as {values}.': 'Por exemplo {values}.',
  'The list is that of the tab {tab}.': 'A lista é a da aba {tab}.',
  '{said} (required)': '{said} (obrigatório)',
  'the fund’s name': 'nome do fundo',
  'the fund’s CNPJ': 'CNPJ do fundo',
  'the ETF': 'o ETF',
  'who executed it': 'quem executou',
  'BRL per share': 'R$ por cota',
  'its number': 'o número da instrução',
  'shares given': 'cotas alocadas',
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
  'language of the menu, the dialogs, the mails to the traders and, once Set up runs, of the figures in the cells':
    'idioma do menu, das janelas, dos e-mails aos traders e, depois de Configurar, dos números nas células',
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
  'a broker’s fills are many times its cap': 'as execuções de uma corretora são várias vezes o seu limite',
  'a trade is larger than its fund, or than any day before':
    'uma ordem é maior que o fundo, ou que qualquer dia anterior',
  'a limit, a spread or a cost has too many basis points': 'um limite, um spread ou um custo tem bps demais',
  'a figure of the tabs is many times what it was on the last day':
    'um número das abas é várias vezes o do último dia',
  'the administrator’s cut-off has passed': 'o horário limite do administrador já passou',
  'yes = a fund’s whole order goes to one broker; no = every order is split by the brokers’ shares':
    'yes = a ordem inteira de um fundo vai para uma corretora; no = toda ordem é dividida pelas participações das corretoras',
  'in which rounds a fund that is over gives back on the other side':
    'em quais rodadas um fundo que passou do alvo devolve no lado oposto',
  'basis points of its target that a fund may be over and keep; blank = the ETF’s spread_bps':
    'bps do alvo que o fundo pode passar e manter; em branco = spread_bps do ETF',
  'the id of the spreadsheet that this desk is kept in; Set up writes it, and a copy is known by it':
    'id da planilha em que esta mesa é mantida; Configurar o escreve, e uma cópia é reconhecida por ele',
  'the book knows its own id, so that a copy of it sends and saves nothing by itself':
    'a planilha conhece o próprio id, para que uma cópia dela nada envie nem grave por si',
  'what a waiting run keeps is written down in a shorter form, which an older script would misread':
    'o que uma execução em espera guarda é escrito de forma mais curta, que um script anterior leria mal',
} as const satisfies Readonly<Record<string, string>>;
