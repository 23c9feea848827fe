// PDF of HTML documents, printed by the browser of this machine: no script, no network, no backgrounds, as Google's converter leaves
// them out. The browser starts with a document and ends soon after the last one: what it took for a long report it would keep.
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundling, keep, keptText, madeOf } from '../bundler';
import { checkoutDir } from '../checkout';
import type { Clock } from '../clock';
import type { PdfHost } from '../script/hosts';
import { findBrowser } from './browser';
import type { Order, Printed } from './printer';

export interface LocalPdf extends PdfHost {
  /** A drawing as a picture of that many pixels. @throws where there is no browser */
  png(svg: string, size: { readonly width: number; readonly height: number }): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** The pictures of one file follow each other at once, and a browser takes half a second to start. */
const IDLE_MS = 1_000;

export function openPdf(clock: Pick<Clock, 'now'>): LocalPdf {
  let printer: Promise<Printer> | null = null;
  let ended: Promise<void> = Promise.resolve();
  let printing = 0;
  let ending: NodeJS.Timeout | undefined;
  const close = async (): Promise<void> => {
    clearTimeout(ending);
    const [before, running] = [ended, printer];
    printer = null;
    // Whoever closes waits for one that ends by itself, too; why one did not start was told to whoever asked for a document.
    ended = (async () => {
      await before;
      await (await running)?.end();
    })().catch(() => undefined);
    await ended;
  };
  const printed = async (html: string, size: Order['size']): Promise<Uint8Array> => {
    clearTimeout(ending);
    printer ??= startPrinter();
    printing += 1;
    try {
      return await (await printer).print(html, size);
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
      return dated(await printed(html, null), clock.now());
    },
    async png(svg, size) {
      needed('picture');
      return printed(`<body style="margin:0">${svg}</body>`, size);
    },
    close,
  };
}

interface Printer {
  print(html: string, size: Order['size']): Promise<Uint8Array>;
  end(): Promise<void>;
}

type Waiting = Map<
  number,
  { readonly done: (bytes: Uint8Array) => void; readonly failed: (error: Error) => void }
>;

async function startPrinter(): Promise<Printer> {
  const child = fork(await printerFile(), {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    cwd: checkoutDir(),
    execArgv: [],
  });
  const waiting: Waiting = new Map();
  const gone = new Promise<void>(
    (resolve) => void child.once('exit', () => resolve()).once('error', () => resolve()),
  );
  child.on('message', (answer: Printed) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('bytes' in answer) asked?.done(answer.bytes);
    else asked?.failed(new Error(answer.error));
  });
  void gone.then(() => {
    for (const { failed } of waiting.values()) failed(new Error('the process that prints ended'));
    waiting.clear();
  });
  let orders = 0;
  return {
    print: (html, size) =>
      new Promise((done, failed) => {
        orders += 1;
        waiting.set(orders, { done, failed });
        const order: Order = { id: orders, html, size };
        child.send(order, (error) => void (error === null ? undefined : failed(error)));
      }),
    async end() {
      if (child.connected) child.disconnect();
      await gone;
    },
  };
}

/** Made once and kept by what went into it; packages stay outside. */
async function printerFile(): Promise<string> {
  const folder = join(checkoutDir(), 'src', 'local', 'host', 'pdf');
  const [entry, browser] = ['printer.ts', 'browser.ts'].map((name) => join(folder, name));
  if (entry === undefined || browser === undefined) throw new Error('there is nothing that prints');
  const file = `${madeOf('printer', readFileSync(entry), readFileSync(browser))}.cjs`;
  if (keptText(file) !== null) return file;
  const made = await bundling(({ build }) =>
    build({
      entryPoints: [entry],
      bundle: true,
      write: false,
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      packages: 'external',
      logLevel: 'warning',
    }),
  );
  keep(file, made.outputFiles[0]?.text ?? '');
  return file;
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
