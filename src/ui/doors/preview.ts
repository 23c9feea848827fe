// A preview as its dialog gets it: every sentence printed, nothing left to be worded there.
import type { Preview } from '../../desk/run/runner';
import type { Language } from '../../language/language';
import { type Message, msg, type Value } from '../../language/message';
import { print } from '../../language/print';
import type { Summary } from '../../stages/day/outcome';
import { stageTitle } from '../titles';
import { type PrintedProblem, printedProblems } from './problems';
import { said } from './said';

export interface PrintedFact {
  readonly label: string;
  readonly value: string;
}

export interface PrintedPreview
  extends Pick<Preview, 'hash' | 'status' | 'mails' | 'tabs' | 'rowsSaved' | 'files'> {
  readonly title: string;
  /** What the stage says of itself; null where the facts give the same figures with their names. */
  readonly headline: string | null;
  readonly facts: readonly PrintedFact[];
  readonly problems: readonly PrintedProblem[];
  readonly warnings: readonly PrintedProblem[];
  /** What the button will do. */
  readonly confirm: string;
}

export function printedPreview(preview: Preview, language: Language): PrintedPreview {
  const { hash, status, mails, tabs, rowsSaved, files, summary } = preview;
  return {
    hash,
    status,
    mails,
    tabs,
    rowsSaved,
    files,
    title: print(stageTitle(preview), language),
    headline: isRepeated(summary) ? null : said(summary.headline, language),
    facts: summary.facts.map(({ label, value }) => ({
      label: said(label, language),
      value: said(value, language),
    })),
    problems: printedProblems(preview.problems, language),
    warnings: printedProblems(preview.warnings, language),
    confirm: print(confirmLabel(preview), language),
  };
}

/** What confirming does, in one line: "Send 4 mails and write 3 tabs". */
function confirmLabel({ mails, tabs, files, rowsSaved }: Preview): Message {
  const counts = { n: mails.length, n2: tabs.length, n3: files.length };
  const { n, n2, n3 } = counts;
  if (n > 0 && n2 > 0 && n3 > 0)
    return msg('Send {n} {n|mail|mails} and write {n2} {n2|tab|tabs} and {n3} {n3|file|files}', counts);
  if (n > 0 && n2 > 0) return msg('Send {n} {n|mail|mails} and write {n2} {n2|tab|tabs}', { n, n2 });
  if (n > 0 && n3 > 0) return msg('Send {n} {n|mail|mails} and write {n2} {n2|file|files}', { n, n2: n3 });
  if (n > 0) return msg('Send {n} {n|mail|mails}', { n });
  if (n2 > 0 && n3 > 0) return msg('Write {n} {n|tab|tabs} and {n2} {n2|file|files}', { n: n2, n2: n3 });
  if (n2 > 0) return msg('Write {n} {n|tab|tabs}', { n: n2 });
  if (n3 > 0) return msg('Write {n} {n|file|files}', { n: n3 });
  return rowsSaved > 0 ? msg('Save {n} {n|row|rows}', { n: rowsSaved }) : msg('Confirm');
}

/** Whether a headline gives no figure that the facts below it do not give with its name. */
export function isRepeated({ headline, facts }: Summary): boolean {
  const known = new Set(facts.flatMap(({ value }) => figuresIn(value)));
  const own = figuresIn(headline);
  return own.length > 0 && own.every((figure) => known.has(figure));
}

function figuresIn(text: string | Message): readonly number[] {
  if (typeof text === 'string') return [];
  const values: readonly Value[] = Object.values(text.values ?? {});
  return values.flatMap((value) => {
    if (typeof value === 'number') return [value];
    if (typeof value === 'string') return [];
    return 'key' in value ? figuresIn(value) : value.flatMap(figuresIn);
  });
}
