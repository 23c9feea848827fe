// A trader who asks the recipient of each mail in doubt and says what came of it.
import { mailsToSettle, settleMail } from '../../src/desk/person/repair';
import type { MemoryDesk } from './memoryDesk';
import { said } from './said';

/** @returns what the desk said to each answer */
export const settleDoubts = (
  { services }: Pick<MemoryDesk, 'services'>,
  went: (mail: string) => boolean,
): readonly string[] =>
  mailsToSettle(services)
    .filter(({ status }) => status === 'sending')
    .map((mail) => said(settleMail(services, mail.id, went(said(mail.said)) ? 'done' : 'again')));
