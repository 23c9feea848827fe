// What the schedule tells the traders, each thing once: the mail journal knows what was said already.
import { type Problem, problemKey } from '../../domain/problem';
import { dateOf, type Stamp } from '../../domain/stamp';
import { type Message, msg } from '../../language/message';
import { saidBy } from '../../language/print';
import type { MailMessage } from '../../messages/mail';
import { endedMail, preparedMail, refusedMail } from '../../messages/notice';
import type { Settings } from '../../sheets/settings';
import type { AgendaStep } from '../../stages/agenda/agenda';
import type { KeyedMail } from '../../stages/day/keyedMail';
import type { Summary } from '../../stages/outcome/outcome';
import { reservedRecipients } from '../journal/pending';
import { type Note, tryNote } from '../log/note';
import { refusalInWords, unsentOf } from '../mails/mailJournal';
import { sendMails } from '../mails/sendMails';
import type { Services } from '../services';
import type { DueStep } from './schedule';

/** A step of the schedule, or its look at the executions; null = the schedule itself. */
type NoticeStep = AgendaStep | 'refresh' | null;

function titleOf(step: NoticeStep): Message | null {
  if (step === null) return null;
  return step === 'refresh' ? msg('Executions') : step.title;
}

const nameOf = (step: NoticeStep): string =>
  step === null ? 'schedule' : step === 'refresh' ? step : step.name;

/** What was missed is refused by the hour: no correction brings it back. */
const isOver = (step: NoticeStep): boolean => step !== null && step !== 'refresh' && step.state === 'missed';

export interface Stopped {
  readonly step: NoticeStep;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  /** As what it stands in the log; null where the runner has logged it. */
  readonly log: Pick<Note, 'what' | 'scope' | 'status'> | null;
}

/** Once a day for the same step and problems, whatever the figures in them. */
export function tellRefused(services: Services, settings: Settings, now: Stamp, stopped: Stopped): Heard {
  const { step, problems, warnings, log } = stopped;
  const gist = services.digest(problems.map(problemKey).join('\n'));
  const key = `${dateOf(now)} refused ${nameOf(step)} ${gist.slice(0, 16)}`;
  const mail = refusedMail(
    {
      ...addressed(settings, now),
      step: titleOf(step),
      headline: null,
      facts: [],
      problems,
      warnings,
    },
    isOver(step),
  );
  const heard = tell(services, settings, key, mail);
  if (heard === 'told' && log !== null)
    tryNote(services, {
      ...log,
      headline: msg('{n} {n|problem|problems}; the traders were told', { n: problems.length }),
      details: [...problems, ...warnings],
    });
  return heard;
}

/** Runs of an earlier day that were ended without a person: the log has its row of each. */
export function tellEnded(
  services: Services,
  settings: Settings,
  now: Stamp,
  ended: readonly Problem[],
): Heard {
  const gist = services.digest(JSON.stringify(ended.map(({ text }) => text)));
  const mail = endedMail({ ...addressed(settings, now), ended });
  return tell(services, settings, `${dateOf(now)} ended ${gist.slice(0, 16)}`, mail);
}

export interface Prepared {
  readonly summary: Summary;
  readonly warnings: readonly Problem[];
}

const PREPARED_KEY = 'prepared-final';

/** Once for each moment at which the step was due; the final allocation is looked at again and again, and told where it is another. */
export function tellPrepared(
  services: Services,
  settings: Settings,
  now: Stamp,
  { name, slot, step }: DueStep,
  { summary, warnings }: Prepared,
): Heard {
  const { headline, facts } = summary;
  const mail = preparedMail({
    ...addressed(settings, now),
    step: step.title,
    headline,
    facts,
    problems: [],
    warnings,
  });
  const toldPrepared = (): Heard => {
    const heard = tell(services, settings, `${dateOf(now)} prepared ${name} ${slot}`, mail);
    tryNote(services, { what: 'schedule', scope: name, status: 'prepared', headline });
    return heard;
  };
  if (step.stage !== 'final') return toldPrepared();
  const gist = services.digest(JSON.stringify([dateOf(now), mail.text]));
  if (services.journal.get(PREPARED_KEY) === gist) return 'known';
  const heard = toldPrepared();
  if (heard !== 'lost') services.journal.set(PREPARED_KEY, gist);
  return heard;
}

/** `known`: it was told before, or there is nobody to be told. `lost`: nobody may have heard of it. */
export type Heard = 'told' | 'known' | 'lost';

export function tell(services: Services, settings: Settings, key: string, message: MailMessage): Heard {
  if (settings.traderEmails.length === 0) return 'known';
  try {
    // What the day's mails wait for is not used up by a notice.
    const reserved = reservedRecipients(services.journal);
    const isFresh = unsentOf(services, [{ key, message }]).length > 0;
    const { sent, waiting, doubtful, refused } = sendMails(services, [{ key, message }], reserved);
    // Whether it went nobody knows: orders wait for a person then, but of a notice the desk's own people rather read two.
    if (doubtful.length > 0) return sayAgain(services, { key: `${key} again`, message }, reserved);
    if (sent > 0) return 'told';
    const [no] = refused;
    if (waiting.mails === 0 && (no === undefined || !isFresh)) return 'known';
    const headline = msg('a notice to the traders did not go: {said}', {
      said: no === undefined ? msg('there is no mail quota left') : refusalInWords(no),
    });
    tryNote(services, { what: 'schedule', status: 'held', headline });
    return 'known';
  } catch (error) {
    const headline = msg('a notice to the traders did not go: {said}', { said: saidBy(error) });
    tryNote(services, { what: 'schedule', status: 'held', headline });
    return 'lost';
  }
}

const sayAgain = (services: Services, mail: KeyedMail, reserved: number): Heard =>
  sendMails(services, [mail], reserved).sent > 0 ? 'told' : 'known';

export const addressed = (settings: Settings, now: Stamp) => ({
  to: settings.traderEmails,
  language: settings.deskLanguage,
  deskName: settings.deskName,
  tradeDate: dateOf(now),
});
