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

/** Those that take words beside their options. */
const TAKES_WORDS = ['scenario', 'test', 'bench'];

/** @returns what npm kept, as `{ option, value }`, and the command as it has to be written, null = nobody can tell; null = npm kept nothing */
function swallowed(env, args) {
  const script = env.npm_lifecycle_event ?? '';
  const taken = optionsOf(script).flatMap((option) => keptOf(env, option));
  if (taken.length === 0) return null;
  const short = SHORT.includes(script) ? `npm ${script}` : `npm run ${script}`;
  const words = meantBy(script, taken, args);
  return { taken, command: words === null ? null : [short, '--', ...words].join(' ') };
}

/**
 * npm leaves the value of an option that it does not know behind: `--date 2026-11-16` arrives as the bare date. Whose a word is can be
 * told only where there is one of each: npm does not say in which order they stood.
 */
function meantBy(script, taken, args) {
  const first = args.findIndex((arg) => arg.startsWith('-'));
  const loose = first < 0 ? args : args.slice(0, first);
  const rest = args.slice(loose.length);
  const takesWords = TAKES_WORDS.includes(script);
  const lacking = taken.filter(({ option, value }) => value === null && isText(script, option));
  const [without] = lacking;
  if (without === undefined ? loose.length > 0 && !takesWords : takesWords) return null;
  if (without !== undefined && (lacking.length > 1 || loose.length !== 1 || without.isLost)) return null;
  const written = ({ option, value }) => {
    if (value !== null) return [`--${option}=${value}`];
    return isText(script, option) ? [`--${option}`, ...loose] : [`--${option}`];
  };
  const words = [...taken.flatMap(written), ...(without === undefined ? loose : []), ...rest];
  // A shell would make something else of it in quotes too.
  if (words.some((word) => /["$`!%]/.test(word))) return null;
  return words.map((word) => (/^[\w./:@=+,-]+$/.test(word) ? word : `"${word}"`));
}

const isText = (script, option) => FORMS[script][option].type === 'string';

/** npm writes `true` once each time that an option without a value is said, between empty lines. */
function keptOf(env, option) {
  const isNegated = option.startsWith('no-');
  const name = isNegated ? option.slice(3) : option;
  const value = env[`npm_config_${name.replaceAll('-', '_')}`];
  if (value === undefined) return takenFor(env, name);
  const isNo = value === '' || value === 'false';
  if (isNo || isNegated) return isNo && isNegated ? [{ option, value: null }] : [];
  return value.split('\n\n').map((one) => ({ option: name, value: one === 'true' ? null : one }));
}

/** What npm takes some of them for: a word of its own that begins so, or several of one letter. It may drop the value. */
const TAKEN_FOR = { as: { all: 'true', loglevel: 'silent' }, token: { token_description: null } };

function takenFor(env, name) {
  if (!Object.hasOwn(TAKEN_FOR, name)) return [];
  const all = Object.entries(TAKEN_FOR[name]);
  const isTaken = all.every(([own, wanted]) => {
    const value = env[`npm_config_${own}`];
    return wanted === null ? value !== undefined : value === wanted;
  });
  return isTaken ? [{ option: name, value: null, isLost: all.some(([, wanted]) => wanted === null) }] : [];
}

/** What to say, for whoever ends with 2; null = nothing was kept. */
export function keptByNpm(env = process.env, args = process.argv.slice(2), platform = process.platform) {
  const kept = swallowed(env, args);
  if (kept === null) return null;
  // PowerShell takes the two dashes away before many a npm sees them; in quotes they stay.
  const where = platform === 'win32' ? " (in PowerShell in quotes, '--')" : '';
  const said = 'npm kept options for itself, and nothing was done.';
  if (kept.command !== null) return `${said} Two dashes before them${where} hand them on: ${kept.command}`;
  const names = [...new Set(kept.taken.map(({ option }) => `--${option}`))];
  return `${said} Write two dashes${where} before your options, then each with its value; npm kept ${names.join(', ')}.`;
}
