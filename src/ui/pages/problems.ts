// Problems as a list; one whose cell is in the book is a button that goes there.
import type { PlacedLine } from '../doors/overview';
import { announce, h } from './dom';
import { filled, words } from './page';
import { ask, reasonOf } from './script';

export function problemList(problems: readonly PlacedLine[], kind: 'errors' | 'warnings'): HTMLUListElement {
  const items = problems.map(({ tab, cell, inBook, text }) => {
    const place = tab === null ? '' : cell === null ? tab : `${tab}!${cell}`;
    if (inBook && tab !== null && cell !== null)
      return h('li', {}, jumpButton(tab, cell), h('span', {}, text));
    return h('li', {}, h('span', {}, place === '' ? text : `${place}: ${text}`));
  });
  return h('ul', { class: `problems ${kind}` }, ...items);
}

function jumpButton(tab: string, cell: string): HTMLButtonElement {
  const place = `${tab}!${cell}`;
  const jump = async (): Promise<void> => {
    try {
      await ask('jumpTo', tab, cell);
      announce(filled(words.jump.done, { place }));
    } catch (error) {
      announce(reasonOf(error));
    }
  };
  const label = filled(words.jump.label, { place });
  return h('button', { type: 'button', class: 'jump', 'aria-label': label, click: jump }, place);
}
