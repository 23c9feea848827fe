// The Set up dialog in a real browser: what is missing, in words; what the trader fills in; the way on.
import { expect } from '@jest/globals';
import { printedProblem } from '../../src/desk/log/report';
import type { SetUpWish } from '../../src/desk/setUp/setUpReport';
import { error } from '../../src/domain/problem';
import { verbatim } from '../../src/language/message';
import type { PrintedCheck, PrintedSetUp } from '../../src/ui/doors/setUp';
import { afterAll, beforeAll, describe, it } from '../inBrowser';
import { seriousFindings } from './axe';
import { type Desktop, openDesktop } from './browser';
import { liveDesk } from './liveDesk';

let desktop: Desktop;
beforeAll(async () => {
  desktop = await openDesktop();
});
afterAll(() => desktop.close());

const names = ['settings', 'funds', 'etfs', 'brokers', 'trades'] as const;
const checks = (state: PrintedCheck['state']): readonly PrintedCheck[] => [
  ...names.map((name) => ({
    name,
    state,
    said: `the tab ${name}`,
    todo: state === 'ok' ? null : 'fill it in',
  })),
  { name: 'schedule', state: 'off', said: 'not started by you', todo: null },
];
const report = (change: Partial<PrintedSetUp>): PrintedSetUp => ({
  tabs: [],
  upgrades: [],
  sample: null,
  problems: [],
  checks: checks('todo'),
  asked: [
    { key: 'DESK_NAME', value: 'Mesa', meaning: 'how e-mails are signed' },
    { key: 'TRADER_EMAILS', value: '', meaning: 'who is copied on orders' },
  ],
  user: 'trader@desk.example',
  ...change,
});

const open = (setUpDesk: (wish: SetUpWish) => PrintedSetUp, more: object = {}) =>
  desktop.open('SetUp', {
    language: 'en',
    answers: { setUpDesk, openStage: () => undefined, deskOverview: liveDesk().answers.deskOverview },
    ...more,
  });

describe('the set-up dialog', () => {
  it('makes the book at once and says what is left, and what to do about each', async () => {
    const { page, calls } = await open(() => report({ tabs: ['orders', 'log'] }));
    await page.getByRole('heading', { name: '5 things are left to do' }).waitFor();
    expect(calls).toEqual([['setUpDesk', {}]]);
    expect(await page.getByText('2 tabs made.').isVisible()).toBe(true);
    const funds = page.getByRole('row', { name: /Funds/ });
    expect(await funds.textContent()).toMatch(/to do the tab funds\s*fill it in/);
  });

  it('asks before it makes anything in an empty spreadsheet, and takes the sample along with one click', async () => {
    const { page, calls } = await open(() => report({ checks: checks('ok') }), { request: { begins: true } });
    await page.getByRole('heading', { name: 'This spreadsheet is empty' }).waitFor();
    expect(calls).toEqual([]);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Set up with an invented sample' }).click();
    await page.getByRole('button', { name: 'Open Initial orders' }).waitFor();
    expect(calls).toEqual([['setUpDesk', { sample: true }], ['deskOverview']]);
  });

  it.each(['en', 'pt'] as const)(
    'is no higher than its offer in an empty spreadsheet, and grows for what it makes, in %s',
    async (language) => {
      const { page } = await open(() => report({ checks: checks('ok') }), {
        language,
        request: { begins: true },
        size: { width: 760, height: 250 },
      });
      const height = (): Promise<string | null> => page.locator('html').getAttribute('data-height');
      await page.locator('h1').waitFor();
      expect(await height()).toBe('250');
      // All of it is seen, and little of it is blank.
      const main = await page.locator('main').evaluate((own) => ({
        hidden: own.scrollHeight - own.clientHeight,
        blank:
          own.getBoundingClientRect().bottom - (own.lastElementChild?.getBoundingClientRect().bottom ?? 0),
      }));
      expect(main.hidden).toBe(0);
      expect(main.blank).toBeLessThan(90);
      await page.locator('#confirm').click();
      expect(await height()).toBe('620');
    },
  );

  it('saves only what was changed, with the sample and the schedule where they are ticked, and leads on', async () => {
    const { page, calls } = await open(({ sample }) => report(sample ? { checks: checks('ok') } : {}));
    await page.getByLabel('Fill in an invented sample').check();
    await page.getByLabel('Start the schedule').check();
    await page.getByText('Essential settings').click();
    await page.getByLabel('TRADER_EMAILS').fill('a@desk.example');
    await page.getByLabel('Post-trade token').fill('open sesame');
    await page.getByRole('button', { name: 'Save and try' }).click();
    await page.getByRole('heading', { name: 'The desk is ready' }).waitFor();
    expect(calls[1]).toEqual([
      'setUpDesk',
      { settings: { TRADER_EMAILS: 'a@desk.example' }, token: 'open sesame', sample: true, schedule: true },
    ]);
    await page.getByRole('button', { name: 'Open Initial orders' }).click();
    await page.waitForFunction(() => document.body.ariaBusy !== 'true');
    expect(calls.at(-1)).toEqual(['openStage', { stage: 'initial' }]);
  });

  it('says what was not taken over, and what went wrong', async () => {
    const bad = error('bad-setting', verbatim('DESK_LANGUAGE "x" is not one'), {
      tab: 'settings',
      cell: 'B9',
    });
    const refused = await open(() => report({ problems: [printedProblem(bad, 'en')] }));
    await refused.page.getByRole('alert').getByText('DESK_LANGUAGE "x" is not one').waitFor();
    const broken = await open(() => {
      throw new Error('another run is under way');
    });
    await broken.page.getByRole('heading', { name: 'Set up did not finish' }).waitFor();
    expect(await broken.page.getByText('another run is under way').isVisible()).toBe(true);
  });

  it('can be read by everybody, in both palettes', async () => {
    for (const scheme of ['light', 'dark'] as const) {
      const { page } = await open(() => report({ checks: checks('ok'), upgrades: ['one fact'] }), { scheme });
      await page.getByRole('heading', { name: 'The desk is ready' }).waitFor();
      expect(await seriousFindings(page)).toEqual([]);
    }
  });
});
