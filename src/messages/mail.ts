// One e-mail as plain data.

export interface Attachment {
  readonly name: string;
  readonly mimeType: string;
  readonly content: string;
  /** `html`: the content is a document of which the platform makes what `mimeType` says; where it cannot, that goes as it is. */
  readonly madeOf?: 'html';
}

export interface MailMessage {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly Attachment[];
}
