// What is wrong with a system outside the book and what to do about it, in Portuguese.
import type { Phrase } from './phrase';

const ADVICE = 'consulte o provedor ou preencha a aba à mão';

const ANSWERS: readonly Phrase[] = [
  ['{url} gave no answer; try again.', '{url} não respondeu; tente de novo.'],
  [
    '{url} refuses the token (HTTP {n}): the token has expired or is wrong; give the new one in Trading > Set up.',
    '{url} recusa o token (HTTP {n}): ele venceu ou está errado; informe o novo em Trading > Configurar.',
  ],
  [
    '{url} sends elsewhere (HTTP {n}); write the final address into settings.',
    '{url} redireciona (HTTP {n}); escreva o endereço final em settings.',
  ],
  [
    '{url} refuses the request (HTTP {n}); check the address in settings.',
    '{url} recusa o pedido (HTTP {n}); confira o endereço em settings.',
  ],
  [
    '{url} answered with a web page instead of JSON; check the address in settings.',
    '{url} respondeu com uma página da web em vez de JSON; confira o endereço em settings.',
  ],
  [
    '{url} answered with nothing instead of JSON; check the address in settings.',
    '{url} respondeu vazio em vez de JSON; confira o endereço em settings.',
  ],
  [
    '{url} answered with text that is not JSON instead of JSON; check the address in settings.',
    '{url} respondeu com um texto que não é JSON; confira o endereço em settings.',
  ],
  [
    '{known}; try again later, or fill in the tab by hand.',
    '{known}; tente de novo mais tarde ou preencha a aba à mão.',
  ],
  ['{known} after {n} attempts', '{known} depois de {n} tentativas'],
  ['{known} and asks to wait {n} s', '{known} e pede para esperar {n} s'],
  ['{url} asks for fewer requests (HTTP 429)', '{url} pede menos requisições (HTTP 429)'],
  ['{url} is failing (HTTP {n})', '{url} está falhando (HTTP {n})'],
  ['{url} cannot be reached ({why})', '{url} está fora de alcance ({why})'],
  [
    '{url} does not exist (HTTP 404); check TRADING_API_URL in settings.',
    '{url} não existe (HTTP 404); confira TRADING_API_URL em settings.',
  ],
  [
    '{url}: the provider knows no {code} (HTTP 404); correct the symbol in the tab etfs, or fill in market-data by hand.',
    '{url}: o provedor não conhece {code} (HTTP 404); corrija o código na aba etfs ou preencha market-data à mão.',
  ],
  [
    '{url}: the answer has no "info"; check INAV_API_URL in settings, or ask the provider.',
    '{url}: a resposta não tem "info"; confira INAV_API_URL em settings ou consulte o provedor.',
  ],
  [
    '{url}: the answer is not a record; ask the provider.',
    '{url}: a resposta não é um registro; consulte o provedor.',
  ],
  [
    '{url}: the answer has no list "{list}"; check the address in settings, or ask the provider, or fill in the tab by hand.',
    `{url}: a resposta não tem a lista "{list}"; confira o endereço em settings, ${ADVICE}.`,
  ],
  [
    '{where}: {code} {value} is missing; ask the provider, or fill in the tab by hand.',
    `{where}: falta {code} {value}; ${ADVICE}.`,
  ],
  [
    '{where}: {code} {value} is not a symbol such as HASH11; ask the provider, or fill in the tab by hand.',
    `{where}: {code} {value} não é um código como HASH11; ${ADVICE}.`,
  ],
  [
    '{where}: {code} {value} is not a number; ask the provider, or fill in the tab by hand.',
    `{where}: {code} {value} não é um número; ${ADVICE}.`,
  ],
  [
    '{where}: {code} {value} is not a price above zero; ask the provider, or fill in the tab by hand.',
    `{where}: {code} {value} não é um preço maior que zero; ${ADVICE}.`,
  ],
  [
    '{where}: {code} {value} is negative; ask the provider, or fill in the tab by hand.',
    `{where}: {code} {value} é negativo; ${ADVICE}.`,
  ],
  [
    '{where}: {code} {value} is not a whole number; ask the provider, or fill in the tab by hand.',
    `{where}: {code} {value} não é um número inteiro; ${ADVICE}.`,
  ],
  [
    '{where}: {code} {value} is zero; ask the provider, or fill in the tab by hand.',
    `{where}: {code} {value} é zero; ${ADVICE}.`,
  ],
  [
    '{where}: {code} {value} is neither Buy nor Sell; ask the provider, or fill in the tab by hand.',
    `{where}: {code} {value} não é nem Buy nem Sell; ${ADVICE}.`,
  ],
  [
    '{where}: {code} {value} is none of Executed, Pending, Busted; ask the provider, or fill in the tab by hand.',
    `{where}: {code} {value} não é Executed, Pending nem Busted; ${ADVICE}.`,
  ],
  [
    '{where}: {code} {value} is not a time such as 2024-11-08T10:31:05-03:00; ask the provider, or fill in the tab by hand.',
    `{where}: {code} {value} não é um horário como 2024-11-08T10:31:05-03:00; ${ADVICE}.`,
  ],
  [
    '{url}: row {n} is not a record; ask the provider.',
    '{url}: a linha {n} não é um registro; consulte o provedor.',
  ],
  [
    '{url}: rows of the aliases {aliases}; write the desk’s own into the setting ACCOUNT_ALIAS.',
    '{url}: há linhas dos apelidos de conta {aliases}; escreva o da mesa na configuração ACCOUNT_ALIAS.',
  ],
  [
    '{url}: {id} stands twice in a consolidated answer; ask the provider.',
    '{url}: {id} aparece duas vezes em uma resposta consolidada; consulte o provedor.',
  ],
  [
    'account {account} has fills but belongs to no broker; write it into account_codes of its broker in the tab brokers.',
    'a conta {account} tem execuções, mas não é de nenhuma corretora; escreva-a em account_codes da corretora na aba brokers.',
  ],
  ['1 row of another date than {date} left out.', '1 linha de outra data que não {date} ficou de fora.'],
  [
    '{n} rows of another date than {date} left out.',
    '{n} linhas de outra data que não {date} ficaram de fora.',
  ],
  [
    '1 row of hedge legs (symbols ending in H) left out.',
    '1 linha de perna de hedge (código com H no fim) ficou de fora.',
  ],
  [
    '{n} rows of hedge legs (symbols ending in H) left out.',
    '{n} linhas de pernas de hedge (código com H no fim) ficaram de fora.',
  ],
];

