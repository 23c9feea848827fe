// What the desk still lacks before it can work, as Set up reports it: a sentence each, and what to do.
import { hasErrors, isError, type Problem, problemMessage } from '../../domain/problem';
import { folded } from '../../domain/words';
import { type Message, msg, verbatim } from '../../language/message';
import type { Sentence } from '../../language/pt';
import { readTable } from '../../sheets/read';
import { likeness, TAB_NAMES } from '../../sheets/renamed';
import { SAMPLE_DOMAIN } from '../../sheets/sample';
import type { Settings } from '../../sheets/settings';
import type { Tab } from '../../sheets/tab';
import { brokers, dailyTrades, etfs, fundStats } from '../../sheets/tabs';
import { readSettingsTab } from '../../stages/day/inputs';
import { openBook } from '../openBook';
import type { Services } from '../services';

/** `note`: nothing is missing, and somebody should know. */
export type CheckState = 'ok' | 'todo' | 'off' | 'note' | 'failed';

/** What is looked at, as the dialog and the log call it. */
export const CHECK_TITLES = {
  version: 'Version',
  book: 'Book',
  settings: 'Settings',
  funds: 'Funds',
  etfs: 'ETFs',
  brokers: 'Brokers',
  trades: 'Trades of the day',
  sample: 'Sample',
  mail: 'E-mail',
  secret: 'Token',
  'post-trade': 'Post-trade',
  inav: 'iNAV',
  warehouse: 'BigQuery',
  files: 'Drive',
  sheets: 'Sheets',
  schedule: 'Schedule',
} as const satisfies Readonly<Record<string, Sentence>>;

export interface DeskCheck {
  readonly name: keyof typeof CHECK_TITLES;
  readonly state: CheckState;
  /** How it stands. */
  readonly said: Message;
  /** What to do about it; null when nothing. */
  readonly todo: Message | null;
}

export const check = (
  name: DeskCheck['name'],
  state: CheckState,
  said: Message,
  todo: Message | null = null,
): DeskCheck => ({ name, state, said, todo });

/** The part that the book alone can tell. */
export function checkBook(services: Pick<Services, 'book'>): readonly DeskCheck[] {
  const { read } = openBook(services.book);
  const { settings, problems } = readSettingsTab(read);
  const rows = <R>(tab: Tab<R>): readonly R[] =>
    readTable(tab, read(tab.name)).table.rows.map(({ value }) => value);
  const tab = <R>(name: DeskCheck['name'], of: Tab<R>, advice: Message): DeskCheck => {
    const { table, problems: wrong } = readTable(of, read(of.name));
    if (hasErrors(wrong)) return check(name, 'todo', firstOf(wrong), msg('correct the cells in the tab'));
    return table.rows.length === 0
      ? check(name, 'todo', msg('the tab {tab} is empty', { tab: of.name }), advice)
      : check(name, 'ok', msg('{n} {n|row|rows} in the tab {tab}', { n: table.rows.length, tab: of.name }));
  };
  return [
    checkSettings(settings, problems),
    tab('funds', fundStats, msg('Trading > Import files takes the fund file; or fill in the tab')),
    tab('etfs', etfs, msg('one row an ETF: family, limit in bps, cut-off, administrator and its e-mail')),
    tab('brokers', brokers, msg('one row a broker: code, e-mails, language, accounts, share')),
    tab('trades', dailyTrades, msg('Trading > Import files takes the trades file; or fill in the tab')),
    ...checkCopies(services.book),
    ...checkSample(rows(brokers).flatMap(({ emails }) => emails)),
  ];
}

/** A copy beside the original is read by nobody, and may be the one that somebody fills in. */
const checkCopies = ({ strangers }: Services['book']): readonly DeskCheck[] =>
  strangers(TAB_NAMES).flatMap((stranger): readonly DeskCheck[] => {
    const tab = likeness(stranger);
    if (tab === null || !folded(stranger.name).includes(folded(tab))) return [];
    const said = msg('the tab "{name}" looks like a copy of {tab} and is not read', {
      name: stranger.name,
      tab,
    });
    return [check('book', 'todo', said, msg('delete it, or write into the tab {tab}', { tab }))];
  });

function checkSettings(settings: Settings, problems: readonly Problem[]): DeskCheck {
  if (hasErrors(problems))
    return check('settings', 'todo', firstOf(problems), msg('correct the cell in settings'));
  if (settings.traderEmails.length === 0) {
    const todo = msg('write TRADER_EMAILS: they are copied on every order and hear what the schedule does');
    return check('settings', 'todo', msg('the traders have no e-mail'), todo);
  }
  return check('settings', 'ok', verbatim(`${settings.deskName}, ${settings.traderEmails.join(', ')}`));
}

/** Invented rows that nobody has replaced must not be taken for the desk's own. */
function checkSample(addresses: readonly string[]): readonly DeskCheck[] {
  const invented = addresses.filter((address) => address.endsWith(SAMPLE_DOMAIN));
  if (invented.length === 0) return [];
  const said = msg('the book holds sample rows: {addresses} reach nobody', {
    addresses: invented.join(', '),
  });
  return [check('sample', 'note', said, msg('replace them before the first real order'))];
}

const firstOf = (problems: readonly Problem[]): Message => {
  const [first, ...others] = problems.filter(isError).map(problemMessage);
  if (first === undefined) return verbatim('');
  return others.length === 0 ? first : msg('{said} (and {n} more)', { said: first, n: others.length });
};
