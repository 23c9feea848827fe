// Checks on the day itself: brokers, quotes, hours and cut-offs.
import { session } from '../../domain/calendar';
import type { Problem } from '../../domain/problem';
import { dateOf, type IsoDate, minutesBetween, timeOf } from '../../domain/stamp';
import { problemAt } from '../../sheets/read';
import { type DayInputs, valuesOf } from '../day/inputs';
import { finding, general } from './finding';

/** Broker rows as a whole: parts add up to 100%, every pinned broker exists. */
export function checkBrokers(inputs: DayInputs): readonly Problem[] {
  const { brokers, etfs } = inputs;
  const all = valuesOf(brokers);
  const sum = all.reduce((parts, { share }) => parts + share, 0);
  const problems: Problem[] = [];
  if (all.length === 0)
    problems.push(general('error', 'no-brokers', 'brokers', 'no broker; add at least one'));
  else if (valuesOf(etfs).some(({ broker }) => broker === null) && Math.abs(sum - 1) > 1e-9) {
    const text = `the column share adds up to ${Math.round(sum * 10_000) / 100}%; make it 100%`;
    problems.push(general('error', 'broker-shares', 'brokers', text));
  }
  for (const { row, value } of brokers.rows) {
    if (value.emails.length === 0) {
      problems.push(
        problemAt(
          brokers,
          row,
          'emails',
          'error',
          'no-email',
          `${value.name} has no e-mail; add where its orders go`,
        ),
      );
    }
  }
  problems.push(...checkWorking(inputs, dateOf(inputs.now)));
  for (const { row, value } of etfs.rows) {
    if (value.broker !== null && !all.some(({ name }) => name === value.broker)) {
      const text = `"${value.broker}" is no broker of the brokers tab; add it there or leave the cell blank`;
      problems.push(problemAt(etfs, row, 'broker', 'error', 'unknown-broker', text));
    }
  }
  return problems;
}

/** Whoever has orders or fills of the day can still be told: a broker or an ETF that left its tab cannot. */
export function checkWorking(inputs: DayInputs, day: IsoDate): readonly Problem[] {
  const { state } = inputs;
  if (state.tradeDate !== day) return [];
  const fills = valuesOf(inputs.executions).filter(({ date, status }) => date === day && status !== 'BUSTED');
  const missing = (worked: readonly string[], known: readonly string[]): readonly string[] =>
    [...new Set(worked)].filter((name) => !known.includes(name)).sort();
  const brokers = missing(
    [...state.instructions, ...fills].map(({ broker }) => broker),
    valuesOf(inputs.brokers).map(({ name }) => name),
  );
  const etfs = missing(
    state.instructions.map(({ asset }) => asset),
    valuesOf(inputs.etfs).map(({ asset }) => asset),
  );
  return [
    ...brokers.map((name) => {
      const text = `${name} has orders or fills of the day and cannot be told anything; put its row back, with share 0 if it is to get nothing more`;
      return general('error', 'broker-gone', 'brokers', text);
    }),
    ...etfs.map((asset) => {
      const text = `${asset} has orders of the day; put its row back until the day is allocated`;
      return general('error', 'etf-gone', 'etfs', text);
    }),
  ];
}

/** Each ETF has a quote, and a fresh one. */
export function checkQuotes(inputs: DayInputs, assets: readonly string[]): readonly Problem[] {
  const { quotes, settings, now } = inputs;
  return assets.flatMap((asset) => {
    const located = quotes.rows.find(({ value }) => value.asset === asset);
    if (!located) {
      const text = `no iNAV of ${asset}; add a row or set INAV_API_URL in settings`;
      return [general('error', 'no-inav', 'market-data', text)];
    }
    const { row, value } = located;
    const wrong: Problem[] = [];
    if (value.sharesPerUnit === 0) {
      wrong.push(
        problemAt(
          quotes,
          row,
          'sharesPerUnit',
          'error',
          'zero-unit',
          `one creation unit of ${asset} has no shares; correct it`,
        ),
      );
    }
    const age = minutesBetween(value.asOf, now);
    if (age > settings.inavMaxAge) {
      const text = `the iNAV of ${asset} is ${age} minutes old, at most ${settings.inavMaxAge} are allowed; refresh it`;
      wrong.push(
        ...finding(settings.checkStaleInav, (severity) =>
          problemAt(quotes, row, 'asOf', severity, 'stale-inav', text),
        ),
      );
    }
    return wrong;
  });
}

/** B3 trades today. */
export function checkTradingDay(inputs: DayInputs): readonly Problem[] {
  const today = dateOf(inputs.now);
  if (session(today, inputs.holidays) !== null) return [];
  const text = `B3 is closed on ${today}; if it is open after all, add the day with its hours to the holidays tab`;
  return finding(inputs.settings.checkTradingDay, (severity) =>
    general(severity, 'not-a-trading-day', 'holidays', text),
  );
}

/** The market can still be worked. */
export function checkMarketOpen(inputs: DayInputs): readonly Problem[] {
  const hours = session(dateOf(inputs.now), inputs.holidays);
  if (hours === null || timeOf(inputs.now) <= hours.close) return [];
  const text = `it is ${timeOf(inputs.now)} and trading ended at ${hours.close}; orders can no longer be worked today`;
  return finding(inputs.settings.checkCutoff, (severity) => general(severity, 'market-closed', null, text));
}

/** The administrators still take requests for these ETFs. */
export function checkCutoffs(inputs: DayInputs, assets: readonly string[]): readonly Problem[] {
  const { etfs, now, settings } = inputs;
  return etfs.rows.flatMap(({ row, value: { asset, primaryCutoff } }) => {
    if (!assets.includes(asset) || primaryCutoff === null || timeOf(now) <= primaryCutoff) return [];
    const text = `it is ${timeOf(now)} and the cut-off of ${asset} was ${primaryCutoff}; the administrator takes no more requests today`;
    return finding(settings.checkCutoff, (severity) =>
      problemAt(etfs, row, 'primaryCutoff', severity, 'past-cutoff', text),
    );
  });
}
