// Tries on the real platform what no laptop can know. A further item is a row in one of the four tables.
import { busyError, LOCK_WAIT_MS } from '../../desk/alone';
import { tryNote } from '../../desk/log/note';
import type { Services } from '../../desk/services';
import type {
  Finding,
  SelfTestReport,
  SelfTestWish,
  TestedItem,
  TestState,
} from '../../desk/setUp/selfTestReport';
import { msg } from '../../language/message';
import { saidBy } from '../../language/print';
import { readSettingsTab } from '../../stages/day/inputs';
import { build } from '../build';
import { inTheEnd } from '../inTheEnd';
import { CELL_TESTS } from './cells';
import { clearAway, finding, type Lab, openLab, SCRATCH_TAB, type SelfTest } from './lab';
import { OUTSIDE_TESTS } from './outside';
import { RUN_TESTS } from './runs';
import { SERVICE_TESTS } from './service';

export const SELF_TESTS: readonly SelfTest[] = [
  ...CELL_TESTS,
  ...SERVICE_TESTS,
  ...OUTSIDE_TESTS,
  ...RUN_TESTS,
];

/** Touches no tab, state or journal of the day but for its own row in the log. @throws while another self-test runs */
export function selfTest(services: Services, wish: SelfTestWish = {}): SelfTestReport {
  // Not the desk's own lock: the day goes on beside it.
  const lock = LockService.getScriptLock();
  if (!lock.tryLock(LOCK_WAIT_MS)) throw busyError();
  const report = inTheEnd(
    () => tried(services, wish),
    () => lock.releaseLock(),
  );
  services.lock.exclusively(LOCK_WAIT_MS, () => tryNote(services, noteOf(report)));
  return report;
}

function tried(services: Services, wish: SelfTestWish): SelfTestReport {
  const { settings } = readSettingsTab((tab) => services.book.read(tab));
  const lab = openLab(services, settings, wish);
  const looked = lookedAt(lab);
  clearAway(lab);
  const wanted = SELF_TESTS.filter(({ id }) => wish.only === undefined || wish.only.includes(id));
  const items: TestedItem[] = [];
  let left: SelfTestReport['left'] = [];
  inTheEnd(
    () => {
      for (const test of wanted) items.push(attempt(test, lab));
    },
    () => {
      left = clearAway(lab);
    },
    () => {
      if (looked !== null) lab.spreadsheet.setActiveSheet(looked);
    },
  );
  return {
    at: services.now(),
    user: services.user(),
    version: build().version,
    locale: lab.spreadsheet.getSpreadsheetLocale(),
    items,
    left,
  };
}

/** What the user looks at; null where that is what an earlier self-test left, which goes. */
function lookedAt({ spreadsheet }: Lab) {
  const sheet = spreadsheet.getActiveSheet();
  return sheet.getName() === SCRATCH_TAB ? null : sheet;
}

/** One that fails keeps no other from being tried. */
function attempt({ id, title, run }: SelfTest, lab: Lab): TestedItem {
  const begun = Date.now();
  let found: Finding;
  try {
    found = run(lab);
  } catch (error) {
    found = finding('differs', msg('it broke off: {said}', { said: saidBy(error) }));
  }
  return { id, title, ...found, ms: Date.now() - begun };
}

const count = (report: SelfTestReport, state: TestState): number =>
  report.items.filter((item) => item.state === state).length;

const noteOf = (report: SelfTestReport) => ({
  what: 'self-test',
  headline: msg('self-test: {n} as expected, {n2} different, {n3} waited for, {n4} not possible', {
    n: count(report, 'ok'),
    n2: count(report, 'differs'),
    n3: count(report, 'waiting'),
    n4: count(report, 'impossible'),
  }),
  details: [
    ...report.items
      .filter(({ state }) => state !== 'ok')
      .map(({ title, said }) => msg('{said}: {said2}', { said: title, said2: said })),
    ...report.left,
  ],
});
