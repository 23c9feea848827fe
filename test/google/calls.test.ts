// How much a set-up and a day's stages ask of the platform: each call costs a part of the six minutes that a run has.
import { beforeAll, describe, expect, it } from '@jest/globals';
import { pulse } from '../../src/desk/look/pulse';
import { apply } from '../../src/desk/run/runner';
import type { Services } from '../../src/desk/services';
import { createServices } from '../../src/google/services';
import { setUpDesk } from '../../src/google/setUpDesk';
import {
  adjustmentCycle,
  finalAllocation,
  initialOrders,
  primaryUnits,
  type Stage,
} from '../../src/stages/stages';
import { type Counted, counting } from './counting';
import { installFakes, type Reply } from './fakes';

interface Calls {
  readonly spreadsheet: number;
  readonly properties: number;
}

let now = '2024-11-08T10:15:00';
let spreadsheet: Counted;
let properties: Counted;
/** Calls of the Sheets service, since they were last counted. */
let ofService: () => number;
let services: () => Services;

const json = (body: unknown): Reply => ({ status: 200, body: JSON.stringify(body) });

/** Both systems answer whatever they are asked for. */
function answer(url: string): Reply {
  if (url.includes('/allocation/')) {
    const fill = { accountAlias: 'DESK', accountCode: '70311', symbol: 'HASH11', side: 'Buy', qty: 1_000 };
    return json({ consolidatedAllocations: [{ ...fill, avgPrice: 62.4 }] });
  }
  if (url.includes('/nav/')) return { status: 404 };
  // The afternoon is dearer: caps are replaced.
  return json({
    info: { numberOfSharesPerCreationUnit: 20_000 },
    inavPerShare: now < '2024-11-08T15' ? 62.4 : 65.2,
  });
}

beforeAll(() => {
  const fakes = installFakes();
  fakes.web.answer = answer;
  const triggers: object[] = [];
  const app = counting(Reflect.get(globalThis, 'SpreadsheetApp'));
  const store = counting(fakes.documentProperties);
  Object.assign(globalThis, {
    SpreadsheetApp: app,
    PropertiesService: { getDocumentProperties: () => store, getUserProperties: () => fakes.userProperties },
    ScriptApp: { getProjectTriggers: () => triggers, getOAuthToken: () => 'oauth-token' },
  });
  spreadsheet = app.counted;
  properties = store.counted;
  let before = 0;
  ofService = () => {
    const calls = fakes.sheets.gets + fakes.sheets.batches.length - before;
    before += calls;
    return calls;
  };
  services = () => ({ ...createServices(), now: () => now });
});

function count(work: () => void): Calls {
  spreadsheet.reset();
  properties.reset();
  ofService();
  work();
  return { spreadsheet: spreadsheet.total() + ofService(), properties: properties.total() };
}

function run(stage: Stage, at: string): Calls {
  now = `2024-11-08T${at}:00`;
  return count(() => expect(apply(services(), stage)).toMatchObject({ status: 'applied', problems: [] }));
}

/** What each may ask of the platform at most. */
const MOST = {
  // The flush after the tab of the executions is the one that says the tab is up to date only when it is.
  // A stage also reads daily-trades and the limits of fund-stats, to say what was changed there after the morning.
  // Where the answer brings other fills, their tab is looked at once more before it is written: people may have typed there meanwhile.
  stage: { spreadsheet: 64, properties: 25 },
  firstSetUp: { spreadsheet: 115, properties: 10 },
  setUpAgain: { spreadsheet: 72, properties: 10 },
};

const within = (calls: Calls, most: Calls): void => {
  expect(calls.spreadsheet).toBeLessThanOrEqual(most.spreadsheet);
  expect(calls.properties).toBeLessThanOrEqual(most.properties);
};

describe('calls to the platform', () => {
  it('are few when an empty spreadsheet is set up, and fewer when nothing is lacking', () => {
    const settings = {
      TRADING_API_URL: 'https://trading.desk.example',
      TRADING_API_SECRET: 'post-trade',
      INAV_API_URL: 'https://inav.desk.example',
    };
    const first = count(() => setUpDesk(services, { sample: true, settings, token: 'token' }));
    const again = count(() => setUpDesk(services, {}));
    within(first, MOST.firstSetUp);
    within(again, MOST.setUpAgain);
  });

  it.each([
    ['the morning’s orders', initialOrders(), '10:15'],
    ['the primary units', primaryUnits('all', true), '12:20'],
    ['an iteration', adjustmentCycle(null), '15:20'],
    ['the final allocation', finalAllocation(), '18:40'],
  ])('stay within their budget for %s', (_name, stage, at) => {
    within(run(stage, at), MOST.stage);
  });

  it('are one read of facts for a sidebar that asks whether anything has happened', () => {
    expect(count(() => pulse(services()))).toEqual({ spreadsheet: 0, properties: 1 });
  });
});
