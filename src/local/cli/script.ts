// npm start -- --script DIR: a script of one's own with its spreadsheet in the browser, and no Google account.
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type Host, nextFiring, openHost, openJournal, openMail, realClock } from '../host';
import { openScreen, type Served, servePage } from '../page';
import { type Options, UsageError } from './options';
import { openOwnWarehouse } from './ownWarehouse';
import { whenEnded } from './serve';

export interface ScriptDesk {
  readonly served: Served;
  readonly functions: readonly string[];
  close(): Promise<void>;
}

/** @param dir where the spreadsheet, the mails and the tables lie */
export async function openScript(
  script: string,
  dir: string,
  {
    slow,
    consumer = false,
    print,
  }: { readonly slow: boolean; readonly consumer?: boolean; readonly print: (line: string) => void },
): Promise<ScriptDesk> {
  if (!existsSync(script) || !readdirSync(script, { recursive: true, encoding: 'utf8' }).some(isScript))
    throw new UsageError(`--script ${script}: no .js or .gs file is there.`);
  const opened: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const end of opened.splice(0).reverse()) await end();
  };
  const opening = async <T extends { close(): Promise<unknown> }>(part: Promise<T>): Promise<T> => {
    const open = await part;
    opened.push(() => open.close());
    return open;
  };
  try {
    const clock = realClock;
    mkdirSync(dir, { recursive: true });
    const own = await openOwnWarehouse(join(dir, 'warehouse.duckdb'), clock.now);
    const warehouse = await opening(Promise.resolve(own.warehouse));
    const journal = openJournal(dir);
    const mail = await opening(openMail({ dir: join(dir, 'outbox'), clock, journal, consumer }));
    const screen = openScreen();
    const host = await opening(
      openHost({
        dir,
        bundleDir: script,
        clock,
        journal,
        mail,
        warehouse,
        slow,
        ui: screen,
        name: basename(script),
        strictMail: true,
      }),
    );
    for (const { file, aside } of [...own.losses, ...journal.losses])
      print(
        `${file} ${aside === null ? 'is gone' : `could not be read; it lies in ${aside} now`}, and what it held is missing.`,
      );
    const served = await opening(servePage(host, { clock }, { screen }));
    const ticking = setInterval(fireDue(host, print), TICK_MS);
    opened.push(async () => clearInterval(ticking));
    return { served, functions: host.functions(), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Clock triggers are looked at this often, by the real clock. */
const TICK_MS = 20_000;
const ZONE = 'America/Sao_Paulo';

function fireDue(host: Host, print: (line: string) => void): () => void {
  let seen = realClock.now();
  return () => {
    const now = realClock.now();
    for (const trigger of host.triggers()) {
      const at = nextFiring(trigger, seen, ZONE);
      if (at === null || at > now) continue;
      host
        .call(trigger.handler, [{ authMode: 'FULL', triggerUid: trigger.id }], { trigger: true })
        .catch((error) =>
          print(`${trigger.handler}: ${error instanceof Error ? error.message : String(error)}`),
        );
    }
    seen = now;
  };
}

const isScript = (name: string): boolean => /\.(js|gs)$/.test(name);

/** Keeps what the script makes in `.local` inside its folder, unless --dir names another. */
export async function runScript(
  { script, dir, slow, consumer, serve }: Options,
  cwd: string,
  print: (line: string) => void,
): Promise<number> {
  const folder = resolve(cwd, script ?? '');
  const kept = dir === '.local' ? join(folder, '.local') : resolve(cwd, dir);
  const desk = await openScript(folder, kept, { slow, consumer, print });
  print(`${basename(folder)}: ${desk.functions.length} functions; what it makes lies in ${kept}`);
  if (!serve) {
    await desk.close();
    return 0;
  }
  print(`\nIts spreadsheet is open at ${desk.served.url} (Ctrl+C closes it)`);
  await whenEnded(desk.close);
  return 0;
}
