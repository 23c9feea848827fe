// The screens that the script's dialogs appear on: each the page of whoever called, whoever else calls meanwhile.
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
  /** What the script shows to whoever calls from here; `viewer` is their page as it is then, null = none. */
  at(viewer: () => Viewer | null): UiHost;
  /** Who hears what the script says when nobody called it. */
  everybody(viewers: () => Iterable<Viewer>): void;
  answer(answer: Answered): void;
  /** The script has ended: nobody waits for these answers any more; as when the page is gone. */
  withdraw(viewer: Viewer): void;
}

export function openScreen(): Screen {
  let all: () => Iterable<Viewer> = () => [];
  const open = new Map<string, Open>();

  const ask = (asked: Viewer, { title = '', text, buttons }: Question, prompt: boolean): Promise<Answered> =>
    new Promise((resolve) => {
      const question: Asked = { id: randomUUID(), title, text, buttons, prompt };
      open.set(question.id, { question, viewer: asked, resolve });
      asked.tell({ kind: 'ask', question });
    });

  const at = (here: () => Viewer | null): UiHost => {
    const viewer = (): Viewer => {
      const found = here();
      if (found === null)
        throw new Error('No page of the desk is open to show this: open its address in a browser.');
      return found;
    };
    return {
      async alert(question): Promise<Button> {
        return (await ask(viewer(), question, false)).button;
      },
      async prompt(question) {
        const { button, text } = await ask(viewer(), question, true);
        return { button, text };
      },
      async showModalDialog(page) {
        viewer().tell({ kind: 'dialog', frame: viewer().frame(page) });
      },
      async showSidebar(page) {
        viewer().tell({ kind: 'sidebar', frame: viewer().frame(page) });
      },
      toast(text, title, seconds) {
        here()?.tell({ kind: 'toast', title, text, seconds });
      },
    };
  };

  return {
    ...at(() => null),
    toast(text, title, seconds) {
      for (const viewer of all()) viewer.tell({ kind: 'toast', title, text, seconds });
    },
    at,
    everybody(viewers) {
      all = viewers;
    },
    answer(answer) {
      open.get(answer.id)?.resolve(answer);
      open.delete(answer.id);
    },
    withdraw(gone) {
      for (const [id, { viewer: asked, resolve }] of open) {
        if (asked !== gone) continue;
        open.delete(id);
        asked.tell({ kind: 'withdraw', id });
        resolve({ id, button: 'CLOSE', text: '' });
      }
    },
  };
}
