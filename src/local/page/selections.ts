// What the script asks the reader to look at: tabs and cells that it activates.
import type { Book } from '../book/book';
import type { Engine } from '../book/engine';
import type { Selection } from './protocol';

/** After these the engine picks a tab by itself, which nobody asked for. */
const BY_ITSELF = /^sheet\.mutation\.(insert-sheet|remove-sheet|set-worksheet-hidden)$/;

export function watchSelections(
  engine: Engine,
  book: Book,
  asked: (selection: Selection) => void,
): () => void {
  const api = engine.univerAPI;
  let byItself = false;
  const listening = api.addEvent(api.Event.CommandExecuted, ({ id, params }) => {
    if (BY_ITSELF.test(id)) {
      byItself = true;
      setImmediate(() => {
        byItself = false;
      });
    }
    if (byItself || id !== 'sheet.operation.set-worksheet-active') {
      if (id !== 'sheet.operation.set-selections') return;
    }
    if (params?.unitId !== book.id) return;
    const range = params.selections?.[0]?.range;
    asked({
      sheet: String(params.subUnitId),
      row: range?.startRow ?? 0,
      column: range?.startColumn ?? 0,
      rows: range ? range.endRow - range.startRow + 1 : 0,
      columns: range ? range.endColumn - range.startColumn + 1 : 0,
    });
  });
  return () => listening.dispose();
}
