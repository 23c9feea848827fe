// What the Self-test dialog says.
import { COMMON, type Words } from './common';

export const SELF_TEST = {
  ...COMMON,
  title: 'Self-test',
  intro:
    'Tries on Google what no other machine can know: on a tab, a table and a file of its own, which it removes again. The day is not touched.',
  sendMails: 'Also send two large mails to me',
  sendMailsHelp: 'Of 190 and 390 KB, to you alone.',
  start: 'Try everything',
  working: 'Trying, one thing after the other; this takes a minute or two',
  failed: 'The self-test did not finish',
  allWell: 'All is as the desk expects',
  notAll: 'Nothing is different; not everything is known yet',
  differ: '{n} {n|thing is|things are} different',
  columns: { what: 'what', state: 'how it stands', found: 'what was found' },
  again: 'Look again at what is waiting',
  copy: 'Copy the report',
  copied: 'The report is copied',
  notCopied: 'Copying is not allowed here; select the text and copy it',
  report: 'Report',
} as const satisfies Words;
