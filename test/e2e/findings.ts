// The accessibility check of the whole page: its own parts, and what the script shows in it.
import axe from 'axe-core';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** What axe finds serious or critical in all that is shown but the canvas of the sheet and the mails within a dialog. */
export async function findings(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const frame of page.frames()) {
    // The page inside a mail's frame is a mail: its look is the mail's affair, and no script runs there.
    if (frame.parentFrame()?.parentFrame()) continue;
    await frame.evaluate(axe.source);
    const results = await frame.evaluate(async (isPage) => {
      const { violations } = await window.axe.run(isPage ? { exclude: [['#book']] } : document, {
        iframes: false,
      });
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    }, frame === page.mainFrame());
    found.push(...results);
  }
  return found;
}
