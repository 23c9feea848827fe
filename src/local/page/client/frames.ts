// The script's own pages in the page: a modal dialog and a sidebar, with google.script.run answered for them.
import type { CallAnswer, Framed } from '../protocol';
import { byId, h } from './dom';
import { FRAMES_ORIGIN } from './server';
import { words } from './words';

/** Calls the script for a frame. */
export type CallScript = (fn: string, args: readonly unknown[]) => Promise<CallAnswer>;

export interface Frames {
  showDialog(frame: Framed): void;
  showSidebar(frame: Framed): void;
  /** What is said beside an open dialog goes with it: `end` is called when it closes. An answer may come before what was said on the way. */
  endsWithDialog(end: () => void): void;
}

interface Shown {
  readonly frame: HTMLIFrameElement;
  close(): void;
  size(width: number | undefined, height: number | undefined): void;
}

/** As Apps Script's frames: scripts run, in an origin of their own. */
const SANDBOX = 'allow-scripts allow-same-origin allow-forms allow-modals allow-popups allow-downloads';
const DIALOG = { width: 600, height: 400 };

const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

const iframe = (url: string, title: string): HTMLIFrameElement => {
  const frame = h('iframe', { src: url, title, sandbox: SANDBOX });
  // The reader goes on inside: a screen reader follows, and Tab starts there.
  frame.addEventListener('load', () => frame.focus());
  return frame;
};

const closer = (label: string, close: () => void): HTMLButtonElement =>
  h('button', { type: 'button', class: 'close', 'aria-label': label, click: close }, '✕');

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one life: what is opened, used and closed together
export function openFrames(call: CallScript, focusBook: () => void): Frames {
  const shown = new Set<Shown>();

  const answer = async (from: Shown, data: Record<string, unknown>): Promise<void> => {
    const { fn, args } = data;
    if (typeof fn !== 'string' || !Array.isArray(args)) return;
    const answered = await call(fn, args);
    from.frame.contentWindow?.postMessage({ kind: 'ran', call: data.call, ...answered }, FRAMES_ORIGIN);
  };

  window.addEventListener('message', ({ source, origin, data }) => {
    const from = [...shown].find(({ frame }) => frame.contentWindow === source);
    if (!from || origin !== FRAMES_ORIGIN) return;
    if (data?.kind === 'run') void answer(from, data);
    else if (data?.kind === 'close') from.close();
    else if (data?.kind === 'escape' && from === dialog) from.close();
    else if (data?.kind === 'size') from.size(numberOf(data.width), numberOf(data.height));
    else if (data?.kind === 'focus') focusBook();
  });

  let dialog: Shown | null = null;
  let sidebar: Shown | null = null;
  let said: (() => void)[] = [];

  return {
    endsWithDialog(end) {
      if (dialog !== null) said.push(end);
    },
    showDialog({ url, title, width, height }) {
      dialog?.close();
      const frame = iframe(url, title);
      const before = document.activeElement;
      const end = (): void => {
        shown.delete(own);
        if (dialog === own) dialog = null;
        element.remove();
        for (const each of said) each();
        said = [];
        if (before instanceof HTMLElement && before.isConnected) before.focus();
      };
      const element = h(
        'dialog',
        { class: 'framed', 'aria-labelledby': 'dialog-title', close: end },
        h(
          'header',
          {},
          h('h2', { id: 'dialog-title' }, title),
          closer(words.close.dialog, () => element.close()),
        ),
        frame,
      );
      const own: Shown = {
        frame,
        close: () => element.close(),
        size(newWidth, newHeight) {
          if (newWidth !== undefined) frame.style.width = `${newWidth}px`;
          if (newHeight !== undefined) frame.style.height = `${newHeight}px`;
        },
      };
      own.size(width ?? DIALOG.width, height ?? DIALOG.height);
      dialog = own;
      shown.add(own);
      document.body.append(element);
      element.showModal();
    },
    showSidebar({ url, title }) {
      sidebar?.close();
      const aside = byId('sidebar');
      const frame = iframe(url, title);
      const before = document.activeElement;
      const own: Shown = {
        frame,
        size: () => undefined,
        close() {
          shown.delete(own);
          if (sidebar === own) sidebar = null;
          const hadFocus = aside.contains(document.activeElement);
          aside.hidden = true;
          aside.replaceChildren();
          if (hadFocus && before instanceof HTMLElement && before.isConnected) before.focus();
        },
      };
      aside.replaceChildren(
        h('header', {}, h('h2', { id: 'sidebar-title' }, title), closer(words.close.sidebar, own.close)),
        frame,
      );
      aside.setAttribute('aria-labelledby', 'sidebar-title');
      aside.hidden = false;
      sidebar = own;
      shown.add(own);
    },
  };
}
