// The desk and the world around it, opened together: clock, mail, market, warehouse and the bundle between them.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Clock,
  type Host,
  type HostBook,
  type Journal,
  type LocalMail,
  type Loss,
  openHost,
  openJournal,
  openMail,
  openPdf,
  openWoundClock,
  saoPauloDate,
} from '../host';
import { brokerDesks, type Market, openMarket, type SampleBook } from '../market';
import { openScreen, type Served, servePage } from '../page';
import { bookIn, isDesk } from './folder';
import { languageOf } from './languageOf';
import { readListed } from './listed';
import { LostError } from './options';
import { ownHours } from './ownHours';
import { openOwnWarehouse } from './ownWarehouse';
import { paperOf } from './paper';
import { DESK, shareBook } from './theDesk';
import { checkNotBefore, morningOf, windOn } from './wind';
import { wordsOf } from './words';

/** What the command line needs of a desk; a test plays it with a stand-in. */
export interface DeskFace extends Pick<Host, 'call' | 'save' | 'exportXlsx'> {
  readonly book: Pick<HostBook, 'tabs' | 'readTab' | 'writeTab'>;
}

export interface World {
  readonly date: string;
  readonly clock: Clock;
  readonly desk: DeskFace;
  readonly mail: Pick<LocalMail, 'outbox' | 'forgotten'>;
  readonly market: Pick<Market, 'url' | 'rejected' | 'list' | 'inavOf'>;
  /** What the post-trade system asks for; a new one each start. */
  readonly token: string;
  readonly warehouseFile: string;
  /** Files that could not be read and were set aside when the desk was opened. */
  readonly losses: readonly Loss[];
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
  /** Whether its account is a consumer's; else it is one of a firm's Workspace. */
  readonly consumer?: boolean;
  /** Who opens the desk; null = its owner. */
  readonly user?: string | null;
  readonly sample: SampleBook;
  /** Whether its book is the reader's: one that is still to be laid out gets the sample's settings and brokers. */
  readonly isLaidOut?: boolean;
  /** Whether somebody laid out a book here that has to stand. */
  readonly hasBook?: boolean;
  /** Whether the start plays its day by itself: then one on which B3 is closed is refused before the clock is wound to it. */
  readonly isPlayed?: boolean;
}

export type OpenWorld = (options: WorldOptions) => Promise<World>;

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one life: what is opened, used and closed together
export const openWorld: OpenWorld = async (options) => {
  const {
    dir,
    bundleDir,
    date,
    seed,
    slow = false,
    consumer = false,
    user,
    sample,
    isLaidOut = true,
    hasBook = false,
    isPlayed = false,
  } = options;
  // Closed in the opposite order, also when a later part does not open: a listening server would keep Node alive.
  const opened: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    const failed: unknown[] = [];
    // What cannot be closed, as on a full disk, keeps nothing else open.
    for (const end of opened.splice(0).reverse()) await end().catch((error) => failed.push(error));
    if (failed.length > 0) throw failed[0];
  };
  const opening = async <T extends { close(): Promise<unknown> }>(part: Promise<T>): Promise<T> => {
    const open = await part;
    opened.push(() => open.close());
    return open;
  };
  try {
    const warehouseFile = join(dir, 'warehouse.duckdb');
    const hadWarehouse = !hasBook || existsSync(warehouseFile);
    const hands: { clock: Clock | null } = { clock: null };
    // Before anything else: who holds it is alone with this folder.
    const own = await openOwnWarehouse(warehouseFile, () => hands.clock?.now() ?? Date.now());
    const warehouse = await opening(Promise.resolve(own.warehouse));
    const journal = openJournal(dir);
    const clock = openWoundClock(join(dir, 'clock.json'), morningOf(date), journal);
    hands.clock = clock;
    checkNotBefore(dir, date, clock);
    if (hasBook) checkBook(dir, journal);
    const parts = { dir, clock, journal };
    const mail = await opening(
      openMail({ ...parts, consumer, dir: join(dir, 'outbox'), from: 'desk@trading.example' }),
    );
    const pdf = await opening(Promise.resolve(openPdf(clock)));
    const screen = openScreen();
    const who = user ?? DESK.user;
    const how = { bundleDir, mail, warehouse, pdf, seed, slow, ui: screen, strictMail: true };
    const desk = await opening(openHost({ ...DESK, ...parts, ...how, user: who }));
    const isAsked = hasBook && journal.losses.length === 0;
    const words = wordsOf(await languageOf(desk, sample));
    await windOn(desk, { dir, date, clock, isAsked, isPlayed, words });
    shareBook(desk, who);
    const token = randomUUID();
    const rows = async (tab: 'settings' | 'brokers'): Promise<readonly (readonly unknown[])[]> =>
      !isLaidOut ? sample.tabs[tab] : rowsOf(desk.book, tab, sample.tabs[tab]);
    const settings = await rows('settings');
    const brokers = brokerDesks(await rows('brokers'));
    const alias = String(settings.find(([key]) => key === 'ACCOUNT_ALIAS')?.[1] ?? '');
    const market = await opening(
      openMarket({
        ...{ clock, seed, token, mail, brokers, alias },
        ownHours: (date) => ownHours(desk.book, date),
      }),
    );
    const kept = readListed(dir);
    for (const one of kept.listed) market.list(one);
    const language = (): Promise<string> => languageOf(desk, sample);
    const openPage: World['openPage'] = (nextStep) =>
      servePage(desk, { clock }, { screen, nextStep, language, first: 'openFirst' });
    const paper = paperOf(pdf, language);
    const whole: Host = { ...desk, exportXlsx: (path) => desk.exportXlsx(path, paper) };
    const losses = [
      ...(hadWarehouse ? [] : [{ file: warehouseFile, aside: null }]),
      ...own.losses,
      ...journal.losses,
      ...kept.losses,
    ];
    const day = saoPauloDate(clock.now());
    return { date: day, clock, desk: whole, mail, market, token, warehouseFile, losses, openPage, close };
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
};

/**
 * Nobody plays on an empty book where there was one: neither a file nor the journal has it any more.
 * @throws LostError at each start, until a person has put it back or begun anew
 */
function checkBook(dir: string, { losses }: Journal): void {
  const book = bookIn(dir);
  if (isDesk(dir) && !losses.some(({ file }) => file === book)) return;
  throw new LostError(
    `The desk's spreadsheet, ${book}, is gone: put the whole folder back from a copy, or begin anew with --fresh. Nothing was changed. / ` +
      'A planilha da mesa não existe mais: reponha a pasta inteira de uma cópia, ou comece de novo com --fresh.',
  );
}

/** The book's own rows, so that a broker added by hand gets simulated too; the sample's for a new book. */
async function rowsOf(
  book: DeskFace['book'],
  tab: string,
  sample: readonly (readonly string[])[],
): Promise<readonly (readonly unknown[])[]> {
  const rows = book.tabs().includes(tab) ? await book.readTab(tab) : [];
  return rows.length > 1 ? rows : sample;
}
