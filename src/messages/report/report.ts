// The end-of-day report as a record: every figure with what it means and where it is counted from. Printed by the files beside this
// one, made by src/stages/report.
import type { Cnpj } from '../../domain/cnpj';
import type { Cents, Price } from '../../domain/money';
import type { Problem } from '../../domain/problem';
import type { IsoDate, Stamp } from '../../domain/stamp';
import type { Side } from '../../domain/trade';
import type { Message } from '../../language/message';

export interface DayReport {
  readonly deskName: string;
  readonly tradeDate: IsoDate;
  readonly settlementDate: IsoDate;
  /** Of the allocation that it tells of. */
  readonly version: number;
  /** The last version that its readers have; null = none. */
  readonly replaces: number | null;
  /** Everything that the day's plan wanted and that is not finished; without any of the kind `missing` the day is COMPLETE. */
  readonly waits: readonly ReportWait[];
  /** What the stages warn of. */
  readonly warnings: readonly Problem[];
  /** What a run found beside what the report counts: why an earlier day was corrected. */
  readonly notes: readonly { readonly label: Message; readonly value: Message }[];
  readonly asOf: ReportAsOf;
  readonly total: ReportTotal;
  readonly sides: readonly ReportSide[];
  readonly brokers: readonly ReportBroker[];
  readonly routes: readonly ReportRoute[];
  readonly mixes: readonly ReportMix[];
  readonly exceptions: readonly ReportException[];
  readonly funds: readonly ReportFund[];
}

/** @see src/stages/look/waits.ts */
export interface ReportWait {
  readonly kind: 'missing' | 'round' | 'units' | 'residual' | 'bust';
  readonly said: Message;
  /** What is at stake: the list is in its order; null = it has no amount of its own. */
  readonly money: Cents | null;
}

export interface ReportAsOf {
  /** When the fills were fetched; null = people type them. */
  readonly fills: Stamp | null;
  /** When the iNAVs were frozen at which units are counted, family by family; empty = none is. */
  readonly inavs: readonly { readonly of: string; readonly at: Stamp }[];
  /** ETFs of the day whose official NAV is not published. */
  readonly withoutNav: readonly string[];
}

/** What a choice cost beyond a benchmark, in cents and in basis points of it: above zero is worse, on either side. */
export interface Cost {
  readonly money: Cents;
  readonly bps: number;
}

/** Of all ETFs, sides and funds: nothing nets out between them. */
export interface ReportTotal {
  readonly target: Cents;
  /** What every fund misses or has too much. */
  readonly residual: Cents;
  /** Of it what is not done, and what is too much. */
  readonly open: Cents;
  readonly over: Cents;
  readonly residualBps: number;
  /** The same with units at the official NAV; null until every ETF's is known. */
  readonly residualAtNav: Cents | null;
  readonly residualAtNavBps: number | null;
  /** What was traded at the exchange, whosever it is, and its cost against the iNAV at the decision. */
  readonly secondary: TradedFor;
  readonly secondaryCost: Cost | null;
  /** The same of buys and of sells, which are never added up: a price that is good for one is bad for the other. */
  readonly bySide: Readonly<Record<Side, Traded>>;
  /** Units at the frozen iNAV, as the tab status has them. */
  readonly primary: Cents;
  readonly primaryCost: Cost | null;
}

/** What was traded on a side, and what it cost. */
export interface Traded {
  readonly money: Cents;
  readonly cost: Cost | null;
}

/** What was traded, and for whom: the three parts add up to it. */
export interface TradedFor {
  readonly all: Cents;
  /** For the orders of the side. */
  readonly own: Cents;
  /** Given back by funds of the other side. */
  readonly forOthers: Cents;
  readonly nobodys: Cents;
}

/** How an ETF and side, or a fund's part of it, stands: the figures of the tab status. */
export interface ReportFigures {
  readonly asset: string;
  readonly side: Side;
  /** Before anybody changed it. */
  readonly ordered: Cents;
  /** As it is asked for now; zero where it was cancelled. */
  readonly asked: Cents;
  /** What counts: what is asked for, or what was done when it was changed where that is more. */
  readonly target: Cents;
  readonly executed: Cents;
  /** Traded back on the other side. */
  readonly givenBack: Cents;
  /** Units at the frozen iNAV. */
  readonly primary: Cents;
  readonly residual: Cents;
  readonly residualBps: number;
  /** What funds lack, and what they have too much: nothing nets out between two of them. */
  readonly open: Cents;
  readonly over: Cents;
  /** With units at the official NAV; null until it is known. */
  readonly residualAtNav: Cents | null;
  readonly residualAtNavBps: number | null;
}

