// One npm start from options to exit code: folder, world, morning, day, summary.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { saoPauloStamp } from '../host';
import { readSample } from '../market';
import { readStatus, readTakenUp, type TakenUp } from './answers';
import { playDay, type StageRun } from './day';
import { type DeskFolder, openFolder } from './folder';
import { languageOf } from './languageOf';
import { isOutboxForeign, tellLosses } from './losses';
import { type OwnFiles, prepareBook } from './morning';
import { HELP, LostError, type Options, readOptions, UsageError } from './options';
import { listOwn } from './ownEtfs';
import { checkFree } from './ownWarehouse';
import { type Paint, type Screen, screenOf } from './paint';
import {
  effort,
  heading,
  ownEtfLines,
  placeLines,
  positions,
  stageLines,
  verdict,
  warningLines,
} from './print';
import { runScript } from './script';
import { serve } from './serve';
import { decodedFile } from './textFile';
import { codeOf, troubleOf } from './troubles';
import type { Words } from './words';
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

/** What a start ends with; docs/operations.md has the table. */
const EXIT = { asAsked: 0, problems: 1, usage: 2, held: 3, lost: 4 } as const;

/** In both languages at once: which one the desk speaks may not be known yet. */
const STOPPED = {
  kept: 'Stopped: what was done is kept, npm start goes on from there. / Interrompido: o que foi feito está guardado.',
  dryRun: 'Stopped: the copy is deleted, nothing is kept. / Interrompido: a cópia foi apagada.',
} as const;

export async function run(args: readonly string[], around: Surroundings): Promise<number> {
  try {
    const options = readOptions(args);
    if (options === null) {
      around.print(HELP);
      return 0;
    }
    if (options.script !== null) return await runScript(options, around.cwd, around.print);
    return await runDesk(options, around);
  } catch (error) {
    around.print(around.paint.bad(troubleOf(error)));
    if (error instanceof LostError) return EXIT.lost;
    return error instanceof UsageError ? EXIT.usage : EXIT.problems;
  }
}

async function runDesk(options: Options, around: Surroundings): Promise<number> {
  const own = readOwnFiles(options, around.cwd);
  const wanted = options.dir === '.local' ? join(around.root, '.local') : resolve(around.cwd, options.dir);
  if (options.fresh || options.empty) await checkFree(join(wanted, 'warehouse.duckdb'));
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
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  const sample = readSample(join(around.root, 'src/local/market/sample'));
  const isBegun = folder.state !== 'laid out';
  try {
    const world = await around.openWorld({
      dir: folder.dir,
      bundleDir: join(around.root, 'build/out'),
      date: options.date,
      seed: folder.seed,
      slow: options.slow,
      user: options.as,
      sample,
      isLaidOut: !isBegun,
      hasBook: !isBegun && folder.begun !== 'empty',
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
      const isRefused = imported !== null && imported.funds + imported.trades === 0;
      const paintProblem = isRefused ? around.paint.bad : around.paint.quiet;
      for (const problem of imported?.problems ?? []) around.print(paintProblem(problem));
      if (isRefused) return EXIT.problems;
      for (const line of ownEtfLines(await listOwn(world, folder.dir), screen)) around.print(line);
      if (isBegun) folder.laidOut();
      const lost = tellLosses(world, folder, around.print, screen);
      // What is half-way is finished by a desk that knows what it has done.
      const held = isBegun || lost > 0 ? 0 : await takeUp(world, around, screen.words);
      // Nobody plays a desk on that lacks something, or that waits for a person, before that person has looked at it.
      const stopped = lost > 0 ? EXIT.lost : held > 0 ? EXIT.held : null;
      const played =
        stopped !== null
          ? { code: stopped, runs: [] }
          : isLeftToReader(options, folder)
            ? layOut(world, folder, around, screen.words)
            : await playAndSum(world, folder.dir, options, { ...around, screen });
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
        process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
        await serve(world, (url) => around.print(`\n${screen.words.open(url)}`), keep);
      }
      return isStale && played.code === EXIT.asAsked ? EXIT.problems : played.code;
    } finally {
      await world.close();
    }
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
    folder.discard();
  }
}

/** What a start did with the day, and the exit code that comes of it. */
interface Played {
  readonly code: number;
  readonly runs: readonly StageRun[];
}

const workbookIn = (dir: string): string => join(dir, 'trading-desk.xlsx');

/** What a system says of a file that another program holds open, or that is not the desk's to replace. */
const HELD_BY_OTHERS = ['EBUSY', 'EPERM', 'EACCES', 'EISDIR', 'ETXTBSY'];

/**
 * Whatever a start did, it leaves the book as a file that a spreadsheet program opens. That file is a copy: where such a program
 * has it open and the system lets nobody replace it, the desk stands all the same. @returns why it was not; null = it was
 */
async function keepWorkbook({ desk }: World, dir: string): Promise<string | null> {
  await desk.save();
  try {
    await desk.exportXlsx(workbookIn(dir));
    return null;
  } catch (error) {
    const code = codeOf(error);
    if (code === null || !HELD_BY_OTHERS.includes(code)) throw error;
    return code;
  }
}

