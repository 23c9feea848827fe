// The CNPJ joins the fund file and the trades file, so a wrong one must never pass as another fund's.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseCnpj } from '../../src/domain/cnpj';
import { inWords } from '../fakes/inWords';

const ALPHABET = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const base = fc
  .string({ unit: fc.constantFrom(...ALPHABET), minLength: 12, maxLength: 12 })
  .filter((text) => new Set(text).size > 1);

const reasonOf = (cell: unknown): string => {
  const answer = inWords(parseCnpj(cell));
  return answer.ok ? `accepted as ${answer.value}` : answer.reason;
};

/** Takes the parser at its word: ends twelve characters in the digits that its reason asks for. */
const valid = (twelve: string): string => {
  const wrong = [...Array(2).keys()]
    .map((i) => reasonOf(`${twelve}0${i}`))
    .find((r) => r.includes('should end'));
  return twelve + (/should end in (\d\d);/.exec(wrong ?? '')?.[1] ?? 'none');
};

describe('a CNPJ as desks write it', () => {
  it.each([
    ['38.314.708/0001-90', '38.314.708/0001-90'],
    ['38314708000190', '38.314.708/0001-90'],
    [' 38.314.708/0001-90 ', '38.314.708/0001-90'],
    ['38.314.708 / 0001\u00a0-\u00a090\u200b', '38.314.708/0001-90'],
    ['38.314.708/0001–90', '38.314.708/0001-90'],
    ['12.ABC.345/01DE-35', '12.ABC.345/01DE-35'],
    ['12abc34501de35', '12.ABC.345/01DE-35'],
    ['00.000.000/0001-91', '00.000.000/0001-91'],
  ])('%p is %s', (cell, printed) => {
    expect(parseCnpj(cell)).toEqual({ ok: true, value: printed });
  });

  it('is the same fund however it is written', () => {
    fc.assert(
      fc.property(base, fc.nat({ max: 13 }), (twelve, at) => {
        const bare = valid(twelve);
        const printed = inWords(parseCnpj(bare));
        if (!printed.ok) throw new Error(printed.reason);
        expect(printed.value).toMatch(/^[0-9A-Z]{2}\.[0-9A-Z]{3}\.[0-9A-Z]{3}\/[0-9A-Z]{4}-[0-9]{2}$/);
        expect(parseCnpj(printed.value)).toEqual(printed);
        expect(parseCnpj(bare.toLowerCase())).toEqual(printed);
        expect(parseCnpj(`${bare.slice(0, at)}\u00a0${bare.slice(at)}`)).toEqual(printed);
      }),
    );
  });
});

describe('a CNPJ is refused, with what to write instead', () => {
  it.each([
    [38314708000190, 'is a number, but a CNPJ is text, or it loses its leading zeros'],
    [null, 'a blank cell is not a CNPJ'],
    ['', 'a blank cell is not a CNPJ'],
    ['N/A', 'it has 2 digits and letters instead of 14'],
    ['8.314.708/0001-90', 'it has 13 digits and letters instead of 14 (leading zeros may be lost)'],
    ['38.314.708/0001-9', 'it has 13 digits and letters instead of 14'],
    ['38.314.708/0001-900', 'it has 15 digits and letters instead of 14; write'],
    ['38.314.708/0001-9A', 'its last two characters digits'],
    ['383.14.708/0001-90', 'write it like 38.314.708/0001-90'],
    ['38.314.708/0001-91', '38.314.708/0001 should end in 90'],
    ['12.abc.345/01de-53', '12.ABC.345/01DE should end in 35'],
    ['00000000000000', 'repeats one character'],
    ['11.111.111/1111-11', 'repeats one character'],
  ])('%p', (cell, reason) => {
    expect(reasonOf(cell)).toContain(reason);
  });

  it('when either check digit is changed', () => {
    fc.assert(
      fc.property(base, fc.constantFrom(12, 13), fc.integer({ min: 1, max: 9 }), (twelve, at, step) => {
        const good = valid(twelve);
        const digit = String((Number(good[at]) + step) % 10);
        expect(parseCnpj(good.slice(0, at) + digit + good.slice(at + 1)).ok).toBe(false);
      }),
    );
  });

  // Modulo 11 cannot tell characters whose ASCII codes differ by 11, 22 or 33, and folds remainders 0 and 1 into one digit.
  it('when one character is changed that the scheme can tell apart', () => {
    const change = fc.tuple(base, fc.nat({ max: 11 }), fc.constantFrom(...ALPHABET));
    fc.assert(
      fc.property(change, ([twelve, at, character]) => {
        const good = valid(twelve);
        fc.pre(good[12] !== '0');
        fc.pre((character.charCodeAt(0) - good.charCodeAt(at)) % 11 !== 0);
        expect(parseCnpj(good.slice(0, at) + character + good.slice(at + 1)).ok).toBe(false);
      }),
    );
  });

  it('whatever the cell holds, without ever throwing', () => {
    fc.assert(
      fc.property(fc.anything(), (cell) => {
        expect(inWords(parseCnpj(cell))).toEqual({
          ok: false,
          reason: expect.stringContaining('38.314.708/0001-90'),
        });
      }),
    );
  });
});
