// npm run bench -- day: a day's stages on Google's services faked and counted, at sizes up to a thousand funds; what each costs,
// and which limit of the platform breaks first. `npm run bench -- day-large` goes on to 100,000 fills.

import { pendingMarks } from '../../src/desk/journal/pending';
import { LIMITS } from '../../src/desk/limits';
import { openBook } from '../../src/desk/openBook';
import { apply } from '../../src/desk/run/runner';
import type { Services } from '../../src/desk/services';
import { utf8Length } from '../../src/domain/bytes';
import type { Quote } from '../../src/domain/etf';
import { inEnglish } from '../../src/domain/problem';
import { createServices } from '../../src/google/services';
import { setUpDesk } from '../../src/google/setUpDesk';
import type { Rows } from '../../src/sheets/madeRows';
import { brokers, dailyTrades, etfs, fundStats, holdings } from '../../src/sheets/tabs';
import { printTable } from '../../src/sheets/write';
import {
  adjustmentCycle,
  finalAllocation,
  initialOrders,
  primaryUnits,
  type Stage,
  status,
} from '../../src/stages/stages';
import { type Counted, counting } from '../google/counting';
import { type Fakes, installFakes, type SentQuery } from '../google/fakes';
import { DAY, type DaySize, type DeskDay, deskDay } from './deskDays';
import { type Heap, heapOf, type Peak } from './heap';
import type { Table } from './table';
import { exponent } from './timing';
import type { Verdict } from './verdict';

export const STEPS: readonly (readonly [name: string, at: string, stage: () => Stage])[] = [
  ['initial', '10:10', initialOrders],
  ['primary', '12:40', () => primaryUnits('all', true)],
  ['adjustment', '15:20', () => adjustmentCycle(null)],
  ['status', '15:40', status],
  ['final', '18:40', finalAllocation],
];

/** What a stage asked of the platform. */
export interface Cost {
  readonly stage: string;
  readonly status: string;
  /** Why the desk would not do it: then the day ends here, and what it took to find that out is counted all the same. */
  readonly refusal: string | null;
  readonly cpu: number;
  readonly dataCalls: number;
  readonly otherCalls: number;
  readonly cells: number;
  /** In rows of the warehouse. */
  readonly values: number;
  readonly queries: number;
  readonly mails: number;
  readonly recipients: number;
  readonly files: number;
  readonly seconds: number;
  readonly pending: number;
  readonly largestMail: number;
  readonly largestFile: number;
  readonly largestQuery: number;
  readonly largestProperty: number;
  readonly bookCells: number;
  readonly longestCell: number;
  readonly store: number;
  readonly propertyCalls: number;
  readonly longestSubject: number;
  readonly mostRecipients: number;
  /** Of Google's services alone: the same on every machine. */
  readonly serviceSeconds: number;
}

/** Seconds of Google's services as they were measured elsewhere: each call has its own price, and the script is three times slower. */
const SECONDS = { data: 0.3, cell: 10e-6, other: 0.05, query: 1.5, outside: 0.5, cpu: 3 };
const DATA = ['getValues', 'getSheetValues', 'setValues', 'setValue', 'getDisplayValues'];

export interface Desk {
  readonly fakes: Fakes;
  readonly spreadsheet: Counted;
  readonly properties: Counted;
  readonly services: () => Services;
  /** Bytes of each request to the warehouse. */
  readonly queries: number[];
  /** Values in their rows. */
  values: number;
  /** Seconds of CPU that only counting them took. */
  counting: number;
  /** null = nobody looks. */
  readonly heap: Heap | null;
  cells: number;
  now: string;
}

