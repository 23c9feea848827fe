// One day drawn, played and audited; on another version's parts the same file is played, as it is.
import { chanceOf } from '../solver/seeded';
import { earlierSlicesStay, sameByAnyName } from './audit/again';
import { nobodyIsAskedInVain } from './audit/asked';
import { auditDay, type Broken } from './audit/tally';
import { unitsBesideShares } from './audit/units';
import { drawDay } from './draw';
import { playDay } from './play';
import type { DayFile, DayTrace, DeskParts } from './types';

export interface DayVerdict {
  readonly seed: number;
  /** Of a day that broke something. */
  readonly file: DayFile | null;
  readonly broken: readonly Broken[];
  readonly allocated: boolean;
  readonly complete: boolean;
  /** Whether there was a late order without which the day could be played. */
  readonly lateAsked: boolean;
  /** Whether brokers could be given all that they were asked for. */
  readonly capsAsked: boolean;
  /** Whether units were chosen, and the day could be ended then. */
  readonly unitsAsked: boolean;
  /** What the day had in it. */
  readonly kinds: readonly string[];
}

/** @param others what the same file is played on besides, as it is; their verdicts follow */
export function judgedDay(
  seed: number,
  parts: DeskParts,
  others: readonly DeskParts[] = [],
  isPlain = false,
): readonly DayVerdict[] {
  const drawn = drawDay(parts, seed, isPlain);
  return [
    verdictOn(seed, parts, drawn),
    ...others.map((other) => verdictOn(seed, other, playDay(other, drawn.file))),
  ];
}

function verdictOn(seed: number, parts: DeskParts, played: DayTrace): DayVerdict {
  const late = earlierSlicesStay(parts, played);
  const again = sameByAnyName(parts, played, chanceOf(seed + 7));
  const vain = nobodyIsAskedInVain(parts, played, chanceOf(seed + 11));
  const units = unitsBesideShares(parts, played);
  const broken = [
    ...thrown(played),
    ...auditDay(played),
    ...again.map((text) => ({ invariant: 7, text })),
    ...(late ?? []).map((text) => ({ invariant: 8, text })),
    ...(vain ?? []).map((text) => ({ invariant: 11, text })),
    ...(units ?? []).map((text) => ({ invariant: 13, text })),
  ];
  return {
    seed,
    file: broken.length > 0 ? played.file : null,
    broken,
    allocated: played.lines !== null,
    complete: played.steps.at(-1)?.complete === true,
    lateAsked: late !== null,
    capsAsked: vain !== null,
    unitsAsked: units !== null,
    kinds: kindsIn(played),
  };
}

/** A stage says what is wrong; it does not fall over. Whoever has nothing to accept is told so, and a function may be new. */
const thrown = ({ steps }: DayTrace): readonly Broken[] =>
  steps
    .filter(
      ({ status, call, codes }) =>
        status === 'threw' && call !== 'acceptOdd' && !/no function/.test(codes.join()),
    )
    .map(({ at, call, codes }) => ({ invariant: 0, text: `${at} ${call} threw ${codes.join()}` }));

function kindsIn({ file, steps }: DayTrace): readonly string[] {
  const text = JSON.stringify(file.feeds);
  const has = (call: string): boolean =>
    steps.some((step) => step.call === call && step.status === 'applied');
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
    ['untimed', file.steps.some(({ tabs }) => (tabs?.executions ?? []).some(({ time }) => time === null))],
    ['no quotes', file.feeds.some(({ inav }) => inav !== undefined)],
    ['vanished', steps.some(({ codes }) => codes.includes('vanished-fill'))],
  ];
  return found.filter(([, is]) => is).map(([name]) => name);
}
