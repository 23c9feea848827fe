// Whether Google would take a script: what reads it on save and on push is older than the engine that runs it. Esprima
// knows about as much as that parser; the younger syntax that official samples use is lowered before it looks. On the
// way esbuild takes the separators out of numbers such as 1_000, so these are not seen; no bundle of ours has them.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseScript } from 'esprima';
import { bundling, keep, keptText, madeOf } from '../bundler';
import { checkoutDir } from '../checkout';
import { isScript } from './folder';

/** Younger than esprima, and in scripts that Google publishes: these pass. */
const KNOWN_TO_PASS = {
  'optional-chain': false,
  'nullish-coalescing': false,
  'optional-catch-binding': false,
  'object-rest-spread': false,
} as const;

/** Parts of a regular expression that no sample shows; esprima hands them to the engine, so they are looked for here. */
const UNPROVEN: readonly [RegExp, string][] = [
  [/\\[pP]\{/, 'a property escape such as \\p{L}'],
  [/\(\?<[=!]/, 'a look-behind'],
  [/\(\?<[^=!]/, 'a named group'],
];
const FLAGS = /^[gimuy]*$/;

export interface Refusal {
  /** What the parser says, and where in words of the script. */
  readonly reason: string;
  readonly near: string;
}

const known = new Map<string, Promise<Refusal | null>>();

/** What Google would refuse in this script; null = nothing. Each text is looked at once. */
export function refusalOf(code: string): Promise<Refusal | null> {
  const key = createHash('sha256').update(code).digest('hex');
  const found = known.get(key) ?? lookOnce(code);
  known.set(key, found);
  return found;
}

/** Longer than a start may take: what passed once, for these rules, passes. */
async function lookOnce(code: string): Promise<Refusal | null> {
  const rules = readFileSync(join(checkoutDir(), 'src', 'local', 'host', 'script', 'syntax.ts'));
  const passed = madeOf('passed', rules, code);
  if (keptText(passed) !== null) return null;
  const refused = await look(code);
  if (refused === null) keep(passed, '');
  return refused;
}

const around = (text: string, offset: number): string =>
  text
    .slice(Math.max(0, offset - 60), offset + 40)
    .replace(/\s+/g, ' ')
    .trim();

const word = (error: unknown, key: string): unknown =>
  typeof error === 'object' && error !== null ? Reflect.get(error, key) : undefined;

async function look(code: string): Promise<Refusal | null> {
  let lowered: string;
  try {
    // Nothing is lowered but what is listed: esnext knows everything else as it stands.
    const { code: text } = await bundling(({ transform }) =>
      transform(code, { target: 'esnext', charset: 'utf8', supported: KNOWN_TO_PASS }),
    );
    // What esbuild itself adds for object spread is younger than what it replaces.
    lowered = text.replace(/(for \(var prop in )(\w+) \|\|= \{\}\)/g, '$1$2 || ($2 = {}))');
  } catch (error) {
    return { reason: String(error).replace(/^[\s\S]*ERROR: /, ''), near: code.slice(0, 40) };
  }
  let refused: Refusal | null = null;
  try {
    parseScript(lowered, {}, ({ regex }, { start }) => {
      if (regex === undefined || refused !== null) return;
      const pattern = regex.pattern.replace(/\\\\/g, '');
      const what =
        UNPROVEN.find(([part]) => part.test(pattern))?.[1] ??
        (FLAGS.test(regex.flags) ? null : `the flags ${regex.flags}`);
      if (what === null) return;
      refused = { reason: `a regular expression with ${what}`, near: around(lowered, start.offset) };
    });
  } catch (error) {
    const offset = Number(word(error, 'index') ?? 0);
    return { reason: String(word(error, 'description') ?? error), near: around(lowered, offset) };
  }
  return refused;
}

/** @throws where a script of the folder would not be taken by Google */
export async function refuseSyntax(dir: string): Promise<void> {
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter(isScript);
  for (const name of names.sort()) {
    const refused = await refusalOf(readFileSync(join(dir, name), 'utf8'));
    if (refused) throw new Error(`Google would refuse ${name}: ${refused.reason}, near: ${refused.near}`);
  }
}
