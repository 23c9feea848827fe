// What the systems outside can answer in place of what they should, and what has to stand in the sentence that tells of it.
import { type Platform, WELL } from './platform';
import type { WebReply, World } from './platform/world';
import { INAV, POST_TRADE } from './sampleDays';

export interface Trouble {
  readonly system: 'post-trade' | 'inav' | 'BigQuery' | 'mail' | 'Drive';
  readonly name: string;
  begin(platform: Platform): void;
}

type Bend = (reply: WebReply) => WebReply;

/** One system answers otherwise, the other as it should. */
const web = (system: 'post-trade' | 'inav', name: string, bend: Bend): Trouble => ({
  system,
  name,
  begin({ world }) {
    const { web: well } = world;
    const host = system === 'inav' ? INAV : POST_TRADE;
    world.web = (url, now: World) => (url.startsWith(host) ? bend(well(url, now)) : well(url, now));
  },
});

const status =
  (code: number, body = ''): Bend =>
  () => ({ status: code, body });
const body =
  (change: (text: string) => string): Bend =>
  (reply) => ({ ...reply, body: change(reply.body ?? '') });
/** Rows of the answer as they should be, then as somebody else has them. */
const rows = (change: (fills: readonly object[]) => object): Bend =>
  body((text) => JSON.stringify(change(JSON.parse(text).fills ?? [])));
const record = (change: object): Bend =>
  body((text) => (text.startsWith('{') ? JSON.stringify({ ...JSON.parse(text), ...change }) : text));

const BOTH: readonly (readonly [string, Bend])[] = [
  ['HTTP 500', status(500, 'down')],
  ['HTTP 503, with Retry-After', () => ({ status: 503, headers: { 'Retry-After': '2' } })],
  ['HTTP 429, a day to wait', () => ({ status: 429, headers: { 'Retry-After': '86400' } })],
  ['no connection', status(0)],
  ['HTTP 401', status(401)],
  ['HTTP 302', status(302)],
  ['HTTP 418', status(418)],
  ['a web page in a 200', status(200, '<!doctype html><title>Sign in</title>')],
  ['nothing in a 200', status(200, '')],
  ['JSON cut off', body((text) => text.slice(0, Math.ceil(text.length * 0.7)))],
  ['null', status(200, 'null')],
  ['a list', status(200, '[]')],
  ['__proto__ in it', body((text) => text.replace('{', '{"__proto__":{"fills":[],"inavPerShare":1},'))],
];
const POST: readonly (readonly [string, Bend])[] = [
  ['HTTP 404', status(404)],
  ['more pages, without an address', rows((fills) => ({ fills: fills.slice(0, 1), hasMore: true }))],
  ['the same page again and again', rows((fills) => ({ fills, nextPageToken: 'again' }))],
  ['fewer rows than it says', rows((fills) => ({ fills: fills.slice(0, 1), totalRows: fills.length + 5 }))],
  ['errors beside rows', rows((fills) => ({ fills, errors: [{ message: 'partial outage' }] }))],
  ['HTTP 206', (reply) => ({ ...reply, status: 206 })],
  ['a row twice, not alike', rows((fills) => ({ fills: [...fills, { ...fills[0], qty: 1 }] }))],
  [
    'a status nobody knows',
    rows((fills) => ({ fills: fills.map((fill) => ({ ...fill, status: 'PERHAPS' })) })),
  ],
  ['a quantity in words', rows((fills) => ({ fills: fills.map((fill) => ({ ...fill, qty: 'many' })) }))],
];
const QUOTE: readonly (readonly [string, Bend])[] = [
  ['another ETF', record({ symbol: 'XXXX11' })],
  ['US dollars', record({ currency: 'USD' })],
  ['an iNAV of zero', record({ inavPerShare: 0 })],
  ['an iNAV below zero', record({ inavPerShare: -1 })],
  ['as of yesterday', record({ asOf: '2024-11-07T17:00:00-03:00' })],
];

