// The picture in docs/architecture.md is the one that the imports draw.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { textOf } from './pages';

const page = textOf('docs/architecture.md');

/** Folders of src by their names in the picture, `main` for src/main.ts and the folder beside it. */
const drawn = [...page.matchAll(/^ {2}(\w+) --> ([\w &]+)$/gm)].flatMap(([, from = '', to = '']) =>
  to.split(' & ').map((each): readonly [string, string] => [from, each]),
);

/** What a folder may import: what its arrows lead to, and on from there. */
function reach(from: string): ReadonlySet<string> {
  const found = new Set([from]);
  for (const at of found) for (const [start, to] of drawn) if (start === at) found.add(to);
  return found;
}

const under = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? under(path) : path.endsWith('.ts') ? [path] : [];
  });

/** Of src by its name there, else the folder beside it. */
const folderOf = (path: string): string => {
  const [top = '', first = ''] = path.split(/[\\/]/);
  return top === 'src' ? first.replace(/\.ts$/, '') : top;
};

/** From folder to folder, with a file that says so. */
const imports = under('src').flatMap((path) =>
  [...readFileSync(path, 'utf8').matchAll(/^(?:import|export)[\s\S]*? from '(\.[^']+)';$/gm)].map(
    ([, to = '']) => ({ path, from: folderOf(path), to: folderOf(join(path, '..', to)) }),
  ),
);

describe('the picture', () => {
  it('has every folder of src', () => {
    const boxes = [...page.matchAll(/^ {2}\w+\["src\/(\w+)/gm)].map(([, name = '']) => name);
    const folders = new Set(readdirSync('src').map((name) => name.replace(/\.ts$/, '')));
    expect(boxes.slice().sort()).toEqual([...folders].sort());
  });

  it('has an arrow, or a way along arrows, for every import', () => {
    const against = imports.filter(({ from, to }) => !reach(from).has(to));
    expect(against).toEqual([]);
  });

  it('has no arrow that nobody uses', () => {
    const unused = drawn.filter(
      ([from, to]) => !imports.some((each) => each.from === from && each.to === to),
    );
    expect(unused).toEqual([]);
  });
});
