// A check is a row: what its findings are called, which switch it obeys, and how it looks. It never decides how bad it is.

import { isError, type Place, type Problem, problemOf, type Severity } from '../../domain/problem';
import type { ProblemCode } from '../../domain/problemCodes';
import type { Message } from '../../language/message';
import { address } from '../../sheets/cell';
import type { SwitchName } from '../../sheets/checkSettings';
import type { Table } from '../../sheets/read';
import type { Settings } from '../../sheets/settings';
import type { Field } from '../../sheets/tab';

export interface Finding {
  readonly text: Message;
  readonly place?: Place;
  /** Left out = the check's own. */
  readonly code?: ProblemCode;
  /** Left out = as the switch says; a check that had to be skipped only warns. */
  readonly severity?: Severity;
}

/** @typeParam S what it looks at */
export interface Check<S> {
  readonly code: ProblemCode;
  /** Its switch in the settings; null = it always stops the stage, unless a finding says otherwise. */
  readonly setting: SwitchName | null;
  readonly find: (subject: S) => readonly Finding[];
}

/** Everything that the checks find, in their order; one that is switched off is not asked. */
export function findingsOf<S>(
  checks: readonly Check<S>[],
  subject: S,
  settings: Settings,
): readonly Problem[] {
  return checks.flatMap(({ code: own, setting, find }) => {
    const mode = setting === null ? 'error' : settings[setting];
    if (mode === 'off') return [];
    return find(subject).map(({ text, place = {}, code = own, severity = mode }) =>
      problemOf(severity, code, text, place),
    );
  });
}

/**
 * Why these checks stop a stage: the first finding that is an error; null = they let it run, whatever they warn of. The agenda asks
 * here as the stages do, so that a switch softens both or neither.
 */
export const stopOf = <S>(checks: readonly Check<S>[], subject: S, settings: Settings): Message | null =>
  findingsOf(checks, subject, settings).find(isError)?.text ?? null;

/** The cell of one field of one row, as the trader sees it. */
export function placeAt<R>(table: Table<R>, row: number, field: Field<R>): Place {
  const column = table.columns[field];
  return { tab: table.tab, cell: column === undefined ? null : address(row, column) };
}

/** The records that are wrong, one finding each. */
export const findIn = <R>(
  table: Table<R>,
  field: Field<R>,
  wrong: (value: R, row: number) => Message | null,
): readonly Finding[] =>
  table.rows.flatMap(({ row, value }) => {
    const text = wrong(value, row);
    return text === null ? [] : [{ text, place: placeAt(table, row, field) }];
  });

/** 0.29 is 29, not 28.999999999999996. */
export const percent = (part: number): number => Math.round(part * 10_000) / 100;