const jobs = (name: string, answer: (sql: string) => object | null): Trouble => ({
  system: 'BigQuery',
  name,
  begin: (platform) => {
    platform.jobs = answer;
  },
});
const answers = (more: object) => ({
  jobComplete: true,
  schema: { fields: [{ name: 'trade_date' }, { name: 'name' }] },
  rows: [{ f: [{ v: '2024-11-07' }, { v: 'x' }] }],
  ...more,
});
const asked = (sql: string): boolean => /^\s*(WITH|SELECT)/i.test(sql);
const BIG_QUERY: readonly Trouble[] = [
  ...[
    'Internal error',
    'Access Denied: Project desk-trading-1',
    'BigQuery API has not been used in project 1 before or it is disabled',
    'Billing has not been enabled for this project',
    'Could not serialize access to table due to concurrent update',
    'Empty response',
    'Not found: Dataset desk-trading-1:trading was not found in location US',
    '<html>502 Bad Gateway</html>',
  ].map((said) =>
    jobs(
      `throws: ${said.slice(0, 40)}`,
      () => new Error(`API call to bigquery.jobs.query failed with error: ${said}`),
    ),
  ),
  jobs('errors beside rows', () => answers({ errors: [{ message: 'shuffle ran out' }], totalRows: '1' })),
  jobs('fewer rows than totalRows', (sql) => (asked(sql) ? answers({ totalRows: '7' }) : null)),
  jobs('the same page token again', (sql) =>
    asked(sql) || sql === 'next page' ? answers({ pageToken: 'again', totalRows: '9' }) : null,
  ),
  jobs('never complete', () => ({ jobComplete: false, jobReference: { jobId: 'j' } })),
];

const mail = (
  name: string,
  fault: (mail: { readonly to: string }, nth: number) => Error | null,
): Trouble => ({
  system: 'mail',
  name,
  begin(platform) {
    let sent = 0;
    platform.mailFault = (message) => {
      sent += 1;
      return fault(message, sent);
    };
  },
});
const quota = (left: number): Trouble => ({
  system: 'mail',
  name: `quota for ${left} more`,
  begin: ({ world }) => {
    world.quota = left;
  },
});
const MAIL: readonly Trouble[] = [
  mail('a bad address', ({ to }) =>
    to.includes('meridian') || to.includes('mesa') ? new Error('Invalid email: x') : null,
  ),
  mail('too large', ({ to }) =>
    to.includes('meridian') || to.includes('mesa') ? new Error('Limit Exceeded: Email Body Size.') : null,
  ),
  mail('no answer', (_mail, nth) => (nth === 1 ? new Error('We’re sorry, a server error occurred.') : null)),
  mail('no answer to the second', (_mail, nth) =>
    nth === 2 ? new Error('Service unavailable: Mail') : null,
  ),
  mail('quota gone in the middle', (_mail, nth) =>
    nth > 1 ? new Error('Service invoked too many times for one day: email.') : null,
  ),
  quota(0),
  quota(3),
];

const outage = (name: string, pattern: RegExp, said: string): Trouble => ({
  system: 'Drive',
  name,
  begin: (platform) => {
    platform.outage = (call) => (pattern.test(call) ? new Error(said) : null);
  },
});
const DRIVE: readonly Trouble[] = [
  outage('Drive is down', /^Drive\./, 'API call to drive.files.list failed with error: Internal Error'),
  outage(
    'a broker’s spreadsheet cannot be opened',
    /openById/,
    'Service Spreadsheets timed out while accessing document',
  ),
  outage(
    'no permission may be changed',
    /Drive\.(permit|forbid)/,
    'API call to drive.permissions.create failed with error: Rate limit',
  ),
];

export const TROUBLES: readonly Trouble[] = [
  ...[...BOTH, ...POST].map(([name, bend]) => web('post-trade', name, bend)),
  ...[...BOTH, ...QUOTE].map(([name, bend]) => web('inav', name, bend)),
  ...BIG_QUERY,
  ...MAIL,
  ...DRIVE,
];

/** By which a sentence shows of what it speaks. */
export const SAID: Readonly<Record<Trouble['system'], RegExp>> = {
  'post-trade': /post-trade\.example|executions|fill/i,
  inav: /inav\.example|iNAV|official NAV|market-data|plausible|figure/i,
  BigQuery: /BigQuery|warehouse|answer is not whole|statement|project/i,
  mail: /mail|went out|recipient/i,
  Drive: /Drive|spreadsheet|Spreadsheets/i,
};

/** The trouble is over: what was asked is answered as it should be. */
export function end(platform: Platform, well: World['web']): void {
  Object.assign(platform, WELL);
  platform.world.web = well;
  platform.world.quota = 1_500;
}
