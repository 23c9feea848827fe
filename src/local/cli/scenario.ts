// npm run scenario -- FILE.json [--out DIR]: the result goes to stdout, all else to stderr.
import { openOutput } from './output';
import { scenarioCommand } from './scenarioCommand';

// The result is the last thing that it does: nothing is left to be stopped.
const print = openOutput({
  out: process.stdout,
  err: process.stderr,
  stop: () => false,
  exit: (code) => process.exit(code),
});

const root = process.cwd();
scenarioCommand(process.argv.slice(2), {
  root,
  cwd: process.env.INIT_CWD ?? root,
  say: (line) => void process.stderr.write(`${line}\n`),
  print,
}).then((code) => {
  process.exitCode = code;
});
