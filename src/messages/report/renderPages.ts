// The report as a document to print: A4, black on white, a page a fund; on a screen it follows dark mode. The same blocks as in the mail, by the same printer.
import { HTML_LANGUAGES, type Language } from '../../language/language';
import type { Content } from '../content';
import { blocksHtml, escaped } from '../htmlBlocks';
import { asClasses } from '../htmlStyles';

const PAPER = asClasses({
  heading: '15px',
  table: '10px',
  small: '10px',
  tilesARow: 4,
  padding: 3,
  line: '#d4d4d4',
  bar: 44,
});

/**
 * No script, no image, no flex box, and no background that means anything: what Google's PDF maker leaves out is nothing that the
 * report needs. A printer, and whoever makes a PDF, is no screen: paper stays white. Where that does not know `@page` the paper is its own, and the tables are as wide as that.
 */
const CSS = `${PAPER.rules}
@page{size:A4;margin:14mm 13mm}
body{margin:0;color:#1c1c1c;background:#fff;font:11.5px/1.45 Arial,Helvetica,sans-serif}
.sheet{max-width:184mm;margin:0 auto}
thead{display:table-header-group}
tr,ul{page-break-inside:avoid;break-inside:avoid}
h1,h2{page-break-after:avoid;break-after:avoid}
@media screen{.sheet{padding:24px 16px}}
@media screen and (prefers-color-scheme:dark){body{color:#e3e3e3;background:#1f1f1f}.sheet .cell{border-bottom-color:#4d4d4d}}`;

/**
 * Letters beyond Latin-1 by their numbers: a single one of them, such as a dash, would have the engine keep all fifteen million
 * letters of a large day's document in two bytes each. Letter by letter, because what is cut from such a text stays as wide.
 */
function written(text: string): string {
  const html = escaped(text);
  if (!/[\u0100-\uffff]/.test(html)) return html;
  return Array.from(html, (letter) => (letter > '\u00ff' ? `&#${letter.codePointAt(0)};` : letter)).join('');
}

/** Blocks as they stand on paper, without the document around them. */
export const onPaper = (content: Content): string => blocksHtml(content, { ...PAPER, written });

/** A whole HTML document. @param body as `onPaper` has it */
export const renderPages = (body: string, title: string, language: Language): string =>
  `<!doctype html>
<html lang="${HTML_LANGUAGES[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${written(title)}</title>
<style>
${CSS}
</style>
</head>
<body>
<div class="sheet">
${body}
</div>
</body>
</html>
`;
