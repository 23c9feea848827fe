// What is wrong with a tab, a cell, a setting or a file, in Portuguese.
import type { Phrase } from './phrase';

const TABS: readonly Phrase[] = [
  [
    'header "{header}" stands twice; rename one',
    'o cabeçalho "{header}" aparece duas vezes; renomeie um deles',
  ],
  [
    'header "{header}" is missing; add it in row 1 or run Trading > Set up',
    'falta o cabeçalho "{header}"; ponha-o na linha 1 ou use Trading > Configurar',
  ],
  [
    'header "{header}" is missing; add it in row 1 or use Trading > Brokers > Share with brokers',
    'falta o cabeçalho "{header}"; ponha-o na linha 1 ou use Trading > Corretoras > Compartilhar com corretoras',
  ],
  [
    'header "{header}" is missing; run Trading > Set up',
    'falta o cabeçalho "{header}"; use Trading > Configurar',
  ],
  [
    'header "{header}" is missing; run Trading > Set up, then run the stage again',
    'falta o cabeçalho "{header}"; use Trading > Configurar e repita a etapa',
  ],
  ['the tab "{tab}" is missing; run Trading > Set up', 'falta a aba "{tab}"; use Trading > Configurar'],
  [
    'the tab "{tab}" is missing; run Trading > Set up, then run the stage again',
    'falta a aba "{tab}"; use Trading > Configurar e repita a etapa',
  ],
  [
    'The tab "{tab}" is missing; run Trading > Set up, then try again.',
    'Falta a aba "{tab}"; use Trading > Configurar e tente de novo.',
  ],
  ['there is no tab "{tab}"; run Trading > Set up', 'não há a aba "{tab}"; use Trading > Configurar'],
  ['its tab "{tab}" was deleted', 'a aba "{tab}" da planilha foi apagada'],
  ['{code} is blank; {said}', '{code} está em branco; {said}'],
  ['{key} stands in row {n} already; keep one', '{key} já está na linha {n}; deixe uma só'],
  [
    'the row "{key}" was changed by hand; undo the change, or accept it with Trading > Repair > Accept the state',
    'a linha "{key}" foi alterada à mão; desfaça a alteração ou aceite-a em Trading > Reparo > Aceitar o estado',
  ],
  [
    'rows were added, removed or put in another order; undo the change, or accept it with Trading > Repair > Accept the state',
    'linhas foram acrescentadas, apagadas ou reordenadas; desfaça a alteração ou aceite-a em Trading > Reparo > Aceitar o estado',
  ],
  [
    '_pending: the outcome of run {run} is gone; undo the change to the tab',
    '_pending: o resultado da execução {run} sumiu; desfaça a alteração na aba',
  ],
];

const CELLS: readonly Phrase[] = [
  [
    '{value} is not an amount in BRL; write it like 1234,56',
    '{value} não é um valor em reais; escreva como 1234,56',
  ],
  [
    '{value} is not a price in BRL; write it like 62,40',
    '{value} não é um preço em reais; escreva como 62,40',
  ],
  ['{value} is not a whole number; write it like 1234', '{value} não é um número inteiro; escreva como 1234'],
  ['{value} is negative; write it without a sign', '{value} é negativo; escreva sem sinal'],
  [
    '{value} can be read as R$ {whole},00 or as R$ {decimals}; write {one},00 or {other}',
    '{value} pode ser lido como R$ {whole},00 ou como R$ {decimals}; escreva {one},00 ou {other}',
  ],
  [
    '{value} can be read as {one} or as {other}; write {digits} or the whole number that is meant',
    '{value} pode ser lido como {one} ou como {other}; escreva {digits} ou o número inteiro desejado',
  ],
  [
    '{value} is more than R$ 10.000.000.000.000,00; write it like 1234,56, in BRL and not in cents',
    '{value} passa de R$ 10.000.000.000.000,00; escreva como 1234,56, em reais e não em centavos',
  ],
  [
    '{value} has more than 2 decimals; write it like 1234,56',
    '{value} tem mais de 2 casas decimais; escreva como 1234,56',
  ],
  [
    '{value} is not a price: it has to be above zero; write it like 62,40',
    '{value} não é um preço: tem de ser maior que zero; escreva como 62,40',
  ],
  [
    '{value} is more than R$ 10.000.000,00 a share; write it like 62,40',
    '{value} passa de R$ 10.000.000,00 por cota; escreva como 62,40',
  ],
  [
    '{value} has more than 8 decimals; round it, for example to {decimal}',
    '{value} tem mais de 8 casas decimais; arredonde, por exemplo para {decimal}',
  ],
  [
    '{value} has decimals, but shares and units are whole; write it like 1234',
    '{value} tem casas decimais, mas cotas e lotes são inteiros; escreva como 1234',
  ],
  [
    '{value} is too large to be counted exactly; write it like 1234',
    '{value} é grande demais para uma contagem exata; escreva como 1234',
  ],
  ['{value} is not a number', '{value} não é um número'],
  ['{value} is not a share; write 0.6 or 60%', '{value} não é uma proporção; escreva 0,6 ou 60%'],
  ['{value} is not a time; write 13:30', '{value} não é um horário; escreva 13:30'],
  ['{value} is neither yes nor no', '{value} não é nem sim nem não'],
  ['{value} is not one of {values}', '{value} não é um destes: {values}'],
  [
    '{value} is not a symbol; write one such as HASH11',
    '{value} não é um código de negociação; escreva como HASH11',
  ],
  [
    '{value} is not an e-mail address; write name@house.example',
    '{value} não é um endereço de e-mail; escreva nome@casa.example',
  ],
  ['{value} is not a limit of units; write HASH11:3', '{value} não é um limite de lotes; escreva HASH11:3'],
  [
    '{value} is not an address; write https://host/path',
    '{value} não é um endereço; escreva https://servidor/caminho',
  ],
  [
    '{value} is not a stage; write some of {stages}',
    '{value} não é uma etapa; escreva uma ou mais de {stages}',
  ],
  [
    '{value} is not a date; write it like 2025-01-31 or 31/01/2025',
    '{value} não é uma data; escreva como 31/01/2025',
  ],
  [
    '{value} is not a day of the calendar between {year} and {year2}; write it like 2025-01-31 or 31/01/2025',
    '{value} não é um dia do calendário entre {year} e {year2}; escreva como 31/01/2025',
  ],
  [
    '{value} is not a date and time; write São Paulo time like 2025-01-31 10:05:00',
    '{value} não é data e hora; escreva no horário de São Paulo, como 31/01/2025 10:05:00',
  ],
];

