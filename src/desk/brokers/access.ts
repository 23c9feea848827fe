// Who should be able to open a broker's spreadsheets, and what has to change for that. Pure: nothing is granted here.
import type { Broker } from '../../domain/broker';
import type { Etf } from '../../domain/etf';
import { error, type Problem, warning } from '../../domain/problem';
import { type Message, msg } from '../../language/message';
import { inboxTab, sharedAllocation, sharedOrders } from '../../sheets/tabs';
import { brokersOf } from '../../stages/caps/brokerParts';
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
  /** Drive did not say who sees it. */
  readonly isUnseen?: true;
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
  lose: grants.filter(({ address }) => address === null || !includes(desk, address)),
});

const lower = (address: string): string => address.toLowerCase();
const includes = (addresses: readonly string[], address: string): boolean =>
  addresses.some((each) => lower(each) === lower(address));
const isSame = (grant: Grant, person: Person): boolean =>
  grant.role === person.role && grant.address !== null && lower(grant.address) === lower(person.who);

/** Slips in the tab `brokers` that would show somebody what is not theirs. */
export function accessProblems(
  brokers: readonly Broker[],
  desk: { readonly editors: readonly string[]; readonly viewers: readonly string[] },
): readonly Problem[] {
  const place = { tab: 'brokers' };
  const seen = new Map<string, string>();
  return inOrder(brokers).flatMap(({ name, emails }) => {
    if (emails.length === 0) {
      const text = msg('{who} has no emails; write them there to share with it', { who: name });
      return [warning('no-emails', text, place)];
    }
    return emails.flatMap((address) => {
      const other = seen.get(lower(address));
      seen.set(lower(address), name);
      if (includes(desk.editors, address)) {
        const text = msg(
          "{who} of {broker} may edit the desk's own spreadsheet and sees everything; take that away first",
          { who: address, broker: name },
        );
        return [error('broker-edits-desk', text, place)];
      }
      if (includes(desk.viewers, address)) {
        const text = msg(
          "{who} of {broker} may read the desk's own spreadsheet and sees everything; take that away first",
          { who: address, broker: name },
        );
        return [error('broker-reads-desk', text, place)];
      }
      if (other === undefined || other === name) return [];
      const text = msg(
        '{who} stands at {broker} and at {broker2} and would see what both do; give each its own',
        { who: address, broker: other, broker2: name },
      );
      return [error('shared-address', text, place)];
    });
  });
}

/** Who reads which broker's spreadsheet, as it was shared last. */
export interface SharedWith {
  /** Fingerprints of the addresses, by the broker's name. */
  readonly brokers: Readonly<Record<string, string>>;
  readonly fingerprint: (addresses: readonly string[]) => string;
}

/** In place of a fingerprint: not all of what was asked for could be done. */
export const UNSURE = '';

/** The tab `brokers` has changed since: somebody reads on who should not, or does not read yet. */
export const sharingDoubts = (brokers: readonly Broker[], shared: SharedWith): readonly Problem[] =>
  Object.entries(shared.brokers)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, fingerprint]) => {
      if (fingerprint === UNSURE) {
        const text = msg(
          'not all of what was asked for the sharing of {broker} could be done: somebody may see what is not meant for them, or not see it yet; use Trading > Brokers again',
          { broker: name },
        );
        return [warning('sharing-changed', text, { tab: 'brokers' })];
      }
      const broker = brokers.find((each) => each.name === name);
      if (broker && shared.fingerprint(broker.emails) === fingerprint) return [];
      const text = broker
        ? msg(
            'the spreadsheet of {broker} is shared with other addresses than its emails; use Trading > Brokers > Share with brokers',
            { broker: name },
          )
        : msg(
            '{broker} stands there no more and its spreadsheet is still shared; use Trading > Brokers > Share with brokers',
            { broker: name },
          );
      return [warning('sharing-changed', text, { tab: 'brokers' })];
    });

/** What is said of one spreadsheet. */
export const about = ({ broker, kind }: BrokerBookRef, said: Message): Message =>
  kind === 'orders'
    ? msg('{broker}, orders and allocation: {said}', { broker, said })
    : msg('{broker}, inbox for fills: {said}', { broker, said });

/** Drive knows roles that the desk never gives, such as commenter. */
function lost({ who: said, role }: Grant): Message {
  if (role === 'reader') return msg('{said} no longer reads', { said });
  return role === 'writer'
    ? msg('{said} no longer edits', { said })
    : msg('{said} no longer has the role {role}', { said, role });
}

const HAS: Readonly<Record<'gain' | 'keep', (person: Person) => Message>> = {
  gain: ({ who, role }) =>
    role === 'reader' ? msg('{who} reads (new)', { who }) : msg('{who} edits (new)', { who }),
  keep: ({ who, role }) =>
    role === 'reader' ? msg('{who} reads (as before)', { who }) : msg('{who} edits (as before)', { who }),
};

/** One line a person, as the preview and the log say it. */
export const describe = (change: AccessChange): readonly Message[] => {
  const { book, isNew, lose, gain, keep } = change;
  return [
    ...(isNew ? [msg('a new spreadsheet')] : []),
    ...lose.map(lost),
    ...gain.map(HAS.gain),
    ...keep.map(HAS.keep),
  ].map((said) => about(book, said));
};
