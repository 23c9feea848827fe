import { describe, expect, it } from '@jest/globals';
import { findBrowser, type Machine } from '../src/local/host/pdf/browser';

const machine = (platform: string, there: readonly string[], more: Partial<Machine> = {}): Machine => ({
  platform,
  arch: 'arm64',
  env: {},
  exists: (path) => there.includes(path),
  ...more,
});

describe('the browser of the tests', () => {
  it('is the one that CHROMIUM_PATH names, and no other where that is missing', () => {
    const env = { CHROMIUM_PATH: '/opt/own' };
    const own = { kind: 'path', executable: '/opt/own' };
    expect(findBrowser(machine('linux', ['/opt/own'], { env, arch: 'x64' }))).toEqual(own);
    const elsewhere = machine('linux', ['/usr/bin/chromium'], { env, arch: 'x64' });
    expect(findBrowser(elsewhere)).toEqual({
      kind: 'none',
      why: 'CHROMIUM_PATH names /opt/own, where nothing is',
    });
  });

  it('is npm’s build where that runs', () => {
    expect(findBrowser(machine('linux', [], { arch: 'x64' }))).toEqual({ kind: 'packed' });
    expect(findBrowser(machine('linux', [])).kind).toBe('none');
  });

  it.each<[string, string, Machine['env']]>([
    ['linux', '/usr/bin/chromium', {}],
    ['linux', '/snap/bin/chromium', {}],
    ['darwin', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', {}],
    ['darwin', '/home/ana/Applications/Chromium.app/Contents/MacOS/Chromium', { HOME: '/home/ana' }],
    ['win32', 'C:\\Programs\\Microsoft\\Edge\\Application\\msedge.exe', { ProgramFiles: 'C:\\Programs' }],
  ])('on %s is found at %s', (platform, executable, env) => {
    expect(findBrowser(machine(platform, [executable], { env }))).toEqual({ kind: 'path', executable });
  });
});
