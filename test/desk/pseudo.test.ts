// The proof that everything a reader gets was said: a desk whose language is the catalogue with every sentence marked plays whole
// days with bad inputs, repairs, schedule, sharing, set-up, pages and mails, and no text without a mark reaches anybody.
import { describe, expect, it } from '@jest/globals';
import * as sharing from '../../src/desk/brokers/sharing';
import { currentStatus } from '../../src/desk/look/currentStatus';
import { showHistory } from '../../src/desk/look/history';
import { deskOverview } from '../../src/desk/look/overview';
import { readProgress } from '../../src/desk/run/progress';
import { printedReport, printedStatus } from '../../src/desk/run/report';
import * as runner from '../../src/desk/run/runner';
import { nextSteps } from '../../src/desk/schedule/nextSteps';
import { tick } from '../../src/desk/schedule/tick';
import { checkBook } from '../../src/desk/setUp/deskChecks';
import { askedSettings } from '../../src/desk/setUp/essentials';
import { saveSettings } from '../../src/desk/setUp/fillBook';
import { importBook } from '../../src/desk/setUp/importBook';
import { error } from '../../src/domain/problem';
import { addMinutes } from '../../src/domain/stamp';
import { msg } from '../../src/language/message';
import { print, printAll, SaidError, saidBy } from '../../src/language/print';
import { ALL_TABS } from '../../src/sheets/tabs';
import {
  adjustmentCycle,
  amend,
  finalAllocation,
  initialOrders,
  primaryUnits,
  type Stage,
  status,
} from '../../src/stages/stages';
import { printedImport } from '../../src/ui/doors/import';
import { printedOverview } from '../../src/ui/doors/overview';
import { shownPreview } from '../../src/ui/doors/preview';
import { scheduleText } from '../../src/ui/doors/schedule';
import { printedSetUp } from '../../src/ui/doors/setUp';
import { buildTradingMenu, type MenuBuilder } from '../../src/ui/menu';
import { menuItems } from '../../src/ui/menuItems';
import { PAGES, type PageName, pageWords } from '../../src/ui/words';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { speakPseudo, textsIn, unmarked } from '../fakes/pseudoLanguage';
import { sampleDesk, TRADERS } from '../fakes/sampleDesk';
import { workedMarket } from '../fakes/workedMarket';
import { BAD_BOOKS, set, trades } from '../fixtures/badBooks';
import { MALFORMED_FILES } from '../fixtures/malformedFiles';
import { AURORA, MERIDIAN, twoBrokers } from '../fixtures/twoBrokers';
import {
  ALFA,
  AT,
  BETA,
  DATE,
  fill,
  GAMA,
  HASH11,
  MIDDAY_FILL,
  trade,
  workedDay,
} from '../fixtures/workedDay';

speakPseudo();

const speaking = (desk: MemoryDesk): MemoryDesk => {
  set('DESK_LANGUAGE', 'pt')(desk);
  return desk;
};

const only = <T extends object, K extends keyof T>(value: T, ...keys: readonly K[]) =>
  keys.map((key) => value[key]);

/** What a page shows of a preview: the mails are read for themselves. */
function previewed(desk: MemoryDesk, stage: Stage): readonly string[] {
  const shown = shownPreview(runner.preview(desk.services, stage), 'pt');
  const problems = [...shown.problems, ...shown.warnings].map(({ text }) => text);
  return [...problems, ...textsIn(only(shown, 'title', 'confirm', 'summary'))];
}

function ran(desk: MemoryDesk, stage: Stage): readonly string[] {
  const report = printedReport(runner.apply(desk.services, stage), 'pt');
  return [report.headline, ...[...report.problems, ...report.warnings].map(({ text }) => text)];
}

/** What the sidebar shows, but for names. */
function glanced(desk: MemoryDesk): readonly string[] {
  const day = printedOverview(deskOverview(desk.services, 'ana@desk.example'), 'pt');
  return [
    ...textsIn(only(day, 'day', 'state', 'market', 'missing', 'nothingNext', 'schedule', 'progress')),
    ...day.timeline.flatMap((step) => textsIn(only(step, 'label', 'stateText', 'detail', 'time'))),
    ...(day.next === null ? [] : [day.next.label, day.next.when]),
    ...(day.deadline === null ? [] : [day.deadline.label]),
    ...day.failures.flatMap(({ title, problems }) => [title, ...problems]),
    ...day.problems.map(({ text }) => text),
  ];
}

const logged = (desk: MemoryDesk): readonly string[] =>
  desk.book.records('log').flatMap(({ headline, details }) => textsIn([headline, details]));

/** What people typed: reasons, as they stand in the rows that they are about. */
const TYPED = ['menos caixa', 'porque sim', 'conferido'];