function deskOf(size: DaySize, isWatched: boolean): Desk {
  const day = deskDay(size);
  const fakes = installFakes();
  fakes.mail.quota = 1_500;
  const heap = isWatched ? heapOf(fakes) : null;
  const look = (): void => heap?.look();
  const app = counting(Reflect.get(globalThis, 'SpreadsheetApp'), (name) => {
    if (DATA.includes(name)) look();
  });
  const store = counting(fakes.documentProperties);
  Object.assign(globalThis, {
    SpreadsheetApp: app,
    PropertiesService: { getDocumentProperties: () => store, getUserProperties: () => fakes.userProperties },
    ScriptApp: { getProjectTriggers: () => [], getOAuthToken: () => 'oauth-token' },
  });
  const desk: Desk = {
    fakes,
    spreadsheet: app.counted,
    properties: store.counted,
    queries: [],
    values: 0,
    counting: 0,
    heap,
    cells: 0,
    now: `${DAY}T09:00:00`,
    services: () => {
      const services = createServices();
      const noted = <T extends Rows<unknown> | null>(rows: T): T => {
        desk.cells += rows === null ? 0 : rows.length * widthOf(rows);
        return rows;
      };
      return {
        ...services,
        now: () => desk.now,
        book: {
          ...services.book,
          read: (tab) => noted(services.book.read(tab)),
          tail: (tab, rows) => noted(services.book.tail(tab, rows)),
          write: (tab, row, column, values) => services.book.write(tab, row, column, noted(values)),
        },
        feeds: () => ({
          executions: () => ({
            rows: day.fills.filter(({ time }) => (time ?? '') <= desk.now),
            problems: [],
          }),
          earlier: () => null,
          quotes: () => ({ rows: day.quotes.map((quote) => quoteAt(quote, desk.now)), problems: [] }),
        }),
      };
    },
  };
  // A request is counted and forgotten, as the platform does: what it holds is no memory of the script.
  fakes.jobs.answer = (query) => {
    look();
    const start = process.cpuUsage();
    desk.queries.push(Buffer.byteLength(JSON.stringify(query)));
    desk.values += valuesIn(query);
    fakes.jobs.queries.length = 0;
    desk.counting += secondsSince(start);
    return { jobComplete: true };
  };
  fill(desk, day, size);
  return desk;
}

function widthOf(rows: Rows<unknown>): number {
  for (const row of rows) return row.length;
  return 0;
}

/** Of each line the commas between its values, and one more. */
const valuesIn = ({ queryParameters = [] }: SentQuery): number => {
  const [first = '', ...others] = (
    queryParameters.find(({ name }) => name === 'rows')?.parameterValue?.value ?? ''
  ).split('\n');
  const columns = first === '' ? 0 : (JSON.parse(first) as readonly unknown[]).length;
  return columns * (1 + others.length);
};

function secondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** The afternoon is dearer, so that brokers hear of new limits. */
const quoteAt = (quote: Quote, now: string): Quote => ({
  ...quote,
  inav: now < `${DAY}T15` ? quote.inav : Math.round(quote.inav * 101.2) / 100,
  asOf: now,
});

function fill({ services }: Desk, day: DeskDay, { fillLines }: DaySize): void {
  const settings = {
    GOOGLE_CLOUD_PROJECT: 'desk-trading-1',
    TRADER_EMAILS: 'mesa@gestora.example',
    OFFSHORE_EMAILS: 'offshore@gestora.example',
    ...(fillLines === undefined ? {} : { fill_lines: fillLines }),
  };
  setUpDesk(services, { settings });
  const book = openBook(services().book);
  book.replace(printTable(fundStats, day.funds));
  book.replace(printTable(etfs, day.etfs));
  book.replace(printTable(brokers, day.brokers));
  book.replace(printTable(holdings, day.holdings));
  book.replace(printTable(dailyTrades, day.trades));
  book.flush();
}

export const play = (size: DaySize): readonly Cost[] => playCounted(size, () => undefined);

/**
 * A stage that is refused is the last.
 * @param onStep called once the desk is set up, and again when each stage is through
 */
export const playCounted = (size: DaySize, onStep: (stage: string) => void): readonly Cost[] =>
  playOn(deskOf(size, false), onStep);

/** What each stage holds: in a day of its own, because looking at it takes time. */
function playWatched(size: DaySize): readonly Peak[] {
  const desk = deskOf(size, true);
  const peaks: Peak[] = [];
  desk.heap?.begin();
  playOn(desk, (stage) => {
    if (stage !== '' && desk.heap) peaks.push(desk.heap.end());
    desk.heap?.begin();
  });
  return peaks;
}

