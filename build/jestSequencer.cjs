// Which test files start first: those that play whole days, so that no core idles at the end beside one of them. A fresh checkout
// knows no durations, and jest would go by the size of the file; where it knows them they decide among the rest.
const { default: Sequencer } = require('@jest/test-sequencer');

/** The longest first. One that is not listed is only later. */
const FIRST = [
  'test/local/cli/kills.test.ts',
  'test/e2e/paper.test.ts',
  'test/e2e/screens.test.ts',
  'test/e2e/day.test.ts',
  'test/e2e/selfTest.test.ts',
  'test/scenarios/scenarios.test.ts',
  'test/faults/faults.test.ts',
  'test/local/build/deploy.test.ts',
  'test/e2e/follow.test.ts',
  'test/days/days.test.ts',
  'test/growth/day.test.ts',
  'test/e2e/firstMail.test.ts',
  'test/docs/recipes.test.ts',
  'test/host/twoPeople.test.ts',
  'test/local/cli/scenarioRun.test.ts',
  'test/local/bigquery/history.test.ts',
  'test/host/selfTest.test.ts',
  'test/desk/month.test.ts',
  'test/desk/crash.test.ts',
  'test/ui/preview.test.ts',
  'test/ui/sidebar.test.ts',
  'test/e2e/page.test.ts',
  'test/e2e/typing.test.ts',
  'test/local/cli/start.test.ts',
  'test/solver/primary.test.ts',
  'test/desk/tick.test.ts',
  'test/stages/plausible.test.ts',
  'test/local/bigquery/compliance.test.ts',
  'test/host/replay.test.ts',
  'test/ui/blotter.test.ts',
  'test/ui/given.test.ts',
  'test/host/brokers.test.ts',
  'test/solver/primaryCost.test.ts',
  'test/desk/oneTruth.test.ts',
];

const rankOf = ({ path }) => {
  const at = FIRST.findIndex((file) => path.replaceAll('\\', '/').endsWith(`/${file}`));
  return at < 0 ? FIRST.length : at;
};

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((a, b) => rankOf(a) - rankOf(b));
  }
};
