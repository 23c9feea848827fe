// What Sheets does with texts, figures, times, long cells, dropdowns and charts.

import { LIMITS } from '../../desk/limits';
import type { Finding } from '../../desk/setUp/selfTestReport';
import { LANGUAGES, type Language } from '../../language/language';
import { type Message, msg, verbatim } from '../../language/message';
import { saidBy } from '../../language/print';
import { inert } from '../../sheets/write';
import { fromPlatform, toPlatform } from '../cells';
import { DESK_ZONE } from '../clock';
import { localeOf } from '../layoutWish';
import { pack, unpack } from '../pack';
import { finding, type Lab, type SelfTest } from './lab';

/** Whatever a fund, a broker or a system may be called or send. */
const TEXTS: readonly string[] = [
  "'apostrophe",
  "''two",
  '=1+1',
  '+55 11 4002-8922',
  '-1',
  '@desk',
  '007',
  '3524081012345678901234',
  '11222333000181',
  '12e3',
  '1/2',
  '2024-11',
  '2024-11-08',
  '08/11/2024',
  '10:30',
  '1.234,56',
  '1,234.56',
  'R$ 10',
  '50%',
  'TRUE',
  '#N/A',
  'a\u200bb\ufeff',
  ' spaces ',
  'two\nlines',
  'ção 😀',
];

const quoted = (text: unknown): string => JSON.stringify(text);

/** As the desk writes them, and beside that as they are: what its protection is for. */
function plainText(lab: Lab): Finding {
  const range = lab.sheet().getRange(1, 1, TEXTS.length, 2);
  range.setNumberFormat('@').setValues(toPlatform(TEXTS.map((text) => [inert(text), text])));
  SpreadsheetApp.flush();
  const read: readonly (readonly unknown[])[] = range.getValues();
  const changed = (column: number) =>
    TEXTS.flatMap((text, i) => {
      const came = read[i]?.[column];
      return came === text ? [] : [{ text: quoted(text), text2: quoted(came) }];
    });
  const wrong = changed(0).map((each) => msg('{text} came back as {text2}', each));
  const bare = changed(1).map((each) =>
    msg('without the desk’s apostrophe {text} comes back as {text2}', each),
  );
  return wrong.length === 0
    ? finding('ok', msg('{n} texts came back as they were written', { n: TEXTS.length }), bare)
    : finding(
        'differs',
        msg('{n} of {n2} texts came back otherwise; what the desk itself keeps begins with a letter', {
          n: wrong.length,
          n2: TEXTS.length,
        }),
        [...wrong, ...bare],
      );
}

/** As the hidden tabs keep an outcome: packed, cut into cells, a letter before each. */
function packedText(lab: Lab): Finding {
  const text = TEXTS.join('\n').repeat(2_000);
  const packed = pack(text);
  const cells = [`C${packed}`, `C${'9'.repeat(LIMITS.cellCharacters - 1)}`, `C${'=+/'.repeat(10_000)}`];
  const range = lab.sheet().getRange(1, 1, cells.length, 1);
  range.setNumberFormat('@').setValues(cells.map((cell) => [cell]));
  SpreadsheetApp.flush();
  const read = range.getValues().map(([cell]) => String(cell));
  const isSame = cells.every((cell, i) => read[i] === cell) && unpack((read[0] ?? '').slice(1)) === text;
  return isSame
    ? finding(
        'ok',
        msg('{n} characters were packed into {n2} and came back', { n: text.length, n2: packed.length }),
      )
    : finding('differs', msg('what the desk keeps in its hidden tabs does not come back as it was written'));
}

/** 8 November 2024, as Sheets counts days. */
const DAY = 45_604;

/** A value under a format of the desk's tabs, as a reader of each language sees it. */
const SHOWN: readonly (readonly [
  value: number,
  format: string,
  shown: Readonly<Record<Language, string>>,
])[] = [
  [1_234_567.891, '#,##0.00', { pt: '1.234.567,89', en: '1,234,567.89' }],
  [-1_234.5, '#,##0.00;[Red]-#,##0.00', { pt: '-1.234,50', en: '-1,234.50' }],
  [62.41, '#,##0.00######', { pt: '62,41', en: '62.41' }],
  [20_000, '#,##0', { pt: '20.000', en: '20,000' }],
  [DAY, 'dd/mm/yyyy', { pt: '08/11/2024', en: '08/11/2024' }],
  [DAY + 37_230 / 86_400, 'dd/mm/yyyy hh:mm:ss', { pt: '08/11/2024 10:20:30', en: '08/11/2024 10:20:30' }],
];