function playOn(desk: Desk, onStep: (stage: string) => void): readonly Cost[] {
  onStep('');
  const costs: Cost[] = [];
  for (const [name, at, stage] of STEPS) {
    desk.now = `${DAY}T${at}:00`;
    const cost = step(desk, { name, stage: stage() });
    onStep(name);
    costs.push(cost);
    if (cost.refusal !== null) break;
  }
  return costs;
}

/** A desk of that size on its day, once this stage is through. */
export function dayUntil(size: DaySize, last: string): Desk {
  const desk = deskOf(size, false);
  for (const [name, at, stage] of STEPS.slice(0, STEPS.findIndex(([name]) => name === last) + 1)) {
    desk.now = `${DAY}T${at}:00`;
    step(desk, { name, stage: stage() });
  }
  return desk;
}

/** What spreadsheet and properties were asked for, and the seconds of the model for it: without the script's own. */
export interface Spent {
  readonly dataCalls: number;
  readonly otherCalls: number;
  readonly cells: number;
  readonly seconds: number;
}

export function counted<T>(
  desk: Desk,
  work: () => T,
): { readonly spent: Spent; readonly cpu: number; readonly result: T } {
  const { spreadsheet, properties } = desk;
  spreadsheet.reset();
  properties.reset();
  desk.cells = 0;
  const start = process.cpuUsage();
  const result = work();
  const cpu = secondsSince(start);
  const dataCalls = DATA.reduce((sum, call) => sum + (spreadsheet.calls.get(call) ?? 0), 0);
  const otherCalls = spreadsheet.total() - dataCalls + properties.total();
  const { cells } = desk;
  const seconds = dataCalls * SECONDS.data + cells * SECONDS.cell + otherCalls * SECONDS.other;
  return { spent: { dataCalls, otherCalls, cells, seconds }, cpu, result };
}

interface Step {
  readonly name: string;
  readonly stage: Stage;
}

function step(desk: Desk, { name, stage }: Step): Cost {
  const { fakes, properties } = desk;
  fakes.mail.sent.length = 0;
  desk.queries.length = 0;
  desk.values = 0;
  desk.counting = 0;
  const filesBefore = fakes.drive.calls.length;
  const services = desk.services();
  const { spent, cpu: whole, result: report } = counted(desk, () => apply(services, stage));
  const { dataCalls, otherCalls } = spent;
  const cpu = whole - desk.counting;
  const refusal = report.status === 'refused' ? report.problems.slice(0, 3).map(inEnglish).join('; ') : null;
  if (pendingMarks(services.journal).length > 0) throw new Error(`${name}: something waits`);
  const mails = fakes.mail.sent.map(mailOf);
  const files = fakes.drive.calls.length - filesBefore;
  const { queries } = desk;
  const outside = mails.length + files + (stage.feeds.length > 0 ? 2 : 0);
  const serviceSeconds = spent.seconds + queries.length * SECONDS.query + outside * SECONDS.outside;
  const values = [...fakes.documentProperties.values];
  return {
    stage: name,
    status: report.status,
    refusal,
    cpu,
    dataCalls,
    otherCalls,
    cells: spent.cells,
    values: desk.values,
    queries: queries.length,
    mails: mails.length,
    recipients: mails.reduce((sum, { recipients }) => sum + recipients, 0),
    files,
    seconds: serviceSeconds + cpu * SECONDS.cpu,
    serviceSeconds,
    longestCell: longestCell(fakes),
    store: values.reduce((sum, [key, value]) => sum + utf8Length(key + value), 0),
    propertyCalls: properties.total(),
    longestSubject: most(mails.map(({ subject }) => subject)),
    mostRecipients: most(mails.map(({ recipients }) => recipients)),
    pending: pendingBytes(fakes),
    largestMail: most(mails.map(({ bodies }) => bodies)),
    largestFile: most(mails.map(({ attached }) => attached)),
    largestQuery: most(queries),
    largestProperty: most(values.map(([key, value]) => utf8Length(key + value))),
    bookCells: fakes.book.sheets.reduce((sum, { cells }) => sum + cells.length * (cells[0]?.length ?? 0), 0),
  };
}

