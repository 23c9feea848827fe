// Where the reader of the spreadsheet stands once a stage has run: on what came of it.
import type { StageName } from '../domain/stage';
import { adjustments, allocation, orderIntents, orders, primaryRequests, status } from '../sheets/tabs';

export const RESULT_TABS: Readonly<Record<StageName, string>> = {
  initial: orders.name,
  primary: primaryRequests.name,
  adjustments: adjustments.name,
  final: allocation.name,
  status: status.name,
  amend: orderIntents.name,
  cancel: orders.name,
  correct: allocation.name,
  nav: status.name,
};
