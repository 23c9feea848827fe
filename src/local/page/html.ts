// The one HTML page: everything visible is built by its script, from what the desk tells it.
import type { PageWords } from './words';

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

export const pageHtml = (
  name: string,
  words: PageWords,
  token: string,
  framesOrigin: string,
): string => `<!doctype html>
<html lang="${words.tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="desk-token" content="${token}">
<meta name="desk-frames" content="${framesOrigin}">
<title>${escaped(name)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css">
</head>
<body>
<header id="bar">
<h1 id="name">${escaped(name)}</h1>
<nav id="menus" aria-label="${words.menus}"></nav>
<p id="running" role="status"></p>
<div id="clock" role="group" aria-label="${words.clock}"></div>
</header>
<div id="desk">
<div id="view">
<main id="book" aria-label="${words.workbook}"></main>
<div id="toasts" role="status"></div>
</div>
<aside id="sidebar" hidden></aside>
</div>
<noscript>${words.noScript}</noscript>
<script src="/page.js"></script>
</body>
</html>
`;