/** What somebody types, and what it has to become: a figure as the cells show it, and one as the other language writes it, which stays text and is read for what it is. */
const TYPED: Readonly<Record<Language, readonly (readonly [typed: string, value: string])[]>> = {
  pt: [
    ['1.234,56', '1234.56'],
    ['1,234.56', '1,234.56'],
    ['08/11/2024', '2024-11-08'],
    ['08/11/2024 10:20:30', '2024-11-08T10:20:30'],
  ],
  en: [
    ['1,234.56', '1234.56'],
    ['1.234,56', '1.234,56'],
    ['12,50', '12,50'],
    ['08/11/2024', '2024-11-08'],
    ['08/11/2024 10:20:30', '2024-11-08T10:20:30'],
  ],
};

function formats(lab: Lab): Finding {
  const locale = lab.spreadsheet.getSpreadsheetLocale();
  const language = LANGUAGES.find((each) => localeOf(each) === locale) ?? 'pt';
  const typedHere = TYPED[language];
  const sheet = lab.sheet();
  const figures = sheet.getRange(1, 1, SHOWN.length, 1);
  figures.setNumberFormats(SHOWN.map(([, format]) => [format])).setValues(SHOWN.map(([value]) => [value]));
  const typed = sheet.getRange(1, 2, typedHere.length, 1);
  typed.setValues(typedHere.map(([text]) => [text]));
  SpreadsheetApp.flush();
  const shown = figures.getDisplayValues().map(([cell = '']) => cell);
  const read = fromPlatform(typed.getValues(), inDeskZone).map(([cell]) => String(cell));
  const compared = [
    ...SHOWN.map(
      ([value, format, wanted], i) => [`${value} (${format})`, wanted[language], shown[i] ?? ''] as const,
    ),
    ...typedHere.map(([text, wanted], i) => [text, wanted, read[i] ?? ''] as const),
  ];
  const details = compared
    .filter(([, wanted, got]) => got !== wanted)
    .map(([text, wanted, got]) =>
      msg('{text} is {text2}, where {text3} was expected', {
        text,
        text2: quoted(got),
        text3: quoted(wanted),
      }),
    );
  return details.length === 0
    ? finding('ok', msg('figures and dates are shown and read as {locale} writes them', { locale }))
    : finding(
        'differs',
        msg('{n} of {n2} figures and dates are shown or read otherwise; the book is in {locale}', {
          n: details.length,
          n2: compared.length,
          locale,
        }),
        details,
      );
}

const ISO = "yyyy-MM-dd'T'HH:mm:ss";
const inDeskZone = (instant: Date): string => Utilities.formatDate(instant, DESK_ZONE, ISO);
const HOURS = 24;
const MINUTES = 60 * HOURS;

/** A time of day is a fraction of one: none of them may slip into the minute before. */
function minutes(lab: Lab): Finding {
  const zone = lab.spreadsheet.getSpreadsheetTimeZone();
  const range = lab.sheet().getRange(1, 1, MINUTES / HOURS, HOURS);
  const serials = Array.from({ length: MINUTES / HOURS }, (_row, minute) =>
    Array.from({ length: HOURS }, (_cell, hour) => DAY + (hour * 60 + minute) / MINUTES),
  );
  range.setNumberFormat('dd/mm/yyyy hh:mm:ss').setValues(serials);
  SpreadsheetApp.flush();
  const wrong = fromPlatform(range.getValues(), inDeskZone).flatMap((cells, minute) =>
    cells.flatMap((cell, hour) => {
      const wanted = stampAt(hour, minute);
      return cell === wanted ? [] : [{ text: wanted, text2: String(cell), text3: wanted }];
    }),
  );
  if (wrong.length === 0 && zone === DESK_ZONE)
    return finding('ok', msg('all {n} minutes of a day came back as they were', { n: MINUTES }));
  return finding(
    'differs',
    msg('{n} of {n2} minutes came back otherwise; the book’s zone is {zone}', {
      n: wrong.length,
      n2: MINUTES,
      zone,
    }),
    wrong.slice(0, 1).map((first) => msg('{text} is {text2}, where {text3} was expected', first)),
  );
}

