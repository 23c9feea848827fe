// A desk that speaks Portuguese, from the code's own behaviour: whatever its stages, readers, schedule and repairs say comes
// in Portuguese, to the log, to the traders' mails and to whoever looks at a preview. The warehouse keeps English.
import { beforeAll, describe, expect, it } from '@jest/globals';
import { deskOverview } from '../../src/desk/look/overview';
import {
  abandonPending,
  acceptChangedState,
  releaseMails,
  settleDoubtfulMails,
} from '../../src/desk/run/repair';
import * as runner from '../../src/desk/run/runner';
import { tick } from '../../src/desk/schedule/tick';
import { checkBook } from '../../src/desk/setUp/deskChecks';
import { importBook } from '../../src/desk/setUp/importBook';
import { type Problem, printProblem } from '../../src/domain/problem';
import { addMinutes } from '../../src/domain/stamp';
import type { Message } from '../../src/language/message';
import { print } from '../../src/language/print';
import { say, sayText } from '../../src/messages/said/said';
import {
  adjustmentCycle,
  amend,
  finalAllocation,
  initialOrders,
  primaryUnits,
  type Stage,
  status,
} from '../../src/stages/stages';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { sampleDesk, TRADERS } from '../fakes/sampleDesk';
import { workedMarket } from '../fakes/workedMarket';
import { BAD_BOOKS, set, trades } from '../fixtures/badBooks';
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

const portuguese = (desk: MemoryDesk): MemoryDesk => {
  desk.book.fill(
    'settings',
    desk.book.records('settings').map((row) => (row.key === 'DESK_LANGUAGE' ? { ...row, value: 'pt' } : row)),
  );
  return desk;
};

/** What nobody has a phrase for. */
const unknown = (sentences: readonly string[]): readonly string[] =>
  sentences.filter((sentence) => say(sentence, 'pt').language !== 'pt');

const read = (said: Message | Problem): string =>
  sayText('code' in said ? printProblem(said, 'pt') : print(said, 'pt'), 'pt');

/** Everything that a preview shows. */
function said(desk: MemoryDesk, stage: Stage): readonly string[] {
  const { summary, problems, warnings } = runner.preview(desk.services, stage);
  const facts = summary.facts.flatMap(({ label, value }) => [label, value]);
  return [summary.headline, ...facts, ...problems, ...warnings].map(read);
}

/** What was logged of every run. */
const logged = (desk: MemoryDesk): readonly string[] =>
  desk.runLog.flatMap(({ headline, details }) => [headline, ...details]).map(read);

const ENGLISH = /\b(the|of|and|is|are|was|with|nothing|to do|run)\b/i;
/** Words that no Portuguese text has; names of tabs, settings and menus are not words. */
const leftInEnglish = (texts: readonly string[]): readonly string[] =>
  texts.filter((text) => ENGLISH.test(text.replace(/[\w.]+@[\w.]+|[\w-]*[_-][\w-]*/g, '')));

describe('a bad book', () => {
  it.each(BAD_BOOKS)('is explained in Portuguese: %s', (_name, spoil) => {
    const desk = portuguese(workedDay());
    spoil(desk);
    expect(leftInEnglish(said(desk, initialOrders()))).toEqual([]);
    expect(unknown(deskOverview(desk.services, null).problems)).toEqual([]);
    // That the settings are right is said with the desk's own name and addresses.
    const checks = checkBook(desk.services).filter(
      ({ name, state }) => name !== 'settings' || state !== 'ok',
    );
    expect(
      unknown(checks.flatMap((check) => [check.said, ...(check.todo === null ? [] : [check.todo])])),
    ).toEqual([]);
  });
});

