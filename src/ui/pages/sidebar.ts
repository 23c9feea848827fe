// The sidebar: looks at the day when something has happened and when somebody comes to it, and draws what is new.
import type { PrintedOverview } from '../doors/overview';
import { charts } from './chart';
import { announce, byId, fill, h } from './dom';
import { failureList, troubleList } from './failures';
import { type Clock, clockFrom, dayLine, nextStep, tick } from './glance';
import { filled } from './page';
import { positionList } from './positions';
import { watchDesk } from './pulse';
import { scheduleLine } from './scheduleLine';
import { ask, reasonOf } from './script';
import { words } from './sidebarWords';
import { timelineList } from './timelineList';

let shown: PrintedOverview | null = null;
let clock: Clock | null = null;
const drawn = new Map<string, string>();

/** Draws a part only when what it shows has changed: the eye and the screen reader stay where they are. */
function draw(id: string, data: unknown, ...build: readonly (() => readonly (Node | null)[])[]): void {
  const key = JSON.stringify(data);
  if (drawn.get(id) === key) return;
  drawn.set(id, key);
  fill(byId(id), ...build.flatMap((part) => part()));
}

function show(day: PrintedOverview): void {
  const started = shown === null;
  shown = day;
  clock = clockFrom(day.now, performance.now());
  draw('day', [day.day, day.state, day.market, day.missing], () => dayLine(day));
  draw('running', day.progress, () => runningLine(day.progress));
  draw(
    'next',
    [day.next, day.deadline, day.lacksTrades, day.lacksSetUp, day.nothingNext, day.mayCancel],
    () => nextStep(day, openStep),
  );
  draw('schedule', day.schedule, () => scheduleLine(day.schedule));
  draw('trouble', [day.problems, day.warnings, day.heldRuns, day.failures], () => troubleList(day));
  draw('timeline', day.timeline, () => timelineList(day.timeline));
  draw('left', [day.assets, day.excess], () => charts(day));
  draw(
    'positions',
    [day.assets, day.funds, day.atOfficialNav, day.lacksTrades, day.asOf.fills, day.asOf.inav],
    () => positionList(day, () => void fetchFills()),
  );
  draw('failures', day.failures, () => failureList(day.failures));
  tick(day, clock, performance.now());
  fill(byId('stale'), filled(words.updated, { time: day.now.slice(11, 16) }));
  if (started) announce(`${words.title}: ${day.state ?? day.market}`);
}

function runningLine(progress: string | null): readonly Node[] {
  if (progress === null) return [];
  announce(progress);
  const text = h('span', {}, progress);
  return [h('p', { class: 'waiting' }, h('span', { class: 'spinner', 'aria-hidden': true }), text)];
}

async function look(): Promise<boolean> {
  try {
    show(await ask('deskOverview'));
    return true;
  } catch (error) {
    fill(byId('running'));
    drawn.delete('running');
    fill(
      byId('stale'),
      h('span', { class: 'bad', role: 'alert' }, filled(words.stale, { why: reasonOf(error) })),
    );
    return false;
  }
}

/** Fetches the fills; what the script says of it is read like any run's progress. */
async function fetchFills(): Promise<void> {
  draw('running', words.refreshing, () => runningLine(words.refreshing));
  try {
    const { headline, problems } = await ask('refreshExecutions');
    await watch.now();
    announce([headline, ...problems.map(({ text }) => text)].join(' · '));
    if (problems.length > 0)
      fill(byId('stale'), h('span', { class: 'bad', role: 'alert' }, ...problems.map(({ text }) => text)));
  } catch (error) {
    draw('running', null, () => []);
    fill(byId('stale'), h('span', { class: 'bad', role: 'alert' }, reasonOf(error)));
  }
}

async function openStep(open: () => Promise<void>): Promise<void> {
  try {
    await open();
  } catch (error) {
    fill(byId('stale'), h('span', { class: 'bad', role: 'alert' }, reasonOf(error)));
  }
}

byId('title').textContent = words.title;
fill(
  byId('running'),
  h('p', { class: 'waiting' }, h('span', { class: 'spinner', 'aria-hidden': true }), words.loading),
);
setInterval(() => {
  if (shown !== null && clock !== null) tick(shown, clock, performance.now());
}, 1000);
const watch = watchDesk({
  look,
  running(progress) {
    if (shown === null || progress === shown.progress) return;
    shown = { ...shown, progress };
    draw('running', progress, () => runningLine(progress));
  },
});
