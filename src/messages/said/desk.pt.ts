// What the runner, the schedule, repair, sharing, the history and Set up say, in Portuguese.
import type { Phrase } from './phrase';

const RUNS: readonly Phrase[] = [
  [
    'another run is under way; wait until it has ended and try again',
    'outra execução está em andamento; espere terminar e tente de novo',
  ],
  ['another run is under way; try again', 'outra execução está em andamento; tente de novo'],
  [
    'another run is under way; wait until it has ended and set up again',
    'outra execução está em andamento; espere terminar e configure de novo',
  ],
  [
    'it is not known whether {ands} went out; ask the recipient, then settle it under Trading > Repair',
    'não se sabe se {ands} saiu; confirme com o destinatário e depois resolva em Trading > Reparo',
  ],
  ['"{subject}" to {recipients}', '"{subject}" para {recipients}'],
  [
    'the spreadsheet of {broker} was not brought up to date ({said}); repair it with Trading > Brokers > Share with brokers',
    'a planilha de {broker} não foi atualizada ({said}); refaça-a em Trading > Corretoras > Compartilhar com corretoras',
  ],
  [
    'the warehouse did not take the rows ({said}); the mails wait. Run the stage again to retry, or let the mails go with Trading > Repair > Release mails',
    'a base histórica não aceitou as linhas ({said}); os e-mails esperam. Repita a etapa para tentar de novo, ou solte os e-mails em Trading > Reparo > Liberar e-mails',
  ],
  ['the warehouse did not log it: {said}', 'não ficou registrado na base histórica: {said}'],
  ['it could not be logged: {said}', 'não foi possível registrar: {said}'],
  ['the run could not be logged: {said}', 'não foi possível registrar a execução: {said}'],
  ['"{value}" is not a family; use {values}', '"{value}" não é uma família; use {values}'],
  [
    '"{value}" is not a number of iterations; use 1 or more',
    '"{value}" não é um número de iterações; use 1 ou mais',
  ],
  [
    '"{value}" is not a stage; use initial, primary, adjustments, final, status or amend',
    '"{value}" não é uma etapa; use initial, primary, adjustments, final, status ou amend',
  ],
  [
    '"{value}" is not a step; use all, initial, primary or adjustments',
    '"{value}" não é um passo; use all, initial, primary ou adjustments',
  ],
];

const REPAIR: readonly Phrase[] = [
  ['the mails in doubt went out', 'os e-mails em dúvida saíram'],
  ['the mails in doubt go again with the next run', 'os e-mails em dúvida saem de novo na próxima execução'],
  [
    '{n} runs may send their mails before the warehouse is back',
    '{n} {n|execução pode|execuções podem} enviar os e-mails antes de a base histórica voltar',
  ],
  ['no run is pending', 'não há execução pendente'],
  ['run {run} was abandoned: {reason}', 'a execução {run} foi abandonada: {reason}'],
  [
    'run {run} has left the desk; it can only be rolled forward',
    'a execução {run} já saiu da mesa; só é possível concluí-la',
  ],
  [
    'abandoning a run needs a reason; write why',
    'para abandonar uma execução é preciso um motivo; escreva por quê',
  ],
  ['the changed state was accepted: {reason}', 'o estado alterado foi aceito: {reason}'],
  [
    'accepting a changed state needs a reason; write why',
    'para aceitar um estado alterado é preciso um motivo; escreva por quê',
  ],
];

const SCHEDULE: readonly Phrase[] = [
  ['the schedule was started', 'a agenda foi ligada'],
  ['the schedule was stopped', 'a agenda foi desligada'],
  ['finished what was left half-way: {runs}', 'concluído o que tinha ficado pela metade: {runs}'],
  ['the step broke off ({said})', 'o passo foi interrompido ({said})'],
  [
    'the orders are exactly those of {date}, so they are not sent unattended; import today’s, or confirm these by hand',
    'as ordens são exatamente as de {date}, por isso não saem sozinhas; importe as de hoje ou confirme estas você mesmo',
  ],
  ['prepared: {said}', 'preparado: {said}'],
  ['executions fetched', 'execuções atualizadas'],
  ['no request is due', 'nenhum pedido previsto'],
  ['cut-off at {time}: the traders were reminded', 'horário limite às {time}: os traders foram lembrados'],
  ['{n} problems; the traders were told', '{n} {n|erro|erros}; os traders foram avisados'],
  ['a notice to the traders did not go: {said}', 'um aviso aos traders não saiu: {said}'],
];

