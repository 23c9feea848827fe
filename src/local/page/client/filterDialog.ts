// The question which values of a column stay in sight.
import { h } from './dom';
import { words } from './words';

/**
 * @param labels by value, what people see of it
 * @param chosen is told the values that stay once the reader has decided; null = the reader leaves it as it is
 */
export function askForValues(
  header: string,
  labels: ReadonlyMap<string, string>,
  isKept: (value: string) => boolean,
  chosen: (kept: readonly string[] | null) => void,
): void {
  const boxes = [...labels]
    .sort(([, a], [, b]) => a.localeCompare(b, words.tag, { numeric: true }))
    .map(([value, label]) => ({
      value,
      label: label === '' ? words.rows.blank : label,
      box: h('input', { type: 'checkbox', checked: isKept(value) }),
    }));
  const button = (text: string, click: () => void): HTMLButtonElement =>
    h('button', { type: 'button', click }, text);
  const tick = (is: boolean) => (): void => {
    for (const { box } of boxes) box.checked = is;
  };
  const form = h(
    'form',
    { method: 'dialog' },
    h('h2', { id: 'filter-title' }, words.rows.filterBy(header)),
    h('div', { class: 'ticks' }, button(words.rows.all, tick(true)), button(words.rows.none, tick(false))),
    h(
      'div',
      { class: 'values', role: 'group', 'aria-labelledby': 'filter-title', tabindex: 0 },
      ...boxes.map(({ box, label }) => h('label', {}, box, label)),
    ),
    h(
      'div',
      { class: 'choices' },
      button(words.buttons.CANCEL, () => element.close()),
      h('button', { type: 'submit', class: 'main', autofocus: true }, words.buttons.OK),
    ),
  );
  let kept: readonly string[] | null = null;
  const element = h('dialog', { class: 'question', 'aria-labelledby': 'filter-title' }, form);
  form.addEventListener('submit', () => {
    kept = boxes.filter(({ box }) => box.checked).map(({ value }) => value);
  });
  element.addEventListener('close', () => {
    element.remove();
    chosen(kept);
  });
  document.body.append(element);
  element.showModal();
}
