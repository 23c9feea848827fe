// The desk and the world around it, opened together: clock, mail, market, warehouse and the bundle between them.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { openWarehouse } from '../bigquery';
import {
  type Clock,
  fromSaoPaulo,
  type Host,
  type HostBook,
  type LocalMail,
  openHost,
  openMail,
  openWoundClock,
  saoPauloDate,
} from '../host';
import { brokerDesks, type Market, openMarket, SAMPLE_DATE, type SampleBook } from '../market';
import { openScreen, type Served, servePage } from '../page';
import { UsageError } from './options';
import { DESK, shareBook } from './theDesk';

/** What the command line needs of a desk; a test plays it with a stand-in. */
export interface DeskFace extends Pick<Host, 'call' | 'save' | 'exportXlsx'> {
  readonly book: Pick<HostBook, 'tabs' | 'readTab' | 'writeTab'>;
}

export interface World {
  readonly date: string;
  readonly clock: Clock;
  readonly desk: DeskFace;
  readonly mail: Pick<LocalMail, 'outbox'>;
  readonly market: Pick<Market, 'url' | 'rejected'>;
  /** What the post-trade system asks for; a new one each start. */
  readonly token: string;
  readonly warehouseFile: string;
  /** Serves the book as a page; `nextStep` says when the desk has something to do. Only a real desk has one. */
  readonly openPage?: (nextStep: () => Promise<string | null>) => Promise<Served>;
  close(): Promise<void>;
}

export interface WorldOptions {
  readonly dir: string;
  readonly bundleDir: string;
  readonly date: string | null;
  readonly seed: number;
  readonly slow?: boolean;
  /** Who opens the desk; null = its owner. */
  readonly user?: string | null;
  readonly sample: SampleBook;
}

export type OpenWorld = (options: WorldOptions) => Promise<World>;

/** A desk begins its day before the market opens. */
const MORNING = 'T09:00:00';

export const openWorld: OpenWorld = async ({ dir, bundleDir, date, seed, slow = false, user, sample }) => {
  const clock = openWoundClock(join(dir, 'clock.json'), fromSaoPaulo(`${date ?? SAMPLE_DATE}${MORNING}`));
  const stands = saoPauloDate(clock.now());
  const day = date ?? stands;
  if (day < stands) {
    throw new UsageError(
      `The desk in ${dir} has reached ${stands}, after ${day}: add --fresh --until final to start over, or --dir for another desk.`,
    );
  }
  if (day > stands) clock.set(fromSaoPaulo(day + MORNING));

  // Closed in the opposite order, also when a later part does not open: a listening server would keep Node alive.
  const opened: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const end of opened.splice(0).reverse()) await end();
  };
  const opening = async <T extends { close(): Promise<unknown> }>(part: Promise<T>): Promise<T> => {
    const open = await part;
    opened.push(() => open.close());
    return open;
  };
  try {
    const mail = await opening(openMail({ dir: join(dir, 'outbox'), clock, from: 'desk@trading.example' }));
    const warehouseFile = join(dir, 'warehouse.duckdb');
    const warehouse = await opening(openWarehouse({ file: warehouseFile, now: () => clock.now() }));
    const screen = openScreen();
    const who = user ?? DESK.user;
    shareBook(dir, who);
    const parts = { dir, bundleDir, clock, mail, warehouse, seed, slow, ui: screen, strictMail: true };
    const desk = await opening(openHost({ ...DESK, ...parts, user: who }));
    const token = randomUUID();
    const settings = await rowsOf(desk.book, 'settings', sample.tabs.settings);
    const brokers = brokerDesks(await rowsOf(desk.book, 'brokers', sample.tabs.brokers));
    const alias = String(settings.find(([key]) => key === 'ACCOUNT_ALIAS')?.[1] ?? '');
    const market = await opening(openMarket({ clock, seed, token, mail, brokers, alias }));
    const openPage: World['openPage'] = (nextStep) => servePage(desk, { clock }, { screen, nextStep });
    return { date: day, clock, desk, mail, market, token, warehouseFile, openPage, close };
  } catch (error) {
    await close();
    throw error;
  }
};

/** The book's own rows, so that a broker added by hand gets simulated too; the sample's for a new book. */
async function rowsOf(
  book: DeskFace['book'],
  tab: string,
  sample: readonly (readonly string[])[],
): Promise<readonly (readonly unknown[])[]> {
  const rows = book.tabs().includes(tab) ? await book.readTab(tab) : [];
  return rows.length > 1 ? rows : sample;
}
