import { describe, expect, it } from '@jest/globals';
import * as sharing from '../../src/desk/brokers/sharing';
import { type PrintedSharingPlan, printedPlan, printedSharing } from '../../src/desk/brokers/sharingReport';
import { printedLine } from '../../src/desk/log/report';
import { preview } from '../../src/desk/run/runner';
import { msg } from '../../src/language/message';
import { initialOrders } from '../../src/stages/stages';
import { apply } from '../fakes/run';
import { texts } from '../fakes/said';
import { AURORA, MERIDIAN, twoBrokers } from '../fixtures/twoBrokers';

const INBOX_BROKER = { ...MERIDIAN, account_codes: '', fills_from: 'inbox' };

/** As an English reader has it. */
const read = <T extends Pick<PrintedSharingPlan, 'problems'>>(report: T) => ({
  ...report,
  problems: report.problems.map(printedLine),
});
type Services = Parameters<typeof sharing.previewSharing>[0];
const previewSharing = (services: Services) => read(printedPlan(sharing.previewSharing(services), 'en'));
const shareWithBrokers = (services: Services, hash: string | null) =>
  read(printedSharing(sharing.shareWithBrokers(services, hash), 'en'));
const previewStopSharing = (services: Services, broker: string | null) =>
  read(printedPlan(sharing.previewStopSharing(services, broker), 'en'));
const stopSharing = (services: Services, broker: string | null, hash: string | null) =>
  read(printedSharing(sharing.stopSharing(services, broker, hash), 'en'));

