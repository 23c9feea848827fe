// What midday would decide with other settings: each alternative is planned whole, by the same stage, and nothing comes of it.
import { problemMessage } from '../domain/problem';
import type { DayInputs } from './day/inputs';
import { isOpen } from './day/state';
import type { DecisionTable } from './decisions/table';
import { type Alternative, alternatives, type Compared, comparison } from './decisions/whatIf';
import { type PrimaryRequest, planPrimaryUnits } from './primaryUnits';
import { requestRows } from './split/requestRows';

export function whatIf(inputs: DayInputs, request: PrimaryRequest): readonly DecisionTable[] {
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
    [asSet, ...shorter].map((alternative) => planned(alternative, request)),
  );
}

function planned({ name, write, inputs }: Alternative, request: PrimaryRequest): Compared {
  const plan = planPrimaryUnits(inputs, request);
  if (plan.kind === 'refused') {
    const [first] = plan.problems.filter(({ severity }) => severity === 'error');
    return { name, write, rows: null, why: first === undefined ? null : problemMessage(first) };
  }
  const { state } = plan.outcome;
  if (!isOpen(state)) return { name, write, rows: [], why: null };
  const known = new Set(inputs.state.units.map(({ asset }) => asset));
  const rows = requestRows({ ...inputs, state }, state).filter(({ asset }) => !known.has(asset));
  return { name, write, rows, why: null };
}
