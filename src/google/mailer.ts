// E-mail as the person who runs the desk.
import type { Mailer } from '../desk/services';

/** What the platform takes in one message. */
const MOST_RECIPIENTS = 50;

export function createMailer(): Mailer {
  return {
    send(message) {
      const recipients = message.to.length + message.cc.length;
      if (message.to.length === 0)
        throw new Error(`The mail "${message.subject}" has no recipient; fill in the e-mail addresses.`);
      if (recipients > MOST_RECIPIENTS)
        throw new Error(
          `The mail "${message.subject}" has ${recipients} recipients, but one message takes ${MOST_RECIPIENTS}; use a group's address.`,
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
    },
    remainingRecipients: () => MailApp.getRemainingDailyQuota(),
  };
}
