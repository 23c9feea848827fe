// What the final allocation leaves, side by side: the figures that status shows once it is applied, largest not done first.
import { msg } from '../../language/message';
import { poolKey } from '../day/keys';
import { orderSides, type SideFigures } from '../look/sides';
import type { Standing } from '../standing/positions';
import { type DecisionTable, type Filled, tableOf } from './table';

// Targets add up nowhere: what is bought and what is sold are no sum. What is left is counted fund by fund, and adds up.
const COLUMNS: readonly Filled<SideFigures>[] = [
  { label: msg('ETF'), kind: 'text', cell: ({ asset }) => asset },
  { label: msg('Side'), kind: 'side', cell: ({ side }) => side },
  { label: msg('Target'), kind: 'money', cell: ({ target }) => target },
  {
    label: msg('Done'),
    kind: 'money',
    help: msg('Executed and in units, less what was given back'),
    cell: ({ target, residual }) => target - residual,
  },
  {
    label: msg('Not done'),
    kind: 'money',
    help: msg('What funds lack; what another has too much is not taken out of it'),
    cell: ({ open }) => open,
    adds: true,
  },
  { label: msg('Too much'), kind: 'money', cell: ({ over }) => over, adds: true },
  {
    label: msg('bps of target'),
    kind: 'bps',
    help: msg('Target less done; below zero it is too much'),
    cell: ({ residualBps }) => residualBps,
  },
  { label: msg('Executed'), kind: 'money', cell: ({ executed }) => executed },
  { label: msg('Primary'), kind: 'money', cell: ({ primary }) => primary },
  { label: msg('Given back'), kind: 'money', cell: ({ givenBack }) => givenBack },
];

/** @param standing as the allocation books it */
export const leftTables = (standing: Standing): readonly DecisionTable[] =>
  tableOf(msg('What is left, by ETF and side'), COLUMNS, [...orderSides(standing)].sort(byLeft));

const byLeft = (a: SideFigures, b: SideFigures): number =>
  b.open - a.open || b.over - a.over || (poolKey(a) < poolKey(b) ? -1 : 1);
