// The way from a page to the script: google.script.run with promises, and the functions of main.ts that pages call.

import type { Overview } from '../../desk/look/overview';
import type { StageRequest } from '../../desk/request';
import type { PrintedPreview as Preview, PrintedReport as RunReport } from '../../desk/run/report';
import type { ImportReport } from '../../desk/setUp/importBook';
import type { SetUpReport, SetUpWish } from '../../desk/setUp/setUpReport';
import { sayText } from '../../messages/said/said';

export interface Desk {
  previewStage(request: StageRequest): Preview;
  applyStage(request: StageRequest, hash: string): RunReport;
  importFiles(fundsJson: string | null, tradesCsv: string | null): ImportReport;
  deskOverview(): Overview;
  /** What the run under way is doing; null when none is. */
  deskProgress(): string | null;
  jumpTo(tab: string, cell: string): void;
  openStage(request: StageRequest): void;
  openImport(): void;
  setUpDesk(wish: SetUpWish): SetUpReport;
}

/** Every name that a page calls: a test proves that the bundle has them. */
export const CALLED: Readonly<Record<keyof Desk, true>> = {
  previewStage: true,
  applyStage: true,
  importFiles: true,
  deskOverview: true,
  deskProgress: true,
  jumpTo: true,
  openStage: true,
  openImport: true,
  setUpDesk: true,
};

type Calls = { readonly [K in keyof Desk]: (...args: Parameters<Desk[K]>) => void };

interface Runner extends Calls {
  withSuccessHandler<T>(handler: (answer: T) => void): Runner;
  withFailureHandler(handler: (error: unknown) => void): Runner;
}

declare const google: {
  readonly script: { readonly run: Runner; readonly host: { close(): void } };
};

/** Calls a function of the script; its exception is the rejection. */
export const ask = <K extends keyof Desk>(
  name: K,
  ...args: Parameters<Desk[K]>
): Promise<ReturnType<Desk[K]>> =>
  new Promise((resolve, reject) => {
    const calls: Calls = google.script.run
      .withSuccessHandler<ReturnType<Desk[K]>>(resolve)
      .withFailureHandler(reject);
    calls[name](...args);
  });

export const close = (): void => google.script.host.close();

/** What a rejection says, in the page's language; the platform hands over an Error or something like one. */
export function reasonOf(error: unknown): string {
  const text = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  const language = document.documentElement.lang === 'en' ? 'en' : 'pt';
  return sayText(String(text).replace(/^(Exception|Error): /, ''), language);
}
