// npm run feeds: the examples of docs/feeds.md over HTTP on this machine, until it is stopped.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkoutDir, saoPauloDate } from '../host';
import { examplesIn, openStandIn } from '../market';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8787' },
      token: { type: 'string', default: 'stand-in' },
      date: { type: 'string', default: saoPauloDate(Date.now()) },
      dir: { type: 'string' },
    },
  });
  const { token, date, dir = null } = values;
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port ${values.port} is not a port, such as 8787.`);
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) throw new Error(`--date ${date} is not a day, such as 2026-10-14.`);
  const examples = examplesIn(readFileSync(join(checkoutDir(), 'docs', 'feeds.md'), 'utf8'));
  const standIn = await openStandIn({ port, token, date, dir, examples });
  console.log(`TRADING_API_URL and INAV_API_URL: ${standIn.url}   token: ${token}`);
  for (const address of examples.keys()) console.log(`  ${standIn.url}${address}`);
  console.log('Ctrl-C ends it.');
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
