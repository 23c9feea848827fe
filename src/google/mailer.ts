// E-mail as the person who runs the desk.
import { LIMITS } from '../desk/limits';
import type { Mailer } from '../desk/services';
import { msg } from '../language/message';
import { SaidError } from '../language/print';

export function createMailer(): Mailer {
  /** As Google said once in this execution, less what went since; asking costs a call. */
  let left: number | null = null;
  return {
    send(message) {
      const recipients = message.to.length + message.cc.length;
      if (message.to.length === 0)
        throw new SaidError(
          msg('The mail "{subject}" has no recipient; fill in the e-mail addresses.', {
            subject: message.subject,
          }),
        );
      if (recipients > LIMITS.mailRecipients)
        throw new SaidError(
          msg(
            'The mail "{subject}" has {n} recipients, but one message takes {n2}; use a group\'s address.',
            { subject: message.subject, n: recipients, n2: LIMITS.mailRecipients },
          ),
        );
      MailApp.sendEmail({
        to: message.to.join(','),
        ...(message.cc.length > 0 ? { cc: message.cc.join(',') } : {}),
        subject: message.subject,
        body: message.text,
        htmlBody: message.html,
        attachments: message.attachments.map((file) =>
          Utilities.newBlob(file.content, file.mimeType, file.name),
        ),
      });
      if (left !== null) left -= recipients;
    },
    remainingRecipients() {
      left ??= MailApp.getRemainingDailyQuota();
      return left;
    },
  };
}
