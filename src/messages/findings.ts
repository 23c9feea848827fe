// Problems and warnings as a mail shows them: all of them, or the first of each kind with the rest in a file.
import { groupsOf } from '../domain/lookup';
import { type Problem, printProblem } from '../domain/problem';
import type { IsoDate } from '../domain/stamp';
import { figuresOf } from '../language/figures';
import type { Language } from '../language/language';
import { csvAttachment, type Version } from './compose';
import { type Block, type Content, heading, type Item, list, note } from './content';
import { csv } from './csv';
import { wordsOf } from './words';

export interface Findings {
  readonly language: Language;
  readonly tradeDate: IsoDate;
  /** What stands in the way, and what to do about it. */
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/** So many of a kind are shown where there are too many. */
const FEW = 5;

/** The mail with all findings, and the one with few of each kind. @param content what stands above them */
export function versionsOf(findings: Findings, content: () => Content): readonly Version[] {
  const { language, tradeDate, problems, warnings } = findings;
  const words = wordsOf(language);
  const file = csvAttachment(
    `problems_${tradeDate}.csv`,
    csv(
      ['severity', 'code', 'text'],
      [...problems, ...warnings].map((each) => [each.severity, each.code, printProblem(each, language)]),
    ),
  );
  const sections = (items: (found: readonly Problem[]) => readonly Item[]) => [
    ...section(words.summary.problems, problems, items),
    ...section(words.summary.warnings, warnings, items),
  ];
  const all = (found: readonly Problem[]) => found.map((problem) => itemOf(printProblem(problem, language)));
  const few = (found: readonly Problem[]) =>
    groupsOf(found, ({ code }) => code).flatMap((kind) => fewOf(kind, language));
  return [
    {
      rows: problems.length + warnings.length,
      content: () => [...content(), ...sections(all)],
      attachments: [],
    },
    {
      rows: 0,
      content: () => [...content(), ...sections(few), note(words.summary.allOf(file.name))],
      attachments: [file],
    },
  ];
}

function fewOf(kind: readonly Problem[], language: Language): readonly Item[] {
  const shown = kind.slice(0, FEW).map((problem) => itemOf(printProblem(problem, language)));
  const rest = kind.length - shown.length;
  const code = kind[0]?.code ?? '';
  if (rest === 0) return shown;
  return [...shown, itemOf(wordsOf(language).more(figuresOf(language).whole(rest), code))];
}

const itemOf = (text: string): Item => ({ label: '', text, detail: null });

/** A list under its title; nothing where there is nothing to list. */
const section = (
  title: string,
  found: readonly Problem[],
  items: (found: readonly Problem[]) => readonly Item[],
): readonly Block[] =>
  found.length === 0 ? [] : [heading(`${title} (${found.length})`), list(items(found))];
