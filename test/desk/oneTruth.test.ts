// One truth: at ten moments of a day with an irregular course, everything that shows a figure shows the same figure.
import { beforeAll, describe, expect, it } from '@jest/globals';
import { currentStatus } from '../../src/desk/look/currentStatus';
import { deskBlotter } from '../../src/desk/look/deskBlotter';
import { deskOverview } from '../../src/desk/look/overview';
import { refreshNow } from '../../src/desk/look/refreshNow';
import { printedStatus } from '../../src/desk/run/report';
import type { Fill } from '../../src/domain/fill';
import { formatBrl } from '../../src/language/figures';
import { readStatus } from '../../src/local/cli/answers';
import { plain, screenOf } from '../../src/local/cli/paint';
import { positions } from '../../src/local/cli/print';
import type { Cell } from '../../src/sheets/cell';
import {
  adjustmentCycle,
  amend,
  cancel,
  finalAllocation,
  initialOrders,
  primaryUnits,
} from '../../src/stages/stages';
import { printedBlotter } from '../../src/ui/doors/blotter';
import { printedOverview } from '../../src/ui/doors/overview';
import { percent } from '../../src/ui/pages/figures';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { sampleDesk } from '../fakes/sampleDesk';
import { shownBefore } from '../fixtures/shownBefore';

const DATE = '2024-11-08';
const at = (time: string): string => `${DATE}T${time}:00`;

/** What each of the places says, by `HASH11 BUY target` or `HASH11 BUY | fund target`, in reais. */
type Said = ReadonlyMap<string, number>;
const FIGURES = ['target', 'executed', 'primary', 'givenBack', 'residual', 'done'] as const;
type Shown = Readonly<Record<(typeof FIGURES)[number], number>>;

const cents = (brl: number): number => Math.round(brl * 100) / 100;
const entries = (line: string, of: Shown): readonly (readonly [string, number])[] =>
  FIGURES.map((figure) => [`${line} ${figure}`, figure === 'done' ? of.done : cents(of[figure])] as const);

const cell = (row: Readonly<Record<string, Cell>>, name: string): number => Number(row[name]);
const fromRow = (row: Readonly<Record<string, Cell>>): Shown => ({
  target: cell(row, 'target'),
  executed: cell(row, 'executed'),
  primary: cell(row, 'primary'),
  givenBack: cell(row, 'given_back'),
  residual: cell(row, 'residual'),
  done: cell(row, 'done'),
});

const statusTab = ({ book }: MemoryDesk): Said =>
  new Map(
    book
      .records('status')
      .flatMap((row) =>
        entries(`${row.asset} ${row.side}${row.fund === null ? '' : ` | ${row.fund}`}`, fromRow(row)),
      ),
  );

const blotterTab = ({ book }: MemoryDesk): Said =>
  new Map(
    book
      .records('blotter')
      .filter(({ level, target }) => level !== 'broker' && target !== 0)
      .flatMap((row) =>
        entries(`${row.asset} ${row.side}${row.level === 'side' ? '' : ` | ${row.name}`}`, fromRow(row)),
      ),
  );

const sidebar = ({ services }: MemoryDesk): Said => {
  const { assets, funds } = printedOverview(deskOverview(services, null), 'en');
  return new Map(
    [...assets, ...funds].flatMap((one) =>
      entries(`${one.asset} ${one.side}${one.fund === null ? '' : ` | ${one.fund}`}`, one),
    ),
  );
};

const blotterPage = ({ services }: MemoryDesk): Said =>
  new Map(
    printedBlotter(deskBlotter(services), 'en')
      .sides.filter(({ target }) => target !== 0)
      .flatMap((one) => [
        ...entries(`${one.asset} ${one.side}`, one),
        ...one.funds.flatMap((fund) => entries(`${one.asset} ${one.side} | ${fund.fund}`, fund)),
      ]),
  );

/** The terminal's table, read back from its text. */
function commandLine({ services }: MemoryDesk): Said {
  const answer = printedStatus(
    currentStatus(services, () => {}),
    'en',
  );
  const [, ...lines] = positions(readStatus(JSON.parse(JSON.stringify(answer))), screenOf(plain, 'en'));
  const said = new Map<string, number>();
  for (const line of lines) {
    const [asset, side, target, executed, primary, givenBack, residual] = line.split(/ {2,}/);
    if (residual === undefined) continue;
    const figures = { target, executed, primary, givenBack, residual };
    for (const [figure, text = ''] of Object.entries(figures))
      said.set(`${asset} ${side?.toUpperCase()} ${figure}`, Number(text.replace(/,/g, '')));
  }
  return said;
}