describe('the sample day', () => {
  let desk: MemoryDesk;
  beforeAll(() => {
    desk = sampleDesk({
      DESK_LANGUAGE: 'pt',
      TRADER_EMAILS: TRADERS,
      GOOGLE_CLOUD_PROJECT: 'desk-project',
      auto_send: 'primary, adjustments, final',
    });
    const market = workedMarket(desk);
    for (let now = `${DATE}T09:30:00`; now < `${DATE}T19:30:00`; now = addMinutes(now, 5)) {
      desk.world.now = now;
      market.work(now);
      desk.world.quotes = desk.world.quotes.map((quote) => ({ ...quote, asOf: now }));
      // At noon the desk's iNAVs fail once, and somebody changes the state.
      desk.world.feedProblems =
        now === `${DATE}T12:05:00`
          ? [
              {
                severity: 'error',
                code: 'feed-failed',
                tab: null,
                cell: null,
                text: 'https://post.example does not exist (HTTP 404); check TRADING_API_URL in settings.',
              },
            ]
          : [];
      if (now === `${DATE}T10:30:00`) apply(desk.services, initialOrders());
      tick(desk.services);
    }
  });

  it('is told in sentences that are all known', () => {
    expect(logged(desk).length).toBeGreaterThan(8);
    expect(leftInEnglish(logged(desk))).toEqual([]);
  });

  it('stands in the log in Portuguese, and in the warehouse in English', () => {
    const log = desk.book
      .records('log')
      .flatMap(({ headline, details }) => [String(headline), String(details ?? '')]);
    expect(leftInEnglish(log)).toEqual([]);
    expect(log.join('\n')).toMatch(/COMPLETO: [\d.]+ cotas/);
    expect(desk.runLog.map(({ headline }) => print(headline, 'en')).join('\n')).toMatch(
      /COMPLETE: [\d,]+ shares/,
    );
  });

  it('is written to the traders in Portuguese', () => {
    const mails = desk.mails.filter(({ to }) => to.includes(TRADERS));
    expect(mails.length).toBeGreaterThan(4);
    expect(leftInEnglish(mails.flatMap(({ subject, text }) => [subject, ...text.split('\n')]))).toEqual([]);
  });

  it('gives its reasons in Portuguese in the tabs, and in English in the warehouse', () => {
    const reasons = ['primary-requests', 'allocation'].flatMap((tab) =>
      desk.book.records(tab).map((row) => String(row.reasons ?? '')),
    );
    const next = desk.book.records('adjustments').map((row) => String(row.next));
    expect(reasons.join()).toMatch(/lotes/);
    expect(next.join()).toMatch(/fundos? com algo a fazer/);
    expect(leftInEnglish([...reasons, ...next])).toEqual([]);
    const kept = JSON.stringify([...(desk.rows.get('primary_request_rows')?.values() ?? [])]);
    expect(kept).toMatch(/nearest whole units|no access to the primary market/);
  });
});

