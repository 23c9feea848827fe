// What brokers read in their own spreadsheets, and what lies in Drive for them.
import { type Problem, warning } from '../../domain/problem';
import { type Message, msg } from '../../language/message';
import { saidBy } from '../../language/print';
import type { BrokerBook, OutputFile } from '../../stages/day/outcome';
import type { Services } from '../services';

/** A spreadsheet that cannot be written holds nobody up, because the broker has its mail: it is a warning. */
export function writeBooks(services: Services, books: readonly BrokerBook[]): readonly Problem[] {
  return books.flatMap(({ broker, tables }) => {
    try {
      services.brokerBooks.write(broker, tables);
      return [];
    } catch (cause) {
      const text = msg(
        'the spreadsheet of {broker} was not brought up to date ({said}); repair it with Trading > Brokers > Share with brokers',
        { broker, said: saidBy(cause) },
      );
      return [warning('broker-book', text)];
    }
  });
}

export interface SavedFiles {
  readonly warnings: readonly Problem[];
  /** Where those that are for people lie. */
  readonly links: readonly Message[];
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
