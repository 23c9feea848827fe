// alert and prompt of the script, which waits until they are answered; and what the page itself has to say.
import type { Answered, Asked } from '../protocol';
import { h } from './dom';
import { words } from './words';

type Button = Answered['button'];

const SETS: Readonly<Record<Asked['buttons'], readonly Exclude<Button, 'CLOSE'>[]>> = {
  OK: ['OK'],
  OK_CANCEL: ['CANCEL', 'OK'],
  YES_NO: ['NO', 'YES'],
  YES_NO_CANCEL: ['CANCEL', 'NO', 'YES'],
};

export interface Questions {
  ask(question: Asked, answered: (button: Button, text: string) => void): void;
  withdraw(id: string): void;
  say(title: string, text: string): void;
}

export function openQuestions(): Questions {
  const open = new Map<string, HTMLDialogElement>();

  const ask: Questions['ask'] = ({ id, title, text, buttons, prompt }, answered) => {
    const before = document.activeElement;
    const input = prompt
      ? h('input', { type: 'text', 'aria-labelledby': `text-${id}`, autofocus: true })
      : null;
    let pressed: Button = 'CLOSE';
    const choose = (button: Button) => () => {
      pressed = button;
      element.close();
    };
    const choices = SETS[buttons].map((button, index, all) => {
      const isMain = index === all.length - 1;
      return h(
        'button',
        {
          type: isMain ? 'submit' : 'button',
          class: isMain && 'main',
          autofocus: isMain && !prompt,
          click: isMain ? () => undefined : choose(button),
        },
        words.buttons[button],
      );
    });
    const main = SETS[buttons].at(-1) ?? 'OK';
    const sentence = h('p', { id: `text-${id}` }, text);
    const form = h(
      'form',
      { method: 'dialog' },
      title === '' ? null : h('h2', { id: `title-${id}` }, title),
      sentence,
      input,
      h('div', { class: 'choices' }, ...choices),
    );
    form.addEventListener('submit', () => {
      pressed = main;
    });
    const element = h(
      'dialog',
      {
        class: 'question',
        role: 'alertdialog',
        'aria-labelledby': title === '' ? `text-${id}` : `title-${id}`,
        'aria-describedby': `text-${id}`,
      },
      form,
    );
    element.addEventListener('close', () => {
      open.delete(id);
      element.remove();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      answered(pressed, input?.value ?? '');
    });
    open.set(id, element);
    document.body.append(element);
    element.showModal();
    // A long one scrolls, and by keyboard too.
    if (sentence.scrollHeight > sentence.clientHeight) sentence.tabIndex = 0;
  };

  return {
    ask,
    withdraw: (id) => open.get(id)?.close(),
    say: (title, text) =>
      ask({ id: crypto.randomUUID(), title, text, buttons: 'OK', prompt: false }, () => undefined),
  };
}
