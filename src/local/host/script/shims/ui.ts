// Menus as the script builds them; the host keeps the finished menu as data.
import type { MenuItem } from '../menu';
import { ask, guard, value } from './remote';

export function menuBuilder(caption: string): object {
  const items: MenuItem[] = [];
  const members: Record<string, unknown> = {
    addItem(label: string, fn: string) {
      items.push({ kind: 'item', label, fn });
      return self;
    },
    addSeparator() {
      items.push({ kind: 'separator' });
      return self;
    },
    addSubMenu(menu: object) {
      items.push({ kind: 'menu', label: subMenuCaption(menu), items: drafts.get(menu) ?? [] });
      return self;
    },
    addToUi() {
      ask('Ui.addMenu', { label: caption, items });
    },
  };
  const self = guard('Menu', members);
  drafts.set(self, items);
  captions.set(self, caption);
  return self;
}

const drafts = new WeakMap<object, readonly MenuItem[]>();
const captions = new WeakMap<object, string>();
const subMenuCaption = (menu: object): string => captions.get(menu) ?? '';

/** The answer of Ui.prompt. */
export const promptResponse = (data: unknown): object => {
  const { button, text } = { button: 'CLOSE', text: '', ...(typeof data === 'object' ? data : {}) };
  return value('PromptResponse', data, { getSelectedButton: () => button, getResponseText: () => text });
};
