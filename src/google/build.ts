// Which build this is: the bundler writes it in, Set up and the log show it.
import { MIGRATIONS, versionOf } from '../sheets/migrations';

export interface Build {
  /** Of package.json. */
  readonly version: string;
  /** Of git, with a + where files differed from it; 'unknown' outside a checkout. */
  readonly commit: string;
  /** The version that a book has after this build's Set up. */
  readonly schema: number;
}

/** Set by the bundler. */
declare const BUILD: Pick<Build, 'version' | 'commit'>;

export function build(): Build {
  const made = typeof BUILD === 'undefined' ? { version: 'unbuilt', commit: 'unknown' } : BUILD;
  return { ...made, schema: versionOf(MIGRATIONS) };
}
