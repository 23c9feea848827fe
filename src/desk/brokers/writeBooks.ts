// What brokers read in their own spreadsheets, and what lies in Drive for them.
import type { Broker } from '../../domain/broker';
import { hasErrors, type Problem, warning } from '../../domain/problem';
import { type Message, msg } from '../../language/message';
import { saidBy } from '../../language/print';
import { readTable } from '../../sheets/read';
import { brokerOrders, brokers } from '../../sheets/tabs';
import type { TableCells } from '../../sheets/write';
import type { DayState } from '../../stages/day/state';
import { ownTables } from '../../stages/outcome/brokerBooks';
import type { BrokerBook, OutputFile } from '../../stages/outcome/outcome';
import type { Desk } from '../desk';
import { readState } from '../journal/stateStore';
import type { OpenBook } from '../openBook';
import type { Journal, Services } from '../services';

/** Brokers whose spreadsheet does not say what it should: a cap in it may be one that was replaced. */
const OWED = 'book-owed:';

const owedBooks = (journal: Journal): readonly string[] =>
  journal.keys(OWED).map((key) => key.slice(OWED.length));

/** It says what it should, or is nobody's to read any more. */
export function settleBook(journal: Journal, broker: string): void {
  if (journal.get(OWED + broker) !== null) journal.remove(OWED + broker);
}

/**
 * A spreadsheet that cannot be written holds nobody up, because the broker has its mail: it is a warning, and owed until it is
 * written.
 */
export function writeBooks(services: Services, books: readonly BrokerBook[]): readonly Problem[] {
  const { journal, brokerBooks } = services;
  return books.flatMap(({ broker, tables }) => {
    try {
      brokerBooks.write(broker, tables);
      settleBook(journal, broker);
      return [];
    } catch (cause) {
      journal.set(OWED + broker, 'yes');
      const text = msg(
        'the spreadsheet of {broker} was not brought up to date ({said}); the next run tries again, and so does Trading > Brokers > Share with brokers',
        { broker, said: saidBy(cause) },
      );
      return [warning('broker-book', text)];
    }
  });
}

/** Writes those that an earlier run could not write, as the day stands now. */
export function catchUpBooks({ services, book }: Pick<Desk, 'services' | 'book'>): readonly Problem[] {
  const names = owedBooks(services.journal);
  if (names.length === 0) return [];
  const { state, problems } = readState(book, services.journal, services.digest);
  if (hasErrors(problems)) return [];
  const { table } = readTable(brokers, book.read(brokers.name));
  const owed = names.flatMap((name) => {
    const broker = table.rows.find(({ value }) => value.name === name)?.value;
    return broker === undefined ? [] : [{ broker: name, tables: tablesNow(book, state, broker) }];
  });
  return writeBooks(services, owed);
}

/** All that a broker reads, as the day stands. */
export function tablesNow(book: OpenBook, state: DayState, broker: Broker): readonly TableCells[] {
  const allocated = state.allocation === null ? null : readTable(brokerOrders, book.read(brokerOrders.name));
  const rows = allocated?.table.rows.map(({ value }) => value) ?? [];
  return ownTables(
    state,
    broker,
    rows.filter(({ tradeDate }) => tradeDate === state.tradeDate),
  );
}

export interface SavedFiles {
  readonly warnings: readonly Problem[];
  /** Where those that are for people lie. */
  readonly links: readonly Message[];
  /** Those that do not lie in Drive, as they are listed. */
  readonly unfiled: readonly string[];
}

/** A file that another user keeps, or that cannot be made, holds nobody up: its mail has what it says. It is a warning. */
export function saveFiles(services: Pick<Services, 'files'>, files: readonly OutputFile[]): SavedFiles {
  const saved = files.map((file) => ({
    name: `${file.folder}/${file.name}`,
    filed: services.files.save(file),
  }));
  const of = (wanted: 'elsewhere' | 'not-made') =>
    saved.flatMap(({ name, filed }) => (filed.kind === wanted ? [{ name, why: filed.why }] : []));
  return {
    warnings: [...elsewhere(of('elsewhere')), ...notMade(of('not-made'))],
    unfiled: saved.filter(({ filed }) => filed.kind !== 'there').map(({ name }) => name),
    links: saved.flatMap(({ name, filed }) =>
      filed.kind === 'there' && filed.link !== null
        ? [msg('report {file}: {link}', { file: name, link: filed.link })]
        : [],
    ),
  };
}

type Unsaved = readonly { readonly name: string; readonly why: Message }[];

function elsewhere(kept: Unsaved): readonly Problem[] {
  const [first] = kept;
  if (first === undefined) return [];
  const text = msg(
    '{n} {n|file is|files are} in the mails and not in Drive ({files}): {said}; whoever keeps it runs this stage once more and they are put there',
    { n: kept.length, files: kept.map(({ name }) => name).join(', '), said: first.why },
  );
  return [warning('not-filed', text)];
}

const notMade = (unmade: Unsaved): readonly Problem[] =>
  unmade.map(({ name: file, why: said }) =>
    warning(
      'no-pdf',
      msg('{file} was not made ({said}); the HTML file of the same name beside it says the same and prints', {
        file,
        said,
      }),
    ),
  );
