// A fault asked for: what happens to an execution at its n-th service call, for crash tests and scenarios.

export interface Fault {
  /** Counts from 1, over all service calls or over those of one service. */
  readonly call: number;
  /** The thread is ended before or after the call is carried out, or the call fails with a service's error. */
  readonly how: 'kill-before' | 'kill-after' | 'throw';
  /** As Apps Script names it: SpreadsheetApp, MailApp, PropertiesService … */
  readonly service?: string | undefined;
}

/** Methods travel by the kind of object that they belong to; a kind that is not named here is a service itself. */
const SERVICES: Readonly<Record<string, string>> = {
  Spreadsheet: 'SpreadsheetApp',
  Sheet: 'SpreadsheetApp',
  Range: 'SpreadsheetApp',
  Protection: 'SpreadsheetApp',
  Ui: 'SpreadsheetApp',
  Properties: 'PropertiesService',
  Lock: 'LockService',
};

/** `Range.setValues` belongs to SpreadsheetApp. */
export function serviceOf(method: string): string {
  const [kind = method] = method.split('.');
  return SERVICES[kind] ?? kind;
}

/** Says of each service call, in turn, what goes wrong with it; null = nothing. */
export function openFault(fault: Fault | undefined): (method: string) => Fault['how'] | null {
  let seen = 0;
  return (method) => {
    if (fault === undefined) return null;
    if (fault.service !== undefined && fault.service !== serviceOf(method)) return null;
    seen += 1;
    return seen === fault.call ? fault.how : null;
  };
}
