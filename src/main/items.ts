// The items of the menu with what Google shows and what the desk does: for the menu itself, and for pages that lead to one.
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
