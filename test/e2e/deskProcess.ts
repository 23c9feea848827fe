// The desk as its reader starts it: the command line in a process of its own, on a folder of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkoutDir } from '../../src/local/host/checkout';

export interface DeskProcess {
  readonly url: string;
  /** Files of the mails sent, oldest first: number and subject. */
  outbox(): readonly string[];
  /** One of these files. */
  mail(name: string): Buffer;
  /** Ends the desk as Ctrl+C does and starts it again on the same folder. */
  restart(): Promise<DeskProcess>;
  discard(): Promise<void>;
}

/** @param option `--fresh` lays out the sample's morning, `--empty` an empty spreadsheet */
export async function startDesk(option: '--fresh' | '--empty'): Promise<DeskProcess> {
  return start(mkdtempSync(join(tmpdir(), 'desk-day-')), [option]);
}

async function start(dir: string, options: readonly string[]): Promise<DeskProcess> {
  const cli = ['build/run.mjs', 'src/local/cli/main.ts', '--dir', dir, ...options];
  const desk = spawn(process.execPath, cli, { cwd: checkoutDir(), stdio: ['ignore', 'pipe', 'pipe'] });
  const url = await address(desk);
  const end = async (): Promise<void> => {
    if (desk.exitCode !== null) return;
    const ended = new Promise((resolve) => desk.once('exit', resolve));
    desk.kill('SIGINT');
    await ended;
  };
  return {
    url,
    outbox: () =>
      readdirSync(join(dir, 'outbox'))
        .filter((name) => name.endsWith('.eml'))
        .sort(),
    mail: (name) => readFileSync(join(dir, 'outbox', name)),
    async restart() {
      await end();
      return start(dir, []);
    },
    async discard() {
      await end();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** The address that the desk prints once its page is served. */
const address = (desk: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    const listen = (text: string): void => {
      said += text;
      const [, url] = / (http:\S+) \(Ctrl\+C/.exec(said) ?? [];
      if (url) resolve(url);
    };
    desk.stdout?.setEncoding('utf8').on('data', listen);
    desk.stderr?.setEncoding('utf8').on('data', listen);
    desk.once('exit', (code) => reject(new Error(`The desk ended with ${code}:\n${said}`)));
  });
