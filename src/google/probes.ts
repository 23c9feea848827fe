// Tries each connection as the person who runs it, and says in words what is missing and how to get it.

import type { Book, Services } from '../desk/services';
import { check, type DeskCheck } from '../desk/setUp/deskChecks';
import { isError, problemMessage } from '../domain/problem';
import { dateOf, type Stamp } from '../domain/stamp';
import { msg } from '../language/message';
import { saidBy } from '../language/print';
import { readTable } from '../sheets/read';
import type { Settings } from '../sheets/settings';
import { brokers, etfs } from '../sheets/tabs';
import { folderKeptBy } from './drive';
import { fetchQuotes } from './inavApi';
import { readSecret } from './secret';
import { fetchFills } from './tradingApi';
import { runner } from './triggers';
import { setUpWarehouse } from './warehouse/setUp';

/** Mails of one full day to a handful of brokers, administrators and traders. */
const COMFORTABLE_QUOTA = 50;

/** Each probe stands alone: one that fails keeps no other from being tried. */
export const probeConnections = (
  settings: Settings,
  { book, journal, user }: Pick<Services, 'book' | 'journal' | 'user'>,
  now: Stamp,
): readonly DeskCheck[] => [
  attempt('mail', probeMail),
  attempt('secret', () => probeSecret(settings)),
  attempt('post-trade', () => probePostTrade(settings, book, now)),
  attempt('inav', () => probeInav(settings, book, now)),
  attempt('warehouse', () => probeWarehouse(settings)),
  attempt('files', () => probeFiles(folderKeptBy(journal), user())),
  attempt('schedule', () => probeSchedule(runner({ journal, user }), user())),
];

function attempt(name: DeskCheck['name'], probe: () => DeskCheck): DeskCheck {
  try {
    return probe();
  } catch (error) {
    // Sentences of ours say what to do after the colon or semicolon; the platform's own stand as they are.
    return check(name, 'failed', saidBy(error), msg('do what it says, then set up again'));
  }
}

function probeMail(): DeskCheck {
  const left = MailApp.getRemainingDailyQuota();
  const said = msg('{n} {n|recipient|recipients} may still be written to today', { n: left });
  return left >= COMFORTABLE_QUOTA
    ? check('mail', 'ok', said)
    : check(
        'mail',
        'todo',
        said,
        msg('run the desk as a user with a larger quota (1,500 a day in Workspace)'),
      );
}

function probeSecret(settings: Settings): DeskCheck {
  const { tradingApiSecret: name, tradingApiUrl } = settings;
  if (tradingApiUrl === null && name === null)
    return check('secret', 'off', msg('no post-trade system is set'));
  if (name === null)
    return check('secret', 'todo', msg('TRADING_API_SECRET is blank'), msg('name the secret in settings'));
  return readSecret(name, settings) === null
    ? check(
        'secret',
        'todo',
        msg('"{name}" holds no token for you', { name }),
        msg('give the token in this dialog and save'),
      )
    : check('secret', 'ok', msg('"{name}" holds a token for you', { name }));
}

function probePostTrade(settings: Settings, book: Book, now: Stamp): DeskCheck {
  const accounts = readTable(brokers, book.read(brokers.name)).table.rows.flatMap(({ value }) =>
    value.accountCodes.map((accountCode) => ({ broker: value.name, accountCode })),
  );
  const fetched = fetchFills(settings, dateOf(now), accounts);
  if (fetched === null)
    return check(
      'post-trade',
      'off',
      msg('TRADING_API_URL is blank: the tab executions is filled in by hand'),
    );
  const wrong = fetched.problems.find(isError);
  return wrong
    ? check(
        'post-trade',
        'failed',
        problemMessage(wrong),
        msg('correct the settings or the token, then set up again'),
      )
    : check(
        'post-trade',
        'ok',
        msg('answers with {n} {n|execution|executions} of today', { n: fetched.rows.length }),
      );
}

function probeInav(settings: Settings, book: Book, now: Stamp): DeskCheck {
  const [first] = readTable(etfs, book.read(etfs.name)).table.rows;
  if (settings.inavApiUrl === null)
    return check('inav', 'off', msg('INAV_API_URL is blank: the tab market-data is filled in by hand'));
  if (!first) return check('inav', 'todo', msg('there is no ETF to ask for'), msg('fill in the tab etfs'));
  const { asset } = first.value;
  const wrong = fetchQuotes(settings, [first.value], now, [])?.problems.find(isError);
  return wrong
    ? check('inav', 'failed', problemMessage(wrong), msg('correct INAV_API_URL, then set up again'))
    : check('inav', 'ok', msg('gives the iNAV of {code}', { code: asset }));
}

function probeWarehouse(settings: Settings): DeskCheck {
  const { bigqueryDataset, googleCloudProject, bigqueryLocation } = settings;
  return setUpWarehouse(settings)
    ? check(
        'warehouse',
        'ok',
        msg('{place} in {location} takes rows', {
          place: `${googleCloudProject}.${bigqueryDataset}`,
          location: bigqueryLocation,
        }),
      )
    : check('warehouse', 'off', msg('GOOGLE_CLOUD_PROJECT is blank: nothing is kept beyond this book'));
}

function probeFiles(keptBy: string | null, me: string): DeskCheck {
  if (typeof Drive === 'undefined' || Drive.Files === undefined) {
    const todo = msg('in the script editor add the service Drive, version v3');
    return check('files', 'todo', msg('the Drive service is missing: brokers get no files'), todo);
  }
  Drive.Files.list({ pageSize: 1, fields: 'files(id)' });
  if (keptBy !== null && keptBy !== me)
    return check(
      'files',
      'ok',
      msg('files for brokers are kept in the Drive of {who}; what you run is in the mails', { who: keptBy }),
    );
  return check('files', 'ok', msg('files for brokers can be kept in your Drive'));
}

function probeSchedule(who: string | null, me: string): DeskCheck {
  if (who === null) return check('schedule', 'off', msg('nobody has started it: the day goes by clicks'));
  return check(
    'schedule',
    'ok',
    who === me
      ? msg('runs every five minutes as you')
      : msg('runs every five minutes as {who}: nobody else needs to start it', { who }),
  );
}
