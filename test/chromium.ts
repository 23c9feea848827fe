// The browser that comes from npm, unpacked once into the temporary folder. The package itself writes it where others
// look for it: a test that starts meanwhile runs half a file. Here it appears whole, by a rename.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface PackedChromium {
  readonly executable: string;
  readonly fonts: string;
}

const PACKAGE = join('node_modules', '@sparticuz', 'chromium', 'package.json');
/** In a process of its own: the package is an ES module, and takes its folder from the environment. */
const UNPACK = "import('@sparticuz/chromium').then((it) => it.default.executablePath())";

export function packedChromium(): PackedChromium {
  const { version } = JSON.parse(readFileSync(PACKAGE, 'utf8'));
  const folder = join(tmpdir(), `chromium-${version}`);
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
