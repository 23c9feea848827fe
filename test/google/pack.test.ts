import { beforeEach, describe, expect, it } from '@jest/globals';
import { pack, unpack } from '../../src/google/pack';
import { installFakes } from './fakes';

beforeEach(() => {
  installFakes();
});

describe('a packed text', () => {
  it.each(['', 'R$ 1.234,56 – ação 🙂', 'x'.repeat(100_000)])('is itself again', (text) => {
    expect(unpack(pack(text))).toBe(text);
  });

  it('is far shorter where it repeats itself, and plain letters', () => {
    const packed = pack('HASH11,C,1000,62.40\n'.repeat(5_000));
    expect(packed.length).toBeLessThan(2_000);
    expect(packed).toMatch(/^[A-Za-z0-9+/=.]+$/);
  });

  it('is cut where a blob would be too large, never through a character', () => {
    const text = `${'a'.repeat(7_999_999)}🙂${'b'.repeat(10)}`;
    const packed = pack(text);
    expect(packed.split('.')).toHaveLength(2);
    expect(unpack(packed)).toBe(text);
  });
});
