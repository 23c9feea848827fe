// The blotter: the day on one screen. Looks at it when something has happened and when somebody comes to it; Refresh fetches the fills.
import type { PrintedBlotter } from '../doors/blotter';
import { alertList } from './blotterAlerts';
import { sideTable, type Wish } from './blotterTable';
import { words } from './blotterWords';
import { announce, byId, fill, h } from './dom';
import { filled } from './page';
import { watchDesk } from './pulse';
import { ask, close, reasonOf } from './script';
import { waitingLine } from './waiting';

let shown: PrintedBlotter | null = null;
let wish: Wish = { text: '', side: 'both', openOnly: false };
const drawn = new Map<string, string>();

/** Draws a part only when what it shows has changed: the eye and the screen reader stay where they are. */
function draw(id: string, data: unknown, build: () => readonly (Node | null)[]): void {
  const key = JSON.stringify(data);
  if (drawn.get(id) === key) return;
  drawn.set(id, key);
  fill(byId(id), ...build());
}

function show(day: PrintedBlotter): void {
  shown = day;
  draw('waits', day.waits, () => waitList(day.waits));
  draw('alerts', [day.alerts, day.putAway, day.problems, day.excess], () =>
    alertList(day, (call) => void act(call)),
  );
  drawTable();
  fill(byId('asof'), asOf(day));
}

const waitList = (waits: readonly string[]): readonly HTMLElement[] =>
  waits.length === 0
    ? []
    : [
        h('h2', { id: 'waits-heading' }, `${words.waits} (${waits.length})`),
        h('ul', {}, ...waits.map((each) => h('li', {}, each))),
      ];

function drawTable(force = false): void {
  const day = shown;
  if (day === null) return;
  if (force) drawn.delete('sides');
  draw('sides', [day.sides, day.isOpen, wish], () => sideTable(day, wish, () => drawTable(true)));
}

function asOf({ now, fillsAsOf, sides }: PrintedBlotter): string {
  const inavs = sides.flatMap(({ inavAsOf }) => inavAsOf ?? []).sort();
  const [oldest] = inavs;
  return [
    fillsAsOf === null ? words.fillsTyped : filled(words.fillsAsOf, { time: fillsAsOf }),
    ...(oldest === undefined ? [] : [filled(words.inavAsOf, { time: oldest })]),
    filled(words.updated, { time: now.slice(11, 16) }),
  ].join(' · ');
}

async function look(): Promise<boolean> {
  try {
    show(await ask('deskBlotter'));
    return true;
  } catch (error) {
    complain(error);
    return false;
  }
}

const complain = (error: unknown): void =>
  fill(
    byId('asof'),
    h('span', { class: 'bad', role: 'alert' }, filled(words.stale, { why: reasonOf(error) })),
  );

async function act(call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
    await watch.now();
  } catch (error) {
    complain(error);
  }
}

const refreshButton = byId('refresh');
let refreshing = false;

/** One at a time; what it found stands in the page, problems included. */
async function refresh(): Promise<void> {
  if (refreshing) return;
  refreshing = true;
  refreshButton.ariaDisabled = 'true';
  const { element, stop } = waitingLine(words.refreshing);
  fill(byId('running'), element);
  try {
    const { headline, problems } = await ask('refreshExecutions');
    fill(
      byId('running'),
      h(
        'span',
        { class: problems.some(({ severity }) => severity === 'error') ? 'bad' : 'quiet' },
        [headline, ...problems.map(({ text }) => text)].join(' · '),
      ),
    );
    announce(headline);
    await watch.now();
  } catch (error) {
    fill(byId('running'));
    complain(error);
  } finally {
    stop();
    refreshButton.ariaDisabled = 'false';
    refreshing = false;
  }
}

function controls(): readonly HTMLElement[] {
  const change = (part: Partial<Wish>): void => {
    wish = { ...wish, ...part };
    drawTable();
  };
  const text = h('input', {
    type: 'search',
    id: 'filter',
    placeholder: words.filter,
    'aria-label': words.filter,
  });
  text.addEventListener('input', () => change({ text: text.value }));
  const side = h(
    'select',
    { id: 'side', 'aria-label': words.sides },
    h('option', { value: 'both' }, words.both),
    h('option', { value: 'BUY' }, words.buys),
    h('option', { value: 'SELL' }, words.sells),
  );
  side.addEventListener('change', () =>
    change({ side: side.value === 'BUY' || side.value === 'SELL' ? side.value : 'both' }),
  );
  const open = h('input', { type: 'checkbox', id: 'open-only' });
  open.addEventListener('change', () => change({ openOnly: open.checked }));
  return [text, side, h('label', { for: 'open-only' }, open, ' ', words.openOnly)];
}

document.addEventListener('keydown', (event) => {
  // In the filter the key empties it first.
  const { target, key } = event;
  const isFiltering = target instanceof HTMLInputElement && target.type === 'search' && target.value !== '';
  if (key !== 'Escape' || isFiltering) return;
  event.preventDefault();
  close();
});
byId('title').textContent = words.title;
refreshButton.textContent = words.refresh;
refreshButton.addEventListener('click', () => void refresh());
fill(byId('controls'), ...controls());
fill(byId('asof'), words.loading);
const watch = watchDesk({ look, running: () => undefined });
