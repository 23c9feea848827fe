// Midday: chooses each fund's whole creation or redemption units, asks the administrators for them and lets the
// brokers work only what the units leave open.
import type { Etf, PrimaryScope } from '../domain/etf';
import { notional } from '../domain/money';
import type { Problem } from '../domain/problem';
import { msg, verbatim } from '../language/message';
import { administratorMail } from '../messages/administrator';
import { type PrimaryRow, primaryRequests } from '../sheets/tabs';
import { saveRows } from '../sheets/warehouse';
import { printTable, type TableCells } from '../sheets/write';
import {
  checkBrokers,
  checkCutoffs,
  checkMarketOpen,
  checkQuotes,
  checkTradingDay,
} from './checks/dayChecks';
import { changedBooks } from './day/brokerBooks';
import { type DayInputs, find, valuesOf } from './day/inputs';
import { amounting, counted, type KeyedMail, type Plan, refused } from './day/outcome';
import {
  fillsOf,
  fillWarnings,
  freezeQuotes,
  instructionMails,
  instructionRows,
  liveQuotes,
  requireOpenDay,
} from './day/quotes';
import type { DayState, UnitRequest } from './day/state';
import { ordersTable, type Reasoned, withReasons } from './day/tables';
import { instruct } from './split/instruct';
import { bps, memberKey, standing, targetsOf } from './split/positions';
import { chooseUnits } from './split/unitChoice';

export interface PrimaryRequest {
  readonly scope: PrimaryScope;
  /** The trader's tick that brokers have paused; null when nobody was asked. */
  readonly paused: boolean | null;
}

export function planPrimaryUnits(inputs: DayInputs, request: PrimaryRequest): Plan {
  const closed = requireOpenDay(inputs);
  if (closed) return closed;
  const { state } = inputs;
  const decided = new Set(state.units.map(({ asset }) => asset));
  const wanted = new Set(targetsOf(state).map(({ asset }) => asset));
  const etfs = valuesOf(inputs.etfs)
    .filter(({ asset, family }) => wanted.has(asset) && (request.scope === 'all' || family === request.scope))
    .sort((a, b) => (a.asset < b.asset ? -1 : 1));
  const assets = etfs.map(({ asset }) => asset).filter((asset) => !decided.has(asset));
  if (assets.length === 0) return nothingNew(inputs, request, etfs.length);

  const problems = [
    ...checkTradingDay(inputs),
    ...checkMarketOpen(inputs),
    ...checkCutoffs(inputs, assets),
    ...checkBrokers(inputs),
    ...checkQuotes(inputs, assets),
    ...checkAdministrators(inputs, etfs),
    ...fillWarnings(inputs),
    ...pausedWarning(request),
  ];
  if (problems.some(({ severity }) => severity === 'error')) return refused(problems);

  const quotes = liveQuotes(inputs);
  const chosen = etfs.filter(({ asset }) => assets.includes(asset));
  const units = chooseUnits(inputs, chosen, quotes);
  const decidedState: DayState = {
    ...state,
    quotes: freezeQuotes(inputs, assets, 'primary'),
    units: [...state.units, ...units].sort((a, b) => (unitKey(a) < unitKey(b) ? -1 : 1)),
  };
  const next = instruct({
    tradeDate: state.tradeDate ?? '',
    now: inputs.now,
    user: inputs.user,
    state: decidedState,
    standing: standing(decidedState, fillsOf(inputs), quotes, inputs.settings.weighting),
    quotes,
    etfs,
    brokers: valuesOf(inputs.brokers),
    assets,
    tolerance: inputs.settings.tolerance,
    reprice: true,
  });
  const after: DayState = {
    ...decidedState,
    opposites: next.opposites,
    instructions: [...state.instructions, ...next.instructions],
  };
  const rows = primaryRows(inputs, after);
  const news = rows.filter(({ asset }) => assets.includes(asset));
  const requests = news.filter((row) => row.units > 0);
  const value = requests.reduce((sum, row) => sum + row.value, 0);
  const asked = requests.reduce((sum, row) => sum + row.units, 0);
  const figures = { n: asked, n2: requests.length, money: value, n3: next.instructions.length };
  return {
    kind: 'outcome',
    outcome: {
      stage: 'primary',
      scope: request.scope,
      tradeDate: state.tradeDate ?? '',
      state: after,
      tables: [requestsTable(inputs, rows), ordersTable(after)],
      brokerBooks: changedBooks(inputs, after),
      rows: [
        saveRows('primary_request_rows', primaryRequests, withReasons(news, 'en')),
        ...instructionRows(next.instructions),
      ],
      files: [],
      mails: [
        ...administratorMails(inputs, etfs, requests),
        ...instructionMails(inputs, 'primary', next.instructions),
      ],
      warnings: problems,
      summary: {
        headline: request.paused
          ? msg(
              '{n} {n|unit|units} in {n2} {n2|request|requests}, about {money}; {n3} {n3|cap|caps} replaced; brokers paused',
              figures,
            )
          : msg(
              '{n} {n|unit|units} in {n2} {n2|request|requests}, about {money}; {n3} {n3|cap|caps} replaced',
              figures,
            ),
        facts: [
          { label: msg('ETFs'), value: verbatim(assets.join(', ')) },
          { label: msg('requests'), value: counted(requests.length) },
          { label: msg('units'), value: counted(asked) },
          { label: msg('about'), value: amounting(value) },
          { label: msg('caps replaced'), value: counted(next.instructions.length) },
        ],
      },
    },
  };
}

