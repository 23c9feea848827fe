// Refuses bad input before any arithmetic: every message opens with the field that has to be corrected.

/** What a caller gave is unusable; `field` names it, e.g. `funds[2].target`. */
export class InputError extends Error {
  constructor(
    readonly field: string,
    problem: string,
  ) {
    super(`${field}: ${problem}`);
    this.name = 'InputError';
  }
}

export function finite(field: string, value: number): void {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new InputError(field, `must be a number, not ${String(value)}`);
  }
}

export function positive(field: string, value: number): void {
  finite(field, value);
  if (value <= 0) throw new InputError(field, `must be above zero, not ${value}`);
}

export function notNegative(field: string, value: number): void {
  finite(field, value);
  if (value < 0) throw new InputError(field, `must not be negative, not ${value}`);
}

/** A whole number from zero up that a float can count exactly. */
export function whole(field: string, value: number): void {
  notNegative(field, value);
  if (!Number.isSafeInteger(value)) throw new InputError(field, `must be a whole number, not ${value}`);
}

export function wholeIfGiven(field: string, value: number | undefined): void {
  if (value !== undefined) whole(field, value);
}

export function lot(field: string, value: number | undefined): void {
  if (value === undefined) return;
  whole(field, value);
  if (value === 0) throw new InputError(field, 'must be at least one share');
}

export function oneOf(field: string, value: string | undefined, allowed: readonly string[]): void {
  if (value !== undefined && !allowed.includes(value)) {
    throw new InputError(field, `must be one of ${allowed.join(', ')}, not ${String(value)}`);
  }
}

/** A list that is not empty, whose ids are names and differ from each other. */
export function named(field: string, items: readonly { readonly id: string }[]): void {
  if (!Array.isArray(items) || items.length === 0) throw new InputError(field, 'must not be empty');
  const seen = new Map<string, number>();
  items.forEach((item, at) => {
    if (typeof item.id !== 'string' || item.id === '') {
      throw new InputError(`${field}[${at}].id`, 'must be a name');
    }
    const first = seen.get(item.id);
    if (first !== undefined) {
      throw new InputError(`${field}[${at}].id`, `${item.id} is already at ${field}[${first}]`);
    }
    seen.set(item.id, at);
  });
}
