// The stages as a reader runs them in the page: menu, preview, confirmation.
import type { FrameLocator, Page } from 'playwright-core';
import { pick } from './scriptedPage';

export const preview = (page: Page): FrameLocator => page.frameLocator('dialog.framed iframe');

/** Opens a stage's preview from the menu and waits until it has something to say. */
export async function openPreview(page: Page, ...labels: readonly string[]): Promise<FrameLocator> {
  await pick(page, 'Trading', ...labels);
  await preview(page).locator('h1').waitFor();
  return preview(page);
}

/** Midday: the dialog asks for the family first. */
export async function openPrimary(page: Page, family: string): Promise<void> {
  const dialog = await openPreview(page, 'Primário…');
  await dialog.getByRole('button', { name: family }).click();
}

/** Confirms what is shown, waits until it is done and closes the report. */
export async function confirm(page: Page): Promise<void> {
  await preview(page).locator('#confirm').click();
  await preview(page).locator('h1.good').waitFor();
  await preview(page).locator('#confirm').click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

export async function windTo(page: Page, time: string): Promise<void> {
  await page.locator('#clock input').fill(time);
  await page.keyboard.press('Enter');
  await page.locator('#clock time').getByText(time).waitFor();
}