const SHARING: readonly Phrase[] = [
  ['{broker}, orders and allocation: {known}', '{broker}, ordens e alocação: {known}'],
  ['{broker}, inbox for fills: {known}', '{broker}, planilha de execuções: {known}'],
  ['sharing: {broker}, orders and allocation', 'compartilhando: {broker}, ordens e alocação'],
  ['sharing: {broker}, inbox for fills', 'compartilhando: {broker}, planilha de execuções'],
  ['a new spreadsheet', 'uma planilha nova'],
  ['{who} no longer reads', '{who} deixa de ler'],
  ['{who} no longer edits', '{who} deixa de editar'],
  ['{who} no longer has the role {role}', '{who} deixa de ter o papel {role}'],
  ['{who} reads (new)', '{who} passa a ler'],
  ['{who} edits (new)', '{who} passa a editar'],
  ['{who} reads (as before)', '{who} continua lendo'],
  ['{who} edits (as before)', '{who} continua editando'],
  ['{who} could not be removed ({said})', 'não foi possível remover {who} ({said})'],
  ['{who} got no access ({said})', '{who} ficou sem acesso ({said})'],
  ['it is not ready, so nobody new sees it ({said})', 'não está pronta, e ninguém novo tem acesso ({said})'],
  [
    'its content is not up to date, so nobody new sees it ({said})',
    'o conteúdo não está atualizado, e ninguém novo tem acesso ({said})',
  ],
  [
    '{who} has no emails; write them there to share with it',
    '{who} está sem emails; preencha para compartilhar',
  ],
  [
    "{who} of {broker} may edit the desk's own spreadsheet and sees everything; take that away first",
    '{who}, da {broker}, pode editar a planilha da própria mesa e vê tudo; retire antes esse acesso',
  ],
  [
    "{who} of {broker} may read the desk's own spreadsheet and sees everything; take that away first",
    '{who}, da {broker}, pode ler a planilha da própria mesa e vê tudo; retire antes esse acesso',
  ],
  [
    'the spreadsheet of {broker} is shared with other addresses than its emails; use Trading > Brokers > Share with brokers',
    'a planilha da {broker} está compartilhada com outros endereços que não os de emails; use Trading > Corretoras > Compartilhar com corretoras',
  ],
  [
    '{broker} stands there no more and its spreadsheet is still shared; use Trading > Brokers > Share with brokers',
    '{broker} não está mais lá e a planilha dela segue compartilhada; use Trading > Corretoras > Compartilhar com corretoras',
  ],
  [
    '{who} stands at {broker} and at {broker2} and would see what both do; give each its own',
    '{who} está em {broker} e em {broker2} e veria o que as duas fazem; use um endereço para cada uma',
  ],
  ['nothing is shared with any broker', 'não há nada compartilhado com corretoras'],
  [
    'nothing is shared with "{broker}"; write one of {brokers}',
    'não há nada compartilhado com "{broker}"; escreva uma de {brokers}',
  ],
  ["{n} problems; nobody's access changed", '{n} {n|erro|erros}; nenhum acesso mudou'],
  [
    'who has access changed since the preview; look at it again',
    'os acessos mudaram desde a prévia; confira de novo',
  ],
  [
    '{n} spreadsheet shared: {n2} people new, {n3} as before, {n4} removed',
    '{n} planilha compartilhada: {n2} {n2|pessoa nova|pessoas novas}, {n3} como antes, {n4} {n4|removida|removidas}',
  ],
  [
    '{n} spreadsheets shared: {n2} people new, {n3} as before, {n4} removed',
    '{n} planilhas compartilhadas: {n2} {n2|pessoa nova|pessoas novas}, {n3} como antes, {n4} {n4|removida|removidas}',
  ],
  [
    'sharing of {n} spreadsheet stopped: {n2} people removed',
    '{n} planilha deixou de ser compartilhada: {n2} {n2|pessoa removida|pessoas removidas}',
  ],
  [
    'sharing of {n} spreadsheets stopped: {n2} people removed',
    '{n} planilhas deixaram de ser compartilhadas: {n2} {n2|pessoa removida|pessoas removidas}',
  ],
  ['{known}; {n} step failed', '{known}; {n} passo falhou'],
  ['{known}; {n} steps failed', '{known}; {n} passos falharam'],
  ['everybody at {domain}', 'todos de {domain}'],
  ['anyone with the link', 'qualquer pessoa com o link'],
];

