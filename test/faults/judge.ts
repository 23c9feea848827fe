// What of a world matters, in two grains: all of it, for who goes on in the same second; and what was decided, for who goes on later.
import { type Kept, mailName, type PermissionState, type SheetState, type World } from './platform/world';

export type Seen = ReadonlyMap<string, string>;

/** Logs tell of the fault and of what went on after it, rightly; `_pending` is scratch paper. */
const LOGS = ['log', '_pending', 'run_log'];
/** What a run under way says of itself, and when the schedule looks again. */
const PASSING = ['progress'];

/** All that matters of it, by name: tabs, properties, mails, files, rows, triggers. Ids of the platform are left out. */
export function seenIn(world: World): Seen {
  const seen = new Map<string, string>();
  const named = new Map(world.files.map(({ id, name }) => [id, name]));
  const plain = (text: string): string =>
    text.replace(/\b(?:file|trigger|grant)-\d+\b/g, (id) => named.get(id) ?? 'ID');
  const bookName = (id: string): string => (id === world.bookId ? 'desk' : (named.get(id) ?? id));
  for (const [id, { sheets, locale }] of world.books) {
    seen.set(`book ${bookName(id)}`, `${locale} ${sheets.map(({ name }) => name).join(', ')}`);
    for (const sheet of sheets) {
      const { name, cells, notes, formats, hidden, protections, rules, charts } = sheet;
      if (LOGS.includes(name)) continue;
      seen.set(
        `tab ${bookName(id)} ${name}`,
        cells
          .map(rowText)
          .filter((row) => row !== '')
          .join('\n'),
      );
      const looks = { notes, formats, hidden, protections, rules, charts };
      seen.set(`looks ${bookName(id)} ${name}`, JSON.stringify(looks));
    }
  }
  for (const [key, value] of world.document)
    if (!PASSING.some((prefix) => key.startsWith(prefix)))
      seen.set(`property ${key}`, key === 'schedule' ? stepsIn(world) : plain(value));
  for (const [who, own] of world.people)
    for (const [key, value] of own) seen.set(`property of ${who} ${key}`, value);
  for (const [key, texts] of grouped(world.mails, mailName))
    seen.set(`mail ${key}`, texts.map((mail) => JSON.stringify(mail)).join('\n'));
  for (const [key, files] of grouped(
    world.files.filter(({ trashed }) => !trashed),
    ({ name, parents }) => `${named.get(parents[0] ?? '') ?? 'root'}/${name}`,
  ))
    seen.set(
      `file ${key}`,
      files
        .map(({ content, owner, trashed, permissions }) =>
          JSON.stringify([owner, trashed, content, peopleOf(permissions)]),
        )
        .join('\n'),
    );
  for (const [table, rows] of world.rows) {
    if (LOGS.includes(table)) continue;
    seen.set(`rows ${table}`, [...rows.values()].sort().join('\n'));
  }
  seen.set(
    'triggers',
    world.triggers
      .map(({ handler, user }) => `${handler} ${user}`)
      .sort()
      .join(', '),
  );
  seen.set('warehouse', [...world.datasets, ...world.tables.keys(), ...world.views.keys()].sort().join(', '));
  return seen;
}

const peopleOf = (permissions: readonly PermissionState[]): readonly string[] =>
  permissions.map(({ role, emailAddress }) => `${role} ${emailAddress}`).sort();

/** Blank cells at the end are none. */
const rowText = (row: readonly Kept[]): string => {
  let end = row.length;
  while (end > 0 && (row[end - 1] === null || row[end - 1] === undefined || row[end - 1] === '')) end -= 1;
  return end === 0 ? '' : JSON.stringify(row.slice(0, end).map((cell) => cell ?? null));
};

function grouped<T>(all: readonly T[], keyOf: (each: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each]);
  return groups;
}

/** Columns that say when. */
const isMoment = ({ formats }: SheetState, column: number): boolean => /h/i.test(formats[column] ?? '');
/** Words to the traders about what went wrong, and was put right: an undisturbed day has none. */
const isWord = ({ subject }: { readonly subject: string }): boolean => /stands still|STOPPED/i.test(subject);
/** Of these the traders rather read two than none: where nobody knows whether one went, it goes again. */
const isNotice = ({ subject }: { readonly subject: string }): boolean =>
  /PREPARED|: cut-off at/.test(subject);
const NEVER_THE_SAME = /^(run_id|row_key|outcome_hash|run_user|headline|.*_at|at|as_of|sent|time)$/;

/** What was decided and what has left the desk, whenever it was. */
export function decidedIn(world: World): Seen {
  const seen = new Map<string, string>();
  const named = new Map(world.files.map(({ id, name }) => [id, name]));
  for (const [id, { sheets }] of world.books)
    for (const sheet of sheets) {
      if (LOGS.includes(sheet.name) || LOOKS.includes(sheet.name)) continue;
      const rows = sheet.cells.map((row) =>
        rowText(row.map((cell, column) => (isMoment(sheet, column) ? null : cell))),
      );
      seen.set(
        `tab ${id === world.bookId ? 'desk' : named.get(id)} ${sheet.name}`,
        rows.filter((row) => row !== '').join('\n'),
      );
    }
  for (const [key, mails] of grouped(
    world.mails.filter((mail) => !isWord(mail)),
    mailName,
  ))
    seen.set(`mail ${key}`, mails.some(isNotice) ? 'told' : `${mails.length} times`);
  for (const key of world.document.keys()) if (key.startsWith('pending')) seen.set(key, 'pending');
  for (const [table, rows] of world.rows) {
    if (LOGS.includes(table)) continue;
    const texts = [...rows.values()].map((row) =>
      JSON.stringify(Object.entries(JSON.parse(row)).filter(([name]) => !NEVER_THE_SAME.test(name))),
    );
    seen.set(`rows ${table}`, texts.sort().join('\n'));
  }
  seen.set(
    'triggers',
    world.triggers
      .map(({ handler, user }) => `${handler} ${user}`)
      .sort()
      .join(', '),
  );
  return seen;
}

/** Printed again at every look, with the time of it. */
const LOOKS = ['status', 'blotter', '_state', '_days', 'history', 'market-data'];

/** What the schedule has done, whenever it did. */
function stepsIn({ document }: World): string {
  const { steps = {} } = JSON.parse(document.get('schedule') ?? '{}');
  const done = Object.entries<{ readonly came: string }>(steps).filter(
    ([name, { came }]) => name !== 'refresh' && came === 'done',
  );
  return done
    .map(([name, { came }]) => `${name} ${came}`)
    .sort()
    .join(', ');
}

/** Mails that went twice, word for word. */
export const twiceIn = ({ mails }: World): readonly string[] =>
  [...grouped(mails, (mail) => JSON.stringify(mail))]
    .filter(([, same]) => same.length > 1 && !same.some(isNotice))
    .map(([, [first]]) => (first === undefined ? '' : mailName(first)));

export function differences(wanted: Seen, got: Seen): readonly string[] {
  const found: string[] = [];
  for (const name of new Set([...wanted.keys(), ...got.keys()])) {
    const [a = '(nothing)', b = '(nothing)'] = [wanted.get(name), got.get(name)];
    if (a === b) continue;
    const [left, right] = [a.split('\n'), b.split('\n')];
    const line = Math.max(
      0,
      left.findIndex((each, at) => each !== right[at]),
    );
    found.push(`${name}: ${left[line]?.slice(0, 200)} <> ${right[line]?.slice(0, 200)}`);
  }
  return found;
}
