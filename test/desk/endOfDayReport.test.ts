// The report on its way: once, with the allocation; again as a new version; completed when the NAV is known; and without a PDF.
import { describe, expect, it } from '@jest/globals';
import { makeReport } from '../../src/desk/look/endOfDayReport';
import { acceptOdd } from '../../src/desk/person/accept';
import * as runner from '../../src/desk/run/runner';
import { verbatim } from '../../src/language/message';
import { closingNav, finalAllocation, initialOrders, primaryUnits } from '../../src/stages/stages';
import { apply } from '../fakes/run';
import { said } from '../fakes/said';
import { AURORA, MERIDIAN, twoBrokers } from '../fixtures/twoBrokers';
import { AT, DATE, fill, HASH11, MIDDAY_FILL } from '../fixtures/workedDay';

const HTML = `${DATE}/end-of-day_${DATE}_v1.html`;
const PDF = `${DATE}/end-of-day_${DATE}_v1.pdf`;

/** Up to the moment before the allocation: units at 62.50, and fills of both brokers. */
function evening() {
  const { desk, services } = twoBrokers(AURORA, MERIDIAN);
  apply(services, initialOrders());
  desk.world.now = AT.midday;
  desk.world.fills = [MIDDAY_FILL];
  apply(services, primaryUnits('all', true));
  desk.world.fills = [
    MIDDAY_FILL,
    { ...fill('M1', 'BUY', 10_000, 62.6, `${DATE}T15:00:00`), broker: 'Meridian' },
    { ...fill('M2', 'BUY', 500, 62.7, `${DATE}T15:10:00`), broker: 'Meridian', status: 'BUSTED' as const },
  ];
  desk.world.now = AT.evening;
  const reports = () => desk.mails.filter(({ subject }) => subject.includes('end of day'));
  return { desk, services, reports };
}

