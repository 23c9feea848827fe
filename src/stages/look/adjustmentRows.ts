// Target, executed and difference per ETF and side with its funds below it, and each fund's order.
import { type Cents, oneShare } from '../../domain/money';
import type { IsoDate } from '../../domain/stamp';
import type { Language } from '../../language/language';
import { type Message, msg } from '../../language/message';
import { print } from '../../language/print';
import type { AdjustmentOrderRow, AdjustmentRow } from '../../sheets/tabs';
import type { Unworked } from '../caps/brokerParts';
import type { Call, Demand } from '../caps/demands';
import { giveBackKey, type LaterGiveBacks, laterGiveBacks } from '../caps/tradingDay';
import type { OpenInputs } from '../day/inputs';
import { memberKey } from '../day/keys';
import type { OpenDay } from '../day/state';
import type { Position, Standing } from '../standing/positions';
import { byHand, noteOf, sideByHand } from './notes';
import { type Figures, orderSides, type SideFigures } from './sides';

/** A row whose next step nobody has read yet. */
export type UnreadRow = Omit<AdjustmentRow, 'next'> & {
  readonly next: Message;
  readonly callsForMore: boolean;
};

export interface AdjustmentTables {
  readonly rows: readonly UnreadRow[];
  readonly orders: readonly AdjustmentOrderRow[];
}

/** The tab speaks the desk's language, the warehouse English. */
export const printedNext = (rows: readonly UnreadRow[], language: Language): readonly AdjustmentRow[] =>
  rows.map((row) => ({ ...row, next: print(row.next, language) }));

interface Common {
  readonly tradeDate: IsoDate;
  readonly iteration: number;
}

/** What funds call for, and what of it nobody works. */
interface Demanded {
  readonly demands: readonly Demand[];
  readonly unworked: readonly Unworked[];
}

type Asked = Pick<Demanded, 'unworked'> & {
  readonly tolerance: Cents;
  /** What a later round is to give back; null = none will. */
  readonly later: LaterGiveBacks | null;
};

export function adjustmentTables(
  inputs: OpenInputs,
  after: OpenDay,
  standing: Standing,
  { demands, unworked }: Demanded,
): AdjustmentTables {
  const {
    tradeDate,
    cycle: { iteration },
    unitOverrides,
  } = after;
  const { tolerance } = inputs.settings;
  const asked: Asked = { tolerance, unworked, later: laterGiveBacks(inputs, after, standing) };
  const common = { tradeDate, iteration };
  const calls = demands.flatMap((demand) => demand.calls);
  // The standing may be one counted anew: a call is found by whose it is.
  const callOf = new Map(calls.map((call) => [memberKey(call.position), call]));
  const rows = orderSides(standing).flatMap((side) => {
    const funds = side.funds.map((fund) =>
      told(
        fundRow(fund, callOf.get(memberKey(fund.position)), common, asked),
        byHand({ unitOverrides }, fund.position),
      ),
    );
    return [told(totalRow(side, funds, common), sideByHand({ unitOverrides }, side.funds)), ...funds];
  });
  const orders = calls.map(({ position: { fund, cnpj, asset }, side, amount }) => ({
    ...common,
    fund,
    cnpj,
    asset,
    side,
    amount,
    strategy: 'AdjustmentOrder' as const,
  }));
  return { rows, orders };
}

/** With the units that a person set: they stand beside what follows from them. */
const told = (row: UnreadRow, units: Message | null): UnreadRow => ({
  ...row,
  next: noteOf([row.next, units]) ?? row.next,
});

/** The figures under the names of the tab. */
const named = ({ target, primary, executed, givenBack, residual, residualBps }: Figures) => ({
  target,
  primary,
  executed,
  opposite: givenBack,
  difference: residual,
  differenceBps: residualBps,
});

function fundRow(
  { position, ...figures }: SideFigures['funds'][number],
  call: Call | undefined,
  common: Common,
  asked: Asked,
): UnreadRow {
  const { asset, side, fund, cnpj } = position;
  return {
    ...common,
    level: 'fund',
    ...{ asset, side, fund, cnpj },
    ...named(figures),
    callsForMore: call !== undefined,
    next: nextOf(position, call, asked),
  };
}

function nextOf(position: Position, call: Call | undefined, { tolerance, unworked, later }: Asked): Message {
  const { residual, price, asset, side } = position;
  const rests = unworked.find((own) => own.asset === asset && own.side === call?.side);
  if (call && rests !== undefined && rests.amount >= call.amount)
    return rests.why === 'stopped'
      ? msg('{side} {money} rests: every broker of it was stopped', { side: call.side, money: call.amount })
      : msg('{side} {money} is not sent: no broker takes so little', {
          ...{ side: call.side, money: call.amount },
        });
  if (call) return msg('{side} {money}', { side: call.side, money: call.amount });
  if (Math.abs(residual) < Math.max(tolerance, 1))
    return msg('within the tolerance of {money}', { money: tolerance });
  if (residual < 0) return overNote(position, later);
  return residual < oneShare(price) || side === 'BUY'
    ? msg('{money} is less than one share', { money: residual })
    : msg('{money} stays: it has no shares left to sell', { money: residual });
}

/**
 * A round that is not the last begins no give-back: then what is too much only waits. When that round comes is said where it is looked
 * up, in the blotter and the sidebar: a row that is kept would say a time that rounds put off since.
 */
function overNote(position: Position, later: LaterGiveBacks | null): Message {
  const over = { money: -position.residual };
  return later?.byClaimant.has(giveBackKey(position))
    ? msg('is over by {money}; the last round gives it back', over)
    : msg('keeps what it is over, {money}', over);
}

function totalRow(
  { asset, side, funds: _funds, ...figures }: SideFigures,
  funds: readonly UnreadRow[],
  common: Common,
): UnreadRow {
  const open = funds.filter((row) => row.callsForMore).length;
  return {
    ...common,
    level: 'ETF',
    ...{ asset, side, fund: null, cnpj: null },
    ...named(figures),
    callsForMore: open > 0,
    next: msg('{n} of {n2} {n2|fund|funds} {n|has|have} something to do', { n: open, n2: funds.length }),
  };
}
