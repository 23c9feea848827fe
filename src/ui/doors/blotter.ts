// The blotter as its page gets it: every sentence printed; figures stay figures, in reais, and the page draws them.

import { type PrintedProblem, printedLine, printedProblems } from '../../desk/log/report';
import { type DeskBlotter, keysOf } from '../../desk/look/deskBlotter';
import type { Refreshed } from '../../desk/look/refreshNow';
import { toBrl } from '../../domain/money';
import { type Stamp, type Time, timeOf } from '../../domain/stamp';
import type { Side } from '../../domain/trade';
import type { Language } from '../../language/language';
import { type Message, msg } from '../../language/message';
import { print, printAll } from '../../language/print';
import type { Alert, AlertKind } from '../../stages/look/alerts';
import type { BlotterBroker, BlotterFund, BlotterSide, Traded } from '../../stages/look/blotter';
import type { Figures } from '../../stages/look/sides';
import type { StageRequest } from '../../stages/stages';
import { stageTitle } from '../titles';

/** In reais. */
export interface ShownFigures {
  readonly target: number;
  readonly executed: number;
  readonly givenBack: number;
  readonly primary: number;
  readonly residual: number;
  readonly residualBps: number;
  /** What funds lack, and what they have too much; nothing nets out between funds. */
  readonly open: number;
  readonly over: number;
  readonly done: number;
}

export interface ShownTrade {
  readonly filled: number;
  readonly averagePrice: number | null;
  readonly inavBps: number | null;
  readonly vwapBps: number | null;
  readonly lastFill: Time | null;
}

export interface ShownBroker extends ShownTrade {
  readonly broker: string;
  readonly cap: number;
  readonly capLeft: number;
  readonly share: number | null;
  readonly version: number;
  readonly issuedAt: Time;
}

export interface ShownSide extends ShownFigures, ShownTrade {
  readonly asset: string;
  readonly side: Side;
  readonly forOthers: number;
  readonly limitPrice: number | null;
  readonly headroomBps: number | null;
  readonly cap: number;
  readonly inavAsOf: Time | null;
  readonly note: string | null;
  readonly brokers: readonly ShownBroker[];
  readonly funds: readonly (ShownFigures & { readonly fund: string; readonly note: string | null })[];
  readonly course: readonly { readonly time: Time; readonly money: number }[];
}

/** What is said, and what it may cost. */
export interface ShownCost {
  /** In reais. */
  readonly cost: number;
  /** How the cost is counted. */
  readonly basis: string;
  readonly text: string;
}

export interface ShownAlert extends ShownCost {
  /** What is sent back to put it away. */
  readonly keys: readonly string[];
  readonly kind: AlertKind;
  readonly todo: string;
  /** What stands in one row together; empty where it is one. */
  readonly list: readonly ShownCost[];
  readonly open: { readonly label: string; readonly request: StageRequest } | null;
}

export interface PrintedBlotter {
  readonly language: Language;
  readonly now: Stamp;
  readonly isOpen: boolean;
  /** null = people type them, or nobody has asked yet. */
  readonly fillsAsOf: Time | null;
  readonly hours: { readonly open: Time; readonly end: Time } | null;
  readonly sides: readonly ShownSide[];
  readonly alerts: readonly ShownAlert[];
  readonly putAway: number;
  /** What becomes by itself of what funds have too much. */
  readonly excess: string | null;
  /** What the day's plan wanted and is not finished. */
  readonly waits: readonly string[];
  readonly problems: readonly PrintedProblem[];
}

const costed = (
  { cost, basis, said }: Pick<Alert, 'cost' | 'basis' | 'said'>,
  language: Language,
): ShownCost => ({ cost: toBrl(cost), basis: print(basis, language), text: print(said, language) });

export function printedBlotter(day: DeskBlotter, language: Language): PrintedBlotter {
  const { now, isOpen, hours, putAway } = day;
  return {
    ...{ language, now, isOpen, putAway },
    fillsAsOf: clock(day.fillsAsOf),
    hours: hours === null ? null : { open: hours.open, end: hours.callEnd },
    sides: day.sides.map((side) => shownSide(side, language)),
    alerts: day.alerts.map((alert) => {
      const { kind, todo, request, alerts } = alert;
      const open = request === null ? null : msg('Open {said}', { said: stageTitle(request) });
      return {
        keys: keysOf(alert),
        kind,
        ...costed(alert, language),
        todo: print(todo, language),
        list: alerts.length === 1 ? [] : alerts.map((one) => costed(one, language)),
        open: request === null || open === null ? null : { label: print(open, language), request },
      };
    }),
    excess: printed(day.excess, language),
    waits: printAll(day.waits, language),
    problems: printedProblems(day.problems, language),
  };
}

const clock = (at: Stamp | null): Time | null => (at === null ? null : timeOf(at));

const shownFigures = (of: Figures): ShownFigures => ({
  target: toBrl(of.target),
  executed: toBrl(of.executed),
  givenBack: toBrl(of.givenBack),
  primary: toBrl(of.primary),
  residual: toBrl(of.residual),
  residualBps: of.residualBps,
  open: toBrl(of.open),
  over: toBrl(of.over),
  done: of.done,
});

const shownTrade = ({ filled, averagePrice, inavBps, vwapBps, lastFill }: Traded): ShownTrade => ({
  filled: toBrl(filled),
  ...{ averagePrice, inavBps, vwapBps },
  lastFill: clock(lastFill),
});

const printed = (note: Message | null, language: Language): string | null =>
  note === null ? null : print(note, language);

function shownSide(of: BlotterSide, language: Language): ShownSide {
  const { asset, side, limitPrice, headroomBps } = of;
  return {
    ...{ asset, side, limitPrice, headroomBps },
    ...shownFigures(of),
    ...shownTrade(of),
    forOthers: toBrl(of.forOthers),
    cap: toBrl(of.cap),
    inavAsOf: clock(of.inavAsOf),
    note: printed(of.note, language),
    brokers: of.brokers.map(shownBroker),
    funds: of.funds.map((fund: BlotterFund) => ({
      fund: fund.fund,
      ...shownFigures(fund),
      note: printed(fund.note, language),
    })),
    course: of.course.map(({ time, money }) => ({ time, money: toBrl(money) })),
  };
}

const shownBroker = (of: BlotterBroker): ShownBroker => ({
  ...shownTrade(of),
  broker: of.broker,
  cap: toBrl(of.cap),
  capLeft: toBrl(of.capLeft),
  share: of.share,
  version: of.version,
  issuedAt: timeOf(of.issuedAt),
});

export interface PrintedRefresh {
  readonly headline: string;
  readonly problems: readonly PrintedProblem[];
  readonly fillsAsOf: Time | null;
}

export const printedRefresh = (
  { headline, problems, fillsAsOf }: Refreshed,
  language: Language,
): PrintedRefresh => ({
  headline: print(headline, language),
  problems: printedProblems(problems, language),
  fillsAsOf: clock(fillsAsOf),
});

/** For an alert of the spreadsheet. */
export const refreshText = ({ headline, problems }: PrintedRefresh): string =>
  [headline, ...problems.map(printedLine)].join('\n');
