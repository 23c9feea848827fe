// What a newer version of the desk changes in a book that an older one made. Missing tabs, columns and settings need no
// entry here: Set up adds them. An entry stands for ever: books of any age may come along.
import { type Message, msg } from '../language/message';

export type Change =
  /** The header gets its new name where it stands; the cells below stay. */
  | { readonly kind: 'rename-column'; readonly tab: string; readonly from: string; readonly to: string }
  /** The value that people wrote stays beside the new key. */
  | { readonly kind: 'rename-setting'; readonly from: string; readonly to: string }
  /** Facts of the journal that nobody reads any more, by the beginning of their keys. */
  | { readonly kind: 'forget'; readonly prefix: string };

export interface Migration {
  /** The version that a book has afterwards. */
  readonly version: number;
  readonly why: Message;
  readonly changes: readonly Change[];
}

/** A book that was never marked is of version 1. */
export const FIRST_VERSION = 1;

export const MIGRATIONS: readonly Migration[] = [
  {
    version: 2,
    why: msg('the schedule keeps what ran today as one fact instead of one a step'),
    changes: [{ kind: 'forget', prefix: 'ran:' }],
  },
  {
    version: 3,
    why: msg('the book knows its own id, so that a copy of it sends and saves nothing by itself'),
    changes: [],
  },
  {
    version: 4,
    why: msg(
      'what a waiting run keeps is written down in a shorter form, which an older script would misread',
    ),
    changes: [],
  },
];

export const versionOf = (migrations: readonly Migration[]): number =>
  Math.max(FIRST_VERSION, ...migrations.map(({ version }) => version));

/** Those that a book of this version lacks, oldest first. */
export const missingMigrations = (version: number, migrations: readonly Migration[]): readonly Migration[] =>
  migrations.filter((each) => each.version > version).sort((a, b) => a.version - b.version);
