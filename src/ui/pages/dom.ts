// Builds elements: text is always text, so nothing that came from a cell or a mail can become markup. No line ends within an amount.
import { unbroken } from '../../language/figures';

type Child = Node | string | null | false;
type Properties = Readonly<Record<string, string | number | boolean | ((event: Event) => void)>>;

const SVG = 'http://www.w3.org/2000/svg';

/** A function is a listener for the event of its name; true and false stand or leave out an attribute. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  return filled(document.createElement(tag), properties, children);
}

export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[K] {
  return filled(document.createElementNS(SVG, tag), properties, children);
}

function filled<E extends Element>(element: E, properties: Properties, children: readonly Child[]): E {
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value !== false) element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children)
    if (child !== null && child !== false)
      element.append(typeof child === 'string' ? unbroken(child) : child);
  return element;
}

/** @throws when the page lacks it: a page and its script are one file */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`the page has no element "${id}"`);
  return element;
}

/** Replaces what stands in an element; the focus stays on the element of the same id. */
export function fill(element: Element, ...children: readonly Child[]): void {
  const active = document.activeElement;
  const focused = active !== null && element.contains(active) ? active.id : '';
  element.replaceChildren(
    ...children.filter((child): child is Node | string => child !== null && child !== false),
  );
  if (focused !== '') document.getElementById(focused)?.focus({ preventScroll: true });
}

/** Says a sentence to those who listen instead of look. */
export function announce(text: string): void {
  const live = byId('live');
  if (live.textContent !== text) live.textContent = text;
}
