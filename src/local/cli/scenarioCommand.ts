// What npm run scenario does with its words: plays one scenario on the bundle, prints the result and says all else.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FORMS, readWords, UsageError } from '../../../build/commandLine.cjs';
import { readScenario, ScenarioError } from './scenarioFile';
import { playScenario } from './scenarioPlay';
import { decodedFile } from './textFile';

const USAGE = 'Usage: npm run scenario -- FILE.json [--out DIR]';

interface Wish {
  readonly file: string;
  readonly out: string | null;
}

function readWish(args: readonly string[], cwd: string): Wish {
  try {
    const { values, words } = readWords(FORMS.scenario, args, { words: true });
    const [file, ...more] = words;
    if (file === undefined || more.length > 0) throw new UsageError('Name one scenario file.');
    return { file: resolve(cwd, file), out: values.out === undefined ? null : resolve(cwd, values.out) };
  } catch (error) {
    throw new ScenarioError(`${error instanceof Error ? error.message : String(error)} ${USAGE}`);
  }
}

function readFile(file: string): string {
  try {
    return decodedFile(readFileSync(file));
  } catch (error) {
    throw new ScenarioError(`cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new ScenarioError(
      `nothing was played: --out ${folder} cannot be made (${error instanceof Error ? error.message : String(error)})`,
    );
  }
}

/** @returns the exit code */
function keepResult(file: string, text: string, say: Console['say']): number {
  try {
    writeFileSync(file, `${text}\n`);
    return 0;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    say(`The result is printed, and could not be kept as ${file}: ${why}`);
    return 1;
  }
}

/** Where the command stands and speaks. */
export interface Console {
  /** The checkout. */
  readonly root: string;
  /** Of which file names are told. */
  readonly cwd: string;
  readonly say: (line: string) => void;
  /** The result's one document. */
  readonly print: (text: string) => void;
}

/** @returns 0 = the script ran to its end, whatever the stages said; 2 = the file cannot be played; 1 = the laptop's own fault */
export async function scenarioCommand(
  args: readonly string[],
  { root, cwd, say, print }: Console,
): Promise<number> {
  let file = '';
  try {
    const wish = readWish(args, cwd);
    file = `${wish.file}: `;
    const scenario = readScenario(readFile(wish.file));
    // Before it is played: what came of it would be lost.
    if (wish.out !== null) makeFolder(wish.out);
    const result = await playScenario(scenario, { root, bundleDir: join(root, 'build/out'), tell: say });
    const text = JSON.stringify(result, null, 2);
    print(text);
    return wish.out === null ? 0 : keepResult(join(wish.out, 'result.json'), text, say);
  } catch (error) {
    if (!(error instanceof ScenarioError)) {
      say(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return 1;
    }
    for (const each of error.message.split('\n')) say(`${file}${each}`);
    return 2;
  }
}
