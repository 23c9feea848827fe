// PDF of HTML documents, printed by the browser of this machine: no script, no network, no backgrounds, as Google's converter leaves
// them out. The browser starts with a document and ends soon after the last one: what it took for a long report it would keep.
import type { Browser, Page } from 'playwright-core';
import type { Clock } from '../clock';
import type { PdfHost } from '../script/hosts';
import { findBrowser, launchBrowser } from './browser';

export interface LocalPdf extends PdfHost {
  /** A drawing as a picture of that many pixels. @throws where there is no browser */
  png(svg: string, size: { readonly width: number; readonly height: number }): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** The pictures of one file follow each other at once, and a browser takes half a second to start. */
const IDLE_MS = 1_000;

export function openPdf(clock: Pick<Clock, 'now'>): LocalPdf {
  let browser: Promise<Browser> | null = null;
  let printing = 0;
  let ending: NodeJS.Timeout | undefined;
  const close = async (): Promise<void> => {
    clearTimeout(ending);
    const running = browser;
    browser = null;
    // Why one did not start was told to whoever asked for a document.
    const started = await running?.catch(() => null);
    await started?.close();
  };
  const onPage = async <T>(
    html: string,
    viewport: { readonly width: number; readonly height: number } | null,
    make: (page: Page) => Promise<T>,
  ): Promise<T> => {
    clearTimeout(ending);
    browser ??= launchBrowser();
    // Twice as fine as a screen: pictures are printed.
    const size = viewport === null ? {} : { viewport, deviceScaleFactor: 2 };
    printing += 1;
    try {
      const context = await (await browser).newContext({ javaScriptEnabled: false, offline: true, ...size });
      try {
        const page = await context.newPage();
        await page.setContent(html);
        return await make(page);
      } finally {
        await context.close();
      }
    } finally {
      printing -= 1;
      if (printing === 0) {
        // One that failed to start is asked for again with the next document.
        ending = setTimeout(() => void close().catch(() => undefined), IDLE_MS).unref();
      }
    }
  };
  const needed = (what: string): void => {
    const found = findBrowser();
    if (found.kind === 'none') throw new Error(`no ${what} without a browser: ${found.why}`);
  };
  return {
    async ofHtml(html) {
      needed('PDF');
      const pdf = await onPage(html, null, (page) =>
        page.pdf({ preferCSSPageSize: true, printBackground: false }),
      );
      return dated(pdf, clock.now());
    },
    async png(svg, size) {
      needed('picture');
      return onPage(`<body style="margin:0">${svg}</body>`, size, (page) => page.screenshot({ type: 'png' }));
    },
    close,
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
