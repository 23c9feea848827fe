// The post-trade system: what the desk's accounts executed today.

import type { BrokerAccount, Fetched } from '../desk/services';
import type { Fill } from '../domain/fill';
import { error } from '../domain/problem';
import type { IsoDate } from '../domain/stamp';
import { type Message, msg } from '../language/message';
import type { Settings } from '../sheets/settings';
import { localTime } from './clock';
import { parseConsolidated, parseFills } from './fills';
import { getJson, shown } from './http';
import { readSecret } from './secret';

export type TradingSettings = Pick<
  Settings,
  'tradingApiUrl' | 'tradingApiSecret' | 'executionsLevel' | 'accountAlias' | 'googleCloudProject'
>;

/** null when the desk has no post-trade system and fills in the tab `executions` by hand. */
export function fetchFills(
  settings: TradingSettings,
  date: IsoDate,
  accounts: readonly BrokerAccount[],
): Fetched<Fill> | null {
  const { tradingApiUrl, tradingApiSecret, executionsLevel, accountAlias } = settings;
  if (tradingApiUrl === null) return null;
  if (tradingApiSecret === null)
    return refused(
      'no-token',
      msg(
        'TRADING_API_SECRET is blank in settings; name the secret there, then give the token in Trading > Set up.',
      ),
    );
  const token = readSecret(tradingApiSecret, settings);
  if (token === null)
    return refused(
      'no-token',
      msg('the secret "{name}" holds no token for you; give it in Trading > Set up.', {
        name: tradingApiSecret,
      }),
    );

  const address = `${tradingApiUrl}/allocation/${executionsLevel}`;
  const url = shown(address);
  const [answer] = getJson([address], token);
  if (answer === undefined || answer.kind === 'missing')
    return refused(
      'feed-failed',
      msg('{url} does not exist (HTTP 404); check TRADING_API_URL in settings.', { url }),
    );
  if (answer.kind === 'failed') return refused('feed-failed', answer.reason);
  const context = { url, date, accounts, alias: accountAlias, localTime };
  return executionsLevel === 'fills'
    ? parseFills(answer.body, context)
    : parseConsolidated(answer.body, context);
}

const refused = (code: string, text: Message): Fetched<Fill> => ({
  rows: [],
  problems: [error(code, text)],
});
