// Every limit of the platform that the desk has to stay within, stated once, each with where it comes from. Times are minutes
// or milliseconds, sizes bytes or characters as named. Google's quotas page = developers.google.com/apps-script/guides/services/quotas.

const RUN_MINUTES = 6;

export const LIMITS = {
  /** "Script runtime: 6 min / execution" (Google's quotas page, both kinds of account). */
  runMinutes: RUN_MINUTES,
  /**
   * The lock goes with the run that held it. Between two of a step's holdings lies no more than its wait for the next, so whoever
   * has the lock knows of a step that began this many whole minutes ago and did not end that it was cut off.
   */
  cutOffMinutes: 2,
  /** "Simple triggers … cannot run for longer than 30 seconds" (guide to simple triggers); onOpen is one. */
  simpleTriggerSeconds: 30,
  /** "Triggers total runtime: 90 min / day" for consumers, 6 h in Workspace (Google's quotas page): the smaller binds. */
  triggerMinutesADay: 90,
  /** "Triggers: 20 / user / script" (Google's quotas page). */
  triggers: 20,
  /** "The maximum allowed value is 300000 (or 5 minutes)" (reference of Utilities.sleep). */
  longestSleepMs: 300_000,

  /** "Email body size: 200 KB / msg" for consumers, 400 KB in Workspace (Google's quotas page): the smaller binds. */
  mailBodyBytes: 200 * 1024,
  /** `Argument too large: subject`: reported for more characters than these; RFC 2822 keeps a header line below 998. */
  mailSubjectCharacters: 250,
  /** "Email recipients per message: 50 / msg" (Google's quotas page). */
  mailRecipients: 50,
  /** "Email total attachments size: 25 MB / msg" (Google's quotas page). */
  mailAttachmentBytes: 25 * 1024 * 1024,
  /** "Email recipients per day: 100" for consumers, 1,500 in Workspace (Google's quotas page). */
  mailRecipientsADay: { consumer: 100, workspace: 1_500 },

  /** "Up to 10 million cells" a spreadsheet, and "50,000 characters" a cell (Drive help: files that you can store). */
  bookCells: 10_000_000,
  cellCharacters: 50_000,

  /** "Properties value size: 9 KB / val" (Google's quotas page), key included. */
  propertyBytes: 9 * 1024,
  /** "Properties total storage: 500 KB / property store" (Google's quotas page). */
  propertyStoreBytes: 500 * 1024,
  /** "Properties read/write: 50,000 / day" for consumers (Google's quotas page): the smaller binds. */
  propertyCallsADay: 50_000,

  /** "URL Fetch URL length: 2 KB / call" (Google's quotas page). */
  urlCharacters: 2 * 1024,
  /** "URL Fetch calls: 20,000 / day" for consumers (Google's quotas page): the smaller binds. */
  fetchesADay: 20_000,

  /** "Maximum request size: 10 MB, including parameters" of a query (BigQuery: quotas and limits, query jobs). */
  queryBytes: 10 * 1024 * 1024,
  /** "Maximum number of query parameters: 10,000" (BigQuery: quotas and limits). */
  queryParameters: 10_000,
  /** `requestId` makes a repeated request one change "for … up to 15 minutes" (BigQuery: jobs.query). */
  requestIdMinutes: 15,
} as const;
