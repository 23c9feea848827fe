// A preview as its dialog gets it: every sentence printed, nothing left to be worded there.

import {
  type Preview,
  type PrintedPreview,
  type PrintedProblem,
  printedPreview,
  printedProblems,
} from '../../desk/log/report';
import { seenKey } from '../../desk/look/putAway';
import type { Language } from '../../language/language';
import { type Message, msg, type Value } from '../../language/message';
import { print } from '../../language/print';
import type { Summary } from '../../stages/outcome/outcome';
import type { StageRequest } from '../../stages/stages';
import { stageTitle } from '../titles';
import { alerts, isCalm } from './alerts';
import type { CancelChoices } from './cancel';
import type { CorrectChoices } from './correct';
import type { FamilyChoice } from './families';

/** What the preview dialog is told as it opens. */
export interface PreviewAsked {
  readonly title: string;
  readonly request: StageRequest;
  /** To be chosen from first; none = the request says it all. */
  readonly families: readonly FamilyChoice[];
  /** What can be cancelled; null = the request is none to cancel, or says it all. */
  readonly cancel: CancelChoices | null;
  /** Which days can be corrected; null = the request is none to correct one, or says it all. */
  readonly correct: CorrectChoices | null;
}

export interface ShownPreview extends PrintedPreview {
  readonly title: string;
  /** Whether the headline gives no figure that the facts do not give with its name. */
  readonly isRepeated: boolean;
  /** By which the warnings can be put away, in their order. */
  readonly warningKeys: readonly string[];
  /** Warnings that somebody has seen and put away today. */
  readonly putAway: number;
  /** What the button will do. */
  readonly confirm: string;
  /** Warnings on which nothing depends. */
  readonly calm: readonly PrintedProblem[];
}

/** @param isAway whether somebody has put a warning away today, by its key */
export function shownPreview(
  whole: Preview,
  language: Language,
  isAway: (key: string) => boolean = () => false,
): ShownPreview {
  const ordered = alerts(whole.warnings);
  const preview = { ...whole, warnings: ordered.filter((each) => !isAway(seenKey(each))) };
  return {
    ...printedPreview(preview, language),
    warningKeys: preview.warnings.map(seenKey),
    putAway: ordered.length - preview.warnings.length,
    calm: printedProblems(whole.warnings.filter(isCalm), language),
    title: print(stageTitle(preview), language),
    isRepeated: isRepeated(preview.summary),
    confirm: print(confirmLabel(preview), language),
  };
}

/** In one line: "Send 4 mails and write 3 tabs". */
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

export function isRepeated({ headline, facts }: Summary): boolean {
  const known = new Set(facts.flatMap(({ value }) => figuresIn(value)));
  const own = figuresIn(headline);
  return own.length > 0 && own.every((figure) => known.has(figure));
}

function figuresIn({ values = {} }: Message): readonly number[] {
  const all: readonly Value[] = Object.values(values);
  return all.flatMap((value) => {
    if (typeof value === 'number') return [value];
    if (typeof value === 'string') return [];
    return 'key' in value ? figuresIn(value) : value.flatMap(figuresIn);
  });
}
