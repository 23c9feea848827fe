// The day on one screen, for people in the sheet: each ETF × side, its brokers and its funds.
import type { Cents, Price } from '../../domain/money';
import type { Stamp } from '../../domain/stamp';
import type { Side } from '../../domain/trade';
import {
  basisPoints,
  choice,
  clock,
  decimal,
  fraction,
  marked,
  money,
  optional,
  price,
  signedMoney,
  text,
  whole,
} from '../column';
import { stamp } from '../momentColumn';
import { defineTab } from '../tab';
import { asset, side, TOTAL } from './common';

export interface BlotterRow {
  readonly level: 'side' | 'broker' | 'fund';
  readonly asset: string;
  readonly side: Side;
  readonly name: string | null;
  readonly target: Cents | null;
  readonly done: number | null;
  readonly open: Cents | null;
  readonly over: Cents | null;
  readonly residual: Cents | null;
  readonly primary: Cents | null;
  readonly executed: Cents | null;
  readonly givenBack: Cents | null;
  readonly filled: Cents | null;
  readonly averagePrice: Price | null;
  readonly inavBps: number | null;
  readonly vwapBps: number | null;
  readonly limitPrice: Price | null;
  readonly headroomBps: number | null;
  readonly cap: Cents | null;
  readonly capLeft: Cents | null;
  readonly share: number | null;
  readonly lastFill: Stamp | null;
  readonly version: number | null;
  readonly note: string | null;
  readonly fillsAsOf: Stamp | null;
  readonly inavAsOf: Stamp | null;
  readonly asOf: Stamp;
}

export const blotter = defineTab<BlotterRow>(
  'blotter',
  'output',
  'The day on one screen: each ETF and side, then its brokers and its funds. Trading > Blotter shows the same as a page.',
  {
    level: marked(
      choice(['side', 'broker', 'fund'] as const, 'a side, one of its brokers, or one of its funds'),
      {
        side: TOTAL,
      },
    ),
    asset,
    side,
    name: optional(text('the broker, or the fund without the legal part of its name', 180)),
    target: optional(money('what the funds want, BRL')),
    done: optional({ ...decimal('part of the target that is done, units and shares together', '0.0%') }),
    open: optional(money('what funds lack, BRL; nothing nets out between funds')),
    over: optional(money('what funds have too much, BRL; nothing nets out between funds')),
    residual: optional(signedMoney('target less primary less executed plus given back, BRL')),
    primary: optional(money('units at the iNAV frozen last, BRL')),
    executed: optional(money('for the funds’ own orders, BRL')),
    givenBack: optional(money('traded back on the other side, BRL')),
    filled: optional(money('by brokers in all, whosoever it is, BRL')),
    averagePrice: optional(price('average, BRL per share', 4)),
    inavBps: optional(
      basisPoints('average price to the iNAV in market-data, basis points; above zero = worse'),
    ),
    vwapBps: optional(
      basisPoints(
        'average price to all that the desk traded of the ETF today, basis points; above zero = worse',
      ),
    ),
    limitPrice: optional(price('worst price, BRL per share')),
    headroomBps: optional(basisPoints('from the iNAV to the limit, basis points; below zero = passed')),
    cap: optional(money('BRL in total today')),
    capLeft: optional(signedMoney('cap less filled, BRL; below zero = the cap is broken')),
    share: optional(fraction('the broker’s part of what was filled')),
    lastFill: optional(stamp('the last fill')),
    version: optional(whole('of the instruction in force')),
    note: optional(text('why a side that was finished is open again, and units that a person set', 420)),
    fillsAsOf: optional(clock(stamp('when the fills were fetched; blank where people type them'))),
    inavAsOf: optional(clock(stamp('when the iNAV in market-data was fetched'))),
    asOf: clock(stamp('when this was counted')),
  },
);
