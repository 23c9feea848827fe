// Google knows tabs by number.
import type { UniverSheet } from '../../../book/engine';

/** One added in the page has a text id, which is hashed. */
export function sheetNumber(id: string): number {
  if (/^\d+$/.test(id)) return Number(id);
  let hash = 0;
  for (const letter of id) hash = (hash * 31 + letter.charCodeAt(0)) % 2_147_483_647;
  return hash;
}

export const numberOf = (sheet: UniverSheet): number => sheetNumber(sheet.getSheetId());
