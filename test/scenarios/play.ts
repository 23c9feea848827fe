// Plays the scenarios of this folder (names.ts says which) in one process of its own, where the spreadsheet engine is loaded once:
// node build/run.mjs test/scenarios/play.ts OUT
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readScenario } from '../../src/local/cli/scenarioFile';
import { playScenario } from '../../src/local/cli/scenarioPlay';
import { playedNames } from './names';

const [, , out = ''] = process.argv;
const root = process.cwd();
const folder = join(root, 'test/scenarios');

async function main(): Promise<void> {
  for (const name of playedNames(folder)) {
    const file = `${name}.json`;
    const scenario = readScenario(readFileSync(join(folder, file), 'utf8'));
    const result = await playScenario(scenario, { root, bundleDir: join(root, 'build/out') });
    writeFileSync(join(out, file), JSON.stringify(result));
  }
}

main().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
