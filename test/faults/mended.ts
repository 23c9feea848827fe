// What was wrong once, tried again by name: every such call of the operation that it was found in.
import { type Came, openBench } from './bench';
import { OPERATIONS } from './operations';
import type { Way } from './platform/strike';
import { counted, type FaultKind, type FaultOptions, type FaultResult, type FaultRow } from './row';
import { sampleBench } from './sampleDays';

type Found = readonly [door: keyof typeof OPERATIONS, name: string, calls: RegExp, way: Way];

const FOUND: readonly Found[] = [
  // A second folder of the desk's lay beside the first.
  ['completeAdjustmentWorkflow', '', /Drive\.create/, 'killed after'],
  // A broker's spreadsheet kept the caps that were replaced.
  ['runAdjustmentCycle', 'open books', /openById/, 'fails before'],
  ['completeAdjustmentWorkflow', 'open books', /openById/, 'fails before'],
  // Its mails waited for the schedule, whatever was clicked.
  ['executeDailyTradingWorkflow', 'all, in the morning', /BigQuery/, 'killed before'],
  // What was accepted could neither be accepted again nor be done with.
  ['acceptOdd', 'a fill that vanished', /document\.set$/, 'killed before'],
  // The person was sent away until the next step.
  ['overrideUnits', '', /toast/, 'killed before'],
  // It asked about a mail to somebody to whom it had not gone.
  ['settleMail', 'to another address', /sendEmail/, 'killed after'],
  // An empty tab stayed, and a protection that shut everybody out.
  ['shareWithBrokers', '', /insertSheet|protect$|setDescription/, 'killed after'],
  ['setUp', 'a new book', /protect$|setDescription/, 'killed after'],
  ['setUp', 'a new book', /setNotes/, 'killed after'],
  // Half of the sample, for good.
  ['setUpDesk', 'a new book', /setValues/, 'killed before'],
  // A reminder was lost, and an iteration, for a call that failed once.
  ['tick', 'a reminder', /getValues/, 'fails before'],
  ['tick', 'units, prepared', /document\.set$/, 'killed after'],
  ['tick', 'an iteration', /getSheetByName/, 'fails before'],
  // The executions were said to be up to date before their tab was.
  ['menuAcceptOdd', '', /document\.set$/, 'killed after'],
];
/** Of each, evenly over all there are; fewer where only a small part of everything is tried. */
const MOST = 8;
const most = (part: number): number => Math.min(MOST, Math.ceil(300 * part));

export const mended: FaultKind = {
  name: 'mended',
  async run({ part, say }: FaultOptions): Promise<FaultResult> {
    const { platform, reach } = sampleBench();
    const rows = FOUND.flatMap(([door, name, calls, way]): readonly FaultRow[] => {
      const operation = OPERATIONS[door].find((each) => each.name === name);
      if (operation === undefined) return [];
      const bench = openBench(platform, reach, operation);
      const places = bench.names.flatMap((each, at) => (calls.test(each) ? [at + 1] : []));
      if (places.length === 0) throw new Error(`${door} ${name} makes no call ${calls.source} any more`);
      const step = Math.max(1, places.length / most(part));
      const chosen = Array.from(
        { length: Math.min(most(part), places.length) },
        (_, n) => places[Math.floor(n * step)] ?? 1,
      );
      const came: readonly Came[] = chosen.map((call) => bench.try({ call, way }));
      for (const { end, why, struck } of came)
        if (end === 'wrong') say(`${door} ${name}, ${struck} ${way}: ${why.join(' | ').slice(0, 600)}`);
      return [counted('was wrong once', `${door} ${name} ${calls.source}`, came)];
    });
    return { rows, figures: [] };
  },
};
