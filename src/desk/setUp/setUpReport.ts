// What the Set up dialog asks for and is told: plain data.

import type { Problem } from '../../domain/problem';
import type { Message } from '../../language/message';
import type { DeskCheck } from './deskChecks';
import type { AskedSetting } from './essentials';
import type { SampleReport } from './fillBook';

/** What the trader asked for; what is left out stays as it is. */
export interface SetUpWish {
  readonly settings?: Readonly<Record<string, string>>;
  /** The post-trade token: kept for this user, never in a cell. */
  readonly token?: string;
  readonly sample?: boolean;
  readonly schedule?: boolean;
}

export interface SetUpReport {
  /** The tabs that were made just now. */
  readonly tabs: readonly string[];
  /** What an older book needed. */
  readonly upgrades: readonly Message[];
  readonly sample: SampleReport | null;
  /** What was not taken over, and why. */
  readonly problems: readonly Problem[];
  readonly checks: readonly DeskCheck[];
  readonly asked: readonly AskedSetting[];
  readonly user: string;
}
