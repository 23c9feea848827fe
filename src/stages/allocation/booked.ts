// What every fund has executed once the day is allocated: what brokers book for it. A broker's one average, and the cents that its
// rows round, are nobody's but the funds': status, allocation and report all count them, and so name one residual.
import { lookup, once } from '../../domain/lookup';
import { type Cents, splitCents } from '../../domain/money';
import type { BrokerOrderRow } from '../../sheets/tabs';
import type { DayInputs, OpenInputs } from '../day/inputs';
import { frozenQuotes } from '../day/quotes';
import { isOpen } from '../day/state';
import type { Claim } from '../ledger/claims';
import { byFund, type Pool } from '../ledger/pool';
import { dayStanding } from '../standing/dayStanding';
import { positionsOf, type Standing } from '../standing/positions';
import { brokerOrderRows } from './brokerOrderRows';
import { linesOf } from './lines';

const ordersIn = lookup(({ asset, side }: BrokerOrderRow) => `${asset} ${side}`);
const claimsFor = lookup(({ cnpj }: Claim) => cnpj);

/** How the day stands, for whoever shows it: from the final allocation on as brokers book it, before that as it is split. */
export const shownStanding = once((inputs: DayInputs): Standing => {
  const split = dayStanding(inputs);
  const { state } = inputs;
  if (state.allocation === null || !isOpen(state)) return split;
  const open = { ...inputs, state };
  const { fillLines: prefer, fillLinesBound: bound } = inputs.settings;
  return bookedStanding(open, split, brokerOrderRows(open, linesOf(split, { prefer, bound })));
});

/** @param orders what brokers book, of this very split */
export function bookedStanding(
  { state }: OpenInputs,
  { pools }: Standing,
  orders: readonly BrokerOrderRow[],
): Standing {
  const booked = pools.map((pool) => bookedPool(pool, orders));
  return { pools: booked, positions: positionsOf(state, frozenQuotes(state), booked) };
}

function bookedPool(pool: Pool, orders: readonly BrokerOrderRow[]): Pool {
  const { asset, side, claims, sharesByClaim, moneyByFund } = pool;
  const own = ordersIn(orders, `${asset} ${side === 'BUY' ? 'C' : 'V'}`);
  const booked = new Map<string, Cents>();
  for (const { cnpj, amount } of own) if (cnpj !== null) booked.set(cnpj, amount + (booked.get(cnpj) ?? 0));
  const moneyByClaim = new Map(pool.moneyByClaim);
  for (const [cnpj, money] of booked) {
    const beyond = money - (moneyByFund.get(cnpj) ?? 0);
    const taking = claimsFor(claims, cnpj).filter(({ id }) => (sharesByClaim.get(id) ?? 0) > 0);
    if (beyond === 0 || taking.length === 0) continue;
    const parts = splitCents(
      beyond,
      taking.map(({ id }) => sharesByClaim.get(id) ?? 0),
    );
    taking.forEach(({ id }, at) => {
      moneyByClaim.set(id, (moneyByClaim.get(id) ?? 0) + (parts[at] ?? 0));
    });
  }
  return { ...pool, moneyByClaim, moneyByFund: byFund(claims, moneyByClaim) };
}
