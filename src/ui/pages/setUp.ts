// The Set up dialog: makes the book, says what is missing, asks for what only the trader knows, and tries again.
import type { SetUpWish } from '../../desk/setUp/setUpReport';
import type { PrintedCheck, PrintedSetting, PrintedSetUp } from '../doors/setUp';
import type { SET_UP } from '../words/setUp';
import { button, show, working } from './dialog';
import { h } from './dom';
import { onward } from './onward';
import { filled, pageWords, requestText } from './page';
import { problemList } from './problems';
import { ask, close, reasonOf, setHeight } from './script';

const words: typeof SET_UP = pageWords();
const { begins = false }: { readonly begins?: boolean } = JSON.parse(requestText());

async function run(text: string, wish: SetUpWish): Promise<void> {
  try {
    const report = await working(text, () => ask('setUpDesk', wish), false);
    if (report !== null) answer(report, isRunnable(report) ? await onward(words.reading) : null);
  } catch (error) {
    show({
      title: words.failed,
      mood: 'bad',
      content: [h('p', {}, reasonOf(error))],
      actions: [button(words.close, close), button(words.retry, () => void run(words.again, wish), true)],
    });
  }
}

const isOpen = ({ state }: PrintedCheck): boolean => state === 'todo' || state === 'failed';

const isRunnable = ({ checks }: PrintedSetUp): boolean =>
  ['funds', 'etfs', 'brokers', 'trades', 'settings'].every((name) =>
    checks.some((check) => check.name === name && check.state === 'ok'),
  );

/** @param next opens what comes next; null = the desk lacks something that it needs, or nothing comes */
function answer(report: PrintedSetUp, next: HTMLElement | null): void {
  const { checks, tabs, upgrades, problems, user } = report;
  const left = checks.filter(isOpen);
  const form = wishForm(report);
  const save = (): void => void run(words.again, form.wish());
  const actions =
    next === null
      ? [button(words.close, close), button(words.save, save, true)]
      : [
          button(words.close, close),
          h('button', { type: 'button', id: 'save', click: save }, words.save),
          next,
        ];
  show({
    title: left.length === 0 ? words.ready : filled(words.left, { n: left.length }),
    mood: left.length === 0 ? 'good' : 'calm',
    content: [
      problems.length > 0
        ? h(
            'div',
            { class: 'notice bad', role: 'alert' },
            h('b', {}, words.notTaken),
            problemList(problems, 'errors'),
          )
        : null,
      upgrades.length > 0
        ? h(
            'div',
            { class: 'notice' },
            h('b', {}, words.upgraded),
            h('ul', {}, ...upgrades.map((why) => h('li', {}, why))),
          )
        : null,
      h(
        'p',
        { class: 'quiet' },
        tabs.length > 0 ? `${filled(words.made, { n: tabs.length })} ` : '',
        filled(words.user, { user }),
      ),
      form.choices,
      checkTable(checks),
      form.settings,
    ],
    actions,
  });
}

function checkTable(checks: readonly PrintedCheck[]): HTMLElement {
  const head = h('tr', {}, ...Object.values(words.columns).map((title) => h('th', { scope: 'col' }, title)));
  const rows = checks.map(({ name, state, said, todo }) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, words.check[name]),
      h('td', {}, h('span', { class: `state ${state}` }, words.state[state]), ' ', said),
      h('td', {}, todo),
    ),
  );
  return h('table', {}, h('thead', {}, head), h('tbody', {}, ...rows));
}

interface WishForm {
  readonly choices: HTMLElement | null;
  readonly settings: HTMLElement;
  wish(): SetUpWish;
}

function wishForm({ asked, checks }: PrintedSetUp): WishForm {
  const stateOf = (name: PrintedCheck['name']) => checks.find((check) => check.name === name)?.state;
  const isEmpty = stateOf('funds') === 'todo' && stateOf('trades') === 'todo';
  const sample = isEmpty ? tick('sample', words.sample, words.sampleHelp) : null;
  const schedule =
    stateOf('schedule') === 'off' ? tick('schedule', words.schedule, words.scheduleHelp) : null;
  const inputs = asked.map((setting) => ({ setting, ...settingField(setting) }));
  const token = h('input', {
    type: 'password',
    id: 'token',
    autocomplete: 'off',
    'aria-describedby': 'token-help',
  });
  const needsSettings = stateOf('settings') === 'todo' || stateOf('secret') === 'todo';
  return {
    choices: sample || schedule ? h('div', {}, sample?.element ?? null, schedule?.element ?? null) : null,
    settings: h(
      'details',
      { open: needsSettings && !isEmpty },
      h('summary', {}, words.settings),
      h(
        'div',
        { class: 'fields' },
        ...inputs.map(({ element }) => element),
        field('token', words.token, words.tokenHelp, token),
      ),
    ),
    wish: () => ({
      settings: Object.fromEntries(
        inputs
          .filter(({ setting, input }) => input.value.trim() !== setting.value)
          .map(({ setting, input }) => [setting.key, input.value]),
      ),
      token: token.value,
      sample: sample?.input.checked ?? false,
      schedule: schedule?.input.checked ?? false,
    }),
  };
}

function settingField({ key, value, meaning }: PrintedSetting) {
  const input = h('input', { type: 'text', id: key, 'aria-describedby': `${key}-help`, spellcheck: 'false' });
  input.value = value;
  return { input, element: field(key, key, meaning, input) };
}

const field = (id: string, label: string, help: string, input: HTMLElement): HTMLElement =>
  h(
    'div',
    { class: 'field' },
    h('label', { for: id }, label),
    input,
    h('p', { id: `${id}-help`, class: 'quiet' }, help),
  );

function tick(id: string, label: string, help: string) {
  const input = h('input', { type: 'checkbox', id, 'aria-describedby': `${id}-help` });
  const element = h(
    'div',
    { class: 'choice' },
    input,
    h('label', { for: id }, label),
    h('p', { id: `${id}-help`, class: 'quiet' }, help),
  );
  return { input, element };
}

/** The offer is short; what is made and missing takes the whole. */
const HEIGHTS = { offer: 250, whole: 620 } as const;

function start(wish: SetUpWish): void {
  if (begins) setHeight(HEIGHTS.whole);
  show({ title: words.title, content: [h('p', { class: 'quiet' }, words.intro)], actions: [] });
  void run(words.working, wish);
}

/** Nobody has asked for anything yet: an empty book shows what would be done. */
function offer(): void {
  setHeight(HEIGHTS.offer);
  show({
    title: words.emptyTitle,
    content: [
      h('p', {}, words.emptyText),
      h('p', { class: 'quiet' }, `${words.beginSample}: ${words.sampleHelp}`),
    ],
    actions: [
      button(words.close, close),
      button(words.beginSample, () => start({ sample: true })),
      button(words.begin, () => start({}), true),
    ],
  });
}

if (begins) offer();
else start({});
