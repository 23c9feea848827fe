// HtmlService: pages as text with a title and a size, and templates with <? ?>, <?= ?> and <?!= ?> scriptlets, run
// in the script's own context.
import { ask, guard, service } from './remote';

interface Page {
  html: string;
  title: string | null;
  width: number | null;
  height: number | null;
}

const pages = new WeakMap<object, Page>();

export function htmlOutput(html: string): object {
  const page: Page = { html, title: null, width: null, height: null };
  const set = (change: Partial<Page>): object => {
    Object.assign(page, change);
    return self;
  };
  const members: Record<string, unknown> = {
    setTitle: (title: string) => set({ title }),
    setWidth: (width: number) => set({ width }),
    setHeight: (height: number) => set({ height }),
    setContent: (content: string) => set({ html: content }),
    append: (more: string) => set({ html: page.html + more }),
    appendUntrusted: (more: string) => set({ html: page.html + escapeHtml(more) }),
    getContent: () => page.html,
    getTitle: () => page.title,
    getWidth: () => page.width,
    getHeight: () => page.height,
  };
  const self = guard('HtmlOutput', members);
  pages.set(self, page);
  return self;
}

export function pageOf(output: unknown): Page {
  const page = typeof output === 'object' && output !== null ? pages.get(output) : undefined;
  return page ?? { html: String(output), title: null, width: null, height: null };
}

const escapeHtml = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');

/** The template's text as the body of a function of (write, escape). */
export function templateBody(text: string): string {
  let body = '';
  let last = 0;
  for (let begin = text.indexOf('<?'); begin >= 0; begin = text.indexOf('<?', last)) {
    const end = text.indexOf('?>', begin + 2);
    if (end < 0) break;
    body += `write(${JSON.stringify(text.slice(last, begin))});\n`;
    const inner = text.slice(begin + 2, end);
    const mark = inner.startsWith('!=') ? '!=' : inner.startsWith('=') ? '=' : '';
    const code = inner
      .slice(mark.length)
      .trim()
      .replace(mark === '' ? /^$/ : /;$/, '');
    body += mark === '=' ? `write(escape(${code}));\n` : mark === '!=' ? `write(${code});\n` : `${code}\n`;
    last = end + 2;
  }
  return `${body}write(${JSON.stringify(text.slice(last))});`;
}

/** A template takes properties of its own, which its scriptlets read as variables. */
function htmlTemplate(text: string): object {
  const template: Record<string, unknown> = {};
  const evaluate = (): object => {
    const names = Object.keys(template).filter((name) => name !== 'evaluate' && name !== 'getRawContent');
    let html = '';
    const write = (piece: unknown): void => {
      html += String(piece ?? '');
    };
    const run = new Function('write', 'escape', ...names, templateBody(text));
    run(write, (piece: unknown) => escapeHtml(String(piece ?? '')), ...names.map((name) => template[name]));
    return htmlOutput(html);
  };
  template.evaluate = evaluate;
  template.getRawContent = () => text;
  return template;
}

const fileText = (name: unknown): string => String(ask('HtmlService.readFile', String(name)));

export const htmlService = (): object =>
  service('HtmlService', [], {
    createHtmlOutput: (html: unknown = '') => htmlOutput(String(html)),
    createHtmlOutputFromFile: (name: unknown) => htmlOutput(fileText(name)),
    createTemplate: (html: unknown) => htmlTemplate(String(html)),
    createTemplateFromFile: (name: unknown) => htmlTemplate(fileText(name)),
  });
