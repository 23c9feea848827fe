// (a) A crash, and then the world is another one: other settings, another user, another day, tabs that somebody has sorted or damaged.
// Whoever goes on gets to the same decisions, or is told what stands in the way and what to click; nothing goes twice, and no order of
// one day goes on another.
import * as main from '../../src/main';
import { type Bench, openBench } from './bench';
import { decidedIn, differences, type Seen, twiceIn } from './judge';
import { OPERATIONS } from './operations';
import { edit, set, tabOf } from './operations/case';
import type { Platform } from './platform';
import { copyWorld, type World } from './platform/world';
import { randomOf } from './random';
import {
  counted,
  type Ended,
  type FaultKind,
  type FaultOptions,
  type FaultResult,
  type FaultRow,
  isChosen,
} from './row';
import { sampleBench, TODAY, TOMORROW } from './sampleDays';

interface Change {
  readonly name: string;
  readonly happen: (world: World) => void;
  /** Whether the same has to be decided as if nothing had happened; else that all goes on, and nothing twice. */
  readonly same: boolean;
}

const OUTPUT_TABS = [
  'orders',
  'order-intents',
  'primary-requests',
  'adjustments',
  'allocation',
  'broker-orders',
  'daily-trades',
  'market-data',
];
const turn = (world: World, tab: string): void => {
  const sheet = tabOf(world, tab);
  const [headers = [], ...rows] = sheet.cells;
  const used = rows.filter((row) => row.some((cell) => cell !== null));
  sheet.cells = [headers, ...used.reverse()];
};

const sorted =
  (tabs: readonly string[]) =>
  (world: World): void => {
    for (const tab of tabs) turn(world, tab);
  };

function damagePending(world: World): void {
  edit(world, '_pending', 'chunk', (cell) => String(cell).replace(/[A-M]/, 'Z'));
}

const CHANGES: readonly Change[] = [
  {
    name: 'other settings',
    happen: (world) => {
      set(world, 'tolerance', '250');
      set(world, 'retry_interval', '9');
    },
    same: false,
  },
  { name: 'no warehouse any more', happen: (world) => set(world, 'GOOGLE_CLOUD_PROJECT', ''), same: false },
  {
    name: 'another user',
    happen: (world) => {
      world.user = 'bia@gestora.example';
    },
    same: true,
  },
  {
    name: 'another day',
    happen: (world) => {
      world.now = `${TOMORROW}T10:20:00`;
    },
    same: false,
  },
  { name: 'tabs sorted', happen: sorted(OUTPUT_TABS), same: true },
  {
    name: 'output tabs damaged',
    happen: (world) => {
      edit(world, 'orders', 'cap', (cell) => (typeof cell === 'number' ? 1 : cell));
      edit(world, 'order-intents', 'amount', () => 'x');
      tabOf(world, 'status').cells = [];
    },
    same: false,
  },
  {
    name: 'hidden tabs sorted',
    happen: sorted(['_state', '_pending', '_days']),
    same: false,
  },
  { name: 'the pending outcome damaged', happen: damagePending, same: false },
  {
    name: 'another day, and the pending outcome damaged',
    happen: (world) => {
      damagePending(world);
      world.now = `${TOMORROW}T10:20:00`;
    },
    same: false,
  },
];

/** Stages: what leaves the desk. */
const DOORS = [
  'runInitialOrders',
  'runPrimaryCalculation',
  'runAdjustmentCycle',
  'cancelOrders',
  'completeAdjustmentWorkflow',
] as const;
const TRIALS = 25;
const GOES_ON = 8;

export const afterwards: FaultKind = {
  name: 'afterwards',
  async run({ seed, part, say }: FaultOptions): Promise<FaultResult> {
    const { platform, reach } = sampleBench();
    const random = randomOf(seed);
    const rows: FaultRow[] = [];
    for (const change of CHANGES) {
      const came: Ended[] = [];
      for (const door of DOORS)
        for (const operation of OPERATIONS[door]) {
          if (!isChosen(random, part)) continue;
          const bench = openBench(platform, reach, operation);
          for (let n = 0; n < Math.ceil(TRIALS * part); n += 1) {
            const call = 1 + Math.floor(random() * bench.calls);
            const one = tryChange(platform, bench, { call, way: 'killed after' }, operation.act, change);
            came.push(one);
            if (one.end === 'wrong')
              say(`${change.name}, ${door} ${operation.name}, call ${call}: ${one.why}`);
          }
        }
      rows.push(counted('a crash, and then', change.name, came));
      say(`${change.name}: ${came.length} tried`);
    }
    return { rows, figures: [] };
  },
};

