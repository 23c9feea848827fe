// The requests of Sheets' batchUpdate that this host knows, as strict as Google reads them: an unknown field is an error, and a
// request of another kind is refused by its name.
import * as v from 'valibot';
import { isDateFormat } from '../../../book/serial';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const part = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const ColorStyle = v.strictObject({
  rgbColor: v.strictObject({
    red: v.exactOptional(part, 0),
    green: v.exactOptional(part, 0),
    blue: v.exactOptional(part, 0),
  }),
});
export type ColorStyle = v.InferOutput<typeof ColorStyle>;

const GridRange = v.strictObject({
  sheetId: count,
  startRowIndex: v.exactOptional(count),
  endRowIndex: v.exactOptional(count),
  startColumnIndex: v.exactOptional(count),
  endColumnIndex: v.exactOptional(count),
});
export type GridRange = v.InferOutput<typeof GridRange>;

const SheetProperties = v.strictObject({
  sheetId: v.exactOptional(count),
  title: v.exactOptional(v.string()),
  index: v.exactOptional(count),
  hidden: v.exactOptional(v.boolean()),
  tabColorStyle: v.exactOptional(ColorStyle),
  gridProperties: v.exactOptional(
    v.strictObject({
      rowCount: v.exactOptional(v.pipe(count, v.minValue(1))),
      columnCount: v.exactOptional(v.pipe(count, v.minValue(1))),
      frozenRowCount: v.exactOptional(count),
    }),
  ),
});
export type SheetProperties = v.InferOutput<typeof SheetProperties>;

/** What Google wants to be told beside a pattern. */
const FORMAT_TYPES = [
  'TEXT',
  'NUMBER',
  'PERCENT',
  'CURRENCY',
  'DATE',
  'TIME',
  'DATE_TIME',
  'SCIENTIFIC',
] as const;

const DATED: readonly string[] = ['DATE', 'TIME', 'DATE_TIME'] satisfies (typeof FORMAT_TYPES)[number][];

/** What Google makes of a type that its pattern contradicts is written nowhere; here it is an error. */
const NumberFormat = v.pipe(
  v.strictObject({ type: v.picklist(FORMAT_TYPES), pattern: v.exactOptional(v.string()) }),
  v.check(
    ({ type, pattern }) => pattern === undefined || DATED.includes(type) === isDateFormat(pattern),
    'The type does not fit the pattern.',
  ),
);

const CellFormat = v.strictObject({
  numberFormat: v.exactOptional(NumberFormat),
  backgroundColorStyle: v.exactOptional(ColorStyle),
  horizontalAlignment: v.exactOptional(v.picklist(['LEFT', 'CENTER', 'RIGHT'])),
  wrapStrategy: v.exactOptional(v.picklist(['OVERFLOW_CELL', 'CLIP', 'WRAP'])),
  padding: v.exactOptional(
    v.strictObject({
      top: v.exactOptional(count, 0),
      right: v.exactOptional(count, 0),
      bottom: v.exactOptional(count, 0),
      left: v.exactOptional(count, 0),
    }),
  ),
  textFormat: v.exactOptional(v.strictObject({ bold: v.exactOptional(v.boolean()) })),
});
export type CellFormat = v.InferOutput<typeof CellFormat>;

const CellData = v.strictObject({
  userEnteredValue: v.exactOptional(
    v.pipe(
      v.strictObject({
        stringValue: v.exactOptional(v.string()),
        numberValue: v.exactOptional(v.number()),
        boolValue: v.exactOptional(v.boolean()),
      }),
      v.check((value) => Object.keys(value).length === 1, "oneof field 'value' takes one value"),
    ),
  ),
  note: v.exactOptional(v.string()),
  userEnteredFormat: v.exactOptional(CellFormat),
});
export type CellData = v.InferOutput<typeof CellData>;

const Values = v.array(v.strictObject({ userEnteredValue: v.string() }));

/** As many as a list of items takes. */
const MOST_ITEMS = 500;

const DimensionRange = v.strictObject({
  sheetId: count,
  dimension: v.picklist(['ROWS', 'COLUMNS']),
  startIndex: count,
  endIndex: count,
});

