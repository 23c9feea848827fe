// Whether what a run is about to do fits into the platform: asked before anything is written, answered with what to change.
import { utf8Length } from '../../domain/bytes';
import { error, type Problem } from '../../domain/problem';
import { msg } from '../../language/message';
import type { MailMessage } from '../../messages/mail';
import { address, type Cell } from '../../sheets/cell';
import type { TableCells } from '../../sheets/write';
import type { Outcome } from '../../stages/outcome/outcome';
import { MOST_WAITING } from '../journal/pending';
import { LIMITS } from '../limits';

export interface Room {
  /** KB that both bodies of a mail may have together: what the account sends. */
  readonly mailLimitKb: number;
  /** Cells of the tabs that the outcome does not write, as far as they were read. */
  readonly cellsBeside: number;
  /** Runs that wait to be finished. */
  readonly waitingRuns: number;
}

/** Everything about the outcome that the platform would refuse half-way. */
export const withinLimits = (outcome: Outcome, room: Room): readonly Problem[] => [
  ...outcome.mails.flatMap(({ message }) => mailProblems(message, room.mailLimitKb)),
  ...longCells(outcome.tables),
  ...outcome.brokerBooks.flatMap(({ tables }) => longCells(tables)),
  ...bookProblems(outcome, room.cellsBeside),
  ...waitingProblems(room.waitingRuns),
];

function mailProblems(message: MailMessage, limitKb: number): readonly Problem[] {
  const { subject, to, cc } = message;
  const bodies = utf8Length(message.html) + utf8Length(message.text);
  const files = message.attachments.reduce((sum, { content }) => sum + utf8Length(content), 0);
  const recipients = to.length + cc.length;
  return [
    ...(bodies > limitKb * KB
      ? [
          error(
            'mail-too-long',
            msg(
              'the mail "{subject}" has {n} KB and the account sends {n2}; a Workspace account sends 400: write so into mail_limit_kb, or split the day',
              { subject, n: Math.ceil(bodies / KB), n2: limitKb },
            ),
          ),
        ]
      : []),
    ...(subject.length > LIMITS.mailSubjectCharacters
      ? [
          error(
            'subject-too-long',
            msg('the subject "{subject}" has {n} characters and {n2} are taken; shorten DESK_NAME', {
              subject,
              n: subject.length,
              n2: LIMITS.mailSubjectCharacters,
            }),
          ),
        ]
      : []),
    ...(recipients > LIMITS.mailRecipients
      ? [
          error(
            'too-many-recipients',
            msg(
              'the mail "{subject}" has {n} recipients, and one message takes {n2}; write a group’s address into the tab or setting that names them',
              { subject, n: recipients, n2: LIMITS.mailRecipients },
            ),
          ),
        ]
      : []),
    ...(files > LIMITS.mailAttachmentBytes
      ? [
          error(
            'attachment-too-large',
            msg(
              'the files of the mail "{subject}" have {n} MB and one message takes {n2}; set fill_lines to few-lines, or let the broker allocate by averages',
              { subject, n: Math.ceil(files / MB), n2: LIMITS.mailAttachmentBytes / MB },
            ),
          ),
        ]
      : []),
  ];
}

const KB = 1024;
const MB = KB * KB;

/** The first of each tab: who shortens one sees the others. */
const longCells = (tables: readonly TableCells[]): readonly Problem[] =>
  tables.flatMap(({ tab, rows }) => {
    let row = 0;
    for (const cells of rows) {
      row += 1;
      const column = cells.findIndex(isTooLong);
      const cell = cells[column];
      if (typeof cell !== 'string') continue;
      const text = msg(
        'the cell would have {n} characters and takes {n2}; shorten the texts that it is made of',
        { n: cell.length, n2: LIMITS.cellCharacters },
      );
      return [error('cell-too-long', text, { tab, cell: address(row, column) })];
    }
    return [];
  });

const isTooLong = (cell: Cell): boolean => typeof cell === 'string' && cell.length > LIMITS.cellCharacters;

const cellsOf = (tables: readonly TableCells[]): number =>
  tables.reduce((sum, { headers, rows }) => sum + headers.length * (rows.length + 1), 0);

function bookProblems(outcome: Outcome, cellsBeside: number): readonly Problem[] {
  const own = cellsOf(outcome.tables) + cellsBeside;
  const brokers = outcome.brokerBooks.map(({ broker, tables }) => ({ broker, cells: cellsOf(tables) }));
  const tooLarge = brokers.filter(({ cells }) => cells > LIMITS.bookCells);
  return [
    ...(own > LIMITS.bookCells
      ? [
          error(
            'book-too-large',
            msg(
              'the spreadsheet would have {n} cells and takes {n2}; set fill_lines to few-lines, or take old rows out of the tabs that only grow',
              { n: own, n2: LIMITS.bookCells },
            ),
          ),
        ]
      : []),
    ...tooLarge.map(({ broker, cells }) =>
      error(
        'book-too-large',
        msg(
          'the spreadsheet of {broker} would have {n} cells and takes {n2}; set fill_lines to few-lines, or let the broker allocate by averages',
          { broker, n: cells, n2: LIMITS.bookCells },
        ),
      ),
    ),
  ];
}

const waitingProblems = (waitingRuns: number): readonly Problem[] =>
  waitingRuns >= MOST_WAITING
    ? [
        error(
          'too-many-waiting',
          msg(
            'so many runs wait to be finished that no further one can be noted; finish or abandon them first',
          ),
        ),
      ]
    : [];
