// What a stage decides, as plain data: nothing of it is done yet. The runner previews it, writes it down and applies it.
import type { Cents } from '../../domain/money';
import type { Problem } from '../../domain/problem';
import type { StageName } from '../../domain/stage';
import type { IsoDate } from '../../domain/stamp';
import { type Message, msg } from '../../language/message';
import type { WarehouseRows } from '../../sheets/warehouse';
import type { TableCells } from '../../sheets/write';
import type { KeyedMail } from '../day/keyedMail';
import type { DayState, OpenDay } from '../day/state';
import type { DecisionTable } from '../decisions/table';
import type { Standing } from '../standing/positions';
import type { KeptDay } from './kept';

/** A file in Drive: for a broker, named as its back office expects it, or for the desk. */
export interface OutputFile {
  readonly folder: string;
  readonly name: string;
  readonly content: string;
  /** `html`: `content` is HTML, and the platform makes of it the kind of file that `name` ends in (a PDF). */
  readonly madeOf?: 'html';
  /** For content that also tells the time: a fingerprint without the time, by which previews are compared; left out = the content. */
  readonly says?: string;
  /** For people to open: the row in the log links to it. */
  readonly isLinked?: true;
}

/** What a broker reads in its own spreadsheet: its tables, whole. */
export interface BrokerBook {
  readonly broker: string;
  readonly tables: readonly TableCells[];
}

/** A figure of a run with its name. */
export interface Fact {
  readonly label: Message;
  readonly value: Message;
}

/** The figures and sentences that a preview, a log line and a summary mail are made of. */
export interface Summary {
  readonly headline: Message;
  readonly facts: readonly Fact[];
}

export const counted = (n: number): Message => msg('{n}', { n });
export const amounting = (money: Cents): Message => msg('{money}', { money });

export interface Outcome {
  readonly stage: StageName;
  /** Which part of the day it covers: a family, `all`, or an iteration. */
  readonly scope: string;
  readonly tradeDate: IsoDate;
  /** The state of the day once this is applied. */
  readonly state: DayState;
  readonly tables: readonly TableCells[];
  /** Only brokers to whom this changes something. */
  readonly brokerBooks: readonly BrokerBook[];
  readonly rows: readonly WarehouseRows[];
  readonly files: readonly OutputFile[];
  readonly mails: readonly KeyedMail[];
  readonly warnings: readonly Problem[];
  readonly summary: Summary;
  /** The allocated day, to be kept for later corrections; left out = what was kept before stays. */
  readonly keeps?: KeptDay;
  /**
   * How the day stands once this is applied, for whoever shows it then; left out = nobody has worked that out. Never stored, and no
   * part of what is confirmed: it follows from the state and the fills.
   */
  readonly standing?: Standing;
  /** What a preview shows to decide by; never stored, and no part of what is confirmed: it repeats it. */
  readonly decisions?: readonly DecisionTable[];
  /** What a preview says beside its headline, true at the moment; never stored, and no part of what is confirmed. */
  readonly notes?: readonly Message[];
}

/** Either something to apply, or everything that stands in the way. */
export type Plan = Made | Refused;

interface Made {
  readonly kind: 'outcome';
  readonly outcome: Outcome;
}

export interface Refused {
  readonly kind: 'refused';
  readonly problems: readonly Problem[];
}

export const refused = (problems: readonly Problem[]): Refused => ({ kind: 'refused', problems });

/** An outcome whose lists may be left out: then they are empty. */
type Brief<S extends DayState> = Pick<Outcome, 'stage' | 'summary'> & { readonly state: S } & Partial<
    Omit<Outcome, 'state' | 'tradeDate'>
  >;
type Decision = Brief<OpenDay>;

const planOn = (tradeDate: IsoDate, brief: Brief<DayState>): Made => ({
  kind: 'outcome',
  outcome: {
    scope: 'all',
    tradeDate,
    tables: [],
    brokerBooks: [],
    rows: [],
    files: [],
    mails: [],
    warnings: [],
    ...brief,
  },
});

/** What a stage decided about an open day. */
export const decided = (decision: Decision): Plan => planOn(decision.state.tradeDate, decision);

/** What is decided about an earlier day while another is open, or none: the desk's own day stays as it is. */
export const decidedOn = (tradeDate: IsoDate, brief: Brief<DayState>): Plan => planOn(tradeDate, brief);

/** What a stage saw that decides nothing: it may look at a desk whose day nobody opened. @param today its date */
export const observed = (today: IsoDate, brief: Brief<DayState>): Made =>
  planOn(brief.state.tradeDate ?? today, brief);

/** Nothing changed, and why; the tabs are printed again all the same, which repairs them. */
export const unchanged = (
  headline: Message,
  decision: Omit<Decision, 'summary' | 'rows' | 'files' | 'mails' | 'brokerBooks'>,
): Plan => decided({ ...decision, summary: { headline, facts: [] } });

/** A figure under its name. */
export const fact = (label: Message, value: Message): Fact => ({ label, value });
