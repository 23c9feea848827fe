// Amend: the one way to change an intent once the day trades: with a reason, recorded with who did it.

import type { Intent } from '../domain/trade';
import { msg } from '../language/message';
import { orderIntents } from '../sheets/tabs';
import { saveRows } from '../sheets/warehouse';
import { checkBrokers, checkMarketOpen, checkQuotes, checkTradingDay } from './checks/dayChecks';
import { checkTrades } from './checks/tradeChecks';
import { changedBooks } from './day/brokerBooks';
import { type DayInputs, valuesOf } from './day/inputs';
import { amounting, type Plan, refused } from './day/outcome';
import {
  fillsOf,
  freezeQuotes,
  frozenQuotes,
  instructionMails,
  instructionRows,
  liveQuotes,
  requireOpenDay,
} from './day/quotes';
import type { DayState } from './day/state';
import { intentsTable, ordersTable } from './day/tables';
import { freeze } from './initialOrders';
import { instruct } from './split/instruct';
import { standing } from './split/positions';

export function planAmend(inputs: DayInputs, reason: string): Plan {
  const closed = requireOpenDay(inputs);
  if (closed) return closed;
  const { state } = inputs;
  const tradeDate = state.tradeDate ?? '';
  const { onshore, problems: found } = checkTrades(inputs);
  const amended = freeze(inputs, state, onshore, tradeDate, reason.trim());
  const dropped = state.intents.filter(
    (intent) => intent.amount > 0 && !amended.some((next) => sameIntent(next, intent)),
  );
  // A fund that was dropped keeps its line, at zero: what it was given has to go somewhere.
  const cancelled = dropped.map((intent) => ({
    ...intent,
    amount: 0,
    version: intent.version + 1,
    frozenAt: inputs.now,
    reason: reason.trim(),
    approvedBy: inputs.user,
  }));
  const gone = state.intents.filter(
    (intent) => intent.amount === 0 && !amended.some((next) => sameIntent(next, intent)),
  );
  const intents = [...amended, ...cancelled, ...gone];
  const changed = intents.filter((intent) => !state.intents.includes(intent));
  const assets = [...new Set(changed.map(({ asset }) => asset))].sort();
  const problems = [
    ...(reason.trim() === '' ? [noReason] : []),
    ...checkTradingDay(inputs),
    ...checkMarketOpen(inputs),
    ...found,
    ...checkBrokers(inputs),
    ...checkQuotes(inputs, assets),
  ];
  if (problems.some(({ severity }) => severity === 'error')) return refused(problems);

  const base: DayState = { ...state, intents };
  const quotes = liveQuotes(inputs);
  const next = instruct({
    tradeDate,
    now: inputs.now,
    user: inputs.user,
    state: base,
    standing: standing(
      base,
      fillsOf(inputs),
      new Map([...frozenQuotes(state), ...quotes]),
      inputs.settings.weighting,
    ),
    quotes,
    etfs: valuesOf(inputs.etfs),
    brokers: valuesOf(inputs.brokers),
    assets,
    tolerance: inputs.settings.tolerance,
    reprice: true,
  });
  const after: DayState =
    changed.length === 0
      ? state
      : {
          ...base,
          quotes: freezeQuotes(inputs, assets, 'adjustments'),
          opposites: next.opposites,
          instructions: [...state.instructions, ...next.instructions],
        };
  return {
    kind: 'outcome',
    outcome: {
      stage: 'amend',
      scope: 'all',
      tradeDate,
      state: after,
      tables: [intentsTable(after), ordersTable(after)],
      brokerBooks: changedBooks(inputs, after),
      rows:
        changed.length === 0
          ? []
          : [saveRows('order_intents', orderIntents, changed), ...instructionRows(next.instructions)],
      files: [],
      mails: instructionMails(inputs, 'amendment', next.instructions, reason.trim()),
      warnings: problems,
      summary: {
        headline:
          changed.length === 0
            ? msg('daily-trades says what was frozen; nothing to amend')
            : msg('{n} {n|intent|intents} amended, {n2} {n2|cap|caps} replaced', {
                n: changed.length,
                n2: next.instructions.length,
              }),
        facts: changed.map(({ fund, asset, side, amount }) => ({
          label: msg('{fund} {side} {code}', { fund, side, code: asset }),
          value: amounting(amount),
        })),
      },
    },
  };
}

const noReason = {
  severity: 'error',
  code: 'no-reason',
  tab: null,
  cell: null,
  text: 'an amendment needs a reason; write why the order changes',
} as const;

const sameIntent = (a: Intent, b: Intent): boolean =>
  a.cnpj === b.cnpj && a.asset === b.asset && a.side === b.side && a.strategy === b.strategy;
