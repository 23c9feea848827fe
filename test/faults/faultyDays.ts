// (e) The random days of the ledger, with faults in them: any function may be killed at any call, find the warehouse down or mails
// without an answer; whoever is at the desk goes on. The same auditor judges them by the same invariants.
import { mailsToSettle, settleMail } from '../../src/desk/person/repair';
import { SaidError } from '../../src/language/print';
import { judgedDay } from '../days/judge';
import { type Around, openParts } from '../days/parts';
import type { DeskParts } from '../days/types';
import { Killed, type MemoryDesk } from '../fakes/memoryDesk';
import { said } from '../fakes/said';
import { randomOf } from './random';
import { counted, type Ended, type FaultKind, type FaultOptions, type FaultResult } from './row';

/** How often a call is disturbed, and how often once more while somebody goes on. */
const OFTEN = 0.4;
const AGAIN = 0.3;
const MOST_CALLS = 90;
const GOES_ON = 5;

interface Happened {
  kills: number;
  asked: number;
}

/** A desk that things happen to. */
const faultyParts = (seed: number, happened: Happened): DeskParts => ({
  name: 'a desk that things happen to',
  open: (answer) => {
    const random = randomOf(seed);
    const around: Around = (desk, services, call) => {
      if (random() > OFTEN) return call();
      const before = desk.properties.get('state-hash');
      let chance = 1;
      const isChanged = (): boolean => before !== desk.properties.get('state-hash');
      for (let turn = 0; turn < GOES_ON; turn += 1) {
        const isStruck = random() < chance;
        chance = AGAIN;
        const came = isStruck ? struck(desk, call, random) : { value: told(call, isChanged) };
        if (came === null) happened.kills += 1;
        if (answerMails(desk, services)) happened.asked += 1;
        else if (came !== null && statusOf(came.value) !== 'held') return asFirst(came.value, isChanged());
      }
      return told(call, isChanged);
    };
    return openParts(answer, around);
  },
});

/** null = it was killed. */
function struck(
  desk: MemoryDesk,
  call: () => unknown,
  random: () => number,
): { readonly value: unknown } | null {
  const way = random();
  try {
    if (way < 0.15) desk.world.mailFault = () => new Error('no answer');
    else desk.killAt(1 + Math.floor(random() * MOST_CALLS), way < 0.6 ? 'before' : 'after');
    return { value: call() };
  } catch (error) {
    if (error instanceof Killed) return null;
    throw error;
  } finally {
    desk.killAt(null);
    desk.world.mailFault = () => null;
  }
}

/** The recipient of each mail in doubt says whether it came. */
function answerMails(desk: MemoryDesk, services: MemoryDesk['services']): boolean {
  const open = mailsToSettle(services);
  for (const { id, said: words } of open) {
    const text = said(words);
    const went = desk.mails.some(({ subject, to }) => text.includes(`"${subject}" to ${to.join(', ')}`));
    settleMail(services, id, went ? 'done' : 'again');
  }
  return open.length > 0;
}

const statusOf = (value: unknown): unknown => Object.assign({ status: 'done' }, value).status;

/** What the first try did, the second finds done, or shown otherwise than before: to the auditor it was applied. */
const asFirst = (value: unknown, changed: boolean): unknown =>
  changed && (statusOf(value) === 'unchanged' || statusOf(value) === 'changed')
    ? Object.assign({}, value, { status: 'applied' })
    : value;

/** A second try may be told that there is nothing left to be accepted. */
function told(call: () => unknown, isChanged: () => boolean): unknown {
  try {
    return call();
  } catch (error) {
    if (isChanged() && error instanceof SaidError) return 'the first try did it';
    throw error;
  }
}

const DAYS = 400;

export const faultyDays: FaultKind = {
  name: 'days',
  async run({ seed, part, say }: FaultOptions): Promise<FaultResult> {
    const came: Ended[] = [];
    const all: Happened = { kills: 0, asked: 0 };
    for (let nth = 0; nth < Math.ceil(DAYS * part); nth += 1) {
      const day = seed * 10_000 + nth;
      const happened: Happened = { kills: 0, asked: 0 };
      const [verdict] = judgedDay(day, faultyParts(day, happened));
      const broken = verdict?.broken ?? [];
      for (const { invariant, text } of broken.slice(0, 3))
        say(`day ${day}, invariant ${invariant}: ${text}`);
      came.push({ end: broken.length > 0 ? 'wrong' : happened.asked > 0 ? 'asked' : 'as undisturbed' });
      all.kills += happened.kills;
      all.asked += happened.asked;
    }
    const figure = `random days: ${came.length} days, ${all.kills} kills in them, ${all.asked} times a recipient was asked`;
    return { rows: [counted('random days', 'a whole day, disturbed', came)], figures: [figure] };
  },
};
