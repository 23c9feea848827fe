// The functions beside the day: mails to settle, sharing, imports, set-up, tokens, the self-test, what only shows.
import * as main from '../../../src/main';
import type { Platform } from '../platform';
import { SETTINGS, systems, TOMORROW } from '../sampleDays';
import { type Case, done, edit, set, tabOf } from './case';
import { halfWay, vanished as oddPrice } from './day';

const bustedWeb = systems(['A1']);

const TRADES = [
  'Fundo;CNPJ;Ativo;Lado;Valor;Estrategia',
  'Ipê Cripto Ativo;71.204.918/0001-09;HASH11;BUY;4.000.000,00;SimpleOrder',
  'Jatobá Índice Cripto;71.338.652/0001-89;WEB311;BUY;90.000,00;SimpleOrder',
].join('\n');

/** A mail of the morning that the platform neither took nor refused. */
const inDoubt: NonNullable<Case['prepare']> = (platform) => faultyMorning(platform, 'no answer');
const refused: NonNullable<Case['prepare']> = (platform) =>
  faultyMorning(platform, 'Invalid email: mesa@aurora.example');
function faultyMorning(platform: Platform, said: string): void {
  platform.mailFault = ({ to }) => (to.includes('aurora') ? new Error(said) : null);
  platform.run(() => main.runInitialOrders());
  platform.mailFault = () => null;
  const [mail] = done(platform, () => main.mailsToSettle());
  if (mail === undefined) throw new Error('no mail is open');
  id = mail.id;
}
let id = '';

const shared: NonNullable<Case['prepare']> = (platform) => void done(platform, () => main.shareWithBrokers());
const ticking: NonNullable<Case['prepare']> = (platform) => void done(platform, () => main.startSchedule());
const imported: NonNullable<Case['prepare']> = (platform) =>
  void done(platform, () => main.importFiles(null, TRADES));
const by =
  (user: string) =>
  (platform: Platform): void => {
    platform.world.user = user;
  };
const BIA = 'bia@gestora.example';

/** As the first version left a book. */
const older: NonNullable<Case['prepare']> = ({ world }) => {
  world.document.set('schema-version', '1');
  world.document.set('ran:initial', 'x');
  world.document.delete('book-layout');
  world.document.set('pending', '[]');
  const { cells, notes } = tabOf(world, 'brokers');
  cells[0] = (cells[0] ?? []).slice(0, -2);
  notes.length = 4;
  edit(world, 'settings', 'value', (cell, row) => (row[0] === 'BOOK_ID' ? null : cell));
};
const copied: NonNullable<Case['prepare']> = ({ world }) => set(world, 'BOOK_ID', 'another-book');

/** Somebody changed an amount in the hidden state. */
const byHand: NonNullable<Case['prepare']> = ({ world }) =>
  edit(world, '_state', 'value', (cell, row) =>
    String(row[0]) === 'intents/000000' ? String(cell).replace(/"amount":\d/, '"amount":7') : cell,
  );

const served: NonNullable<Case['prepare']> = ({ world }) => {
  world.hasSheets = true;
};

const looks = (act: () => unknown): readonly Case[] => [
  { name: '', point: 'midday', at: '12:06', act, shows: true },
];
/** The same answers for as many tries as there are. */
const often = (...answers: readonly string[]): readonly string[] =>
  Array.from({ length: 12 }, () => answers).flat();

const answering =
  (answers: readonly string[], prepare: Case['prepare'] = () => undefined): NonNullable<Case['prepare']> =>
  (platform) => {
    prepare(platform);
    platform.world.answers = answers;
  };

