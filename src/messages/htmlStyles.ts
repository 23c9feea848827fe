// How blocks look, once for mails and documents. A mail tells each style in the element itself: its body is cut before Gmail would
// clip it, and what forwards or quotes a mail may drop what stands in its head. A document tells them as classes, because a page a
// fund would say the same thousands of times; it is opened, printed and made a PDF of as the file that it is, head and all.
import type { Tone } from './content';

const GREY = '#808080';
/** Told apart by whoever does not tell red from green, on white and on black. */
const COLOURS: Readonly<Record<Tone, string>> = {
  none: 'transparent',
  primary: '#2f6fb3',
  secondary: '#2a9d8f',
  open: '#d9822b',
  worse: '#cf5b3e',
  better: '#2a9d8f',
};

/** What differs between a mail and a sheet of paper. */
interface Sizes {
  /** CSS sizes of text: a heading's, a table's, small print's. */
  readonly heading: string;
  readonly table: string;
  readonly small: string;
  readonly tilesARow: number;
  /** In pixels; of cells. */
  readonly padding: number;
  /** CSS colour of the lines between rows. */
  readonly line: string;
  /** In pixels; of bars at least. */
  readonly bar: number;
}

/** Styles that are the same whatever they stand for. */
const plainOf = ({ heading, table, small, line, bar }: Sizes) => ({
  title: 'margin:0 0 4px;font-size:24px;line-height:1.25;font-weight:600',
  heading: `margin:24px 0 8px;font-size:${heading};line-height:1.3;font-weight:600`,
  small: `margin:0 0 12px;font-size:${small};opacity:.75`,
  paragraph: 'margin:0 0 12px',
  note: `margin:0 0 12px;padding:2px 0 2px 12px;border-left:3px solid ${GREY};page-break-inside:avoid;page-break-after:avoid`,
  list: 'margin:0 0 12px;padding:0 0 0 20px',
  item: 'margin:0 0 8px',
  detail: `font-size:${small};opacity:.75;overflow-wrap:anywhere`,
  legend: `margin:0 0 12px;font-size:${small}`,
  page: 'page-break-before:always;break-before:page',
  scroll: 'margin:0 0 16px;overflow-x:auto',
  // What cells inherit stands in the table: said again in each of them it would be most of a mail.
  table: `width:100%;border-collapse:collapse;font-size:${table};line-height:1.4;font-variant-numeric:tabular-nums`,
  titles: 'vertical-align:bottom',
  rows: 'vertical-align:top',
  column: `border-bottom:2px solid ${GREY};font-weight:600`,
  cell: `border-bottom:1px solid ${line}`,
  total: 'font-weight:600',
  bar: `width:100%;min-width:${bar}px;margin-top:5px;border-collapse:collapse`,
  tiles: 'width:100%;border-collapse:collapse;margin:0 0 16px;table-layout:fixed',
  label: `font-size:${small};opacity:.75`,
  value: `font-size:${heading};line-height:1.3;font-weight:600`,
  meaning: `font-size:${small}`,
  sign: 'width:100%;margin:44px 0 8px;border-collapse:collapse;page-break-inside:avoid',
  signed: 'padding:0 12px 0 0',
  signature: `border-top:1px solid ${GREY};padding-top:4px`,
});

/** Styles in the colour of a tone. */
const TONED = {
  part: (colour: string) => `padding:0;font-size:0;line-height:0;border-top:9px solid ${colour}`,
  key: (colour: string) => `border-left:10px solid ${colour};padding-left:5px`,
  tile: (colour: string) => `padding:2px 8px 10px 10px;border-left:4px solid ${colour}`,
};

export type Style = keyof ReturnType<typeof plainOf> | `${keyof typeof TONED}-${Tone}`;

const stylesOf = (sizes: Sizes): readonly (readonly [name: string, style: string])[] => [
  ...Object.entries(plainOf(sizes)),
  ...Object.entries(TONED).flatMap(([kind, style]) =>
    Object.entries(COLOURS).map(([tone, colour]) => [`${kind}-${tone}`, style(colour)] as const),
  ),
];

export interface Styles extends Pick<Sizes, 'tilesARow' | 'padding'> {
  /** What is written into an element that has the style, with the blank before it. */
  readonly told: (style: Style) => string;
}

/** Each element has its style. */
export const inElements = (sizes: Sizes): Styles => lookOf(sizes, (_, style) => ` style="${style}"`);

/** Each element has its style's class; the rules of all of them go into the document's head. */
export const asClasses = (sizes: Sizes): Styles & { readonly rules: string } => ({
  ...lookOf(sizes, (name) => ` class="${name}"`),
  rules: stylesOf(sizes)
    .map(([name, style]) => `.${name}{${style}}`)
    .join('\n'),
});

function lookOf(sizes: Sizes, tell: (name: string, style: string) => string): Styles {
  const told = new Map(stylesOf(sizes).map(([name, style]) => [name, tell(name, style)]));
  return { tilesARow: sizes.tilesARow, padding: sizes.padding, told: (style) => told.get(style) ?? '' };
}
