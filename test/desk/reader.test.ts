// Somebody who may only read the spreadsheet calls what its script offers: nothing leaves the desk and nothing is settled.
import { describe, expect, it } from '@jest/globals';
import { alone } from '../../src/desk/alone';
import {
  abandonPending,
  acceptChangedState,
  mailsToSettle,
  releaseMails,
  settleMail,
} from '../../src/desk/person/repair';
import type { Services } from '../../src/desk/services';
import { initialOrders, primaryUnits } from '../../src/stages/stages';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { AT, MIDDAY_FILL, workedDay } from '../fixtures/workedDay';

/** The same desk for whom the platform takes no write to its cells. */
const asReader = ({ services }: MemoryDesk): Services => ({
  ...services,
  user: () => 'reader@desk.example',
  book: {
    ...services.book,
    write() {
      throw new Error('You are trying to edit a protected cell or object.');
    },
    append() {
      throw new Error('You are trying to edit a protected cell or object.');
    },
  },
});

const seen = (desk: MemoryDesk): string =>
  JSON.stringify([[...desk.properties], [...desk.book.tabs], desk.mails.length, [...desk.runs]]);

/** One mail in doubt, and the run behind it. */
function held(): MemoryDesk {
  const desk = workedDay();
  apply(desk.services, initialOrders());
  desk.world.now = AT.midday;
  desk.world.fills = [MIDDAY_FILL];
  desk.world.mailFault = () => new Error('Service error');
  expect(apply(desk.services, primaryUnits('all', true)).status).toBe('held');
  desk.world.mailFault = () => null;
  return desk;
}

describe('who may only read', () => {
  it('sends nothing: what a run decides is written down before anything of it is done', () => {
    const desk = workedDay();
    expect(() => apply(asReader(desk), initialOrders())).toThrow(/trying to edit a protected cell/);
    expect([
      desk.mails,
      desk.runs.size,
      [...desk.properties.keys()].filter((key) => /pending|mail|state/.test(key)),
    ]).toEqual([[], 0, []]);
  });

  it.each<[string, (services: Services) => unknown]>([
    [
      'says of no mail that it went',
      (services) => settleMail(services, mailsToSettle(services)[0]?.id ?? '', 'done'),
    ],
    [
      'sends none to an address of its own',
      (services) => settleMail(services, mailsToSettle(services)[0]?.id ?? '', 'me@reader.example'),
    ],
    ['releases none', (services) => releaseMails(services)],
    ['gives no run up', (services) => abandonPending(services, 'mine')],
    ['accepts no state', (services) => acceptChangedState(services, 'mine')],
    [
      'takes over neither files nor schedule',
      (services) => alone(services, () => services.journal.set('drive:desk-folder-by', 'me')),
    ],
  ])('%s', (_what, call) => {
    const desk = held();
    const before = seen(desk);
    expect(() => call(asReader(desk))).toThrow(/trying to edit a protected cell/);
    expect(seen(desk)).toBe(before);
  });
});
