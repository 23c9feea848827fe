// The words of the Set up dialog, in the desk's language.

import type { CheckState, DeskCheck } from '../../desk/setUp/deskChecks';
import type { Language } from '../../language/language';

interface SetUpWords {
  readonly title: string;
  readonly intro: string;
  readonly working: string;
  readonly again: string;
  readonly failed: string;
  readonly retry: string;
  readonly ready: string;
  readonly left: (count: number) => string;
  readonly made: (count: number) => string;
  readonly upgraded: string;
  readonly notTaken: string;
  readonly user: (user: string) => string;
  readonly columns: readonly [string, string, string];
  readonly state: Readonly<Record<CheckState, string>>;
  readonly check: Readonly<Record<DeskCheck['name'], string>>;
  readonly sample: string;
  readonly sampleHelp: string;
  readonly schedule: string;
  readonly scheduleHelp: string;
  readonly settings: string;
  readonly token: string;
  readonly tokenHelp: string;
  readonly save: string;
  readonly next: string;
}

const pt: SetUpWords = {
  title: 'A mesa está sendo preparada',
  intro: 'O que já existe fica como está. Leva cerca de um minuto em uma planilha vazia.',
  working: 'Criando as abas e testando as conexões',
  again: 'Gravando e testando de novo',
  failed: 'A configuração não terminou',
  retry: 'Tentar de novo',
  ready: 'A mesa está pronta',
  left: (n) => (n === 1 ? 'Falta um item' : `Faltam ${n} itens`),
  made: (n) => (n === 1 ? 'Uma aba criada.' : `${n} abas criadas.`),
  upgraded: 'Planilha atualizada de uma versão anterior:',
  notTaken: 'Não foi gravado:',
  user: (user) => `Testado como ${user}.`,
  columns: ['item', 'situação', 'o que fazer'],
  state: { ok: 'pronto', todo: 'falta', off: 'desligado', failed: 'falhou' },
  check: {
    settings: 'Configurações',
    funds: 'Fundos',
    etfs: 'ETFs',
    brokers: 'Corretoras',
    trades: 'Ordens do dia',
    sample: 'Exemplo',
    mail: 'E-mail',
    secret: 'Token',
    'post-trade': 'Pós-negociação',
    inav: 'iNAV',
    warehouse: 'BigQuery',
    files: 'Drive',
    schedule: 'Agenda',
  },
  sample: 'Preencher com um exemplo inventado',
  sampleHelp: 'Fundos, ETFs, duas corretoras e ordens. Só em abas vazias; os e-mails não chegam a ninguém.',
  schedule: 'Ligar a agenda',
  scheduleHelp: 'Roda a cada cinco minutos com o seu usuário. Envia sozinha só o que auto_send permitir.',
  settings: 'Configurações essenciais',
  token: 'Token da pós-negociação',
  tokenHelp: 'Guardado só para você, nunca em uma célula. Em branco: fica como está.',
  save: 'Gravar e testar',
  next: 'Abrir Ordens iniciais',
};

const en: SetUpWords = {
  title: 'The desk is being made ready',
  intro: 'What is there stays as it is. It takes about a minute in an empty spreadsheet.',
  working: 'Making the tabs and trying the connections',
  again: 'Saving and trying again',
  failed: 'Set up did not finish',
  retry: 'Try again',
  ready: 'The desk is ready',
  left: (n) => (n === 1 ? 'One thing is left to do' : `${n} things are left to do`),
  made: (n) => (n === 1 ? 'One tab made.' : `${n} tabs made.`),
  upgraded: 'The book was brought up from an older version:',
  notTaken: 'Not saved:',
  user: (user) => `Tried as ${user}.`,
  columns: ['what', 'how it stands', 'what to do'],
  state: { ok: 'ready', todo: 'to do', off: 'off', failed: 'failed' },
  check: {
    settings: 'Settings',
    funds: 'Funds',
    etfs: 'ETFs',
    brokers: 'Brokers',
    trades: 'Trades of the day',
    sample: 'Sample',
    mail: 'E-mail',
    secret: 'Token',
    'post-trade': 'Post-trade',
    inav: 'iNAV',
    warehouse: 'BigQuery',
    files: 'Drive',
    schedule: 'Schedule',
  },
  sample: 'Fill in an invented sample',
  sampleHelp: 'Funds, ETFs, two brokers and trades. Only into empty tabs; its mails reach nobody.',
  schedule: 'Start the schedule',
  scheduleHelp: 'Runs every five minutes as you. Sends by itself only what auto_send allows.',
  settings: 'Essential settings',
  token: 'Post-trade token',
  tokenHelp: 'Kept for you only, never in a cell. Blank: it stays as it is.',
  save: 'Save and try',
  next: 'Open Initial orders',
};

export const setUpWords = (language: Language): SetUpWords => ({ pt, en })[language];
