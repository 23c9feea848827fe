// Mail, one by one: one that certainly did not go is named and can be sent, one in doubt waits for a person, the rest goes.
import { describe, expect, it } from '@jest/globals';
import { missingFromFetch, writeLastFetch } from '../../src/desk/fills/lastFetch';
import { pendingMarks } from '../../src/desk/journal/pending';
import { LIMITS } from '../../src/desk/limits';
import { sendMails } from '../../src/desk/mails/sendMails';
import { mailsToSettle, releaseMails, runsToRelease, settleMail } from '../../src/desk/person/repair';
import { tick } from '../../src/desk/schedule/tick';
import { utf8Length } from '../../src/domain/bytes';
import { verbatim } from '../../src/language/message';
import { initialOrders, primaryUnits, status } from '../../src/stages/stages';
import { effort } from '../effort';
import { copyDesk } from '../fakes/copyDesk';
import { Killed, type MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { said } from '../fakes/said';
import { sampleDesk } from '../fakes/sampleDesk';
import { openedDay } from '../fixtures/openedDay';
import { AT, DATE, MIDDAY_FILL, workedDay } from '../fixtures/workedDay';

const opened = (): MemoryDesk => {
  const desk = openedDay();
  desk.mails.length = 0;
  return desk;
};
const primary = (desk: MemoryDesk) => apply(desk.services, primaryUnits('all', true));
const recipients = (desk: MemoryDesk) => desk.mails.map(({ to }) => to.join(', '));
const badAddress = (to: string) => (desk: MemoryDesk) => {
  desk.world.mailFault = (mail) =>
    mail.to.includes(to) ? { why: verbatim(`Invalid email: ${to}`), noQuota: false } : null;
};

describe('a mail that certainly did not go', () => {
  const refused = (): MemoryDesk => {
    const desk = opened();
    badAddress('lotes@serra.example')(desk);
    const report = primary(desk);
    expect(report).toMatchObject({ status: 'held', mails: 1 });
    expect(report.problems).toEqual([
      '1 mail did not go: "Mesa de ETFs | 08/11/2024 | Pedidos de integralização e resgate: HASH11" to lotes@serra.example, traders@desk.example at 12:30 (Invalid email: lotes@serra.example); the others did. Send it to another address, or say that its recipient knows, under Trading > Repair > Mails that did not go',
    ]);
    return desk;
  };

  it('is named and in no doubt, and the rest goes', () => {
    const desk = refused();
    expect(recipients(desk)).toEqual(['mesa@aurora.example']);
    expect(mailsToSettle(desk.services).map((mail) => mail.status)).toEqual(['refused']);
    expect(apply(desk.services, status()).status).toBe('held');
    expect(recipients(desk)).toEqual(['mesa@aurora.example']);
  });

  it('is sent to another address, and the day goes on', () => {
    const desk = refused();
    const [open] = mailsToSettle(desk.services);
    const id = open?.id ?? '';
    expect(() => settleMail(desk.services, id, 'nobody')).toThrow(
      '"nobody" is no answer: write done, again, or the address to send it to',
    );
    expect(said(settleMail(desk.services, id, 'lotes2@serra.example'))).toMatch(
      /was sent to lotes2@serra.example instead$/,
    );
    expect(() => settleMail(desk.services, id, 'lotes2@serra.example')).toThrow('is settled already');
    expect(recipients(desk)).toEqual(['mesa@aurora.example', 'lotes2@serra.example']);
    expect(apply(desk.services, status()).status).not.toBe('held');
    expect(pendingMarks(desk.services.journal)).toEqual([]);
    expect(primary(desk).status).toBe('unchanged');
  });

  it('goes with the next run once what refused it is mended, or never where its recipient knows', () => {
    for (const [answer, count] of [
      ['again', 2],
      ['done', 1],
    ] as const) {
      const desk = refused();
      desk.world.mailFault = () => null;
      settleMail(desk.services, mailsToSettle(desk.services)[0]?.id ?? '', answer);
      apply(desk.services, status());
      expect([answer, desk.mails.length, pendingMarks(desk.services.journal)]).toEqual([answer, count, []]);
    }
  });

  it('for want of quota waits and is no failure, also where the quota was asked wrongly', () => {
    const desk = opened();
    desk.world.mailFault = () => ({ why: verbatim('Service invoked too many times'), noQuota: true });
    expect(primary(desk).problems).toEqual([expect.stringContaining('2 mails to 4 recipients wait')]);
    expect(mailsToSettle(desk.services)).toEqual([]);
    desk.world.mailFault = () => null;
    expect(apply(desk.services, status()).status).not.toBe('held');
    expect(desk.mails).toHaveLength(2);
  });
});

it('an error in the middle of a mail brings that one into doubt and no other', () => {
  const desk = opened();
  desk.world.mailFault = () => new Error('Service error: Mail');
  expect(primary(desk).problems).toEqual([expect.stringMatching(/^it is not known whether .* went out/)]);
  const doubts = mailsToSettle(desk.services);
  expect(doubts.map((mail) => mail.status)).toEqual(['sending']);
  const id = doubts[0]?.id ?? '';
  expect(() => settleMail(desk.services, id, 'x@desk.example')).toThrow('may have gone');
  desk.world.mailFault = () => null;
  settleMail(desk.services, id, 'done');
  apply(desk.services, status());
  expect(desk.mails).toHaveLength(1);
});

describe('marks', () => {
  it('of five thousand mails fit into the properties, refusals of any length among them', () => {
    const desk = workedDay();
    desk.world.mailQuota = 1e9;
    desk.world.mailFault = ({ subject }) =>
      subject.endsWith('00') ? { why: verbatim('x'.repeat(60_000)), noQuota: false } : null;
    const mails = Array.from({ length: 5_000 }, (_, n) => ({
      key: `${DATE} ${'long '.repeat(2_000)} ${n}`,
      message: {
        to: ['a@broker.example'],
        cc: [],
        subject: `${n}`,
        text: '',
        html: '',
        attachments: [],
      },
    }));
    const { sent, refused } = sendMails(desk.services, mails);
    expect([sent, refused.length]).toEqual([4_951, 49]);
    const sizes = [...desk.properties].map(([key, value]) => utf8Length(key) + utf8Length(value));
    expect(Math.max(...sizes)).toBeLessThan(LIMITS.propertyBytes);
    // Room for another day of them, and for all else.
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(LIMITS.propertyStoreBytes * 0.7);
    expect(sendMails(desk.services, mails).sent).toBe(0);
  });

  it('of runs, and what a look at the feed found, fit whatever the names of families, brokers and fills are', () => {
    const desk = workedDay();
    const { journal } = desk.services;
    const long = 'Ação '.repeat(4_000);
    writeLastFetch(journal, DATE, {
      at: null,
      missing: Array.from({ length: 30 }, (_, n) => ({
        code: 'vanished-fill',
        subject: `${n} ${long}`,
        text: verbatim(long),
        who: 'trader' as const,
      })),
    });
    expect(missingFromFetch(journal, DATE)).toHaveLength(1);
    desk.book.fill(
      'etfs',
      desk.book.records('etfs').map((row) => ({ ...row, family: 'x'.repeat(20_000) })),
    );
    apply(desk.services, initialOrders());
    desk.world.now = AT.midday;
    desk.world.fills = [MIDDAY_FILL];
    desk.world.warehouseDown = true;
    apply(desk.services, primaryUnits('x'.repeat(20_000), true));
    expect(pendingMarks(journal)).toHaveLength(1);
    for (const [key, value] of desk.properties)
      expect([key, utf8Length(key) + utf8Length(value) < LIMITS.propertyBytes]).toEqual([key, true]);
  });

  it('outlive the day while a run waits: what was released is not sent again', () => {
    const desk = sampleDesk({ GOOGLE_CLOUD_PROJECT: 'desk-project' });
    desk.world.now = '2024-11-08T10:15:00';
    desk.world.warehouseDown = true;
    expect(apply(desk.services, initialOrders()).status).toBe('held');
    expect(runsToRelease(desk.services)).toHaveLength(1);
    releaseMails(desk.services);
    expect(said(releaseMails(desk.services))).toBe('no mails wait to be released');
    apply(desk.services, status());
    const count = desk.mails.length;
    expect(count).toBeGreaterThan(0);
    desk.world.now = '2024-11-11T10:15:00';
    expect(apply(desk.services, initialOrders()).status).toBe('held');
    releaseMails(desk.services);
    apply(desk.services, status());
    const both = desk.mails.length;
    desk.world.warehouseDown = false;
    apply(desk.services, status());
    expect(desk.mails).toHaveLength(both);
    expect(new Set(desk.mails.map(({ to, subject }) => `${to} ${subject}`)).size).toBe(both);
    expect([...desk.runs.values()].slice(0, 2)).toEqual(['initial', 'initial']);
  });
});

describe('orders of a day that is over', () => {
  /** Cut off at some call on the day before; everything may go unattended. */
  const cutOff = (call: number): MemoryDesk | null => {
    const desk = sampleDesk({ auto_send: 'initial, primary, adjustments, final' });
    desk.world.now = '2024-11-08T10:15:00';
    desk.killAt(call, 'after');
    let killed = false;
    try {
      tick(desk.services);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      killed = true;
    }
    desk.killAt(null);
    return killed ? desk : null;
  };

  it('never go on another day by themselves, wherever the run was cut off', () => {
    let waited = 0;
    for (let call = 1; ; call += effort(11, 4)) {
      const desk = cutOff(call);
      if (desk === null) break;
      const before = desk.mails.length;
      desk.world.now = '2024-11-11T10:15:00';
      const morning = copyDesk(desk);
      tick(morning.services);
      const fresh = morning.mails.slice(before);
      const friday = fresh.filter(({ subject }) => /08\/11\/2024|8 November 2024/.test(subject));
      expect([call, friday.map(({ subject }) => subject)]).toEqual([call, []]);
      waited += pendingMarks(desk.services.journal).length;
      expect([call, apply(morning.services, status()).status]).not.toEqual([call, 'held']);
    }
    expect(waited).toBeGreaterThan(effort(1, 3));
  });
});
