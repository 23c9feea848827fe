// Midday: chooses each fund's whole creation or redemption units, asks the administrators for them and lets the
// brokers work only what the units leave open.
import { ALL_FAMILIES, type Etf, type PrimaryScope } from '../domain/etf';
import { hasErrors } from '../domain/problem';
import { msg, verbatim } from '../language/message';
import { administratorMail } from '../messages/administrator';
import { primaryRequests } from '../sheets/tabs';
import { saveRows } from '../sheets/warehouse';
import { worked } from './caps/instructions';
import { fillWarnings } from './checks/fills';
import { meansWarnings } from './checks/means';
import { pausedWarning } from './checks/primary';
import { overrideWarnings } from './checks/unitOverrides';
import type { DayInputs, OpenInputs } from './day/inputs';
import type { KeyedMail } from './day/keyedMail';
import { fundOf } from './day/lookups';
import { liveQuotes } from './day/quotes';
import { settlesOn } from './day/settles';
import { capTables } from './decisions/caps';
import { giveBackCause, giveBackFacts, giveBackTables, withBegun } from './decisions/giveBacks';
import { primaryTables } from './decisions/primary';
import { changedWarnings } from './look/changedOrders';
import {
  amounting,
  counted,
  decided,
  fact,
  type Plan,
  refused,
  type Summary,
  unchanged,
} from './outcome/outcome';
import { ordersTable, withReasons } from './outcome/tables';
import { undecided, unitProblems, withUnits } from './primaryChoice';
import { dayStanding } from './standing/dayStanding';
import { type RequestRow, requestRows, requestsTable } from './units/requestRows';
import { searchWarnings } from './units/searchWarnings';

export interface PrimaryRequest {
  /** A family as the tab etfs spells it in lower case, or `all`. */
  readonly scope: PrimaryScope;
  /** The trader's tick that brokers have paused; null when nobody was asked. */
  readonly paused: boolean | null;
}

export function planPrimaryUnits(asked: DayInputs, { scope: wish, paused }: PrimaryRequest): Plan {
  const question = undecided(asked, wish);
  if (question.kind === 'refused') return question;
  const { inputs, scope, etfs, open, assets } = question;
  if (open.length === 0) return nothingNew(inputs, scope, etfs.length);

  const problems = [
    ...unitProblems(question),
    ...fillWarnings(inputs),
    ...meansWarnings(inputs),
    ...changedWarnings(inputs),
    ...pausedWarning(inputs, paused),
  ];
  if (hasErrors(problems)) return refused(problems);

  const chosen = withUnits(question);
  const current = dayStanding(inputs, chosen.state, liveQuotes(inputs));
  const work = worked(inputs, { state: chosen.state, assets, standing: current, occasion: 'primary' });
  const { state } = work;
  const rows = requestRows(inputs, state);
  const news = rows.filter(({ asset }) => assets.includes(asset));
  const requests = news.filter(({ units }) => units > 0);
  const cause = giveBackCause(inputs, []);
  const summary = summaryOf({ assets, requests, caps: work.news.length, paused });
  return decided({
    stage: 'primary',
    scope,
    state,
    tables: [requestsTable(inputs, rows), work.ordersTable],
    brokerBooks: work.brokerBooks,
    rows: [saveRows('primary_request_rows', primaryRequests, withReasons(news, 'en')), ...work.rows],
    mails: [...administratorMails(inputs, etfs, requests), ...work.mails],
    warnings: [
      ...problems,
      ...searchWarnings(chosen.search),
      ...work.warnings,
      ...overrideWarnings(news, state),
    ],
    decisions: [
      ...primaryTables(inputs, state, news, current),
      ...giveBackTables(work.giveBacks, cause),
      ...capTables(inputs.state, state),
    ],
    notes: work.notes,
    summary: {
      headline: withBegun(summary.headline, work.giveBacks),
      facts: [...summary.facts, ...giveBackFacts(work.giveBacks, cause)],
    },
  });
}

interface Requested {
  readonly assets: readonly string[];
  readonly requests: readonly RequestRow[];
  /** New versions of instructions. */
  readonly caps: number;
  readonly paused: boolean | null;
}

function summaryOf({ assets, requests, caps, paused }: Requested): Summary {
  const money = requests.reduce((sum, row) => sum + row.value, 0);
  const units = requests.reduce((sum, row) => sum + row.units, 0);
  const figures = { n: units, n2: requests.length, money, n3: caps };
  return {
    headline: paused
      ? msg(
          '{n} {n|unit|units} in {n2} {n2|request|requests}, about {money}; {n3} {n3|cap|caps} replaced; brokers paused',
          figures,
        )
      : msg(
          '{n} {n|unit|units} in {n2} {n2|request|requests}, about {money}; {n3} {n3|cap|caps} replaced',
          figures,
        ),
    facts: [
      fact(msg('ETFs'), verbatim(assets.join(', '))),
      fact(msg('requests'), counted(requests.length)),
      fact(msg('units'), counted(units)),
      fact(msg('about'), amounting(money)),
      fact(msg('caps replaced'), counted(caps)),
    ],
  };
}

function nothingNew(inputs: OpenInputs, scope: PrimaryScope, wanted: number): Plan {
  const { state } = inputs;
  const nobody =
    scope === ALL_FAMILIES
      ? msg('no fund trades an ETF today')
      : msg('no fund trades an ETF of {family} today', { family: scope });
  return unchanged(wanted === 0 ? nobody : msg('the units are decided already; nothing changed'), {
    stage: 'primary',
    scope,
    state,
    tables: [requestsTable(inputs, requestRows(inputs, state)), ordersTable(inputs, state)],
    warnings: changedWarnings(inputs),
  });
}

function administratorMails(
  inputs: OpenInputs,
  etfs: readonly Etf[],
  requests: readonly RequestRow[],
): readonly KeyedMail[] {
  const { settings, state } = inputs;
  const { tradeDate } = state;
  return etfs.flatMap((etf) => {
    const lines = requests
      .filter(({ asset }) => asset === etf.asset)
      .flatMap(({ cnpj, units, unitShares, value, side }) => {
        const fund = fundOf(inputs, cnpj);
        return fund ? [{ fund, units, sharesPerUnit: unitShares, value, side }] : [];
      });
    if (lines.length === 0) return [];
    const message = administratorMail({
      to: etf.administratorEmails,
      administrator: etf.administrator ?? etf.asset,
      tradeDate,
      settlementDate: settlesOn(inputs, tradeDate),
      deskName: settings.deskName,
      copy: settings.traderEmails,
      asset: etf.asset,
      lines,
    });
    return [{ key: `${tradeDate} administrator ${etf.asset}`, message }];
  });
}
