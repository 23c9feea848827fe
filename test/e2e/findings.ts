// The accessibility check of the whole page: its own parts, and what the script shows in it.
import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** What axe finds serious or critical in one document. */
async function findingsOf(frame: Frame, isPage: boolean, isColours: boolean): Promise<readonly string[]> {
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe.source);
  return frame.evaluate(
    async ([exceptBook, coloursAlone]) => {
      const { violations } = await window.axe.run(exceptBook ? { exclude: [['#book']] } : document, {
        iframes: false,
        resultTypes: ['violations'],
        ...(coloursAlone ? { runOnly: { type: 'rule', values: ['color-contrast'] } } : {}),
      });
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    },
    [isPage, isColours] as const,
  );
}

/**
 * What axe finds serious or critical in all that is shown but the canvas of the sheet and the mails within a dialog. Where a page of the
 * script is taken away while it is looked at, another stands in its place: all are looked at again.
 * @param of colours alone: a page that was looked at whole and has only changed between light and dark
 */
export async function findings(page: Page, of: 'all' | 'colours' = 'all'): Promise<readonly string[]> {
  const found: string[] = [];
  for (const frame of page.frames()) {
    // The page inside a mail's frame is a mail: its look is the mail's affair, and no script runs there.
    if (frame.parentFrame()?.parentFrame()) continue;
    try {
      found.push(...(await findingsOf(frame, frame === page.mainFrame(), of === 'colours')));
    } catch (error) {
      if (!frame.isDetached()) throw error;
      return findings(page, of);
    }
  }
  return found;
}
