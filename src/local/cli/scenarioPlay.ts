// Plays a scenario's steps one after the other and makes the one document that comes of it.
import type { Host } from '../host';
import { baseQuotes, prepareBase } from './scenarioBase';
import { standingClock } from './scenarioClock';
import { openScenarioDesk } from './scenarioDesk';
import { lookAround, type ScenarioEnd } from './scenarioEnd';
import { openFeeds } from './scenarioFeeds';
import { type Scenario, ScenarioError, type ScenarioStep } from './scenarioFile';
import { partOf } from './scenarioParts';
import { playStep, type StepResult } from './scenarioStep';
import { checkTabs, editTabs } from './scenarioTabs';
import { DESK } from './theDesk';

export interface ScenarioResult extends ScenarioEnd {
  readonly name: string;
  readonly steps: readonly StepResult[];
}

export interface Stage {
  /** The checkout. */
  readonly root: string;
  readonly bundleDir: string;
  /** Hears of each step as it ends. */
  readonly tell?: (line: string) => void;
}

/** @throws ScenarioError where the file names a tab, a column or a function that there is not */
export async function playScenario(
  scenario: Scenario,
  { root, bundleDir, tell }: Stage,
): Promise<ScenarioResult> {
  const calls = scenario.steps.filter(({ call }) => call !== undefined);
  const users = [...new Set(calls.map(({ user }) => user ?? DESK.user))];
  const clock = standingClock(scenario.steps[0]?.moment ?? 0);
  const desk = await openScenarioDesk({
    bundleDir,
    prepared: await prepareBase(scenario, root, bundleDir),
    feeds: openFeeds(scenario.feeds, baseQuotes(scenario)),
    clock,
    consumer: scenario.consumer,
    users,
  });
  try {
    const first = await desk.as(null);
    await checkSteps(first, scenario);
    await editTabs(first.book, scenario.tabs);
    const steps: StepResult[] = [];
    for (const step of scenario.steps) {
      clock.set(step.moment);
      const last = steps.findLast(({ call }) => call !== null);
      const played = await playStep(desk, step, last?.result);
      steps.push(played);
      tell?.(line(step, played));
    }
    return { name: scenario.name, steps, ...(await lookAround(desk)) };
  } finally {
    await desk.close();
  }
}

/** What can be known to be wrong before anything runs. */
async function checkSteps(desk: Host, { tabs, steps }: Scenario): Promise<void> {
  const functions = desk.functions();
  await checkTabs(desk.book, tabs);
  for (const [i, step] of steps.entries()) {
    if (step.call !== undefined && !functions.includes(step.call))
      throw new ScenarioError(`steps[${i}].call: the bundle has no function ${step.call}`);
    if (step.tabs !== undefined) await checkTabs(desk.book, step.tabs);
  }
}

function line({ at, fault }: ScenarioStep, { call, result, error, killed }: StepResult): string {
  const headline = partOf(result, 'headline');
  const how = killed ? 'killed' : error !== null ? `${error.name}: ${error.message}` : (headline ?? 'done');
  const missed =
    fault !== undefined && !killed && fault.how !== 'throw' ? ' (the fault was not reached)' : '';
  return `${at} ${call ?? 'edit'}: ${String(how)}${missed}`;
}
