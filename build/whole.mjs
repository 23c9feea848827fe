// Runs a program of ours: node build/whole.mjs FILE.mjs [ARGS]. Where a file of the packages is gone, as after somebody was in
// node_modules, or what is built here cannot be written, that is said in a sentence instead of a stack trace.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [, , file = '', ...args] = process.argv;
process.argv = [process.argv[0], resolve(file), ...args];

/** What of the packages an error lacks, as Node says it, or esbuild; null = it is another fault, perhaps of our own. */
function lackOf({ code, message = '', requireStack = [] }) {
  const [first] = message.split('\n');
  const unresolved = /Could not resolve "[^./][^"]*"/.exec(message);
  if (unresolved !== null) return unresolved[0];
  if (code !== 'MODULE_NOT_FOUND' && code !== 'ERR_MODULE_NOT_FOUND') return null;
  const isPackage = /'[^./]/.test(first) || /node_modules/.test(`${first} ${requireStack[0]}`);
  return isPackage ? first : null;
}

/** What the system says where it lets nobody write here; null = it says nothing of the kind. */
function refusalOf({ code, message = '' }) {
  const byBuild = /Failed to write to output file: (.*)/.exec(message);
  if (byBuild !== null) return byBuild[1];
  return ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT'].includes(code) ? message : null;
}

function say(error) {
  const lack = lackOf(error);
  const refusal = refusalOf(error);
  if (lack === null && refusal === null) throw error;
  console.error(
    lack === null
      ? `What is built here cannot be written: ${refusal}. The folder has to be yours to write, with some room on its disk. Nothing was played.`
      : `${lack}\nA file of node_modules is gone: delete that folder and start again, which installs it anew. Nothing was played.`,
  );
  process.exit(1);
}

await import(pathToFileURL(resolve(file)).href).catch(say);
