// A message that goes away by itself, or stays until somebody puts it away; as in Sheets, the next one takes its place.
import { byId, h } from './dom';
import { words } from './words';

interface Toast {
  readonly title: string;
  readonly text: string;
  /** How long it stays; null = until somebody puts it away; left out = as long as Sheets leaves one. */
  readonly seconds?: number | null;
}

/** @returns takes it away at once */
export function toast({ title, text, seconds = 5 }: Toast): () => void {
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
  if (seconds !== null) setTimeout(() => message.remove(), seconds * 1000);
  return () => message.remove();
}
