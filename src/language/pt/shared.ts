// What several layers say, and what the domain says of figures, dates and names, in English and in Portuguese.

export const SHARED = {
  '{text}': '{text}',
  '{saids}': '{saids}',
  '{date}': '{date}',
  '{said}: {said2}': '{said}: {said2}',
  '{said}!{cell}: {said2}': '{said}!{cell}: {said2}',
  '{n}': '{n}',
  '{money}': '{money}',
  COMPLETE: 'COMPLETO',
  PENDING: 'PENDENTE',
  '{date} was never allocated; run Final allocation': '{date} nunca foi alocado; use Alocação final',
  'the rows given': 'as linhas dadas',
  'the final allocation has not run': 'a alocação final ainda não foi feita',
  waits: 'espera',
  held: 'em espera',
  'New Year': 'Ano-Novo',
  Tiradentes: 'Tiradentes',
  'Labour Day': 'Dia do Trabalho',
  Independence: 'Independência',
  'Our Lady of Aparecida': 'Nossa Senhora Aparecida',
  'All Souls': 'Finados',
  Republic: 'Proclamação da República',
  Christmas: 'Natal',
  'Carnival Monday': 'segunda-feira de Carnaval',
  'Carnival Tuesday': 'terça-feira de Carnaval',
  'Good Friday': 'Sexta-feira Santa',
  'Corpus Christi': 'Corpus Christi',
  'Black Awareness Day, the nation’s': 'Consciência Negra, feriado nacional',
  'São Paulo’s anniversary': 'aniversário de São Paulo',
  'Constitutionalist Revolution': 'Revolução Constitucionalista',
  'Black Awareness Day, São Paulo’s': 'Consciência Negra, feriado paulistano',
  'Christmas Eve': 'véspera de Natal',
  'Year end': 'fim de ano',
  'World Cup opening in São Paulo': 'abertura da Copa do Mundo em São Paulo',
  accepted: 'aceito',
  'the tab "{tab}" is missing, and "{name}" has its headers; rename it back to {tab}':
    'falta a aba "{tab}", e "{name}" tem os cabeçalhos dela; renomeie de volta para {tab}',
  'a blank cell': 'uma célula em branco',
  'a cell that is neither text nor a number': 'uma célula que não é texto nem número',
  '{said} is not an amount in BRL; write it like 1234.56':
    '{said} não é um valor em reais; escreva como 1234,56',
  '{said} is not a price in BRL; write it like 62.40': '{said} não é um preço em reais; escreva como 62,40',
  '{said} is not a whole number; write it like 1234': '{said} não é um número inteiro; escreva como 1234',
  '{said} is negative; write it without a sign': '{said} é negativo; escreva sem sinal',
  '{said} can be read as {price} or as {price2}; write {typed} or {typed2}':
    '{said} pode ser lido como {price} ou como {price2}; escreva {typed} ou {typed2}',
  '{said} can be read as {money} or as {price}; write {typed} or {typed2}':
    '{said} pode ser lido como {money} ou como {price}; escreva {typed} ou {typed2}',
  '{said} can be read as {n} or as {decimal}; write {digits} or the whole number that is meant':
    '{said} pode ser lido como {n} ou como {decimal}; escreva {digits} ou o número inteiro desejado',
  '{said} is more than {money}; write it like 1234.56, in BRL and not in cents':
    '{said} passa de {money}; escreva como 1234,56, em reais e não em centavos',
  '{said} has more than 2 decimals; write it like 1234.56':
    '{said} tem mais de 2 casas decimais; escreva como 1234,56',
  '{said} is not a price: it has to be above zero; write it like 62.40':
    '{said} não é um preço: tem de ser maior que zero; escreva como 62,40',
  '{said} is more than {money} a share; write it like 62.40':
    '{said} passa de {money} por cota; escreva como 62,40',
  '{said} has more than 8 decimals; round it, for example to {decimal}':
    '{said} tem mais de 8 casas decimais; arredonde, por exemplo para {decimal}',
  '{said} has decimals, but shares and units are whole; write it like 1234':
    '{said} tem casas decimais, mas cotas e lotes são inteiros; escreva como 1234',
  '{said} is more than {n}, as no shares or units are; write it like 1234':
    '{said} passa de {n}, o que não há de cotas nem de lotes; escreva como 1234',
  'close {time} is not after open {time2}': 'close {time} não vem depois de open {time2}',
  'close {time} is not after the opening of that day, {time2}; write its open beside it':
    'close {time} não vem depois da abertura desse dia, {time2}; escreva também o open',
  'open {time} is not before the close of that day, {time2}; write its close beside it':
    'open {time} não vem antes do fechamento desse dia, {time2}; escreva também o close',
  'open is blank; a late opening needs its time':
    'open está em branco; a abertura tardia precisa do seu horário',
  'close is blank; a half day needs its time': 'close está em branco; o meio pregão precisa do seu horário',
  'kind {kind} has hours of trading beside it; clear them, or choose another kind':
    'kind {kind} tem horários de pregão ao lado; apague-os ou escolha outro tipo',
  'kind {kind} has cut-offs beside it; clear them, or choose another kind':
    'kind {kind} tem horários limite ao lado; apague-os ou escolha outro tipo',
  '{said} is not a date; write it like 2025-01-31 or 31/01/2025':
    '{said} não é uma data; escreva como 31/01/2025',
  '{said} is not a day of the calendar between {year} and {year2}; write it like 2025-01-31 or 31/01/2025':
    '{said} não é um dia do calendário entre {year} e {year2}; escreva como 31/01/2025',
  '{said} is not a date and time; write São Paulo time like 2025-01-31 10:05:00':
    '{said} não é data e hora; escreva no horário de São Paulo, como 31/01/2025 10:05:00',
  '{said} is a number, but a CNPJ is text, or it loses its leading zeros; format the cell as plain text and write it like {example}':
    '{said} é um número, mas CNPJ é texto, ou perde os zeros à esquerda; formate a célula como texto simples e escreva como {example}',
  '{said} is not a CNPJ; write it like {example}': '{said} não é um CNPJ; escreva como {example}',
  '{said} is not a CNPJ; write it like {example}, its last two characters digits':
    '{said} não é um CNPJ; escreva como {example}, com dígitos nas duas últimas posições',
  '{said} is not a CNPJ; it has {n} {n|digit or letter|digits and letters} instead of 14; write it like {example}':
    '{said} não é um CNPJ; tem {n} {n|dígito ou letra|dígitos e letras} em vez de 14; escreva como {example}',
  '{said} is not a CNPJ; it has {n} digits and letters instead of 14 (leading zeros may be lost); write it like {example}':
    '{said} não é um CNPJ; tem {n} dígitos e letras em vez de 14 (podem faltar zeros à esquerda); escreva como {example}',
  "{said} repeats one character and belongs to nobody; write the fund's own CNPJ, like {example}":
    '{said} repete um só caractere e não é de ninguém; escreva o CNPJ do fundo, como {example}',
  "{said} has wrong check digits: {base} should end in {digits}; compare every character with the fund's papers":
    '{said} tem dígitos verificadores errados: {base} deveria terminar em {digits}; confira caractere por caractere com os documentos do fundo',
  '{said} is not an ISIN; write it like {example}': '{said} não é um ISIN; escreva como {example}',
  '{said} is not an ISIN: two letters for the country, nine letters or digits, one check digit; write it like {example}':
    '{said} não é um ISIN: duas letras do país, nove letras ou dígitos e um dígito verificador; escreva como {example}',
  "{said} has a wrong check digit: {base} should end in {digits}; compare every character with the exchange's list":
    '{said} tem o dígito verificador errado: {base} deveria terminar em {digits}; confira caractere por caractere com a lista da B3',
  '{said} is a formula kept as text; format the cell as a number and enter it again':
    '{said} é uma fórmula guardada como texto; formate a célula como número e digite de novo',
  '{said} is a date; format the cell as a number and write the figure again':
    '{said} é uma data; formate a célula como número e escreva o valor de novo',
  '{said} is how a spreadsheet shortens a long number; write all its digits':
    '{said} é como a planilha abrevia um número longo; escreva todos os dígitos',
  '{said} is shortened; write all its digits': '{said} está abreviado; escreva todos os dígitos',
  '{said} is a percentage; write the figure itself': '{said} é um percentual; escreva o próprio valor',
  '{said} has a letter O where a zero belongs; write {digits}':
    '{said} tem a letra O no lugar de um zero; escreva {digits}',
  '{said} has a letter where a digit belongs; write {digits}':
    '{said} tem uma letra no lugar de um dígito; escreva {digits}',
  '{said} is how a spreadsheet shortens a CNPJ that it takes for a number, and its last digits are lost; format the column as plain text, write the CNPJ again and export the file again':
    '{said} é como a planilha abrevia um CNPJ que toma por número, e os últimos dígitos se perderam; formate a coluna como texto simples, escreva o CNPJ de novo e exporte o arquivo de novo',
  '{said} has a letter where a digit belongs, such as O for zero; {cnpj} is probably meant':
    '{said} tem uma letra no lugar de um dígito, por exemplo O em vez de zero; provavelmente é {cnpj}',
  '{user} has imported at {time} since; nothing was taken back, look at it again':
    '{user} importou às {time} depois disso; nada foi desfeito, olhe de novo',
  'there is no import to be taken back': 'não há importação a desfazer',
  'a number': 'um número',
  'an object': 'um objeto',
  '"{value}" is nothing that a cancellation knows; use {values}':
    '"{value}" não faz parte de um cancelamento; use {values}',
  'no run is pending': 'não há etapa pendente',
  'the reason has {n} characters and {n2} are taken; write it shorter':
    'o motivo tem {n} caracteres e cabem {n2}; escreva um mais curto',
  'settings: TRADING_API_SECRET is blank; write the name of the secret first':
    'settings: TRADING_API_SECRET está em branco; escreva antes o nome do segredo',
  'BUY or SELL': 'BUY (compra) ou SELL (venda)',
  shares: 'cotas',
  why: 'por quê',
  ETF: 'ETF',
  buys: 'compras',
  sells: 'vendas',
  'Too much': 'A mais',
  'Average price': 'Preço médio',
  Limit: 'Preço-limite',
  'Given back': 'Devolvido',
  'buys of {money}': 'compras de {money}',
  'sells of {money}': 'vendas de {money}',
  'buys of {money} and sells of {money2}': 'compras de {money} e vendas de {money2}',
  AdjustmentOrder: 'AdjustmentOrder',
  'last day': 'último dia',
  'the broker': 'a corretora',
  'a fund buys for more than its cash': 'um fundo compra mais do que tem em caixa',
  'a fund sells more than it holds': 'um fundo vende mais do que tem em carteira',
  'a fill’s price is far from the iNAV': 'o preço de uma execução está fora do iNAV',
  'B3 is closed today': 'a B3 está fechada hoje',
  ETFs: 'ETFs',
  intents: 'ordens dos fundos',
  instructions: 'instruções',
  notional: 'financeiro',
  units: 'lotes',
  state: 'situação',
  fills: 'execuções',
  lines: 'linhas',
  version: 'versão',
  Status: 'Situação',
  Brokers: 'Corretoras',
  Schedule: 'Agenda',
  'Initial orders': 'Ordens do dia',
  'Primary units': 'Primário',
  'Primary units: {family}': 'Primário: família {family}',
  'Adjustment cycle': 'Ciclo de ajuste',
  'Final allocation': 'Alocação final',
  'Official NAV': 'Cota oficial',
  'Amend an order': 'Alterar uma ordem',
  'Cancel orders': 'Cancelar ordens',
  'Correct an earlier day': 'Corrigir um dia anterior',
  'Accept what is odd': 'Aceitar exceção',
  'and {n} more': 'e mais {n}',
  buy: 'compra',
  sell: 'venda',
  Done: 'Feito',
  none: 'nenhum',
  Fund: 'Fundo',
  Side: 'Lado',
  Broker: 'Corretora',
  'all funds': 'todos os fundos',
  Missing: 'Falta',
  Target: 'Alvo',
  Executed: 'Executado',
  Primary: 'Primário',
  R$: 'R$',
  done: 'feito',
  missed: 'perdido',
  Funds: 'Fundos',
  'Trades of the day': 'Ordens dos fundos',
  added: 'incluída',
  changed: 'alterada',
  removed: 'retirada',
  blank: 'em branco',
  waiting: 'aguardando',
  what: 'item',
  ready: 'pronto',
  off: 'desligado',
  note: 'aviso',
  failed: 'falhou',
  Settings: 'Configurações',
  Version: 'Versão',
  Total: 'Total',
  Strategy: 'Estratégia',
  Change: 'Mudança',
  Units: 'Lotes',
  bps: 'bps',
  Why: 'Por quê',
  Before: 'Antes',
  After: 'Depois',
  'Look twice': 'Confira',
  Order: 'Ordem',
  'Not done': 'Por fazer',
  'no day is open': 'nenhum dia está aberto',
  '{side}': '{side}',
  Requests: 'Pedidos',
  Cost: 'Custo',
} as const satisfies Readonly<Record<string, string>>;
