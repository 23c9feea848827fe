// One day drawn, played and audited; on another version's parts the same file is played, as it is.
import { chanceOf } from '../solver/seeded';
import { earlierSlicesStay, sameByAnyName } from './audit/again';
import { auditDay, type Broken } from './audit/tally';
import { drawDay } from './draw';
import { playDay } from './play';
import type { DayFile, DayTrace, DeskParts } from './types';

export interface DayVerdict {
  readonly seed: number;
  readonly file: DayFile;
  readonly broken: readonly Broken[];
  readonly allocated: boolean;
  readonly complete: boolean;
  /** Whether there was a late order without which the day could be played. */
  readonly lateAsked: boolean;
  /** What the day had in it. */
  readonly kinds: readonly string[];
}

export function judgedDay(seed: number, parts: DeskParts, other: DeskParts | null = null): DayVerdict {
  const drawn = drawDay(parts, seed);
  const played = other === null ? drawn : playDay(other, drawn.file);
  const late = earlierSlicesStay(other ?? parts, played);
  const again = sameByAnyName(other ?? parts, played, chanceOf(seed + 7));
  const thrown = played.steps.filter(({ status, call }) => status === 'threw' && call !== 'acceptOdd');
  return {
    seed,
    file: played.file,
    broken: [
      ...auditDay(played),
      ...again.map((text) => ({ invariant: 7, text })),
      ...(late ?? []).map((text) => ({ invariant: 8, text })),
      ...thrown.map(({ at, call, codes }) => ({ invariant: 0, text: `${at} ${call} threw ${codes.join()}` })),
    ],
    allocated: played.lines !== null,
    complete: played.steps.at(-1)?.complete === true,
    lateAsked: late !== null,
    kinds: kindsIn(played),
  };
}

function kindsIn({ file, steps }: DayTrace): readonly string[] {
  const text = JSON.stringify(file.feeds);
  const has = (call: string): boolean => steps.some((step) => step.call === call && step.status === 'applied');
  const raw = file.feeds.flatMap(({ executions }) => (executions === undefined ? [] : [executions]));
  const found: readonly (readonly [string, boolean])[] = [
    ['busts', /"status":"BUSTED"|"qty":-/.test(text)],
    ['pending', text.includes('"PENDING"')],
    ['cancels', has('cancelOrders')],
    ['amendments', has('applyStage')],
    ['outages', raw.some(({ status }) => status !== 200)],
    ['short pages', raw.some(({ body }) => body.includes('hasMore'))],
    ['typed fills', file.steps.some(({ tabs }) => tabs?.executions !== undefined)],
    ['half days', (file.tabs.holidays ?? []).length > 0],
    ['consolidated', (file.tabs.settings ?? []).some(({ value }) => value === 'consolidated')],
    ['vanished', steps.some(({ codes }) => codes.includes('vanished-fill'))],
  ];
  return found.filter(([, is]) => is).map(([name]) => name);
}
