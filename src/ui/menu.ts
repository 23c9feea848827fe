// The Trading menu as data: what stands in it, in both languages, and which function of main.ts each item calls.
import type { Language } from '../language/language';

type Label = Readonly<Record<Language, string>>;

export type MenuEntry =
  | { readonly kind: 'item'; readonly label: Label; readonly handler: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'menu'; readonly label: Label; readonly entries: readonly MenuEntry[] };

const item = (pt: string, en: string, handler: string): MenuEntry => ({
  kind: 'item',
  label: { pt, en },
  handler,
});
const separator: MenuEntry = { kind: 'separator' };
const menu = (pt: string, en: string, ...entries: readonly MenuEntry[]): MenuEntry => ({
  kind: 'menu',
  label: { pt, en },
  entries,
});

/** The same name in both languages. */
export const MENU_NAME = 'Trading';

export const TRADING_MENU: readonly MenuEntry[] = [
  item('Abrir a mesa', 'Open the desk', 'openSidebar'),
  separator,
  item('Ordens iniciais…', 'Initial orders…', 'menuInitialOrders'),
  menu(
    'Primário',
    'Primary units',
    item('Família Nasdaq…', 'Nasdaq family…', 'menuPrimaryNasdaq'),
    item('Família temática…', 'Thematics family…', 'menuPrimaryThematics'),
    item('Todos os ETFs…', 'All ETFs…', 'menuPrimaryAll'),
  ),
  item('Ciclo de ajuste…', 'Adjustment cycle…', 'menuAdjustmentCycle'),
  item('Alocação final…', 'Final allocation…', 'menuFinalAllocation'),
  separator,
  item('Situação', 'Status', 'menuStatus'),
  item('Histórico…', 'History…', 'menuHistory'),
  item('Alterar uma ordem…', 'Amend an order…', 'menuAmend'),
  item('Importar arquivos…', 'Import files…', 'menuImport'),
  separator,
  menu(
    'Corretoras',
    'Brokers',
    item('Compartilhar com corretoras…', 'Share with brokers…', 'menuShareWithBrokers'),
    item('Parar de compartilhar…', 'Stop sharing…', 'menuStopSharing'),
  ),
  menu(
    'Agenda',
    'Schedule',
    item('Ligar', 'Start', 'menuStartSchedule'),
    item('Desligar', 'Stop', 'menuStopSchedule'),
  ),
  menu(
    'Reparo',
    'Repair',
    item('E-mails em dúvida saíram', 'Mails in doubt went out', 'menuMailsWent'),
    item('Enviar de novo os e-mails em dúvida', 'Send mails in doubt again', 'menuMailsDidNotGo'),
    item('Liberar e-mails', 'Release mails', 'menuReleaseMails'),
    item('Abandonar a execução pendente…', 'Abandon the pending run…', 'menuAbandon'),
    item('Aceitar o estado…', 'Accept the state…', 'menuAcceptState'),
  ),
  item('Configurar…', 'Set up…', 'menuSetUp'),
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
  language: Language,
): M => build(create, MENU_NAME, TRADING_MENU, language);

function build<M extends MenuBuilder<M>>(
  create: (label: string) => M,
  name: string,
  entries: readonly MenuEntry[],
  language: Language,
): M {
  const built = create(name);
  for (const entry of entries) {
    if (entry.kind === 'separator') built.addSeparator();
    else if (entry.kind === 'item') built.addItem(entry.label[language], entry.handler);
    else built.addSubMenu(build(create, entry.label[language], entry.entries, language));
  }
  return built;
}