const SECRETS: readonly Phrase[] = [
  [
    'TRADING_API_SECRET is blank in settings; name the secret there, then give the token in Trading > Set up.',
    'TRADING_API_SECRET está em branco em settings; dê ali o nome do segredo e informe o token em Trading > Configurar.',
  ],
  [
    'the secret "{name}" holds no token for you; give it in Trading > Set up.',
    'o segredo "{name}" não tem token para você; informe-o em Trading > Configurar.',
  ],
  [
    '"{name}" is not the name of a secret; write TRADING_API_SECRET like trading-api-token.',
    '"{name}" não é nome de segredo; escreva TRADING_API_SECRET como trading-api-token.',
  ],
];

const WAREHOUSE: readonly Phrase[] = [
  [
    'The project {project} has no billing, and BigQuery’s sandbox takes no rows: enable billing for the project in the Cloud console, then run Trading > Set up again. ({why})',
    'O projeto {project} está sem faturamento, e o sandbox do BigQuery não aceita linhas: ative o faturamento do projeto no console do Cloud e use Trading > Configurar de novo. ({why})',
  ],
  [
    'The BigQuery API is off in the project {project}: enable it in the Cloud console, wait a minute, then try again. ({why})',
    'A API do BigQuery está desativada no projeto {project}: ative-a no console do Cloud, espere um minuto e tente de novo. ({why})',
  ],
  [
    'You may not write to {place}: ask for the roles BigQuery Job User and BigQuery Data Editor. ({why})',
    'Você não pode gravar em {place}: peça os papéis BigQuery Job User e BigQuery Data Editor. ({why})',
  ],
  [
    'There is no project {project}: correct GOOGLE_CLOUD_PROJECT in settings. ({why})',
    'O projeto {project} não existe: corrija GOOGLE_CLOUD_PROJECT em settings. ({why})',
  ],
  [
    'The views of {place} are those of an older version: run Trading > Set up. ({why})',
    'As views de {place} são de uma versão anterior: use Trading > Configurar. ({why})',
  ],
  [
    'The warehouse {place} is not complete in {location}: run Trading > Set up, or correct BIGQUERY_LOCATION in settings. ({why})',
    'A base histórica {place} não está completa em {location}: use Trading > Configurar ou corrija BIGQUERY_LOCATION em settings. ({why})',
  ],
  ['BigQuery ({place}): {said}', 'BigQuery ({place}): {said}'],
  [
    '{place} lies in {location}, not in {location2}; correct BIGQUERY_LOCATION in settings.',
    '{place} fica em {location}, não em {location2}; corrija BIGQUERY_LOCATION em settings.',
  ],
  [
    'The BigQuery service is missing; in the script editor add the service BigQuery, version v2.',
    'Falta o serviço BigQuery; no editor de scripts, acrescente o serviço BigQuery, versão v2.',
  ],
  [
    'The statement still runs after {n} minutes; try again later.',
    'A consulta ainda não terminou depois de {n} minutos; tente mais tarde.',
  ],
  [
    'settings: {code} "{value}" is not a valid name; write one such as {example}.',
    'settings: {code} "{value}" não é um nome válido; escreva um como {example}.',
  ],
];

