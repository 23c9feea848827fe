// npm run scenario -- FILE.json [--out DIR]: plays one scenario on the bundle; the result goes to stdout, all else to stderr.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readScenario, ScenarioError } from './scenarioFile';
import { playScenario } from './scenarioPlay';

const USAGE = 'npm run scenario -- FILE.json [--out DIR]';

interface Wish {
  readonly file: string;
  readonly out: string | null;
}

function readWish(args: readonly string[], cwd: string): Wish {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { out: { type: 'string' } },
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Error('name one scenario file');
    return { file: resolve(cwd, file), out: values.out === undefined ? null : resolve(cwd, values.out) };
  } catch (error) {
    throw new ScenarioError(`${error instanceof Error ? error.message : String(error)}: ${USAGE}`);
  }
}

function readFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ScenarioError(`cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** 0 = the script ran to its end, whatever the stages said; 2 = the file cannot be played; 1 = the laptop's own fault. */
async function main(args: readonly string[]): Promise<number> {
  const root = process.cwd();
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  let file = '';
  try {
    const wish = readWish(args, process.env.INIT_CWD ?? root);
    file = `${wish.file}: `;
    const scenario = readScenario(readFile(wish.file));
    const result = await playScenario(scenario, { root, bundleDir: join(root, 'build/out'), tell: say });
    const text = `${JSON.stringify(result, null, 2)}\n`;
    if (wish.out !== null) {
      mkdirSync(wish.out, { recursive: true });
      writeFileSync(join(wish.out, 'result.json'), text);
    }
    process.stdout.write(text);
    return 0;
  } catch (error) {
    if (!(error instanceof ScenarioError)) {
      say(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return 1;
    }
    for (const each of error.message.split('\n')) say(`${file}${each}`);
    return 2;
  }
}

// The reader has closed the pipe, as `| head` does.
process.stdout.on('error', () => process.exit());

main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
