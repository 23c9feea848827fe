// One e-mail as plain data.

export interface Attachment {
  readonly name: string;
  readonly mimeType: string;
  readonly content: string;
}

export interface MailMessage {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly Attachment[];
}
