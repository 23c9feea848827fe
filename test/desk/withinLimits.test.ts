// What the platform would refuse half-way is refused before anything is written, with what to change.
import { describe, expect, it } from '@jest/globals';
import { MOST_WAITING } from '../../src/desk/journal/pending';
import { type Room, withinLimits } from '../../src/desk/run/withinLimits';
import type { MailMessage } from '../../src/messages/mail';
import { EMPTY_STATE } from '../../src/stages/day/state';
import type { Outcome } from '../../src/stages/outcome/outcome';
import { initialOrders } from '../../src/stages/stages';
import { apply } from '../fakes/run';
import { texts } from '../fakes/said';
import { sampleDesk } from '../fakes/sampleDesk';

const MAIL: MailMessage = {
  to: ['a@desk.example'],
  cc: [],
  subject: 'Orders',
  text: 'x',
  html: 'y',
  attachments: [],
};
const OUTCOME: Outcome = {
  stage: 'initial',
  scope: 'all',
  tradeDate: '2024-11-08',
  state: EMPTY_STATE,
  tables: [],
  brokerBooks: [],
  rows: [],
  files: [],
  mails: [],
  warnings: [],
  summary: { headline: { key: 'no run is pending' }, facts: [] },
};
const ROOM: Room = { mailLimitKb: 200, cellsBeside: 0, waitingRuns: 0 };

const found = (change: Partial<Outcome>, room: Partial<Room> = {}) =>
  withinLimits({ ...OUTCOME, ...change }, { ...ROOM, ...room });
const codes = (change: Partial<Outcome>, room: Partial<Room> = {}) =>
  found(change, room).map(({ code }) => code);
const mailed = (change: Partial<MailMessage>) => ({ mails: [{ key: 'k', message: { ...MAIL, ...change } }] });
const many = (n: number, text = 'x'): string => text.repeat(n);
const recipients = (n: number) => Array.from({ length: n }, (_, at) => `a${at}@desk.example`);
const table = (rows: readonly (readonly string[])[]) => ({ tab: 'orders', headers: ['a', 'b'], rows });

describe('a mail', () => {
  it('has both bodies within what the account sends, counted in bytes', () => {
    const html = many(100 * 1024 - 1);
    expect(codes(mailed({ html, text: many(100 * 1024) }))).toEqual([]);
    expect(codes(mailed({ html, text: many(100 * 1024 + 2) }))).toEqual(['mail-too-long']);
    expect(codes(mailed({ html: many(110 * 1024, 'ã') }))).toEqual(['mail-too-long']);
    expect(codes(mailed({ html: many(110 * 1024, 'ã') }), { mailLimitKb: 400 })).toEqual([]);
    expect(texts(found(mailed({ html: many(300 * 1024) })))[0]).toMatch(
      /^the mail "Orders" has 301 KB and the account sends 200; .* mail_limit_kb/,
    );
  });

  it('has a subject, recipients and files that one message takes', () => {
    expect(codes(mailed({ subject: many(250), to: recipients(49), cc: ['b'] }))).toEqual([]);
    expect(codes(mailed({ subject: many(251) }))).toEqual(['subject-too-long']);
    expect(codes(mailed({ to: recipients(50), cc: ['b'] }))).toEqual(['too-many-recipients']);
    const file = { name: 'a.csv', mimeType: 'text/csv', content: many(13 * 1024 * 1024) };
    expect(codes(mailed({ attachments: [file] }))).toEqual([]);
    expect(codes(mailed({ attachments: [file, file] }))).toEqual(['attachment-too-large']);
  });
});

describe('a spreadsheet', () => {
  it('has no cell longer than it takes; the place is named', () => {
    expect(codes({ tables: [table([['', many(50_000)]])] })).toEqual([]);
    const [problem] = found({
      tables: [
        table([
          ['', ''],
          ['', many(50_001)],
        ]),
      ],
    });
    expect(problem).toMatchObject({ code: 'cell-too-long', tab: 'orders', cell: 'B3' });
    const books = [{ broker: 'Aurora', tables: [table([[many(50_001), '']])] }];
    expect(codes({ brokerBooks: books })).toEqual(['cell-too-long']);
  });

  it('has no more cells than it takes, those of the other tabs included, and no broker’s has', () => {
    const rows = Array.from({ length: 9 }, () => ['', '']);
    expect(codes({ tables: [table(rows)] }, { cellsBeside: 10_000_000 - 20 })).toEqual([]);
    expect(codes({ tables: [table(rows)] }, { cellsBeside: 10_000_000 - 19 })).toEqual(['book-too-large']);
    const long = Array.from({ length: 5_000_000 }, () => ['', '']);
    const books = [{ broker: 'Aurora', tables: [table(long)] }];
    expect(texts(found({ brokerBooks: books }))).toEqual([
      'the spreadsheet of Aurora would have 10,000,002 cells and takes 10,000,000; set fill_lines to few-lines, or let the broker allocate by averages',
    ]);
  });
});

describe('the journal', () => {
  it('has room to note the run beside those that wait', () => {
    expect(codes({}, { waitingRuns: MOST_WAITING - 1 })).toEqual([]);
    expect(codes({}, { waitingRuns: MOST_WAITING })).toEqual(['too-many-waiting']);
  });
});

describe('a stage beyond a limit', () => {
  it('is refused, and nothing is written, stored or sent', () => {
    const desk = sampleDesk({ mail_limit_kb: '1' }, '2024-11-08T10:15:00');
    const tabs = JSON.stringify(
      [...desk.book.tabs].filter(([tab]) => ['orders', '_state', '_pending'].includes(tab)),
    );
    const report = apply(desk.services, initialOrders());
    expect(report.status).toBe('refused');
    expect(report.problems[0]).toContain('KB and the account sends 1; a Workspace account sends 400');
    expect(desk.mails).toEqual([]);
    expect(desk.runs.size).toBe(0);
    expect(
      JSON.stringify([...desk.book.tabs].filter(([tab]) => ['orders', '_state', '_pending'].includes(tab))),
    ).toBe(tabs);
    expect(apply(sampleDesk({}, '2024-11-08T10:15:00').services, initialOrders()).status).toBe('applied');
  });
});