const HISTORY: readonly Phrase[] = [
  ['first day: {said}', 'primeiro dia: {said}'],
  ['last day: {said}', 'último dia: {said}'],
  [
    'the period begins on {date} and ends before that, on {date2}; swap the two days',
    'o período começa em {date} e termina antes disso, em {date2}; troque os dois dias',
  ],
  [
    'from {date} to {date2} is more than {n} days; ask for a shorter period, or query the views of the warehouse',
    'de {date} a {date2} são mais de {n} dias; peça um período menor ou consulte as views no BigQuery',
  ],
  [
    'there is no warehouse to ask; write GOOGLE_CLOUD_PROJECT in settings, run Trading > Set up, and the days from then on are kept',
    'não há base histórica; preencha GOOGLE_CLOUD_PROJECT em settings, use Trading > Configurar, e os dias passam a ser guardados',
  ],
  [
    'no day from {date} to {date2} has a final allocation in the warehouse; choose another period, or run Final allocation for today first. The tab stays as it is',
    'nenhum dia de {date} a {date2} tem alocação final na base histórica; escolha outro período ou faça antes a Alocação final de hoje. A aba fica como está',
  ],
  [
    '{date} to {date2}: {n} days, {n2} funds, {n3} pairs of broker and ETF; the charts stand at the right of the tab history',
    '{date} a {date2}: {n} {n|dia|dias}, {n2} {n2|fundo|fundos}, {n3} {n3|par|pares} de corretora e ETF; os gráficos estão à direita na aba history',
  ],
  ['history: asking the warehouse for {date} to {date2}', 'consultando a base histórica de {date} a {date2}'],
  ['Tracking error by day, all funds (bps)', 'Tracking error por dia, todos os fundos (bps)'],
  [
    'Slippage to iNAV by broker and ETF (bps, above zero = worse)',
    'Slippage contra o iNAV por corretora e ETF (bps, acima de zero = pior)',
  ],
  ['Primary part of what each fund traded', 'Parcela do primário no que cada fundo negociou'],
  [
    'Paid beyond the average of all funds (bps, below zero = favoured)',
    'Pago acima da média de todos os fundos (bps, abaixo de zero = favorecido)',
  ],
  ['Done, by ETF and side (part of the target)', 'Executado por ETF e lado (parte do alvo)'],
];

