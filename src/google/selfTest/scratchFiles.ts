// The self-test's own file in the Drive of whoever runs it.
import { driveService, findFile } from '../drive';

/** With all that a search in Drive has to escape. */
export const SCRATCH_FILE = `self-test d'Ávila \\ "x" %.csv`;
/** Somebody would have to make more of them by hand. */
const MOST = 20;

/** Puts all of that name into the bin, those of earlier self-tests too. */
export function binScratchFiles(): void {
  if (typeof Drive === 'undefined' || Drive.Files === undefined) return;
  for (let n = 0; n < MOST; n += 1) {
    const found = findFile('root', SCRATCH_FILE, null);
    if (found === null) return;
    driveService().Files.update({ trashed: true }, found);
  }
}
