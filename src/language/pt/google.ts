// What the services of Google and the feeds say, in English and in Portuguese.

export const GOOGLE = {
  '{url}: the answer is of {other} and not of {code}; ask the provider, or fill in market-data by hand.':
    '{url}: a resposta é de {other} e não de {code}; fale com o provedor ou preencha market-data à mão.',
  'The tab "{tab}" is missing; run Trading > Set up, then try again.':
    'Falta a aba "{tab}"; use Trading > Configurar e tente de novo.',
  'there is no tab "{tab}"; run Trading > Set up': 'não há a aba "{tab}"; use Trading > Configurar',
  'its tab "{tab}" was deleted': 'a aba "{tab}" da planilha foi apagada',
  '"{cell}" is no cell; write one such as A1': '"{cell}" não é uma célula; escreva uma como A1',
  '{tab}: header "{header}" is missing; run Trading > Set up':
    '{tab}: falta o cabeçalho "{header}"; use Trading > Configurar',
  'the desk’s folder is in the Drive of whoever set the desk up':
    'a pasta da mesa está no Drive de quem configurou a mesa',
  'the desk’s folder is in the Drive of {who}': 'a pasta da mesa está no Drive de {who}',
  'the files lie in your Drive already': 'os arquivos já ficam no seu Drive',
  'new files will lie in the Drive of {user}': 'os novos arquivos ficarão no Drive de {user}',
  'new files will lie in the Drive of {user}; the earlier ones stay in that of {who}':
    'os novos arquivos ficarão no Drive de {user}; os anteriores continuam no de {who}',
  'everybody at {domain}': 'todos de {domain}',
  'anyone with the link': 'qualquer pessoa com o link',
  '{n} {n|tab|tabs} made, {n2} {n2|thing|things} left to do':
    '{n} {n|aba criada|abas criadas}, {n2} {n2|item pendente|itens pendentes}',
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
  'The Secret Manager API is off in the project {project}: enable it in the Cloud console and wait a minute, or give your own token in Trading > Set up. ({why})':
    'A API Secret Manager está desligada no projeto {project}: habilite-a no console do Google Cloud e espere um minuto, ou informe o seu token em Trading > Configurar. ({why})',
  'Secret Manager has no {name}: correct TRADING_API_SECRET in settings, or give your own token in Trading > Set up. ({why})':
    'O Secret Manager não tem {name}: corrija TRADING_API_SECRET em settings, ou informe o seu token em Trading > Configurar. ({why})',
  'Secret Manager does not let you read {name}: ask for the role Secret Manager Secret Accessor, or give your own token in Trading > Set up. ({why})':
    'O Secret Manager não deixa você ler {name}: peça o papel Secret Manager Secret Accessor, ou informe o seu token em Trading > Configurar. ({why})',
  'Secret Manager did not give {name}: try again, or give your own token in Trading > Set up. ({why})':
    'O Secret Manager não forneceu {name}: tente de novo, ou informe o seu token em Trading > Configurar. ({why})',
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
  '{said}: {code} {value} is more shares than there can be; ask the provider, or fill in the tab by hand.':
    '{said}: {code} {value} são mais cotas do que pode haver; consulte o provedor ou preencha a aba à mão.',
  '{said}: {code} {value} is zero; ask the provider, or fill in the tab by hand.':
    '{said}: {code} {value} é zero; consulte o provedor ou preencha a aba à mão.',
  '{said}: {code} {value} is neither Buy nor Sell; ask the provider, or fill in the tab by hand.':
    '{said}: {code} {value} não é nem Buy nem Sell; consulte o provedor ou preencha a aba à mão.',
  '{said}: {code} {value} is none of Executed, Pending, Busted, Corrected; ask the provider, or fill in the tab by hand.':
    '{said}: {code} {value} não é Executed, Pending, Busted nem Corrected; consulte o provedor ou preencha a aba à mão.',
  '{said}: {code} {value} is not a time such as 2024-11-08T10:31:05-03:00; ask the provider, or fill in the tab by hand.':
    '{said}: {code} {value} não é um horário como 2024-11-08T10:31:05-03:00; consulte o provedor ou preencha a aba à mão.',
  '{said}: {code} {value} is not a date such as 2024-11-08; ask the provider, or fill in the tab by hand.':
    '{said}: {code} {value} não é uma data como 2024-11-08; consulte o provedor ou preencha a aba à mão.',
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
  'This spreadsheet is empty: Trading > Set up… makes the tabs and asks what the desk needs.':
    'Esta planilha está vazia: Trading > Configurar… cria as abas e pergunta o que a mesa precisa.',
  'version {version}, commit {commit}, book of schema {schema}':
    'versão {version}, commit {commit}, planilha de esquema {schema}',
  'say whose book this is before anything else': 'diga de quem é esta planilha antes de qualquer outra coisa',
  'this book is a copy of another and sends no mail': 'esta planilha é cópia de outra e não envia e-mail',
  'two earlier runs ended while it was being made':
    'duas execuções anteriores terminaram enquanto ele era feito',
} as const satisfies Readonly<Record<string, string>>;
