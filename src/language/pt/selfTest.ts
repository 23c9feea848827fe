// What the self-test says, in English and in Portuguese.

export const SELF_TEST = {
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
  'figures and dates are shown and read as {locale} writes them':
    'números e datas são mostrados e lidos como se escreve em {locale}',
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
} as const satisfies Readonly<Record<string, string>>;
