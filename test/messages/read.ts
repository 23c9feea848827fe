// Reads mails back as other programs would: CSV by exceljs, HTML by undoing its tags and entities.

import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import type { MailMessage } from '../../src/messages/mail';

export async function readCsv(content: string, delimiter = ','): Promise<readonly (readonly string[])[]> {
  const sheet = await new ExcelJS.Workbook().csv.read(Readable.from([content]), {
    map: (value: unknown) => value,
    parserOptions: { delimiter },
  });
  const rows: string[][] = [];
  sheet.eachRow((row) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => cells.push(String(cell.value ?? '')));
    rows.push(cells);
  });
  return rows;
}

export function attached(mail: MailMessage): string {
  const [file] = mail.attachments;
  if (!file) throw new Error('the mail has no attachment');
  return file.content;
}

/** What a reader of the HTML sees in its body, tags left out. */
export function visible(html: string): string {
  return html
    .slice(html.indexOf('<body'))
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
}

/** Everything with a digit in it, in the order in which it is read. */
export const figures = (text: string): readonly string[] => text.match(/[^\s()]*\d[^\s()]*/g) ?? [];
