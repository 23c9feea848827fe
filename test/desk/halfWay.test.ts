// What is said of a run that was left half-way once it is finished, and what a spreadsheet gets that could not be written.
import { describe, expect, it } from '@jest/globals';
import { shareWithBrokers } from '../../src/desk/brokers/sharing';
import { catchUpBooks } from '../../src/desk/brokers/writeBooks';
import { pendingMarks } from '../../src/desk/journal/pending';
import { openBook } from '../../src/desk/openBook';
import { mailsToSettle, settleMail } from '../../src/desk/person/repair';
import { resumePending } from '../../src/desk/run/resume';
import { verbatim } from '../../src/language/message';
import { finalAllocation, initialOrders } from '../../src/stages/stages';
import { Killed, type MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { said } from '../fakes/said';
import { twoBrokers } from '../fixtures/twoBrokers';
import { AT, DATE, MIDDAY_FILL, workedDay } from '../fixtures/workedDay';

const logged = (desk: MemoryDesk) =>
  desk.book
    .records('log')
    .filter(({ stage }) => stage === 'resume')
    .map(({ details }) => String(details));

describe('a run that is finished later', () => {
  it('leaves in the log what went wrong on the way', () => {
    const { desk, books, services } = twoBrokers();
    shareWithBrokers(services, null);
    for (let call = 1; pendingMarks(services.journal).length === 0; call += 1) {
      desk.killAt(call, 'after');
      expect(() => apply(services, initialOrders())).toThrow(Killed);
      desk.killAt(null);
    }
    books.broken.add('Meridian');
    expect(resumePending(services)).toEqual({
      runIds: [expect.stringMatching(/-initial/)],
      problems: [],
      ended: [],
    });
    expect(logged(desk)).toEqual([
      expect.stringContaining('the spreadsheet of Meridian was not brought up to date'),
    ]);
  });

  it('is no news each time that its mails wait for quota', () => {
    const desk = workedDay();
    apply(desk.services, initialOrders());
    Object.assign(desk.world, { now: AT.evening, fills: [MIDDAY_FILL], mailQuota: 1 });
    expect(apply(desk.services, finalAllocation()).status).toBe('applied');
    for (const minute of ['35', '40']) {
      desk.world.now = `2024-11-08T18:${minute}:00`;
      expect(resumePending(desk.services)).toEqual({ runIds: [], problems: [], ended: [] });
    }
    expect(logged(desk)).toEqual([]);
  });
});

it('a spreadsheet that could not be written is left alone while nobody knows the day, and then gets it', () => {
  const { desk, books, services } = twoBrokers();
  shareWithBrokers(services, null);
  books.broken.add('Meridian');
  apply(services, initialOrders());
  books.broken.clear();
  const catchUp = () => catchUpBooks({ services, book: openBook(services.book) });
  const rows = desk.book.records('_state');
  const wrong = rows.map((row, index) => (index === 1 ? { ...row, value: '{}' } : row));
  desk.book.fill('_state', wrong);
  books.calls.length = 0;
  expect([catchUp(), books.calls]).toEqual([[], []]);
  desk.book.fill('_state', rows);
  expect([catchUp(), books.calls]).toEqual([[], ['write Meridian']]);
  expect(books.records('Meridian', 'orders').map(({ cap }) => cap)).toEqual([4_920_000]);
  expect([catchUp(), books.calls]).toEqual([[], ['write Meridian']]);
});

it('a refused mail that is cut off on its way to another address is in doubt there, and goes there again', () => {
  const desk = workedDay();
  const refusal = { why: verbatim('no such mailbox'), noQuota: false };
  desk.world.mailFault = ({ to }) => (to[0] === 'mesa@aurora.example' ? refusal : null);
  apply(desk.services, initialOrders());
  const open = () => mailsToSettle(desk.services).map((mail) => ({ ...mail, said: said(mail.said) }));
  const [refused] = open();
  expect(refused?.said).toMatch(
    /to mesa@aurora\.example, traders@desk\.example at 10:15 \(no such mailbox\)$/,
  );
  desk.world.mailFault = () => new Error('the connection was reset');
  desk.world.now = `${DATE}T10:20:00`;
  expect(() => settleMail(desk.services, refused?.id ?? '', 'mesa2@aurora.example')).toThrow('was reset');
  const [doubtful, ...others] = open();
  expect(others).toEqual([]);
  expect(doubtful?.said).toMatch(/" to mesa2@aurora\.example at 10:20$/);
  desk.world.mailFault = () => null;
  const before = desk.mails.length;
  settleMail(desk.services, doubtful?.id ?? '', 'again');
  expect(desk.mails.slice(before).map(({ to, cc }) => [to, cc])).toEqual([[['mesa2@aurora.example'], []]]);
  expect(open()).toEqual([]);
});
