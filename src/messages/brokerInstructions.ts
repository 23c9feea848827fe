// To one broker: every order that starts, changes or stops, as cumulative caps for the day.
import type { Broker, Instruction } from '../domain/broker';
import { groupsOf } from '../domain/lookup';
import type { IsoDate } from '../domain/stamp';
import { type Figures, figuresOf, fileMoney, fileNumber } from '../language/figures';
import { assetsOf, composeBounded, csvAttachment } from './compose';
import { type Content, type Item, list, note, paragraph, table } from './content';
import { csv } from './csv';
import type { MailMessage } from './mail';
import type { Occasion, Words } from './phrases';
import { sumOf } from './totals';
import { wordsOf } from './words';

export interface InstructionLine {
  readonly instruction: Instruction;
  /** The version that it takes the place of; null when it is the first. */
  readonly replaces: Instruction | null;
}

export interface BrokerInstructions {
  readonly broker: Broker;
  readonly tradeDate: IsoDate;
  readonly deskName: string;
  readonly copy: readonly string[];
  readonly occasion: Occasion;
  readonly lines: readonly InstructionLine[];
  /** A sentence of the desk's own, such as why an order was amended. */
  readonly note?: string | null;
}

export function brokerInstructionsMail(mail: BrokerInstructions): MailMessage {
  const { broker, tradeDate, occasion, lines } = mail;
  const words = wordsOf(broker.language);
  const figures = figuresOf(broker.language);
  const instructions = lines.map((line) => line.instruction);
  const file = csvAttachment(`instructions_${tradeDate}.csv`, instructionsCsv(lines));
  const draft = {
    to: broker.emails,
    cc: [...broker.cc, ...mail.copy],
    language: broker.language,
    deskName: mail.deskName,
    tradeDate,
    isLetter: true,
    topic: `${words.broker.subject[occasion]}: ${assetsOf(instructions)}`,
  };
  const isWorked = instructions.some(({ cap, executed }) => cap > executed);
  const notes = () => [
    ...(mail.note ? [note(mail.note)] : []),
    note(words.broker.cumulative(figures.date(tradeDate))),
    ...(isWorked ? [note(words.broker.binds(figures.date(tradeDate)))] : []),
    ...settlementDates(instructions).map((date) => note(words.broker.settles(figures.date(date)))),
  ];
  const crossing = assetsOf(instructions.filter(({ doNotCross }) => doNotCross));
  const inFile = () => [
    ...(crossing === '' ? [] : [note(words.broker.doNotCrossIn(crossing))]),
    note(words.broker.inFile),
  ];
  const version = (rows: number, printed: () => Content, where: string) => ({
    rows,
    attachments: [file],
    content: () => [
      paragraph(words.broker.intro[occasion]),
      ...printed(),
      paragraph(`${where} ${words.confirm}`),
    ],
  });
  const sentences = () => [
    list(lines.map((line) => item(line, words, figures))),
    ...notes(),
    orderTable(instructions, words, figures),
  ];
  const rows = () => [orderTable(instructions, words, figures), ...notes(), ...inFile()];
  const totals = () => [sideTable(instructions, words, figures), ...notes(), ...inFile()];
  return composeBounded(draft, [
    version(2 * lines.length, sentences, words.attached(file.name)),
    version(lines.length, rows, words.attached(file.name)),
    version(0, totals, words.totalled(file.name)),
  ]);
}

const settlementDates = (instructions: readonly Instruction[]): readonly IsoDate[] =>
  [...new Set(instructions.map(({ settlementDate }) => settlementDate))].sort();
