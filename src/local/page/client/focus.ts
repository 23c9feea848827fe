// Whose the keyboard is: the sheet asks for it whenever it has been drawn, also while the reader works elsewhere.

/** The sheet gets the focus by a click or by Tab; otherwise it goes back to where the reader was. */
export function guardFocus(book: HTMLElement): void {
  const isBook = (target: EventTarget | null): boolean => target instanceof Node && book.contains(target);
  let wanted = false;
  /** Where what is typed into the sheet goes. */
  let editor: HTMLElement | null = null;
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
      // Univer's own dialogs leave the focus nowhere, and what is typed next would be lost.
      const isNowhere =
        document.activeElement === document.body && !document.querySelector('[role$="dialog"]');
      if (isNowhere && editor?.isConnected) {
        wanted = true;
        editor.focus();
      }
    },
    true,
  );
  document.addEventListener('focusin', ({ target, relatedTarget }) => {
    if (target instanceof HTMLElement && target.isContentEditable && isBook(target)) editor = target;
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
