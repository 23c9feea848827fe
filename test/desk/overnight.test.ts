// A run that was left half-way holds its own day, and no later one: each step at which it can be cut off, whole, damaged or too large
// to be written down, the same day and the next one.
import { describe, expect, it } from '@jest/globals';
import { shareWithBrokers } from '../../src/desk/brokers/sharing';
import {
  loadPending,
  type PendingMark,
  pendingMarks,
  STEPS,
  storePending,
} from '../../src/desk/journal/pending';
import { currentStatus } from '../../src/desk/look/currentStatus';
import { deskOverview } from '../../src/desk/look/overview';
import { openBook } from '../../src/desk/openBook';
import { acceptOdd, oddThings } from '../../src/desk/person/accept';
import {
  acceptChangedState,
  mailsToSettle,
  runsToAbandon,
  runsToRelease,
} from '../../src/desk/person/repair';
import { takeUp } from '../../src/desk/schedule/takeUp';
import { tick } from '../../src/desk/schedule/tick';
import type { Services } from '../../src/desk/services';
import { verbatim } from '../../src/language/message';
import { finalAllocation, initialOrders, primaryUnits, type Stage, status } from '../../src/stages/stages';
import { share } from '../effort';
import { copyDesk } from '../fakes/copyDesk';
import { Killed, type MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { said, texts } from '../fakes/said';
import { openedDay } from '../fixtures/openedDay';
import { twoBrokers } from '../fixtures/twoBrokers';
import { AT, MIDDAY_FILL } from '../fixtures/workedDay';

const MONDAY = '2024-11-11T10:20:00';
const midday = (): Stage => primaryUnits('all', true);
const MIDDAY_MAILS = 2;

/** The midday stage, killed after so many calls; null = it came to its end before. */
function cutOff(call: number): MemoryDesk | null {
  const desk = openedDay();
  desk.killAt(call, 'after');
  try {
    apply(desk.services, midday());
    return null;
  } catch (cause) {
    if (!(cause instanceof Killed)) throw cause;
    return desk;
  } finally {
    desk.killAt(null);
  }
}

interface Point {
  readonly name: string;
  readonly mark: PendingMark;
  readonly desk: () => MemoryDesk;
}

/** Every point at which it can be cut off that differs in what is written down, sent or saved. */
const POINTS: readonly Point[] = (() => {
  const found = new Map<string, Point>();
  for (let call = 1; ; call += 1) {
    const desk = cutOff(call);
    if (desk === null) break;
    const [mark] = pendingMarks(desk.services.journal);
    if (mark === undefined) continue;
    const marks = desk.services.journal
      .keys('mail:')
      .map((key) => desk.services.journal.get(key)?.split(' ')[0]);
    const state = desk.book.records('_state').length;
    const name = [
      mark.step,
      `${marks.filter((each) => each === 'sending').length} sending`,
      `${desk.mails.length} mails`,
      `${desk.runs.size} runs`,
      `${state} facts`,
    ].join(', ');
    if (!found.has(name)) found.set(name, { name, mark, desk: () => copyDesk(desk) });
  }
  return [...found.values()];
})();

const damaged = (desk: MemoryDesk): MemoryDesk => {
  desk.book.fill(
    '_pending',
    desk.book.records('_pending').map((row) => ({ ...row, chunk: `${String(row.chunk).slice(0, -1)}` })),
  );
  return desk;
};
const subjects = (desk: MemoryDesk): readonly string[] =>
  desk.mails.map(({ subject, to }) => `${to.join()} ${subject}`);
const twice = (desk: MemoryDesk): readonly string[] =>
  subjects(desk).filter((each, at, all) => all.indexOf(each) !== at);
const ofFriday = (desk: MemoryDesk, from: number): readonly string[] =>
  subjects(desk)
    .slice(from)
    .filter((subject) => !subject.startsWith('traders@') && /08\/11\/2024|8 November 2024/.test(subject));
const monday = (desk: MemoryDesk): MemoryDesk => {
  desk.world.now = MONDAY;
  desk.world.fills = [];
  return desk;
};
const inLog = (desk: MemoryDesk, stage: string): readonly string[] =>
  desk.book
    .records('log')
    .filter((row) => row.stage === stage)
    .map(({ headline }) => String(headline));

it('is cut off at each step that writes anything down', () => {
  const steps = new Set(POINTS.map(({ mark }) => mark.step));
  expect([...steps]).toEqual(expect.arrayContaining(['stored', 'tabs', 'rows']));
  expect(STEPS).toEqual(['stored', 'tabs', 'brokers', 'files', 'rows']);
  expect(POINTS.length).toBeGreaterThan(6);
});

// One of three, by npm run test:all each.
describe.each(share(POINTS, 3))('cut off at $name', ({ name, mark, desk: start }) => {
  it('whole, on the same day: goes on, and each mail goes once', () => {
    const desk = start();
    const report = apply(desk.services, status());
    expect(twice(desk)).toEqual([]);
    const isDoubt = report.status === 'held';
    expect([report.status, desk.mails.length]).toEqual(
      isDoubt ? ['held', expect.any(Number)] : [report.status, 3],
    );
    if (isDoubt) expect(report.problems).toEqual([expect.stringContaining('it is not known whether')]);
  });

  it('damaged, on the same day: nothing goes until a person has looked', () => {
    const desk = damaged(start());
    const before = desk.mails.length;
    expect(apply(desk.services, status())).toMatchObject({
      status: 'held',
      problems: [expect.stringContaining('is not what the desk wrote')],
    });
    expect(desk.mails).toHaveLength(before);
  });

  it.each(['whole', 'damaged'])(
    '%s, on the next day: the day begins, nothing late goes, and what is lost is named',
    (how) => {
      const desk = monday(how === 'damaged' ? damaged(start()) : start());
      const before = desk.mails.length;
      const report = apply(desk.services, initialOrders());
      expect([report.status, report.problems]).toEqual(['applied', []]);
      expect([ofFriday(desk, before), twice(desk)]).toEqual([[], []]);
      expect(pendingMarks(desk.services.journal)).toEqual([]);
      const isOut = before === 1 + MIDDAY_MAILS && !name.includes('1 sending') && how === 'whole';
      const named = report.warnings.filter((text) => text.includes('because its day is over'));
      expect(named.map((text) => text.includes(`run ${mark.runId} of 2024-11-08`))).toEqual(
        isOut ? [] : [true],
      );
    },
  );
});

/** Friday's midday units, decided and written, and neither saved nor told to anybody. */
function waiting(): MemoryDesk {
  const desk = openedDay();
  desk.world.warehouseDown = true;
  expect(apply(desk.services, midday()).status).toBe('held');
  desk.world.warehouseDown = false;
  return desk;
}
const units = (desk: MemoryDesk): number =>
  desk.book.records('_state').filter(({ key }) => String(key).startsWith('units/')).length;
/** A Friday on which the first of the midday's mails went and the second broke off. */
function inDoubt(): MemoryDesk {
  const desk = openedDay();
  desk.world.mailFault = ({ to }) => (to[0] === 'mesa@aurora.example' ? new Error('reset') : null);
  apply(desk.services, midday());
  desk.world.mailFault = () => null;
  return desk;
}
const RUN = /^run 20241108-123000-primary-all-\w+ of 2024-11-08 was left half-way/;

describe('a run that a later day finds half-way', () => {
  it('of which nobody has heard leaves the day as it was before it, and says what was not sent', () => {
    const desk = monday(waiting());
    expect(units(desk)).toBeGreaterThan(0);
    const { status: came, warnings } = apply(desk.services, status());
    expect(came).not.toBe('held');
    const [told = ''] = warnings.filter((text) => RUN.test(text));
    expect(told).toContain(
      'is ended, because its day is over: nothing of it had left the desk, and the day is as it was before it; 2 mails did not go and never go: "Mesa de ETFs',
    );
    expect(told).toMatch(/to lotes@serra\.example.* and .*to mesa@aurora\.example/);
    expect(told).toMatch(
      /tell by hand whomever it still concerns, then accept it under Trading > Repair > Accept what is odd$/,
    );
    expect([units(desk), desk.runs.size]).toEqual([0, 1]);
    expect(inLog(desk, 'overnight')).toEqual([told]);
  });

  it('that somebody has heard of stays as far as it came: rows are saved, and mails are never sent', () => {
    const desk = monday(inDoubt());
    const before = [units(desk), desk.mails.length];
    const { warnings } = apply(desk.services, status());
    const [told = ''] = warnings.filter((text) => RUN.test(text));
    expect(told).toContain('what it decided stays in the day as if everybody had been told; ');
    expect(told).toContain('it is not known whether "Mesa de ETFs');
    expect([units(desk), desk.mails.length]).toEqual(before);
    expect([pendingMarks(desk.services.journal), mailsToSettle(desk.services)]).toEqual([[], []]);
    expect([...desk.runs.values()]).toContain('primary');
  });

  it('that brokers may have read in their spreadsheets is not taken back', () => {
    const { desk, services } = twoBrokers();
    shareWithBrokers(services, null);
    apply(services, initialOrders());
    Object.assign(desk.world, { now: AT.midday, fills: [MIDDAY_FILL], warehouseDown: true });
    expect(apply(services, midday()).status).toBe('held');
    desk.world.warehouseDown = false;
    monday(desk);
    const { warnings } = apply(services, status());
    expect(warnings.filter((text) => RUN.test(text))).toEqual([
      expect.stringContaining(
        'what it decided stays in the day as if everybody had been told; 3 mails did not go',
      ),
    ]);
    expect(units(desk)).toBeGreaterThan(0);
  });

  it('owes its rows to a warehouse that is still down, and holds nobody meanwhile', () => {
    const desk = monday(inDoubt());
    const held = copyDesk(desk);
    const [mark] = pendingMarks(held.services.journal);
    if (mark === undefined) throw new Error('nothing waits');
    held.properties.set('pending:000001', JSON.stringify({ ...mark, step: 'tabs' }));
    held.world.warehouseDown = true;
    const { warnings, problems } = apply(held.services, status());
    expect(problems).toEqual([]);
    expect(warnings).toEqual(
      expect.arrayContaining([expect.stringMatching(/the rows of run .* wait for the warehouse/)]),
    );
    expect(pendingMarks(held.services.journal)).toHaveLength(1);
    held.world.warehouseDown = false;
    apply(held.services, status());
    expect(pendingMarks(held.services.journal)).toEqual([]);
    expect(inLog(held, 'overnight')).toHaveLength(1);
  });

  it('is offered neither for its mails nor to be given up any more', () => {
    const desk = monday(inDoubt());
    apply(desk.services, status());
    expect([runsToRelease(desk.services), runsToAbandon(desk.services)]).toEqual([[], []]);
  });
});

describe('an allocation that a later day finds half-way', () => {
  const friday = (): MemoryDesk => {
    const desk = openedDay();
    desk.world.now = AT.evening;
    return desk;
  };

  it('stays true: it is finished, also what was only written down, and its mails go', () => {
    for (let call = 1; ; call += 1) {
      const desk = friday();
      desk.killAt(call, 'after');
      let isKilled = false;
      try {
        apply(desk.services, finalAllocation());
      } catch (cause) {
        if (!(cause instanceof Killed)) throw cause;
        isKilled = true;
      }
      desk.killAt(null);
      if (!isKilled) break;
      if (pendingMarks(desk.services.journal).length === 0) continue;
      monday(desk);
      const { status: came, problems } = apply(desk.services, initialOrders());
      expect([call, came, problems]).toEqual([call, 'applied', []]);
      expect([call, [...desk.runs.values()].filter((stage) => stage === 'final'), twice(desk)]).toEqual([
        call,
        ['final'],
        [],
      ]);
    }
  });

  it.each<[string, (desk: MemoryDesk) => void, RegExp]>([
    [
      'a warehouse that is down',
      (desk) => Object.assign(desk.world, { warehouseDown: true }),
      /the warehouse did not take the rows/,
    ],
    [
      'a mail of which nobody knows',
      (desk) => Object.assign(desk.world, { mailFault: () => new Error('reset') }),
      /it is not known whether/,
    ],
    [
      'an address that is refused',
      (desk) =>
        Object.assign(desk.world, {
          mailFault: () => ({ why: verbatim('no such mailbox'), noQuota: false }),
        }),
      /did not go/,
    ],
  ])('and is kept back by %s holds nobody, and stays owed', (_what, fail, why) => {
    const desk = friday();
    fail(desk);
    expect(apply(desk.services, finalAllocation()).status).toBe('held');
    monday(desk);
    desk.world.mailFault = () => null;
    const report = apply(desk.services, initialOrders());
    expect(report.warnings).toEqual(expect.arrayContaining([expect.stringMatching(why)]));
    expect(report.problems.filter((text) => /2024-11-08|allocation/i.test(text))).toEqual([]);
    expect(desk.book.records('_state').some(({ value }) => String(value).includes('2024-11-11'))).toBe(true);
    expect(pendingMarks(desk.services.journal).length).toBeGreaterThan(0);
  });
});

describe('a run of an earlier day that nobody can read any more', () => {
  it('is told mail by mail as far as the journal knows, and its text is kept where a person can look at it', () => {
    const desk = monday(damaged(inDoubt()));
    const [{ runId } = { runId: '' }] = pendingMarks(desk.services.journal);
    const chunks = desk.book.records('_pending').map(({ chunk }) => chunk);
    const { warnings } = apply(desk.services, initialOrders());
    const [told = ''] = warnings.filter((text) => RUN.test(text));
    expect(told).toContain(
      'cannot be read any more and is ended, because its day is over: what it decided stands in the day; it is not known whether the mail to mesa@aurora.example went: ask there; ',
    );
    expect(told).not.toContain('lotes@serra.example');
    expect(told).toContain(`what stood of it in _pending is kept in half-way/${runId}.txt; `);
    expect(desk.files.get(`half-way/${runId}.txt`)).toBe(chunks.join('\n'));
    expect(inLog(desk, 'overnight')).toEqual([told]);
  });

  it('says of one that was only written down that none of its mails went, and to whom', () => {
    const [stored] = POINTS.filter(({ mark }) => mark.step === 'stored');
    const desk = monday(damaged(stored?.desk() ?? openedDay()));
    const { warnings } = apply(desk.services, status());
    expect(warnings.filter((text) => RUN.test(text))).toEqual([
      expect.stringContaining(
        'nothing of it had left the desk; 2 mails did not go and never go: to lotes@serra.example; mesa@aurora.example; ',
      ),
    ]);
  });

  it('stays where it is, and holds nobody, until its text can be kept', () => {
    const desk = monday(damaged(inDoubt()));
    const refusing: Services = {
      ...desk.services,
      files: { save: () => ({ kind: 'elsewhere', why: verbatim('the folder is Bia’s') }) },
    };
    const rows = desk.book.records('_pending');
    const { status: came, warnings } = apply(refusing, initialOrders());
    expect(came).toBe('applied');
    expect(warnings.filter((text) => RUN.test(text))).toEqual([
      expect.stringContaining('stays there until it can be kept in a file (the folder is Bia’s)'),
    ]);
    expect(pendingMarks(desk.services.journal)).toHaveLength(1);
    expect(desk.book.records('_pending')).toEqual(expect.arrayContaining([...rows]));
    apply(desk.services, status());
    expect([pendingMarks(desk.services.journal), desk.files.size]).toEqual([[], expect.any(Number)]);
  });

  it('sends no mail again that went, though its text comes back after another day was opened', () => {
    const desk = openedDay();
    desk.world.now = AT.evening;
    const before = desk.mails.length;
    desk.world.mailFault = () => (desk.mails.length > before ? new Error('reset') : null);
    expect(apply(desk.services, finalAllocation()).status).toBe('held');
    expect(desk.mails.length).toBe(before + 1);
    const whole = desk.book.records('_pending');
    monday(damaged(desk));
    desk.world.mailFault = () => null;
    const files: Services['files'] = { save: () => ({ kind: 'elsewhere', why: verbatim('Bia’s') }) };
    expect(apply({ ...desk.services, files }, initialOrders()).status).toBe('applied');
    desk.book.fill('_pending', whole);
    apply(desk.services, status());
    expect(twice(desk)).toEqual([]);
  });

  it('and of which nothing stands there any more is named all the same', () => {
    const desk = inDoubt();
    desk.book.fill('_pending', []);
    const { warnings } = apply(monday(desk).services, initialOrders());
    expect(warnings.filter((text) => RUN.test(text))).toEqual([
      expect.stringContaining('nothing of it stood in _pending any more'),
    ]);
  });

  it('of an older version, which noted no mails, says that nobody knows', () => {
    const desk = monday(damaged(inDoubt()));
    const [mark] = pendingMarks(desk.services.journal);
    if (mark === undefined) throw new Error('nothing waits');
    const { mails: _none, state: _neither, ...older } = mark;
    desk.properties.set('pending:000001', JSON.stringify(older));
    const { warnings } = apply(desk.services, initialOrders());
    expect(warnings.filter((text) => RUN.test(text))).toEqual([
      expect.stringContaining('which of its mails went is not known: look into Sent'),
    ]);
  });
});

describe('a run that was too large to be written down', () => {
  it('has not begun, on its day or on the next one, whatever of it stands in the tab', () => {
    const desk = waiting();
    const [first] = loadPending(openBook(desk.services.book), desk.services);
    if (!first?.entry) throw new Error('nothing waits');
    const fresh = openedDay();
    const full = openBook({
      ...fresh.services.book,
      write: () => {
        throw new Error('the workbook has too many cells');
      },
    });
    expect(storePending(full, fresh.services, first.entry, { released: false })).toMatchObject({
      code: 'not-begun',
    });
    fresh.book.fill('_pending', desk.book.records('_pending').slice(0, 1));
    expect(pendingMarks(fresh.services.journal)).toEqual([]);
    const mails = fresh.mails.length;
    expect(apply(copyDesk(fresh).services, midday())).toMatchObject({
      status: 'applied',
      mails: MIDDAY_MAILS,
    });
    expect(apply(monday(fresh).services, initialOrders())).toMatchObject({ status: 'applied', problems: [] });
    expect(ofFriday(fresh, mails)).toEqual([]);
  });
});

const left = (desk: MemoryDesk): readonly string[] =>
  texts(deskOverview(desk.services, null).warnings).filter((text) => RUN.test(text));

describe('what was ended', () => {
  const morning = (): MemoryDesk => {
    const desk = monday(inDoubt());
    apply(desk.services, initialOrders());
    return desk;
  };
  const missing = (desk: MemoryDesk): readonly string[] =>
    [apply(desk.services, status()).headline].filter((text) => text.includes('was left half-way'));

  it('stands in the sidebar and in the status of the day that finds it, and not of the day after', () => {
    const desk = morning();
    expect([left(desk).length, missing(desk).length]).toEqual([1, 1]);
    desk.world.now = '2024-11-12T10:20:00';
    apply(desk.services, initialOrders());
    expect([left(desk), missing(desk)]).toEqual([[], []]);
  });

  it('stands in the report of its own day, where that is allocated later', () => {
    const desk = monday(inDoubt());
    apply(desk.services, finalAllocation());
    const told = [...desk.files].filter(([, text]) => text.includes('was left half-way'));
    expect(told.map(([name]) => name)).toEqual(expect.arrayContaining([expect.stringMatching(/end-of-day/)]));
  });

  it('keeps the day from being COMPLETE until somebody accepts it by name and with a reason', () => {
    const desk = morning();
    const open = oddThings(desk.services).filter(({ code }) => code === 'run-ended');
    expect(open.map(({ text }) => said(text))).toEqual([expect.stringMatching(RUN)]);
    acceptOdd(desk.services, {
      code: 'run-ended',
      subject: open[0]?.subject ?? '',
      reason: 'Serra was called',
    });
    expect([left(desk), missing(desk)]).toEqual([[], []]);
    expect(oddThings(desk.services).filter(({ code }) => code === 'run-ended')).toEqual([]);
  });

  it('is accepted once, also where that was before the new day was opened', () => {
    const desk = monday(inDoubt());
    apply(desk.services, status());
    const [open] = oddThings(desk.services).filter(({ code }) => code === 'run-ended');
    acceptOdd(desk.services, { code: 'run-ended', subject: open?.subject ?? '', reason: 'Serra was called' });
    apply(desk.services, initialOrders());
    expect([left(desk), missing(desk)]).toEqual([[], []]);
  });

  it('is told to the traders once where the schedule finds it, and the schedule goes on', () => {
    const desk = monday(inDoubt());
    const before = desk.mails.length;
    tick(desk.services);
    tick(desk.services);
    const notices = desk.mails.slice(before).filter(({ subject }) => subject.includes('left half-way'));
    expect(notices.map(({ to, subject }) => [to.join(), subject])).toEqual([
      ['traders@desk.example', expect.stringContaining('An earlier day was left half-way')],
    ]);
    expect(desk.mails.length).toBeGreaterThan(before + 1);
  });

  it('is told by a desk that is opened again, and no longer holds it', () => {
    const { problems, ended, runIds } = takeUp(monday(inDoubt()).services);
    expect([problems, runIds, texts(ended)]).toEqual([[], [], [expect.stringMatching(RUN)]]);
  });
});

describe('what was ended while the state of the day is gone', () => {
  /** Friday's midday was left half-way, and somebody empties the hidden tab before Monday. */
  const wiped = (): MemoryDesk => {
    const desk = monday(inDoubt());
    desk.book.fill('_state', []);
    return desk;
  };
  const told = ({ warnings }: { readonly warnings: readonly string[] }): number =>
    warnings.filter((text) => RUN.test(text)).length;

  it('is told by the run that ends it and by each one after it, beside what has to be mended first', () => {
    const desk = wiped();
    const runs = [initialOrders(), initialOrders(), status()].map((stage) => apply(desk.services, stage));
    expect(runs.map(({ status: came }) => came)).toEqual(['refused', 'refused', 'refused']);
    expect(runs.map(told)).toEqual([1, 1, 1]);
    expect(inLog(desk, 'overnight')).toHaveLength(1);
  });

  it('stands in the status as long as nobody has opened a day', () => {
    const desk = wiped();
    apply(desk.services, initialOrders());
    const { date, state, missing } = currentStatus(desk.services, () => undefined);
    expect([date, state]).toEqual([null, 'PENDING']);
    expect(missing.map(said)).toEqual(['no day is open: run Initial orders', expect.stringMatching(RUN)]);
  });

  it('can be accepted once the empty state was, and stays accepted in the day that is opened then', () => {
    const desk = wiped();
    apply(desk.services, initialOrders());
    acceptChangedState(desk.services, 'emptied by mistake');
    const [open] = oddThings(desk.services);
    expect([open?.code, left(desk).length]).toEqual(['run-ended', 1]);
    acceptOdd(desk.services, { code: 'run-ended', subject: open?.subject ?? '', reason: 'Serra was called' });
    expect([oddThings(desk.services), left(desk)]).toEqual([[], []]);
    expect(apply(desk.services, initialOrders()).status).toBe('applied');
    expect([oddThings(desk.services), left(desk)]).toEqual([[], []]);
  });
});