describe('the end-of-day report', () => {
  it('goes once with the allocation, as mail and as two files whose links the log has', () => {
    const { desk, services, reports } = evening();
    const { files, links } = apply(services, finalAllocation());
    expect(files).toEqual(expect.arrayContaining([HTML, PDF]));
    expect(links).toHaveLength(2);
    expect(reports()).toHaveLength(1);
    expect(reports()[0]?.to).toEqual(['traders@desk.example']);
    expect(desk.book.records('log').at(-1)?.details).toContain(
      `report ${PDF}: https://drive.desk.example/${PDF}`,
    );
    expect(apply(services, finalAllocation()).status).toBe('unchanged');
    expect(reports()).toHaveLength(1);
  });

  it('counts each broker’s fills against the iNAV of its instruction, and busted ones not at all', () => {
    const { services, reports } = evening();
    apply(services, finalAllocation());
    const text = (reports()[0]?.text ?? '').replace(/ +/g, ' ');
    // 60,000 shares at 62.40 and 10,000 at 62.60, all ordered at an iNAV of 62.50.
    expect(text).toContain('Aurora 3,744,000.00 -6,000.00 -16.0');
    expect(text).toContain('Meridian 626,000.00 1,000.00 16.0');
    expect(text).toContain('Of the buys, dearest was Meridian (lost R$ 1,000.00, 16.0 bps), cheapest Aurora');
    expect(text).toContain(
      'Shares were bought at the exchange R$ 5,000.00 below the iNAV when they were ordered (11.4 bps).',
    );
    const bust =
      '1 fill of BUY HASH11 at Meridian over R$ 31,350.00 was busted: traded at 15:10, heard of at 18:30';
    expect(text).toMatch(new RegExp(`Bust ${bust.replace('$', '\\$')}.* 18:30`));
    expect(text).toContain(`Bust: ${bust}`);
    expect(text).toContain('Rounds: 0 of 3 rounds of the adjustment cycle ran');
  });

  it('tells of units at the official NAV once it is known: in the files, with no second mail', () => {
    const { desk, services, reports } = evening();
    apply(services, finalAllocation());
    expect(desk.files.get(HTML)).toContain('No official NAV is published yet');
    const { length } = desk.mails;
    desk.world.quotes = [{ ...HASH11, officialNav: 63.125 }];
    desk.world.now = `${DATE}T19:30:00`;
    expect(apply(services, closingNav()).files).toEqual([HTML, PDF]);
    expect(desk.mails).toHaveLength(length);
    expect(reports()).toHaveLength(1);
    // Seven units of R$ 1.25 million settle at one per cent more than they were asked for at.
    const [row] = desk.book.records('primary-requests').filter(({ units }) => Number(units) > 0);
    const units = desk.book.records('primary-requests').reduce((sum, each) => sum + Number(each.units), 0);
    expect(row).toBeDefined();
    const document = desk.files.get(HTML) ?? '';
    expect(document).not.toContain('No official NAV');
    expect(document).toContain(
      `Units lost R$\u00a0${(units * 12_500).toLocaleString('en-US')}.00 against the iNAV`,
    );
    expect(document).toContain('(100.0 bps)');
  });

  it('is made again by whoever asks for it, and shown, though nothing is new', () => {
    const { desk, services } = evening();
    expect(makeReport(services).html).toBeNull();
    apply(services, finalAllocation());
    desk.files.clear();
    const { html, run } = makeReport(services);
    expect(html).toContain('End of day');
    expect(run.links.map(said)).toHaveLength(2);
    expect([...desk.files.keys()]).toEqual([HTML, PDF]);
    expect(run.mails).toBe(0);
  });

  it('of a later allocation is another version, and the first stays', () => {
    const { desk, services, reports } = evening();
    apply(services, finalAllocation());
    desk.world.fills = [...desk.world.fills, fill('F9', 'BUY', 1_000, 62.5, `${DATE}T16:30:00`)];
    apply(services, finalAllocation());
    expect(reports().map(({ subject }) => /v\d(?: \(REPLACES v1\))?/.exec(subject)?.[0])).toEqual([
      'v1',
      'v2 (REPLACES v1)',
    ]);
    expect([...desk.files.keys()].filter((name) => name.endsWith('.pdf'))).toEqual([
      PDF,
      PDF.replace('_v1', '_v2'),
    ]);
  });

  it('goes though no PDF can be made: the HTML is there, and the warning says so', () => {
    const { desk, services, reports } = evening();
    const why = verbatim('Conversion from text/html to application/pdf failed.');
    const files = {
      save: (file: Parameters<typeof services.files.save>[0]) =>
        file.madeOf === 'html' ? ({ kind: 'not-made', why } as const) : services.files.save(file),
    };
    const { status, warnings, links, files: listed } = apply({ ...services, files }, finalAllocation());
    expect(status).toBe('applied');
    // What is listed as written is what was written.
    expect(listed.filter((name) => name.endsWith('.pdf'))).toEqual([]);
    expect(listed.map((name) => name.replace(/.*\//, ''))).toContain(HTML.replace(/.*\//, ''));
    expect(warnings.join()).toContain(`${PDF} was not made (Conversion from text/html`);
    expect(links).toHaveLength(1);
    expect(desk.files.has(HTML)).toBe(true);
    expect(reports()).toHaveLength(1);
  });

  it('names what was accepted, and by whom', () => {
    const { desk, services, reports } = evening();
    desk.world.fills = [MIDDAY_FILL];
    apply(services, finalAllocation());
    expect(reports()[0]?.subject).toContain('PENDING');
    expect(reports()[0]?.text).toContain('Missing: Meridian has instructions and no fill of it is known');
    acceptOdd(services, { code: 'silent-broker', subject: 'Meridian', reason: 'it was asked' });
    const { html } = makeReport(services);
    expect(html).toContain('COMPLETE');
    expect(html).toContain('a broker that reported nothing: Meridian');
    expect(html).toContain('it was asked');
    expect(html).toContain('trader@desk.example');
  });

  it('is confirmed minutes after it was previewed: when something was fetched is no news', () => {
    const { desk, services } = evening();
    const { hash } = runner.preview(services, finalAllocation());
    desk.world.now = `${DATE}T18:52:00`;
    const report = runner.apply(services, finalAllocation(), hash);
    expect(report.status).toBe('applied');
  });
});
