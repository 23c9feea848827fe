// What the machine refuses, as a sentence: what happened, what is safe, what to do.
import { tmpdir } from 'node:os';
import { UsageError } from './options';

const ADVICE: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full: free some space and start again',
  EDQUOT: 'the disk quota is used up: free some space and start again',
  EACCES: 'its permissions forbid it: make it yours to read and write, or name another folder with --dir',
  EPERM: 'the system forbids it: make it yours to read and write, or name another folder with --dir',
  EROFS: 'the disk is read-only: name another folder with --dir',
  ENOTDIR: 'a part of the path is a file, not a folder: name another folder with --dir',
  EISDIR: 'a folder lies where a file of the desk belongs: move it away and start again',
  ENOTEMPTY: 'a folder lies where a file of the desk belongs: move it away and start again',
  EBUSY: 'another program has it open: close it there and start again',
  ENAMETOOLONG: 'its path is longer than the system takes: name another folder with --dir',
  ELOOP: 'its links lead back to themselves: name another folder with --dir',
  EIO: 'the disk does not answer as it should: put the folder back from a copy onto another one',
  EMFILE: 'too many files are open: raise the limit (ulimit -n) and start again',
  EADDRNOTAVAIL: 'this machine has no loopback address (127.0.0.1), which the desk needs',
};

/** A folder that cannot be made for want of the one above it; what else does not exist is said by whoever looks for it. */
const NOWHERE: readonly (readonly [RegExp, string])[] = [
  [/^ENOENT: .*, mkdir /, 'a link or a disk on its path leads nowhere: name another folder with --dir'],
  [
    /^ENOENT: .*, mkdtemp /,
    'there is no such folder for what is temporary: name one that there is as TMPDIR',
  ],
];

/** As the database says it, which hands on the system's words and not its codes. */
const IN_WORDS: readonly (readonly [RegExp, keyof typeof ADVICE])[] = [
  [/no space left on device/i, 'ENOSPC'],
  [/read-only file system/i, 'EROFS'],
  [/permission denied/i, 'EACCES'],
];

/** What is asked for late, such as the browser's driver; what lies there at a start is looked at by build/start.mjs. */
const LACKS_PACKAGE = /^Cannot find (?:module|package) (?:'[^./]|.*node_modules)/;

/** Only what was written whole counts, so a start that ends here has lost nothing that the desk believed written. */
const SAFE = 'What was written before is kept, and the next npm start goes on from there.';

/** What a disk says of itself and not of a file; writing to a file that is open names none. */
const OF_THE_DISK = ['ENOSPC', 'EDQUOT', 'EROFS', 'EIO'];

/**
 * The sentence for what was thrown, whoever threw it: the database and the script hand on only the text.
 * @param desk its folder; null = none was named yet
 */
export function troubleOf(error: unknown, desk: string | null = null): string {
  const text = error instanceof Error ? error.message : String(error);
  // It says itself what to do, and may name what the system says of a file of the reader's own.
  if (error instanceof UsageError) return text;
  const code = codeOf(error) ?? Object.keys(ADVICE).find((each) => new RegExp(`\\b${each}\\b`).test(text));
  const told = IN_WORDS.find(([words]) => words.test(text))?.[1] ?? '';
  // Its other lines are where it was looked for.
  const [first = text] = text.split('\n');
  if (LACKS_PACKAGE.test(first))
    return `${first}: a file of node_modules is gone: delete that folder and start again, which installs it anew. ${SAFE}`;
  const advice = NOWHERE.find(([is]) => is.test(text))?.[1] ?? ADVICE[code ?? told];
  if (advice === undefined) return text;
  const where = pathOf(error) ?? /(['"])([^'"]*[\\/][^'"]*)\1/.exec(text)?.[2];
  if (where !== undefined) return `${where} cannot be used: ${advice}. ${SAFE}`;
  const isDisk = desk !== null && OF_THE_DISK.includes(code ?? told);
  const places = isDisk ? ` (the desk lies in ${desk}, what is temporary in ${tmpdir()})` : '';
  return `${text}${places}: ${advice}. ${SAFE}`;
}

/** What the system calls it; null = it was not the system. */
export const codeOf = (error: unknown): string | null =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null;

/** Of what is moved to its place, that place: its own name is the desk's for a moment only. */
function pathOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('dest' in error && typeof error.dest === 'string') return error.dest;
  return 'path' in error && typeof error.path === 'string' ? error.path : undefined;
}
