// The sample book on its morning, served as npm start -- --fresh serves it; and the same desk started again.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { checkoutDir } from '../../src/local/checkout';
import { readNextStep } from '../../src/local/cli/answers';
import { prepareBook } from '../../src/local/cli/morning';
import { openWorld, type World } from '../../src/local/cli/world';
import type { Served } from '../../src/local/page';
import { readSample } from '../../src/local/sample';
import { pick } from './scriptedPage';

const ROOT = checkoutDir();

export interface DayPage {
  readonly world: World;
  readonly url: string;
  /** Ends the desk as Ctrl+C does and starts it again on the same folder. */
  restart(): Promise<DayPage>;
  close(): Promise<void>;
  discard(): Promise<void>;
}

/** A bundle of its own: another test may be building the one in build/out. */
function bundle(out: string): void {
  const script = `import(${JSON.stringify(join(ROOT, 'build/bundle.mjs'))}).then((it) => it.bundle({ out: ${JSON.stringify(out)} }))`;
  execFileSync(process.execPath, ['-e', script]);
}

export async function dayPage(dir = mkdtempSync(join(tmpdir(), 'desk-day-'))): Promise<DayPage> {
  const sample = readSample(join(ROOT, 'src/local/sample'));
  const bundleDir = join(dir, 'bundle');
  if (!existsSync(bundleDir)) bundle(bundleDir);
  const world = await openWorld({ dir, bundleDir, date: null, seed: 7, sample });
  await prepareBook(world, sample, { fundsJson: null, tradesCsv: null });
  const nextStep = async () => readNextStep((await world.desk.call('deskOverview')).value);
  const served: Served | undefined = await world.openPage?.(nextStep);
  if (!served) throw new Error('The desk has no page.');
  const close = async (): Promise<void> => {
    await served.close();
    await world.close();
  };
  return {
    world,
    url: served.url,
    async restart() {
      await close();
      return dayPage(dir);
    },
    close,
    async discard() {
      await close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

export const preview = (page: Page): FrameLocator => page.frameLocator('dialog.framed iframe');

/** Opens a stage's preview from the menu and waits until it has something to say. */
export async function openPreview(page: Page, ...labels: readonly string[]): Promise<FrameLocator> {
  await pick(page, 'Trading', ...labels);
  await preview(page).locator('h1').waitFor();
  return preview(page);
}

/** Confirms what is shown, waits until it is done and closes the report. */
export async function confirm(page: Page): Promise<void> {
  await preview(page).locator('#confirm').click();
  await preview(page).locator('h1.good').waitFor();
  await preview(page).locator('#confirm').click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}
