// All that a desk's platform keeps, as plain data: a world is copied before each trial, and two of them are compared after it.

/** As a cell keeps it: a date is its serial number. */
export type Kept = string | number | boolean | null;

export interface Rule {
  readonly text: string;
  readonly color: string;
  readonly row: number;
  readonly column: number;
  readonly columns: number;
}

export interface SheetState {
  readonly name: string;
  /** What the Sheets service calls it, where it made it. */
  readonly number?: number;
  cells: Kept[][];
  rows: number;
  columns: number;
  /** Of the first row, by column. */
  notes: string[];
  /** Of the rows below the headers, by column. */
  formats: string[];
  hidden: boolean;
  /** Descriptions of what is protected. */
  protections: { readonly whole: boolean; description: string; warns: boolean }[];
  rules: readonly Rule[];
  /** Titles. */
  charts: string[];
}

export interface BookState {
  readonly id: string;
  sheets: SheetState[];
  locale: string;
  zone: string;
}

export interface PermissionState {
  readonly id: string;
  readonly type: string;
  readonly role: string;
  readonly emailAddress: string;
}

export interface FileState {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly mimeType: string;
  readonly parents: readonly string[];
  readonly owner: string;
  content: string;
  trashed: boolean;
  permissions: PermissionState[];
}

export interface SentMail {
  readonly to: string;
  readonly cc: string;
  readonly subject: string;
  readonly body: string;
  readonly attachments: readonly string[];
}

export interface TriggerState {
  readonly id: string;
  readonly handler: string;
  readonly user: string;
}

export interface WebReply {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface World {
  now: string;
  user: string;
  readonly bookId: string;
  readonly books: Map<string, BookState>;
  readonly document: Map<string, string>;
  /** A person's own properties. */
  readonly people: Map<string, Map<string, string>>;
  readonly files: FileState[];
  readonly triggers: TriggerState[];
  readonly mails: SentMail[];
  quota: number;
  /** Whether the project has added the Sheets service: then a book is laid out at once. */
  hasSheets: boolean;
  readonly datasets: Set<string>;
  /** Fields by table. */
  readonly tables: Map<string, readonly { readonly name?: string | undefined }[]>;
  readonly views: Map<string, string>;
  /** By table and by run and row: what stands under a key already stays. */
  readonly rows: Map<string, Map<string, string>>;
  /** What the two systems answer, by address. */
  web: (url: string, world: World) => WebReply;
  /** What the person at the screen answers, in turn; then yes, and `because`. */
  answers: readonly string[];
  /** Sentences that the person was shown. */
  readonly shown: string[];
  ids: number;
}

export const newSheet = (name: string): SheetState => ({
  name,
  cells: [],
  rows: 1000,
  columns: 26,
  notes: [],
  formats: [],
  hidden: false,
  protections: [],
  rules: [],
  charts: [],
});

export const newBook = (id: string): BookState => ({
  id,
  sheets: [newSheet('Página1')],
  locale: 'en_US',
  zone: 'America/Sao_Paulo',
});

export const DESK = 'book-of-the-desk';

/** A new spreadsheet, nobody has set it up. */
export const newWorld = (): World => ({
  now: '2024-11-08T09:40:00',
  user: 'ana@gestora.example',
  bookId: DESK,
  books: new Map([[DESK, newBook(DESK)]]),
  document: new Map(),
  people: new Map(),
  files: [],
  triggers: [],
  mails: [],
  quota: 1_500,
  hasSheets: false,
  datasets: new Set(),
  tables: new Map(),
  views: new Map(),
  rows: new Map(),
  web: () => ({ status: 500 }),
  answers: [],
  shown: [],
  ids: 0,
});

export const copySheet = (sheet: SheetState): SheetState => ({
  ...sheet,
  cells: sheet.cells.map((row) => [...row]),
  notes: [...sheet.notes],
  formats: [...sheet.formats],
  protections: sheet.protections.map((each) => ({ ...each })),
  charts: [...sheet.charts],
});

const copyBook = (book: BookState): BookState => ({ ...book, sheets: book.sheets.map(copySheet) });

const copyAll = <K, V>(map: ReadonlyMap<K, V>, copy: (value: V) => V): Map<K, V> =>
  new Map([...map].map(([key, value]) => [key, copy(value)]));

export const copyWorld = (world: World): World => ({
  ...world,
  books: copyAll(world.books, copyBook),
  document: new Map(world.document),
  people: copyAll(world.people, (own) => new Map(own)),
  files: world.files.map((file) => ({ ...file, permissions: [...file.permissions] })),
  triggers: [...world.triggers],
  mails: [...world.mails],
  datasets: new Set(world.datasets),
  tables: new Map(world.tables),
  views: new Map(world.views),
  rows: copyAll(world.rows, (rows) => new Map(rows)),
  shown: [...world.shown],
});

export const mailName = ({ to, subject }: SentMail): string => `${to} ${subject}`;
