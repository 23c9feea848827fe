// What one unit more or less would leave of a fund's order, its shares unchanged, and what that would cost at the desk's prices.
import type { Cents } from '../../domain/money';
import { type Message, msg } from '../../language/message';
import type { Settings } from '../../sheets/settings';
import type { Filled } from './table';

/** The desk's prices of a request, of what trades in the primary market and of what is left over. */
type Prices = Pick<Settings, 'feePerRequest' | 'primaryBps' | 'residualPenaltyBps'>;

/** A fund's units, what they leave, and what keeps a person from setting one more. */
export interface Chosen {
  readonly units: number;
  readonly unitValue: Cents;
  readonly left: Cents;
  /** What keeps it from one more; null = nothing does. */
  readonly noMore: Message | null;
}

interface Step {
  readonly by: 1 | -1;
  readonly left: Message;
  readonly cost: Message;
}

const STEPS: readonly Step[] = [
  { by: 1, left: msg('Open with one unit more'), cost: msg('One unit more costs') },
  { by: -1, left: msg('Open with one unit less'), cost: msg('One unit less costs') },
];

const HELP_LEFT = msg(
  'What would be open then, in R$; below zero it is too much. Its shares stay as they are.',
);

export interface AnotherUnit<T> {
  readonly costs: readonly Filled<T>[];
  /** What it would leave, and why there is no more. */
  readonly lefts: readonly Filled<T>[];
}

/** One more, then one less. Blank where nobody could have it: by access, its own cap of units, cash, holdings or the size of its order. */
export function anotherUnit<T extends { readonly chosen: Chosen }>(prices: Prices): AnotherUnit<T> {
  const { feePerRequest: money, primaryBps: n, residualPenaltyBps: n2 } = prices;
  const help = msg(
    'In R$, beside what is chosen: {money} a request, {n} bps on the units, {n2} bps on what is open or too much. Below zero it saves.',
    { money, n, n2 },
  );
  return {
    costs: STEPS.map(({ by, cost }) => ({
      label: cost,
      kind: 'money',
      help,
      cell: ({ chosen }) => (canHave(chosen, by) ? unitCost(prices, chosen, by) : null),
    })),
    lefts: [
      ...STEPS.map(
        ({ by, left }): Filled<T> => ({
          label: left,
          kind: 'money',
          help: HELP_LEFT,
          cell: ({ chosen }) => (canHave(chosen, by) ? leftOf(chosen, by) : null),
        }),
      ),
      { label: msg('Why not one unit more'), kind: 'sentence', cell: ({ chosen }) => chosen.noMore },
    ],
  };
}

const canHave = ({ units, noMore }: Chosen, by: 1 | -1): boolean => (by === 1 ? noMore === null : units > 0);

const leftOf = ({ left, unitValue }: Chosen, by: 1 | -1): Cents => left - by * unitValue;

/** More than it costs now: the unit's fee and trade, and what is left over at the desk's price. */
function unitCost(prices: Prices, chosen: Chosen, by: 1 | -1): Cents {
  const { feePerRequest, primaryBps, residualPenaltyBps } = prices;
  const { units, unitValue, left: now } = chosen;
  const fee = (units + by > 0 ? feePerRequest : 0) - (units > 0 ? feePerRequest : 0);
  const left = Math.abs(leftOf(chosen, by)) - Math.abs(now);
  return fee + Math.round((by * primaryBps * unitValue + residualPenaltyBps * left) / 10_000);
}