/** What the desk writes for others: every cell of every tab that it fills, but for those that nobody sees. */
const cells = (desk: MemoryDesk): readonly string[] =>
  ALL_TABS.filter(({ role }) => role === 'output').flatMap(({ name }) =>
    textsIn(desk.book.tabs.get(name)).filter((text) => !TYPED.includes(text)),
  );
const mails = (desk: MemoryDesk): readonly string[] =>
  desk.mails
    .flatMap(({ subject, text }) => [subject, ...text.split('\n')])
    .filter((line) => !TYPED.includes(line.replace('> ', '')));

/** Sentences: nothing outside the marks but places and figures. */
const sentences = (texts: readonly string[]): readonly string[] =>
  texts.flatMap((text) => unmarked(text, true));
/** Cells and mails hold names, too. */
const anything = (texts: readonly string[]): readonly string[] => texts.flatMap((text) => unmarked(text));

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
    buildTradingMenu((label) => {
      labels.push(label);
      return drawn;
    }, 'pt');
    // Holes of a page are filled there.
    const filled = words.map((word) => word.replace(/\{[^}]*\}/g, ''));
    expect(sentences([...filled, ...labels])).toEqual(['Trading']);
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
    const report = file === 'fund file' ? importBook(services, text, null) : importBook(services, null, text);
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
      seen.push(...printAll(tick(desk.services), 'pt').map((line) => line.replace(/^⟦⟨[\w-]+⟩/, '⟦')));
      seen.push(...glanced(desk));
      seen.push(...scheduleText(nextSteps(desk.services), null, 'pt').split('\n'));
    }
    expect(desk.mails.length).toBeGreaterThan(8);
    expect(logged(desk).length).toBeGreaterThan(8);
    expect([...new Set(sentences([...seen, ...logged(desk)]))]).toEqual([]);
    expect([...new Set(anything([...cells(desk), ...mails(desk)]))]).toEqual([]);
  });
});

describe('the worked day, where things go wrong', () => {
  const opened = (): MemoryDesk => {
    const desk = speaking(workedDay());
    ran(desk, initialOrders());
    desk.world.now = AT.midday;
    desk.world.fills = [MIDDAY_FILL];
    return desk;
  };
  const withUnits = (): MemoryDesk => {
    const desk = opened();
    ran(desk, primaryUnits('all', true));
    return desk;
  };
  const at = (desk: MemoryDesk, now: string): MemoryDesk => {
    desk.world.now = now;
    return desk;
  };

  const DAYS: readonly (readonly [string, () => readonly [MemoryDesk, readonly string[]]])[] = [
    ['a stage before the day is open', () => look(speaking(workedDay()), primaryUnits('all', null))],
    ['a stage on the day after', () => look(at(opened(), '2024-11-11T11:00:00'), finalAllocation())],
    ['orders that are out', () => look(at(opened(), AT.midday), initialOrders())],
    ['units without a pause', () => look(opened(), primaryUnits('all', null))],
    ['units of a family that nobody trades', () => look(opened(), primaryUnits('thematics', true))],
    ['units that are decided', () => look(withUnits(), primaryUnits('all', true))],
    ['units after the cut-off', () => look(at(opened(), `${DATE}T13:40:00`), primaryUnits('all', true))],
    [
      'an old iNAV',
      () => {
        const desk = opened();
        desk.services.feeds = () => ({ executions: () => null, quotes: () => null });
        return look(desk, primaryUnits('all', true));
      },
    ],
    ['an iteration', () => look(at(withUnits(), AT.afternoon), adjustmentCycle(null))],
    [
      'an iteration too soon, one too many, one after the close',
      () => {
        const desk = at(withUnits(), AT.afternoon);
        ran(desk, adjustmentCycle(null));
        return [
          desk,
          [
            ...previewed(at(desk, `${DATE}T16:05:00`), adjustmentCycle(null)),
            ...previewed(at(desk, `${DATE}T17:00:00`), adjustmentCycle(1)),
            ...previewed(at(desk, `${DATE}T17:58:00`), adjustmentCycle(null)),
          ],
        ];
      },
    ],
    [
      'an allocation too early, in time, again and after a late fill',
      () => {
        const desk = withUnits();
        const early = ran(desk, finalAllocation());
        at(desk, AT.evening);
        const whole = [...previewed(desk, finalAllocation()), ...ran(desk, finalAllocation())];
        const again = previewed(desk, finalAllocation());
        desk.world.fills = [
          MIDDAY_FILL,
          { ...fill('F2', 'BUY', 100, 62.4, `${DATE}T17:00:00`), status: 'PENDING' },
        ];
        return [
          desk,
          [...early, ...whole, ...again, ...ran(desk, finalAllocation()), ...ran(desk, status())],
        ];
      },
    ],
    [
      'fills beyond cap and limit, and one that nobody asked for',
      () => {
        const desk = withUnits();
        desk.world.fills = [
          fill('F1', 'BUY', 300_000, 70, `${DATE}T12:00:00`),
          fill('F2', 'SELL', 10, 62, `${DATE}T12:00:00`),
        ];
        return look(at(desk, AT.afternoon), status());
      },
    ],
    [
      'an amendment, with and without a reason, and of nothing',
      () => {
        const desk = opened();
        const nothing = previewed(desk, amend('nada mudou'));
        trades(trade(ALFA, 9_000_000), trade(BETA, 2_000_000))(desk);
        return [desk, [...nothing, ...previewed(desk, amend('')), ...ran(desk, amend('menos caixa'))]];
      },
    ],
    [
      'trades that are ignored, checks that are skipped',
      () => {
        const desk = speaking(workedDay());
        trades(
          trade(ALFA, 100),
          { ...trade(BETA, 200), strategy: 'AdjustmentOrder' },
          trade(GAMA, 50, 'SELL'),
        )(desk);
        return look(desk, initialOrders());
      },
    ],
    ['a day that was never allocated', () => look(at(opened(), '2024-11-11T10:30:00'), initialOrders())],
    [
      'yesterday’s orders, which are not sent again',
      () => {
        const desk = opened();
        set('auto_send', 'initial')(desk);
        at(desk, '2024-11-11T10:30:00');
        desk.world.quotes = [{ ...HASH11, asOf: desk.world.now }];
        tick(desk.services);
        return [desk, []];
      },
    ],
    [
      'another run that is under way',
      () => {
        const desk = opened();
        desk.world.lockedByAnother = true;
        return look(desk, primaryUnits('all', true));
      },
    ],
  ];
  const look = (desk: MemoryDesk, stage: Stage): readonly [MemoryDesk, readonly string[]] => [
    desk,
    [...previewed(desk, stage), ...ran(desk, stage)],
  ];

  it.each(DAYS)('%s', (_name, play) => {
    const [desk, seen] = play();
    expect(sentences([...seen, ...glanced(desk), ...logged(desk)])).toEqual([]);
    expect([...new Set(anything([...cells(desk), ...mails(desk)]))]).toEqual([]);
  });
});

