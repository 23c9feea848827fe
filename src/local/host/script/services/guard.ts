// Spreadsheets answer only whom Drive lets in: who may only read one changes nothing in it.
import type { Access } from '../../drive/access';
import type { DriveStore } from '../../drive/store';
import type { Handlers } from './service';

const CHANGES =
  /^(Spreadsheet|Sheet|Range|Protection|Sheets\.Spreadsheets)\.(append|auto|batch|break|clear|copy|delete|hide|insert|merge|protect|remove|rename|set|show|sort|update)/;
const LOOKS = /^(Spreadsheet|Sheet|Range|Protection)\./;

export function guarded(handlers: Handlers, store: DriveStore, access: Access): Handlers {
  const permit = (id: string, method: string): void => {
    const file = store.all().find((each) => each.id === id);
    if (!file) return;
    if (!access.sees(file))
      throw new Error('Document is missing (perhaps it was deleted, or you do not have read access?)');
    if (CHANGES.test(method) && !access.edits(file))
      throw new Error('You do not have permission to edit this document.');
  };
  return Object.fromEntries(
    Object.entries(handlers).map(([method, answer]) => {
      if (method === 'SpreadsheetApp.openById')
        return [
          method,
          (args, execution) => {
            permit(String(args[0]), method);
            return answer(args, execution);
          },
        ] satisfies [string, Handlers[string]];
      if (method.startsWith('Sheets.'))
        return [
          method,
          (args, execution) => {
            permit(String(method.endsWith('.get') ? args[0] : args[1]), method);
            return answer(args, execution);
          },
        ] satisfies [string, Handlers[string]];
      if (!LOOKS.test(method)) return [method, answer];
      return [
        method,
        (args, execution) => {
          const [ref] = args;
          if (typeof ref === 'object' && ref !== null && 'book' in ref) permit(String(ref.book), method);
          return answer(args, execution);
        },
      ] satisfies [string, Handlers[string]];
    }),
  );
}
