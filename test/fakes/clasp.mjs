// clasp as far as it goes without Google: its own program reads commands, options and project files; what would be asked of Google
// is kept in a folder instead. CLASP_REMOTE names it.
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
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const commands = pathToFileURL(resolve('node_modules/@google/clasp/build/src/commands/program.js')).href;
const { makeProgram } = await import(commands);
const remote = process.env.CLASP_REMOTE ?? '';

/** A script as Google keeps it: what runs now, and every version that was made of it. */
function scriptOf({ clasp }) {
  const { project, files } = clasp.options ?? {};
  const folder = join(remote, project.scriptId);
  mkdirSync(join(folder, 'head'), { recursive: true });
  const list = join(folder, 'versions.json');
  const versions = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
  return {
    folder,
    versions,
    content: files.contentDir,
    keep: (all) => writeFileSync(list, JSON.stringify(all)),
  };
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

const program = makeProgram();
for (const command of program.commands) {
  const name = command.name();
  command.action(function (...given) {
    const options = this.optsWithGlobals();
    const answer = ANSWERS[name];
    if (!answer) throw new Error(`the stand-in has no ${name}`);
    const { clasp: _own, authInfo: _info, ...said } = options;
    appendFileSync(
      join(remote, 'calls.jsonl'),
      `${JSON.stringify({ name, args: given.slice(0, -2), said })}\n`,
    );
    const script = scriptOf(options);
    const result = answer(script, given.slice(0, -2), options);
    if (options.json) console.log(JSON.stringify(result));
  });
}
try {
  await program.parseAsync(process.argv);
} catch (error) {
  // As clasp's own index: what its options say is printed, and it ends well.
  if (error?.constructor?.name !== 'CommanderError') {
    process.exitCode = 1;
    console.error(error instanceof Error ? error.message : error);
  }
}
