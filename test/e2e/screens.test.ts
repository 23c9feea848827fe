// Every screen of the desk, light and dark, in a window of 1024 × 700: nothing in it keeps anybody out. In npm test the day goes on in
// the other language at midday, so that each screen is seen in one; by npm run test:all a whole day in each. With SCREENS_DIR the
// screens are left there as pictures.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { STAGE_NAMES } from '../../src/domain/stage';
import { launchBrowser } from '../../src/local/host/pdf/browser';
import { PAGES } from '../../src/ui/words';
import { effort } from '../effort';
import { afterAll, beforeAll, describe, it } from '../inBrowser';
import { preview } from './dayPage';
import { type DeskProcess, startDesk } from './deskProcess';
import { findings } from './findings';
import { openDesk, SCREENS, type Screen, speak } from './screens';
import { closeDialogs, ready, visit } from './scriptedPage';

const { SCREENS_DIR } = process.env;

/** Headers among the first of a decision table that its window cuts off. */
async function outOfSight(page: Page, { shows, inSight = 8 }: Screen): Promise<readonly string[]> {
  if (shows !== 'Preview') return [];
  return await preview(page)
    .locator('.decision .scroll')
    .evaluateAll((boxes, most) => {
      const cut = boxes.flatMap((box) => {
        const end = Math.min(box.getBoundingClientRect().left + box.clientWidth, window.innerWidth);
        return [...box.querySelectorAll('thead th')]
          .slice(0, most)
          .filter((head) => Math.floor(head.getBoundingClientRect().right) > Math.ceil(end) + 1)
          .map((head) => head.textContent ?? '');
      });
      return cut;
    }, inSight);
}

it('the list names every page of the bundle, every stage and every dialog of the laptop’s page', () => {
  const pages = readdirSync(join('src', 'ui')).filter((name) => name.endsWith('.html'));
  expect(pages.sort()).toEqual(
    Object.keys(PAGES)
      .map((name) => `${name}.html`)
      .sort(),
  );
  const shown = new Set(SCREENS.map(({ shows }) => `${shows}.html`));
  expect(pages.filter((name) => !shown.has(name))).toEqual([]);
  const stages = new Set(SCREENS.map(({ stage }) => stage));
  expect(STAGE_NAMES.filter((name) => !stages.has(name))).toEqual([]);
  const client = join('src', 'local', 'page', 'client');
  const dialogs = readdirSync(client).filter((name) =>
    /h\(\s*'dialog'/.test(name.endsWith('.ts') ? readFileSync(join(client, name), 'utf8') : ''),
  );
  const own = new Set(SCREENS.map((screen) => screen.own));
  expect(dialogs.filter((name) => !own.has(name))).toEqual([]);
});

type Spoken = 'pt' | 'en';
const NOON = SCREENS.findIndex(({ name }) => name === 'the blotter');

/** What is spoken in the morning and after midday. */
const DAYS = effort<readonly (readonly [Spoken, Spoken])[]>(
  [['en', 'pt']],
  [
    ['pt', 'pt'],
    ['en', 'en'],
  ],
);

async function shownIn(page: Page, language: Spoken): Promise<void> {
  await speak(page, language);
  await page.reload();
  await ready(page);
  // A reload closes it.
  await openDesk(page);
}

describe.each(DAYS)('a day in %s, after midday in %s', (morning, afternoon) => {
  let browser: Browser;
  let desk: DeskProcess;
  let page: Page;

  beforeAll(async () => {
    [browser, desk] = await Promise.all([launchBrowser(), startDesk('--fresh')]);
    page = await browser.newPage({ viewport: { width: 1024, height: 700 }, reducedMotion: 'reduce' });
    page.setDefaultTimeout(60_000);
    await visit(page, desk.url);
    await shownIn(page, morning);
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.discard();
  });

  it.each(SCREENS.map((screen, at) => [screen.name, screen, at] as const))(
    '%s',
    async (_name, screen, at) => {
      if (at === NOON && morning !== afternoon) await shownIn(page, afternoon);
      await screen.open(page);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        if (SCREENS_DIR) {
          mkdirSync(SCREENS_DIR, { recursive: true });
          await page.waitForTimeout(500);
          const name = `${String(at + 1).padStart(2, '0')}-${at < NOON ? morning : afternoon}-${colorScheme}.png`;
          await page.screenshot({ path: join(SCREENS_DIR, name) });
        }
        const of = colorScheme === 'light' ? 'all' : 'colours';
        expect([colorScheme, await findings(page, of)]).toEqual([colorScheme, []]);
      }
      expect(await outOfSight(page, screen)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
      await (screen.close ?? closeDialogs)(page);
    },
  );
});
