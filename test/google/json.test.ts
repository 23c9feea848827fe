// Numbers that a number cannot hold come out as they were written; everything else as JSON.parse has it.
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseJson } from '../../src/google/json';

it('keeps long integers as text and leaves the digits in strings and decimals alone', () => {
  expect(
    parseJson('{"a":9007199254740993,"b":"9007199254740993","c":-12345678901234567,"d":1234567890123456.5}'),
  ).toEqual({
    a: '9007199254740993',
    b: '9007199254740993',
    c: '-12345678901234567',
    d: 1234567890123456.5,
  });
  expect(parseJson('["\\"12345678901234567", 12345678901234567]')).toEqual([
    '"12345678901234567',
    '12345678901234567',
  ]);
});

it('refuses what is no JSON', () => {
  for (const text of [
    '{"a":0001234567890123456}',
    '[1234567890123456789',
    '1234567890123456 2',
    '"1234567890123456',
  ])
    expect(() => parseJson(text)).toThrow();
});

it('is JSON.parse for whatever has no long integer', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      if (!/\d{16}/.test(text)) expect(parseJson(text)).toEqual(JSON.parse(text));
      const padded = `[${text},"1234567890123456"]`;
      if (!/(?<!["\d.])-?[1-9]\d{15,}(?![\d.eE])/.test(text))
        expect(parseJson(padded)).toEqual(JSON.parse(padded));
    }),
  );
});
