// npm run deploy: builds for a target, looks whether anything is missing, pushes, and keeps what was pushed as a version in Apps
// Script. npm run deploy -- --help says the rest. Each step ends it where it fails.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { bundle, SECRET_SCOPE } from './bundle.mjs';
import { FORMS, readWords } from './commandLine.cjs';
import { noPackages } from './node.mjs';
import { keptByNpm } from './swallowed.mjs';
import { Refused, targetOf } from './targets.mjs';

/** npm starts every command here. */
const CHECKOUT = process.cwd();
const OUT = 'build/out';
/** Where an earlier version is fetched to before it is pushed again. */
const BACK = 'build/back';

const HELP = `npm run deploy -- [options]
  --target NAME          which book: a name of .targets.json; without that file the script id of .clasp.json
  --secret-manager       asks for the scope that Secret Manager needs; kept until --no-secret-manager
  --no-secret-manager
  --versions             lists what was deployed; pushes nothing
  --back N               puts version N back, as it was pushed
  --check                only says what is missing (npm run doctor)`;

/** @throws Refused for whatever is not understood: a deployment without what was meant is worse than none */
function readOptions(args) {
  let values;
  try {
    ({ values } = readWords(FORMS.deploy, args));
  } catch (error) {
    throw new Refused(`${error.message}\n${HELP}`);
  }
  const modes = [values.versions, values.back !== undefined, values.check].filter(Boolean);
  if (modes.length > 1) throw new Refused('--versions, --back and --check are one at a time.');
  if (values.back !== undefined && !/^[1-9]\d*$/.test(values.back))
    throw new Refused(`--back "${values.back}" is no version; npm run deploy -- --versions lists them.`);
  const isChosen = values['secret-manager'] || values['no-secret-manager'];
  if (isChosen && modes.length > 0)
    throw new Refused('--secret-manager is a choice of a build, and this builds nothing.');
  return { ...values, secretManager: isChosen ? values['secret-manager'] : undefined };
}

/**
 * One run of clasp on a target's project file; gives what it answers. Without an answer nothing was done: clasp ends well even
 * where it has not understood its own options.
 */
function clasp(project, ...args) {
  const script = process.env.CLASP ?? join(CHECKOUT, 'node_modules/@google/clasp/build/src/index.js');
  const { status, error, stdout } = spawnSync(
    process.execPath,
    [script, ...args, '--json', '--project', project],
    {
      cwd: CHECKOUT,
      encoding: 'utf8',
      stdio: ['inherit', 'pipe', 'inherit'],
    },
  );
  if (error) throw new Refused(`clasp cannot be started: ${error.message}`);
  if (status !== 0)
    throw new Refused(`clasp ${args[0]} failed, as it says above; nothing after it was done.`);
  const answer = jsonOf(stdout);
  if (answer !== null && ANSWERS[args[0]](answer)) return answer;
  const said = stdout.trim().slice(0, 200) || 'nothing';
  throw new Refused(`clasp ${args[0]} did not say what it did (${said}); look into the script.`);
}

