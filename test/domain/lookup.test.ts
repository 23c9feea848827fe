import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lookup, once } from '../../src/domain/lookup';

describe('rows looked up by a key', () => {
  it('are those that looking through the list finds, in its order', () => {
    const row = fc.record({ key: fc.option(fc.constantFrom('a', 'b', '', '__proto__')), n: fc.nat() });
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const by = lookup((each: (typeof rows)[number]) => each.key);
        for (const key of ['a', 'b', '', '__proto__', 'none', null])
          expect(by(rows, key)).toEqual(rows.filter((each) => each.key === key));
      }),
    );
  });

  it('cost one look at each row, however often they are asked for', () => {
    let looks = 0;
    const by = lookup((n: number) => {
      looks += 1;
      return String(n);
    });
    const rows = Array.from({ length: 1_000 }, (_, n) => n);
    for (const n of rows) expect(by(rows, String(n))).toEqual([n]);
    expect(looks).toBe(1_000);
    // Another list is another one, whatever it holds.
    expect(by([...rows, 7], '7')).toEqual([7, 7]);
  });
});

describe('what follows from a list', () => {
  it('is worked out once, also when it is nothing', () => {
    let times = 0;
    const work = once((list: readonly number[]) => {
      times += 1;
      return list[0];
    });
    const empty: readonly number[] = [];
    expect([work(empty), work(empty), work([3])]).toEqual([undefined, undefined, 3]);
    expect(times).toBe(2);
  });
});
