// What a trader should look at now, ranked by what it may cost, each with what to do. Nothing here stops a stage.
import { bySide, sidesSaid } from '../../domain/bySide';
import { type Problem, warning } from '../../domain/problem';
import type { StageName } from '../../domain/stage';
import { minutesBetween, timeOf } from '../../domain/stamp';
import type { Side } from '../../domain/trade';
import { type Message, msg } from '../../language/message';
import { executions } from '../../sheets/tabs';
import { agendaOf } from '../agenda/agenda';
import { isTodays, tradingOver } from '../agenda/moments';
import { nextForEtf, offered } from '../agenda/nextStep';
import { type Naked, nakedIn } from '../allocation/naked';
import { brokenCaps } from '../checks/brokenCaps';
import { beyondLimits } from '../checks/limitPrice';
import { countedFills } from '../day/fills';
import { type DayInputs, valuesOf } from '../day/inputs';
import { intentKey } from '../day/keys';
import { liveQuotes } from '../day/quotes';
import { afterBust, newLimits, type Today, whatOfExcess } from './alertAdvice';
import { type AlertCost, partOf, tradedAgain, undelivered } from './alertCost';
import type { Blotter, BlotterSide } from './blotter';
import { bustsOf } from './busts';
import { changedOrders, saidChange, warningsOf } from './changedOrders';
import { shortFunds } from './names';

export type AlertKind =
  | 'changed'
  | 'naked'
  | 'cap'
  | 'bust'
  | 'limit'
  | 'limit-passed'
  | 'stale-inav'
  | 'cutoff';

export interface Alert extends AlertCost {
  readonly kind: AlertKind;
  /** Names it and how much it is: what was put away comes back once it is more. */
  readonly key: string;
  readonly asset: string;
  readonly side: Side | null;
  readonly broker: string | null;
  /** Those of one kind and one cause are one thing to do. */
  readonly cause: string;
  readonly said: Message;
  readonly todo: Message;
  /** The stage that mends it and is due, as it is asked for; null = a person does, or it is not its time. */
  readonly request: { readonly stage: StageName; readonly scope?: string } | null;
  /** The warning by which stages say the same; null = none does. */
  readonly warning: Problem | null;
}

/** A cut-off is urgent from so many minutes before it. */
const CUTOFF_MINUTES = 15;

/** What costs most comes first. */
export function alertsOf(inputs: DayInputs, blotter: Blotter): readonly Alert[] {
  if (!isTodays(inputs)) return [];
  const sold = nakedIn(inputs);
  const today = { inputs, agenda: agendaOf(inputs), isTrading: tradingOver(inputs) === null };
  const found = [
    ...changed(inputs),
    ...naked(today, sold),
    ...caps(today, sold),
    ...busts(today),
    ...limits(inputs),
    ...(today.isTrading ? whileTrading(today, blotter) : []),
  ];
  return found.slice().sort((a, b) => b.cost - a.cost || (a.key < b.key ? -1 : 1));
}

const whileTrading = (today: Today, blotter: Blotter): readonly Alert[] => [
  ...passedLimits(today, blotter),
  ...staleInavs(today.inputs, blotter),
  ...cutoffs(today, blotter),
];

type Named = Pick<Alert, 'kind' | 'asset' | 'side' | 'broker'>;
const keyed = (
  of: Named,
  much: string | number = '',
): Named & Pick<Alert, 'key' | 'cause' | 'request' | 'warning'> => ({
  ...of,
  key: [of.kind, of.asset, of.side ?? '', of.broker ?? '', much].join('/'),
  cause: of.broker ?? of.asset,
  request: null,
  warning: null,
});

/** Orders that are worked otherwise than daily-trades asks for; all of them are one amendment. */
function changed(inputs: DayInputs): readonly Alert[] {
  const found = changedOrders(inputs);
  const { changes, mayAmend } = found;
  const [own = null] = changes.length === 0 ? [] : warningsOf(inputs, found);
  const short = shortFunds(inputs);
  return changes.map((change) => {
    const { asset, side, amount } = change.order;
    return {
      ...keyed({ kind: 'changed', asset, side, broker: null }, `${intentKey(change.order)} ${amount}`),
      ...tradedAgain(inputs, asset, amount - change.before),
      cause: '',
      warning: own,
      request: mayAmend ? { stage: 'amend' } : null,
      said: msg('daily-trades differs from what is worked: {said}', { said: saidChange(change, short) }),
      todo: mayAmend
        ? msg('Amend an order, or put the old amount back into daily-trades.')
        : msg('It is too late to amend: the day stays as it was worked.'),
    };
  });
}

/** What is sold that no fund has: it is bought again, whatever the rounds do. */
const naked = ({ inputs, isTrading }: Today, sold: readonly Naked[]): readonly Alert[] =>
  sold.map(({ asset, shares, price, brokers, text }) => ({
    ...keyed({ kind: 'naked', asset, side: 'SELL', broker: null }, shares),
    ...undelivered(shares, liveQuotes(inputs).get(asset)?.inav ?? price),
    warning: warning('naked-sale', text, { tab: executions.name }),
    said: text,
    todo: isTrading
      ? msg(
          'Call {brokers}: have them buy the shares back or borrow them, and tell the administrator. Stop who may still sell; no round can give back what no fund has.',
          { brokers: brokers.join(', ') },
        )
      : msg('Call {brokers}: the shares have to be borrowed or bought, and tell the administrator.', {
          brokers: brokers.join(', '),
        }),
  }));

