// The words of the pages: one type, so that no language can lack one; figures arrive already printed.

import type { StepName } from '../../desk/schedule/schedule';
import type { Side } from '../../domain/trade';
import type { Language } from '../../language/language';
import { en } from './words.en';
import { pt } from './words.pt';

/** `1 aba`, `3 abas`. */
type Counted = (count: number) => string;

export interface Words {
  readonly mails: Counted;
  readonly tabs: Counted;
  readonly files: Counted;
  readonly rows: Counted;
  readonly recipients: Counted;
  readonly and: string;
  readonly cancel: string;
  readonly close: string;
  readonly retry: string;
  readonly side: Readonly<Record<Side, string>>;
  readonly step: Readonly<Record<StepName, string>>;
  readonly preview: {
    readonly reading: string;
    readonly again: string;
    readonly applying: string;
    readonly failed: string;
    /** After a failed confirmation nobody knows whether it went through. */
    readonly lost: string;
    readonly lookAgain: string;
    readonly unchanged: string;
    readonly refused: Counted;
    readonly refusedAdvice: string;
    readonly nothingDone: string;
    readonly held: string;
    readonly changed: string;
    readonly changedUnseen: string;
    readonly done: string;
    readonly doneUnchanged: string;
    readonly halfDone: string;
    readonly warnings: Counted;
    readonly errors: string;
    readonly paused: string;
    readonly pausedHelp: string;
    readonly mails: string;
    readonly tabs: string;
    readonly warehouse: string;
    readonly files: string;
    readonly none: string;
    readonly run: string;
    readonly send: (mails: string) => string;
    readonly write: (things: string) => string;
    readonly saveRows: (rows: string) => string;
    readonly confirm: string;
    readonly difference: {
      readonly fact: (label: string, before: string, after: string) => string;
      readonly mailAdded: (to: string) => string;
      readonly mailRemoved: (to: string) => string;
      readonly mailChanged: (to: string) => string;
      readonly rows: (tab: string, before: number, after: number) => string;
      readonly warning: (text: string) => string;
      readonly more: Counted;
    };
  };
  readonly mail: {
    readonly heading: Counted;
    readonly to: string;
    readonly cc: string;
    readonly subject: string;
    readonly attachment: (name: string, size: string) => string;
    readonly frame: (to: string) => string;
  };
  readonly jump: {
    readonly label: (place: string) => string;
    readonly done: (place: string) => string;
  };
  readonly desk: {
    readonly title: string;
    readonly loading: string;
    readonly stale: (reason: string) => string;
    readonly updated: (time: string) => string;
    readonly noDay: string;
    readonly closedDay: string;
    readonly complete: string;
    readonly pending: string;
    readonly missing: string;
    readonly market: {
      readonly before: string;
      readonly open: string;
      readonly call: string;
      readonly over: string;
    };
    readonly next: string;
    readonly due: string;
    readonly dueAt: (time: string) => string;
    readonly start: (step: string) => string;
    readonly startEarly: (step: string) => string;
    readonly nothingLeft: string;
    readonly importFirst: string;
    readonly importButton: string;
    readonly deadline: {
      readonly heading: string;
      readonly none: string;
      readonly open: string;
      readonly cutoff: (assets: readonly string[]) => string;
      readonly close: string;
      readonly call: string;
      readonly left: (time: string) => string;
    };
    readonly schedule: {
      readonly title: string;
      readonly on: string;
      readonly off: string;
      readonly offHelp: string;
      readonly runner: (user: string) => string;
      readonly next: (when: string, step: string, how: string) => string;
      readonly sends: string;
      readonly prepares: string;
      readonly nothing: string;
      readonly resumes: (day: string, time: string) => string;
    };
    readonly timeline: string;
    readonly stepState: {
      readonly done: string;
      readonly due: string;
      readonly coming: string;
      readonly missed: string;
      readonly none: string;
      readonly pending: string;
      readonly running: string;
    };
    readonly iteration: (n: number, maximum: number) => string;
    readonly converged: string;
    readonly progress: string;
    readonly positions: string;
    readonly noPositions: string;
    readonly column: {
      readonly target: string;
      readonly executed: string;
      readonly primary: string;
      readonly residual: string;
    };
    readonly doneOf: (asset: string, percent: string) => string;
    readonly bar: (executed: string, primary: string, residual: string) => string;
    readonly funds: (asset: string) => string;
    readonly chart: string;
    readonly chartSummary: (parts: string) => string;
    readonly atNav: string;
    readonly inReais: string;
    readonly errors: string;
    readonly unsettled: string;
    readonly noErrors: string;
    readonly settled: string;
    /** From Sunday. */
    readonly weekdays: readonly string[];
    readonly heldRuns: Counted;
  };
  readonly import: {
    readonly title: string;
    readonly intro: string;
    readonly funds: string;
    readonly fundsHelp: string;
    readonly trades: string;
    readonly tradesHelp: string;
    readonly file: string;
    readonly paste: string;
    readonly button: string;
    readonly nothing: string;
    readonly working: string;
    readonly done: (funds: string | null, trades: string | null) => string;
    readonly fundCount: Counted;
    readonly tradeCount: Counted;
    readonly refused: Counted;
    readonly warnings: Counted;
    readonly unreadable: (name: string) => string;
    readonly next: string;
  };
}

const WORDS: Readonly<Record<Language, Words>> = { pt, en };

export const wordsOf = (language: Language): Words => WORDS[language];
