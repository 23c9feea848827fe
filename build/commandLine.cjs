// What each npm script takes, in one place: how its words are read (strictly, nothing twice), and which of them npm keeps for itself
// where the two dashes before them are left out (swallowed.mjs). Needs Node alone: npm start reads it before anything is installed.
// A module of the older kind, which Node, jest and the laptop's desk read alike.
const { parseArgs } = require('node:util');

/** The command line is wrong; the message says how to write it. */
class UsageError extends Error {}

const TEXT = /** @type {const} */ ({ type: 'string' });
const FLAG = /** @type {const} */ ({ type: 'boolean', default: false });

/** npm run doctor is a deployment that only looks. */
const DEPLOY = /** @type {const} */ ({
  target: TEXT,
  'secret-manager': FLAG,
  'no-secret-manager': FLAG,
  versions: FLAG,
  back: TEXT,
  check: FLAG,
  help: FLAG,
});

/** By script as package.json names it. */
const FORMS = /** @type {const} */ ({
  start: {
    funds: TEXT,
    trades: TEXT,
    date: TEXT,
    until: TEXT,
    'dry-run': FLAG,
    seed: TEXT,
    fresh: FLAG,
    empty: FLAG,
    'no-serve': FLAG,
    slow: FLAG,
    consumer: FLAG,
    dir: { type: 'string', default: '.local' },
    as: TEXT,
    script: TEXT,
    help: FLAG,
  },
  scenario: { out: TEXT },
  build: { 'secret-manager': FLAG, 'if-changed': FLAG },
  feeds: {
    port: { type: 'string', default: '8787' },
    token: { type: 'string', default: 'stand-in' },
    date: TEXT,
    dir: TEXT,
  },
  doctor: DEPLOY,
  deploy: DEPLOY,
  // Whatever else is said goes to jest.
  test: { all: FLAG },
  'test:days': {
    seeds: { type: 'string', default: '3000' },
    from: { type: 'string', default: '1' },
    keep: TEXT,
    parts: TEXT,
  },
  'test:faults': {
    count: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    part: { type: 'string', default: '1' },
    // Not `only` and `of`: npm has words of its own for these.
    kinds: TEXT,
    operations: { type: 'string', default: '' },
    json: FLAG,
  },
  bench: { against: TEXT, alone: FLAG, seed: TEXT, write: FLAG },
  mutation: {
    folder: TEXT,
    sample: TEXT,
    seed: { type: 'string', default: '1' },
    within: { type: 'string', default: '30' },
  },
  readme: { check: FLAG },
  'test:sql': {},
});

const listed = (options) => {
  const names = Object.keys(options).map((name) => `--${name}`);
  return names.length === 0 ? 'it takes no options.' : `its options: ${names.join(', ')}.`;
};

/**
 * The options of a command line and the words beside them.
 * @template {import('node:util').ParseArgsConfig['options'] & {}} const Form
 * @param {Form} options
 * @param {readonly string[]} args
 * @param {{ words?: boolean, help?: string }} [more] whether it takes words beside its options, and what to say beside a fault
 * @throws UsageError where one is unknown, without its value, or said twice: one of the two would be dropped without a word
 */
function readWords(options, args, { words = false, help = listed(options) } = {}) {
  try {
    const read = parseArgs({
      args: [...args],
      options,
      strict: true,
      allowPositionals: words,
      tokens: true,
    });
    const seen = new Map();
    for (const token of read.tokens) {
      if (token.kind !== 'option') continue;
      const name = token.name.replace(/^no-/, '');
      const before = seen.get(name);
      if (before === token.rawName) throw new UsageError(`${token.rawName} is said twice; say it once.`);
      if (before !== undefined)
        throw new UsageError(`${before} and ${token.rawName} say the opposite of each other; leave one out.`);
      seen.set(name, token.rawName);
    }
    return { values: read.values, words: read.positionals };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${faultOf(error.message)}; ${help}`);
  }
}

/** @param {string} said as Node says it, with the form of the option and over several lines */
function faultOf(said) {
  const [, without, why] =
    /^Option '.*?(--[\w-]+)(?: <value>)?' argument (missing|is ambiguous)/.exec(said) ?? [];
  if (without === undefined) return said.split('. ')[0].replace(/\.$/, '');
  return `${without} needs a value${why === 'missing' ? '' : ', and one that begins with a dash stands behind ='}`;
}

/**
 * @param {string} option such as `--seed`
 * @param {string} text
 * @param {{ least?: number, most?: number, like?: number }} [range] `like` = an example
 * @throws UsageError where it is no whole number from `least` to `most`: half of a run would have been asked for in vain
 */
function wholeNumber(
  option,
  text,
  { least = 0, most = Number.MAX_SAFE_INTEGER, like = Math.max(least, 7) } = {},
) {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  const range = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
  throw new UsageError(`${option} "${text}" is not a whole number ${range}; write it like ${option} ${like}`);
}

/** @param {string} text whether it is a day that there is, as YYYY-MM-DD */
function isDay(text) {
  const noon = new Date(`${text}T12:00:00Z`);
  return !Number.isNaN(noon.getTime()) && noon.toISOString().slice(0, 10) === text;
}

const SAMPLE_DAY = '2026-11-13';

/**
 * The options of npm start, as far as they are read without packages: before any is installed.
 * @param {readonly string[]} args
 * @throws UsageError
 */
function readStart(args) {
  const { values } = readWords(FORMS.start, args, { help: 'npm start -- --help lists the options.' });
  const { date } = values;
  if (date !== undefined && !isDay(date))
    throw new UsageError(`--date "${date}" is not a date; write it like --date ${SAMPLE_DAY}`);
  return values;
}

/** @param {readonly string[]} args of npm start; @returns what is wrong with them; null = nothing */
function faultOfStart(args) {
  try {
    readStart(args);
    return null;
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
}

module.exports = { FORMS, UsageError, faultOfStart, isDay, readStart, readWords, wholeNumber };