/** A desk that was cut off goes on where it was. @returns how many problems keep something half-way */
async function takeUp(world: World, { print, paint }: Surroundings, words: Words): Promise<number> {
  if (!world.desk.book.tabs().includes('settings')) return 0;
  const { runIds, steps, problems } = await takenUp(world);
  for (const runId of runIds) print(words.finished(runId));
  for (const step of steps) print(words.cutOff(step));
  for (const problem of problems) print(paint.bad(problem));
  if (problems.length > 0) print(paint.bad(words.held));
  return problems.length;
}

async function takenUp({ desk }: World): Promise<TakenUp> {
  try {
    return readTakenUp((await desk.call('takeUpDay')).value);
  } catch (error) {
    // What cannot even be read is a person's to look at; the desk opens all the same.
    return { runIds: [], steps: [], problems: [error instanceof Error ? error.message : String(error)] };
  }
}

/** A desk that was laid out for its reader is never played behind their back: only when told how far, or to end after it. */
const isLeftToReader = (options: Options, { begun }: DeskFolder): boolean =>
  options.until === null &&
  !options.dryRun &&
  (options.fresh || options.empty || (begun !== 'played' && options.serve));

function layOut(world: World, { begun }: DeskFolder, { print }: Surroundings, words: Words): Played {
  const { clock, market, token } = world;
  print(words.waits(saoPauloStamp(clock.now()).slice(11, 16)));
  if (begun === 'empty') {
    print(words.beganEmpty);
    print(words.market(market.url, token));
  }
  return { code: 0, runs: [] };
}

async function playAndSum(
  world: World,
  dir: string,
  options: Options,
  { print, screen }: Surroundings & { readonly screen: Screen },
): Promise<Played> {
  const show = (lines: readonly string[]): void => {
    for (const line of lines) print(line);
  };
  const families = await familiesOf(world);
  const runs = await playDay(world, options.until, families, (one) => show(stageLines(one, screen)));
  if (runs.length === 0) {
    const { nothingDue, reached, stage } = screen.words;
    print(options.until === null ? nothingDue(world.date) : reached(stage[options.until] ?? options.until));
  }
  const status = readStatus((await world.desk.call('checkAdjustmentStatus')).value);
  await world.desk.save();

  show(['', ...positions(status, screen)]);
  if (runs.length > 0) show(['', ...effort(runs, screen)]);
  const warnings = warningLines(runs, screen);
  if (warnings.length > 0) show(['', screen.strong(screen.words.warned), ...warnings]);
  if (options.until === null || options.until === 'final') show(['', ...verdict(status, world.date, screen)]);
  for (const rejected of world.market.rejected) print(screen.bad(screen.words.rejected(rejected)));
  if (!options.dryRun) {
    const files = filesOf(world.date, dir);
    const mails = world.mail.outbox.length;
    const outbox = join(dir, 'outbox');
    show([
      '',
      ...placeLines(
        { workbook: workbookIn(dir), warehouse: world.warehouseFile, outbox, mails, files },
        screen,
      ),
    ]);
  }
  if (runs.some(({ report }) => report.status === 'held')) {
    print(screen.bad(screen.words.held));
    return { code: EXIT.held, runs };
  }
  const isWhole = options.until === null || options.until === 'final';
  const isGood = world.market.rejected.length === 0 && (isWhole ? status.complete : endedWell(runs));
  return { code: isGood ? EXIT.asAsked : EXIT.problems, runs };
}

/** A stage that was refused first and applied later is no failure; one whose last word is a refusal is. */
function endedWell(runs: readonly StageRun[]): boolean {
  const last = new Map(runs.map(({ report }) => [`${report.stage} ${report.scope}`, report.status]));
  return [...last.values()].every((status) => status === 'applied' || status === 'unchanged');
}

/** The day's files in the desk's Drive, those of an earlier start included. */
function filesOf(date: string, dir: string): readonly string[] {
  const drive = join(dir, 'files');
  const kept = existsSync(drive) ? readdirSync(drive, { recursive: true, encoding: 'utf8' }) : [];
  return kept
    .filter((path) => basename(path).includes(date))
    .sort()
    .map((path) => join(drive, path));
}

/** Families of which something is traded today: each has its own primary run. */
async function familiesOf({ desk: { book } }: World): Promise<readonly string[]> {
  const column = async (
    tab: string,
    ...names: readonly string[]
  ): Promise<readonly (readonly string[])[]> => {
    const [header = [], ...rows] = await book.readTab(tab);
    return rows.map((row) => names.map((name) => String(row[header.indexOf(name)] ?? '').trim()));
  };
  const traded = new Set((await column('daily-trades', 'asset')).flat());
  const etfs = await column('etfs', 'asset', 'family');
  return [...new Set(etfs.flatMap(([asset = '', family = '']) => (traded.has(asset) ? [family] : [])))];
}

const readOwnFiles = ({ funds, trades }: Options, cwd: string): OwnFiles => ({
  fundsJson: funds === null ? null : readOwn('--funds', resolve(cwd, funds)),
  tradesCsv: trades === null ? null : readOwn('--trades', resolve(cwd, trades)),
});

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'its permissions forbid it',
};

function readOwn(option: string, file: string): string {
  try {
    return decodedFile(readFileSync(file));
  } catch (error) {
    const reason = REASONS[codeOf(error) ?? ''] ?? (error instanceof Error ? error.message : String(error));
    throw new UsageError(`${option} ${file} cannot be read: ${reason}.`);
  }
}
