// Apps Script in one process, over a world that can be copied: fast enough to strike every call of every function of the bundle.
// What the script sees is told by docs/fidelity.md; a laptop's whole host stands in src/local/host.
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { openBigQuery, openDrive, openLocks, openMail, openProperties, openScript, openWeb } from './outside';
import { openSheets } from './sheets';
import { openSheetsService } from './sheetsService';
import { Killed, openStrikes, type Way } from './strike';
import { newWorld, type World } from './world';

export interface Platform {
  /** What the script works on: put another one in its place at any time. */
  world: World;
  /** What the platform says of a mail; null = it takes it. */
  mailFault: (mail: { readonly to: string; readonly subject: string }) => Error | null;
  /** What it says to any call of that name, such as `Drive.create`; null = it does it. */
  outage: (name: string) => Error | null;
  /** What BigQuery answers to a statement in place of doing it; null = it does it. */
  jobs: (sql: string) => object | null;
  /**
   * One execution, as a menu or a trigger starts it.
   * @param strike what happens to which of its calls
   */
  run<T>(work: () => T, strike?: Strike | null): Came<T>;
}

export interface Strike {
  readonly call: number;
  readonly way: Way;
}

/** Everything works. */
export const WELL: Pick<Platform, 'mailFault' | 'outage' | 'jobs'> = {
  mailFault: () => null,
  outage: () => null,
  jobs: () => null,
};

export interface Came<T> {
  /** null = it was killed, or threw. */
  readonly value: T | null;
  /** What its exception says; null = it ended well, or was killed. */
  readonly threw: string | null;
  readonly killed: boolean;
  /** Calls that it made, by name. */
  readonly calls: readonly string[];
  /** The call that was struck. */
  readonly struck: string | null;
}

const ZONE_MS = 3 * 3_600_000;

/** Puts the platform in place of Apps Script's globals. */
export function installPlatform(): Platform {
  const platform: Platform = { world: newWorld(), ...WELL, run };
  const now = (): World => platform.world;
  let lose: () => void = () => undefined;
  const strikes = openStrikes(
    () => lose(),
    (name) => platform.outage(name),
  );
  const { call } = strikes;
  const sheets = openSheets(now, strikes);
  lose = sheets.lose;
  const locks = openLocks(call);
  Object.assign(globalThis, {
    SpreadsheetApp: sheets.app,
    Drive: openDrive(now, call),
    BigQuery: openBigQuery(now, call, (sql) => platform.jobs(sql)),
    UrlFetchApp: openWeb(now, call),
    MailApp: openMail(now, call, (mail) => platform.mailFault(mail)),
    PropertiesService: openProperties(now, call),
    LockService: locks.app,
    ScriptApp: openScript(now, call),
    Session: {
      getActiveUser: () => ({ getEmail: () => now().user }),
      getEffectiveUser: () => ({ getEmail: () => now().user }),
    },
    HtmlService: pages,
    Charts: { ChartType: { COLUMN: 'COLUMN', BAR: 'BAR', LINE: 'LINE', AREA: 'AREA' } },
    Utilities: utilities(now),
  });
  const service = openSheetsService(now, call);
  // Without it the global is not there at all.
  Object.defineProperty(globalThis, 'Sheets', {
    configurable: true,
    get: () => (now().hasSheets ? service : undefined),
  });
  setClock(now);
  return platform;

  function run<T>(work: () => T, strike: Strike | null = null): Came<T> {
    locks.free();
    strikes.at(strike?.call ?? null, strike?.way);
    const came = ended(work);
    // Whoever swallowed its own death has had no effect since.
    const { calls, struck } = { calls: strikes.names(), struck: strikes.struck() };
    sheets.keep();
    locks.free();
    strikes.at(null);
    return { ...came, calls, struck };
  }
}

function ended<T>(work: () => T): Pick<Came<T>, 'value' | 'threw' | 'killed'> {
  try {
    return { value: work(), threw: null, killed: false };
  } catch (error) {
    if (error instanceof Killed) return { value: null, threw: null, killed: true };
    return { value: null, threw: error instanceof Error ? error.message : String(error), killed: false };
  }
}

/** `new Date()` is the world's time, in every execution. */
function setClock(now: () => World): void {
  const Real = Date;
  const ms = (): number => Real.parse(`${now().now}Z`) + ZONE_MS;
  const Clock = new Proxy(Real, {
    construct: (target, args) => Reflect.construct(target, args.length === 0 ? [ms()] : args),
    get: (target, name) => (name === 'now' ? ms : Reflect.get(target, name)),
  });
  Object.assign(globalThis, { Date: Clock });
}

const page = (text: string): object => {
  const output: Record<string, unknown> = { getContent: () => text };
  for (const step of ['setWidth', 'setHeight', 'setTitle']) output[step] = () => output;
  return output;
};
const pages = {
  createTemplateFromFile: (name: string) => ({ evaluate: () => page(name) }),
  createTemplate: (text: string) => ({ evaluate: () => page(text) }),
};

interface Blob {
  readonly content: string;
  readonly type: string | undefined;
  readonly name: string | undefined;
  getDataAsString(): string;
  getAs(type: string): Blob;
  setName(name: string): Blob;
}

/** What needs nothing but the machine is no call that can be struck. */
function utilities(now: () => World): object {
  return {
    sleep: () => undefined,
    getUuid: () => {
      now().ids += 1;
      return `uuid-${now().ids}`;
    },
    formatDate: (instant: Date) => new Date(instant.getTime() - ZONE_MS).toISOString().slice(0, 19),
    newBlob: (content: string | readonly number[], type?: string, name?: string): Blob => {
      const bytes = typeof content === 'string' ? null : Buffer.from(content);
      const text = bytes?.toString(type === 'application/x-gzip' ? 'base64' : 'utf8') ?? String(content);
      const blob: Blob = {
        content: text,
        type,
        name,
        getDataAsString: () => text,
        getAs: (other) => ({ ...blob, type: other }),
        setName: (title) => ({ ...blob, name: title }),
      };
      return blob;
    },
    // A blob holds text: of a packed one it is the base64 of its bytes.
    gzip: (blob: Blob) => ({ getBytes: () => [...gzipSync(blob.content, { level: 1 })] }),
    ungzip: (blob: Blob) => ({
      getDataAsString: () => gunzipSync(Buffer.from(blob.content, 'base64')).toString('utf8'),
    }),
    base64Encode: (bytes: readonly number[]) => Buffer.from(bytes).toString('base64'),
    base64Decode: (text: string) => [...Buffer.from(text, 'base64')],
    DigestAlgorithm: { SHA_256: 'sha256' },
    Charset: { UTF_8: 'utf8' },
    computeDigest: (algorithm: string, text: string) => [
      ...new Int8Array(createHash(algorithm).update(text, 'utf8').digest()),
    ],
  };
}
