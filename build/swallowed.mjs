// Options that npm kept for itself because the two dashes before them were left out: asked by every script that takes some, before it
// does anything. Without it `npm run deploy --check` would push.
import { FORMS } from './commandLine.cjs';

/** npm answers these itself, whatever the script. */
const NPM_ANSWERS = ['help', 'version', 'versions', 'script'];

/** What a script takes and npm may keep; npm hands it on as npm_config_… */
function optionsOf(script) {
  if (!Object.hasOwn(FORMS, script)) return [];
  return Object.keys(FORMS[script]).filter((name) => !NPM_ANSWERS.includes(name));
}

/** npm's own words for two scripts, which need no `run`. */
const SHORT = ['start', 'test'];

/** @returns the command as it has to be written; null = npm kept nothing */
function swallowed(env, args) {
  const script = env.npm_lifecycle_event ?? '';
  const taken = optionsOf(script).flatMap((option) => keptOf(env, option));
  if (taken.length === 0) return null;
  const command = SHORT.includes(script) ? `npm ${script}` : `npm run ${script}`;
  // npm leaves the value of an option that it does not know behind: `--date 2026-11-16` arrives as the bare date.
  return [command, '--', ...taken, ...args].join(' ');
}

/** npm writes `true` once each time that an option without a value is said, between empty lines. */
function keptOf(env, option) {
  const isNegated = option.startsWith('no-');
  const name = isNegated ? option.slice(3) : option;
  const value = env[`npm_config_${name.replaceAll('-', '_')}`];
  if (value === undefined) return isTakenFor(env, name) ? [`--${name}`] : [];
  const isNo = value === '' || value === 'false';
  if (isNo || isNegated) return isNo && isNegated ? [`--${option}`] : [];
  return value.split('\n\n').map((one) => (one === 'true' ? `--${name}` : `--${name}=${one}`));
}

/** What npm takes some of them for: a word of its own that begins so, or several of one letter. It may drop the value. */
const TAKEN_FOR = { as: { all: 'true', loglevel: 'silent' }, token: { token_description: null } };

const isTakenFor = (env, name) =>
  Object.hasOwn(TAKEN_FOR, name) &&
  Object.entries(TAKEN_FOR[name]).every(([own, wanted]) => {
    const value = env[`npm_config_${own}`];
    return wanted === null ? value !== undefined : value === wanted;
  });

/** What to say, for whoever ends with 2; null = nothing was kept. */
export function keptByNpm(env = process.env, args = process.argv.slice(2), platform = process.platform) {
  const meant = swallowed(env, args);
  if (meant === null) return null;
  // PowerShell takes the two dashes away before many a npm sees them; in quotes they stay.
  const where = platform === 'win32' ? " (in PowerShell in quotes, '--')" : '';
  return `npm kept options for itself, and nothing was done. Two dashes before them${where} hand them on: ${meant}`;
}