export const BESIDE = {
  onOpen: looks(() => main.onOpen()),
  openFirst: looks(() => main.openFirst()),
  mailsToSettle: [
    {
      name: '',
      point: 'set up',
      at: '10:15',
      prepare: inDoubt,
      act: () => main.mailsToSettle(),
      shows: true,
    },
  ],
  settleMail: [
    {
      name: 'it went',
      point: 'set up',
      at: '10:15',
      prepare: inDoubt,
      act: () => main.settleMail(id, 'done'),
    },
    {
      name: 'once more',
      point: 'set up',
      at: '10:15',
      prepare: inDoubt,
      act: () => main.settleMail(id, 'again'),
    },
    {
      name: 'to another address',
      point: 'set up',
      at: '10:15',
      prepare: refused,
      act: () => main.settleMail(id, 'mesa2@aurora.example'),
    },
    {
      name: 'its recipient knows',
      point: 'set up',
      at: '10:15',
      prepare: refused,
      act: () => main.settleMail(id, 'done'),
    },
  ],
  previewSharing: looks(() => main.previewSharing()),
  shareWithBrokers: [
    { name: '', point: 'midday', at: '12:06', act: () => main.shareWithBrokers() },
    { name: 'allocated', point: 'allocated', at: '18:30', act: () => main.shareWithBrokers() },
    { name: 'at once', point: 'midday', at: '12:06', prepare: served, act: () => main.shareWithBrokers() },
    {
      name: 'another address, a broker gone',
      point: 'midday',
      at: '12:06',
      prepare: (platform) => {
        shared(platform);
        edit(platform.world, 'brokers', 'emails', (cell) =>
          cell === 'mesa@aurora.example' ? 'nova@aurora.example' : cell,
        );
        const rows = tabOf(platform.world, 'brokers').cells;
        rows.pop();
        edit(platform.world, 'etfs', 'broker', () => null);
        edit(platform.world, 'brokers', 'share', () => 1);
      },
      act: () => main.shareWithBrokers(),
    },
  ],
  previewStopSharing: [
    {
      name: '',
      point: 'midday',
      at: '12:06',
      prepare: shared,
      act: () => main.previewStopSharing(),
      shows: true,
    },
  ],
  stopSharing: [{ name: '', point: 'midday', at: '12:06', prepare: shared, act: () => main.stopSharing() }],
  importFiles: [
    { name: 'trades', point: 'set up', at: '09:50', act: () => main.importFiles(null, TRADES) },
    { name: 'trades, the day open', point: 'midday', at: '12:06', act: () => main.importFiles(null, TRADES) },
  ],
  previewImport: looks(() => main.previewImport(null, TRADES)),
  undoImport: [{ name: '', point: 'set up', at: '09:50', prepare: imported, act: () => main.undoImport() }],
  deskOverview: looks(() => main.deskOverview()),
  deskBlotter: looks(() => main.deskBlotter()),
  deskProgress: looks(() => main.deskProgress()),
  deskPulse: looks(() => main.deskPulse()),
  putAway: [
    { name: '', point: 'midday', at: '12:06', act: () => main.putAway(['one', 'two']) },
    {
      name: 'brought back',
      point: 'midday',
      at: '12:06',
      prepare: (platform) => void done(platform, () => main.putAway(['one', 'two'])),
      act: () => main.putAway([]),
    },
  ],
  jumpTo: looks(() => main.jumpTo('orders', 'B2')),
  openStage: looks(() => main.openStage({ stage: 'initial' })),
  openImport: looks(() => main.openImport()),
  saveSecret: [
    { name: '', point: 'midday', at: '12:06', act: () => main.saveSecret('another-token') },
    { name: 'forgotten', point: 'midday', at: '12:06', act: () => main.saveSecret('') },
  ],
  setUp: [
    { name: 'a new book', point: 'new book', at: '09:30', act: () => main.setUp() },
    {
      name: 'a new book, at once',
      point: 'new book',
      at: '09:30',
      prepare: served,
      act: () => main.setUp(),
    },
    {
      name: 'an older book, at once',
      point: 'midday',
      at: '12:06',
      prepare: (platform) => {
        older(platform);
        served(platform);
      },
      act: () => main.setUp(),
    },
    { name: 'again', point: 'midday', at: '12:06', act: () => main.setUp() },
    { name: 'an older book', point: 'midday', at: '12:06', prepare: older, act: () => main.setUp() },
  ],
  setUpDesk: [
    {
      name: 'a new book',
      point: 'new book',
      at: '09:30',
      act: () => main.setUpDesk({ sample: true, settings: SETTINGS, token: 'a-token', schedule: true }),
    },
    {
      name: 'a new book, at once',
      point: 'new book',
      at: '09:30',
      prepare: served,
      act: () => main.setUpDesk({ sample: true, settings: SETTINGS, token: 'a-token', schedule: true }),
    },
    {
      name: 'other settings',
      point: 'midday',
      at: '12:06',
      act: () =>
        main.setUpDesk({
          settings: { DESK_NAME: 'Mesa 2', TRADING_API_URL: 'https://other.example' },
          token: 'b',
        }),
    },
    { name: 'an older book', point: 'midday', at: '12:06', prepare: older, act: () => main.setUpDesk({}) },
  ],
  keepFiles: [{ name: '', point: 'allocated', at: '18:30', prepare: by(BIA), act: () => main.keepFiles() }],
  selfTest: [{ name: '', point: 'midday', at: '12:06', act: () => main.selfTest({}) }],
  selfTestBulk: looks(() => main.selfTestBulk()),
  selfTestTick: [
    {
      name: '',
      point: 'midday',
      at: '12:06',
      prepare: (platform) => void done(platform, () => main.selfTest({ only: ['trigger'] })),
      act: () => main.selfTestTick(),
    },
  ],
} satisfies Readonly<Record<string, readonly Case[]>>;

