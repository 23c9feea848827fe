// npm run scenario -- FILE.json [--out DIR]: the result goes to stdout, all else to stderr.
import { scenarioCommand } from './scenarioCommand';

// The reader has closed the pipe, as `| head` does.
process.stdout.on('error', () => process.exit());

const root = process.cwd();
scenarioCommand(process.argv.slice(2), {
  root,
  cwd: process.env.INIT_CWD ?? root,
  say: (line) => void process.stderr.write(`${line}\n`),
  print: (text) => void process.stdout.write(text),
}).then((code) => {
  process.exitCode = code;
});
