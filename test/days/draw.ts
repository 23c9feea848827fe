// Draws a whole day from a seed: it is played as it is drawn, since brokers work what the desk tells them; what comes of it
// is a scenario file that can be played again by anybody.
import { type Chance, chanceOf } from '../solver/seeded';
import { type DrawnEtf, drawMorning, drawOddities, drawTrade, type Morning, PLAIN, timeAt } from './head';
import { type Market, openMarket } from './market';
import { type OpenDay, openDay } from './play';
import type { Cells, DayTrace, DeskParts, RawAnswer, Rows } from './types';

interface Drawn {
  readonly chance: Chance;
  /** Of what was added to the days later: days of before keep what they had. */
  readonly more: Chance;
  /** Of what is odd about a day. */
  readonly oddly: Chance;
  readonly morning: Morning;
  readonly market: Market;
  readonly day: OpenDay;
  trades: Rows;
}

type Event = readonly [minute: number, what: (drawn: Drawn, minute: number) => void];

/** @param isPlain without what is odd about some days: a day that is known by its number is the same since before there was any */
export function drawDay(parts: DeskParts, seed: number, isPlain = false): DayTrace {
  const chance = chanceOf(seed * 2_654_435_761);
  const oddly = chanceOf(seed * 69_069 + 5);
  const morning = drawMorning(seed, chance, isPlain ? PLAIN : drawOddities(oddly));
  const more = chanceOf(seed * 40_503 + 13);
  const market = openMarket(morning, chance, more.is(0.2));
  const day = openDay(parts, morning.head);
  const drawn: Drawn = {
    chance,
    more,
    oddly,
    morning,
    market,
    day,
    trades: morning.trades,
  };
  const events = [...planned(drawn)].sort(([a], [b]) => a - b);
  let last = 0;
  for (const [wanted, what] of events) {
    // One thing a minute.
    const minute = Math.max(wanted, last + 1);
    last = minute;
    market.work(day.records('orders'), minute);
    tell(drawn, minute);
    what(drawn, minute);
  }
  return day.end();
}

/** What happens when; a stage that comes too late is refused, as on a real day. */
function planned({ chance, more, oddly, morning }: Drawn): readonly Event[] {
  const { close, cutoff, laterCutoff, odd } = morning;
  const anyTime = (): number => 630 + chance.whole(close - 640);
  const some = (most: number, what: Event[1]): readonly Event[] =>
    Array.from({ length: chance.whole(most + 1) }, (): Event => [anyTime(), what]);
  return [
    [615, (drawn, at) => call(drawn, at, 'runInitialOrders')],
    ...some(1, (drawn, at) => call(drawn, at, 'runInitialOrders')),
    ...(chance.is(0.85)
      ? [[cutoff - 5 - chance.whole(40), (drawn, at) => call(drawn, at, 'runPrimaryCalculation')] as Event]
      : []),
    ...(laterCutoff === null
      ? []
      : [[laterCutoff - 1 - oddly.whole(20), (drawn, at) => primary(drawn, at, 'thematics')] as Event]),
    ...(odd.turned ? [[630 + oddly.whole(close - 740), turn] as Event] : []),
    ...some(2, (drawn, at) => call(drawn, at, 'checkAdjustmentStatus')),
    ...some(2, amend),
    ...(chance.is(0.3) ? some(2, cancel) : []),
    ...(more.is(0.25) ? [[630 + more.whole(close - 740), cutAndBust] as Event] : []),
    ...[75, 45, 15].map(
      (before): Event => [
        close - before + chance.whole(4),
        (drawn, at) => call(drawn, at, 'runAdjustmentCycle'),
      ],
    ),
    [close + 20, (drawn, at) => call(drawn, at, 'completeAdjustmentWorkflow')],
    [close + 30, accept],
    ...Array.from(
      { length: chance.whole(2) },
      (): Event => [
        close + 60 + chance.whole(120),
        (drawn, at) => call(drawn, at, 'completeAdjustmentWorkflow'),
      ],
    ),
    [close + 300, (drawn, at) => call(drawn, at, 'completeAdjustmentWorkflow')],
    [close + 301, (drawn, at) => call(drawn, at, 'completeAdjustmentWorkflow')],
    [close + 305, (drawn, at) => call(drawn, at, 'checkAdjustmentStatus')],
  ];
}

/** The two systems say how it is, or something else for once; then phone brokers' fills are typed. */
function tell({ chance, oddly, market, day, morning }: Drawn, minute: number): void {
  const isLate = minute > morning.close + 290;
  const isWhole = isLate || !chance.is(0.05);
  const feed = market.feedAt(minute, isWhole);
  const trouble = isLate ? null : troubleOf(chance, feed.fills ?? []);
  const noQuotes = !isLate && morning.odd.noQuotes && oddly.is(0.15) ? { inav: NO_QUOTES } : {};
  day.feed({ ...feed, ...(trouble === null ? {} : { executions: trouble }), ...noQuotes });
  const rows = market.toType(minute);
  if (rows.length > 0)
    day.step({ at: timeAt(minute), tabs: { executions: [...day.records('executions'), ...rows] } });
}

const NO_QUOTES: RawAnswer = { status: 503, body: 'down' };

function troubleOf(chance: Chance, fills: readonly unknown[]): RawAnswer | null {
  if (!chance.is(0.08)) return null;
  const half = fills.slice(0, Math.ceil(fills.length / 2));
  const answers: readonly RawAnswer[] = [
    { status: 503, body: 'down', times: 2 },
    { status: 503, body: 'down' },
    { status: 200, body: JSON.stringify({ fills: half, hasMore: true }) },
    { status: 200, body: JSON.stringify({ fills: [] }) },
    { status: 200, body: '<html>sign in</html>' },
  ];
  return answers[chance.whole(answers.length)] ?? null;
}

