// What a reader gets from a desk that speaks the marked language: pages, log, tabs, mails; and what of it has no mark.

import { printedReport } from '../../src/desk/log/report';
import { deskOverview } from '../../src/desk/look/overview';
import * as runner from '../../src/desk/run/runner';
import { ALL_TABS } from '../../src/sheets/tabs';
import type { Stage } from '../../src/stages/stages';
import { printedOverview } from '../../src/ui/doors/overview';
import { shownPreview } from '../../src/ui/doors/preview';
import { set } from '../fixtures/badBooks';
import type { MemoryDesk } from './memoryDesk';
import { speakPseudo, textsIn, unmarked } from './pseudoLanguage';

speakPseudo();

export const speaking = (desk: MemoryDesk): MemoryDesk => {
  set('DESK_LANGUAGE', 'pt')(desk);
  return desk;
};

const only = <T extends object, K extends keyof T>(value: T, ...keys: readonly K[]) =>
  keys.map((key) => value[key]);

/** What a page shows of a preview: the mails are read for themselves. */
export function previewed(desk: MemoryDesk, stage: Stage): readonly string[] {
  const shown = shownPreview(runner.preview(desk.services, stage), 'pt');
  const problems = [...shown.problems, ...shown.warnings].map(({ text }) => text);
  return [...problems, ...textsIn(only(shown, 'title', 'confirm', 'summary'))];
}

export function ran(desk: MemoryDesk, stage: Stage): readonly string[] {
  const report = printedReport(runner.apply(desk.services, stage), 'pt');
  return [report.headline, ...[...report.problems, ...report.warnings].map(({ text }) => text)];
}

/** What the sidebar shows, but for names. */
export function glanced(desk: MemoryDesk): readonly string[] {
  const day = printedOverview(deskOverview(desk.services, 'ana@desk.example'), 'pt');
  return [
    ...textsIn(only(day, 'day', 'state', 'market', 'missing', 'nothingNext', 'schedule', 'progress')),
    ...day.timeline.flatMap((step) => textsIn(only(step, 'label', 'stateText', 'detail', 'time'))),
    ...(day.next === null ? [] : [day.next.label, day.next.when]),
    ...(day.deadline === null ? [] : [day.deadline.label]),
    ...day.failures.flatMap(({ title, problems }) => [title, ...problems.map(({ text }) => text)]),
    ...day.problems.map(({ text }) => text),
  ];
}

export const logged = (desk: MemoryDesk): readonly string[] =>
  desk.book.records('log').flatMap(({ headline, details }) => textsIn([headline, details]));

/** What people typed: reasons, as they stand in the rows that they are about. */
const TYPED = ['menos caixa', 'porque sim', 'conferido'];

/** What the desk writes for others: every cell of every tab that it fills, but for those that nobody sees. */
export const cells = (desk: MemoryDesk): readonly string[] =>
  ALL_TABS.filter(({ role }) => role === 'output').flatMap(({ name }) =>
    textsIn(desk.book.tabs.get(name)).filter((text) => !TYPED.includes(text)),
  );
export const mails = (desk: MemoryDesk): readonly string[] =>
  desk.mails
    .flatMap(({ subject, text }) => [subject, ...text.split('\n')])
    .filter((line) => !TYPED.includes(line.replace('> ', '')));

/** Sentences: nothing outside the marks but places and figures. */
export const sentences = (texts: readonly string[]): readonly string[] =>
  texts.flatMap((text) => unmarked(text, true));
/** Cells and mails hold names, too. */
export const anything = (texts: readonly string[]): readonly string[] =>
  texts.flatMap((text) => unmarked(text));
