// The spreadsheet engine as the page's parts use it.
import type { createUniver } from '../../host/browser';

export type SheetApi = ReturnType<typeof createUniver>['univerAPI'];
