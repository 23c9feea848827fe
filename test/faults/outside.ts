// (c) The fault table of feeds, BigQuery, mail, quota and Drive, with every operation that reaches them: it goes through all the same,
// or says in words what is wrong; once the trouble is over the same is decided, and nothing has gone twice or was lost.
import * as main from '../../src/main';
import { openBench } from './bench';
import { decidedIn, differences, twiceIn } from './judge';
import { OPERATIONS } from './operations';
import type { Case } from './operations/case';
import type { Platform } from './platform';
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
import { sampleBench } from './sampleDays';
import { end, SAID, TROUBLES, type Trouble } from './troubles';

/** Whatever reaches a system outside. */
const DOORS: readonly (keyof typeof OPERATIONS)[] = [
  'runInitialOrders',
  'runPrimaryCalculation',
  'runAdjustmentCycle',
  'cancelOrders',
  'completeAdjustmentWorkflow',
  'correctDay',
  'saveOfficialNav',
  'checkAdjustmentStatus',
  'history',
  'refreshExecutions',
  'executeDailyTradingWorkflow',
  'tick',
  'previewStage',
  'shareWithBrokers',
  'setUpDesk',
  'overrideUnits',
];
const GOES_ON = 5;

export const outside: FaultKind = {
  name: 'outside',
  async run({ seed, part, say }: FaultOptions): Promise<FaultResult> {
    const { platform, reach } = sampleBench();
    const random = randomOf(seed);
    const rows: FaultRow[] = [];
    for (const door of DOORS) {
      const came = new Map<Trouble['system'], Ended[]>();
      for (const operation of OPERATIONS[door]) {
        if (!isChosen(random, part)) continue;
        const bench = openBench(platform, reach, operation);
        for (const trouble of TROUBLES.filter(() => random() < part)) {
          const one = tryTrouble(platform, bench, operation, trouble);
          came.set(trouble.system, [...(came.get(trouble.system) ?? []), one]);
          if (one.end === 'wrong')
            say(`${door} ${operation.name}, ${trouble.system}, ${trouble.name}: ${one.why.slice(0, 700)}`);
        }
      }
      for (const [system, own] of came) rows.push(counted(`trouble with ${system}`, door, own));
      say(`${door}: tried`);
    }
    return { rows, figures: [] };
  },
};

type Bench = ReturnType<typeof openBench>;

function tryTrouble(
  platform: Platform,
  bench: Bench,
  operation: Case,
  trouble: Trouble,
): Ended & { readonly why: string } {
  const { act, again = act } = operation;
  bench.fresh();
  const { web } = platform.world;
  trouble.begin(platform);
  const first = platform.run(act);
  const text = saidBy(platform, first);
  if (first.threw !== null && isNoSentence(first.threw))
    return wrong(`an exception and no sentence: ${first.threw}`);
  const isNotice = (name: string): boolean => trouble.system === 'mail' && /PREPARED|: cut-off at/.test(name);
  if (bench.isDone(isNotice)) {
    end(platform, web);
    return { end: 'as undisturbed', why: '' };
  }
  // What was not done is told, and of what it is.
  const isTold = SAID[trouble.system].test(text);
  end(platform, web);
  let after = '';
  for (let turn = 0; turn < GOES_ON; turn += 1) {
    for (const { id, status, said } of platform.run(() => main.mailsToSettle()).value ?? []) {
      const went = platform.world.mails.some(
        ({ subject, to }) => said.includes(`"${subject}"`) && said.includes(to),
      );
      platform.run(() => main.settleMail(id, status === 'sending' && went ? 'done' : 'again'));
    }
    bench.later();
    after = saidBy(platform, platform.run(again));
    const twice = twiceIn(platform.world);
    if (twice.length > 0) return wrong(`twice: ${twice.join(', ')}`);
    if (!bench.isDone(isNotice)) continue;
    return isTold ? { end: 'asked', why: '' } : wrong(`it did not say so: ${text.slice(0, 300)}`);
  }
  return wrong(
    `${differences(bench.decided, decidedIn(platform.world)).slice(0, 3).join(' | ')} | ${after.slice(0, 300)}`,
  );
}

const wrong = (why: string) => ({ end: 'wrong', why }) as const;

/** Whatever a person could read of it: the answer, the log, the mails to the traders. */
function saidBy(
  { world }: Platform,
  came: { readonly value: unknown; readonly threw: string | null },
): string {
  const log = world.books.get(world.bookId)?.sheets.find(({ name }) => name === 'log')?.cells ?? [];
  const words = world.mails
    .filter(({ subject }) => /STOPPED|stands still/.test(subject))
    .map(({ body }) => body);
  return `${came.threw ?? ''} ${JSON.stringify(came.value)} ${JSON.stringify(log.slice(-2))} ${words.join(' ')}`;
}

/** What JavaScript says of itself is no sentence of the desk's. */
const isNoSentence = (said: string): boolean =>
  /undefined|is not a function|Cannot read|is not iterable|Unexpected token|JSON at position|of null/.test(
    said,
  );
