// What Apps Script allows, in one place. Where no document gives a figure, the line says so; docs/fidelity.md has the sources.

/** Characters a cell. */
export const CELL_CHARACTERS = 50_000;
/** Characters of a mail's subject. */
export const SUBJECT_CHARACTERS = 250;
/** Bytes of a mail's body, text and HTML each, by kind of account. */
export const BODY_BYTES = { consumer: 200 * 1024, workspace: 400 * 1024 } as const;
export type Account = keyof typeof BODY_BYTES;
/** Bytes of all attachments of a mail. */
export const ATTACHMENT_BYTES = 25 * 1024 * 1024;
/** Milliseconds of one Utilities.sleep. */
export const SLEEP_MS = 300_000;
/** Milliseconds of a run, and of one that a simple trigger such as onOpen starts. */
export const RUN_MS = 6 * 60_000;
export const SIMPLE_RUN_MS = 30_000;
/** Pixels of a dialog. Ours: no document gives them, but a larger one is cut off by the window with its buttons. */
export const DIALOG = { width: 1_000, height: 800 } as const;
