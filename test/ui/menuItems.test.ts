// The Trading menu: what stands in it in each language, and what each item asks and says.

import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import { printedReport, printedStatus } from '../../src/desk/log/report';
import { currentStatus } from '../../src/desk/look/currentStatus';
import { makeReport } from '../../src/desk/look/endOfDayReport';
import { refreshNow } from '../../src/desk/look/refreshNow';
import { nextSteps } from '../../src/desk/schedule/nextSteps';
import { LANGUAGES, type Language } from '../../src/language/language';
import { verbatim } from '../../src/language/message';
import * as main from '../../src/main';
import { finalAllocation, initialOrders, status } from '../../src/stages/stages';
import type { MenuDesk } from '../../src/ui/click';
import { printedRefresh } from '../../src/ui/doors/blotter';
import { scheduleText } from '../../src/ui/doors/schedule';
import { buildTradingMenu, type MenuBuilder } from '../../src/ui/menu';
import { menuItems } from '../../src/ui/menuItems';
import { apply } from '../fakes/run';
import { AURORA, MERIDIAN, twoBrokers } from '../fixtures/twoBrokers';
import { AT, fill } from '../fixtures/workedDay';

class Drawn implements MenuBuilder<Drawn> {
  readonly lines: string[] = [];
  constructor(readonly name: string) {}
  addItem(label: string): void {
    this.lines.push(label);
  }
  addSeparator(): void {}
  addSubMenu({ name, lines }: Drawn): void {
    this.lines.push(...lines.map((line) => `${name} > ${line}`));
  }
  addToUi(): void {}
}
const drawn = (language: Language, isEmpty = false): Drawn =>
  buildTradingMenu((name) => new Drawn(name), { language, isEmpty });

describe('the menu', () => {
  it('is named alike and has as many items in every language, all of them named differently', () => {
    const menus = LANGUAGES.map((language) => drawn(language));
    expect(new Set(menus.map(({ name }) => name))).toEqual(new Set(['Trading']));
    expect(new Set(menus.map(({ lines }) => lines.length)).size).toBe(1);
    const [first, second] = menus;
    expect(first?.lines.filter((line) => second?.lines.includes(line))).toEqual([]);
  });

  it('names nothing twice, not even a sub-menu and its item, nor in an empty book', () => {
    for (const language of LANGUAGES)
      for (const isEmpty of [false, true]) {
        const { lines } = drawn(language, isEmpty);
        const named = [
          ...lines.map((line) => line.split(' > ').at(-1)),
          ...new Set(
            lines.flatMap((line) =>
              line
                .split(' > ')
                .slice(0, -1)
                .map((name) => `${name}…`),
            ),
          ),
        ];
        expect(named.filter((name, at) => named.indexOf(name) !== at)).toEqual([]);
        expect(lines).toHaveLength(drawn(language).lines.length);
      }
  });

  it('speaks Portuguese where no setting says otherwise', () => {
    expect(drawn('pt').lines).toEqual(
      expect.arrayContaining(['Abrir a mesa', 'Primário…', 'Reparo > Aceitar o estado…']),
    );
  });
});

it('stands in the README in both languages', () => {
  const readme = readFileSync('README.md', 'utf8');
  const labels = LANGUAGES.flatMap((language) => drawn(language).lines.flatMap((line) => line.split(' > ')));
  expect(labels.filter((label) => !readme.includes(label))).toEqual([]);
});

