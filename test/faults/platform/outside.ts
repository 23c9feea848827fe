// What a desk reaches beside its spreadsheet, over a world: Drive, BigQuery, the web, mail, properties, locks, triggers.
import { sentRows } from '../../google/warehouse/sent';
import type { Strikes } from './strike';
import { type FileState, newBook, type World } from './world';

type Call = Strikes['call'];
type Now = () => World;

const SPREADSHEET = 'application/vnd.google-apps.spreadsheet';

interface Blob {
  readonly content: string;
  readonly type: string | undefined;
  readonly name: string | undefined;
}

export function openDrive(now: Now, call: Call): object {
  const newId = (kind: string): string => {
    now().ids += 1;
    return `${kind}-${now().ids}`;
  };
  /** A script sees what its user has made with it. */
  const fileOf = (id: string): FileState => {
    const found = now().files.find((file) => file.id === id && file.owner === now().user);
    if (!found) throw new Error(`API call to drive.files.get failed with error: File not found: ${id}.`);
    return found;
  };
  const text = (pattern: RegExp, q: string): string | undefined =>
    pattern.exec(q)?.[1]?.replace(/\\(.)/g, '$1');
  const Files = {
    create: (
      resource: { name: string; parents?: string[]; mimeType?: string; description?: string },
      blob?: Blob,
    ) =>
      call('Drive.create', () => {
        const { name, parents = ['root'], mimeType = blob?.type ?? '', description = '' } = resource;
        const id = newId('file');
        const content = blob?.content ?? '';
        const owner = now().user;
        now().files.push({
          id,
          name,
          description,
          mimeType,
          parents,
          owner,
          content,
          trashed: false,
          permissions: [],
        });
        if (mimeType === SPREADSHEET) now().books.set(id, newBook(id));
        return { id };
      }),
    update: (resource: { trashed?: boolean }, id: string, blob?: Blob) =>
      call('Drive.update', () => {
        const file = fileOf(id);
        if (blob !== undefined) file.content = blob.content;
        if (resource.trashed === true) file.trashed = true;
        return { id };
      }),
    get: (id: string) => call('Drive.get', () => ({ id, trashed: fileOf(id).trashed })),
    list: ({ q = '' }: { q?: string }) =>
      call('Drive.list', () => {
        const [parent, name, type] = [
          text(/^'([^']+)' in parents/, q),
          text(/name = '((?:\\.|[^'\\])*)'/, q),
          text(/mimeType = '([^']+)'/, q),
        ];
        const files = now().files.filter(
          (file) =>
            !file.trashed &&
            file.owner === now().user &&
            file.name === name &&
            file.parents.includes(parent ?? '') &&
            (type === undefined || file.mimeType === type),
        );
        return { files: files.map(({ id, description }) => ({ id, description })) };
      }),
  };
  const Permissions = {
    create: (
      { type, role, emailAddress }: { type: string; role: string; emailAddress: string },
      id: string,
    ) =>
      call('Drive.permit', () => {
        const file = fileOf(id);
        const others = file.permissions.filter((each) => each.emailAddress !== emailAddress);
        file.permissions = [...others, { id: newId('grant'), type, role, emailAddress }];
      }),
    list: (id: string) => call('Drive.permissions', () => ({ permissions: [...fileOf(id).permissions] })),
    remove: (id: string, permission: string) =>
      call('Drive.forbid', () => {
        const file = fileOf(id);
        if (file.permissions.every((each) => each.id !== permission))
          throw new Error(
            `API call to drive.permissions.delete failed with error: Permission not found: ${permission}.`,
          );
        file.permissions = file.permissions.filter((each) => each.id !== permission);
      }),
  };
  return { Files, Permissions };
}

interface Parameter {
  readonly name?: string;
  readonly parameterValue?: { readonly value?: string };
}

