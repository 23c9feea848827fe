// The functions that run the day: stages, corrections, the schedule, what somebody decides beside them.
import * as main from '../../../src/main';
import type { Platform } from '../platform';
import { copyWorld } from '../platform/world';
import { systems, TODAY, TOMORROW } from '../sampleDays';
import { type Case, cutOffOnce, done, edit, set } from './case';

const share = (platform: Platform): void => void done(platform, () => main.shareWithBrokers());

/** Written down whole, and nothing of it done. */
export const halfWay = (platform: Platform, act: () => unknown): void =>
  cutOffOnce(
    platform,
    act,
    ({ document }) => [...document.keys()].some((key) => key.startsWith('pending:')),
    copyWorld,
  );

/** A fill that was recorded is in the answer no more. */
export const vanished: NonNullable<Case['prepare']> = (platform) => {
  const all = systems();
  platform.world.web = (url, world) => {
    const reply = all(url, world);
    const { fills } = JSON.parse(reply.body ?? '{}');
    if (!Array.isArray(fills)) return reply;
    return { ...reply, body: JSON.stringify({ fills: fills.filter(({ fillId }) => fillId !== 'A5') }) };
  };
  platform.run(() => main.refreshExecutions());
};

const CNPJ = '71204918000109';

const amended: NonNullable<Case['prepare']> = (platform) =>
  edit(platform.world, 'daily-trades', 'amount', (cell) => (cell === 5_200_000 ? 5_600_000 : cell));
const AMEND = { stage: 'amend', reason: 'more for Ipê' };
let hash = '';
const shown: NonNullable<Case['prepare']> = (platform) => {
  amended(platform);
  hash = done(platform, () => main.previewStage(AMEND)).hash ?? '';
};

/** The schedule runs as the person of the sample day. */
const ticking: NonNullable<Case['prepare']> = (platform) => void done(platform, () => main.startSchedule());
const ticks = (
  name: string,
  point: Case['point'],
  at: string,
  prepare: Case['prepare'] = ticking,
  later = 5,
): Case => ({
  name,
  point,
  at,
  prepare,
  act: () => main.tick(),
  later,
});
const prepared: NonNullable<Case['prepare']> = (platform) => {
  set(platform.world, 'auto_send', 'final');
  ticking(platform);
};

