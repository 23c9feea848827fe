// What npm start runs once everything is installed and bundled; build/start.mjs brings it here from the checkout's root.
import { setFlagsFromString } from 'node:v8';
import { openOutput } from './output';
import { coloured, plain } from './paint';
import { run } from './run';
import { openWorld } from './world';

// What a day leaves behind is collected early rather than late: a fifth less memory for a tenth more work.
setFlagsFromString('--heap-growing-percent=25');

const isWatched = process.stdout.isTTY === true && process.env.NO_COLOR === undefined;

const print = openOutput({
  out: process.stdout,
  err: process.stderr,
  stop: () => process.emit('SIGTERM', 'SIGTERM'),
  exit: (code) => process.exit(code),
});

run(process.argv.slice(2), {
  root: process.cwd(),
  cwd: process.env.INIT_CWD ?? process.cwd(),
  paint: isWatched ? coloured : plain,
  print,
  openWorld,
}).then((code) => {
  // Whatever could not be closed, as on a full disk, keeps nobody waiting; the last line goes out first.
  process.stdout.write('', () => process.exit(code));
});
