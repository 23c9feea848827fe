// The import dialog: two files, chosen or pasted; what they change in their tabs is shown, then written, and can be taken back.
// Where something is wrong it is listed and nothing is written.
import type { PrintedImport } from '../doors/import';
import type { IMPORT } from '../words/import';
import { decisionTable } from './decisionTable';
import { button, show, working } from './dialog';
import { announce, byId, h } from './dom';
import { changesTitle, tabChanges } from './importChanges';
import { onward } from './onward';
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
    actions: [button(words.cancel, close), button(words.look, () => void look(), true)],
  });
}

const given = (id: string): string | null => {
  const text = texts.get(id) ?? '';
  return text.trim() === '' ? null : text;
};

interface Given {
  readonly funds: string | null;
  readonly trades: string | null;
}

/** Whatever goes wrong is said over the form, where it can be put right. */
async function guarded<T>(text: string, work: () => Promise<T>, mayLeave: boolean): Promise<T | null> {
  try {
    return await working(text, work, mayLeave);
  } catch (error) {
    form(h('p', { class: 'notice bad', role: 'alert' }, reasonOf(error)));
    return null;
  }
}

/** Reads the files and shows what they would change. */
async function look(): Promise<void> {
  const files: Given = { funds: given(FUNDS.id), trades: given(TRADES.id) };
  const { funds, trades } = files;
  if (funds === null && trades === null) {
    form(h('p', { class: 'notice', role: 'alert' }, words.nothing));
    byId(`${FUNDS.id}-file`).focus();
    return;
  }
  const shown = await guarded(words.checking, () => ask('previewImport', funds, trades), true);
  if (shown === null) return;
  const { hash, problems } = shown;
  if (hash === null) return refused(problems);
  const back = button(words.back, () => form());
  const apply = button(words.button, () => void run(files, hash), true);
  show({
    title: changesTitle(shown),
    content: [
      notes(problems),
      ...shown.tables.map((table) => decisionTable(table)),
      ...shown.tabs.map((tab) => tabChanges(tab, shown.tables.length > 0)),
    ],
    actions: shown.tabs.some(({ rows }) => rows.length > 0) ? [back, apply] : [back],
  });
}

/** What only warns stopped nothing: it is no error of the files, and stands apart. */
function refused(problems: PrintedImport['problems']): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const others = problems.filter(({ severity }) => severity !== 'error');
  form(
    h(
      'div',
      {},
      h(
        'div',
        { class: 'notice bad', role: 'alert' },
        h('b', {}, filled(words.refused, { n: errors.length })),
        problemList(errors, 'errors'),
      ),
      notes(others),
    ),
  );
}

const notes = (problems: PrintedImport['problems']): HTMLElement | null =>
  problems.length === 0
    ? null
    : h(
        'div',
        { class: 'notice' },
        h('b', {}, filled(words.notes, { n: problems.length })),
        problemList(problems, 'warnings'),
      );

async function run({ funds, trades }: Given, hash: string): Promise<void> {
  const report = await guarded(words.working, () => ask('importFiles', funds, trades, hash), false);
  if (report === null) return;
  if (report.funds + report.trades === 0 && report.problems.length > 0) return refused(report.problems);
  const counts = { n: report.funds, n2: report.trades };
  const title =
    funds !== null && trades !== null
      ? filled(words.doneBoth, counts)
      : funds !== null
        ? filled(words.doneFunds, counts)
        : filled(words.doneTrades, { n: report.trades });
  // At midday it is an amendment, not the morning's orders.
  const next = await onward(words.reading);
  const { undo: meant } = report;
  show({
    title,
    mood: 'good',
    content: [notes(report.problems)],
    actions: [
      ...(meant === null
        ? []
        : [h('button', { type: 'button', id: 'undo', click: () => void undo(meant) }, words.undo)]),
      button(words.close, close, next === null),
      ...(next === null ? [] : [next]),
    ],
  });
}

async function undo(meant: string): Promise<void> {
  const report = await guarded(words.undoing, () => ask('undoImport', meant), false);
  if (report === null) return;
  const { headline, problems } = report;
  show({
    title: headline ?? words.notUndone,
    mood: headline === null ? 'bad' : 'good',
    content: [problems.length === 0 ? null : problemList(problems, 'errors')],
    actions: [button(words.back, () => form()), button(words.close, close, true)],
  });
}

form();
