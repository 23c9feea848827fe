// Pictures in an Excel file that is written as a stream: exceljs has none there, so the parts of the file they need are put beside its own.
import type ExcelJS from 'exceljs';

/** A picture on a tab, its upper left corner in a column and a row from 0; all other figures in pixels. */
export interface Placed {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly column: number;
  readonly row: number;
  readonly right: number;
  readonly down: number;
}

export interface Pictures {
  /** Once for a tab, before it is committed. */
  add(page: ExcelJS.Worksheet, placed: readonly Placed[]): void;
}

/** What exceljs's writers have beside what they say of themselves. */
interface Zipped {
  readonly zip: { append(content: unknown, entry: { readonly name: string }): unknown };
}
interface Page {
  readonly _sheetRelsWriter: {
    addRelationship(to: { readonly Type: string; readonly Target: string }): string;
  };
  _write(text: string): void;
  _writeLegacyData(): void;
}
const isZipped = (workbook: object): workbook is Zipped => 'zip' in workbook;
const isPage = (page: object): page is Page =>
  '_sheetRelsWriter' in page && '_write' in page && '_writeLegacyData' in page;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OFFICE = 'http://schemas.openxmlformats.org';
const RELATION = `${OFFICE}/officeDocument/2006/relationships`;
const CONTENT_TYPES = '[Content_Types].xml';
/** Of a pixel, as drawings are measured. */
const EMU = 9525;

export function openPictures(workbook: ExcelJS.stream.xlsx.WorkbookWriter): Pictures {
  if (!isZipped(workbook)) throw new Error('exceljs keeps its file elsewhere than expected');
  const { zip } = workbook;
  const append = zip.append.bind(zip);
  const drawings: string[] = [];
  let pictures = 0;
  zip.append = (content, entry) =>
    append(entry.name === CONTENT_TYPES ? declared(String(content), drawings) : content, entry);
  return {
    add(page, placed) {
      if (!isPage(page)) throw new Error('exceljs writes its tabs otherwise than expected');
      const drawing = `drawing${drawings.length + 1}`;
      drawings.push(drawing);
      const names = placed.map(() => `chart${++pictures}.png`);
      placed.forEach(({ png }, at) => void append(Buffer.from(png), { name: `xl/media/${names[at]}` }));
      append(relations(names), { name: `xl/drawings/_rels/${drawing}.xml.rels` });
      append(drawingOf(placed), { name: `xl/drawings/${drawing}.xml` });
      const id = page._sheetRelsWriter.addRelationship({
        Type: `${RELATION}/drawing`,
        Target: `../drawings/${drawing}.xml`,
      });
      const notes = page._writeLegacyData.bind(page);
      // The drawing stands right before the notes, or Excel calls the file damaged.
      page._writeLegacyData = () => {
        page._write(`<drawing r:id="${id}"/>`);
        notes();
      };
    },
  };
}

function declared(types: string, drawings: readonly string[]): string {
  if (drawings.length === 0) return types;
  const parts = drawings.map(
    (name) =>
      `<Override PartName="/xl/drawings/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>`,
  );
  return types.replace(
    '</Types>',
    `<Default Extension="png" ContentType="image/png"/>${parts.join('')}</Types>`,
  );
}

function relations(names: readonly string[]): string {
  const lines = names.map(
    (name, at) => `<Relationship Id="rId${at + 1}" Type="${RELATION}/image" Target="../media/${name}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${OFFICE}/package/2006/relationships">${lines.join('')}</Relationships>`;
}

const drawingOf = (placed: readonly Placed[]): string =>
  `${HEAD}<xdr:wsDr xmlns:xdr="${OFFICE}/drawingml/2006/spreadsheetDrawing" xmlns:a="${OFFICE}/drawingml/2006/main" ` +
  `xmlns:r="${RELATION}">${placed.map(anchored).join('')}</xdr:wsDr>`;

function anchored({ width, height, column, row, right, down }: Placed, at: number): string {
  const size = `cx="${Math.round(width * EMU)}" cy="${Math.round(height * EMU)}"`;
  return (
    '<xdr:oneCellAnchor>' +
    `<xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>${Math.round(right * EMU)}</xdr:colOff>` +
    `<xdr:row>${row}</xdr:row><xdr:rowOff>${Math.round(down * EMU)}</xdr:rowOff></xdr:from><xdr:ext ${size}/>` +
    `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="${at + 2}" name="chart ${at + 1}"/>` +
    '<xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>' +
    `<xdr:blipFill><a:blip r:embed="rId${at + 1}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>` +
    `<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm>` +
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor>'
  );
}