/** The last mail of an iteration, if this moment sent one. */
function mail(text: string | undefined, truth: Said): readonly string[] {
  if (text === undefined) return [];
  const squeezed = text.replace(/ +/g, ' ');
  const lines = [...truth.keys()].filter((key) => !key.includes('|') && key.endsWith(' target'));
  return lines.flatMap((key) => {
    const [asset = '', side = ''] = key.split(' ');
    const money = ['target', 'executed', 'primary', 'givenBack', 'residual'].map((figure) =>
      formatBrl(Math.round((truth.get(`${asset} ${side} ${figure}`) ?? Number.NaN) * 100), 'en'),
    );
    const row = `${asset} ${side === 'BUY' ? 'Buy' : 'Sell'} ${money.join(' ')}`;
    return squeezed.includes(row) ? [] : [`the mail lacks "${row}"`];
  });
}

/** Amounts of a line as the report prints them, with what was given back where its table has that column. */
function reported(truth: Said, line: string): readonly string[] {
  const money = (figure: string): string =>
    formatBrl(Math.round((truth.get(`${line} ${figure}`) ?? Number.NaN) * 100), 'en').replace('R$ ', '');
  const before = ['target', 'primary', 'executed'].map(money).join(' ');
  const back = money('givenBack');
  const residual = money('residual');
  return [`${before} ${back} ${residual} `, ...(back === '0.00' ? [`${before} ${residual} `] : [])];
}

