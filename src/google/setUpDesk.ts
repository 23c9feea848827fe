// Set up, whole: the book, what the trader filled in, the sample, the schedule, then every connection tried. It may run
// at any time: what is there stays.

import { alone, busyError, LOCK_WAIT_MS } from '../desk/alone';
import { wake } from '../desk/journal/scheduleMarks';
import { tryNote } from '../desk/log/note';
import type { Services } from '../desk/services';
import { bookFitProblems, isCopy, markSetUp } from '../desk/setUp/bookFit';
import { CHECK_TITLES, check, checkBook, type DeskCheck } from '../desk/setUp/deskChecks';
import { askedSettings } from '../desk/setUp/essentials';
import { fillSample, saveSettings } from '../desk/setUp/fillBook';
import { migrate } from '../desk/setUp/migrate';
import type { SetUpReport, SetUpWish } from '../desk/setUp/setUpReport';
import { error, hasErrors, type Problem, problemMessage } from '../domain/problem';
import { type Message, msg } from '../language/message';
import { deskLanguage, readSettingsTab } from '../stages/day/inputs';
import { build } from './build';
import { probeConnections } from './probes';
import { confirmAddress, saveSecret, usesSecretManager } from './secret';
import { setUpBook } from './setUpBook';
import { startTicking } from './triggers';
import { setUpWarehouse } from './warehouse/setUp';

/** Makes them anew: the book that is read afterwards has tabs that the first one lacks. */
type Make = () => Services;

/** The book brought up to this version, with all its tabs and its own id. The caller holds the lock. */
function layOutDesk(services: Make) {
  const { why } = migrate(services());
  const language = deskLanguage(services());
  const { made, slow } = setUpBook(language);
  const desk = services();
  markSetUp(desk, settingsOf(desk).settings);
  return { desk, why, language, made, slow };
}

const settingsOf = ({ book }: Services) => readSettingsTab((tab) => book.read(tab));

/** Tabs and, where a project is set, the warehouse; nothing is asked or tried. */
export function setUpTabs(services: Make): { readonly tabs: readonly string[]; readonly warehouse: boolean } {
  const { made } = alone(services(), () => layOutDesk(services));
  const desk = services();
  const { settings } = settingsOf(desk);
  return { tabs: made, warehouse: !isCopy(settings, desk) && setUpWarehouse(settings) };
}

export function setUpDesk(services: Make, wish: SetUpWish): SetUpReport {
  const done = services().lock.exclusively(LOCK_WAIT_MS, () => {
    const { desk, why, language, made: tabs, slow } = layOutDesk(services);
    const sample = wish.sample ? fillSample(desk, desk.now()) : null;
    const problems = [...saveSettings(desk, wish.settings ?? {}), ...keepToken(desk, wish.token ?? '')];
    // Its notes and figures, too, speak what the desk speaks from now on.
    const spoken = wish.settings?.DESK_LANGUAGE === undefined ? language : deskLanguage(services());
    if (spoken !== language) setUpBook(spoken);
    wake(desk.journal, desk.now());
    if (wish.schedule) startTicking(desk);
    return { slow, tabs, upgrades: why, sample, problems };
  });
  if (done === null) throw busyError();
  const made = done.value;
  const desk = services();
  const now = desk.now();
  const { settings, problems: wrong } = settingsOf(desk);
  // With settings that cannot be read there is no telling what would be reached.
  const [copied] = hasErrors(wrong) ? [] : bookFitProblems(desk, settings);
  // Nor is anything reached from a copy: its settings are those of the original.
  const connections = hasErrors(wrong) || copied ? [] : probeConnections(settings, desk, now);
  const whose =
    copied === undefined
      ? []
      : [check('book', 'todo', problemMessage(copied), msg('say whose book this is before anything else'))];
  const { version, commit, schema } = build();
  const which: DeskCheck = {
    name: 'version',
    state: 'ok',
    said: msg('version {version}, commit {commit}, book of schema {schema}', {
      version,
      commit,
      schema: String(schema),
    }),
    todo: null,
  };
  const { slow, ...report } = made;
  const checks = [which, ...whose, ...slowly(slow), ...checkBook(desk), ...connections];
  const open = checks.filter(({ state }) => state === 'todo' || state === 'failed');
  // Trying the connections took its time, and nobody waited for it: another run may be at the log by now.
  desk.lock.exclusively(LOCK_WAIT_MS, () =>
    tryNote(desk, {
      what: 'set-up',
      headline: msg('{n} {n|tab|tabs} made, {n2} {n2|thing|things} left to do', {
        n: made.tabs.length,
        n2: open.length,
      }),
      details: [
        which.said,
        ...open.map(({ name, said }) =>
          msg('{said}: {said2}', { said: msg(CHECK_TITLES[name]), said2: said }),
        ),
      ],
    }),
  );
  return { ...report, checks, asked: askedSettings(desk), user: desk.user() };
}

/** It works without, and whoever waits for it should know why. */
const slowly = (why: Message | null): readonly DeskCheck[] =>
  why === null
    ? []
    : [check('sheets', 'off', why, msg('in the script editor add the service Sheets, version v4'))];

function keepToken(desk: Services, token: string): readonly Problem[] {
  if (token.trim() !== '') return giveToken(desk, token);
  const { tradingApiSecret, tradingApiUrl } = settingsOf(desk).settings;
  // Whoever saves this dialog has the address before them; a token of Secret Manager is given nowhere else.
  if (usesSecretManager() && tradingApiSecret !== null) confirmAddress(tradingApiSecret, tradingApiUrl);
  return [];
}

/**
 * Keeps the post-trade token under the name in TRADING_API_SECRET, for the person who runs this and the host in TRADING_API_URL; never
 * in a cell. An empty one is forgotten. @returns why it is not kept
 */
export function giveToken(desk: Services, token: string): readonly Problem[] {
  const { settings, problems } = settingsOf(desk);
  const { tradingApiSecret, tradingApiUrl } = settings;
  if (tradingApiSecret === null) {
    const blank = msg('settings: TRADING_API_SECRET is blank; write the name of the secret first');
    return [error('no-secret-name', blank), ...problems];
  }
  saveSecret(tradingApiSecret, token, tradingApiUrl);
  return [];
}
