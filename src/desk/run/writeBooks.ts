// What brokers read in their own spreadsheets, and what lies in Drive for them.
import { type Problem, warning } from '../../domain/problem';
import { msg } from '../../language/message';
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

/** A file that another user keeps holds nobody up, because the mail to its broker has it: it is a warning. */
export function saveFiles(
  services: Pick<Services, 'files'>,
  files: readonly OutputFile[],
): readonly Problem[] {
  const kept = files.flatMap((file) => {
    const why = services.files.save(file);
    return why === null ? [] : [{ name: `${file.folder}/${file.name}`, why }];
  });
  const [first] = kept;
  if (first === undefined) return [];
  const text = msg(
    '{n} {n|file is|files are} in the mails and not in Drive ({files}): {said}; whoever keeps it runs this stage once more and they are put there',
    { n: kept.length, files: kept.map(({ name }) => name).join(', '), said: first.why },
  );
  return [warning('not-filed', text)];
}
