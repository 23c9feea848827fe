// One operation on a world of its own: struck, gone on with by a person, and compared with the same that was left in peace.

import { addMinutes } from '../../src/domain/stamp';
import * as main from '../../src/main';
import { decidedIn, differences, type Seen, seenIn } from './judge';
import { type Case, momentOf } from './operations/case';
import type { Platform } from './platform';
import type { Way } from './platform/strike';
import { copyWorld, type World } from './platform/world';
import type { Reach } from './sampleDays';

export interface Trial {
  readonly call: number;
  readonly way: Way;
}

export interface Came {
  readonly end: 'as undisturbed' | 'asked' | 'wrong';
  readonly why: readonly string[];
  /** The call that was struck. */
  readonly struck: string;
}

export interface Bench {
  /** How many calls the operation makes undisturbed, and which. */
  readonly calls: number;
  readonly names: readonly string[];
  /** What it decides undisturbed. */
  readonly decided: Seen;
  /** Once more from the beginning, up to the call that is struck. */
  begin(trial: Trial): void;
  /** The world as it is before the operation. */
  fresh(): void;
  /** So much later as the operation needs to be due again. */
  later(): void;
  /** Whether all of it is decided and has gone, now or by somebody who did it again. @param leftOut what does not matter, by name */
  isDone(leftOut: (name: string) => boolean): boolean;
  try(trial: Trial, again?: Trial): Came;
}

const GOES_ON = 4;

/** @param operation set up once; each trial gets a world of its own */
export function openBench(platform: Platform, reach: Reach, operation: Case): Bench {
  const start = prepared(platform, reach, operation);
  const { act, again = act } = operation;
  const begin = (): void => {
    platform.world = copyWorld(start);
    platform.mailFault = () => null;
  };
  begin();
  const whole = platform.run(act);
  if (whole.threw !== null || whole.killed) throw new Error(`undisturbed it says: ${whole.threw}`);
  const ended = copyWorld(platform.world);
  const look = operation.later === undefined ? seenIn : decidedIn;
  const goOn = (): ReturnType<Platform['run']> => {
    platform.world.now = addMinutes(platform.world.now, operation.later ?? 0);
    return platform.run(again);
  };
  /** Undisturbed, and whoever does it again none the wiser. */
  const wanted: Seen[] = [look(ended)];
  const decided: Seen[] = [decidedIn(ended)];
  for (let turn = 0; turn < (operation.later === undefined ? 1 : GOES_ON); turn += 1) {
    goOn();
    wanted.push(look(platform.world));
    decided.push(decidedIn(platform.world));
  }
  // As whoever goes on after a fault does it in the end: with a look in between.
  platform.run(() => main.refreshExecutions());
  goOn();
  const looked: readonly Seen[] = [...decided, decidedIn(platform.world)];

  return {
    calls: whole.calls.length,
    names: whole.calls,
    decided: decidedIn(ended),
    fresh: begin,
    later: () => {
      platform.world.now = addMinutes(platform.world.now, operation.later ?? 0);
    },
    isDone(leftOut) {
      const without = (all: Seen): Seen => new Map([...all].filter(([name]) => !leftOut(name)));
      const seen = without(decidedIn(platform.world));
      return decided.some((each) => differences(without(each), seen).length === 0);
    },
    begin(trial) {
      begin();
      platform.run(act, trial);
    },
    try(trial, second) {
      begin();
      const { struck: call } = platform.run(act, trial);
      if (second !== undefined) platform.run(again, second);
      const said: string[] = [];
      let asked = false;
      const struck = call ?? 'none';
      const well = (): Came => ({ end: asked ? 'asked' : 'as undisturbed', why: [], struck });
      const wrong = (...why: readonly string[]): Came => ({ end: 'wrong', why, struck });
      for (let turn = 0; turn < GOES_ON; turn += 1) {
        if (turn > 1) platform.run(() => main.takeUpDay());
        const came = goOn();
        said.push(came.threw ?? JSON.stringify(came.value)?.slice(0, 600) ?? 'nothing');
        if (nearest(wanted, look(platform.world)).length === 0) return well();
        const answered = answerDoubts(platform, ended);
        if (answered === 'untrue') return wrong('it asks about a mail that there is not', ...said);
        asked ||= answered === 'answered';
      }
      // What only shows is written again by the next look, as the desk says; nothing else may have to wait for one.
      const left = nearest(decided, decidedIn(platform.world)).filter((each) => !isShown(each));
      if (left.length > 0) return wrong(...left.slice(0, 6), ...said.slice(-1));
      platform.run(() => main.refreshExecutions());
      goOn();
      const late = nearest(looked, decidedIn(platform.world));
      return late.length === 0 ? well() : wrong('after a look', ...late.slice(0, 6), ...said.slice(-1));
    },
  };
}

const nearest = (wanted: readonly Seen[], seen: Seen): readonly string[] =>
  wanted.map((each) => differences(each, seen)).sort((a, b) => a.length - b.length)[0] ?? [];

/** Caps stand there beside what is executed of them by now. */
const isShown = (difference: string): boolean => difference.startsWith('tab desk orders: ');

function prepared(platform: Platform, reach: Reach, { point, at, prepare, later }: Case): World {
  const world = reach(point);
  world.now = momentOf(at);
  platform.world = world;
  platform.mailFault = () => null;
  prepare?.(platform);
  // What the two systems know stands still: what is compared is the desk.
  const { now, web } = platform.world;
  if (later !== undefined) platform.world.web = (url, here) => web(url, { ...here, now });
  return copyWorld(platform.world);
}

/** The recipient of each mail in doubt is asked, and what it says is told to the desk. */
function answerDoubts(platform: Platform, whole: World): 'none' | 'answered' | 'untrue' {
  const mails = platform.run(() => main.mailsToSettle()).value ?? [];
  let came: 'none' | 'answered' = 'none';
  for (const { id, status, said } of mails) {
    if (status !== 'sending') continue;
    const names = (mail: World['mails'][number]): boolean =>
      said.includes(`"${mail.subject}"`) &&
      said.includes([...mail.to.split(','), ...mail.cc.split(',').filter((cc) => cc !== '')].join(', '));
    if (!whole.mails.some(names)) return 'untrue';
    platform.run(() => main.settleMail(id, platform.world.mails.some(names) ? 'done' : 'again'));
    came = 'answered';
  }
  return came;
}
