// Every malformed answer of the catalogue: named with its code and its remedy; an error leaves tabs, state and mails as they were.
import { describe, expect, it } from '@jest/globals';
import { apply } from '../../src/desk/run/runner';
import type { Services } from '../../src/desk/services';
import { inEnglish } from '../../src/domain/problem';
import { createServices } from '../../src/google/services';
import type { Settings } from '../../src/sheets/settings';
import { initialOrders } from '../../src/stages/stages';
import { GOOD_FILL, MALFORMED_ANSWERS, type MalformedAnswer } from '../fixtures/malformedAnswers';
import { workedDay } from '../fixtures/workedDay';
import { installFakes, type Reply } from './fakes';

const good = (url: string): Reply => {
  if (url.includes('/allocation/fills')) return { status: 200, body: JSON.stringify({ fills: [GOOD_FILL] }) };
  if (url.includes('/allocation/')) return { status: 200, body: '{"consolidatedAllocations":[]}' };
  if (url.includes('/nav/')) return { status: 404 };
  const info = { numberOfSharesPerCreationUnit: 20_000 };
  return { status: 200, body: JSON.stringify({ info, inavPerShare: 62.5 }) };
};

const PATHS: Readonly<Record<MalformedAnswer['kind'], string>> = {
  fills: '/allocation/fills',
  'consolidated fills': '/allocation/consolidated',
  iNAV: '/inav/',
  'official NAV': '/nav/',
};

/** The worked day, whose two feeds are the real clients before a web that answers so. */
function deskWith(answer: MalformedAnswer) {
  const fakes = installFakes();
  fakes.userProperties.setProperty('secret:trading-token', 'token');
  const { status, body } = answer;
  fakes.web.answer = (url) => (url.includes(PATHS[answer.kind]) ? { status, body } : good(url));
  const desk = workedDay();
  const google = createServices();
  const feeds = (settings: Settings): ReturnType<Services['feeds']> =>
    google.feeds({
      ...settings,
      tradingApiUrl: 'https://post.trades.example',
      inavApiUrl: 'https://nav.house.example',
      tradingApiSecret: 'trading-token',
      accountAlias: 'DESK',
      executionsLevel: answer.kind === 'fills' ? 'fills' : 'consolidated',
    });
  desk.services.feeds = (settings) => {
    const made = feeds(settings);
    const accounts = [{ broker: 'Aurora', accountCode: '1001' }];
    return { ...made, executions: (date, _own, known, past) => made.executions(date, accounts, known, past) };
  };
  return desk;
}

describe('an answer that cannot be what it says', () => {
  it.each(MALFORMED_ANSWERS.map((each) => [each.input, each] as const))('%s', (_input, each) => {
    const desk = deskWith(each);
    const kept = () =>
      JSON.stringify([
        [...desk.book.tabs].filter(([tab]) => tab !== 'log' && tab !== otherFeed(each)),
        desk.mails.length,
        desk.runs.size,
      ]);
    const before = kept();
    const report = apply(desk.services, initialOrders());
    const found = (each.severity === 'error' ? report.problems : report.warnings).map((problem) => ({
      code: problem.code,
      sentence: inEnglish(problem),
    }));
    expect(found).toContainEqual({ code: each.code, sentence: expect.stringContaining(each.remedy) });
    if (each.severity === 'error') {
      expect(report.status).toBe('refused');
      expect(kept()).toBe(before);
    } else expect(report.problems).toEqual([]);
  });
});

/** The feed that answered well is refreshed all the same. */
const otherFeed = ({ kind }: MalformedAnswer): string =>
  kind === 'fills' || kind === 'consolidated fills' ? 'market-data' : 'executions';
