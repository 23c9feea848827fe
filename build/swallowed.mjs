// Options that npm kept for itself because the two dashes before them were left out: asked by every script that takes some, before it
// does anything. Without it `npm run deploy --check` would push.

/** What each npm script takes; `no-…` where it is taken in that form. npm hands on what it keeps as npm_config_… */
const OPTIONS = {
  start: [
    'funds',
    'trades',
    'date',
    'until',
    'dry-run',
    'seed',
    'fresh',
    'empty',
    'slow',
    'consumer',
    'dir',
    'as',
    'no-serve',
  ],
  scenario: ['out'],
  build: ['secret-manager', 'if-changed'],
  feeds: ['port', 'token', 'date', 'dir'],
  doctor: ['target', 'secret-manager', 'no-secret-manager', 'back'],
  deploy: ['target', 'secret-manager', 'no-secret-manager', 'back', 'check'],
  test: ['all'],
  'test:days': ['seeds', 'from', 'keep', 'parts'],
  'test:faults': ['count', 'seed', 'part', 'only', 'of', 'json'],
  bench: ['against', 'seed', 'write'],
  mutation: ['folder', 'sample', 'seed', 'within'],
  readme: ['check'],
};

/** npm's own words for two scripts, which need no `run`. */
const SHORT = ['start', 'test'];

/** @returns the command as it has to be written; null = npm kept nothing */
function swallowed(env, args) {
  const script = env.npm_lifecycle_event ?? '';
  if (!Object.hasOwn(OPTIONS, script)) return null;
  const taken = OPTIONS[script].flatMap((option) => keptOf(env, option));
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
  if (value === undefined) return [];
  const isNo = value === '' || value === 'false';
  if (isNo || isNegated) return isNo && isNegated ? [`--${option}`] : [];
  return value.split('\n\n').map((one) => (one === 'true' ? `--${name}` : `--${name}=${one}`));
}

/** What to say, for whoever ends with 2; null = nothing was kept. */
export function keptByNpm(env = process.env, args = process.argv.slice(2)) {
  const meant = swallowed(env, args);
  return meant === null
    ? null
    : `npm kept options for itself, and nothing was done. Two dashes before them hand them on: ${meant}`;
}
