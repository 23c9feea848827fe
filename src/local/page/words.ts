// What the page itself says, around the sheet and the script's own dialogs, in the language of the spreadsheet's locale.

export interface PageWords {
  readonly tag: 'pt-BR' | 'en';
  readonly menus: string;
  readonly workbook: string;
  readonly clock: string;
  readonly noScript: string;
  readonly chart: string;
  readonly emptyChart: string;
  readonly running: (label: string) => string;
  readonly offline: string;
  readonly doesNotOpen: string;
  readonly notEntered: { readonly title: string; readonly text: string };
  /** The page's own menu: rows of the tab that is shown. */
  readonly rows: {
    readonly title: string;
    readonly ascending: string;
    readonly descending: string;
    readonly filter: string;
    readonly unfilter: string;
    readonly filterBy: (header: string) => string;
    readonly blank: string;
    readonly all: string;
    readonly none: string;
  };
  /** Before what the script protects is changed. */
  readonly protected: { readonly title: string; readonly text: string };
  readonly close: { readonly dialog: string; readonly sidebar: string; readonly toast: string };
  readonly buttons: Readonly<Record<'OK' | 'CANCEL' | 'YES' | 'NO', string>>;
  readonly winding: {
    readonly title: string;
    /** What a control does, after its own label. */
    readonly on: string;
    readonly to: string;
    readonly example: string;
    readonly nextStep: string;
    readonly toNextStep: string;
    readonly set: string;
    readonly ticking: string;
    readonly tickingMeans: string;
    readonly noTime: (text: string) => string;
    readonly nothingPlanned: string;
    readonly dueAlready: string;
    readonly underWay: string;
  };
}

const PT: PageWords = {
  tag: 'pt-BR',
  menus: 'Menus',
  workbook: 'Planilha',
  clock: 'Relógio da mesa, São Paulo',
  noScript: 'A mesa precisa de JavaScript.',
  chart: 'Gráfico',
  emptyChart: 'Nada a mostrar ainda: o gráfico se enche ao longo do dia.',
  running: (label) => `${label} em andamento…`,
  offline: 'A mesa não está rodando. Inicie de novo: npm start',
  doesNotOpen: 'A mesa não abre',
  notEntered: {
    title: 'Não foi gravado',
    text: 'Linhas ou colunas mudaram de lugar enquanto você digitava. A planilha foi atualizada; digite de novo.',
  },
  rows: {
    title: 'Dados',
    ascending: 'Classificar pela coluna, A → Z',
    descending: 'Classificar pela coluna, Z → A',
    filter: 'Filtrar pela coluna…',
    unfilter: 'Remover o filtro',
    filterBy: (header) => `Filtrar por ${header}`,
    blank: '(em branco)',
    all: 'Todos',
    none: 'Nenhum',
  },
  protected: {
    title: 'Atenção',
    text: 'Você está mudando uma parte da planilha que não deve ser mudada por engano. Mudar mesmo assim?',
  },
  close: { dialog: 'Fechar a janela', sidebar: 'Fechar a barra lateral', toast: 'Dispensar' },
  buttons: { OK: 'OK', CANCEL: 'Cancelar', YES: 'Sim', NO: 'Não' },
  winding: {
    title: 'Relógio',
    on: 'adiantar o relógio',
    to: 'Adiantar o relógio até',
    example: 'Uma hora, como 13:30',
    nextStep: 'Próximo passo',
    toNextStep: 'adiantar o relógio até ele',
    set: 'Ir',
    ticking: 'agenda ligada',
    tickingMeans: 'O que vence roda sozinho enquanto o relógio avança',
    noTime: (text) => `"${text}" não é uma hora; escreva como 13:30.`,
    nothingPlanned: 'Nada mais está previsto para hoje.',
    dueAlready: 'O próximo passo já venceu: rode-o pelo menu Trading.',
    underWay: 'O relógio já está andando.',
  },
};

const EN: PageWords = {
  tag: 'en',
  menus: 'Menus',
  workbook: 'Workbook',
  clock: 'Desk clock, São Paulo',
  noScript: 'The desk needs JavaScript.',
  chart: 'Chart',
  emptyChart: 'Nothing to show yet: the chart fills as the day goes on.',
  running: (label) => `${label} is running…`,
  offline: 'The desk is not running. Start it again: npm start',
  doesNotOpen: 'The desk does not open',
  notEntered: {
    title: 'Not entered',
    text: 'Rows or columns moved while you typed. The sheet is fresh now; enter it again.',
  },
  rows: {
    title: 'Data',
    ascending: 'Sort by the column, A → Z',
    descending: 'Sort by the column, Z → A',
    filter: 'Filter by the column…',
    unfilter: 'Remove the filter',
    filterBy: (header) => `Filter by ${header}`,
    blank: '(blank)',
    all: 'All',
    none: 'None',
  },
  protected: {
    title: 'Heads up',
    text: 'You are changing a part of the workbook that should not be changed by accident. Change it anyway?',
  },
  close: { dialog: 'Close the dialog', sidebar: 'Close the sidebar', toast: 'Dismiss' },
  buttons: { OK: 'OK', CANCEL: 'Cancel', YES: 'Yes', NO: 'No' },
  winding: {
    title: 'Clock',
    on: 'wind the clock on',
    to: 'Wind the clock to',
    example: 'A time such as 13:30',
    nextStep: 'Next step',
    toNextStep: 'wind the clock to it',
    set: 'Set',
    ticking: 'schedule on',
    tickingMeans: 'What is due runs by itself while the clock is wound',
    noTime: (text) => `"${text}" is not a time; write it like 13:30.`,
    nothingPlanned: 'Nothing more is planned today.',
    dueAlready: 'The next step is due already: run it from the Trading menu.',
    underWay: 'The clock is being wound already.',
  },
};

/** @param locale of a spreadsheet, such as pt_BR, or of a page, such as pt-BR */
export const wordsFor = (locale: string): PageWords => (/^pt/i.test(locale) ? PT : EN);
