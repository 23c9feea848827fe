// The script's menus as a menu bar: mouse, arrow keys, first letters, Escape; what an ARIA menu bar promises.
import type { Menu, MenuItem } from '../../host/browser';
import { byId, h } from './dom';
import { words } from './words';

/** Ends what the menus that were shown before listen to. */
let shown = new AbortController();

/** @param choose is given the item's function and label */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one view, drawn from top to bottom
export function showMenus(menus: readonly Menu[], choose: (fn: string, label: string) => void): void {
  const bar = h('div', { role: 'menubar', 'aria-label': words.menus });
  const close = (refocus: HTMLElement | null = null): void => {
    for (const opened of bar.querySelectorAll('[aria-expanded="true"]'))
      opened.setAttribute('aria-expanded', 'false');
    refocus?.focus();
  };
  const pick = (fn: string, label: string) => (): void => {
    close(topOf(document.activeElement));
    choose(fn, label);
  };

  const entry = (item: MenuItem): HTMLElement => {
    if (item.kind === 'separator') return h('div', { role: 'separator' });
    if (item.kind === 'item')
      return h(
        'button',
        {
          type: 'button',
          role: 'menuitem',
          tabindex: -1,
          click: pick(item.fn, item.label),
          mouseenter: hover,
        },
        item.label,
      );
    return h('div', { class: 'sub', role: 'none' }, ...opener(item.label, item.items));
  };
  const opener = (label: string, items: readonly MenuItem[]): readonly HTMLElement[] => {
    const button = h(
      'button',
      {
        type: 'button',
        role: 'menuitem',
        tabindex: -1,
        'aria-haspopup': 'menu',
        'aria-expanded': 'false',
        mouseenter: hover,
        click: () => toggle(button),
      },
      label,
    );
    return [button, h('div', { role: 'menu', 'aria-label': label }, ...items.map(entry))];
  };

  /** A sub-menu that the pointer has opened stays open when it is clicked as well. */
  const toggle = (button: HTMLElement): void => {
    const isTop = button.parentElement?.parentElement === bar;
    const wasOpen = button.getAttribute('aria-expanded') === 'true';
    if (isTop) close();
    expand(button, !isTop || !wasOpen);
  };
  /** Moving over a menu that is open opens its sub-menus and closes their neighbours. */
  function hover({ currentTarget }: Event): void {
    if (!(currentTarget instanceof HTMLElement)) return;
    const isTop = currentTarget.parentElement?.parentElement === bar;
    if (isTop) {
      if (!bar.querySelector('[aria-expanded="true"]')) return;
      close();
    } else for (const each of siblingsOf(currentTarget)) expand(each, false);
    expand(currentTarget, true);
    currentTarget.focus();
  }

  bar.append(
    ...menus.map(({ label, items }) => h('div', { class: 'top', role: 'none' }, ...opener(label, items))),
  );
  const first = bar.querySelector<HTMLElement>('[role="menuitem"]');
  if (first) first.tabIndex = 0;
  bar.addEventListener('keydown', (event) => {
    if (moveBy(event, bar, close)) event.preventDefault();
  });
  shown.abort();
  shown = new AbortController();
  const { signal } = shown;
  document.addEventListener(
    'pointerdown',
    ({ target }) => {
      if (target instanceof Node && !bar.contains(target)) close();
    },
    { signal },
  );
  // Over a frame no pointer is seen here, but the focus leaves.
  window.addEventListener('blur', () => close(), { signal });
  // The sheet keeps Tab for its cells: F10 leads to the menus, as everywhere.
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'F10' || event.shiftKey || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      event.stopPropagation();
      first?.focus();
    },
    { capture: true, signal },
  );
  byId('menus').replaceChildren(bar);
}

const isOpener = (item: HTMLElement): boolean => item.hasAttribute('aria-haspopup');

