// What the terminal itself says around the desk's sentences, in the desk's language.

export type Language = 'pt' | 'en';

/** `1 mail`, `3 mails`: the figure arrives printed. */
type Counted = (count: number, printed: string) => string;

export interface Words {
  readonly locale: string;
  readonly day: (date: string) => string;
  readonly seed: (seed: number, dryRun: boolean) => string;
  readonly stage: Readonly<Record<string, string>>;
  readonly status: Readonly<Record<string, string>>;
  readonly mails: Counted;
  readonly rows: Counted;
  readonly warnings: Counted;
  readonly side: Readonly<Record<string, string>>;
  readonly position: readonly [
    side: string,
    target: string,
    executed: string,
    primary: string,
    givenBack: string,
    open: string,
    over: string,
    done: string,
  ];
  /** What is open and what is too much with units at the official NAV. */
  readonly atNav: readonly [open: string, over: string];
  readonly asOf: (now: string, fills: string | null) => string;
  readonly effort: readonly [stage: string, applied: string, mails: string, rows: string, seconds: string];
  readonly warned: string;
  readonly more: (printed: string) => string;
  readonly complete: (date: string) => string;
  readonly pending: (date: string) => string;
  readonly unfinished: string;
  readonly place: Readonly<Record<'workbook' | 'warehouse' | 'outbox' | 'file', string>>;
  readonly waits: (time: string) => string;
  readonly beganEmpty: string;
  readonly market: (url: string, token: string) => string;
  readonly nothingDue: (date: string) => string;
  /** A day too far after the one that the desk stands at. */
  readonly tooFar: (date: string, stands: string, most: string) => string;
  /** After why a day is refused. */
  readonly stands: (dir: string, date: string) => string;
  /** After why no desk begins on a day. */
  readonly notBegun: (dir: string) => string;
  /** No day was opened on the date that was asked for; the last one is. */
  readonly otherDay: (date: string, last: string) => string;
  /** Nothing of what `--until` names is left. */
  readonly reached: (stage: string) => string;
  readonly finished: (runId: string) => string;
  readonly cutOff: (step: string) => string;
  readonly held: string;
  /** An ETF of the reader's own files, by who said its figures. */
  readonly listed: Readonly<
    Record<
      'market-data' | 'invented',
      (asset: string, price: string, perUnit: string, volume: string) => string
    >
  >;
  readonly ownFigures: string;
  /** Where the desk lies that a fresh start put aside. */
  readonly keptBefore: (folder: string) => string;
  /** The workbook that a spreadsheet program opens could not be written anew. */
  readonly notKept: (file: string, code: string) => string;
  readonly lost: (file: string, aside: string) => string;
  /** The same, where the file of the checkpoint before stands in for it. */
  readonly earlier: (file: string, aside: string) => string;
  /** There is no such file, where there was one. */
  readonly missing: (file: string) => string;
  /** A mail of the outbox; `aside` where it was another one. */
  readonly mailMissing: (file: string, aside: string | null) => string;
  readonly mailMissingDo: string;
  /** Mails that lie in the outbox and of which the desk knows nothing. */
  readonly forgotten: (printed: string, folder: string) => string;
  readonly forgottenMore: (printed: string) => string;
  readonly forgottenDo: string;
  readonly rejected: (why: string) => string;
  readonly open: (url: string) => string;
  readonly closed: string;
}

const counted =
  (one: string, many: string): Counted =>
  (count, printed) =>
    `${printed} ${count === 1 ? one : many}`;

const brazilian = (date: string): string => date.split('-').reverse().join('/');

