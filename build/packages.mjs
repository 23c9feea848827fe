// Before a program of somebody else's: says in a sentence what of the packages is missing, which the program itself could only trace.
import { noPackages } from './node.mjs';

const lack = noPackages();
if (lack !== null) {
  console.error(lack);
  process.exitCode = 1;
}
