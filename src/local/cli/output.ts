// Where a command's lines go, and what becomes of it where they can go nowhere: their reader has closed the pipe, as `| head` does, or
// the disk that their file lies on is full.
import type { Writable } from 'node:stream';

export interface Streams {
  readonly out: Writable;
  /** Takes the lines once the other one is lost. */
  readonly err: Writable;
  /** Ends what runs as Ctrl+C does. @returns whether anything ran that hears of it */
  readonly stop: () => boolean;
  readonly exit: (code: number) => void;
}

/**
 * A day of which nobody hears the end has not ended well: it is stopped with a signal's code, as a person would stop it. What only
 * prints, as --help does, owes nothing to a reader who has seen enough, but is no success where it could not be written.
 */
export function openOutput({ out, err, stop, exit }: Streams): (line: string) => void {
  let isLost = false;
  out.on('error', (error: NodeJS.ErrnoException) => {
    // Each further line fails as well.
    if (isLost) return;
    isLost = true;
    // Who read one may have read both.
    err.on('error', () => undefined);
    const isGone = error.code === 'EPIPE';
    if (!isGone) err.write(`What is said here cannot be written: ${error.message}\n`);
    if (!stop()) exit(isGone ? 0 : 1);
  });
  return (line) => void (isLost ? err : out).write(`${line}\n`);
}
