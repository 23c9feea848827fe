// What a trader should look at now, ranked by what it may cost, each with what to do. Nothing here stops a stage.
import { type Cents, notional } from '../../domain/money';
import { type Problem, warning } from '../../domain/problem';
import { minutesBetween, timeOf } from '../../domain/stamp';
import type { Side } from '../../domain/trade';
import { type Message, msg } from '../../language/message';
import { executions } from '../../sheets/tabs';
import { brokenCaps } from '../checks/brokenCaps';
import { beyondLimits } from '../checks/limitPrice';
import { agendaOf } from '../day/agenda';
import { countedFills } from '../day/fills';
import { type DayInputs, valuesOf } from '../day/inputs';
import { isTodays, tradingOver } from '../day/moments';
import { liveQuotes } from '../day/quotes';
import { type Naked, nakedIn } from '../split/naked';
import type { Blotter, BlotterSide } from './blotter';
import { bustsOf } from './busts';

export type AlertKind = 'naked' | 'cap' | 'bust' | 'limit' | 'limit-passed' | 'stale-inav' | 'cutoff';

export interface Alert {
  readonly kind: AlertKind;
  /** Names it and how much it is: what was put away comes back once it is more. */
  readonly key: string;
  readonly asset: string;
  readonly side: Side | null;
  readonly broker: string | null;
  /** What it may cost: exact for prices beyond a limit, else what it takes to trade the money again at the ETF's spread. */
  readonly cost: Cents;
  readonly said: Message;
  readonly todo: Message;
  /** The stage that mends it, as it is asked for; null = a person does. */
  readonly request: { readonly stage: 'primary' | 'adjustments'; readonly scope?: string } | null;
  /** The warning by which stages say the same; null = none does. */
  readonly warning: Problem | null;
}

/** A cut-off is urgent from so many minutes before it. */
const CUTOFF_MINUTES = 15;

/** What costs most comes first. */
export function alertsOf(inputs: DayInputs, blotter: Blotter): readonly Alert[] {
  if (!isTodays(inputs)) return [];
  const sold = nakedIn(inputs);
  const found = [
    ...naked(inputs, sold),
    ...caps(inputs, sold),
    ...busts(inputs),
    ...limits(inputs),
    ...(tradingOver(inputs) === null ? whileTrading(inputs, blotter) : []),
  ];
  return found.slice().sort((a, b) => b.cost - a.cost || (a.key < b.key ? -1 : 1));
}

const whileTrading = (inputs: DayInputs, blotter: Blotter): readonly Alert[] => [
  ...passedLimits(inputs, blotter),
  ...staleInavs(inputs, blotter),
  ...cutoffs(inputs, blotter),
];

const partOf = (money: Cents, bps: number): Cents => Math.round(Math.abs(money * bps) / 10_000);

/** What trading this much again costs; where no spread is known, the limit stands for it. */
function tradedAgain(inputs: DayInputs, asset: string, money: Cents): Cents {
  const etf = valuesOf(inputs.etfs).find((one) => one.asset === asset);
  return partOf(money, etf?.spreadBps ?? etf?.limitBps ?? 0);
}

type Named = Pick<Alert, 'kind' | 'asset' | 'side' | 'broker'>;
const keyed = (
  of: Named,
  much: string | number = '',
): Named & Pick<Alert, 'key' | 'request' | 'warning'> => ({
  ...of,
  key: [of.kind, of.asset, of.side ?? '', of.broker ?? '', much].join('/'),
  request: null,
  warning: null,
});

/** What is sold that no fund has: it is bought again, whatever the rounds do. */
const naked = (inputs: DayInputs, sold: readonly Naked[]): readonly Alert[] =>
  sold.map(({ asset, shares, brokers, text }) => ({
    ...keyed({ kind: 'naked', asset, side: 'SELL', broker: null }, shares),
    cost: tradedAgain(inputs, asset, notional(shares, liveQuotes(inputs).get(asset)?.inav ?? 0)),
    warning: warning('naked-sale', text, { tab: executions.name }),
    said: text,
    todo: msg(
      'Call {brokers}: have them buy the shares back or borrow them, and tell the administrator. Stop who may still sell; no round can give back what no fund has.',
      { brokers: brokers.join(', ') },
    ),
  }));

