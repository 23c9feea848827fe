// What is to be done about an alert, as the day's steps and its allocation leave it.
import { executed } from '../../domain/fill';
import type { Cents } from '../../domain/money';
import { timeOf } from '../../domain/stamp';
import { type Message, msg } from '../../language/message';
import type { AgendaStep } from '../agenda/agenda';
import { nextForEtf, offered } from '../agenda/nextStep';
import { shownStanding } from '../allocation/booked';
import { takenBack } from '../betweenRounds';
import { capRoom } from '../caps/capRoom';
import { isBrokerStopped } from '../caps/stopped';
import { fillsFor } from '../checks/fillsSubject';
import { partsOf, samePart } from '../completeness';
import { workSubject } from '../day/acceptances';
import { countedFills, fillsOf } from '../day/fills';
import type { DayInputs } from '../day/inputs';
import { type AllocatedPart, inForce, isOpen } from '../day/state';
import type { Bust } from './busts';
import { isFinished } from './finished';
import { orderSides, type SideFigures } from './sides';

/** What a look at the day has: its steps are asked once. */
export interface Today {
  readonly inputs: DayInputs;
  readonly agenda: readonly AgendaStep[];
  readonly isTrading: boolean;
}

/** What no fund wants is given back in a round, where one is left and may. */
export function whatOfExcess({ inputs, agenda }: Today, broker: string): Message {
  const { state, settings } = inputs;
  if (state.allocation !== null)
    return msg(
      'Call {broker}. The day is allocated: what no fund took is settled with it, and stands in the report.',
      {
        broker,
      },
    );
  const isRoundLeft = agenda.some(({ stage, slots }) => stage === 'adjustments' && slots.length > 0);
  return isRoundLeft && settings.giveBack !== 'never'
    ? msg(
        'Call {broker}. If the fills are right, the last round gives back what no fund wants, as give_back says.',
        {
          broker,
        },
      )
    : msg(
        'Call {broker}. If the fills are right, the funds keep what is too much: no round is left that gives it back.',
        {
          broker,
        },
      );
}

/** What to do, and the stage that does it where it is due. */
interface Advice {
  readonly todo: Message;
  readonly request: ReturnType<typeof offered>;
}

/** The money that a bust leaves to be seen to, and what to do. */
interface AfterBust extends Advice {
  readonly money: Cents;
}

/** null = nothing is left to be done: no fund calls for it any more, or the allocation does not count it. */
export function afterBust(today: Today, bust: Bust): AfterBust | null {
  const { inputs, agenda, isTrading } = today;
  const request = offered(agenda.find(({ stage }) => stage === 'final') ?? null);
  if (inputs.state.allocation !== null)
    return isAllocated(inputs, bust)
      ? {
          ...{ request, money: bust.money },
          todo: msg('Run the final allocation again: its next version counts them no more.'),
        }
      : null;
  const { state } = inputs;
  // Where a step of today replaces the caps it is left to that.
  const isLeft = isTrading && nextForEtf(inputs, agenda, bust.asset) === null;
  const back = isLeft && isOpen(state) ? takenBack({ ...inputs, state }, bust.asset) : null;
  if (back !== null)
    return {
      ...{ request: null, money: back.money },
      todo: msg(
        'Nothing counts them any more, and the caps of {code} leave {money} more than funds call for: run the adjustment cycle, it takes that back at any hour.',
        { code: bust.asset, money: back.money },
      ),
    };
  // Traded again, by whomever, or not wanted any more: what the side has too much is another alert.
  const own = orderSides(shownStanding(inputs)).find(
    ({ asset, side }) => asset === bust.asset && side === bust.side,
  );
  if (own === undefined || isFinished(own, inputs.settings.tolerance)) return null;
  const money = Math.min(bust.money, own.open);
  if (!isTrading)
    return {
      ...{ request, money },
      todo: msg('Nothing counts them any more: the final allocation leaves them out.'),
    };
  return { request: null, money, todo: againToday(today, bust, own) };
}

/** While the market is open: whether its broker may trade it again is its own cap's to say. */
function againToday({ inputs, agenda }: Today, { asset, side, broker }: Bust, own: SideFigures): Message {
  const { state } = inputs;
  const work = { asset, side, broker };
  const cap = inForce(state.instructions).find((one) => workSubject(one) === workSubject(work));
  const price = own.funds[0]?.position.price ?? 0;
  const room =
    cap === undefined || isBrokerStopped(state, work)
      ? 0
      : capRoom(cap, executed(fillsFor(countedFills(inputs), work)), price);
  const step = nextForEtf(inputs, agenda, asset);
  const { open: money } = own;
  if (room > 0) {
    const holes = { money, money2: Math.min(room, money), broker };
    return step === null
      ? msg(
          'Nothing counts them any more. {money} of the side is open, and the cap of {broker} leaves {money2} for it: {broker} may trade them again. No step of today replaces the caps.',
          holes,
        )
      : msg(
          'Nothing counts them any more. {money} of the side is open, and the cap of {broker} leaves {money2} for it. Ask {broker} whether it trades them again; the next step replaces the caps.',
          holes,
        );
  }
  return step === null
    ? msg(
        'Nothing counts them any more. {money} of the side is open, and the cap of {broker} leaves nothing for it; no step of today replaces the caps: amend the order, or leave what is open as it is.',
        { money, broker },
      )
    : msg(
        'Nothing counts them any more. {money} of the side is open, and the cap of {broker} leaves nothing for it: {said} replaces the caps.',
        { money, broker, said: step.title },
      );
}

/**
 * Whether the latest allocation counts a bust: what its broker traded there is not what was allocated, and the bust was heard of
 * after it. Where nobody knows when, fills that came since and nothing else make it more, not less.
 */
function isAllocated({ state, executions }: DayInputs, bust: Bust): boolean {
  const of = (all: readonly AllocatedPart[]): AllocatedPart | undefined =>
    all.find((part) => workSubject(part) === workSubject(bust));
  const before = of(state.allocation?.parts ?? []);
  if (before === undefined) return false;
  const after = of(partsOf(fillsOf({ state, executions })));
  if (after === undefined) return true;
  if (samePart(before, after)) return false;
  const allocatedAt = state.marks.find(({ stage }) => stage === 'final')?.at ?? null;
  return bust.heardAt !== null && allocatedAt !== null
    ? bust.heardAt > allocatedAt
    : !(after.fills > before.fills && after.shares > before.shares);
}

/** What sets the limits anew, and when. */
export function newLimits({ inputs: { now } }: Today, step: AgendaStep | null): Message {
  if (step === null)
    return msg('No step of today sets the limits anew: amend the order, or leave what is open as it is.');
  const said = step.title;
  if (offered(step) !== null) return msg('{said} is due: it sets the limits anew from the iNAV.', { said });
  const at = step.slots.find((slot) => slot > now) ?? null;
  return at === null
    ? msg('{said} sets the limits anew from the iNAV.', { said })
    : msg('{said} at {time} sets the limits anew from the iNAV; until then these orders rest.', {
        said,
        time: timeOf(at),
      });
}