export const DAY = {
  runInitialOrders: [{ name: '', point: 'set up', at: '10:15', act: () => main.runInitialOrders() }],
  runPrimaryCalculation: [
    { name: '', point: 'midday', at: '12:06', act: () => main.runPrimaryCalculation('all') },
    {
      name: 'open books',
      point: 'midday',
      at: '12:06',
      prepare: share,
      act: () => main.runPrimaryCalculation('all'),
    },
  ],
  runAdjustmentCycle: [
    { name: '', point: 'afternoon', at: '15:46', act: () => main.runAdjustmentCycle() },
    {
      name: 'open books',
      point: 'afternoon',
      at: '15:46',
      prepare: share,
      act: () => main.runAdjustmentCycle(),
    },
  ],
  cancelOrders: [
    {
      name: '',
      point: 'afternoon',
      at: '15:50',
      act: () => main.cancelOrders({ asset: 'HASH11', reason: 'stop' }),
    },
    {
      name: 'open books',
      point: 'afternoon',
      at: '15:50',
      prepare: share,
      act: () => main.cancelOrders({ reason: 'all of it' }),
    },
  ],
  completeAdjustmentWorkflow: [
    { name: '', point: 'evening', at: '18:20', act: () => main.completeAdjustmentWorkflow() },
    {
      name: 'open books',
      point: 'evening',
      at: '18:20',
      prepare: share,
      act: () => main.completeAdjustmentWorkflow(),
    },
  ],
  correctDay: [
    {
      name: '',
      point: 'next day',
      at: `${TOMORROW}T11:00:00`,
      prepare: ({ world }) => {
        world.web = systems(['A1']);
      },
      act: () => main.correctDay({ date: TODAY, reason: 'a bust' }),
    },
  ],
  saveOfficialNav: [{ name: '', point: 'night', at: '21:12', act: () => main.saveOfficialNav() }],
  endOfDayReport: [{ name: '', point: 'allocated', at: '18:30', act: () => main.endOfDayReport() }],
  checkAdjustmentStatus: [
    { name: '', point: 'midday', at: '12:10', act: () => main.checkAdjustmentStatus() },
  ],
  history: [{ name: '', point: 'night', at: '21:20', act: () => main.history(null, null) }],
  showPeriod: [{ name: '', point: 'night', at: '21:20', act: () => main.showPeriod(null, null) }],
  executeDailyTradingWorkflow: [
    {
      name: 'all, in the morning',
      point: 'set up',
      at: '10:15',
      later: 3,
      act: () => main.executeDailyTradingWorkflow('all'),
    },
    {
      name: 'all, at midday',
      point: 'midday',
      at: '13:10',
      later: 3,
      act: () => main.executeDailyTradingWorkflow('all'),
    },
    {
      name: 'initial',
      point: 'set up',
      at: '10:15',
      act: () => main.executeDailyTradingWorkflow('initial', 2),
    },
    { name: 'primary', point: 'midday', at: '12:06', act: () => main.executeDailyTradingWorkflow('primary') },
    {
      name: 'adjustments',
      point: 'evening',
      at: '18:20',
      act: () => main.executeDailyTradingWorkflow('adjustments'),
    },
  ],
  takeUpDay: [
    {
      name: 'a morning cut off',
      point: 'set up',
      at: '10:15',
      prepare: (platform) => halfWay(platform, () => main.runInitialOrders()),
      act: () => main.takeUpDay(),
    },
    {
      name: 'an evening cut off, open books',
      point: 'evening',
      at: '18:20',
      prepare: (platform) => {
        share(platform);
        halfWay(platform, () => main.completeAdjustmentWorkflow());
      },
      act: () => main.takeUpDay(),
    },
  ],
  tick: [
    ticks('initial orders', 'set up', '10:20'),
    ticks('executions', 'morning', '11:05', ticking, 8),
    ticks('a reminder', 'morning', '11:35', ticking, 8),
    ticks('units, prepared', 'morning', '12:05', prepared),
    ticks('units', 'midday', '12:05'),
    ticks('an iteration', 'afternoon', '16:40', ticking, 35),
    ticks('the final allocation', 'evening', '18:40'),
    ticks('official NAVs', 'night', '21:12', ticking, 35),
    ticks('nothing due', 'allocated', '18:22'),
    ticks('a run cut off', 'midday', '12:06', (platform) => {
      ticking(platform);
      halfWay(platform, () => main.runPrimaryCalculation('all'));
    }),
  ],
  nextSteps: [{ name: '', point: 'midday', at: '12:06', act: () => main.nextSteps(), shows: true }],
  startSchedule: [
    { name: '', point: 'morning', at: '11:00', act: () => main.startSchedule() },
    {
      name: 'beside somebody else',
      point: 'morning',
      at: '11:00',
      prepare: (platform) => {
        ticking(platform);
        platform.world.user = 'bia@gestora.example';
      },
      act: () => main.startSchedule(),
    },
  ],
  stopSchedule: [
    { name: '', point: 'morning', at: '11:00', prepare: ticking, act: () => main.stopSchedule() },
  ],
  acceptOdd: [
    {
      name: 'a fill that vanished',
      point: 'evening',
      at: '18:17',
      prepare: vanished,
      act: () =>
        main.acceptOdd({
          code: 'vanished-fill',
          subject: 'Corretora Aurora BUY HASH11 A5',
          reason: 'it never was',
        }),
    },
  ],
  overrideUnits: [
    {
      name: '',
      point: 'midday',
      at: '12:06',
      act: () =>
        main.overrideUnits({
          asset: 'HASH11',
          cnpj: CNPJ,
          side: null,
          units: 1,
          reason: 'as the manager asks',
        }),
    },
    {
      name: 'then taken back',
      point: 'midday',
      at: '12:06',
      prepare: (platform) =>
        void done(platform, () =>
          main.overrideUnits({
            asset: 'HASH11',
            cnpj: CNPJ,
            side: null,
            units: 1,
            reason: 'as the manager asks',
          }),
        ),
      act: () =>
        main.overrideUnits({ asset: 'HASH11', cnpj: CNPJ, side: null, units: null, reason: 'no more' }),
    },
  ],
  previewStage: [
    { name: 'initial', point: 'set up', at: '10:15', act: () => main.previewStage({ stage: 'initial' }) },
    { name: 'final', point: 'evening', at: '18:20', act: () => main.previewStage({ stage: 'final' }) },
  ],
  compareSettings: [
    {
      name: '',
      point: 'midday',
      at: '12:06',
      act: () => main.compareSettings({ stage: 'primary' }),
      shows: true,
    },
  ],
  applyStage: [
    {
      name: 'an amendment',
      point: 'midday',
      at: '12:06',
      prepare: shown,
      act: () => main.applyStage(AMEND, hash),
    },
    {
      name: 'an amendment, open books',
      point: 'midday',
      at: '12:06',
      prepare: (platform) => {
        share(platform);
        shown(platform);
      },
      act: () => main.applyStage(AMEND, hash),
    },
  ],
  refreshExecutions: [{ name: '', point: 'morning', at: '11:30', act: () => main.refreshExecutions() }],
} satisfies Readonly<Record<string, readonly Case[]>>;