const caps = (today: Today, sold: readonly Naked[]): readonly Alert[] =>
  brokenCaps({ instructions: today.inputs.state.instructions, fills: countedFills(today.inputs) }).map(
    ({ instruction: { asset, side, broker, version }, over, text }) => ({
      ...keyed({ kind: 'cap', asset, side, broker }, `v${version} ${over}`),
      ...tradedAgain(today.inputs, asset, over),
      warning: warning('above-cap', text, { tab: executions.name }),
      said: text,
      todo:
        side === 'SELL' && sold.some((own) => own.asset === asset)
          ? msg(
              'Call {broker}. If the fills are right, shares of {code} are sold that no fund has: no round gives those back.',
              { broker, code: asset },
            )
          : whatOfExcess(today, broker),
    }),
  );

const busts = (today: Today): readonly Alert[] =>
  bustsOf(today.inputs).flatMap((bust): readonly Alert[] => {
    const after = afterBust(today, bust);
    if (after === null) return [];
    const { asset, side, broker, money: busted, said } = bust;
    const { money, todo, request } = after;
    return [
      {
        ...keyed({ kind: 'bust', asset, side, broker }, busted),
        ...tradedAgain(today.inputs, asset, money),
        ...{ said, todo, request },
      },
    ];
  });

const limits = (inputs: DayInputs): readonly Alert[] =>
  beyondLimits({
    instructions: inputs.state.instructions,
    fills: countedFills(inputs),
  }).map(({ instruction: { asset, side, broker }, cost, text }) => ({
    ...keyed({ kind: 'limit', asset, side, broker }, cost),
    ...{ cost, money: cost, basis: msg('what these fills cost beyond their limit, to the cent') },
    warning: warning('beyond-limit', text, { tab: executions.name }),
    said: text,
    todo: msg('Ask {broker} for a correction, or for its reason; then put it away.', { broker }),
  }));

const isOpen = ({ open, cap, capLeft }: BlotterSide): boolean => open > 0 && cap > 0 && capLeft > 0;

/** A broker may not trade at what the ETF is worth. */
const passedLimits = (today: Today, { sides }: Blotter): readonly Alert[] =>
  sides.flatMap((row): readonly Alert[] => {
    const { inputs, agenda } = today;
    const { asset, side, headroomBps, open: money } = row;
    if (headroomBps === null || headroomBps >= 0 || !isOpen(row)) return [];
    const again = tradedAgain(inputs, asset, money);
    const step = nextForEtf(inputs, agenda, asset);
    const bps = -headroomBps;
    return [
      {
        ...keyed({ kind: 'limit-passed', asset, side, broker: null }),
        ...again,
        cause: step?.name ?? '',
        request: offered(step),
        cost: again.cost + partOf(money, headroomBps),
        basis: msg('{said}, and the {bps} bps beyond the limit', { said: again.basis, bps }),
        said: msg('the iNAV of {code} has passed the limit of {side} by {bps} bps: {money} stays undone', {
          ...{ code: asset, side, bps, money },
        }),
        todo: newLimits(today, step),
      },
    ];
  });

function staleInavs(inputs: DayInputs, { sides }: Blotter): readonly Alert[] {
  const { quotes, settings, now } = inputs;
  return valuesOf(quotes).flatMap(({ asset, asOf }): readonly Alert[] => {
    const age = minutesBetween(asOf, now);
    const open = sides.filter((row) => row.asset === asset && isOpen(row));
    if (age <= settings.inavMaxAge || open.length === 0) return [];
    const money = bySide(open, (row) => ({ side: row.side, money: row.open }));
    return [
      {
        ...keyed({ kind: 'stale-inav', asset, side: null, broker: null }, timeOf(asOf)),
        ...tradedAgain(inputs, asset, money.BUY + money.SELL),
        cause: '',
        said: msg('the iNAV of {code} is of {time}, {n} {n|minute|minutes} ago; {said} open', {
          ...{ code: asset, time: timeOf(asOf), n: age, said: sidesSaid(money) },
        }),
        todo: msg(
          'Refresh executions fetches the iNAV, too; if it stays old, ask its provider or type it into market-data.',
        ),
      },
    ];
  });
}

function cutoffs({ inputs, agenda }: Today, { sides }: Blotter): readonly Alert[] {
  const waiting = agenda.flatMap((step) => step.waiting.map((one) => ({ ...one, step })));
  return waiting.flatMap(({ asset, until, step: { scope, whyNot } }): readonly Alert[] => {
    const left = minutesBetween(inputs.now, until);
    if (until < inputs.now || left > CUTOFF_MINUTES) return [];
    const money = bySide(
      sides.filter((row) => row.asset === asset),
      ({ side, open: money }) => ({ side, money }),
    );
    return [
      {
        ...keyed({ kind: 'cutoff', asset, side: null, broker: null }),
        ...tradedAgain(inputs, asset, money.BUY + money.SELL),
        cause: `${scope} ${until}`,
        request: whyNot === null ? { stage: 'primary', scope } : null,
        said: msg(
          'units of {code} can be asked for until {time}, {n} {n|minute|minutes} from now; {said} open',
          {
            ...{ code: asset, time: timeOf(until), n: left, said: sidesSaid(money) },
          },
        ),
        todo: msg('Run Primary units for {family} now.', { family: scope }),
      },
    ];
  });
}