const DRIVE: readonly Phrase[] = [
  [
    'The Drive service is missing; in the script editor add the service Drive, version v3.',
    'Falta o serviço Drive; no editor de scripts, acrescente o serviço Drive, versão v3.',
  ],
  [
    'Drive made the folder "{name}" but did not say its id; try again.',
    'O Drive criou a pasta "{name}", mas não disse o id; tente de novo.',
  ],
  [
    'Drive made the spreadsheet "{name}" but did not say its id; try again.',
    'O Drive criou a planilha "{name}", mas não disse o id; tente de novo.',
  ],
  [
    '{who} made the spreadsheet of {broker} and alone can change who sees it; ask {who2} to do this.',
    '{who} criou a planilha de {broker} e só {who2} pode mudar quem a vê; peça a {who2}.',
  ],
  [
    'There is no spreadsheet of {broker}; use Trading > Brokers > Share with brokers.',
    'Não há planilha de {broker}; use Trading > Corretoras > Compartilhar com corretoras.',
  ],
  [
    'Drive knows no Google account {who} and would have to write to it first; set share_notification to yes in settings, or write another address into the tab brokers.',
    'O Drive não conhece nenhuma conta Google {who} e teria de escrever antes para ela; ponha share_notification como yes em settings ou use outro endereço na aba brokers.',
  ],
  [
    'The mail "{subject}" has no recipient; fill in the e-mail addresses.',
    'O e-mail "{subject}" está sem destinatário; preencha os endereços.',
  ],
  [
    'The mail "{subject}" has {n} recipients, but one message takes {n2}; use a group\'s address.',
    'O e-mail "{subject}" tem {n} destinatários, mas uma mensagem aceita {n2}; use o endereço de um grupo.',
  ],
];

export const SERVICES: readonly Phrase[] = [...ANSWERS, ...SECRETS, ...WAREHOUSE, ...DRIVE];