const unitKey = ({ cnpj, asset, side }: UnitRequest): string => `${asset}/${side}/${cnpj}`;

const requestsTable = ({ settings }: DayInputs, rows: readonly Reasoned<PrimaryRow>[]): TableCells =>
  printTable(primaryRequests, withReasons(rows, settings.deskLanguage));

function nothingNew(inputs: DayInputs, request: PrimaryRequest, count: number): Plan {
  const { state } = inputs;
  const why =
    count === 0
      ? request.scope === 'all'
        ? msg('no fund trades an ETF today')
        : msg('no fund trades an ETF of {family} today', { family: request.scope })
      : msg('the units are decided already; nothing changed');
  return {
    kind: 'outcome',
    outcome: {
      stage: 'primary',
      scope: request.scope,
      tradeDate: state.tradeDate ?? '',
      state,
      tables: [requestsTable(inputs, primaryRows(inputs, state)), ordersTable(state)],
      brokerBooks: [],
      rows: [],
      files: [],
      mails: [],
      warnings: [],
      summary: { headline: why, facts: [] },
    },
  };
}

function pausedWarning({ paused }: PrimaryRequest): readonly Problem[] {
  if (paused) return [];
  const text =
    'nobody confirmed that the brokers’ working orders are paused; fills of these minutes come on top';
  return [{ severity: 'warning', code: 'not-paused', tab: null, cell: null, text }];
}

function checkAdministrators(inputs: DayInputs, etfs: readonly Etf[]): readonly Problem[] {
  return etfs
    .filter(({ administratorEmails }) => administratorEmails.length === 0)
    .map(({ asset }) => ({
      severity: 'error' as const,
      code: 'no-administrator',
      tab: inputs.etfs.tab,
      cell: null,
      text: `${asset} has no administrator_emails; add where its requests go`,
    }));
}

/** Every request of the day as the tab shows it, both families. */
export function primaryRows(inputs: DayInputs, state: DayState): readonly Reasoned<PrimaryRow>[] {
  const targets = new Map(
    targetsOf(state).map((target) => [memberKey(target.cnpj, target.asset, target.side), target]),
  );
  return state.units.flatMap((unit) => {
    const target = targets.get(memberKey(unit.cnpj, unit.asset, unit.side));
    const etf = find(inputs.etfs, ({ asset }) => asset === unit.asset);
    if (!target) return [];
    const unitValue = notional(unit.sharesPerUnit, unit.inav);
    const bought = notional(unit.executedShares, unit.price);
    const residual = target.amount - unit.units * unitValue - bought;
    return [
      {
        tradeDate: state.tradeDate ?? '',
        family: etf?.family ?? '',
        asset: unit.asset,
        side: unit.side,
        request:
          unit.units === 0
            ? ('none' as const)
            : unit.side === 'BUY'
              ? ('creation' as const)
              : ('redemption' as const),
        fund: target.fund,
        cnpj: unit.cnpj,
        units: unit.units,
        unitShares: unit.sharesPerUnit,
        unitValue,
        value: unit.units * unitValue,
        administrator: etf?.administrator ?? null,
        target: target.amount,
        executedShares: unit.executedShares,
        residual,
        residualBps: bps(residual, target.amount),
        reasons: unit.reasons,
        objective: unit.objective,
        lowerBound: unit.lowerBound,
        proRataUnits: unit.proRataUnits,
        oneUnitMore: unit.oneUnitMore,
        oneUnitLess: unit.oneUnitLess,
      },
    ];
  });
}

function administratorMails(
  inputs: DayInputs,
  etfs: readonly Etf[],
  requests: readonly Reasoned<PrimaryRow>[],
): readonly KeyedMail[] {
  const { deskName, traderEmails } = inputs.settings;
  const tradeDate = inputs.state.tradeDate ?? '';
  return etfs.flatMap((etf) => {
    const lines = requests
      .filter(({ asset }) => asset === etf.asset)
      .flatMap(({ cnpj, units, unitShares, value, side }) => {
        const fund = find(inputs.funds, (candidate) => candidate.cnpj === cnpj);
        return fund ? [{ fund, units, sharesPerUnit: unitShares, value, side }] : [];
      });
    if (lines.length === 0) return [];
    const message = administratorMail({
      to: etf.administratorEmails,
      administrator: etf.administrator ?? etf.asset,
      tradeDate,
      deskName,
      copy: traderEmails,
      asset: etf.asset,
      lines,
    });
    return [{ key: `${tradeDate} administrator ${etf.asset}`, message }];
  });
}
