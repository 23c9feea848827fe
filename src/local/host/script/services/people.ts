// Answers who may edit and who may only read a spreadsheet, as Drive keeps it.
import type { DriveStore } from '../../drive/store';
import { fields, text } from './arguments';
import type { Handlers } from './service';

const EDITING = ['writer', 'fileOrganizer', 'organizer', 'owner'];

/** @param user who owns files of before owners were kept */
export function peopleHandlers(drive: DriveStore, user: string): Handlers {
  const withRole = (ref: unknown, edits: boolean): readonly string[] => {
    const file = drive.get(text(fields(ref, 'A spreadsheet').book, 'A spreadsheet'));
    const granted = file.permissions
      .filter(({ role }) => EDITING.includes(String(role)) === edits)
      .flatMap(({ emailAddress }) => (typeof emailAddress === 'string' ? [emailAddress] : []));
    return [...new Set(edits ? [file.owner ?? user, ...granted] : granted)];
  };
  return {
    'Spreadsheet.getEditors': ([ref]) => withRole(ref, true),
    'Spreadsheet.getViewers': ([ref]) => withRole(ref, false),
  };
}
