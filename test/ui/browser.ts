// A real browser with one page of the bundle in it, its google.script.run answered by the test.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../src/local/host/pdf/browser';
import { templateBody } from '../../src/local/host/script/shims/html';
import type { Desk } from '../../src/ui/pages/script';
import { type PageName, pageWords } from '../../src/ui/words';

export type Answers = { readonly [K in keyof Desk]?: (...args: Parameters<Desk[K]>) => unknown };

export interface PageOptions {
  readonly language?: 'pt' | 'en';
  readonly scheme?: 'light' | 'dark';
  readonly request?: object;
  readonly answers: Answers;
  readonly size?: { readonly width: number; readonly height: number };
}

export interface OpenPage {
  readonly page: Page;
  /** Every call that the page made, oldest first, but for those that only ask how far a run is. */
  readonly calls: readonly (readonly [string, ...unknown[]])[];
  /** Addresses that the page asked for beside itself: there should be none. */
  readonly fetched: readonly string[];
  readonly closed: () => boolean;
}

export interface Desktop {
  open(name: PageName, options: PageOptions): Promise<OpenPage>;
  close(): Promise<void>;
}

const OUT = 'build/out';
const ADDRESS = 'http://desk.example/';
/** As the two hosts wide: a sidebar of Sheets, and a dialog. */
const SIZES: Readonly<Record<string, { width: number; height: number }>> = {
  Sidebar: { width: 300, height: 900 },
  Blotter: { width: 1000, height: 600 },
};
const DIALOG = { width: 760, height: 620 };

/** As npm run build left them. */
export function builtPages(): Readonly<Record<string, string>> {
  const names = readdirSync(OUT).filter((name) => name.endsWith('.html'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(OUT, name), 'utf8')]));
}

/** One browser for all the pages of a test file. */
export async function openDesktop(): Promise<Desktop> {
  const pages = builtPages();
  const browser = await launchBrowser();
  return {
    open: (name, options) => openPage(browser, pages[`${name}.html`] ?? '', name, options),
    close: () => browser.close(),
  };
}

async function openPage(
  browser: Browser,
  template: string,
  name: PageName,
  options: PageOptions,
): Promise<OpenPage> {
  const { language = 'pt', scheme = 'light', request = {}, answers, size } = options;
  // One page at a time: a sidebar left open would go on asking.
  for (const earlier of browser.contexts()) await earlier.close();
  const context = await browser.newContext({
    viewport: size ?? SIZES[name] ?? DIALOG,
    colorScheme: scheme,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const calls: [string, ...unknown[]][] = [];
  const fetched: string[] = [];
  let closed = false;
  const words = JSON.stringify(pageWords(name, language));
  const html = evaluated(template, { language, words, request: JSON.stringify(request) });
  await context.route('**', (route) => {
    const url = route.request().url();
    if (url === ADDRESS) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    fetched.push(url);
    return route.abort();
  });
  await page.exposeFunction('deskCalls', async (called: string, args: unknown[]) => {
    if (called !== 'deskProgress' && called !== 'deskPulse') calls.push([called, ...args]);
    const answer = answers[called as keyof Desk] as ((...given: unknown[]) => unknown) | undefined;
    if (!answer)
      return called === 'deskProgress' ? null : Promise.reject(new Error(`no answer for ${called}`));
    return answer(...args);
  });
  await page.exposeFunction('deskCloses', () => {
    closed = true;
  });
  await page.addInitScript(fakeScript);
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(ADDRESS);
  return { page, calls, fetched, closed: () => closed };
}

/** The template as the laptop's HtmlService evaluates it. */
function evaluated(template: string, values: Readonly<Record<string, string>>): string {
  let html = '';
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  const names = Object.keys(values);
  const run = new Function('write', 'escape', ...names, templateBody(template));
  run(
    (text: unknown) => {
      html += String(text);
    },
    (text: unknown) => String(text).replace(/[&<>"']/g, (character) => entities[character] ?? character),
    ...names.map((each) => values[each]),
  );
  return html;
}

/** Runs in the page, before its own script. */
function fakeScript(): void {
  type Handler = (value: unknown) => void;
  const host = window as unknown as {
    deskCalls(name: string, args: unknown[]): Promise<unknown>;
    deskCloses(): void;
    google: unknown;
  };
  const runner = (success: Handler, failure: Handler): object =>
    new Proxy(
      {},
      {
        get: (_target, name) => {
          if (name === 'withSuccessHandler') return (handler: Handler) => runner(handler, failure);
          if (name === 'withFailureHandler') return (handler: Handler) => runner(success, handler);
          return (...args: unknown[]) => {
            host.deskCalls(String(name), args).then(success, failure);
          };
        },
      },
    );
  host.google = {
    script: {
      run: runner(
        () => undefined,
        () => undefined,
      ),
      host: {
        close: () => host.deskCloses(),
        setHeight: (pixels: number) => {
          document.documentElement.dataset.height = String(pixels);
        },
      },
    },
  };
}
