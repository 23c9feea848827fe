// Carries out what a recipe says on a copy of the source: each step an edit of one file, then the project's own checks.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { textOf } from './pages';

export interface Edit {
  /** The step of the recipe that it belongs to, as the recipe counts. */
  readonly step: number;
  readonly file: string;
  /** `new` = the file is made. */
  readonly where: 'above' | 'below' | 'in place of' | 'new';
  /** The line, or its beginning, that the edit is put at. */
  readonly anchor: string;
  readonly lines: string;
}

export interface Forgotten {
  readonly what: string;
  /** Null where what is left out is not one whole step. */
  readonly step: number | null;
  /** The command that fails. */
  readonly command: string;
  readonly message: string;
}

const EDIT =
  /(?:In\s+`([^`]+)`,\s+(above|below|in\s+place\s+of)\s+(``?)([^\n]*?)\3|New\s+file\s+`([^`]+)`):\n\n( *)```\w*\n([\s\S]*?)\n\6```/;

/** The edits that a recipe tells, in its order. */
export function editsOf(recipe: string): readonly Edit[] {
  const edits: Edit[] = [];
  let step = 0;
  // A step begins with its number; an edit may stand anywhere in it.
  for (const part of recipe.split(/^(?=\d+\. )/m)) {
    step = Number(/^(\d+)\. /.exec(part)?.[1] ?? step);
    for (let rest = part, found = EDIT.exec(rest); found !== null; found = EDIT.exec(rest)) {
      const [all = '', file, where, , anchor = '', made, indent = '', block = ''] = found;
      const lines = block
        .split('\n')
        .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
        .join('\n');
      edits.push({
        step,
        file: file ?? made ?? '',
        where: file === undefined ? 'new' : (where?.replace(/\s+/g, ' ') as Edit['where']),
        anchor,
        lines,
      });
      rest = rest.slice(found.index + all.length);
    }
  }
  return edits;
}

/** What a recipe says of steps that are forgotten, as far as a command of this project tells it. */
export const forgottenIn = (recipe: string): readonly Forgotten[] =>
  [...recipe.matchAll(/^\| ([^|]+) \| `(npm run [^`]+)` \| `(.+)` \|$/gm)].map(
    ([, what = '', command = '', message = '']) => ({
      what,
      step: Number(/step (\d+)$/.exec(what)?.[1] ?? 0) || null,
      command,
      message,
    }),
  );

export const recipe = (name: string): string => textOf(`docs/recipes/${name}.md`);

export interface Workshop {
  /** @throws when the anchor is not there, or there twice */
  carryOut(edits: readonly Edit[]): void;
  /** What `tsc` says of the add-on; empty when nothing is wrong. */
  typecheck(): string;
  /** Writes the tables of docs/, or with `--check` says what is wrong. */
  readme(...args: readonly string[]): string;
  /** What Biome says of what was typed; empty when nothing is wrong. */
  lint(): string;
  /** Runs a script beside `src` and gives what it printed. @throws with what it says when it fails */
  run(script: string): string;
  read(file: string): string;
  remove(): void;
}

const COPIED = [
  'src',
  'test/fixtures',
  'docs',
  'build/readme.ts',
  'build/run.mjs',
  'build/commandLine.cjs',
  'build/node.mjs',
  'build/swallowed.mjs',
  'biome.json',
  'package.json',
  'tsconfig.json',
];

export function openWorkshop(): Workshop {
  const root = mkdtempSync(join(tmpdir(), 'recipe-'));
  for (const path of COPIED)
    cpSync(path, join(root, path), {
      recursive: true,
      filter: (from) => !/[\\/](local|images)$/.test(from),
    });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'junction');
  const edits: string[] = [];
  const node = (...args: readonly string[]): { readonly failed: boolean; readonly said: string } => {
    const { status, stdout, stderr, error } = spawnSync(process.execPath, args, {
      cwd: root,
      encoding: 'utf8',
    });
    if (error) throw error;
    return { failed: status !== 0, said: status === 0 ? stdout : stdout + stderr };
  };
  const wrongs = (...args: readonly string[]): string => {
    const { failed, said } = node(...args);
    return failed ? said : '';
  };
  return {
    carryOut(steps) {
      for (const edit of steps) {
        const path = join(root, edit.file);
        mkdirSync(dirname(path), { recursive: true });
        const text = edit.where === 'new' ? `${edit.lines}\n` : edited(readFileSync(path, 'utf8'), edit);
        writeFileSync(path, text);
        edits.push(edit.file);
      }
    },
    // In threads of its own it would look at the same types once a thread.
    typecheck: () => wrongs(join('node_modules', 'typescript', 'bin', 'tsc'), '--singleThreaded'),
    lint: () => {
      const files = [...new Set(edits)].filter((file) => file.endsWith('.ts'));
      return wrongs(join('node_modules', '@biomejs', 'biome', 'bin', 'biome'), 'check', ...VCS_OFF, ...files);
    },
    readme: (...args) => wrongs('build/run.mjs', 'build/readme.ts', ...args),
    run(script) {
      writeFileSync(join(root, 'script.ts'), script);
      const { failed, said } = node('build/run.mjs', 'script.ts');
      if (failed) throw new Error(said);
      return said;
    },
    read: (file) => readFileSync(join(root, file), 'utf8'),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** The copy is no repository. */
const VCS_OFF = ['--vcs-enabled=false'];

function edited(text: string, { file, where, anchor, lines }: Edit): string {
  const all = text.split('\n');
  const at = all.flatMap((line, index) => (line.startsWith(anchor) ? [index] : []));
  const [index] = at;
  if (index === undefined || at.length > 1)
    throw new Error(`${file}: the line "${anchor}" is there ${at.length} times; correct the recipe`);
  const from = where === 'below' ? index + 1 : index;
  return [...all.slice(0, from), lines, ...all.slice(where === 'in place of' ? index + 1 : from)].join('\n');
}
