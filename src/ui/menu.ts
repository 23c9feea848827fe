// The Trading menu as data: what stands in it, and which function of src/main/menu.ts each item calls.
import { stageTitle } from '../domain/stage';
import type { Language } from '../language/language';
import { type Message, msg } from '../language/message';
import { print } from '../language/print';
import type { BookLook } from './click';

export type MenuEntry =
  | { readonly kind: 'item'; readonly label: Message; readonly handler: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'menu'; readonly label: Message; readonly entries: readonly MenuEntry[] };

const item = (label: Message, handler: string): MenuEntry => ({ kind: 'item', label, handler });
/** It asks or shows something before anything happens. */
const asking = (label: Message, handler: string): MenuEntry => item(msg('{said}…', { said: label }), handler);
const separator: MenuEntry = { kind: 'separator' };
const menu = (label: Message, ...entries: readonly MenuEntry[]): MenuEntry => ({
  kind: 'menu',
  label,
  entries,
});

/** The same name in every language. */
export const MENU_NAME = 'Trading';

export const TRADING_MENU: readonly MenuEntry[] = [
  item(msg('Open the desk'), 'openSidebar'),
  item(msg('Blotter'), 'menuBlotter'),
  item(msg('Refresh executions'), 'menuRefreshExecutions'),
  separator,
  asking(stageTitle('initial'), 'menuInitialOrders'),
  // Its dialog asks for the family: a menu is as old as the window, the tab etfs may have changed since.
  asking(stageTitle('primary'), 'menuPrimaryUnits'),
  asking(stageTitle('adjustments'), 'menuAdjustmentCycle'),
  asking(stageTitle('final'), 'menuFinalAllocation'),
  separator,
  item(stageTitle('status'), 'menuStatus'),
  item(msg('End-of-day report'), 'menuEndOfDayReport'),
  asking(msg('History'), 'menuHistory'),
  asking(stageTitle('amend'), 'menuAmend'),
  asking(stageTitle('cancel'), 'menuCancel'),
  asking(stageTitle('correct'), 'menuCorrect'),
  asking(msg('Import files'), 'menuImport'),
  asking(msg('Undo import'), 'menuUndoImport'),
  separator,
  menu(
    msg('Brokers'),
    asking(msg('Share with brokers'), 'menuShareWithBrokers'),
    asking(msg('Stop sharing'), 'menuStopSharing'),
  ),
  menu(msg('Schedule'), item(msg('Start'), 'menuStartSchedule'), item(msg('Stop'), 'menuStopSchedule')),
  menu(
    msg('Repair'),
    asking(msg('Mails in doubt'), 'menuMailsInDoubt'),
    asking(msg('Mails that did not go'), 'menuRefusedMails'),
    asking(msg('Release mails'), 'menuReleaseMails'),
    asking(msg('Abandon the pending run'), 'menuAbandon'),
    asking(msg('Accept what is odd'), 'menuAcceptOdd'),
    asking(msg('Accept the state'), 'menuAcceptState'),
    asking(msg('Make this copy a desk'), 'menuAdoptCopy'),
    item(msg('Keep files in my Drive'), 'menuKeepFiles'),
  ),
  asking(msg('Set up'), 'menuSetUp'),
  asking(msg('Self-test'), 'menuSelfTest'),
];

const isSetUp = (entry: MenuEntry): boolean => entry.kind === 'item' && entry.handler === 'menuSetUp';

/** In an empty book the one item that can be carried out stands first, and once. */
const EMPTY_MENU: readonly MenuEntry[] = [
  ...TRADING_MENU.filter(isSetUp),
  separator,
  ...TRADING_MENU.filter((entry) => !isSetUp(entry)),
];

/** What a menu is built with: Apps Script's own menus, or a stand-in. */
export interface MenuBuilder<M> {
  addItem(label: string, handler: string): unknown;
  addSeparator(): unknown;
  addSubMenu(menu: M): unknown;
}

/** Builds the Trading menu with whatever `create` gives. */
export const buildTradingMenu = <M extends MenuBuilder<M>>(
  create: (label: string) => M,
  { language, isEmpty }: BookLook,
): M => build(create, MENU_NAME, isEmpty ? EMPTY_MENU : TRADING_MENU, language);

function build<M extends MenuBuilder<M>>(
  create: (label: string) => M,
  name: string,
  entries: readonly MenuEntry[],
  language: Language,
): M {
  const built = create(name);
  for (const entry of entries) {
    if (entry.kind === 'separator') built.addSeparator();
    else if (entry.kind === 'item') built.addItem(print(entry.label, language), entry.handler);
    else built.addSubMenu(build(create, print(entry.label, language), entry.entries, language));
  }
  return built;
}