function jsonOf(stdout) {
  try {
    return JSON.parse(stdout.slice(stdout.search(/[[{]/)));
  } catch {
    return null;
  }
}

const isNumbered = ({ versionNumber }) => Number.isInteger(versionNumber);

/** What each answers where it has done what was asked; an error that it ends well with looks otherwise. */
const ANSWERS = {
  push: (files) => Array.isArray(files),
  'list-versions': (all) => Array.isArray(all) && all.every(isNumbered),
  'create-version': isNumbered,
  pull: ({ pulledFiles }) => Array.isArray(pulledFiles),
};

/** --force: without it an unattended push leaves a changed manifest out and ends well. */
function push(project) {
  const files = clasp(project, 'push', '--force');
  console.log(files.length === 0 ? 'Google has these files already.' : `Pushed ${files.length} files.`);
}

/** Says what is missing; ends here where anything is. `asked` = what the next build will ask for, where the last may differ. */
function examine(project, out, asked = []) {
  const { status } = spawnSync(
    process.execPath,
    ['build/run.mjs', 'build/doctor.ts', '--project', relative(CHECKOUT, project), '--out', out, ...asked],
    { cwd: CHECKOUT, stdio: 'inherit' },
  );
  if (status !== 0) throw new Refused('Nothing was pushed.');
}

/** clasp reads the script id and the folder from a file that lies above that folder. */
function projectFile(root, { name, scriptId }, rootDir) {
  const file = join(root, name === null ? '.clasp.json' : `.clasp.${name}.json`);
  // The tracked file stays as it is, but for an earlier version, which lies elsewhere.
  if (name === null && rootDir === OUT) return file;
  const own = name === null ? join(root, '.clasp.back.json') : file;
  writeFileSync(own, `${JSON.stringify({ scriptId, rootDir }, null, 2)}\n`);
  return own;
}

/** Said now, else as the target says, else as the last build was: never lost for want of a word. */
function wantsSecretManager(said, target) {
  if (said !== undefined) return said;
  if (target.secretManager !== null) return target.secretManager;
  const last = join(CHECKOUT, OUT, 'appsscript.json');
  return existsSync(last) && readFileSync(last, 'utf8').includes(SECRET_SCOPE);
}

function tag(project, description) {
  return clasp(project, 'create-version', description).versionNumber;
}

const where = ({ name }) => (name === null ? '' : ` of ${name}`);

async function deploy(options, target) {
  const secretManager = wantsSecretManager(options.secretManager, target);
  const made = await bundle({ secretManager });
  const { version, commit, schema } = made.build;
  const choice = secretManager ? ', with Secret Manager' : '';
  console.log(`${OUT}: version ${version}, commit ${commit}, book of schema ${schema}${choice}`);
  const project = projectFile(CHECKOUT, target, OUT);
  examine(project, OUT);
  push(project);
  const number = tag(project, `${version} ${commit}, schema ${schema}${choice}`);
  console.log(`Kept as version ${number}${where(target)}. Now open the book: Trading > Set up.`);
}

function versions(target) {
  const project = projectFile(CHECKOUT, target, OUT);
  const all = clasp(project, 'list-versions');
  const lines = all.map(({ versionNumber, description }) => `${versionNumber}  ${description ?? ''}`);
  console.log(lines.length === 0 ? 'Nothing was deployed yet.' : lines.join('\n'));
}

function back(number, target) {
  const project = projectFile(CHECKOUT, target, BACK);
  const all = clasp(project, 'list-versions');
  const wanted = all.find(({ versionNumber }) => versionNumber === number);
  if (!wanted) throw new Refused(`There is no version ${number}; npm run deploy -- --versions lists them.`);
  rmSync(join(CHECKOUT, BACK), { recursive: true, force: true });
  clasp(project, 'pull', '--versionNumber', String(number), '--force');
  examine(project, BACK);
  push(project);
  const again = tag(project, `back to ${number}: ${wanted.description ?? ''}`);
  console.log(
    `Version ${number}${where(target)} is back, kept as version ${again}. Now open the book: Trading > Set up.`,
  );
}

async function main(args) {
  // The script doctor says --check by itself.
  const kept = keptByNpm(
    process.env,
    args.filter((arg) => arg !== '--check'),
  );
  if (kept !== null) throw new Refused(kept);
  const options = readOptions(args);
  if (options.help) return console.log(HELP);
  const lack = noPackages();
  if (lack !== null) {
    console.error(lack);
    process.exitCode = 1;
    return;
  }
  const target = await targetOf(CHECKOUT, options.target ?? null);
  if (options.check) {
    const choice = wantsSecretManager(undefined, target) ? '--with' : '--without';
    return examine(projectFile(CHECKOUT, target, OUT), OUT, [choice, SECRET_SCOPE]);
  }
  if (options.versions) return versions(target);
  if (options.back !== undefined) return back(Number(options.back), target);
  return deploy(options, target);
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error instanceof Refused ? error.message : error);
  process.exitCode = error instanceof Refused ? 2 : 1;
});
