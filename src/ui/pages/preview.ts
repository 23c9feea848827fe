// The preview dialog: shows what a stage would do, asks, applies what was shown and says what came of it.
import type { StageRequest } from '../../desk/request';
import type { PrintedPreview as Preview, PrintedReport as RunReport } from '../../desk/run/report';
import { stageTitle } from '../titles';
import { changesBetween } from './changes';
import { button, show, working } from './dialog';
import { h } from './dom';
import { mailList } from './mails';
import { language, requestText, words } from './page';
import { confirmLabel, effectList, factList, warningList } from './plan';
import { locate, problemList } from './problems';
import { capitalised, isRepeated, sayFigures } from './said';
import { ask, close, reasonOf } from './script';

const { preview: says } = words;

let request: StageRequest = JSON.parse(requestText());
async function look(
  text: string,
  before: Preview | null = null,
  notice: string | null = null,
): Promise<void> {
  try {
    const preview = await working(text, () => ask('previewStage', request));
    if (preview !== null) showPreview(preview, before, notice);
  } catch (error) {
    const retry = button(words.retry, () => void look(says.again), true);
    show({
      title: says.failed,
      mood: 'bad',
      content: [h('p', {}, reasonOf(error))],
      actions: [button(words.close, close), retry],
    });
  }
}

function showPreview(preview: Preview, before: Preview | null, notice: string | null): void {
  const { status, problems, summary, mails, warnings } = preview;
  const lookAgain = button(says.lookAgain, () => void look(says.again), true);
  if (status === 'refused' || status === 'held') {
    // A refused plan hands over its warnings among its errors.
    const errors = problems.filter(({ severity }) => severity === 'error');
    const others = [...problems.filter(({ severity }) => severity === 'warning'), ...warnings];
    const title = status === 'held' ? says.held : says.refused(errors.length);
    const advice = errors.some(({ cell }) => cell !== null) ? says.refusedAdvice : says.nothingDone;
    const content = [
      status === 'held' ? null : h('p', { class: 'quiet' }, advice),
      problemList(errors.map(locate), 'errors'),
      pausedBox(),
      warningList(others.map(locate)),
    ];
    show({ title, mood: 'bad', content, actions: [button(words.close, close), lookAgain] });
    return;
  }
  const recipients = mails.reduce((sum, { to, cc }) => sum + to.length + cc.length, 0);
  const shared = [
    notice === null ? null : changedNotice(notice, preview, before),
    isRepeated(summary.headline, summary.facts) ? null : sentence(summary.headline),
    factList(summary),
    pausedBox(),
    warningList(warnings.map(locate)),
  ];
  if (status === 'unchanged' || preview.hash === null) {
    show({ title: says.unchanged, content: shared, actions: [button(words.close, close)] });
    return;
  }
  const { hash } = preview;
  show({
    title: stageTitle(request, language),
    content: [
      ...shared,
      effectList(preview, { count: mails.length, recipients }),
      mails.length > 0 ? mailList(mails) : null,
    ],
    actions: [
      button(words.cancel, close),
      button(confirmLabel(preview), () => void confirm(preview, hash), true),
    ],
  });
}

/** What a stage says of itself. */
function sentence(text: string): HTMLElement {
  const said = sayFigures(text, language);
  return h('p', { lang: said.language === language ? false : said.language }, capitalised(said.text));
}

function changedNotice(notice: string, after: Preview, before: Preview | null): HTMLElement {
  const changes = before === null ? [] : changesBetween(before, after, says.difference, language);
  const text = changes.length > 0 ? notice : says.changedUnseen;
  return h(
    'div',
    { class: 'notice changed', role: 'alert' },
    h('p', {}, text),
    changes.length > 0 && h('ul', {}, ...changes.map((change) => h('li', {}, change))),
  );
}

/** Midday only: shares bought while units are decided would be bought twice. */
function pausedBox(): HTMLElement | null {
  if (request.stage !== 'primary') return null;
  const tick = h('input', { type: 'checkbox', id: 'paused', 'aria-describedby': 'paused-help' });
  tick.checked = request.paused ?? false;
  tick.addEventListener('change', async () => {
    request = { ...request, paused: tick.checked };
    await look(says.again);
    document.getElementById('paused')?.focus();
  });
  return h(
    'div',
    { class: 'choice' },
    tick,
    h('label', { for: 'paused' }, says.paused),
    h('p', { id: 'paused-help', class: 'quiet' }, says.pausedHelp),
  );
}

async function confirm(shown: Preview, hash: string): Promise<void> {
  try {
    const report = await working(says.applying, () => ask('applyStage', request, hash), false);
    if (report === null) return;
    if (report.status === 'changed') await look(says.again, shown, says.changed);
    else showReport(report);
  } catch (error) {
    const again = button(says.lookAgain, () => void look(says.again), true);
    const content = [h('p', {}, reasonOf(error)), h('p', {}, says.lost)];
    show({ title: says.failed, mood: 'bad', content, actions: [button(words.close, close), again] });
  }
}

const REPORT_TITLES: Readonly<Record<RunReport['status'], (report: RunReport) => string>> = {
  applied: () => says.done,
  unchanged: () => says.doneUnchanged,
  changed: () => says.changedUnseen,
  held: () => says.halfDone,
  refused: ({ problems }) => says.refused(problems.length),
};

function showReport(report: RunReport): void {
  const { status, headline, problems, warnings, mails, runId } = report;
  const ended = status === 'applied' || status === 'unchanged';
  const closing = button(words.close, close, ended);
  const actions = ended ? [closing] : [closing, button(says.lookAgain, () => void look(says.again), true)];
  const content = [
    ended ? sentence(headline) : problemList(problems.map(locate), 'errors'),
    status === 'refused' ? null : effectList(report, { count: mails, recipients: null }),
    warningList(warnings.map(locate)),
    runId === '' ? null : h('p', { class: 'quiet run' }, `${says.run} ${runId}`),
  ];
  show({ title: REPORT_TITLES[status](report), mood: ended ? 'good' : 'bad', content, actions });
}

show({ title: stageTitle(request, language), content: [], actions: [button(words.cancel, close)] });
void look(says.reading);
