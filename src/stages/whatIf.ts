// What midday would decide with other settings: each alternative is decided by the same rules as the stage’s own, and nothing comes of it.
import type { PrimaryScope } from '../domain/etf';
import { isError, problemMessage } from '../domain/problem';
import type { DayInputs } from './day/inputs';
import type { DecisionTable } from './decisions/table';
import { type Alternative, alternatives, type Compared, comparison } from './decisions/whatIf';
import { unitsAlone } from './primaryChoice';

export function whatIf(inputs: DayInputs, scope: PrimaryScope): readonly DecisionTable[] {
  const [asSet, ...others] = alternatives(inputs);
  if (asSet === undefined) return [];
  // The others together search no longer than one plan may: a run has its end.
  const { splitSeconds: whole } = inputs.settings;
  const splitSeconds = Math.max(1, Math.floor(whole / Math.max(1, others.length)));
  const shorter = others.map((other) => ({
    ...other,
    inputs: { ...other.inputs, settings: { ...other.inputs.settings, splitSeconds } },
  }));
  return comparison(
    inputs.settings,
    [asSet, ...shorter].map((alternative) => planned(alternative, scope)),
  );
}

function planned({ name, write, inputs }: Alternative, scope: PrimaryScope): Compared {
  const rows = unitsAlone(inputs, scope);
  if (!('kind' in rows)) return { name, write, rows, why: null };
  const [first] = rows.problems.filter(isError);
  return { name, write, rows: null, why: first === undefined ? null : problemMessage(first) };
}