const call = (drawn: Drawn, minute: number, name: string): void => {
  if (name === 'runPrimaryCalculation')
    primary(drawn, minute, drawn.morning.laterCutoff === null ? 'all' : 'nasdaq');
  else drawn.day.step({ at: timeAt(minute), call: name, args: [] });
};

const primary = ({ day }: Drawn, minute: number, family: string): void => {
  day.step({ at: timeAt(minute), call: 'runPrimaryCalculation', args: [family] });
};

/** A fund that bought sells, or the other way round: its order ends, and another begins on the other side. */
function turn(drawn: Drawn, minute: number): void {
  const { oddly, trades, morning } = drawn;
  const row = trades[oddly.whole(trades.length)];
  // Who sells has to hold something where anything is known of holdings.
  const isKnown = (morning.head.tabs.holdings ?? []).length > 0;
  if (row === undefined || (isKnown && row.side === 'BUY')) return;
  const isOf = (own: Cells): boolean => own.cnpj === row.cnpj && own.asset === row.asset;
  amendTo(
    drawn,
    minute,
    trades.map((own) => (isOf(own) ? { ...own, side: row.side === 'BUY' ? 'SELL' : 'BUY' } : own)),
  );
}

/** A person changes the list and amends: a late order, more, less, or a row that goes away. */
function amend(drawn: Drawn, minute: number): void {
  amendTo(drawn, minute, changed(drawn, drawn.chance.whole(4)));
}

function amendTo(drawn: Drawn, minute: number, trades: Rows): void {
  const { day } = drawn;
  const at = timeAt(minute);
  drawn.trades = trades;
  const request = { stage: 'amend', reason: 'as the manager asks' };
  day.step({ at, tabs: { 'daily-trades': drawn.trades } });
  day.step({ at, call: 'previewStage', args: [request] });
  day.step({ at, call: 'applyStage', args: [request, '$last.hash'] });
}

/** Orders are cut to about what they have, and then what they keep is busted: it is called for again. */
function cutAndBust(drawn: Drawn, minute: number): void {
  const { more, market, trades } = drawn;
  const row = trades[more.whole(trades.length)];
  if (row === undefined) return;
  const isOf = (own: Cells): boolean => own.asset === row.asset && own.side === row.side;
  const wanted = trades.filter(isOf).reduce((sum, { amount }) => sum + Number(amount), 0);
  const part = (market.worth(row, minute) / wanted) * (0.6 + more.real() * 0.6);
  if (part <= 0.02 || part >= 0.98) return;
  const isCut = (own: Cells): boolean => own === row || (isOf(own) && more.is(0.3));
  amendTo(
    drawn,
    minute,
    trades.map((own) =>
      isCut(own) ? { ...own, amount: Math.round(Number(own.amount) * part * 100) / 100 } : own,
    ),
  );
  market.bust(row, minute + 2 + more.whole(60));
}

function changed({ chance, trades, morning }: Drawn, how: number): Rows {
  const row = trades[chance.whole(trades.length)];
  if (how === 0 || row === undefined) return [...trades, ...lateOrder(chance, trades, morning)];
  const scaled = (factor: number): Rows =>
    trades.map((own) =>
      own === row ? { ...own, amount: Math.round(Number(own.amount) * factor * 100) / 100 } : own,
    );
  if (how === 1) return scaled(1.1 + chance.real());
  if (how === 2) return scaled(0.1 + chance.real() * 0.8);
  return trades.filter((own) => own !== row);
}

/** A fund that has no order in an ETF yet gets one, on the side that the others trade. */
function lateOrder(chance: Chance, trades: Rows, { etfs, funds }: Morning): Rows {
  const etf: DrawnEtf | undefined = etfs[chance.whole(etfs.length)];
  const free = funds.filter(
    ({ cnpj }) => !trades.some((own) => own.cnpj === cnpj && own.asset === etf?.asset),
  );
  const fund = free[chance.whole(Math.max(1, free.length))];
  const side = trades.find(({ asset }) => asset === etf?.asset)?.side ?? 'BUY';
  // Nobody sells what it may not hold: a late seller would be refused.
  if (etf === undefined || fund === undefined || side !== 'BUY') return [];
  return [drawTrade(chance, etf, fund, 'BUY')];
}

function cancel(drawn: Drawn, minute: number): void {
  const { chance, day, morning } = drawn;
  const row: Cells = drawn.trades[chance.whole(Math.max(1, drawn.trades.length))] ?? {};
  const brokers = [...morning.accounts.keys()];
  const wishes: readonly Cells[] = [
    { asset: row.asset ?? null },
    { cnpj: row.cnpj ?? null },
    { cnpj: row.cnpj ?? null, asset: row.asset ?? null },
    { broker: brokers[chance.whole(brokers.length)] ?? null },
    { side: chance.is(0.5) ? 'BUY' : 'SELL' },
    {},
  ];
  const wish = wishes[chance.whole(wishes.length)] ?? {};
  day.step({
    at: timeAt(minute),
    call: 'cancelOrders',
    args: [{ ...wish, reason: 'the manager called it off' }],
  });
}

/** Somebody asks the brokers that said nothing, on most days. */
function accept(drawn: Drawn, minute: number): void {
  const { chance, day, market } = drawn;
  for (const subject of market.silent)
    if (chance.is(0.6))
      day.step({
        at: timeAt(minute),
        call: 'acceptOdd',
        args: [{ code: 'silent-broker', subject, reason: 'it traded nothing' }],
      });
}
