// The book as a file that a spreadsheet program opens: a copy, which every start leaves beside the desk.
import { join } from 'node:path';
import { codeOf } from './troubles';
import type { World } from './world';

export const workbookIn = (dir: string): string => join(dir, 'trading-desk.xlsx');

/** What a system says of a file that another program holds open, or that is not the desk's to replace. */
const HELD_BY_OTHERS = ['EBUSY', 'EPERM', 'EACCES', 'EISDIR', 'ETXTBSY'];

/**
 * Whatever a start did, it leaves the book as a file that a spreadsheet program opens. That file is a copy: where such a program
 * has it open and the system lets nobody replace it, the desk stands all the same. @returns why it was not; null = it was
 */
export async function keepWorkbook({ desk }: World, dir: string): Promise<string | null> {
  await desk.save();
  try {
    await desk.exportXlsx(workbookIn(dir));
    return null;
  } catch (error) {
    const code = codeOf(error);
    if (code === null || !HELD_BY_OTHERS.includes(code)) throw error;
    return code;
  }
}
