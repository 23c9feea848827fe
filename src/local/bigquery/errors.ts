// The warehouse's refusals: BigQuery's own words and codes, and what this laptop cannot do.

/** A refusal that BigQuery would make too. */
export class WarehouseError extends Error {
  override readonly name = 'WarehouseError';
  constructor(
    readonly code: number,
    readonly reason: string,
    message: string,
  ) {
    super(message);
  }

  /** What Apps Script hangs on the error it throws. */
  get details(): unknown {
    return {
      code: this.code,
      message: this.message,
      errors: [{ domain: 'global', reason: this.reason, message: this.message }],
    };
  }
}

/** Google would have answered; the laptop refuses rather than guess. */
export class NotLocal extends Error {
  override readonly name = 'NotLocal';
  constructor(what: string) {
    super(`not implemented locally: ${what}`);
  }
}

export const notFound = (message: string) => new WarehouseError(404, 'notFound', `Not found: ${message}`);
export const duplicate = (message: string) =>
  new WarehouseError(409, 'duplicate', `Already Exists: ${message}`);
export const invalid = (message: string) => new WarehouseError(400, 'invalid', message);
export const invalidQuery = (message: string) => new WarehouseError(400, 'invalidQuery', message);

/** As the advanced service words it: `API call to bigquery.tables.get failed with error: …`. */
export function asApiError(method: string, error: unknown): unknown {
  if (!(error instanceof WarehouseError)) return error;
  const [service = '', verb = ''] = method.split('.');
  const call = `bigquery.${service.charAt(0).toLowerCase()}${service.slice(1)}.${verb}`;
  return new WarehouseError(
    error.code,
    error.reason,
    `API call to ${call} failed with error: ${error.message}`,
  );
}

/** The words of whatever was thrown; native code and other realms throw what is no `Error` here. */
export const messageOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
