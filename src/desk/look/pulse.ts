// Whether anything has happened since somebody looked: answered from the facts of the journal, which are read with one call, and from
// the clock. Every run, refresh, import and set-up leaves something there; that a minute has passed is news too: steps fall due.
import type { Message } from '../../language/message';
import { PROGRESS_KEY, readProgress } from '../journal/progress';
import type { Services } from '../services';

export interface Pulse {
  /** Another one = something has happened; it says nothing else. */
  readonly mark: string;
  /** What the run under way is doing; null when none is. */
  readonly progress: Message | null;
}

export function pulse({ journal, now }: Pick<Services, 'journal' | 'now'>): Pulse {
  const facts = journal
    .keys('')
    .filter((key) => key !== PROGRESS_KEY)
    .map((key) => `${key}\n${journal.get(key) ?? ''}`);
  const at = now();
  return {
    mark: hashOf([at.slice(0, 'YYYY-MM-DDTHH:mm'.length), ...facts].join('\n')),
    progress: readProgress(journal, at),
  };
}

const [BASIS, PRIME] = [2_166_136_261, 16_777_619];

/** FNV-1a, 32 bits: a mark to tell two moments apart, no proof of anything. */
function hashOf(text: string): string {
  let hash = BASIS;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return (hash >>> 0).toString(36);
}