/** The end-of-day report, if this moment sent one: every ETF's line in the mail, every fund's on its own page of the document. */
function report({ mails, files }: MemoryDesk, before: number, truth: Said): readonly string[] {
  const mail = mails.slice(before).find(({ subject }) => subject.includes('end of day'));
  if (mail === undefined) return [];
  const [document = ''] = [...files].flatMap(([name, content]) => (name.endsWith('.html') ? [content] : []));
  const pages = document
    .split('page-break-before')
    .slice(1)
    .map((page) => page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '));
  const text = mail.text.replace(/ +/g, ' ');
  return [...truth.keys()]
    .filter((key) => key.endsWith(' target'))
    .flatMap((key) => {
      const line = key.replace(/ target$/, '');
      const [asset = '', side = '', , ...name] = line.split(' ');
      const fund = name.join(' ');
      const where = fund === '' ? text : pages.find((page) => page.includes(` ${fund} Report to the fund`));
      const rows = reported(truth, line).map((row) => `${asset} ${side === 'BUY' ? 'Buy' : 'Sell'} ${row}`);
      return rows.some((row) => where?.includes(row))
        ? []
        : [`the report lacks "${fund}: ${rows.join(' or ')}"`];
    });
}

/** The allocation, if this moment made one: its figures, and the residual that its reasons name, are those of status. */
function allocated({ book }: MemoryDesk, name: string, truth: Said): readonly string[] {
  if (name !== ALLOCATION) return [];
  const own = book.records('allocation').filter(({ strategy }) => strategy !== 'AdjustmentOrder');
  return own.flatMap((row) => {
    const { asset, side, fund, target, executed, residual, given_back: givenBack, reasons } = row;
    const line = [...truth.keys()].find(
      (key) =>
        key.startsWith(`${asset} ${side} | `) &&
        `${fund} `.startsWith(`${key.slice(0, -' target'.length).split(' | ')[1]} `),
    );
    if (line === undefined) return target === 0 ? [] : [`allocation: status has no ${fund} ${asset} ${side}`];
    const key = line.replace(/ target$/, '');
    const said = /residual (-?)R\$ ([\d,.]+\d)/.exec(String(reasons));
    const named = said === null ? residual : Number(`${said[1]}${said[2]?.replace(/,/g, '')}`);
    return [
      ...Object.entries({ target, executed, residual, givenBack }).flatMap(([figure, brl]) =>
        truth.get(`${key} ${figure}`) === brl
          ? []
          : [`allocation: ${key} ${figure} ${brl}, status ${truth.get(`${key} ${figure}`)}`],
      ),
      ...(named === residual ? [] : [`allocation: ${key} ${residual}, its reason says ${named}`]),
    ];
  });
}

/** What a broker is told is done is what is done: by the instructions of this moment, and by their mails. */
function told({ book, world, mails }: MemoryDesk, before: number): readonly string[] {
  const texts = mails.slice(before).map(({ text }) => text.replace(/ +/g, ' '));
  const fresh = book.records('orders').filter(({ issued_at }) => issued_at === world.now);
  return fresh.flatMap(({ broker, asset, side, cap, executed, executed_now: now }) => {
    const [most, done] = [cap, executed].map((brl) => formatBrl(Math.round(Number(brl) * 100), 'en'));
    const way = side === 'BUY' ? /Buy|Compra/ : /Sell|Venda/;
    const rows = [`${asset} `, ` ${most} ${done} `];
    const pt = rows.map((row) => row.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.')));
    const isTold = texts.some((text) =>
      text
        .split('\n')
        .some(
          (line) => way.test(line) && [rows, pt].some((each) => each.every((part) => line.includes(part))),
        ),
    );
    return [
      ...(executed === now ? [] : [`orders: ${broker} ${asset} ${side} ${executed} at issue, ${now} now`]),
      ...(isTold ? [] : [`no mail tells ${broker} ${asset} ${side} ${done} done`]),
    ];
  });
}

/** Brokers' figures, counted once more from the fills alone. */
function brokers({ book, services, world }: MemoryDesk): readonly string[] {
  const counted = (broker: Cell, asset: Cell, side: Cell): number =>
    cents(
      world.fills
        .filter((fill) => fill.status !== 'BUSTED')
        .filter((fill) => fill.broker === broker && fill.asset === asset && fill.side === side)
        .reduce((sum, { quantity, price }) => sum + quantity * price, 0),
    );
  const page = printedBlotter(deskBlotter(services), 'en').sides.flatMap((one) =>
    one.brokers.map((broker) => ({ ...broker, asset: one.asset, side: one.side })),
  );
  interface Row {
    readonly place: string;
    readonly name: Cell;
    readonly asset: Cell;
    readonly side: Cell;
    readonly money: Cell;
  }
  const tab = (place: string, name: string, money: string): readonly Row[] =>
    book
      .records(place)
      .filter(({ level }) => level === undefined || level === 'broker')
      .map((row) => ({
        place,
        name: row[name] ?? null,
        asset: row.asset ?? null,
        side: row.side ?? null,
        money: row[money] ?? null,
      }));
  const rows: readonly Row[] = [
    ...tab('orders', 'broker', 'executed_now'),
    ...tab('blotter', 'name', 'filled'),
    ...page.map(({ broker: name, asset, side, filled: money }) => ({
      place: 'page',
      name,
      asset,
      side,
      money,
    })),
  ];
  return rows.flatMap(({ name, asset, side, money, place }) => {
    const own = counted(name, asset, side);
    return own === money ? [] : [`${place}: ${name} ${asset} ${side} ${money}, counted ${own}`];
  });
}

interface Moment {
  readonly name: string;
  readonly time: string;
  readonly does: (desk: MemoryDesk) => unknown;
}

let ids = 0;
const fillOf = (row: Readonly<Record<string, Cell>>, part: number, time: string, price = 1): Fill => ({
  date: DATE,
  fillId: `F${++ids}`,
  broker: String(row.broker),
  asset: String(row.asset),
  side: row.side === 'BUY' ? 'BUY' : 'SELL',
  quantity: Math.max(1, Math.floor(((Number(row.cap) - Number(row.executed)) * part) / Number(row.inav))),
  price: Math.round(Number(row.inav) * price * 100) / 100,
  time: at(time),
  status: 'EXECUTED',
  source: 'api',
});

/** Every broker trades a part of what its cap leaves open. */
function trade(desk: MemoryDesk, part: number, time: string, price = 1): void {
  const rows = desk.book.records('orders').filter((row) => Number(row.cap) > Number(row.executed));
  desk.world.fills = [...desk.world.fills, ...rows.map((row) => fillOf(row, part, time, price))];
}

const change = (desk: MemoryDesk, which: number, to: Partial<Fill>): void => {
  desk.world.fills = desk.world.fills.map((fill, at) => (at === which ? { ...fill, ...to } : fill));
};

const amount = (desk: MemoryDesk, which: number, times: number): void =>
  desk.book.fill(
    'daily-trades',
    desk.book
      .records('daily-trades')
      .map((row, at) =>
        at === which ? { ...row, amount: Math.round(Number(row.amount) * times * 100) / 100 } : row,
      ),
  );

const refresh = (desk: MemoryDesk): void =>
  expect(refreshNow(desk.services).problems.filter(({ severity }) => severity === 'error')).toEqual([]);

const ALLOCATION = 'the allocation';
const MOMENTS: readonly Moment[] = [
  { name: 'the opening', time: '10:15', does: ({ services }) => apply(services, initialOrders()) },
  {
    name: 'fills of the morning',
    time: '11:00',
    does: (desk) => {
      trade(desk, 0.45, '10:50', 0.999);
      refresh(desk);
    },
  },
  { name: 'the units', time: '12:20', does: ({ services }) => apply(services, primaryUnits('all', true)) },
  {
    name: 'more fills than wanted, one late',
    time: '13:00',
    does: (desk) => {
      trade(desk, 1, '12:50', 1.001);
      trade(desk, 0.3, '12:10');
      refresh(desk);
    },
  },
  {
    name: 'a bust',
    time: '13:20',
    does: (desk) => {
      change(desk, 1, { status: 'BUSTED' });
      refresh(desk);
    },
  },
  {
    name: 'a correction of price and shares',
    time: '13:40',
    does: (desk) => {
      change(desk, 0, { quantity: 1_234, price: 100.9 });
      refresh(desk);
    },
  },
  {
    name: 'an order raised, another reduced',
    time: '14:00',
    does: (desk) => {
      amount(desk, 0, 1.5);
      amount(desk, 1, 0.2);
      apply(desk.services, amend('new cash'));
    },
  },
  {
    name: 'a fund’s orders cancelled',
    time: '14:30',
    does: (desk) => {
      const [, , row] = desk.book.records('daily-trades');
      apply(desk.services, cancel({ cnpj: String(row?.cnpj), reason: 'the manager called' }));
    },
  },
  {
    name: 'an iteration that gives back',
    time: '15:30',
    does: ({ services, world }) => {
      world.quotes = world.quotes.map((quote) => ({
        ...quote,
        inav: Math.round(quote.inav * 1.004 * 1e4) / 1e4,
      }));
      apply(services, adjustmentCycle(3));
    },
  },
  {
    name: 'what was given back is traded, and the next iteration',
    time: '16:10',
    does: (desk) => {
      trade(desk, 0.8, '15:50');
      apply(desk.services, adjustmentCycle(3));
    },
  },
  {
    name: ALLOCATION,
    time: '18:40',
    does: ({ services }) => apply(services, finalAllocation()),
  },
];

interface Look {
  readonly name: string;
  readonly figures: number;
  /** Of them, in previews. */
  readonly previewed: number;
  readonly differences: readonly string[];
  readonly truth: Said;
  readonly mailed: boolean;
}

function differences(
  place: string,
  said: Said,
  truth: Said,
  wanted: readonly string[] = [...truth.keys()],
): readonly string[] {
  const extra = [...said.keys()].filter((key) => !truth.has(key));
  return [
    ...extra.map((key) => `${place}: ${key} is nowhere else`),
    ...wanted.flatMap((key) => {
      const [one, other] = [said.get(key), truth.get(key)];
      return one === other ? [] : [`${place}: ${key} is ${one}, status says ${other}`];
    }),
  ];
}

function look(desk: MemoryDesk, { name, time, does }: Moment): Look {
  desk.world.now = at(time);
  const before = desk.mails.length;
  does(desk);
  const truth = statusTab(desk);
  const summary = desk.mails.slice(before).find(({ subject }) => /Adjustment \d of/.test(subject))?.text;
  const lines = [...truth.keys()].filter((key) => !key.includes('|') && !key.endsWith('done'));
  const places: readonly (readonly [string, Said, (readonly string[] | undefined)?])[] = [
    ['blotter', blotterTab(desk), undefined],
    ['sidebar', sidebar(desk), undefined],
    ['page', blotterPage(desk), undefined],
    ['command line', commandLine(desk), lines],
  ];
  // The command line ran the status stage: the tab says the same again.
  const again = differences('status, again', statusTab(desk), truth);
  const previews = shownBefore(desk, truth);
  return {
    name,
    truth,
    mailed: summary !== undefined,
    figures: places.reduce((sum, [, said]) => sum + said.size, truth.size) + previews.figures,
    previewed: previews.figures,
    differences: [
      ...places.flatMap(([place, said, wanted]) => differences(place, said, truth, wanted)),
      ...again,
      ...mail(summary, truth),
      ...report(desk, before, truth),
      ...allocated(desk, name, truth),
      ...told(desk, before),
      ...brokers(desk),
      ...previews.differences,
    ],
  };
}

describe.each(['average', 'fill', 'block'])(
  'a day with a bust, a correction, an amendment, a cancellation and what is given back, at brokers that take %s',
  (takes) => {
    let looks: readonly Look[] = [];
    let desk: MemoryDesk;
    beforeAll(() => {
      desk = sampleDesk({ give_back: 'every', TRADER_EMAILS: 'mesa@desk.example' });
      desk.book.fill(
        'brokers',
        desk.book.records('brokers').map((row) => ({ ...row, allocate_by: takes })),
      );
      looks = MOMENTS.map((moment) => look(desk, moment));
    });

    it('has more than ten moments, with what makes figures part, in them', () => {
      expect(looks.length).toBeGreaterThanOrEqual(10);
      const back = looks.flatMap(({ truth }) =>
        [...truth].filter(([key, brl]) => key.endsWith('givenBack') && brl > 0),
      );
      expect(back.length).toBeGreaterThan(0);
      expect(looks.filter(({ mailed }) => mailed).length).toBeGreaterThan(0);
      expect(desk.mails.filter(({ subject }) => subject.includes('end of day'))).toHaveLength(1);
      process.stdout.write(
        `${looks.map(({ name, figures, previewed }) => `${name}: ${figures} figures, ${previewed} in previews`).join('\n')}\n`,
      );
    });

    it('shows the same figure everywhere, at each of them', () => {
      expect(looks.flatMap(({ name, differences: found }) => found.map((one) => `${name}: ${one}`))).toEqual(
        [],
      );
      expect(looks.every(({ figures }) => figures > 200)).toBe(true);
      // Until the day is allocated there is always something to preview.
      expect(looks.slice(0, -1).filter(({ previewed }) => previewed === 0)).toEqual([]);
      expect(looks.reduce((sum, { previewed }) => sum + previewed, 0)).toBeGreaterThan(700);
    });

    it('never shows less than nothing executed, and says what is left as its parts do', () => {
      for (const { truth } of looks)
        for (const [key, brl] of truth) {
          if (key.endsWith('executed') || key.endsWith('givenBack')) expect(brl).toBeGreaterThanOrEqual(0);
          if (!key.endsWith('residual')) continue;
          const of = (figure: string): number => truth.get(key.replace(/residual$/, figure)) ?? Number.NaN;
          expect(of('target') - of('primary') - of('executed') + of('givenBack')).toBeCloseTo(brl, 2);
          expect(percent(of('done'), 'en') === '100.0%' && brl > 0).toBe(false);
        }
    });

    it('says why a side that was finished is open again', () => {
      const notes = desk.book.records('status').flatMap(({ note }) => note ?? []);
      const whole = sampleDesk({ give_back: 'every' });
      whole.world.now = at('10:15');
      apply(whole.services, initialOrders());
      const [first] = whole.book.records('orders').filter(({ asset }) => asset === 'DEFI11');
      if (first === undefined) throw new Error('nothing to trade');
      whole.world.now = at('11:00');
      trade(whole, 1.02, '10:50');
      refresh(whole);
      const finished = whole.book.records('status').filter(({ residual }) => Number(residual) <= 0);
      expect(finished.length).toBeGreaterThan(0);
      whole.world.now = at('12:00');
      whole.world.fills = whole.world.fills.map((fill) => ({ ...fill, status: 'BUSTED' as const }));
      refresh(whole);
      const said = whole.book.records('status').flatMap(({ note }) => (note === null ? [] : [String(note)]));
      expect(said.length).toBeGreaterThan(0);
      for (const note of [...said, ...notes.map(String)])
        expect(note).toMatch(/^it was finished at \d\d:\d\d and is open again: /);
      expect(said.join()).toContain('of what was executed is gone');
    });
  },
);
