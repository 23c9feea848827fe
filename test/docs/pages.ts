// The project's own pages as tests read them: which there are, what they name, what they tell a reader to do.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const under = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? under(path) : path.endsWith('.md') ? [path] : [];
  });

/** Every page that people read, by its path from the checkout. */
export const PAGES: readonly string[] = [
  'README.md',
  'README.pt-BR.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...under('docs'),
].map((path) => path.replace(/\\/g, '/'));

export const textOf = (page: string): string => readFileSync(page, 'utf8');

/** Without what stands in fences: a block of code links and names nothing. */
const prose = (page: string): string => textOf(page).replace(/^( *)```[\s\S]*?^\1```/gm, '');

/** Made by a command, kept by nobody. */
const MADE = /^build\/(out|local)\b/;

/** A recipe's own. */
const NEW = /New\s+file\s+`[^`]+`/g;

/** Files and folders of the checkout that the page names in backquotes; `*` and `<name>` stand for any. */
export const placesIn = (page: string): readonly string[] =>
  [
    ...prose(page)
      .replace(NEW, '')
      .matchAll(/`([^`\n]+)`/g),
  ]
    .map(([, text = '']) => text)
    .filter((text) =>
      /^(src|test|build|docs)\/[^\s…<*{]+$|^[\w-]+\.(md|jsonc|cjs)$|^(package|biome|tsconfig|appsscript)\.json$/.test(
        text,
      ),
    )
    .filter((text) => !MADE.test(text) && !/^my-/.test(text));

/** What the page links to inside the checkout, with the heading that it means, if any. */
export const linksIn = (
  page: string,
): readonly { readonly file: string; readonly heading: string | null }[] =>
  [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [path = '', heading = null] = target.split('#');
      const file = path === '' ? page : normalize(join(dirname(page), path));
      return { file: file.replace(/\\/g, '/'), heading };
    });

/** As GitHub makes an anchor of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

export const headingsOf = (page: string): readonly string[] =>
  [...prose(page).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

export const isThere = (path: string): boolean => existsSync(path);
