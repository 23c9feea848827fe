// A figure that is too far from what is known of it: said with both figures, and with the factor where it looks like a slip of
// zeros; a person may accept it for the day, that figure alone.
import type { Place } from '../../domain/problem';
import { dateOf } from '../../domain/stamp';
import { type Message, msg } from '../../language/message';
import { type Acceptable, type Acceptance, acceptedOn } from '../day/acceptances';
import type { DayInputs } from '../day/inputs';
import type { Finding } from './check';

export interface Odd {
  readonly code: Acceptable;
  /** Tab or feed, row and column, as an acceptance names them: `market-data HASH11 inav`. */
  readonly about: string;
  /** The figure itself, as an acceptance names it behind that. */
  readonly figure: number | string;
  /** What it is and what was expected, as a clause. */
  readonly said: Message;
  /** 10, 100 or 1,000 where it looks like it. */
  readonly factor: number | null;
  readonly place: Place;
  /** How far from an accepted figure another one may lie, as a part of it; left out = it is that figure or another matter. */
  readonly near?: number;
}

type Accepting = Pick<DayInputs, 'state' | 'now'>;

/** `market-data HASH11 inav 6250` */
export const oddSubject = ({ about, figure }: Pick<Odd, 'about' | 'figure'>): string => `${about} ${figure}`;

/** Who accepted it today; null = nobody. */
export function acceptanceOf(odd: Odd, { state, now }: Accepting): Acceptance | null {
  const { code, about, figure, near = 0 } = odd;
  const isIt = ({ subject }: Acceptance): boolean => {
    if (subject === oddSubject(odd)) return true;
    if (near === 0 || typeof figure === 'string' || !subject.startsWith(`${about} `)) return false;
    return apart(figure, Number(subject.slice(about.length + 1))) <= near;
  };
  return acceptedOn(state, dateOf(now)).find((each) => each.code === code && isIt(each)) ?? null;
}

/** How far two figures lie from one another, as a part of the smaller: 0.25 = the larger is a quarter larger. */
export const apart = (a: number, b: number): number =>
  a > 0 && b > 0 ? Math.max(a, b) / Math.min(a, b) - 1 : a === b ? 0 : Number.POSITIVE_INFINITY;

/** How near a factor has to be to look like one. */
const NEAR_FACTOR = 0.4;

/** 10, 100 or 1,000 where one figure is about so many times the other. */
export function factorOf(a: number, b: number): number | null {
  const ratio = apart(a, b) + 1;
  return [10, 100, 1_000].find((factor) => apart(ratio, factor) <= NEAR_FACTOR) ?? null;
}

const toldOf = ({ said, factor }: Odd): Message =>
  factor === null
    ? msg(
        '{said}; correct it, or accept it for today with a reason (Trading > Repair > Accept what is odd)',
        {
          said,
        },
      )
    : msg(
        '{said}; it looks like a factor of {n}: correct it, or accept it for today with a reason (Trading > Repair > Accept what is odd)',
        { said, n: factor },
      );

/** The same without what to do, where it stands in a list of what may be accepted. */
export const oddClause = ({ said, factor }: Odd): Message =>
  factor === null ? said : msg('{said}; it looks like a factor of {n}', { said, n: factor });

/** As findings of their check; what somebody accepted is said all the same, with who and why. */
export const judged = (odds: readonly Odd[], inputs: Accepting): readonly Finding[] =>
  odds.map((odd): Finding => {
    const { code, place } = odd;
    const accepted = acceptanceOf(odd, inputs);
    if (accepted === null) return { code, place, text: toldOf(odd) };
    const { by: user, reason } = accepted;
    const text = msg('{said}; accepted for today by {user}: {reason}', { said: odd.said, user, reason });
    return { code, place, text, severity: 'warning' };
  });

/** What nobody has accepted yet, as it is offered to be accepted. */
export const openOdd = (odds: readonly Odd[], inputs: Accepting) =>
  odds
    .filter((odd) => acceptanceOf(odd, inputs) === null)
    .map((odd) => ({
      code: odd.code,
      subject: oddSubject(odd),
      text: oddClause(odd),
      who: 'trader' as const,
    }));
