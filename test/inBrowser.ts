// What a test that needs a browser imports in place of Jest's own: without one its tests are skipped, counted, and told why.
import * as jest from '@jest/globals';
import { findBrowser } from '../src/local/host/pdf/browser';

const found = findBrowser();
const isThere = found.kind !== 'none';
if (found.kind === 'none')
  process.stderr.write(`Tests in a browser are skipped (Jest counts them): ${found.why}.\n`);

const never = (): void => undefined;

export const describe = isThere ? jest.describe : jest.describe.skip;
export const it = isThere ? jest.it : jest.it.skip;
export const beforeAll = isThere ? jest.beforeAll : never;
export const afterAll = isThere ? jest.afterAll : never;
export const beforeEach = isThere ? jest.beforeEach : never;
export const afterEach = isThere ? jest.afterEach : never;
