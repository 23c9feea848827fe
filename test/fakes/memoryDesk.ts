// The services in memory: a whole desk without Apps Script, whose every call can be the last one before a crash.
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { LogRecord, MailRefusal, Services } from '../../src/desk/services';
import type { Quote } from '../../src/domain/etf';
import type { Fill } from '../../src/domain/fill';
import type { Problem } from '../../src/domain/problem';
import type { MailMessage } from '../../src/messages/mail';
import type { SqlValue } from '../../src/sheets/warehouse';
import { type MemoryBook, memoryBook } from './memoryBook';

/** The execution was killed: nothing it does afterwards has any effect. */
export class Killed extends Error {}

/** What Apps Script takes as one property. */
const LONGEST_PROPERTY = 9 * 1024;

export interface MemoryDesk {
  readonly services: Services;
  readonly book: MemoryBook;
  readonly properties: Map<string, string>;
  readonly mails: MailMessage[];
  /** Rows by table and key: saving the same run again adds nothing. */
  readonly rows: Map<string, Map<string, readonly SqlValue[]>>;
  readonly runs: Map<string, string>;
  readonly runLog: LogRecord[];
  readonly files: Map<string, string>;
  /** What the outside world says; tests change it. */
  readonly world: {
    now: string;
    bookId: string;
    user: string;
    fills: readonly Fill[];
    /** Of days that are over. */
    earlierFills: readonly Fill[];
    quotes: readonly Quote[];
    feedProblems: readonly Problem[];
    warehouseDown: boolean;
    mailQuota: number;
    /** What the platform says of a mail: that it does not take it, or an error in the middle of it. */
    mailFault: (message: MailMessage) => MailRefusal | Error | null;
    /** Somebody else's run is under way. */
    lockedByAnother: boolean;
  };
  /**
   * The n-th service call from now on kills the execution: before it has taken effect, and what was not flushed is
   * lost; or after it, and everything stays.
   */
  killAt(call: number | null, when?: 'before' | 'after'): void;
  /** Service calls since `killAt` was last set. */
  callCount(): number;
}

