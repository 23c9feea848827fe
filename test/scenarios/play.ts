// Plays every scenario of this folder in one process of its own, where the spreadsheet engine is loaded once:
// node build/run.mjs test/scenarios/play.ts OUT
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readScenario } from '../../src/local/cli/scenarioFile';
import { playScenario } from '../../src/local/cli/scenarioPlay';

const [, , out = ''] = process.argv;
const root = process.cwd();
const folder = join(root, 'test/scenarios');

async function main(): Promise<void> {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const scenario = readScenario(readFileSync(join(folder, file), 'utf8'));
    const result = await playScenario(scenario, { root, bundleDir: join(root, 'build/out') });
    writeFileSync(join(out, file), JSON.stringify(result));
  }
}

main().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
