// What a start says when the desk lacks something: files that could not be read, and mails that it has forgotten.
import { join } from 'node:path';
import type { Loss } from '../host';
import type { DeskFolder } from './folder';
import type { Screen } from './paint';
import type { World } from './world';

type Print = (line: string) => void;

/** Says what could not be read when the desk was opened, where it lies, and which mails it does not know of. @returns how much */
export function tellLosses(world: World, { damaged, dir }: DeskFolder, print: Print, screen: Screen): number {
  const { bad, words } = screen;
  const mark: readonly Loss[] = damaged === null ? [] : [damaged];
  const all = [...world.losses, ...mark];
  for (const { file, aside, instead, stays } of all) {
    const say = instead === undefined ? words.lost : words.earlier;
    if (stays) print(bad(words.mailMissing(file, aside)));
    else print(bad(aside === null ? words.missing(file) : say(file, aside)));
  }
  if (all.some(({ stays }) => stays)) print(bad(words.mailMissingDo));
  return all.length + tellForgotten(world, join(dir, 'outbox'), print, screen);
}

/**
 * Whether the outbox is another than the desk's: it has mails that the desk does not know of, or lacks some that brokers act by. By
 * the page's menu as by a start, something would go twice, or be traded otherwise.
 */
export const isOutboxForeign = ({ losses, mail }: Pick<World, 'losses' | 'mail'>): boolean =>
  mail.forgotten.length > 0 || losses.some(({ stays }) => stays === true);

/** So many subjects are named. */
const MOST_SUBJECTS = 5;

/** Says which mails went that the desk does not know of; they are a person's to judge, at each start. @returns how many */
function tellForgotten(
  { mail: { forgotten } }: World,
  outbox: string,
  print: Print,
  { bad, words }: Screen,
): number {
  const count = forgotten.length;
  if (count === 0) return 0;
  print(bad(words.forgotten(words.mails(count, String(count)), outbox)));
  for (const { subject, recipients } of forgotten.slice(0, MOST_SUBJECTS))
    print(bad(`  ${subject} (${recipients.join(', ')})`));
  if (count > MOST_SUBJECTS) print(bad(`  ${words.forgottenMore(String(count - MOST_SUBJECTS))}`));
  print(bad(words.forgottenDo));
  return count;
}