/** @param instead what it answers in place of doing a statement; null = it does it */
export function openBigQuery(now: Now, call: Call, instead: (sql: string) => object | null): object {
  const nameOf = (sql: string): string => /`[^`.]+\.[^`.]+\.([^`]+)`/.exec(sql)?.[1] ?? '';
  const missing = (what: string): Error =>
    new Error(`API call to bigquery failed with error: Not found: ${what}`);
  return {
    Jobs: {
      query: ({ query, queryParameters = [] }: { query: string; queryParameters?: readonly Parameter[] }) =>
        call('BigQuery.query', () => {
          const other = instead(query);
          if (other instanceof Error) throw other;
          if (other !== null) return other;
          const table = nameOf(query);
          if (query.startsWith('CREATE')) now().views.set(table, query);
          else if (query.startsWith('MERGE')) merge(now(), table, queryParameters, missing);
          else return HISTORY;
          return { jobComplete: true };
        }),
      getQueryResults: () =>
        call('BigQuery.getQueryResults', () => instead('next page') ?? { jobComplete: true }),
    },
    Datasets: {
      get: (_project: string, dataset: string) =>
        call('BigQuery.getDataset', () => {
          if (!now().datasets.has(dataset)) throw missing(`Dataset ${dataset}`);
          return {};
        }),
      insert: ({ datasetReference }: { datasetReference: { datasetId: string } }) =>
        call('BigQuery.insertDataset', () => void now().datasets.add(datasetReference.datasetId)),
    },
    Tables: {
      get: (_project: string, _dataset: string, table: string) =>
        call('BigQuery.getTable', () => {
          const fields = now().tables.get(table);
          if (fields === undefined) throw missing(`Table ${table}`);
          return { schema: { fields } };
        }),
      insert: (resource: {
        tableReference: { tableId: string };
        schema: { fields: readonly { name?: string }[] };
      }) =>
        call(
          'BigQuery.insertTable',
          () => void now().tables.set(resource.tableReference.tableId, resource.schema.fields),
        ),
      patch: (
        { schema }: { schema: { fields: readonly { name?: string }[] } },
        _p: string,
        _d: string,
        table: string,
      ) => call('BigQuery.patchTable', () => void now().tables.set(table, schema.fields)),
      remove: (_project: string, _dataset: string, table: string) =>
        call('BigQuery.removeTable', () => {
          now().rows.delete(table);
          if (!now().tables.delete(table) && !now().views.delete(table)) throw missing(`Table ${table}`);
        }),
    },
  };
}

/** A day that the desk traded, as every report of the history may read it. */
const HISTORY = {
  jobComplete: true,
  totalRows: '1',
  schema: {
    fields: [
      'trade_date',
      'name',
      'cnpj',
      'broker',
      'asset',
      'days',
      'target',
      'primary_money',
      'secondary_money',
      'residual',
    ].map((name) => ({ name })),
  },
  rows: [
    {
      f: [
        '2024-11-07',
        'Ipê Cripto Ativo',
        '71204918000109',
        'Corretora Aurora',
        'HASH11',
        '1',
        '100.00',
        '0.00',
        '100.00',
        '0.00',
      ].map((v) => ({ v })),
    },
  ],
};

function merge(
  world: World,
  table: string,
  parameters: readonly Parameter[],
  missing: (what: string) => Error,
): void {
  if (!world.tables.has(table)) throw missing(`Table ${table}`);
  const known = world.rows.get(table) ?? new Map<string, string>();
  world.rows.set(table, known);
  const given = (name: string): string =>
    parameters.find((each) => each.name === name)?.parameterValue?.value ?? '';
  for (const row of sentRows(table, given)) {
    const key = `${row.run_id} ${row.row_key}`;
    const text = JSON.stringify(row);
    const there = known.get(key);
    // A key that is there stays: other content under it would be lost without a word.
    if (there !== undefined && there !== text && table !== 'run_log')
      throw new Error(`${table}: other content under ${key}`);
    if (there === undefined) known.set(key, text);
  }
}

export function openWeb(now: Now, call: Call): object {
  const respond = (url: string): object => {
    const { status, body = '', headers = {} } = now().web(url, now());
    if (status === 0) throw new Error('Address unavailable');
    return { getResponseCode: () => status, getContentText: () => body, getHeaders: () => headers };
  };
  return {
    fetchAll: (requests: readonly { readonly url: string }[]) =>
      call('UrlFetchApp.fetchAll', () => requests.map(({ url }) => respond(url))),
    fetch: (url: string) => call('UrlFetchApp.fetch', () => respond(url)),
  };
}

interface Message {
  readonly to: string;
  readonly cc?: string;
  readonly subject: string;
  readonly body: string;
  readonly attachments?: readonly Blob[];
}

/** @param fault what the platform says of a mail; null = it takes it */
export function openMail(now: Now, call: Call, fault: (mail: Message) => Error | null): object {
  return {
    sendEmail: (mail: Message) =>
      call('MailApp.sendEmail', () => {
        const refused = fault(mail);
        if (refused !== null) throw refused;
        const recipients = `${mail.to},${mail.cc ?? ''}`.split(',').filter((each) => each !== '').length;
        if (recipients > now().quota) throw new Error('Service invoked too many times for one day: email.');
        now().quota -= recipients;
        const attachments = (mail.attachments ?? []).map(({ name, content }) => `${name} ${content}`);
        const { to, cc = '', subject, body } = mail;
        now().mails.push({ to, cc, subject, body, attachments });
      }),
    getRemainingDailyQuota: () => call('MailApp.getRemainingDailyQuota', () => now().quota),
  };
}

export function openProperties(now: Now, call: Call): object {
  const store = (kind: string, mapOf: () => Map<string, string>): object => {
    const demandRoom = (key: string, value: string): void => {
      if (key.length + value.length > 9 * 1024) throw new Error(`Argument too large: value of ${key}`);
    };
    const api = {
      getProperty: (key: string) => call(`PropertiesService.${kind}.get`, () => mapOf().get(key) ?? null),
      setProperty: (key: string, value: string) =>
        call(`PropertiesService.${kind}.set`, () => {
          demandRoom(key, value);
          mapOf().set(key, value);
          return api;
        }),
      setProperties: (values: Readonly<Record<string, string>>) =>
        call(`PropertiesService.${kind}.setAll`, () => {
          for (const [key, value] of Object.entries(values)) demandRoom(key, value);
          for (const [key, value] of Object.entries(values)) mapOf().set(key, value);
          return api;
        }),
      deleteProperty: (key: string) =>
        call(`PropertiesService.${kind}.delete`, () => {
          mapOf().delete(key);
          return api;
        }),
      getProperties: () => call(`PropertiesService.${kind}.getAll`, () => Object.fromEntries(mapOf())),
    };
    return api;
  };
  const own = (): Map<string, string> => {
    const { people, user } = now();
    const known = people.get(user) ?? new Map<string, string>();
    people.set(user, known);
    return known;
  };
  const [document, user] = [store('document', () => now().document), store('user', own)];
  return { getDocumentProperties: () => document, getUserProperties: () => user };
}

/** Locks go with the execution that held them. */
export function openLocks(call: Call): { readonly app: object; free(): void } {
  const held = new Set<string>();
  const lock = (name: string) => ({
    tryLock: () =>
      call('LockService.tryLock', () => {
        if (held.has(name)) return false;
        held.add(name);
        return true;
      }),
    releaseLock: () => call('LockService.releaseLock', () => void held.delete(name)),
  });
  return {
    app: { getDocumentLock: () => lock('document'), getScriptLock: () => lock('script') },
    free: () => held.clear(),
  };
}

export function openScript(now: Now, call: Call): object {
  interface Trigger {
    readonly id: string;
    getHandlerFunction(): string;
  }
  return {
    getOAuthToken: () => 'oauth-token',
    getProjectTriggers: () =>
      call('ScriptApp.getProjectTriggers', () =>
        now()
          .triggers.filter(({ user }) => user === now().user)
          .map(({ id, handler }): Trigger => ({ id, getHandlerFunction: () => handler })),
      ),
    newTrigger: (handler: string) => {
      const create = (): void =>
        call('ScriptApp.create', () => {
          now().ids += 1;
          now().triggers.push({ id: `trigger-${now().ids}`, handler, user: now().user });
        });
      return { timeBased: () => ({ everyMinutes: () => ({ create }) }) };
    },
    deleteTrigger: ({ id }: Trigger) =>
      call('ScriptApp.deleteTrigger', () => {
        const at = now().triggers.findIndex((trigger) => trigger.id === id);
        if (at >= 0) now().triggers.splice(at, 1);
      }),
  };
}
