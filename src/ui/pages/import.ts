// The import dialog: two files, chosen or pasted, go into their tabs; problems are listed and nothing is written then.
import type { ImportReport } from '../../desk/setUp/importBook';
import { button, show, working } from './dialog';
import { announce, byId, h } from './dom';
import { words } from './page';
import { locatePrinted, problemList } from './problems';
import { ask, close, reasonOf } from './script';
import { decoded } from './textFile';

const { import: says } = words;

interface Source {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly accept: string;
}

const FUNDS: Source = {
  id: 'funds',
  label: says.funds,
  help: says.fundsHelp,
  accept: '.json,application/json',
};
const TRADES: Source = {
  id: 'trades',
  label: says.trades,
  help: says.tradesHelp,
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
      announce(says.unreadable(chosen.name));
    }
  });
  return h(
    'fieldset',
    {},
    h('legend', {}, label),
    h('p', { id: `${id}-help`, class: 'quiet' }, help),
    h('div', { class: 'file' }, file, h('label', { class: 'button', for: `${id}-file` }, says.file), name),
    h('label', { for: `${id}-text` }, says.paste),
    area,
  );
}

function form(notice: HTMLElement | null = null): void {
  show({
    title: says.title,
    content: [
      notice,
      h('p', { class: 'quiet' }, says.intro),
      h('div', { class: 'files' }, source(FUNDS), source(TRADES)),
    ],
    actions: [button(words.cancel, close), button(says.button, () => void run(), true)],
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
    form(h('p', { class: 'notice', role: 'alert' }, says.nothing));
    byId(`${FUNDS.id}-file`).focus();
    return;
  }
  try {
    const report = await working(says.working, () => ask('importFiles', funds, trades), false);
    if (report !== null) answer(report, funds !== null, trades !== null);
  } catch (error) {
    form(h('p', { class: 'notice bad', role: 'alert' }, reasonOf(error)));
  }
}

function answer(report: ImportReport, withFunds: boolean, withTrades: boolean): void {
  const { funds, trades, problems } = report;
  const list = problems.map(locatePrinted);
  if (funds + trades === 0 && problems.length > 0) {
    const title = h('b', {}, says.refused(problems.length));
    form(h('div', { class: 'notice bad', role: 'alert' }, title, problemList(list, 'errors')));
    return;
  }
  const notes =
    list.length > 0 &&
    h('div', { class: 'notice' }, h('b', {}, says.warnings(list.length)), problemList(list, 'warnings'));
  show({
    title: says.done(withFunds ? says.fundCount(funds) : null, withTrades ? says.tradeCount(trades) : null),
    mood: 'good',
    content: [notes || null],
    actions: [button(words.close, close), button(says.next, () => void goOn(), true)],
  });
}

/** The next dialog takes the place of this one. */
async function goOn(): Promise<void> {
  try {
    await working(words.preview.reading, () => ask('openStage', { stage: 'initial' }));
  } catch (error) {
    announce(reasonOf(error));
  }
}

form();