const EN: Words = {
  locale: 'en-US',
  day: (date) => `Trading day ${date}`,
  seed: (seed, dryRun) => `(seed ${seed}${dryRun ? ', dry run: nothing is kept' : ''})`,
  stage: {
    initial: 'Initial orders',
    primary: 'Primary units',
    adjustments: 'Adjustment cycle',
    final: 'Final allocation',
  },
  status: { refused: 'refused', held: 'held', unchanged: 'unchanged', changed: 'changed' },
  mails: counted('mail', 'mails'),
  rows: counted('row', 'rows'),
  warnings: counted('warning', 'warnings'),
  side: { BUY: 'BUY', SELL: 'SELL' },
  position: ['side', 'target', 'executed', 'primary', 'given back', 'open', 'too much', 'done'],
  atNav: ['open at NAV', 'too much at NAV'],
  asOf: (now, fills) =>
    fills === null ? `Counted at ${now}, fills as they are typed` : `Counted at ${now}, fills as of ${fills}`,
  effort: ['stage', 'applied', 'mails', 'rows', 'seconds'],
  warned: 'Warnings',
  more: (printed) => `and ${printed} more, in the log tab`,
  complete: (date) => `${date} is COMPLETE: every executed share is allocated and reconciled.`,
  pending: (date) => `${date} is PENDING.`,
  unfinished: 'Not finished by the day’s plan:',
  place: { workbook: 'workbook', warehouse: 'warehouse', outbox: 'outbox', file: 'broker file' },
  waits: (time) => `It is ${time}; nothing runs by itself (--until final plays the day).`,
  beganEmpty: 'The spreadsheet began empty: Set up in its Trading menu makes the desk.',
  market: (url, token) => `A market to try: TRADING_API_URL and INAV_API_URL = ${url}, token ${token}`,
  nothingDue: (date) => `Nothing was due on ${date}: the day is over.`,
  tooFar: (date, stands, most) =>
    `${date} is too long after ${stands}, and a desk never goes back: go on by ${most} days at most, or name another desk with --dir.`,
  stands: (dir, date) => `Nothing was changed: the desk in ${dir} stands at ${date}.`,
  notBegun: (dir) => `Nothing was changed: no desk was begun in ${dir}.`,
  otherDay: (date, last) =>
    `No day was opened on ${date}; the last one that was is ${last}, and stands as it did.`,
  reached: (stage) => `${stage}: nothing of it is left today.`,
  finished: (runId) => `Finished what was cut off: run ${runId}`,
  cutOff: (step) => `Begun and cut off, so it is due again: ${step}`,
  held: 'Something waits for a person: it is named above. Open the desk (npm start) and settle it under Trading > Repair, then start again.',
  listed: {
    invented: (asset, price, perUnit, volume) =>
      `${asset} is not in the sample: its price (BRL ${price}), creation unit (${perUnit} shares) and volume (BRL ${volume} a day) are invented.`,
    'market-data': (asset, price, perUnit, volume) =>
      `${asset} trades around BRL ${price} as market-data says, with ${perUnit} shares a creation unit and BRL ${volume} a day.`,
  },
  ownFigures:
    'For figures of your own: npm start -- --fresh with your files, fill in the tab market-data, then npm start -- --until final. Administrator, cut-off and limits stand in the tab etfs.',
  keptBefore: (folder) =>
    `The desk that was here, its mails, files and history, lies in ${folder} until the next fresh start (npm start -- --dir opens it).`,
  notKept: (file, code) =>
    `${file} could not be replaced (${code}): another program has it open, or it is not yours to write. It shows the desk as it was before; the desk itself is kept. Close it there, and the next npm start writes it.`,
  lost: (file, aside) =>
    `${file} could not be read: it lies in ${aside} now, and what it held is missing from the desk.`,
  earlier: (file, aside) =>
    `${file} could not be read: it lies in ${aside} now. The desk has opened what was kept before it, with everything that was noted since: look at it, then start again.`,
  missing: (file) => `${file} is gone, and what it held is missing from the desk; it has been made anew.`,
  mailMissing: (file, aside) =>
    aside === null
      ? `${file} is gone: brokers and administrators act by it.`
      : `${file} is not the mail that went; what lay there lies in ${aside} now.`,
  mailMissingDo:
    'Nothing is played and no page is opened until it lies there again: put back a copy of the whole folder from before, or begin again with npm start -- --fresh.',
  forgotten: (printed, folder) =>
    `Sent, and forgotten by the desk since what noted it was lost: ${printed} in ${folder}. Nothing is played and no page is opened, so that nothing goes twice:`,
  forgottenMore: (printed) => `and ${printed} more`,
  forgottenDo:
    'Put back a copy of the whole folder from before the damage; or look at these mails, tell their recipients what holds, and begin again with npm start -- --fresh.',
  rejected: (why) => `A broker could not read an order: ${why}`,
  open: (url) => `The desk is open at ${url} (Ctrl+C closes it)`,
  closed: 'Closed: the book is saved, and npm start opens it again.',
};

