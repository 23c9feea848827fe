// What the desk says of its triggers, its set-up, its brokers and its looks, in English and in Portuguese.

export const DESK = {
  'no official NAV is published yet': 'nenhuma cota oficial publicada ainda',
  'the tab "{name}" looks like a copy of {tab} and is not read':
    'a aba "{name}" parece uma cópia de {tab} e não é lida',
  'delete it, or write into the tab {tab}': 'apague-a ou escreva na aba {tab}',
  'there is no file; give the fund file, the trades file, or both':
    'não há arquivo; dê o arquivo de fundos, o de ordens, ou os dois',
  'the tabs have changed since the import was shown; nothing was written, look at it again':
    'as abas mudaram desde que a importação foi mostrada; nada foi gravado, confira de novo',
  'imported: {n} {n|fund|funds} and {n2} {n2|trade|trades}':
    'importado: {n} {n|fundo|fundos} e {n2} {n2|ordem|ordens}',
  'the import cannot be taken back: the tab {tab} is missing; run Trading > Set up':
    'a importação não poderá ser desfeita: falta a aba {tab}; use Trading > Configurar',
  'the last import is of {date}; only one of today can be taken back':
    'a última importação é de {date}; só a de hoje pode ser desfeita',
  'the day was decided on since the import of {time}; change the rows by hand, or import the right file and use Trading > Amend an order':
    'o dia já teve decisões desde a importação das {time}; mude as linhas à mão, ou importe o arquivo certo e use Trading > Alterar uma ordem',
  'what the import replaced no longer stands in {tab} as the desk wrote it; change the rows by hand':
    'o que a importação substituiu já não está em {tab} como a mesa gravou; mude as linhas à mão',
  '{tab} is empty again, as it was': '{tab} volta a ficar vazia, como estava',
  '{tab} gets its {n} {n|row|rows} back': '{tab} recebe de volta {n} {n|linha|linhas}',
  'the import of {time} by {user} is taken back: {saids}':
    'a importação das {time}, de {user}, é desfeita: {saids}',
  'row {n} was changed since the import; undo the change first, or correct the rows by hand':
    'a linha {n} mudou desde a importação; desfaça a mudança antes, ou corrija as linhas à mão',
  '"{key}" is not a setting': '"{key}" não é uma configuração',
  'there is no mail quota left': 'não resta cota de e-mail',
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
  '{said}: the platform has ended it twice before it was done, as it ends what takes more than {n} minutes; run it from the menu and see what it waits for':
    '{said}: a plataforma encerrou a etapa duas vezes antes do fim, como encerra o que passa de {n} minutos; rode pelo menu e veja o que ela espera',
  'not all of what was asked for the sharing of {broker} could be done: somebody may see what is not meant for them, or not see it yet; use Trading > Brokers again':
    'nem tudo o que se pediu para o compartilhamento com {broker} pôde ser feito: alguém pode ver o que não é para ele, ou ainda não ver; use Trading > Corretoras de novo',
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
  'nothing was fetched': 'nada foi buscado',
  '{n} {n|fill|fills} over {money}; nothing fetches them here: people type them':
    '{n} {n|execução|execuções}, {money}; aqui nada as busca: são digitadas',
  '{n} {n|fill|fills} over {money} as of {time}': '{n} {n|execução|execuções}, {money}, às {time}',
  Buys: 'Compras',
  Sells: 'Vendas',
  Executions: 'Execuções',
  Sample: 'Exemplo',
  'E-mail': 'E-mail',
  Token: 'Token',
  'Post-trade': 'Pós-negociação',
  iNAV: 'iNAV',
  BigQuery: 'BigQuery',
  Drive: 'Drive',
  Sheets: 'Planilhas',
  Book: 'Planilha',
  'this book is a copy of {code}: it sends nothing and saves nothing to the warehouse. Work in the original; or, if this one is to be a desk of its own, write its own addresses and dataset into the tabs and say so with Trading > Repair > Make this copy a desk':
    'esta planilha é uma cópia de {code}: nada envia e nada grava no BigQuery. Trabalhe no original; ou, se esta deve ser uma mesa própria, escreva nas abas os endereços e o dataset dela e diga-o em Trading > Reparo > Tornar esta cópia uma mesa',
  'the book is of version {n} and this script knows {n2} only: an older script was pushed over it; push the newer one, or work in a copy from before the upgrade':
    'a planilha é da versão {n} e este script só conhece a {n2}: um script mais antigo foi enviado sobre ela; envie o mais novo, ou trabalhe numa cópia de antes da atualização',
  'the script was upgraded and this book was not: run Trading > Set up before anything goes out':
    'o script foi atualizado e esta planilha não: rode Trading > Configurar antes que algo saia',
  'a copy becomes a desk with a reason; write why': 'uma cópia vira mesa com um motivo; escreva por quê',
  'this book is no copy; there is nothing to do': 'esta planilha não é cópia; não há nada a fazer',
  'this copy of {code} is a desk of its own: {reason}': 'esta cópia de {code} é uma mesa própria: {reason}',
  'Orders before and after the import': 'Ordens antes e depois da importação',
  'Buys that change': 'Compras que mudam',
  'Sells that change': 'Vendas que mudam',
  'Orders before': 'Ordens antes',
  'Orders after': 'Ordens depois',
  '{n} of the {n2} orders go with this import: buys of {money} and sells of {money2}. Is the file whole?':
    '{n} das {n2} ordens saem com esta importação: compras de {money} e vendas de {money2}. O arquivo está completo?',
  '{n} {n|row|rows} cannot be read as {n|it stands|they stand}, and {n|is|are} in no figure of before':
    '{n} {n|linha|linhas} não {n|pode|podem} ser {n|lida|lidas} como {n|está|estão}, e não {n|entra|entram} em nenhum valor de antes',
} as const satisfies Readonly<Record<string, string>>;
