// What the desk's own people see beside its runs: the day in the language that they choose, and a notice of which nobody knows
// whether it went.
import { describe, expect, it } from '@jest/globals';
import { currentStatus } from '../../src/desk/look/currentStatus';
import { followLanguage } from '../../src/desk/look/followLanguage';
import { openBook } from '../../src/desk/openBook';
import { tell } from '../../src/desk/schedule/notices';
import { readSettingsTab } from '../../src/stages/day/inputs';
import { initialOrders } from '../../src/stages/stages';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { set } from '../fixtures/badBooks';
import { AT, DATE, MIDDAY_FILL, workedDay } from '../fixtures/workedDay';

function opened(): MemoryDesk {
  const desk = workedDay();
  apply(desk.services, initialOrders());
  desk.world.now = AT.midday;
  desk.world.fills = [MIDDAY_FILL];
  currentStatus(desk.services, () => undefined);
  return desk;
}

describe('a desk that is told to speak another language', () => {
  const status = (desk: MemoryDesk): string => JSON.stringify(desk.book.records('status'));

  it('writes its day in it when the book is opened, as a run would have, and draws its charts so', () => {
    const desk = opened();
    const english = status(desk);
    set('DESK_LANGUAGE', 'pt')(desk);
    const drawn: unknown[] = [];
    followLanguage(
      desk.services,
      (charts) => drawn.push(...charts),
      () => undefined,
    );
    const followed = status(desk);
    expect(followed).not.toBe(english);
    expect(drawn).toHaveLength(1);
    currentStatus(desk.services, () => undefined);
    expect(status(desk)).toBe(followed);
  });

  it('writes nothing while it speaks the same', () => {
    const desk = opened();
    desk.book.fill('status', []);
    followLanguage(
      desk.services,
      () => undefined,
      () => undefined,
    );
    expect(desk.book.records('status')).toEqual([]);
  });
});

describe('a notice of which nobody knows whether it went', () => {
  const MESSAGE = {
    to: ['traders@desk.example'],
    cc: [],
    subject: 'Something waits',
    text: 'look',
    html: '<p>look</p>',
    attachments: [],
  };
  const told = (desk: MemoryDesk) => {
    const { settings } = readSettingsTab(openBook(desk.services.book).read);
    return tell(desk.services, settings, `${DATE} a notice`, MESSAGE);
  };

  it('is said a second time, and was told once that one went', () => {
    const desk = workedDay();
    let calls = 0;
    desk.world.mailFault = () => {
      calls += 1;
      return calls === 1 ? new Error('Service error: Mail') : null;
    };
    expect(told(desk)).toBe('told');
    expect(desk.mails.map(({ subject }) => subject)).toEqual(['Something waits']);
  });

  it('counts as known where of the second nobody knows either: two may have come', () => {
    const desk = workedDay();
    desk.world.mailFault = () => new Error('Service error: Mail');
    expect(told(desk)).toBe('known');
  });
});
