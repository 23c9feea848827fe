// What the Sheets service is asked to make of one tab: the looks of its schema as requests. Never moves or clears anything.
import type { Language } from '../language/language';
import {
  COLORS,
  exactWidths,
  isWritten,
  kindOf,
  marksOf,
  noteOf,
  type Placed,
  protectionOf,
  runs,
} from '../sheets/looks';
import { type Added, changedMeanings, missingSettings, settingCell } from '../sheets/settingsRows';
import { type AnyTab, settingsTab } from '../sheets/tabs';
import { choiceRequests } from './dropdownRequests';
import { block, rgb, type ServiceSurvey } from './serviceSurvey';
import { lastOf } from './setUpTab';
import type { Request } from './sheetsService';

type CellData = GoogleAppsScript.Sheets.Schema.CellData;

const written = (text: string): CellData => ({ userEnteredValue: { stringValue: text } });

/** The kind that the service wants to be told beside the pattern; `[Red]` and what stands in quotes say nothing of it. */
function kindOfFormat(pattern: string): string {
  if (pattern === '@') return 'TEXT';
  if (pattern.includes('%')) return 'PERCENT';
  const bare = pattern.replace(/\[[^\]]*\]|"[^"]*"/g, '');
  if (!/[ymd]/.test(bare)) return 'NUMBER';
  return bare.includes('hh') ? 'DATE_TIME' : 'DATE';
}

/** Everything that the tab needs, in the order in which it is done. */
export function requestsOf(tab: AnyTab, survey: ServiceSurvey, language: Language): readonly Request[] {
  const isSettings = tab.name === settingsTab.name;
  const added = isSettings ? missingSettings(survey.cells, survey.placed, language) : null;
  const rows = Math.max(survey.rows, added === null ? 0 : added.from - 1 + added.rows.length);
  return [
    ...grow(survey, rows),
    ...(added === null ? [] : settingsRequests(survey, added, language)),
    ...sheetRequests(tab, survey),
    ...(survey.stale.length === 0 ? [] : dress(tab, survey, { rows, language })),
    ...(isSettings ? choiceRequests(survey, added, language) : []),
    ...headerRequests(tab, survey, language),
  ];
}

/** Room at the right for the headers that are missing, and below for what is added there. */
function grow({ sheetId, missing, width, columns, rows }: ServiceSurvey, needed: number): Request[] {
  const lacking = missing.length === 0 ? 0 : width + missing.length - columns;
  const more = (dimension: 'COLUMNS' | 'ROWS', length: number): Request[] =>
    length <= 0 ? [] : [{ appendDimension: { sheetId, dimension, length } }];
  return [...more('COLUMNS', lacking), ...more('ROWS', needed - rows)];
}

function settingsRequests(
  { sheetId, placed, cells }: ServiceSurvey,
  added: Added,
  language: Language,
): Request[] {
  const fields = 'userEnteredValue';
  const meaning = placed.find(({ header }) => header === 'meaning')?.column ?? 0;
  const said = changedMeanings(cells, placed, language).map(
    ({ row, text }): Request => ({
      updateCells: { range: block(sheetId, row, meaning, 1, 1), rows: [{ values: [written(text)] }], fields },
    }),
  );
  if (added.rows.length === 0) return said;
  const more = runs(placed).map(({ column, columns }): Request => {
    const values = added.rows.map((row) => ({
      values: columns.map(({ header }) => {
        const cell = settingCell(row, header);
        return cell === null ? {} : written(String(cell));
      }),
    }));
    const range = block(sheetId, added.from, column, added.rows.length, columns.length);
    return { updateCells: { range, rows: values, fields } };
  });
  return [...said, ...more];
}

/** Of the tab as a whole. */
function sheetRequests(tab: AnyTab, { sheetId, isNew, isColored, stale }: ServiceSurvey): Request[] {
  // A new one is made as it has to be.
  if (isNew) return [];
  const colored: Request[] = isColored
    ? []
    : [
        {
          updateSheetProperties: {
            properties: { sheetId, tabColorStyle: rgb(COLORS[kindOf(tab)].tab) },
            fields: 'tabColorStyle',
          },
        },
      ];
  if (stale.length === 0) return colored;
  const properties =
    tab.role === 'hidden'
      ? { properties: { sheetId, hidden: true }, fields: 'hidden' }
      : {
          properties: { sheetId, gridProperties: { frozenRowCount: 1 } },
          fields: 'gridProperties.frozenRowCount',
        };
  return [...colored, { updateSheetProperties: properties }];
}

