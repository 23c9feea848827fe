// What the self-test asks for and finds out about the real platform: plain data that nobody has read yet.
import type { Stamp } from '../../domain/stamp';
import type { Message } from '../../language/message';

/**
 * `ok`: as the desk counts on. `differs`: the platform does something else. `waiting`: the answer comes by itself, look again.
 * `impossible`: it could not be tried, and what is said tells why.
 */
export type TestState = 'ok' | 'differs' | 'waiting' | 'impossible';

/** What one item found out. */
export interface Finding {
  readonly state: TestState;
  readonly said: Message;
  readonly details: readonly Message[];
}

/** What only a page can see: whether what it was handed came unharmed, and how much of a large answer arrived. */
export interface PageFacts {
  readonly escaped: boolean;
  readonly received: number;
}

export interface SelfTestWish {
  /** Two large mails to whoever asks; left out = none. */
  readonly mails?: boolean;
  /** Left out = no page was there. */
  readonly page?: PageFacts;
  /** Ids of the items to be tried; left out = all. */
  readonly only?: readonly string[];
}

export interface TestedItem extends Finding {
  readonly id: string;
  readonly title: Message;
  /** What it took. */
  readonly ms: number;
}

export interface SelfTestReport {
  readonly at: Stamp;
  readonly user: string;
  readonly version: string;
  /** Of the spreadsheet, such as pt_BR. */
  readonly locale: string;
  readonly items: readonly TestedItem[];
  /** What could not be cleared away; the next self-test tries again. */
  readonly left: readonly Message[];
}

/**
 * Full of what a page must not take for markup, for an entity or for the end of an attribute. Put together while running: as one
 * text it could not stand in a page's own script.
 */
export const HOSTILE = ['"><', "script>alert('x')<", '/script>&amp;&lt;<', '?= 1 ?> \\" 😀 ção\u2028\''].join(
  '',
);

/** Characters of the large answer: more than any page of the desk gets. */
export const BULK_CHARACTERS = 2_000_000;
