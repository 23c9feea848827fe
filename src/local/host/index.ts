// The room's face: an Apps Script host on Node, its clock and its mail.
export type { Book } from './book/book';
export type { ChartSpec } from './book/chart';
export type { Engine } from './book/engine';
export { setAside, writeWhole } from './book/files';
export { bundling, keep, madeOf, withoutHyphens } from './bundler';
export { checkoutDir } from './checkout';
export { type Clock, fromSaoPaulo, openWoundClock, realClock, saoPauloDate, saoPauloStamp } from './clock';
export { DriveStore } from './drive/store';
export { type Host, type HostBook, type HostOptions, openHost, restoreDesk } from './host';
export { type Journal, openJournal } from './journal/journal';
export type { Loss } from './journal/loss';
export { serveLoopback } from './loopback';
export { type DeliveredMail, type LocalMail, openMail } from './mail';
export { openPdf } from './pdf/pdf';
export { serviceOf } from './script/fault';
export type { Button, HtmlPage, Question, UiHost } from './script/hosts';
export { ScriptError } from './script/runner';
export { nextFiring } from './script/triggers';
