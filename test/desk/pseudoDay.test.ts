// The marked language on days where things go wrong, and behind every item of the menu: see pseudo.test.ts.

import { describe, expect, it } from '@jest/globals';
import * as sharing from '../../src/desk/brokers/sharing';
import { readProgress } from '../../src/desk/journal/progress';
import { printedReport, printedStatus } from '../../src/desk/log/report';
import { currentStatus } from '../../src/desk/look/currentStatus';
import { makeReport } from '../../src/desk/look/endOfDayReport';
import { showHistory } from '../../src/desk/look/history';
import { refreshNow } from '../../src/desk/look/refreshNow';
import { nextSteps } from '../../src/desk/schedule/nextSteps';
import { tick } from '../../src/desk/schedule/tick';
import { msg } from '../../src/language/message';
import { print, SaidError, saidBy } from '../../src/language/print';
import {
  adjustmentCycle,
  amend,
  finalAllocation,
  initialOrders,
  primaryUnits,
  type Stage,
  status,
} from '../../src/stages/stages';
import { printedRefresh } from '../../src/ui/doors/blotter';
import { scheduleText } from '../../src/ui/doors/schedule';
import { menuItems } from '../../src/ui/menuItems';
import type { MemoryDesk } from '../fakes/memoryDesk';
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
import { set, trades } from '../fixtures/badBooks';
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
        desk.services.feeds = () => ({ executions: () => null, earlier: () => null, quotes: () => null });
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
    const answers = ['', 'porque sim', ' ', ''];
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
        showDocument: (title) => hear(title),
        showSidebar: (_page, title) => hear(title),
        showWindow: (_page, title) => hear(title),
      },
      {
        look: () => ({ language: 'pt', isEmpty: false }),
        services: () => services,
        status: () =>
          printedStatus(
            currentStatus(services, () => undefined),
            'pt',
          ),
        refresh: () => printedRefresh(refreshNow(services), 'pt'),
        report: () => {
          const { run, html } = makeReport(services);
          return { run: printedReport(run, 'pt'), html };
        },
        startSchedule: () => scheduleText(nextSteps(services), 'ana@desk.example', 'pt'),
        keepFiles: () => '',
        stopSchedule: () => {
          throw new SaidError(msg('no run is pending'));
        },
      },
    );
    items.stopSharing();
    for (const [from, to] of [
      ['08/11/2024', '01/11/2024'],
      ['x', ''],
      ['2020-01-01', '2024-11-08'],
      ['', ''],
    ])
      try {
        const source = () => [];
        hear(print(showHistory(services, source, () => undefined, from, to).headline, 'pt'));
      } catch (refused) {
        hear(print(saidBy(refused), 'pt'));
      }
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
