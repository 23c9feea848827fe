// What is handed over for a day that is over is asked as the open day's fills are, before anything is allocated anew.
import { describe, expect, it } from '@jest/globals';
import { parseTypedPrice } from '../../src/domain/readFigures';
import { apply } from '../fakes/run';
import { said } from '../fakes/said';
import { correction, dayAfter } from '../fixtures/dayAfter';
import { DATE } from '../fixtures/workedDay';

const HEADERS = 'fill_id,broker,asset,side,quantity,price,time';
const late = (quantity: string, price: string, time = `${DATE}T11:30:00`): string =>
  `${HEADERS}\nL9,Aurora,HASH11,BUY,${quantity},${price},${time}`;

const corrected = (rows: string, reason?: string) => {
  const desk = dayAfter();
  const report = apply(desk.services, correction(rows, reason));
  return { status: report.status, said: [...report.problems, ...report.warnings].join('\n') };
};

describe('a late fill of a day that is over', () => {
  it('at ten times or a tenth of the iNAV stops the correction', () => {
    for (const price of ['624', '6.24', '6.2400']) {
      const { status, said: found } = corrected(late('100', price));
      expect(status).toBe('refused');
      expect(found).toMatch(/looks like a factor of 10; correct the row or/);
    }
  });

  it('beyond what its broker was allowed stops it', () => {
    for (const quantity of ['4000000', '400000']) {
      const { status, said: found } = corrected(late(quantity, '62.4'));
      expect(status).toBe('refused');
      expect(found).toContain('and its largest cap that day was');
    }
  });

  it('is accepted where the reason names it with its figure, and not with a longer one', () => {
    const words = 'Aurora BUY HASH11 L9 price 624';
    expect(corrected(late('100', '624'), 'the broker insists').status).toBe('refused');
    expect(corrected(late('100', '624'), `${words}0`).status).toBe('refused');
    const { status, said: found } = corrected(late('100', '624'), `the broker insists: ${words}`);
    expect(status).toBe('applied');
    expect(found).toContain('the correction’s reason accepts it');
  });

  it('is not asked about what nobody changed: an ordinary one passes', () => {
    expect(corrected(late('100', '62.40')).status).toBe('applied');
  });

  it('of another day’s time is refused', () => {
    const { status, said: found } = corrected(late('100', '62.4', '2024-11-11T11:30:00'));
    expect(status).toBe('refused');
    expect(found).toContain('the time is of 2024-11-11 and the correction of 2024-11-08');
  });

  it('with a price of two readings is refused with both', () => {
    const { status, said: found } = corrected(late('100', '6.240'));
    expect(status).toBe('refused');
    expect(found).toContain('can be read as R$ 6.24 or as R$ 6,240.00; write 6.24 or 6240.00');
    const read = parseTypedPrice('62,505');
    expect(read.ok ? '' : said(read.reason)).toContain('write 62.5050 or 62505.00');
    expect(parseTypedPrice('62,5050')).toEqual({ ok: true, value: 62.505 });
  });
});
