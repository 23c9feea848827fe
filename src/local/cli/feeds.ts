// npm run feeds: the examples of docs/feeds.md over HTTP on this machine, until it is stopped.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FORMS, isDay, readWords, UsageError, wholeNumber } from '../../../build/commandLine.cjs';
import { checkoutDir, saoPauloDate } from '../host';
import { examplesIn, openStandIn } from '../market';
import { codeOf } from './troubles';

async function main(): Promise<void> {
  const { values } = readWords(FORMS.feeds, process.argv.slice(2));
  const { token, date = saoPauloDate(Date.now()) } = values;
  // npm starts it in the checkout, whose folders are not the reader's.
  const dir = values.dir === undefined ? null : resolve(process.env.INIT_CWD ?? '.', values.dir);
  const port = wholeNumber('--port', values.port, { most: 65_535, like: 8787 });
  if (!isDay(date)) throw new UsageError(`--date ${date} is not a day, such as 2026-10-14.`);
  if (dir !== null && statSync(dir, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new UsageError(`--dir ${dir} is no folder.`);
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new UsageError('--token is letters, digits and marks without a blank, such as --token stand-in');
  const examples = examplesIn(readFileSync(join(checkoutDir(), 'docs', 'feeds.md'), 'utf8'));
  const standIn = await openStandIn({ port, token, date, dir, examples });
  console.log(`TRADING_API_URL and INAV_API_URL: ${standIn.url}   token: ${token}`);
  for (const address of examples.keys()) {
    const own = dir === null ? null : join(dir, `${address}.json`);
    console.log(`  ${standIn.url}${address}${own !== null && existsSync(own) ? `   from ${own}` : ''}`);
  }
  console.log('Ctrl-C ends it.');
}

/** What a system says of a port that it does not give. */
const REFUSED: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is taken: end what listens there, or name another with --port (0 = any that is free)',
  EACCES: 'is not for you to use: name one above 1023 with --port',
};

main().catch((error: Error) => {
  const why = REFUSED[codeOf(error) ?? ''];
  console.error(why === undefined || !('port' in error) ? error.message : `Port ${error.port} ${why}.`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
