// A tab of the desk that goes by another name, or stands there twice: known by its headers, named, never read in silence.
import { error, type Problem } from '../domain/problem';
import { msg } from '../language/message';
import { type Cell, isBlank } from './cell';
import { headerOf, normalHeader } from './tab';
import { ALL_TABS } from './tabs';

/** A tab that is none of the desk's by its name. */
export interface Stranger {
  readonly name: string;
  readonly headers: readonly Cell[];
}

export const TAB_NAMES: readonly string[] = ALL_TABS.map(({ name }) => name);

/** The desk's tab whose headers it has, all of them; fewer than two say nothing. null = none. */
export function likeness({ headers }: Stranger): string | null {
  const present = new Set(headers.filter((cell) => !isBlank(cell)).map(normalHeader));
  const alike = ALL_TABS.map(({ name, columns }) => ({
    name,
    headers: Object.entries(columns).flatMap(([field, { explains }]) =>
      explains === true ? [] : [headerOf(field)],
    ),
  })).filter(({ headers: own }) => own.length > 1 && own.every((header) => present.has(header)));
  // Of two the one that explains more of the headers: brokers' orders are a part of others.
  const [best] = alike.sort((a, b) => b.headers.length - a.headers.length);
  return best?.name ?? null;
}

/** The strangers that stand for a tab that is missing, by its name. */
export const renamedOnes = (
  missing: readonly string[],
  strangers: readonly Stranger[],
): ReadonlyMap<string, string> =>
  new Map(
    strangers.flatMap((stranger) => {
      const name = likeness(stranger);
      return name !== null && missing.includes(name) ? [[name, stranger.name] as const] : [];
    }),
  );

/** Says of each missing tab under which name it probably stands. @param look asked only where one is missing */
export function withRenamed(
  problems: readonly Problem[],
  look: () => readonly Stranger[],
): readonly Problem[] {
  const missing = problems.flatMap(({ code, tab }) =>
    code === 'missing-tab' && typeof tab === 'string' ? [tab] : [],
  );
  if (missing.length === 0) return problems;
  const names = renamedOnes(missing, look());
  return problems.map((problem) => {
    const { code, tab } = problem;
    const other = code === 'missing-tab' && typeof tab === 'string' ? names.get(tab) : undefined;
    return other === undefined || typeof tab !== 'string'
      ? problem
      : error(
          'renamed-tab',
          msg('the tab "{tab}" is missing, and "{name}" has its headers; rename it back to {tab}', {
            tab,
            name: other,
          }),
          { tab },
        );
  });
}
