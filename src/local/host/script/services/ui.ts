// Answers Ui and HtmlService: menus are kept as data, dialogs go to whatever screen the desk has.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ButtonSet, HtmlPage, Question, UiHost } from '../hosts';
import { DIALOG } from '../limits';
import type { Menu, MenuItem } from '../menu';
import type { Execution } from '../runner';
import { Marked } from '../wire';
import { fields, list, number, optional, text } from './arguments';
import type { Handlers } from './service';

const BUTTON_SETS: readonly ButtonSet[] = ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL'];
const buttonSet = (value: unknown): ButtonSet | undefined => BUTTON_SETS.find((each) => each === value);

/** (text), (text, buttons) or (title, text, buttons), as Apps Script overloads it. */
function question(args: readonly unknown[], fallback: ButtonSet): Question {
  const [first, second, third] = args;
  if (args.length >= 3 || (args.length === 2 && buttonSet(second) === undefined)) {
    const buttons = buttonSet(third) ?? fallback;
    return { title: String(first), text: String(second), buttons };
  }
  return { text: String(first), buttons: buttonSet(second) ?? fallback };
}

function menuItem(value: unknown): MenuItem {
  const { kind, label, fn, items } = fields(value, 'A menu item');
  if (kind === 'separator') return { kind };
  if (kind === 'menu')
    return { kind, label: text(label, 'A label'), items: list(items, 'The menu').map(menuItem) };
  return { kind: 'item', label: text(label, 'A label'), fn: text(fn, 'The function of a menu item') };
}

function page(value: unknown, title: unknown): HtmlPage {
  const { html, title: own, width, height } = fields(value, 'A page');
  const caption = title ?? own;
  return {
    html: text(html, 'The HTML'),
    ...(typeof caption === 'string' ? { title: caption } : {}),
    ...(typeof width === 'number' ? { width } : {}),
    ...(typeof height === 'number' ? { height: number(height, 'The height') } : {}),
  };
}

export interface UiService {
  readonly handlers: Handlers;
  menus(): readonly Menu[];
}

export function openUi(host: UiHost | undefined, bundleDir: string): UiService {
  const menus = new Map<string, Menu>();
  const screen = (what: string, { trigger, seat }: Execution): UiHost => {
    if (trigger) throw new Error('Cannot call SpreadsheetApp.getUi() from this context.');
    if (seat) return seat.ui;
    if (!host) throw new Error(`not implemented locally: Ui.${what} without a screen`);
    return host;
  };
  return {
    menus: () => [...menus.values()],
    handlers: {
      'SpreadsheetApp.getUi': (_args, { trigger }) => {
        if (trigger) throw new Error('Cannot call SpreadsheetApp.getUi() from this context.');
      },
      'Ui.addMenu': ([menu]) => {
        const { label, items } = fields(menu, 'A menu');
        const caption = text(label, 'The label of a menu');
        menus.set(caption, { label: caption, items: list(items, 'The menu').map(menuItem) });
      },
      'Ui.alert': (args, execution) => screen('alert', execution).alert(question(args, 'OK')),
      'Ui.prompt': async (args, execution) =>
        new Marked('PromptResponse', await screen('prompt', execution).prompt(question(args, 'OK'))),
      'Ui.showModalDialog': ([html, title], execution) => {
        const dialog = page(html, title);
        const { width = 0, height = 0 } = dialog;
        if (width > DIALOG.width || height > DIALOG.height)
          throw new Error(
            `A dialog of ${width} × ${height} pixels is cut off; ${DIALOG.width} × ${DIALOG.height} at most.`,
          );
        return screen('showModalDialog', execution).showModalDialog(dialog);
      },
      'Ui.showSidebar': ([html], execution) => {
        // As wide as every sidebar, whatever the script asks for.
        const { width: _asked, ...sidebar } = page(html, undefined);
        return screen('showSidebar', execution).showSidebar(sidebar);
      },
      'HtmlService.readFile': async ([name]) => {
        const file = optional(name, text, 'The name of an HTML file', '').replace(/\.html$/, '');
        if (!/^[\w][\w/-]*$/.test(file)) throw new Error(`No HTML file named ${file} was found.`);
        try {
          return await readFile(join(bundleDir, `${file}.html`), 'utf8');
        } catch {
          throw new Error(`No HTML file named ${file} was found.`);
        }
      },
    },
  };
}
