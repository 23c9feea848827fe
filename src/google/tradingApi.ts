// The post-trade system: what the desk's accounts executed today.

import type { BrokerAccount, Fetched } from '../desk/services';
import type { Fill } from '../domain/fill';
import type { IsoDate } from '../domain/stamp';
import type { Settings } from '../sheets/settings';
import { feedProblem } from './answers';
import { localTime } from './clock';
import { parseConsolidated, parseFills } from './fills';
import { getJson, shown } from './http';
import { readSecret } from './secret';

export type TradingSettings = Pick<
  Settings,
  'tradingApiUrl' | 'tradingApiSecret' | 'executionsLevel' | 'accountAlias' | 'googleCloudProject'
>;

const GIVE_TOKEN = 'in Trading > Set up';

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
      `TRADING_API_SECRET is blank in settings; name the secret there, then give the token ${GIVE_TOKEN}.`,
    );
  const token = readSecret(tradingApiSecret, settings);
  if (token === null)
    return refused(
      'no-token',
      `the secret "${tradingApiSecret}" holds no token for you; give it ${GIVE_TOKEN}.`,
    );

  const address = `${tradingApiUrl}/allocation/${executionsLevel}`;
  const url = shown(address);
  const [answer] = getJson([address], token);
  if (answer === undefined || answer.kind === 'missing')
    return refused('feed-failed', `${url} does not exist (HTTP 404); check TRADING_API_URL in settings.`);
  if (answer.kind === 'failed') return refused('feed-failed', answer.reason);
  const context = { url, date, accounts, alias: accountAlias, localTime };
  return executionsLevel === 'fills'
    ? parseFills(answer.body, context)
    : parseConsolidated(answer.body, context);
}

const refused = (code: string, text: string): Fetched<Fill> => ({
  rows: [],
  problems: [feedProblem(code, text)],
});
