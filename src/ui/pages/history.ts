// The History dialog: the period in one place, then what came of it.
import type { PeriodAsked } from '../click';
import type { HISTORY } from '../words/history';
import { button, show, working } from './dialog';
import { h } from './dom';
import { pageWords, requestText } from './page';
import { ask, close, reasonOf } from './script';

const words: typeof HISTORY = pageWords();
const { today, starts }: PeriodAsked = JSON.parse(requestText());

const dayInput = (id: string, value: string): HTMLInputElement => {
  const input = h('input', { type: 'date', id, max: today });
  input.value = value;
  return input;
};

const from = dayInput('from', starts.month);
const to = dayInput('to', today);

function choose(): void {
  const usual = (label: string, first: string): HTMLElement =>
    h(
      'button',
      {
        type: 'button',
        click: () => {
          from.value = first;
          to.value = today;
        },
      },
      label,
    );
  const field = (label: string, input: HTMLInputElement): HTMLElement =>
    h('div', { class: 'field' }, h('label', { for: input.id }, label), input);
  show({
    title: words.title,
    content: [
      h('p', { class: 'quiet' }, words.help),
      h('div', { class: 'period' }, field(words.from, from), field(words.to, to)),
      h(
        'div',
        { class: 'period' },
        usual(words.month, starts.month),
        usual(words.quarter, starts.quarter),
        usual(words.year, starts.year),
      ),
    ],
    actions: [button(words.cancel, close), button(words.show, () => void look(), true)],
  });
}

async function look(): Promise<void> {
  try {
    const shown = await working(words.asking, () => ask('showPeriod', from.value, to.value));
    if (shown === null) return;
    show({
      title: words.done,
      mood: 'good',
      content: [h('p', {}, shown.headline)],
      actions: [button(words.another, choose), button(words.close, close, true)],
    });
  } catch (error) {
    show({
      title: words.failed,
      mood: 'bad',
      content: [h('p', {}, reasonOf(error))],
      actions: [button(words.close, close), button(words.another, choose, true)],
    });
  }
}

choose();