describe('as the spreadsheet opens', () => {
  const before = Reflect.get(globalThis, 'SpreadsheetApp');
  afterEach(() => void Reflect.set(globalThis, 'SpreadsheetApp', before));

  const opened = (getActive: () => unknown): readonly string[] => {
    const menus: Drawn[] = [];
    const createMenu = (name: string): Drawn => {
      const menu = new Drawn(name);
      menus.push(menu);
      return menu;
    };
    Reflect.set(globalThis, 'SpreadsheetApp', { getUi: () => ({ createMenu }), getActive });
    main.onOpen();
    return menus[0]?.lines ?? [];
  };
  const bookWith = (values: readonly (readonly unknown[])[] | null) => () => ({
    getSheetByName: () => values && { getDataRange: () => ({ getValues: () => values }) },
    getSpreadsheetTimeZone: () => 'America/Sao_Paulo',
    toast: () => undefined,
  });

  it('builds the menu in the desk’s language', () => {
    const settings = [
      ['key', 'value', 'meaning'],
      ['DESK_LANGUAGE', 'en', ''],
    ];
    expect(opened(bookWith(settings))[0]).toBe('Open the desk');
  });

  it('builds it without a settings tab, with a damaged one, and where nothing may be read', () => {
    const books = [
      bookWith(null),
      bookWith([['what', 'is', 'this']]),
      bookWith([
        ['key', 'value'],
        ['DESK_LANGUAGE', 'klingon'],
      ]),
      () => {
        throw new Error('You do not have permission to call getActive');
      },
    ];
    for (const book of books) expect(opened(book)).toContain('Abrir a mesa');
  });

  it('has Set up first where nobody has set the book up, and says where to begin until it is put away', () => {
    const toasts: unknown[][] = [];
    const toast = (...said: unknown[]): void => void toasts.push(said);
    const empty = () => ({ getSheetByName: () => null, toast });
    expect(opened(empty)[0]).toBe('Configurar…');
    expect(toasts).toEqual([
      [
        'Esta planilha está vazia: Trading > Configurar… cria as abas e pergunta o que a mesa precisa.',
        'Trading',
        -1,
      ],
    ]);
  });
});

/** The two brokers' desk behind the menu; `answers` are what the trader types, null closes the question. */
function clicking(language: Language, answers: readonly (string | null)[] = [], isEmpty = false) {
  const { desk, services } = twoBrokers(AURORA, { ...MERIDIAN, account_codes: '', fills_from: 'inbox' });
  const left = [...answers];
  const shown: string[] = [];
  const texts: string[] = [];
  const menuDesk: MenuDesk = {
    look: () => ({ language, isEmpty }),
    services: () => services,
    status: () =>
      printedStatus(
        currentStatus(services, () => undefined),
        language,
      ),
    refresh: () => printedRefresh(refreshNow(services), language),
    report: () => {
      const { run, html } = makeReport(services);
      return { run: printedReport(run, language), html };
    },
    startSchedule: () => scheduleText(nextSteps(services), 'ana@desk.example', language),
    keepFiles: () => 'kept',
    stopSchedule: () => scheduleText(nextSteps(services), null, language),
  };
  const items = menuItems(
    {
      say: (title, text) => void texts.push(title, ...text.split('\n')),
      confirm: (title, text) => texts.push(title, ...text.split('\n')) > 0,
      ask(title, question) {
        texts.push(title, question);
        return left.shift() ?? null;
      },
      showTab: (tab) => void shown.push(`tab ${tab}`),
      showDialog: (page, title, asked) => void shown.push(`${page} ${title} ${asked.language}`),
      showDocument: (title, html) => void shown.push(`document ${title} ${html.slice(0, 15)}`),
      showSidebar: (page, title, asked) => void shown.push(`${page} ${title} ${asked.language}`),
      showWindow: (page, title, asked) => void shown.push(`${page} ${title} ${asked.language}`),
    },
    menuDesk,
  );
  return { desk, services, items, shown, texts };
}

