// The texts that stand in the source: every string and template literal, each cut where something is filled in.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Literal {
  readonly file: string;
  /** What stands between the holes. */
  readonly pieces: readonly string[];
}

/** Comments, names and patterns are no texts. A lexer for this house's formatted TypeScript, not for all of it. */
export function literalsOf(file: string, source: string): readonly Literal[] {
  const found: Literal[] = [];
  let at = 0;
  const isPattern = (): boolean =>
    /(^|[=(,:;!&|?{}[]|return|=>)\s*$/.test(source.slice(Math.max(0, at - 40), at));
  const quoted = (quote: string): string => {
    let text = '';
    for (at += 1; at < source.length && source[at] !== quote; at += 1) {
      if (source[at] === '\\') at += 1;
      text += source[at] === 'n' && source[at - 1] === '\\' ? '\n' : source[at];
    }
    at += 1;
    return text;
  };
  const template = (): void => {
    const pieces: string[] = [];
    let piece = '';
    at += 1;
    while (at < source.length && source[at] !== '`') {
      if (source.startsWith('${', at)) {
        pieces.push(piece);
        piece = '';
        at += 2;
        code('}');
        continue;
      }
      if (source[at] === '\\') at += 1;
      piece += source[at];
      at += 1;
    }
    at += 1;
    found.push({ file, pieces: [...pieces, piece] });
  };
  const code = (end: string | null): void => {
    for (let depth = 0; at < source.length; ) {
      const next = source[at] ?? '';
      if (next === end && depth === 0) {
        at += 1;
        return;
      }
      if (source.startsWith('//', at)) at = (source.indexOf('\n', at) + 1 || source.length + 1) - 1;
      else if (source.startsWith('/*', at)) at = source.indexOf('*/', at) + 2;
      else if (next === '`') template();
      else if (next === "'" || next === '"') found.push({ file, pieces: [quoted(next)] });
      else if (next === '/' && isPattern()) {
        for (let inClass = false; ; ) {
          at += 1;
          if (source[at] === '\\') at += 1;
          else if (source[at] === '[') inClass = true;
          else if (source[at] === ']') inClass = false;
          else if (source[at] === '/' && !inClass) break;
        }
        at += 1;
      } else {
        depth += next === '{' ? 1 : next === '}' ? -1 : 0;
        at += 1;
      }
    }
  };
  code(null);
  return found;
}

const filesIn = (path: string): readonly string[] =>
  path.endsWith('.ts')
    ? [path]
    : readdirSync(path, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => join(path, name));

/** Of these files and folders of `src`. */
export const literalsIn = (names: readonly string[]): readonly Literal[] =>
  names
    .flatMap((name) => filesIn(join('src', name)))
    .flatMap((path) => literalsOf(path, readFileSync(path, 'utf8')));
