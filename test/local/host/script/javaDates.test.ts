import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatJavaDate, parseJavaDate } from '../../../../src/local/host/script/javaDates';

const ZONE = 'America/Sao_Paulo';
const MOMENT = Date.UTC(2024, 10, 8, 17, 5, 9, 42);

describe('dates in Java patterns', () => {
  it.each([
    ['yyyy-MM-dd', '2024-11-08'],
    ["yyyy-MM-dd'T'HH:mm:ss.SSS", '2024-11-08T14:05:09.042'],
    ['dd/MM/yy H:m:s', '08/11/24 14:5:9'],
    ['EEE, d MMM yyyy', 'Fri, 8 Nov 2024'],
    ['EEEE MMMM', 'Friday November'],
    ['hh:mm a', '02:05 PM'],
    ['Z', '-0300'],
    ['XXX', '-03:00'],
    ["D 'o''clock'", "313 o'clock"],
    ['u', '5'],
    ['yyyyMMddHHmmss', '20241108140509'],
  ])('%s shows %s in São Paulo', (pattern, shown) => {
    expect(formatJavaDate(MOMENT, ZONE, pattern)).toBe(shown);
  });

  it('are shown in the zone that is asked for', () => {
    expect(formatJavaDate(MOMENT, 'Asia/Tokyo', 'yyyy-MM-dd HH:mm')).toBe('2024-11-09 02:05');
    expect(formatJavaDate(MOMENT, 'GMT-3', 'HH:mm XXX')).toBe('14:05 -03:00');
    expect(formatJavaDate(MOMENT, 'GMT', 'HH:mmX')).toBe('17:05Z');
    expect(formatJavaDate(Date.UTC(2018, 11, 1), ZONE, 'HH')).toBe('22');
  });

  it('refuse what is not built instead of guessing', () => {
    expect(() => formatJavaDate(MOMENT, ZONE, 'G')).toThrow('not implemented locally: the date pattern G');
    expect(() => formatJavaDate(MOMENT, ZONE, "yyyy'")).toThrow('open quote');
    expect(() => formatJavaDate(Number.NaN, ZONE, 'yyyy')).toThrow('invalid date');
    expect(() => parseJavaDate('Nov', ZONE, 'MMM')).toThrow('not implemented locally');
  });

  it('are read back by the pattern that wrote them', () => {
    const patterns = [
      'yyyy-MM-dd HH:mm:ss.SSS',
      'yyyyMMddHHmmssSSS',
      "d/M/yyyy'T'H:m:s.S",
      'yyyy-MM-dd HH:mm:ss.SSS XXX',
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2090, 0, 1) }),
        fc.constantFrom(...patterns),
        (moment, pattern) => {
          expect(parseJavaDate(formatJavaDate(moment, ZONE, pattern), ZONE, pattern)).toBe(moment);
        },
      ),
    );
  });

  it('name the text that does not fit', () => {
    expect(() => parseJavaDate('08.11.2024', ZONE, 'dd/MM/yyyy')).toThrow('Cannot parse "08.11.2024"');
  });
});
