// A mail's content as a whole HTML document. Text and background keep the client's own colours, so that dark mode works; only what
// lies between the two is set.
import { HTML_LANGUAGES, type Language } from '../language/language';
import type { Content } from './content';
import { attribute, blocksHtml, escaped } from './htmlBlocks';
import { inElements } from './htmlStyles';

const MAIL = {
  ...inElements({
    heading: '18px',
    table: '13px',
    small: '12px',
    tilesARow: 2,
    padding: 5,
    line: '#808080',
    bar: 90,
  }),
  written: escaped,
};

/** How wide a mail is at most, in pixels: as wide as prose reads well, or as tables of a dozen columns need. */
export type Width = 'prose' | 'tables';
const WIDTHS: Readonly<Record<Width, number>> = { prose: 600, tables: 860 };

export function renderHtml(
  content: Content,
  title: string,
  language: Language,
  width: Width = 'prose',
): string {
  const page = `max-width:${WIDTHS[width]}px;margin:0 auto;padding:20px 16px;font:15px/1.5 -apple-system,"Segoe UI",Roboto,Arial,sans-serif`;
  return `<!doctype html>
<html lang="${HTML_LANGUAGES[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
<title>${escaped(title)}</title>
</head>
<body style="margin:0;padding:0">
<div style="${attribute(page)}">
${blocksHtml(content, MAIL)}
</div>
</body>
</html>
`;
}