/** By the name of the request. */
export const REQUESTS = {
  updateSpreadsheetProperties: v.strictObject({
    properties: v.strictObject({
      title: v.exactOptional(v.string()),
      locale: v.exactOptional(v.string()),
      timeZone: v.exactOptional(v.string()),
    }),
    fields: v.string(),
  }),
  addSheet: v.strictObject({ properties: SheetProperties }),
  updateSheetProperties: v.strictObject({ properties: SheetProperties, fields: v.string() }),
  deleteSheet: v.strictObject({ sheetId: count }),
  appendDimension: v.strictObject({
    sheetId: count,
    dimension: v.picklist(['ROWS', 'COLUMNS']),
    length: v.pipe(count, v.minValue(1)),
  }),
  updateDimensionProperties: v.strictObject({
    range: DimensionRange,
    properties: v.strictObject({ pixelSize: v.pipe(count, v.minValue(2)) }),
    fields: v.literal('pixelSize'),
  }),
  updateCells: v.strictObject({
    range: GridRange,
    rows: v.array(v.strictObject({ values: v.exactOptional(v.array(CellData), []) })),
    fields: v.string(),
  }),
  repeatCell: v.strictObject({ range: GridRange, cell: CellData, fields: v.string() }),
  setDataValidation: v.strictObject({
    range: GridRange,
    rule: v.exactOptional(
      v.strictObject({
        condition: v.variant('type', [
          v.strictObject({
            type: v.literal('ONE_OF_LIST'),
            values: v.pipe(Values, v.minLength(1), v.maxLength(MOST_ITEMS)),
          }),
          v.strictObject({ type: v.literal('ONE_OF_RANGE'), values: v.pipe(Values, v.length(1)) }),
        ]),
        inputMessage: v.exactOptional(v.string()),
        strict: v.exactOptional(v.boolean(), false),
        showCustomUi: v.exactOptional(v.boolean(), false),
      }),
    ),
  }),
  addProtectedRange: v.strictObject({
    protectedRange: v.strictObject({
      range: GridRange,
      description: v.exactOptional(v.string(), ''),
      warningOnly: v.exactOptional(v.boolean(), false),
    }),
  }),
  addConditionalFormatRule: v.strictObject({
    rule: v.strictObject({
      ranges: v.pipe(v.array(GridRange), v.minLength(1)),
      booleanRule: v.strictObject({
        condition: v.strictObject({
          type: v.literal('TEXT_EQ'),
          values: v.pipe(Values, v.length(1)),
        }),
        format: v.strictObject({ backgroundColorStyle: ColorStyle }),
      }),
    }),
    index: v.exactOptional(count, 0),
  }),
  deleteConditionalFormatRule: v.strictObject({ sheetId: count, index: v.exactOptional(count, 0) }),
} as const;

type Schemas = typeof REQUESTS;
export type Kind = keyof Schemas;
export type Body<K extends Kind> = v.InferOutput<Schemas[K]>;
export type AskedFor<K extends Kind> = { readonly [P in K]: { readonly kind: P; readonly body: Body<P> } }[K];
export type Asked = AskedFor<Kind>;

const isKind = (name: string): name is Kind => Object.hasOwn(REQUESTS, name);

/** `addSheet` as Google spells it where it says where something is wrong. */
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export const failure = (what: string): Error =>
  new Error(`API call to sheets.spreadsheets.batchUpdate failed with error: ${what}`);

/** @throws as Google does where one of them is not as it has to be; whatever is asked for, nothing is done */
export function readRequests(resource: unknown): readonly Asked[] {
  const whole = v.safeParse(
    v.strictObject({ requests: v.array(v.record(v.string(), v.unknown())) }),
    resource,
  );
  if (!whole.success) throw unfit(whole.issues[0], '');
  if (whole.output.requests.length === 0) throw failure('Must specify at least one request.');
  return whole.output.requests.map((request, at) => {
    const [kind, ...others] = Object.keys(request);
    if (kind === undefined) throw failure(`Invalid requests[${at}]: No request set.`);
    if (others.length > 0)
      throw failure(
        `Invalid value at 'requests[${at}]' (oneof), oneof field 'kind' is already set. Cannot set '${others[0]}'`,
      );
    if (!isKind(kind)) throw new Error(`not implemented locally: the Sheets request ${kind}`);
    return read(kind, request[kind], at);
  });
}

function read(kind: Kind, body: unknown, at: number): Asked {
  const found = v.safeParse(v.strictObject({ [kind]: REQUESTS[kind] }), { [kind]: body });
  if (!found.success) throw unfit(found.issues[0], `requests[${at}].`);
  // The schema of this kind has read the body of this kind; the compiler does not follow the name.
  return { kind, body: found.output[kind] } as Asked;
}

function unfit(issue: v.BaseIssue<unknown>, before: string): Error {
  const keys = (issue.path ?? []).map(({ key }) => key);
  const dotted = (parts: readonly unknown[]): string =>
    parts
      .map((key) => (typeof key === 'number' ? `[${key}]` : `.${snake(String(key))}`))
      .join('')
      .replace(/^\./, '');
  const last = keys[keys.length - 1];
  if (issue.type === 'strict_object' && issue.expected === 'never')
    return failure(
      `Invalid JSON payload received. Unknown name "${String(last)}" at '${before}${dotted(keys.slice(0, -1))}': Cannot find field.`,
    );
  return failure(`Invalid value at '${before}${dotted(keys)}': ${issue.message}`);
}
