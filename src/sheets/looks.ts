// How a tab looks, as plain values made from its schema: colours, formats, notes, dropdowns, widths. Whatever service there is draws it.
import { LANGUAGES, type Language } from '../language/language';
import { msg, plain } from '../language/message';
import { print, printAll } from '../language/print';
import { columnLetter } from './cell';
import type { Picks } from './columnType';
import { headerOf } from './tab';
import { type AnyColumn, type AnyTab, PAST_TABS, SCREEN_TABS } from './tabs';

export interface Placed {
  readonly header: string;
  readonly look: AnyColumn;
  /** 1-based, as the platform counts. */
  readonly column: number;
}

/** What a tab is for: tabs of a kind stand together and share a colour. */
export type TabKind = 'input' | 'feed' | 'screen' | 'output' | 'past' | 'hidden';

export function kindOf({ name, role }: Pick<AnyTab, 'name' | 'role'>): TabKind {
  if (role !== 'output') return role;
  if (SCREEN_TABS.includes(name)) return 'screen';
  return PAST_TABS.includes(name) ? 'past' : 'output';
}

interface Colors {
  /** Of the tab itself. */
  readonly tab: string;
  /** Behind its headers. */
  readonly header: string;
}

/** #rrggbb. Amber is written by people, green comes from outside, blue is the desk's. */
export const COLORS: Readonly<Record<TabKind, Colors>> = {
  input: { tab: '#f1c232', header: '#fff2cc' },
  feed: { tab: '#6aa84f', header: '#d9ead3' },
  screen: { tab: '#0b5394', header: '#cfe2f3' },
  output: { tab: '#6fa8dc', header: '#cfe2f3' },
  past: { tab: '#8e7cc3', header: '#d9d2e9' },
  hidden: { tab: '#999999', header: '#eeeeee' },
};

/** Nobody but the desk writes there. */
export const isWritten = ({ role }: Pick<AnyTab, 'role'>): boolean => role === 'output' || role === 'hidden';

/** Where each field stands; a field without a header gets one at the right. @param present the headers, normalized */
export function place(
  tab: AnyTab,
  present: readonly string[],
): { readonly placed: readonly Placed[]; readonly missing: readonly string[] } {
  const fields = Object.entries(tab.columns).map(([field, look]) => ({ header: headerOf(field), look }));
  const missing = fields.map(({ header }) => header).filter((header) => !present.includes(header));
  const headers = [...present, ...missing];
  const placed = fields
    .map(({ header, look }) => ({ header, look, column: headers.indexOf(header) + 1 }))
    .sort((a, b) => a.column - b.column);
  return { placed, missing };
}

export interface Run {
  /** 1-based, of the first of them. */
  readonly column: number;
  readonly columns: Placed[];
}

/** Columns that stand side by side and are alike: one call to the platform for each run of them. */
export function runs(
  placed: readonly Placed[],
  alike: (a: Placed, b: Placed) => boolean = () => true,
): readonly Run[] {
  const made: Run[] = [];
  for (const each of placed) {
    const last = made[made.length - 1];
    const before = last?.columns[last.columns.length - 1];
    if (last && before && before.column + 1 === each.column && alike(before, each)) last.columns.push(each);
    else made.push({ column: each.column, columns: [each] });
  }
  return made;
}

/** What a cell may say, the words of the desk's language first; null = anything. */
function wordsOf({ allowed, spelled }: AnyColumn, language: Language): readonly string[] | null {
  if (allowed === null || spelled === undefined) return allowed;
  const others = LANGUAGES.filter((each) => each !== language);
  return [language, ...others].flatMap((each) => allowed.map((value) => spelled[each][value] ?? value));
}

/** What a header's note says of its column. */
export function noteOf(look: AnyColumn, language: Language): string {
  const { help, whenBlank, suggests = [], picks } = look;
  const said = plain(help);
  const allowed = wordsOf(look, language);
  const lines = [
    whenBlank === null ? msg('{said} (required)', { said }) : said,
    ...(allowed === null ? [] : [msg('One of {values}.', { values: allowed.join(', ') })]),
    ...(picks === undefined ? [] : [msg('The list is that of the tab {tab}.', { tab: picks.tab })]),
    ...(suggests.length === 0 ? [] : [msg('Such as {values}.', { values: suggests.join(', ') })]),
  ];
  return printAll(lines, language).join('\n');
}

