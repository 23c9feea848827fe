// What is to be done about an alert, as the day's steps and its allocation leave it.
import { timeOf } from '../../domain/stamp';
import { type Message, msg } from '../../language/message';
import type { AgendaStep } from '../day/agenda';
import type { DayInputs } from '../day/inputs';
import { nextForEtf, offered } from '../day/nextStep';

/** What a look at the day has: its steps are asked once. */
export interface Look {
  readonly inputs: DayInputs;
  readonly agenda: readonly AgendaStep[];
  readonly isTrading: boolean;
}

/** What no fund wants is given back in a round, where one is left and may. */
export function whatOfExcess({ inputs, agenda }: Look, broker: string): Message {
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

type AfterBust = (broker: string, asset: string) => Advice;

/** null once the allocation counts them no more: nothing is left to be done. */
export function afterBust({ inputs, agenda, isTrading }: Look): AfterBust | null {
  const final = agenda.find(({ stage }) => stage === 'final') ?? null;
  if (inputs.state.allocation !== null) {
    const request = offered(final);
    if (request === null) return null;
    return () => ({
      request,
      todo: msg('Run the final allocation again: its next version counts them no more.'),
    });
  }
  if (!isTrading)
    return () => ({
      request: offered(final),
      todo: msg('Nothing counts them any more: the final allocation leaves them out.'),
    });
  return (broker, asset) => ({
    request: null,
    todo:
      nextForEtf(inputs, agenda, asset) === null
        ? msg(
            'Nothing counts them any more, and the cap leaves room for them: {broker} may trade them again. No step of today replaces the caps.',
            { broker },
          )
        : msg(
            'Nothing counts them any more, and the cap leaves room for them. Ask {broker} whether it trades them again; the next step replaces the caps.',
            { broker },
          ),
  });
}

/** What sets the limits anew, and when. */
export function newLimits({ inputs: { now } }: Look, step: AgendaStep | null): Message {
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
