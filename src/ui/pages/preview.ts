// The preview dialog: shows what a stage would do, asks, applies what was shown and says what came of it.

import type { PrintedReport, RunStatus } from '../../desk/log/report';
import type { StageRequest } from '../../stages/stages';
import type { FamilyChoice } from '../doors/families';
import type { PreviewAsked, ShownPreview } from '../doors/preview';
import { askWhatToCancel } from './cancelForm';
import { changesBetween } from './changes';
import { askWhatToCorrect } from './correctForm';
import { decisionTable } from './decisionTable';
import { button, show, working } from './dialog';
import { h } from './dom';
import { capitalised } from './figures';
import { mailList } from './mails';
import { comparisonBox, unitsForm } from './midday';
import { filled, language, requestText } from './page';
import { calmList, effectList, factList, warningList } from './plan';
import { words } from './previewWords';
import { problemList } from './problems';
import { ask, close, reasonOf } from './script';

const asked: PreviewAsked = JSON.parse(requestText());
let request: StageRequest = asked.request;

async function look(
  text: string,
  before: ShownPreview | null = null,
  notice: string | null = null,
): Promise<void> {
  try {
    const preview = await working(text, () => ask('previewStage', request));
    if (preview !== null) showPreview(preview, before, notice);
  } catch (error) {
    const retry = button(words.retry, () => void look(words.again), true);
    show({
      title: words.failed,
      mood: 'bad',
      content: [h('p', {}, reasonOf(error))],
      actions: [button(words.close, close), retry],
    });
  }
}

function showPreview(preview: ShownPreview, before: ShownPreview | null, notice: string | null): void {
  const { status, summary, mails, warnings, hash } = preview;
  if (status === 'refused' || status === 'held') {
    showRefusal(preview);
    return;
  }
  const recipients = mails.reduce((sum, { to, cc }) => sum + to.length + cc.length, 0);
  const shared = [
    notice === null ? null : changedNotice(notice, preview, before),
    preview.decisions.length === 0 && preview.isRepeated ? null : planned(preview),
    ...preview.notes.map((note) => h('p', { class: 'note' }, capitalised(note))),
    otherwise(preview),
    // The tables have them all, each in its place; the allocation's says what is left, not what was allocated.
    preview.decisions.length === 0 || preview.stage === 'final' ? factList(summary) : null,
    pausedBox(),
    warningList(warnings, preview.warningKeys),
    preview.putAway === 0 ? null : h('p', { class: 'quiet' }, filled(words.away, { n: preview.putAway })),
    ...decisionsOf(preview),
    calmList(preview.calm),
  ];
  if (status === 'unchanged' || hash === null) {
    show({ title: words.unchanged, content: shared, actions: [button(words.close, close)] });
    return;
  }
  show({
    title: preview.title,
    content: [
      ...shared,
      effectList(preview, { count: mails.length, recipients }),
      mails.length > 0 ? mailList(mails) : null,
    ],
    actions: [button(putOff(), close), button(preview.confirm, () => void confirm(preview, hash), true)],
  });
}

/** Beside a button that cancels orders, “Cancel” would be read as another one that does. */
const putOff = (): string => (request.stage === 'cancel' ? words.close : words.cancel);

/** What is decided. */
function decisionsOf({ decisions, stage }: ShownPreview): readonly HTMLElement[] {
  const picking = {
    picked: async (orders: readonly string[]): Promise<void> => {
      const focused = document.activeElement?.id ?? '';
      request = { ...request, orders };
      await look(words.table.picking);
      document.getElementById(focused)?.focus();
    },
  };
  return decisions.map((table) => decisionTable(table, stage === 'amend' ? picking : null));
}

/** At midday what else could be decided: at once below what is, before all that one would scroll by. */
function otherwise({ decisions, status, stage }: ShownPreview): HTMLElement | null {
  if (stage !== 'primary' || status !== 'ready') return null;
  const form = unitsForm(decisions, () => void look(words.again));
  return h('div', { class: 'otherwise' }, comparisonBox(request), form);
}

/** A refused plan hands over its warnings among its errors. */
function showRefusal({ status, problems, warnings }: ShownPreview): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const others = [...problems.filter(({ severity }) => severity === 'warning'), ...warnings];
  const advice = errors.some(({ cell }) => cell !== null) ? words.refusedAdvice : words.nothingDone;
  show({
    title: status === 'held' ? words.held : filled(words.refused, { n: errors.length }),
    mood: 'bad',
    content: [
      status === 'held' ? null : h('p', { class: 'quiet' }, advice),
      problemList(errors, 'errors'),
      pausedBox(),
      warningList(others),
    ],
    actions: [
      button(words.close, close),
      button(words.lookAgain, questions() ?? (() => void look(words.again)), true),
    ],
  });
}

