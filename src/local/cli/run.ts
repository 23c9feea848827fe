// One npm start from options to exit code: folder, world, morning, day, summary.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readSample } from '../market';
import { type ImportReport, readTakenUp, type TakenUp } from './answers';
import { checkBegins } from './closedDay';
import { DEFAULT_SEED, type DeskFolder, openFolder } from './folder';
import { languageOf } from './languageOf';
import { isOutboxForeign, tellLosses } from './losses';
import { type OwnFiles, prepareBook } from './morning';
import { HELP, LostError, type Options, readOptions, UsageError } from './options';
import { listOwn } from './ownEtfs';
import { checkFree } from './ownWarehouse';
import { type Paint, type Screen, screenOf } from './paint';
import { EXIT, isLeftToReader, layOut, type Played, playAndSum } from './played';
import { heading, ownEtfLines } from './print';
import { runScript } from './script';
import { serve } from './serve';
import { decodedFile } from './textFile';
import { codeOf, troubleOf } from './troubles';
import type { Words } from './words';
import { keepWorkbook, workbookIn } from './workbook';
import type { OpenWorld, World } from './world';

export interface Surroundings {
  /** The checkout: sample and bundle lie there, and .local by default. */
  readonly root: string;
  /** Where the reader stands: their own paths start there. */
  readonly cwd: string;
  readonly paint: Paint;
  readonly print: (line: string) => void;
  readonly openWorld: OpenWorld;
}

/** In both languages at once: which one the desk speaks may not be known yet. */
const STOPPED = {
  kept:
    'Stopped: what was done is kept, npm start goes on from there; of a mail that was just going out it may ask you. / ' +
    'Interrompido: o que foi feito está guardado; de um e-mail que estava saindo, o npm start pode perguntar.',
  dryRun: 'Stopped: the copy is deleted, nothing is kept. / Interrompido: a cópia foi apagada.',
} as const;

export async function run(args: readonly string[], around: Surroundings): Promise<number> {
  let desk: string | null = null;
  try {
    const options = readOptions(args);
    if (options === null) {
      around.print(HELP);
      return 0;
    }
    if (options.script !== null) return await runScript(options, around.cwd, around.print);
    desk = deskIn(options, around);
    return await runDesk(options, desk, around);
  } catch (error) {
    around.print(around.paint.bad(troubleOf(error, desk)));
    if (error instanceof LostError) return EXIT.lost;
    return error instanceof UsageError ? EXIT.usage : EXIT.problems;
  }
}

const deskIn = ({ dir }: Options, { root, cwd }: Surroundings): string =>
  dir === '.local' ? join(root, '.local') : resolve(cwd, dir);

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one way through, at each step of which it may end
async function runDesk(options: Options, wanted: string, around: Surroundings): Promise<number> {
  const own = readOwnFiles(options, around.cwd);
  if (options.fresh || options.empty) await checkFree(join(wanted, 'warehouse.duckdb'));
  const sample = readSample(join(around.root, 'src/local/market/sample'));
  const bundleDir = join(around.root, 'build/out');
  const { openWorld } = around;
  await checkBegins(options, {
    dir: wanted,
    bundleDir,
    seed: options.seed ?? DEFAULT_SEED,
    sample,
    openWorld,
  });
  const folder = openFolder({ ...options, dir: wanted });
  if (folder.begun === 'empty' && (options.funds !== null || options.trades !== null))
    throw new UsageError(
      `The desk in ${wanted} began empty: import the files from its menu, or add --fresh.`,
    );
  const onSignal = (): void => {
    folder.discard();
    around.print(options.dryRun ? STOPPED.dryRun : STOPPED.kept);
    process.exit(130);
  };
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal).once('SIGHUP', onSignal);
  const isBegun = folder.state !== 'laid out';
  try {
    const world = await openWorld({
      dir: folder.dir,
      bundleDir,
      date: options.date,
      seed: folder.seed,
      slow: options.slow,
      consumer: options.consumer,
      user: options.as,
      sample,
      isLaidOut: !isBegun,
      hasBook: !isBegun && folder.begun !== 'empty',
      isPlayed: !isLeftToReader(options, folder),
    });
    try {
      const before = screenOf(around.paint, await languageOf(world.desk, sample));
      around.print(heading(world.date, folder.seed, options.dryRun, before));
      if (folder.before !== null) around.print(before.words.keptBefore(folder.before));
      // Nobody but its reader fills a book that began empty.
      const imported =
        folder.begun === 'empty'
          ? null
          : await prepareBook(world, sample, own, { isBegun, dir: wanted, date: world.date });
      await world.desk.save();
      const screen = screenOf(around.paint, await languageOf(world.desk, sample));
      if (imported !== null && !tellImport(imported, around)) return EXIT.problems;
      for (const line of ownEtfLines(await listOwn(world, folder.dir), screen)) around.print(line);
      if (isBegun) folder.laidOut();
      const played = await playOn(world, folder, options, { ...around, screen, isBegun });
      let isStale = false;
      const keep = async (): Promise<void> => {
        const why = await keepWorkbook(world, folder.dir);
        isStale = why !== null;
        if (why !== null) around.print(around.paint.bad(screen.words.notKept(workbookIn(folder.dir), why)));
      };
      const isServed = options.serve && !options.dryRun && !isOutboxForeign(world);
      // Where nothing has happened since it was kept, the reader need not wait for the same file.
      const isKept = isServed && played.runs.length === 0 && existsSync(workbookIn(folder.dir));
      if (!options.dryRun && !isKept) await keep();
      if (isServed) {
        process.off('SIGINT', onSignal).off('SIGTERM', onSignal).off('SIGHUP', onSignal);
        await serve(
          world,
          (url) => around.print(`\n${screen.words.open(url)}`),
          async () => {
            await keep();
            around.print(screen.words.closed);
          },
        );
      }
      return isStale && played.code === EXIT.asAsked ? EXIT.problems : played.code;
    } finally {
      await world.close();
    }
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal).off('SIGHUP', onSignal);
    folder.discard();
  }
}

