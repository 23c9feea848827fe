// clasp as far as it goes without Google: clasp's own command reads its options and arguments; what would be asked of Google is kept
// in a folder instead. CLASP_REMOTE names it.
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire, register } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = resolve('node_modules/@google/clasp/build/src/commands');
const [, , wanted = ''] = process.argv;
const remote = process.env.CLASP_REMOTE ?? '';
/** The same that clasp parses its options with. */
const { Command } = createRequire(join(folder, 'push.js'))('commander');

/** Google's own client takes half a second to load and is never called here: under its names stands nothing. */
const module = (text) => `data:text/javascript,${encodeURIComponent(text)}`;
const NOTHING = module(`
  export const google = {};
  export class GoogleAuth {}
  export class OAuth2Client {}
  export class GaxiosError {}`);
register(
  module(`export const resolve = (name, from, next) =>
    /^(googleapis|googleapis-common|google-auth-library)$/.test(name)
      ? { url: ${JSON.stringify(NOTHING)}, shortCircuit: true }
      : next(name, from);`),
);

/** clasp's own rule: the files lie in the project file's folder or below. */
function projectIn(file) {
  const { scriptId, rootDir = '.' } = JSON.parse(readFileSync(file, 'utf8'));
  const content = resolve(dirname(file), rootDir);
  if (relative(dirname(resolve(file)), content).startsWith('..'))
    throw new Error(`Security Error: srcDir "${rootDir}" escapes project root.`);
  return { scriptId, content };
}

/** A script as Google keeps it: what runs now, and every version that was made of it. */
function scriptOf({ project = '.clasp.json' }) {
  const { scriptId, content } = projectIn(project);
  const own = join(remote, scriptId);
  mkdirSync(join(own, 'head'), { recursive: true });
  mkdirSync(content, { recursive: true });
  const list = join(own, 'versions.json');
  const versions = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
  return { folder: own, versions, content, keep: (all) => writeFileSync(list, JSON.stringify(all)) };
}

function replace(from, to) {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  cpSync(from, to, { recursive: true });
  return readdirSync(to);
}

const ANSWERS = {
  'show-authorized-user': () => ({ loggedIn: true, email: 'ana@desk.example' }),
  'list-versions': (script) => script.versions,
  push: (script) => replace(script.content, join(script.folder, 'head')),
  'create-version'(script, [description]) {
    const versionNumber = script.versions.length + 1;
    replace(join(script.folder, 'head'), join(script.folder, String(versionNumber)));
    script.keep([...script.versions, { versionNumber, description }]);
    return { versionNumber };
  },
  pull: (script, _args, { versionNumber }) => ({
    pulledFiles: replace(join(script.folder, versionNumber), script.content),
  }),
};

if (!(wanted in ANSWERS)) throw new Error(`the stand-in has no ${wanted}`);
const { command } = await import(pathToFileURL(join(folder, `${wanted}.js`)).href);
// The options of clasp's program itself, as program.js has them.
const program = new Command('clasp')
  .exitOverride()
  .storeOptionsAsProperties(false)
  .option('-A, --auth <file>')
  .option('-u,--user <name>')
  .option('--adc')
  .option('--json')
  .option('--allow-symlinks')
  .option('-I, --ignore <file>')
  .option('-P, --project <file>')
  .addCommand(command.exitOverride());
command.action((...given) => {
  const args = given.slice(0, -2);
  const said = command.optsWithGlobals();
  appendFileSync(join(remote, 'calls.jsonl'), `${JSON.stringify({ name: wanted, args, said })}\n`);
  const answer = ANSWERS[wanted](scriptOf(said), args, said);
  if (said.json) console.log(JSON.stringify(answer));
});
try {
  await program.parseAsync(process.argv);
} catch (error) {
  // As clasp's own index: what its options say is printed, and it ends well.
  if (error?.constructor?.name !== 'CommanderError') {
    process.exitCode = 1;
    console.error(error instanceof Error ? error.message : error);
  }
}
