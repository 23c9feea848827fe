// To an ETF's administrator: creation and redemption of whole units, fund by fund, with the accounts they settle in.
import type { Fund } from '../domain/fund';
import { groupsOf } from '../domain/lookup';
import type { Cents } from '../domain/money';
import type { IsoDate } from '../domain/stamp';
import type { Side } from '../domain/trade';
import { type Figures, figuresOf, fileMoney } from '../language/figures';
import type { Language } from '../language/language';
import { composeBounded, csvAttachment } from './compose';
import { type Content, list, note, paragraph, table } from './content';
import { csv, fileName } from './csv';
import type { MailMessage } from './mail';
import type { Words } from './phrases';
import { sumOf } from './totals';
import { wordsOf } from './words';

/** Units asked for one fund: buys create, sells redeem. */
export interface RequestLine {
  readonly fund: Fund;
  readonly units: number;
  readonly sharesPerUnit: number;
  /** About what the units are worth, at the iNAV. */
  readonly value: Cents;
  readonly side: Side;
}

export interface AdministratorRequests {
  readonly to: readonly string[];
  readonly administrator: string;
  readonly language?: Language;
  readonly tradeDate: IsoDate;
  readonly settlementDate: IsoDate;
  readonly deskName: string;
  readonly copy: readonly string[];
  readonly asset: string;
  readonly lines: readonly RequestLine[];
}

export function administratorMail(mail: AdministratorRequests): MailMessage {
  const { language = 'pt', tradeDate, asset } = mail;
  const words = wordsOf(language);
  const figures = figuresOf(language);
  // Zero units are decided and recorded, but nothing is asked for them.
  const lines = mail.lines.filter((line) => line.units > 0);
  const date = figures.date(tradeDate);
  const file = csvAttachment(`requests_${fileName(asset)}_${tradeDate}.csv`, requestsCsv(mail, lines));
  const sizes = [...new Set(lines.map((line) => line.sharesPerUnit))];
  const draft = {
    to: mail.to,
    cc: mail.copy,
    language,
    deskName: mail.deskName,
    tradeDate,
    isLetter: true,
    topic: `${words.administrator.subject}: ${asset}`,
  };
  const version = (rows: number, printed: () => Content, where: string) => ({
    rows,
    attachments: [file],
    content: () => [
      paragraph(words.administrator.intro(mail.administrator, date)),
      ...printed(),
      paragraph(`${where} ${words.confirm}`),
    ],
  });
  const terms = note(
    [
      words.administrator.settlement(date, figures.date(mail.settlementDate)),
      ...sizes.map((size) => words.administrator.unit(figures.whole(size))),
    ].join(' '),
  );
  const requests = () => [
    list(lines.map((line) => item(line, asset, words, figures))),
    terms,
    requestTable(lines, words, figures),
  ];
  const rows = () => [requestTable(lines, words, figures), terms, note(words.administrator.accountsInFile)];
  const totals = () => [sideTable(lines, words, figures), terms, note(words.administrator.accountsInFile)];
  return composeBounded(draft, [
    version(2 * lines.length, requests, words.attached(file.name)),
    version(lines.length, rows, words.attached(file.name)),
    version(0, totals, words.totalled(file.name)),
  ]);
}

const requestTable = (lines: readonly RequestLine[], words: Words, figures: Figures) =>
  table(lines, [
    { title: words.column.fund, cell: ({ fund }) => fund.fund },
    { title: words.column.side, cell: ({ side }) => words.administrator.side[side] },
    { title: words.column.units, numeric: true, cell: ({ units }) => figures.whole(units) },
    { title: words.column.shares, numeric: true, cell: (line) => figures.whole(sharesOf(line)) },
    { title: words.column.value, numeric: true, cell: ({ value }) => figures.money(value) },
  ]);

/** Creations and redemptions, each in one row: they are never netted. */
const sideTable = (lines: readonly RequestLine[], words: Words, figures: Figures) =>
  table(
    groupsOf(lines, ({ side }) => side),
    [
      { title: words.column.side, cell: ([first]) => (first ? words.administrator.side[first.side] : '') },
      { title: words.column.requests, numeric: true, cell: (each) => figures.whole(each.length) },
      {
        title: words.column.units,
        numeric: true,
        cell: (each) => figures.whole(sumOf(each, ({ units }) => units)),
      },
      { title: words.column.shares, numeric: true, cell: (each) => figures.whole(sumOf(each, sharesOf)) },
      {
        title: words.column.value,
        numeric: true,
        cell: (each) => figures.money(sumOf(each, ({ value }) => value)),
      },
    ],
  );

function item(line: RequestLine, asset: string, words: Words, figures: Figures) {
  const { fund, units, value, side } = line;
  const { bank, branch, account } = fund;
  return {
    label: '',
    text: words.administrator.request({
      side,
      units,
      printedUnits: figures.whole(units),
      asset,
      fund: fund.fund,
      cnpj: fund.cnpj,
      value: figures.money(value),
    }),
    detail:
      bank && branch && account
        ? words.administrator.account({ bank, branch, account })
        : words.administrator.accountMissing,
  };
}

/** Half an account is none. */
const accountOf = ({ fund: { bank, branch, account } }: RequestLine): readonly string[] =>
  bank && branch && account ? [bank, branch, account] : ['', '', ''];

const sharesOf = (line: RequestLine): number => line.units * line.sharesPerUnit;

function requestsCsv(
  { asset, settlementDate }: AdministratorRequests,
  lines: readonly RequestLine[],
): string {
  return csv(
    [
      'asset',
      'side',
      'fund',
      'cnpj',
      'units',
      'shares',
      'estimated_brl',
      'bank',
      'branch',
      'account',
      'settlement_date',
    ],
    lines.map((line) => [
      asset,
      line.side,
      line.fund.fund,
      line.fund.cnpj,
      line.units,
      sharesOf(line),
      fileMoney(line.value),
      ...accountOf(line),
      settlementDate,
    ]),
  );
}