const orderTable = (instructions: readonly Instruction[], words: Words, figures: Figures) =>
  table(instructions, [
    { title: words.column.asset, cell: (it) => it.asset },
    { title: words.column.side, cell: (it) => words.side[it.side] },
    { title: words.column.cap, numeric: true, cell: (it) => figures.money(it.cap) },
    ...(instructions.some(isShareCapped)
      ? [
          {
            title: words.column.shareCap,
            numeric: true,
            cell: (it: Instruction) => (isShareCapped(it) ? figures.whole(it.shareCap ?? 0) : ''),
          },
        ]
      : []),
    { title: words.column.done, numeric: true, cell: (it) => figures.money(it.executed) },
    { title: words.column.limit, numeric: true, cell: (it) => figures.price(it.limitPrice) },
    { title: words.column.bps, numeric: true, cell: (it) => figures.decimal(it.limitBps) },
    { title: words.column.version, numeric: true, cell: (it) => String(it.version) },
  ]);

/** All orders of a side in one row: how many, and their caps together. */
const sideTable = (instructions: readonly Instruction[], words: Words, figures: Figures) =>
  table(
    groupsOf(instructions, ({ side }) => side),
    [
      { title: words.column.side, cell: ([first]) => (first ? words.side[first.side] : '') },
      { title: words.column.orders, numeric: true, cell: (each) => figures.whole(each.length) },
      {
        title: words.column.cap,
        numeric: true,
        cell: (each) => figures.money(sumOf(each, ({ cap }) => cap)),
      },
      {
        title: words.column.done,
        numeric: true,
        cell: (each) => figures.money(sumOf(each, ({ executed }) => executed)),
      },
    ],
  );

function item(line: InstructionLine, words: Words, figures: Figures): Item {
  const { instruction } = line;
  const order = sentence(line, words, figures);
  return {
    label: `${instruction.asset} v${instruction.version}`,
    text: [
      order,
      ...(isShareCapped(instruction)
        ? [words.broker.noMoreThan(figures.whole(instruction.shareCap ?? 0))]
        : []),
      ...(instruction.doNotCross ? [words.broker.doNotCross] : []),
      ...(instruction.funds?.length ? [words.broker.wholeOrders(namesOf(instruction))] : []),
    ].join('; '),
    detail: words.broker.number(instruction.id, instruction.version),
  };
}

const namesOf = ({ funds = [] }: Instruction): string => funds.map(({ fund }) => fund).join(', ');

/** A sale that goes on never goes beyond what is there to sell, at whatever price. */
const isShareCapped = ({ shareCap, cap, executed }: Instruction): boolean =>
  shareCap !== null && cap > executed;

function sentence({ instruction, replaces }: InstructionLine, words: Words, figures: Figures): string {
  const { side, asset, cap, executed } = instruction;
  const version = replaces?.version ?? null;
  if (cap <= executed) return words.broker.stop({ side, asset, done: figures.money(executed), version });
  const order = {
    side,
    asset,
    cap: figures.money(cap),
    done: executed > 0 ? figures.money(executed) : null,
    limit: {
      bps: figures.decimal(instruction.limitBps),
      price: figures.price(instruction.limitPrice),
      inav: figures.price(instruction.inav),
    },
  };
  return version === null ? words.broker.start(order) : words.broker.replaces({ ...order, version });
}

/** @param lines the version that a line replaces stands beside it: nobody has to guess it from the numbers */
function instructionsCsv(lines: readonly InstructionLine[]): string {
  return csv(
    [
      'instruction',
      'version',
      'trade_date',
      'asset',
      'side',
      'cap_brl',
      'limit_price',
      'limit_bps',
      'executed_brl',
      'replaces_version',
      'do_not_cross',
      'order',
      'settlement_date',
      'order_type',
      'validity',
      'share_cap',
      'funds',
    ],
    lines.map(({ instruction: it, replaces }) => [
      it.id,
      it.version,
      it.tradeDate,
      it.asset,
      it.side,
      fileMoney(it.cap),
      fileNumber(it.limitPrice, 2),
      fileNumber(it.limitBps, 0),
      fileMoney(it.executed),
      replaces === null ? '' : replaces.version,
      it.doNotCross ? 'yes' : 'no',
      it.cap <= it.executed ? 'stop' : 'work',
      it.settlementDate,
      ...(it.cap <= it.executed ? ['', ''] : ['LIMIT', 'DAY']),
      isShareCapped(it) ? (it.shareCap ?? '') : '',
      namesOf(it),
    ]),
  );
}
