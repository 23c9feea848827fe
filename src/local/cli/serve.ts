// Serves the book as a page and keeps it open until the reader ends it.
import { readNextStep } from './answers';
import type { World } from './world';

/** @param keep what is left to write once nobody can change the book any more */
export async function serve(
  { desk, openPage }: World,
  tell: (url: string) => void,
  keep: () => Promise<void>,
): Promise<void> {
  if (openPage === undefined) return;
  const page = await openPage(async () => readNextStep((await desk.call('deskOverview')).value));
  tell(page.url);
  await whenEnded(async () => {
    await page.close();
    await keep();
  });
}

/** Waits until the reader ends it, with Ctrl+C or by a signal, and closes. */
export async function whenEnded(close: () => Promise<void>): Promise<void> {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  // Not once: npm passes the terminal's signal on a second time, and the book is being saved by then.
  process.on('SIGINT', end).on('SIGTERM', end).on('SIGHUP', end);
  try {
    await ended;
    await close();
  } finally {
    process.off('SIGINT', end).off('SIGTERM', end).off('SIGHUP', end);
  }
}
