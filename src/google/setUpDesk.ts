// Set up, whole: the book, what the trader filled in, the sample, the schedule, then every connection tried. It may run
// at any time: what is there stays.

import { LOCK_WAIT_MS } from '../desk/run/alone';
import { tryNote } from '../desk/run/note';
import { wake } from '../desk/schedule/scheduleMarks';
import type { Services } from '../desk/services';
import { CHECK_TITLES, check, checkBook, type DeskCheck } from '../desk/setUp/deskChecks';
import { askedSettings } from '../desk/setUp/essentials';
import { fillSample, saveSettings } from '../desk/setUp/fillBook';
import { migrate } from '../desk/setUp/migrate';
import type { SetUpReport, SetUpWish } from '../desk/setUp/setUpReport';
import { markSetUp, standingProblems } from '../desk/setUp/standing';
import { error, hasErrors, type Problem, problemMessage } from '../domain/problem';
import { type Message, msg } from '../language/message';
import { SaidError } from '../language/print';
import { deskLanguage, readSettingsTab } from '../stages/day/inputs';
import { build } from './build';
import { probeConnections } from './probes';
import { confirmAddress, saveSecret, usesSecretManager } from './secret';
import { setUpBook } from './setUpBook';
import { startTicking } from './triggers';

/** @param services makes them anew: the book that is read afterwards has tabs that the first one lacks */
export function setUpDesk(services: () => Services, wish: SetUpWish): SetUpReport {
  const made = services().lock.exclusively(LOCK_WAIT_MS, () => {
    const { why } = migrate(services());
    const language = deskLanguage(services());
    const { made: tabs, slow } = setUpBook(language);
    const desk = services();
    markSetUp(desk, readSettingsTab((tab) => desk.book.read(tab)).settings);
    const sample = wish.sample ? fillSample(desk, desk.now()) : null;
    const problems = [...saveSettings(desk, wish.settings ?? {}), ...keepToken(desk, wish.token ?? '')];
    // Its notes and figures, too, speak what the desk speaks from now on.
    if (deskLanguage(services()) !== language) setUpBook(deskLanguage(services()));
    wake(desk.journal, desk.now());
    if (wish.schedule) startTicking(desk);
    return { slow, tabs, upgrades: why, sample, problems };
  });
  if (made === null)
    throw new SaidError(msg('another run is under way; wait until it has ended and set up again'));
  const desk = services();
  const { book } = desk;
  const now = desk.now();
  const { settings, problems: wrong } = readSettingsTab((tab) => book.read(tab));
  // With settings that cannot be read there is no telling what would be reached.
  const [copied] = hasErrors(wrong) ? [] : standingProblems(desk, settings);
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
  const { slow, ...report } = made.value;
  const checks = [which, ...whose, ...slowly(slow), ...checkBook(desk), ...connections];
  const open = checks.filter(({ state }) => state === 'todo' || state === 'failed');
  // Trying the connections took its time, and nobody waited for it: another run may be at the log by now.
  desk.lock.exclusively(LOCK_WAIT_MS, () =>
    tryNote(desk, {
      what: 'set-up',
      headline: msg('{n} {n|tab|tabs} made, {n2} {n2|thing|things} left to do', {
        n: made.value.tabs.length,
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

function keepToken({ book }: Services, token: string): readonly Problem[] {
  const { settings, problems } = readSettingsTab((tab) => book.read(tab));
  const { tradingApiSecret, tradingApiUrl } = settings;
  if (token.trim() === '') {
    // Whoever saves this dialog has the address before them; a token of Secret Manager is given nowhere else.
    if (usesSecretManager() && tradingApiSecret !== null) confirmAddress(tradingApiSecret, tradingApiUrl);
    return [];
  }
  if (tradingApiSecret === null) {
    const blank = msg('settings: TRADING_API_SECRET is blank; write the name of the secret first');
    return [error('no-secret-name', blank), ...problems];
  }
  saveSecret(tradingApiSecret, token, tradingApiUrl);
  return [];
}
