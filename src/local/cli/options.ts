// What npm start was asked for: its options, their checks and the text of --help.
import { readStart, UsageError } from '../../../build/commandLine.cjs';
import { SAMPLE_DATE } from '../market';

export const STAGES = ['initial', 'primary', 'adjustments', 'final'] as const;
export type Stage = (typeof STAGES)[number];

export interface Options {
  readonly funds: string | null;
  readonly trades: string | null;
  /** null = the day that the desk stands at, the sample day for a new one. */
  readonly date: string | null;
  readonly until: Stage | null;
  readonly dryRun: boolean;
  /** null = the seed that the desk was started with. */
  readonly seed: number | null;
  readonly fresh: boolean;
  readonly empty: boolean;
  readonly serve: boolean;
  /** Whether each call takes as long as at Google. */
  readonly slow: boolean;
  readonly dir: string;
  /** Whether its account is a person's own: 100 recipients of mail a day instead of a firm's 1,500. */
  readonly consumer: boolean;
  /** Who opens the desk; null = its owner. */
  readonly as: string | null;
  /** A folder with a script of one's own to serve instead of the desk. */
  readonly script: string | null;
}

export { UsageError };

/** The desk lacks what it cannot go on without. */
export class LostError extends Error {}

export const HELP = `Plays an ETF desk's trading day on this machine and keeps what it makes.

  npm start [-- options]

  --funds FILE     fund file of your own (JSON); a new desk needs --trades too
  --trades FILE    trades file of your own (CSV); a new desk needs --funds too
  --date DAY       trade date, YYYY-MM-DD; default: where the desk stands, ${SAMPLE_DATE} for a new one
  --until STAGE    stop after ${STAGES.join(', ')}
  --dry-run        play the day on a temporary copy and keep nothing
  --seed N         another market: same figures, other path and fills (new desks only)
  --fresh          put the old desk aside and lay out the morning's book; with --until, play it too
  --empty          put the old desk aside and serve an empty spreadsheet, to begin at Set up
  --slow           every call takes as long as at Google
  --consumer       mail as from a consumer's account: 100 recipients a day, not Workspace's 1,500
  --no-serve       end after the day
  --as EMAIL       open the desk as somebody else, with whom its owner has shared the book
  --dir DIR        where the desk lies; default .local
  --script DIR     serve a script of your own: a folder of .js, .gs and .html with its spreadsheet
  --help           this text`;

/** null = the reader asked for help. */
export function readOptions(args: readonly string[]): Options | null {
  const values = readStart(args);
  if (values.help) return null;
  const { funds = null, trades = null, date = null } = values;
  const filling = ['funds', 'trades', 'until', 'dry-run'] as const;
  const filled = filling.find((name) => values[name] !== undefined && values[name] !== false);
  if (values.empty && filled !== undefined)
    throw new UsageError(`--empty serves a book without rows: leave --${filled} out, or --empty.`);
  if (values.dir.trim() === '') throw new UsageError('--dir needs a folder, such as --dir .local');
  return {
    funds,
    trades,
    date,
    until: values.until === undefined ? null : readStage(values.until),
    dryRun: values['dry-run'],
    seed: values.seed === undefined ? null : readSeed(values.seed),
    fresh: values.fresh,
    empty: values.empty,
    serve: !values['no-serve'],
    slow: values.slow,
    consumer: values.consumer,
    dir: values.dir,
    as: values.as === undefined ? null : readAddress(values.as),
    script: readScript(values),
  };
}

/** A script of one's own has no day: what shapes one is refused beside it. */
function readScript(values: ReturnType<typeof readStart>): string | null {
  if (values.script === undefined) return null;
  const others = ['funds', 'trades', 'date', 'until', 'dry-run', 'seed', 'fresh', 'empty', 'as'] as const;
  const other = others.find((name) => values[name] !== undefined && values[name] !== false);
  if (other !== undefined)
    throw new UsageError(
      `--script serves another script than the desk's: leave --${other} out, or --script.`,
    );
  return values.script;
}

function readAddress(text: string): string {
  if (!/^[^\s@]+@[^\s@]+$/.test(text))
    throw new UsageError(`--as "${text}" is not an e-mail address; write it like --as ana@desk.example`);
  return text;
}

function readStage(text: string): Stage {
  const stage = STAGES.find((one) => one === text);
  if (stage === undefined)
    throw new UsageError(`--until "${text}" is not a stage; write one of ${STAGES.join(', ')}.`);
  return stage;
}

function readSeed(text: string): number {
  if (!/^\d{1,9}$/.test(text)) {
    throw new UsageError(`--seed "${text}" is not a whole number; write it like --seed 7`);
  }
  return Number(text);
}
