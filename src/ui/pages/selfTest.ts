// The Self-test dialog: asks before it sends anything, shows what was found row by row, and gives the report to copy.
import { HOSTILE, type PageFacts } from '../../desk/setUp/selfTestReport';
import type { PrintedSelfTest, PrintedTest } from '../doors/selfTest';
import type { SELF_TEST } from '../words/selfTest';
import { button, show, working } from './dialog';
import { announce, h } from './dom';
import { filled, pageWords, requestText } from './page';
import { ask, close, reasonOf } from './script';

const words: typeof SELF_TEST = pageWords();

/** What came with the page, and what a large answer brings: facts that only the page has. */
async function lookedAt(): Promise<PageFacts> {
  const { hostile }: { readonly hostile?: string } = JSON.parse(requestText());
  const bulk = await ask('selfTestBulk').catch(() => '');
  return { escaped: hostile === HOSTILE, received: bulk.length };
}

let tests: readonly PrintedTest[] = [];
let texts: readonly string[] = [];

async function run(mails: boolean, only?: readonly string[]): Promise<void> {
  const work = async (): Promise<PrintedSelfTest> => {
    const page = await lookedAt();
    return ask('selfTest', only === undefined ? { mails, page } : { mails, page, only });
  };
  try {
    const report = await working(words.working, work, false);
    if (report !== null) answer(report, only !== undefined);
  } catch (error) {
    show({
      title: words.failed,
      mood: 'bad',
      content: [h('p', {}, reasonOf(error))],
      actions: [button(words.close, close), button(words.retry, () => void run(mails, only), true)],
    });
  }
}

/** @param isAgain whether only a part was tried: its rows take the places of the earlier ones */
function answer(report: PrintedSelfTest, isAgain: boolean): void {
  tests = isAgain ? tests.map((test) => report.items.find(({ id }) => id === test.id) ?? test) : report.items;
  texts = isAgain ? [...texts, report.text] : [report.text];
  const different = tests.filter(({ state }) => state === 'differs').length;
  const waiting = tests.filter(({ state }) => state === 'waiting').map(({ id }) => id);
  const isWhole = tests.every(({ state }) => state === 'ok');
  const text = h('textarea', { id: 'report', readonly: true, 'aria-label': words.report });
  text.value = texts.join('\n\n');
  const copy = h('button', { type: 'button', id: 'copy', click: () => copied(text) }, words.copy);
  const again = button(words.again, () => void run(false, waiting), true);
  show({
    title: different > 0 ? filled(words.differ, { n: different }) : isWhole ? words.allWell : words.notAll,
    mood: different > 0 ? 'bad' : isWhole ? 'good' : 'calm',
    content: [
      ...report.left.map((said) => h('div', { class: 'notice bad', role: 'alert' }, said)),
      table(),
      text,
    ],
    actions: [button(words.close, close), copy, ...(waiting.length > 0 ? [again] : [])],
  });
}

function table(): HTMLElement {
  const head = h('tr', {}, ...Object.values(words.columns).map((title) => h('th', { scope: 'col' }, title)));
  const rows = tests.map(({ title, state, stateSaid, said, details }) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, title),
      h('td', {}, h('span', { class: `state ${state}` }, stateSaid)),
      h('td', {}, said, details.length > 0 && h('ul', {}, ...details.map((each) => h('li', {}, each)))),
    ),
  );
  return h('table', {}, h('thead', {}, head), h('tbody', {}, ...rows));
}

/** A frame of another host may not write to the clipboard by itself: what is selected may be copied. */
function copied(text: HTMLTextAreaElement): void {
  text.select();
  announce(document.execCommand('copy') ? words.copied : words.notCopied);
}

const mails = h('input', { type: 'checkbox', id: 'mails', 'aria-describedby': 'mails-help' });
show({
  title: words.title,
  content: [
    h('p', { class: 'quiet' }, words.intro),
    h(
      'div',
      { class: 'choice' },
      mails,
      h('label', { for: 'mails' }, words.sendMails),
      h('p', { id: 'mails-help', class: 'quiet' }, words.sendMailsHelp),
    ),
  ],
  actions: [button(words.close, close), button(words.start, () => void run(mails.checked), true)],
});
