// The brokers' spreadsheets in memory: what stands in each, who may open it, and what Drive would refuse.

import type { BrokerBookRef, BrokerBooks, Grant } from '../../src/desk/services';
import { verbatim } from '../../src/language/message';
import { print } from '../../src/language/print';
import type { Cell, Grid } from '../../src/sheets/cell';
import { headerOf } from '../../src/sheets/tab';

interface Spreadsheet {
  open: boolean;
  readonly tabs: Map<string, Grid>;
  grants: Grant[];
}

export interface MemoryBrokerBooks extends BrokerBooks {
  /** `write Aurora`, `grant Aurora orders mesa@aurora.example reader` … */
  readonly calls: string[];
  readonly spreadsheets: Map<string, Spreadsheet>;
  /** Addresses that Drive refuses, and brokers whose spreadsheet nobody can open. */
  readonly refused: Set<string>;
  readonly broken: Set<string>;
  readonly editors: string[];
  readonly viewers: string[];
  /** The rows of a tab as the broker reads them, by header. */
  records(broker: string, tab: string): readonly Readonly<Record<string, Cell>>[];
  /** Everything that stands in a broker's spreadsheets, as one text. */
  everything(broker: string): string;
  readers(broker: string): readonly string[];
}

const keyOf = ({ broker, kind }: BrokerBookRef): string => `${broker}/${kind}`;

export function memoryBrokerBooks(): MemoryBrokerBooks {
  const spreadsheets = new Map<string, Spreadsheet>();
  const calls: string[] = [];
  const refused = new Set<string>();
  const broken = new Set<string>();
  const editors: string[] = [];
  const viewers: string[] = [];
  let granted = 0;
  const refs = (): readonly BrokerBookRef[] =>
    [...spreadsheets.keys()].map((key) => {
      const [broker = '', kind] = key.split('/');
      return { broker, kind: kind === 'fills' ? 'fills' : 'orders' };
    });
  const of = (book: BrokerBookRef): Spreadsheet => {
    const found = spreadsheets.get(keyOf(book));
    if (!found) throw new Error(`there is no spreadsheet ${keyOf(book)}`);
    return found;
  };
  const usable = (broker: string): void => {
    if (broken.has(broker)) throw new Error('Drive does not answer');
  };
  return {
    calls,
    spreadsheets,
    refused,
    broken,
    editors,
    viewers,
    known: refs,
    shared: () =>
      refs()
        .filter((book) => book.kind === 'orders' && of(book).open)
        .map(({ broker }) => broker),
    grants(book) {
      usable(book.broker);
      return spreadsheets.get(keyOf(book))?.grants ?? null;
    },
    open(book, { tabs }) {
      usable(book.broker);
      calls.push(`open ${keyOf(book)}`);
      const known = spreadsheets.get(keyOf(book)) ?? {
        open: true,
        tabs: new Map<string, Grid>(),
        grants: [],
      };
      known.open = true;
      for (const { name, columns } of tabs)
        if (!known.tabs.has(name)) known.tabs.set(name, [Object.keys(columns).map(headerOf)]);
      spreadsheets.set(keyOf(book), known);
    },
    close(book) {
      calls.push(`close ${keyOf(book)}`);
      of(book).open = false;
    },
    grant(book, who, role, notify) {
      if (refused.has(who)) throw new Error(`Drive knows no Google account ${who}`);
      calls.push(`grant ${keyOf(book)} ${who} ${role}${notify ? ' with a mail' : ''}`);
      granted += 1;
      of(book).grants.push({ id: String(granted), address: who, who: verbatim(who), role });
    },
    revoke(book, { id, who: said, address }) {
      const who = print(said, 'en');
      if (address !== null && refused.has(address))
        throw new Error('The user does not have sufficient permissions');
      calls.push(`revoke ${keyOf(book)} ${who}`);
      of(book).grants = of(book).grants.filter((grant) => grant.id !== id);
    },
    write(broker, tables) {
      const spreadsheet = spreadsheets.get(keyOf({ broker, kind: 'orders' }));
      if (!spreadsheet?.open) return;
      usable(broker);
      calls.push(`write ${broker}`);
      for (const { tab, headers, rows } of tables) spreadsheet.tabs.set(tab, [[...headers], ...rows]);
    },
    fills(broker, tab) {
      usable(broker);
      return spreadsheets.get(keyOf({ broker, kind: 'fills' }))?.tabs.get(tab) ?? null;
    },
    deskEditors: () => editors,
    deskViewers: () => viewers,
    records(broker, tab) {
      const [headers = [], ...rows] = of({ broker, kind: 'orders' }).tabs.get(tab) ?? [];
      return rows.map((row) => Object.fromEntries(headers.map((name, i) => [String(name), row[i] ?? null])));
    },
    everything: (broker) =>
      JSON.stringify(
        refs()
          .filter((book) => book.broker === broker)
          .map((book) => [...of(book).tabs]),
      ),
    readers: (broker) =>
      refs()
        .filter((book) => book.broker === broker)
        .flatMap((book) =>
          of(book).grants.map(({ who, role }) => `${book.kind} ${print(who, 'en')} ${role}`),
        ),
  };
}
