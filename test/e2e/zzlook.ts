// temporary
import { launchBrowser } from '../chromium';
import { confirm, openPreview, openPrimary, windTo } from './dayPage';
import { startDesk } from './deskProcess';
import { pick, showTab, visit } from './scriptedPage';

const SHOTS = (process.env.TABS ?? '').split(',').filter(Boolean);
async function main(): Promise<void> {
  const [browser, desk] = await Promise.all([launchBrowser(), startDesk('--fresh')]);
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(90_000);
    await visit(page, desk.url);
    const shoot = async (name: string): Promise<void> => {
      await page.waitForTimeout(900);
      await page.screenshot({ path: `/tmp/look/${name}.png` });
    };
    await windTo(page, '10:20');
    await shoot('m0');
    await openPreview(page, 'Ordens do dia…');
    await confirm(page);
    await shoot('m1');
    await windTo(page, '12:15');
    await openPrimary(page, 'thematics');
    await confirm(page);
    await shoot('m2');
    await windTo(page, '16:00');
    await openPreview(page, 'Ciclo de ajuste…');
    await confirm(page);
    await shoot('m3');
    await pick(page, 'Trading', 'Situação');
    await page.getByRole('alertdialog').getByRole('button', { name: 'OK' }).click();
    await shoot('m4');
    for (const tab of SHOTS) {
      await showTab(page, tab);
      await shoot(`t-${tab}`);
    }
    await windTo(page, '18:40');
    await openPreview(page, 'Alocação final…');
    await confirm(page);
    await shoot('m5');
  } finally {
    await browser.close();
    await desk.discard();
  }
}
main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
