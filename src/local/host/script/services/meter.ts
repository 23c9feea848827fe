// How much a script asks of the platform: calls a day by kind, and how long Google would take over each of them.

/** What Google counts a day, by the clock's date: calls, and milliseconds that triggers ran. */
export interface Usage {
  readonly date: string;
  readonly propertyCalls: number;
  readonly triggerRuns: number;
  readonly triggerMs: number;
  readonly urlFetches: number;
  readonly mails: number;
}

export interface Meter {
  count(method: string): void;
  /** @param ms that a run of a trigger took */
  ran(ms: number): void;
  today(): Usage;
}

const KINDS: readonly (readonly [start: string, kind: 'propertyCalls' | 'urlFetches' | 'mails'])[] = [
  ['Properties.', 'propertyCalls'],
  ['UrlFetchApp.fetch', 'urlFetches'],
  ['MailApp.sendEmail', 'mails'],
];

export function openMeter(date: () => string): Meter {
  const none = (): Usage => ({
    date: date(),
    propertyCalls: 0,
    triggerRuns: 0,
    triggerMs: 0,
    urlFetches: 0,
    mails: 0,
  });
  let usage = none();
  const today = (): Usage => {
    if (usage.date !== date()) usage = none();
    return usage;
  };
  return {
    today,
    count(method) {
      const kind = KINDS.find(([start]) => method.startsWith(start))?.[1];
      if (kind !== undefined) usage = { ...today(), [kind]: today()[kind] + 1 };
    },
    ran(ms) {
      usage = { ...today(), triggerRuns: today().triggerRuns + 1, triggerMs: today().triggerMs + ms };
    },
  };
}

/** Milliseconds from least to most, by the beginning of the method's name. */
const WAITS: readonly (readonly [start: string, least: number, most: number])[] = [
  ['_', 0, 0],
  ['Utilities.', 0, 0],
  ['Session.', 0, 0],
  ['HtmlService.', 0, 0],
  // A reader may take as long as they like over a dialog.
  ['Ui.', 0, 0],
  ['Lock.', 50, 50],
  ['Properties.', 50, 50],
  ['Cache.', 50, 50],
  ['BigQuery.', 1_000, 2_000],
  ['MailApp.', 500, 500],
  ['UrlFetchApp.', 500, 500],
  ['Drive', 500, 500],
  ['Sheets.Spreadsheets.batchUpdate', 2_000, 4_000],
  ['', 200, 500],
];
const STEPS = 7;

/** How long Google takes over a call; the n-th of a run always takes the same time. Figures: docs/fidelity.md. */
export function latencyOf(method: string, n: number): number {
  const [, least, most] = WAITS.find(([start]) => method.startsWith(start)) ?? ['', 0, 0];
  return least + ((most - least) * ((n * 3) % STEPS)) / (STEPS - 1);
}