const longestCell = ({ book }: Fakes): number =>
  most(book.sheets.flatMap(({ cells }) => cells.map((row) => most(row.map((cell) => String(cell).length)))));

const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), 0);

const pendingBytes = ({ book }: Fakes): number =>
  (book.sheets.find(({ name }) => name === '_pending')?.cells ?? []).reduce(
    (sum, row) => sum + row.reduce<number>((own, cell) => own + String(cell).length, 0),
    0,
  );

function mailOf(sent: Readonly<Record<string, unknown>>) {
  const attachments: unknown = sent.attachments;
  const contents = Array.isArray(attachments)
    ? attachments.map((blob) => String(Reflect.get(Object(blob), 'content')))
    : [];
  return {
    bodies: utf8Length(String(sent.body)) + utf8Length(String(sent.htmlBody)),
    attached: contents.reduce((sum, content) => sum + utf8Length(content), 0),
    subject: String(sent.subject).length,
    recipients: [sent.to, sent.cc].join(',').split(',').filter(Boolean).length,
  };
}

/** Each limit with what a day comes to; the most over its stages, or their sum. */
const BOUNDS: readonly (readonly [string, number, (costs: readonly Cost[]) => number, unit: number])[] = [
  ['six minutes a run, s', LIMITS.runMinutes * 60, (all) => most(all.map(({ seconds }) => seconds)), 1],
  ['mail bodies, KB', LIMITS.mailBodyBytes, (all) => most(all.map(({ largestMail }) => largestMail)), 1024],
  [
    'attachments of a mail, MB',
    LIMITS.mailAttachmentBytes,
    (all) => most(all.map((each) => each.largestFile)),
    1024 ** 2,
  ],
  [
    'recipients a day, consumer',
    LIMITS.mailRecipientsADay.consumer,
    (all) => all.reduce((sum, each) => sum + each.recipients, 0),
    1,
  ],
  [
    'recipients a day, Workspace',
    LIMITS.mailRecipientsADay.workspace,
    (all) => all.reduce((sum, each) => sum + each.recipients, 0),
    1,
  ],
  [
    'a property, KB',
    LIMITS.propertyBytes,
    (all) => most(all.map(({ largestProperty }) => largestProperty)),
    1024,
  ],
  [
    'a request to the warehouse, MB',
    LIMITS.queryBytes,
    (all) => most(all.map(({ largestQuery }) => largestQuery)),
    1024 ** 2,
  ],
  [
    'cells of the book, thousands',
    LIMITS.bookCells,
    (all) => most(all.map(({ bookCells }) => bookCells)),
    1_000,
  ],
  ['_pending (own aim 5 MB), MB', 5e6, (all) => most(all.map(({ pending }) => pending)), 1e6],
];

const nameOf = ({ funds, etfs: m, fills, fillLines }: DaySize): string =>
  `${funds} × ${m} × ${fills.toLocaleString('en')}${fillLines === undefined ? '' : `, ${fillLines}`}`;

const SIZES: readonly DaySize[] = [
  { funds: 10, etfs: 9, fills: 1_000 },
  { funds: 50, etfs: 9, fills: 1_000 },
  { funds: 200, etfs: 12, fills: 2_500 },
  { funds: 1_000, etfs: 9, fills: 10_000 },
];
const LARGE: readonly DaySize[] = [
  { funds: 1_000, etfs: 30, fills: 1_000 },
  { funds: 10, etfs: 9, fills: 100_000 },
  { funds: 1_000, etfs: 30, fills: 100_000 },
  { funds: 1_000, etfs: 30, fills: 100_000, fillLines: 'few-lines' },
  { funds: 5_000, etfs: 9, fills: 10_000 },
  { funds: 200, etfs: 100, fills: 10_000 },
];

export const dayTables = (verdict: Verdict): Table[] => tablesOf(verdict, SIZES);
export const largeDayTables = (verdict: Verdict): Table[] => tablesOf(verdict, [...SIZES, ...LARGE]);

