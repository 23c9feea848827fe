// The Trading menu as data: what stands in it and which function of main.ts each item calls.

export type MenuEntry =
  | { readonly kind: 'item'; readonly label: string; readonly handler: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'menu'; readonly label: string; readonly entries: readonly MenuEntry[] };

const item = (label: string, handler: string): MenuEntry => ({ kind: 'item', label, handler });
const separator: MenuEntry = { kind: 'separator' };
const menu = (label: string, ...entries: readonly MenuEntry[]): MenuEntry => ({
  kind: 'menu',
  label,
  entries,
});

export const TRADING_MENU: readonly MenuEntry[] = [
  item('Open the desk', 'openSidebar'),
  separator,
  item('Initial orders…', 'menuInitialOrders'),
  menu(
    'Primary units',
    item('Nasdaq family…', 'menuPrimaryNasdaq'),
    item('Thematics family…', 'menuPrimaryThematics'),
    item('All ETFs…', 'menuPrimaryAll'),
  ),
  item('Adjustment cycle…', 'menuAdjustmentCycle'),
  item('Final allocation…', 'menuFinalAllocation'),
  separator,
  item('Status', 'menuStatus'),
  item('History…', 'menuHistory'),
  item('Amend an order…', 'menuAmend'),
  item('Import files…', 'menuImport'),
  separator,
  menu(
    'Brokers',
    item('Share with brokers…', 'menuShareWithBrokers'),
    item('Stop sharing…', 'menuStopSharing'),
  ),
  menu('Schedule', item('Start', 'menuStartSchedule'), item('Stop', 'menuStopSchedule')),
  menu(
    'Repair',
    item('Mails in doubt went out', 'menuMailsWent'),
    item('Send mails in doubt again', 'menuMailsDidNotGo'),
    item('Release mails', 'menuReleaseMails'),
    item('Abandon the pending run…', 'menuAbandon'),
    item('Accept the state…', 'menuAcceptState'),
  ),
  item('Set up…', 'menuSetUp'),
];

/** What a menu is built with: Apps Script's own menus, or a stand-in. */
export interface MenuBuilder<M> {
  addItem(label: string, handler: string): unknown;
  addSeparator(): unknown;
  addSubMenu(menu: M): unknown;
}

/** Builds the menu with whatever `create` gives. */
export function buildMenu<M extends MenuBuilder<M>>(
  create: (label: string) => M,
  label: string,
  entries: readonly MenuEntry[],
): M {
  const built = create(label);
  for (const entry of entries) {
    if (entry.kind === 'separator') built.addSeparator();
    else if (entry.kind === 'item') built.addItem(entry.label, entry.handler);
    else built.addSubMenu(buildMenu(create, entry.label, entry.entries));
  }
  return built;
}
