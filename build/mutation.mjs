// npm run mutation -- [--folder stages,desk,sheets,solver] [--sample N] [--seed S] [--within SECONDS]
// Changes the code of a folder, one change at a time, and looks whether a test notices. How to read what it prints:
// CONTRIBUTING.md.
import { fork } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FORMS, readWords, UsageError, wholeNumber } from './commandLine.cjs';
import { noPackages } from './node.mjs';
import { keptByNpm } from './swallowed.mjs';

const FOLDERS = ['stages', 'desk', 'sheets', 'solver'];
// Those that read src itself; the others read the bundle, or what stands on disk.
const TESTS = ['solver', 'domain', 'sheets', 'messages', 'stages', 'desk', 'google'];
// Longer than all others together, over code that those reach too; or with mocks of modules, which the worker has not.
const LEFT_OUT = [
  'test/desk/month.test.ts',
  'test/domain/holidayRules.test.ts',
  'test/google/bundle.test.ts',
];
const HOME = 'build/local/mutation';
const PATIENCE = 10; // seconds of the processor for a test that takes next to none
const HITS = 100; // times as often as a test without the mutant comes by: it does not end

/** Seconds of the processor that a process has had; on systems that do not tell, those of the clock. */
function spentBy(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return performance.now() / 1000;
  }
}

/** A process that runs tests; a new one when it died, or was ended because a test did not. */
function startWorker(plan) {
  let child;
  const ask = (action, what, patienceOf) =>
    new Promise((resolve) => {
      child ??= fork(fileURLToPath(new URL('./mutationWorker.mjs', import.meta.url)), {
        execArgv: ['--max-old-space-size=1500'],
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      });
      const { pid } = child;
      let trying;
      let since = spentBy(pid);
      const begun = since;
      const end = (answer) => {
        clearInterval(watch);
        child?.removeAllListeners();
        resolve(answer);
      };
      const gone = (why) => {
        const seconds = spentBy(pid) - begun;
        end({ status: 'timed out', why, by: trying, seconds });
        child.kill('SIGKILL');
        child = undefined;
      };
      const watch = setInterval(() => {
        if (spentBy(pid) - since > patienceOf(trying)) gone('did not end');
      }, 500);
      child.on('exit', () => gone('died'));
      child.on('message', (message) => {
        if (message.done !== undefined) return end(message.done);
        trying = message.trying;
        since = spentBy(pid);
      });
      child.send({ plan });
      child.send({ action, ...what });
    });
  return { ask, stop: () => child?.disconnect() };
}

/** What every test reaches of the mutants, and what it takes. */
async function lookAll(worker) {
  const files = TESTS.flatMap((folder) =>
    readdirSync(`test/${folder}`, { recursive: true })
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => `test/${folder}/${name}`),
  ).filter((file) => !LEFT_OUT.includes(file));
  const looks = [];
  const unfit = [];
  for (const file of files.sort()) {
    const look = await worker.ask('look', { file }, () => Infinity);
    if (look.failed === undefined || look.failed.length > 0)
      unfit.push({ file, why: look.failed?.[0]?.[1] ?? look.why });
    if (look.failed !== undefined) looks.push(look);
  }
  return { looks, unfit };
}

/** How far a test file is from the mutated one: it imports it, lies beside it, or neither. */
function distance({ file, direct }, mutant) {
  if (direct.includes(mutant.file)) return 0;
  return file.startsWith(`test/${mutant.folder.slice('src/'.length)}/`) ? 1 : 2;
}

/** The tests that reach a mutant, by file, the closest file first, then the one that takes least; the quickest first. */
function reaching(mutant, looks) {
  const groups = [];
  for (const { file, tests, failed, spent, direct, reached } of looks) {
    const unfit = new Set(failed.map(([number]) => number));
    const fit = [...Array(tests).keys()].filter((number) => !unfit.has(number));
    const own = fit.filter((number) => reached[`#${number}`]?.[mutant.id]);
    const ofFile = reached.file?.[mutant.id] ?? 0;
    // What is evaluated once for the file may matter to any of its tests.
    const numbers = own.length === 0 && ofFile > 0 ? fit : own;
    if (numbers.length === 0) continue;
    const seconds = (number) => spent[number] ?? 0;
    groups.push({
      file,
      far: distance({ file, direct }, mutant) + (own.length === 0 ? 3 : 0),
      tests: numbers
        .map((number) => ({ number, seconds: seconds(number) }))
        .sort((a, b) => a.seconds - b.seconds),
      whole: numbers.reduce((sum, number) => sum + seconds(number), 0),
      hits: ofFile + Math.max(...numbers.map((number) => reached[`#${number}`]?.[mutant.id] ?? 0)),
    });
  }
  return groups.sort((a, b) => a.far - b.far || a.whole - b.whole);
}

/** As many of the tests as fit into so many seconds; a file has no more than a third of them. */
function fitting(groups, within) {
  const START = 0.15; // seconds that a world takes to be evaluated
  let left = within;
  const fit = [];
  for (const { file, tests } of groups) {
    let own = Math.min(left, within / 3) - START;
    const numbers = [];
    for (const { number, seconds } of tests) {
      if (own < seconds) break;
      own -= seconds;
      left -= seconds;
      numbers.push(number);
    }
    if (numbers.length === 0) continue;
    left -= START;
    fit.push({ file, numbers: numbers.sort((a, b) => a - b) });
  }
  return fit;
}

