// Before an earlier day is corrected: which, why, and the fills that a person has in hand.
import type { StageRequest } from '../../stages/stages';
import type { CorrectChoices } from '../doors/correct';
import { button, show } from './dialog';
import { h } from './dom';
import { words } from './previewWords';
import { close } from './script';

function field(id: string, label: string, control: HTMLElement): HTMLElement {
  return h('div', { class: 'field' }, h('label', { for: id }, label), control);
}

/** @param look shows what the request would do */
export function askWhatToCorrect(
  title: string,
  { dates }: CorrectChoices,
  request: StageRequest,
  look: (request: StageRequest) => void,
): void {
  const { earlier } = words;
  if (dates.length === 0) {
    show({ title, content: [h('p', {}, earlier.none)], actions: [button(words.close, close)] });
    return;
  }
  const date = h('select', { id: 'correct-date' }, ...dates.map((value) => h('option', { value }, value)));
  date.value = request.date ?? dates[0] ?? '';
  const reason = h('input', {
    type: 'text',
    id: 'correct-reason',
    maxlength: 200,
    value: request.reason ?? '',
    'aria-describedby': 'correct-help',
  });
  const rows = h('textarea', {
    id: 'correct-rows',
    spellcheck: 'false',
    'aria-describedby': 'correct-rows-help',
  });
  rows.value = typeof request.rows === 'string' ? request.rows : '';
  const go = (): void => look({ stage: 'correct', date: date.value, reason: reason.value, rows: rows.value });
  show({
    title,
    content: [
      h('p', { id: 'correct-help' }, earlier.help),
      h('div', { class: 'fields' }, field('correct-date', earlier.date, date)),
      field('correct-reason', earlier.reason, reason),
      field('correct-rows', earlier.rows, rows),
      h('p', { id: 'correct-rows-help', class: 'quiet' }, earlier.rowsHelp),
    ],
    actions: [button(words.cancel, close), button(earlier.look, go, true)],
  });
}
