// The Set up dialog: makes the book, says what is missing, asks for what only the trader knows, and tries again.
import type { DeskCheck } from '../../desk/setUp/deskChecks';
import type { AskedSetting } from '../../desk/setUp/essentials';
import type { SetUpReport, SetUpWish } from '../../desk/setUp/setUpReport';
import { button, show, working } from './dialog';
import { announce, h } from './dom';
import { language, words } from './page';
import { locatePrinted, problemList } from './problems';
import { say } from './said';
import { ask, close, reasonOf } from './script';
import { setUpWords } from './setUpWords';

const says = setUpWords(language);
/** What the script says, in the page's language where it is known. */
function spoken(sentence: string | null): HTMLElement | null {
  if (sentence === null) return null;
  const said = say(sentence, language);
  return h('span', { lang: said.language === language ? false : said.language }, said.text);
}

async function run(text: string, wish: SetUpWish): Promise<void> {
  try {
    const report = await working(text, () => ask('setUpDesk', wish), false);
    if (report !== null) answer(report);
  } catch (error) {
    show({
      title: says.failed,
      mood: 'bad',
      content: [h('p', {}, reasonOf(error))],
      actions: [button(words.close, close), button(says.retry, () => void run(says.again, wish), true)],
    });
  }
}

const isOpen = ({ state }: DeskCheck): boolean => state === 'todo' || state === 'failed';

function answer(report: SetUpReport): void {
  const { checks, tabs, upgrades, problems, user } = report;
  const left = checks.filter(isOpen);
  const isRunnable = ['funds', 'etfs', 'brokers', 'trades', 'settings'].every((name) =>
    checks.some((check) => check.name === name && check.state === 'ok'),
  );
  const form = wishForm(report);
  const save = (): void => void run(says.again, form.wish());
  const actions = isRunnable
    ? [
        button(words.close, close),
        h('button', { type: 'button', id: 'save', click: save }, says.save),
        button(says.next, () => void goOn(), true),
      ]
    : [button(words.close, close), button(says.save, save, true)];
  show({
    title: left.length === 0 ? says.ready : says.left(left.length),
    mood: left.length === 0 ? 'good' : 'calm',
    content: [
      problems.length > 0
        ? h(
            'div',
            { class: 'notice bad', role: 'alert' },
            h('b', {}, says.notTaken),
            problemList(problems.map(locatePrinted), 'errors'),
          )
        : null,
      upgrades.length > 0
        ? h(
            'div',
            { class: 'notice' },
            h('b', {}, says.upgraded),
            h('ul', {}, ...upgrades.map((why) => h('li', {}, spoken(why)))),
          )
        : null,
      h('p', { class: 'quiet' }, tabs.length > 0 ? `${says.made(tabs.length)} ` : '', says.user(user)),
      form.choices,
      checkTable(checks),
      form.settings,
    ],
    actions,
  });
}

function checkTable(checks: readonly DeskCheck[]): HTMLElement {
  const head = h('tr', {}, ...says.columns.map((title) => h('th', { scope: 'col' }, title)));
  const rows = checks.map(({ name, state, said, todo }) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, says.check[name]),
      h('td', {}, h('span', { class: `state ${state}` }, says.state[state]), ' ', spoken(said)),
      h('td', {}, spoken(todo)),
    ),
  );
  return h('table', {}, h('thead', {}, head), h('tbody', {}, ...rows));
}

interface WishForm {
  readonly choices: HTMLElement | null;
  readonly settings: HTMLElement;
  wish(): SetUpWish;
}

function wishForm({ asked, checks }: SetUpReport): WishForm {
  const stateOf = (name: DeskCheck['name']) => checks.find((check) => check.name === name)?.state;
  const isEmpty = stateOf('funds') === 'todo' && stateOf('trades') === 'todo';
  const sample = isEmpty ? tick('sample', says.sample, says.sampleHelp) : null;
  const schedule = stateOf('schedule') === 'off' ? tick('schedule', says.schedule, says.scheduleHelp) : null;
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
      h('summary', {}, says.settings),
      h(
        'div',
        { class: 'fields' },
        ...inputs.map(({ element }) => element),
        field('token', says.token, says.tokenHelp, token),
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

function settingField({ key, value, meaning }: AskedSetting) {
  const input = h('input', { type: 'text', id: key, 'aria-describedby': `${key}-help`, spellcheck: 'false' });
  input.value = value;
  return { input, element: field(key, key, spoken(meaning), input) };
}

const field = (
  id: string,
  label: string,
  help: HTMLElement | string | null,
  input: HTMLElement,
): HTMLElement =>
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

/** The next dialog takes the place of this one. */
async function goOn(): Promise<void> {
  try {
    await working(words.preview.reading, () => ask('openStage', { stage: 'initial' }));
  } catch (error) {
    announce(reasonOf(error));
  }
}

show({ title: says.title, content: [h('p', { class: 'quiet' }, says.intro)], actions: [] });
void run(says.working, {});
