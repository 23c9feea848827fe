// A start's part of the day: played, shown and summed up; or left to its reader.
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { saoPauloStamp } from '../host';
import { readClosed, readStatus } from './answers';
import { playDay, type StageRun } from './day';
import type { DeskFolder } from './folder';
import type { Options } from './options';
import type { Screen } from './paint';
import { effort, placeLines, positions, stageLines, verdict, warningLines } from './print';
import { workbookIn } from './workbook';
import type { World } from './world';

/** What a start ends with; docs/operations.md has the table. */
export const EXIT = { asAsked: 0, problems: 1, usage: 2, held: 3, lost: 4 } as const;

/** What a start did with the day, and the exit code that comes of it. */
export interface Played {
  readonly code: number;
  readonly runs: readonly StageRun[];
}

interface Shown {
  readonly print: (line: string) => void;
  readonly screen: Screen;
}

/** A desk that was laid out for its reader is never played behind their back: only when told how far, or to end after it. */
export const isLeftToReader = (options: Options, { begun }: Pick<DeskFolder, 'begun'>): boolean =>
  options.until === null &&
  !options.dryRun &&
  (options.fresh || options.empty || (begun !== 'played' && options.serve));

export function layOut(world: World, { begun }: DeskFolder, { print, screen: { words } }: Shown): Played {
  const { clock, market, token } = world;
  print(words.waits(saoPauloStamp(clock.now()).slice(11, 16)));
  if (begun === 'empty') {
    print(words.beganEmpty);
    print(words.market(market.url, token));
  }
  return { code: EXIT.asAsked, runs: [] };
}

export async function playAndSum(
  world: World,
  dir: string,
  options: Options,
  { print, screen }: Shown,
): Promise<Played> {
  const show = (lines: readonly string[]): void => {
    for (const line of lines) print(line);
  };
  const families = await familiesOf(world);
  const runs = await playDay(world, options.until, families, (one) => show(stageLines(one, screen)));
  const closed = runs.length > 0 ? null : readClosed((await world.desk.call('nextSteps')).value);
  if (closed !== null) {
    // Nothing of another day is shown under this date.
    print(screen.bad(`${closed.slice(0, 1).toUpperCase()}${closed.slice(1)}.`));
    await world.desk.save();
    return { code: EXIT.usage, runs };
  }
  if (runs.length === 0) {
    const { nothingDue, reached, stage } = screen.words;
    print(options.until === null ? nothingDue(world.date) : reached(stage[options.until] ?? options.until));
  }
  const status = readStatus((await world.desk.call('checkAdjustmentStatus')).value);
  await world.desk.save();

  const isOther = status.date !== null && status.date !== world.date;
  if (isOther) show(['', screen.bad(screen.words.otherDay(world.date, status.date))]);
  else show(['', ...positions(status, screen)]);
  if (runs.length > 0) show(['', ...effort(runs, screen)]);
  const warnings = warningLines(runs, screen);
  if (warnings.length > 0) show(['', screen.strong(screen.words.warned), ...warnings]);
  const isWhole = options.until === null || options.until === 'final';
  if (isWhole && !isOther) show(['', ...verdict(status, world.date, screen)]);
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
  const isGood =
    world.market.rejected.length === 0 && (isWhole ? status.complete && !isOther : endedWell(runs));
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
