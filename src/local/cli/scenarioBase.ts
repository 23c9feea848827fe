// What a scenario begins with: a desk that was set up, empty or with the sample's rows. Setting up takes seconds, so
// each is made once and kept in build/local, named by everything that goes into it.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { openWarehouse } from '../bigquery';
import { fromSaoPaulo, openHost } from '../host';

import { FIGURES, readSample, type SampleBook } from '../market';

import { prepareBook, putSettings } from './morning';
import { standingClock } from './scenarioClock';
import type { Quotes } from './scenarioFeeds';
import type { Scenario } from './scenarioFile';
import { DESK } from './theDesk';

export interface Prepared {
  readonly dir: string;
}

export type Base = Pick<Scenario, 'base' | 'date' | 'language'>;

/** Before the market opens; the log's first rows say so. */
const MORNING = 'T09:00:00';
/** More than a suite's scenarios begin with. */
const KEPT = 20;
export const TOKEN = 'scenario-token';
/** A scenario has few rows, and a tab that is full gets more. */
export const TAB_ROWS = 100;
/** Written before the scenario's server listens anywhere. */
const NOWHERE = 'http://127.0.0.1:1';

/** Both APIs in use at the level of fills, and the warehouse on. */
const EMPTY_SETTINGS = {
  GOOGLE_CLOUD_PROJECT: 'local-desk',
  TRADING_API_SECRET: 'trading-api-token',
  EXECUTIONS_LEVEL: 'fills',
} as const;

export async function prepareBase(base: Base, root: string, bundleDir: string): Promise<Prepared> {
  const shelf = join(root, 'build', 'local', 'scenario');
  const dir = join(shelf, nameOf(base, root, bundleDir));
  if (existsSync(dir)) return { dir };
  mkdirSync(shelf, { recursive: true });
  clearShelf(shelf);
  const fresh = mkdtempSync(join(shelf, 'new-'));
  try {
    await setUp(base, fresh, { root, bundleDir });
    renameSync(fresh, dir);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    // Another scenario that began at the same time was faster.
    if (!existsSync(dir)) throw error;
  }
  return { dir };
}

/** Bases of earlier bundles are of no more use. */
function clearShelf(shelf: string): void {
  const oldestFirst = readdirSync(shelf)
    .map((name) => ({ path: join(shelf, name), made: statSync(join(shelf, name)).mtimeMs }))
    .sort((a, b) => a.made - b.made);
  for (const { path } of oldestFirst.slice(0, -KEPT)) rmSync(path, { recursive: true, force: true });
}

async function setUp(
  { base, date, language }: Base,
  dir: string,
  { root, bundleDir }: { readonly root: string; readonly bundleDir: string },
): Promise<void> {
  const clock = standingClock(fromSaoPaulo(date + MORNING));
  const warehouse = await openWarehouse({ file: join(dir, 'warehouse.duckdb'), now: () => clock.now() });
  try {
    const desk = await openHost({ ...DESK, dir, bundleDir, clock, warehouse, tabRows: TAB_ROWS });
    try {
      const sample = readSample(join(root, 'src/local/market/sample'));
      const apis = { TRADING_API_URL: NOWHERE, INAV_API_URL: NOWHERE };
      const own = { fundsJson: null, tradesCsv: null };
      if (base === 'sample') {
        await prepareBook(
          { desk, market: { url: NOWHERE }, token: TOKEN },
          inLanguage(sample, language),
          own,
        );
      } else {
        await desk.call('setUp');
        await putSettings(desk.book, { ...EMPTY_SETTINGS, ...apis, DESK_LANGUAGE: language });
        // Once more, now that the settings name the warehouse and the language.
        await desk.call('setUp');
        await desk.call('saveSecret', [TOKEN]);
      }
    } finally {
      await desk.close();
    }
  } finally {
    await warehouse.close();
  }
}

function inLanguage(sample: SampleBook, language: string): SampleBook {
  const { settings } = sample.tabs;
  return { ...sample, tabs: { ...sample.tabs, settings: [...settings, ['DESK_LANGUAGE', language]] } };
}

/** The sample's ETFs at the day's opening price: what the iNAV provider says before a feed says otherwise. */
export const baseQuotes = ({ base }: Pick<Scenario, 'base'>): Quotes =>
  base === 'empty'
    ? {}
    : Object.fromEntries(
        [...FIGURES].map(([asset, { open, sharesPerUnit }]) => [asset, { inav: open, sharesPerUnit }]),
      );

/** Another bundle, another laptop or other sample rows make another base. */
function nameOf({ base, date, language }: Base, root: string, bundleDir: string): string {
  const hash = createHash('sha256');
  const source = join(root, 'src', 'local');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|csv|json)$/.test(name) && !name.startsWith('page'))
    .sort();
  for (const file of files) hash.update(file).update(readFileSync(join(source, file)));
  hash.update(readFileSync(join(bundleDir, 'Code.js')));
  return `${base}-${date}-${language}-${hash.digest('hex').slice(0, 12)}`;
}
