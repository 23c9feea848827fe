// The desk of a scenario: the bundle with the laptop's own parts in a folder that is thrown away, no page, no market.
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWarehouse, type Warehouse } from '../bigquery';
import { DriveStore, type Host, type LocalMail, openHost, openMail, restoreDesk } from '../host';
import { putSettings } from './morning';
import { type Prepared, TAB_ROWS, TOKEN } from './scenarioBase';
import type { StandingClock } from './scenarioClock';
import type { Feeds } from './scenarioFeeds';
import { openScenarioServer } from './scenarioServer';
import { DESK } from './theDesk';

export interface ScenarioDesk {
  readonly clock: StandingClock;
  readonly mail: Pick<LocalMail, 'outbox'>;
  readonly warehouse: Pick<Warehouse, 'call'>;
  /** The desk as this person has it open; null = as it is open now, or as its owner. */
  as(user: string | null): Promise<Host>;
  /** Puts its spreadsheets back to what they held at an earlier moment. */
  restore(snapshot: ReadonlyMap<string, string>): Promise<void>;
  close(): Promise<void>;
}

export interface ScenarioDeskOptions {
  readonly bundleDir: string;
  readonly prepared: Prepared;
  readonly feeds: Feeds;
  readonly clock: StandingClock;
  /** Whether its account is a consumer's; else it is one of a firm's Workspace. */
  readonly consumer: boolean;
  /** Everybody who runs something: each may edit the book and has the token. */
  readonly users: readonly string[];
}

export async function openScenarioDesk(options: ScenarioDeskOptions): Promise<ScenarioDesk> {
  const { bundleDir, prepared, feeds, clock, consumer, users } = options;
  const dir = mkdtempSync(join(tmpdir(), 'scenario-'));
  cpSync(prepared.dir, dir, { recursive: true });
  admit(dir, users);
  const closing: (() => unknown)[] = [() => rmSync(dir, { recursive: true, force: true })];
  const close = async (): Promise<void> => {
    for (const end of closing.splice(0).reverse()) await end();
  };
  try {
    const server = await openScenarioServer(feeds, clock);
    closing.push(() => server.close());
    const mail = await openMail({ dir: join(dir, 'outbox'), clock, consumer });
    closing.push(() => mail.close());
    const warehouse = await openWarehouse({ file: join(dir, 'warehouse.duckdb'), now: () => clock.now() });
    closing.push(() => warehouse.close());
    let open: { readonly user: string; readonly desk: Host } | null = null;
    let opened = 0;
    const shut = async (): Promise<void> => {
      const { desk } = open ?? {};
      open = null;
      await desk?.close();
    };
    closing.push(shut);
    const as = async (person: string | null): Promise<Host> => {
      const user = person ?? open?.user ?? DESK.user;
      if (open?.user === user) return open.desk;
      await shut();
      // Another seed each time: the warehouse takes a request with an id that it has seen for a retry.
      opened += 1;
      const parts = { dir, bundleDir, clock, mail, warehouse, savesAtClose: true, tabRows: TAB_ROWS };
      const desk = await openHost({ ...DESK, ...parts, user, seed: opened });
      open = { user, desk };
      return desk;
    };
    const { book } = await as(users[0] ?? DESK.user);
    await putSettings(book, { TRADING_API_URL: server.url, INAV_API_URL: server.url });
    // Each gives the token for this address: it goes to no other. The first has the desk open then.
    for (const user of users.length > 0 ? [...users].reverse() : [DESK.user])
      await (await as(user)).call('saveSecret', [TOKEN]);
    return {
      clock,
      mail,
      warehouse,
      as,
      async restore(snapshot) {
        await shut();
        restoreDesk(dir, snapshot);
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Shares the book with everybody and gives each the token that the desk's owner saved. */
function admit(dir: string, users: readonly string[]): void {
  const drive = new DriveStore(dir);
  const properties = (user: string): string =>
    join(dir, 'properties', `user-${encodeURIComponent(user)}.json`);
  for (const [i, user] of users.filter((each) => each !== DESK.user).entries()) {
    for (const file of drive.all().filter(({ path, owner }) => path === null && owner === DESK.user)) {
      const permission = { id: `scenario-${i}`, type: 'user', role: 'writer', emailAddress: user };
      drive.put({ ...file, permissions: [...file.permissions, permission] });
    }
    if (existsSync(properties(DESK.user))) cpSync(properties(DESK.user), properties(user));
  }
}