export function memoryDesk(): MemoryDesk {
  const book = memoryBook();
  const properties = new Map<string, string>();
  const mails: MailMessage[] = [];
  const rows: MemoryDesk['rows'] = new Map();
  const runs = new Map<string, string>();
  const runLog: LogRecord[] = [];
  const files = new Map<string, string>();
  const world: MemoryDesk['world'] = {
    now: '2024-11-08T10:15:00',
    bookId: 'book-of-the-desk',
    user: 'trader@desk.example',
    fills: [],
    earlierFills: [],
    quotes: [],
    feedProblems: [],
    warehouseDown: false,
    mailQuota: 1_500,
    mailFault: () => null,
    lockedByAnother: false,
  };
  const death = { at: null as number | null, when: 'before' as 'before' | 'after', calls: 0, dead: false };

  /** Every method of a service counts as one call to the platform. */
  const mortal = <T extends object>(service: T): T =>
    new Proxy(service, {
      get(target, name, receiver) {
        const method: unknown = Reflect.get(target, name, receiver);
        if (typeof method !== 'function') return method;
        return (...args: unknown[]) => {
          if (death.dead) throw new Killed();
          death.calls += 1;
          const fatal = death.calls === death.at;
          if (fatal && death.when === 'before') die();
          const result: unknown = Reflect.apply(method, target, args);
          if (fatal) die();
          return result;
        };
      },
    });
  const die = (): never => {
    death.dead = true;
    if (death.when === 'before') book.lose();
    throw new Killed();
  };

  /** One statement a call: a run may be cut off between two of them. */
  const warehouse = mortal({
    /** MERGE … WHEN NOT MATCHED: a key that is there stays; other content under it would be lost without a word. */
    append(table: string, runId: string, before: number, saved: readonly (readonly SqlValue[])[]) {
      if (world.warehouseDown) throw new Error('backend error');
      const known = rows.get(table) ?? new Map<string, readonly SqlValue[]>();
      rows.set(table, known);
      saved.forEach((row, index) => {
        const key = `${runId} ${before + index}`;
        const there = known.get(key);
        if (there && JSON.stringify(there) !== JSON.stringify(row))
          throw new Error(`${table}: other content under ${key}`);
        known.set(key, row);
      });
    },
    commit(runId: string, stage: string) {
      if (world.warehouseDown) throw new Error('backend error');
      runs.set(runId, stage);
    },
    log(record: LogRecord) {
      if (world.warehouseDown) throw new Error('backend error');
      runLog.push(record);
    },
  });

  const services: Services = {
    book: mortal(book),
    journal: mortal({
      get: (key: string) => properties.get(key) ?? null,
      set: (key: string, value: string) => {
        if (key.length + value.length > LONGEST_PROPERTY) throw new Error(`the property ${key} is too long`);
        properties.set(key, value);
      },
      setAll: (values: Readonly<Record<string, string>>) => {
        for (const [key, value] of Object.entries(values)) {
          if (key.length + value.length > LONGEST_PROPERTY)
            throw new Error(`the property ${key} is too long`);
          properties.set(key, value);
        }
      },
      remove: (key: string) => {
        properties.delete(key);
      },
      keys: (prefix: string) => [...properties.keys()].filter((key) => key.startsWith(prefix)).sort(),
    }),
    lock: {
      exclusively: (_waitMs, work) => {
        if (world.lockedByAnother) return null;
        const value = work();
        book.keep();
        return { value };
      },
    },
    mailer: mortal({
      send: (message: MailMessage): MailRefusal | null => {
        const fault = world.mailFault(message);
        if (fault instanceof Error) throw fault;
        if (fault === null) mails.push(message);
        return fault;
      },
      remainingRecipients: () => world.mailQuota,
    }),
    files: mortal({
      save: ({ folder, name, content, isLinked }) => {
        files.set(`${folder}/${name}`, content);
        return { kind: 'there', link: isLinked ? `https://drive.desk.example/${folder}/${name}` : null };
      },
    }),
    brokerBooks: mortal({
      known: () => [],
      shared: () => [],
      grants: () => null,
      open: () => {},
      close: () => {},
      grant: () => {},
      revoke: () => {},
      write: () => {},
      fills: () => null,
      deskEditors: () => [],
      deskViewers: () => [],
    }),
    now: () => world.now,
    bookId: () => world.bookId,
    user: () => world.user,
    digest: (text) => createHash('sha256').update(text).digest('hex'),
    pack: (text) => gzipSync(text).toString('base64'),
    unpack: (packed) => gunzipSync(Buffer.from(packed, 'base64')).toString('utf8'),
    feeds: () =>
      mortal({
        executions: () => ({ rows: world.fills, problems: world.feedProblems }),
        earlier: (date: string) => ({
          rows: world.earlierFills.filter((fill) => fill.date === date),
          problems: world.feedProblems,
        }),
        quotes: () => ({ rows: world.quotes.map((quote) => ({ ...quote, asOf: world.now })), problems: [] }),
      } satisfies ReturnType<Services['feeds']>),
    warehouse: () => ({
      save(run, saves) {
        const counts = new Map<string, number>();
        for (const { table, rows: saved } of saves) {
          const before = counts.get(table) ?? 0;
          counts.set(table, before + saved.length);
          warehouse.append(table, run.runId, before, [...saved]);
        }
        warehouse.commit(run.runId, run.stage);
      },
      log: (record) => warehouse.log(record),
    }),
    progress: () => {},
  };
  return {
    services,
    book,
    properties,
    mails,
    rows,
    runs,
    runLog,
    files,
    world,
    killAt(call, when = 'before') {
      book.keep();
      Object.assign(death, { at: call, when, calls: 0, dead: false });
    },
    callCount: () => death.calls,
  };
}
