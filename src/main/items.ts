// What each item of the Trading menu does (src/ui/menuItems.ts), bound to Google's dialogs and to the desk's functions. Used by the menu,
// and by pages with a button that opens the same dialog.
import {
  ask,
  confirm,
  say,
  showDialog,
  showDocument,
  showSidebar,
  showTab,
  showWindow,
} from '../google/dialogs';
import { createServices } from '../google/services';
import { menuItems } from '../ui/menuItems';
import { bookLook } from './answer';
import { checkAdjustmentStatus, endOfDayReport, refreshExecutions } from './day';
import { keepFiles, startSchedule, stopSchedule } from './upkeep';

export const items = menuItems(
  { say, confirm, ask, showTab, showDialog, showDocument, showSidebar, showWindow },
  {
    look: bookLook,
    services: createServices,
    status: checkAdjustmentStatus,
    refresh: refreshExecutions,
    report: endOfDayReport,
    startSchedule,
    stopSchedule,
    keepFiles,
  },
);