/** A bold letter of a header, one that is wide, and the room around the header with its arrow, in pixels. */
const LETTER = 7.5;
const WIDE_LETTER = 12;
const ROOM = 26;
/** What the platform gives a new column, and the few widths that columns have besides, so that neighbours share one. */
export const NEW_WIDTH = 100;
const PLAIN_WIDTH = 160;
const WIDTHS: readonly number[] = [NEW_WIDTH, PLAIN_WIDTH, 260, 330, 420];

const lengthOf = (header: string): number =>
  [...header].reduce((sum, letter) => sum + (/[mw]/i.test(letter) ? WIDE_LETTER : LETTER), 0);

/** Wide enough for what the column holds, and for its header. */
const neededOf = ({ look, header }: Placed): number =>
  Math.max(look.width, Math.ceil(lengthOf(header)) + ROOM);

function widthOf(placed: Placed): number {
  const needed = neededOf(placed);
  return WIDTHS.find((width) => width >= needed) ?? needed;
}

/** Columns that need the same, side by side: for a service to which a width more costs nothing. */
export const exactWidths = (placed: readonly Placed[]): readonly (Run & { readonly width: number })[] =>
  runs(placed, (a, b) => neededOf(a) === neededOf(b)).map((run) => ({
    ...run,
    width: Math.max(...run.columns.map(neededOf)),
  }));

/** Neighbours that need little get what the widest of them needs: a run of columns with the pixels of each. */
export function widthRuns(placed: readonly Placed[]): readonly (Run & { readonly width: number })[] {
  const isPlain = (each: Placed): boolean => widthOf(each) <= PLAIN_WIDTH;
  const alike = (a: Placed, b: Placed): boolean => (isPlain(a) ? isPlain(b) : widthOf(a) === widthOf(b));
  return runs(placed, alike).map((run) => ({ ...run, width: Math.max(...run.columns.map(widthOf)) }));
}

/** What a cell offers; what is not on the list is refused where it is `strict`, else marked. */
export interface Dropdown {
  /** The entries, or the range in which they stand. */
  readonly entries: readonly string[] | string;
  readonly strict: boolean;
  readonly help: string;
}

/** Where a column stands below its header, as `'fund-stats'!$B$2:$B`; null = there is no such tab in this book. */
export type Whereabouts = (picks: Picks) => string | null;

/** Open at the end, so that rows that are added are in the list. */
export const whereabouts =
  (tabs: ReadonlyMap<string, readonly Placed[]>): Whereabouts =>
  ({ tab, header }) => {
    const found = tabs.get(tab)?.find((each) => each.header === header);
    if (found === undefined) return null;
    const letter = columnLetter(found.column - 1);
    return `'${tab}'!$${letter}$2:$${letter}`;
  };

/**
 * What people fill in is refused when it is not on the list; in a feed, and where the list is another tab's, it is only marked: a
 * stage says what it cannot take. null = anything is taken, and nothing is offered.
 */
export function dropdownOf(
  look: AnyColumn,
  role: AnyTab['role'],
  language: Language,
  where: Whereabouts,
): Dropdown | null {
  const entries = (look.picks && where(look.picks)) ?? wordsOf(look, language) ?? look.suggests;
  if (entries === undefined || (role !== 'input' && role !== 'feed')) return null;
  return { entries, strict: role === 'input' && look.allowed !== null, help: noteOf(look, language) };
}

/** Values that stand out, each with the column that it is looked for in. */
export const marksOf = (
  placed: readonly Placed[],
): readonly { readonly column: number; readonly value: string; readonly color: string }[] =>
  placed.flatMap(({ look, column }) =>
    Object.entries(look.marks).map(([value, color]) => ({ column, value, color })),
  );

/** Beginning of the description by which the desk's own protection is found again. */
const PROTECTION = 'Trading Process';

/** A warning, not a wall: what the desk writes is not for editing, nor are headers that it looks for. */
export function protectionOf(tab: AnyTab, language: Language): string {
  const why = isWritten(tab)
    ? msg('the desk writes this tab')
    : msg('the desk finds columns by their headers');
  return `${PROTECTION}: ${print(why, language)}`;
}

/** Whether a protection with this description is the desk's own. */
export const isOwnProtection = (description: string): boolean => description.startsWith(PROTECTION);
