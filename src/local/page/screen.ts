// The screen that the script's dialogs appear on: the page whose reader called last.
import { randomUUID } from 'node:crypto';
import type { Button, HtmlPage, Question, UiHost } from '../host';
import type { Answered, Asked, Framed, ToPage } from './protocol';

/** A page that can be told something. */
export interface Viewer {
  tell(message: ToPage): void;
  /** Serves the page's HTML at an address for this viewer. */
  frame(page: HtmlPage): Framed;
}

interface Open {
  readonly question: Asked;
  readonly viewer: Viewer;
  readonly resolve: (answer: Answered) => void;
}

export interface Screen extends UiHost {
  toast(message: string, title: string, seconds: number | null): void;
  /** What the script shows from now on appears here; null = no page is open. */
  turnTo(viewer: Viewer | null): void;
  answer(answer: Answered): void;
  /** The script has ended: nobody waits for these answers any more. */
  withdraw(viewer: Viewer): void;
  /** The page is gone; what it was asked counts as closed. */
  leave(viewer: Viewer): void;
}

export function openScreen(): Screen {
  let current: Viewer | null = null;
  const open = new Map<string, Open>();

  const viewer = (): Viewer => {
    if (current === null)
      throw new Error('No page of the desk is open to show this: open its address in a browser.');
    return current;
  };
  const ask = ({ title = '', text, buttons }: Question, prompt: boolean): Promise<Answered> =>
    new Promise((resolve) => {
      const question: Asked = { id: randomUUID(), title, text, buttons, prompt };
      const asked = viewer();
      open.set(question.id, { question, viewer: asked, resolve });
      asked.tell({ kind: 'ask', question });
    });

  const withdraw = (gone: Viewer): void => {
    for (const [id, { viewer: asked, resolve }] of open) {
      if (asked !== gone) continue;
      open.delete(id);
      asked.tell({ kind: 'withdraw', id });
      resolve({ id, button: 'CLOSE', text: '' });
    }
  };

  return {
    async alert(question): Promise<Button> {
      return (await ask(question, false)).button;
    },
    async prompt(question) {
      const { button, text } = await ask(question, true);
      return { button, text };
    },
    async showModalDialog(page) {
      viewer().tell({ kind: 'dialog', frame: viewer().frame(page) });
    },
    async showSidebar(page) {
      viewer().tell({ kind: 'sidebar', frame: viewer().frame(page) });
    },
    toast(text, title, seconds) {
      current?.tell({ kind: 'toast', title, text, seconds });
    },
    turnTo(next) {
      current = next;
    },
    answer(answer) {
      open.get(answer.id)?.resolve(answer);
      open.delete(answer.id);
    },
    withdraw,
    leave(gone) {
      if (current === gone) current = null;
      withdraw(gone);
    },
  };
}
