// The Self-test dialog in a real browser: asks before it sends, shows each item, gives the report to copy, looks again.
import { expect } from '@jest/globals';
import { BULK_CHARACTERS, HOSTILE, type SelfTestWish } from '../../src/desk/setUp/selfTestReport';
import type { PrintedSelfTest, PrintedTest } from '../../src/ui/doors/selfTest';
import { afterAll, beforeAll, describe, it } from '../inBrowser';
import { seriousFindings } from './axe';
import { type Desktop, openDesktop } from './browser';

let desktop: Desktop;
beforeAll(async () => {
  desktop = await openDesktop();
});
afterAll(() => desktop.close());

const item = (
  id: string,
  state: PrintedTest['state'],
  stateSaid: string,
  details: readonly string[] = [],
): PrintedTest => ({
  id,
  state,
  stateSaid,
  title: `The ${id}`,
  said: `what the ${id} did`,
  details,
});
const CELL = item('cell', 'ok', 'as expected');
const TRIGGER = item('trigger', 'waiting', 'waiting');
const reportOf = (items: readonly PrintedTest[], left: readonly string[] = []): PrintedSelfTest => ({
  items,
  left,
  text: `Self-test\n${items.map(({ id }) => id).join('\n')}`,
});

const open = (
  selfTest: (wish: SelfTestWish) => PrintedSelfTest,
  {
    hostile = HOSTILE,
    bulk = BULK_CHARACTERS,
    scheme = 'light',
  }: { hostile?: string; bulk?: number; scheme?: 'light' | 'dark' } = {},
) =>
  desktop.open('SelfTest', {
    language: 'en',
    scheme,
    request: { hostile },
    answers: { selfTest, selfTestBulk: () => 'x'.repeat(bulk) },
  });

describe('the self-test dialog', () => {
  it('tries nothing before it is told to, and sends mails only where they are ticked', async () => {
    const { page, calls } = await open(() => reportOf([CELL]));
    await page.getByRole('heading', { name: 'Self-test' }).waitFor();
    expect(calls).toEqual([]);
    await page.getByLabel('Also send two large mails to me').check();
    await page.getByRole('button', { name: 'Try everything' }).click();
    await page.getByRole('heading', { name: 'All is as the desk expects' }).waitFor();
    expect(calls).toEqual([
      ['selfTestBulk'],
      ['selfTest', { mails: true, page: { escaped: true, received: BULK_CHARACTERS } }],
    ]);
  });

  it('tells the script what came otherwise: a text that was changed, an answer that was cut', async () => {
    const { page, calls } = await open(() => reportOf([CELL]), { hostile: 'harmless', bulk: 7 });
    await page.getByRole('button', { name: 'Try everything' }).click();
    await page.getByRole('heading', { name: 'All is as the desk expects' }).waitFor();
    expect(calls[1]).toEqual(['selfTest', { mails: false, page: { escaped: false, received: 7 } }]);
  });

  it('shows what is different with what was found, and what could not be cleared away', async () => {
    const { page } = await open(() =>
      reportOf(
        [CELL, item('dropdown', 'differs', 'different', ['"HOLD" was taken'])],
        ['could not be cleared away: x'],
      ),
    );
    await page.getByRole('button', { name: 'Try everything' }).click();
    await page.getByRole('heading', { name: '1 thing is different' }).waitFor();
    expect(await page.getByRole('row', { name: /The dropdown/ }).textContent()).toContain('"HOLD" was taken');
    expect(await page.getByRole('alert').textContent()).toContain('could not be cleared away');
  });

  it('looks again at what is waiting alone, and its report then has both looks', async () => {
    let looks = 0;
    const { page, calls } = await open(() => {
      looks += 1;
      return reportOf(
        looks === 1 ? [CELL, TRIGGER] : [{ ...TRIGGER, state: 'ok', stateSaid: 'as expected' }],
      );
    });
    await page.getByRole('button', { name: 'Try everything' }).click();
    await page.getByRole('button', { name: 'Look again at what is waiting' }).click();
    await page.getByRole('button', { name: 'Look again at what is waiting' }).waitFor({ state: 'detached' });
    expect(calls[3]).toMatchObject(['selfTest', { mails: false, only: ['trigger'] }]);
    expect(await page.getByRole('row').count()).toBe(3);
    expect(await page.getByLabel('Report').inputValue()).toBe(
      'Self-test\ncell\ntrigger\n\nSelf-test\ntrigger',
    );
    await page.getByRole('button', { name: 'Copy the report' }).click();
    expect(await page.getByRole('status').textContent()).toBe('The report is copied');
  });

  it('says why it did not finish', async () => {
    const { page } = await open(() => {
      throw new Error('another run is under way');
    });
    await page.getByRole('button', { name: 'Try everything' }).click();
    await page.getByRole('heading', { name: 'The self-test did not finish' }).waitFor();
    expect(await page.getByText('another run is under way').isVisible()).toBe(true);
  });

  it('can be read by everybody, in both palettes', async () => {
    for (const scheme of ['light', 'dark'] as const) {
      const { page } = await open(
        () => reportOf([CELL, TRIGGER, item('mail', 'impossible', 'not possible')]),
        { scheme },
      );
      await page.getByRole('button', { name: 'Try everything' }).click();
      await page
        .getByRole('heading', { name: 'Nothing is different; not everything is known yet' })
        .waitFor();
      expect(await seriousFindings(page)).toEqual([]);
    }
  });
});