/** Formats, colours, widths and protection of columns that are stale. */
function dress(
  tab: AnyTab,
  survey: ServiceSurvey,
  { rows, language }: { readonly rows: number; readonly language: Language },
): Request[] {
  const { sheetId, placed, stale } = survey;
  const isSeen = tab.role !== 'hidden';
  const below = (column: number, columns: number) => block(sheetId, 2, column, rows - 1, columns);
  const alike = (a: Placed, b: Placed): boolean =>
    a.look.format === b.look.format && (!isSeen || a.look.align === b.look.align);
  const formats = runs(stale, alike).map(({ column, columns }): Request => {
    const [{ look } = { look: null }] = columns;
    const pattern = look?.format ?? '@';
    const isCentred = isSeen && look?.align === 'center';
    return {
      repeatCell: {
        range: below(column, columns.length),
        cell: {
          userEnteredFormat: {
            numberFormat: { type: kindOfFormat(pattern), pattern },
            ...(isCentred ? { horizontalAlignment: 'CENTER' } : {}),
          },
        },
        fields: `userEnteredFormat.numberFormat${isCentred ? ',userEnteredFormat.horizontalAlignment' : ''}`,
      },
    };
  });
  const widths = (isSeen ? exactWidths(stale) : []).map(
    ({ column, columns, width }): Request => ({
      updateDimensionProperties: {
        range: {
          sheetId,
          dimension: 'COLUMNS',
          startIndex: column - 1,
          endIndex: column - 1 + columns.length,
        },
        properties: { pixelSize: width },
        fields: 'pixelSize',
      },
    }),
  );
  const marks = rows < 2 ? [] : markRequests(survey, below);
  const guarded = isWritten(tab) ? { sheetId } : block(sheetId, 1, 1, 1, lastOf(placed));
  const protectedRange = {
    range: guarded,
    description: protectionOf(tab, language),
    warningOnly: true,
  };
  return [
    ...(rows < 2 ? [] : formats),
    ...widths,
    ...marks,
    ...(survey.isProtected ? [] : [{ addProtectedRange: { protectedRange } }]),
  ];
}

/** Those of an earlier set-up go, from the last on, and ours come after whatever people made. */
function markRequests(
  { sheetId, stale, ownMarks, marks }: ServiceSurvey,
  below: (column: number, columns: number) => object,
): Request[] {
  const gone = [...ownMarks]
    .sort((a, b) => b - a)
    .map((index): Request => ({ deleteConditionalFormatRule: { sheetId, index } }));
  const first = marks - gone.length;
  const made = marksOf(stale).map(
    ({ column, value, color }, at): Request => ({
      addConditionalFormatRule: {
        index: first + at,
        rule: {
          ranges: [below(column, 1)],
          booleanRule: {
            condition: { type: 'TEXT_EQ', values: [{ userEnteredValue: value }] },
            format: { backgroundColorStyle: rgb(color) },
          },
        },
      },
    }),
  );
  return made.length === 0 ? [] : [...gone, ...made];
}

/** Names, notes and looks of the first row. */
function headerRequests(tab: AnyTab, survey: ServiceSurvey, language: Language): Request[] {
  const { sheetId, missing, stale } = survey;
  const fresh = new Set(missing);
  const isSeen = tab.role !== 'hidden';
  const fields = [
    'note',
    ...(isSeen
      ? ['textFormat.bold', 'backgroundColorStyle', 'horizontalAlignment', 'wrapStrategy', 'padding'].map(
          (each) => `userEnteredFormat.${each}`,
        )
      : []),
  ];
  return runs(stale, (a, b) => fresh.has(a.header) === fresh.has(b.header)).map(({ column, columns }) => {
    const isFresh = columns.some(({ header }) => fresh.has(header));
    const values = columns.map(
      ({ header, look }): CellData => ({
        ...(isFresh ? written(header) : {}),
        note: noteOf(look, language),
        ...(isSeen ? { userEnteredFormat: headerLook(tab, look.align) } : {}),
      }),
    );
    return {
      updateCells: {
        range: block(sheetId, 1, column, 1, columns.length),
        rows: [{ values }],
        fields: [...(isFresh ? ['userEnteredValue'] : []), ...fields].join(','),
      },
    };
  });
}

/** Room at both sides, so that a header at the right never touches its neighbour at the left. */
const headerLook = (tab: AnyTab, align: string) => ({
  textFormat: { bold: true },
  backgroundColorStyle: rgb(COLORS[kindOf(tab)].header),
  horizontalAlignment: align.toUpperCase(),
  wrapStrategy: 'WRAP',
  padding: { top: 2, right: 8, bottom: 2, left: 8 },
});
