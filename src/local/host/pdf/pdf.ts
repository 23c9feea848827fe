// PDF of HTML documents, printed by the browser of this machine: no script, no network, no backgrounds, as Google's converter leaves
// them out. The browser starts with the first document and ends with the desk.
import type { Browser } from 'playwright-core';
import type { Clock } from '../clock';
import type { PdfHost } from '../script/hosts';
import { findBrowser, launchBrowser } from './browser';

export interface LocalPdf extends PdfHost {
  close(): Promise<void>;
}

export function openPdf(clock: Pick<Clock, 'now'>): LocalPdf {
  let browser: Promise<Browser> | null = null;
  return {
    async ofHtml(html) {
      const found = findBrowser();
      if (found.kind === 'none') throw new Error(`no PDF without a browser: ${found.why}`);
      browser ??= launchBrowser();
      const context = await (await browser).newContext({ javaScriptEnabled: false, offline: true });
      try {
        const page = await context.newPage();
        await page.setContent(html);
        const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: false });
        return dated(pdf, clock.now());
      } finally {
        await context.close();
      }
    },
    async close() {
      const running = browser;
      browser = null;
      await (await running)?.close();
    },
  };
}

/** A browser writes the machine's time into it: the desk's own stands there instead, in as many characters, as offsets are counted. */
function dated(pdf: Uint8Array, now: number): Uint8Array {
  const stamp = new Date(now).toISOString().replace(/[-:T]/g, '').slice(0, 14);
  const whole = Buffer.from(pdf).toString('latin1');
  return Buffer.from(
    whole.replace(/\/(CreationDate|ModDate) \(D:\d{14}/g, (_all, key: string) => `/${key} (D:${stamp}`),
    'latin1',
  );
}
