// The way from a page to the script: google.script.run with promises, and the functions of src/main that pages call.

import type { PrintedTable } from '../../desk/log/printedTable';
import type { PrintedReport } from '../../desk/log/report';
import type { UnitsWanted } from '../../desk/person/overrideUnits';
import type { SelfTestWish } from '../../desk/setUp/selfTestReport';
import type { SetUpWish } from '../../desk/setUp/setUpReport';
import type { StageRequest } from '../../stages/stages';
import type { PrintedBlotter, PrintedRefresh } from '../doors/blotter';
import type { PrintedImport, PrintedImportPreview, PrintedUndo } from '../doors/import';
import type { PrintedOverview } from '../doors/overview';
import type { ShownPreview } from '../doors/preview';
import type { PrintedSelfTest } from '../doors/selfTest';
import type { PrintedSetUp } from '../doors/setUp';

export interface Desk {
  previewStage(request: StageRequest): ShownPreview;
  applyStage(request: StageRequest, hash: string): PrintedReport;
  compareSettings(request: StageRequest): readonly PrintedTable[];
  overrideUnits(wanted: UnitsWanted): string;
  previewImport(fundsJson: string | null, tradesCsv: string | null): PrintedImportPreview;
  importFiles(fundsJson: string | null, tradesCsv: string | null, hash: string | null): PrintedImport;
  undoImport(meant: string): PrintedUndo;
  deskOverview(): PrintedOverview;
  deskBlotter(): PrintedBlotter;
  refreshExecutions(): PrintedRefresh;
  menuSetUp(): void;
  /** Opens the blotter. */
  menuBlotter(): void;
  /** No keys = everything that was put away comes back. */
  putAway(keys: readonly string[]): void;
  /** What the run under way is doing; null when none is. */
  deskProgress(): string | null;
  /** Whether anything has happened since; see src/desk/look/pulse.ts. */
  deskPulse(): { readonly mark: string; readonly progress: string | null };
  jumpTo(tab: string, cell: string): void;
  openStage(request: StageRequest): void;
  openImport(): void;
  setUpDesk(wish: SetUpWish): PrintedSetUp;
  showPeriod(from: string, to: string): { readonly headline: string };
  selfTest(wish: SelfTestWish): PrintedSelfTest;
  selfTestBulk(): string;
}

/** Every name that a page calls, and whether the day may be another one after it: a test proves that the bundle has them. */
export const CALLED: Readonly<Record<keyof Desk, 'acts' | 'looks'>> = {
  previewStage: 'acts',
  applyStage: 'acts',
  compareSettings: 'looks',
  overrideUnits: 'acts',
  previewImport: 'looks',
  importFiles: 'acts',
  undoImport: 'acts',
  deskOverview: 'looks',
  deskBlotter: 'looks',
  refreshExecutions: 'acts',
  putAway: 'acts',
  menuBlotter: 'looks',
  menuSetUp: 'looks',
  deskProgress: 'looks',
  deskPulse: 'looks',
  jumpTo: 'looks',
  openStage: 'looks',
  openImport: 'looks',
  showPeriod: 'looks',
  setUpDesk: 'acts',
  selfTest: 'acts',
  selfTestBulk: 'acts',
};

type Calls = { readonly [K in keyof Desk]: (...args: Parameters<Desk[K]>) => void };

interface Runner extends Calls {
  withSuccessHandler<T>(handler: (answer: T) => void): Runner;
  withFailureHandler(handler: (error: unknown) => void): Runner;
}

declare const google: {
  readonly script: {
    readonly run: Runner;
    readonly host: { close(): void; setHeight(pixels: number): void };
  };
};

/** Between the pages of a desk in one browser: dialogs and sidebars hear of one another here, without asking the script. */
const channel = new BroadcastChannel('trading');

/** Hears when another page's call that does something has ended, also one that failed on its way. */
export const whenActed = (hear: () => void): void => channel.addEventListener('message', hear);

/** Calls a function of the script; its exception is the rejection. */
export const ask = <K extends keyof Desk>(
  name: K,
  ...args: Parameters<Desk[K]>
): Promise<ReturnType<Desk[K]>> =>
  new Promise((resolve, reject) => {
    const tellOthers = (): void => {
      if (CALLED[name] === 'acts') channel.postMessage(name);
    };
    const calls: Calls = google.script.run
      .withSuccessHandler<ReturnType<Desk[K]>>((answer) => {
        tellOthers();
        resolve(answer);
      })
      .withFailureHandler((error) => {
        tellOthers();
        reject(error);
      });
    calls[name](...args);
  });

export const close = (): void => google.script.host.close();

/** Of the dialog that the page stands in. */
export const setHeight = (pixels: number): void => google.script.host.setHeight(pixels);

/** What the platform may write before an exception's own words. */
const PREFIXES: readonly string[] = ['Exception: ', 'Error: '];

/** What a rejection says: src/main has put it into the desk's language. The platform hands over an Error or something like one. */
export function reasonOf(error: unknown): string {
  const text = String(
    typeof error === 'object' && error !== null && 'message' in error ? error.message : error,
  );
  const prefix = PREFIXES.find((each) => text.startsWith(each)) ?? '';
  return text.slice(prefix.length);
}
