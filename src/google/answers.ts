// Reading other systems' JSON field by field: nothing is believed, and what is wrong names address, field and value.
import { roundPrice } from '../domain/money';
import type { Problem, Severity } from '../domain/problem';

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const feedProblem = (code: string, text: string, severity: Severity = 'error'): Problem => ({
  severity,
  code,
  tab: null,
  cell: null,
  text,
});

const ADVICE = 'ask the provider, or fill in the tab by hand';

/** Reads one record's fields; what it finds wrong stands in `wrong` afterwards. */
export class FieldReader {
  readonly wrong: Problem[] = [];

  /** @param where the address, and which record of its answer */
  constructor(
    private readonly where: string,
    private readonly fields: Fields,
  ) {}

  text(field: string): string {
    const value = this.fields[field];
    const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
    return text === '' ? this.refuse(field, 'is missing', '') : text;
  }

  optionalText(field: string): string | null {
    const value = this.fields[field];
    return value === undefined || value === null || value === '' ? null : this.text(field);
  }

  symbol(field: string): string {
    const symbol = this.text(field).toUpperCase();
    if (symbol === '' || /^[A-Z0-9]{2,12}$/.test(symbol)) return symbol;
    return this.refuse(field, 'is not a symbol such as HASH11', symbol);
  }

  /** Above zero, to 8 decimals. */
  price(field: string): number {
    const value = this.number(field);
    if (Number.isNaN(value)) return this.refuse(field, 'is not a number', value);
    if (!(value > 0 && value <= 1e7)) return this.refuse(field, 'is not a price above zero', value);
    const rounded = roundPrice(value);
    return rounded > 0 ? rounded : this.refuse(field, 'is not a price above zero', value);
  }

  /** Zero or more, without decimals. */
  whole(field: string): number {
    const value = this.number(field);
    if (Number.isNaN(value)) return this.refuse(field, 'is not a number', value);
    if (value < 0) return this.refuse(field, 'is negative', value);
    return Number.isSafeInteger(value) ? value : this.refuse(field, 'is not a whole number', value);
  }

  refuse<T>(field: string, why: string, instead: T): T {
    const text = `${this.where}: ${field} ${printed(this.fields[field])} ${why}; ${ADVICE}.`;
    this.wrong.push(feedProblem('bad-answer', text));
    return instead;
  }

  private number(field: string): number {
    const value = this.fields[field];
    if (typeof value === 'number') return Number.isFinite(value) ? value : Number.NaN;
    return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : Number.NaN;
  }
}

const LONGEST_VALUE = 60;

function printed(value: unknown): string {
  if (value === undefined) return '(absent)';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

/** The list that an answer carries under `name`; without one it is empty, and the problem says so. */
export function listIn(
  body: unknown,
  name: string,
  url: string,
): { readonly list: readonly unknown[]; readonly problems: readonly Problem[] } {
  const list = isFields(body) ? body[name] : undefined;
  if (Array.isArray(list)) return { list, problems: [] };
  const text = `${url}: the answer has no list "${name}"; check the address in settings, or ${ADVICE}.`;
  return { list: [], problems: [feedProblem('bad-answer', text)] };
}