export const MENUS = {
  openSidebar: looks(() => main.openSidebar()),
  menuBlotter: looks(() => main.menuBlotter()),
  menuRefreshExecutions: [
    { name: '', point: 'morning', at: '11:30', act: () => main.menuRefreshExecutions() },
  ],
  menuInitialOrders: looks(() => main.menuInitialOrders()),
  menuPrimaryUnits: looks(() => main.menuPrimaryUnits()),
  menuAdjustmentCycle: looks(() => main.menuAdjustmentCycle()),
  menuFinalAllocation: looks(() => main.menuFinalAllocation()),
  menuEndOfDayReport: [{ name: '', point: 'allocated', at: '18:30', act: () => main.menuEndOfDayReport() }],
  menuStatus: [{ name: '', point: 'midday', at: '12:10', act: () => main.menuStatus() }],
  menuHistory: [
    {
      name: '',
      point: 'night',
      at: '21:20',
      prepare: answering(['', '']),
      act: () => main.menuHistory(),
      again: () => main.history(null, null),
    },
  ],
  menuAmend: looks(() => main.menuAmend()),
  menuCancel: looks(() => main.menuCancel()),
  menuCorrect: looks(() => main.menuCorrect()),
  menuImport: looks(() => main.menuImport()),
  menuUndoImport: [
    { name: '', point: 'set up', at: '09:50', prepare: imported, act: () => main.menuUndoImport() },
  ],
  menuShareWithBrokers: [{ name: '', point: 'midday', at: '12:06', act: () => main.menuShareWithBrokers() }],
  menuStopSharing: [
    {
      name: '',
      point: 'midday',
      at: '12:06',
      prepare: answering([''], shared),
      act: () => main.menuStopSharing(),
      again: () => main.stopSharing(),
    },
  ],
  menuStartSchedule: [{ name: '', point: 'morning', at: '11:00', act: () => main.menuStartSchedule() }],
  menuStopSchedule: [
    { name: '', point: 'morning', at: '11:00', prepare: ticking, act: () => main.menuStopSchedule() },
  ],
  menuMailsInDoubt: [
    {
      name: '',
      point: 'set up',
      at: '10:15',
      prepare: answering(often('done'), inDoubt),
      act: () => main.menuMailsInDoubt(),
    },
  ],
  menuRefusedMails: [
    {
      name: '',
      point: 'set up',
      at: '10:15',
      prepare: answering(often('done'), refused),
      act: () => main.menuRefusedMails(),
    },
  ],
  menuReleaseMails: [
    {
      name: 'of an earlier day',
      point: 'midday',
      at: `${TOMORROW}T09:30:00`,
      prepare: (platform) => {
        platform.world.now = '2024-11-08T12:06:00';
        halfWay(platform, () => main.runPrimaryCalculation('all'));
        platform.world.now = `${TOMORROW}T09:30:00`;
      },
      act: () => main.menuReleaseMails(),
    },
  ],
  menuAbandon: [
    {
      name: 'nothing left the desk',
      point: 'midday',
      at: '12:06',
      prepare: (platform) => {
        shared(platform);
        halfWay(platform, () => main.runPrimaryCalculation('all'));
      },
      act: () => main.menuAbandon(),
    },
    {
      name: 'part of it left',
      point: 'set up',
      at: '10:15',
      prepare: inDoubt,
      act: () => main.menuAbandon(),
    },
    {
      name: 'a correction',
      point: 'next day',
      at: `${TOMORROW}T11:00:00`,
      prepare: (platform) => {
        platform.world.web = bustedWeb;
        halfWay(platform, () => main.correctDay({ date: '2024-11-08', reason: 'a bust' }));
      },
      act: () => main.menuAbandon(),
    },
  ],
  menuAcceptOdd: [
    {
      name: '',
      point: 'evening',
      at: '18:17',
      prepare: answering(often('1', 'it never was'), oddPrice),
      act: () => main.menuAcceptOdd(),
    },
  ],
  menuAdoptCopy: [
    { name: '', point: 'set up', at: '09:50', prepare: copied, act: () => main.menuAdoptCopy() },
  ],
  menuAcceptState: [
    { name: '', point: 'midday', at: '12:06', prepare: byHand, act: () => main.menuAcceptState() },
  ],
  menuKeepFiles: [
    { name: '', point: 'allocated', at: '18:30', prepare: by(BIA), act: () => main.menuKeepFiles() },
  ],
  menuSelfTest: looks(() => main.menuSelfTest()),
  menuSetUp: looks(() => main.menuSetUp()),
} satisfies Readonly<Record<string, readonly Case[]>>;