function tablesOf(verdict: Verdict, sizes: readonly DaySize[]): Table[] {
  const days = sizes.map((size) => ({ size, costs: play(size), peaks: playWatched(size) }));
  const kb = (bytes: number): string => (bytes / 1024).toFixed(0);
  const rows = days.flatMap(({ size, costs, peaks }) =>
    costs.map((cost, at) => [
      `${nameOf(size)}: ${cost.stage}${cost.status === 'applied' ? '' : `, ${cost.status}`}`,
      cost.cpu.toFixed(2),
      String(cost.dataCalls),
      String(cost.otherCalls),
      (cost.cells / 1_000).toFixed(0),
      String(cost.queries),
      String(cost.mails),
      kb(cost.largestMail),
      kb(cost.pending),
      ...heapSaid(peaks[at]),
      cost.seconds.toFixed(0),
    ]),
  );
  return [
    {
      title: 'A day: funds × ETFs × fills',
      columns: [
        '',
        'CPU s',
        'data calls',
        'others',
        'k cells',
        'queries',
        'mails',
        'mail KB',
        '_pending KB',
        'heap MB',
        'fakes MB',
        'model s',
      ],
      rows,
      note: `Model: a data call ${SECONDS.data} s and 10 µs a cell, a property or metadata ${SECONDS.other}, a query ${SECONDS.query}, a mail, HTTP or Drive call ${SECONDS.outside}, CPU × ${SECONDS.cpu}. Heap: the most of the script’s own that lived at any of a stage’s reads, writes, queries, mails and files above what lived before it, garbage collected first and what the fakes keep outside the heap; then what stayed. Fakes: what they would have in the heap besides, which Google keeps elsewhere. Highest memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB.${refusalsOf(days)}`,
    },
    growth(verdict, days),
    limits(days),
  ];
}

function heapSaid(peak: Peak | undefined): readonly string[] {
  const mb = (bytes: number): string => (bytes / 1e6).toFixed(0);
  return peak === undefined ? ['', ''] : [`${mb(peak.most)}, ${mb(peak.stayed)}`, mb(peak.fakes)];
}

/** A day that a stage refused ends there. */
const refusalsOf = (days: Played): string =>
  days
    .flatMap(({ size, costs }) =>
      costs.map(({ stage, refusal }) =>
        refusal === null ? '' : ` Refused: ${stage} of ${nameOf(size)}: ${refusal}.`,
      ),
    )
    .join('');

type Played = readonly { readonly size: DaySize; readonly costs: readonly Cost[] }[];

/** CPU against the day's intents and fills together: what the stages go through. */
function growth(verdict: Verdict, days: Played): Table {
  const rows = STEPS.map(([name], at) => {
    const points = days.slice(1).flatMap(({ size, costs }) => {
      const cost = costs[at];
      if (cost === undefined || cost.refusal !== null) return [];
      return [{ size: size.funds * size.etfs + size.fills, ms: Math.max(1, cost.cpu * 1_000) }];
    });
    const value = exponent(points);
    verdict.exponents.push({ name: `day, ${name}`, value });
    return [name, value.toFixed(2)];
  });
  return { title: 'CPU against intents and fills', columns: ['', 'exponent'], rows };
}

function limits(days: Played): Table {
  const rows = BOUNDS.map(([name, limit, ofDay, unit]) => {
    const values = days.map(({ size, costs }) => ({ size, value: ofDay(costs) }));
    const first = values.find(({ value }) => value > limit);
    return [
      name,
      short(limit / unit),
      ...values.map(({ value }) => short(value / unit)),
      first ? nameOf(first.size) : 'none of these',
    ];
  });
  const broken = days.map(({ costs }) => {
    const names = BOUNDS.filter(([, limit, ofDay]) => ofDay(costs) > limit).map(([name]) => name);
    const [refused] = costs.filter(({ refusal }) => refusal !== null);
    return [...names, ...(refused ? [`refused: ${refused.stage}`] : [])].join('; ') || 'none';
  });
  return {
    title: 'Limits: the most of a day, and the first size that breaks one',
    columns: ['', 'limit', ...days.map(({ size }) => nameOf(size)), 'first broken at'],
    rows: [...rows, ['broken at this size', '', ...broken, '']],
  };
}

const short = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(1));
