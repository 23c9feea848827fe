// One thing that keeps the day from being COMPLETE, and who can mend it.
import type { ProblemCode } from '../../domain/problemCodes';
import type { Message } from '../../language/message';

/** A trader of the desk, the broker, the provider of a feed; or the desk does so itself in time. */
export type Mender = 'trader' | 'broker' | 'provider' | 'desk';

export interface Missing {
  readonly code: ProblemCode;
  /** What it is about, as an acceptance names it. */
  readonly subject: string;
  readonly text: Message;
  readonly who: Mender;
}
