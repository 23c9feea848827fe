// A body that stays the same, as each client takes it.
import { brotliCompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { keptBody, replyKept } from '../../../src/local/page/replies';

const script = Buffer.from('let page = 1;\n'.repeat(1_000));
const kept = keptBody('text/javascript', script, brotliCompressSync(script));
const asked = (encodings: string) => replyKept({ headers: { 'accept-encoding': encodings } }, kept);

describe('the page’s script', () => {
  it('goes as gzip to who takes nothing smaller, compressed once', () => {
    const { headers, body } = asked('gzip, deflate');
    expect(headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding', etag: kept.etag });
    expect(body.length).toBeLessThan(script.length / 10);
    expect(gunzipSync(body)).toEqual(script);
    expect(asked('gzip').body).toBe(body);
  });

  it('goes as Brotli to who takes both, and plain to who refuses both', () => {
    expect(asked('gzip, deflate, br').headers).toMatchObject({ 'content-encoding': 'br' });
    const plain = asked('gzip;q=0, br;q=0');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body).toEqual(script);
  });
});