const SET_UP: readonly Phrase[] = [
  [
    '{n} tabs made, {n2} things left to do',
    '{n} {n|aba criada|abas criadas}, {n2} {n2|item pendente|itens pendentes}',
  ],
  ['{said} (and {n} more)', '{said} (e mais {n})'],
  ['correct the cells in the tab', 'corrija as células na aba'],
  ['correct the cell in settings', 'corrija a célula em settings'],
  ['the tab {tab} is empty', 'a aba {tab} está vazia'],
  ['{n} rows in the tab {tab}', '{n} {n|linha|linhas} na aba {tab}'],
  [
    'Trading > Import files takes the fund file; or fill in the tab',
    'importe o arquivo de fundos em Trading > Importar arquivos, ou preencha a aba',
  ],
  [
    'Trading > Import files takes the trades file; or fill in the tab',
    'importe o arquivo de ordens em Trading > Importar arquivos, ou preencha a aba',
  ],
  [
    'one row an ETF: family, limit in bps, cut-off, administrator and its e-mail',
    'uma linha por ETF: família, limite em bps, horário limite, administrador e o seu e-mail',
  ],
  [
    'one row a broker: code, e-mails, language, accounts, share',
    'uma linha por corretora: código, e-mails, idioma, contas e participação',
  ],
  [
    'write TRADER_EMAILS: they are copied on every order and hear what the schedule does',
    'preencha TRADER_EMAILS: eles recebem cópia de todas as ordens e os avisos da agenda',
  ],
  ['the traders have no e-mail', 'os traders estão sem e-mail'],
  [
    'the book holds sample rows: {addresses} reach nobody',
    'a planilha tem linhas de exemplo: {addresses} não chegam a ninguém',
  ],
  ['replace them before the first real order', 'troque-as antes da primeira ordem de verdade'],
  [
    'the book is of version {n} and this script knows {n2} only; push the newer script (npm run deploy), then set up again',
    'a planilha é da versão {n} e este script só conhece a {n2}; publique o script mais novo (npm run deploy) e configure de novo',
  ],
  [
    'the schedule keeps what ran today as one fact instead of one a step',
    'a agenda guarda o que rodou hoje em um só registro, e não em um por passo',
  ],
  ['do what it says, then set up again', 'faça o que a mensagem diz e configure de novo'],
  [
    '{n} recipients may still be written to today',
    'hoje ainda se pode escrever a {n} {n|destinatário|destinatários}',
  ],
  [
    'run the desk as a user with a larger quota (1,500 a day in Workspace)',
    'use a mesa com um usuário de cota maior (1.500 por dia no Workspace)',
  ],
  ['no post-trade system is set', 'nenhum sistema de pós-negociação configurado'],
  ['TRADING_API_SECRET is blank', 'TRADING_API_SECRET está em branco'],
  ['name the secret in settings', 'dê o nome do segredo em settings'],
  ['"{name}" holds no token for you', '"{name}" não tem token para você'],
  ['"{name}" holds a token for you', '"{name}" tem um token para você'],
  ['give the token in this dialog and save', 'informe o token nesta janela e grave'],
  [
    'TRADING_API_URL is blank: the tab executions is filled in by hand',
    'TRADING_API_URL está em branco: a aba executions é preenchida à mão',
  ],
  [
    'correct the settings or the token, then set up again',
    'corrija as configurações ou o token e configure de novo',
  ],
  ['answers with {n} executions of today', 'responde com {n} {n|execução|execuções} de hoje'],
  [
    'INAV_API_URL is blank: the tab market-data is filled in by hand',
    'INAV_API_URL está em branco: a aba market-data é preenchida à mão',
  ],
  ['there is no ETF to ask for', 'não há ETF para consultar'],
  ['fill in the tab etfs', 'preencha a aba etfs'],
  ['correct INAV_API_URL, then set up again', 'corrija INAV_API_URL e configure de novo'],
  ['gives the iNAV of {code}', 'informa o iNAV de {code}'],
  ['{place} in {location} takes rows', '{place} em {location} aceita linhas'],
  [
    'GOOGLE_CLOUD_PROJECT is blank: nothing is kept beyond this book',
    'GOOGLE_CLOUD_PROJECT está em branco: nada fica guardado além desta planilha',
  ],
  [
    'in the script editor add the service Drive, version v3',
    'no editor de scripts, acrescente o serviço Drive, versão v3',
  ],
  [
    'the Drive service is missing: brokers get no files',
    'falta o serviço Drive: as corretoras ficam sem arquivos',
  ],
  ['files for brokers can be kept in your Drive', 'os arquivos das corretoras podem ficar no seu Drive'],
  ['runs every five minutes as you', 'roda a cada cinco minutos com o seu usuário'],
  ['not started by you: the day goes by clicks', 'não foi ligada por você: o dia anda por cliques'],
  [
    'settings: TRADING_API_SECRET is blank; write the name of the secret first',
    'settings: TRADING_API_SECRET está em branco; escreva antes o nome do segredo',
  ],
  ['the desk writes this tab', 'quem escreve nesta aba é a mesa'],
  ['the desk finds columns by their headers', 'a mesa encontra as colunas pelos cabeçalhos'],
];

export const DESK: readonly Phrase[] = [...RUNS, ...REPAIR, ...SCHEDULE, ...SHARING, ...HISTORY, ...SET_UP];
