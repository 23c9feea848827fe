// The import dialog: two files, chosen or pasted, go into their tabs; problems are listed and nothing is written then.
import type { PrintedImport } from '../doors/import';
import type { IMPORT } from '../words/import';
import { button, show, working } from './dialog';
import { announce, byId, h } from './dom';
import { filled, pageWords } from './page';
import { problemList } from './problems';
import { ask, close, reasonOf } from './script';
import { decoded } from './textFile';

const words: typeof IMPORT = pageWords();

interface Source {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly accept: string;
}

const FUNDS: Source = {
  id: 'funds',
  label: words.funds,
  help: words.fundsHelp,
  accept: '.json,application/json',
};
const TRADES: Source = {
  id: 'trades',
  label: words.trades,
  help: words.tradesHelp,
  accept: '.csv,text/csv,text/plain',
};

/** What was typed or chosen survives a refused import: the reader corrects it there. */
const texts = new Map<string, string>();

function source({ id, label, help, accept }: Source): HTMLElement {
  const area = h('textarea', { id: `${id}-text`, spellcheck: 'false', 'aria-describedby': `${id}-help` });
  area.value = texts.get(id) ?? '';
  area.addEventListener('input', () => texts.set(id, area.value));
  const name = h('span', { class: 'quiet' });
  // The browser's own button speaks the browser's language, not the desk's.
  const file = h('input', {
    type: 'file',
    class: 'unseen',
    id: `${id}-file`,
    accept,
    'aria-describedby': `${id}-help`,
  });
  file.addEventListener('change', async () => {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    try {
      area.value = decoded(await chosen.arrayBuffer());
      texts.set(id, area.value);
      name.textContent = chosen.name;
    } catch {
      announce(filled(words.unreadable, { name: chosen.name }));
    }
  });
  return h(
    'fieldset',
    {},
    h('legend', {}, label),
    h('p', { id: `${id}-help`, class: 'quiet' }, help),
    h('div', { class: 'file' }, file, h('label', { class: 'button', for: `${id}-file` }, words.file), name),
    h('label', { for: `${id}-text` }, words.paste),
    area,
  );
}

function form(notice: HTMLElement | null = null): void {
  show({
    title: words.title,
    content: [
      notice,
      h('p', { class: 'quiet' }, words.intro),
      h('div', { class: 'files' }, source(FUNDS), source(TRADES)),
    ],
    actions: [button(words.cancel, close), button(words.button, () => void run(), true)],
  });
}

const given = (id: string): string | null => {
  const text = texts.get(id) ?? '';
  return text.trim() === '' ? null : text;
};

async function run(): Promise<void> {
  const funds = given(FUNDS.id);
  const trades = given(TRADES.id);
  if (funds === null && trades === null) {
    form(h('p', { class: 'notice', role: 'alert' }, words.nothing));
    byId(`${FUNDS.id}-file`).focus();
    return;
  }
  try {
    const report = await working(words.working, () => ask('importFiles', funds, trades), false);
    if (report !== null) answer(report, funds !== null, trades !== null);
  } catch (error) {
    form(h('p', { class: 'notice bad', role: 'alert' }, reasonOf(error)));
  }
}

function answer(report: PrintedImport, withFunds: boolean, withTrades: boolean): void {
  const { funds, trades, problems } = report;
  if (funds + trades === 0 && problems.length > 0) {
    const title = h('b', {}, filled(words.refused, { n: problems.length }));
    form(h('div', { class: 'notice bad', role: 'alert' }, title, problemList(problems, 'errors')));
    return;
  }
  const title =
    withFunds && withTrades
      ? filled(words.doneBoth, { n: funds, n2: trades })
      : withFunds
        ? filled(words.doneFunds, { n: funds })
        : filled(words.doneTrades, { n: trades });
  const notes =
    problems.length > 0 &&
    h(
      'div',
      { class: 'notice' },
      h('b', {}, filled(words.notes, { n: problems.length })),
      problemList(problems, 'warnings'),
    );
  show({
    title,
    mood: 'good',
    content: [notes || null],
    actions: [button(words.close, close), button(words.next, () => void goOn(), true)],
  });
}

/** The next dialog takes the place of this one. */
async function goOn(): Promise<void> {
  try {
    await working(words.reading, () => ask('openStage', { stage: 'initial' }));
  } catch (error) {
    announce(reasonOf(error));
  }
}

form();
