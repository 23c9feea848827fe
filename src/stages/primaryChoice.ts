// Midday's units by themselves: which ETFs they are asked for, whether anything stands in the way, and how many each fund takes. What
// is sent because of them stands in the stage; whoever compares other settings needs the units alone.
import { ALL_FAMILIES, type Etf, familiesOf, type PrimaryScope, scopeOf } from '../domain/etf';
import { error, hasErrors, type Problem } from '../domain/problem';
import { msg } from '../language/message';
import { checkBrokers } from './checks/brokers';
import { checkDay } from './checks/day';
import { checkFamilies } from './checks/etfs';
import { todaysDay } from './checks/gates';
import { checkFigures, checkOddFills } from './checks/plausible';
import { checkAdministrators, checkCutoffs } from './checks/primary';
import { checkQuotes } from './checks/quotes';
import { checkOverrides } from './checks/unitOverrides';
import { type DayInputs, type OpenInputs, valuesOf } from './day/inputs';
import { byKey, unitKey } from './day/keys';
import { freezeQuotes, liveQuotes } from './day/quotes';
import type { OpenDay } from './day/state';
import { type Refused, refused } from './outcome/outcome';
import { askedAssets } from './standing/positions';
import { type RequestRow, requestRows } from './units/requestRows';
import type { Search } from './units/searchWarnings';
import { chooseUnits } from './units/unitChoice';

/** What midday is asked to decide. */
export interface Undecided {
  readonly kind: 'undecided';
  readonly inputs: OpenInputs;
  readonly scope: PrimaryScope;
  /** The scope's ETFs that a fund trades today. */
  readonly etfs: readonly Etf[];
  /** Those of them whose units nobody has decided. */
  readonly open: readonly Etf[];
  readonly assets: readonly string[];
}

/** @param wish a family as the tab etfs spells it in lower case, or `all` */
export function undecided(asked: DayInputs, wish: PrimaryScope): Undecided | Refused {
  const gate = todaysDay(asked);
  if (gate.kind === 'refused') return gate;
  const { inputs } = gate;
  const scope = scopeOf(wish, valuesOf(inputs.etfs));
  if (scope === null) return refused([unknownFamily(inputs, wish)]);
  const etfs = wantedEtfs(inputs, scope);
  const known = new Set(inputs.state.units.map(({ asset }) => asset));
  const open = etfs.filter(({ asset }) => !known.has(asset));
  return { kind: 'undecided', inputs, scope, etfs, open, assets: open.map(({ asset }) => asset) };
}

/** All that can stand in the way, with the warnings that the same checks find. */
export const unitProblems = ({ inputs, etfs, open, assets }: Undecided): readonly Problem[] => [
  ...checkDay(inputs),
  ...checkCutoffs(inputs, assets),
  ...checkBrokers(inputs),
  ...checkQuotes(inputs, assets),
  ...checkAdministrators(inputs, etfs),
  ...checkFamilies(inputs),
  ...checkFigures(inputs),
  ...checkOddFills(inputs),
  ...checkOverrides(inputs, open),
];

/** The day with the units of these ETFs, and with the quotes by which they were chosen. */
export function withUnits({ inputs, open, assets }: Undecided): {
  readonly search: Search | null;
  readonly state: OpenDay;
} {
  const { state } = inputs;
  const { units, search } = chooseUnits(inputs, open, liveQuotes(inputs));
  return {
    search,
    state: {
      ...state,
      quotes: freezeQuotes(inputs, assets, 'primary'),
      units: [...state.units, ...units].sort(byKey(unitKey)),
    },
  };
}

/** What the stage would ask for, row by row, without anything that it would send. */
export function unitsAlone(asked: DayInputs, wish: PrimaryScope): readonly RequestRow[] | Refused {
  const question = undecided(asked, wish);
  if (question.kind === 'refused') return question;
  const { inputs, assets } = question;
  if (assets.length === 0) return [];
  const problems = unitProblems(question);
  if (hasErrors(problems)) return refused(problems);
  return requestRows(inputs, withUnits(question).state).filter(({ asset }) => assets.includes(asset));
}

const unknownFamily = ({ etfs }: DayInputs, scope: string): Problem =>
  error(
    'unknown-family',
    msg('"{value}" is not a family; use {values}', {
      value: scope,
      values: [...familiesOf(valuesOf(etfs)), ALL_FAMILIES].join(', '),
    }),
    { tab: etfs.tab },
  );

/** The scope's ETFs that a fund trades today. */
function wantedEtfs(inputs: OpenInputs, scope: PrimaryScope): readonly Etf[] {
  const wanted = askedAssets(inputs.state);
  return valuesOf(inputs.etfs)
    .filter(({ asset, family }) => wanted.has(asset) && (scope === ALL_FAMILIES || family === scope))
    .sort(byKey(({ asset }) => asset));
}
