// The Sheets service, version 4: a book is read with one call and changed with another, which carries out everything or nothing.

export type Request = GoogleAppsScript.Sheets.Schema.Request;
export type Answered = GoogleAppsScript.Sheets.Schema.Spreadsheet;

export interface SheetsService {
  /** @param fields as Google's field masks are written; @param ranges in A1 notation, none = the whole book */
  get(id: string, fields: string, ranges?: readonly string[]): Answered;
  /** All of them, one after another, or none. */
  update(id: string, requests: readonly Request[]): void;
}

/** null where the project has not added it: then the setters of SpreadsheetApp do the same, one call at a time. */
export function sheetsService(): SheetsService | null {
  const spreadsheets = typeof Sheets === 'undefined' ? undefined : Sheets.Spreadsheets;
  if (!spreadsheets) return null;
  return {
    get: (id, fields, ranges = []) =>
      spreadsheets.get(id, ranges.length === 0 ? { fields } : { fields, ranges: [...ranges] }),
    update(id, requests) {
      spreadsheets.batchUpdate({ requests: [...requests] }, id);
    },
  };
}