describe('an item', () => {
  it('opens its page under a title in the desk’s language', () => {
    const { items, shown } = clicking('pt', ['menos caixa']);
    items.openSidebar();
    items.preview({ stage: 'primary', scope: 'thematics' });
    items.primaryUnits();
    items.importFiles();
    items.setUp();
    items.history();
    items.amend();
    expect(shown).toEqual([
      'Sidebar A mesa pt',
      'Preview Primário: família thematics pt',
      'Preview Primário pt',
      'Import Importar arquivos pt',
      'SetUp Configurar pt',
      'History Histórico pt',
      'Preview Alterar uma ordem pt',
    ]);
  });

  it('leads to the dialog that begins, whichever it is, where nobody has set the book up', () => {
    const { items, shown, texts } = clicking('pt', [], true);
    items.preview({ stage: 'initial' });
    items.status();
    items.openSidebar();
    items.first();
    expect(shown).toEqual(Array.from({ length: 4 }, () => 'SetUp Configurar pt'));
    expect(texts).toEqual([]);
  });

  it('opens nothing by itself in a book that is set up', () => {
    const { items, shown } = clicking('pt');
    items.first();
    expect(shown).toEqual([]);
  });

  it('brings the status to the front before it says how the day stands', () => {
    const { items, shown, texts } = clicking('pt');
    items.status();
    expect([shown, texts[0]]).toEqual([['tab status'], 'Situação']);
  });

  it('does nothing when its question is closed', () => {
    const { items, shown, desk } = clicking('pt');
    items.amend();
    items.stopSharing();
    items.abandon();
    expect([shown, desk.book.records('log')]).toEqual([[], []]);
  });

  const clickAll = (language: Language): readonly string[] => {
    const { items, texts, services, desk } = clicking(language, ['', 'porque sim', '1', 'não negociou nada']);
    items.stopSharing();
    items.shareWithBrokers();
    apply(services, initialOrders());
    items.shareWithBrokers();
    items.status();
    items.startSchedule();
    items.stopSchedule();
    items.mailsInDoubt();
    items.refusedMails();
    items.releaseMails();
    items.abandon();
    items.acceptState();
    desk.world.now = AT.evening;
    desk.world.fills = [fill('A1', 'BUY', 100, 62.4, AT.midday)];
    apply(services, finalAllocation());
    items.acceptOdd();
    items.acceptOdd();
    items.status();
    desk.world.lockedByAnother = true;
    items.releaseMails();
    return texts;
  };

  it('says everything in Portuguese, what went wrong included', () => {
    const texts = clickAll('pt');
    const english = /\b(the|of|and|is|are|was|with|nothing|mails|run|no|Why)\b/i;
    expect(texts.filter((text) => english.test(text.replace(/[\w.]+@[\w.]+|[\w-]*[_-][\w-]*/g, '')))).toEqual(
      [],
    );
    expect(texts).toEqual(
      expect.arrayContaining([
        'Aurora, ordens e alocação: mesa@aurora.example passa a ler',
        'Confirma?',
        '3 planilhas compartilhadas: 4 pessoas novas, 0 como antes, 0 removidas',
        expect.stringMatching(/^PENDENTE \(.+\); .+ por fazer e R\$ [\d.,]+ a mais/),
        expect.stringMatching(/^COMPLETO; \d+ pontos? esperam?; R\$ [\d.,]+ por fazer e R\$ [\d.,]+ a mais/),
        expect.stringContaining('motivo: não negociou nada'),
        'Não há nada a aceitar.',
        'não há etapa pendente',
        'outra etapa está em andamento; espere terminar e tente de novo',
      ]),
    );
  });

  it('says the same in English, line by line', () => {
    const [english, portuguese] = [clickAll('en'), clickAll('pt')];
    expect(english).toHaveLength(portuguese.length);
    expect(english).toContain('3 spreadsheets shared: 4 people new, 0 as before, 0 removed');
  });

  it('says a failure instead of a red bar', () => {
    const { items, texts } = clicking('pt', [' ']);
    items.acceptState();
    expect(texts.slice(-2)).toEqual([
      'Reparo',
      'para aceitar um estado alterado é preciso um motivo; escreva por quê',
    ]);
  });

  it('says so, too, where the failure comes before there is anything to ask', () => {
    const { items, texts, desk, services } = clicking('en', []);
    services.brokerBooks.known = () => {
      throw new Error('Drive does not answer');
    };
    items.shareWithBrokers();
    expect(texts.slice(-2)).toEqual(['Share with brokers', 'Drive does not answer']);
    desk.book.tabs.get('settings')?.push(['tolerance', 'much']);
    items.acceptOdd();
    expect(texts.at(-2)).toBe('Accept what is odd');
    expect(texts.at(-1)).toMatch(/^settings!/);
  });

  it('says so, too, where what its page begins with cannot be read', () => {
    const { items, shown, texts, services } = clicking('en', []);
    const failing = (): never => {
      throw new Error('Service Spreadsheets failed');
    };
    Object.assign(services.book, { read: failing });
    Object.assign(services, { now: failing });
    const said = ['Service Spreadsheets failed'];
    for (const [open, title] of [
      [items.cancel, 'Cancel orders'],
      [items.correct, 'Correct an earlier day'],
      [items.primaryUnits, 'Primary units'],
      [items.history, 'History'],
    ] as const) {
      open();
      expect(texts.splice(0)).toEqual([title, ...said]);
    }
    expect(shown).toEqual([]);
  });

  it('of the status says beside a changed state which run of the day before was ended', () => {
    const { items, texts, desk, services } = clicking('en', []);
    items.shareWithBrokers();
    texts.splice(0);
    desk.world.mailFault = () => new Error('reset');
    apply(services, initialOrders());
    desk.world.mailFault = () => null;
    desk.world.now = '2024-11-11T10:20:00';
    desk.book.fill('_state', []);
    items.status();
    items.status();
    const [first = [], second = []] = [texts.slice(0, 3), texts.slice(3)];
    expect(first).toEqual([
      'Status',
      expect.stringMatching(/^_state: rows were added, removed/),
      expect.stringMatching(/^run \S+-initial-\S+ of 2024-11-08 was left half-way and is ended/),
    ]);
    expect(second).toEqual(first);
  });

  it('of Repair lists each mail with recipient, subject and time, and takes one answer for each', () => {
    const { items, texts, desk, services } = clicking('en', ['', 'done', 'mesa2@aurora.example']);
    items.shareWithBrokers();
    desk.world.mailFault = ({ to }) =>
      to.includes('desk@meridian.example')
        ? new Error('Service error')
        : { why: verbatim('Invalid email'), noQuota: false };
    apply(services, initialOrders());
    items.mailsInDoubt();
    items.mailsInDoubt();
    desk.world.mailFault = () => null;
    items.refusedMails();
    items.refusedMails();
    const asked = texts.filter((text) => / of 1: /.test(text));
    expect(asked).toEqual([
      expect.stringMatching(/^1 of 1: did ".*HASH11" to desk@meridian.example.* at 10:15 go out\?/),
      expect.stringMatching(/^1 of 1: did ".*HASH11" to desk@meridian.example/),
      expect.stringMatching(
        /^1 of 1: ".*HASH11" to mesa@aurora.example.* at 10:15 \(Invalid email\) did not go/,
      ),
    ]);
    expect(texts).toContain('Nothing was changed.');
    expect(texts.slice(-1)).toEqual(['Every mail went.']);
    expect(desk.mails.map(({ to }) => to)).toEqual([['mesa2@aurora.example']]);
  });

  it('of Repair says what giving a run up or letting its mails go comes to, before it asks', () => {
    const { items, texts, desk, services } = clicking('en', ['the file was wrong']);
    items.shareWithBrokers();
    texts.length = 0;
    desk.world.warehouseDown = true;
    apply(services, initialOrders());
    items.abandon();
    expect(texts.slice(0, 2)).toEqual([
      'Abandon the pending run',
      expect.stringMatching(
        /^run .*: nothing of it has left the desk; the day goes back .*\. Why is the run given up\?$/,
      ),
    ]);
    apply(services, initialOrders());
    items.releaseMails();
    expect(texts).toContainEqual(
      expect.stringMatching(/^Shall this be done: run .*: 2 mails would go before/),
    );
    apply(services, status());
    expect(desk.mails).toHaveLength(2);
  });
});

describe('the schedule, told to whoever starts it', () => {
  it('names the steps as the menu does', () => {
    const { services } = clicking('pt');
    const text = scheduleText(nextSteps(services), 'ana@desk.example', 'pt');
    expect(text.split('\n').slice(0, 2)).toEqual([
      'A agenda está ligada, com o usuário ana@desk.example. A seguir:',
      'agora  Ordens do dia (prepara; você confirma)',
    ]);
  });
});
