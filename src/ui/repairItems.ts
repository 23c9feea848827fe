// The menu Repair: each item says what it would do and on what before it does it, and says so where there is nothing to do.
import { acceptOdd, oddThings } from '../desk/person/accept';
import {
  abandonPending,
  acceptChangedState,
  type MailToSettle,
  mailsToSettle,
  type RunToSettle,
  releaseMails,
  runsToAbandon,
  runsToRelease,
  settleMail,
} from '../desk/person/repair';
import type { Services } from '../desk/services';
import { adoptCopy } from '../desk/setUp/bookFit';
import { type Message, msg } from '../language/message';
import { print } from '../language/print';
import { readSettingsTab } from '../stages/day/inputs';
import type { Click, Item, MenuDesk, Screen } from './click';

/** What only a trader can settle. */
export function repairItems(screen: Screen, desk: MenuDesk, item: Item) {
  return {
    mailsInDoubt: item((click) =>
      settleEach(click, desk.services(), {
        title: msg('Mails in doubt'),
        status: 'sending',
        none: msg('No mail is in doubt.'),
        question: (said, n, n2) =>
          msg(
            '{n} of {n2}: did {said} go out? Ask the recipient. Write done if it did, again to send it with the next run; leave it blank to decide later.',
            { said, n, n2 },
          ),
      }),
    ),
    refusedMails: item((click) =>
      settleEach(click, desk.services(), {
        title: msg('Mails that did not go'),
        status: 'refused',
        none: msg('Every mail went.'),
        question: (said, n, n2) =>
          msg(
            '{n} of {n2}: {said} did not go. Write the address to send it to now, again to try it with the next run, done if its recipient knows it otherwise; leave it blank to decide later.',
            { said, n, n2 },
          ),
      }),
    ),
    releaseMails: item((click) => releaseEach(screen, click, desk.services())),
    abandon: item((click) => abandonOne(click, desk.services())),
    acceptOdd: item((click) => acceptOneOdd(click, desk.services())),
    acceptState: item(({ language, ask, tell }) => {
      const reason = ask(msg('Accept the state'), msg('Why is it right as it stands now?'));
      if (reason !== null)
        tell(msg('Repair'), () => print(acceptChangedState(desk.services(), reason), language));
    }),
    adoptCopy: item(({ language, ask, tell }) => {
      const reason = ask(
        msg('Make this copy a desk'),
        msg(
          'From then on it writes to the brokers and saves into the dataset that its tabs name: correct those first. Why is it a desk of its own?',
        ),
      );
      if (reason === null) return;
      const services = desk.services();
      const { settings } = readSettingsTab((tab) => services.book.read(tab));
      tell(msg('Repair'), () => print(adoptCopy(services, settings, reason), language));
    }),
    keepFiles: item(({ tell }) => tell(msg('Keep files in my Drive'), () => desk.keepFiles())),
  };
}

interface Asking {
  readonly title: Message;
  readonly status: MailToSettle['status'];
  readonly none: Message;
  question(said: Message, n: number, n2: number): Message;
}

/** One mail after the other; whoever closes a question has said nothing about it and those behind it. */
function settleEach(click: Click, services: Services, { title, status, none, question }: Asking): void {
  const { language, ask, tell } = click;
  tell(title, () => {
    const mails = mailsToSettle(services).filter((mail) => mail.status === status);
    if (mails.length === 0) return print(none, language);
    const done: string[] = [];
    for (const [index, { id, said }] of mails.entries()) {
      const answer = ask(title, question(said, index + 1, mails.length));
      if (answer === null) break;
      if (answer.trim() !== '') done.push(print(settleMail(services, id, answer), language));
    }
    return done.length === 0 ? print(msg('Nothing was changed.'), language) : done.join('\n');
  });
}

/** A run at a time, after a yes to what it would send. */
function releaseEach({ confirm }: Screen, { language, tell }: Click, services: Services): void {
  const title = msg('Release mails');
  tell(title, () => {
    const runs = runsToRelease(services);
    if (runs.length === 0) return print(releaseMails(services), language);
    const agreed = runs.filter(({ said }) =>
      confirm(print(title, language), print(msg('Shall this be done: {said}?', { said }), language)),
    );
    if (agreed.length === 0) return print(msg('Nothing was changed.'), language);
    return agreed.map(({ runId }) => print(releaseMails(services, runId), language)).join('\n');
  });
}

/** Says what giving up comes to; where several runs could be given up, asks which. */
function abandonOne({ language, ask, tell }: Click, services: Services): void {
  const title = msg('Abandon the pending run');
  tell(title, () => {
    const runs = runsToAbandon(services);
    if (runs.length === 0) return print(msg('no run is pending'), language);
    const chosen = runs.length === 1 ? runs[0] : chosenOf(runs, (question) => ask(title, question));
    if (chosen === undefined) return print(msg('Nothing was changed.'), language);
    const reason = ask(title, msg('{said}. Why is the run given up?', { said: chosen.said }));
    if (reason === null) return print(msg('Nothing was changed.'), language);
    return print(abandonPending(services, reason, chosen), language);
  });
}

function chosenOf(
  runs: readonly RunToSettle[],
  ask: (question: Message) => string | null,
): RunToSettle | undefined {
  const saids = runs.map(({ said }, index) => msg('({n}) {said}', { n: index + 1, said }));
  const answer = ask(msg('Which run is given up? {saids}. Write its number.', { saids }));
  return answer === null ? undefined : runs[Number(answer.trim()) - 1];
}

/** Lists what is open, by number; the one that is chosen needs a reason. */
function acceptOneOdd({ language, ask, tell }: Click, services: Services): void {
  const title = msg('Accept what is odd');
  tell(title, () => {
    const open = oddThings(services);
    if (open.length === 0) return print(msg('Nothing is open to be accepted.'), language);
    const saids = open.map(({ text: said }, index) => msg('({n}) {said}', { n: index + 1, said }));
    const answer = ask(
      title,
      msg('Which one do you accept for today? {saids}. Write its number.', { saids }),
    );
    if (answer === null) return null;
    const chosen = open[Number(answer.trim()) - 1];
    if (chosen === undefined)
      return print(msg('"{value}" is not a number of the list.', { value: answer.trim() }), language);
    const reason = ask(title, msg('Why is it right?'));
    if (reason === null) return null;
    const { code, subject, text: listed } = chosen;
    return print(acceptOdd(services, { code, subject, reason, listed }), language);
  });
}
