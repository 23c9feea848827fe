// A message that goes away by itself; as in Sheets, the next one takes its place.
import { byId, h } from './dom';
import { words } from './words';

/** As in Sheets. */
const SHOWN_MS = 5000;

/** @returns takes it away at once */
export function toast(title: string, text: string): () => void {
  const message = h(
    'div',
    { class: 'toast' },
    title === '' ? null : h('strong', {}, title),
    h('span', {}, text),
    h(
      'button',
      { type: 'button', class: 'close', 'aria-label': words.close.toast, click: () => message.remove() },
      '✕',
    ),
  );
  byId('toasts').replaceChildren(message);
  setTimeout(() => message.remove(), SHOWN_MS);
  return () => message.remove();
}
