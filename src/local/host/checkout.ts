// Where the project lies: code runs from src (tests) or bundled from build/local (npm start), so look upwards.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const MARK = join('src', 'local', 'host', 'checkout.ts');

export function checkoutDir(from: string = __dirname): string {
  if (existsSync(join(from, MARK))) return from;
  if (dirname(from) === from) throw new Error('The project was not found; start the desk from its checkout.');
  return checkoutDir(dirname(from));
}
