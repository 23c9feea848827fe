// Whose the keyboard is: the sheet asks for it whenever it has been drawn, also while the reader works elsewhere.

/** The sheet gets the focus by a click or by Tab; otherwise it goes back to where the reader was. */
export function guardFocus(book: HTMLElement): void {
  const isBook = (target: EventTarget | null): boolean => target instanceof Node && book.contains(target);
  let wanted = false;
  document.addEventListener(
    'pointerdown',
    ({ target }) => {
      wanted = isBook(target);
    },
    true,
  );
  document.addEventListener(
    'keydown',
    ({ key }) => {
      if (key === 'Tab') wanted = true;
    },
    true,
  );
  document.addEventListener('focusin', ({ target, relatedTarget }) => {
    if (!isBook(target)) wanted = false;
    else if (
      !wanted &&
      relatedTarget instanceof HTMLElement &&
      !isBook(relatedTarget) &&
      relatedTarget.isConnected
    )
      relatedTarget.focus();
  });
}
