// The desk that the laptop opens: its spreadsheet, and who owns it and runs what says nothing else.
import { DriveStore } from '../host';

export const DESK = {
  bookId: 'desk-book',
  name: 'Trading desk',
  user: 'trader@desk.example',
  locale: 'pt_BR',
} as const;

/** The owner of the book has shared it with this person, who may edit it: nothing else of the owner's is shared by that. */
export function shareBook(dir: string, user: string): void {
  const drive = new DriveStore(dir);
  const book = drive.all().find(({ id }) => id === DESK.bookId);
  if (book === undefined || (book.owner ?? DESK.user) === user) return;
  if (book.permissions.some(({ emailAddress }) => emailAddress === user)) return;
  const permission = { id: `book-${user}`, type: 'user', role: 'writer', emailAddress: user };
  drive.put({ ...book, owner: book.owner ?? DESK.user, permissions: [...book.permissions, permission] });
}
