import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { epochOfSerial, isDateFormat, serialOf } from '../../../../src/local/host/book/serial';
import { epochOf, offsetAt, utcOf, wallTime } from '../../../../src/local/host/book/zone';

const ZONE = 'America/Sao_Paulo';
const HOUR = 3_600_000;

describe('spreadsheet dates', () => {
  it('count days since 30 December 1899 on the wall clock of the book', () => {
    expect(serialOf(Date.UTC(2024, 10, 8, 3), ZONE)).toBe(45604);
    expect(serialOf(Date.UTC(2024, 10, 8, 15), ZONE)).toBe(45604.5);
    expect(serialOf(Date.UTC(2024, 10, 8), 'UTC')).toBe(45604);
  });

  it('know the summer time that São Paulo had until 2019', () => {
    expect(offsetAt(Date.UTC(2018, 11, 1), ZONE)).toBe(-2 * HOUR);
    expect(offsetAt(Date.UTC(2024, 11, 1), ZONE)).toBe(-3 * HOUR);
  });

  it('come back to the millisecond', () => {
    const epochs = fc.integer({ min: Date.UTC(1920, 0, 1), max: Date.UTC(2199, 0, 1) });
    fc.assert(
      fc.property(epochs, fc.constantFrom('UTC', ZONE, 'Asia/Tokyo'), (epoch, zone) => {
        const back = epochOfSerial(serialOf(epoch, zone), zone);
        // An hour that the clock shows twice reads as the first of the two.
        expect([0, HOUR, HOUR / 2]).toContain(Math.abs(back - epoch));
        expect(wallTime(back, zone)).toEqual(wallTime(epoch, zone));
      }),
    );
  });

  it('take the later moment where the clock skips midnight, as it did on 4 November 2018', () => {
    const midnight = utcOf({ year: 2018, month: 11, day: 4, hour: 0, minute: 0, second: 0, millisecond: 0 });
    expect(wallTime(epochOf(midnight, ZONE), ZONE)).toMatchObject({ day: 4, hour: 1 });
  });

  it.each(['yyyy-mm-dd', 'dd/MM/yyyy H:mm', 'h:mm AM/PM', '[h]:mm', 'd'])(
    'are told by the format %s',
    (format) => {
      expect(isDateFormat(format)).toBe(true);
    },
  );

  it.each(['', '@', 'General', '0.00', '#,##0', '0%', '0.00E+00', '"day" 0', '[Red]0', '"R$" #,##0.00'])(
    'are not meant by the format "%s"',
    (format) => {
      expect(isDateFormat(format)).toBe(false);
    },
  );
});
