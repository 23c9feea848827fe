// Carries out what was planned for one spreadsheet; what fails is told and stops nothing else.
import { type Problem, warning } from '../../domain/problem';
import { type Message, msg } from '../../language/message';
import { saidBy } from '../../language/print';
import type { BrokerBookRef, Services } from '../services';
import { type AccessChange, about } from './access';

export interface Planned {
  readonly changes: readonly AccessChange[];
  readonly problems: readonly Problem[];
  /** Brings the tables of a spreadsheet that is shared up to date. */
  readonly fill: (book: BrokerBookRef) => void;
  readonly notify: boolean;
}

export interface Done {
  readonly change: AccessChange;
  readonly failed: readonly Problem[];
}

/** Whether who sees it is as it was asked for. */
export const isAsAsked = ({ change: { isNew, isUnseen, layout, gain, lose }, failed }: Done): boolean =>
  isUnseen !== true &&
  (failed.length === 0 || (layout !== null && !isNew && gain.length + lose.length === 0));

export function headlineOf(changes: readonly AccessChange[], failed: number): Message {
  const count = (field: 'gain' | 'keep' | 'lose'): number =>
    changes.reduce((sum, change) => sum + change[field].length, 0);
  const books = changes.filter(({ layout }) => layout !== null).length;
  const said =
    books === 0
      ? msg('sharing of {n} {n|spreadsheet|spreadsheets} stopped: {n2} {n2|person|people} removed', {
          n: changes.length,
          n2: count('lose'),
        })
      : msg(
          '{n} {n|spreadsheet|spreadsheets} shared: {n2} {n2|person|people} new, {n3} as before, {n4} removed',
          { n: books, n2: count('gain'), n3: count('keep'), n4: count('lose') },
        );
  return failed === 0 ? said : msg('{said}; {n} {n|step|steps} failed', { said, n: failed });
}

/** Takes access away first, writes the content next, gives access last: nobody sees what is not theirs in between. */
export function applyChange(services: Services, planned: Planned, change: AccessChange): readonly Problem[] {
  const { book, layout, isNew, gain, lose } = change;
  const { brokerBooks } = services;
  const { broker } = book;
  services.progress(
    book.kind === 'orders'
      ? msg('sharing: {broker}, orders and allocation', { broker })
      : msg('sharing: {broker}, inbox for fills', { broker }),
  );
  const attempt = (otherwise: (said: Message) => Message, work: () => void): readonly Problem[] => {
    try {
      work();
      return [];
    } catch (cause) {
      return [warning('sharing-failed', about(book, otherwise(saidBy(cause))))];
    }
  };
  const prepared = attempt(
    (said) => msg('it is not ready, so nobody new sees it ({said})', { said }),
    () => {
      if (layout === null) brokerBooks.close(book);
      else brokerBooks.open(book, layout);
    },
  );
  // One that an earlier try made and forgot may have readers that nobody knew of.
  const losers = isNew && prepared.length === 0 ? (brokerBooks.grants(book) ?? []) : lose;
  const taken = losers.flatMap((grant) =>
    attempt(
      (why) => msg('{said} could not be removed ({said2})', { said: grant.who, said2: why }),
      () => brokerBooks.revoke(book, grant),
    ),
  );
  if (prepared.length > 0 || layout === null) return [...prepared, ...taken];
  const filled = attempt(
    (said) => msg('its content is not up to date, so nobody new sees it ({said})', { said }),
    () => planned.fill(book),
  );
  if (filled.length > 0) return [...taken, ...filled];
  const given = gain.flatMap(({ who, role }) =>
    attempt(
      (said) => msg('{who} got no access ({said})', { who, said }),
      () => brokerBooks.grant(book, who, role, planned.notify),
    ),
  );
  return [...taken, ...given];
}
