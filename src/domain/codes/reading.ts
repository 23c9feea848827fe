// Codes of what is wrong with what the desk reads: tabs, settings, files, and answers of other systems.
import type { Explained } from './explained';

export const READING_CODES = {
  'missing-tab': ['a tab of the desk is not there', 'run Trading > Set up'],
  'renamed-tab': ['a tab of the desk goes by another name', 'rename it back; it is not read as it is'],
  'missing-header': [
    'a header is missing, misspelt or in another language than its tab’s',
    'rename the header that the sentence names; where it names none, run Trading > Set up, or add the column to the file',
  ],
  'duplicate-header': [
    'a header stands twice, so nobody knows which column counts',
    'rename the column that does not count',
  ],
  blank: ['a cell that is needed is blank', 'write what the sentence says, or delete the row'],
  'error-cell': [
    'a formula went wrong and its cell shows an error, such as #REF!',
    'correct the formula, or write the value over it',
  ],
  'hidden-mark': [
    'a cell holds a hidden mark that makes it show in another order than it reads',
    'clear the cell and type it, instead of pasting',
  ],
  'total-row': ['a row is a total and no row of its own', 'nothing has to be done; the row is left out'],
  'duplicate-row': [
    'two rows stand for the same thing',
    'keep the right one and delete the other; of an answer, ask the provider',
  ],
  contradiction: [
    'two cells of a row contradict each other, or one lacks what the other needs',
    'correct the one that is wrong, as the sentence says',
  ],
  'unknown-cutoff-name': [
    'a cut-off of a date is given for a name that is neither an ETF nor a family of the tab etfs',
    'correct the name, or add the ETF to the tab etfs',
  ],
  'unknown-setting': [
    'a row of the settings tab has a key that is no setting',
    'correct the key, or delete the row',
  ],
  'bad-setting': [
    'a setting has a value that cannot be read',
    'write it as the sentence says, or leave it blank for the default',
  ],
  'unreadable-file': [
    'a file is in another form or encoding than it should be',
    'save or export it again as the sentence says',
  ],
  'empty-file': [
    'a file holds nothing and would empty its tab',
    'export it again; to empty the tab, delete its rows by hand',
  ],
  'no-file': ['an import was asked for without a file', 'give the fund file, the trades file, or both'],
  'extra-cells': [
    'a row of a file has more cells than headers, so an amount may be cut at its commas',
    'write amounts without a thousands comma or in quotation marks, or separate the file by semicolons',
  ],
  'cut-cell': [
    'a cell before the amount may be cut at its comma, so that the amount stands under another header',
    'put numbers that hold a comma in quotation marks, or separate the file by semicolons',
  ],
  'contrary-column': [
    'a column that the desk does not read says that a row is not for today, not in BRL, or cancelled',
    'take the row or the column out of the file, or import the right one',
  ],
  'other-list': ['the fund file holds a second list of objects', 'put all funds into the list "funds"'],
  'too-long': ['a text is longer than a cell or a name may be', 'shorten it'],
  'line-break': ['a cell of a file runs over several lines', 'close the quotation mark that is open'],
  'other-delimiter': [
    'a row of a file is separated by another mark than its header',
    'separate all rows alike',
  ],
  'unknown-column': [
    'a file has columns that the desk does not read',
    'nothing has to be done, unless one of them was meant',
  ],
  'wrong-type': [
    'a key of the fund file holds another kind of value than it should',
    'export the file again; nothing was changed',
  ],
  'missing-key': [
    'a key of the fund file is missing or has another name',
    'rename the key that the sentence names, or export the file again',
  ],
  'duplicate-key': [
    'a key stands twice in one object of the fund file, and only the last would count',
    'keep the right one',
  ],
  'reserved-key': [
    'the fund file has a key that is a word of JavaScript, such as __proto__',
    'take it out; a fund file never needs it',
  ],
  'unknown-key': [
    'the fund file has keys that the desk does not read',
    'nothing has to be done, unless one of them was meant',
  ],
  'absent-key': [
    'the fund file lacks keys, so what the tab says of them stays',
    'nothing has to be done; to blank a field write null',
  ],
  'no-token': [
    'the post-trade system is to be asked and there is no token for it',
    'name the secret in TRADING_API_SECRET and give the token in Trading > Set up',
  ],
  'feed-failed': [
    'a system does not answer, refuses, or answers something else',
    'try again later; check its address in settings; or fill in its tab by hand',
  ],
  'bad-answer': [
    'an answer is there, and a field of it cannot be what it says',
    'ask the provider, or fill in the tab by hand',
  ],
  'provider-warning': [
    'an answer carries a warning of the provider',
    'read it, and ask the provider what it means for the figures; they count',
  ],
  'account-alias': ['an answer holds accounts of several aliases', 'write the desk’s own into ACCOUNT_ALIAS'],
  'unmapped-account': [
    'an account has fills and belongs to no broker',
    'write it into account_codes of its broker in the tab brokers',
  ],
  'shared-account': ['one account stands at two brokers', 'take it out of the others'],
  'rows-left-out': [
    'rows of an answer are of another alias or date, or hedge legs',
    'look whether that is right',
  ],
  'earlier-fills': [
    'rows of an answer are of a day that is over, and that day does not know them',
    'take them in with Trading > Correct an earlier day; today goes on without them',
  ],
  'broker-left-out': [
    'all rows of a broker were left out',
    'correct ACCOUNT_ALIAS or its account_codes, or accept it for the day with a reason',
  ],
  'empty-fill': ['a fill has no shares', 'ask the provider; it is left out'],
  'other-date': [
    'a fill, or a whole answer, is of another date',
    'ask the broker; where it is left out the sentence says so',
  ],
  'repeated-row': ['the same fill came more than once', 'nothing has to be done; it counts once'],
  'twofold-fill': [
    'one fill came with two contents, and nobody can tell which is right',
    'ask the provider which it is, or whether they are two',
  ],
  'unclear-bust': ['a row takes something back and may mean several fills', 'ask the provider which fill'],
  'unknown-bust': [
    'a row takes back a fill that nobody has seen',
    'ask the provider which fill it takes back, or accept that it is none of the desk; until then the day is PENDING. Nothing has to be done where the row itself is the fill',
  ],
  'unknown-correction': [
    'a row corrects a fill that nobody has seen, so that both would count',
    'ask the provider which fill it corrects; nothing has to be done where the row itself is the fill',
  ],
  'corrected-fill': [
    'a fill changed or was busted after it was recorded',
    'look at before and after; what was allocated is allocated again',
  ],
  'vanished-fill': [
    'a fill that the day has recorded is no longer in the answer',
    'ask the provider, or accept it for the day with a reason; until then it counts',
  ],
  'shrunk-fill': [
    'a consolidated row has fewer shares than were recorded, and no bust says why',
    'ask the provider, or accept it for the day with a reason; until then what was recorded counts',
  ],
  'typed-twice': ['a fill that was typed by hand came from the feed too', 'delete the typed row'],
  'twofold-fills': [
    'fills of one broker come from the post-trade system and from its inbox',
    'set fills_from to the one that counts',
  ],
  'inbox-failed': ['a broker’s inbox cannot be read', 'try again, or share with the brokers again'],
  'no-inbox': [
    'a broker is to enter its fills and has no inbox',
    'use Trading > Brokers > Share with brokers',
  ],
} as const satisfies Explained;
