// Broker rows as a whole: parts add up to 100%, each can be written to, every pinned broker exists, nobody at work has gone.
import type { Problem } from '../../domain/problem';
import { dateOf, type IsoDate } from '../../domain/stamp';
import { nearest } from '../../domain/words';
import { type Message, msg } from '../../language/message';
import { brokers as brokersTab, etfs as etfsTab } from '../../sheets/tabs';
import { type DayInputs, valuesOf } from '../day/inputs';
import { type Check, findIn, findingsOf, percent } from './check';

const noBrokers: Check<DayInputs> = {
  code: 'no-brokers',
  setting: null,
  find: ({ brokers }) =>
    brokers.rows.length > 0
      ? []
      : [{ text: msg('no broker; add at least one'), place: { tab: brokersTab.name } }],
};

const brokerShares: Check<DayInputs> = {
  code: 'broker-shares',
  setting: null,
  find({ brokers, etfs }) {
    const sum = valuesOf(brokers).reduce((parts, { share }) => parts + share, 0);
    const isSplit = brokers.rows.length > 0 && valuesOf(etfs).some(({ broker }) => broker === null);
    if (!isSplit || Math.abs(sum - 1) <= 1e-9) return [];
    const text = msg('the column share adds up to {decimal}%; make it 100%', { decimal: percent(sum) });
    return [{ text, place: { tab: brokersTab.name } }];
  },
};

const noEmail: Check<DayInputs> = {
  code: 'no-email',
  setting: null,
  find: ({ brokers }) =>
    findIn(brokers, 'emails', ({ emails, name: broker }) =>
      emails.length > 0 ? null : msg('{broker} has no e-mail; add where its orders go', { broker }),
    ),
};

const unknownBroker: Check<DayInputs> = {
  code: 'unknown-broker',
  setting: null,
  find: ({ brokers, etfs }) =>
    findIn(etfs, 'broker', ({ broker }) =>
      broker === null || valuesOf(brokers).some(({ name }) => name === broker)
        ? null
        : msg('"{broker}" is no broker of the brokers tab; add it there or leave the cell blank', { broker }),
    ),
};

interface WorkingSubject {
  readonly inputs: DayInputs;
  /** The trade date whose work is looked at. */
  readonly day: IsoDate;
}

const missing = (worked: readonly string[], known: readonly string[]): readonly string[] =>
  [...new Set(worked)].filter((name) => !known.includes(name)).sort();

/** Only what is written otherwise is a slip: whoever has gone has its own name. */
function misspelt(broker: string, known: readonly string[]): Message | null {
  const likely = nearest(broker, known);
  return likely === null
    ? null
    : msg('"{broker}" has orders or fills of the day and is no broker of the tab brokers; write {likely}', {
        broker,
        likely,
      });
}

const brokerGone: Check<WorkingSubject> = {
  code: 'broker-gone',
  setting: null,
  find({ inputs: { state, executions, brokers }, day }) {
    if (state.tradeDate !== day) return [];
    const fills = valuesOf(executions).filter(({ date, status }) => date === day && status !== 'BUSTED');
    const worked = [...state.instructions, ...fills].map(({ broker }) => broker);
    const known = valuesOf(brokers).map(({ name }) => name);
    return missing(worked, known).map((broker) => ({
      text:
        misspelt(broker, known) ??
        msg(
          '{broker} has orders or fills of the day and cannot be told anything; put its row back, with share 0 if it is to get nothing more',
          { broker },
        ),
      place: { tab: brokersTab.name },
    }));
  },
};

const etfGone: Check<WorkingSubject> = {
  code: 'etf-gone',
  setting: null,
  find({ inputs: { state, etfs }, day }) {
    if (state.tradeDate !== day) return [];
    const worked = state.instructions.map(({ asset }) => asset);
    const known = valuesOf(etfs).map(({ asset }) => asset);
    return missing(worked, known).map((code) => ({
      text: msg('{code} has orders of the day; put its row back until the day is allocated', { code }),
      place: { tab: etfsTab.name },
    }));
  },
};

export const WORKING_CHECKS: readonly Check<WorkingSubject>[] = [brokerGone, etfGone];
export const BROKER_CHECKS: readonly Check<DayInputs>[] = [noBrokers, brokerShares, noEmail];

/** Whoever has orders or fills of the day can still be told: a broker or an ETF that left its tab cannot. */
export const checkWorking = (inputs: DayInputs, day: IsoDate): readonly Problem[] =>
  findingsOf(WORKING_CHECKS, { inputs, day }, inputs.settings);

export const checkBrokers = (inputs: DayInputs): readonly Problem[] => [
  ...findingsOf(BROKER_CHECKS, inputs, inputs.settings),
  ...checkWorking(inputs, dateOf(inputs.now)),
  ...findingsOf([unknownBroker], inputs, inputs.settings),
];
