// The accessibility check of the whole page: its own parts, and what the script shows in it.
import axe from 'axe-core';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/**
 * What axe finds serious or critical in all that is shown but the canvas of the sheet and the mails within a dialog.
 * @param of colours alone: a page that was looked at whole and has only changed between light and dark
 */
export async function findings(page: Page, of: 'all' | 'colours' = 'all'): Promise<readonly string[]> {
  const found: string[] = [];
  for (const frame of page.frames()) {
    // The page inside a mail's frame is a mail: its look is the mail's affair, and no script runs there.
    if (frame.parentFrame()?.parentFrame()) continue;
    if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe.source);
    const results = await frame.evaluate(
      async ([isPage, isColours]) => {
        const { violations } = await window.axe.run(isPage ? { exclude: [['#book']] } : document, {
          iframes: false,
          resultTypes: ['violations'],
          ...(isColours ? { runOnly: { type: 'rule', values: ['color-contrast'] } } : {}),
        });
        return violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      },
      [frame === page.mainFrame(), of === 'colours'] as const,
    );
    found.push(...results);
  }
  return found;
}
