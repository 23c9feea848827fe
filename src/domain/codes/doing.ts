// Codes of what keeps the desk from doing what was decided: locks, limits, mails, the warehouse, brokers' spreadsheets, imports.
import type { Explained } from './explained';

export const DOING_CODES = {
  busy: ['another run is under way', 'wait until it has ended, and try again'],
  missed: ['a step was not run in its time', 'look at what the sentence names'],
  'broke-off': ['a step of the schedule broke off', 'run it by hand; the next run finishes what was begun'],
  'state-changed': [
    'the hidden state was changed by hand',
    'undo the change, or use Repair > Accept the state',
  ],
  'run-pending': ['a run is half-way', 'the next step finishes it'],
  'rows-owed': ['rows wait for the warehouse', 'nothing has to be done; they go once it answers'],
  'mails-waiting': ['mails wait for quota', 'nothing has to be done; they go the next day'],
  'mails-withdrawn': [
    'mails that still waited never go, because newer ones say what they said',
    'nothing has to be done',
  ],
  'mails-in-doubt': ['nobody knows whether mails went out', 'look into Sent, then use Repair'],
  'mail-in-doubt': ['a mail broke off while it was sent', 'look into Sent, then use Repair'],
  'mail-refused': ['a mail certainly did not go', 'send it to another address under Repair'],
  'mail-quota': ['the account may not write to so many today', 'send as another user, or tomorrow'],
  'mail-too-long': ['a mail is longer than the account sends', 'raise mail_limit_kb, or split the day'],
  'subject-too-long': ['a subject is longer than a mail takes', 'shorten DESK_NAME'],
  'too-many-recipients': ['a mail has more readers than one message takes', 'write a group’s address'],
  'attachment-too-large': ['files of a mail are larger than it takes', 'set fill_lines to few-lines'],
  'cell-too-long': ['a text is longer than a cell takes', 'shorten what it is made of'],
  'book-too-large': ['the spreadsheet would have too many cells', 'take old rows out'],
  'too-many-waiting': ['too many runs wait to be finished', 'finish or abandon them first'],
  'run-ended': [
    'a run was left half-way until its day was over, and the desk ended it: orders go on no other day',
    'tell by hand whomever it still concerns, then accept it under Repair',
  ],
  'run-finished': [
    'a run was left half-way until its day was over, and the desk finished it on a later one',
    'nothing has to be done',
  ],
  'run-lost': [
    'a run was left half-way until its day was over, and can no longer be read',
    'look at what the sentence names and into Sent, then accept it under Repair',
  ],
  'pending-changed': [
    'somebody changed the hidden tab of runs half-way',
    'undo the change, or give the run up under Repair',
  ],
  'not-begun': [
    'a run could not be written down, so it did not begin',
    'run Trading > Set up, then the stage',
  ],
  'cannot-plan': [
    'the tabs hold what no stage can work out',
    'look at what the sentence names, and tell whoever keeps the desk',
  ],
  abandoned: ['a run was given up and is ended now', 'nothing has to be done'],
  'long-reason': ['a reason is longer than a cell takes', 'write it shorter'],
  'other-address': [
    'the post-trade address is not the one that the token was given for',
    'correct it, or give the token again in Set up',
  ],
  'warehouse-gone': [
    'rows are owed to a warehouse that the settings no longer name',
    'fill in GOOGLE_CLOUD_PROJECT again',
  ],
  'warehouse-down': [
    'the warehouse does not answer',
    'try again; mails wait for it, or use Repair > Release mails',
  ],
  'look-not-written': [
    'status, orders and blotter could not be rewritten after a run',
    'use Trading > Refresh executions; the run itself is done',
  ],
  'broker-book': ['a broker’s spreadsheet could not be written', 'share with the brokers again'],
  'broker-edits-desk': ['somebody of a broker may edit the desk’s spreadsheet', 'take that away first'],
  'broker-reads-desk': ['somebody of a broker may read the desk’s spreadsheet', 'take that away first'],
  'shared-address': ['one address stands at two brokers', 'give each its own'],
  'no-emails': ['a broker has nobody to share with', 'fill in its e-mails'],
  'not-shared': ['nothing is shared with the broker', 'write one that the sentence names'],
  'sharing-changed': ['who has access is not as it was shared', 'look whether that is right'],
  'sharing-failed': ['a permission could not be changed', 'try again, or change it in Drive'],
  unreachable: ['a broker’s spreadsheet cannot be looked at', 'try again; look into Drive'],
  'no-secret-name': ['a token was given and has no name', 'fill in TRADING_API_SECRET first'],
  'not-proven': [
    'a split was refused by the desk’s own check',
    'take one of the orders out and try again, and hand the day in as a scenario',
  ],
  'copied-book': [
    'the spreadsheet is a copy of a desk’s',
    'work in the original, or use Repair > Make this copy a desk',
  ],
  'set-up-needed': ['the spreadsheet is of another version than the script', 'run Trading > Set up'],
  'no-pdf': [
    'the platform could not make the PDF of the end-of-day report',
    'nothing has to be done: the HTML file beside it says the same and prints; Trading > End-of-day report tries again',
  ],
  'not-filed': [
    'a file is in the mails and not in Drive',
    'whoever keeps the folder runs the stage again, or use Repair > Keep files in my Drive',
  ],
  'day-to-come': ['a correction of a day that is still to come', 'write a day that is over'],
  'day-not-over': ['a correction of today', 'run the day’s own stages: they take in whatever comes'],
  'day-not-kept': [
    'a correction of a day that the desk did not keep',
    'settle it by the allocation as it was sent, and write it down',
  ],
  'kept-day-changed': [
    'what was kept of a day was changed by hand',
    'bring the tab back from the version history',
  ],
  'import-changed': ['the tabs changed since an import was shown', 'look at it again'],
  'no-undo': ['what an import replaced could not be kept', 'run Trading > Set up'],
  'no-import': ['there is no import to be taken back', 'nothing has to be done'],
  'old-import': ['the last import is of another day', 'change the rows by hand, or import the right file'],
  'used-import': [
    'a stage or a person decided on the day since the import',
    'import the right file and amend',
  ],
  'broken-import': ['what an import replaced was changed by hand', 'change the rows by hand'],
  'edited-since': ['rows were edited since the import', 'undo the change first, or correct the rows by hand'],
} as const satisfies Explained;