const PT: Words = {
  locale: 'pt-BR',
  day: (date) => `Pregão de ${brazilian(date)}`,
  seed: (seed, dryRun) => `(semente ${seed}${dryRun ? ', simulação: nada é guardado' : ''})`,
  stage: {
    initial: 'Ordens do dia',
    primary: 'Primário',
    adjustments: 'Ciclo de ajuste',
    final: 'Alocação final',
  },
  status: { refused: 'recusada', held: 'parada', unchanged: 'sem mudança', changed: 'mudou' },
  mails: counted('e-mail', 'e-mails'),
  rows: counted('linha', 'linhas'),
  warnings: counted('aviso', 'avisos'),
  side: { BUY: 'compra', SELL: 'venda' },
  position: ['lado', 'alvo', 'executado', 'primário', 'devolvido', 'em aberto', 'a mais', 'feito'],
  atNav: ['em aberto pela cota oficial', 'a mais pela cota oficial'],
  asOf: (now, fills) =>
    fills === null
      ? `Contado às ${now}, execuções como digitadas`
      : `Contado às ${now}, execuções das ${fills}`,
  effort: ['etapa', 'aplicadas', 'e-mails', 'linhas', 'segundos'],
  warned: 'Avisos',
  more: (printed) => `e mais ${printed}, na aba log`,
  complete: (date) => `${brazilian(date)} está COMPLETO: cada cota executada foi alocada e conferida.`,
  pending: (date) => `${brazilian(date)} está PENDENTE.`,
  unfinished: 'Pendências do dia:',
  place: { workbook: 'planilha', warehouse: 'histórico', outbox: 'e-mails', file: 'arquivo' },
  waits: (time) => `São ${time}; nada roda sozinho (--until final percorre o dia).`,
  beganEmpty: 'A planilha começou vazia: Configurar, no menu Trading, monta a mesa.',
  market: (url, token) => `Um mercado para testar: TRADING_API_URL e INAV_API_URL = ${url}, token ${token}`,
  nothingDue: (date) => `Nada estava previsto para ${brazilian(date)}: o dia já acabou.`,
  tooFar: (date, stands, most) =>
    `${brazilian(date)} está longe demais de ${brazilian(stands)}, e uma mesa nunca volta: avance no máximo ${most} dias, ou indique outra mesa com --dir.`,
  stands: (dir, date) => `Nada mudou: a mesa em ${dir} está em ${brazilian(date)}.`,
  notBegun: (dir) => `Nada mudou: nenhuma mesa foi começada em ${dir}.`,
  otherDay: (date, last) =>
    `Nenhum dia foi aberto em ${brazilian(date)}; o último é o de ${brazilian(last)}, e continua como estava.`,
  reached: (stage) => `${stage}: não resta nada disso hoje.`,
  finished: (runId) => `Terminada a execução que foi interrompida: ${runId}`,
  cutOff: (step) => `Começada e interrompida, portanto prevista de novo: ${step}`,
  held: 'Algo espera por uma pessoa e está dito acima. Abra a mesa (npm start), resolva em Trading > Reparo e inicie de novo.',
  listed: {
    invented: (asset, price, perUnit, volume) =>
      `${asset} não está na amostra: preço (R$ ${price}), lote (${perUnit} cotas) e volume (R$ ${volume} por dia) são inventados.`,
    'market-data': (asset, price, perUnit, volume) =>
      `${asset} negocia em torno de R$ ${price}, como diz market-data, com ${perUnit} cotas por lote e R$ ${volume} por dia.`,
  },
  ownFigures:
    'Para números seus: npm start -- --fresh com os seus arquivos, preencha a aba market-data e depois npm start -- --until final. Administrador, horário e limites estão na aba etfs.',
  keptBefore: (folder) =>
    `A mesa que estava aqui, com e-mails, arquivos e histórico, está em ${folder} até o próximo início do zero (npm start -- --dir a abre).`,
  notKept: (file, code) =>
    `${file} não pôde ser substituído (${code}): outro programa o tem aberto, ou você não pode gravá-lo. Ele mostra a mesa como era antes; a mesa em si está guardada. Feche-o lá, e o próximo npm start o grava.`,
  lost: (file, aside) => `${file} não pôde ser lido: está agora em ${aside}, e o que continha falta na mesa.`,
  earlier: (file, aside) =>
    `${file} não pôde ser lido: está agora em ${aside}. A mesa abriu o que estava guardado antes dele, com tudo o que foi anotado desde então: confira e inicie de novo.`,
  missing: (file) => `${file} não existe mais, e o que continha falta na mesa; foi feito de novo.`,
  mailMissing: (file, aside) =>
    aside === null
      ? `${file} não existe mais: corretoras e administradores agem por ele.`
      : `${file} não é o e-mail que saiu; o que estava ali está agora em ${aside}.`,
  mailMissingDo:
    'Nada é executado e nenhuma página abre até que ele esteja ali de novo: recoloque uma cópia da pasta inteira de antes, ou comece de novo com npm start -- --fresh.',
  forgotten: (printed, folder) =>
    `Enviado e esquecido pela mesa, pois o registro se perdeu: ${printed} em ${folder}. Nada é executado e nenhuma página abre, para que nada saia duas vezes:`,
  forgottenMore: (printed) => `e mais ${printed}`,
  forgottenDo:
    'Recoloque uma cópia da pasta inteira de antes do dano; ou olhe estes e-mails, diga aos destinatários o que vale e comece de novo com npm start -- --fresh.',
  rejected: (why) => `Uma corretora não conseguiu ler uma ordem: ${why}`,
  open: (url) => `A mesa está aberta em ${url} (Ctrl+C encerra)`,
  closed: 'Encerrada: a planilha está salva, e npm start a abre de novo.',
};

export const wordsOf = (language: Language): Words => (language === 'en' ? EN : PT);
