// E-mail as the person who runs the desk.
import { LIMITS } from '../desk/limits';
import type { Mailer } from '../desk/services';
import { type Message, msg, verbatim } from '../language/message';
import type { Attachment, MailMessage } from '../messages/mail';
import type { PdfMaker } from './pdf';

/** "Service invoked too many times for one day: email.": in the language of the account that runs the desk. */
const NO_QUOTA = /too many times|muitas vezes|quota|cota di[aá]ria/i;
/**
 * What Google says of a mail that it did not take: of its recipients, its size or the day's quota. Whatever else it says (a
 * service that fails or does not answer) may stand for a mail that went.
 */
const REFUSALS: readonly RegExp[] = [
  NO_QUOTA,
  /invalid (e-?mail|argument|recipient)|e-?mail inv[aá]lido/i,
  /no recipient|nenhum destinat[aá]rio/i,
  /too large|too big|too long|limit exceeded|limite excedido|grande demais|muito grande/i,
];
const isRefusal = (said: string): boolean => REFUSALS.some((pattern) => pattern.test(said));

/** Why Google would not take it; null = nothing that is known beforehand. */
function faultOf({ to, cc, subject }: MailMessage): Message | null {
  if (to.length === 0)
    return msg('The mail "{subject}" has no recipient; fill in the e-mail addresses.', { subject });
  const recipients = to.length + cc.length;
  return recipients > LIMITS.mailRecipients
    ? msg('The mail "{subject}" has {n} recipients, but one message takes {n2}; use a group\'s address.', {
        subject,
        n: recipients,
        n2: LIMITS.mailRecipients,
      })
    : null;
}

export function createMailer(makePdf: PdfMaker): Mailer {
  /** As Google said once in this execution, less what went since; asking costs a call. */
  let left: number | null = null;
  return {
    send(message) {
      const recipients = message.to.length + message.cc.length;
      const fault = faultOf(message);
      if (fault !== null) return { why: fault, noQuota: false };
      const attachments = message.attachments.map((file) => attached(file, makePdf));
      try {
        MailApp.sendEmail({
          to: message.to.join(','),
          ...(message.cc.length > 0 ? { cc: message.cc.join(',') } : {}),
          subject: message.subject,
          body: message.text,
          htmlBody: message.html,
          attachments,
        });
      } catch (error) {
        const said = error instanceof Error ? error.message : String(error);
        if (!isRefusal(said)) throw error;
        return { why: verbatim(said), noQuota: NO_QUOTA.test(said) };
      }
      if (left !== null) left -= recipients;
      return null;
    },
    remainingRecipients() {
      left ??= MailApp.getRemainingDailyQuota();
      return left;
    },
  };
}

/** A PDF that cannot be made goes as the document that it was to be made of: what it says is what counts. */
function attached(
  { name, mimeType, content, madeOf }: Attachment,
  makePdf: PdfMaker,
): GoogleAppsScript.Base.Blob {
  const pdf = madeOf === 'html' ? makePdf(name, content).pdf : null;
  if (pdf !== null) return pdf;
  return madeOf === 'html'
    ? Utilities.newBlob(content, 'text/html', name.replace(/\.pdf$/, '.html'))
    : Utilities.newBlob(content, mimeType, name);
}
