// The trader's part after a kill: asks the recipients of the mails in doubt, and answers for one after the other, as in Trading > Repair.
import { join } from 'node:path';
import * as v from 'valibot';
import { openOwnWarehouse } from '../../src/local/cli/ownWarehouse';
import { DESK } from '../../src/local/cli/theDesk';
import { openHost, openJournal, openMail, openWoundClock } from '../../src/local/host';

/** `"subject" to a@b.example, c@d.example`, in the language of the desk. */
const DOUBT = /"([^"]+)" (?:to|para) ([^\s,;]+@[^\s,;]+)/;

/** @param held what the desk said. @returns whether there was a mail in doubt to be answered */
export async function answerMails(dir: string, bundleDir: string, held: string): Promise<boolean> {
  if (!DOUBT.test(held)) return false;
  const own = await openOwnWarehouse(join(dir, 'warehouse.duckdb'), () => clock.now());
  const journal = openJournal(dir);
  const clock = openWoundClock(join(dir, 'clock.json'), 0, journal);
  const mail = await openMail({ dir: join(dir, 'outbox'), clock, journal, from: 'desk@trading.example' });
  const nobody = async (): Promise<void> => undefined;
  const ui = {
    alert: async () => 'OK' as const,
    prompt: async () => ({ button: 'OK' as const, text: '' }),
    showModalDialog: nobody,
    showSidebar: nobody,
  };
  const parts = { dir, bundleDir, clock, journal, mail, warehouse: own.warehouse, ui };
  const host = await openHost({ ...DESK, ...parts, strictMail: true });
  const open = v.parse(
    v.array(v.object({ id: v.string(), status: v.string(), said: v.string() })),
    (await host.call('mailsToSettle')).value,
  );
  for (const { id, said } of open.filter(({ status }) => status === 'sending')) {
    const [, subject = '', recipient = ''] = DOUBT.exec(said) ?? [];
    const went = mail.outbox.some((each) => each.subject === subject && each.recipients.includes(recipient));
    await host.call('settleMail', [id, went ? 'done' : 'again']);
  }
  await host.close();
  await mail.close();
  await own.warehouse.close();
  return true;
}