/** @returns whether anything of the files could be taken */
function tellImport({ funds, trades, problems }: ImportReport, { print, paint }: Surroundings): boolean {
  const isTaken = funds + trades > 0;
  for (const problem of problems) print(isTaken ? paint.quiet(problem) : paint.bad(problem));
  return isTaken;
}

/** Says what the desk lacks and finishes what is half-way; then goes on with the day, or has a person look first. */
async function playOn(
  world: World,
  folder: DeskFolder,
  options: Options,
  { screen, isBegun, ...around }: Surroundings & { readonly screen: Screen; readonly isBegun: boolean },
): Promise<Played> {
  const lost = tellLosses(world, folder, around.print, screen);
  if (lost > 0) return { code: EXIT.lost, runs: [] };
  // What is half-way is finished by a desk that knows what it has done.
  const held = isBegun ? 0 : await takeUp(world, around, screen.words);
  if (held > 0) return { code: EXIT.held, runs: [] };
  const shown = { print: around.print, screen };
  return isLeftToReader(options, folder)
    ? layOut(world, folder, shown)
    : playAndSum(world, folder.dir, options, shown);
}

/** A desk that was cut off goes on where it was. @returns how many problems keep something half-way */
async function takeUp(world: World, { print, paint }: Surroundings, words: Words): Promise<number> {
  if (!world.desk.book.tabs().includes('settings')) return 0;
  const { runIds, steps, problems, ended } = await takenUp(world);
  for (const runId of runIds) print(words.finished(runId));
  for (const step of steps) print(words.cutOff(step));
  for (const each of [...ended, ...problems]) print(paint.bad(each));
  if (problems.length > 0) print(paint.bad(words.held));
  return problems.length;
}

async function takenUp({ desk }: World): Promise<TakenUp> {
  try {
    return readTakenUp((await desk.call('takeUpDay')).value);
  } catch (error) {
    // What cannot even be read is a person's to look at; the desk opens all the same.
    return {
      runIds: [],
      steps: [],
      ended: [],
      problems: [error instanceof Error ? error.message : String(error)],
    };
  }
}

const readOwnFiles = ({ funds, trades }: Options, cwd: string): OwnFiles => ({
  fundsJson: funds === null ? null : readOwn('--funds', resolve(cwd, funds)),
  tradesCsv: trades === null ? null : readOwn('--trades', resolve(cwd, trades)),
});

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'its permissions forbid it',
  ELOOP: 'its links lead back to themselves',
};

function readOwn(option: string, file: string): string {
  try {
    return decodedFile(readFileSync(file));
  } catch (error) {
    const reason = REASONS[codeOf(error) ?? ''] ?? (error instanceof Error ? error.message : String(error));
    throw new UsageError(`${option} ${file} cannot be read: ${reason}.`);
  }
}
