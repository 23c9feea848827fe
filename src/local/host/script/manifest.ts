// The script's manifest, as far as the host follows it: its time zone, and what it may see in Drive.
import { join } from 'node:path';
import * as v from 'valibot';
import { readJson } from '../book/files';

const Manifest = v.looseObject({
  timeZone: v.optional(v.string(), 'America/Sao_Paulo'),
  oauthScopes: v.optional(v.array(v.string()), []),
});

export interface Manifest {
  readonly timeZone: string;
  /** Whether it sees in Drive only what it has made itself, for the user who runs it. */
  readonly ownFilesOnly: boolean;
}

const AUTH = 'https://www.googleapis.com/auth/';

/** A folder without a manifest is a script that asks for everything it needs. */
export function readManifest(dir: string): Manifest {
  const { timeZone, oauthScopes } = readJson(join(dir, 'appsscript.json'), Manifest) ?? v.parse(Manifest, {});
  const ownFilesOnly = oauthScopes.includes(`${AUTH}drive.file`) && !oauthScopes.includes(`${AUTH}drive`);
  return { timeZone, ownFilesOnly };
}
