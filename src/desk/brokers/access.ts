// Who should be able to open a broker's spreadsheets, and what has to change for that. Pure: nothing is granted here.
import type { Broker } from '../../domain/broker';
import type { Etf } from '../../domain/etf';
import type { Problem } from '../../domain/problem';
import { inboxTab, sharedAllocation, sharedOrders } from '../../sheets/tabs';
import { brokersOf } from '../../stages/split/brokerParts';
import type { BookLayout, BrokerBookRef, Grant } from '../services';

type Role = 'reader' | 'writer';

interface Person {
  readonly who: string;
  readonly role: Role;
}

/** A spreadsheet that a broker is to have, and the broker's people in it. */
export interface WantedBook {
  readonly book: BrokerBookRef;
  readonly layout: BookLayout;
  readonly people: readonly Person[];
}

/** What happens to one spreadsheet. */
export interface AccessChange {
  readonly book: BrokerBookRef;
  /** null = nobody but the desk is to see it any more. */
  readonly layout: BookLayout | null;
  readonly isNew: boolean;
  readonly gain: readonly Person[];
  readonly keep: readonly Person[];
  readonly lose: readonly Grant[];
}

/** Each broker reads its orders and allocation; one whose fills come from an inbox writes into that, and only there. */
export function wantedBooks(brokers: readonly Broker[], etfs: readonly Etf[]): readonly WantedBook[] {
  return inOrder(brokers)
    .filter(({ emails }) => emails.length > 0)
    .flatMap((broker) => {
      const { name, language, emails, fillsFrom } = broker;
      const people = (role: Role): readonly Person[] => emails.map((who) => ({ who, role }));
      const orders: WantedBook = {
        book: { broker: name, kind: 'orders' },
        layout: { tabs: [sharedOrders, sharedAllocation], language },
        people: people('reader'),
      };
      const assets = etfs
        .filter((etf) => brokersOf(etf, brokers).some((each) => each.name === name))
        .map(({ asset }) => asset)
        .sort();
      const fills: WantedBook = {
        book: { broker: name, kind: 'fills' },
        layout: { tabs: [inboxTab(assets)], language },
        people: people('writer'),
      };
      return fillsFrom === 'inbox' ? [orders, fills] : [orders];
    });
}

const inOrder = (brokers: readonly Broker[]): readonly Broker[] =>
  brokers.slice().sort((a, b) => (a.name < b.name ? -1 : 1));

/**
 * What makes the access to one spreadsheet equal to what is wanted.
 * @param grants null = it does not exist yet
 * @param desk people who edit the desk's own spreadsheet: they edit this one too, so that any of them can run a stage
 */
export function accessChange(
  { book, layout, people }: WantedBook,
  grants: readonly Grant[] | null,
  desk: readonly string[],
): AccessChange {
  const wanted = [...people, ...desk.map((who) => ({ who, role: 'writer' as const }))];
  const has = (person: Person): boolean => (grants ?? []).some((grant) => isSame(grant, person));
  return {
    book,
    layout,
    isNew: grants === null,
    gain: wanted.filter((person) => !has(person)),
    keep: wanted.filter(has),
    lose: (grants ?? []).filter((grant) => !wanted.some((person) => isSame(grant, person))),
  };
}

/** Everybody but the desk loses it. */
export const closing = (
  book: BrokerBookRef,
  grants: readonly Grant[],
  desk: readonly string[],
): AccessChange => ({
  book,
  layout: null,
  isNew: false,
  gain: [],
  keep: [],
  lose: grants.filter(({ who }) => !includes(desk, who)),
});

const lower = (address: string): string => address.toLowerCase();
const includes = (addresses: readonly string[], address: string): boolean =>
  addresses.some((each) => lower(each) === lower(address));
const isSame = (grant: Grant, person: Person): boolean =>
  grant.role === person.role && lower(grant.who) === lower(person.who);

/** Slips in the tab `brokers` that would show somebody what is not theirs. */
export function accessProblems(
  brokers: readonly Broker[],
  desk: { readonly editors: readonly string[]; readonly viewers: readonly string[] },
): readonly Problem[] {
  const problem = (severity: Problem['severity'], code: string, text: string): Problem => ({
    severity,
    code,
    tab: 'brokers',
    cell: null,
    text,
  });
  const seen = new Map<string, string>();
  return inOrder(brokers).flatMap(({ name, emails }) => {
    if (emails.length === 0)
      return [problem('warning', 'no-emails', `${name} has no emails; write them there to share with it`)];
    return emails.flatMap((address) => {
      const other = seen.get(lower(address));
      seen.set(lower(address), name);
      if (includes(desk.editors, address)) {
        const text = `${address} of ${name} may edit the desk's own spreadsheet and sees everything; take that away first`;
        return [problem('error', 'broker-edits-desk', text)];
      }
      if (includes(desk.viewers, address)) {
        const text = `${address} of ${name} may read the desk's own spreadsheet and sees everything; take that away first`;
        return [problem('error', 'broker-reads-desk', text)];
      }
      if (other === undefined || other === name) return [];
      const text = `${address} stands at ${other} and at ${name} and would see what both do; give each its own`;
      return [problem('error', 'shared-address', text)];
    });
  });
}

/** Who reads which broker's spreadsheet, as it was shared last: names of brokers and their addresses. */
export type SharedWith = Readonly<Record<string, readonly string[]>>;

/** The tab `brokers` has changed since: somebody reads on who should not, or does not read yet. */
export const sharingDoubts = (brokers: readonly Broker[], shared: SharedWith): readonly Problem[] =>
  Object.entries(shared)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, addresses]) => {
      const broker = brokers.find((each) => each.name === name);
      const isSame =
        broker?.emails.length === addresses.length &&
        addresses.every((each) => includes(broker.emails, each));
      if (isSame) return [];
      const text = broker
        ? `the spreadsheet of ${name} is shared with other addresses than its emails; use Trading > Brokers > Share with brokers`
        : `${name} stands there no more and its spreadsheet is still shared; use Trading > Brokers > Share with brokers`;
      return [{ severity: 'warning', code: 'sharing-changed', tab: 'brokers', cell: null, text }];
    });

const WHAT = { orders: 'orders and allocation', fills: 'inbox for fills' } as const;
const VERB: Readonly<Record<string, string>> = { reader: 'reads', writer: 'edits' };

export const nameOf = ({ broker, kind }: BrokerBookRef): string => `${broker}, ${WHAT[kind]}`;

/** One line a person, as the preview and the log say it. */
export const describe = (change: AccessChange): readonly string[] => {
  const name = nameOf(change.book);
  const does = (role: string): string => VERB[role] ?? `has the role ${role}`;
  return [
    ...(change.isNew ? [`${name}: a new spreadsheet`] : []),
    ...change.lose.map(({ who, role }) => `${name}: ${who} no longer ${does(role)}`),
    ...change.gain.map(({ who, role }) => `${name}: ${who} ${does(role)} (new)`),
    ...change.keep.map(({ who, role }) => `${name}: ${who} ${does(role)} (as before)`),
  ];
};
