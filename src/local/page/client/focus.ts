// Whose the keyboard is: the sheet asks for it whenever it has been drawn, also while the reader works elsewhere.

/**
 * The sheet gets the focus by a click or by Tab; otherwise it goes back to where the reader was.
 * @param focusEngine makes the engine take the keyboard: the focus of its element alone does not
 * @returns gives the sheet the focus
 */
export function guardFocus(book: HTMLElement, focusEngine: () => void): () => void {
  const isBook = (target: EventTarget | null): boolean => target instanceof Node && book.contains(target);
  let wanted = false;
  const focusSheet = (): void => {
    wanted = true;
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    focusEngine();
  };
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
      if (isNowhere) focusSheet();
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
  return focusSheet;
}