describe('sharing with brokers', () => {
  it('says who gets to see what before anything happens', () => {
    const { books, services } = twoBrokers(AURORA, INBOX_BROKER);
    expect(previewSharing(services)).toMatchObject({
      problems: [],
      lines: [
        'Aurora, orders and allocation: a new spreadsheet',
        'Aurora, orders and allocation: mesa@aurora.example reads (new)',
        'Aurora, orders and allocation: etf@aurora.example reads (new)',
        'Meridian, orders and allocation: a new spreadsheet',
        'Meridian, orders and allocation: desk@meridian.example reads (new)',
        'Meridian, inbox for fills: a new spreadsheet',
        'Meridian, inbox for fills: desk@meridian.example edits (new)',
      ],
    });
    expect(books.calls).toEqual([]);
  });

  it('gives brokers their own spreadsheet to read and their inbox to edit, without a mail from Drive', () => {
    const { books, services } = twoBrokers(AURORA, INBOX_BROKER);
    const { hash } = previewSharing(services);
    expect(shareWithBrokers(services, hash)).toMatchObject({
      status: 'applied',
      headline: '3 spreadsheets shared: 4 people new, 0 as before, 0 removed',
      problems: [],
    });
    expect(books.readers('Aurora')).toEqual([
      'orders mesa@aurora.example reader',
      'orders etf@aurora.example reader',
    ]);
    expect(books.readers('Meridian')).toEqual([
      'orders desk@meridian.example reader',
      'fills desk@meridian.example writer',
    ]);
    expect(books.calls.filter((call) => call.includes('with a mail'))).toEqual([]);
  });

  it('lets Drive write to them where the setting says so', () => {
    const { desk, books, services } = twoBrokers();
    desk.book.fill('settings', [{ key: 'share_notification', value: 'yes' }]);
    shareWithBrokers(services, null);
    expect(books.calls).toContain('grant Aurora/orders mesa@aurora.example reader with a mail');
  });

  it('writes the content before anybody new may open it', () => {
    const { books, services } = twoBrokers();
    apply(services, initialOrders());
    shareWithBrokers(services, null);
    expect(books.calls.filter((call) => call.includes('Aurora'))).toEqual([
      'open Aurora/orders',
      'write Aurora',
      'grant Aurora/orders mesa@aurora.example reader',
      'grant Aurora/orders etf@aurora.example reader',
    ]);
    expect(books.records('Aurora', 'orders')).toHaveLength(1);
  });

  it('done twice changes nobody’s access', () => {
    const { books, services } = twoBrokers(AURORA, INBOX_BROKER);
    shareWithBrokers(services, null);
    const before = books.calls.filter((call) => /grant|revoke/.test(call)).length;
    expect(shareWithBrokers(services, null).headline).toBe(
      '3 spreadsheets shared: 0 people new, 4 as before, 0 removed',
    );
    expect(books.calls.filter((call) => /grant|revoke/.test(call))).toHaveLength(before);
  });

  it('takes access away from whoever left the tab, was let in by hand, or may do too much', () => {
    const { desk, books, services } = twoBrokers();
    shareWithBrokers(services, null);
    const aurora = { broker: 'Aurora', kind: 'orders' } as const;
    books.spreadsheets
      .get('Aurora/orders')
      ?.grants.push({ id: 'link', address: null, who: msg('anyone with the link'), role: 'reader' });
    books.grant(aurora, 'boss@aurora.example', 'writer', false);
    desk.book.fill('brokers', [{ ...AURORA, emails: 'MESA@aurora.example, boss@aurora.example', share: 1 }]);
    expect(previewSharing(services).lines).toEqual([
      'Aurora, orders and allocation: etf@aurora.example no longer reads',
      'Aurora, orders and allocation: anyone with the link no longer reads',
      'Aurora, orders and allocation: boss@aurora.example no longer edits',
      'Aurora, orders and allocation: boss@aurora.example reads (new)',
      'Aurora, orders and allocation: MESA@aurora.example reads (as before)',
      'Meridian, orders and allocation: desk@meridian.example no longer reads',
    ]);
    shareWithBrokers(services, null);
    expect(books.readers('Aurora')).toEqual([
      'orders mesa@aurora.example reader',
      'orders boss@aurora.example reader',
    ]);
    expect([books.readers('Meridian'), books.shared()]).toEqual([[], ['Aurora']]);
  });

  it('keeps whoever edits the desk’s own spreadsheet as an editor, so that any of them can run a stage', () => {
    const { books, services } = twoBrokers();
    books.editors.push('ana@desk.example');
    shareWithBrokers(services, null);
    expect(books.readers('Meridian')).toEqual([
      'orders desk@meridian.example reader',
      'orders ana@desk.example writer',
    ]);
    stopSharing(services, 'Meridian', null);
    expect(books.readers('Meridian')).toEqual(['orders ana@desk.example writer']);
  });

  it('refuses an address that would see two brokers, or the desk itself', () => {
    const { books, services } = twoBrokers(
      { ...AURORA, emails: 'ana@desk.example' },
      {
        ...MERIDIAN,
        emails: 'ANA@desk.example',
      },
    );
    books.editors.push('ana@desk.example');
    const { status, problems } = shareWithBrokers(services, null);
    expect([status, books.calls]).toEqual(['refused', []]);
    expect(problems).toEqual([
      "brokers: ana@desk.example of Aurora may edit the desk's own spreadsheet and sees everything; take that away first",
      "brokers: ANA@desk.example of Meridian may edit the desk's own spreadsheet and sees everything; take that away first",
    ]);
    books.editors.length = 0;
    expect(shareWithBrokers(services, null).problems).toEqual([
      'brokers: ANA@desk.example stands at Aurora and at Meridian and would see what both do; give each its own',
    ]);
  });

  it('refuses an address that reads the desk’s own spreadsheet', () => {
    const { books, services } = twoBrokers();
    books.viewers.push('DESK@meridian.example');
    const { status, problems } = shareWithBrokers(services, null);
    expect([status, books.calls]).toEqual(['refused', []]);
    expect(problems).toEqual([
      "brokers: desk@meridian.example of Meridian may read the desk's own spreadsheet and sees everything; take that away first",
    ]);
  });

  it('is doubted by every stage once the tab says something else, until it is shared again', () => {
    const { desk, services } = twoBrokers();
    const doubts = () =>
      texts(preview(services, initialOrders()).warnings.filter(({ code }) => code === 'sharing-changed'));
    expect(doubts()).toEqual([]);
    shareWithBrokers(services, null);
    expect(doubts()).toEqual([]);
    desk.book.fill('brokers', [{ ...AURORA, emails: 'mesa@aurora.example', share: 1 }]);
    expect(doubts()).toEqual([
      'brokers: the spreadsheet of Aurora is shared with other addresses than its emails; use Trading > Brokers > Share with brokers',
      'brokers: Meridian stands there no more and its spreadsheet is still shared; use Trading > Brokers > Share with brokers',
    ]);
    shareWithBrokers(services, null);
    expect(doubts()).toEqual([]);
    stopSharing(services, null, null);
    desk.book.fill('brokers', [{ ...AURORA, emails: 'other@aurora.example', share: 1 }]);
    expect(doubts()).toEqual([]);
  });

  it('is doubted by every stage after Drive did not do all of it, until it has', () => {
    const { desk, books, services } = twoBrokers(AURORA, INBOX_BROKER);
    const doubts = () =>
      texts(preview(services, initialOrders()).warnings.filter(({ code }) => code === 'sharing-changed'));
    const unsure = (broker: string) =>
      `brokers: not all of what was asked for the sharing of ${broker} could be done: somebody may see what is not meant for them, or not see it yet; use Trading > Brokers again`;
    books.refused.add('etf@aurora.example');
    shareWithBrokers(services, null);
    expect(doubts()).toEqual([unsure('Aurora')]);
    books.refused.clear();
    shareWithBrokers(services, null);
    expect(doubts()).toEqual([]);
    // A trader who left reads on; and of a broker that left the tab, whose spreadsheet does not answer, nobody knows who does.
    books.refused.add('mesa@aurora.example');
    books.broken.add('Meridian');
    desk.book.fill('brokers', [{ ...AURORA, emails: 'etf@aurora.example', share: 1 }]);
    shareWithBrokers(services, null);
    expect(doubts()).toEqual([unsure('Aurora'), unsure('Meridian')]);
    books.refused.clear();
    // Also once nothing is written to brokers any more.
    stopSharing(services, null, null);
    expect([books.shared(), books.readers('Meridian').length, doubts()]).toEqual([
      [],
      2,
      [unsure('Meridian')],
    ]);
    books.broken.clear();
    stopSharing(services, null, null);
    expect([books.readers('Meridian'), doubts()]).toEqual([[], []]);
  });

  it('does not do what was not shown', () => {
    const { desk, books, services } = twoBrokers();
    const { hash } = previewSharing(services);
    desk.book.fill('brokers', [AURORA, { ...MERIDIAN, emails: 'other@meridian.example' }]);
    expect(shareWithBrokers(services, hash)).toMatchObject({ status: 'changed' });
    expect(books.calls).toEqual([]);
  });

  it('goes on past an address that Drive refuses and a spreadsheet that does not answer, and names both', () => {
    const { books, services } = twoBrokers();
    books.refused.add('etf@aurora.example');
    books.broken.add('Meridian');
    const { headline, problems } = shareWithBrokers(services, null);
    expect(headline).toMatch(/; 1 step failed$/);
    expect(problems).toEqual([
      'Meridian, orders and allocation: Drive does not answer',
      'Aurora, orders and allocation: etf@aurora.example got no access (Drive knows no Google account etf@aurora.example)',
    ]);
    expect(books.readers('Aurora')).toEqual(['orders mesa@aurora.example reader']);
  });

  it('leaves who had access in the log and in the warehouse', () => {
    const { desk, services } = twoBrokers();
    shareWithBrokers(services, null);
    stopSharing(services, 'Aurora', null);
    const [share, stop] = desk.book.records('log').slice(-2);
    expect(share).toMatchObject({ stage: 'share-brokers', user: 'trader@desk.example' });
    expect(share?.details).toContain('Meridian, orders and allocation: desk@meridian.example reads (new)');
    expect(stop).toMatchObject({
      stage: 'stop-sharing',
      headline: 'sharing of 1 spreadsheet stopped: 2 people removed',
    });
    expect(stop?.details).toContain('Aurora, orders and allocation: mesa@aurora.example no longer reads');
    expect(desk.runLog.map(({ stage }) => stage)).toEqual(['share-brokers', 'stop-sharing']);
  });
});

