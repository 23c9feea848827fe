// What the page and the desk's server say to each other. The page bundles this file too: types and plain data only.
import type { ButtonSet, ChartSpec, Menu, ProtectionSpec, Sight } from '../host/browser';

/** One change of the workbook, as the spreadsheet engine states it. */
export interface Mutation {
  readonly id: string;
  readonly params: { readonly unitId: string; readonly subUnitId?: string; readonly trigger?: string };
}

/** A change at its place in the one order that all pages and scripts share; `page` = who typed it, null = a script. */
export interface Change {
  readonly seq: number;
  readonly page: string | null;
  readonly mutation: Mutation;
}

export interface Clockface {
  /** 2024-11-08T10:05:00, São Paulo. */
  readonly saoPaulo: string;
  /** Whether a trigger of the script fires while the clock is wound. */
  readonly ticking: boolean;
  readonly winding: boolean;
}

export interface Asked {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly buttons: ButtonSet;
  /** A line of text is asked for. */
  readonly prompt: boolean;
}

/** A page of the script, served at `url` from an origin of its own. */
export interface Framed {
  readonly url: string;
  readonly title: string;
  readonly width: number | null;
  readonly height: number | null;
}

export type ToPage =
  | { readonly kind: 'hello' }
  | { readonly kind: 'changes'; readonly changes: readonly Change[] }
  /** The page is too far behind: it fetches the whole book again. */
  | { readonly kind: 'reset' }
  /** How numbers and dates are written from now on. */
  | { readonly kind: 'locale'; readonly locale: string }
  | { readonly kind: 'menus'; readonly menus: readonly Menu[] }
  /** What the page itself says from now on. */
  | { readonly kind: 'language'; readonly language: string }
  | { readonly kind: 'protections'; readonly protections: readonly ProtectionSpec[] }
  | { readonly kind: 'charts'; readonly charts: readonly ChartSpec[] }
  | { readonly kind: 'look'; readonly sight: Sight }
  | { readonly kind: 'clock'; readonly clock: Clockface }
  | { readonly kind: 'ask'; readonly question: Asked }
  | { readonly kind: 'withdraw'; readonly id: string }
  | { readonly kind: 'dialog'; readonly frame: Framed }
  | { readonly kind: 'sidebar'; readonly frame: Framed }
  /** `seconds`: how long it stays; null = until somebody puts it away; left out = as long as Sheets leaves one. */
  | {
      readonly kind: 'toast';
      readonly title: string;
      readonly text: string;
      readonly seconds?: number | null;
    };

/** Everything a page starts from. */
export interface Opening {
  readonly seq: number;
  readonly name: string;
  readonly book: object;
  /** Of the spreadsheet, such as pt_BR. */
  readonly locale: string;
  readonly menus: readonly Menu[];
  readonly charts: readonly ChartSpec[];
  readonly protections: readonly ProtectionSpec[];
  readonly clock: Clockface;
  /** The function that is called as a reader opens the page; null = none. */
  readonly first: string | null;
}

export interface Edits {
  /** The last change that the page had seen when it made these. */
  readonly seen: number;
  readonly mutations: readonly Mutation[];
}

/** 'conflict': rows or columns moved meanwhile; nothing was applied and the page starts again from the book. */
export type EditAnswer = { readonly kind: 'taken'; readonly seq: number } | { readonly kind: 'conflict' };

export interface Call {
  readonly fn: string;
  readonly args: readonly unknown[];
  /** The tab that the reader looks at, and what they have selected in it; rows and columns count from 1. */
  readonly sheet: string | null;
  readonly selected: Selected | null;
}

export interface Selected {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** `seq`: the page shows every change up to here before it hands the answer on. */
export type CallAnswer =
  | { readonly ok: true; readonly value: unknown; readonly seq: number }
  | { readonly ok: false; readonly message: string; readonly seq: number };

export interface Answered {
  readonly id: string;
  readonly button: 'OK' | 'CANCEL' | 'YES' | 'NO' | 'CLOSE';
  readonly text: string;
}

export type Winding = { readonly minutes: number } | { readonly to: string } | { readonly step: true };

/** What came of it, in words; null = the clock was wound and nothing is to say. */
export interface WindingAnswer {
  readonly message: string | null;
  readonly seq: number;
}
