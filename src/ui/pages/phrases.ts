// The stages' sentences and the names of their figures in Portuguese. A test proves that no stage has ceased to say them.

export const LABELS: Readonly<Record<string, string>> = {
  ETFs: 'ETFs',
  intents: 'intenções',
  instructions: 'instruções',
  notional: 'financeiro',
  'offshore orders': 'ordens offshore',
  requests: 'pedidos',
  units: 'lotes',
  about: 'cerca de',
  'caps replaced': 'limites substituídos',
  iteration: 'iteração',
  'still to do': 'ainda por fazer',
  'fund orders': 'ordens por fundo',
  state: 'estado',
  fills: 'execuções',
  shares: 'cotas',
  lines: 'linhas',
  version: 'versão',
  'furthest from the pool price': 'mais longe do preço médio do ETF',
};

export const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [
    /^(\d+) instructions over (.+) for (\d+) intents, (\d+) offshore orders$/,
    '$1 instruções de $2 no total para $3 intenções, $4 ordens offshore',
  ],
  [/^the orders of (\S+) are out already; nothing changed$/, 'as ordens de $1 já saíram; nada mudou'],
  [
    /^the orders of (\S+) are out and being filled; nothing changed$/,
    'as ordens de $1 já saíram e estão sendo executadas; nada mudou',
  ],
  [
    /^(\d+) units in (\d+) requests, about (.+); (\d+) caps replaced; brokers paused$/,
    '$1 lotes em $2 pedidos, cerca de $3; $4 limites substituídos; corretoras pausadas',
  ],
  [
    /^(\d+) units in (\d+) requests, about (.+); (\d+) caps replaced$/,
    '$1 lotes em $2 pedidos, cerca de $3; $4 limites substituídos',
  ],
  [/^no fund trades an ETF of (\S+) today$/, 'nenhum fundo negocia ETFs de $1 hoje'],
  [/^the units are decided already; nothing changed$/, 'os lotes já foram decididos; nada mudou'],
  [
    /^iteration (\d+) of (\d+): (.+) to do in (\d+) orders, (\d+) caps replaced$/,
    'iteração $1 de $2: $3 por fazer em $4 ordens, $5 limites substituídos',
  ],
  [
    /^every fund is within the tolerance; the cycle has converged$/,
    'todos os fundos estão dentro da tolerância; o ciclo convergiu',
  ],
  [
    /^the caps in force are right; no instruction changed$/,
    'os limites em vigor estão certos; nenhuma instrução mudou',
  ],
  [/^the day is allocated; no further iteration$/, 'o dia já foi alocado; não há mais iterações'],
  [
    /^trading has ended; the final allocation comes next$/,
    'o pregão terminou; o próximo passo é a alocação final',
  ],
  [
    /^all (\d+) iterations are done; the caps in force stay$/,
    'as $1 iterações foram feitas; os limites em vigor ficam',
  ],
  [
    /^the last iteration was at (\S+); the next is due at (\S+)$/,
    'a última iteração foi às $1; a próxima é às $2',
  ],
  [
    /^COMPLETE: (\d+) shares in (\d+) fills allocated in (\d+) lines, version (\d+)$/,
    'COMPLETO: $1 cotas em $2 execuções alocadas em $3 linhas, versão $4',
  ],
  [
    /^COMPLETE: (\d+) shares in (\d+) fills allocated in (\d+) lines, version (\d+) REPLACES (\d+)$/,
    'COMPLETO: $1 cotas em $2 execuções alocadas em $3 linhas, versão $4 SUBSTITUI a $5',
  ],
  [
    /^PENDING: (\d+) shares in (\d+) fills allocated in (\d+) lines, version (\d+)$/,
    'PENDENTE: $1 cotas em $2 execuções alocadas em $3 linhas, versão $4',
  ],
  [
    /^PENDING: (\d+) shares in (\d+) fills allocated in (\d+) lines, version (\d+) REPLACES (\d+)$/,
    'PENDENTE: $1 cotas em $2 execuções alocadas em $3 linhas, versão $4 SUBSTITUI a $5',
  ],
  [
    /^the allocation of (\S+) stands as version (\d+); nothing changed$/,
    'a alocação de $1 continua na versão $2; nada mudou',
  ],
  [
    /^daily-trades says what was frozen; nothing to amend$/,
    'daily-trades diz o que foi congelado; nada a alterar',
  ],
  [/^(\d+) intents amended, (\d+) caps replaced$/, '$1 intenções alteradas, $2 limites substituídos'],
  [/^(\d+) problems; nothing was written$/, '$1 problemas; nada foi gravado'],
  [/^(\d+) problems; nothing can be done yet$/, '$1 problemas; ainda não há o que fazer'],
  [/^(\d+) of (\d+)$/, '$1 de $2'],
  [/^COMPLETE$/, 'COMPLETO'],
  [/^no day is open: run Initial orders$/, 'nenhum dia aberto: comece pelas Ordens iniciais'],
  [/^the final allocation has not run$/, 'a alocação final ainda não rodou'],
  [/^fetching today’s executions$/, 'buscando as execuções de hoje'],
  [/^fetching iNAVs$/, 'buscando os iNAVs'],
  [/^\w+: writing (\d+) tabs$/, 'gravando $1 abas'],
  [/^\w+: saving to the warehouse$/, 'guardando no armazém de dados'],
  [/^\w+: sending (\d+) mails$/, 'enviando $1 e-mails'],
  [
    /^(\d+) rows? of hedge legs \(symbols ending in H\) left out\.$/,
    '$1 linhas de pernas de hedge (símbolos com H no fim) deixadas de fora.',
  ],
  [
    /^(\d+) rows? of another date than (\S+) left out\.$/,
    '$1 linhas de outra data que não $2 deixadas de fora.',
  ],
  [
    /^(.+) executed (R\$ .+) of (BUY|SELL) (\S+), its cap is (R\$ .+); call it$/,
    '$1 executou $2 na $3 de $4, e o seu limite é $5; ligue para a corretora',
  ],
  [
    /^(.+) has (\d+) fills of (BUY|SELL) (\S+) beyond the limit of (.+); ask why$/,
    '$1 tem $2 execuções na $3 de $4 além do preço-limite de $5; pergunte por quê',
  ],
  [
    /^(BUY|SELL) (\S+) at (.+) was executed and never instructed; check the fill with the broker$/,
    'houve $1 de $2 na $3 sem instrução; confira a execução com a corretora',
  ],
  [
    /^an AdjustmentOrder of (R\$ .+) in (\S+) is ignored; the adjustment cycle makes its own$/,
    'uma AdjustmentOrder de $1 em $2 foi ignorada; o ciclo de ajuste faz as suas',
  ],
  [
    /^nobody confirmed that the brokers’ working orders are paused; fills of these minutes come on top$/,
    'ninguém confirmou que as ordens em aberto nas corretoras estão pausadas; o que for executado nestes minutos vem a mais',
  ],
  [
    /^the day has fills, so the orders stand as they are; use Trading > Amend to change one$/,
    'o dia já tem execuções, e as ordens ficam como estão; use Trading > Amend para alterar uma',
  ],
  [
    /^the market is open until (\S+); run the final allocation after that$/,
    'o mercado fica aberto até $1; faça a alocação final depois disso',
  ],
  [
    /^no day is open; run Initial orders for (\S+) first$/,
    'nenhum dia está aberto; faça antes as Ordens iniciais de $1',
  ],
  [
    /^the open day is (\S+); run Initial orders for (\S+) first$/,
    'o dia aberto é $1; faça antes as Ordens iniciais de $2',
  ],
  [
    /^the iNAV of (\S+) is (\d+) minutes old, at most (\d+) are allowed; refresh it$/,
    'o iNAV de $1 tem $2 minutos, e no máximo $3 são aceitos; atualize-o',
  ],
  [
    /^no iNAV of (\S+); add a row or set INAV_API_URL in settings$/,
    'falta o iNAV de $1; acrescente uma linha ou preencha INAV_API_URL em settings',
  ],
  [
    /^B3 is closed on (\S+); if it is open after all, add the day with its hours to the holidays tab$/,
    'a B3 está fechada em $1; se abrir mesmo assim, ponha o dia e os horários na aba holidays',
  ],
  [
    /^it is (\S+) and trading ended at (\S+); orders can no longer be worked today$/,
    'são $1 e o pregão terminou às $2; não há mais como trabalhar ordens hoje',
  ],
  [
    /^it is (\S+) and the cut-off of (\S+) was (\S+); the administrator takes no more requests today$/,
    'são $1 e o horário-limite de $2 era $3; a administradora não aceita mais pedidos hoje',
  ],
  [
    /^(\S+) is no fund of fund-stats; add the fund there or correct the CNPJ$/,
    '$1 não é fundo de fund-stats; acrescente o fundo lá ou corrija o CNPJ',
  ],
  [
    /^the amount is zero; write what to trade or delete the row$/,
    'o valor é zero; escreva quanto negociar ou apague a linha',
  ],
  [
    /^(.+) may not trade (\S+); it may trade (.+) \(fund-stats\)$/,
    '$1 não pode negociar $2; pode negociar $3 (fund-stats)',
  ],
  [
    /^(\S+) is not in the etfs tab; add it there or correct the symbol$/,
    '$1 não está na aba etfs; acrescente-o lá ou corrija o símbolo',
  ],
  [
    /^the same fund, ETF, side and strategy stand in row (\d+); keep one row with the whole amount$/,
    'o mesmo fundo, ETF, lado e estratégia estão na linha $1; deixe uma só linha com o valor todo',
  ],
  [
    /^the fund has a (BUY|SELL) of (\S+) in row (\d+); keep one side$/,
    'o fundo tem $1 de $2 na linha $3; deixe um só lado',
  ],
  [
    /^(\w+) of (\d+) trading funds is blank: the check on it is skipped$/,
    'falta $1 de $2 fundos com ordens: essa verificação não é feita',
  ],
  [
    /^(.+) buys for (R\$ .+) and has (R\$ .+); lower an amount or correct its cash$/,
    '$1 compra $2 e tem $3; reduza um valor ou corrija o caixa',
  ],
  [/^(R\$ .+) is more than (.+)% of the NAV of (.+)$/, '$1 é mais que $2% do PL de $3'],
  [
    /^(.+) sells (R\$ .+) of (\S+) and holds (\d+) shares worth (R\$ .+); lower an amount or correct its holdings$/,
    '$1 vende $2 de $3 e tem $4 cotas que valem $5; reduza um valor ou corrija as posições',
  ],
  [
    /^avg_volume of (\d+) traded ETFs is blank: the check on it is skipped$/,
    'falta avg_volume de $1 ETFs com ordens: essa verificação não é feita',
  ],
  [
    /^(.+): (R\$ .+) is more than (.+)% of the average volume of (R\$ .+)$/,
    '$1: $2 é mais que $3% do volume médio de $4',
  ],
  [
    /^(\S+) (".*"|\S+) is not an amount in BRL; write it like 1234,56$/,
    '$1 $2 não é um valor em reais; escreva como 1234,56',
  ],
  [/^(\S+) (".*"|\S+) is negative; write it without a sign$/, '$1 $2 é negativo; escreva sem sinal'],
  [
    /^(\S+) (".*") can be read as (R\$ .+) or as (R\$ .+); write (\S+) or (\S+)$/,
    '$1 $2 pode ser lido como $3 ou como $4; escreva $5 ou $6',
  ],
  [/^the tab "(.+)" is missing; run Trading > Set up$/, 'falta a aba "$1"; use Trading > Set up'],
  [
    /^another run is under way; wait until it has ended and try again$/,
    'outra execução está em curso; espere terminar e tente de novo',
  ],
  [
    /^the inputs changed since the preview; look at it again$/,
    'os dados mudaram desde a prévia; confira de novo',
  ],
];
