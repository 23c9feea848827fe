// Which tabs and headers this version of the desk looks for, as one short text: a book that was set up for others is told apart.
import { headerOf } from './tab';
import { ALL_TABS, type AnyTab } from './tabs';

type Named = Pick<AnyTab, 'name' | 'columns'>;

/** Columns may stand in any order, so their order says nothing. 32 bits of FNV-1a: nobody forges a layout. */
export function layoutOf(tabs: readonly Named[] = ALL_TABS): string {
  const names = tabs.map(({ name, columns }) =>
    [name, ...Object.keys(columns).map(headerOf).sort()].join('\t'),
  );
  let hash = 0x811c9dc5;
  for (const letter of names.sort().join('\n')) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