function expand(item: HTMLElement, open: boolean): void {
  if (!isOpener(item)) return;
  item.setAttribute('aria-expanded', String(open));
  const opened = menuOf(item);
  if (open && opened && item.parentElement?.classList.contains('sub')) placeBeside(item, opened);
}

const EDGE = 8;

/** A sub-menu stands right of its item, as high up as it has to be to end within the window. */
function placeBeside(item: HTMLElement, opened: HTMLElement): void {
  const { top, left, right } = item.getBoundingClientRect();
  const { width, height } = opened.getBoundingClientRect();
  const isRoom = right + EDGE + width <= window.innerWidth;
  opened.style.left = `${isRoom ? right + EDGE : Math.max(EDGE, left - EDGE - width)}px`;
  opened.style.top = `${Math.max(EDGE, Math.min(top - EDGE + 1, window.innerHeight - EDGE - height))}px`;
}

const menuOf = (item: HTMLElement): HTMLElement | null =>
  isOpener(item) && item.nextElementSibling instanceof HTMLElement ? item.nextElementSibling : null;

/** The items of the same menu, in order. */
function siblingsOf(item: HTMLElement): readonly HTMLElement[] {
  const list = item.closest<HTMLElement>('[role="menu"], [role="menubar"]');
  return list ? itemsOf(list) : [];
}

const itemsOf = (list: HTMLElement): readonly HTMLElement[] => [
  ...list.querySelectorAll<HTMLElement>(
    ':scope > [role="menuitem"], :scope > [role="none"] > [role="menuitem"]',
  ),
];

const topOf = (element: Element | null): HTMLElement | null =>
  element?.closest('.top')?.querySelector<HTMLElement>('[role="menuitem"]') ?? null;

/** The item that opens the menu this item stands in; null for one of the bar. */
const parentOf = (item: HTMLElement): HTMLElement | null => {
  const opener = item.closest('[role="menu"]')?.previousElementSibling;
  return opener instanceof HTMLElement ? opener : null;
};

/** @returns whether the key meant something */
function moveBy(
  { key, target }: KeyboardEvent,
  bar: HTMLElement,
  close: (to: HTMLElement | null) => void,
): boolean {
  if (!(target instanceof HTMLElement) || target.getAttribute('role') !== 'menuitem') return false;
  const siblings = siblingsOf(target);
  const at = siblings.indexOf(target);
  const onBar = parentOf(target) === null;
  const go = (item: HTMLElement | undefined | null): boolean => {
    item?.focus();
    return true;
  };
  const step = (by: number): boolean => go(siblings.at((at + by) % siblings.length));
  const enter = (): boolean => {
    expand(target, true);
    return go(itemsOf(menuOf(target) ?? bar)[0]);
  };
  const nextTop = (by: number): boolean => {
    const tops = itemsOf(bar);
    const top = topOf(target);
    const next = top ? tops.at((tops.indexOf(top) + by) % tops.length) : undefined;
    close(null);
    if (next) expand(next, true);
    return go(next);
  };
  switch (key) {
    case 'ArrowDown':
      return onBar ? enter() : step(1);
    case 'ArrowUp':
      return onBar ? enter() : step(-1);
    case 'ArrowRight':
      if (onBar) return step(1);
      return isOpener(target) ? enter() : nextTop(1);
    case 'ArrowLeft': {
      if (onBar) return step(-1);
      const parent = parentOf(target);
      if (!parent || parentOf(parent) === null) return nextTop(-1);
      expand(parent, false);
      return go(parent);
    }
    case 'Home':
      return go(siblings[0]);
    case 'End':
      return go(siblings.at(-1));
    case 'Escape':
      close(topOf(target));
      return true;
    case 'Enter':
    case ' ':
      if (!isOpener(target)) return false;
      return enter();
    case 'Tab':
      close(null);
      return false;
    default: {
      if (key.length !== 1) return false;
      const after = [...siblings.slice(at + 1), ...siblings.slice(0, at + 1)];
      return go(after.find((item) => item.textContent?.toLowerCase().startsWith(key.toLowerCase())));
    }
  }
}