const IDENTIFIERS: readonly Phrase[] = [
  [
    '{value} is a number, but a CNPJ is text, or it loses its leading zeros; format the cell as plain text and write it like {example}',
    '{value} é um número, mas CNPJ é texto, ou perde os zeros à esquerda; formate a célula como texto simples e escreva como {example}',
  ],
  ['{value} is not a CNPJ; write it like {example}', '{value} não é um CNPJ; escreva como {example}'],
  [
    '{value} is not a CNPJ; write it like {example}, its last two characters digits',
    '{value} não é um CNPJ; escreva como {example}, com dígitos nas duas últimas posições',
  ],
  [
    '{value} is not a CNPJ; it has {n} digits and letters instead of 14; write it like {example}',
    '{value} não é um CNPJ; tem {n} {n|dígito ou letra|dígitos e letras} em vez de 14; escreva como {example}',
  ],
  [
    '{value} is not a CNPJ; it has {n} digits and letters instead of 14 (leading zeros may be lost); write it like {example}',
    '{value} não é um CNPJ; tem {n} dígitos e letras em vez de 14 (podem faltar zeros à esquerda); escreva como {example}',
  ],
  [
    "{value} repeats one character and belongs to nobody; write the fund's own CNPJ, like {example}",
    '{value} repete um só caractere e não é de ninguém; escreva o CNPJ do fundo, como {example}',
  ],
  [
    "{value} has wrong check digits: {base} should end in {digits}; compare every character with the fund's papers",
    '{value} tem dígitos verificadores errados: {base} deveria terminar em {digits}; confira caractere por caractere com os documentos do fundo',
  ],
  ['{value} is not an ISIN; write it like {example}', '{value} não é um ISIN; escreva como {example}'],
  [
    '{value} is not an ISIN: two letters for the country, nine letters or digits, one check digit; write it like {example}',
    '{value} não é um ISIN: duas letras do país, nove letras ou dígitos e um dígito verificador; escreva como {example}',
  ],
  [
    "{value} has a wrong check digit: {base} should end in {digits}; compare every character with the exchange's list",
    '{value} tem o dígito verificador errado: {base} deveria terminar em {digits}; confira caractere por caractere com a lista da B3',
  ],
];

const FILES: readonly Phrase[] = [
  ['line {n}: {said}; correct the file', 'linha {n}: {said}; corrija o arquivo'],
  ['it is not JSON ({why}); export it again', 'não é JSON ({why}); exporte de novo'],
  ['it has no list "funds"; export it again', 'não tem a lista "funds"; exporte de novo'],
  [
    '"{key}" is not a setting; see the README for the list',
    '"{key}" não é uma configuração; a lista está no README',
  ],
  ['"{key}" is not a setting', '"{key}" não é uma configuração'],
];

const INBOX: readonly Phrase[] = [
  [
    'asset "{asset}" is not an ETF of the desk; choose one from the list',
    'asset "{asset}" não é um ETF da mesa; escolha um da lista',
  ],
  [
    'quantity 0 is no fill; write the shares, or delete the row',
    'quantity 0 não é execução; escreva as cotas ou apague a linha',
  ],
  [
    'time {moment} is after {date}; write the day of the fill',
    'time {moment} é depois de {date}; escreva o dia da execução',
  ],
  [
    'the same fill stands in row {n} already; delete one, or give each its own fill_id',
    'a mesma execução já está na linha {n}; apague uma ou dê a cada uma o seu fill_id',
  ],
  ['fill_id {id} stands in row {n} already; keep one', 'fill_id {id} já está na linha {n}; deixe uma só'],
  ['1 row of days before {date} left out', '1 linha de dias anteriores a {date} ficou de fora'],
  ['{n} rows of days before {date} left out', '{n} linhas de dias anteriores a {date} ficaram de fora'],
  [
    '{broker} has no inbox yet, but fills_from = inbox; make it with Trading > Brokers > Share with brokers',
    '{broker} ainda não tem a planilha de execuções, mas está com fills_from = inbox; crie-a em Trading > Corretoras > Compartilhar com corretoras',
  ],
  [
    'the inbox of {broker} cannot be read ({said}); try again, or repair it with Trading > Brokers > Share with brokers',
    'não foi possível ler a planilha de execuções de {broker} ({said}); tente de novo ou refaça-a em Trading > Corretoras > Compartilhar com corretoras',
  ],
];

export const READING: readonly Phrase[] = [...TABS, ...CELLS, ...IDENTIFIERS, ...FILES, ...INBOX];
