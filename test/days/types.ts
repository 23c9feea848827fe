// What a random day is made of: a scenario file as docs/scenarios.md has it, and what came of it, step by step.

export type Cell = string | number | boolean | null;
export type Cells = Readonly<Record<string, Cell>>;
export type Rows = readonly Cells[];

/** A row of the post-trade system's answer. */
export interface FeedFill {
  readonly accountAlias: string;
  readonly accountCode: string;
  readonly fillId: string;
  readonly symbol: string;
  readonly side: 'Buy' | 'Sell';
  readonly qty: number;
  readonly price: number;
  readonly time: string;
  readonly status?: string;
}

export interface RawAnswer {
  readonly status: number;
  readonly body: string;
  readonly times?: number;
}

export interface DayFeed {
  readonly at: string;
  readonly fills?: FeedFill[];
  readonly quotes?: Record<string, { inav?: number; sharesPerUnit?: number; officialNav?: number | null }>;
  readonly executions?: RawAnswer;
  readonly inav?: RawAnswer;
}

export interface DayStep {
  readonly at: string;
  readonly tabs?: Readonly<Record<string, Rows>>;
  readonly call?: string;
  readonly args?: readonly unknown[];
}

export interface DayHead {
  readonly name: string;
  readonly date: string;
  readonly language: 'en' | 'pt';
  readonly base: 'empty';
  readonly tabs: Readonly<Record<string, Rows>>;
}

/** A scenario file. */
export interface DayFile extends DayHead {
  readonly feeds: readonly DayFeed[];
  readonly steps: readonly DayStep[];
}

export interface WebAnswer {
  readonly status: number;
  readonly body: string;
}

export interface SavedRows {
  readonly table: string;
  readonly rows: Rows;
}

/** A desk with a book of its own; nothing in it survives. */
export interface PlayedDesk {
  /** What the warehouse was given, in order. */
  readonly saved: readonly SavedRows[];
  readonly settingKeys: readonly string[];
  mails(): number;
  setClock(now: string): void;
  fill(tab: string, rows: Rows): void;
  records(tab: string): Rows;
  call(name: string, args: readonly unknown[]): unknown;
}

export interface DeskParts {
  readonly name: string;
  /** @param answer what the two systems answer at an address without its host */
  open(answer: (path: string) => WebAnswer): PlayedDesk;
}

/** What one step came to, and how the tabs stood after it. */
export interface StepTrace {
  readonly at: string;
  readonly call: string | null;
  /** Of the run: applied, unchanged, refused, ready … ; `threw` where it did. */
  readonly status: string;
  /** Codes of what stopped it. */
  readonly codes: readonly string[];
  readonly hash: string | null;
  /** Only of the status: whether the day is COMPLETE. */
  readonly complete: boolean | null;
  readonly mails: number;
  /** The instructions in force. */
  readonly orders: Rows;
  readonly executions: Rows;
  readonly intents: Rows;
}

export interface DayTrace {
  readonly file: DayFile;
  readonly steps: readonly StepTrace[];
  /** Of the last allocation that was written; null where none was. */
  readonly lines: Rows | null;
  readonly allocation: Rows;
  readonly brokerOrders: Rows;
  readonly units: Rows;
}
