import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decode, encode, Marked, markedRef } from '../../../../src/local/host/script/wire';

describe('values on the wire', () => {
  it('arrive as they were sent: any JSON, every double, dates', () => {
    const leaf = fc.oneof(
      fc.string(),
      fc.boolean(),
      fc.constant(null),
      fc.double(),
      fc.date({ noInvalidDate: true }),
    );
    const tree = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.array(tie('any')),
        fc.dictionary(fc.string(), tie('any'), { noNullPrototype: true }),
      ),
    })).any;
    fc.assert(
      fc.property(tree, (sent) => {
        expect(decode(encode(sent))).toEqual(sent);
      }),
    );
  });

  it('keep their place in an array when they are undefined', () => {
    expect(decode(encode([1, undefined, 3]))).toEqual([1, null, 3]);
  });

  it('may be references, revived on the other side', () => {
    const sent = { sheets: [new Marked('Sheet', { sheet: '7' })] };
    const revived = decode(encode(sent, markedRef), ({ kind, data }) => `${kind} ${JSON.stringify(data)}`);
    expect(revived).toEqual({ sheets: ['Sheet {"sheet":"7"}'] });
  });
});
