// The desk that the laptop opens: its spreadsheet, and who owns it and runs what says nothing else.
import type { Host } from '../host';

export const DESK = {
  bookId: 'desk-book',
  name: 'Trading desk',
  user: 'trader@desk.example',
  locale: 'pt_BR',
} as const;

/** The owner of the book has shared it with this person, who may edit it: nothing else of the owner's is shared by that. */
export function shareBook(host: Pick<Host, 'files' | 'share'>, user: string): void {
  const book = host.files().find(({ id }) => id === DESK.bookId);
  if (book === undefined || (book.owner ?? DESK.user) === user) return;
  if (book.permissions.some(({ emailAddress }) => emailAddress === user)) return;
  const permission = { id: `book-${user}`, type: 'user', role: 'writer', emailAddress: user };
  host.share({ ...book, owner: book.owner ?? DESK.user, permissions: [...book.permissions, permission] });
}
