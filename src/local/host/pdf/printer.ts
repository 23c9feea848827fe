// The process that prints: it has the browser and the library that drives it, which the desk's own process would keep for good.
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser';

/** A document; with a size a picture of so many pixels, else a PDF. */
export interface Order {
  readonly id: number;
  readonly html: string;
  readonly size: { readonly width: number; readonly height: number } | null;
}
export type Printed =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly error: string };

let browser: Promise<Browser> | null = null;

async function print({ html, size }: Order): Promise<Uint8Array> {
  browser ??= launchBrowser();
  // Twice as fine as a screen: pictures are printed.
  const view = size === null ? {} : { viewport: size, deviceScaleFactor: 2 };
  const context = await (await browser).newContext({ javaScriptEnabled: false, offline: true, ...view });
  try {
    const page = await context.newPage();
    await page.setContent(html);
    return await (size === null
      ? page.pdf({ preferCSSPageSize: true, printBackground: false })
      : page.screenshot({ type: 'png' }));
  } finally {
    await context.close();
  }
}

process.on('message', (order: Order) => {
  const answer = (printed: Printed): void => void process.send?.(printed);
  print(order).then(
    (bytes) => answer({ id: order.id, bytes }),
    (error: unknown) =>
      answer({ id: order.id, error: error instanceof Error ? error.message : String(error) }),
  );
});
// Also where the desk was killed: nothing stays behind.
process.on('disconnect', () => {
  const running = browser ?? Promise.resolve(null);
  running
    .then((it) => it?.close())
    .catch(() => undefined)
    .finally(() => process.exit());
});
