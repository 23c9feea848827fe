// An ISIN with a wrong character would name another security.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseIsin } from '../../src/domain/isin';
import { inWords } from '../fakes/inWords';

const OURS = [
  'BRHASHCTF018',
  'BRBITHCTF004',
  'BRETHECTF007',
  'BRSOLHCTF003',
  'BRDEFICTF006',
  'BRWEB3CTF005',
  'BRMETACTF013',
];

describe('the ISINs of the desk and of other markets', () => {
  it.each([...OURS, 'US0378331005', 'GB0002634946', 'DE000BAY0017'])('%s is valid', (isin) => {
    expect(parseIsin(isin)).toEqual({ ok: true, value: isin });
    expect(parseIsin(` ${isin.toLowerCase()}\u00a0`)).toEqual({ ok: true, value: isin });
  });
});

describe('an ISIN is refused, with what to write instead', () => {
  it.each([
    ['BRHASHCTF019', 'BRHASHCTF01 should end in 8'],
    ['BRHASHCTF01', 'two letters for the country'],
    ['BRHASHCTF0188', 'two letters for the country'],
    ['1RHASHCTF018', 'two letters for the country'],
    ['HASH11', 'write it like BRHASHCTF018'],
    ['', 'a blank cell is not an ISIN'],
    [null, 'a blank cell is not an ISIN'],
    [11, '11 is not an ISIN'],
  ])('%p', (cell, reason) => {
    expect(inWords(parseIsin(cell))).toEqual({ ok: false, reason: expect.stringContaining(reason) });
  });

  it('when any one digit of it is changed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...OURS),
        fc.nat({ max: 11 }),
        fc.integer({ min: 1, max: 9 }),
        (isin, at, step) => {
          fc.pre(/\d/.test(isin.charAt(at)));
          const digit = String((Number(isin.charAt(at)) + step) % 10);
          expect(parseIsin(isin.slice(0, at) + digit + isin.slice(at + 1)).ok).toBe(false);
        },
      ),
    );
  });

  it('when two neighbouring digits are exchanged, except 0 and 9', () => {
    expect(parseIsin('US0378331005').ok).toBe(true);
    expect(parseIsin('US0738331005').ok).toBe(false);
    expect(parseIsin('US0378313005').ok).toBe(false);
  });
});
