// While the script works: what it is doing, in words, without the page moving.
import { announce, h } from './dom';
import { ask } from './script';

const POLL_MS = 1500;

/** A line that follows the run until the returned function is called. */
export function waitingLine(text: string): { readonly element: HTMLElement; readonly stop: () => void } {
  const line = h('span', {}, text);
  const element = h('p', { class: 'waiting' }, h('span', { class: 'spinner', 'aria-hidden': true }), line);
  announce(text);
  let stopped = false;
  const follow = async (): Promise<void> => {
    if (stopped) return;
    // The step that the run has reached is a comfort, never a condition: without it the line stays as it is.
    const reached = await ask('deskProgress').catch(() => null);
    if (stopped) return;
    if (reached !== null) {
      line.textContent = reached;
      announce(reached);
    }
    setTimeout(follow, POLL_MS);
  };
  setTimeout(follow, POLL_MS);
  return {
    element,
    stop: () => {
      stopped = true;
    },
  };
}
