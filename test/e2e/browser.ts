// One Chromium for the end-to-end tests and the screenshots: CHROMIUM_PATH, else the one from npm, else an installed Chrome.
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { packedChromium } from '../chromium';

export async function launchBrowser(): Promise<Browser> {
  const path = process.env.CHROMIUM_PATH;
  if (path) return chromium.launch({ executablePath: path });
  if (process.platform !== 'linux') return chromium.launch({ channel: 'chrome' });
  const { executable, fonts } = packedChromium();
  return chromium.launch({ executablePath: executable, args: ['--no-sandbox'], env: withFonts(fonts) });
}

/** A bare machine has no Arial: the font that comes with the browser stands in, before whatever else there is. */
function withFonts(folder: string): Record<string, string> {
  const config = join(tmpdir(), 'desk-fonts', 'fonts.conf');
  mkdirSync(join(tmpdir(), 'desk-fonts'), { recursive: true });
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