const caps = (inputs: DayInputs, sold: readonly Naked[]): readonly Alert[] =>
  brokenCaps({ instructions: inputs.state.instructions, fills: countedFills(inputs) }).map(
    ({ instruction: { asset, side, broker, version }, over, text }) => ({
      ...keyed({ kind: 'cap', asset, side, broker }, `v${version} ${over}`),
      cost: tradedAgain(inputs, asset, over),
      warning: warning('above-cap', text, { tab: executions.name }),
      said: text,
      todo:
        side === 'SELL' && sold.some((own) => own.asset === asset)
          ? msg(
              'Call {broker}. If the fills are right, shares of {code} are sold that no fund has: no round gives those back.',
              { broker, code: asset },
            )
          : msg(
              'Call {broker}. If the fills are right, the last round gives back what no fund wants, as give_back says.',
              { broker },
            ),
    }),
  );

const busts = (inputs: DayInputs): readonly Alert[] =>
  bustsOf(inputs).map(({ asset, side, broker, money, said }) => ({
    ...keyed({ kind: 'bust', asset, side, broker }, money),
    cost: tradedAgain(inputs, asset, money),
    said,
    todo: msg(
      'Nothing counts them any more, and the cap leaves room for them. Ask {broker} whether it trades them again; the next round replaces the caps.',
      { broker },
    ),
  }));

const limits = (inputs: DayInputs): readonly Alert[] =>
  beyondLimits({
    instructions: inputs.state.instructions,
    fills: countedFills(inputs),
  }).map(({ instruction: { asset, side, broker }, cost, text }) => ({
    ...keyed({ kind: 'limit', asset, side, broker }, cost),
    cost,
    warning: warning('beyond-limit', text, { tab: executions.name }),
    said: text,
    todo: msg('Ask {broker} for a correction, or for its reason; then put it away.', { broker }),
  }));

const isOpen = ({ residual, cap, capLeft }: BlotterSide): boolean => residual > 0 && cap > 0 && capLeft > 0;

/** A broker may not trade at what the ETF is worth. */
const passedLimits = (inputs: DayInputs, { sides }: Blotter): readonly Alert[] =>
  sides.flatMap((row): readonly Alert[] => {
    const { asset, side, headroomBps, residual } = row;
    if (headroomBps === null || headroomBps >= 0 || !isOpen(row)) return [];
    return [
      {
        ...keyed({ kind: 'limit-passed', asset, side, broker: null }),
        request: { stage: 'adjustments' },
        cost: tradedAgain(inputs, asset, residual) + partOf(residual, headroomBps),
        said: msg(
          'the iNAV of {code} has passed the limit of {side} by {decimal} bps: {money} stays undone',
          {
            ...{ code: asset, side, decimal: -headroomBps, money: residual },
          },
        ),
        todo: msg('Run the adjustment cycle when its time comes: it sets the limits anew from the iNAV.'),
      },
    ];
  });

function staleInavs(inputs: DayInputs, { sides }: Blotter): readonly Alert[] {
  const { quotes, settings, now } = inputs;
  return valuesOf(quotes).flatMap(({ asset, asOf }): readonly Alert[] => {
    const age = minutesBetween(asOf, now);
    const open = sides.filter((row) => row.asset === asset && isOpen(row));
    if (age <= settings.inavMaxAge || open.length === 0) return [];
    const money = open.reduce((sum, { residual }) => sum + residual, 0);
    return [
      {
        ...keyed({ kind: 'stale-inav', asset, side: null, broker: null }, timeOf(asOf)),
        cost: tradedAgain(inputs, asset, money),
        said: msg('the iNAV of {code} is of {time}, {n} {n|minute|minutes} ago; {money} is open', {
          ...{ code: asset, time: timeOf(asOf), n: age, money },
        }),
        todo: msg(
          'Refresh executions fetches the iNAV, too; if it stays old, ask its provider or type it into market-data.',
        ),
      },
    ];
  });
}

function cutoffs(inputs: DayInputs, { sides }: Blotter): readonly Alert[] {
  const waiting = agendaOf(inputs).flatMap(({ waiting: own, scope }) =>
    own.map((one) => ({ ...one, scope })),
  );
  return waiting.flatMap(({ asset, until, scope }): readonly Alert[] => {
    const left = minutesBetween(inputs.now, until);
    if (until < inputs.now || left > CUTOFF_MINUTES) return [];
    const money = sides
      .filter((row) => row.asset === asset)
      .reduce((sum, { residual }) => sum + Math.max(0, residual), 0);
    return [
      {
        ...keyed({ kind: 'cutoff', asset, side: null, broker: null }),
        request: { stage: 'primary', scope },
        cost: tradedAgain(inputs, asset, money),
        said: msg(
          'units of {code} can be asked for until {time}, {n} {n|minute|minutes} from now; {money} is open',
          {
            ...{ code: asset, time: timeOf(until), n: left, money },
          },
        ),
        todo: msg('Run Primary units for {family} now.', { family: scope }),
      },
    ];
  });
}