/** As the desk reads a moment of that day. */
function stampAt(hour: number, minute: number): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return hour + minute === 0 ? '2024-11-08' : `2024-11-08T${two(hour)}:${two(minute)}:00`;
}

/** What the platform says to it; null when it takes it. */
function refusalOf(work: () => void): Message | null {
  try {
    work();
    SpreadsheetApp.flush();
    return null;
  } catch (error) {
    return saidBy(error);
  }
}

function cellLimit(lab: Lab): Finding {
  const cell = lab.sheet().getRange(1, 1);
  const most = LIMITS.cellCharacters;
  cell.setValue('x'.repeat(most));
  SpreadsheetApp.flush();
  const kept = String(cell.getValue()).length;
  if (kept !== most)
    return finding('differs', msg('of {n} characters a cell kept {n2}', { n: most, n2: kept }));
  const refused = refusalOf(() => cell.setValue('y'.repeat(most + 1)));
  return refused === null
    ? finding('differs', msg('a cell takes more than {n} characters', { n: most }))
    : finding('ok', msg('a cell takes {n} characters and no more', { n: most }), [refused]);
}

function dropdown(lab: Lab): Finding {
  const range = lab.sheet().getRange(1, 1, 2, 1);
  const rule = SpreadsheetApp.newDataValidation()
    .requireValueInList(['BUY', 'SELL'], true)
    .setAllowInvalid(false);
  range.setDataValidation(rule.build());
  range.setValues([['BUY'], ['']]);
  const refused = refusalOf(() => range.setValues([['SELL'], ['HOLD']]));
  const read = range.getValues().map(([cell]) => String(cell));
  if (refused === null)
    return finding('differs', msg('a dropdown that rejects lets a script write anything'), [
      verbatim(quoted(read)),
    ]);
  return finding('ok', msg('a dropdown that rejects stops a script, too'), [refused, verbatim(quoted(read))]);
}

function chartByTitle(lab: Lab): Finding {
  const sheet = lab.sheet();
  const range = sheet.getRange(1, 1, 3, 2);
  range.setValues([
    ['label', 'value'],
    ['a', 1],
    ['b', 2],
  ]);
  const title = 'Self-test: volume × day';
  const made = sheet
    .newChart()
    .setChartType(Charts.ChartType.COLUMN)
    .addRange(range)
    .setOption('title', title);
  sheet.insertChart(made.setPosition(5, 1, 0, 0).build());
  SpreadsheetApp.flush();
  const titles = sheet.getCharts().map((chart) => String(chart.getOptions().get('title')));
  const found = sheet.getCharts().find((chart) => chart.getOptions().get('title') === title);
  if (!found)
    return finding('differs', msg('a chart is not found again by its title'), [verbatim(quoted(titles))]);
  sheet.updateChart(
    found
      .modify()
      .clearRanges()
      .addRange(sheet.getRange(1, 1, 2, 2))
      .build(),
  );
  SpreadsheetApp.flush();
  const after = sheet.getCharts();
  const kept = after.filter((chart) => chart.getOptions().get('title') === title).length;
  return after.length === 1 && kept === 1
    ? finding('ok', msg('a chart is found again by its title, and keeps it as its ranges change'))
    : finding('differs', msg('a chart loses its title as its ranges change'));
}

export const CELL_TESTS: readonly SelfTest[] = [
  { id: 'plain-text', title: msg('Texts in Plain-text cells'), run: plainText },
  { id: 'packed-text', title: msg('What the hidden tabs keep'), run: packedText },
  { id: 'formats', title: msg('Figures and dates in the book’s locale'), run: formats },
  { id: 'minutes', title: msg('Every minute of a day'), run: minutes },
  { id: 'cell-limit', title: msg('The longest cell'), run: cellLimit },
  { id: 'dropdown', title: msg('A dropdown that rejects'), run: dropdown },
  { id: 'chart', title: msg('A chart by its title'), run: chartByTitle },
];
