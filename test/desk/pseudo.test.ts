// The proof that everything a reader gets was said: a desk whose language is the catalogue with every sentence marked plays whole
// days with bad inputs, repairs, schedule, sharing, set-up, pages and mails, and no text without a mark reaches anybody.
import { describe, expect, it } from '@jest/globals';
import { currentStatus } from '../../src/desk/look/currentStatus';
import { chartsOf } from '../../src/desk/look/history';
import * as runner from '../../src/desk/run/runner';
import { nextSteps } from '../../src/desk/schedule/nextSteps';
import { tick } from '../../src/desk/schedule/tick';
import { checkBook } from '../../src/desk/setUp/deskChecks';
import { askedSettings } from '../../src/desk/setUp/essentials';
import { saveSettings } from '../../src/desk/setUp/fillBook';
import { importBook } from '../../src/desk/setUp/importBook';
import type { DrawCharts } from '../../src/desk/status/charts';
import { error } from '../../src/domain/problem';
import { addMinutes } from '../../src/domain/stamp';
import { setUpBook } from '../../src/google/setUpBook';
import { msg } from '../../src/language/message';
import { print, printAll } from '../../src/language/print';
import { settingsTab } from '../../src/sheets/tabs';
import { initialOrders } from '../../src/stages/stages';
import { printedImport } from '../../src/ui/doors/import';
import { scheduleText } from '../../src/ui/doors/schedule';
import { printedSetUp } from '../../src/ui/doors/setUp';
import { buildTradingMenu, type MenuBuilder } from '../../src/ui/menu';
import { PAGES, type PageName, pageWords } from '../../src/ui/words';
import {
  anything,
  cells,
  glanced,
  logged,
  mails,
  previewed,
  ran,
  sentences,
  speaking,
} from '../fakes/pseudoDesk';
import { textsIn } from '../fakes/pseudoLanguage';
import { sampleDesk, TRADERS } from '../fakes/sampleDesk';
import { workedMarket } from '../fakes/workedMarket';
import { BAD_BOOKS } from '../fixtures/badBooks';
import { MALFORMED_FILES } from '../fixtures/malformedFiles';
import { DATE, workedDay } from '../fixtures/workedDay';
import { FakeSpreadsheet } from '../google/fakeBook';
import { installFakes } from '../google/fakes';

describe('the marks', () => {
  it('are missed where a text was never said, was glued on, or hides in a hole', () => {
    const said = print(msg('{n} {n|mail|mails}', { n: 2 }), 'pt');
    expect(said).toBe('⟦2 e-mails⟧');
    expect(sentences([said, `daily-trades!E7: ${said}`])).toEqual([]);
    expect(sentences(['nothing to do', `${said} and more`])).toEqual(['nothing to do', ' and more']);
    expect(anything([print(msg('Go to {place}', { place: 'nothing of the day' }), 'pt')])).toHaveLength(1);
    expect(anything(['ALFA FIF', 'HASH11 BUY', 'orders'])).toEqual([]);
  });
});

describe('what is always there', () => {
  it('the words of every page, the menu', () => {
    const words = Object.keys(PAGES).flatMap((page) => textsIn(pageWords(page as PageName, 'pt')));
    const labels: string[] = [];
    const drawn: MenuBuilder<object> = {
      addItem: (label) => labels.push(label),
      addSeparator: () => undefined,
      addSubMenu: () => undefined,
    };
    buildTradingMenu(
      (label) => {
        labels.push(label);
        return drawn;
      },
      { language: 'pt', isEmpty: true },
    );
    // Holes of a page are filled there.
    const filled = words.map((word) => word.replace(/\{[^}]*\}/g, ''));
    expect(sentences([...filled, ...labels])).toEqual(['Trading']);
  });
});