describe('stop sharing', () => {
  it('says who loses what, then takes it away with one broker or with all', () => {
    const { books, services } = twoBrokers(AURORA, INBOX_BROKER);
    shareWithBrokers(services, null);
    const plan = previewStopSharing(services, 'Meridian');
    expect(plan.lines).toEqual([
      'Meridian, orders and allocation: desk@meridian.example no longer reads',
      'Meridian, inbox for fills: desk@meridian.example no longer edits',
    ]);
    stopSharing(services, 'Meridian', plan.hash);
    expect([books.readers('Meridian'), books.readers('Aurora').length]).toEqual([[], 2]);
    stopSharing(services, null, null);
    expect(books.readers('Aurora')).toEqual([]);
  });

  it('writes nothing more to it, even where Drive would not take a permission away', () => {
    const { books, services } = twoBrokers();
    shareWithBrokers(services, null);
    books.refused.add('mesa@aurora.example');
    const { problems } = stopSharing(services, null, null);
    expect(problems).toEqual([
      'Aurora, orders and allocation: mesa@aurora.example could not be removed (The user does not have sufficient permissions)',
    ]);
    apply(services, initialOrders());
    expect(books.records('Aurora', 'orders')).toEqual([]);
  });

  it('says with whom anything is shared when the name is another', () => {
    const { services } = twoBrokers();
    expect(stopSharing(services, null, null).problems).toEqual(['nothing is shared with any broker']);
    shareWithBrokers(services, null);
    expect(previewStopSharing(services, 'Auroro')).toMatchObject({
      hash: null,
      problems: ['nothing is shared with "Auroro"; write one of Aurora, Meridian'],
    });
  });
});
