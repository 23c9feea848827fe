// A run's mails, noted in the journal beside the run: what became of each is known there though the run can no longer be read.
import type { KeyedMail } from '../../stages/day/keyedMail';
import type { NotedMails } from '../journal/pending';
import type { Services } from '../services';
import { idOf, statusesOf } from './mailJournal';

/** Ids are long so that no two mails of all share one; of a run's few so much tells them apart. */
const NOTED_ID = 16;
/** Of nine kilobytes that a property holds: the rest is the mark's. */
const NOTED_CHARACTERS = 3_000;
/** Of a mail to many readers not all. */
const NOTED_TO = 100;

/** As many as there is room for. */
export function notedMails(services: Pick<Services, 'digest'>, mails: readonly KeyedMail[]): NotedMails {
  let room = NOTED_CHARACTERS;
  const each = mails.map(({ key, message }): NotedMails['each'][number] => [
    idOf(services, key).slice(0, NOTED_ID),
    message.to.join(', ').slice(0, NOTED_TO),
  ]);
  const at = each.findIndex((one) => {
    room -= JSON.stringify(one).length;
    return room < 0;
  });
  return { n: mails.length, each: at < 0 ? each : each.slice(0, at) };
}

/** To whom they certainly did not go, and to whom nobody knows whether they did. */
export function fateOf(
  services: Pick<Services, 'journal'>,
  { each }: NotedMails,
): { readonly unsent: readonly string[]; readonly doubtful: readonly string[] } {
  const statuses = statusesOf(
    services,
    each.map(([id]) => id),
  );
  const fates = each.map(([, to], at) => ({ to, status: statuses[at] ?? null }));
  return {
    unsent: fates.filter(({ status }) => status === null || status === 'refused').map(({ to }) => to),
    doubtful: fates.filter(({ status }) => status === 'sending').map(({ to }) => to),
  };
}
