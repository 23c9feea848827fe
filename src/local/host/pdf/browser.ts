// The browser of this machine, for documents, tests and screenshots: CHROMIUM_PATH, else npm's build where it runs, else an installed one.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix, win32 } from 'node:path';
import type * as Playwright from 'playwright-core';

/** Where a browser is looked for: the machine's own, unless a test says otherwise. */
export interface Machine {
  readonly platform: string;
  readonly arch: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (path: string) => boolean;
}

export type Found =
  | { readonly kind: 'path'; readonly executable: string }
  | { readonly kind: 'packed' }
  | { readonly kind: 'none'; readonly why: string };

const THIS: Machine = {
  platform: process.platform,
  arch: process.arch,
  env: process.env,
  exists: existsSync,
};

export function findBrowser({ platform, arch, env, exists }: Machine = THIS): Found {
  const named = env.CHROMIUM_PATH;
  // What was named is never replaced by another one: a run would not be what somebody thinks it was.
  if (named)
    return exists(named)
      ? { kind: 'path', executable: named }
      : { kind: 'none', why: `CHROMIUM_PATH names ${named}, where nothing is` };
  if (platform === 'linux' && arch === 'x64') return { kind: 'packed' };
  const executable = installedAt(platform, env).find(exists);
  return executable === undefined
    ? {
        kind: 'none',
        why: 'no Chrome, Edge or Chromium was found; CHROMIUM_PATH names one that lies elsewhere',
      }
    : { kind: 'path', executable };
}

/** Where the three are installed, the most common first. */
function installedAt(platform: string, env: Machine['env']): readonly string[] {
  if (platform === 'darwin') {
    const apps = ['Google Chrome', 'Microsoft Edge', 'Chromium'];
    const roots = ['/Applications', ...(env.HOME ? [posix.join(env.HOME, 'Applications')] : [])];
    return apps.flatMap((app) => roots.map((root) => `${root}/${app}.app/Contents/MacOS/${app}`));
  }
  if (platform === 'win32') {
    const roots = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter((root) => !!root);
    const programs = [
      'Google/Chrome/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
      'Chromium/Application/chrome.exe',
    ];
    return programs.flatMap((program) => roots.map((root) => win32.join(root ?? '', program)));
  }
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'];
  return names.flatMap((name) =>
    ['/usr/bin', '/usr/local/bin', '/snap/bin'].map((root) => `${root}/${name}`),
  );
}

/** @throws Error that says where a browser was looked for */
export async function launchBrowser(): Promise<Playwright.Browser> {
  const found = findBrowser();
  if (found.kind === 'none') throw new Error(`A browser is needed: ${found.why}.`);
  // Loaded when it is needed: a fifth of a second and sixty megabytes, for the one document of a day.
  const { chromium }: typeof Playwright = require('playwright-core');
  // Made for containers, where nobody may make a sandbox.
  const args = process.platform === 'linux' ? ['--no-sandbox'] : [];
  if (found.kind === 'path') return chromium.launch({ executablePath: found.executable, args });
  const { executable, fonts } = packedChromium();
  return chromium.launch({ executablePath: executable, args, env: withFonts(fonts) });
}

const PACKAGE = join('node_modules', '@sparticuz', 'chromium', 'package.json');
/** In a process of its own: the package is an ES module, and takes its folder from the environment. */
const UNPACK = "import('@sparticuz/chromium').then((it) => it.default.executablePath())";

/** Each user of a machine has folders of their own: nobody may run, or write, what another's lies in. */
const ownFolder = (name: string): string => join(tmpdir(), `${name}-${process.getuid?.() ?? 'own'}`);

/**
 * The browser that comes from npm, unpacked once into the temporary folder. The package itself writes it where others look for
 * it: a test that starts meanwhile runs half a file. Here it appears whole, by a rename.
 */
function packedChromium(): { readonly executable: string; readonly fonts: string } {
  const { version } = JSON.parse(readFileSync(PACKAGE, 'utf8'));
  const folder = ownFolder(`chromium-${version}`);
  if (!existsSync(folder)) {
    const fresh = mkdtempSync(`${folder}.`);
    execFileSync(process.execPath, ['-e', UNPACK], { env: { ...process.env, TMPDIR: fresh } });
    try {
      renameSync(fresh, folder);
    } catch {
      // Another worker was faster, and its copy is as good.
      rmSync(fresh, { recursive: true });
    }
  }
  return { executable: join(folder, 'chromium'), fonts: join(folder, 'fonts') };
}

/** A bare machine has no Arial: the font that comes with the browser stands in, before whatever else there is. */
function withFonts(folder: string): Record<string, string> {
  const config = join(ownFolder('desk-fonts'), 'fonts.conf');
  mkdirSync(ownFolder('desk-fonts'), { recursive: true });
  const prefer = ['Arial', 'sans-serif', 'system-ui'].map(
    (name) =>
      `<alias binding="strong"><family>${name}</family><prefer><family>Open Sans</family></prefer></alias>`,
  );
  writeFileSync(
    config,
    `<?xml version="1.0"?><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>` +
      `<dir>${folder}</dir>${prefer.join('')}</fontconfig>`,
  );
  const kept = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return { ...Object.fromEntries(kept), FONTCONFIG_FILE: config };
}