describe('the menu', () => {
  it('every item that asks, shares, repairs or tells, in a day on which much goes wrong', () => {
    const { desk, services } = twoBrokers(AURORA, { ...MERIDIAN, account_codes: '', fills_from: 'inbox' });
    speaking(desk);
    const said: string[] = [];
    const answers = ['', '08/11/2024', '01/11/2024', 'x', '2020-01-01', '2024-11-08', 'porque sim', ' ', ''];
    const hear = (...texts: readonly string[]): void => void said.push(...texts);
    const items = menuItems(
      {
        say: hear,
        confirm: (...texts) => {
          hear(...texts);
          return true;
        },
        ask: (...texts) => {
          hear(...texts);
          return answers.shift() ?? 'conferido';
        },
        showTab: () => undefined,
        showDialog: (_page, title) => hear(title),
        showSidebar: (_page, title) => hear(title),
      },
      {
        language: () => 'pt',
        services: () => services,
        status: () =>
          printedStatus(
            currentStatus(services, () => undefined),
            'pt',
          ),
        history(from, to) {
          const shown = showHistory(
            services,
            () => [],
            () => undefined,
            from,
            to,
          );
          return { headline: print(shown.headline, 'pt') };
        },
        startSchedule: () => scheduleText(nextSteps(services), 'ana@desk.example', 'pt'),
        stopSchedule: () => {
          throw new SaidError(msg('no run is pending'));
        },
      },
    );
    items.stopSharing();
    items.history();
    items.history();
    items.history();
    items.shareWithBrokers();
    ran(desk, initialOrders());
    items.shareWithBrokers();
    desk.world.warehouseDown = true;
    desk.world.now = AT.midday;
    desk.world.fills = [MIDDAY_FILL];
    said.push(...ran(desk, primaryUnits('all', true)));
    said.push(...glanced(desk));
    for (const item of Object.values(items)) item({ stage: 'primary', scope: 'nasdaq' });
    desk.world.warehouseDown = false;
    for (const item of Object.values(items)) item({ stage: 'initial' });
    desk.world.now = AT.evening;
    ran(desk, finalAllocation());
    items.status();
    items.stopSharing();
    desk.world.lockedByAnother = true;
    for (const item of Object.values(items)) item({ stage: 'final' });
    const running = readProgress(services.journal, services.now());
    if (running !== null) said.push(print(running, 'pt'));
    const refusal = sharing.shareWithBrokers(services, 'another');
    said.push(print(refusal.headline, 'pt'), print(saidBy(new SaidError(msg('held'))), 'pt'));
    expect(said.length).toBeGreaterThan(60);
    expect([...new Set(sentences([...said.flatMap((text) => text.split('\n')), ...logged(desk)]))]).toEqual(
      [],
    );
    expect([...new Set(anything([...cells(desk), ...mails(desk)]))]).toEqual([]);
  });
});
