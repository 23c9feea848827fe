// Reads CSV as RFC 4180 describes it: quoted fields, doubled quotes, line breaks inside quotes.

/** Rows of fields, header included; blank lines are left out. */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  // A field is quoted or runs to the next comma or line break; the separator tells which of the two follows.
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  const body = text.replace(/^\ufeff/, '');
  while (field.lastIndex < body.length || row.length > 0) {
    const at = field.lastIndex;
    const match = field.exec(body);
    if (match === null) {
      throw new Error(`line ${body.slice(0, at).split('\n').length}: a quote is misplaced or never closed`);
    }
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] !== ',') {
      if (row.length > 1 || row[0] !== '') rows.push(row);
      row = [];
    }
  }
  return rows;
}

/** Rows as records by header. A short row leaves its last fields blank; a long one has an unquoted comma. */
export function parseRecords(text: string): readonly Readonly<Record<string, string>>[] {
  const [header = [], ...rows] = parseCsv(text);
  return rows.map((row, at) => {
    if (row.length > header.length) {
      throw new Error(`row ${at + 2} has ${row.length} fields, the header ${header.length}; quote commas`);
    }
    return Object.fromEntries(header.map((name, i) => [name.trim(), (row[i] ?? '').trim()]));
  });
}