/** A stage says what it does as done: before the confirmation that is not so yet. */
const planned = ({ status, hash, summary }: ShownPreview): HTMLElement =>
  status === 'unchanged' || hash === null
    ? sentence(summary.headline)
    : h('p', { class: 'headline' }, h('span', { class: 'quiet' }, words.ifConfirmed), ' ', summary.headline);

/** What a stage says of itself. */
const sentence = (text: string): HTMLElement => h('p', {}, capitalised(text));

function changedNotice(notice: string, after: ShownPreview, before: ShownPreview | null): HTMLElement {
  const changes = before === null ? [] : changesBetween(before, after, words, language);
  const text = changes.length > 0 ? notice : words.changedUnseen;
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
    await look(words.again);
    document.getElementById('paused')?.focus();
  });
  return h(
    'div',
    { class: 'choice' },
    tick,
    h('label', { for: 'paused' }, words.paused),
    h('p', { id: 'paused-help', class: 'quiet' }, words.pausedHelp),
  );
}

async function confirm(shown: ShownPreview, hash: string): Promise<void> {
  try {
    const report = await working(words.applying, () => ask('applyStage', request, hash), false);
    if (report === null) return;
    if (report.status === 'changed') await look(words.again, shown, words.changed);
    else showReport(report);
  } catch (error) {
    const again = button(words.lookAgain, () => void look(words.again), true);
    const content = [h('p', {}, reasonOf(error)), h('p', {}, words.lost)];
    show({ title: words.failed, mood: 'bad', content, actions: [button(words.close, close), again] });
  }
}

const REPORT_TITLES: Readonly<Record<RunStatus, (report: PrintedReport) => string>> = {
  applied: () => words.done,
  unchanged: () => words.doneUnchanged,
  changed: () => words.changedUnseen,
  held: () => words.halfDone,
  refused: ({ problems }) => filled(words.refused, { n: problems.length }),
};

function showReport(report: PrintedReport): void {
  const { status, headline, problems, warnings, mails, runId } = report;
  const ended = status === 'applied' || status === 'unchanged';
  const closing = button(words.close, close, ended);
  const again = button(words.lookAgain, () => void look(words.again), true);
  const content = [
    ended ? sentence(headline) : problemList(problems, 'errors'),
    status === 'refused' ? null : effectList(report, { count: mails, recipients: null }),
    warningList(warnings),
    runId === '' ? null : h('p', { class: 'quiet run' }, filled(words.run, { run: runId })),
  ];
  show({
    title: REPORT_TITLES[status](report),
    mood: ended ? 'good' : 'bad',
    content,
    actions: ended ? [closing] : [closing, again],
  });
}

/** Midday from the menu: each family by itself, or all of them. */
function chooseFamily(families: readonly FamilyChoice[]): void {
  const choose = (scope: string) => (): void => {
    request = { ...request, scope };
    void look(words.reading);
  };
  const item = ({ family, assets, cutoffs, isPast, decidedAt }: FamilyChoice): HTMLElement => {
    const times = { times: cutoffs.join(', ') };
    const facts = [
      ...(decidedAt === null ? [] : [filled(words.decided, { time: decidedAt })]),
      ...(cutoffs.length === 0 ? [] : [filled(isPast ? words.cutoffPassed : words.cutoff, times)]),
    ];
    return h(
      'li',
      {},
      h('button', { type: 'button', click: choose(family) }, family),
      h('span', {}, assets.join(', ')),
      facts.length > 0 && h('span', { class: 'quiet' }, facts.join(' · ')),
    );
  };
  show({
    title: words.families,
    content: [h('ul', { class: 'families' }, ...families.map(item))],
    actions: [button(words.cancel, close), button(words.allFamilies, choose('all'))],
  });
}

/** From the refusal of what was asked one comes back to the questions; null = there are none. */
function questions(): (() => void) | null {
  const { title, cancel, correct } = asked;
  const answered = (wish: StageRequest): void => {
    request = wish;
    void look(words.reading);
  };
  if (cancel) return () => askWhatToCancel(title, cancel, request, answered);
  return correct ? () => askWhatToCorrect(title, correct, request, answered) : null;
}

const asks = questions();
if (asked.families.length > 0) chooseFamily(asked.families);
else if (asks !== null) asks();
else {
  show({ title: asked.title, content: [], actions: [button(putOff(), close)] });
  void look(words.reading);
}
