// What both dialogs do alike: one view at a time, one call at a time, Escape to leave.
import { announce, byId, fill, h } from './dom';
import { close } from './script';
import { waitingLine } from './waiting';

export interface View {
  readonly title: string;
  readonly mood?: 'good' | 'bad' | 'calm';
  readonly content: readonly (HTMLElement | null)[];
  readonly actions: readonly HTMLElement[];
}

/** The reading starts at the title. */
export function show({ title, mood = 'calm', content, actions }: View): void {
  const heading = h('h1', { id: 'title', tabindex: -1, class: mood }, title);
  fill(byId('content'), heading, ...content);
  fill(byId('actions'), ...actions);
  announce(title);
  heading.focus({ preventScroll: true });
  byId('content').scrollTop = 0;
}

export function button(label: string, click: () => void, primary = false): HTMLButtonElement {
  const id = primary ? 'confirm' : 'dismiss';
  return h('button', { type: 'button', id, class: primary && 'primary', click }, label);
}

/** A call is under way: nothing else may be started. */
let busy = false;
/** The call changes the world: whoever leaves now would not see what came of it. */
let locked = false;

/**
 * Runs one call at a time; what could start another is disabled meanwhile.
 * @param mayLeave whether the dialog may be closed before the answer
 * @returns null when another call is under way
 */
export async function working<T>(text: string, work: () => Promise<T>, mayLeave = true): Promise<T | null> {
  if (busy) return null;
  busy = true;
  locked = !mayLeave;
  document.body.ariaBusy = 'true';
  const { element, stop } = waitingLine(text);
  const controls = document.querySelectorAll<HTMLButtonElement | HTMLInputElement>(
    mayLeave ? '#confirm, #undo, input' : '#confirm, #dismiss, #undo, input',
  );
  for (const control of controls) control.disabled = true;
  fill(byId('progress'), element);
  try {
    return await work();
  } finally {
    stop();
    fill(byId('progress'));
    for (const control of controls) control.disabled = false;
    document.body.ariaBusy = 'false';
    busy = false;
    locked = false;
  }
}

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  if (!locked) close();
});