async function tryOne(mutant, looks, worker, within) {
  const groups = reaching(mutant, looks);
  const reach = groups.reduce((sum, { tests }) => sum + tests.length, 0);
  if (reach === 0) return { ...mutant, status: 'no coverage', reach, tried: 0, seconds: 0 };
  const seconds = new Map(
    groups.flatMap(({ file, tests }) => tests.map((test) => [`${file} #${test.number}`, test.seconds])),
  );
  const patience = (trying) => PATIENCE + 5 * (seconds.get(trying) ?? 0);
  const hitLimit = HITS * Math.max(...groups.map(({ hits }) => hits), 100);
  const what = { id: mutant.id, groups: fitting(groups, within), hitLimit };
  return { ...mutant, reach, ...(await worker.ask('tryMutant', what, patience)) };
}

/** Wilson's interval for a share: where 95 of 100 such samples find it. */
function interval(hit, all) {
  if (all === 0) return [0, 1];
  const z = 1.96;
  const share = hit / all;
  const middle = share + (z * z) / (2 * all);
  const half = z * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all));
  return [(middle - half) / (1 + (z * z) / all), (middle + half) / (1 + (z * z) / all)];
}

const percent = (share) => `${(100 * share).toFixed(1)}%`;
const oneLine = (text) => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 90 ? `${line.slice(0, 87)}...` : line;
};
const told = ({ file, line, column, kind, before, after, status, tried, reach }) =>
  `  ${status} ${file}:${line}:${column} ${kind}, ${tried} of ${reach} tests\n    - ${oneLine(before)}\n    + ${oneLine(after)}`;

function tell(folder, all, results, looking) {
  const count = (status) => results.filter((result) => result.status === status).length;
  const caught = count('killed') + count('timed out');
  const [low, high] = interval(caught, results.length);
  const seconds = results.reduce((sum, result) => sum + result.seconds, 0);
  const whole = looking + (seconds / Math.max(1, results.length)) * all;
  console.log(
    `src/${folder}: ${all} mutants; tried ${results.length}: ${count('killed')} killed, ${count('timed out')} timed out, ` +
      `${count('survived')} survived, ${count('no coverage')} that no test reaches; ` +
      `${percent(caught / results.length)} (${percent(low)} to ${percent(high)}); ` +
      `${Math.round(seconds)} s of the processor, all of them ${(whole / 3600).toFixed(1)} h`,
  );
}

const kept = keptByNpm();
if (kept !== null) {
  console.error(kept);
  process.exit(2);
}
/** @throws UsageError where a sample of nothing, or of a folder that there is not, would be drawn */
function readOptions() {
  const { values } = readWords(FORMS.mutation, process.argv.slice(2));
  const folders = values.folder?.split(',') ?? FOLDERS;
  const unknown = folders.filter((folder) => !FOLDERS.includes(folder));
  if (unknown.length > 0)
    throw new UsageError(`There are no mutants of ${unknown.join(', ')}: name ${FOLDERS.join(', ')}.`);
  const { sample, seed } = values;
  return {
    folders,
    seed,
    sample: sample === undefined ? Infinity : wholeNumber('--sample', sample, { least: 1 }),
    within: wholeNumber('--within', values.within, { least: 1 }),
  };
}

let asked;
try {
  asked = readOptions();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exit(2);
}
const { folders, seed, sample, within } = asked;

const lack = noPackages();
if (lack !== null) {
  console.error(lack);
  process.exit(1);
}
// Not before: it needs packages to be read at all.
const { sampleOf } = await import('./mutationSample.mjs');
const { parts, code } = await sampleOf(folders, sample, seed);
for (const { folder, all, tried } of parts)
  console.log(`src/${folder}: ${all} mutants, ${tried.length} are tried`);
const OUT = `${HOME}/${folders.join('-')}-${seed}`;
mkdirSync(OUT, { recursive: true });
const plan = `${OUT}/plan.json`;
writeFileSync(plan, JSON.stringify(code));
const worker = startWorker(plan);

const begun = process.hrtime.bigint();
const { looks, unfit } = await lookAll(worker);
const looking = looks.reduce((sum, { spent }) => sum + spent.reduce((a, b) => a + (b ?? 0), 0), 0);
for (const { file, why } of unfit) console.log(`  without a mutant ${file}: ${oneLine(why)}`);
console.log(`what the tests reach: ${Math.round(looking)} s of the processor`);

const results = [];
for (const { folder, all, tried } of parts) {
  const own = [];
  for (const mutant of tried) {
    const result = await tryOne(mutant, looks, worker, within);
    own.push(result);
    results.push(result);
    if (result.status === 'survived' || result.status === 'no coverage') console.log(told(result));
    writeFileSync(`${OUT}/results.json`, JSON.stringify(results, null, 1));
  }
  tell(folder, all, own, looking);
}
worker.stop();
const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
console.log(`${Math.round(seconds)} s by the clock; the results stand in ${OUT}/results.json`);
