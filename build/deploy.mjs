// npm run deploy [-- options of the build]: builds, looks whether anything is missing, pushes. Each step ends it where it fails.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(fileURLToPath(import.meta.url), '..', '..');

function step(command, ...args) {
  const { status, error } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32' && command === 'npx',
  });
  if (error) console.error(`${command} cannot be started: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

step(process.execPath, 'build/bundle.mjs', ...process.argv.slice(2));
step(process.execPath, 'build/run.mjs', 'build/doctor.ts');
// --force: without it an unattended push leaves a changed manifest out, says so and ends well.
step('npx', '--no-install', 'clasp', 'push', '--force');
