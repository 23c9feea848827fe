// A person takes the responsibility for something odd, for the day and with a reason: signed in the state, and in the log.

import { hasErrors, problemMessage } from '../../domain/problem';
import { reasonFault } from '../../domain/reason';
import { dateOf } from '../../domain/stamp';
import { type Message, msg, verbatim } from '../../language/message';
import { SaidError } from '../../language/print';
import { openOddities } from '../../stages/checks/plausible';
import { oddities } from '../../stages/completeness';
import { type Acceptance, fillSubject } from '../../stages/day/acceptances';
import type { DayInputs } from '../../stages/day/inputs';
import type { Missing } from '../../stages/day/missing';
import type { DayState } from '../../stages/day/state';
import { alone } from '../alone';
import type { Desk } from '../desk';
import { writeLastFetch } from '../fills/lastFetch';
import { lookAtExecutions, refreshFeeds } from '../fills/refresh';
import { note } from '../log/note';
import type { Services } from '../services';
import { deskOf, finishHalfWay, inputsNow, keepDecision } from './personDecides';

/** As somebody asks for it: what it is called and what it is about, as the list of what is odd has them. */
export interface OddAccepted {
  readonly code: string;
  readonly subject: string;
  readonly reason: string;
  /** What the list said of it, where somebody chose it there: what it says by now is another matter. Left out = nobody read one. */
  readonly listed?: Message;
}

/** What is open to be accepted, as the tabs stand. */
export const oddThings = (services: Services): readonly Missing[] => openIn(inputsNow(deskOf(services)));

const openIn = (inputs: DayInputs): readonly Missing[] => [...oddities(inputs), ...openOddities(inputs)];

/** @throws without a reason, or when nothing like it is open */
export function acceptOdd(services: Services, { subject, ...asked }: OddAccepted): Message {
  const { reason } = asked;
  const why = reason.trim();
  const fault = why === '' ? msg('accepting what is odd needs a reason; write why') : reasonFault(why);
  if (fault !== null) throw new SaidError(fault);
  return alone(services, () => accept(deskOf(services), { ...asked, subject: subject.trim(), reason: why }));
}

function accept(desk: Desk, { code, subject, reason, listed }: OddAccepted): Message {
  const { services, book, now } = desk;
  finishHalfWay(desk);
  const inputs = inputsNow(desk);
  const open = openIn(inputs);
  const odd = open.find((each) => each.code === code && each.subject === subject);
  if (odd !== undefined && listed !== undefined && !isSame(odd.text, listed)) throw notListed(odd.text);
  const subjects = code === 'vanished-fill' ? goneNow(desk, inputs, { subject, odd }) : odd ? [subject] : [];
  // Whoever accepted it was cut off before the list was made again.
  const isDecided = subjects.length === 0 && odd !== undefined && wasAccepted(inputs.state, code, subject);
  if (subjects.length === 0 && !isDecided) throw notOpen(open, code, subject);
  const what = odd?.text ?? verbatim(subject);
  const fresh = subjects.map(
    (each): Acceptance => ({ code, subject: each, reason, by: services.user(), at: now }),
  );
  const state: DayState = { ...inputs.state, acceptances: [...inputs.state.acceptances, ...fresh] };
  if (!isDecided)
    keepDecision(desk, inputs, {
      what: 'accept',
      headline: msg('Accept what is odd'),
      state,
      content: state.acceptances,
    });
  const found = refreshFeeds(desk, inputs.settings, isOfFeed(code) ? ['executions'] : [], state);
  book.flush();
  const headline = msg('accepted: {said}; because: {reason}', { said: what, reason });
  return note(services, { what: 'accept', headline, details: found });
}

/** Itself, or each fill of the broker that it is about. */
const wasAccepted = ({ acceptances }: DayState, code: string, subject: string): boolean =>
  acceptances.some(
    (each) => each.code === code && (each.subject === subject || each.subject.startsWith(`${subject} `)),
  );

const isOfFeed = (code: string): boolean =>
  ['vanished-fill', 'shrunk-fill', 'broker-left-out', 'unknown-bust'].includes(code);

/** Each fill by itself, as the feed has it now: what vanishes later, or has since it was listed, is another matter. */
function goneNow(
  desk: Desk,
  { settings, state }: DayInputs,
  { subject, odd }: { readonly subject: string; readonly odd: Missing | undefined },
): readonly string[] {
  const { merged, problems } = lookAtExecutions(
    desk,
    { settings, feeds: desk.services.feeds(settings) },
    state,
  );
  const [bad] = problems;
  if (merged === null && bad !== undefined && hasErrors(problems)) throw new SaidError(problemMessage(bad));
  if (merged === null) return [];
  const one = merged.gone.filter((fill) => fillSubject(fill) === subject);
  if (one.length > 0) return one.map(fillSubject);
  const own = merged.gone.filter(({ broker }) => broker === subject);
  const now = merged.missing.find((each) => each.code === 'vanished-fill' && each.subject === subject);
  if (own.length === 0 || odd === undefined) return [];
  if (now !== undefined && isSame(now.text, odd.text)) return own.map(fillSubject);
  writeLastFetch(desk.services.journal, dateOf(desk.now), { at: null, missing: merged.missing });
  throw new SaidError(
    msg('what {broker} lacks is not what was listed any more; nothing was accepted: look at the list again', {
      broker: subject,
    }),
  );
}

const isSame = (a: Message, b: Message): boolean => JSON.stringify(a) === JSON.stringify(b);

const notListed = (said: Message): SaidError =>
  new SaidError(
    msg(
      'the list said something else, nothing was accepted, and it says by now: {said}; look at the list again',
      {
        said,
      },
    ),
  );

const notOpen = (open: readonly Missing[], code: string, subject: string): SaidError =>
  new SaidError(
    open.length === 0
      ? msg('nothing is open to be accepted')
      : msg('there is no {code} of "{subject}" to be accepted; open: {list}', {
          code,
          subject,
          list: open.map((each) => `${each.code} "${each.subject}"`).join(', '),
        }),
  );