describe('the worked day, where things go wrong', () => {
  const opened = (): MemoryDesk => {
    const desk = portuguese(workedDay());
    apply(desk.services, initialOrders());
    desk.world.now = AT.midday;
    desk.world.fills = [MIDDAY_FILL];
    return desk;
  };
  const withUnits = (): MemoryDesk => {
    const desk = opened();
    apply(desk.services, primaryUnits('all', true));
    return desk;
  };
  const at = (desk: MemoryDesk, now: string): MemoryDesk => {
    desk.world.now = now;
    return desk;
  };

  const DAYS: readonly (readonly [string, () => readonly string[]])[] = [
    ['a stage before the day is open', () => said(portuguese(workedDay()), primaryUnits('all', null))],
    ['a stage on the day after', () => said(at(opened(), '2024-11-11T11:00:00'), finalAllocation())],
    ['orders that are out', () => said(at(portuguese(opened()), AT.midday), initialOrders())],
    ['units without a pause', () => said(opened(), primaryUnits('all', null))],
    ['units of a family that nobody trades', () => said(opened(), primaryUnits('thematics', true))],
    ['units that are decided', () => said(withUnits(), primaryUnits('all', true))],
    ['units after the cut-off', () => said(at(opened(), `${DATE}T13:40:00`), primaryUnits('all', true))],
    [
      'an old iNAV',
      () => {
        const desk = opened();
        desk.services.feeds = () => ({ executions: () => null, quotes: () => null });
        return said(desk, primaryUnits('all', true));
      },
    ],
    ['an iteration', () => said(at(withUnits(), AT.afternoon), adjustmentCycle(null))],
    [
      'an iteration too soon, one too many, one after the close',
      () => {
        const desk = at(withUnits(), AT.afternoon);
        apply(desk.services, adjustmentCycle(null));
        return [
          ...said(at(desk, `${DATE}T16:05:00`), adjustmentCycle(null)),
          ...said(at(desk, `${DATE}T17:00:00`), adjustmentCycle(1)),
          ...said(at(desk, `${DATE}T17:58:00`), adjustmentCycle(null)),
        ];
      },
    ],
    [
      'an allocation too early, in time, again and after a late fill',
      () => {
        const desk = withUnits();
        const early = said(desk, finalAllocation());
        at(desk, AT.evening);
        const whole = said(desk, finalAllocation());
        apply(desk.services, finalAllocation());
        const again = said(desk, finalAllocation());
        desk.world.fills = [
          MIDDAY_FILL,
          { ...fill('F2', 'BUY', 100, 62.4, `${DATE}T17:00:00`), status: 'PENDING' },
        ];
        return [...early, ...whole, ...again, ...said(desk, finalAllocation()), ...said(desk, status())];
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
        return said(at(desk, AT.afternoon), status());
      },
    ],
    [
      'an amendment, with and without a reason, and of nothing',
      () => {
        const desk = opened();
        const nothing = said(desk, amend('nada mudou'));
        trades(trade(ALFA, 9_000_000), trade(BETA, 2_000_000))(desk);
        return [...nothing, ...said(desk, amend('')), ...said(desk, amend('menos caixa'))];
      },
    ],
    [
      'trades that are ignored, checks that are skipped',
      () => {
        const desk = portuguese(workedDay());
        trades(
          trade(ALFA, 100),
          { ...trade(BETA, 200), strategy: 'AdjustmentOrder' },
          trade(GAMA, 50, 'SELL'),
        )(desk);
        return said(desk, initialOrders());
      },
    ],
    ['a day that was never allocated', () => said(at(opened(), '2024-11-11T10:30:00'), initialOrders())],
    [
      'yesterday’s orders, which are not sent again',
      () => {
        const desk = opened();
        set('auto_send', 'initial')(desk);
        at(desk, '2024-11-11T10:30:00');
        desk.world.quotes = [{ ...HASH11, asOf: desk.world.now }];
        tick(desk.services);
        const mail = desk.mails[desk.mails.length - 1];
        expect(mail?.text).toContain('as ordens são exatamente as de 08/11/2024');
        expect(leftInEnglish((mail?.text ?? '').split('\n'))).toEqual([]);
        return logged(desk);
      },
    ],
    [
      'a warehouse that is down, and every repair',
      () => {
        const desk = opened();
        desk.world.warehouseDown = true;
        const held = runner.apply(desk.services, primaryUnits('all', true)).problems;
        desk.world.warehouseDown = false;
        const repairs = [
          abandonPending(desk.services, 'não era para hoje'),
          releaseMails(desk.services),
          settleDoubtfulMails(desk.services, true),
          settleDoubtfulMails(desk.services, false),
          abandonPending(desk.services, 'de novo'),
          acceptChangedState(desk.services, 'conferido'),
        ];
        return [...held, ...repairs].map(read).concat(logged(desk));
      },
    ],
    [
      'files that cannot be imported',
      () => {
        const { services } = portuguese(workedDay());
        return [
          ...importBook(services, '{', 'Fund,CNPJ\nx,1').problems,
          ...importBook(services, '{}', 'Fund,CNPJ,Asset,Side,Amount,Strategy\nx,1,HASH11,BUY,1.234,Simple')
            .problems,
        ];
      },
    ],
  ];

  it.each(DAYS)('%s', (_name, sentences) => {
    const all = sentences();
    expect(all.length).toBeGreaterThan(0);
    expect(leftInEnglish(all.map((sentence) => sayText(sentence, 'pt')))).toEqual([]);
  });
});
