import { it } from '@jest/globals';
import { adjustmentCycle, initialOrders, primaryUnits } from '../../src/stages/stages';
import { cancelChoices } from '../../src/ui/doors/cancel';
import { apply } from '../fakes/run';
import { sampleDesk } from '../fakes/sampleDesk';
import { ALFA, AT, BETA, DATE, fill, GAMA, MIDDAY_FILL, trade, workedDay } from '../fixtures/workedDay';
import { seriousFindings } from './axe';
import { openDesktop } from './browser';
import { liveDesk } from './liveDesk';

it('shots', async () => {
  const desktop = await openDesktop();
  const size = { width: 980, height: 620 };
  for (const [language, scheme] of [
    ['en', 'light'],
    ['pt', 'dark'],
  ] as const) {
    const go = async (
      name: string,
      live: ReturnType<typeof liveDesk>,
      request: { stage: string; [k: string]: unknown },
    ) => {
      live.language = language;
      const asked = { title: 'x', request, families: [], cancel: null, correct: null };
      const { page } = await desktop.open('Preview', {
        language,
        scheme,
        size,
        request: asked,
        answers: live.answers,
      });
      await page.locator('#confirm, .errors').first().waitFor();
      await page.screenshot({ path: `/tmp/shots/${name}-${language}.png` });
      const found = await seriousFindings(page);
      if (found.length > 0) console.log(name, language, found.join('\n'));
      return page;
    };
    await go('initial', liveDesk(), { stage: 'initial' });
    const mid = workedDay();
    apply(mid.services, initialOrders());
    mid.world.now = AT.midday;
    mid.world.fills = [MIDDAY_FILL];
    const page = await go('primary', liveDesk(mid), { stage: 'primary', scope: 'all' });
    await page.locator('.what-if button').click();
    await page.locator('.what-if table').waitFor();
    await page.screenshot({ path: `/tmp/shots/whatif-${language}.png` });
    await page.locator('.by-hand summary').click();
    await page.locator('#units-wanted').fill('99');
    await page.locator('#units-reason').fill('administrator has one basket less');
    await page.locator('.ends button').first().click();
    await page.locator('.by-hand [role=alert]').waitFor();
    await page.screenshot({ path: `/tmp/shots/units-refused-${language}.png` });
    await page.locator('#units-wanted').fill('5');
    await page.locator('.ends button').first().click();
    await page.locator('.odd').first().waitFor();
    await page.screenshot({ path: `/tmp/shots/units-${language}.png` });
    console.log(await seriousFindings(page));
    apply(mid.services, primaryUnits('all', true));
    mid.world.now = AT.afternoon;
    mid.world.fills = [MIDDAY_FILL, fill('F2', 'BUY', 30_000, 62.6, `${DATE}T15:00:00`)];
    await go('adjustments', liveDesk(mid), { stage: 'adjustments' });
    mid.book.fill('daily-trades', [trade(ALFA, 10_000_000), trade(BETA, '1,00'), trade(GAMA, '3000000.00')]);
    const amend = await go('amend', liveDesk(mid), { stage: 'amend', reason: 'called' });
    await amend.locator('tbody input').first().click();
    await amend.locator('.left-out').waitFor();
    await amend.screenshot({ path: `/tmp/shots/amend-picked-${language}.png` });
    await go('cancel', liveDesk(mid), { stage: 'cancel', asset: 'HASH11', reason: 'no cash' });
  }
  await desktop.close();
}, 300_000);
