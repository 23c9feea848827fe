// The pictures in docs/architecture.md are those that the imports draw.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { textOf } from './pages';

const page = textOf('docs/architecture.md');

/** Each picture is of the folders in one folder, and of the files beside them by another name. */
const [house = '', desk = ''] = [...page.matchAll(/^```mermaid\n([\s\S]*?)^```$/gm)].map(
  ([, text = '']) => text,
);

const under = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? under(path) : path.endsWith('.ts') ? [path] : [];
  });

const pictures = [
  {
    name: 'the picture',
    text: house,
    top: 'src',
    // A file beside a folder of its name is part of it, as src/main.ts.
    boxOf: (first: string): string => first.replace(/\.ts$/, ''),
    outside: 'build',
  },
  {
    name: 'the picture of the desk',
    text: desk,
    top: 'src/desk',
    boxOf: (first: string): string => (first.endsWith('.ts') ? 'base' : first),
    outside: null,
  },
];

describe.each(pictures)('$name', ({ text, top, boxOf, outside }) => {
  const drawn = [...text.matchAll(/^ {2}(\w+) --> ([\w &]+)$/gm)].flatMap(([, from = '', to = '']) =>
    to.split(' & ').map((each): readonly [string, string] => [from, each]),
  );

  /** What a box may import: what its arrows lead to, and on from there. */
  function reach(from: string): ReadonlySet<string> {
    const found = new Set([from]);
    for (const at of found) for (const [start, to] of drawn) if (start === at) found.add(to);
    return found;
  }

  /** null = neither in it nor drawn beside it. */
  function boxAt(path: string): string | null {
    const inside = relative(top, path).split(sep);
    const [first = ''] = inside;
    if (first !== '..') return boxOf(inside.length === 1 ? `${first.replace(/\.ts$/, '')}.ts` : first);
    return outside !== null && path.split(sep)[0] === outside ? outside : null;
  }

  /** From box to box, with a file that says so. */
  const imports = under(top).flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/^(?:import|export)[\s\S]*? from '(\.[^']+)';$/gm)].flatMap(
      ([, to = '']) => {
        const [from, onto] = [boxAt(path), boxAt(join(path, '..', to))];
        return from === null || onto === null ? [] : [{ path, from, to: onto }];
      },
    ),
  );

  it('has every folder', () => {
    const boxes = [...text.matchAll(/^ {2}(\w+)\["src\//gm)].map(([, name = '']) => name);
    const folders = new Set(
      readdirSync(top)
        .map(boxOf)
        .filter((name) => name !== 'base'),
    );
    expect(boxes.slice().sort()).toEqual([...folders].sort());
  });

  it('has an arrow, or a way along arrows, for every import', () => {
    const against = imports.filter(({ from, to }) => !reach(from).has(to));
    expect(against).toEqual([]);
  });

  it('has no arrow that nobody uses, and none that leads back', () => {
    const unused = drawn.filter(
      ([from, to]) => !imports.some((each) => each.from === from && each.to === to) || reach(to).has(from),
    );
    expect(unused).toEqual([]);
  });
});

describe('the list of what is longer than the rule', () => {
  it('names each function that says so above itself', () => {
    const [, list = ''] = page.split('## Longer than the rule');
    const listed = [...list.matchAll(/^\| .* \| (`.*`) \|$/gm)].flatMap(([, names = '']) =>
      [...names.matchAll(/`(\w+)`/g)].map(([, name = '']) => name),
    );
    const excused = under('src').flatMap((path) =>
      [
        ...readFileSync(path, 'utf8').matchAll(
          /biome-ignore \S*noExcessiveLinesPerFunction[^\n]*\n(?:export )?(?:async )?(?:function|const) (\w+)/g,
        ),
      ].map(([, name = '']) => name),
    );
    expect(listed.slice().sort()).toEqual(excused.slice().sort());
  });
});
