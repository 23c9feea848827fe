// What an alert costs if nobody acts: shares that cannot be delivered whole, at their price; else what trading its money again costs.
import { type Cents, notional, type Price } from '../../domain/money';
import { type Message, msg } from '../../language/message';
import { type DayInputs, valuesOf } from '../day/inputs';

export interface AlertCost {
  /** The money that it is about. */
  readonly money: Cents;
  /**
   * What it costs if nobody acts: shares that cannot be delivered whole, at their price; prices beyond a limit to the cent; else what
   * it takes to trade the money again at the ETF's spread.
   */
  readonly cost: Cents;
  /** How the cost is counted. */
  readonly basis: Message;
}

export const partOf = (money: Cents, bps: number): Cents => Math.round(Math.abs(money * bps) / 10_000);

/** What trading this much again costs; where no spread is known, the limit stands for it. */
export function tradedAgain(inputs: DayInputs, code: string, money: Cents): AlertCost {
  const etf = valuesOf(inputs.etfs).find((one) => one.asset === code);
  const spread = etf?.spreadBps ?? null;
  const n = spread ?? etf?.limitBps ?? 0;
  const counted = { money: Math.abs(money), n, code };
  return {
    money: Math.abs(money),
    cost: partOf(money, n),
    basis:
      spread === null
        ? msg('{money} traded again at {n} bps, the limit of {code}, whose spread is not known', counted)
        : msg('{money} traded again at {n} bps, the spread of {code}', counted),
  };
}

/** What nobody can deliver is bought in whole. @param price the iNAV; where none is known, what it was sold for */
export function undelivered(n: number, price: Price): AlertCost {
  const money = notional(n, price);
  return {
    ...{ money, cost: money },
    basis: msg(
      '{n} {n|share|shares} at {price} that cannot be delivered: bought in, {n|it costs|they cost} {money}',
      {
        ...{ n, price, money },
      },
    ),
  };
}
