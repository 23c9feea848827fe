// The spreadsheet engine as the page's parts use it.
import type { createUniver } from '@univerjs/presets';

export type SheetApi = ReturnType<typeof createUniver>['univerAPI'];