function tryChange(
  platform: Platform,
  bench: Bench,
  strike: Parameters<Bench['begin']>[0],
  act: () => unknown,
  { happen, same }: Change,
): Ended & { readonly why: string } {
  bench.begin(strike);
  const before = copyWorld(platform.world);
  happen(platform.world);
  let asked = false;
  let said = '';
  for (let turnNo = 0; turnNo < GOES_ON; turnNo += 1) {
    const isNextDay = platform.world.now.slice(0, 10) !== TODAY;
    const came = platform.run<unknown>(isNextDay ? () => main.runInitialOrders() : act);
    const { status, problems } = reportOf(came.value);
    said = came.threw ?? JSON.stringify(problems).slice(0, 500);
    if (isNextDay && platform.world.mails.length > before.mails.length && !asked) {
      const late = platform.world.mails.slice(before.mails.length).find(isOrderOfYesterday);
      if (late !== undefined) return { end: 'wrong', why: `sent on another day: ${late.subject}` };
    }
    if (status === 'applied' || status === 'unchanged') {
      const twice = twiceIn(platform.world);
      if (twice.length > 0) return { end: 'wrong', why: `twice: ${twice.join(', ')}` };
      const wrong =
        same && !asked ? differences(unsorted(bench.decided), unsorted(decidedIn(platform.world))) : [];
      if (wrong.length === 0) return { end: asked ? 'asked' : 'as undisturbed', why: '' };
      said = wrong.slice(0, 3).join(' | ');
    }
    if (answer(platform, said)) asked = true;
  }
  return { end: 'wrong', why: said };
}

const isOrderOfYesterday = ({ subject }: { readonly subject: string }): boolean =>
  /08\/11\/2024|8 November 2024/.test(subject) && !/allocat|Alocação|COMPLETE|PENDING/i.test(subject);

/** A door answers with its report; where it threw there is none. */
const reportOf = (value: unknown): { readonly status: string; readonly problems: readonly unknown[] } =>
  Object.assign({ status: 'threw', problems: [] }, value);

/** Whoever goes on may be somebody else, and rows may stand in another order. */
const unsorted = (seen: Seen): Seen =>
  new Map(
    [...seen].map(([name, text]) => [name, text.replace(/bia@/g, 'ana@').split('\n').sort().join('\n')]),
  );

/** What the sentence says is to be done. @returns whether there was anything */
function answer(platform: Platform, said: string): boolean {
  const { world } = platform;
  for (const { id, status, said: mail } of platform.run(() => main.mailsToSettle()).value ?? []) {
    if (status !== 'sending') continue;
    const went = world.mails.some(
      ({ subject, to }) => mail.includes(`"${subject}"`) && mail.includes(to.split(',').join(', ')),
    );
    platform.run(() => main.settleMail(id, went ? 'done' : 'again'));
    return true;
  }
  world.answers = [];
  if (/Accept the state/.test(said)) return platform.run(() => main.menuAcceptState()).threw === null;
  if (/GOOGLE_CLOUD_PROJECT is blank/.test(said)) {
    set(world, 'GOOGLE_CLOUD_PROJECT', 'desk-trading-1');
    return true;
  }
  if (/holds no token for you/.test(said))
    return platform.run(() => main.saveSecret('b-token')).threw === null;
  if (/Release mails/.test(said)) return platform.run(() => main.menuReleaseMails()).threw === null;
  if (/Abandon the pending run/.test(said)) return platform.run(() => main.menuAbandon()).threw === null;
  if (/run Trading > Set up|add it/.test(said)) return platform.run(() => main.setUp()).threw === null;
  return false;
}
