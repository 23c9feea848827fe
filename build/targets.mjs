// The books that are deployed to, by name: .targets.json, which no repository knows. Without it there is one, in .clasp.json.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What was asked cannot be done, in words. */
export class Refused extends Error {}

const FILE = '.targets.json';
const KEYS = ['scriptId', 'secretManager'];

/**
 * @param {string | null} wanted name of the target; null = the only one
 * @returns {Promise<{ name: string | null, scriptId: string, secretManager: boolean | null }>}
 * @throws Refused where none or several may be meant, or the file is not as it should be
 */
export async function targetOf(root, wanted) {
  const file = join(root, FILE);
  if (!existsSync(file)) {
    if (wanted !== null)
      throw new Refused(
        `There is no ${FILE} that could name "${wanted}"; docs/operations.md has an example.`,
      );
    return { name: null, scriptId: await scriptIdOf(root), secretManager: null };
  }
  const targets = await read(file);
  const names = Object.keys(targets);
  if (wanted === null && names.length !== 1)
    throw new Refused(`Say which book with --target: ${names.join(' or ')}.`);
  const name = wanted ?? names[0];
  if (!Object.hasOwn(targets, name))
    throw new Refused(`${FILE} has no target "${name}"; it has ${names.join(', ')}.`);
  const { scriptId, secretManager = null } = targets[name];
  return { name, scriptId, secretManager };
}

async function read(file) {
  const targets = await jsonIn(file, FILE);
  if (
    typeof targets !== 'object' ||
    targets === null ||
    Array.isArray(targets) ||
    Object.keys(targets).length === 0
  )
    throw new Refused(`${FILE} names no target.`);
  const ids = new Map();
  for (const [name, target] of Object.entries(targets)) {
    const wrong = fault(name, target);
    if (wrong !== null) throw new Refused(`${FILE}: ${name}: ${wrong}`);
    // A test that reaches the book of production is what targets are there to prevent.
    if (ids.has(target.scriptId))
      throw new Refused(`${FILE}: ${name} and ${ids.get(target.scriptId)} are one script.`);
    ids.set(target.scriptId, name);
  }
  return targets;
}

function fault(name, target) {
  if (!/^[a-z][a-z0-9-]*$/.test(name) || name === 'back')
    return 'a name is small letters, digits and hyphens; "back" is taken';
  if (typeof target !== 'object' || target === null) return 'is no record';
  const stranger = Object.keys(target).find((key) => !KEYS.includes(key));
  if (stranger !== undefined) return `"${stranger}" is nothing that a target has; it has ${KEYS.join(', ')}`;
  if (typeof target.scriptId !== 'string' || target.scriptId === '') return 'scriptId is missing';
  if (target.secretManager !== undefined && typeof target.secretManager !== 'boolean')
    return 'secretManager is true or false';
  return null;
}

/** An editor of Windows puts a mark before the text. */
async function jsonIn(file, name) {
  let text;
  try {
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new Refused(`${name} cannot be read: ${error.message}`);
  }
  let value;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Refused(
      `${name} is no JSON${text.trim() === '' ? ', it is empty' : `: ${error.message}`}; docs/operations.md has an example. Nothing was pushed.`,
    );
  }
  const [double] = (await reader()).doubleKeys(text);
  if (double !== undefined) {
    const place = double.path === '' ? '' : `${double.path}: `;
    throw new Refused(`${name}: ${place}"${double.key}" stands twice; keep one. Nothing was pushed.`);
  }
  return value;
}

/** What the add-on reads files of funds with, in TypeScript. */
async function reader() {
  const { transform } = await import('esbuild');
  const source = readFileSync(fileURLToPath(new URL('../src/sheets/jsonKeys.ts', import.meta.url)), 'utf8');
  const { code } = await transform(source, { loader: 'ts', format: 'esm' });
  return import(`data:text/javascript,${encodeURIComponent(code)}`);
}

async function scriptIdOf(root) {
  const { scriptId } = (await jsonIn(join(root, '.clasp.json'), '.clasp.json')) ?? {};
  if (typeof scriptId !== 'string') throw new Refused('.clasp.json has no scriptId. Nothing was pushed.');
  return scriptId;
}