export interface ReportSide extends ReportFigures {
  readonly funds: number;
  /** Part of the target that is done, to a tenth of a per cent. */
  readonly done: number;
  /** Where no fund has an order on this side and funds of the other give back here: then `done` is of it. */
  readonly toGiveBack: { readonly asked: Cents; readonly given: Cents } | null;
}

/** A broker's fills of an ETF and side. */
export interface ReportBroker {
  readonly broker: string;
  readonly asset: string;
  readonly side: Side;
  readonly fills: number;
  readonly shares: number;
  readonly money: Cents;
  /** Volume-weighted average of its fills. */
  readonly price: Price;
  /** The iNAVs of the instructions in force at each fill, weighted by shares; null = nobody asked for any of them. */
  readonly decision: Price | null;
  /** Shares at those iNAVs. */
  readonly decisionMoney: Cents;
  readonly cost: Cost | null;
  /** Its price against that of all brokers there, in basis points. */
  readonly againstAllBps: number;
}

/** The two ways to the shares of an ETF and side; null where nobody took it. */
export interface ReportRoute {
  readonly asset: string;
  readonly side: Side;
  readonly secondary: ReportWay | null;
  readonly primary: ReportWay | null;
}

/** One way, and what it cost. */
export interface ReportWay {
  /** Shares traded, or units asked for. */
  readonly count: number;
  /** What was paid and got at the exchange; units at the frozen iNAV: the figures of the tab blotter. */
  readonly money: Cents;
  /** What `cost` is measured against: the same at the iNAV of the decision, or of the request. */
  readonly benchmark: Cents;
  /** Fills against the iNAV at the decision; units at the official NAV against the iNAV of the request, null until it is known. */
  readonly cost: Cost | null;
  /** What the settings take it to cost, in basis points. */
  readonly assumedBps: number;
}

/** How evenly a side's average price, units and shares together, fell on its funds. */
export interface ReportMix {
  readonly asset: string;
  readonly side: Side;
  readonly funds: number;
  readonly average: Price;
  /** Who paid most beyond the average, and who least. */
  readonly worst: FundCost;
  readonly best: FundCost;
  /** Of the shares alone: who is furthest from the price of all of them. */
  readonly furthest: FundCost | null;
}

export interface FundCost extends Cost {
  /** Without the legal part of its name. */
  readonly fund: string;
  readonly cnpj: Cnpj;
}

export type ExceptionKind = 'accepted' | 'units' | 'stopped' | 'amended' | 'differing' | 'bust';

export interface ReportException {
  readonly kind: ExceptionKind;
  /** Of what was accepted: its code. */
  readonly code: string | null;
  readonly what: Message;
  readonly why: string | null;
  /** Who answers for it; null = a broker did it, or of what differs nobody did. */
  readonly by: string | null;
  readonly at: Stamp | null;
}

export interface ReportFund {
  /** The whole name, as its own page has it. */
  readonly fund: string;
  /** As every other page calls it. */
  readonly short: string;
  readonly cnpj: Cnpj;
  readonly administrator: string | null;
  readonly lines: readonly ReportLine[];
}

/** What a fund did in an ETF and side. */
export interface ReportLine extends ReportFigures {
  /** Traded on the side opposite to its order, to give back what it had too much. */
  readonly isGiveBack: boolean;
  readonly strategy: string | null;
  readonly units: number;
  /** Who set them instead of the desk, and why; null = the desk decided them. */
  readonly byHand: Message | null;
  readonly shares: number;
  /** What a plain pro rata would have left for it; null where the split asked no such question. */
  readonly proRataShares: number | null;
  readonly averagePrice: Price | null;
  /** Of all funds' shares on that side. */
  readonly poolPrice: Price | null;
  /** What it paid beyond the average of all funds there, units and shares together. */
  readonly beyond: Cost | null;
  readonly reasons: readonly Message[];
}