describe('the book as set-up makes it', () => {
  it('has its notes, its lists’ help, its protections and its settings in the desk’s language', () => {
    const book = new FakeSpreadsheet([]);
    installFakes(book);
    setUpBook('pt');
    const written = book.sheets.flatMap((sheet) => [
      ...sheet.notes.values(),
      ...[...sheet.rules.values()].map(({ help }) => help),
      // The add-on's own name, by which it finds what it protected.
      ...sheet.protections.map(({ description }) => description.replace('Trading Process', '')),
    ]);
    const meanings = book
      .sheet(settingsTab.name)
      .cells.slice(1)
      .map(([, , meaning]) => String(meaning));
    expect(written.length).toBeGreaterThan(100);
    expect(meanings.length).toBeGreaterThan(30);
    expect([...new Set(sentences([...written, ...meanings]))]).toEqual([]);
  });

  it('has charts with titles in the desk’s language', () => {
    const { services } = speaking(workedDay());
    const titles: string[] = [];
    const draw: DrawCharts = (charts) => void titles.push(...charts.map(({ title }) => title));
    runner.apply(services, initialOrders());
    currentStatus(services, draw);
    titles.push(...chartsOf([], 'pt').map(({ title }) => title));
    expect(titles).toHaveLength(5);
    expect(sentences(titles)).toEqual([]);
  });
});

describe('a bad book', () => {
  it.each(BAD_BOOKS)('%s', (_name, spoil) => {
    const desk = speaking(workedDay());
    spoil(desk);
    const report = {
      tabs: [],
      sample: null,
      user: 'ana@desk.example',
      upgrades: [],
      problems: saveSettings(desk.services, { DESK_LANGUAGE: 'klingon', NO_SUCH: '1' }),
      checks: checkBook(desk.services).filter(({ name, state }) => name !== 'settings' || state !== 'ok'),
      asked: askedSettings(desk.services),
    };
    const shown = printedSetUp(report, 'pt');
    expect(
      sentences([
        ...previewed(desk, initialOrders()),
        ...ran(desk, initialOrders()),
        ...glanced(desk),
        ...logged(desk),
        ...textsIn(shown.checks.map(({ said, todo }) => [said, todo])),
        ...shown.asked.map(({ meaning }) => meaning),
        ...shown.problems.map(({ text }) => text),
      ]),
    ).toEqual([]);
  });

  it.each(MALFORMED_FILES.map((each) => [each.input, each] as const))('file: %s', (_name, { file, text }) => {
    const { services } = speaking(workedDay());
    const report =
      file === 'fund file'
        ? importBook(services, { fundsJson: text, tradesCsv: null })
        : importBook(services, { fundsJson: null, tradesCsv: text });
    const { problems } = printedImport(report, 'pt');
    expect(sentences(problems.map((problem) => problem.text))).toEqual([]);
  });
});

describe('the sample day', () => {
  it('with its schedule, a feed that fails, and every mail', () => {
    const desk = sampleDesk({
      DESK_LANGUAGE: 'pt',
      TRADER_EMAILS: TRADERS,
      GOOGLE_CLOUD_PROJECT: 'desk-project',
      auto_send: 'primary, adjustments, final',
    });
    desk.book.fill(
      'brokers',
      desk.book.records('brokers').map((row) => ({ ...row, language: 'pt' })),
    );
    const market = workedMarket(desk);
    const seen: string[] = [];
    desk.services.progress = (said) => void seen.push(print(said, 'pt'));
    for (let now = `${DATE}T09:30:00`; now < `${DATE}T19:30:00`; now = addMinutes(now, 5)) {
      desk.world.now = now;
      market.work(now);
      desk.world.quotes = desk.world.quotes.map((quote) => ({ ...quote, asOf: now }));
      const failing = error(
        'feed-failed',
        msg('{url} does not exist (HTTP 404); check TRADING_API_URL in settings.', {
          url: 'https://post.example',
        }),
      );
      desk.world.feedProblems = now === `${DATE}T12:05:00` ? [failing] : [];
      if (now === `${DATE}T10:30:00`) ran(desk, initialOrders());
      seen.push(...printAll(tick(desk.services), 'pt'));
      seen.push(...glanced(desk));
      seen.push(...scheduleText(nextSteps(desk.services), null, 'pt').split('\n'));
    }
    expect(desk.mails.length).toBeGreaterThan(8);
    expect(logged(desk).length).toBeGreaterThan(8);
    expect([...new Set(sentences([...seen, ...logged(desk)]))]).toEqual([]);
    expect([...new Set(anything([...cells(desk), ...mails(desk)]))]).toEqual([]);
  });
});
