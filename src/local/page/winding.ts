// The hand on the clock: winds it to a moment and fires the script's triggers on the way, as the day would.
import { type Clock, fromSaoPaulo, type Host, nextFiring, saoPauloDate, saoPauloStamp } from '../host';
import type { Clockface, Winding } from './protocol';
import type { PageWords } from './words';

/** What came of it, in words; null = there is nothing to say. */
export interface Wound {
  readonly message: string | null;
}

export interface WindingHand {
  face(): Clockface;
  wind(winding: Winding): Promise<Wound>;
}

const MINUTE = 60_000;
const ZONE = 'America/Sao_Paulo';

/**
 * @param nextStep when the desk has something to do next, São Paulo time; null = nothing more today
 * @param moved is called whenever the face changes
 */
export function windingHand(
  desk: Pick<Host, 'call' | 'triggers'>,
  clock: Clock,
  words: () => PageWords['winding'],
  nextStep: () => Promise<string | null>,
  moved: () => void,
): WindingHand {
  let winding = false;

  /** The first moment after the clock's at which a trigger fires, and which ones do. */
  const nextMoment = () => {
    const firings = desk.triggers().flatMap((trigger) => {
      const at = nextFiring(trigger, clock.now(), ZONE);
      return at === null ? [] : [{ handler: trigger.handler, at }];
    });
    const at = Math.min(...firings.map((firing) => firing.at));
    return { at, handlers: firings.filter((firing) => firing.at === at).map(({ handler }) => handler) };
  };

  const goTo = async (target: number): Promise<Wound> => {
    const failures: string[] = [];
    for (let firing = nextMoment(); firing.at <= target; firing = nextMoment()) {
      clock.set(firing.at);
      moved();
      for (const handler of firing.handlers) {
        const event = { authMode: 'FULL', triggerUid: handler };
        await desk.call(handler, [event], { trigger: true }).catch((error: unknown) => {
          const reason = error instanceof Error ? error.message : String(error);
          failures.push(`${saoPauloStamp(clock.now()).slice(11, 16)} ${handler}: ${reason}`);
        });
      }
    }
    clock.set(target);
    return { message: failures.length === 0 ? null : failures.join('\n') };
  };

  const targetOf = async (wanted: Winding): Promise<number | string> => {
    if ('minutes' in wanted) return clock.now() + wanted.minutes * MINUTE;
    if ('to' in wanted) {
      if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(wanted.to)) return words().noTime(wanted.to);
      return fromSaoPaulo(`${saoPauloDate(clock.now())}T${wanted.to}:00`);
    }
    const at = await nextStep();
    if (at === null) return words().nothingPlanned;
    const target = fromSaoPaulo(at);
    return target > clock.now() ? target : words().dueAlready;
  };

  return {
    face: () => ({ saoPaulo: saoPauloStamp(clock.now()), ticking: desk.triggers().length > 0, winding }),
    async wind(wanted) {
      if (winding) return { message: words().underWay };
      winding = true;
      moved();
      try {
        const target = await targetOf(wanted);
        return typeof target === 'string' ? { message: target } : await goTo(target);
      } catch (error) {
        return { message: error instanceof Error ? error.message : String(error) };
      } finally {
        winding = false;
        moved();
      }
    },
  };
}
