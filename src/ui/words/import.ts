// What the import dialog says.
import { COMMON, type Words } from './common';

export const IMPORT = {
  ...COMMON,
  title: 'Import files',
  intro: 'What is imported replaces the rows of its tab; one of the two is enough.',
  funds: 'Funds',
  fundsHelp: 'JSON with a list “funds”; goes to fund-stats. NAV, cash and limits typed there stay.',
  trades: 'Trades of the day',
  tradesHelp: 'CSV: Fund,CNPJ,Asset,Side,Amount,Strategy; goes to daily-trades.',
  file: 'Choose a file',
  paste: 'or paste it here',
  button: 'Import',
  nothing: 'Choose a file or paste its text first.',
  working: 'Checking and writing',
  doneBoth: 'Imported: {n} {n|fund|funds} and {n2} {n2|trade|trades}',
  doneFunds: 'Imported: {n} {n|fund|funds}',
  doneTrades: 'Imported: {n} {n|trade|trades}',
  refused: 'Nothing was imported: {n} {n|error|errors} in the files',
  notes: '{n} {n|note|notes}',
  unreadable: '{name} cannot be read; choose it again',
  next: 'Open Initial orders',
} as const satisfies Words;
